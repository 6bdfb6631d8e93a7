import { Firewall, FirewallProps } from "../../modules/firewall";
import { CountedInputs, capacityOf } from "../../modules/firewall/capacity";
import { GROUP_INPUTS, MANAGED_GROUPS } from "../../modules/firewall/managed-groups";
import { firewallInputs } from "../../modules/firewall/inputs";
import { SynthesizedStack, synthesize } from "../synthesis";

const example: FirewallProps = { name: "nimbus" };
const TOPIC = "arn:aws:sns:us-east-1:123456789012:alarms";
const LOAD_BALANCER = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/nimbus/0a1b2c3d4e5f6a7b";

const firewall = (props: Partial<FirewallProps> = {}): SynthesizedStack =>
  synthesize((stack) => new Firewall(stack, "firewall", { ...example, ...props }));
const text = (value: unknown): string => JSON.stringify(value);

interface Rule {
  readonly for_each: unknown;
  readonly content: Record<string, unknown> & { readonly name: string; readonly priority: unknown };
}

const aclOf = (props?: Partial<FirewallProps>) => firewall(props).resource("aws_wafv2_web_acl", "firewall");
const rulesOf = (props?: Partial<FirewallProps>): Rule[] => {
  const { dynamic } = aclOf(props) as { dynamic: { rule: Rule[] } };
  return dynamic.rule;
};
const ruleOf = (name: string, props?: Partial<FirewallProps>): Rule => {
  const found = rulesOf(props).find(({ content }) => content.name === name);
  if (!found) throw new Error(`no rule ${name}`);
  return found;
};

describe("what is made", () => {
  test.each<[string, Partial<FirewallProps>, Record<string, number>]>([
    [
      "by default",
      {},
      {
        aws_wafv2_web_acl: 1,
        aws_wafv2_ip_set: 6,
        aws_wafv2_web_acl_logging_configuration: 1,
        aws_cloudwatch_log_group: 1,
        aws_cloudwatch_log_resource_policy: 1,
        aws_kms_key: 1,
        aws_cloudwatch_metric_alarm: 0,
      },
    ],
    ["without logs", { logs: false }, { aws_wafv2_web_acl_logging_configuration: 0, aws_cloudwatch_log_group: 0 }],
    [
      "with a destination of the caller",
      { logDestination: { arn: "arn:aws:s3:::aws-waf-logs-nimbus" } },
      { aws_wafv2_web_acl_logging_configuration: 1, aws_cloudwatch_log_group: 0, aws_kms_key: 0 },
    ],
    [
      "with a key of the caller",
      { logKmsKey: { arn: "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000" } },
      { aws_cloudwatch_log_group: 1, aws_kms_key: 0 },
    ],
    ["with an alarm", { alarms: { topicArns: [TOPIC] } }, { aws_cloudwatch_metric_alarm: 1 }],
  ])("%s", (_name, props, counts) => {
    const stack = firewall(props);
    expect(Object.fromEntries(Object.keys(counts).map((type) => [type, stack.count(type)]))).toEqual(counts);
  });

  test("the lists' IP sets are there even when they are empty: AWS deletes none that a web ACL names", () => {
    expect(Object.keys(firewall().resources("aws_wafv2_ip_set")).sort()).toEqual(
      ["allowed", "blocked", "internal"].flatMap((list) => [`firewall_${list}_ipv4`, `firewall_${list}_ipv6`]),
    );
  });

  test("the new web ACL is there before the old one goes", () => {
    expect(aclOf()).toMatchObject({ lifecycle: { create_before_destroy: true } });
  });
});

describe("the scope", () => {
  test("is regional by default, and nothing is inspected beyond what a load balancer shows", () => {
    const acl = aclOf();
    expect(acl).toMatchObject({ scope: "REGIONAL" });
    expect(acl).not.toHaveProperty("association_config");
  });

  test("of CloudFront counts in all parts, and needs us-east-1", () => {
    const stack = firewall({ scope: "cloudfront", bodyInspection: 32 });
    const acl = stack.resource("aws_wafv2_web_acl", "firewall");
    expect(acl).toMatchObject({
      scope: "CLOUDFRONT",
      association_config: { request_body: { cloudfront: { default_size_inspection_limit: '${"KB_${32}"}' } } },
      lifecycle: {
        precondition: [
          {
            condition: '${"cloudfront" == "regional" || data.aws_region.firewall_current.id == "us-east-1"}',
            error_message: expect.stringContaining("Give the module a provider of us-east-1") as string,
          },
        ],
      },
    });
    for (const set of Object.values(stack.resources("aws_wafv2_ip_set"))) expect(set.scope).toBe("CLOUDFRONT");
  });
});

