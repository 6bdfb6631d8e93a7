import { CloudwatchLogDelivery } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery";
import { CloudwatchLogDeliveryDestination } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery-destination";
import { CloudwatchLogDeliverySource } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery-source";
import { Construct } from "constructs";
import { allOf, choose, given, heading, not, one, shorthand, tf, when } from "../../kernel";
import { createLogBucket, nameBucket } from "../parts/log-bucket";
import { named } from "../parts/tags";
import { CLOUDFRONT_REGION, Context } from "./context";

/**
 * The logs of requests, by CloudFront's newer delivery (standard logging v2): the older one writes with ACLs, which the
 * bucket would have to allow again.
 *
 * @returns the name of the module's own bucket; null without one.
 */
export function createLogs(scope: Construct, context: Context, distributionArn: string): string {
  heading(scope, "Logs");
  const { inputs, accountId, partition, region } = context;
  const { name, logs, logBucket, logFormat, tags } = inputs;
  // Source: CloudFront Developer Guide, "Configure standard logging (v2)", "Permissions" for Amazon S3.
  const own = createLogBucket(scope, "logs", {
    count: when(shorthand(scope, "creates_log_bucket", allOf(logs, not(given(logBucket))))),
    name: nameBucket(`${name}-site-logs`, { accountId, region }),
    label: `${name}-site-logs`,
    retentionDays: inputs.logRetentionDays,
    forceDestroy: inputs.logForceDestroy,
    encryptionReason: "Logs of a public site; with SSE-S3 no key can go missing on which their delivery depends",
    delivery: (bucketArn) => [
      {
        Sid: "Delivery",
        Effect: "Allow",
        Principal: { Service: "delivery.logs.amazonaws.com" },
        Action: "s3:PutObject",
        Resource: `${bucketArn}/AWSLogs/${accountId}/CloudFront/*`,
        Condition: {
          StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceAccount": accountId },
          ArnLike: { "aws:SourceArn": `arn:${partition}:logs:${CLOUDFRONT_REGION}:${accountId}:delivery-source:*` },
        },
      },
    ],
    tags,
  });
  const count = when(logs);
  const source = new CloudwatchLogDeliverySource(scope, "this#log_source", {
    count,
    name: `${name}-site`,
    logType: "ACCESS_LOGS",
    resourceArn: distributionArn,
    tags: named(tags, `${name}-site`),
    lifecycle: { precondition: [inCloudfrontRegion(region, "logs")] },
  });
  const destination = new CloudwatchLogDeliveryDestination(scope, "this#log_destination", {
    count,
    // The format is part of the name: it cannot change in place, and the new one is there before the old one goes.
    name: `${name}-site-${logFormat}`,
    outputFormat: logFormat,
    deliveryDestinationConfiguration: [
      { destinationResourceArn: choose(given(logBucket), logBucket.arn, one(own.bucket, "arn")) },
    ],
    tags: named(tags, `${name}-site`),
    // AWS tries to write at once.
    dependsOn: [own.policy],
  });
  new CloudwatchLogDelivery(scope, "this#log_delivery", {
    count,
    deliverySourceName: one(source, "name"),
    deliveryDestinationArn: one(destination, "arn"),
    tags: named(tags, `${name}-site`),
  });
  return one(own.bucket, "id");
}

/** Refuses, while Terraform plans, what is CloudFront's and the provider would look for elsewhere. */
export const inCloudfrontRegion = (region: string, input: string): { condition: never; errorMessage: string } => ({
  condition: tf<never>`${region} == ${CLOUDFRONT_REGION}`,
  errorMessage: `${input} needs a provider of ${CLOUDFRONT_REGION}, where CloudFront keeps its log deliveries and metrics, but this one's region is ${region}. Give the module a provider of ${CLOUDFRONT_REGION}, or turn ${input} off.`,
});
