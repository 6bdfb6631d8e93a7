import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { Environment } from "../environments/definition";
import { Expression, Stack, acceptFinding, raw, tf } from "../kernel";
import { Cache } from "../modules/cache";
import { Database } from "../modules/database";
import type { DatabaseProps } from "../modules/database/inputs";
import { databaseInputs } from "../modules/database/inputs";
import { alarmsIn } from "./recovered-service";

/** Where data stores of the recovery region stand, and the key that they are encrypted with. */
export interface DataParts {
  readonly name: string;
  readonly kmsKeyArn: string;
  readonly vpcId: string;
  readonly subnetIds: string[];
  /** Tags of all that is made. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** What a cache has beside its place. */
export interface CacheParts extends DataParts {
  /** Name of a snapshot that it begins with; empty without it. */
  readonly snapshot?: Expression;
  /** Name of the snapshot that it leaves when it is destroyed; the module's own name without it. */
  readonly finalSnapshotName?: string;
  /** A restore test leaves nothing. */
  readonly isTest?: boolean;
}

/** The environment's cache in the recovery region: empty, or with what a snapshot holds. */
export function createCache(
  stack: Stack,
  { cache, recovery }: Environment,
  { kmsKeyArn, snapshot, finalSnapshotName, isTest = false, ...place }: CacheParts,
): Cache | undefined {
  if (!cache) return undefined;
  const { notificationTopicArn: _topic, ...stated } = cache;
  return new Cache(stack, "cache", {
    ...stated,
    ...place,
    kmsKey: { arn: kmsKeyArn },
    alarms: alarmsIn(cache.alarms, recovery?.alarmTopicArns),
    snapshot: snapshot as never,
    applyImmediately: true,
    ...(finalSnapshotName !== undefined && !cache.serverless ? { finalSnapshotName } : {}),
    ...(isTest ? { skipFinalSnapshot: true, finalSnapshotName: undefined } : {}),
  });
}

/** What the recovered database has beside its place. */
export interface DatabaseParts extends DataParts {
  /** The module's input `origin`. */
  readonly origin: Expression;
  /** What stands already, where the environment has such a mechanism, and whether it is what this database is. */
  readonly standing?: { readonly found: Expression; readonly isTaken: Expression };
  /** Its identifier, which is the replica's where that is taken. */
  readonly identifier: string;
  /** Tags of the instance alone: what it was made from. */
  readonly madeFrom: Readonly<Record<string, string>>;
  /** When its restore was planned, as its tags say. */
  readonly restoredAt: Expression;
  readonly secretArn: string;
  /** Null without enhanced monitoring. */
  readonly monitoringRoleArn: string;
  /** GiB: at least what the copy has. */
  readonly allocatedStorage: number;
  /** A restore test is destroyed afterwards, and leaves nothing. */
  readonly isTest: boolean;
}

/** What a database of the recovery region needs of what stands there. */
interface DatabasePlace extends Omit<DataParts, "name"> {
  readonly secretArn: string;
  /** Null without enhanced monitoring. */
  readonly monitoringRoleArn: string | null;
}

/** The environment's database as the recovery region has it: restored there, or standing there as a replica. */
export function databaseThere(
  { database, recovery }: Environment,
  { kmsKeyArn, vpcId, subnetIds, tags, secretArn, monitoringRoleArn }: DatabasePlace,
): Omit<DatabaseProps, "name" | "origin"> | undefined {
  if (!database || !recovery) return undefined;
  const { origin: _origin, eventTopic: _topic, readReplicas: _replicas, proxy: _proxy, ...others } = database;
  // A failback raises it for the database of the primary region: this one is not to be replaced with it.
  const { replacements: _replacements, ...stated } = others;
  const { instanceClass = database.instanceClass, multiAz = false } = recovery.database ?? {};
  return {
    ...stated,
    vpcId,
    subnetIds,
    tags,
    instanceClass,
    multiAz,
    kmsKey: { arn: kmsKeyArn },
    credentials: { existing: { arn: secretArn, kmsKey: { arn: kmsKeyArn } } },
    monitoringRole: database.monitoringInterval === 0 ? undefined : { arn: monitoringRoleArn as string },
    alarms: alarmsIn(database.alarms, recovery.alarmTopicArns),
    // Provider 5.100 hands neither these nor the windows over when it restores a point in time: a second apply of dr would
    // change the database that has just begun to serve.
    performanceInsights: false,
    databaseInsightsMode: undefined,
  };
}

/** The environment's database in the recovery region: restored from a copy, or the replica that stands there. */
export function createDatabase(
  stack: Stack,
  environment: Environment,
  { madeFrom, restoredAt, isTest, standing, identifier, ...parts }: DatabaseParts,
): Database | undefined {
  const props = databaseThere(environment, parts);
  if (!props) return undefined;
  const test: Partial<DatabaseProps> = isTest
    ? { deletionProtection: false, finalSnapshot: false, deleteAutomatedBackups: true, multiAz: false }
    : {};
  const restored = new Database(
    stack,
    "database",
    {
      ...props,
      name: parts.name,
      origin: parts.origin as never,
      allocatedStorage: parts.allocatedStorage,
      applyImmediately: true,
      finalSnapshotName: finalSnapshotOf(parts.name, restoredAt),
      ...test,
    },
    { unmanaged: ["backup_window", "maintenance_window"], isGuarded: false },
  );
  const instance = restored.node.findChild("this") as DbInstance;
  // Known when Terraform plans, so that the plan shows them.
  instance.tags = { Name: parts.name, ...madeFrom };
  if (standing) takeOver(instance, standing, identifier);
  acceptFinding(instance, "CKV_AWS_157", "One zone is restored sooner; recovery.database.multiAz adds the other");
  acceptFinding(instance, "CKV_AWS_353", "The provider cannot hand it over when it restores a point in time");
  return restored;
}

/**
 * A replica keeps its name, its groups and its version when it is taken over: another subnet group RDS refuses, another
 * parameter group would ask for a restart, and the version is what runs, or none while it is a replica.
 */
function takeOver(
  instance: DbInstance,
  { found, isTaken }: NonNullable<DatabaseParts["standing"]>,
  name: string,
): void {
  const kept = (taken: Expression, otherwise: unknown): string => tf<string>`${isTaken} ? ${taken} : ${otherwise}`;
  const isReplica = tf`${instance.replicateSourceDbInput} != null`;
  instance.identifier = name;
  // RDS takes none of a replica, and would refuse to delete one that is only prepared.
  instance.skipFinalSnapshot = tf<boolean>`${isReplica} ? true : ${instance.skipFinalSnapshotInput}`;
  instance.dbSubnetGroupName = kept(tf`try(${found}.db_subnet_group, null)`, instance.dbSubnetGroupNameInput);
  instance.parameterGroupName = kept(tf`try(${found}.db_parameter_groups[0], null)`, instance.parameterGroupNameInput);
  instance.engineVersion = kept(
    tf`${isReplica} ? null : try(${found}.engine_version, null)`,
    instance.engineVersionInput,
  );
}

/**
 * Name of the last snapshot of a restored database: of the time of its restore, so that no later incident finds it taken.
 * RDS would refuse to delete the database then, after all that used it has gone.
 */
const finalSnapshotOf = (name: string, restoredAt: Expression): string =>
  tf<string>`"${raw(name)}-final-\${try(formatdate("YYYYMMDDhhmmss", ${restoredAt}), "0")}"`;

/** GiB of the restored database: what the environment states, or what the module takes. */
export const statedStorage = ({ database }: Environment): number =>
  database?.allocatedStorage ?? Number(databaseInputs.fields.allocatedStorage.defaultValue);

/** The larger of what the environment states and what the copy needs: storage never shrinks. */
export const storageOf = (environment: Environment, copy: Expression): number =>
  tf<number>`max(${statedStorage(environment)}, coalesce(${copy}, 0))`;