describe("rules", () => {
  test("have their fixed places", () => {
    const places = rulesOf({ geo: { mode: "block", countries: ["KP"] } }).map(({ content }) => [
      content.name,
      content.priority,
    ]);
    expect(places).toEqual([
      ["internal-paths", 0],
      ["block-list", 10],
      ["allow-list", 20],
      ["geo", 30],
      ["body-size", 40],
      ["query-string-size", 41],
      ["uri-path-size", 42],
      ["rate-limit-${rule.key}", "${100 + rule.value.priority}"],
      ["${rule.key}", "${rule.value.priority}"],
      ["rule-group-${rule.key}", "${400 + rule.value.priority}"],
    ]);
    const groups = GROUP_INPUTS.map((group) => MANAGED_GROUPS[group].priority);
    expect(new Set(groups).size).toBe(groups.length);
  });

  test("internal paths are refused, decoded and in lower case, to all but the named addresses", () => {
    const { content } = ruleOf("internal-paths", { internalPathCidrs: ["203.0.113.0/24"] });
    expect(content).toMatchObject({
      action: { block: { custom_response: { response_code: 404 } } },
      statement: {
        and_statement: {
          statement: [
            {
              regex_match_statement: {
                field_to_match: { uri_path: {} },
                text_transformation: [{ type: "URL_DECODE" }, { type: "NORMALIZE_PATH" }, { type: "LOWERCASE" }],
              },
            },
            {
              not_statement: {
                statement: { ip_set_reference_statement: { arn: expect.stringContaining("ipv4") as string } },
              },
            },
            {
              not_statement: {
                statement: { ip_set_reference_statement: { arn: expect.stringContaining("ipv6") as string } },
              },
            },
          ],
        },
      },
    });
  });

  test("internal paths and the block list refuse even while the rest counts", () => {
    for (const rule of ["internal-paths", "block-list"]) {
      expect(ruleOf(rule, { countOnly: true }).content.action).toMatchObject({ block: {} });
      expect(ruleOf(rule, { countOnly: true }).content.action).not.toHaveProperty("dynamic");
    }
    for (const rule of ["geo", "body-size"]) {
      const { content } = ruleOf(rule, { countOnly: true, geo: { mode: "allow", countries: ["DE"] } });
      expect(text(content.action)).toContain("true ||");
    }
  });

  test("a request over a rate limit is told so", () => {
    const limits = rulesOf({ rateLimits: { login: { priority: 0, limit: 10 } } })[6];
    expect(limits.for_each).toBe("${local.firewall_rate_limits}");
    expect(text(limits.content)).toContain('"response_code":"${rule.value.status}"');
  });

  test("addresses are read from a header only when that is asked for", () => {
    expect(text(rulesOf())).not.toContain("header_name");
    const behind = text(rulesOf({ forwardedIp: {}, rateLimits: { all: { priority: 0, limit: 100 } } }));
    expect(behind).toContain('"header_name":"X-Forwarded-For"');
    expect(behind).toContain("FORWARDED_IP");
  });

  test("no country is asked for by default", () => {
    expect(rulesOf().map(({ content }) => content.name)).not.toContain("geo");
  });

  test.each<[FirewallProps["defaultAction"], object]>([
    ["allow", { allow: {} }],
    ["block", { block: { custom_response: { response_code: 403 } } }],
  ])("what no rule stops: %s", (defaultAction, expected) => {
    expect(aclOf({ defaultAction }).default_action).toMatchObject(expected);
  });

  test("a plan warns of a name in rule_actions that AWS's group does not have", () => {
    const stack = firewall({ common: { ruleActions: { SizeRestriction_BODY: "count" } } });
    expect(stack.json).toMatchObject({
      check: { firewall_rule_actions: { assert: { condition: expect.any(String) as string } } },
    });
    expect(text(stack.local("firewall_managed_rules"))).toContain("SizeRestrictions_BODY");
  });
});

describe("logs", () => {
  const logging = (props: Partial<FirewallProps> = {}) =>
    firewall(props).resource("aws_wafv2_web_acl_logging_configuration", "firewall");

  test("leave out what lets a reader act as the client", () => {
    expect(logging()).toMatchObject({
      dynamic: { redacted_fields: { content: { single_header: { name: "${redacted_fields.value}" } } } },
    });
    expect(text(logging({ redactQueryString: true }))).toContain("query_string");
    expect(text(logging())).not.toContain("query_string");
  });

  test.each<[FirewallProps["logFilter"], boolean]>([
    ["all", false],
    ["matched", true],
    ["blocked", true],
  ])("%s", (logFilter, filtered) => {
    expect("logging_filter" in logging({ logFilter })).toBe(filtered);
  });

  test("go to a group of the one name that AWS WAF takes, under a key of its own", () => {
    expect(firewall().resource("aws_cloudwatch_log_group", "firewall_logs")).toMatchObject({
      name: "aws-waf-logs-nimbus",
      retention_in_days: 365,
      kms_key_id: "${one(aws_kms_key.firewall_logs[*].arn)}",
    });
  });
});

