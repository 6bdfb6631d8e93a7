import { App } from "cdktf";
import { EnvironmentDefinition, checkEnvironment } from "../../../environments/definition";
import { Recovery } from "../../../environments/definition/schema/recovery";
import production from "../../fixtures/environments/production";
import { PrimaryStack } from "../../../stacks/primary";
import { recovery } from "../../environments/recovery";
import { SynthesizedStack, synthesizeApp } from "../../synthesis";

/** What carries the data of the primary stack to the recovery region. */

/** Production without the parts of which nothing is carried. */
const { firewall: _firewall, ...base } = production;

const primary = (change: Partial<EnvironmentDefinition> = {}): SynthesizedStack =>
  synthesizeApp(
    (app: App) =>
      new PrimaryStack(
        app,
        { name: "primary", home: "primary" },
        checkEnvironment("production", { ...base, ...change }),
      ),
  );
const recovering = (change: Partial<Recovery> = {}, more: Partial<EnvironmentDefinition> = {}): SynthesizedStack =>
  primary({ ...more, recovery: { ...recovery, ...change } });

const KEY = "${one(aws_kms_key.lifelines[*].arn)}";
const stack = recovering();

/** The resources that use the provider of the recovery region, by type. */
const inRecovery = (of: SynthesizedStack): [string, string][] =>
  Object.entries(of.json.resource as Record<string, Record<string, { provider?: string }>>).flatMap(([type, all]) =>
    Object.entries(all)
      .filter(([, { provider }]) => provider === "aws.recovery")
      .map(([name]): [string, string] => [type, name]),
  );

test("an environment without recovery has one provider and none of it", () => {
  const alone = primary({ recovery: undefined });
  expect((alone.json.provider as { aws: unknown[] }).aws).toHaveLength(1);
  expect(inRecovery(alone)).toEqual([]);
  expect(JSON.stringify(alone.json)).not.toContain("us-west-2");
});

test("leaves it to dr to refuse objectives that nothing can meet", () => {
  expect(() => recovering({ objectives: { rpo: 1, rto: 60 } })).not.toThrow();
});

test("stands under the provider of the recovery region, and nothing else does", () => {
  expect((stack.json.provider as { aws: object[] }).aws).toMatchObject([
    { region: "us-east-1" },
    { alias: "recovery", region: "us-west-2", allowed_account_ids: ["123456789012"] },
  ]);
  for (const [type, name] of inRecovery(stack)) expect(`${type}.${name}`).toMatch(/^[a-z0-9_]+\.lifelines(_|$)/);
  expect(inRecovery(stack).map(([type]) => type)).toEqual(
    expect.arrayContaining([
      "aws_kms_key",
      "aws_db_instance_automated_backups_replication",
      "aws_backup_vault",
      "aws_s3_bucket",
      "aws_ecr_repository",
      "aws_sfn_state_machine",
      "aws_ssm_parameter",
      "aws_cloudwatch_metric_alarm",
    ]),
  );
});

test("taken out again leaves the provider for as long as Terraform needs it to destroy them", () => {
  const former = primary({ recovery: undefined, formerRecoveryRegion: "us-west-2" });
  expect((former.json.provider as { aws: object[] }).aws).toMatchObject([
    { region: "us-east-1" },
    { alias: "recovery", region: "us-west-2" },
  ]);
  expect(inRecovery(former)).toEqual([]);
});

test("encrypts every copy with one key of that region, which rotates and lets the logs of what is restored in", () => {
  expect(stack.resource("aws_kms_key", "lifelines")).toMatchObject({
    enable_key_rotation: true,
    deletion_window_in_days: 30,
    provider: "aws.recovery",
  });
  expect(stack.resource("aws_kms_alias", "lifelines")).toMatchObject({ name: "alias/nimbus-production-recovery" });
  const policy = String(stack.resource("aws_kms_key", "lifelines").policy);
  for (const group of ["/aws/rds/*/nimbus-production*", "/ecs/nimbus-production*"]) expect(policy).toContain(group);
  expect(policy).toContain("logs.us-west-2");
});

