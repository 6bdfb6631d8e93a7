import { Bound, Flag } from "../../kernel";
import { firewallInputs } from "./inputs";

/** What every part of the firewall needs to know. */
export interface FirewallContext {
  readonly inputs: Bound<(typeof firewallInputs)["fields"]>;
  /** REGIONAL or CLOUDFRONT. */
  readonly scope: string;
  readonly ofCloudfront: Flag;
  readonly accountId: string;
  readonly partition: string;
  /** What the names of the partition's services end with: amazonaws.com in most. */
  readonly dnsSuffix: string;
  readonly region: string;
}
