import { DataAwsDbSnapshot } from "@cdktf/provider-aws/lib/data-aws-db-snapshot";
import { DataAwsKmsKey } from "@cdktf/provider-aws/lib/data-aws-kms-key";
import { DataAwsResourcegroupstaggingapiResources } from "@cdktf/provider-aws/lib/data-aws-resourcegroupstaggingapi-resources";
import { Environment } from "../environments/definition";
import { Expression, Stack, each, forEach, local, tf } from "../kernel";
import { Condition } from "./handover";

/** What an operator names instead of the newest copy: variables of the stack, null unless `--var` says otherwise. */
export interface Choice {
  /** Identifier of a snapshot in the recovery region. */
  readonly snapshot: Expression;
  /** Point in time, in UTC: `2026-11-21T08:00:00Z`. */
  readonly restoreTime: Expression;
}

/** What the choice is made from. */
export interface CopiesConfig {
  readonly environment: Environment;
  /** What the primary stack says of its copies, and what the watch has seen of them. */
  readonly lifelines: Expression;
  readonly watched: Expression;
  readonly choice: Choice;
  /** Whether the primary stack has said anything: without it, that is the one thing to say. */
  readonly isShipped: Expression;
  /** Whether the database is there already: then nothing is restored, whatever copies there are by now. */
  readonly isRestored: Expression;
}

/** The copy that the database is restored from. */
export interface Copy {
  /** The input `origin` of the database module; null once it is there. */
  readonly origin: Expression;
  /** GiB that the copy needs; null where nobody knows. */
  readonly allocatedStorage: Expression;
  /** What the copy is, for people: kind, identifier, and until when its data reaches. */
  readonly description: Expression;
  readonly conditions: readonly Condition[];
}

/**
 * Finds the newest usable copy while Terraform plans, by data sources of the recovery region alone: the latest state in the
 * replicated automated backups, or the newest snapshot that is complete, of this environment, and encrypted with a key that
 * is enabled.
 */
export function findCopy(stack: Stack, config: CopiesConfig): Copy {
  const { environment, lifelines, watched, choice, isRestored } = config;
  const mechanism = environment.recovery?.database?.mechanism ?? "point_in_time";
  const key = findKey(stack, config);
  const snapshots = findSnapshots(stack, environment);
  const value = (id: string, expression: Expression): Expression => tf`${local(stack, id, expression)}`;

  const usable = value(
    "usable_snapshots",
    tf`{ for arn, snapshot in ${snapshots} : snapshot.db_snapshot_identifier => {
      data_until = coalesce(snapshot.original_snapshot_create_time, snapshot.snapshot_create_time)
      allocated_storage = snapshot.allocated_storage
      database = snapshot.db_instance_identifier
    } if snapshot.status == "available" && (!snapshot.encrypted || snapshot.kms_key_id == ${key.arn} && ${key.enabled}) }`,
  );
  // A restored database takes snapshots of its own: newer ones, of older data, which somebody may have tried things on.
  const original = tf`try(${lifelines}.database.identifier, null)`;
  const newest = value(
    "newest_snapshot",
    tf`try(element(split(" ", reverse(sort([for id, snapshot in ${usable} : "\${snapshot.data_until} \${id}" if snapshot.database == ${original}]))[0]), 1), null)`,
  );
  const backups = value(
    "automated_backups",
    tf`${key.enabled} && try(${watched}.database.automated_backup_arn, null) != null && !contains(["creating", "unknown"], try(${watched}.database.status, "unknown")) ? ${watched}.database : null`,
  );
  // A named snapshot wins, then a named time; then what the environment says; then whatever there is.
  const source = value(
    "restore_from",
    tf`${choice.snapshot} != null ? "snapshot" : ${choice.restoreTime} != null ? "point_in_time" : ${
      mechanism === "snapshot" ? tf`${newest} != null` : tf`${backups} == null && ${newest} != null`
    } ? "snapshot" : ${backups} != null ? "point_in_time" : "nothing"`,
  );
  const snapshot = value("chosen_snapshot", tf`${choice.snapshot} != null ? ${choice.snapshot} : ${newest}`);
  const ofSnapshot = tf`lookup(${usable}, coalesce(${snapshot}, "none"), null)`;
  const latest = tf`try(${backups}.latest_restorable_time, null)`;
  return {
    origin: value(
      "restore_origin",
      tf`${isRestored} ? null : {
        snapshot = ${source} == "snapshot" ? { id = ${snapshot} } : null
        point_in_time = ${source} == "point_in_time" ? {
          source_instance = null
          automated_backups_arn = try(${backups}.automated_backup_arn, ${lifelines}.database.automated_backup_arn)
          time = ${choice.restoreTime}
          retention_days = 35
        } : null
        replica_of = null
        defer_protection = false
      }`,
    ),
    allocatedStorage: tf`${source} == "snapshot" ? try(${ofSnapshot}.allocated_storage, null) : try(${backups}.allocated_storage, null)`,
    description: tf`{
      kind = ${source}
      copy = ${source} == "snapshot" ? ${snapshot} : try(${backups}.automated_backup_arn, null)
      data_until = ${source} == "snapshot" ? try(${ofSnapshot}.data_until, null) : ${choice.restoreTime} != null ? ${choice.restoreTime} : ${latest}
    }`,
    conditions: conditions(config, { key, snapshots, usable, backups, source }),
  };
}

