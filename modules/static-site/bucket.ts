import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { Construct } from "constructs";
import { acceptFinding, heading } from "../../kernel";
import { policy } from "../parts/policies";
import { guardReplacement } from "../parts/replacement";
import { named } from "../parts/tags";
import { SiteBucket, Context } from "./context";

/** The private bucket of the files, with all that does not depend on who reads it. */
export function createBucket(scope: Construct, context: Context): SiteBucket & { versioning: S3BucketVersioningA } {
  heading(scope, "Bucket");
  const { inputs, accountId } = context;
  const { name, forceDestroy, oldVersionDays, tags } = inputs;
  const bucketName = `${name}-site-${accountId}`;
  const bucket = new S3Bucket(scope, "this#bucket", {
    bucket: bucketName,
    forceDestroy,
    lifecycle: {
      precondition: [
        guardReplacement(scope, {
          what: "the bucket of the site",
          loss: "every file in it, with its old versions",
          identity: { name },
          replacements: inputs.replacements,
        }),
      ],
    },
    tags: named(tags, bucketName),
  });
  acceptFinding(bucket, "CKV_AWS_18", "CloudFront is the only reader, and logs each request itself (logs)");
  acceptFinding(
    bucket,
    "CKV_AWS_145",
    "What is in here is served to everybody; a KMS key would protect nothing and could take the site down",
  );
  acceptFinding(bucket, "CKV_AWS_144", "A copy in another region is the caller's choice (replica)");
  acceptFinding(bucket, "CKV2_AWS_62", "Nothing acts on the arrival of a file");
  const id = bucket.id;
  const versioning = new S3BucketVersioningA(scope, "this#versioning", {
    bucket: id,
    versioningConfiguration: { status: "Enabled" },
  });
  new S3BucketServerSideEncryptionConfigurationA(scope, "this#encryption", {
    bucket: id,
    rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
  });
  new S3BucketOwnershipControls(scope, "this#ownership", {
    bucket: id,
    rule: { objectOwnership: "BucketOwnerEnforced" },
  });
  new S3BucketLifecycleConfiguration(scope, "this#lifecycle", {
    bucket: id,
    rule: [
      {
        id: "clean-up",
        status: "Enabled",
        filter: [{ prefix: "" }],
        noncurrentVersionExpiration: [{ noncurrentDays: oldVersionDays }],
        expiration: [{ expiredObjectDeleteMarker: true }],
        abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
      },
    ],
    dependsOn: [versioning],
  });
  return { bucket, versioning, name: bucketName, arn: bucket.arn };
}

/**
 * Who may read: this distribution and nobody else. It may list too, since S3 answers 403 for a file that is not there to
 * a reader who may not; nobody can list through CloudFront, whose root is the index document.
 *
 * Source: CloudFront Developer Guide, "Restrict access to an Amazon S3 origin".
 */
export function createBucketPolicy(scope: Construct, { bucket, arn }: SiteBucket, distributionArn: string): void {
  heading(scope, "Access to the bucket");
  const closed = new S3BucketPublicAccessBlock(scope, "this#public_access", {
    bucket: bucket.id,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  const reader = {
    Effect: "Allow",
    Principal: { Service: "cloudfront.amazonaws.com" },
    Condition: { StringEquals: { "AWS:SourceArn": distributionArn } },
  } as const;
  new S3BucketPolicy(scope, "this#policy", {
    bucket: bucket.id,
    policy: policy([
      {
        Sid: "TlsOnly",
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: [arn, `${arn}/*`],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
      { Sid: "Read", ...reader, Action: "s3:GetObject", Resource: `${arn}/*` },
      { Sid: "MissingIs404", ...reader, Action: "s3:ListBucket", Resource: arn },
    ]),
    // S3 refuses a policy and the public access block that are put at the same moment.
    dependsOn: [closed],
  });
}
