/**
 * How long what AWS answers can be: lengths of identifiers and ARNs, of which each contract counts the longest. Names that
 * the modules choose follow from the environment's own, and are counted as they are.
 */

import { partitionOf } from "../../modules/parts/partitions";

/** What decides how long the values of an environment can be. */
export interface Longest {
  /** What the names of the environment's resources begin with: `nimbus-production`. */
  readonly prefix: string;
  /** Region of the parameter. */
  readonly region: string;
  readonly accountId: string;
  /** Key under which the value stands, such as the name of a service. */
  readonly key?: string;
}

/** So many of the characters that identifiers are made of. */
export const characters = (count: number): string => "0".repeat(count);

/**
 * An identifier of EC2: 17 hexadecimal digits behind the kind.
 * Source: EC2 User Guide, "Resource IDs".
 */
export const ec2Id = (kind: string): string => `${kind}-${characters(17)}`;

/** An identifier that is a UUID, as KMS and RDS use it. */
export const UUID_LENGTH = 36;

/** An ARN of the parameter's region. */
export const arn = (service: string, { region, accountId }: Longest, resource: string): string =>
  `arn:${partitionOf(region).id}:${service}:${region}:${accountId}:${resource}`;

/**
 * A role without a path, as the modules make them.
 * Source: IAM User Guide, "IAM and AWS STS quotas": names of roles have up to 64 characters.
 */
export const roleArn = ({ region, accountId }: Longest, name: string): string =>
  `arn:${partitionOf(region).id}:iam::${accountId}:role/${name.slice(0, 64)}`;

/** A bucket. Source: S3 User Guide, "General purpose bucket naming rules": names have up to 63 characters. */
export const bucketArn = ({ region }: Longest, name: string): string => `arn:${partitionOf(region).id}:s3:::${name}`;

/** Source: S3 User Guide, "General purpose bucket naming rules". */
export const BUCKET_NAME_LENGTH = 63;

/** A key of KMS: a UUID, or `mrk-` and 32 digits. Source: KMS Developer Guide, "Key identifiers (KeyId)". */
export const keyArn = (about: Longest): string => arn("kms", about, `key/${characters(UUID_LENGTH)}`);

/**
 * A secret: Secrets Manager adds a hyphen and six characters to its name.
 * Source: Secrets Manager User Guide, "What's in a Secrets Manager secret?".
 */
export const secretArn = (about: Longest, name: string): string =>
  arn("secretsmanager", about, `secret:${name}-${characters(6)}`);

/** Source: Secrets Manager API Reference, CreateSecret: names have up to 512 characters. */
export const SECRET_NAME_LENGTH = 512;

/** Source: RDS User Guide, "Quotas and constraints for Amazon RDS": identifiers of instances have up to 63 characters. */
export const DATABASE_NAME_LENGTH = 63;

/**
 * `app/<name>/<id>`: how metrics, and ARNs of listeners, call a load balancer.
 * Source: Elastic Load Balancing API Reference, CreateLoadBalancer and CreateTargetGroup: names have up to 32 characters;
 * Service Authorization Reference, "Elastic Load Balancing V2": identifiers have 16 digits.
 */
export const loadBalancerSuffix = (): string => `app/${characters(32)}/${characters(16)}`;

/** The same of a target group. */
export const targetGroupSuffix = (): string => `targetgroup/${characters(32)}/${characters(16)}`;

/** A time in UTC, without fractions of seconds. */
export const TIME = "2026-11-21T12:00:00Z";

/**
 * Bytes of a text in the JSON that Terraform's `jsonencode` writes, with its quotes: it writes `<`, `>`, `&` and control
 * characters as `\u003c`. Parameters hold bytes; names and ARNs have one for each character.
 */
export function jsonLength(value: string): number {
  const escaped = JSON.stringify(value)
    .replace(/\\[bf]/g, "000000")
    .replace(/[<>&\u2028\u2029]/g, "000000");
  return Buffer.byteLength(escaped);
}
