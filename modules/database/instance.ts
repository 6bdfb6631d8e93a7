import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { DbSubnetGroup } from "@cdktf/provider-aws/lib/db-subnet-group";
import { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import {
  Flag,
  acceptFinding,
  anyOf,
  choose,
  comment,
  given,
  heading,
  not,
  optionalBlock,
  raw,
  shorthand,
  tf,
} from "../../kernel";
import { guardReplacement } from "../parts/replacement";
import { named } from "../parts/tags";
import { Context } from "./context";
import { Credentials } from "./credentials";
import { Monitoring } from "./monitoring";
import { SecurityGroups } from "./security";
import { Origin, replacedWith } from "./origin";
import { storagePerformance } from "./storage";

/** What the instance is made with. */
export interface Parts {
  readonly credentials: Credentials;
  readonly groups: SecurityGroups;
  readonly parameterGroupName: string;
  readonly monitoring: Monitoring;
  readonly origin: Origin;
  /** Attributes that Terraform leaves alone. */
  readonly unmanaged: readonly string[];
}

/**
 * Longest waits. A restore of hundreds of GiB, or the first backup after it, takes hours; when Terraform gives up it
 * marks the database as broken, and the next apply would replace it.
 */
export const TIMEOUTS = { create: "240m", update: "240m", delete: "120m" } as const;

/**
 * What a restore brings along. Terraform would otherwise replace the database because its origin was taken out of the
 * configuration, or because it has the key and the user of its origin. `guardReplacement` and the postconditions refuse
 * the changes that these would have been.
 */
const FIXED_AT_CREATION = [
  "snapshot_identifier",
  "restore_to_point_in_time",
  "username",
  "db_name",
  "kms_key_id",
  "storage_encrypted",
] as const;

/** What the database has in common with its replicas. */
export function commonSettings({ inputs, kmsKeyArn }: Context, { groups, monitoring }: Parts, insights: Flag) {
  return {
    port: inputs.port,
    networkType: inputs.networkType,
    publiclyAccessible: false,
    vpcSecurityGroupIds: tf<string[]>`concat([${groups.database.id}], ${inputs.securityGroupIds})`,
    caCertIdentifier: inputs.caCertIdentifier,
    iamDatabaseAuthenticationEnabled: inputs.iamDatabaseAuthentication,
    maxAllocatedStorage: inputs.maxAllocatedStorage,
    copyTagsToSnapshot: true,
    maintenanceWindow: inputs.maintenanceWindow,
    autoMinorVersionUpgrade: inputs.autoMinorVersionUpgrade,
    allowMajorVersionUpgrade: inputs.allowMajorVersionUpgrade,
    performanceInsightsEnabled: insights,
    performanceInsightsKmsKeyId: choose<string>(insights, kmsKeyArn, null),
    performanceInsightsRetentionPeriod: choose<number>(insights, inputs.performanceInsightsRetentionPeriod, null),
    databaseInsightsMode: inputs.databaseInsightsMode,
    monitoringInterval: inputs.monitoringInterval,
    monitoringRoleArn: monitoring.roleArn,
    enabledCloudwatchLogsExports: tf<string[]>`${inputs.logExports}`,
    timeouts: TIMEOUTS,
  };
}

/** The database itself. */
export function createInstance(scope: Construct, context: Context, parts: Parts): DbInstance {
  heading(scope, "Database");
  const { inputs, kmsKeyArn, isReplica, isPointInTime } = context;
  const { name, origin, credentials, tags } = inputs;
  const { snapshot, pointInTime, replicaOf } = origin;
  const { password, passwordVersion } = parts.credentials;
  const restored = anyOf(given(snapshot), isPointInTime);
  const { deferred } = parts.origin;
  const insights = shorthand(
    scope,
    "has_performance_insights",
    choose<Flag>(deferred, false, inputs.performanceInsights),
  );
  const subnetGroup = createSubnetGroup(scope, context);
  const unlessReplica = <T>(value: T): T => choose<T>(isReplica, null, value);
  const atCreation = <T>(value: T): T => choose<T>(given(origin), null, value);

  const database = new DbInstance(scope, "this", {
    identifier: name,
    engine: unlessReplica("postgres"),
    engineVersion: unlessReplica(inputs.engineVersion),
    instanceClass: inputs.instanceClass,
    replicateSourceDb: choose(isReplica, replicaOf.arn, null),
    snapshotIdentifier: choose(given(snapshot), snapshot.id, null),
    dbName: atCreation(inputs.dbName),
    username: atCreation(inputs.username),
    passwordWo: password,
    passwordWoVersion: passwordVersion,
    manageMasterUserPassword: choose(given(credentials.managed), true, null),
    masterUserSecretKmsKeyId: choose(given(credentials.managed), kmsKeyArn, null),
    // The provider hands neither over when it restores a point in time: both come with the apply that ends the deferral.
    ...commonSettings(context, parts, insights),
    backupRetentionPeriod: choose(deferred, choose(isPointInTime, null, 0), inputs.backupRetentionPeriod),
    dbSubnetGroupName: subnetGroup.name,
    parameterGroupName: parts.parameterGroupName,
    multiAz: choose(deferred, false, inputs.multiAz),
    storageEncrypted: true,
    kmsKeyId: choose(restored, null, kmsKeyArn),
    allocatedStorage: unlessReplica(inputs.allocatedStorage),
    storageType: inputs.storageType,
    ...storagePerformance(context),
    backupWindow: inputs.backupWindow,
    deleteAutomatedBackups: inputs.deleteAutomatedBackups,
    skipFinalSnapshot: not(inputs.finalSnapshot),
    finalSnapshotIdentifier: tf`coalesce(${inputs.finalSnapshotName}, ${`${name}-final-${inputs.replacements}`})`,
    deletionProtection: inputs.deletionProtection,
    applyImmediately: tf`${inputs.applyImmediately} || ${given(origin)}`,
    tags: named(tags, name),
    lifecycle: {
      ignoreChanges: [...FIXED_AT_CREATION, ...parts.unmanaged],
      replaceTriggeredBy: replacedWith(parts.origin),
      precondition: [
        guardReplacement(scope, {
          what: "the database",
          loss: "all that it holds (its final snapshot keeps it)",
          identity: { name, kms_key: choose(given(inputs.kmsKey), inputs.kmsKey.arn, "its own") },
          replacements: inputs.replacements,
        }),
      ],
      postcondition: postconditions(context),
    },
    dependsOn: [...parts.monitoring.logGroups] as ITerraformDependable[],
  });
  optionalBlock(database, "restore_to_point_in_time", isPointInTime, {
    sourceDbInstanceIdentifier: pointInTime.sourceInstance,
    sourceDbInstanceAutomatedBackupsArn: pointInTime.automatedBackupsArn,
    restoreTime: pointInTime.time,
    useLatestRestorableTime: tf`${pointInTime.time} == null ? true : null`,
  });
  acceptFinding(database, "CKV_AWS_133", "14 days by default; 0 needs allow_no_backups, and a restore may defer them");
  return comment(
    database,
    "What a restore brings along is not compared any more: taking the origin out of the configuration never replaces the database.",
  );
}

/**
 * What the database is, against what the inputs say that it is. Where AWS has made it and refused the next request, Terraform
 * knows nothing of it yet: nothing is said then beside AWS's own error.
 */
function postconditions({ inputs, isReplica }: Context) {
  const { username, dbName, engineVersion, allowMajorVersionUpgrade } = inputs;
  const running = tf`tonumber(split(".", self.engine_version_actual)[0])`;
  const wanted = tf`tonumber(split(".", ${engineVersion})[0])`;
  const onceKnown = (condition: unknown): never => tf<never>`self.resource_id == null ? true : ${condition}`;
  const said = (attribute: string): string => `${tf`coalesce(self.${raw(attribute)}, "none")`}`;
  return [
    {
      // The provider knows what runs from its last reading, so that the plan is refused before anything is made for it.
      condition: onceKnown(
        tf`${isReplica} || ${running} == ${wanted} || (${allowMajorVersionUpgrade} && ${running} < ${wanted})`,
      ),
      errorMessage: `The database runs PostgreSQL ${said("engine_version_actual")}, and engine_version asks for ${engineVersion}. A major version goes up only with allow_major_version_upgrade = true, and never down: set it, or take engine_version back.`,
    },
    {
      condition: onceKnown(tf`self.username == ${username}`),
      errorMessage: `The master user of the database is ${said("username")}, not ${username}: it cannot be changed. Set username to ${said("username")} and raise credentials.password_version; or raise replacements for a new database, and lose all that this one holds.`,
    },
    {
      condition: onceKnown(tf`${dbName} == null ? true : self.db_name == ${dbName}`),
      errorMessage: `The first database is ${said("db_name")}, not ${tf`coalesce(${dbName}, "none")`}: it cannot be changed. Set db_name to it, or make the other one with SQL; or raise replacements for a new database, and lose all that this one holds.`,
    },
    {
      condition: onceKnown(tf`self.storage_encrypted`),
      errorMessage:
        "The database is not encrypted, as its source was not. Copy the snapshot with a key, name the copy in origin, and raise replacements.",
    },
  ];
}

function createSubnetGroup(scope: Construct, { inputs }: Context): DbSubnetGroup {
  const { name, subnetIds, tags } = inputs;
  return new DbSubnetGroup(scope, "this#subnet_group", {
    name,
    description: `Subnets of database ${name}`,
    subnetIds: tf`${subnetIds}`,
    tags: named(tags, name),
  });
}
