import { Bound } from "../../kernel";
import type { Surroundings } from "../parts/surroundings";
import type { userPoolFields } from "./inputs/fields";

/** What every part of the user pool needs to know. */
export interface Context extends Pick<Surroundings, "region"> {
  readonly inputs: Bound<typeof userPoolFields>;
}
