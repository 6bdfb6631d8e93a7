import { Statement } from "../../../modules/parts/policies";
import { Account } from "./account";
import { kitListing } from "./kit";
import { MACHINES } from "./scopes";
import { keepBootstrap, nothingOfOthers } from "./separation";
import { merged } from "./size";

/** Copies of the database, by AWS Backup, and tries at restoring one. Source: AWSBackupServiceRolePolicyForBackup and -ForRestores. */
const BACKUP = [
  "backup:CopyFromBackupVault",
  "backup:CopyIntoBackupVault",
  "backup:DescribeBackupVault",
  "backup:DescribeRestoreJob",
  "backup:ListRecoveryPointsByBackupVault",
  "backup:ListRestoreJobs",
  "backup:StartRestoreJob",
  "backup:TagResource",
  "ec2:Describe*",
  "rds:AddTagsToResource",
  "rds:CopyDBSnapshot",
  "rds:CreateDBInstance",
  "rds:CreateDBSnapshot",
  "rds:DeleteDBInstance",
  "rds:DeleteDBInstanceAutomatedBackup",
  "rds:DeleteDBSnapshot",
  "rds:Describe*",
  "rds:ListTagsForResource",
  "rds:ModifyDBInstance",
  "rds:ModifyDBSnapshotAttribute",
  "rds:RestoreDBInstanceFromDBSnapshot",
  "rds:RestoreDBInstanceToPointInTime",
  "tag:GetResources",
] as const;

/** The watch of the recovery region and the latch, and what logs and traces them. Source: modules/recovery-watch/roles.ts, modules/latch. */
const WATCH = [
  "cloudwatch:PutMetricData",
  "ecr:DescribeImages",
  "elasticloadbalancing:DescribeTargetHealth",
  "logs:*LogDelivery",
  "logs:DescribeLogGroups",
  "logs:DescribeResourcePolicies",
  "logs:ListLogDeliveries",
  "logs:PutResourcePolicy",
  "xray:GetSampling*",
  "xray:PutT*",
] as const;

/** ECS: images, which may be another environment's, and sessions of ECS Exec. Source: modules/service/permissions.ts. */
const TASKS = [
  "ecr:BatchCheckLayerAvailability",
  "ecr:BatchGetImage",
  "ecr:GetAuthorizationToken",
  "ecr:GetDownloadUrlForLayer",
  "ssmmessages:*Channel",
] as const;

const LOGS = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"] as const;

/** What services do with queues, in few characters: a policy has a length. A test compares it with modules/queue/grants.ts. */
const QUEUES = ["sqs:*Message*", "sqs:GetQueue*"] as const;

/** Keys by way of services, and those of ECS Exec. */
const KEYS = [
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:Encrypt",
  "kms:GenerateDataKey*",
  "kms:ReEncrypt*",
];

/**
 * The most that a role may do which deploy makes: what the roles of the stacks need, and what the environment lets its services
 * do (`taskStatements`, `executionStatements`), of this environment and no other. A role may do what its own policies and this
 * one allow both.
 *
 * An administrator deploys it. Statements that an environment states later have no effect before bootstrap is deployed again.
 */
