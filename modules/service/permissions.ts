import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import {
  Collection,
  Expression,
  Flag,
  allOf,
  anyOf,
  choose,
  comment,
  given,
  heading,
  local,
  not,
  one,
  raw,
  tf,
  when,
} from "../../kernel";
import { Statement, policy, trustedBy } from "../parts/policies";
import { named } from "../parts/tags";
import { Context } from "./context";
import { ECR_IMAGE } from "./image";

/** The two roles of a task, by ARN, and what must exist before a task can start. */
export interface Permissions {
  readonly taskRoleArn: string;
  readonly taskRoleName: string;
  readonly executionRoleArn: string;
  readonly policies: readonly IamRolePolicy[];
}

export function createPermissions(scope: Construct, context: Context, logs: CloudwatchLogGroup): Permissions {
  const { inputs } = context;
  const { prepared } = inputs;
  const task = createTaskRole(scope, context);
  const execution = createExecutionRole(scope, context, logs);
  return {
    taskRoleArn: choose(
      given(prepared),
      prepared.taskRoleArn,
      choose(given(inputs.taskRole), inputs.taskRole.arn, one(task.role, "arn")),
    ),
    taskRoleName: one(task.role, "name"),
    executionRoleArn: choose(
      given(prepared),
      prepared.executionRoleArn,
      choose(given(inputs.executionRole), inputs.executionRole.arn, one(execution.role, "arn")),
    ),
    policies: [task.policy, execution.policy],
  };
}

interface RoleWithPolicy {
  readonly role: IamRole;
  readonly policy: IamRolePolicy;
}

/** What the application itself may do: what the caller states, ECS Exec and EFS where they are used. */
function createTaskRole(scope: Construct, context: Context): RoleWithPolicy {
  heading(scope, "Task role");
  const { inputs, partition, region, accountId } = context;
  const { exec, efsVolumes, taskStatements } = inputs;
  const own = allOf(context.prepares, not(given(inputs.taskRole)));
  const role = createRole(scope, "task", context, own, "What the application may do");
  const needed = anyOf(given(exec), tf<Flag>`length(${taskStatements}) > 0`, tf<Flag>`length(${efsVolumes}) > 0`);
  const rolePolicy = new IamRolePolicy(scope, "task#policy", {
    count: when(allOf(own, needed)),
    name: "task",
    role: one(role, "id"),
    policy: policy(
      concat(
        toStatements(taskStatements),
        ...execStatements(context),
        tf`[for volume in values(${efsVolumes}) : ${{
          Effect: "Allow",
          Action: tf`concat(["elasticfilesystem:ClientMount"], volume.read_only ? [] : ["elasticfilesystem:ClientWrite"])`,
          Resource: `arn:${partition}:elasticfilesystem:${region}:${accountId}:file-system/${raw("volume.file_system_id")}`,
        }}]`,
      ),
    ),
  });
  return { role, policy: rolePolicy };
}

/**
 * Lists of one statement or none, since the two sides of a conditional must be of one type.
 *
 * Source: Amazon ECS Developer Guide, "Monitor Amazon ECS containers with ECS Exec".
 */
function execStatements({ inputs }: Context): unknown[] {
  const { exec } = inputs;
  const allow = (sid: string, actions: string[], resource: string): Statement[] => [
    { Sid: sid, Effect: "Allow", Action: actions, Resource: resource },
  ];
  const channels = ["CreateControlChannel", "CreateDataChannel", "OpenControlChannel", "OpenDataChannel"];
  const write = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"];
  return [
    choose(
      given(exec),
      allow(
        "Exec",
        channels.map((channel) => `ssmmessages:${channel}`),
        "*",
      ),
      [],
    ),
    choose(given(exec.logGroup), allow("ExecLogGroups", ["logs:DescribeLogGroups"], "*"), []),
    choose(given(exec.logGroup), allow("ExecLogs", write, `${exec.logGroup.arn}:*`), []),
    choose(given(exec.kmsKey), allow("ExecKey", ["kms:Decrypt"], exec.kmsKey.arn), []),
  ];
}

