import { Environment } from "../../../environments/definition";
import { partitionOf } from "../../../modules/parts/partitions";
import { handoverPath } from "../../../recovery/parameters";
import { recovered } from "../../../environments/definition/recovered";
import { stateBucket, stateRegions } from "../../../environments/definition/names/state-buckets";

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
    const services = Object.values(recovered(this.environment).services);
    const stated = [...services, ...Object.values(this.environment.services)];
    const arns = stated.flatMap(({ taskRole, executionRole }) => [taskRole?.arn, executionRole?.arn]);
    return [...new Set(arns.filter((arn) => arn !== undefined))];
  }

  /** Name of the bucket of a region's states. */
  stateBucket(region: string): string {
    return stateBucket(this.environment, region);
  }
}
