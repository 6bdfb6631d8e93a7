/** What a state machine of Step Functions has beside its definition, where a schedule starts it: roles, log, schedule. */
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { SchedulerSchedule } from "@cdktf/provider-aws/lib/scheduler-schedule";
import { SfnStateMachine } from "@cdktf/provider-aws/lib/sfn-state-machine";
import { Construct } from "constructs";
import { Bound, Collection, acceptFinding, choose, given, heading, not, one, when } from "../../kernel";
import { kmsKeyInput, nameInput, permissionsBoundaryInput, retentionInput, tagsInput } from "./inputs";
import { createLogKey } from "./log-key";
import { Statement, policy, trustedBy } from "./policies";
import type { Surroundings } from "./surroundings";
import { named } from "./tags";

/** A machine, and the inputs of its module that say how it is operated. */
export interface ScheduledMachine extends Surroundings {
  /** Name of the machine, of its role and its schedule, and the end of its log group's. */
  readonly machineName: string;
  /** What it is, for descriptions: `recovery watch`. */
  readonly what: string;
  readonly inputs: Bound<{
    readonly name: ReturnType<typeof nameInput>;
    readonly tags: ReturnType<typeof tagsInput>;
    readonly kmsKey: ReturnType<typeof kmsKeyInput>;
    readonly permissionsBoundary: ReturnType<typeof permissionsBoundaryInput>;
    readonly logRetentionDays: ReturnType<typeof retentionInput>;
  }>;
}

/**
 * What any machine may do that logs its errors and is traced.
 *
 * Source: AWS Step Functions Developer Guide, "Logging using CloudWatch Logs" and "Trace Step Functions request data".
 */
export const LOG_AND_TRACE: Statement = {
  Sid: "LogAndTrace",
  Effect: "Allow",
  Action: [
    "logs:CreateLogDelivery",
    "logs:DeleteLogDelivery",
    "logs:DescribeLogGroups",
    "logs:DescribeResourcePolicies",
    "logs:GetLogDelivery",
    "logs:ListLogDeliveries",
    "logs:PutResourcePolicy",
    "logs:UpdateLogDelivery",
    "xray:GetSamplingRules",
    "xray:GetSamplingTargets",
    "xray:PutTelemetryRecords",
    "xray:PutTraceSegments",
  ],
  Resource: "*",
};

/** The role of the machine: what it may do, and {@link LOG_AND_TRACE} among it. Returns its ARN. */
export function createMachineRole(
  scope: Construct,
  machine: ScheduledMachine,
  { description, statements }: { readonly description: string; readonly statements: readonly Statement[] | Collection },
): string {
  const { accountId, partition, region } = machine;
  const role = createRole(scope, "this", machine, {
    roleName: machine.machineName,
    description,
    assumedBy: trustedBy("states.amazonaws.com", {
      StringEquals: { "aws:SourceAccount": accountId },
      ArnLike: { "aws:SourceArn": `arn:${partition}:states:${region}:${accountId}:stateMachine:*` },
    }),
  });
  new IamRolePolicy(scope, "this#role_policy", { name: "watch", role: role.id, policy: policy(statements) });
  return role.arn;
}

/** The log group of the machine, with a key of its own unless the caller gives one. */
export function createMachineLogs(scope: Construct, machine: ScheduledMachine): CloudwatchLogGroup {
  const { machineName, what, inputs } = machine;
  const { name, kmsKey, logRetentionDays, tags } = inputs;
  // Groups of this prefix need no resource policy of their own, of which an account has few.
  const logGroupName = `/aws/vendedlogs/states/${machineName}`;
  const key = createLogKey(scope, "this", {
    count: when(not(given(kmsKey))),
    name: machineName,
    description: `Log of the ${what} of ${name}`,
    accountId: machine.accountId,
    partition: machine.partition,
    dnsSuffix: machine.dnsSuffix,
    region: machine.region,
    logGroupName,
    tags,
  });
  return new CloudwatchLogGroup(scope, "this#logs", {
    name: logGroupName,
    retentionInDays: logRetentionDays,
    kmsKeyId: choose(given(kmsKey), kmsKey.arn, one(key, "arn")),
    tags: named(tags, logGroupName),
  });
}

/** The schedule, with a role that may start the one machine. */
export function createMachineSchedule(
  scope: Construct,
  machine: ScheduledMachine,
  {
    started,
    expression,
    does,
  }: { readonly started: SfnStateMachine; readonly expression: string; readonly does: string },
): void {
  heading(scope, "Schedule");
  const { machineName, accountId, inputs } = machine;
  const role = createRole(scope, "schedule", machine, {
    roleName: `${machineName}-schedule`,
    description: does,
    assumedBy: trustedBy("scheduler.amazonaws.com", { StringEquals: { "aws:SourceAccount": accountId } }),
  });
  new IamRolePolicy(scope, "schedule#role_policy", {
    name: "start",
    role: role.id,
    policy: policy([{ Effect: "Allow", Action: "states:StartExecution", Resource: started.arn }]),
  });
  const schedule = new SchedulerSchedule(scope, "this#schedule", {
    name: machineName,
    description: `Starts the ${machine.what} of ${inputs.name}`,
    scheduleExpression: expression,
    flexibleTimeWindow: { mode: "OFF" },
    target: {
      arn: started.arn,
      roleArn: role.arn,
      // The next look is as good as another try.
      retryPolicy: { maximumEventAgeInSeconds: 60, maximumRetryAttempts: 0 },
    },
  });
  acceptFinding(schedule, "CKV_AWS_297", "A schedule holds no data: a name, a time and two ARNs");
}

interface RoleConfig {
  readonly roleName: string;
  readonly description: string;
  readonly assumedBy: string;
}

function createRole(scope: Construct, id: string, { inputs }: ScheduledMachine, config: RoleConfig): IamRole {
  const { name, permissionsBoundary, tags } = inputs;
  return new IamRole(scope, `${id}#role`, {
    name: config.roleName,
    description: `${config.description}, ${name}`,
    assumeRolePolicy: config.assumedBy,
    permissionsBoundary: choose(given(permissionsBoundary), permissionsBoundary.arn, null),
    tags: named(tags, config.roleName),
  });
}
