import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { CloudwatchLogResourcePolicy } from "@cdktf/provider-aws/lib/cloudwatch-log-resource-policy";
import { Wafv2WebAcl } from "@cdktf/provider-aws/lib/wafv2-web-acl";
import { Wafv2WebAclLoggingConfiguration } from "@cdktf/provider-aws/lib/wafv2-web-acl-logging-configuration";
import { Construct } from "constructs";
import {
  allOf,
  choose,
  dynamic,
  given,
  heading,
  is,
  item,
  not,
  one,
  optionalBlock,
  repeatedBlocks,
  tf,
  when,
} from "../../kernel";
import { createLogKey } from "../parts/log-key";
import { policy } from "../parts/policies";
import { named } from "../parts/tags";
import { Context } from "./context";

/** The log of requests: to a log group of the module's own with a key of its own, or to the caller's destination. */
export function createLogs(scope: Construct, context: Context, acl: Wafv2WebAcl): CloudwatchLogGroup {
  heading(scope, "Logs");
  const { inputs } = context;
  const { logs, logDestination, logFilter, redactedHeaders, redactQueryString } = inputs;
  const group = createLogGroup(scope, context);
  const configuration = new Wafv2WebAclLoggingConfiguration(scope, "this#logging", {
    count: when(logs),
    resourceArn: acl.arn,
    logDestinationConfigs: [choose(given(logDestination), logDestination.arn, one(group.group, "arn"))],
    // AWS WAF tries to write at once.
    dependsOn: [group.policy],
  });
  repeatedBlocks(configuration, "redacted_fields", [
    { over: redactedHeaders, content: { singleHeader: { name: item("redacted_fields") } } },
    { over: choose(redactQueryString, [1], []), content: { queryString: {} } },
  ]);
  const kept = tf`${logFilter} == "blocked" ? ["BLOCK"] : ["BLOCK", "CAPTCHA", "CHALLENGE", "COUNT", "EXCLUDED_AS_COUNT"]`;
  optionalBlock(configuration, "logging_filter", not(is(logFilter, "all")), {
    defaultBehavior: "DROP",
    filter: {
      behavior: "KEEP",
      requirement: "MEETS_ANY",
      condition: dynamic(kept, { actionCondition: { action: item("condition") } }),
    },
  });
  return group.group;
}

function createLogGroup(
  scope: Construct,
  context: Context,
): { group: CloudwatchLogGroup; policy: CloudwatchLogResourcePolicy } {
  const { accountId, partition, region, dnsSuffix, inputs } = context;
  const { name, logs, logDestination, logKmsKey, logRetentionDays, tags } = inputs;
  const own = allOf(logs, not(given(logDestination)));
  // AWS WAF takes no other beginning of the name.
  const logGroupName = `aws-waf-logs-${name}`;
  const key = createLogKey(scope, "logs", {
    count: when(allOf(own, not(given(logKmsKey)))),
    name: `${name}-waf-logs`,
    description: `Logs of the web ACL ${name}`,
    accountId,
    partition,
    dnsSuffix,
    region,
    logGroupName,
    tags,
  });
  const group = new CloudwatchLogGroup(scope, "logs#group", {
    count: when(own),
    name: logGroupName,
    retentionInDays: logRetentionDays,
    kmsKeyId: choose(given(logKmsKey), logKmsKey.arn, one(key, "arn")),
    tags: named(tags, logGroupName),
  });
  // Source: AWS WAF Developer Guide, "Sending web ACL traffic logs to an Amazon CloudWatch Logs log group".
  const delivery = new CloudwatchLogResourcePolicy(scope, "logs#policy", {
    count: when(own),
    policyName: logGroupName,
    policyDocument: policy([
      {
        Effect: "Allow",
        Principal: { Service: "delivery.logs.amazonaws.com" },
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: `${one(group, "arn")}:*`,
        Condition: {
          StringEquals: { "aws:SourceAccount": accountId },
          ArnLike: { "aws:SourceArn": `arn:${partition}:logs:${region}:${accountId}:*` },
        },
      },
    ]),
  });
  return { group, policy: delivery };
}
