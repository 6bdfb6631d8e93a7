import { EnvironmentService } from "../../environments/definition/schema/parts";
import { Platform, ServiceStage, wireService } from "../../wiring/service";
import { ServiceData } from "../../wiring/service-data";
import { SynthesizedStack, synthesize } from "../synthesis";

/** A service of an environment, as stacks of the primary and of the recovery region have it. */

const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:nimbus/dsn-a1b2c3";
const ELB = "arn:aws:elasticloadbalancing:us-east-1:123456789012";

const stated: EnvironmentService = {
  image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1.0.0",
  cpu: 256,
  memory: 512,
  port: 3000,
  uses: { database: { iamUser: "web" }, secrets: { SENTRY_DSN: "dsn" } },
  routing: { priority: 1, paths: ["/*"] },
  serviceConnect: {},
};

const data = new ServiceData({
  region: "us-east-1",
  database: {
    host: "database.example",
    port: 5432,
    name: "nimbus",
    owner: "nimbus",
    secretArn: SECRET,
    secretKeys: [],
    connectStatement: (user) => ({
      effect: "Allow",
      actions: ["rds-db:connect"],
      resources: [`arn:aws:rds-db:${user}`],
    }),
  },
  bucketName: (bucket) => bucket,
  queueUrl: (queue) => queue,
  queueName: (queue) => queue,
  service: (host) => ({ host, port: 80 }),
  topicArn: (topic) => topic,
  secret: () => ({ arn: SECRET }),
  secretKeys: [],
});

const allowed: string[] = [];
const platform: Platform = {
  cluster: { name: "nimbus", arn: "arn:aws:ecs:us-east-1:123456789012:cluster/nimbus" },
  vpcId: "vpc-0123456789abcdef0",
  subnetIds: ["subnet-0123456789abcdef0"],
  loadBalancer: {
    listenerArn: `${ELB}:listener/app/nimbus/0123456789abcdef/0123456789abcdef`,
    securityGroupId: "sg-0123456789abcdef0",
    allowTo: (name, _group, port) => allowed.push(`${name} ${port}`),
  },
  namespaceArn: "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-0123456789abcdef",
};
const { loadBalancer: _balancer, namespaceArn: _namespace, ...alone } = platform;

const prepared: ServiceStage["prepared"] = {
  executionRoleArn: "arn:aws:iam::123456789012:role/execution",
  taskRoleArn: "arn:aws:iam::123456789012:role/task",
  logGroupName: "/ecs/nimbus/web",
  securityGroupId: "sg-0123456789abcdef1",
};

const wired = (stage: ServiceStage = {}, place: Platform = platform, service = stated): SynthesizedStack =>
  synthesize((stack) => wireService(stack, "web", service, place, data, stage));
const text = (stack: SynthesizedStack): string => JSON.stringify(stack.json);

test("as a whole has roles with the rights to its data, tasks that are told where it is, and a way from the load balancer", () => {
  allowed.length = 0;
  const stack = wired();
  expect(stack.count("aws_iam_role")).toBe(2);
  expect(stack.count("aws_ecs_service")).toBe(1);
  expect(stack.count("aws_lb_target_group")).toBe(1);
  for (const part of ["rds-db:connect", "database.example", SECRET]) expect(text(stack)).toContain(part);
  expect(allowed).toEqual(["web 3000"]);
});

test("has the rule of its priority, which it took over from whoever had it, and does not wait for it", () => {
  const stack = wired();
  expect(Object.keys(stack.resources("aws_lb_listener_rule"))).toEqual(["priority_1"]);
  // What was deployed when rules were named after services is that rule.
  expect(stack.json).toMatchObject({
    moved: [{ from: "aws_lb_listener_rule.web", to: "aws_lb_listener_rule.priority_1" }],
  });
  const { depends_on } = stack.resource("aws_ecs_service", "web") as { depends_on: string[] };
  expect(depends_on.filter((one) => one.startsWith("aws_lb_listener_rule"))).toEqual([]);
});

test("prepared alone has the rights, and no task that would have to know where the data is", () => {
  const stack = wired({ prepareOnly: true });
  expect(stack.count("aws_iam_role")).toBe(2);
  expect(stack.count("aws_ecs_service")).toBe(0);
  expect(text(stack)).toContain("rds-db:connect");
  expect(text(stack)).not.toContain("database.example");
});

test("run in what was prepared makes no role, and takes none of its own", () => {
  const own = { ...stated, taskRole: { arn: "arn:aws:iam::123456789012:role/own" }, uses: {} };
  const stack = wired({ prepared }, alone, own);
  expect(stack.count("aws_iam_role")).toBe(0);
  expect(stack.count("aws_ecs_service")).toBe(1);
  expect(text(stack)).not.toContain("role/own");
});

test("without a load balancer or a namespace is reached by nobody", () => {
  allowed.length = 0;
  const stack = wired({}, alone);
  expect(stack.count("aws_lb_target_group")).toBe(0);
  expect(text(stack)).not.toContain("service_connect_configuration");
  expect(allowed).toEqual([]);
});

test("has what a stack changes instead of what the environment states", () => {
  const scaled = { ...stated, scaling: { minimum: 2, maximum: 4, cpu: { target: 50 } } };
  const stack = wired({ changes: { scaling: undefined, desiredCount: 0 } }, platform, scaled);
  expect(stack.resource("aws_appautoscaling_target", "web")).toMatchObject({ min_capacity: 0, max_capacity: 0 });
});
