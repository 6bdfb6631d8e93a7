import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EcsService } from "@cdktf/provider-aws/lib/ecs-service";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Annotations } from "cdktf";
import { Construct } from "constructs";
import {
  ModuleConstruct,
  ModuleDefinition,
  allOf,
  choose,
  given,
  heading,
  local,
  not,
  one,
  shorthand,
  tf,
  when,
} from "../../kernel";
import { createLogKey } from "../parts/log-key";
import { lookUpSurroundings } from "../parts/surroundings";
import { named } from "../parts/tags";
import { createAlarms } from "./alarms";
import { containerDefinitions } from "./containers";
import { Context } from "./context";
import { createService } from "./ecs-service";
import { isPinned } from "./image";
import { ServiceProps, serviceInputs } from "./inputs";
import { Permissions, createPermissions } from "./permissions";
import { createRouting } from "./routing";
import { createScaling } from "./scaling";
import { createSecurityGroup } from "./security";
import { createTaskDefinition } from "./task";
import { Unmanaged } from "./unmanaged";

export type { ServiceProps } from "./inputs";
export type { Unmanaged } from "./unmanaged";

type Fields = (typeof serviceInputs)["fields"];

/** What only an app can say: Terraform wants it literally, so that the published module has one answer for all. */
export interface ServiceOptions {
  /**
   * What Terraform sets when it makes the service and then leaves alone: the running count (scaling changes it), the
   * task definition (a pipeline deploys new ones), the range of the scaling (a schedule changes it).
   *
   * @default - the running count, as in the published module
   */
  readonly unmanaged?: readonly Unmanaged[];
  /**
   * Priority that the listener rule is named after, `aws_lb_listener_rule.priority_<number>`, where one stack has all rules of
   * the listener: a priority that goes from one service to another is then a change of one rule in place. See `routing.ts`.
   *
   * @default - the rule is named after the service, as in the published module
   */
  readonly rulePriority?: number;
}

/** One service on Fargate: behind a load balancer or not, scaled or of a fixed size, rolled back when it does not come up. */
export class Service extends ModuleConstruct<Fields> {
  static readonly definition: ModuleDefinition<Fields> = {
    name: "service",
    description:
      "One service on Fargate: routed or not, scaled or of a fixed size, rolled back when it does not come up.",
    notes: `
**Count.** Terraform wants \`ignore_changes\` literally, so a module has one answer for everybody. This one's: the running
count belongs to Application Auto Scaling, whether the service scales or not. With \`scaling\` it moves between minimum and
maximum; without, both are \`desired_count\`, and AWS moves the running count there when the number is changed. Terraform
sets the count once, when it makes the service, and no apply ever undoes what scaling did; going from a fixed count to
scaling and back replaces nothing. An apply puts \`minimum\` and \`maximum\` back that a \`schedule\` has changed, until its next
action. (The construct that this module is written from lets an app choose: leave also the task definition alone, or
the range, or nothing.)

**Task definition.** Terraform deploys what \`image\` says. Old revisions stay registered, so that a rollback has something
to go back to. Its JSON has what the API fills in by itself, so that a second plan finds no change.

**A deployment that fails.** With \`rollback\`, ECS goes back to what ran before, and the apply fails and names both revisions:
what runs is not what was asked for. The next apply tries again. (With \`wait_for_steady_state = false\` nobody waits for it,
and the next plan shows it.)

**Renaming, and changing priorities.** A listener has each priority once, and a rule that is there holds its own until it is
gone: AWS refuses another one with \`PriorityInUse\`.

- A service under a new name, without a lost request: beside the old one give it a free \`priority\` above the old one's, so that
  it gets no request yet, and apply; take the old one away and apply.
- A service under a new name that keeps its priority, or another one that takes it over, in one apply: have all of them wait
  for one resource of the root, \`resource "terraform_data" "services" { triggers_replace = keys(var.services) }\`, by
  \`depends_on = [terraform_data.services]\` in their call. What goes is gone before what comes is made; until its tasks run, its
  requests get no answer.
- Where only the key of the call changes (\`module.service["api"]\`), say it in the root, and nothing is made anew:
  \`moved { from = module.service["api"], to = module.service["orders"] }\`.
- Two services that swap priorities: give one a third, free number and apply; then the other its new one and apply; then the
  first. In one apply the two race, and no plan can tell: a call sees its own rule, and the provider has no data source that
  lists those of others.

(In an environment's stacks all of this takes one apply: there a rule belongs to its priority, not to its service.)

**Renaming a client**, or swapping two: one apply; for a moment no new connection of theirs is let in. The same goes for \`egress\`.

**Service Connect.** A \`discovery_name\` is one service's in a namespace, until ECS has drained it: a service that takes over
another's waits for it in the same way (\`depends_on\`, above). A service with a \`server\` is called by tasks, not through the load balancer: name the callers'
security groups in its \`clients\`, and its own in the \`egress\` of the callers, or each call times out.

**Closed by default.** Not root, a read-only root file system, no capabilities; in from the load balancer only, out over
443 only; the execution role reads the named secrets and no others, and nobody but tasks of this account and region can
take the roles. A writable folder of a read-only root must be declared with VOLUME in the image when the user is not root.

**Names.** Roles are named \`<cluster>-<service>-<task or execution>-<region>\`, as IAM is one for all regions; the target group
after a hash of what cannot change in place, so that a new one is there before the old one goes.`,
    inputs: serviceInputs,
    example: {
      name: "web",
      cluster: { name: "nimbus-production", arn: "arn:aws:ecs:us-east-1:123456789012:cluster/nimbus-production" },
      vpcId: "vpc-0a1b2c3d",
      subnetIds: ["subnet-0a1b2c3d", "subnet-1b2c3d4e"],
      image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1.4.2",
      cpu: 512,
      memory: 1024,
      port: 3000,
      routing: {
        listenerArn:
          "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d",
        loadBalancerSecurityGroupId: "sg-0a1b2c3d",
        priority: 100,
        paths: ["/*"],
        health: { path: "/api/health" },
      },
      scaling: { minimum: 2, maximum: 10, cpu: { target: 70 } },
    },
  };

