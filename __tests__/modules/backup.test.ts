import { Backup, BackupProps } from "../../modules/backup";
import { BackupVault, BackupVaultProps } from "../../modules/backup-vault";
import { SynthesizedStack, synthesize } from "../synthesis";

const DATABASE = "arn:aws:rds:us-east-1:123456789012:db:nimbus-production";
const VAULT = "arn:aws:backup:us-west-2:123456789012:backup-vault:nimbus-production";
const example: BackupProps = { name: "nimbus", selections: { database: { resourceArns: [DATABASE] } } };

const backup = (props: Partial<BackupProps> = {}): SynthesizedStack =>
  synthesize((stack) => new Backup(stack, "backup", { ...example, ...props }));
const vault = (props: Partial<BackupVaultProps> = {}): SynthesizedStack =>
  synthesize((stack) => new BackupVault(stack, "vault", { name: "nimbus-production", ...props }));

/** What the policy of a vault says, as it is written. */
const policyOf = (stack: SynthesizedStack, name: string): string =>
  String(stack.resource("aws_backup_vault_policy", name).policy);

describe("a plan", () => {
  test("backs up each day and each week, by a role of its own, into a vault with a key of its own", () => {
    const stack = backup();
    expect(String(stack.local("backup_rules"))).toMatch(/daily = [^]*cron\(0 5 \* \* \? \*\)[^]*weekly = /);
    expect(stack.resource("aws_iam_role", "backup").assume_role_policy).toContain("backup.amazonaws.com");
    expect(stack.resource("aws_kms_key", "backup")).toMatchObject({ enable_key_rotation: true });
    expect(stack.resource("aws_backup_selection", "backup")).toMatchObject({ for_each: "${local.backup_selections}" });
  });

  test("copies into a vault elsewhere, whose ARN may not be known yet", () => {
    const stack = synthesize((scope) => {
      const copies = new BackupVault(scope, "copies", { name: "nimbus-copies" });
      new Backup(scope, "backup", {
        ...example,
        rules: { daily: { schedule: "cron(0 5 * * ? *)", copies: { recovery: { vaultArn: copies.arn } } } },
      });
    });
    expect(stack.local("backup_rules")).toContain("vault_arn = aws_backup_vault.copies.arn");
    expect(JSON.stringify(stack.resource("aws_backup_plan", "backup"))).toContain("copy_action.value.vault_arn");
  });

  test("with a key and a role of the caller makes none", () => {
    const stack = backup({
      kmsKey: { arn: "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000" },
      role: { arn: "arn:aws:iam::123456789012:role/backup" },
    });
    expect(stack.count("aws_kms_key") + stack.count("aws_iam_role")).toBe(0);
  });

  test("tells of failures where somebody wants to hear of them", () => {
    expect(backup().count("aws_cloudwatch_metric_alarm")).toBe(0);
    const alarms = backup({ alarms: {} }).resources("aws_cloudwatch_metric_alarm");
    expect(Object.values(alarms).map(({ metric_name }) => metric_name)).toEqual([
      "NumberOfBackupJobsExpired",
      "NumberOfBackupJobsFailed",
      "NumberOfCopyJobsFailed",
    ]);
  });

  const rule = (change: object): Partial<BackupProps> => ({
    rules: { daily: { schedule: "cron(0 5 * * ? *)", ...change } },
  });

  test.each<[string, Partial<BackupProps>, string]>([
    ["no rule", { rules: {} }, "must have a rule at least"],
    ["what is no schedule", rule({ schedule: "daily" }), "must be a schedule such as cron(0 5 * * ? *)"],
    ["cold storage for a month", rule({ coldStorageAfterDays: 30, deleteAfterDays: 60 }), "at least 90 more"],
    [
      "cold storage of a copy for a month",
      rule({ copies: { recovery: { vaultArn: VAULT, coldStorageAfterDays: 1, deleteAfterDays: 30 } } }),
      "at least 90 more",
    ],
    ["a continuous backup for a year", rule({ continuous: true, deleteAfterDays: 365 }), "for at most 35 days"],
    ["a job with less time than it may wait", rule({ startWindowMinutes: 480 }), "at least an hour more"],
    ["a selection of everything", { selections: { all: {} } }, "it would otherwise be all of the account"],
    [
      "backups that the lock does not allow",
      { lock: { minRetentionDays: 60 } },
      "must keep backups for a time that the lock allows",
    ],
    ["a name that is too long", { name: "n".repeat(43) }, "must be 3 to 42"],
  ])("refuses %s", (_name, props, message) => {
    expect(() => backup(props)).toThrow(message);
  });
});

describe("a vault", () => {
  test("lets nobody delete before its time but AWS Backup itself", () => {
    expect(policyOf(vault(), "vault")).toMatch(/Deny.*backup:DeleteRecoveryPoint/s);
    expect(policyOf(vault(), "vault")).toContain("role/aws-service-role/backup.amazonaws.com/*");
    expect(vault().local("vault_deletion_role_arns")).not.toContain("administrator");
    const roles = ["arn:aws:iam::123456789012:role/backup-administrator"];
    expect(vault({ deletionRoleArns: roles }).local("vault_deletion_role_arns")).toContain("backup-administrator");
  });

  test.each<[string, NonNullable<BackupVaultProps["lock"]>, object]>([
    ["until somebody lifts the lock", {}, { min_retention_days: 1, changeable_for_days: null }],
    [
      "for good",
      { mode: "compliance", minRetentionDays: 7, maxRetentionDays: 35, changeableForDays: 10 },
      { min_retention_days: 7, max_retention_days: 35, changeable_for_days: 10 },
    ],
  ])("is locked %s", (_name, lock, wanted) => {
    expect(vault({ lock }).resource("aws_backup_vault_lock_configuration", "vault")).toMatchObject(wanted);
  });

  test("is not locked, and tries nothing, unless it is asked to", () => {
    expect(vault().count("aws_backup_vault_lock_configuration")).toBe(0);
    expect(vault().count("aws_backup_restore_testing_plan")).toBe(0);
    expect(vault().count("aws_iam_role")).toBe(0);
  });

  test("is tried each month: the newest copy, with a role that may restore", () => {
    const stack = vault({ restoreTest: { resourceArns: [DATABASE], metadata: { dbSubnetGroupName: "nimbus" } } });
    expect(stack.resource("aws_backup_restore_testing_plan", "vault_restore_test")).toMatchObject({
      schedule_expression: "cron(0 7 1 * ? *)",
      recovery_point_selection: [
        { algorithm: "LATEST_WITHIN_WINDOW", include_vaults: ["${aws_backup_vault.vault.arn}"] },
      ],
    });
    expect(stack.resource("aws_backup_restore_testing_selection", "vault_restore_test")).toMatchObject({
      protected_resource_type: "RDS",
    });
    expect(stack.resource("aws_iam_role_policy_attachment", "vault_restore_test").policy_arn).toMatch(/ForRestores$/);
  });

  test.each<[string, Partial<BackupVaultProps>, string]>([
    [
      "a shortest time above the longest",
      { lock: { minRetentionDays: 35, maxRetentionDays: 7 } },
      "minRetentionDays of at most maxRetentionDays",
    ],
    [
      "a compliance lock without time to think",
      { lock: { mode: "compliance", changeableForDays: 1 } },
      "must be a whole number between 3",
    ],
    ["all and one", { restoreTest: { resourceArns: ["*", DATABASE] } }, "must have either * or ARNs"],
    ["an account that is none", { sourceAccounts: ["nimbus"] }, "12 digits"],
  ])("refuses %s", (_name, props, message) => {
    expect(() => vault(props)).toThrow(message);
  });
});
