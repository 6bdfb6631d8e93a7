import { Bound } from "../../kernel";
import type { serviceFields } from "./inputs";

/** What every part of the service needs to know. */
export interface Context {
  readonly inputs: Bound<typeof serviceFields>;
  /** `<cluster>-<service>`: what resources that share a namespace with other services are named after. */
  readonly fullName: string;
  readonly accountId: string;
  readonly partition: string;
  /** What the names of the partition's services end with: amazonaws.com in most. */
  readonly dnsSuffix: string;
  readonly region: string;
}
