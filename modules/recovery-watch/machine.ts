import { RETRY, api, caught } from "../parts/states-language";
import * as expressions from "./expressions";

/** What the state machine must know. Each value may be an expression of Terraform. */
export interface MachineConfig {
  readonly partition: string;
  /** Value of the dimension Environment. */
  readonly environment: string;
  readonly namespace: string;
  readonly primaryRegion: string;
  /** SSM parameter that remembers what was found. */
  readonly parameterName: string;
  readonly automatedBackupArn: string;
  /** Key that usable snapshots are encrypted with; empty for any. */
  readonly snapshotKey: string;
  /** Key of the kit's file that is written last; empty without one. */
  readonly kitKey: string;
  /** The branches that measure, as {@link databaseBranch} and its like make them; a list or an expression of one. */
  readonly branches: unknown;
}

interface Ask {
  readonly state: string;
  readonly action: string;
  readonly arguments: object;
  readonly answer: string;
  readonly error: unknown;
}

/** States that ask one API and end with an answer, also where it fails. */
const asking = (partition: string, ask: Ask): object => ({
  StartAt: ask.state,
  States: {
    [ask.state]: {
      Type: "Task",
      Resource: api(partition, ask.action),
      Arguments: ask.arguments,
      Retry: RETRY,
      Catch: caught(`${ask.state} failed`, ask.error),
      Output: ask.answer,
      End: true,
    },
    [`${ask.state} failed`]: { Type: "Pass", End: true },
  },
});

/** Measures the replicated automated backup of a database. */
export const databaseBranch = (partition: string, automatedBackupArn: string): object =>
  asking(partition, {
    state: "Find the replicated backup",
    action: "rds:describeDBInstanceAutomatedBackups",
    arguments: { DbInstanceAutomatedBackupsArn: automatedBackupArn },
    answer: expressions.DATABASE,
    error: expressions.DATABASE_ERROR,
  });

/** Measures a read replica: whether it replicates, and up to when it has what its source has. */
export const replicaBranch = (partition: string, identifier: string): object => ({
  StartAt: "Find the replica",
  States: {
    "Find the replica": {
      Type: "Task",
      Resource: api(partition, "rds:describeDBInstances"),
      Arguments: { DbInstanceIdentifier: identifier },
      Retry: RETRY,
      Catch: caught("Find the replica failed", expressions.REPLICA_ERROR),
      Assign: { replica_identifier: identifier, replica_status: expressions.REPLICA_STATUS },
      Next: "Measure its lag",
    },
    "Find the replica failed": { Type: "Pass", End: true },
    "Measure its lag": {
      Type: "Task",
      Resource: api(partition, "cloudwatch:getMetricStatistics"),
      Arguments: expressions.LAG_QUESTION,
      Retry: RETRY,
      Catch: caught("Measure its lag failed", expressions.REPLICA_WITHOUT_LAG),
      Output: expressions.REPLICA,
      End: true,
    },
    "Measure its lag failed": { Type: "Pass", End: true },
  },
});

/** Looks how the restore tests of AWS Backup ended. */
export const restoreTestBranch = (partition: string, planArn: string): object =>
  asking(partition, {
    state: "Find restore tests",
    action: "backup:listRestoreJobs",
    arguments: { ByRestoreTestingPlanArn: planArn },
    answer: expressions.RESTORE_TESTS,
    error: expressions.NOT_MEASURED,
  });

/** Looks how old the kit is. A bucket is asked for what it has: S3 tells of a missing object by a refusal only. */
export const kitBranch = (partition: string, bucket: string, key: string): object =>
  asking(partition, {
    state: "Find the kit",
    action: "s3:listObjectsV2",
    arguments: { Bucket: bucket, Prefix: key },
    answer: expressions.KIT,
    error: expressions.KIT_MISSING,
  });

/** Asks for each of a list, and ends with one answer for all. */
const asked = (state: string, items: unknown, each: object, answer: string): object => ({
  StartAt: state,
  States: {
    [state]: {
      Type: "Map",
      Items: items,
      MaxConcurrency: 4,
      ItemProcessor: { ProcessorConfig: { Mode: "INLINE" }, ...each },
      Catch: caught(`${state} failed`, expressions.NOT_MEASURED),
      Output: answer,
      End: true,
    },
    [`${state} failed`]: { Type: "Pass", End: true },
  },
});

/**
 * Measures the copies of a database's snapshots: those of AWS Backup, and those that somebody made. RDS answers a hundred at a
 * time, in no order that it names (Amazon RDS API Reference, DescribeDBSnapshots), so that all pages are read.
 */
