import { section, t } from "../../../kernel";
import { keyArn } from "../../parts/arns";
import { existingBucket, permissionsBoundaryInput, tagsInput } from "../../parts/inputs";
import { replacementsInput } from "../../parts/replacement";
import { accessInputs } from "./access";
import { lifecycleInputs } from "./lifecycle";
import { replicationInputs } from "./replication";
import { bucketName, prefix, whole } from "./types";

/** All inputs of the module. */
export const storageFields = {
  ...section("General", {
    /**
     * Name of the bucket. No other bucket of any account may have it: begin with your company and the environment. S3
     * cannot rename a bucket, so that a change is refused: see `replacements`.
     */
    name: bucketName(),
    /**
     * Whether S3 keeps what is overwritten or deleted as an old version. Turned off, the versions that exist are kept,
     * and no new ones are made.
     * @default true
     */
    versioning: t.bool().default(true),
    /**
     * Whether Terraform may delete the bucket while it holds objects, with all of them and all their versions. With
     * false S3 refuses. Apply true before you destroy.
     * @default false
     */
    forceDestroy: t.bool().default(false),
    /**
     * How often the bucket was replaced on purpose. A change of name can only be made by a new one, and loses what the
     * old one holds: the plan refuses it until this number is raised by the same change.
     * @default 0
     */
    replacements: replacementsInput(),
    /**
     * Tags for every resource of the module.
     * @default {}
     */
    tags: tagsInput(),
  }),
  ...section("Encryption", {
    /**
     * KMS key of yours that encrypts new objects, in the bucket's region. Null takes the module's own. A change leaves
     * older objects under the key that they were written with: see `ownKmsKey` and `formerKmsKeys`.
     */
    kmsKey: t
      .object({
        /** ARN of the key. */
        arn: keyArn(),
      })
      .optional(),
    /**
     * Whether the module has a key of its own (1 USD/month, rotated every year). It stays when `kmsKey` is given later,
     * since objects may be encrypted with it. False deletes it after 30 days, and what it encrypts is then lost.
     * @default true
     */
    ownKmsKey: t.bool().default(true),
    /**
     * Further keys of yours that older objects are encrypted with: readers, writers and the replication may decrypt
     * with them. The module's own key counts by itself.
     * @default []
     */
    formerKmsKeys: t.set(keyArn()).default([]),
  }),
  ...accessInputs,
  ...lifecycleInputs,
  ...replicationInputs,
  ...section("Object Lock", {
    /**
     * Keeps each new version from being deleted or overwritten for a time; a bucket under COMPLIANCE cannot be deleted
     * before. Null locks nothing. Taken away, new versions are free, but S3 keeps Object Lock and versioning on for
     * good.
     */
    objectLock: t
      .object({
        /** GOVERNANCE can be lifted by a role with s3:BypassGovernanceRetention, COMPLIANCE by nobody. */
        mode: t.oneOf("GOVERNANCE", "COMPLIANCE"),
        /** Days that each version is locked. Give this or `years`. */
        days: whole(1, 36_500, "days").optional(),
        /** Years that each version is locked. Give this or `days`. */
        years: whole(1, 100, "years").optional(),
      })
      .example({ days: 30 })
      .rule({
        test: ({ days, years }) => ((days ?? null) === null) !== ((years ?? null) === null),
        condition: (ref) => `(${ref}.days == null) != (${ref}.years == null)`,
        message: "must have days or years, one of them",
        bad: { days: 30, years: 1 },
      })
      .optional(),
  }),
  ...section("Logs and events", {
    /**
     * Whether each request is logged. On by default, since delivery is free and nothing else tells who read a file;
     * only the storage of the logs is billed.
     * @default true
     */
    accessLogs: t.bool().default(true),
    /**
     * Whether the module has a bucket of its own for the logs, `<name>-logs`. It stays when `accessLogs` is turned off
     * or `logBucket` is given, since it holds logs. False deletes it, which S3 refuses while it holds any unless
     * `logForceDestroy` was applied before.
     * @default true
     */
    ownLogBucket: t.bool().default(true),
    /**
     * A bucket of yours for the logs: in this region and account, encrypted with SSE-S3, without Object Lock, with a
     * policy that lets logging.s3.amazonaws.com put objects. Null takes the module's own.
     */
    logBucket: t
      .object({
        /** Name of the bucket. */
        name: existingBucket(),
        /**
         * Folder of the logs in the bucket. Empty is its root.
         * @default ""
         */
        prefix: prefix(),
      })
      .optional(),
    /**
     * Days that the module's own bucket keeps logs. A year by default, so that an audit finds what an incident left.
     * @default 365
     */
    logRetentionDays: whole(1, 3653, "days").default(365),
    /**
     * Whether Terraform may delete the module's own log bucket with the logs in it.
     * @default false
     */
    logForceDestroy: t.bool().default(false),
    /**
     * Whether EventBridge is told of each object that comes, goes or moves, for rules of yours. AWS bills 1 USD for a
     * million events.
     * @default false
     */
    eventBridge: t.bool().default(false),
  }),
  ...section("Roles", {
    /** Permissions boundary of the role that replicates, where the account asks for one. Null sets none. */
    permissionsBoundary: permissionsBoundaryInput(),
  }),
};
