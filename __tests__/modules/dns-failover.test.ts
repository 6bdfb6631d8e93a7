import { Token } from "cdktf";
import { InvalidInput } from "../../kernel";
import { DnsFailover, DnsFailoverProps } from "../../modules/dns-failover";
import { wholeName } from "../../modules/dns-failover/names";
import { SynthesizedStack, synthesize } from "../synthesis";

const PRIMARY = { dnsName: "nimbus-1.us-east-1.elb.amazonaws.com", zoneId: "Z35SXDOTRQ7X7K" };
const SECONDARY = { dnsName: "nimbus-2.us-west-2.elb.amazonaws.com", zoneId: "Z1H1FL5HABSF5" };
const LATCH = { alarmName: "latch", region: "us-west-2", period: 60, settings: "1" };
const TOPIC = "arn:aws:sns:us-east-1:123456789012:alarms";

type Failover = NonNullable<DnsFailoverProps["failover"]>;

const pair = (changes: Partial<Failover> = {}): Failover => ({
  names: ["@", "www"],
  primary: { ...PRIMARY, region: "us-east-1" },
  secondary: SECONDARY,
  ...changes,
});

const example: DnsFailoverProps = {
  name: "nimbus",
  zone: { id: "Z0123456789", name: "example.com" },
  failover: pair(),
};

const names = (props: Partial<DnsFailoverProps> = {}): SynthesizedStack =>
  synthesize((stack) => new DnsFailover(stack, "names", { ...example, ...props }));
const check = (name: string, failover?: Partial<Failover>) =>
  names({ failover: pair(failover) }).resource("aws_route53_health_check", `names_${name}`);

describe("what is made", () => {
  test.each<[string, Partial<DnsFailoverProps>, Record<string, number>]>([
    ["a pair", {}, { aws_route53_health_check: 2, aws_route53_zone: 0, aws_cloudwatch_metric_alarm: 0 }],
    ["with a latch", { failover: pair({ latch: LATCH }) }, { aws_route53_health_check: 4 }],
    ["no pair", { failover: undefined, simple: { www: PRIMARY } }, { aws_route53_health_check: 0 }],
    ["its own zone", { zone: undefined, newZone: { name: "example.com" } }, { aws_route53_zone: 1 }],
    ["alarms", { alarms: { topicArns: [TOPIC] } }, { aws_cloudwatch_metric_alarm: 2 }],
    ["alarms and a latch", { alarms: {}, failover: pair({ latch: LATCH }) }, { aws_cloudwatch_metric_alarm: 3 }],
    [
      "the log of queries",
      { queryLogging: {} },
      { aws_route53_query_log: 1, aws_cloudwatch_log_group: 1, aws_cloudwatch_log_resource_policy: 1, aws_kms_key: 1 },
    ],
    ["DNSSEC", { dnssec: {} }, { aws_route53_hosted_zone_dnssec: 1, aws_route53_key_signing_key: 1, aws_kms_key: 1 }],
  ])("%s", (_name, props, counts) => {
    const stack = names(props);
    expect(Object.fromEntries(Object.keys(counts).map((type) => [type, stack.count(type)]))).toEqual(counts);
  });
});

