import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Construct } from "constructs";
import { Environment } from "../../../environments/definition";
import {
  COPIES,
  LIFELINES,
  LONGEST_SNAPSHOTS,
  Lifelines as Manifest,
  Longest,
  RELEASE,
  Release,
  checkSize,
} from "../../../recovery/contract";
import { Stack, one, tf, useProvider } from "../../../kernel";
import { tell } from "../../../recovery/tell";
import { Carried, MECHANISMS, SnapshotSettings } from "../../../recovery/mechanisms";
import { KIT_CHECKSUMS, kitPlace } from "../../../environments/definition/names/kit";
import { imagesIn, ownImage } from "../../../environments/definition/names/images";
import { replicaName } from "../../../environments/definition/names/buckets";
import { recovered } from "../../../environments/definition/recovered";
import { Recovery } from "../../../environments/definition/schema/recovery";
import { definitionInputs } from "../../../environments/definition/schema/environment";
import { EnvironmentBucket } from "../../../environments/definition/schema/parts";
import { DatabaseProps } from "../../../modules/database";
import { databaseInputs } from "../../../modules/database/inputs";
import { RecoveryWatch } from "../../../modules/recovery-watch";
import { recoveryWatchInputs } from "../../../modules/recovery-watch/inputs";
import { Registry, RegistryProps } from "../../../modules/registry";
import { SecretsProps } from "../../../modules/secrets";
import { Storage, StorageProps } from "../../../modules/storage";
import { databaseIdentity } from "../../../wiring/agreement";
import type { Carrier, DataTier } from "../../../wiring/data-tier";
import { createRecoveryKey } from "./key";

type Stated<T> = Omit<T, "name">;

/**
 * What carries the environment's data to the recovery region, all of it under a provider of that region: the one place
 * where a stack works in two regions. It is made in peace, and costs about 15 USD/month for Nimbus beside the storage of
 * the copies: the key 1, the alarms and metrics about 2, S3's replication time control 0.015 for each GB, copies of
 * snapshots and of automated backups 0.095 for each GiB.
 *
 * The data tier asks it for what its modules have to be told (`forDatabase` and its like); {@link connect} then joins it
 * with what the data tier made.
 */
export class Lifelines extends Construct implements Carrier {
  private readonly kmsKeyArn: string;
  private readonly region: string;
  private readonly snapshots: SnapshotSettings;
  private readonly replicas = new Map<string, Storage>();

  constructor(
    private readonly stack: Stack,
    private readonly environment: Environment,
    private readonly recovery: Recovery,
    private readonly prefix: string,
    /** Of the recovery region. */
    readonly provider: AwsProvider,
  ) {
    super(stack, "lifelines");
    useProvider(this, provider);
    const { snapshots } = definitionInputs.fields.recovery.complete(recovery) as {
      readonly snapshots: SnapshotSettings;
    };
    this.snapshots = snapshots;
    this.region = recovery.region;
    const { accountId } = environment;
    this.kmsKeyArn = one(createRecoveryKey(this, { prefix, accountId, region: this.region }), "arn");
  }

  /** The master user's secret is copied; one of the caller's own is the caller's to copy. */
  forDatabase<T extends Pick<DatabaseProps, "credentials">>(stated: T): T {
    const credentials = stated.credentials ?? { generated: {} };
    const { generated } = credentials;
    if (!generated) return stated;
    const replicas = { ...generated.replicas, [this.region]: { kmsKeyArn: this.kmsKeyArn } };
    return { ...stated, credentials: { ...credentials, generated: { ...generated, replicas } } };
  }

  /** Every secret is copied. */
  forSecrets<T extends Pick<SecretsProps, "replicas">>(stated: T): T {
    return { ...stated, replicas: { ...stated.replicas, [this.region]: { kmsKeyArn: this.kmsKeyArn } } };
  }

