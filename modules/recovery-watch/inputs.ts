import { CrossRule, PropsOf, inputs, section, t } from "../../kernel";
import { HERE, SAME_REGION, arn, called, keyArn } from "../parts/arns";
import { topicsInput } from "../parts/alarm-inputs";
import { ECR_SERVICE, ECR_SUFFIX } from "../parts/ecr";
import {
  kmsKeyInput,
  metricNamespaceInput,
  nameInput,
  parameterNameInput,
  permissionsBoundaryInput,
  retentionInput,
  tagsInput,
  whole,
} from "../parts/inputs";
import { regionName } from "../parts/regions";

const KEY = [
  /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/,
  "must be 1 to 64 letters, digits, dots, hyphens and underscores",
  { good: "web", bad: "the web" },
] as const;

/** An image in ECR: account, region, repository, and a tag or a digest. */
export const IMAGE = new RegExp(
  `^([0-9]{12})${ECR_SERVICE}([a-z0-9-]+)${ECR_SUFFIX}/([a-z0-9._/-]+)(?::([A-Za-z0-9_.-]+))?(?:@(sha256:[0-9a-f]{64}))?$`,
);

/** Longest age that is worth an alarm, in seconds: 35 days, as long as automated backups are kept. */
const LONGEST_AGE = 3_024_000;

const age = () => whole(60, LONGEST_AGE, "seconds");

const bucketName = (good: string) =>
  t.string().pattern(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "must be the name of a bucket", { good, bad: "Uploads" });