  /** Name of the service, known once it exists. */
  readonly serviceName: string;
  readonly securityGroupId: string;
  /** Role of the application; null when the caller brought one. */
  readonly taskRoleName: string;
  readonly taskRoleArn: string;
  readonly taskDefinitionArn: string;
  /** Null without routing. */
  readonly targetGroupArn: string;
  /** What metrics call the target group; null without routing. */
  readonly targetGroupArnSuffix: string;
  /** For the input of the same name of the instance that runs the service. */
  readonly prepared: NonNullable<ServiceProps["prepared"]>;
  private readonly tasks: EcsService;

  constructor(scope: Construct, id: string, props: ServiceProps, options: ServiceOptions = {}) {
    super(scope, id, Service.definition, props);
    this.warnOfMovingImage(props);
    const unmanaged = options.unmanaged ?? ["desired_count"];
    const { routing } = this.inputs;
    const prepares = not(given(this.inputs.prepared));
    const context: Context = {
      inputs: this.inputs,
      fullName: tf<string>`${local(this, "full_name", `${this.inputs.cluster.name}-${this.inputs.name}`)}`,
      ...lookUpSurroundings(this),
      prepares,
      createsRouting: shorthand(this, "creates_routing", allOf(prepares, given(routing))),
      loadBalancerSuffix: shorthand(
        this,
        "load_balancer_suffix",
        // Guarded, since Terraform evaluates a local also where nothing reads it.
        choose<string>(given(routing), tf`regex("listener/(app/[^/]+/[^/]+)/", ${routing.listenerArn})[0]`, null),
      ),
      runs: not(this.inputs.prepareOnly),
    };

    const logs = this.createLogGroup(context);
    const permissions = createPermissions(this, context, logs);
    const { prepared } = this.inputs;
    const logGroupName: string = choose(given(prepared), prepared.logGroupName, one(logs, "name"));
    const task = createTaskDefinition(this, context, permissions, containerDefinitions(this, context, logGroupName));
    const securityGroupId = createSecurityGroup(this, context);
    const routes = createRouting(this, context, options.rulePriority);
    const service = createService(this, context, {
      task,
      securityGroupId,
      routes,
      permissions,
      logGroupName,
      ignoreChanges: unmanaged.filter((what) => what !== "scaling_range"),
    });
    this.tasks = service;
    const target = createScaling(this, context, {
      serviceName: one(service, "name"),
      targetGroupSuffix: routes.targetGroupSuffix,
      ignoreRange: unmanaged.includes("scaling_range"),
    });
    createAlarms(this, context, one(service, "name"), routes.targetGroupSuffix);

    this.serviceName = this.output("serviceName", "Name of the service; null with prepare_only.", one(service, "name"));
    this.output("serviceArn", "ARN of the service; null with prepare_only.", one(service, "id"));
    this.securityGroupId = this.output("securityGroupId", "Security group of the tasks.", securityGroupId);
    this.taskDefinitionArn = this.output(
      "taskDefinitionArn",
      "ARN of the task definition, with its revision; null with prepare_only.",
      one(task, "arn"),
    );
    this.output("taskDefinitionFamily", "Family of the task definition; null with prepare_only.", one(task, "family"));
    this.taskRoleArn = this.output("taskRoleArn", "Role of the application.", permissions.taskRoleArn);
    this.taskRoleName = this.output(
      "taskRoleName",
      "Name of the module's own task role; null when the caller brought one.",
      permissions.taskRoleName,
    );
    this.output(
      "executionRoleArn",
      "Role that pulls images, reads secrets and writes logs.",
      permissions.executionRoleArn,
    );
    this.output("logGroupName", "Log group of the containers.", logGroupName);
    this.output(
      "logGroupArn",
      "ARN of the log group; null where it was prepared by another instance.",
      one(logs, "arn"),
    );
    this.targetGroupArn = this.output(
      "targetGroupArn",
      "Target group; null without routing.",
      choose(given(this.inputs.routing), routes.targetGroupArn, null),
    );
    this.targetGroupArnSuffix = this.output(
      "targetGroupArnSuffix",
      "What metrics call the target group; null without routing.",
      routes.targetGroupSuffix,
    );
    this.output(
      "targetGroupName",
      "Name of the module's own target group; null without one.",
      one(routes.targetGroup, "name"),
    );
    this.prepared = this.declarePrepared(permissions, logGroupName, this.targetGroupArn);
    this.output(
      "scalingTargetId",
      "What scaling policies of your own apply to; null with prepare_only.",
      one(target, "resource_id"),
    );
  }