  /**
   * What is pushed from now on is copied, into repositories that stand there beforehand: ECR would make them with mutable
   * tags and a key of its own.
   */
  forRegistry<T extends Stated<RegistryProps>>(stated: T): T {
    const { replication, findings: _here, kmsKey: _ours, ...same } = stated;
    new Registry(this, "registry", { name: this.prefix, ...same, kmsKey: { arn: this.kmsKeyArn } });
    const { accountId } = this.environment;
    const others = (replication?.destinations ?? []).filter(
      (other) => other.region !== this.region || (other.accountId ?? accountId) !== accountId,
    );
    const filters = this.copiedNames(stated);
    return { ...stated, replication: { ...replication, filters, destinations: [...others, { region: this.region }] } };
  }

  /** What names of copied repositories begin with: those that are stated, and all that have no name below the prefix. */
  private copiedNames({ repositories, replication }: Stated<RegistryProps>): string[] {
    const stated = replication?.filters ?? [];
    const names = Object.entries(repositories).map(([key, one]) => one.repositoryName ?? `${this.prefix}/${key}`);
    const isCopied = (name: string): boolean => stated.some((filter) => name.startsWith(filter));
    const missing = names.filter((name) => !isCopied(name));
    const below = missing.filter((name) => name.startsWith(`${this.prefix}/`));
    return [
      ...stated,
      ...(below.length > 0 ? [`${this.prefix}/`] : []),
      ...missing.filter((name) => !below.includes(name)),
    ];
  }

  /** A bucket gets a copy, of the same kind, that every new object is copied to within 15 minutes. */
  forBucket(bucket: string, stated: Omit<EnvironmentBucket, "bucketName">): Stated<StorageProps> {
    // Keys and the bucket of logs are of the other region.
    const { kmsKey: _key, formerKmsKeys: _former, logBucket: _logs, ...same } = stated;
    const replica = new Storage(this, `storage_${bucket}`, {
      ...same,
      name: replicaName(this.environment, this.environment.name, bucket),
      kmsKey: { arn: this.kmsKeyArn },
      ownKmsKey: false,
      ownLogBucket: stated.ownLogBucket !== false || stated.logBucket !== undefined,
    });
    this.replicas.set(bucket, replica);
    const destination = { bucketArn: replica.arn, region: this.region, kmsKeyArn: this.kmsKeyArn };
    return { ...stated, replication: { destination } };
  }

  /** Joins the lifelines with what the data tier made: backups, the watch, and what the dr stack must know. */
  connect(data: DataTier): void {
    const carried = this.carryDatabase(data);
    this.watch(data, carried);
    this.writeManifest(data, carried);
  }

  /** Says what the primary region runs, where dr can read it. */
  record(release: Release, description: string): void {
    tell(this, "release", RELEASE, release, { ...this.about, description });
  }

  /** Carries the database's data by every mechanism: dr falls back from the one that the environment states. */
  private carryDatabase({ database }: DataTier): Carried {
    if (!database) return { tells: {}, watches: {} };
    const { application, name, database: stated } = this.environment;
    const { objectives, database: recoveryOf } = this.recovery;
    const context = {
      stack: this.stack,
      scope: this,
      application,
      environment: name,
      prefix: this.prefix,
      kmsKeyArn: this.kmsKeyArn,
      database,
      retentionDays: this.retentionDays,
      // An environment whose database may go takes its copies along.
      isDisposable: stated?.deletionProtection === false,
      snapshots: this.snapshots,
      // An objective that is shorter than the time between two looks cannot be met, which dr says with what would meet it.
      rpo: Math.max(objectives.rpo, Number(recoveryWatchInputs.fields.intervalMinutes.defaultValue) * 60),
    };
    const chosen = recoveryOf?.mechanism ?? MECHANISMS[0].name;
    const carried = MECHANISMS.map((mechanism) => mechanism.carry({ ...context, isChosen: mechanism.name === chosen }));
    return {
      tells: Object.assign({}, ...carried.map(({ tells }) => tells)) as Carried["tells"],
      watches: Object.assign({}, ...carried.map(({ watches }) => watches)) as Carried["watches"],
    };
  }

  /** Days that the database keeps its automated backups. */
  private get retentionDays(): number {
    const { defaultValue } = databaseInputs.fields.backupRetentionPeriod;
    return this.environment.database?.backupRetentionPeriod ?? Number(defaultValue);
  }

