import { S3BucketLoggingA } from "@cdktf/provider-aws/lib/s3-bucket-logging";
import { Construct } from "constructs";
import { choose, given, heading, one, when } from "../../kernel";
import { createLogBucket } from "../parts/log-bucket";
import { Context } from "./context";
import { LOG_BUCKET_ENDING } from "./inputs/rules";

/** Logs of each request, to a bucket of the module's own or to one of the caller. */
export function createLogs(scope: Construct, context: Context): { ownBucketName: string } {
  heading(scope, "Access logs");
  const { inputs, bucketArn, accountId } = context;
  const { name, accessLogs, logBucket, tags } = inputs;
  const own = createLogBucket(scope, "access_logs", {
    count: when(inputs.ownLogBucket),
    name: `${name}${LOG_BUCKET_ENDING}`,
    label: `${name}${LOG_BUCKET_ENDING}`,
    retentionDays: inputs.logRetentionDays,
    forceDestroy: inputs.logForceDestroy,
    // Source: Amazon S3 User Guide, "Enabling Amazon S3 server access logging".
    delivery: (logBucketArn) => [
      {
        Sid: "Delivery",
        Effect: "Allow",
        Principal: { Service: "logging.s3.amazonaws.com" },
        Action: "s3:PutObject",
        Resource: `${logBucketArn}/*`,
        Condition: { ArnLike: { "aws:SourceArn": bucketArn }, StringEquals: { "aws:SourceAccount": accountId } },
      },
    ],
    encryptionReason: "S3 delivers access logs only to buckets with SSE-S3, not SSE-KMS",
    tags,
  });
  new S3BucketLoggingA(scope, "this#logging", {
    count: when(accessLogs),
    bucket: context.bucket,
    // Read from the policy, so that it is there before S3 tries to write.
    targetBucket: choose(given(logBucket), logBucket.name, one(own.policy, "bucket")),
    targetPrefix: choose(given(logBucket), logBucket.prefix, ""),
    // Folders by account, region, bucket and day of the request, which a query can leave out by their names.
    targetObjectKeyFormat: { partitionedPrefix: { partitionDateSource: "EventTime" } },
  });
  return { ownBucketName: one(own.bucket, "id") };
}
