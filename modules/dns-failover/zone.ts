import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { CloudwatchLogResourcePolicy } from "@cdktf/provider-aws/lib/cloudwatch-log-resource-policy";
import { Route53QueryLog } from "@cdktf/provider-aws/lib/route53-query-log";
import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import { Construct } from "constructs";
import { Text, acceptFinding, allOf, choose, given, heading, local, not, one, shorthand, tf, when } from "../../kernel";
import { createLogKey } from "../parts/log-key";
import { policy } from "../parts/policies";
import { named } from "../parts/tags";
import { Context, inRoute53Region } from "./context";

/** Why a scanner finds no policy on a key whose policy names the zone. */
export const UNREAD_POLICY = "The policy is there; checkov cannot work out the name of the zone inside of it";

/** The zone that the records are in. */
export interface Zone {
  readonly id: string;
  readonly arn: string;
  readonly name: Text;
  /** Null for a zone of the caller. */
  readonly nameServers: string;
}

/** The caller's zone, or one of the module's own. */
export function createZone(scope: Construct, { inputs, partition }: Context): Zone {
  heading(scope, "Zone");
  const { zone, newZone, tags } = inputs;
  const own = new Route53Zone(scope, "this#zone", {
    count: when(given(newZone)),
    name: newZone.name,
    comment: newZone.comment,
    forceDestroy: newZone.forceDestroy,
    delegationSetId: newZone.delegationSetId,
    tags: named(tags, newZone.name),
  });
  acceptFinding(own, "CKV2_AWS_38", "Signing needs a record in the parent zone, which is the caller's (dnssec)");
  acceptFinding(
    own,
    "CKV2_AWS_39",
    "Queries are billed by the line that is logged: the caller's choice (query_logging)",
  );
  const id = shorthand(scope, "zone_id", choose<string>(given(zone), zone.id, one(own, "zone_id")));
  return {
    id,
    arn: shorthand(scope, "zone_arn", `arn:${partition}:route53:::hostedzone/${id}`),
    name: tf`${local(scope, "zone_name", choose(given(zone), zone.name, newZone.name))}`,
    nameServers: one(own, "name_servers"),
  };
}

/** Logs the queries; returns the name of the log group, null without one. */
export function createQueryLog(scope: Construct, context: Context, zone: Zone): string {
  heading(scope, "Query log");
  const { inputs, accountId, partition, region } = context;
  const { name, queryLogging, tags } = inputs;
  const count = when(given(queryLogging));
  const logGroupName = `/aws/route53/${zone.name}`;
  const ownKey = shorthand(scope, "creates_query_log_key", allOf(given(queryLogging), not(given(queryLogging.kmsKey))));
  const key = createLogKey(scope, "queries", {
    count: when(ownKey),
    name: `${name}-dns-queries`,
    description: `DNS queries of ${zone.name}`,
    accountId,
    partition,
    dnsSuffix: context.dnsSuffix,
    region,
    logGroupName,
    tags,
  });
  acceptFinding(key, "CKV2_AWS_64", UNREAD_POLICY);
  const logGroup = new CloudwatchLogGroup(scope, "queries", {
    count,
    name: logGroupName,
    retentionInDays: queryLogging.retentionDays,
    kmsKeyId: choose(ownKey, one(key, "arn"), queryLogging.kmsKey.arn),
    tags: named(tags, `${name}-dns-queries`),
    lifecycle: { precondition: [inRoute53Region(context, "query_logging")] },
  });
  const delivery = new CloudwatchLogResourcePolicy(scope, "queries#delivery", {
    count,
    policyName: `${name}-dns-queries`,
    policyDocument: policy([
      {
        Sid: "Route53",
        Effect: "Allow",
        Principal: { Service: "route53.amazonaws.com" },
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: `arn:${partition}:logs:${region}:${accountId}:log-group:${logGroupName}:*`,
        Condition: {
          StringEquals: { "aws:SourceAccount": accountId },
          ArnLike: { "aws:SourceArn": zone.arn },
        },
      },
    ]),
  });
  new Route53QueryLog(scope, "this#query_log", {
    count,
    zoneId: zone.id,
    cloudwatchLogGroupArn: one(logGroup, "arn"),
    // Route 53 tries to write at once.
    dependsOn: [delivery],
  });
  return one(logGroup, "name");
}