describe("health checks", () => {
  test("the endpoint is asked by HTTPS with SNI, every 10 s, from three regions that are not the primary's", () => {
    expect(check("endpoint")).toMatchObject({
      type: expect.stringContaining('"HTTPS"') as string,
      enable_sni: true,
      port: 443,
      resource_path: "/",
      request_interval: 10,
      failure_threshold: 3,
      fqdn: expect.stringContaining(PRIMARY.dnsName) as string,
    });
    expect(names().local("names_failover_health_check_regions")).toContain('["us-west-1", "us-west-2", "eu-west-1"]');
  });

  test.each<[string, Partial<NonNullable<Failover["healthCheck"]>>, Record<string, unknown>]>([
    ["path and port", { path: "/healthz", port: 8443 }, { resource_path: "/healthz", port: 8443 }],
    ["patience", { interval: 30, failureThreshold: 5 }, { request_interval: 30, failure_threshold: 5 }],
    ["text", { searchString: "ok" }, { search_string: "ok" }],
    ["latency", { measureLatency: true }, { measure_latency: true }],
  ])("option: %s", (_name, healthCheck, attributes) => {
    expect(check("endpoint", { healthCheck })).toMatchObject(attributes);
  });

  test("the primary is healthy when all of its children are", () => {
    expect(check("primary")).toMatchObject({
      type: "CALCULATED",
      child_healthchecks: "${concat(aws_route53_health_check.names_endpoint[*].id, [][*].id)}",
      child_health_threshold: "${length(concat(aws_route53_health_check.names_endpoint[*].id, [][*].id))}",
    });
    expect(check("primary", { latch: LATCH })).toMatchObject({
      child_healthchecks:
        "${concat(aws_route53_health_check.names_endpoint[*].id, aws_route53_health_check.names_latch[*].id)}",
    });
  });

  test("the latch stays as it is while its alarm has no data, and is read anew when the alarm changes", () => {
    expect(check("latch", { latch: LATCH })).toMatchObject({
      type: "CLOUDWATCH_METRIC",
      cloudwatch_alarm_name: "latch",
      cloudwatch_alarm_region: "us-west-2",
      insufficient_data_health_status: "LastKnownStatus",
      triggers: { settings: "1" },
    });
  });

  test.each<[string, Partial<Failover>]>([
    ["by default", {}],
    ["with a latch", { latch: LATCH }],
    ["with a text to find", { latch: LATCH, healthCheck: { searchString: "ok" } }],
  ])("none of the primary is inverted or disabled %s: a new one would move the names at deploy", (_name, failover) => {
    const { names_secondary: _, ...checks } = names({ failover: pair(failover) }).resources("aws_route53_health_check");
    expect(Object.keys(checks).length).toBeGreaterThan(1);
    for (const one of Object.values(checks)) {
      expect(one).not.toHaveProperty("invert_healthcheck");
      expect(one).not.toHaveProperty("disabled");
    }
  });

  test("the secondary is healthy while the latch is closed, by the latch's own check", () => {
    expect(check("secondary", { latch: LATCH })).toMatchObject({
      type: "CALCULATED",
      child_healthchecks: "${aws_route53_health_check.names_latch[*].id}",
      child_health_threshold: 1,
      invert_healthcheck: true,
    });
  });

  test("each outlives its use, so that nothing names a check that is gone", () => {
    for (const one of Object.values(
      names({ failover: pair({ latch: LATCH }) }).resources("aws_route53_health_check"),
    )) {
      expect(one).toMatchObject({ lifecycle: { create_before_destroy: true } });
    }
  });
});

describe("records", () => {
  test("the primary hangs on its check alone", () => {
    expect(names().resource("aws_route53_record", "names")).toMatchObject({
      for_each: "${local.names_main_records}",
      health_check_id: "${each.value.moves ? one(aws_route53_health_check.names_primary[*].id) : null}",
      alias: { evaluate_target_health: false },
      dynamic: {
        failover_routing_policy: { for_each: "${each.value.moves ? [1] : []}", content: { type: "PRIMARY" } },
      },
    });
  });

  test("the secondary looks at its load balancer, has no check, and comes after the primary", () => {
    const secondary = names().resource("aws_route53_record", "names_secondary");
    expect(secondary).toMatchObject({
      set_identifier: "secondary",
      failover_routing_policy: { type: "SECONDARY" },
      alias: { name: SECONDARY.dnsName, zone_id: SECONDARY.zoneId, evaluate_target_health: true },
      depends_on: ["aws_route53_record.names"],
    });
    expect(secondary.health_check_id).toBe("${one([][*].id)}");
  });

  test("the secondary goes by the latch alone where there is one", () => {
    const latched = names({ failover: pair({ latch: LATCH }) }).resource("aws_route53_record", "names_secondary");
    expect(latched).toMatchObject({
      health_check_id: "${one(aws_route53_health_check.names_secondary[*].id)}",
      alias: { evaluate_target_health: false },
    });
  });

  test("adding a latch changes no record of the primary", () => {
    const primaryOf = (failover: Failover) => names({ failover }).resource("aws_route53_record", "names");
    expect(primaryOf(pair({ latch: LATCH }))).toEqual(primaryOf(pair()));
  });

  test("a name keeps its address when it begins to move", () => {
    const stack = names({ failover: pair(), simple: { api: PRIMARY } });
    expect(stack.local("names_main_records")).toContain('join("/", pair) => merge({ name = pair[0]');
    expect(stack.local("names_moving")).toContain('join("/", pair) => { name = pair[0]');
  });

  test("IPv6 gives each name an AAAA record", () => {
    expect(names().local("names_record_types")).toBe('${false ? ["A", "AAAA"] : ["A"]}');
    expect(names({ ipv6: true }).local("names_record_types")).toBe('${true ? ["A", "AAAA"] : ["A"]}');
  });
});

