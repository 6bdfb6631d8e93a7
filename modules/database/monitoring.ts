import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { DbEventSubscription } from "@cdktf/provider-aws/lib/db-event-subscription";
import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { Construct } from "constructs";
import {
  acceptFinding,
  allOf,
  choose,
  comment,
  each,
  forEach,
  given,
  heading,
  is,
  local,
  not,
  one,
  tf,
  when,
} from "../../kernel";
import { createMonitoringRole } from "../parts/monitoring-role";
import { named } from "../parts/tags";
import { Context } from "./context";

const SHORT_LOGS =
  "The caller's choice (log_retention_days): the log serves to find faults, and an audit has other sources";

/** Where measurements and logs go. */
export interface Monitoring {
  /** Null without enhanced monitoring. */
  readonly roleArn: string;
  /** Made before the instance: RDS would make them itself, without a key and for ever. */
  readonly logGroups: readonly [CloudwatchLogGroup, CloudwatchLogGroup];
}

export function createMonitoring(scope: Construct, context: Context): Monitoring {
  heading(scope, "Monitoring and logs");
  return { roleArn: createRole(scope, context), logGroups: createLogGroups(scope, context) };
}

function createRole(scope: Construct, { inputs, accountId, partition, region }: Context): string {
  const { name, monitoringInterval, monitoringRole, permissionsBoundary, tags } = inputs;
  const monitored = not(is(monitoringInterval, 0));
  const { role, attachment } = createMonitoringRole(scope, {
    ...{ name, accountId, partition, region },
    tags: (roleName) => named(tags, roleName),
    count: when(allOf(monitored, not(given(monitoringRole)))),
    permissionsBoundary: choose(given(permissionsBoundary), permissionsBoundary.arn, null),
    nameOf: (counted) => one(counted, "name"),
  });
  // By way of the attachment: RDS refuses a role that cannot write yet.
  const own = tf`one([for attached in ${attachment} : one(${role}[*].arn)])`;
  return choose(monitored, choose(given(monitoringRole), monitoringRole.arn, own), null);
}

function createLogGroups(scope: Construct, { inputs, kmsKeyArn }: Context): [CloudwatchLogGroup, CloudwatchLogGroup] {
  const { name, logExports, readReplicas, logRetentionDays, proxy, tags } = inputs;
  const names = comment(
    local(
      scope,
      "log_groups",
      tf`merge(
        { for log in ${logExports} : log => "\${${name}}/\${log}" },
        { for pair in setproduct(keys(${readReplicas}), ${logExports}) : "\${pair[0]}/\${pair[1]}" => "\${${name}}-\${pair[0]}/\${pair[1]}" },
      )`,
    ),
    "RDS writes each log of each instance to a group of this name.",
  );
  const database = new CloudwatchLogGroup(scope, "logs#group", {
    forEach: forEach(names),
    name: `/aws/rds/instance/${each.value}`,
    retentionInDays: logRetentionDays,
    kmsKeyId: kmsKeyArn,
    tags: named(tags, name),
  });
  const ofProxy = new CloudwatchLogGroup(scope, "proxy#group", {
    count: when(given(proxy)),
    name: `/aws/rds/proxy/${name}`,
    retentionInDays: logRetentionDays,
    kmsKeyId: kmsKeyArn,
    tags: named(tags, `${name}-proxy`),
  });
  for (const group of [database, ofProxy]) acceptFinding(group, "CKV_AWS_338", SHORT_LOGS);
  return [database, ofProxy];
}

/** Tells a topic what happens to the database and its replicas. */
export function createEvents(scope: Construct, { inputs }: Context, database: DbInstance, replicas: DbInstance): void {
  heading(scope, "Events");
  const { name, eventTopic, eventCategories, tags } = inputs;
  new DbEventSubscription(scope, "this#events", {
    count: when(given(eventTopic)),
    name,
    snsTopic: eventTopic.arn,
    sourceType: "db-instance",
    sourceIds: tf`concat([${database.identifier}], values(${replicas})[*].identifier)`,
    eventCategories: tf`${eventCategories}`,
    tags: named(tags, name),
  });
}
