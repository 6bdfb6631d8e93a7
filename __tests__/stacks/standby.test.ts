import { App } from "cdktf";
import { StandbyStack } from "../../stacks/standby";
import { Recovery } from "../../environments/definition/schema/recovery";
import { EnvironmentDefinition, checkEnvironment } from "../../environments/definition";
import production from "../fixtures/environments/production";
import { recovery } from "../environments/recovery";
import { SynthesizedStack, synthesizeApp } from "../synthesis";

const standby = (change: Partial<Recovery> = {}, more: Partial<EnvironmentDefinition> = {}): SynthesizedStack =>
  synthesizeApp((app: App) => {
    const wanted = { ...recovery, ...change };
    return new StandbyStack(
      app,
      { name: "standby", home: "recovery" },
      checkEnvironment("production", { ...production, ...more, recovery: wanted }),
    );
  });

const manifest = (stack: SynthesizedStack): string =>
  String(stack.resource("aws_ssm_parameter", "manifest").insecure_value);

/** Target groups that must have a healthy target before the latch decides. */
const waitsFor = (stack: SynthesizedStack): string[] =>
  String(stack.resource("aws_sfn_state_machine", "latch").definition).includes("Look at the services")
    ? (String(stack.local("latch_target_group_arns")).match(/aws_lb_target_group\.\w+/g) ?? [])
    : [];

/** The zones that have a NAT gateway: a condition on what is stated. */
const natZones = (stack: SynthesizedStack): string => String(stack.local("network_nat_zones"));

describe("the standby stack", () => {
  const stack = standby();
  const text = JSON.stringify(stack.json);

  test("is of the recovery region alone", () => {
    expect((stack.json.provider as Record<string, { region: string }[]>).aws).toEqual([
      expect.objectContaining({ region: "us-west-2" }),
    ]);
    expect(text).not.toMatch(/"[^"]*arn:aws:[a-z0-9-]+:us-east-1:/);
  });

  test("runs nothing that costs by the hour but the load balancer", () => {
    for (const type of [
      "aws_ecs_service",
      "aws_ecs_task_definition",
      "aws_db_instance",
      "aws_elasticache_replication_group",
    ])
      expect([type, stack.count(type)]).toEqual([type, 0]);
    expect(natZones(stack)).toContain('"none" == "none" ? []');
  });

  test("prepares each service: roles, log group, security group, target group, listener rule", () => {
    expect(Object.keys(stack.resources("aws_iam_role"))).toEqual(
      expect.arrayContaining(["web_task", "web_execution", "monitoring"]),
    );
    expect(stack.count("aws_lb_target_group")).toBe(1);
    expect(stack.count("aws_lb_listener_rule")).toBe(1);
    expect(Object.keys(stack.resources("aws_cloudwatch_log_group"))).toContain("web_logs");
  });

  test("bounds the role of the restored database by what the database states", () => {
    const arn = "arn:aws:iam::123456789012:policy/platform";
    const { database = {} } = production;
    const bounded = standby({}, { database: { ...database, permissionsBoundary: { arn } } } as typeof production);
    // Over the environment's own, which bounds all other roles.
    expect(String(bounded.resource("aws_iam_role", "monitoring").permissions_boundary)).toContain(`coalesce("${arn}"`);
    expect(String(stack.resource("aws_iam_role", "monitoring").permissions_boundary)).not.toContain("coalesce");
  });

  test("gives services their rights to what dr will restore, before it is there", () => {
    const statements = String(stack.local("web_task_statements"));
    expect(statements).toContain("elasticache:Connect");
    expect(statements).toContain(":replicationgroup:nimbus-production-dr");
    expect(statements).toContain('local.lifelines.buckets[\\"uploads\\"].arn'.replaceAll("\\", ""));
  });

  test("makes no record that the primary's certificate has made already", () => {
    expect(stack.count("aws_acm_certificate")).toBe(1);
    expect(String(stack.local("certificate_zone_ids"))).toContain("if false");
  });

  test("makes the decision which region serves, which waits for each service that users reach", () => {
    expect(stack.resource("aws_ssm_parameter", "latch")).toMatchObject({
      name: expect.stringContaining("/holdfast/nimbus-production/serving-region") as string,
      insecure_value: "us-east-1",
    });
    expect(stack.resource("aws_cloudwatch_metric_alarm", "latch")).toMatchObject({
      alarm_name: "nimbus-production-latch",
      metric_name: "ServedByRecovery",
    });
    expect(waitsFor(stack)).toEqual(["aws_lb_target_group.web"]);
  });

  test.each<[string, Partial<Recovery>]>([
    ["that a person takes", { switch: "confirmed" }],
    ["where no service runs a task", { services: { web: { desiredCount: 0, scaling: undefined } } }],
  ])("leaves a decision alone %s", (_name, change) => {
    const latched = standby(change);
    expect(waitsFor(latched)).toEqual([]);
    expect(String(latched.resource("aws_iam_role_policy", "latch").policy)).not.toContain("ssm:PutParameter");
  });

  test("tells edge what the latch watches, so that Route 53 reads the alarm again when it changes", () => {
    expect(manifest(stack)).toMatch(/latch_settings = jsonencode\(\[.*ServedByRecovery.*nimbus-production-latch/s);
  });

  test("tells dr what it must know, and no secret", () => {
    for (const part of [
      "vpc_id",
      "listener_arn",
      "cluster_arn",
      "monitoring_role_arn",
      "task_role_arn",
      "target_group_arn",
    ])
      expect(manifest(stack)).toContain(part);
    expect(stack.resource("aws_ssm_parameter", "manifest")).toMatchObject({
      name: "/holdfast/nimbus-production/standby",
    });
    expect(stack.json).not.toHaveProperty("ephemeral");
  });

  test("is refused before the primary stack has shipped anything", () => {
    expect(stack.local("problems")).toContain("deploy the primary stack first");
    expect(stack.local("lifelines")).toContain("data.aws_partition.ready.id");
  });

  test("shows on a dashboard how old the copies are", () => {
    expect(String(stack.resource("aws_cloudwatch_dashboard", "dashboard").dashboard_body)).toContain("DatabaseCopyAge");
  });
});

test("alarms of the firewall and keys of the primary region are left there", () => {
  const topic = "arn:aws:sns:us-east-1:123456789012:operations";
  const key = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000";
  const stated = standby(
    {},
    {
      firewall: { ...production.firewall, alarms: { topicArns: [topic] }, logKmsKey: { arn: key } },
      cluster: { kmsKey: { arn: key } },
    },
  );
  const text = JSON.stringify(stated.json);
  expect(text).not.toContain(topic);
  expect(text).not.toContain(key);
});

describe("what the environment states for the recovery region alone", () => {
  test("replaces what it states of a service and of the load balancer", () => {
    const stack = standby({
      services: { web: { routing: { priority: 7, paths: ["/*"] } } },
      loadBalancer: { idleTimeout: 90 },
    });
    expect(stack.resource("aws_lb_listener_rule", "priority_7")).toMatchObject({ priority: 7 });
    expect(stack.resource("aws_lb", "load_balancer")).toMatchObject({ idle_timeout: 90 });
  });
});

describe("what stands by warm", () => {
  test("NAT gateways", () => {
    expect(natZones(standby({ warm: ["nat"] }))).toContain('"per_zone" == "none" ? []');
  });

  test("the cache, of which dr is told", () => {
    const stack = standby({ warm: ["cache"] });
    expect(stack.count("aws_elasticache_replication_group")).toBe(1);
    expect(manifest(stack)).toContain("aws_elasticache_replication_group.cache");
  });
});
