import { Bound, Flag } from "../../kernel";
import type { databaseFields } from "./inputs/fields";

/** What every part of the database needs to know. */
export interface Context {
  readonly inputs: Bound<typeof databaseFields>;
  readonly accountId: string;
  readonly partition: string;
  /** What the names of the partition's services end with: amazonaws.com in most. */
  readonly dnsSuffix: string;
  readonly region: string;
  /** Key of the secret, the logs and Performance Insights, and of the storage unless that was restored. */
  readonly kmsKeyArn: string;
  /** Whether the database is a replica of another one. */
  readonly isReplica: Flag;
}
