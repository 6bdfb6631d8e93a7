import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import { Flag, Numeric, allOf, given, heading, tf, when } from "../../kernel";
import { named } from "../parts/tags";
import { Context } from "./context";

interface Alarm {
  readonly wanted: Flag;
  readonly description: string;
  readonly metric: string;
  readonly statistic: "Average" | "Maximum" | "Sum";
  readonly threshold: Numeric;
  readonly periods: number;
  readonly namespace: string;
  readonly dimensions: Record<string, string>;
}

/** Alarms on what users would notice first: the tasks are at their limit, answer with errors, or do not answer. */
export function createAlarms(scope: Construct, context: Context, serviceName: string, targetGroupSuffix: string): void {
  heading(scope, "Alarms");
  const { inputs, fullName, runs } = context;
  const { alarms, routing, cluster, tags } = inputs;
  const ofService = {
    wanted: allOf(runs, given(alarms)),
    statistic: "Average",
    periods: 5,
    namespace: "AWS/ECS",
    dimensions: { ClusterName: cluster.name, ServiceName: serviceName },
  } as const;
  const ofRequests = {
    wanted: allOf(runs, given(alarms), given(routing)),
    namespace: "AWS/ApplicationELB",
    dimensions: { LoadBalancer: context.loadBalancerSuffix, TargetGroup: targetGroupSuffix },
  } as const;
  const create = (id: string, alarm: Alarm): void => {
    new CloudwatchMetricAlarm(scope, id, {
      count: when(alarm.wanted),
      alarmName: `${fullName}-${id.replace(/#.*$/, "").replace(/_/g, "-")}`,
      alarmDescription: `${fullName}: ${alarm.description}`,
      namespace: alarm.namespace,
      metricName: alarm.metric,
      dimensions: alarm.dimensions,
      statistic: alarm.statistic,
      period: 60,
      evaluationPeriods: alarm.periods,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: alarm.threshold,
      treatMissingData: "notBreaching",
      alarmActions: tf<string[]>`${alarms.topicArns}`,
      okActions: tf<string[]>`${alarms.topicArns}`,
      tags: named(tags, fullName),
    });
  };
  create("cpu#alarm", {
    ...ofService,
    description: "tasks are short of CPU",
    metric: "CPUUtilization",
    threshold: alarms.cpu,
  });
  create("memory#alarm", {
    ...ofService,
    description: "tasks are short of memory",
    metric: "MemoryUtilization",
    threshold: alarms.memory,
  });
  create("server_errors", {
    ...ofRequests,
    description: "tasks answer with errors of their own (5xx)",
    metric: "HTTPCode_Target_5XX_Count",
    statistic: "Sum",
    periods: 1,
    threshold: alarms.serverErrors,
  });
  create("unhealthy_tasks", {
    ...ofRequests,
    description: "tasks fail the load balancer's health check",
    metric: "UnHealthyHostCount",
    statistic: "Maximum",
    periods: 3,
    threshold: alarms.unhealthyTasks,
  });
}
