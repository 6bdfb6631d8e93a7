import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { Construct } from "constructs";
import { acceptFinding, comment, one, tf } from "../../kernel";
import { Statement, policy } from "./policies";
import type { Surroundings } from "./surroundings";
import { named } from "./tags";

/** What a bucket for delivered logs needs to know. */
export interface LogBucketConfig {
  /** 1 when the bucket is to be made, 0 when it is not wanted or the caller brings one. */
  readonly count: number;
  /** Name of the bucket, 3 to 63 characters: unique among all accounts and regions, see {@link nameBucket}. */
  readonly name: string;
  /** What people call it: its tag `Name`. */
  readonly label: string;
  /** Days after which a log is deleted. */
  readonly retentionDays: number;
  /** Whether Terraform may delete the bucket while it holds logs. */
  readonly forceDestroy: unknown;
  /** Who may deliver, given the bucket's ARN. */
  readonly delivery: (bucketArn: string) => readonly Statement[];
  /** Why it is encrypted with S3's own keys and not with a KMS key: published where a scanner finds it. */
  readonly encryptionReason: string;
  readonly tags: unknown;
}

/**
 * A name that no other account or region has: all of them share the names of buckets. The two are told by digits, of
 * which the 63 characters of a name leave 12.
 */
export const nameBucket = (label: string, { accountId, region }: Pick<Surroundings, "accountId" | "region">): string =>
  `${label}-${tf<string>`substr(sha1(${`${accountId}/${region}`}), 0, 12)`}`;

/** A bucket, and its policy: what turns a delivery on has to wait for it, since AWS tries to write at once. */
export interface LogBucket {
  readonly bucket: S3Bucket;
  readonly policy: S3BucketPolicy;
}

/**
 * A private bucket that an AWS service delivers logs to: versioned, encrypted with S3's own keys (the one kind that
 * every service delivers with), closed to the public, to ACLs and to plain HTTP, and emptied by age.
 */
export function createLogBucket(scope: Construct, id: string, config: LogBucketConfig): LogBucket {
  const { count } = config;
  const bucket = comment(
    new S3Bucket(scope, `${id}#bucket`, {
      count,
      bucket: config.name,
      forceDestroy: config.forceDestroy as boolean,
      tags: named(config.tags, config.label),
      lifecycle: { ignoreChanges: ["bucket"] },
    }),
    "Keeps the name that it was made with: a bucket of another name would lose the logs in it.",
  );
  acceptFinding(
    bucket,
    "CKV_AWS_18",
    "A bucket of logs: to log the access to it takes another bucket, whose own access is not logged",
  );
  acceptFinding(bucket, "CKV_AWS_145", config.encryptionReason);
  acceptFinding(bucket, "CKV_AWS_144", "Logs are not part of the recovery; their loss with the region is accepted");
  acceptFinding(bucket, "CKV2_AWS_62", "Nothing acts on the arrival of a log file");
  const name = one(bucket, "id");
  const arn = one(bucket, "arn");

  new S3BucketVersioningA(scope, `${id}#bucket_versioning`, {
    count,
    bucket: name,
    versioningConfiguration: { status: "Enabled" },
  });
  new S3BucketServerSideEncryptionConfigurationA(scope, `${id}#bucket_encryption`, {
    count,
    bucket: name,
    rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
  });
  new S3BucketOwnershipControls(scope, `${id}#bucket_ownership`, {
    count,
    bucket: name,
    rule: { objectOwnership: "BucketOwnerEnforced" },
  });
  const closed = new S3BucketPublicAccessBlock(scope, `${id}#bucket_public_access`, {
    count,
    bucket: name,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  new S3BucketLifecycleConfiguration(scope, `${id}#bucket_lifecycle`, {
    count,
    bucket: name,
    rule: [
      {
        id: "expire",
        status: "Enabled",
        filter: [{ prefix: "" }],
        expiration: [{ days: config.retentionDays }],
        noncurrentVersionExpiration: [{ noncurrentDays: 1 }],
        abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
      },
    ],
  });
  const bucketPolicy = new S3BucketPolicy(scope, `${id}#bucket_policy`, {
    count,
    bucket: name,
    policy: policy([
      {
        Sid: "TlsOnly",
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: [arn, `${arn}/*`],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
      ...config.delivery(arn),
    ]),
    // S3 refuses a policy and the public access block that are put at the same moment.
    dependsOn: [closed],
  });
  return { bucket, policy: bucketPolicy };
}
