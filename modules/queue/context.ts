import { Bound } from "../../kernel";
import type { Surroundings } from "../parts/surroundings";
import type { queueInputs } from "./inputs";

/** What every part of the queue needs to know. */
export interface Context extends Surroundings {
  readonly inputs: Bound<(typeof queueInputs)["fields"]>;
  /** Name of the queue, with what a FIFO queue ends with. */
  readonly name: string;
  readonly arn: string;
  /** Name of the queue of dead letters. */
  readonly deadLettersName: string;
  readonly deadLettersArn: string;
  /** Key of new messages. */
  readonly kmsKeyArn: string;
}
