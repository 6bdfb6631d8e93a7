import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import { ModuleConstruct, ModuleDefinition, choose, comment, given, json, tf } from "../../kernel";
import { lookUpSurroundings } from "../parts/surroundings";
import { named } from "../parts/tags";
import { LatchProps, latchInputs } from "./inputs";

export type { LatchProps } from "./inputs";

type Fields = (typeof latchInputs)["fields"];

/** The alarm as `dns-failover` takes it. */
export interface LatchAlarm {
  readonly alarmName: string;
  readonly region: string;
  readonly period: number;
  readonly settings: string;
}

/** What an alarm watches. */
interface Metric {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: Record<string, string>;
  readonly statistic: string;
}

/** An alarm in the recovery region that holds names there for as long as it serves. */
export class Latch extends ModuleConstruct<Fields> {
  static readonly definition: ModuleDefinition<Fields> = {
    name: "latch",
    description: "An alarm in the recovery region that holds names there for as long as it serves.",
    notes: `
Give the module a provider of the recovery region, and its output \`alarm\` to the \`failover.latch\` of \`dns-failover\`.

**What it is for.** When the primary region comes back, its endpoint answers again while its data is old: names must not go
back by themselves. The latch is closed (the alarm is in state ALARM) while the services of the recovery region have
healthy targets, and while it is closed Route 53 takes the primary for unhealthy. Starting these services therefore moves
the names, even where the primary still answers, and stopping them moves the names back. Nobody has to change anything
that is controlled from another region.

**Route 53 reads the metric, not the alarm.** \`aws cloudwatch set-alarm-state\` does not close the latch. Without data
the latch is open: a recovery region that runs nothing writes no metric.

**Missing a zone.** The statistic is the maximum over the zones, since one task is in one zone, and the others say 0.`,
    inputs: latchInputs,
    example: {
      name: "nimbus-production-latch",
      targetGroup: {
        loadBalancer: "app/nimbus-standby/0a1b2c3d4e5f6a7b",
        targetGroup: "targetgroup/web/8c9d0e1f2a3b4c5d",
      },
    },
  };

  /** For `dns-failover`. */
  readonly alarm: LatchAlarm;
  readonly alarmName: string;
  readonly alarmArn: string;

  constructor(scope: Construct, id: string, props: LatchProps) {
    super(scope, id, Latch.definition, props);
    const { region } = lookUpSurroundings(this);
    const metric = this.chooseMetric();
    const alarm = this.createAlarm(metric);
    const { threshold, period, evaluationPeriods } = this.inputs;
    this.alarmName = this.output("alarmName", "Name of the alarm.", alarm.alarmName);
    this.alarmArn = this.output("alarmArn", "ARN of the alarm.", alarm.arn);
    this.alarm = {
      alarmName: alarm.alarmName,
      region,
      period,
      settings: json([...Object.values(metric), threshold, period, evaluationPeriods]),
    };
    this.output("alarm", "The alarm as the input failover.latch of dns-failover takes it.", {
      alarm_name: this.alarm.alarmName,
      region: this.alarm.region,
      period: this.alarm.period,
      settings: this.alarm.settings,
    });
  }

  /** The metric of the target group, or the caller's own. */
  private chooseMetric(): Metric {
    const { targetGroup, metric } = this.inputs;
    const standard = given(targetGroup);
    const dimensions = { LoadBalancer: targetGroup.loadBalancer, TargetGroup: targetGroup.targetGroup };
    return {
      namespace: choose(standard, "AWS/ApplicationELB", metric.namespace),
      metricName: choose(standard, "HealthyHostCount", metric.name),
      dimensions: choose(standard, dimensions, metric.dimensions),
      statistic: choose(standard, "Maximum", metric.statistic),
    };
  }

  private createAlarm(metric: Metric): CloudwatchMetricAlarm {
    const { name, threshold, period, evaluationPeriods, topicArns, tags } = this.inputs;
    return comment(
      new CloudwatchMetricAlarm(this, "this", {
        ...metric,
        alarmName: name,
        alarmDescription: `${name}: the recovery region serves, and names stay there until its services are stopped`,
        period,
        evaluationPeriods,
        comparisonOperator: "GreaterThanOrEqualToThreshold",
        threshold,
        treatMissingData: "notBreaching",
        alarmActions: tf`${topicArns}`,
        okActions: tf`${topicArns}`,
        tags: named(tags, name),
        // A renamed alarm is another one; Route 53 takes a latch without alarm for open.
        lifecycle: { createBeforeDestroy: true },
      }),
      "Route 53 knows no alarms on M of N periods, on metric math or on percentiles: this one has neither.",
    );
  }
}
