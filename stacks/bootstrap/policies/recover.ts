import { Statement } from "../../../modules/parts/policies";
import { Account } from "./account";
import { RECOVERY_ACTIONS } from "./recovery-actions";
import { stateStatements } from "./state";

/**
 * What an incident needs, in the recovery region, and nothing else: no call that another region answers, and nothing of a
 * control plane that lives in us-east-1 (IAM, Route 53, CloudFront, creation of buckets). `iam:PassRole` is no call to IAM:
 * the service that is handed the role decides by the policies that it has.
 *
 * @param stacks names of those that the role deploys
 */
export function recoverStatements(account: Account, region: string, stacks: readonly string[]): Statement[] {
  const here = { StringEquals: { "aws:RequestedRegion": region } };
  const actions = [...new Set(Object.values(RECOVERY_ACTIONS).flat().map(described))].sort();
  const isScoped = (action: string) => scopes(account, region).some(({ owns }) => owns(action));
  return [
    ...scopes(account, region).map(({ sid, owns, resources }) => ({
      Sid: sid,
      Effect: "Allow" as const,
      Action: actions.filter(owns),
      Resource: resources,
      Condition: here,
    })),
    {
      Sid: "Regional",
      Effect: "Allow",
      Action: actions.filter((action) => !isScoped(action)),
      Resource: "*",
      Condition: here,
    },
    ...keys(account, region),
    {
      Sid: "HandRolesToServices",
      Effect: "Allow",
      Action: "iam:PassRole",
      // Roles of the standby: names of roles end with their region.
      Resource: [account.iam(`role/${account.prefix}-*-${region}`), ...account.ownRoles],
      Condition: {
        StringEquals: {
          "iam:PassedToService": [
            "ecs-tasks.amazonaws.com",
            "monitoring.rds.amazonaws.com",
            "vpc-flow-logs.amazonaws.com",
          ],
        },
      },
    },
    ...stateStatements(account, { region, stacks, write: true }),
  ];
}

/** All descriptions of a service as one: they tell nothing of what it holds, and a policy has 10,240 characters. */
const described = (action: string): string => action.replace(/:Describe.*/, ":Describe*");

/** Actions, and the ARNs that they are limited to. */
interface Scope {
  readonly sid: string;
  readonly owns: (action: string) => boolean;
  readonly resources: readonly string[];
}

/** Actions that are limited to what bears the environment's name. All others have no ARN that is known beforehand. */
function scopes(account: Account, region: string): readonly Scope[] {
  const { prefix } = account;
  const arns = (service: string, ...resources: readonly string[]): string[] =>
    resources.map((resource) => account.arn(service, region, resource));
  const changes = (service: string) => (action: string) =>
    action.startsWith(`${service}:`) && !/:(Describe|List|Get)/.test(action);
  return [
    {
      sid: "Parameters",
      owns: (action) => action.startsWith("ssm:") && action !== "ssm:Describe*",
      resources: account.handover(region),
    },
    {
      sid: "Secrets",
      owns: (action) => action.startsWith("secretsmanager:") && action !== "secretsmanager:GetRandomPassword",
      resources: [...arns("secretsmanager", `secret:${prefix}/*`), ...ownSecret(account, region)],
    },
    {
      sid: "Database",
      owns: changes("rds"),
      resources: arns(
        "rds",
        ...["db", "subgrp", "pg", "es"].map((kind) => `${kind}:${prefix}*`),
        // What is restored: copies bear the names that RDS, AWS Backup or a person gave them. The role deletes none.
        // Option groups are AWS's own.
        ...["snapshot:*", "auto-backup:*", "og:default:*"],
      ),
    },
    {
      sid: "Cache",
      owns: changes("elasticache"),
      resources: arns(
        "elasticache",
        ...["replicationgroup", "cluster", "serverlesscache", "subnetgroup", "parametergroup", "user", "usergroup"].map(
          (kind) => `${kind}:${prefix}*`,
        ),
        ...["snapshot:*", "parametergroup:default*"],
      ),
    },
    {
      sid: "Services",
      owns: (action) => ["ecs:CreateService", "ecs:UpdateService", "ecs:DeleteService"].includes(action),
      resources: arns("ecs", `service/${prefix}*/*`),
    },
    {
      sid: "Alarms",
      owns: (action) => changes("cloudwatch")(action),
      // The latter are made by Application Auto Scaling, in the name of whoever puts a policy.
      resources: arns("cloudwatch", `alarm:${prefix}*`, `alarm:TargetTracking-service/${prefix}*`),
    },
    {
      sid: "Logs",
      owns: changes("logs"),
      resources: arns(
        "logs",
        ...["", "/ecs/", "/aws/rds/instance/", "/aws/elasticache/"].map((path) => `log-group:${path}${prefix}*`),
      ),
    },
  ];
}

/** The copy of a secret of one's own that the database is given; RDS's own do not leave their region. */
function ownSecret({ environment }: Account, region: string): string[] {
  const arn = environment.database?.credentials?.existing?.arn;
  return arn === undefined ? [] : [arn.replace(`:${environment.region}:`, `:${region}:`)];
}

/** Restored data is encrypted with the environment's keys, which RDS and ElastiCache use by a grant. */
function keys(account: Account, region: string): Statement[] {
  const through = (...services: readonly string[]) => ({
    "kms:ViaService": services.map((service) => `${service}.${region}.${account.dnsSuffix}`),
  });
  const key = account.arn("kms", region, "key/*");
  return [
    {
      Sid: "DataKeys",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext"],
      Resource: key,
      Condition: { StringEquals: through("rds", "elasticache", "secretsmanager") },
    },
    {
      Sid: "DataKeyGrants",
      Effect: "Allow",
      Action: "kms:CreateGrant",
      Resource: key,
      Condition: {
        StringEquals: through("rds", "elasticache"),
        Bool: { "kms:GrantIsForAWSResource": "true" },
      },
    },
  ];
}
