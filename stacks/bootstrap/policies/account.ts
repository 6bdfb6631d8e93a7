import { Environment } from "../../../environments/definition";
import { boundaryArn } from "../../../environments/definition/names/boundary";
import { bucketName, replicaName } from "../../../environments/definition/names/buckets";
import { queueNames, topicName } from "../../../environments/definition/names/messaging";
import { EnvironmentBucket } from "../../../environments/definition/schema/parts";
import { LOG_BUCKET_ENDING } from "../../../modules/storage/inputs/rules";
import { databaseReplica, recoveryName, restoreTestName } from "../../../recovery/names";
import { mechanismOf } from "../../../recovery/mechanisms";
import { partitionOf } from "../../../modules/parts/partitions";
import { handoverPath } from "../../../recovery/parameters";
import { recovered } from "../../../environments/definition/recovered";
import { stateBucket, stateRegions } from "../../../environments/definition/names/state-buckets";

/** Names by what bears them. */
export interface Names {
  readonly platform: readonly string[];
  readonly database: readonly string[];
  readonly cache: readonly string[];
}

/** A bucket of data. */
interface Bucket {
  /** What the environment calls it. */
  readonly key: string;
  readonly name: string;
  /** Name of its copy in the recovery region. */
  readonly replica: string | undefined;
  readonly stated: EnvironmentBucket;
}

/** What policies say of an environment, as ARNs. */
export class Account {
  readonly prefix: string;
  readonly region: string;
  /** Region of recovery, where there is one. */
  readonly recovery: string | undefined;
  readonly partition: string;
  /** What the names of the partition's services end with. */
  readonly dnsSuffix: string;

  constructor(readonly environment: Environment) {
    this.prefix = `${environment.application}-${environment.name}`;
    this.region = environment.region;
    this.recovery = environment.recovery?.region;
    const { id, dnsSuffix } = partitionOf(environment.region);
    this.partition = id;
    this.dnsSuffix = dnsSuffix;
  }

  /** Regions that stacks of the environment make resources in. */
  get regions(): string[] {
    return stateRegions(this.environment);
  }

  /** The recovery region, or the one that the environment has given up and still has something in. */
  get away(): string | undefined {
    return this.recovery ?? this.environment.formerRecoveryRegion;
  }

  /** Regions that the deployer works in. */
  get deployRegions(): string[] {
    return [...new Set([...this.regions, ...(this.away === undefined ? [] : [this.away])])];
  }

  /** What names of resources begin with that primary and standby make. */
  get names(): string[] {
    return [this.prefix, ...(this.away === undefined ? [] : [recoveryName(this.prefix)])];
  }

  /** The same of what dr and a restore test make. */
  get recoveryNames(): string[] {
    return [recoveryName(this.prefix), restoreTestName(this.prefix)];
  }

  /** Names by what bears them, in peace: the standby has a replica only where it is chosen, and a cache where it is kept warm. */
  get peace(): Names {
    const isWarm = this.environment.recovery?.warm?.includes("cache") === true;
    return {
      platform: this.names,
      database: [this.prefix, ...this.replicas],
      cache: isWarm ? this.names : [this.prefix],
    };
  }

  /** Names by what bears them, in an incident and in a restore test, which has services of its own in the standby's cluster. */
  get incident(): Names {
    const [dr] = this.recoveryNames;
    return { platform: [dr], database: [...this.recoveryNames, ...this.replicas], cache: this.recoveryNames };
  }

  /** The database that stands by in the recovery region, where there is one. */
  private get replicas(): string[] {
    return this.standsBy ? [databaseReplica(this.prefix)] : [];
  }

  /** Whether the database stands by in the recovery region, to be promoted. */
  get standsBy(): boolean {
    const { database, recovery } = this.environment;
    return database !== undefined && mechanismOf(recovery?.database?.mechanism).stand !== undefined;
  }

  /** Tags that say whose a resource is: of every resource, by the stack's provider. */
  get ownTags(): Readonly<Record<string, string>> {
    const { application, name } = this.environment;
    return { Application: application, Environment: name };
  }

  /** These tags as keys of a condition: on what is there, or on what a request would put there. */
  tagged(key: "aws:RequestTag" | "aws:ResourceTag"): Readonly<Record<string, string>> {
    return Object.fromEntries(Object.entries(this.ownTags).map(([tag, value]) => [`${key}/${tag}`, value]));
  }

  /** Name of the policy that bounds the roles which deploy makes. */
  get boundaryName(): string {
    return `${this.prefix}-boundary`;
  }

  /** The services as they are stated, in the primary region and in the one of recovery. */
  get statedServices(): Environment["services"][string][] {
    return [...Object.values(this.environment.services), ...Object.values(recovered(this.environment).services)];
  }

  /** ARNs of secrets and of parameters that services read, and that the environment does not make. */
  private get statedArns(): string[] {
    const all = this.statedServices.flatMap(({ secrets = {}, sidecars = {} }) => [
      ...Object.values(secrets),
      ...Object.values(sidecars).flatMap((sidecar) => Object.values(sidecar.secrets ?? {})),
    ]);
    return [...new Set([...all.map(({ arn }) => arn), ...this.existingSecrets])].sort();
  }

  /** A secret of one's own that the database is given, and its copy in the recovery region, which has the same name. */
  get existingSecrets(): string[] {
    const arn = this.environment.database?.credentials?.existing?.arn;
    const regions = [this.region, ...(this.recovery === undefined ? [] : [this.recovery])];
    return arn === undefined ? [] : regions.map((region) => arn.replace(`:${this.region}:`, `:${region}:`));
  }

