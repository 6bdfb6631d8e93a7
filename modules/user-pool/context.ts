import { Bound } from "../../kernel";
import type { userPoolFields } from "./inputs/fields";

/** What every part of the user pool needs to know. */
export interface Context {
  readonly inputs: Bound<typeof userPoolFields>;
  readonly region: string;
}
