import { DataAwsDbSnapshot } from "@cdktf/provider-aws/lib/data-aws-db-snapshot";
import { DataAwsKmsKey } from "@cdktf/provider-aws/lib/data-aws-kms-key";
import { DataAwsResourcegroupstaggingapiResources } from "@cdktf/provider-aws/lib/data-aws-resourcegroupstaggingapi-resources";
import { Environment } from "../environments/definition";
import { Expression, Flag, Stack, each, forEach, local, tf } from "../kernel";
import { ToldCopies, ToldLifelines, whole } from "../recovery/contract";
import { Condition } from "../recovery/readiness";

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
  /** What the primary stack says of its copies, and what the watch has seen of them: null where they have said nothing. */
  readonly lifelines: ToldLifelines;
  readonly watched: ToldCopies;
  readonly choice: Choice;
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
  const original = tf`try(${lifelines.database.identifier}, null)`;
  const newest = value(
    "newest_snapshot",
    tf`try(element(split(" ", reverse(sort([for id, snapshot in ${usable} : "\${snapshot.data_until} \${id}" if snapshot.database == ${original}]))[0]), 1), null)`,
  );
  const backups = value(
    "automated_backups",
    tf`${key.enabled} && try(${watched.database.latestRestorableTime}, null) != null && try(${watched.database.status} != "creating", false) ? ${whole(watched.database)} : null`,
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
          automated_backups_arn = try(${backups}.automated_backup_arn, null)
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
function findKey(stack: Stack, { lifelines }: CopiesConfig): Key {
  const arn = tf`try(${lifelines.kmsKeyArn}, "unknown")`;
  const key = new DataAwsKmsKey(stack, "recovery_key", {
    count: tf<number>`${whole(lifelines)} == null ? 0 : 1`,
    keyId: tf<string>`${arn}`,
  });
  return {
    arn,
    enabled: tf`${local(stack, "recovery_key_enabled", tf`coalesce(one(${key}[*].enabled), false)`)}`,
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

/** What must hold before anything is made: a sentence for each way in which there may be nothing to restore. */
function conditions({ environment, choice, isRestored }: CopiesConfig, found: Found): Condition[] {
  const { restoreTime: time, snapshot } = choice;
  const { key, usable, backups, source } = found;
  const { application, name, recovery } = environment;
  const region = recovery?.region ?? "";
  const latest = tf`try(${backups}.latest_restorable_time, "unknown")`;
  const text = { key: tf`${key.arn}`, snapshot: tf`${snapshot}`, time: tf`${time}`, latest: tf`${latest}` };
  const unlessRestored = (condition: Expression): Flag => tf`${isRestored} ? true : ${condition}`;
  return [
    {
      condition: tf`${time} == null ? true : can(formatdate("YYYY", ${time})) && endswith(${time}, "Z")`,
      errorMessage: `restore_time must be a time in UTC, such as 2026-11-21T08:00:00Z, and not ${text.time}. Nothing was made.`,
    },
    {
      condition: tf`${snapshot} == null || ${time} == null`,
      errorMessage: `Name either the snapshot (${text.snapshot}) or the restore_time (${text.time}), and not both. Nothing was made.`,
    },
    {
      condition: unlessRestored(key.enabled),
      errorMessage: `The key ${text.key}, which encrypts all copies in ${region}, is ${tf`${key.state}`}: ${tf`${key.state} == "PendingDeletion" ? "stop its deletion (aws kms cancel-key-deletion), " : ""`}enable it (aws kms enable-key), and deploy again. Nothing was made.`,
    },
    {
      condition: unlessRestored(tf`${snapshot} == null ? true : contains(keys(${usable}), ${snapshot})`),
      errorMessage: `The snapshot ${text.snapshot} cannot be restored in ${region}: it is not there, is not complete, is not of ${application} ${name}, or is not encrypted with ${text.key}. Those that can be are: ${tf`coalesce(join(", ", keys(${usable})), "none")`}. Name one of them, or none to take the newest copy. Nothing was made.`,
    },
    {
      condition: unlessRestored(tf`${time} == null || ${backups} != null`),
      errorMessage: `The time ${text.time} cannot be restored in ${region}: the watch has seen no replicated automated backups of ${application} ${name} there that could be. Leave restore_time out to take the newest snapshot. Nothing was made.`,
    },
    {
      condition: unlessRestored(tf`${time} == null ? true : timecmp(${time}, ${latest}) <= 0`),
      errorMessage: `The time ${text.time} cannot be restored in ${region}: the replicated automated backups reach until ${text.latest}. Name a time before that, or leave restore_time out to take the latest. Nothing was made.`,
    },
    {
      condition: unlessRestored(tf`${source} != "nothing"`),
      errorMessage: `There is no usable copy of the database of ${application} ${name} in ${region}: no automated backups are replicated there, and ${tf`${reasons(found)}`}. Wait for a copy that is being made, or copy a snapshot there, encrypted with ${text.key} and tagged Application = ${application} and Environment = ${name}; then deploy again. Nothing was made.`,
    },
  ];
}

/** Why none of the snapshots can be restored, in words. */
function reasons({ key, snapshots }: Found): Expression {
  const found = tf`[for one in values(${snapshots}) : one.status == "available" ? "\${one.db_snapshot_identifier} is encrypted with \${one.kms_key_id} instead of \${${key.arn}}" : "\${one.db_snapshot_identifier} is \${one.status}"]`;
  return tf`length(${snapshots}) == 0 ? "there is no snapshot of it" : "of its snapshots \${join(", ", ${found})}"`;
}
