import { Bound } from "../../kernel";
import type { storageFields } from "./inputs/fields";
import type { Surroundings } from "../parts/surroundings";

/** What every part of the bucket needs to know. */
export interface Context extends Surroundings {
  readonly inputs: Bound<typeof storageFields>;
  /** Name of the bucket, known once it exists. */
  readonly bucket: string;
  readonly bucketArn: string;
  readonly key: Key;
}

/** What objects are encrypted with. */
export interface Key {
  /** Key of new objects. */
  readonly arn: string;
  /** All keys that objects of the bucket may be encrypted with: a list. */
  readonly decrypting: unknown;
}
