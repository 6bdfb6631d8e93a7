import { section, t } from "../../../kernel";
import { ANYWHERE, bucketArn, keyArn } from "../../parts/arns";
import { regionName } from "../../parts/regions";
import { prefix } from "./types";

const destination = t.object({
  /** ARN of the bucket. */
  bucketArn: bucketArn("nimbus-recovery-uploads"),
  /** Region of the bucket, which must not be this one. */
  region: regionName(),
  /** ARN of the KMS key of that region that encrypts the copies. */
  kmsKeyArn: keyArn(ANYWHERE, "us-west-3"),
  /**
   * Storage class of the copies.
   * @default "STANDARD"
   */
  storageClass: t
    .oneOf("STANDARD", ...(["STANDARD_IA", "INTELLIGENT_TIERING", "ONEZONE_IA", "GLACIER_IR"] as const))
    .default("STANDARD"),
  /** Account of the bucket, which then owns the copies. Null is this account. */
  accountId: t
    .string()
    .pattern(/^[0-9]{12}$/, "must be an account: 12 digits", { good: "123456789012", bad: "nimbus" })
    .optional(),
});

/** The copy in another region. */
export const replicationInputs = section("Replication", {
  /**
   * Copies every new object to a bucket in another region. Objects that exist already need S3 Batch Replication. Null
   * copies nothing.
   */
  replication: t
    .object({
      /** Bucket that objects are copied to. It must have versioning. */
      destination,
      /**
       * What the keys of copied objects begin with. Empty copies the whole bucket.
       * @default ""
       */
      prefix: prefix(),
      /**
       * Whether deletions are copied too, so that a deleted file does not come back in a recovery. Old versions stay in
       * both buckets.
       * @default true
       */
      deleteMarkers: t.bool().default(true),
      /**
       * Whether changed tags and locks of copies are copied back, for two buckets that replicate each other.
       * @default false
       */
      replicaModifications: t.bool().default(false),
      /**
       * Whether S3 publishes what is pending, late or failed.
       * @default true
       */
      metrics: t.bool().default(true),
      /**
       * Whether S3 promises 99.9 % of the copies within 15 minutes, for about 0.015 USD/GB more.
       * @default true
       */
      timeControl: t.bool().default(true),
    })
    .rule({
      test: ({ metrics = true, timeControl = true }) => metrics || !timeControl,
      condition: (ref) => `${ref}.metrics || !${ref}.time_control`,
      message: (spell) => `must have metrics with ${spell("timeControl")}: S3 reports a copy that is late by them`,
      bad: { metrics: false, timeControl: true },
    })
    .optional(),
});
