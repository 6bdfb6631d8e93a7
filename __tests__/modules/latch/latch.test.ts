import { DnsFailover } from "../../../modules/dns-failover";
import { Latch, LatchProps } from "../../../modules/latch";
import { SynthesizedStack, synthesize } from "../../synthesis";

const GROUP = "arn:aws:elasticloadbalancing:us-west-2:123456789012:targetgroup/web/4e5f6071";
const example: LatchProps = { name: "nimbus-latch", primaryRegion: "us-east-1", targetGroupArns: [GROUP] };

const latch = (props: Partial<LatchProps> = {}): SynthesizedStack =>
  synthesize((stack) => new Latch(stack, "latch", { ...example, ...props }));
const alarm = latch().resource("aws_cloudwatch_metric_alarm", "latch");

test("the decision begins with the primary region, is one of two, and Terraform leaves it", () => {
  expect(latch().resource("aws_ssm_parameter", "latch")).toMatchObject({
    name: expect.stringContaining("/holdfast/nimbus-latch/serving-region") as string,
    type: "String",
    insecure_value: "us-east-1",
    allowed_pattern: "^(us-east-1|${data.aws_region.latch_current.id})$",
    lifecycle: { ignore_changes: ["insecure_value"] },
  });
});

test("the alarm follows what is published, and keeps its state without data", () => {
  expect(alarm).toMatchObject({
    alarm_name: "nimbus-latch",
    namespace: "Holdfast/Recovery",
    metric_name: "ServedByRecovery",
    dimensions: { Latch: "nimbus-latch" },
    statistic: "Maximum",
    comparison_operator: "GreaterThanOrEqualToThreshold",
    threshold: 1,
    period: 60,
    evaluation_periods: 1,
    treat_missing_data: "ignore",
    lifecycle: { create_before_destroy: true },
  });
});

test("has nothing that Route 53 cannot read", () => {
  for (const unreadable of ["datapoints_to_alarm", "metric_query", "extended_statistic"])
    expect(alarm).not.toHaveProperty(unreadable);
});

test("another alarm rises when nobody publishes", () => {
  expect(latch().resource("aws_cloudwatch_metric_alarm", "latch_silent")).toMatchObject({
    alarm_name: "nimbus-latch-silent",
    metric_name: "ServedByRecovery",
    statistic: "SampleCount",
    comparison_operator: "LessThanThreshold",
    threshold: 1,
    treat_missing_data: "breaching",
  });
});

test("a machine publishes each minute, logs its errors and is traced", () => {
  expect(latch().resource("aws_scheduler_schedule", "latch")).toMatchObject({ schedule_expression: "rate(1 minute)" });
  expect(latch().resource("aws_sfn_state_machine", "latch")).toMatchObject({
    type: "EXPRESS",
    logging_configuration: { level: "ERROR" },
    tracing_configuration: { enabled: true },
  });
});

describe("its role", () => {
  const policy = (props?: Partial<LatchProps>): string =>
    String(latch(props).resource("aws_iam_role_policy", "latch").policy);

  test("reads and writes the decision, looks at targets, and writes one namespace", () => {
    const actions = [...policy().matchAll(/"([a-z]+:[A-Za-z]+)"/g)].map(([, action]) => action);
    expect(actions.filter((action) => !/^(logs|xray|aws|cloudwatch:namespace)/.test(action))).toEqual([
      "ssm:GetParameter",
      "cloudwatch:PutMetricData",
      "ssm:PutParameter",
      "elasticloadbalancing:DescribeTargetHealth",
    ]);
    expect(policy()).toMatch(/cloudwatch:namespace.*Holdfast\/Recovery/s);
  });

  test("may not decide where a person does", () => {
    const confirmed = policy({ switch: "confirmed" });
    expect(confirmed).toContain("ssm:GetParameter");
    expect(confirmed).not.toMatch(/PutParameter|DescribeTargetHealth/);
    const definition = String(latch({ switch: "confirmed" }).resource("aws_sfn_state_machine", "latch").definition);
    expect(definition).not.toMatch(/putParameter|describeTargetHealth/);
  });
});

test("gives dns-failover what it needs, and says when the alarm has changed", () => {
  const stack = synthesize((scope) => {
    const { alarm: told } = new Latch(scope, "latch", example);
    new DnsFailover(scope, "names", {
      name: "nimbus",
      zone: { id: "Z0123456789", name: "example.com" },
      failover: {
        names: ["www"],
        primary: { dnsName: "a.us-east-1.elb.amazonaws.com", zoneId: "Z1", region: "us-east-1" },
        secondary: { dnsName: "b.us-west-2.elb.amazonaws.com", zoneId: "Z2" },
        latch: told,
      },
    });
  });
  expect(stack.resource("aws_route53_health_check", "names_latch")).toMatchObject({
    cloudwatch_alarm_name: "${aws_cloudwatch_metric_alarm.latch.alarm_name}",
    cloudwatch_alarm_region: "${data.aws_region.latch_current.id}",
    insufficient_data_health_status: "LastKnownStatus",
    triggers: { settings: expect.stringContaining("ServedByRecovery") as string },
  });
});

test.each<[string, Partial<LatchProps>, string]>([
  ["nothing to wait for", { targetGroupArns: [] }, "must have the target group of at least one service"],
  [
    "the end of an ARN instead of it",
    { targetGroupArns: ["targetgroup/web/1"] },
    "must be an ARN of elasticloadbalancing",
  ],
  ["another way to decide", { switch: "manual" as never }, "must be one of"],
  ["a parameter without a slash", { parameterName: "region" }, "with a slash in front"],
])("refuses %s", (_name, props, message) => {
  expect(() => latch(props)).toThrow(message);
});

test("waits for nothing where a person decides", () => {
  expect(() => latch({ switch: "confirmed", targetGroupArns: [] })).not.toThrow();
});
