import { Statement } from "../../../modules/parts/policies";
import { recovered } from "../../../environments/definition/recovered";
import { recoveryName } from "../../../recovery/names";
import { Account } from "./account";
import { MACHINES } from "./scopes";

/** Services that are handed a role of the environment. Source: AWS managed policy AWSBackupFullAccess, for its two. */
const ROLE_TAKERS = [
  "application-autoscaling",
  "backup",
  "restore-testing.backup",
  "ecs-tasks",
  "monitoring.rds",
  "rds",
  "s3",
  "scheduler",
  "states",
  "vpc-flow-logs",
] as const;

/**
 * Services that make a role of their own when they are used for the first time in an account. Source: the AWS managed policies
 * AmazonEC2ContainerRegistryFullAccess, AWSBackupFullAccess and AmazonECS_FullAccess, and the services' guides.
 */
const LINKED_ROLES = [
  "backup",
  "ecs",
  "ecs.application-autoscaling",
  "elasticache",
  "elasticloadbalancing",
  "inspector2",
  "rds",
  "replication.ecr",
  "restore-testing.backup",
  "wafv2",
] as const;

/** What services' own roles do. */
export const MANAGED_POLICIES = [
  "AWSBackupServiceRolePolicyForBackup",
  "AWSBackupServiceRolePolicyForRestores",
  "AmazonRDSEnhancedMonitoringRole",
] as const;

/** What gives a role rights, or lets somebody use it. */
const EMPOWERING = [
  "iam:CreateRole",
  "iam:PutRolePermissionsBoundary",
  "iam:PutRolePolicy",
  "iam:UpdateAssumeRolePolicy",
];

/** What takes rights away, or none at all. */
const HARMLESS = [
  "iam:DeleteRole",
  "iam:DeleteRolePolicy",
  "iam:DetachRolePolicy",
  "iam:GetRole",
  "iam:GetRolePolicy",
  "iam:ListAttachedRolePolicies",
  "iam:ListInstanceProfilesForRole",
  "iam:ListRolePolicies",
  "iam:TagRole",
  "iam:UntagRole",
  "iam:UpdateRole",
  "iam:UpdateRoleDescription",
];

/** Names of the roles that primary and standby make, by the environment as it stands. */
export function madeRoles(account: Account): string[] {
  const { prefix, region, away, environment } = account;
  const places = [
    { name: prefix, where: region, services: environment.services },
    ...(away === undefined
      ? []
      : [{ name: recoveryName(prefix), where: away, services: recovered(environment).services }]),
  ];
  return [
    ...places.flatMap(({ name, where, services }) => [
      ...Object.entries(services).flatMap(([service, { taskRole, executionRole }]) => [
        ...(taskRole ? [] : [`${name}-${service}-task-${where}`]),
        ...(executionRole ? [] : [`${name}-${service}-execution-${where}`]),
      ]),
      ...["monitoring", "flow-logs", "proxy"].map((kind) => `${name}-${kind}-${where}`),
    ]),
    ...account.buckets.map(({ name }) => `${name}-replication`),
    ...(away === undefined
      ? []
      : [
          `${prefix}-backup-${region}`,
          `${prefix}-restore-${away}`,
          ...MACHINES.flatMap((machine) => [`${prefix}-${machine}`, `${prefix}-${machine}-schedule`]),
        ]),
  ];
}

/** Roles of services that the environment had not yet when bootstrap was deployed: tags tell whose they are. */
const laterRoles = (account: Account): string[] =>
  account.names.flatMap((name) => ["task", "execution"].map((kind) => account.iam(`role/${name}-*-${kind}-*`)));

/** Actions on such roles. */
export const newRoles = (account: Account, sid: string, actions: unknown): Statement => ({
  Sid: sid,
  Effect: "Allow",
  Action: actions,
  Resource: laterRoles(account),
  Condition: { StringEquals: account.tagged("aws:ResourceTag") },
});

