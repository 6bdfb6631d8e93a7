import { Environment } from "../../environments/definition";
import { Facts } from "./facts";

/** What parity is judged by, at one moment. */
export interface Context {
  readonly environment: Environment;
  readonly facts: Facts;
  readonly now: Date;
  /** What names begin with: `nimbus-production`. */
  readonly prefix: string;
  /** The recovery region. */
  readonly region: string;
}
