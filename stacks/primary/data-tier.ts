import { Environment } from "../../environments/definition";
import { bucketName } from "../../environments/definition/names/buckets";
import { DataPlaces, Given, givenTo } from "../../wiring/grants";
import { Uses } from "../../environments/definition/schema/uses";
import { Stack } from "../../kernel";
import { Cache } from "../../modules/cache";
import { Database } from "../../modules/database";
import { Network } from "../../modules/network";
import { Registry } from "../../modules/registry";
import { Secrets } from "../../modules/secrets";
import { Service } from "../../modules/service";
import { Storage } from "../../modules/storage";
import type { Lifelines } from "./lifelines";

/** The environment's database, cache, buckets, secrets and images, and the ways from a service to them. */
export class DataTier {
  readonly database?: Database;
  readonly cache?: Cache;
  readonly secrets?: Secrets;
  readonly registry?: Registry;
  readonly buckets: ReadonlyMap<string, Storage>;

  constructor(
    stack: Stack,
    private readonly environment: Environment,
    name: string,
    network: Network,
    /** What copies it all to the recovery region, where the environment has one. */
    lifelines?: Lifelines,
  ) {
    const { database, cache, secrets, registry, storage } = environment;
    const place = { vpcId: network.vpcId, subnetIds: network.databaseSubnetIds };
    if (database) {
      const props = { name, ...place, ...database };
      this.database = new Database(stack, "database", lifelines?.forDatabase(props) ?? props);
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
  }

  /** What a service must be told, and let do, to work with what it uses. */
  inputsFor(uses: Uses): Given {
    return givenTo(uses, this.places());
  }

  /** Opens the way from a service to what it uses: security groups on both sides, and its role to the buckets. */
  connect(name: string, service: Service, uses: Uses): void {
    const { database, cache } = this;
    if (uses.database && database) {
      database.allowFrom(name, service.securityGroupId);
      service.allowTo("database", database.clientSecurityGroupId, database.port);
    }
    if (uses.cache && cache) {
      cache.allowFrom(name, service.securityGroupId);
      service.allowTo("cache", cache.securityGroupId, cache.port);
    }
    for (const [bucket, access] of Object.entries(uses.storage ?? {})) {
      if (access === "read") this.bucket(bucket).grantRead(name, service.taskRoleName);
      else this.bucket(bucket).grantReadWrite(name, service.taskRoleName);
    }
  }

  private places(): DataPlaces {
    const { database, cache, secrets } = this;
    return {
      database: database && {
        host: database.clientAddress,
        port: database.port,
        name: this.environment.database?.dbName ?? "postgres",
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
