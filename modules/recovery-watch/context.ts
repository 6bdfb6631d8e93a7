import { Bound } from "../../kernel";
import type { recoveryWatchInputs } from "./inputs";

/** What all parts of the watch share. */
export interface Context {
  readonly inputs: Bound<(typeof recoveryWatchInputs)["fields"]>;
  readonly accountId: string;
  readonly partition: string;
  readonly dnsSuffix: string;
  readonly region: string;
  /** Images as a list of `{ name, registry_id, region, repository, image_id }`. */
  readonly images: unknown;
  /** Name of the SSM parameter that remembers what was found. */
  readonly parameterName: string;
}
