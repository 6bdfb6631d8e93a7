import { Construct } from "constructs";
import { Bound, Flag, allOf, choose, given, heading, not, one, shorthand, when } from "../../kernel";
import { createLogBucket, nameBucket } from "../parts/log-bucket";
import { loadBalancerInputs } from "./inputs";

/** What the logs of a load balancer need to know. */
export interface LogsConfig {
  readonly inputs: Bound<(typeof loadBalancerInputs)["fields"]>;
  readonly accountId: string;
  readonly region: string;
}

/** Where the load balancer is told to deliver one kind of log. */
export interface LogTarget {
  readonly enabled: Flag;
  readonly bucket: string;
  readonly prefix: string;
}

/** Folders in the module's own bucket: the two kinds of logs must not be mixed in one. */
const FOLDERS = { access: "access", connection: "connection" } as const;

/**
 * The bucket of access and connection logs: the module's own, or the caller's.
 *
 * The policy is the one that ELB documents for every region ("Enable access logs for your Application Load Balancer"),
 * where a service principal has taken the place of the regions' account ids. ELB's example has no condition on
 * `aws:SourceArn`; the account id in the path keeps the load balancers of other accounts out.
 */
export function createLogs(
  scope: Construct,
  config: LogsConfig,
): { access: LogTarget; connection: LogTarget; ownBucketName: string } {
  heading(scope, "Logs");
  const { inputs, accountId, region } = config;
  const { name, accessLogs, connectionLogs, logBucket, tags } = inputs;
  const own = createLogBucket(scope, "logs", {
    count: when(shorthand(scope, "creates_log_bucket", allOf(accessLogs, not(given(logBucket))))),
    name: nameBucket(`${name}-alb-logs`, { accountId, region }),
    label: `${name}-alb-logs`,
    retentionDays: inputs.logRetentionDays,
    forceDestroy: inputs.logForceDestroy,
    encryptionReason: "Elastic Load Balancing delivers logs only to buckets with SSE-S3, not SSE-KMS",
    delivery: (bucketArn) => [
      {
        Sid: "Delivery",
        Effect: "Allow",
        Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
        Action: "s3:PutObject",
        Resource: Object.values(FOLDERS).map((folder) => `${bucketArn}/${folder}/AWSLogs/${accountId}/*`),
      },
    ],
    tags,
  });
  // Read from the policy, so that it is there before AWS tries to write.
  const ownBucket = one(own.policy, "bucket");
  const target = (enabled: Flag, folder: string, prefix: string): LogTarget => ({
    enabled,
    bucket: choose(enabled, choose(given(logBucket), logBucket.name, ownBucket), ""),
    prefix: choose(given(logBucket), prefix, folder),
  });
  return {
    access: target(accessLogs, FOLDERS.access, logBucket.accessPrefix),
    connection: target(connectionLogs, FOLDERS.connection, logBucket.connectionPrefix),
    ownBucketName: one(own.bucket, "id"),
  };
}
