import { Problem } from "../../../kernel";
import { bucketName, replicaName } from "../names/buckets";
import { databaseInputs } from "../../../modules/database/inputs";
import { cannotBegin, dueMinutes } from "../../../modules/parts/windows";
import { snapshotTimes } from "../../../recovery/mechanisms/snapshot/schedule";
import type { EnvironmentDefinition } from "../schema/environment";

/** Longest name of a bucket whose role, `<name>-replication`, IAM takes. */
const LONGEST_REPLICATED = 52;
/** S3's longest name, and that of a bucket with one of logs beside it: `<name>-logs`. */
const LONGEST_BUCKET = 63;
const LOGS = "-logs";

const BACKUP_WINDOW = String(databaseInputs.fields.backupWindow.defaultValue);
const MAINTENANCE_WINDOW = String(databaseInputs.fields.maintenanceWindow.defaultValue);

/** The rules about data that is copied to the recovery region. They look at parts of the right shape only. */
export function checkCopies(name: string, definition: EnvironmentDefinition): Problem[] {
  if (typeof definition.recovery !== "object" || definition.recovery === null) return [];
  return [
    ...bothAtOnce(definition),
    ...withoutBackups(definition),
    ...snapshotsThatCannotBegin(definition),
    ...goneAtOnce(definition),
    ...Object.keys(definition.storage ?? {}).flatMap((bucket) => checkBucket(name, bucket, definition)),
  ];
}

/** One provider has one region: the copies of the other would be forgotten, not destroyed. */
function bothAtOnce({ formerRecoveryRegion }: EnvironmentDefinition): Problem[] {
  if ((formerRecoveryRegion ?? null) === null) return [];
  const message =
    "must be left out with recovery: take the former lifelines away first, by a deployment without recovery";
  return [{ path: "formerRecoveryRegion", message, value: formerRecoveryRegion }];
}

function withoutBackups({ database }: EnvironmentDefinition): Problem[] {
  if (database?.backupRetentionPeriod !== 0) return [];
  const message =
    "must be at least 1 with recovery: automated backups are what is copied to the recovery region, minute by minute";
  return [{ path: "database.backupRetentionPeriod", message, value: 0 }];
}

/** AWS Backup lets a job expire that it cannot begin: the alarm on the copies would ring each week. */
function snapshotsThatCannotBegin({ database, recovery }: EnvironmentDefinition): Problem[] {
  const snapshots = recovery?.snapshots;
  if (!database || !snapshots) return [];
  const { backupWindow = BACKUP_WINDOW, maintenanceWindow = MAINTENANCE_WINDOW } = database;
  const blocked = snapshotTimes({ every: snapshots.every ?? "day" }).find(({ schedule, startWindowMinutes }) =>
    dueMinutes(schedule).some((start) => cannotBegin(start, startWindowMinutes, backupWindow, maintenanceWindow)),
  );
  if (!blocked) return [];
  const path = database.maintenanceWindow === undefined ? "database.backupWindow" : "database.maintenanceWindow";
  const message = `must leave AWS Backup time for the snapshots of recovery (${blocked.schedule}, within ${blocked.startWindowMinutes} minutes, in UTC): it begins none in the hour before a window of the database and during it`;
  return [{ path, message, value: path.endsWith("backupWindow") ? backupWindow : maintenanceWindow }];
}

/**
 * Inputs for environments that are there to be thrown away: a data store goes with all that is in it, or without a trace. An
 * environment that recovers is none of these; the rule guardedData looks at what its stacks make.
 */
function goneAtOnce(definition: EnvironmentDefinition): Problem[] {
  const { registry, storage, secrets, cache, database, loadBalancer, network, recovery } = definition;
  const generated = database?.credentials?.generated;
  const stated: [string, boolean | undefined, string][] = [
    ["registry.forceDelete", registry?.forceDelete === true, "images would be deleted with their repository"],
    ...Object.entries(storage ?? {}).map(([bucket, one]): [string, boolean, string] => [
      `storage["${bucket}"].forceDestroy`,
      one?.forceDestroy === true,
      "objects would be deleted with their bucket",
    ]),
    ["secrets.deleteImmediately", secrets?.deleteImmediately === true, "a deleted secret could not be taken back"],
    [
      "database.credentials.generated.recoveryWindowInDays",
      generated?.recoveryWindowInDays === 0,
      "a deleted secret could not be taken back",
    ],
    [
      "cache.skipFinalSnapshot",
      cache?.skipFinalSnapshot === true && !cache.serverless,
      "the cache could be destroyed without a trace",
    ],
    [
      "database.finalSnapshot",
      database?.finalSnapshot === false && database.deletionProtection === false,
      "the database could be destroyed without a trace",
    ],
    ...[
      ["loadBalancer.logForceDestroy", loadBalancer?.logForceDestroy] as const,
      ["network.flowLogsForceDestroy", network?.flowLogsForceDestroy] as const,
      ["recovery.network.flowLogsForceDestroy", recovery?.network?.flowLogsForceDestroy] as const,
      ...Object.entries(storage ?? {}).map(
        ([bucket, one]) => [`storage["${bucket}"].logForceDestroy`, one?.logForceDestroy] as const,
      ),
    ].map(([path, one]): [string, boolean, string] => [path, one === true, "logs would be deleted with their bucket"]),
  ];
  return stated
    .filter(([, isStated]) => isStated)
    .map(([path, , why]) => ({ path, message: `must be left out with recovery: ${why}` }));
}

function checkBucket(name: string, bucket: string, definition: EnvironmentDefinition): Problem[] {
  const stated = definition.storage?.[bucket];
  if (typeof stated !== "object" || stated === null) return [];
  const path = `storage["${bucket}"]`;
  const problems: Problem[] = [];
  if (stated.replication) {
    const message = "must be left out with recovery: the stack copies the bucket to the recovery region itself";
    problems.push({ path: `${path}.replication`, message });
  }
  if (stated.versioning === false) {
    const message = "must be true with recovery: S3 copies a bucket by its versions";
    problems.push({ path: `${path}.versioning`, message, value: false });
  }
  const source = bucketName(definition, name, bucket);
  if (source.length > LONGEST_REPLICATED) {
    const message = `must be at most ${LONGEST_REPLICATED} characters long with recovery, as -replication follows for its role; give a shorter one`;
    problems.push({ path: `${path}.bucketName`, message, value: source });
  }
  const copy = replicaName(definition, name, bucket);
  const longest = LONGEST_BUCKET - LOGS.length;
  if (copy.length > longest) {
    const message = `must be short enough for its copy, <name>-${definition.recovery?.region}, and ${LOGS}: at most ${longest} characters in all`;
    problems.push({ path: `${path}.bucketName`, message, value: copy });
  }
  return problems;
}
