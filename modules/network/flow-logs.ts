import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import { allOf, choose, given, heading, is, not, one, shorthand, tf, when } from "../../kernel";
import { createLogBucket, nameBucket } from "../parts/log-bucket";
import { createLogKey } from "../parts/log-key";
import { policy, trustedBy } from "../parts/policies";
import { named } from "../parts/tags";
import { Context } from "./context";

/** Flow logs to a CloudWatch log group with a key of its own, or to a bucket. */
export function createFlowLogs(scope: Construct, context: Context): { groupName: string; bucketName: string } {
  heading(scope, "Flow logs");
  const { inputs, vpc } = context;
  const common = {
    vpcId: vpc.id,
    trafficType: inputs.flowLogsTraffic,
    maxAggregationInterval: inputs.flowLogsInterval,
    tags: named(inputs.tags, `${inputs.name}-flow-logs`),
  };
  const groupName = createCloudwatchLogs(scope, context, common);
  const bucketName = createBucketLogs(scope, context, common);
  return { groupName, bucketName };
}

interface CommonFlowLog {
  readonly vpcId: string;
  readonly trafficType: string;
  readonly maxAggregationInterval: number;
  readonly tags: Record<string, string>;
}

function createCloudwatchLogs(scope: Construct, context: Context, common: CommonFlowLog): string {
  const { inputs, accountId, partition, dnsSuffix, region } = context;
  const { name, tags, flowLogsKmsKey, permissionsBoundary } = inputs;
  const wanted = is(inputs.flowLogs, "cloudwatch");
  const count = when(wanted);
  const logGroupName = `/vpc/${name}/flow-logs`;
  const key = createLogKey(scope, "flow_logs", {
    count: when(allOf(wanted, not(given(flowLogsKmsKey)))),
    name: `${name}-flow-logs`,
    description: `Flow logs of ${name}`,
    accountId,
    partition,
    dnsSuffix,
    region,
    logGroupName,
    tags,
  });
  const group = new CloudwatchLogGroup(scope, "flow_logs#group", {
    count,
    name: logGroupName,
    retentionInDays: inputs.flowLogsRetentionDays,
    kmsKeyId: choose(given(flowLogsKmsKey), flowLogsKmsKey.arn, one(key, "arn")),
    tags: common.tags,
  });
  const role = new IamRole(scope, "flow_logs#role", {
    count,
    name: `${name}-flow-logs-${region}`,
    description: `Writes the flow logs of ${name}`,
    assumeRolePolicy: trustedBy("vpc-flow-logs.amazonaws.com", {
      StringEquals: { "aws:SourceAccount": accountId },
      ArnLike: { "aws:SourceArn": `arn:${partition}:ec2:${region}:${accountId}:vpc-flow-log/*` },
    }),
    permissionsBoundary: choose(given(permissionsBoundary), permissionsBoundary.arn, null),
    tags: common.tags,
  });
  const rights = new IamRolePolicy(scope, "flow_logs#policy", {
    count,
    name: "write",
    role: one(role, "id"),
    policy: policy([
      {
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
        Resource: `${one(group, "arn")}:*`,
      },
    ]),
  });
  new FlowLog(scope, "cloudwatch", {
    count,
    logDestinationType: "cloud-watch-logs",
    logDestination: one(group, "arn"),
    iamRoleArn: one(role, "arn"),
    // Else the first records find a role that may not write them.
    dependsOn: [rights],
    ...common,
  });
  return one(group, "name");
}

function createBucketLogs(scope: Construct, context: Context, common: CommonFlowLog): string {
  const { inputs, accountId, partition, region } = context;
  const { name, tags, flowLogsBucket } = inputs;
  const wanted = is(inputs.flowLogs, "s3");
  const fromThisAccount = {
    StringEquals: { "aws:SourceAccount": accountId },
    ArnLike: { "aws:SourceArn": `arn:${partition}:logs:${region}:${accountId}:*` },
  };
  // Source: VPC User Guide, "Amazon S3 bucket permissions for flow logs".
  const own = createLogBucket(scope, "flow_logs", {
    count: when(shorthand(scope, "creates_flow_log_bucket", allOf(wanted, not(given(flowLogsBucket))))),
    name: nameBucket(`${name}-flow-logs`, { accountId, region }),
    label: `${name}-flow-logs`,
    retentionDays: inputs.flowLogsRetentionDays,
    forceDestroy: inputs.flowLogsForceDestroy,
    encryptionReason: "Flow logs hold addresses and no contents; with SSE-S3 no key can go missing that delivery needs",
    delivery: (bucketArn) => [
      {
        Sid: "Delivery",
        Effect: "Allow",
        Principal: { Service: "delivery.logs.amazonaws.com" },
        Action: "s3:PutObject",
        Resource: `${bucketArn}/AWSLogs/${accountId}/*`,
        Condition: fromThisAccount,
      },
      {
        Sid: "DeliveryCheck",
        Effect: "Allow",
        Principal: { Service: "delivery.logs.amazonaws.com" },
        Action: ["s3:GetBucketAcl", "s3:ListBucket"],
        Resource: bucketArn,
        Condition: fromThisAccount,
      },
    ],
    tags,
  });
  new FlowLog(scope, "s3", {
    count: when(wanted),
    logDestinationType: "s3",
    logDestination: choose(
      given(flowLogsBucket),
      tf`join("/", compact([${flowLogsBucket.arn}, ${flowLogsBucket.prefix}]))`,
      one(own.bucket, "arn"),
    ),
    ...common,
    dependsOn: [own.policy],
  });
  return one(own.bucket, "id");
}