export function boundaryStatements(account: Account): Statement[] {
  const { prefix, names, environment } = account;
  const allow = (Action: unknown, Resource: unknown): Statement => ({ Effect: "Allow", Action, Resource });
  const anywhere = (service: string, ...resources: readonly string[]): string[] =>
    resources.map((resource) => account.arn(service, "*", resource));
  // With the account's number in a name, the pattern is the bucket, its copy and what is in both.
  const objects = account.buckets.flatMap(({ key, name, replica, stated }) =>
    stated.bucketName
      ? [name, `${name}/*`, ...(replica === undefined ? [] : [replica, `${replica}/*`])]
      : [`${prefix}-${key}-${environment.accountId}-*`],
  );
  const users = Object.keys(environment.cache?.users ?? {});
  const groups = [
    ...names.flatMap((name) => [`/ecs/${name}/*`, `/vpc/${name}/*`]),
    // Where RDS writes what enhanced monitoring measures. Source: AmazonRDSEnhancedMonitoringRole.
    "RDS*",
  ];
  const statements: Statement[] = [
    // The lag of a replica is RDS's own metric.
    allow([...BACKUP, ...WATCH, ...(account.standsBy ? ["cloudwatch:GetMetricStatistics"] : []), ...TASKS], "*"),
    ...kitListing(account),
    allow(KEYS, anywhere("kms", "key/*")),
    allow(LOGS, anywhere("logs", ...groups.map((group) => `log-group:${group}`))),
    allow(["logs:CreateLogGroup", "logs:PutRetentionPolicy", "logs:GetLogEvents"], anywhere("logs", "log-group:RDS*")),
    allow(
      ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
      anywhere(
        "secretsmanager",
        `secret:${prefix}/*`,
        // RDS calls its secrets after an ID, and tags them with its own tags only: any database's.
        ...(environment.database?.credentials?.managed ? ["secret:rds!db-*"] : []),
      ).concat(account.statedSecrets),
    ),
    allow(
      ["ssm:GetParameter", "ssm:GetParameters", "ssm:PutParameter"],
      anywhere("ssm", `parameter/holdfast/${prefix}/*`),
    ),
    ...(account.statedParameters.length > 0 ? [allow("ssm:GetParameters", account.statedParameters)] : []),
    allow(
      "states:StartExecution",
      anywhere("states", ...MACHINES.map((machine) => `stateMachine:${prefix}-${machine}`)),
    ),
    ...(environment.database ? [allow("rds-db:connect", anywhere("rds-db", "dbuser:*/*"))] : []),
    ...(environment.cache
      ? [
          allow(
            "elasticache:Connect",
            anywhere(
              "elasticache",
              ...[...new Set([...names, ...account.recoveryNames])].flatMap((name) => [
                `replicationgroup:${name}`,
                `serverlesscache:${name}`,
                ...users.map((user) => `user:${name}-${user}`),
              ]),
            ),
          ),
        ]
      : []),
    ...(account.queues.length > 0 ? [allow(QUEUES, anywhere("sqs", ...account.queues.map(({ name }) => name)))] : []),
    ...(account.topics.length > 0 ? [allow("sns:Publish", anywhere("sns", ...account.topics))] : []),
    ...(objects.length > 0
      ? [
          allow(
            ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:Get*", "s3:List*", "s3:PutObject*", "s3:Replicate*"],
            objects.map((pattern) => account.s3(pattern)),
          ),
        ]
      : []),
    ...(account.fileSystems.length > 0
      ? [
          allow(
            ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
            anywhere("elasticfilesystem", ...account.fileSystems.map((id) => `file-system/${id}`)),
          ),
        ]
      : []),
    ...statedStatements(account),
  ];
  return merged(
    [...statements, ...nothingOfOthers(account, reachedBy(statements)), ...keepBootstrap(account)].map(withoutSid),
  );
}

/** Whether statements allow any action of a service. One without a list of actions, or with `*`, allows some of each. */
function reachedBy(statements: readonly Statement[]): (service: string) => boolean {
  const services = new Set(statements.flatMap(({ Action = "*" }) => Action as string | string[]).map(serviceOf));
  return (service) => services.has("*") || services.has(service);
}

const serviceOf = (action: string): string => action.split(":")[0].toLowerCase();

const withoutSid = ({ Sid: _, ...statement }: Statement): Statement => statement;

/** What services are let do, where their roles are bounded by this policy: what their own policies deny stays denied there. */
function statedStatements(account: Account): Statement[] {
  return account.statedServices
    .filter(({ permissionsBoundary }) => permissionsBoundary === undefined)
    .flatMap(({ taskStatements = [], executionStatements = [] }) => [...taskStatements, ...executionStatements])
    .filter(({ effect }) => effect !== "Deny")
    .map(({ actions, resources, conditions = {} }) => ({
      Effect: "Allow",
      Action: actions,
      Resource: resources,
      ...(Object.keys(conditions).length > 0 ? { Condition: conditions } : {}),
    }));
}
