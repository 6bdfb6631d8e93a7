import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { Lb } from "@cdktf/provider-aws/lib/lb";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Wafv2WebAcl } from "@cdktf/provider-aws/lib/wafv2-web-acl";
import { App, LocalBackend } from "cdktf";
import type { Environment } from "../../environments/definition";
import { Stack, describeProblems, repeatedBlock, tf } from "../../kernel";
import { applyOverrides } from "../../wiring/overrides";
import { protectionOf, unchangeable } from "../../wiring/protected-attributes";
import { synthesizeApp } from "../synthesis";

const VISIBILITY = { cloudwatchMetricsEnabled: true, metricName: "x", sampledRequestsEnabled: true };

type Stated = Pick<Environment, "overrides" | "unsafeOverrides">;

/** Two stacks of one load balancer each, and a database in the first: the first as it is written, and what was refused. */
function laidOver(stated: Stated, name = "primary") {
  let problems: string[] = [];
  let said = "";
  const json = synthesizeApp((app: App) => {
    const stacks = ["primary", "standby"].map((id) => {
      const stack = new Stack(app, id);
      new LocalBackend(stack, { path: `${id}.tfstate` });
      new AwsProvider(stack, "aws", { region: "us-east-1" });
      new Lb(stack, "load_balancer", {
        name: "nimbus",
        tags: { Name: "nimbus" },
        subnets: ["subnet-0a"],
        idleTimeout: 60,
        accessLogs: { bucket: "logs", enabled: true },
      });
      if (id === "primary")
        new DbInstance(stack, "database", { instanceClass: "db.m7g.large", tags: tf`merge({ Name = "nimbus" }, {})` });
      if (id === "primary") {
        const acl = new Wafv2WebAcl(stack, "firewall", {
          scope: "REGIONAL",
          defaultAction: { allow: {} },
          visibilityConfig: VISIBILITY,
        });
        repeatedBlock(acl, "rule", tf`local.rules`, { name: "x" });
      }
      if (id === "primary") new Lb(stack, "unused", { count: 0 });
      return stack;
    });
    problems = applyOverrides(stacks, stated as Environment).map((one) => describeProblems("", [one]).trim());
    said = stacks
      .flatMap((stack) => stack.node.findAll().flatMap(({ node }) => node.metadata))
      .map(({ data }) => String(data))
      .join("\n");
    return stacks.find((stack) => stack.node.id === name) as Stack;
  });
  return { problems, said, resource: (type: string, id: string) => json.resource(type, id) };
}

const LB = "aws_lb.load_balancer";
const balancer = (attributes: NonNullable<Stated["overrides"]>[string]): Stated => ({
  overrides: { [LB]: attributes },
});