interface Key {
  readonly arn: Expression;
  readonly enabled: Expression;
  /** For people: Enabled, Disabled, PendingDeletion. */
  readonly state: Expression;
}

/** The key that the copies are encrypted with. It is not asked for while nobody has said which it is. */
function findKey(stack: Stack, { lifelines, isShipped }: CopiesConfig): Key {
  const key = new DataAwsKmsKey(stack, "recovery_key", {
    count: tf<number>`${isShipped} ? 1 : 0`,
    keyId: tf<string>`${lifelines}.kms_key_arn`,
  });
  return {
    arn: tf`${lifelines}.kms_key_arn`,
    enabled: tf`${local(stack, "recovery_key_enabled", tf`coalesce(one(${key}[*].enabled), !${isShipped})`)}`,
    state: tf`coalesce(one(${key}[*].key_state), "unknown")`,
  };
}

/** All snapshots that are tagged as this environment's, by their ARNs. */
function findSnapshots(stack: Stack, { application, name }: Environment): Expression {
  const tagged = new DataAwsResourcegroupstaggingapiResources(stack, "snapshots", {
    resourceTypeFilters: ["rds:snapshot"],
    tagFilter: [
      { key: "Application", values: [application] },
      { key: "Environment", values: [name] },
    ],
  });
  const found = new DataAwsDbSnapshot(stack, "snapshots#found", {
    forEach: forEach(tf`toset(${tagged}.resource_tag_mapping_list[*].resource_arn)`),
    dbSnapshotIdentifier: tf<string>`regex("snapshot:(.+)$", ${each.key})[0]`,
    snapshotType: tf<string>`strcontains(${each.key}, ":awsbackup:") ? "awsbackup" : null`,
  });
  return tf`${found}`;
}

interface Found {
  readonly key: Key;
  readonly snapshots: Expression;
  readonly usable: Expression;
  readonly backups: Expression;
  readonly source: Expression;
}

/** What must hold before anything is made: one sentence for each way in which there may be nothing to restore. */
function conditions({ environment, choice, isRestored, isShipped }: CopiesConfig, found: Found): Condition[] {
  const { key, snapshots, usable, backups, source } = found;
  const region = environment.recovery?.region ?? "";
  const inProgress = tf`join(", ", [for snapshot in values(${snapshots}) : "\${snapshot.db_snapshot_identifier} (\${snapshot.status})" if snapshot.status != "available"])`;
  return [
    {
      condition: tf`!${isShipped} || ${isRestored} || ${key.enabled}`,
      errorMessage: `The key ${tf`${key.arn}`} in ${region}, which encrypts the copies, is ${tf`${key.state}`}: enable it (aws kms enable-key, or cancel-key-deletion before that), and deploy again. Nothing was made.`,
    },
    {
      condition: tf`!${isShipped} || ${isRestored} || !${key.enabled} || ${choice.snapshot} == null ? true : contains(keys(${usable}), ${choice.snapshot})`,
      errorMessage: `The snapshot ${tf`coalesce(${choice.snapshot}, "-")`} cannot be restored in ${region}: it is not there, is not complete, is not of ${environment.application} ${environment.name}, or is encrypted with a key that is not ${tf`${key.arn}`}. Usable are: ${tf`join(", ", keys(${usable}))`}. Nothing was made.`,
    },
    {
      condition: tf`!${isShipped} || ${isRestored} || !${key.enabled} || ${choice.snapshot} != null || ${choice.restoreTime} == null ? true : ${backups} != null`,
      errorMessage: `No point in time can be restored in ${region}: the watch has seen no replicated automated backup of this environment there. Leave restore_time out to take the newest snapshot. Nothing was made.`,
    },
    {
      condition: tf`!${isShipped} || ${isRestored} || !${key.enabled} || ${source} != "nothing"`,
      errorMessage: `There is no usable copy of the database in ${region}: no replicated automated backup, and no complete snapshot of ${application(environment)} (in progress: ${tf`coalesce(${inProgress}, "none")`}). Wait for a copy that is in progress, or name one with --var snapshot=<identifier>. Nothing was made.`,
    },
  ];
}

const application = ({ application: app, name }: Environment): string => `${app} ${name}`;
