import { Environment } from "../environments/definition";
import { addressOf } from "../environments/definition/calls";
import { bucketName } from "../environments/definition/names/buckets";
import { EnvironmentBucket } from "../environments/definition/schema/parts";
import { Stack } from "../kernel";
import { Cache } from "../modules/cache";
import { Database, DatabaseOptions, DatabaseProps } from "../modules/database";
import { Network } from "../modules/network";
import { Registry, RegistryProps } from "../modules/registry";
import { Secrets, SecretsProps } from "../modules/secrets";
import { Storage, StorageProps } from "../modules/storage";
import { DataPlaces, databaseName, databaseOwner } from "./grants";
import { Messaging } from "./messaging";
import { ServiceData } from "./service-data";

type Stated<T> = Omit<T, "name">;

/** Changes what the data's modules are told, so that all of it is copied to the recovery region. */
export interface Carrier {
  forDatabase<T extends Pick<DatabaseProps, "credentials">>(stated: T): T;
  forSecrets<T extends Pick<SecretsProps, "replicas">>(stated: T): T;
  forRegistry<T extends Stated<RegistryProps>>(stated: T): T;
  forBucket(bucket: string, stated: Omit<EnvironmentBucket, "bucketName">): Stated<StorageProps>;
}

/** The environment's database, cache, buckets, queues, topics, secrets and images, and the ways from a service to them. */
export class DataTier {
  readonly database?: Database;
  readonly cache?: Cache;
  readonly secrets?: Secrets;
  readonly registry?: Registry;
  readonly buckets: ReadonlyMap<string, Storage>;
  private readonly messaging: Messaging;
  /** The data as services see it. */
  readonly services: ServiceData;

  constructor(
    stack: Stack,
    private readonly environment: Environment,
    name: string,
    network: Network,
    /** What copies it all to the recovery region, where the environment has one. */
    lifelines?: Carrier,
    databaseOptions?: DatabaseOptions,
  ) {
    const { database, cache, secrets, registry, storage } = environment;
    const place = { vpcId: network.vpcId, subnetIds: network.databaseSubnetIds };
    if (database) {
      const props = { name, ...place, ...database };
      this.database = new Database(stack, "database", lifelines?.forDatabase(props) ?? props, databaseOptions);
    }
    if (cache) this.cache = new Cache(stack, "cache", { name, ...place, ...cache });
    if (secrets) this.secrets = new Secrets(stack, "secrets", { name, ...(lifelines?.forSecrets(secrets) ?? secrets) });
    if (registry) {
      this.registry = new Registry(stack, "registry", { name, ...(lifelines?.forRegistry(registry) ?? registry) });
    }
    this.buckets = new Map(
      Object.entries(storage ?? {}).map(([bucket, { bucketName: _given, ...stated }]) => [
        bucket,
        new Storage(stack, `storage_${bucket}`, {
          name: bucketName(environment, environment.name, bucket),
          ...(lifelines?.forBucket(bucket, stated) ?? stated),
        }),
      ]),
    );
    this.messaging = new Messaging(stack, environment, { region: environment.region, owner: name });
    const { database: instance, cache: group, messaging } = this;
    this.services = new ServiceData(this.places(), {
      database: instance,
      cache: group,
      bucket: (bucket) => this.bucket(bucket),
      messaging,
    });
  }

  private places(): DataPlaces {
    const { database, cache, secrets } = this;
    return {
      region: this.environment.region,
      database: database && {
        host: database.clientAddress,
        port: database.port,
        name: databaseName(this.environment),
        owner: databaseOwner(this.environment),
        secretArn: database.secretArn,
        secretKeys: this.databaseSecretKeys(database),
        connectStatement: (user) => database.connectStatement(user),
      },
      cache: cache && {
        host: cache.endpoint,
        port: cache.port,
        userName: (user) => cache.userName(user),
        connectStatement: (user) => cache.connectStatement(user),
      },
      bucketName: (bucket) => this.bucket(bucket).name,
      service: (service) => addressOf(this.environment.services, service),
      queueName: (queue) => this.messaging.queue(queue).name,
      queueUrl: (queue) => this.messaging.queue(queue).url,
      topicArn: (topic) => this.messaging.topic(topic).arn,
      secret: (key) => this.present(secrets, "secrets").reference(key),
      secretKeys: secrets ? [secrets.kmsKeyArn] : [],
    };
  }

  /** Key of the database's secret; a secret of the environment's own may have AWS's, which needs no right. */
  private databaseSecretKeys(database: Database): string[] {
    const existing = this.environment.database?.credentials?.existing;
    if (!existing) return [database.kmsKeyArn];
    return existing.kmsKey ? [existing.kmsKey.arn] : [];
  }

  private bucket(name: string): Storage {
    return this.present(this.buckets.get(name), `storage.${name}`);
  }

  /** The environment's rules refuse a service that uses what is not there. */
  private present<T>(part: T | undefined, what: string): T {
    if (part === undefined) throw new Error(`the environment has no ${what}`);
    return part;
  }
}