test("the alarm finds the metric: with the region for a load balancer, without for CloudFront", () => {
  const dimensions = (scope: FirewallProps["scope"]) =>
    firewall({ scope, alarms: { topicArns: [TOPIC] } }).resource(
      "aws_cloudwatch_metric_alarm",
      "firewall_blocked_requests",
    ).dimensions;
  expect(dimensions("regional")).toContain("Region");
  expect(dimensions("cloudfront")).not.toContain("Region");
});

test("protect is the twin of protected_resources", () => {
  const stack = synthesize((scope) => new Firewall(scope, "firewall", example).protect("web", LOAD_BALANCER));
  expect(stack.resource("aws_wafv2_web_acl_association", "firewall_this_web")).toMatchObject({
    resource_arn: LOAD_BALANCER,
    web_acl_arn: "${aws_wafv2_web_acl.firewall.arn}",
  });
});

describe("capacity", () => {
  const capacity = (props: Partial<FirewallProps>): number => {
    const fields = firewallInputs.fields;
    const complete = Object.fromEntries(
      Object.entries(fields).map(([name, type]) => [
        name,
        type.complete((props as Record<string, unknown>)[name] ?? type.defaultValue),
      ]),
    );
    return capacityOf(complete as unknown as CountedInputs);
  };

  test.each<[string, Partial<FirewallProps>, number]>([
    ["by default", {}, 4 + 35 + 25 + 200 + 700 + 200 + 200],
    ["fewer groups", { sqlDatabase: { enabled: false }, linux: { enabled: false } }, 4 + 35 + 25 + 200 + 700],
    ["no internal paths", { internalPaths: [] }, 4 + 1325],
    ["a limit for each address", { rateLimits: { all: { priority: 0, limit: 100 } } }, 1364 + 2],
    [
      "a limit for each session",
      { rateLimits: { all: { priority: 0, limit: 100, by: "cookie", key: "s" } } },
      1364 + 32,
    ],
    ["on paths", { rateLimits: { all: { priority: 0, limit: 100, paths: ["/login"], methods: ["POST"] } } }, 1364 + 38],
    ["sizes", { sizeLimits: { body: 8192, queryString: 0, bodyExceptPaths: ["/up/*"] } }, 1364 + 2 + 33],
    ["countries", { geo: { mode: "allow", countries: ["DE"] } }, 1364 + 1],
    ["further groups", { managedGroups: { php: { priority: 0, name: "PHP", capacity: 100 } } }, 1364 + 100],
  ])("%s", (_name, props, expected) => expect(capacity(props)).toBe(expected));
});

describe("bad input", () => {
  const limit = (change: object): Partial<FirewallProps> => ({
    rateLimits: { login: { priority: 0, limit: 100, ...change } },
  });

  test.each<[string, Partial<FirewallProps>, string | RegExp]>([
    ["a limit below AWS's", limit({ limit: 9 }), "must be between 10 and 2000000000 requests"],
    ["a window that AWS lacks", limit({ window: 30 }), "must be one of 300, 60, 120, 600"],
    ["a limit by nothing", limit({ by: "header" }), "must have key"],
    [
      "one place twice",
      { rateLimits: { a: { priority: 1, limit: 10 }, b: { priority: 1, limit: 10 } } },
      "a priority each",
    ],
    ["an unknown body", limit({ responseBody: "slow" }), "a key of customResponseBodies"],
    ["all addresses", { allowList: ["0.0.0.0/0"] }, "not all addresses"],
    ["an address without a mask", { blockList: ["203.0.113.7"] }, "one address is a block of /32"],
    [
      "a country's name",
      { geo: { mode: "allow", countries: ["Germany"] } },
      "must be the code of a country, two capitals",
    ],
    ["a body longer than it sees", { sizeLimits: { body: 65_536 } }, "at most 8192 with scope regional"],
    ["an internal path without slash", { internalPaths: ["metrics"] }, "must begin with a slash"],
    ["too many rules", { capacityLimit: 1000 }, "less than the WCU that the rules take"],
    ["a log bucket of another name", { logDestination: { arn: "arn:aws:s3:::logs" } }, "aws-waf-logs-"],
    [
      "a load balancer for a web ACL of CloudFront",
      { scope: "cloudfront", protectedResources: { web: LOAD_BALANCER } },
      "must be empty with scope cloudfront",
    ],
  ])("%s", (_name, props, message) => expect(() => firewall(props)).toThrow(message));
});
