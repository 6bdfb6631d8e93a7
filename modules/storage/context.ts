import { Bound } from "../../kernel";
import type { storageFields } from "./inputs/fields";

/** What every part of the bucket needs to know. */
export interface Context {
  readonly inputs: Bound<typeof storageFields>;
  /** Name of the bucket, known once it exists. */
  readonly bucket: string;
  readonly bucketArn: string;
  readonly key: Key;
  readonly accountId: string;
  readonly partition: string;
  readonly region: string;
  /** What the names of the partition's services end with: amazonaws.com, but amazonaws.com.cn in China. */
  readonly dnsSuffix: string;
}

/** What objects are encrypted with. */
export interface Key {
  /** Key of new objects. */
  readonly arn: string;
  /** All keys that objects of the bucket may be encrypted with: a list. */
  readonly decrypting: unknown;
}
