import { Bound } from "../../kernel";
import type { ScheduledMachine } from "../parts/scheduled-machine";
import type { recoveryWatchInputs } from "./inputs";

/** What all parts of the watch share. */
export interface Context extends ScheduledMachine {
  readonly inputs: Bound<(typeof recoveryWatchInputs)["fields"]>;
  /** Images as a list of `{ name, registry_id, region, repository, image_id }`. */
  readonly images: unknown;
  /** Name of the SSM parameter that remembers what was found. */
  readonly parameterName: string;
}