/** To whom roles are handed, and which. */
export interface Hands {
  /** Region of what the roles are for. */
  readonly region: string;
  /** Services that are handed them, without `.amazonaws.com`. */
  readonly services: readonly string[];
}

/**
 * Handing roles to services: those that stacks make, and those that the environment states, all by name. AWS does not compare a
 * role's tags there. Source: IAM User Guide, "Grant a user permissions to pass a role to an AWS service".
 */
export function handStatements(account: Account, { region, services }: Hands): Statement[] {
  const names = madeRoles(account).filter((name) => name.endsWith(`-${region}`));
  const to = { "iam:PassedToService": services.map((service) => `${service}.amazonaws.com`) };
  return [
    {
      Sid: "HandRolesToServices",
      Effect: "Allow",
      Action: "iam:PassRole",
      Resource: [...names.map((name) => account.iam(`role/${name}`)), ...account.ownRoles],
      Condition: { StringEquals: to },
    },
    handScalingRole(account),
  ];
}

/**
 * The role that Application Auto Scaling has made for itself: AWS tells it of a target, and Terraform hands it back whenever it
 * changes one.
 */
const handScalingRole = (account: Account): Statement => ({
  Sid: "HandScalingRole",
  Effect: "Allow",
  Action: "iam:PassRole",
  Resource: account.iam(
    "role/aws-service-role/ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService",
  ),
  Condition: { StringEquals: { "iam:PassedToService": "application-autoscaling.amazonaws.com" } },
});

/**
 * Making roles, each of them bounded: whoever deploys hands out no right that an administrator has not put into the boundary,
 * and lifts none. Roles are those of the environment as it stood when bootstrap was deployed. That of another service is told by
 * its tags, as long as it is made or taken away: nobody hands it to ECS before bootstrap knows its name.
 */
export function roleStatements(account: Account): Statement[] {
  const made = madeRoles(account).map((name) => account.iam(`role/${name}`));
  const later = laterRoles(account);
  const allow = (Sid: string, Action: unknown, Resource: unknown, equals?: object): Statement => ({
    Sid,
    Effect: "Allow",
    Action,
    Resource,
    ...(equals === undefined ? {} : { Condition: { StringEquals: equals } }),
  });
  const managed = MANAGED_POLICIES.map((name) => `arn:${account.partition}:iam::aws:policy/service-role/${name}`);
  const deny = (Sid: string, Action: unknown, Condition: object): Statement => ({
    Sid,
    Effect: "Deny",
    Action,
    Resource: "*",
    Condition,
  });
  return [
    allow("Roles", ["iam:AttachRolePolicy", "iam:PassRole", ...EMPOWERING, ...HARMLESS], made),
    ...(account.ownRoles.length > 0 ? [allow("OwnRoles", "iam:PassRole", account.ownRoles)] : []),
    handScalingRole(account),
    allow("NewRoles", "iam:CreateRole", later, account.tagged("aws:RequestTag")),
    newRoles(account, "NewRolesRights", ["iam:AttachRolePolicy", ...EMPOWERING.slice(1), ...HARMLESS]),
    // A role without a boundary, or with another one, has none of the allowed: it is denied, too.
    deny("UnboundedRoles", ["iam:AttachRolePolicy", ...EMPOWERING], {
      StringNotEquals: { "iam:PermissionsBoundary": account.boundaries },
    }),
    deny("OtherServices", "iam:PassRole", {
      StringNotEquals: { "iam:PassedToService": ROLE_TAKERS.map((service) => `${service}.amazonaws.com`) },
    }),
    deny("OtherManagedPolicies", "iam:AttachRolePolicy", { ArnNotEquals: { "iam:PolicyARN": managed } }),
    allow("ServiceLinkedRoles", "iam:CreateServiceLinkedRole", account.iam("role/aws-service-role/*"), {
      "iam:AWSServiceName": LINKED_ROLES.map((service) => `${service}.amazonaws.com`),
    }),
    allow("ReadBoundary", ["iam:GetPolicy", "iam:GetPolicyVersion"], account.iam(`policy/${account.boundaryName}`)),
  ];
}
