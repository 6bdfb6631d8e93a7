import { App } from "cdktf";
import { Environment, checkEnvironment } from "../../../environments/definition";
import { loadEnvironment } from "../../../tools/environments";
import { FIXTURES } from "../../fixtures";
import production from "../../fixtures/environments/production";
import { PrimaryStack } from "../../../stacks/primary";
import { recovery } from "../../environments/recovery";
import { SynthesizedStack, synthesizeApp } from "../../synthesis";

const NAMES = ["development", "production", "staging"];

const primary = (environment: Environment): SynthesizedStack =>
  synthesizeApp((app: App) => new PrimaryStack(app, { name: "primary", home: "primary" }, environment));

const environmentOf = (name: string): Environment => loadEnvironment(name, FIXTURES).environment;
const named = (name: string): SynthesizedStack => primary(environmentOf(name));

describe.each(NAMES)("the primary stack of %s", (name) => {
  const stack = named(name);
  const text = JSON.stringify(stack.json);

  test("is the same, byte for byte, when it is made again", () => {
    expect(JSON.stringify(named(name).json)).toBe(text);
  });

  test("reads no other stack's state", () => {
    expect(stack.json.data).not.toHaveProperty("terraform_remote_state");
  });

  test("has one provider of its own region and account, and another for its lifelines alone", () => {
    const own = expect.objectContaining({ region: "us-east-1", allowed_account_ids: ["123456789012"] }) as object;
    const other = expect.objectContaining({ alias: "recovery", region: "us-west-2" }) as object;
    const { recovery: stated } = environmentOf(name);
    expect((stack.json.provider as Record<string, object[]>).aws).toEqual(stated ? [own, other] : [own]);
  });

  test("keeps its state apart from that of every other environment", () => {
    expect(JSON.stringify((stack.json.terraform as { backend: object }).backend)).toMatch(
      new RegExp(`terraform[.]${name}[.]primary[.]tfstate|"key":"${name}/primary[.]tfstate"`),
    );
  });

  test("names no folder of this machine", () => {
    expect(text).not.toContain(process.cwd());
  });
});

describe("a failback", () => {
  const database = production.database!;
  const origin = { snapshot: { id: "nimbus-production-failback-1" } };
  const checked = (stated: object) =>
    checkEnvironment("production", { ...production, database: { ...database, ...stated } });
  const stack = primary(checked({ origin, replacements: 1 }));
  const conditions = JSON.stringify(stack.resource("terraform_data", "database_safeguard").lifecycle);

  test("looks at the snapshot, at the database, and at the tasks of both regions", () => {
    expect(stack.json.data).toMatchObject({
      aws_db_snapshot: { database_origin_snapshot: { db_snapshot_identifier: "nimbus-production-failback-1" } },
      aws_db_instances: { existing: { filter: [{ name: "db-instance-id", values: ["nimbus-production"] }] } },
      aws_ecs_cluster: {
        tasks_us_east_1: { cluster_name: "nimbus-production" },
        tasks_us_west_2: { cluster_name: "nimbus-production-dr", provider: "aws.recovery" },
      },
    });
  });

  test("is refused while tasks run in either region, with what to do", () => {
    expect(conditions).toMatch(/tasks run in the cluster nimbus-production of us-east-1.*state active/);
    expect(conditions).toMatch(/tasks run in the cluster nimbus-production-dr of us-west-2.*take a new snapshot/);
  });

  test("takes over the database that a killed run has begun", () => {
    expect(stack.json.import).toEqual([expect.objectContaining({ to: "aws_db_instance.database" })]);
  });

  test("asks for none of this in peace", () => {
    const { json } = primary(checked({ replacements: 1 }));
    expect(json.import).toBeUndefined();
    for (const type of ["aws_db_snapshot", "aws_db_instances", "aws_ecs_cluster"])
      expect(json.data).not.toHaveProperty(type);
  });

  test("looks at nothing else where there is no recovery region", () => {
    const { recovery: _region, ...without } = production;
    const alone = checkEnvironment("production", { ...without, database: { ...database, origin, replacements: 1 } });
    const { json } = primary(alone);
    expect(json.data).toHaveProperty("aws_db_instances");
    expect(json.data).not.toHaveProperty("aws_ecs_cluster");
  });
});