describe("the zone", () => {
  test("queries go to an encrypted log group of us-east-1, which Route 53 may write to for this zone only", () => {
    const stack = names({ queryLogging: { retentionDays: 30 } });
    expect(stack.resource("aws_cloudwatch_log_group", "names_queries")).toMatchObject({
      name: "/aws/route53/${local.names_zone_name}",
      retention_in_days: 30,
      kms_key_id: "${one(aws_kms_key.names_queries[*].arn)}",
      lifecycle: { precondition: [{ condition: expect.stringContaining('aws = "us-east-1"') as string }] },
    });
    expect(stack.resource("aws_cloudwatch_log_resource_policy", "names_queries").policy_document).toContain(
      ":route53:::hostedzone/Z0123456789",
    );
    expect(stack.resource("aws_route53_query_log", "names")).toMatchObject({
      depends_on: ["aws_cloudwatch_log_resource_policy.names_queries"],
    });
  });

  test("the signing key is one that Route 53 takes, and only Route 53 may sign with it", () => {
    const stack = names({ dnssec: {} });
    const key = stack.resource("aws_kms_key", "names_dnssec");
    expect(key).toMatchObject({
      customer_master_key_spec: "ECC_NIST_P256",
      key_usage: "SIGN_VERIFY",
      deletion_window_in_days: 30,
    });
    expect(key.policy).toContain("dnssec-route53.amazonaws.com");
    expect(key.policy).toContain("aws:SourceArn");
    expect(stack.resource("aws_route53_key_signing_key", "names")).toMatchObject({
      lifecycle: { precondition: [{ condition: expect.stringContaining('aws = "us-east-1"') as string }] },
    });
  });

  test("a key of the caller signs, too", () => {
    const arn = "arn:aws:kms:us-east-1:123456789012:key/11111111-1111-1111-1111-111111111111";
    const stack = names({ dnssec: { kmsKey: { arn } } });
    expect(stack.count("aws_kms_key")).toBe(0);
    expect(stack.resource("aws_route53_key_signing_key", "names")).toMatchObject({ key_management_service_arn: arn });
  });
});

test("alarms watch the checks from us-east-1, where Route 53 writes its metrics", () => {
  const stack = names({ alarms: { topicArns: [TOPIC] } });
  expect(stack.resource("aws_cloudwatch_metric_alarm", "names_primary")).toMatchObject({
    alarm_name: "nimbus-primary",
    namespace: "AWS/Route53",
    metric_name: "HealthCheckStatus",
    dimensions: { HealthCheckId: "${one(aws_route53_health_check.names_primary[*].id)}" },
    comparison_operator: "LessThanThreshold",
    threshold: 1,
    lifecycle: { precondition: [{ condition: expect.stringContaining('aws = "us-east-1"') as string }] },
  });
});

