import { CrossRule, PropsOf, Spell, inputs, section, t } from "../../kernel";
import { ANYWHERE, HERE, arn, called, livesAt, roleArn, unless } from "../parts/arns";
import { nameInput, permissionsBoundaryInput, tagsInput, whole } from "../parts/inputs";
import { schedule, timeZone } from "../parts/schedules";
import { topicsInput } from "../parts/alarm-inputs";
import { eventTopic, eventsInput, vaultInputs } from "../parts/vault";

const KEY = [
  /^[a-z0-9][a-z0-9-]{0,39}$/,
  "must be 1 to 40 lower-case letters, digits and hyphens",
  { good: "daily", bad: "Every Day" },
] as const;

/** Days that AWS Backup keeps what it moved to cold storage, at the least. Source: AWS Backup Developer Guide, "Lifecycle". */
const COLD_DAYS = 90;

/** One minute of each hour. Source: AWS Backup Developer Guide, "Backup plan options and configuration", Backup frequency. */
const HOURLY = /^cron[(][0-5]?[0-9]\x20/;

/** What a selection may name. Source: botocore, backup, BackupSelection: ARNs, with * for parts of one. */
const ANY_TEXT = "[^:]*[*][^:]*";
const RESOURCE = /^([*]|arn:([*]|aws[a-z-]*):.+)$/;

/** Longest that a continuous backup is kept, in days. Source: AWS Backup Developer Guide, "Point-in-time recovery". */
const CONTINUOUS_DAYS = 35;

const days = () => whole(1, 36_500, "days");

interface Lifecycle {
  readonly deleteAfterDays?: number;
  readonly coldStorageAfterDays?: number | null;
}

const staysCold = ({ deleteAfterDays, coldStorageAfterDays }: Lifecycle): boolean =>
  (coldStorageAfterDays ?? null) === null ||
  Number(deleteAfterDays ?? CONTINUOUS_DAYS) >= Number(coldStorageAfterDays) + COLD_DAYS;

/** A copy or a rule that moves to cold storage keeps what it moved for 90 days. */
const coldRule = {
  test: staysCold,
  condition: (ref: string) =>
    `${ref}.cold_storage_after_days == null ? true : ${ref}.delete_after_days >= ${ref}.cold_storage_after_days + ${COLD_DAYS}`,
  message: (spell: Spell<"deleteAfterDays" | "coldStorageAfterDays">) =>
    `must have a ${spell("deleteAfterDays")} of at least ${COLD_DAYS} more than ${spell("coldStorageAfterDays")}: cold storage is billed for as long`,
  bad: { deleteAfterDays: COLD_DAYS, coldStorageAfterDays: 30 },
};

const copy = t
  .object({
    /** ARN of the vault. */
    vaultArn: arn(
      "backup",
      called("backup-vault:"),
      "arn:aws:backup:us-west-2:123456789012:backup-vault:nimbus-production",
      ANYWHERE,
    ),
    /**
     * Days that the copy is kept.
     * @default 35
     */
    deleteAfterDays: days().default(CONTINUOUS_DAYS),
    /** Days after which the copy moves to cold storage. Null moves none. */
    coldStorageAfterDays: days().optional(),
  })
  .rule(coldRule);

const rule = t
  .object({
    /** When backups are taken: a cron expression of six parts, in `timezone`. */
    schedule: schedule(["cron"], "cron(0 5 * * ? *)").pattern(
      HOURLY,
      "must have one minute, such as cron(30 * * * ? *): AWS Backup takes a backup once an hour at the most",
      { good: "cron(0 5 * * ? *)", bad: "cron(0/15 * * * ? *)" },
    ),
    /**
     * Time zone of the schedule.
     * @default "Etc/UTC"
     */
    timezone: timeZone("Etc/UTC"),
    /**
     * Minutes within which a job must begin, or is cancelled; 60 or more.
     * @default 60
     */
    startWindowMinutes: whole(60, 10_080, "minutes").default(60),
    /**
     * Minutes within which a job must end, or is cancelled; at least an hour more than `startWindowMinutes`.
     * @default 480
     */
    completionWindowMinutes: whole(120, 20_160, "minutes").default(480),
    /**
     * Days that a backup is kept.
     * @default 35
     */
    deleteAfterDays: days().default(CONTINUOUS_DAYS),
    /** Days after which a backup moves to cold storage, for resources that know it (RDS does not). Null moves none. */
    coldStorageAfterDays: days().optional(),
    /**
     * Whether any second of the last 35 days can be restored. Copies cannot be restored so.
     * @default false
     */
    continuous: t.bool().default(false),
    /**
     * Vaults of other regions or accounts that complete backups are copied to, by a name of your own.
     * @default {}
     */
    copies: t
      .map(copy)
      .keys(...KEY)
      .default({}),
  })
  .rule(coldRule)
  .rule({
    test: ({ continuous, deleteAfterDays, coldStorageAfterDays }) =>
      !continuous ||
      (Number(deleteAfterDays ?? CONTINUOUS_DAYS) <= CONTINUOUS_DAYS && (coldStorageAfterDays ?? null) === null),
    condition: (ref) =>
      `!${ref}.continuous || ${ref}.delete_after_days <= ${CONTINUOUS_DAYS} && ${ref}.cold_storage_after_days == null`,
    message: `must keep a continuous backup for at most ${CONTINUOUS_DAYS} days, and not in cold storage`,
    bad: { continuous: true, deleteAfterDays: 90 },
  })
  .rule({
    test: ({ startWindowMinutes, completionWindowMinutes }) =>
      Number(completionWindowMinutes) >= Number(startWindowMinutes) + 60,
    condition: (ref) => `${ref}.completion_window_minutes >= ${ref}.start_window_minutes + 60`,
    message: (spell) =>
      `must have a ${spell("completionWindowMinutes")} of at least an hour more than ${spell("startWindowMinutes")}`,
    bad: { startWindowMinutes: 480, completionWindowMinutes: 480 },
  });

const selection = t
  .object({
    /**
     * ARNs of resources; * stands for parts of one.
     * @default []
     */
    resourceArns: t
      .list(
        t
          .string()
          .pattern(RESOURCE, "must be an ARN, in which * stands for any text, or *", {
            good: "arn:aws:rds:us-east-1:123456789012:db:nimbus",
            bad: "nimbus-production",
          })
          .against(unless("[*]", livesAt(HERE, "arn:aws:rds:us-east-1:123456789012:db:nimbus-production", ANY_TEXT))),
      )
      .length(0, 500)
      .default([]),
    /**
     * Tags that a resource must have, all of them.
     * @default {}
     */
    tags: t.map(t.string()).default({}),
  })
  .example({ resourceArns: ["arn:aws:rds:us-east-1:123456789012:db:nimbus-production"] })
  .rule({
    test: ({ resourceArns, tags }) => (resourceArns ?? []).length + Object.keys(tags ?? {}).length > 0,
    condition: (ref) => `length(${ref}.resource_arns) + length(${ref}.tags) > 0`,
    message: (spell) =>
      `must name resources (${spell("resourceArns")}), tags that they have, or both: it would otherwise be all of the account`,
    bad: { resourceArns: [] },
  });

const fields = {
  ...section("General", {
    /**
     * Name of the vault and the plan. A vault that holds something cannot be renamed: AWS refuses to delete the old
     * one. Names of resources begin with it; changing it replaces them.
     */
    name: nameInput(42),
    /**
     * Tags for every resource of the module.
     * @default {}
     */
    tags: tagsInput(),
  }),
  ...section("Plan", {
    /**
     * When backups are taken and how long they are kept, by a name of your own. RDS snapshots cost 0.095 USD/month for
     * each GiB in us-east-1, copies as much, and the transfer to another region 0.02 USD/GiB.
     * @default { daily: { schedule: "cron(0 5 * * ? *)", deleteAfterDays: 35 }, weekly: { schedule: "cron(0 7 ? * SUN
     * *)", deleteAfterDays: 90 } }
     */
    rules: t
      .map(rule)
      .keys(...KEY)
      .default({
        daily: { schedule: "cron(0 5 * * ? *)", deleteAfterDays: 35 },
        weekly: { schedule: "cron(0 7 ? * SUN *)", deleteAfterDays: 90 },
      }),
    /**
     * Tags that backups get, and their copies, beside those of the resource itself.
     * @default {}
     */
    recoveryPointTags: tagsInput(),
    /**
     * What is backed up, by a name of your own: resources by ARN (* stands for parts of it), by all of these tags, or
     * by both. Resources that are made later are in, where they have the tags.
     * @default {}
     */
    selections: t
      .map(selection)
      .keys(...KEY)
      .default({}),
    /** Role that backs up and copies. Null makes a role of the module's own. */
    role: t
      .object({
        /** ARN of the role. */
        arn: roleArn("backup"),
      })
      .optional(),
    /** Permissions boundary of the module's own role. Null sets none. */
    permissionsBoundary: permissionsBoundaryInput(),
  }),
  ...vaultInputs,
  ...section("Monitoring", {
    /**
     * SNS topic of the vault's region that is told of jobs; its policy must let backup.amazonaws.com publish. A
     * completed job may have failed: the attribute State of the message says so. Null tells nobody.
     */
    notifications: t
      .object({
        /** ARN of the SNS topic, of the vault's region. */
        topicArn: eventTopic(),
        /**
         * Events that the topic is told.
         * @default ["BACKUP_JOB_COMPLETED", "COPY_JOB_FAILED"]
         */
        events: eventsInput(["BACKUP_JOB_COMPLETED", "COPY_JOB_FAILED"]),
      })
      .optional(),
    /**
     * Alarms of this region, on jobs that failed or ran out of time, and the SNS topics that they tell. They say that
     * something went wrong, not that nothing happens any more: the age of a copy is measured where it is, see
     * recovery-watch. Null makes none; 0.10 USD/month each.
     */
    alarms: t
      .object({
        /**
         * SNS topics that the alarms tell.
         * @default []
         */
        topicArns: topicsInput(),
      })
      .optional(),
  }),
};

const rules: readonly CrossRule<typeof fields>[] = [
  {
    on: "rules",
    test: ({ rules: stated }) => Object.keys(stated).length > 0,
    condition: "length(var.rules) > 0",
    message: "must have a rule at least: a plan without one backs nothing up",
    bad: { rules: {} },
  },
  {
    on: "rules",
    test: ({ rules: stated, lock }) =>
      !lock ||
      Object.values(stated).every(
        ({ deleteAfterDays = CONTINUOUS_DAYS }) =>
          deleteAfterDays >= (lock.minRetentionDays ?? 1) &&
          deleteAfterDays <= (lock.maxRetentionDays ?? Number.POSITIVE_INFINITY),
      ),
    condition:
      "var.lock == null ? true : alltrue([for rule in values(var.rules) : rule.delete_after_days >= var.lock.min_retention_days && rule.delete_after_days <= coalesce(var.lock.max_retention_days, rule.delete_after_days)])",
    message: (spell) =>
      `must keep backups for a time that the lock allows (${spell("minRetentionDays")} to ${spell("maxRetentionDays")}): AWS Backup would refuse each of them`,
    bad: { lock: { minRetentionDays: 60 } },
  },
];

/** Inputs of the backup module. */
export const backupInputs = inputs(fields, rules);

/** Props of the backup plan. */
export type BackupProps = PropsOf<typeof backupInputs>;
