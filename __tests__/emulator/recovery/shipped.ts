import { setTimeout as sleep } from "node:timers/promises";
import { Aws } from "../../../tools/aws";
import { Emulator } from "../../../emulator";
import {
  COPIES,
  Contract,
  Copies,
  LIFELINES,
  Lifelines,
  Written,
  encode,
  parameterOf,
} from "../../../recovery/contract";

/** Name of the environment in the account: of all that it ships. */
export const PREFIX = "nimbus-production";
const PRIMARY = "us-east-1";
const RECOVERY = "us-west-2";
const ACCOUNT = "123456789012";
const REPOSITORY = `${PREFIX}/web`;
const PASSWORD = "abcdefgh12345678";
const UPLOADS = `${PREFIX}-dr-uploads`;

/** Tags that the provider gives to everything of an environment. */
export const tagsOf = (environment: string) => [
  { Key: "Application", Value: "nimbus" },
  { Key: "Environment", Value: environment },
];

/**
 * What the primary stack of production ships in peace time, put there by AWS's API within seconds: key, secrets, bucket,
 * image, replicated backups, and what it tells of them. Each test takes away, or spoils, one thing of it.
 */
export class Shipped {
  private constructor(
    readonly aws: Aws,
    readonly keyArn: string,
    private readonly secretArn: string,
    private readonly secretArns: Readonly<Record<string, string>>,
  ) {}

  static async ship(emulator: Emulator): Promise<Shipped> {
    const aws = new Aws(emulator.env);
    const keyArn = await createKey(aws, RECOVERY);
    const secret = (name: string, value: string) => createSecret(aws, `${PREFIX}/${name}`, value, keyArn);
    const names = ["nextauth-secret", "sentry-dsn", "honeycomb-api-key"];
    const arns = await Promise.all(names.map(async (name) => [name, await secret(name, "value")] as const));
    const masterUser = await secret("master-user", JSON.stringify({ username: "nimbus", password: PASSWORD }));
    const shipped = new Shipped(aws, keyArn, masterUser, Object.fromEntries(arns));
    await shipped.ask("ecr", "CreateRepository", { repositoryName: REPOSITORY, imageTagMutability: "IMMUTABLE" });
    await shipped.pushImage();
    await shipped.createBucket(UPLOADS);
    await shipped.createDatabase();
    await shipped.useScaling();
    await shipped.tellLifelines();
    return shipped;
  }

  /** The first service that scales makes the role of Application Auto Scaling: in peace, since an incident has no IAM. */
  private async useScaling(): Promise<void> {
    await this.ask(
      "iam",
      "CreateServiceLinkedRole",
      { AWSServiceName: "ecs.application-autoscaling.amazonaws.com" },
      PRIMARY,
    );
  }

  /** Asks the recovery region. */
  ask<T>(service: string, operation: string, parameters: object = {}, region = RECOVERY): Promise<T> {
    return this.aws.ask<T>({ service, operation, region, parameters });
  }

  /** Writes a parameter that stacks of the recovery region read. */
  tell<C extends Contract>(contract: C, value: Written<C>): Promise<void> {
    return this.tellText(contract, encode(contract, value));
  }

  /** The same with any text: what another version would write. */
  async tellText(contract: Contract, text: string): Promise<void> {
    const parameter = { Name: parameterOf(contract, PREFIX), Type: "String", Tier: contract.tier };
    await this.ask("ssm", "PutParameter", { ...parameter, Value: text, Overwrite: true });
  }

  /** Takes a parameter away; harmless where there is none. */
  async forget(contract: Contract): Promise<void> {
    await this.ask("ssm", "DeleteParameters", { Names: [parameterOf(contract, PREFIX)] });
  }

  /** The same with something else about the database. */
  tellDatabase(change: Partial<NonNullable<Lifelines["database"]>>): Promise<void> {
    return this.tellLifelines({}, change);
  }

