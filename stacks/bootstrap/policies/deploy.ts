import { Statement } from "../../../modules/parts/policies";
import { Account } from "./account";
import { stateStatements } from "./state";

/** Services whose resources make up the stacks; each is limited to the environment's regions. */
const REGIONAL = [
  "acm",
  "application-autoscaling",
  "backup",
  "backup-storage",
  "cloudwatch",
  "ec2",
  "ecr",
  "ecs",
  "elasticache",
  "elasticloadbalancing",
  "events",
  "kms",
  "logs",
  "rds",
  "resource-groups",
  "scheduler",
  "servicediscovery",
  "states",
  "tag",
  "wafv2",
] as const;

/** Services that are handed a role of the environment. */
const ROLE_TAKERS = [
  "backup",
  "ecs-tasks",
  "events",
  "monitoring.rds",
  "rds",
  "s3",
  "scheduler",
  "states",
  "vpc-flow-logs",
] as const;

/** Services that make a role of their own when they are used for the first time in an account. */
const LINKED_ROLES = ["autoscaling", "ecs", "elasticache", "elasticloadbalancing", "rds", "wafv2", "backup"] as const;

/**
 * What deploys the environment's stacks but bootstrap and dr. It can make roles of the environment's name, and so in the
 * end do what such a role may: who may assume it is as good as an administrator of the environment. What it cannot do is
 * change who may deploy, or lose the states.
 */
export function deployStatements(account: Account): Statement[] {
  const { prefix, regions } = account;
  const inRegions = { StringEquals: { "aws:RequestedRegion": regions } };
  const allow = (sid: string, actions: readonly string[], resource: unknown, condition?: unknown): Statement => ({
    Sid: sid,
    Effect: "Allow",
    Action: actions,
    Resource: resource,
    ...(condition === undefined ? {} : { Condition: condition }),
  });
  return [
    allow(
      "Services",
      REGIONAL.map((service) => `${service}:*`),
      "*",
      inRegions,
    ),
    allow(
      "Buckets",
      BUCKETS,
      bucketNames(account).map((name) => account.s3(name)),
    ),
    allow("Secrets", ["secretsmanager:*"], account.arn("secretsmanager", "*", `secret:${prefix}/*`), inRegions),
    allow("RandomPassword", ["secretsmanager:GetRandomPassword"], "*", inRegions),
    allow(
      "Parameters",
      ["ssm:*Parameter", "ssm:*Parameters", "ssm:*Resource", "ssm:GetParametersByPath"],
      account.handover("*"),
      inRegions,
    ),
    allow("FindParameters", ["ssm:DescribeParameters"], "*", inRegions),
    allow("Names", ["route53:*"], "*"),
    allow("Roles", ROLES, [account.iam(`role/${prefix}-*`), account.iam(`policy/${prefix}-*`)]),
    allow("HandRolesToServices", ["iam:PassRole"], [account.iam(`role/${prefix}-*`), ...account.ownRoles], {
      StringEquals: { "iam:PassedToService": ROLE_TAKERS.map((service) => `${service}.amazonaws.com`) },
    }),
    allow("ServiceLinkedRoles", ["iam:CreateServiceLinkedRole"], account.iam("role/aws-service-role/*"), {
      StringLike: { "iam:AWSServiceName": LINKED_ROLES.map((service) => `${service}*.amazonaws.com`) },
    }),
    ...regions.flatMap((region) => stateStatements(account, { region, stacks: ["*"], write: true })),
    ...keepBootstrap(account),
  ];
}

/** What the bootstrap stack made is not the deployer's: it would decide who deploys, and lose what was deployed. */
function keepBootstrap(account: Account): Statement[] {
  const own = ["deploy", "plan", "recover"].map((role) => account.iam(`role/${account.prefix}-${role}`));
  const buckets = account.regions.map((region) => account.stateBucket(region));
  return [
    {
      Sid: "WhoDeploys",
      Effect: "Deny",
      NotAction: ["iam:Get*", "iam:List*", "sts:*"],
      Resource: [...own, account.iam("oidc-provider/*")],
    },
    {
      Sid: "States",
      Effect: "Deny",
      Action: ["s3:DeleteBucket*", "s3:PutBucket*", "s3:Put*Configuration"],
      Resource: buckets.flatMap((bucket) => [account.s3(bucket), account.s3(`${bucket}-logs`)]),
    },
    {
      Sid: "StateKeys",
      Effect: "Deny",
      Action: ["kms:DisableKey", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"],
      Resource: "*",
      Condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": buckets.map((bucket) => `alias/${bucket}`) } },
    },
  ];
}

/** Buckets, but nothing that is in them. */
const BUCKETS = [
  "s3:CreateBucket",
  "s3:DeleteBucket*",
  "s3:Get*Configuration",
  "s3:GetBucket*",
  "s3:ListBucket",
  "s3:ListTagsForResource",
  "s3:Put*Configuration",
  "s3:PutBucket*",
  "s3:TagResource",
  "s3:UntagResource",
];

const ROLES = [
  "iam:AttachRolePolicy",
  "iam:CreatePolicy",
  "iam:CreatePolicyVersion",
  "iam:CreateRole",
  "iam:DeletePolicy",
  "iam:DeletePolicyVersion",
  "iam:DeleteRole",
  "iam:DeleteRolePolicy",
  "iam:DetachRolePolicy",
  "iam:Get*",
  "iam:List*",
  "iam:PutRolePermissionsBoundary",
  "iam:PutRolePolicy",
  "iam:TagPolicy",
  "iam:TagRole",
  "iam:UntagPolicy",
  "iam:UntagRole",
  "iam:UpdateAssumeRolePolicy",
  "iam:UpdateRole",
  "iam:UpdateRoleDescription",
];

/** Buckets of the environment, by what their names begin with, and those that were named otherwise. */
function bucketNames({ environment, prefix }: Account): string[] {
  const named = Object.values(environment.storage ?? {}).flatMap(({ bucketName }) => bucketName ?? []);
  return [`${prefix}-*`, ...named.flatMap((name) => [name, `${name}-logs`])];
}
