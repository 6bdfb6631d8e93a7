import { section, t } from "../../../kernel";
import { HERE, SAME_ACCOUNT, arn, called } from "../../parts/arns";
import { kmsKeyInput } from "../../parts/inputs";
import { replacementsInput } from "../../parts/replacement";
import { DAILY, WEEKLY, dailyMinutes, dailyMinutesHcl, weeklyMinutes, weeklyMinutesHcl } from "../../parts/windows";
import { NAME_KEY, exactlyOne, instanceClass, whole } from "./types";

const INSTANCE = "arn:aws:rds:us-east-1:123456789012:db:nimbus-production";

/** Longest that RDS keeps automated backups, in days (Amazon RDS User Guide, "Backup retention period"). */
export const LONGEST_RETENTION = 35;

/** Replicas of one source that RDS for PostgreSQL has (Amazon RDS User Guide, "Working with DB instance read replicas"). */
const MOST_REPLICAS = 15;

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a month has that day. What is no time at all is another rule's. */
function isOnCalendar(time: string): boolean {
  const [year, month, day] = time.slice(0, 10).split("-").map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return !(day > (month === 2 && isLeap ? 29 : MONTH_DAYS[month - 1]));
}

/** Where the data comes from. */
export const originInput = () =>
  t
    .object({
      /** Snapshot that is restored. Null where the data comes from elsewhere. */
      snapshot: t
        .object({
          /** Name of the snapshot, or ARN of a shared one, of this region. */
          id: t.string().length(1, 512).example("nimbus-production-final-0"),
        })
        .optional(),
      /** Database whose state at one moment is restored. Null where the data comes from elsewhere. */
      pointInTime: t
        .object({
          /** Identifier of a database of this region. Give this or `automatedBackupsArn`. */
          sourceInstance: t.string().length(1, 63).example("nimbus-production").optional(),
          /** ARN of automated backups, such as those replicated to this region. Give this or `sourceInstance`. */
          automatedBackupsArn: arn(
            "rds",
            called("auto-backup:"),
            "arn:aws:rds:us-east-1:123456789012:auto-backup:ab-0a1b2c3d",
            HERE,
          ).optional(),
          /** Moment that is restored, in UTC, such as 2026-11-21T08:00:00Z. Null is the latest there is. */
          time: t
            .string()
            .pattern(
              /^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$/,
              "must be a time in UTC, such as 2026-11-21T08:00:00Z",
              { good: "2026-11-21T08:00:00Z", bad: "yesterday" },
            )
            .rule({
              test: isOnCalendar,
              condition: (ref) => `can(timeadd(${ref}, "0s"))`,
              message: "must be on a day that the calendar has",
              bad: "2026-02-30T08:00:00Z",
            })
            .optional(),
          /**
           * Days that the source keeps its backups, which `time` is checked against.
           * @default 35
           */
          retentionDays: whole(1, LONGEST_RETENTION, "days").default(LONGEST_RETENTION),
        })
        .example({ sourceInstance: "nimbus-production" })
        .rule({
          ...exactlyOne("sourceInstance", "automatedBackupsArn"),
          bad: { sourceInstance: undefined },
        })
        .optional(),
      /**
       * Database that this one is a read replica of; taking it out promotes the replica in place. Null where the data
       * comes from elsewhere.
       */
      replicaOf: t
        .object({
          /** ARN of the source, of this region or another. */
          arn: arn("rds", called("db:"), INSTANCE, SAME_ACCOUNT),
        })
        .optional(),
      /**
       * Whether the first apply restores into one zone and without backups, so that the database serves sooner. Set it
       * back to false afterwards.
       * @default false
       */
      deferProtection: t.bool().default(false),
    })
    .example({ snapshot: { id: "nimbus-production-final-0" } })
    .rule({
      ...exactlyOne("snapshot", "pointInTime", "replicaOf"),
      bad: { replicaOf: { arn: INSTANCE } },
    });

