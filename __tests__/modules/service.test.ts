import { raw } from "../../kernel";
import { Service, ServiceOptions, ServiceProps } from "../../modules/service";
import { SynthesizedStack, synthesize } from "../synthesis";

/** A worker: what is required, and no more. */
const worker: ServiceProps = {
  name: "worker",
  cluster: { name: "nimbus", arn: "arn:aws:ecs:us-east-1:123456789012:cluster/nimbus" },
  vpcId: "vpc-0a1b2c3d",
  subnetIds: ["subnet-0a1b2c3d", "subnet-1b2c3d4e"],
  image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/worker:1.4.2",
};
const web: ServiceProps = { ...worker, ...Service.definition.example };
const KEY = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000";

const service = (props: ServiceProps, options?: ServiceOptions): SynthesizedStack =>
  synthesize((stack) => new Service(stack, "web", props, options));
const text = (value: unknown): string => JSON.stringify(value);

describe("what is made", () => {
  test.each<[string, ServiceProps, Record<string, number>]>([
    ["a worker", worker, { aws_lb_target_group: 0, aws_lb_listener_rule: 0, aws_appautoscaling_policy: 0 }],
    ["a worker is closed", worker, { aws_cloudwatch_metric_alarm: 0, aws_iam_role: 2, aws_kms_key: 1 }],
    ["a web service", web, { aws_lb_target_group: 1, aws_lb_listener_rule: 1, aws_appautoscaling_policy: 1 }],
    [
      "alarms of a worker",
      { ...worker, alarms: { topicArns: ["arn:aws:sns:us-east-1:123456789012:alarms"] } },
      { aws_cloudwatch_metric_alarm: 2 },
    ],
    [
      "alarms of a web service",
      { ...web, alarms: { topicArns: ["arn:aws:sns:us-east-1:123456789012:alarms"] } },
      { aws_cloudwatch_metric_alarm: 4 },
    ],
    [
      "roles of the caller",
      {
        ...worker,
        taskRole: { arn: "arn:aws:iam::123456789012:role/task" },
        executionRole: { arn: "arn:aws:iam::123456789012:role/execution" },
      },
      { aws_iam_role: 0, aws_iam_role_policy: 0 },
    ],
    ["a key of the caller", { ...worker, logKmsKey: { arn: KEY } }, { aws_kms_key: 0, aws_kms_alias: 0 }],
    [
      "no way out",
      { ...worker, httpsEgress: false },
      { aws_vpc_security_group_egress_rule: 1, aws_vpc_security_group_ingress_rule: 1 },
    ],
    [
      "all that can be tracked",
      {
        ...web,
        scaling: { minimum: 1, maximum: 4, cpu: { target: 70 }, memory: { target: 80 }, requests: { target: 1000 } },
      },
      { aws_appautoscaling_policy: 3 },
    ],
    [
      "a worker that scales by a queue",
      { ...worker, scaling: { minimum: 0, maximum: 4 }, backlog: { queueName: "nimbus-mails", target: 50 } },
      { aws_appautoscaling_policy: 1 },
    ],
  ])("%s", (_name, props, counts) => {
    const stack = service(props);
    expect(Object.fromEntries(Object.keys(counts).map((type) => [type, stack.count(type)]))).toEqual(counts);
  });
});

describe("the count", () => {
  test("without scaling begins and ends at the desired count", () => {
    expect(service({ ...worker, desiredCount: 3 }).resource("aws_appautoscaling_target", "web")).toMatchObject({
      min_capacity: 3,
      max_capacity: 3,
    });
  });

  test("with scaling starts at the minimum", () => {
    const stack = service(web);
    expect(stack.resource("aws_ecs_service", "web")).toMatchObject({ desired_count: 2 });
    expect(stack.resource("aws_appautoscaling_target", "web")).toMatchObject({ min_capacity: 2, max_capacity: 10 });
  });

  test("is left alone by Terraform once the service runs", () => {
    expect(service(web).resource("aws_ecs_service", "web").lifecycle).toMatchObject({
      ignore_changes: ["desired_count"],
    });
  });

  test.each<[string, ServiceOptions["unmanaged"], string[] | undefined]>([
    ["nothing", [], undefined],
    ["the task definition too", ["desired_count", "task_definition"], ["desired_count", "task_definition"]],
    ["the task definition only", ["task_definition"], ["task_definition"]],
  ])("an app can have %s left alone", (_name, unmanaged, ignored) => {
    const { lifecycle } = service(web, { unmanaged }).resource("aws_ecs_service", "web");
    expect((lifecycle as { ignore_changes?: string[] }).ignore_changes).toEqual(ignored);
  });

  test("an app can leave the range to its schedule", () => {
    const { lifecycle } = service(web, { unmanaged: ["scaling_range"] }).resource("aws_appautoscaling_target", "web");
    expect(lifecycle).toEqual({ ignore_changes: ["min_capacity", "max_capacity"] });
  });
});