describe("the database", () => {
  test("has its automated backups replicated, with the recovery key and its own retention", () => {
    expect(stack.resource("aws_db_instance_automated_backups_replication", "lifelines_database_backups")).toMatchObject(
      {
        source_db_instance_arn: "${aws_db_instance.database.arn}",
        kms_key_id: KEY,
        retention_period: 14,
        provider: "aws.recovery",
      },
    );
    const week = recovering({}, { database: { ...production.database!, backupRetentionPeriod: 7 } });
    expect(week.resource("aws_db_instance_automated_backups_replication", "lifelines_database_backups")).toMatchObject({
      retention_period: 7,
    });
  });

  test("has its master user's secret copied", () => {
    expect(stack.resource("aws_secretsmanager_secret", "database_password")).toMatchObject({
      dynamic: { replica: { content: { region: "${replica.key}" } } },
    });
    expect(stack.local("database_credentials_generated_replicas")).toContain(
      "us-west-2 = { kms_key_arn = one(aws_kms_key.lifelines[*].arn) }",
    );
  });

  test("keeps a secret of the caller's own, which the caller copies", () => {
    const arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db/master-user-a1b2c3";
    const own = recovering({}, { database: { ...production.database!, credentials: { existing: { arn } } } });
    expect(own.resource("aws_ssm_parameter", "lifelines_manifest").insecure_value).toContain(arn);
  });

  test.each<[string, Partial<NonNullable<Recovery["snapshots"]>>, object]>([
    ["each day", {}, { rule_name: "daily", schedule: "cron(0 5 * * ? *)", delete_after: 35 }],
    [
      "on Sundays",
      { every: "week", retentionDays: 21 },
      { rule_name: "weekly", schedule: "cron(0 6 ? * SUN *)", delete_after: 90 },
    ],
    [
      "on Sundays too, where there is one each day",
      { every: "day" },
      { rule_name: "weekly", schedule: "cron(0 6 ? * SUN *)", delete_after: 90 },
    ],
  ])("has snapshots copied into the vault of the recovery region: %s", (_name, snapshots, wanted) => {
    const { rule_name, schedule, delete_after } = wanted as Record<string, unknown>;
    const planned = JSON.stringify(recovering({ snapshots }).local("backup_rules"));
    for (const part of [
      `${String(rule_name)} = {`,
      `schedule = \\"${String(schedule)}\\"`,
      `delete_after_days = ${String(delete_after)}`,
      "vault_arn = aws_backup_vault.lifelines_vault.arn",
    ])
      expect(planned).toContain(part);
  });

  test("has copies that dr finds by their tags", () => {
    expect(stack.local("backup_recovery_point_tags")).toContain('Application = "nimbus", Environment = "production"');
  });

  test("has a vault with the recovery key that is locked, and tried, as the environment says", () => {
    expect(stack.resource("aws_backup_vault", "lifelines_vault")).toMatchObject({
      name: "nimbus-production",
      kms_key_arn: KEY,
      force_destroy: false,
    });
    expect(stack.count("aws_backup_vault_lock_configuration")).toBe(0);
    expect(stack.count("aws_backup_restore_testing_plan")).toBe(1);
    const locked = recovering({ snapshots: { lock: true, restoreTest: false, retentionDays: 14 } });
    expect(locked.resource("aws_backup_vault_lock_configuration", "lifelines_vault")).toMatchObject({
      min_retention_days: 14,
    });
    expect(locked.count("aws_backup_restore_testing_plan")).toBe(0);
    expect(locked.count("aws_cloudwatch_metric_alarm") + 1).toBe(stack.count("aws_cloudwatch_metric_alarm"));
    expect(stack.resources("aws_cloudwatch_metric_alarm")).toHaveProperty("lifelines_watch_failed_restore_tests");
  });
});

describe("buckets", () => {
  test("are copied to one of the same kind in the recovery region", () => {
    expect(stack.resource("aws_s3_bucket", "lifelines_storage_uploads")).toMatchObject({
      bucket: "nimbus-production-uploads-123456789012-us-west-2",
      provider: "aws.recovery",
    });
    expect(JSON.stringify(stack.resource("aws_s3_bucket_replication_configuration", "storage_uploads"))).toContain(
      "aws_s3_bucket_versioning.lifelines_storage_uploads",
    );
    expect(stack.resources("aws_s3_bucket_cors_configuration")).toHaveProperty("lifelines_storage_uploads");
  });

  test("of a name of their own have a copy of that name", () => {
    const named = recovering({}, { storage: { uploads: { bucketName: "nimbus-files" } } });
    expect(named.resource("aws_s3_bucket", "lifelines_storage_uploads")).toMatchObject({
      bucket: "nimbus-files-us-west-2",
    });
  });

  test("raise an alarm in the recovery region when the copy is behind", () => {
    expect(stack.resource("aws_cloudwatch_metric_alarm", "lifelines_watch_replication_latency")).toMatchObject({
      provider: "aws.recovery",
      metric_name: "ReplicationLatency",
    });
    expect(stack.local("lifelines_watch_buckets")).toContain(
      "source = aws_s3_bucket_versioning.storage_uploads.bucket",
    );
  });
});

test("images are copied into repositories that stand beforehand, with the recovery key", () => {
  expect(stack.resource("aws_ecr_repository", "lifelines_registry")).toMatchObject({
    image_tag_mutability: expect.anything() as unknown,
    provider: "aws.recovery",
  });
  expect(stack.local("registry_replication_destinations")).toContain('region = "us-west-2"');
  expect(stack.count("aws_ecr_replication_configuration")).toBe(1);
});