const fields = {
  ...section("General", {
    /**
     * Name of the application and its environment; it is the value of the dimension Environment too. Names of resources
     * begin with it; changing it replaces them.
     */
    name: nameInput(40),
    /** Region that the copies come from. The module itself belongs in the other one. */
    primaryRegion: regionName("us-east-1"),
    /**
     * Tags for every resource of the module.
     * @default {}
     */
    tags: tagsInput(),
  }),
  ...section("What is watched", {
    /**
     * Automated backup of RDS that is replicated to this region. The metric DatabaseCopyAge is the seconds between now
     * and the newest state that it can restore, a year where there is none. Null watches none.
     */
    database: t
      .object({
        /** ARN of the replicated automated backup, of this region. */
        automatedBackupArn: arn(
          "rds",
          called("auto-backup:"),
          "arn:aws:rds:us-east-1:123456789012:auto-backup:ab-0a1b2c3d",
          HERE,
        ),
        /** Age of the newest state that raises the alarm, in seconds: the recovery point objective. */
        maxAge: age(),
      })
      .optional(),
    /**
     * Copies of snapshots in this region that AWS Backup made of a database. The metric SnapshotCopyAge is the seconds
     * since the newest complete one was taken, a year where there is none. Null watches none.
     */
    snapshots: t
      .object({
        /** Identifier of the database that the snapshots are of. */
        identifier: t.string().length(1, 63).example("nimbus-production"),
        /** KMS key that a copy must be encrypted with to count. Null takes any. */
        kmsKey: t
          .object({
            /** ARN of the key. */
            arn: keyArn(),
          })
          .optional(),
        /**
         * Age of the newest copy that raises the alarm, in seconds: the schedule's period and the time that a copy
         * takes.
         */
        maxAge: age(),
      })
      .optional(),
    /**
     * Restore testing plan of AWS Backup in this region: the output restore_testing_plan_arn of backup-vault. The
     * metric FailedRestoreTests counts the restores that failed since the newest that succeeded; any is an alarm. Null
     * watches none.
     */
    restoreTest: t
      .object({
        /** ARN of the restore testing plan. */
        planArn: arn(
          "backup",
          called("restore-testing-plan:"),
          "arn:aws:backup:us-east-1:123456789012:restore-testing-plan:nimbus_production-0a1b2c3d",
          HERE,
        ),
      })
      .optional(),
    /**
     * Images of this region's ECR that must be there, by a name of your own. Metric MissingImages: how many are not, or
     * could not be asked for.
     * @default {}
     */
    images: t
      .map(
        t.string().pattern(IMAGE, "must be an image in ECR, with a tag or a digest", {
          good: "123456789012.dkr.ecr.us-west-2.amazonaws.com/nimbus/web:1.0.0",
          bad: "nginx",
        }),
      )
      .keys(...KEY)
      .default({}),
    /**
     * Copies of secrets in this region, by a name of your own. Metric StaleSecrets: how many are not there, are about
     * to be deleted, have no current value, or follow `primaryRegion` no more. Their values are never read.
     * @default {}
     */
    secrets: t
      .map(
        arn(
          "secretsmanager",
          called("secret:"),
          "arn:aws:secretsmanager:us-east-1:123456789012:secret:nimbus/session-key-a1b2c3",
          SAME_REGION,
        ),
      )
      .keys(...KEY)
      .default({}),
    /**
     * Buckets of `primaryRegion` that are replicated to this one, by a name of your own. There is an alarm when S3's
     * metric ReplicationLatency, how far the copy is behind, is too high.
     * @default {}
     */
    buckets: t
      .map(
        t.object({
          /** Name of the bucket in the primary region. */
          source: bucketName("nimbus-uploads"),
          /** Name of the bucket in this region. */
          destination: bucketName("nimbus-recovery-uploads"),
          /**
           * Name of the replication rule, which must have metrics.
           * @default "replicate"
           */
          ruleId: t.string().length(1, 255).default("replicate"),
          /**
           * Delay of the copy that raises the alarm, in seconds.
           * @default 900
           */
          maxLatency: whole(60, 86_400, "seconds").default(900),
        }),
      )
      .keys(...KEY)
      .default({}),
  }),
  ...section("Operation", {
    /**
     * Minutes between two looks. RDS uploads logs every 5 minutes, so more often shows little more. At 5 minutes: about
     * 0.05 USD/month for the executions, and 0.30 USD/month for each metric.
     * @default 5
     */
    intervalMinutes: whole(1, 60, "minutes").default(5),
    /**
     * SSM parameter that remembers what was found last, as JSON, for the recovery to read when nothing else can be
     * asked. Null is `/holdfast/<name>/copies`.
     */
    parameterName: parameterNameInput("/holdfast/nimbus-production/copies"),
    /**
     * Namespace of the metrics.
     * @default "Holdfast/Recovery"
     */
    metricNamespace: metricNamespaceInput(),
    /**
     * SNS topics of this region that the alarms tell.
     * @default []
     */
    alarmTopicArns: topicsInput(),
    /**
     * KMS key that encrypts the log of the state machine; its policy must let CloudWatch Logs use it. Null makes a key
     * of the module's own (1 USD/month).
     */
    kmsKey: kmsKeyInput(),
    /** Permissions boundary of the module's own roles. Null sets none. */
    permissionsBoundary: permissionsBoundaryInput(),
    /**
     * Days that logs of the state machine are kept. A year by default, so that an audit finds what an incident left.
     * @default 365
     */
    logRetentionDays: retentionInput(),
  }),
};

/** No alarm that would always be on: a copy is as old as the time between two looks before anybody can know. */
const rules: readonly CrossRule<typeof fields>[] = [
  {
    on: "intervalMinutes",
    test: ({ intervalMinutes, database }) => !database || intervalMinutes * 60 <= database.maxAge,
    condition: "var.database == null ? true : var.interval_minutes * 60 <= var.database.max_age",
    message: (spell) => `must not be longer than database.${spell("maxAge")}: the alarm would miss what it is for`,
    bad: {
      intervalMinutes: 60,
      database: {
        automatedBackupArn: "arn:aws:rds:us-east-1:123456789012:auto-backup:ab-0a1b2c3d",
        maxAge: 600,
      },
    },
  },
];

/** Inputs of the recovery-watch module. */
export const recoveryWatchInputs = inputs(fields, rules);

/** Props of the watch. */
export type RecoveryWatchProps = PropsOf<typeof recoveryWatchInputs>;
