import { section, t } from "../../../kernel";
import { SAME_REGION, livesAt, topicArn } from "../../parts/arns";
import { kmsKeyInput } from "../../parts/inputs";
import { replacementsInput } from "../../parts/replacement";
import { DAILY, WEEKLY } from "../../parts/windows";
import { addedSince, idle, known, values } from "../parameter-names";
import { isLongEnough, isLongEnoughHcl } from "../windows";
import { whole } from "./types";

const SNAPSHOT_NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

const snapshotName = () =>
  t.string().pattern(SNAPSHOT_NAME, "must be lower-case letters, digits and single hyphens", {
    good: "nimbus-production-final",
    bad: "Final--Snapshot",
  });

/** A window that is long enough for ElastiCache. */
const window = (kind: "daily" | "weekly", pattern: RegExp, good: string, short: string) =>
  t
    .string()
    .pattern(pattern, `must be a ${kind} window in UTC, such as ${good}`, { good, bad: "at night" })
    .rule({
      test: isLongEnough,
      condition: (ref) => isLongEnoughHcl(ref, kind),
      message: "must last 60 minutes or longer",
      bad: short,
    });

/** What becomes of the data. */
export const dataInputs = {
  ...section("Memory", {
    /**
     * What is evicted when memory is full. Null is allkeys-lru: the keys that were not used for longest. volatile-...
     * evicts only keys with a TTL; noeviction refuses writes, for queues and locks. A serverless cache always evicts
     * keys with a TTL.
     */
    maxmemoryPolicy: t
      .oneOf(
        "allkeys-lru",
        "allkeys-lfu",
        "allkeys-random",
        "volatile-lru",
        "volatile-lfu",
        "volatile-random",
        "volatile-ttl",
        "noeviction",
      )
      .optional(),
    /**
     * Events that are published as keys change: K or E (by key, by event) with classes, such as Egx for the expiry of
     * sessions. Null is none; each event costs CPU.
     */
    notifyKeyspaceEvents: t
      .string()
      .pattern(/^[KEg$lshzxeA]*$/, "must be letters that the engine knows, such as Egx", { good: "Egx", bad: "?" })
      .optional(),
    /**
     * Further parameters of the engine, by their names. Some take effect when nodes restart.
     * @default {}
     */
    parameters: t
      .map(t.string())
      .keys(/^[a-z][a-z0-9-]*$/, "must be names of parameters, such as slowlog-log-slower-than", {
        good: "timeout",
        bad: "Time Out",
      })
      .rule(known)
      .rule(values)
      .rule(idle)
      .caution(addedSince)
      .default({}),
  }),
  ...section("Snapshots", {
    /**
     * Days that daily snapshots are kept. 0 makes none: for a cache that holds nothing of its own.
     * @default 7
     */
    snapshotRetentionDays: whole(0, 35, "days").default(7),
    /**
     * When daily snapshots are taken, in UTC. A serverless cache is told only when it begins.
     * @default "03:00-04:00"
     */
    snapshotWindow: window("daily", DAILY, "03:00-04:00", "03:00-03:30").default("03:00-04:00"),
    /**
     * What the cache starts with. Read only when the cache is made: a later change, or taking it away, does nothing.
     * Null starts empty.
     */
    snapshot: t
      .object({
        /** Name of a snapshot in ElastiCache, for nodes only. Give this or `arns`. */
        name: snapshotName().optional(),
        /**
         * For nodes .rdb files in S3, one for each shard; for a serverless cache the ARN of a snapshot in ElastiCache.
         * Give this or `name`.
         */
        arns: t
          .list(
            t
              .string()
              .pattern(
                /^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:(s3:::.+[.]rdb|elasticache:.+)$/,
                "must be the ARN of a snapshot",
                {
                  good: "arn:aws:s3:::nimbus-snapshots/nimbus.rdb",
                  bad: "s3://nimbus-snapshots/nimbus.rdb",
                },
              )
              .against(livesAt(SAME_REGION, "arn:aws:s3:::nimbus-snapshots/nimbus.rdb")),
          )
          .length(1, 500)
          .optional(),
      })
      .example({ name: "nimbus-production-final" })
      .rule({
        test: ({ name, arns }) => ((name ?? null) === null) !== ((arns ?? null) === null),
        condition: (ref) => `(${ref}.name == null) != (${ref}.arns == null)`,
        message: "must have either a name or arns",
        bad: { name: "final", arns: ["arn:aws:s3:::nimbus-snapshots/nimbus.rdb"] },
      })
      .optional(),
    /**
     * Name of the snapshot that is taken before nodes are destroyed. Null is `<name>-final`. AWS refuses to destroy the
     * cache while a snapshot has that name already.
     */
    finalSnapshotName: snapshotName().length(1, 255).optional(),
    /**
     * Whether the cache may be destroyed with all that is in it, without a last snapshot. A serverless cache needs it:
     * the AWS provider cannot take one there, so take one by hand first.
     * @default false
     */
    skipFinalSnapshot: t.bool().default(false),
  }),
  ...section("Encryption", {
    /**
     * KMS key that encrypts the data, its snapshots and the logs of the cache; its policy must let CloudWatch Logs use
     * it. Null makes a key of the module's own (1 USD/month). Changing it replaces the cache.
     */
    kmsKey: kmsKeyInput(),
  }),
  ...section("Maintenance", {
    /**
     * When AWS patches nodes, and makes the changes that wait for it, in UTC; not within the snapshot window. Null is
     * sun:05:00-sun:06:00.
     */
    maintenanceWindow: window("weekly", WEEKLY, "sun:05:00-sun:06:00", "sun:05:00-sun:05:30").optional(),
    /**
     * Whether a change of the node type or the version is made at once, each node being away for a while, and not in
     * the maintenance window; until then plans show it again. Null is false. Replicas, shards and users always change
     * at once.
     */
    applyImmediately: t.bool().optional(),
    /** Whether AWS raises the minor version in the maintenance window. Null is true. */
    autoMinorVersionUpgrade: t.bool().optional(),
    /** SNS topic that is told of failovers, patches and other events of nodes. Null tells none. */
    notificationTopicArn: topicArn("arn:aws:sns:us-east-1:123456789012:cache").optional(),
    /**
     * How often the cache was replaced on purpose. The plan refuses a change that needs a new cache, such as a lower
     * version, until this number is raised with it. The new one is named `<name>-<number>`, has another endpoint, and
     * starts empty or from `snapshot`.
     * @default 0
     */
    replacements: replacementsInput(),
  }),
};