test("the watch asks for what runs, and its alarms know the objective", () => {
  expect(stack.resource("aws_cloudwatch_metric_alarm", "lifelines_watch_database_copy_age")).toMatchObject({
    threshold: 1800,
    treat_missing_data: "breaching",
    comparison_operator: "GreaterThanThreshold",
  });
  expect(stack.resource("aws_cloudwatch_metric_alarm", "lifelines_watch_snapshot_copy_age")).toMatchObject({
    threshold: 24 * 3600 + 8 * 3600,
  });
  expect(stack.local("lifelines_watch_images")).toContain(
    "123456789012.dkr.ecr.us-west-2.amazonaws.com/nimbus-production/web:1.0.0",
  );
  expect(stack.local("lifelines_watch_secrets")).toContain("nextauth-secret");
  expect(stack.local("lifelines_watch_secrets")).toContain("master-user");
});

test("the watch looks for the kit where `npm run kit -- --upload` puts it", () => {
  expect(JSON.stringify(stack.resource("aws_sfn_state_machine", "lifelines_watch"))).toContain(
    "kit/production/SHA256SUMS",
  );
});

test("with copies of snapshots as the mechanism, their age is what the objective is about", () => {
  const alarm = recovering({
    objectives: { rpo: 100_000, rto: 7200 },
    database: { mechanism: "snapshot" },
  }).resource("aws_cloudwatch_metric_alarm", "lifelines_watch_snapshot_copy_age");
  expect(alarm).toMatchObject({ threshold: 100_000 });
});

test("every alarm of the lifelines is in the region that survives", () => {
  const alarms = Object.entries(stack.resources("aws_cloudwatch_metric_alarm")).filter(([name]) =>
    name.startsWith("lifelines"),
  );
  expect(alarms).toHaveLength(7);
  for (const [, alarm] of alarms) expect(alarm.provider).toBe("aws.recovery");
});

test("writes what dr must know, in the recovery region and without a secret", () => {
  const manifest = stack.resource("aws_ssm_parameter", "lifelines_manifest");
  expect(manifest).toMatchObject({
    name: "/holdfast/nimbus-production/lifelines",
    type: "String",
    provider: "aws.recovery",
  });
  for (const part of [
    "schema = 1",
    'primary_region = "us-east-1"',
    "kms_key_arn = one(aws_kms_key.lifelines[*].arn)",
    "automated_backup_arn = aws_db_instance_automated_backups_replication.lifelines_database_backups.id",
    'replace(one(aws_secretsmanager_secret.database_password[*].arn), ":us-east-1:", ":us-west-2:")',
    "resource_id = aws_db_instance.database.resource_id",
    "identifier = aws_db_instance.database.identifier",
    "vault_name = aws_backup_vault.lifelines_vault.name",
    "uploads = {",
    "nextauth-secret = replace(",
    "secrets_kms_key_arn",
    'web = "123456789012.dkr.ecr.us-west-2.amazonaws.com/nimbus-production/web:1.0.0"',
  ])
    expect(String(manifest.insecure_value)).toContain(part);
});

test("an environment without data has a key, a watch and a manifest", () => {
  const { database, storage, secrets, registry, cache, ...rest } = production;
  void [database, storage, secrets, registry, cache];
  const bare = synthesizeApp(
    (app: App) =>
      new PrimaryStack(
        app,
        { name: "primary", home: "primary" },
        checkEnvironment("production", {
          ...rest,
          recovery,
          services: { web: { ...production.services.web, uses: undefined } },
        }),
      ),
  );
  expect(bare.count("aws_backup_vault")).toBe(0);
  expect(bare.resource("aws_ssm_parameter", "lifelines_manifest").insecure_value).toContain("database = null");
  expect(bare.count("aws_sfn_state_machine")).toBe(1);
});

describe("an environment is refused", () => {
  const say =
    (change: Partial<EnvironmentDefinition>): (() => unknown) =>
    () =>
      recovering({}, change);

  test.each<[string, Partial<EnvironmentDefinition>, string]>([
    [
      "without backups",
      { database: { ...production.database!, backupRetentionPeriod: 0, allowNoBackups: true } },
      "database.backupRetentionPeriod must be at least 1 with recovery",
    ],
    [
      "that copies a bucket itself",
      {
        storage: {
          uploads: {
            replication: {
              destination: {
                bucketArn: "arn:aws:s3:::elsewhere",
                region: "us-west-2",
                kmsKeyArn: "arn:aws:kms:us-west-2:123456789012:key/00000000-0000-0000-0000-000000000000",
              },
            },
          },
        },
      },
      'storage["uploads"].replication must be left out with recovery',
    ],
    ["with a bucket without versions", { storage: { uploads: { versioning: false } } }, "versioning must be true"],
    [
      "with a bucket whose role would have too long a name",
      { storage: { uploads: { bucketName: "n".repeat(53) } } },
      "at most 52 characters long with recovery",
    ],
    [
      "with a bucket whose copy would have too long a name",
      { storage: { uploads: { bucketName: "n".repeat(50) } } },
      "at most 58 characters in all",
    ],
    [
      "that leaves one recovery region for another at once",
      { formerRecoveryRegion: "eu-west-1" },
      "formerRecoveryRegion must be left out with recovery",
    ],
  ])("%s", (_name, change, message) => {
    expect(say(change)).toThrow(message);
  });
});
