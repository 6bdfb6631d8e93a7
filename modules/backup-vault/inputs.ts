import { CrossRule, PropsOf, inputs, section, t } from "../../kernel";
import { nameInput, permissionsBoundaryInput, tagsInput, whole } from "../parts/inputs";
import { schedule } from "../parts/schedules";
import { eventTopic, eventsInput, vaultInputs } from "../parts/vault";

/** What AWS Backup can restore to try it. Source: AWS Backup API reference, RestoreTestingSelectionForCreate. */
export const TESTED_TYPES = [
  "RDS",
  "Aurora",
  "DocumentDB",
  "DynamoDB",
  "EBS",
  "EC2",
  "EFS",
  "FSx",
  "Neptune",
  "S3",
] as const;

const fields = {
  ...section("General", {
    /**
     * Name of the vault. A vault that holds something cannot be renamed: AWS refuses to delete the old one. Names of
     * resources begin with it; changing it replaces them.
     */
    name: nameInput(40),
    /**
     * Tags for every resource of the module.
     * @default {}
     */
    tags: tagsInput(),
  }),
  ...vaultInputs,
  ...section("Copies", {
    /**
     * Other accounts of the organization that may copy into the vault. Copies from this account need no entry.
     * @default []
     */
    sourceAccounts: t
      .list(
        t.string().pattern(/^[0-9]{12}$/, "must be the 12 digits of an account", { good: "123456789012", bad: "1234" }),
      )
      .length(0, 50)
      .unique()
      .default([]),
  }),
  ...section("Restore test", {
    /**
     * Restores the newest copy on a schedule, keeps it for a while, and deletes it again. It costs 0.7 USD for the
     * test, and what is restored: about 0.5 USD for an hour of a small database. Null tests nothing.
     */
    restoreTest: t
      .object({
        /**
         * When a copy is restored: a cron expression of six parts, in UTC.
         * @default "cron(0 7 1 * ? *)"
         */
        schedule: schedule(["cron"], "cron(0 7 1 * ? *)").default("cron(0 7 1 * ? *)"),
        /**
         * Hours within which the restore must begin.
         * @default 8
         */
        startWindowHours: whole(1, 168, "hours").default(8),
        /**
         * Age of the oldest copy that may be restored, in days.
         * @default 35
         */
        selectionWindowDays: whole(1, 365, "days").default(35),
        /**
         * What is restored.
         * @default "RDS"
         */
        resourceType: t.oneOf(...TESTED_TYPES).default("RDS"),
        /**
         * ARNs of the resources that were backed up, in their own region; * is all of them.
         * @default ["*"]
         */
        resourceArns: t
          .list(t.string().pattern(/^(\*|arn:.+)$/, "must be an ARN, or *", { good: "*", bad: "database" }))
          .length(1, 30)
          .default(["*"]),
        /**
         * How it is restored: for RDS dbSubnetGroupName, without which it needs a default VPC, dbInstanceClass and
         * vpcSecurityGroupIds.
         * @default {}
         */
        metadata: t.map(t.string()).default({}),
        /**
         * Hours that the restored resource is kept, for somebody to look at.
         * @default 1
         */
        validationWindowHours: whole(0, 168, "hours").default(1),
      })
      .optional(),
    /** Permissions boundary of the role that restores. Null sets none. */
    permissionsBoundary: permissionsBoundaryInput(),
  }),
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
         * @default ["COPY_JOB_FAILED", "RESTORE_JOB_COMPLETED"]
         */
        events: eventsInput(["COPY_JOB_FAILED", "RESTORE_JOB_COMPLETED"]),
      })
      .optional(),
  }),
};

const rules: readonly CrossRule<typeof fields>[] = [
  {
    on: "restoreTest",
    test: ({ restoreTest }) =>
      !(restoreTest?.resourceArns ?? []).includes("*") || restoreTest?.resourceArns?.length === 1,
    condition:
      'var.restore_test == null ? true : !contains(var.restore_test.resource_arns, "*") || length(var.restore_test.resource_arns) == 1',
    message: (spell) => `must have either * or ARNs in ${spell("resourceArns")}, not both`,
    bad: { restoreTest: { resourceArns: ["*", "arn:aws:rds:us-east-1:123456789012:db:nimbus-production"] } },
  },
];

/** Inputs of the backup-vault module. */
export const backupVaultInputs = inputs(fields, rules);

/** Props of the vault. */
export type BackupVaultProps = PropsOf<typeof backupVaultInputs>;