  /** Secrets of others that services read. */
  get statedSecrets(): string[] {
    return this.statedArns.filter((arn) => arn.includes(":secretsmanager:"));
  }

  /** Parameters that services read. */
  get statedParameters(): string[] {
    return this.statedArns.filter((arn) => arn.includes(":ssm:"));
  }

  /** IDs of file systems that services mount. */
  get fileSystems(): string[] {
    const ids = this.statedServices.flatMap(({ efsVolumes = {} }) =>
      Object.values(efsVolumes).map(({ fileSystemId }) => fileSystemId),
    );
    return [...new Set(ids)].sort();
  }

  /** Policies that bound roles which deploy makes: the environment's, and those that its parts state. */
  get boundaries(): string[] {
    const { network, database, storage, recovery } = this.environment;
    const parts = [network, database, recovery?.network, ...Object.values(storage ?? {}), ...this.statedServices];
    const stated = parts.flatMap((part) => part?.permissionsBoundary?.arn ?? []);
    return [...new Set([boundaryArn(this.environment), ...stated])];
  }

  /** Names of the roles that the bootstrap stack makes. */
  get ownRoleNames(): string[] {
    return ["deploy", "plan", "recover", "failback"].map((role) => `${this.prefix}-${role}`);
  }

  /** The environment's buckets of data, each with its copy in the recovery region. */
  get buckets(): readonly Bucket[] {
    const { environment, away } = this;
    const there = { ...environment, recovery: away === undefined ? undefined : { region: away } } as Environment;
    return Object.entries(environment.storage ?? {}).map(([key, stated]) => ({
      key,
      name: bucketName(environment, environment.name, key),
      replica: away === undefined ? undefined : replicaName(there, environment.name, key),
      stated,
    }));
  }

  /** Names of the environment's queues in both regions, each with that of its dead letters, which services have no part in. */
  get queues(): readonly { readonly name: string; readonly deadLetters: string }[] {
    const keys = Object.keys(this.environment.queues ?? {});
    return this.names.flatMap((owner) =>
      keys.map((key) => {
        const [name, deadLetters] = queueNames(this.environment, owner, key);
        return { name, deadLetters };
      }),
    );
  }

  /** Names of the environment's topics, in both regions. */
  get topics(): string[] {
    const keys = Object.keys(this.environment.topics ?? {});
    return this.names.flatMap((owner) => keys.map((key) => topicName(this.environment, owner, key)));
  }

  /**
   * Names of all buckets that the stacks make, as patterns where they have to be: those of one purpose differ in their region, and in the ending of those
   * that logs are in. With the account's number in a name, no other name begins with it.
   */
  get bucketPatterns(): { readonly pattern: string; readonly isEmptied: boolean }[] {
    const { accountId, loadBalancer, network } = this.environment;
    return [
      ...this.buckets.flatMap(({ key, name, replica, stated }) => {
        const isEmptied = stated.forceDestroy === true || stated.logForceDestroy === true;
        const both = [name, ...(replica === undefined ? [] : [replica])];
        const patterns = stated.bucketName
          ? both.flatMap((bucket) => [bucket, `${bucket}${LOG_BUCKET_ENDING}`])
          : [`${this.prefix}-${key}-${accountId}-*`];
        return patterns.map((pattern) => ({ pattern, isEmptied }));
      }),
      ...this.names.flatMap((name) => [
        { pattern: `${name}-alb-logs-${DIGITS}`, isEmptied: loadBalancer.logForceDestroy === true },
        { pattern: `${name}-flow-logs-${DIGITS}`, isEmptied: network.flowLogsForceDestroy === true },
      ]),
    ];
  }

  /** ARN of something in a region, of this account. */
  arn(service: string, region: string, resource: string): string {
    return `arn:${this.partition}:${service}:${region}:${this.environment.accountId}:${resource}`;
  }

  /** ARN of something of IAM. */
  iam(resource: string): string {
    return this.arn("iam", "", resource);
  }

  /** ARN of a bucket, or of what is in it. */
  s3(bucket: string, key?: string): string {
    return `arn:${this.partition}:s3:::${bucket}${key === undefined ? "" : `/${key}`}`;
  }

  /**
   * ARNs of what stacks tell each other: of each parameter, and of their path, which ssm:GetParametersByPath is asked for
   * without a slash at its end.
   */
  handover(region: string): string[] {
    const path = `parameter${handoverPath(this.prefix)}`;
    return [this.arn("ssm", region, path), this.arn("ssm", region, `${path}/*`)];
  }

  /** Roles that services are stated with, instead of those that stacks make. */
  get ownRoles(): string[] {
    const arns = this.statedServices.flatMap(({ taskRole, executionRole }) => [taskRole?.arn, executionRole?.arn]);
    return [...new Set(arns.filter((arn) => arn !== undefined))];
  }

  /** Functions that rotate the environment's secrets. */
  get rotationFunctions(): string[] {
    const secrets = Object.values(this.environment.secrets?.secrets ?? {});
    return [...new Set(secrets.flatMap(({ rotation }) => rotation?.lambdaArn ?? []))];
  }

  /** Name of the bucket of a region's states. */
  stateBucket(region: string): string {
    return stateBucket(this.environment, region);
  }
}

/** By which modules/parts/log-bucket.ts tells accounts and regions apart, in the names of buckets of logs. */
const DIGITS = "?".repeat(12);
