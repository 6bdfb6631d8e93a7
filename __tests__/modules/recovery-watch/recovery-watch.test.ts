import { RecoveryWatch, RecoveryWatchProps } from "../../../modules/recovery-watch";
import { SynthesizedStack, synthesize } from "../../synthesis";

const BACKUP = "arn:aws:rds:us-west-2:123456789012:auto-backup:ab-0a1b2c3d";
const KEY = "arn:aws:kms:us-west-2:123456789012:key/00000000-0000-0000-0000-000000000000";
const example: RecoveryWatchProps = { name: "nimbus-production", primaryRegion: "us-east-1" };

const watch = (props: Partial<RecoveryWatchProps> = {}): SynthesizedStack =>
  synthesize((stack) => new RecoveryWatch(stack, "watch", { ...example, ...props }));
const definition = (stack: SynthesizedStack): string =>
  String(stack.resource("aws_sfn_state_machine", "watch").definition);

test("is an express machine that logs its errors and is traced", () => {
  expect(watch().resource("aws_sfn_state_machine", "watch")).toMatchObject({
    name: "nimbus-production-recovery-watch",
    type: "EXPRESS",
    logging_configuration: { level: "ERROR" },
    tracing_configuration: { enabled: true },
  });
});

test("looks every five minutes, or as often as it is told, and a lost look is not made up for", () => {
  expect(watch().resource("aws_scheduler_schedule", "watch")).toMatchObject({
    schedule_expression: expect.stringContaining("rate(") as string,
    flexible_time_window: { mode: "OFF" },
    target: { retry_policy: { maximum_retry_attempts: 0 } },
  });
});

test("measures backups and snapshots where there are any", () => {
  for (const action of ["describeDBInstanceAutomatedBackups", "describeDBSnapshots"]) {
    expect(definition(watch())).not.toContain(action);
  }
  const all = definition(
    watch({
      database: { automatedBackupArn: BACKUP, maxAge: 1800 },
      snapshots: { identifier: "nimbus-production", kmsKey: { arn: KEY }, maxAge: 115_200 },
    }),
  );
  for (const part of [
    "describeDBInstanceAutomatedBackups",
    BACKUP,
    "describeDBSnapshots",
    `snapshot_key = \\"${KEY}`,
  ]) {
    expect(all.replace(/"/g, '\\"')).toContain(part);
  }
});

test("remembers what it found, and Terraform leaves it", () => {
  expect(watch().resource("aws_ssm_parameter", "watch")).toMatchObject({
    name: expect.stringContaining("/holdfast/nimbus-production/copies") as string,
    type: "String",
    lifecycle: { ignore_changes: ["insecure_value"] },
  });
});

test("has alarms that take no figure for a bad one", () => {
  const alarms = watch({
    database: { automatedBackupArn: BACKUP, maxAge: 1800 },
    snapshots: { identifier: "nimbus-production", maxAge: 115_200 },
    restoreTest: { planArn: "arn:aws:backup:us-west-2:123456789012:restore-testing-plan:nimbus" },
    alarmTopicArns: ["arn:aws:sns:us-west-2:123456789012:alarms"],
  }).resources("aws_cloudwatch_metric_alarm");
  const ages = Object.fromEntries(
    Object.entries(alarms).map(([name, { threshold, treat_missing_data }]) => [name, [threshold, treat_missing_data]]),
  );
  expect(ages).toMatchObject({
    watch_database_copy_age: [1800, "breaching"],
    watch_snapshot_copy_age: [115_200, "breaching"],
    watch_failed_restore_tests: [0, "breaching"],
    watch_missing_images: [0, "breaching"],
    watch_stale_secrets: [0, "breaching"],
    watch_watch_failed: [1, "notBreaching"],
  });
});

test("has an alarm for each lag of a replica, when it lasts longer than an idle source's", () => {
  const stack = watch({ replica: { identifier: "nimbus-production-replica" } });
  expect(stack.resource("aws_cloudwatch_metric_alarm", "watch_replica_lag")).toMatchObject({
    for_each: expect.stringContaining("for lag in ") as string,
    namespace: "AWS/RDS",
    metric_name: "ReplicaLag",
    dimensions: { DBInstanceIdentifier: "nimbus-production-replica" },
    period: 60,
    evaluation_periods: 6,
    treat_missing_data: "breaching",
  });
  expect(JSON.stringify(stack.json)).toContain("[60, 180, 300]");
  expect(stack.resource("aws_cloudwatch_metric_alarm", "watch_replica_stopped")).toMatchObject({ threshold: 0 });
});

test("may write one parameter and one namespace, and never read a value", () => {
  const policy = String(watch().resource("aws_iam_role_policy", "watch").policy);
  expect(policy).toContain("parameter${");
  expect(policy).toMatch(/cloudwatch:namespace.*Holdfast\/Recovery/s);
  expect(policy).not.toMatch(/GetSecretValue|GetParameter|rds:(?!Describe)/);
});

test("only its own schedule starts it", () => {
  const policy = String(watch().resource("aws_iam_role_policy", "watch_schedule").policy);
  expect(policy).toContain("states:StartExecution");
  expect(policy).toContain("aws_sfn_state_machine.watch.arn");
});

test.each<[string, Partial<RecoveryWatchProps>, string]>([
  ["an image that is not in ECR", { images: { web: "nginx:1.27" } }, "must be an image in ECR"],
  [
    "what is no automated backup",
    { database: { automatedBackupArn: "arn:aws:rds:us-west-2:123456789012:db:nimbus", maxAge: 1800 } },
    "must be an ARN of rds",
  ],
  ["a namespace of AWS", { metricNamespace: "AWS/Recovery" }, "must not begin with AWS/"],
  [
    "looks further apart than what is wanted",
    { intervalMinutes: 60, database: { automatedBackupArn: BACKUP, maxAge: 600 } },
    "must not be longer than database.maxAge",
  ],
  ["a parameter without a slash", { parameterName: "copies" }, "with a slash in front"],
])("refuses %s", (_name, props, message) => {
  expect(() => watch(props)).toThrow(message);
});
