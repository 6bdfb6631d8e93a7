import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import { allOf, given, heading, shorthand, tf, when } from "../../kernel";
import { named } from "../parts/tags";
import { Checks, idOf } from "./checks";
import { Context, inRoute53Region } from "./context";

/** Alarms on the health checks, for those who have to know at once. */
export function createAlarms(scope: Construct, context: Context, checks: Checks): void {
  heading(scope, "Alarms");
  const { name, alarms, failover, tags } = context.inputs;
  const descriptions = {
    endpoint: "the primary does not answer its health check",
    latch: "the latch is closed: names stay with the recovery region until somebody decides otherwise",
    primary:
      "names have left the primary, if the latch is closed, or there is none and the secondary has healthy targets",
  };
  const place = inRoute53Region(context, "alarms");
  const precondition = [{ ...place, errorMessage: shorthand(scope, "alarms_of_other_region", place.errorMessage) }];
  for (const check of ["endpoint", "latch", "primary"] as const) {
    const exists = check === "latch" ? given(failover.latch) : given(failover);
    new CloudwatchMetricAlarm(scope, `${check}#alarm`, {
      count: when(allOf(given(alarms), exists)),
      alarmName: `${name}-${check}`,
      alarmDescription: `${name}: ${descriptions[check]}`,
      namespace: "AWS/Route53",
      metricName: "HealthCheckStatus",
      dimensions: { HealthCheckId: idOf(checks[check]) },
      statistic: "Minimum",
      period: 60,
      evaluationPeriods: 1,
      comparisonOperator: "LessThanThreshold",
      threshold: 1,
      treatMissingData: "missing",
      alarmActions: tf`${alarms.topicArns}`,
      okActions: tf`${alarms.topicArns}`,
      tags: named(tags, `${name}-${check}`),
      lifecycle: { precondition },
    });
  }
}
