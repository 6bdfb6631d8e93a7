import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import { Collection, choose, given, tf } from "../../kernel";
import { Statement, policy, trustedBy } from "../parts/policies";
import { named } from "../parts/tags";
import { Context } from "./context";

/** The role of the state machine: it looks, and writes one parameter and the metrics of one namespace. */
export function createWatchRole(scope: Construct, context: Context): string {
  const { accountId, partition, region, inputs } = context;
  const { images, secrets, metricNamespace } = { ...inputs, ...context };
  const role = createRole(scope, "this", context, {
    suffix: "recovery-watch",
    description: "Measures what the recovery region would start from",
    assumedBy: trustedBy("states.amazonaws.com", {
      StringEquals: { "aws:SourceAccount": accountId },
      ArnLike: { "aws:SourceArn": `arn:${partition}:states:${region}:${accountId}:stateMachine:*` },
    }),
  });
  const always: readonly Statement[] = [
    {
      Sid: "Copies",
      Effect: "Allow",
      Action: ["rds:DescribeDBInstanceAutomatedBackups", "rds:DescribeDBSnapshots"],
      Resource: "*",
    },
    {
      Sid: "Metrics",
      Effect: "Allow",
      Action: "cloudwatch:PutMetricData",
      Resource: "*",
      Condition: { StringEquals: { "cloudwatch:namespace": metricNamespace } },
    },
    {
      Sid: "Remember",
      Effect: "Allow",
      Action: "ssm:PutParameter",
      Resource: `arn:${partition}:ssm:${region}:${accountId}:parameter${context.parameterName}`,
    },
    {
      // Source: AWS Step Functions Developer Guide, "Logging using CloudWatch Logs" and "Trace Step Functions request data".
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
    },
  ];
  const ofRestoreTests = { Sid: "RestoreTests", Effect: "Allow", Action: "backup:ListRestoreJobs", Resource: "*" };
  const ofImages = {
    Sid: "Images",
    Effect: "Allow",
    Action: "ecr:DescribeImages",
    Resource: tf`distinct([
      for image in ${images} : "arn:\${${partition}}:ecr:\${image.region}:\${image.registry_id}:repository/\${image.repository}"
    ])`,
  };
  const ofSecrets = {
    Sid: "Secrets",
    Effect: "Allow",
    Action: "secretsmanager:DescribeSecret",
    Resource: tf`values(${secrets})`,
  };
  new IamRolePolicy(scope, "this#role_policy", {
    name: "watch",
    role: role.id,
    policy: policy(
      tf<Collection>`concat(${always},
        ${choose(given(inputs.restoreTest), [ofRestoreTests], [])},
        [for statement in [${ofImages}] : statement if length(${inputs.images}) > 0],
        [for statement in [${ofSecrets}] : statement if length(${secrets}) > 0])`,
    ),
  });
  return role.arn;
}

/** The role of the schedule: it starts the one machine. */
export function createScheduleRole(scope: Construct, context: Context, machineArn: string): string {
  const role = createRole(scope, "schedule", context, {
    suffix: "recovery-watch-schedule",
    description: "Starts the watch of the recovery region",
    assumedBy: trustedBy("scheduler.amazonaws.com", { StringEquals: { "aws:SourceAccount": context.accountId } }),
  });
  new IamRolePolicy(scope, "schedule#role_policy", {
    name: "start",
    role: role.id,
    policy: policy([{ Effect: "Allow", Action: "states:StartExecution", Resource: machineArn }]),
  });
  return role.arn;
}

interface RoleConfig {
  readonly suffix: string;
  readonly description: string;
  readonly assumedBy: string;
}

function createRole(scope: Construct, id: string, { inputs }: Context, config: RoleConfig): IamRole {
  const { name, permissionsBoundary, tags } = inputs;
  const roleName = `${name}-${config.suffix}`;
  return new IamRole(scope, `${id}#role`, {
    name: roleName,
    description: `${config.description}, ${name}`,
    assumeRolePolicy: config.assumedBy,
    permissionsBoundary: choose(given(permissionsBoundary), permissionsBoundary.arn, null),
    tags: named(tags, roleName),
  });
}
