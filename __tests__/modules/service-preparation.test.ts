import { Service, ServiceProps } from "../../modules/service";
import { SynthesizedStack, synthesize } from "../synthesis";

const web: ServiceProps = { ...Service.definition.example, clients: { peers: { cidr: "10.0.0.0/16" } } };

const PREPARED = {
  executionRoleArn: "arn:aws:iam::123456789012:role/web-execution",
  taskRoleArn: "arn:aws:iam::123456789012:role/web-task",
  logGroupName: "/ecs/nimbus-production/web",
  securityGroupId: "sg-0a1b2c3d",
  targetGroupArn: "arn:aws:elasticloadbalancing:us-west-2:123456789012:targetgroup/web-0a1b2c3/0a1b2c3d4e5f6a7b",
};

const service = (props: ServiceProps): SynthesizedStack => synthesize((stack) => new Service(stack, "web", props));

/** What can be there before the service runs. */
const BEFOREHAND = {
  aws_iam_role: 2,
  aws_iam_role_policy: 2,
  aws_cloudwatch_log_group: 1,
  aws_security_group: 1,
  aws_vpc_security_group_ingress_rule: 2,
  aws_vpc_security_group_egress_rule: 2,
  aws_lb_target_group: 1,
  aws_lb_listener_rule: 1,
};

/** What runs. */
const RUNNING = {
  aws_ecs_task_definition: 1,
  aws_ecs_service: 1,
  aws_appautoscaling_target: 1,
  aws_appautoscaling_policy: 1,
  aws_cloudwatch_metric_alarm: 4,
};

const none = (counts: Record<string, number>) => Object.fromEntries(Object.keys(counts).map((type) => [type, 0]));
const all: ServiceProps = { ...web, alarms: { topicArns: ["arn:aws:sns:us-east-1:123456789012:alarms"] } };

describe("a service in two steps", () => {
  test.each<[string, ServiceProps, Record<string, number>]>([
    [
      "prepares what costs nothing, and runs nothing",
      { ...all, prepareOnly: true },
      { ...BEFOREHAND, ...none(RUNNING) },
    ],
    [
      "runs with what was prepared, and makes nothing of it",
      { ...all, prepared: PREPARED },
      { ...none(BEFOREHAND), ...RUNNING },
    ],
    ["does both where nobody says otherwise", all, { ...BEFOREHAND, ...RUNNING }],
  ])("%s", (_what, props, counts) => {
    const stack = service(props);
    expect(Object.fromEntries(Object.keys(counts).map((type) => [type, stack.count(type)]))).toEqual(counts);
  });

  test("runs in the prepared security group, behind the prepared target group", () => {
    expect(service({ ...web, prepared: PREPARED }).resource("aws_ecs_service", "web")).toMatchObject({
      network_configuration: { security_groups: expect.stringContaining(PREPARED.securityGroupId) as string },
      dynamic: { load_balancer: { for_each: expect.stringContaining(PREPARED.targetGroupArn) as string } },
    });
  });

  test("runs with the prepared roles, and writes the prepared log", () => {
    const stack = service({ ...web, prepared: PREPARED });
    expect(stack.resource("aws_ecs_task_definition", "web")).toMatchObject({
      execution_role_arn: PREPARED.executionRoleArn,
      task_role_arn: PREPARED.taskRoleArn,
    });
    expect(stack.local("web_log_configuration")).toMatchObject({
      options: expect.stringContaining(`awslogs-group = "${PREPARED.logGroupName}"`) as string,
    });
  });
});

describe("what was prepared is refused", () => {
  test.each<[string, ServiceProps, string]>([
    [
      "by the instance that prepares",
      { ...web, prepared: PREPARED, prepareOnly: true },
      "prepared must be left out with prepareOnly",
    ],
    [
      "beside roles of the caller",
      { ...web, prepared: PREPARED, taskRole: { arn: PREPARED.taskRoleArn } },
      "prepared must be left out with taskRole and executionRole",
    ],
    [
      "without a target group for a service that is routed",
      { ...web, prepared: { ...PREPARED, targetGroupArn: undefined } },
      "prepared must have a targetGroupArn with routing",
    ],
  ])("%s", (_what, props, message) => {
    expect(() => service(props)).toThrow(message);
  });
});