  /** What an instance that runs the service needs of one that prepared it. */
  private declarePrepared(permissions: Permissions, logGroupName: string, targetGroupArn: string) {
    const { securityGroupId } = this;
    const { taskRoleArn, executionRoleArn } = permissions;
    this.output("prepared", "For the input prepared of the instance that runs the service.", {
      execution_role_arn: executionRoleArn,
      task_role_arn: taskRoleArn,
      log_group_name: logGroupName,
      security_group_id: securityGroupId,
      target_group_arn: targetGroupArn,
    });
    return { executionRoleArn, taskRoleArn, logGroupName, securityGroupId, targetGroupArn };
  }

  /** Starts its tasks after those of a service that they call. */
  startAfter({ tasks }: Service): void {
    this.tasks.dependsOn = [
      ...(this.tasks.dependsOn ?? []),
      `${tasks.terraformResourceType}.${tasks.friendlyUniqueId}`,
    ];
  }

  /** Lets another security group reach the tasks. */
  allowFrom(name: string, securityGroupId: string, port: number): void {
    new VpcSecurityGroupIngressRule(this, `from_${name}`, {
      securityGroupId: this.securityGroupId,
      description: `Requests from ${name}`,
      referencedSecurityGroupId: securityGroupId,
      ipProtocol: "tcp",
      fromPort: port,
      toPort: port,
      tags: named(this.inputs.tags, `${this.inputs.name}-from-${name}`),
    });
  }

  /** Lets the tasks reach another security group, such as a database's. The other side must let them in as well. */
  allowTo(name: string, securityGroupId: string, port: number): void {
    new VpcSecurityGroupEgressRule(this, `to_${name}`, {
      securityGroupId: this.securityGroupId,
      description: `Requests to ${name}`,
      referencedSecurityGroupId: securityGroupId,
      ipProtocol: "tcp",
      fromPort: port,
      toPort: port,
      tags: named(this.inputs.tags, `${this.inputs.name}-to-${name}`),
    });
  }

  private warnOfMovingImage({ image, requireImageTag }: ServiceProps): void {
    if (requireImageTag !== false || isPinned(image)) return;
    Annotations.of(this).addWarning(
      `image ${image} has no tag or digest that stays: what runs depends on when a task starts`,
    );
  }

  private createLogGroup({ fullName, accountId, partition, dnsSuffix, region, prepares }: Context): CloudwatchLogGroup {
    heading(this, "Logs");
    const { name, cluster, logKmsKey, logRetentionDays, tags } = this.inputs;
    const logGroupName = `/ecs/${cluster.name}/${name}`;
    const key = createLogKey(this, "logs", {
      count: when(allOf(prepares, not(given(logKmsKey)))),
      name: `${fullName}-logs`,
      description: `Logs of ${fullName}`,
      accountId,
      partition,
      dnsSuffix,
      region,
      logGroupName,
      tags,
    });
    return new CloudwatchLogGroup(this, "logs#group", {
      count: when(prepares),
      name: logGroupName,
      retentionInDays: logRetentionDays,
      kmsKeyId: choose(given(logKmsKey), logKmsKey.arn, one(key, "arn")),
      tags: named(tags, fullName),
    });
  }
}