describe("production", () => {
  const stack = named("production");

  test("has readable addresses, which are relied upon", () => {
    expect(stack.resource("aws_vpc", "network")).toBeDefined();
    expect(stack.resource("aws_subnet", "network_private")).toBeDefined();
    expect(stack.resource("aws_lb", "load_balancer")).toBeDefined();
    expect(stack.resource("aws_ecs_cluster", "cluster")).toBeDefined();
    expect(stack.resource("aws_ecs_service", "web")).toBeDefined();
  });

  test("puts the load balancer into the public tier and the tasks into the private one", () => {
    expect(stack.resource("aws_lb", "load_balancer").subnets).toContain("network_public");
    expect(JSON.stringify(stack.resource("aws_ecs_service", "web").network_configuration)).toContain("network_private");
  });

  test("lets the load balancer reach the tasks at their port, and only there", () => {
    const rules = Object.values(stack.resources("aws_vpc_security_group_egress_rule"));
    const fromBalancer = rules.filter((rule) => String(rule.security_group_id).includes("load_balancer"));
    expect(fromBalancer.filter((rule) => !("for_each" in rule))).toEqual([
      expect.objectContaining({ from_port: 3000, to_port: 3000 }),
    ]);
  });
});

describe("an environment with a bucket for its state", () => {
  const environment = checkEnvironment("production", {
    ...production,
    state: { buckets: { "us-east-1": "nimbus-state" } },
  });

  test("locks it with S3's own lock, under a key of its own", () => {
    expect(primary(environment).json.terraform).toMatchObject({
      backend: { s3: { bucket: "nimbus-state", key: "production/primary.tfstate", use_lockfile: true } },
    });
  });
});

describe("what Terraform leaves to others", () => {
  test.each([
    [undefined, ["desired_count"]],
    [
      ["desired_count", "task_definition"],
      ["desired_count", "task_definition"],
    ],
    [[], undefined],
  ] as const)("%j", (unmanaged, ignored) => {
    const services = { web: { ...production.services.web, unmanaged } };
    const stack = primary(checkEnvironment("production", { ...production, services }));
    const { lifecycle } = stack.resource("aws_ecs_service", "web") as { lifecycle?: { ignore_changes?: string[] } };
    expect(lifecycle?.ignore_changes).toEqual(ignored);
  });
});

describe("several services behind one load balancer", () => {
  const { web } = production.services;
  const environment = checkEnvironment("production", {
    ...production,
    // A user pool is of one region.
    recovery: undefined,
    loadBalancer: { ...production.loadBalancer, httpsEgress: true },
    services: {
      web,
      api: { ...web, uses: {}, routing: { priority: 10, hosts: ["tasks.example.com"], paths: ["/api/*"] } },
      admin: {
        ...web,
        uses: {},
        routing: { priority: 20, hosts: ["admin.example.com"], stickiness: { duration: 3600 } },
        authenticate: {
          userPoolArn: "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a1B2c3D4e",
          userPoolClientId: "1example23456789",
          userPoolDomain: "nimbus",
        },
      },
    },
  });
  const stack = primary(environment);
  const rule = (priority: number): string =>
    JSON.stringify(stack.resource("aws_lb_listener_rule", `priority_${priority}`));

  test("are told apart by host and path, in the order of their priorities", () => {
    expect(stack.count("aws_lb_listener_rule")).toBe(3);
    expect(stack.resource("aws_lb_listener_rule", "priority_10")).toMatchObject({ priority: 10 });
    expect(JSON.stringify(stack.local("api_routing_hosts"))).toContain("tasks.example.com");
    expect(JSON.stringify(stack.local("api_routing_paths"))).toContain("/api/*");
    expect(JSON.stringify(stack.local("admin_routing_hosts"))).toContain("admin.example.com");
  });

  test("have their users sign in, and stick to a task, each for itself", () => {
    expect(rule(20)).toContain("authenticate-cognito");
    expect(rule(10)).not.toContain('["authenticate-cognito"');
    expect(stack.resource("aws_lb_target_group", "admin").stickiness).toMatchObject({ enabled: true });
    expect(stack.resource("aws_lb_target_group", "api").stickiness).toMatchObject({ enabled: false });
    expect(stack.resource("aws_vpc_security_group_egress_rule", "load_balancer_https")).toMatchObject({ to_port: 443 });
  });
});