test.each([
  ["@", "example.com"],
  ["www", "www.example.com"],
  ["*", "*.example.com"],
  ["www.example.com", "www.example.com"],
  ["example.com", "example.com"],
  ["example.org", "example.org"],
])("the whole name of %s", (name, whole) => {
  expect(wholeName(name, "example.com")).toBe(whole);
});

describe("what is refused", () => {
  const problemsOf = (props: Partial<DnsFailoverProps>): string => {
    try {
      names(props);
    } catch (error) {
      if (error instanceof InvalidInput) return error.message;
      throw error;
    }
    return "";
  };

  test.each<[string, Partial<DnsFailoverProps>, string]>([
    ["no zone", { zone: undefined }, "zone or newZone must be given, and not both"],
    ["two zones", { newZone: { name: "example.com" } }, "zone or newZone must be given, and not both"],
    [
      "a name outside of the zone",
      { failover: pair({ names: ["www.example.org"] }) },
      "must have only names of the zone",
    ],
    ["one that only ends alike", { failover: pair({ names: ["notexample.com"] }) }, "must have only names of the zone"],
    ["two labels, not whole", { simple: { "api.eu": PRIMARY } }, "must have only names of the zone"],
    ["a name twice", { failover: pair({ names: ["www", "www.example.com"] }) }, "must not have the same name twice"],
    ["the zone twice", { failover: pair({ names: ["@", "example.com"] }) }, "must not have the same name twice"],
    ["a name that moves and is simple", { simple: { "www.example.com": PRIMARY } }, "a name that simple has too"],
    [
      "a name that moves and is weighted",
      { weighted: { "example.com": { a: { ...PRIMARY, weight: 1 } } } },
      "a name that weighted has too",
    ],
    [
      "a name that is simple and weighted",
      { simple: { a: PRIMARY }, weighted: { "a.example.com": { a: { ...PRIMARY, weight: 1 } } } },
      "a name that weighted has too",
    ],
    ["a path without slash", { failover: pair({ healthCheck: { path: "healthz" } }) }, "must begin with a slash"],
    [
      "one load balancer twice",
      { failover: pair({ secondary: { ...PRIMARY, dnsName: PRIMARY.dnsName.toUpperCase() } }) },
      "must not have the same load balancer",
    ],
    [
      "a check of a name that moves",
      { failover: pair({ healthCheck: { fqdn: "www.example.com" } }) },
      "must not be checked under one of its own names",
    ],
    [
      "a latch in the primary's region",
      { failover: pair({ latch: { ...LATCH, region: "us-east-1" } }) },
      "must have its latch in another region",
    ],
    ["a high-resolution latch", { failover: pair({ latch: { ...LATCH, period: 10 } }) }, "must be between 60 and 3600"],
    ["a latch of half minutes", { failover: pair({ latch: { ...LATCH, period: 90 } }) }, "must be whole minutes"],
    [
      "two regions",
      { failover: pair({ healthCheck: { regions: ["us-west-1", "us-west-2"] } }) },
      "must have 3 to 8 items",
    ],
    [
      "an unknown region",
      { failover: pair({ healthCheck: { regions: ["eu-central-1"] as never } }) },
      "must be one of",
    ],
    ["an interval of 20 s", { failover: pair({ healthCheck: { interval: 20 as never } }) }, "must be one of 10, 30"],
    ["a weight of 256", { weighted: { w: { a: { ...PRIMARY, weight: 256 } } } }, "must be between 0 and 255"],
    ["weights of 0", { weighted: { w: { a: { ...PRIMARY, weight: 0 } } } }, "a weight above 0 for each name"],
    ["alarms on nothing", { failover: undefined, alarms: {} }, "failover is not, which alone has health checks"],
  ])("%s", (_name, props, message) => {
    expect(problemsOf(props)).toContain(message);
  });

  test("nothing of it when the zone is only known later", () => {
    const later = { id: Token.asString({ resolve: () => "x" }), name: Token.asString({ resolve: () => "y" }) };
    expect(problemsOf({ zone: later, failover: pair({ names: ["www.example.org", "www"] }) })).toBe("");
  });
});
