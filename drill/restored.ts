import { Environment } from "../environments/definition";
import { databaseInputs } from "../modules/database/inputs";
import { Aws } from "../tools/aws";

/** A database as RDS describes it, as far as the drill compares it. */
interface Described {
  readonly DBInstanceClass: string;
  readonly Engine: string;
  readonly EngineVersion: string;
  readonly DBName?: string;
  readonly MasterUsername: string;
  readonly AllocatedStorage: number;
  readonly MultiAZ: boolean;
  readonly StorageEncrypted: boolean;
  readonly KmsKeyId?: string;
  readonly PubliclyAccessible: boolean;
  readonly DeletionProtection: boolean;
  readonly BackupRetentionPeriod: number;
  readonly DBInstanceStatus: string;
  readonly ReadReplicaSourceDBInstanceIdentifier?: string;
  readonly DBSubnetGroup: { readonly VpcId: string };
  readonly DBParameterGroups: readonly { readonly DBParameterGroupName: string }[];
  readonly VpcSecurityGroups: readonly { readonly VpcSecurityGroupId: string }[];
}

/** Settings of a database, by names that a person understands. */
export type Settings = Readonly<Record<string, unknown>>;

/** A database as it is. */
export async function describeDatabase(aws: Aws, region: string, identifier: string): Promise<Settings> {
  const {
    DBInstances: [found],
  } = await aws.ask<{ DBInstances: [Described] }>({
    service: "rds",
    operation: "DescribeDBInstances",
    region,
    parameters: { DBInstanceIdentifier: identifier },
  });
  return {
    status: found.DBInstanceStatus,
    instanceClass: found.DBInstanceClass,
    engine: found.Engine,
    engineVersion: found.EngineVersion,
    databaseName: found.DBName ?? null,
    masterUser: found.MasterUsername,
    storageGib: found.AllocatedStorage,
    multiAz: found.MultiAZ,
    encrypted: found.StorageEncrypted,
    key: found.KmsKeyId ?? null,
    public: found.PubliclyAccessible,
    replicates: found.ReadReplicaSourceDBInstanceIdentifier ?? null,
    deletionProtection: found.DeletionProtection,
    backupRetentionDays: found.BackupRetentionPeriod,
    network: found.DBSubnetGroup.VpcId,
    parameterGroupIsItsOwn: found.DBParameterGroups.some(({ DBParameterGroupName: name }) =>
      name.startsWith(identifier),
    ),
    securityGroups: found.VpcSecurityGroups.length,
  };
}

/** What comes from the backup: what the restored database must have in common with the one that is lost. */
const FROM_THE_BACKUP = ["engine", "engineVersion", "databaseName", "masterUser"] as const;

/** Where the database is restored to. */
export interface Destination {
  readonly kmsKeyArn: string;
  readonly vpcId: string;
}

/** What the restored database must be: as the environment states it, in the standby's network, with the surviving key. */
export function expectedSettings(
  { database = {} as never, recovery }: Environment,
  original: Settings,
  { kmsKeyArn, vpcId }: Destination,
): Settings {
  const { backupRetentionPeriod, deletionProtection } = databaseInputs.fields;
  const stated = recovery?.database ?? {};
  return {
    status: "available",
    instanceClass: stated.instanceClass ?? database.instanceClass,
    ...Object.fromEntries(FROM_THE_BACKUP.map((name) => [name, original[name]])),
    multiAz: stated.multiAz ?? false,
    encrypted: true,
    key: kmsKeyArn,
    public: false,
    replicates: null,
    deletionProtection: database.deletionProtection ?? deletionProtection.defaultValue,
    backupRetentionDays: database.backupRetentionPeriod ?? backupRetentionPeriod.defaultValue,
    network: vpcId,
    parameterGroupIsItsOwn: true,
    securityGroups: 1,
  };
}
