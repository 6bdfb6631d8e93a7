import { DnsFailover } from "../../modules/dns-failover";
import { Latch, LatchProps } from "../../modules/latch";
import { SynthesizedStack, synthesize } from "../synthesis";

const example: LatchProps = {
  name: "nimbus-latch",
  targetGroup: { loadBalancer: "app/standby/0a1b2c3d", targetGroup: "targetgroup/web/4e5f6071" },
};
const METRIC = { namespace: "Nimbus/Recovery", name: "Latch" };

const latch = (props: Partial<LatchProps> = {}): SynthesizedStack =>
  synthesize((stack) => new Latch(stack, "latch", { ...example, ...props }));
const alarmOf = (props?: Partial<LatchProps>) => latch(props).resource("aws_cloudwatch_metric_alarm", "latch");

test("closes while the target group has a healthy target, and is open without data", () => {
  expect(alarmOf()).toMatchObject({
    alarm_name: "nimbus-latch",
    namespace: "AWS/ApplicationELB",
    metric_name: "HealthyHostCount",
    dimensions: { LoadBalancer: "app/standby/0a1b2c3d", TargetGroup: "targetgroup/web/4e5f6071" },
    statistic: "Maximum",
    comparison_operator: "GreaterThanOrEqualToThreshold",
    threshold: 1,
    period: 60,
    evaluation_periods: 1,
    treat_missing_data: "notBreaching",
    lifecycle: { create_before_destroy: true },
  });
});

test.each<[string, Partial<LatchProps>, Record<string, unknown>]>([
  ["more targets", { threshold: 3 }, { threshold: 3 }],
  ["slower", { period: 120, evaluationPeriods: 2 }, { period: 120, evaluation_periods: 2 }],
  [
    "a metric of the caller",
    { targetGroup: undefined, metric: { ...METRIC, dimensions: { Stage: "production" }, statistic: "Minimum" } },
    { namespace: "Nimbus/Recovery", metric_name: "Latch", statistic: "Minimum" },
  ],
])("option: %s", (_name, props, attributes) => {
  expect(alarmOf(props)).toMatchObject(attributes);
});

test("has nothing that Route 53 cannot read", () => {
  const alarm = alarmOf({ evaluationPeriods: 3 });
  for (const unreadable of ["datapoints_to_alarm", "metric_query", "extended_statistic"])
    expect(alarm).not.toHaveProperty(unreadable);
});

test("gives dns-failover what it needs, and says when the alarm has changed", () => {
  const stack = synthesize((scope) => {
    const { alarm } = new Latch(scope, "latch", example);
    new DnsFailover(scope, "names", {
      name: "nimbus",
      zone: { id: "Z0123456789", name: "example.com" },
      failover: {
        names: ["www"],
        primary: { dnsName: "a.us-east-1.elb.amazonaws.com", zoneId: "Z1", region: "us-east-1" },
        secondary: { dnsName: "b.us-west-2.elb.amazonaws.com", zoneId: "Z2" },
        latch: alarm,
      },
    });
  });
  expect(stack.resource("aws_route53_health_check", "names_latch")).toMatchObject({
    cloudwatch_alarm_name: "${aws_cloudwatch_metric_alarm.latch.alarm_name}",
    cloudwatch_alarm_region: "${data.aws_region.latch_current.id}",
    triggers: { settings: expect.stringContaining("HealthyHostCount") as string },
  });
});

test.each<[string, Partial<LatchProps>, string]>([
  ["neither source", { targetGroup: undefined }, "or metric must be given, and not both"],
  ["both sources", { metric: METRIC }, "or metric must be given, and not both"],
  ["a high-resolution period", { period: 10 }, "must be between 60 and 3600"],
  ["half minutes", { period: 90 }, "Route 53 cannot read a high-resolution alarm"],
  ["a percentile", { targetGroup: undefined, metric: { ...METRIC, statistic: "p99" as never } }, "must be one of"],
  ["closed from 0 on", { threshold: 0 }, "must be between 1"],
  [
    "an ARN instead of its end",
    { targetGroup: { loadBalancer: "arn:aws:elasticloadbalancing:x", targetGroup: "targetgroup/web/1" } },
    "must be the last part of the ARN",
  ],
])("refuses %s", (_name, props, message) => {
  expect(() => latch(props)).toThrow(message);
});