  private watch(data: DataTier, { watches }: Carried): void {
    const { database, buckets } = data;
    const { alarmTopicArns = [] } = this.recovery;
    const images = this.watchedImages();
    const secrets = {
      ...this.secretArns(data),
      ...(database ? { "master-user": this.inRecovery(database.secretArn) } : {}),
    };
    this.checkCopies(database !== undefined, Object.keys(images), Object.keys(secrets));
    new RecoveryWatch(this, "watch", {
      name: this.prefix,
      primaryRegion: this.environment.region,
      ...watches,
      kit: this.watchedKit(),
      images,
      secrets,
      buckets: Object.fromEntries(
        [...this.replicas].map(([bucket, replica]) => [
          bucket,
          { source: buckets.get(bucket)?.name as string, destination: replica.name },
        ]),
      ),
      alarmTopicArns,
      kmsKey: { arn: this.kmsKeyArn },
    });
  }

  /** The kit, by its file that is written last. */
  private watchedKit(): { readonly bucket: string; readonly key: string } | undefined {
    const place = kitPlace(this.environment);
    return place && { bucket: place.bucket, key: `${place.prefix}/${KIT_CHECKSUMS}` };
  }

  /** What the watch writes must fit when everything is missing, too: it writes by itself, and nobody is asked. */
  private checkCopies(hasDatabase: boolean, missingImages: string[], staleSecrets: string[]): void {
    const later = tf<string>`"known later"`;
    const database = {
      automatedBackupArn: later,
      status: later,
      earliestRestorableTime: later,
      latestRestorableTime: later,
      allocatedStorage: 0,
      encrypted: false,
    };
    const known = { checkedAt: later, missingImages, staleSecrets };
    const replica = { status: later, dataUntil: later };
    const copies = hasDatabase
      ? { database, replica, snapshots: LONGEST_SNAPSHOTS }
      : { database: null, replica: null, snapshots: null };
    checkSize(COPIES, { ...known, ...copies }, this.about);
  }

  /** Images that ECR copies, by the names of their containers; nobody can look for those of other registries. */
  private watchedImages(): Record<string, string> {
    const images = Object.entries(imagesIn(this.region, recovered(this.environment)));
    return Object.fromEntries(images.filter(([, image]) => ownImage(this.region, image, this.environment)));
  }

  /** Copies of the environment's secrets, by their names. */
  private secretArns({ secrets }: DataTier): Record<string, string> {
    const names = Object.keys(this.environment.secrets?.secrets ?? {});
    return Object.fromEntries(
      names.map((name) => [name, this.inRecovery(tf<string>`${secrets?.arns}[${name}]`)] as const),
    );
  }

  /** The ARN of a copy: that of the original but for the region. */
  private inRecovery(secretArn: string): string {
    return tf<string>`replace(${secretArn}, ${`:${this.environment.region}:`}, ${`:${this.region}:`})`;
  }

  /** All that dr cannot find out once the primary region is gone. It holds names and ARNs, and no secret. */
  private writeManifest(data: DataTier, { tells }: Carried): void {
    const { database } = data;
    const manifest: Manifest = {
      primaryRegion: this.environment.region,
      kmsKeyArn: this.kmsKeyArn,
      database: database
        ? {
            automatedBackupArn: tells.automatedBackupArn ?? null,
            secretArn: this.inRecovery(database.secretArn),
            resourceId: database.resourceId,
            identifier: database.identifier,
            backupRetentionDays: this.retentionDays,
            ...databaseIdentity(this.environment),
          }
        : null,
      vaultName: tells.vaultName ?? null,
      buckets: Object.fromEntries(
        [...this.replicas].map(([bucket, { name, arn, kmsKeyArn }]) => [bucket, { name, arn, kmsKeyArn }]),
      ),
      secrets: this.secretArns(data),
      secretsKmsKeyArn: this.kmsKeyArn,
      images: imagesIn(this.region, recovered(this.environment)),
    };
    tell(this, "manifest", LIFELINES, manifest, {
      ...this.about,
      description: `What the recovery of ${this.prefix} starts from`,
    });
  }

  /** Of what environment the parameters are, and where they stand. */
  private get about(): Longest {
    return { prefix: this.prefix, region: this.region, accountId: this.environment.accountId };
  }
}