export const snapshotBranch = (partition: string, identifier: string): object =>
  asked(
    "Find copies of snapshots",
    ["awsbackup", "manual"],
    {
      StartAt: "Begin a type of snapshots",
      States: {
        "Begin a type of snapshots": {
          Type: "Pass",
          Assign: { identifier, type: expressions.SNAPSHOT_TYPE, marker: "", found: [] },
          Next: "Read a page of snapshots",
        },
        "Read a page of snapshots": {
          Type: "Task",
          Resource: api(partition, "rds:describeDBSnapshots"),
          Arguments: expressions.SNAPSHOT_PAGE,
          Retry: RETRY,
          Assign: { found: expressions.SNAPSHOTS_SO_FAR, marker: expressions.NEXT_MARKER },
          Next: "Is there another page?",
        },
        "Is there another page?": {
          Type: "Choice",
          Choices: [{ Condition: expressions.HAS_MORE, Next: "Read a page of snapshots" }],
          Default: "End a type of snapshots",
        },
        "End a type of snapshots": { Type: "Pass", Output: expressions.SNAPSHOTS_FOUND, End: true },
      },
    },
    expressions.SNAPSHOTS,
  );

/**
 * Looks for the images that run.
 *
 * @param items a list of `{ name, registry_id, repository, image_id }`
 */
export const imagesBranch = (partition: string, items: unknown): object =>
  asked(
    "Find images",
    items,
    asking(partition, {
      state: "Find an image",
      action: "ecr:describeImages",
      arguments: {
        RegistryId: "{% $states.input.registry_id %}",
        RepositoryName: "{% $states.input.repository %}",
        ImageIds: "{% [$states.input.image_id] %}",
      },
      answer: expressions.IMAGE_FOUND,
      error: expressions.IMAGE_MISSING,
    }),
    expressions.IMAGES,
  );

/**
 * Looks for the copies of secrets, never at their values.
 *
 * @param items a list of `{ name, arn }`
 */
export const secretsBranch = (partition: string, items: unknown): object =>
  asked(
    "Find secrets",
    items,
    asking(partition, {
      state: "Find a secret",
      action: "secretsmanager:describeSecret",
      arguments: { SecretId: "{% $states.input.arn %}" },
      answer: expressions.SECRET,
      error: expressions.SECRET_MISSING,
    }),
    expressions.SECRETS,
  );

/** The whole machine: measures side by side, publishes what it found, remembers it, and fails where any of it did. */
export const machine = (config: MachineConfig): object => ({
  Comment: "Measures what the recovery region would start from",
  QueryLanguage: "JSONata",
  StartAt: "Settings",
  TimeoutSeconds: 240,
  States: {
    Settings: {
      Type: "Pass",
      Assign: {
        environment: config.environment,
        primary_region: config.primaryRegion,
        automated_backup_arn: config.automatedBackupArn,
        snapshot_key: config.snapshotKey,
        kit_key: config.kitKey,
        published: true,
      },
      Next: "Measure",
    },
    Measure: { Type: "Parallel", Branches: config.branches, Output: expressions.MEASURED, Next: "Publish" },
    Publish: {
      Type: "Task",
      Resource: api(config.partition, "cloudwatch:putMetricData"),
      Arguments: { Namespace: config.namespace, MetricData: expressions.METRIC_DATA },
      Retry: RETRY,
      Catch: [
        {
          ErrorEquals: ["States.ALL"],
          Assign: { published: false },
          Output: "{% $states.input %}",
          Next: "Is it complete?",
        },
      ],
      Output: "{% $states.input %}",
      Next: "Is it complete?",
    },
    "Is it complete?": {
      Type: "Choice",
      Choices: [{ Condition: expressions.IS_COMPLETE, Next: "Remember" }],
      Default: "Incomplete",
    },
    Remember: {
      Type: "Task",
      Resource: api(config.partition, "ssm:putParameter"),
      Arguments: { Name: config.parameterName, Value: expressions.COPIES, Type: "String", Overwrite: true },
      Retry: RETRY,
      Next: "Was it published?",
    },
    "Was it published?": {
      Type: "Choice",
      Choices: [{ Condition: expressions.WAS_PUBLISHED, Next: "Done" }],
      Default: "Incomplete",
    },
    Done: { Type: "Succeed" },
    Incomplete: {
      Type: "Fail",
      Error: "Recovery.Incomplete",
      Cause: "Not everything was measured, published and remembered; the log of this execution says what failed",
    },
  },
});
