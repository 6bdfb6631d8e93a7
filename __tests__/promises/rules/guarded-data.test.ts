import { guardedData } from "../../../promises/rules/guarded-data";
import { DATABASE, ONE_REGION, dr, findings, stack } from "./fixtures";

const CACHE = {
  final_snapshot_identifier: '${coalesce(null, "x-final")}',
  lifecycle: { ignore_changes: ["snapshot_name", "snapshot_arns"] },
};
const SERVERLESS = {
  snapshot_retention_limit: 7,
  lifecycle: { ignore_changes: ["snapshot_arns_to_restore", "subnet_ids"] },
};

const holding = (type: string, body: object, name = "primary", json: Record<string, unknown> = {}) =>
  stack(name, "us-east-1", { resource: { [type]: { x: body } }, ...json });
const found = (type: string, body: object, disposable = false) =>
  findings(guardedData, [holding(type, body)], disposable ? ONE_REGION : {});

describe("no data store is replaced or destroyed by accident", () => {
  test.each<[string, string, object]>([
    ["a database as the module makes it", "aws_db_instance", DATABASE],
    ["one that is protected from deletion only", "aws_db_instance", { ...DATABASE, skip_final_snapshot: true }],
    ["one that leaves a snapshot only", "aws_db_instance", { ...DATABASE, deletion_protection: false }],
    ["one that ignores all changes", "aws_db_instance", { ...DATABASE, lifecycle: { ignore_changes: "all" } }],
    [
      "a replica whose source is not compared",
      "aws_db_instance",
      {
        ...DATABASE,
        replicate_source_db: "arn:aws:rds:us-east-1:1:db:x",
        lifecycle: { ignore_changes: [...DATABASE.lifecycle.ignore_changes, "replicate_source_db"] },
      },
    ],
    [
      "a read replica of the same stack",
      "aws_db_instance",
      { replicate_source_db: "${aws_db_instance.database.identifier}", skip_final_snapshot: true },
    ],
    [
      "a source that can be taken out",
      "aws_db_instance",
      { ...DATABASE, replicate_source_db: "${local.origin != null ? local.origin.arn : null}" },
    ],
    ["a cache", "aws_elasticache_replication_group", CACHE],
    ["a serverless cache", "aws_elasticache_serverless_cache", SERVERLESS],
    ["a bucket", "aws_s3_bucket", { force_destroy: "${local.no}" }],
    ["a bucket that says nothing", "aws_s3_bucket", {}],
    ["a repository", "aws_ecr_repository", { force_delete: false }],
    ["a vault", "aws_backup_vault", {}],
    ["a secret", "aws_secretsmanager_secret", { recovery_window_in_days: 30 }],
    ["a user pool", "aws_cognito_user_pool", { deletion_protection: "ACTIVE" }],
    ["what has no instance", "aws_s3_bucket", { force_destroy: true, count: 0 }],
    ["what holds no data", "aws_vpc", {}],
  ])("as %s is not", (_what, type, body) => {
    expect(findings(guardedData, [holding(type, body, "primary", { locals: { no: false } })])).toEqual([]);
  });

  const unguarded = { ...DATABASE, deletion_protection: false, skip_final_snapshot: true };
  test.each<[string, string, object, string]>([
    ["a database without a guard", "aws_db_instance", unguarded, "can be destroyed without a trace"],
    [
      "a guard that only Terraform can see",
      "aws_db_instance",
      { ...unguarded, deletion_protection: "${var.protected}" },
      "can be destroyed without a trace",
    ],
    [
      "a snapshot that is compared",
      "aws_db_instance",
      { ...DATABASE, lifecycle: { ignore_changes: ["restore_to_point_in_time"] } },
      "is replaced when its origin is changed or taken out: snapshot_identifier",
    ],
    [
      "a point in time that is compared",
      "aws_db_instance",
      { ...DATABASE, lifecycle: {} },
      "is replaced when its origin",
    ],
    [
      "a source that is compared",
      "aws_db_instance",
      { ...DATABASE, replicate_source_db: "arn:aws:rds:us-east-1:1:db:x" },
      "is promoted when its source is changed",
    ],
    [
      "a cache without a snapshot",
      "aws_elasticache_replication_group",
      { ...CACHE, final_snapshot_identifier: null },
      "can be destroyed without a trace",
    ],
    [
      "a cache whose origin is compared",
      "aws_elasticache_replication_group",
      { ...CACHE, lifecycle: { ignore_changes: ["snapshot_name"] } },
      "is replaced when its origin",
    ],
    [
      "a serverless cache without snapshots",
      "aws_elasticache_serverless_cache",
      { ...SERVERLESS, snapshot_retention_limit: 0 },
      "has no snapshots that outlive it",
    ],
    [
      "a bucket that is emptied",
      "aws_s3_bucket",
      { force_destroy: true },
      "is destroyed with all that is in it: force_destroy",
    ],
    [
      "a bucket that Terraform may empty",
      "aws_s3_bucket",
      { force_destroy: "${var.force}" },
      "is destroyed with all that is in it: force_destroy",
    ],
    [
      "a repository that is emptied",
      "aws_ecr_repository",
      { force_delete: true },
      "is destroyed with all that is in it: force_delete",
    ],
    [
      "a vault that is emptied",
      "aws_backup_vault",
      { force_destroy: true },
      "is destroyed with all that is in it: force_destroy",
    ],
    [
      "a secret that is gone at once",
      "aws_secretsmanager_secret",
      { recovery_window_in_days: 0 },
      "is deleted at once",
    ],
    ["a user pool", "aws_cognito_user_pool", {}, "can be destroyed with all users"],
  ])("so that it refuses %s", (_what, type, body, finding) => {
    expect(found(type, body)).toEqual([expect.stringContaining(`primary: ${type}.x: the data store ${finding}`)]);
  });

  test("in dr as well, but not in a restore test, which is meant to be destroyed", () => {
    const open = { aws_db_instance: { database: unguarded } };
    expect(findings(guardedData, [dr(open)])).toHaveLength(1);
    expect(findings(guardedData, [{ ...dr(open), name: "restore-test" }])).toEqual([]);
  });

  test("while an environment for trials may be destroyed, but replaces nothing by accident either", () => {
    expect(found("aws_db_instance", unguarded, true)).toEqual([]);
    expect(found("aws_db_instance", { ...unguarded, lifecycle: {} }, true)).toEqual([
      expect.stringContaining("is replaced when"),
    ]);
  });
});
