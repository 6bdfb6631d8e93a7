import { Bound, Flag } from "../../kernel";
import type { databaseFields } from "./inputs/fields";
import type { Surroundings } from "../parts/surroundings";

/** What every part of the database needs to know. */
export interface Context extends Surroundings {
  readonly inputs: Bound<typeof databaseFields>;
  /** Key of the secret, the logs and Performance Insights, and of the storage unless that was restored. */
  readonly kmsKeyArn: string;
  /** Whether IOPS and throughput of the storage can be set. */
  readonly isStriped: Flag;
  /** Whether the database is a replica of another one. */
  readonly isReplica: Flag;
  /** Whether the data is that of a point in time of another one. */
  readonly isPointInTime: Flag;
}