describe("an internal load balancer", () => {
  test("is put into the private tier", () => {
    const environment = checkEnvironment("production", {
      ...production,
      loadBalancer: { ...production.loadBalancer, internal: true },
    });
    expect(primary(environment).resource("aws_lb", "load_balancer").subnets).toContain("network_private");
  });
});

describe("while the recovery region serves", () => {
  const fenced = primary(
    checkEnvironment("production", { ...production, recovery: { ...recovery, active: "recovery" } }),
  );

  test("no service of the primary region runs a task, and scaling holds it there", () => {
    const targets = Object.values(fenced.resources("aws_appautoscaling_target"));
    expect(targets).not.toHaveLength(0);
    for (const target of targets) expect(target).toMatchObject({ min_capacity: 0, max_capacity: 0 });
    expect(fenced.count("aws_appautoscaling_policy")).toBe(0);
  });
});

test.each(["to-string", "valueof", "prototype"])("a service may be called %s", (name) => {
  const services = { ...production.services, [name]: { ...production.services.web, routing: undefined } };
  const stack = primary(checkEnvironment("production", { ...production, services }));
  expect(Object.keys(stack.resources("aws_ecs_service"))).toHaveLength(2);
});

test("what is null is not there: the stack is the same", () => {
  const { web } = production.services;
  const nulls = { displayName: null, registry: production.registry ?? null, formerRecoveryRegion: null };
  const services = { web: { ...web, taskRole: null, exec: web.exec ?? null, uses: { ...web.uses, cache: null } } };
  const without = { web: { ...web, uses: { ...web.uses, cache: undefined } } };
  const stated = { ...production, ...nulls, services } as unknown as typeof production;
  expect(primary(checkEnvironment("production", stated)).json).toEqual(
    primary(checkEnvironment("production", { ...production, displayName: undefined, services: without })).json,
  );
});

test("a service with exec may use the key and the log group of the cluster's sessions", () => {
  const { web } = production.services;
  const stack = primary(
    checkEnvironment("production", { ...production, services: { web: { ...web, exec: {}, readonlyRoot: false } } }),
  );
  const rights = String(stack.resource("aws_iam_role_policy", "web_task").policy);
  expect(rights).toMatch(/ExecKey[^]*aws_kms_key\.cluster/);
  expect(rights).toMatch(/ExecLogs[^]*aws_cloudwatch_log_group\.cluster_exec\.arn/);
});

test("the roles are bounded where the environment is deployed by a role, by its own boundary or by one that is stated", () => {
  const arn = "arn:aws:iam::123456789012:policy/platform";
  const { web } = production.services;
  const deployment = { github: { repository: "nimbus/tasks", branches: ["main"] } };
  const bounded = (more: object) =>
    primary(checkEnvironment("production", { ...production, state: {}, ...more })).resources("aws_iam_role");
  const own = "arn:aws:iam::123456789012:policy/nimbus-production-boundary";
  const roles = Object.values(bounded({ deployment }));
  expect(roles.length).toBeGreaterThan(3);
  for (const role of roles) expect(String(role.permissions_boundary)).toContain(own);
  const stated = bounded({ deployment, services: { web: { ...web, permissionsBoundary: { arn } } } });
  expect(String(stated.web_task.permissions_boundary)).toMatch(/coalesce\([^]*nimbus-production-boundary/);
  for (const role of Object.values(bounded({ deployment: undefined })))
    expect(String(role.permissions_boundary)).not.toContain(own);
});