  /** What the primary stack tells. */
  async tellLifelines(
    change: Partial<Lifelines> = {},
    ofDatabase: Partial<NonNullable<Lifelines["database"]>> = {},
  ): Promise<void> {
    const bucket = { name: UPLOADS, arn: `arn:aws:s3:::${UPLOADS}`, kmsKeyArn: this.keyArn };
    await this.tell(LIFELINES, {
      primaryRegion: PRIMARY,
      kmsKeyArn: this.keyArn,
      database: {
        automatedBackupArn: (await this.automatedBackup())?.DBInstanceAutomatedBackupsArn ?? null,
        secretArn: this.secretArn,
        resourceId: "db-0000000000000000000000000A",
        identifier: PREFIX,
        backupRetentionDays: 14,
        dbName: "nimbus",
        username: "nimbus",
        ...ofDatabase,
      },
      vaultName: `${PREFIX}-recovery`,
      buckets: { uploads: bucket },
      secrets: this.secretArns,
      secretsKmsKeyArn: this.keyArn,
      images: { web: `${ACCOUNT}.dkr.ecr.${RECOVERY}.amazonaws.com/${REPOSITORY}:1.0.0` },
      ...change,
    });
  }

  /** What the watch has seen: the replicated backups as they are, or with something else in their place. */
  async tellCopies(change: Partial<Copies> = {}): Promise<Backup> {
    const backup = await this.automatedBackup();
    if (!backup) throw new Error("no replicated backups");
    await this.tell(COPIES, {
      checkedAt: backup.RestoreWindow.LatestTime,
      database: {
        automatedBackupArn: backup.DBInstanceAutomatedBackupsArn,
        status: backup.Status,
        earliestRestorableTime: backup.RestoreWindow.EarliestTime,
        latestRestorableTime: backup.RestoreWindow.LatestTime,
        allocatedStorage: 20,
        encrypted: true,
      },
      replica: null,
      snapshots: null,
      missingImages: [],
      staleSecrets: [],
      ...change,
    });
    return backup;
  }

  /** Begins the replication of the database's backups. */
  async replicateBackups(): Promise<void> {
    await this.ask("rds", "StartDBInstanceAutomatedBackupsReplication", {
      SourceDBInstanceArn: `arn:aws:rds:${PRIMARY}:${ACCOUNT}:db:${PREFIX}`,
      KmsKeyId: this.keyArn,
      BackupRetentionPeriod: 14,
    });
  }

  /** A bucket of the recovery region: that of uploads, or of its states. */
  async createBucket(Bucket: string): Promise<void> {
    await this.ask("s3", "CreateBucket", { Bucket, CreateBucketConfiguration: { LocationConstraint: RECOVERY } });
  }

  /** Names of the recovery region's databases. */
  async databases(): Promise<string[]> {
    const answer = await this.ask<{ DBInstances: { DBInstanceIdentifier: string }[] }>("rds", "DescribeDBInstances");
    return answer.DBInstances.map(({ DBInstanceIdentifier }) => DBInstanceIdentifier);
  }

  /** Waits until the restore of a database has begun. */
  async databaseIsThere(name: string): Promise<void> {
    while (!(await this.databases()).includes(name)) await sleep(500);
  }

  /** Waits until a database of the recovery region is in a state. */
  async databaseIs(status: string, name: string): Promise<void> {
    const statusOf = async (): Promise<string | undefined> => {
      const parameters = { DBInstanceIdentifier: name };
      const answer = await this.ask<{ DBInstances: { DBInstanceStatus: string }[] }>(
        "rds",
        "DescribeDBInstances",
        parameters,
      );
      return answer.DBInstances[0]?.DBInstanceStatus;
    };
    while ((await statusOf()) !== status) await sleep(500);
  }

  /** Copies the snapshot of the database into the recovery region, as a copy of an environment. */
  async copySnapshot(name: string, environment = "production", kmsKeyId = this.keyArn): Promise<void> {
    await this.ask("rds", "CopyDBSnapshot", {
      SourceDBSnapshotIdentifier: `arn:aws:rds:${PRIMARY}:${ACCOUNT}:snapshot:daily`,
      SourceRegion: PRIMARY,
      TargetDBSnapshotIdentifier: name,
      KmsKeyId: kmsKeyId,
      Tags: tagsOf(environment),
    });
  }

