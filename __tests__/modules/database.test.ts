import { Database, DatabaseProps } from "../../modules/database";
import { Cache } from "../../modules/cache";
import { raw } from "../../kernel";
import { SynthesizedStack, synthesize } from "../synthesis";

const example = Database.definition.example;
const make = (props: Partial<DatabaseProps> = {}, use?: (database: Database) => void): SynthesizedStack =>
  synthesize((stack) => {
    const database = new Database(stack, "db", { ...example, ...props });
    use?.(database);
  });
const instance = (props: Partial<DatabaseProps> = {}): Record<string, unknown> =>
  make(props).resource("aws_db_instance", "db");
const replicaOf = { arn: "arn:aws:rds:us-east-1:123456789012:db:nimbus-production" };
const existing = { arn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:db/master-user-a1b2c3" };
const topic = "arn:aws:sns:us-east-1:123456789012:alarms";

/** The names of the attributes that read something ephemeral. */
function namesOf(value: unknown, name = ""): Set<string> {
  if (typeof value === "string") return new Set(value.includes("ephemeral.") ? [name] : []);
  if (typeof value !== "object" || value === null) return new Set();
  return new Set(Object.entries(value).flatMap(([key, item]) => [...namesOf(item, Array.isArray(value) ? name : key)]));
}

describe("a database by default", () => {
  test("is encrypted, private, protected and watched", () => {
    expect(instance()).toMatchObject({
      engine: "postgres",
      engine_version: "17",
      storage_encrypted: true,
      kms_key_id: "${one(aws_kms_key.db[*].arn)}",
      publicly_accessible: false,
      deletion_protection: true,
      delete_automated_backups: false,
      copy_tags_to_snapshot: true,
      skip_final_snapshot: false,
      iam_database_authentication_enabled: true,
      storage_type: "gp3",
      max_allocated_storage: 1000,
      backup_window: "03:00-04:00",
      monitoring_interval: 60,
      auto_minor_version_upgrade: true,
      allow_major_version_upgrade: false,
      apply_immediately: "${false || false}",
    });
  });

  test("has a key that is rotated, and that CloudWatch Logs may use for its logs only", () => {
    const key = make().resource("aws_kms_key", "db");
    expect(key).toMatchObject({ enable_key_rotation: true, deletion_window_in_days: 30 });
    expect(key.policy).toContain("log-group:/aws/rds/*/nimbus-production*");
  });

  test("lets nobody in", () => {
    const stack = make();
    expect(stack.resource("aws_vpc_security_group_ingress_rule", "db_clients").for_each).toBe("${local.db_clients}");
    expect(stack.local("db_clients")).toBe("${{}}");
    expect(stack.count("aws_vpc_security_group_egress_rule")).toBe(0);
  });

  test("waits hours for a restore", () => {
    expect(instance().timeouts).toEqual({ create: "240m", update: "240m", delete: "120m" });
  });

  test("keeps its logs for a week, in groups made beforehand", () => {
    const stack = make();
    expect(stack.resource("aws_cloudwatch_log_group", "db_logs")).toMatchObject({ retention_in_days: 7 });
    expect(stack.resource("aws_db_instance", "db").depends_on).toContain("aws_cloudwatch_log_group.db_logs");
  });

  test("makes neither proxy nor alarms nor events", () => {
    const stack = make();
    for (const type of ["aws_db_proxy", "aws_cloudwatch_metric_alarm", "aws_db_event_subscription"]) {
      expect(Object.keys(stack.resources(type)).filter((name) => name !== "db_replicas_lag")).toEqual([]);
    }
  });
});

describe("the data is safe", () => {
  const lifecycle = (): Record<string, unknown> => instance().lifecycle as Record<string, unknown>;

  test.each([
    "snapshot_identifier",
    "restore_to_point_in_time",
    "username",
    "db_name",
    "kms_key_id",
    "storage_encrypted",
  ])("no plan replaces the database because of %s", (attribute) => {
    expect(lifecycle().ignore_changes).toContain(attribute);
  });

  test("what would need another database is refused", () => {
    const [guard] = lifecycle().precondition as { error_message: string }[];
    expect(guard.error_message).toContain("would replace the database and lose all that it holds");
    const messages = (lifecycle().postcondition as { error_message: string }[]).map((rule) => rule.error_message);
    expect(messages.join()).toMatch(/master user[^]*first database[^]*not encrypted/);
  });

  test("replacements makes another one, with what cannot outlive it", () => {
    const stack = make({ proxy: {}, readReplicas: { reports: {} } });
    const replaced = { lifecycle: { replace_triggered_by: ["terraform_data.db_generation"] } };
    expect(stack.resource("aws_db_instance", "db")).toMatchObject(replaced);
    expect(stack.resource("aws_db_instance", "db_replicas")).toMatchObject(replaced);
    expect(stack.resource("aws_db_proxy_target", "db_proxy")).toMatchObject(replaced);
  });

  test("the final snapshot is named after the generation, or as stated", () => {
    expect(instance({ replacements: 2 }).final_snapshot_identifier).toBe(
      '${coalesce(null, "nimbus-production-final-2")}',
    );
    expect(instance({ finalSnapshotName: "last" }).final_snapshot_identifier).toContain('"last"');
  });
});

describe("the origin of the data", () => {
  test("is a snapshot, whose key, users and databases stay", () => {
    expect(instance({ origin: { snapshot: { id: "final-0" } } })).toMatchObject({ snapshot_identifier: "final-0" });
    const restored = instance({ origin: { snapshot: { id: "final-0" } } });
    for (const name of ["username", "db_name", "kms_key_id"]) expect(restored[name]).toBeNull();
    expect(restored.apply_immediately).toBe("${false || true}");
  });

  test("is a point in time of an instance", () => {
    const time = "2026-11-21T08:00:00Z";
    expect(instance({ origin: { pointInTime: { sourceInstance: "db-1", time } } })).toMatchObject({
      restore_to_point_in_time: { source_db_instance_identifier: "db-1", restore_time: time },
    });
  });

  test("is the latest point in time of replicated backups", () => {
    const arn = "arn:aws:rds:us-west-2:123456789012:auto-backup:ab-0a1b2c3d";
    expect(instance({ origin: { pointInTime: { automatedBackupsArn: arn } } })).toMatchObject({
      restore_to_point_in_time: {
        source_db_instance_automated_backups_arn: arn,
        use_latest_restorable_time: "${null == null ? true : null}",
      },
    });
  });

  test("is another instance, with its password", () => {
    const replica = instance({ origin: { replicaOf }, credentials: { existing } });
    expect(replica).toMatchObject({ replicate_source_db: replicaOf.arn, kms_key_id: expect.any(String) as string });
    for (const name of ["engine", "engine_version", "username", "password_wo", "allocated_storage"])
      expect(replica[name]).toBeNull();
  });

  test("defers Multi-AZ, backups and insights, with a warning", () => {
    const stack = make({ origin: { snapshot: { id: "final-0" }, deferProtection: true } });
    expect(stack.local("db_deferred")).toBe(true);
    expect(stack.resource("aws_db_instance", "db")).toMatchObject({
      multi_az: "${local.db_deferred ? false : true}",
      backup_retention_period: "${local.db_deferred ? 0 : 14}",
      performance_insights_enabled: "${local.db_deferred ? false : true}",
    });
    expect(JSON.stringify(stack.json.check)).toContain("Set deferProtection to false and apply");
  });

  test("may be known later only", () => {
    expect(instance({ origin: { snapshot: { id: raw("aws_db_snapshot_copy.this.id") } } })).toMatchObject({
      snapshot_identifier: "${aws_db_snapshot_copy.this.id}",
    });
  });
});

describe("credentials", () => {
  test("generated: the database gets what the secret holds", () => {
    const stack = make();
    expect(stack.resource("aws_secretsmanager_secret", "db_password")).toMatchObject({
      name: "nimbus-production/master-user",
      kms_key_id: "${one(aws_kms_key.db[*].arn)}",
      recovery_window_in_days: 30,
    });
    expect(stack.resource("aws_secretsmanager_secret_version", "db_password")).toMatchObject({
      secret_string_wo_version: "${1 + 0}",
      secret_string_wo: expect.stringContaining("ephemeral.aws_secretsmanager_random_password.db_password") as string,
    });
    expect(stack.resource("aws_db_instance", "db")).toMatchObject({
      password_wo:
        "${jsondecode(one(ephemeral.aws_secretsmanager_secret_version.db_password[*].secret_string)).password}",
      password_wo_version: "${1 + 0}",
    });
  });

  test("generated: copied to other regions, each with its key", () => {
    const kmsKeyArn = "arn:aws:kms:us-west-2:123456789012:key/00000000-0000-0000-0000-000000000000";
    const stack = make({ credentials: { generated: { replicas: { "us-west-2": { kmsKeyArn } } } } });
    expect(JSON.stringify(stack.resource("aws_secretsmanager_secret", "db_password"))).toContain(
      "replica.value.kms_key_arn",
    );
  });

  test("managed: RDS keeps the password", () => {
    const stack = make({ credentials: { managed: {} } });
    expect(stack.resource("aws_db_instance", "db")).toMatchObject({ manage_master_user_password: true });
    expect(stack.resource("aws_db_instance", "db").password_wo).toBeNull();
    expect(stack.count("aws_secretsmanager_secret")).toBe(0);
    expect(stack.json.ephemeral).toBeUndefined();
  });

  test("existing: the database gets the password of the secret", () => {
    const stack = make({ credentials: { existing } });
    expect(stack.count("aws_secretsmanager_secret")).toBe(0);
    expect(stack.json.ephemeral).toMatchObject({
      aws_secretsmanager_secret_version: { db_password: { secret_id: existing.arn } },
    });
  });

  test("a password is nowhere but in write-only arguments", () => {
    expect(namesOf(make().json)).toEqual(new Set(["secret_string_wo", "password_wo"]));
  });
});

describe("parameters", () => {
  const group = (props: Partial<DatabaseProps> = {}): Record<string, unknown> =>
    make(props).resource("aws_db_parameter_group", "db");

  test("force TLS and log slow statements and definitions", () => {
    expect(group().parameter).toMatchObject([
      { name: "rds.force_ssl", value: "1" },
      { name: "log_statement", value: "ddl" },
      { name: "log_min_duration_statement", value: "${tostring(1000)}" },
    ]);
  });

  test("are of the family of the version, which the name holds", () => {
    const stack = make({ engineVersion: "16" });
    expect(stack.local("db_family")).toBe('${"postgres${split(".", "16")[0]}"}');
    expect(stack.resource("aws_db_parameter_group", "db")).toMatchObject({
      family: "${local.db_family}",
      lifecycle: { create_before_destroy: true },
    });
  });

  test("are given in RDS's units", () => {
    const parameters = String(make({ tuning: { sharedBuffers: 512, workMem: 4 } }).local("db_settings"));
    expect(parameters).toContain("tostring(512 * 128)");
    expect(parameters).toContain("tostring(4 * 1024)");
  });
});

describe("who may connect", () => {
  test("is a verb in an app", () => {
    const stack = make({ proxy: {} }, (database) => database.allowFrom("web", "sg-0a1b2c3d"));
    const rules = stack.resources("aws_vpc_security_group_ingress_rule");
    expect(rules.db_from_web).toMatchObject({ from_port: 5432, referenced_security_group_id: "sg-0a1b2c3d" });
    expect(rules.db_proxy_from_web).toMatchObject({ security_group_id: "${one(aws_security_group.db_proxy[*].id)}" });
  });

  test("is told IAM by an ARN", () => {
    make({}, (database) => expect(typeof database.iamConnectArn).toBe("string"));
  });
});

describe("options", () => {
  test("read replicas have stable keys, and no backups of their own", () => {
    const replicas = make({ readReplicas: { reports: { instanceClass: "db.t4g.small" } } }).resource(
      "aws_db_instance",
      "db_replicas",
    );
    expect(replicas).toMatchObject({
      for_each: "${local.db_read_replicas}",
      identifier: "nimbus-production-${each.key}",
      replicate_source_db: "${aws_db_instance.db.identifier}",
      backup_retention_period: 0,
    });
  });

  test("a proxy speaks TLS only and may read one secret", () => {
    const stack = make({ proxy: {} });
    expect(stack.resource("aws_db_proxy", "db_proxy")).toMatchObject({
      require_tls: true,
      auth: [
        {
          auth_scheme: "SECRETS",
          iam_auth: "DISABLED",
          secret_arn: "${one(aws_secretsmanager_secret.db_password[*].arn)}",
        },
      ],
    });
    expect(stack.resource("aws_iam_role_policy", "db_proxy").policy).toContain("kms:ViaService");
  });

  test("alarms are not called as those of a cache of the same name", () => {
    const name = "nimbus-production";
    const { topicArns, ...place } = { topicArns: [topic], vpcId: example.vpcId, subnetIds: example.subnetIds };
    const alarms = { topicArns };
    const stack = synthesize((scope) => {
      new Database(scope, "db", { ...example, name, alarms, readReplicas: { reports: {} } });
      new Cache(scope, "cache", {
        ...place,
        name,
        alarms,
        users: { web: {} },
        serverless: {},
        skipFinalSnapshot: true,
      });
    });
    const names = Object.values(stack.resources("aws_cloudwatch_metric_alarm")).map((alarm) => alarm.alarm_name);
    expect(names).toContain("nimbus-production-database-connections");
    expect(new Set(names).size).toBe(names.length);
  });

  test("alarms go to the topics", () => {
    const alarms = make({ alarms: { topicArns: [topic] } }).resources("aws_cloudwatch_metric_alarm");
    expect(Object.keys(alarms).sort()).toEqual([
      "db_connections",
      "db_cpu",
      "db_free_memory",
      "db_free_storage",
      "db_replicas_lag",
    ]);
    expect(alarms.db_free_storage.threshold).toBe("${5 * 1073741824}");
  });

  test("events go to the topic", () => {
    expect(make({ eventTopic: { arn: topic } }).resource("aws_db_event_subscription", "db")).toMatchObject({
      sns_topic: topic,
    });
  });

  test("roles and keys of the caller take the place of the module's", () => {
    const stack = make({
      monitoringRole: { arn: "arn:aws:iam::123456789012:role/monitoring" },
      kmsKey: { arn: "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000" },
    });
    expect(stack.count("aws_kms_key")).toBe(0);
    expect(stack.count("aws_iam_role")).toBe(0);
  });

  test("no measurements need no role", () => {
    expect(make({ monitoringInterval: 0 }).count("aws_iam_role")).toBe(0);
  });
});