describe("deployment", () => {
  test("keeps all tasks, is given up when tasks do not come up, and is taken back", () => {
    expect(service(worker).resource("aws_ecs_service", "web")).toMatchObject({
      deployment_minimum_healthy_percent: 100,
      deployment_maximum_percent: 200,
      deployment_circuit_breaker: { enable: true, rollback: true },
      availability_zone_rebalancing: "ENABLED",
      wait_for_steady_state: true,
    });
  });

  test("waits for the rights of the tasks and for the listener's rule", () => {
    const dependencies = service(web).resource("aws_ecs_service", "web").depends_on;
    expect(dependencies).toEqual(
      expect.arrayContaining(["aws_lb_listener_rule.web", "aws_iam_role_policy.web_execution"]),
    );
  });

  test("does not wait for what is not there", () => {
    const stack = service({ ...worker, executionRole: { arn: "arn:aws:iam::123456789012:role/execution" } });
    expect(stack.resource("aws_ecs_service", "web").depends_on).toEqual(["aws_iam_role_policy.web_task"]);
  });

  test("fails by the alarms that are named", () => {
    const stack = service({ ...worker, deploymentAlarms: { names: ["web-errors"] } });
    expect(stack.resource("aws_ecs_service", "web").alarms).toMatchObject({ enable: true, rollback: true });
  });

  test("old revisions of the task definition stay", () => {
    expect(service(worker).resource("aws_ecs_task_definition", "web").skip_destroy).toBe(true);
  });
});

describe("capacity", () => {
  const strategy = (props: Partial<ServiceProps>): string =>
    text(service({ ...worker, ...props }).resource("aws_ecs_service", "web").dynamic);

  test("is on demand by default, by a strategy, so that Spot can come later without a replacement", () => {
    expect(strategy({})).toContain('provider = \\"FARGATE\\", base = 0, weight = 1');
    expect(strategy({})).not.toContain("FARGATE_SPOT");
  });

  test("has a share of Spot beyond the first tasks", () => {
    expect(strategy({ spot: { percent: 80 } })).toContain('provider = \\"FARGATE\\", base = 1, weight = 100 - 80');
    expect(strategy({ spot: { percent: 80 } })).toContain('provider = \\"FARGATE_SPOT\\", base = 0, weight = 80');
  });
});

describe("containers", () => {
  const container = (props: Partial<ServiceProps>): string =>
    String(service({ ...worker, ...props }).local("web_main_container"));

  test.each([
    ["not root", 'user = "1000:1000"'],
    ["on a read-only root", "readonlyRootFilesystem = true"],
    ["under an init process", "initProcessEnabled = true"],
    ["without mounts of its own", "volumesFrom = []"],
    ["without kernel parameters", "systemControls = []"],
  ])("run %s", (_name, line) => {
    expect(container({})).toContain(line);
  });

  test("have no field that is null", () => {
    expect(container({})).toContain(": key => value if value != null }");
  });

  test("lose all capabilities", () => {
    const stack = service(worker);
    expect(stack.local("web_drop_capabilities")).toBe('${toset(["ALL"])}');
    expect(stack.local("web_add_capabilities")).toBe("${toset([])}");
  });

  test("log without blocking, to the group of the cluster and the service", () => {
    const stack = service(worker);
    expect(text(stack.local("web_log_configuration"))).toContain("non-blocking");
    expect(stack.resource("aws_cloudwatch_log_group", "web_logs")).toMatchObject({
      name: "/ecs/nimbus/worker",
      retention_in_days: 365,
    });
  });

  test("get what a user wrote, templates and quotes and all", () => {
    const stack = service({ ...worker, environment: { GREETING: 'say "hi" to ${USER} at %{HOME}' } });
    expect(stack.local("web_environment")).toBe('${tomap({ GREETING = "say \\"hi\\" to $${USER} at %%{HOME}" })}');
  });

  test("can differ from one another in what they leave out", () => {
    const agents = { a: { image: "a/b:1" }, b: { image: "a/b:1", command: ["run"], environment: { LEVEL: "info" } } };
    expect(service({ ...worker, sidecars: agents }).local("web_sidecars")).not.toContain("tomap");
  });

  test("take secrets whose ARNs only Terraform knows", () => {
    const stack = service({ ...worker, secrets: { TOKEN: { arn: raw("aws_ssm_parameter.token.arn") } } });
    expect(stack.local("web_secrets")).toContain("arn = aws_ssm_parameter.token.arn");
  });
});

