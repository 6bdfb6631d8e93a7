import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { Bound } from "../../kernel";
import { networkInputs } from "./inputs";

/** What every part of the network needs to know. */
export interface NetworkContext {
  readonly scope: Construct;
  readonly inputs: Bound<(typeof networkInputs)["fields"]>;
  readonly vpc: Vpc;
  readonly accountId: string;
  readonly partition: string;
  /** What the names of the partition's services end with: amazonaws.com in most. */
  readonly dnsSuffix: string;
  readonly region: string;
}

/** A tier. */
export interface TierParts {
  /** Zones and the blocks of their subnets. */
  readonly blocks: TerraformLocal;
  readonly subnets: Subnet;
  /** Count of what the tier has once: 1, or 0 without the tier. */
  readonly count: number;
}
