import { BackupVault } from "@cdktf/provider-aws/lib/backup-vault";
import { ANYWHERE, roleArn, topicArn } from "./arns";
import { BackupVaultLockConfiguration } from "@cdktf/provider-aws/lib/backup-vault-lock-configuration";
import { BackupVaultNotifications } from "@cdktf/provider-aws/lib/backup-vault-notifications";
import { BackupVaultPolicy } from "@cdktf/provider-aws/lib/backup-vault-policy";
import { Construct } from "constructs";
import { Bound, Collection, Group, Text, choose, comment, given, is, section, t, tf, when } from "../../kernel";
import { whole } from "./inputs";
import { dataKeyInput } from "./key";
import { Statement, policy } from "./policies";
import { named } from "./tags";

/** Longest retention that a vault lock can ask for, in days: 100 years. Source: AWS Backup API, PutBackupVaultLockConfiguration. */
const LONGEST_RETENTION = 36_500;

const lock = () =>
  t
    .object({
      /**
       * governance can be lifted by who may call backup:DeleteBackupVaultLockConfiguration; compliance by nobody, once
       * `changeableForDays` are over.
       * @default "governance"
       */
      mode: t.oneOf("governance", "compliance").default("governance"),
      /**
       * Shortest time that a backup may be kept, in days.
       * @default 1
       */
      minRetentionDays: whole(1, LONGEST_RETENTION, "days").default(1),
      /** Longest time that a backup may be kept, in days. Null sets no limit. */
      maxRetentionDays: whole(1, LONGEST_RETENTION, "days").optional(),
      /**
       * Days after which a compliance lock can no longer be taken away; 3 or more.
       * @default 3
       */
      changeableForDays: whole(3, LONGEST_RETENTION, "days").default(3),
    })
    .rule({
      test: ({ minRetentionDays, maxRetentionDays }) =>
        (maxRetentionDays ?? null) === null || (minRetentionDays ?? 1) <= Number(maxRetentionDays),
      condition: (ref) =>
        `${ref}.max_retention_days == null ? true : ${ref}.min_retention_days <= ${ref}.max_retention_days`,
      message: (spell) => `must have a ${spell("minRetentionDays")} of at most ${spell("maxRetentionDays")}`,
      bad: { minRetentionDays: 35, maxRetentionDays: 7 },
    });

/** What a vault is made from, whatever it is for. */
export const vaultInputs = section("Vault", {
  /**
   * KMS key of yours, of the same region, that encrypts the vault and copies of RDS snapshots in it. Null makes a key
   * of the module's own (1 USD/month). It cannot change while the vault holds anything, since AWS makes another vault
   * for it.
   */
  kmsKey: dataKeyInput(),
  /**
   * Roles that may delete what is in the vault before its time, or shorten that time. Nobody by default, administrators
   * included; AWS Backup itself deletes what is old enough. Who may change the vault's policy can lift this, which the
   * lock is for.
   * @default []
   */
  deletionRoleArns: t.list(roleArn("backup-administrator", ANYWHERE)).default([]),
  /**
   * Locks the vault: nobody deletes what it holds before its time, and AWS Backup refuses backups with another
   * retention. A compliance lock cannot be lifted by anybody, AWS included. Null locks nothing.
   */
  lock: lock().optional(),
  /**
   * Opt-in: destroying the vault deletes all that it holds. AWS otherwise refuses to delete a vault that is not empty.
   * @default false
   */
  forceDestroy: t.bool().default(false),
});

/** What a vault tells. Source: AWS Backup API reference, PutBackupVaultNotifications. */
export const VAULT_EVENTS = [
  "BACKUP_JOB_STARTED",
  "BACKUP_JOB_COMPLETED",
  "COPY_JOB_STARTED",
  "COPY_JOB_SUCCESSFUL",
  "COPY_JOB_FAILED",
  "RESTORE_JOB_STARTED",
  "RESTORE_JOB_COMPLETED",
  "RECOVERY_POINT_MODIFIED",
] as const;

/** Topic that a vault tells its events. */
export const eventTopic = () => topicArn();

/** Events that a vault tells; `usual` are those that a person wants to hear of. */
export const eventsInput = (usual: readonly (typeof VAULT_EVENTS)[number][]) =>
  t
    .list(t.oneOf(...VAULT_EVENTS))
    .length(1, VAULT_EVENTS.length)
    .unique()
    .default(usual);

/** What {@link createVault} needs to know. */
export interface VaultConfig {
  readonly inputs: Bound<typeof vaultInputs> & {
    readonly notifications: Group & { readonly topicArn: Text; readonly events: Collection };
    readonly tags: unknown;
  };
  readonly name: string;
  readonly kmsKeyArn: string;
  readonly accountId: string;
  readonly partition: string;
  /** Who else may do something with the vault. */
  readonly statements?: Collection;
}

/** A vault that nobody empties: its policy denies what deletes before its time, and a lock, where wanted, enforces it. */
export function createVault(scope: Construct, { inputs, name, kmsKeyArn, ...about }: VaultConfig): BackupVault {
  const { deletionRoleArns, forceDestroy, notifications } = inputs;
  const vault = new BackupVault(scope, "this#vault", {
    name,
    kmsKeyArn,
    forceDestroy,
    tags: named(inputs.tags, name),
  });
  const { accountId, partition, statements } = about;
  const service = `arn:${partition}:iam::${accountId}:role/aws-service-role/backup.amazonaws.com/*`;
  const denial: Statement = {
    Sid: "KeepUntilItsTime",
    Effect: "Deny",
    Principal: "*",
    Action: ["backup:DeleteRecoveryPoint", "backup:DisassociateRecoveryPoint", "backup:UpdateRecoveryPointLifecycle"],
    Resource: "*",
    Condition: { ArnNotLike: { "aws:PrincipalArn": tf`concat([${service}], ${deletionRoleArns})` } },
  };
  comment(
    new BackupVaultPolicy(scope, "this#policy", {
      backupVaultName: vault.name,
      policy: policy(statements === undefined ? [denial] : tf<Collection>`concat(${[denial]}, ${statements})`),
    }),
    "The service itself is let through: it deletes what is old enough.",
  );
  new BackupVaultLockConfiguration(scope, "this#lock", {
    count: when(given(inputs.lock)),
    backupVaultName: vault.name,
    minRetentionDays: inputs.lock.minRetentionDays,
    maxRetentionDays: inputs.lock.maxRetentionDays,
    changeableForDays: choose(is(inputs.lock.mode, "compliance"), inputs.lock.changeableForDays, null),
  });
  new BackupVaultNotifications(scope, "this#notifications", {
    count: when(given(notifications)),
    backupVaultName: vault.name,
    snsTopicArn: notifications.topicArn,
    backupVaultEvents: tf<string[]>`${notifications.events}`,
  });
  return vault;
}