describe("the task definition", () => {
  test.each<[string, Partial<ServiceProps>, object]>([
    ["has its size", { cpu: 1024, memory: 4096 }, { cpu: "${tostring(1024)}", memory: "${tostring(4096)}" }],
    [
      "has its architecture",
      { architecture: "ARM64" },
      { runtime_platform: { cpu_architecture: "ARM64", operating_system_family: "LINUX" } },
    ],
    [
      "has more disk",
      { ephemeralStorage: 40 },
      { dynamic: expect.objectContaining({ ephemeral_storage: expect.anything() }) },
    ],
    [
      "has the roles of the caller",
      { taskRole: { arn: "arn:aws:iam::123456789012:role/task" } },
      { task_role_arn: "arn:aws:iam::123456789012:role/task" },
    ],
  ])("%s", (_name, props, expected) => {
    expect(service({ ...worker, ...props }).resource("aws_ecs_task_definition", "web")).toMatchObject(expected);
  });

  test("mounts EFS encrypted in transit", () => {
    const stack = service({ ...worker, efsVolumes: { media: { fileSystemId: "fs-0a1b2c3d", path: "/media" } } });
    expect(text(stack.resource("aws_ecs_task_definition", "web"))).toContain('"transit_encryption":"ENABLED"');
  });
});

describe("permissions", () => {
  const policyOf = (role: string, props: Partial<ServiceProps>): string =>
    String(service({ ...worker, ...props }).resource("aws_iam_role_policy", `web_${role}`).policy);

  test("only tasks of this account and region take the roles", () => {
    const trust = String(service(worker).resource("aws_iam_role", "web_task").assume_role_policy);
    expect(trust).toContain('"aws:SourceAccount" = data.aws_caller_identity.web_current.account_id');
    expect(trust).toContain('"aws:SourceArn" = "arn:${data.aws_partition.web_current.partition}:ecs:');
  });

  test("the names of roles hold the region, as IAM is one for all regions", () => {
    expect(service(worker).resource("aws_iam_role", "web_task").name).toBe(
      "${local.web_full_name}-task-${data.aws_region.web_current.id}",
    );
  });

  test("the execution role writes its one log group", () => {
    expect(policyOf("execution", {})).toContain('Resource = "${one(aws_cloudwatch_log_group.web_logs[*].arn)}:*"');
  });

  test.each([
    ["without exec there is no right to it", {}, false],
    ["with exec there is", { exec: {}, readonlyRoot: false }, true],
  ])("%s", (_name, props, expected) => {
    expect(policyOf("task", props).includes("ssmmessages:OpenDataChannel")).toBe(expected);
  });

  test("exec may write the log group and use the key that are named", () => {
    const exec = {
      logGroup: { arn: "arn:aws:logs:us-east-1:123456789012:log-group:/ecs/nimbus/exec" },
      kmsKey: { arn: KEY },
    };
    const written = policyOf("task", { exec, readonlyRoot: false });
    expect(written).toContain("log-group:/ecs/nimbus/exec:*");
    expect(written).toContain(KEY);
  });

  test("the boundary holds for both roles", () => {
    const boundary = "arn:aws:iam::123456789012:policy/boundary";
    const roles = Object.values(
      service({ ...worker, permissionsBoundary: { arn: boundary } }).resources("aws_iam_role"),
    );
    expect(roles.map((role) => role.permissions_boundary)).toEqual([boundary, boundary]);
  });
});