describe("an override", () => {
  test("sets an attribute that no input has, in every stack that has the address, and is said", () => {
    for (const stack of ["primary", "standby"]) {
      const { problems, said, resource } = laidOver(balancer({ idle_timeout: 120 }), stack);
      expect(problems).toEqual([]);
      expect(resource("aws_lb", "load_balancer")).toMatchObject({ idle_timeout: 120, name: "nimbus" });
      expect(said).toContain("aws_lb.load_balancer: idle_timeout is overridden: 120");
    }
  });

  test("is of one stack where that is named", () => {
    const stated = { overrides: { [`standby/${LB}`]: { idle_timeout: 120 } } };
    expect(laidOver(stated).resource("aws_lb", "load_balancer")).toMatchObject({ idle_timeout: 60 });
    expect(laidOver(stated, "standby").resource("aws_lb", "load_balancer")).toMatchObject({ idle_timeout: 120 });
  });

  test("leaves what it does not name of a block or a map, and takes the place of a list", () => {
    const stated = {
      ...balancer({ tags: { Team: "web" }, subnets: ["subnet-0b"] }),
      unsafeOverrides: [`${LB}.subnets`],
    };
    const unsafe = { ...balancer({ access_logs: { prefix: "x" } }), unsafeOverrides: [`${LB}.access_logs`] };
    expect(laidOver(stated).resource("aws_lb", "load_balancer")).toMatchObject({
      tags: { Name: "nimbus", Team: "web" },
      subnets: ["subnet-0b"],
    });
    const { access_logs: logs } = laidOver(unsafe).resource("aws_lb", "load_balancer");
    expect(logs).toEqual({ bucket: "logs", enabled: true, prefix: "x" });
  });

  test("is text where it looks like an expression", () => {
    const { resource } = laidOver(balancer({ tags: { Note: "${var.x}" } }));
    expect(resource("aws_lb", "load_balancer").tags).toMatchObject({ Note: "$${var.x}" });
  });

  test.each<[string, Stated, string]>([
    [
      "an address that nobody has",
      { overrides: { "aws_lb.load_balancr": { idle_timeout: 1 } } },
      'overrides["aws_lb.load_balancr"] is the address of no resource; the nearest are aws_lb.load_balancer',
    ],
    [
      "a stack that has no such address",
      { overrides: { "standby/aws_db_instance.database": { monitoring_interval: 1 } } },
      "is the address of no resource; the nearest are primary/aws_db_instance.database",
    ],
    [
      "a resource that is switched off",
      { overrides: { "aws_lb.unused": { idle_timeout: 1 } } },
      "is the address of no resource",
    ],
    [
      "an attribute that there is not",
      balancer({ idle_timout: 1 }),
      `overrides["${LB}"].idle_timout is no argument that can be set; the nearest are idle_timeout`,
    ],
    ["one that AWS sets", balancer({ dns_name: "x" }), "dns_name is no argument that can be set"],
    [
      "one of a block that there is not",
      { ...balancer({ access_logs: { bucke: "x" } }) },
      "access_logs.bucke is no argument that can be set; the nearest are bucket",
    ],
    [
      "what the resource is found by",
      balancer({ name: "other" }),
      "name cannot be overridden: resources, roles' rights",
    ],
    ["how many there are", balancer({ count: 2 }), "count cannot be overridden: it is Terraform's own"],
    ["a life cycle", balancer({ lifecycle: { ignore_changes: ["name"] } }), "is about life cycle"],
    [
      "a protection",
      balancer({ enable_deletion_protection: false }),
      `is about protection: if you mean it, name it in unsafeOverrides, "${LB}.enable_deletion_protection" (got false)`,
    ],
    ["encryption", { overrides: { "aws_db_instance.database": { storage_encrypted: false } } }, "is about encryption"],
    ["public access", { overrides: { "aws_db_instance.database": { publicly_accessible: true } } }, "is about access"],
    ["retention", { overrides: { "aws_db_instance.database": { backup_retention_period: 1 } } }, "is about retention"],
    ["logs that are switched off in a block", balancer({ connection_logs: { enabled: false } }), "is about access"],
    [
      "an opt-in for nothing",
      { ...balancer({ idle_timeout: 1 }), unsafeOverrides: [`${LB}.idle_timeout`] },
      "unsafeOverrides names nothing that needs it; leave it out",
    ],
  ])("is refused for %s", (_what, stated, message) => {
    const { problems, resource } = laidOver(stated);
    expect(problems).toEqual([expect.stringContaining(message)]);
    expect(resource("aws_lb", "load_balancer").idle_timeout).toBe(60);
  });

  test.each<[string, string, string, unknown]>([
    ["rights of a cache user", "aws_elasticache_user", "access_string", "on ~* +@all"],
    ["forced TLS", "aws_db_instance", "parameter_group_name", "default.postgres17"],
    ["a database in other subnets", "aws_db_instance", "db_subnet_group_name", "default"],
    ["plain HTTP", "aws_lb_listener", "default_action", [{ type: "forward" }]],
    ["tasks in other subnets", "aws_ecs_service", "network_configuration", { subnets: ["subnet-0a"] }],
    ["a way to the internet", "aws_route", "gateway_id", "igw-0a"],
    ["containers", "aws_ecs_task_definition", "container_definitions", "[]"],
    ["what stacks tell each other", "aws_ssm_parameter", "value", "x"],
    ["a watch that is off", "aws_scheduler_schedule", "state", "DISABLED"],
    ["a replication that is off", "aws_s3_bucket_replication_configuration", "rule", [{ status: "Disabled" }]],
    ["names that move", "aws_route53_health_check", "invert_healthcheck", true],
    ["tags of images that can be moved", "aws_ecr_repository", "image_tag_mutability", "MUTABLE"],
    ["headers that attack", "aws_lb", "drop_invalid_header_fields", false],
    ["a cache without its second node", "aws_elasticache_replication_group", "automatic_failover_enabled", false],
    ["logs of half of the traffic", "aws_flow_log", "traffic_type", "REJECT"],
    ["services without tasks", "aws_appautoscaling_target", "min_capacity", 0],
    ["alarms that tell nobody", "aws_cloudwatch_metric_alarm", "actions_enabled", false],
  ])("of %s needs a second word", (_what, type, argument, value) => {
    const arguments_ = [
      argument,
      ...(typeof value === "object" && value !== null ? Object.keys([value].flat()[0]) : []),
    ];
    const isFixed = unchangeable(argument, false) !== undefined;
    expect(isFixed || arguments_.some((one) => protectionOf(type, one) !== undefined)).toBe(true);
  });

  test.each([
    "idle_timeout",
    "client_keep_alive",
    "enable_http2",
    "tags",
    "description",
    "iops",
    "health_check_grace_period_seconds",
  ])("of %s needs none", (argument) => expect(protectionOf("aws_lb", argument)).toBeUndefined());

  test("lays tags over those that Terraform computes", () => {
    const { problems, resource } = laidOver({
      overrides: { "aws_db_instance.database": { tags: { CostCenter: "1" } } },
    });
    expect(problems).toEqual([]);
    expect(resource("aws_db_instance", "database").tags).toBe(
      '${merge(merge({ Name = "nimbus" }, {}), { CostCenter = "1" })}',
    );
  });

  test("takes the place of a block that the stack repeats", () => {
    const stated = {
      overrides: {
        "aws_db_instance.database": { timeouts: { create: "2h" } },
        "aws_wafv2_web_acl.firewall": { rule: [] },
      },
      unsafeOverrides: ["aws_wafv2_web_acl.firewall.rule"],
    };
    const { problems, resource } = laidOver(stated);
    expect(problems).toEqual([]);
    const acl = resource("aws_wafv2_web_acl", "firewall");
    expect([acl.rule, acl.dynamic]).toEqual([[], undefined]);
  });

  test("of a protection is taken where it is named", () => {
    const stated = {
      overrides: { "aws_db_instance.database": { backup_retention_period: 1 } },
      unsafeOverrides: ["aws_db_instance.database.backup_retention_period"],
    };
    const { problems, resource } = laidOver(stated);
    expect(problems).toEqual([]);
    expect(resource("aws_db_instance", "database").backup_retention_period).toBe(1);
  });
});