/** What ECS does for the task: pulls its images, reads the named secrets and no others, writes its one log group. */
function createExecutionRole(scope: Construct, context: Context, logs: CloudwatchLogGroup): RoleWithPolicy {
  heading(scope, "Execution role");
  const { inputs } = context;
  const own = allOf(context.prepares, not(given(inputs.executionRole)));
  const role = createRole(scope, "execution", context, own, "Pulls images, reads secrets and writes logs");
  const repositories = ecrRepositories(scope, context);
  const secrets = comment(
    local(
      scope,
      "secret_arns",
      tf`distinct(concat(
        values(${inputs.secrets})[*].arn,
        flatten([for sidecar in values(${inputs.sidecars}) : values(sidecar.secrets)[*].arn]),
      ))`,
    ),
    "Without JSON keys, which IAM does not know.",
  );
  const secretsOf = (service: string): unknown =>
    tf`[for arn in ${secrets} : arn if strcontains(arn, ${`:${service}:`})]`;
  const rolePolicy = new IamRolePolicy(scope, "execution#policy", {
    count: when(own),
    name: "execution",
    role: one(role, "id"),
    policy: policy(
      concat(
        [
          {
            Sid: "Logs",
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resource: `${one(logs, "arn")}:*`,
          },
        ],
        only(tf`length(${repositories}) > 0`, [
          { Sid: "Login", Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" },
          {
            Sid: "Pull",
            Effect: "Allow",
            Action: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
            Resource: tf`${repositories}`,
          },
        ]),
        tf`[for arns in [${secretsOf("secretsmanager")}] : ${{
          Sid: "Secrets",
          Effect: "Allow",
          Action: "secretsmanager:GetSecretValue",
          Resource: tf`arns`,
        }} if length(arns) > 0]`,
        tf`[for arns in [${secretsOf("ssm")}] : ${{
          Sid: "Parameters",
          Effect: "Allow",
          Action: "ssm:GetParameters",
          Resource: tf`arns`,
        }} if length(arns) > 0]`,
        only(tf`length(${inputs.secretKmsKeys}) > 0`, [
          { Sid: "SecretKeys", Effect: "Allow", Action: "kms:Decrypt", Resource: inputs.secretKmsKeys },
        ]),
        toStatements(inputs.executionStatements),
      ),
    ),
  });
  return { role, policy: rolePolicy };
}

/** ARNs of the ECR repositories that the images are in; images of other registries need no right. */
function ecrRepositories(scope: Construct, { inputs, partition }: Context): TerraformLocal {
  const arn = `arn:${partition}:ecr:${raw("part[1]")}:${raw("part[0]")}:repository/${raw("part[2]")}`;
  return local(
    scope,
    "ecr_repositories",
    tf`distinct([
      for part in concat([
        for image in concat([${inputs.image}], values(${inputs.sidecars})[*].image) :
        regexall(${ECR_IMAGE}, image)
      ]...) : ${arn}
    ])`,
  );
}

function createRole(scope: Construct, id: string, context: Context, own: Flag, description: string): IamRole {
  const { inputs, fullName, accountId, partition, region } = context;
  const name = `${fullName}-${id}-${region}`;
  return new IamRole(scope, `${id}#role`, {
    count: when(own),
    name,
    description: `${description}: ${fullName}`,
    // Only for tasks of this account and region: the service must not be talked into using the role for others.
    assumeRolePolicy: trustedBy("ecs-tasks.amazonaws.com", {
      StringEquals: { "aws:SourceAccount": accountId },
      ArnLike: { "aws:SourceArn": `arn:${partition}:ecs:${region}:${accountId}:*` },
    }),
    permissionsBoundary: choose(given(inputs.permissionsBoundary), inputs.permissionsBoundary.arn, null),
    tags: named(inputs.tags, name),
  });
}

/** The caller's statements as IAM spells them. */
const toStatements = (statements: Collection): unknown =>
  tf`[for statement in ${statements} : { for key, value in ${{
    Sid: tf`statement.sid`,
    Effect: tf`statement.effect`,
    Action: tf`statement.actions`,
    Resource: tf`statement.resources`,
    Condition: tf`length(statement.conditions) > 0 ? statement.conditions : null`,
  }} : key => value if value != null }]`;

/** Statements that stand in the policy only when the condition holds; a conditional would want them all of one type. */
const only = (condition: unknown, statements: readonly Statement[]): unknown =>
  tf`[for statement in ${statements} : statement if ${condition}]`;

/** One list of statements out of several. */
function concat(...lists: readonly unknown[]): Collection {
  const source = ["concat(\n", ...lists.slice(1).map(() => ",\n"), ",\n)"];
  return new Expression(source, lists);
}