describe("routing", () => {
  test("the load balancer, and nobody else, reaches the container's port", () => {
    expect(service(web).resource("aws_vpc_security_group_ingress_rule", "web_load_balancer")).toMatchObject({
      referenced_security_group_id: "sg-0a1b2c3d",
      from_port: 3000,
      to_port: 3000,
    });
    expect(service(web).local("web_clients")).toBe("${{}}");
  });

  test("a target group is there before its predecessor goes, under another name", () => {
    const group = service(web).resource("aws_lb_target_group", "web");
    expect(group).toMatchObject({ lifecycle: { create_before_destroy: true }, target_type: "ip" });
    expect(group.name).toContain("sha1(");
  });

  test("health is asked for often, so that deployments are quick", () => {
    expect(service(web).resource("aws_lb_target_group", "web").health_check).toMatchObject({
      path: "/api/health",
      interval: 10,
      healthy_threshold: 2,
      unhealthy_threshold: 3,
    });
  });

  // A block that is left out would leave a target group as it was, sticking.
  test.each([
    ["does not stick, and says so", undefined, { enabled: false, type: "lb_cookie", cookie_duration: 86_400 }],
    ["sticks for as long as is stated", { duration: 3600 }, { enabled: true, cookie_duration: 3600 }],
    ["sticks by a cookie of the application", { cookieName: "SESSION" }, { enabled: true, cookie_name: "SESSION" }],
  ])("a target group %s", (_name, stickiness, expected) => {
    const routing = { ...Service.definition.example.routing!, stickiness };
    expect(service({ ...web, routing }).resource("aws_lb_target_group", "web").stickiness).toMatchObject(expected);
  });

  const actions = (props: Partial<ServiceProps>): { for_each: string; content: Record<string, unknown> } => {
    const { dynamic } = service({ ...web, ...props }).resource("aws_lb_listener_rule", "web");
    return (dynamic as { action: { for_each: string; content: Record<string, unknown> } }).action;
  };

  test("a request goes to a task, and nowhere before", () => {
    expect(actions({}).for_each).toBe('${["forward"]}');
  });

  test("a user signs in before a request goes to a task", () => {
    const authenticate = {
      userPoolArn: "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a1B2c3D4e",
      userPoolClientId: "1example23456789",
      userPoolDomain: "nimbus",
    };
    const { for_each, content } = actions({ authenticate });
    expect(for_each).toBe('${["authenticate-cognito", "forward"]}');
    expect(content.order).toBe("${action.key + 1}");
    expect(content.dynamic).toMatchObject({
      authenticate_cognito: {
        content: {
          user_pool_domain: "nimbus",
          scope: "openid",
          session_timeout: 43_200,
          on_unauthenticated_request: "authenticate",
        },
      },
    });
  });

  test("requests can be told apart by who sends them", () => {
    const routing = { ...Service.definition.example.routing!, sourceIps: ["10.0.0.0/8"] };
    expect(text(service({ ...web, routing }).resource("aws_lb_listener_rule", "web").dynamic)).toContain("source_ip");
    expect(() => service({ ...web, routing: { ...routing, paths: [] } })).not.toThrow();
    expect(() => service({ ...web, routing: { ...routing, hosts: ["a.b", "b.c", "c.d", "d.e"] } })).toThrow(
      "must have 1 to 5",
    );
  });

  test("takes a listener that only Terraform knows, and still refuses what it can see", () => {
    const routing = { ...Service.definition.example.routing!, listenerArn: raw("aws_lb_listener.https.arn") };
    expect(() => service({ ...web, routing })).not.toThrow();
    expect(() => service({ ...web, routing, port: undefined })).toThrow("routing needs port");
  });

  test("a worker has no grace period", () => {
    expect(service(worker).resource("aws_ecs_service", "web").health_check_grace_period_seconds).toBeFalsy();
  });
});

describe("who reaches whom", () => {
  test("nothing but HTTPS leaves by default", () => {
    expect(service(worker).resource("aws_vpc_security_group_egress_rule", "web_https")).toMatchObject({
      cidr_ipv4: "0.0.0.0/0",
      from_port: 443,
      to_port: 443,
    });
  });

  test("a prefix list is a way out, such as to Amazon S3 through its gateway endpoint", () => {
    const props = { ...worker, httpsEgress: false, egress: { s3: { port: 443, prefixListId: "pl-63a5400a" } } };
    expect(service(props).resource("aws_vpc_security_group_egress_rule", "web_egress")).toMatchObject({
      prefix_list_id: "${each.value.prefix_list_id}",
    });
  });

  test("allowFrom lets one security group in, allowTo one out", () => {
    const stack = synthesize((scope) => {
      const made = new Service(scope, "web", worker);
      made.allowFrom("api", "sg-0a", 3000);
      made.allowTo("database", "sg-0b", 5432);
    });
    expect(stack.resource("aws_vpc_security_group_ingress_rule", "web_from_api")).toMatchObject({
      referenced_security_group_id: "sg-0a",
      from_port: 3000,
    });
    expect(stack.resource("aws_vpc_security_group_egress_rule", "web_to_database")).toMatchObject({
      referenced_security_group_id: "sg-0b",
      to_port: 5432,
    });
  });

  test("two services of one stack do not meet", () => {
    const stack = synthesize((scope) => {
      new Service(scope, "web", web);
      new Service(scope, "worker", worker);
    });
    expect(Object.keys(stack.resources("aws_ecs_service"))).toEqual(["web", "worker"]);
  });

  test("a client of Service Connect offers nothing", () => {
    const namespaceArn = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-0a1b2c3d4e5f6a7b";
    const configuration = service({ ...worker, serviceConnect: { namespaceArn } }).resource(
      "aws_ecs_service",
      "web",
    ).service_connect_configuration;
    expect(configuration).toMatchObject({ enabled: true, namespace: namespaceArn });
    expect(text(configuration)).not.toContain("client_alias");
  });
});

test("an image that moves gets a warning where it is let through", () => {
  const warnings: string[] = [];
  synthesize((stack) => {
    const { node } = new Service(stack, "web", { ...worker, image: "nginx", requireImageTag: false });
    warnings.push(...node.metadata.map((entry) => String(entry.data)));
  });
  expect(warnings).toEqual([expect.stringContaining("image nginx has no tag or digest that stays")]);
});
