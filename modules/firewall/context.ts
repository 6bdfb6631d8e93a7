import { Bound, Flag } from "../../kernel";
import type { Surroundings } from "../parts/surroundings";
import { firewallInputs } from "./inputs";

/** What every part of the firewall needs to know. */
export interface Context extends Surroundings {
  readonly inputs: Bound<(typeof firewallInputs)["fields"]>;
  /** REGIONAL or CLOUDFRONT. */
  readonly scope: string;
  readonly ofCloudfront: Flag;
  /** The answer to a request that the module's own rules refuse. */
  readonly refusal: object;
}
