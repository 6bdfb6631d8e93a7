import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { TerraformLocal } from "cdktf";
import { Bound } from "../../kernel";
import type { Surroundings } from "../parts/surroundings";
import { networkInputs } from "./inputs";

/** What every part of the network needs to know. */
export interface Context extends Surroundings {
  readonly inputs: Bound<(typeof networkInputs)["fields"]>;
  readonly vpc: Vpc;
}

/** A tier. */
export interface TierParts {
  /** Zones and the blocks of their subnets. */
  readonly blocks: TerraformLocal;
  readonly subnets: Subnet;
  /** Count of what the tier has once: 1, or 0 without the tier. */
  readonly count: number;
}