  /** Waits until a snapshot is in a state. */
  async snapshotIs(status: string, name: string, region = RECOVERY): Promise<void> {
    for (;;) {
      const parameters = { DBSnapshotIdentifier: name };
      const answer = await this.ask<{ DBSnapshots: { Status: string }[] }>(
        "rds",
        "DescribeDBSnapshots",
        parameters,
        region,
      );
      if (answer.DBSnapshots.some(({ Status }) => Status === status)) return;
      await sleep(200);
    }
  }

  /** Names of the snapshots that were made by somebody. */
  async snapshots(): Promise<string[]> {
    const parameters = { SnapshotType: "manual" };
    const answer = await this.ask<{ DBSnapshots: { DBSnapshotIdentifier: string }[] }>(
      "rds",
      "DescribeDBSnapshots",
      parameters,
    );
    return answer.DBSnapshots.map(({ DBSnapshotIdentifier }) => DBSnapshotIdentifier);
  }

  async deleteSnapshot(name: string): Promise<void> {
    await this.ask("rds", "DeleteDBSnapshot", { DBSnapshotIdentifier: name });
  }

  /** A snapshot of a cache like production's, in the recovery region. */
  async snapshotCache(name: string): Promise<void> {
    const group = { ReplicationGroupId: "former" };
    await this.ask("elasticache", "CreateReplicationGroup", {
      ...group,
      ReplicationGroupDescription: "Was there before",
      CacheNodeType: "cache.t4g.small",
      Engine: "valkey",
      EngineVersion: "8.1",
      NumCacheClusters: 2,
      AutomaticFailoverEnabled: true,
      MultiAZEnabled: true,
      AtRestEncryptionEnabled: true,
      TransitEncryptionEnabled: true,
      KmsKeyId: this.keyArn,
    });
    await this.cacheIsAvailable(group);
    await this.ask("elasticache", "CreateSnapshot", { ...group, SnapshotName: name });
  }

  private async cacheIsAvailable(group: { readonly ReplicationGroupId: string }): Promise<void> {
    for (;;) {
      const answer = await this.ask<{ ReplicationGroups: { Status: string }[] }>(
        "elasticache",
        "DescribeReplicationGroups",
        group,
      );
      if (answer.ReplicationGroups.every(({ Status }) => Status === "available")) return;
      await sleep(500);
    }
  }

  async pushImage(tag = "1.0.0"): Promise<void> {
    const config = { mediaType: "application/vnd.docker.container.image.v1+json", size: 1, digest: DIGEST };
    const mediaType = "application/vnd.docker.distribution.manifest.v2+json";
    const imageManifest = JSON.stringify({ schemaVersion: 2, mediaType, config, layers: [] });
    const manifest = { imageManifest, imageManifestMediaType: mediaType };
    await this.ask("ecr", "PutImage", { repositoryName: REPOSITORY, imageTag: tag, ...manifest });
  }

  async deleteImage(tag = "1.0.0"): Promise<void> {
    await this.ask("ecr", "BatchDeleteImage", { repositoryName: REPOSITORY, imageIds: [{ imageTag: tag }] });
  }

  /** Makes the records by which the certificate of a name is issued, in every region. */
  async validate(domainName: string, zoneId: string): Promise<void> {
    const { CertificateArn } = await this.ask<{ CertificateArn: string }>("acm", "RequestCertificate", {
      DomainName: domainName,
      ValidationMethod: "DNS",
    });
    const { Certificate } = await this.ask<{ Certificate: { DomainValidationOptions: Validation[] } }>(
      "acm",
      "DescribeCertificate",
      { CertificateArn },
    );
    const changes = Certificate.DomainValidationOptions.map(({ ResourceRecord: { Name, Type, Value } }) => ({
      Action: "UPSERT",
      ResourceRecordSet: { Name, Type, TTL: 60, ResourceRecords: [{ Value }] },
    }));
    const batch = { HostedZoneId: zoneId, ChangeBatch: { Changes: changes } };
    await this.ask("route53", "ChangeResourceRecordSets", batch, PRIMARY);
    await this.ask("acm", "DeleteCertificate", { CertificateArn });
  }