/** Copies, backups and what a restore needs. */
export const recoveryInputs = {
  ...section("Source of the data", {
    /**
     * Where the data comes from when the database is made: exactly one of `snapshot`, `pointInTime` and `replicaOf`. The
     * plan refuses another one later, until `replacements` is raised with it. Null makes an empty database.
     */
    origin: originInput().optional(),
    /**
     * How often the database was replaced on purpose. The plan refuses a change of `name`, `kmsKey`, `dbName` or
     * `username`, and another restore, until this number is raised with it. Apply `deletionProtection` = false before.
     * What the old database held is in its final snapshot.
     * @default 0
     */
    replacements: replacementsInput(),
  }),
  ...section("Backups", {
    /**
     * Days that automated backups are kept, 1 to 35: how far a point in time can lie back. 0 turns them off, with
     * `allowNoBackups`.
     * @default 14
     */
    backupRetentionPeriod: whole(0, LONGEST_RETENTION, "days").default(14),
    /**
     * Whether `backupRetentionPeriod` may be 0: nothing can be restored then but snapshots that you take.
     * @default false
     */
    allowNoBackups: t.bool().default(false),
    /**
     * When automated backups are taken each day, in UTC.
     * @default "03:00-04:00"
     */
    backupWindow: t
      .string()
      .pattern(DAILY, "must be a time of the day in UTC, such as 03:00-04:00", { good: "03:00-04:00", bad: "3am" })
      .rule({
        test: (window) => !DAILY.test(window) || dailyMinutes(window) >= 30,
        condition: (ref) => `try(${dailyMinutesHcl(ref)} >= 30, true)`,
        message: "must last 30 minutes at least",
        bad: "03:00-03:15",
      })
      .default("03:00-04:00"),
    /**
     * Whether a last snapshot is taken when the database is destroyed. Without it, destroying it loses the data.
     * @default true
     */
    finalSnapshot: t.bool().default(true),
    /** Name of the last snapshot, which no other may have. Null is `<name>-final-<replacements>`. */
    finalSnapshotName: t
      .string()
      .pattern(
        /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
        "must be lower-case letters, digits and single hyphens between them, beginning with a letter",
        {
          good: "nimbus-production-last",
          bad: "Last One",
        },
      )
      .optional(),
    /**
     * Whether automated backups go with the database, and are not kept until their retention is over.
     * @default false
     */
    deleteAutomatedBackups: t.bool().default(false),
    /**
     * Whether AWS refuses to delete the database. Turn it off, and apply that, before you destroy it.
     * @default true
     */
    deletionProtection: t.bool().default(true),
  }),
  ...section("Maintenance", {
    /**
     * When RDS makes changes and upgrades each week, in UTC. It must not overlap `backupWindow`, and AWS Backup begins no
     * job in the hour before it and during it: leave the start window of a plan time before or after.
     * @default "sun:09:00-sun:10:00"
     */
    maintenanceWindow: t
      .string()
      .pattern(WEEKLY, "must be a time of the week in UTC, such as sun:05:00-sun:06:00", {
        good: "sun:05:00-sun:06:00",
        bad: "sunday",
      })
      .rule({
        test: (window) => !WEEKLY.test(window) || (weeklyMinutes(window) >= 30 && weeklyMinutes(window) < 1440),
        condition: (ref) => `try(${weeklyMinutesHcl(ref)} >= 30 && ${weeklyMinutesHcl(ref)} < 1440, true)`,
        message: "must last 30 minutes at least, and less than a day",
        bad: "sun:05:00-sun:05:15",
      })
      .default("sun:09:00-sun:10:00"),
  }),
  ...section("Encryption", {
    /**
     * KMS key that encrypts the storage, backups, secret, Performance Insights and logs; its policy must let CloudWatch
     * Logs use it. Null makes a key of the module's own (1 USD/month). A restored database keeps the key of its
     * snapshot or source.
     */
    kmsKey: kmsKeyInput(),
  }),
  ...section("Read replicas", {
    /**
     * Read replicas in this region, up to 15, by a name of your own: the class is the database's unless stated. Adding
     * and removing one changes nothing else.
     * @default {}
     */
    readReplicas: t
      .map(
        t.object({
          /** Instance class of the replica. Null is the database's own. */
          instanceClass: instanceClass().optional(),
          /**
           * Whether the replica has a standby in another zone.
           * @default false
           */
          multiAz: t.bool().default(false),
          /**
           * Whether AWS refuses to delete the replica.
           * @default false
           */
          deletionProtection: t.bool().default(false),
        }),
      )
      .keys(...NAME_KEY)
      .rule({
        test: (replicas) => Object.keys(replicas).length <= MOST_REPLICAS,
        condition: (ref) => `length(${ref}) <= ${MOST_REPLICAS}`,
        message: `must have at most ${MOST_REPLICAS} items`,
        bad: Object.fromEntries(Array.from({ length: MOST_REPLICAS + 1 }, (_none, i) => [`r${i}`, {}])),
      })
      .rule({
        test: (replicas) => Object.keys(replicas).every((name) => name.length <= 24),
        condition: (ref) => `alltrue([for name in keys(${ref}) : length(name) <= 24])`,
        message: "must have names of at most 24 characters, as the instance is named <name>-<replica>",
        bad: { "a-name-that-is-very-long-indeed": {} },
      })
      .default({}),
  }),
};
