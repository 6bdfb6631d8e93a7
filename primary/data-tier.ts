import { Environment } from "../environments/definition";
import { bucketName } from "../environments/definition/data-rules";
import { Uses, bucketVariable } from "../environments/definition/uses";
import { Stack, tf } from "../kernel";
import { Cache } from "../modules/cache";
import { Database } from "../modules/database";
import { Network } from "../modules/network";
import { Registry } from "../modules/registry";
import { Secrets } from "../modules/secrets";
import { Service, ServiceProps } from "../modules/service";
import { Storage } from "../modules/storage";

/** What a service is given because of what it uses: a part of its inputs. */
export type Given = Pick<ServiceProps, "environment" | "secrets" | "secretKmsKeys" | "taskStatements">;

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
  ) {
    const { database, cache, secrets, registry, storage } = environment;
    const place = { vpcId: network.vpcId, subnetIds: network.databaseSubnetIds };
    if (database) this.database = new Database(stack, "database", { name, ...place, ...database });
    if (cache) this.cache = new Cache(stack, "cache", { name, ...place, ...cache });
    if (secrets) this.secrets = new Secrets(stack, "secrets", { name, ...secrets });
    if (registry) this.registry = new Registry(stack, "registry", { name, ...registry });
    this.buckets = new Map(
      Object.entries(storage ?? {}).map(([bucket, { bucketName: _given, ...stated }]) => [
        bucket,
        new Storage(stack, `storage_${bucket}`, {
          name: bucketName(environment, environment.name, bucket),
          ...stated,
        }),
      ]),
    );
  }

  /** What a service must be told, and let do, to work with what it uses. No value of a secret is among it. */
  inputsFor(uses: Uses): Given {
    const parts = [this.databaseInputs(uses), this.cacheInputs(uses), this.bucketInputs(uses), this.secretInputs(uses)];
    return {
      environment: Object.assign({}, ...parts.map((part) => part.environment)) as Given["environment"],
      secrets: Object.assign({}, ...parts.map((part) => part.secrets)) as Given["secrets"],
      secretKmsKeys: [...new Set(parts.flatMap((part) => part.secretKmsKeys ?? []))],
      taskStatements: parts.flatMap((part) => part.taskStatements ?? []),
    };
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
      const storage = this.buckets.get(bucket);
      if (access === "read") storage?.grantRead(name, service.taskRoleName);
      else storage?.grantReadWrite(name, service.taskRoleName);
    }
  }

  private databaseInputs(uses: Uses): Given {
    const { database } = this;
    if (!uses.database || !database) return {};
    const { iamUser } = uses.database;
    const variables = {
      DATABASE_HOST: database.clientAddress,
      DATABASE_PORT: tf<string>`tostring(${database.port})`,
      DATABASE_NAME: this.environment.database?.dbName ?? "postgres",
    };
    if (iamUser !== undefined) {
      return {
        environment: { ...variables, DATABASE_USER: iamUser },
        taskStatements: [database.connectStatement(iamUser)],
      };
    }
    return {
      environment: variables,
      secrets: {
        DATABASE_USER: { arn: database.secretArn, jsonKey: "username" },
        DATABASE_PASSWORD: { arn: database.secretArn, jsonKey: "password" },
      },
      secretKmsKeys: this.databaseSecretKeys(database),
    };
  }

  /** Key of the database's secret; a secret of the environment's own may have AWS's, which needs no right. */
  private databaseSecretKeys(database: Database): string[] {
    const existing = this.environment.database?.credentials?.existing;
    if (!existing) return [database.kmsKeyArn];
    return existing.kmsKey ? [existing.kmsKey.arn] : [];
  }

  private cacheInputs(uses: Uses): Given {
    const { cache } = this;
    if (!uses.cache || !cache) return {};
    const { user } = uses.cache;
    return {
      environment: {
        CACHE_HOST: cache.endpoint,
        CACHE_PORT: tf<string>`tostring(${cache.port})`,
        CACHE_USER: cache.userName(user),
      },
      taskStatements: [cache.connectStatement(user)],
    };
  }

  private bucketInputs(uses: Uses): Given {
    const names = Object.keys(uses.storage ?? {}).map((bucket) => [
      bucketVariable(bucket),
      this.buckets.get(bucket)?.name,
    ]);
    return { environment: Object.fromEntries(names) as Given["environment"] };
  }

  private secretInputs(uses: Uses): Given {
    const { secrets } = this;
    const wanted = Object.entries(uses.secrets ?? {});
    if (!secrets || wanted.length === 0) return {};
    return {
      secrets: Object.fromEntries(wanted.map(([variable, key]) => [variable, secrets.reference(key)])),
      secretKmsKeys: [secrets.kmsKeyArn],
    };
  }
}