  /** Another key of the recovery region. */
  createKey(): Promise<string> {
    return createKey(this.aws, RECOVERY);
  }

  close(): void {
    this.aws.close();
  }

  private async automatedBackup(): Promise<Backup | undefined> {
    const answer = await this.ask<{ DBInstanceAutomatedBackups: Backup[] }>(
      "rds",
      "DescribeDBInstanceAutomatedBackups",
    );
    return answer.DBInstanceAutomatedBackups.find(({ DBInstanceIdentifier }) => DBInstanceIdentifier === PREFIX);
  }

  /** The database of the primary region, and a snapshot of it there. */
  /** RDS takes no snapshot of a database that is being made. */
  private async databaseIsAvailable(): Promise<void> {
    for (;;) {
      const parameters = { DBInstanceIdentifier: PREFIX };
      const answer = await this.ask<{ DBInstances: { DBInstanceStatus: string }[] }>(
        "rds",
        "DescribeDBInstances",
        parameters,
        PRIMARY,
      );
      if (answer.DBInstances.every(({ DBInstanceStatus }) => DBInstanceStatus === "available")) return;
      await sleep(1000);
    }
  }

  private async createDatabase(): Promise<void> {
    const name = { DBInstanceIdentifier: PREFIX };
    await this.ask(
      "rds",
      "CreateDBInstance",
      {
        ...name,
        DBInstanceClass: "db.m7g.large",
        Engine: "postgres",
        EngineVersion: "17.5",
        AllocatedStorage: 20,
        MasterUsername: "nimbus",
        MasterUserPassword: PASSWORD,
        DBName: "nimbus",
        StorageType: "gp3",
        StorageEncrypted: true,
        KmsKeyId: await createKey(this.aws, PRIMARY),
        BackupRetentionPeriod: 14,
        CopyTagsToSnapshot: true,
        Tags: tagsOf("production"),
      },
      PRIMARY,
    );
    await this.databaseIsAvailable();
    await this.ask("rds", "CreateDBSnapshot", { ...name, DBSnapshotIdentifier: "daily" }, PRIMARY);
    await this.snapshotIs("available", "daily", PRIMARY);
  }
}

const DIGEST = `sha256:${"0".repeat(64)}`;

interface Validation {
  readonly ResourceRecord: { readonly Name: string; readonly Type: string; readonly Value: string };
}

/** Replicated automated backups, as RDS describes them. */
export interface Backup {
  readonly DBInstanceIdentifier: string;
  readonly DBInstanceAutomatedBackupsArn: string;
  readonly Status: string;
  readonly RestoreWindow: { readonly EarliestTime: string; readonly LatestTime: string };
}

async function createKey(aws: Aws, region: string): Promise<string> {
  const root = { AWS: `arn:aws:iam::${ACCOUNT}:root` };
  const statements = [
    { Effect: "Allow", Principal: root, Action: "kms:*", Resource: "*" },
    { Effect: "Allow", Principal: { Service: `logs.${region}.amazonaws.com` }, Action: "kms:*", Resource: "*" },
  ];
  const parameters = { Policy: JSON.stringify({ Version: "2012-10-17", Statement: statements }) };
  const question = { service: "kms", operation: "CreateKey", region, parameters };
  return (await aws.ask<{ KeyMetadata: { Arn: string } }>(question)).KeyMetadata.Arn;
}

async function createSecret(aws: Aws, name: string, value: string, keyArn: string): Promise<string> {
  const parameters = { Name: name, SecretString: value, KmsKeyId: keyArn };
  const question = { service: "secretsmanager", operation: "CreateSecret", region: RECOVERY, parameters };
  return (await aws.ask<{ ARN: string }>(question)).ARN;
}
