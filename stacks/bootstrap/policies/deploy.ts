import { Statement } from "../../../modules/parts/policies";
import { Account } from "./account";
import { keyStatements } from "./data-keys";
import { PLATFORM_ACTIONS } from "./platform-actions";
import { kitStatements } from "./kit";
import { roleStatements } from "./roles";
import { isReading, scopedStatements, unscoped } from "./scopes";
import { keepBootstrap, nothingOfOthers } from "./separation";
import { stateStatements } from "./state";

/** Services whose actions have statements of their own, below. */
const APART = /^(iam|kms:(CreateGrant|Decrypt|GenerateDataKey)|lambda|route53|s3):?/;

/** Services that read and write what is encrypted with the environment's keys, in the deployer's name. */
const ENCRYPTING = ["backup", "ecr", "elasticache", "rds", "secretsmanager"] as const;

/**
 * What deploys the environment's stacks but bootstrap and dr. It makes roles, but none that may do more than the boundary
 * says; it reaches nothing of another environment, and neither who deploys nor where states are.
 *
 * What cannot be bounded: descriptions and lists know no ARN; log delivery and log groups' resource policies, the registry's
 * replication and scanning, Application Auto Scaling's targets and SNS's subscriptions are the account's; a resource without tags, of a service that
 * gives IDs instead of names, is anybody's.
 */
export function deployStatements(account: Account): Statement[] {
  const where = { StringEquals: { "aws:RequestedRegion": account.deployRegions } };
  const actions = [...new Set(Object.values(PLATFORM_ACTIONS).flat())].filter((action) => !APART.test(action)).sort();
  const place = { account, region: "*", ...account.peace };
  const free = unscoped(place, actions);
  return [
    ...account.regions.flatMap((region) => stateStatements(account, { region, stacks: ["*"], write: true })),
    ...kitStatements(account, true),
    ...scopedStatements(place, actions, account.deployRegions),
    {
      Sid: "Descriptions",
      Effect: "Allow",
      Action: described(free.filter(isReading)),
      Resource: "*",
      Condition: where,
    },
    {
      Sid: "Unnamed",
      Effect: "Allow",
      Action: free.filter((action) => !isReading(action)),
      Resource: "*",
      Condition: where,
    },
    ...keyStatements(account, {
      region: "*",
      encrypting: ENCRYPTING,
      granted: ENCRYPTING,
      copying: ["secretsmanager"],
      retiring: ["backup", "ecr"],
    }),
    ...bucketStatements(account),
    ...nameStatements(account),
    ...roleStatements(account),
    ...ownSecretStatements(account),
    ...rotationStatements(account),
    ...nothingOfOthers(account),
    ...keepBootstrap(account),
  ];
}

/**
 * Services some of whose descriptions tell what they hold: secrets of Cognito's clients and of identity providers, user data of
 * EC2's instances, parameters of Systems Manager's tasks, inputs and outputs of Step Functions' executions.
 */
const TELLING = /^(cognito-idp|ec2|ssm|states):/;

/** All descriptions of a service as one, where they tell nothing of what it holds: a policy has a length. */
export const described = (actions: readonly string[]): string[] => [
  ...new Set(actions.map((action) => (TELLING.test(action) ? action : action.replace(/:Describe.*/, ":Describe*")))),
];

/** Buckets, but nothing that is in them; only those that are said to be thrown away are emptied. */
function bucketStatements(account: Account): Statement[] {
  const actions = [...new Set(Object.values(PLATFORM_ACTIONS).flat())]
    .filter((action) => action.startsWith("s3:"))
    .sort();
  const emptied = account.bucketPatterns.filter(({ isEmptied }) => isEmptied);
  return [
    {
      Sid: "Buckets",
      Effect: "Allow",
      Action: actions,
      Resource: account.bucketPatterns.map(({ pattern }) => account.s3(pattern)),
    },
    ...(emptied.length === 0
      ? []
      : [
          {
            Sid: "EmptyBuckets",
            Effect: "Allow" as const,
            Action: ["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:ListBucketVersions"],
            Resource: emptied.flatMap(({ pattern }) => [account.s3(pattern), account.s3(pattern, "*")]),
          },
        ]),
  ];
}

/** Records of the environment's own zone. Health checks have IDs, and Route 53 knows no tags in conditions. */
function nameStatements(account: Account): Statement[] {
  const { names } = account.environment;
  const global = (resource: string): string => `arn:${account.partition}:route53:::${resource}`;
  const endpoints: Statement = {
    // Names of interface endpoints are in zones of AWS's own.
    Sid: "EndpointNames",
    Effect: "Allow",
    Action: "route53:AssociateVPCWithHostedZone",
    Resource: global("hostedzone/*"),
  };
  if (!names) return [endpoints];
  return [
    endpoints,
    {
      Sid: "Records",
      Effect: "Allow",
      Action: [
        "route53:ChangeResourceRecordSets",
        "route53:GetHostedZone",
        "route53:ListResourceRecordSets",
        "route53:ListTagsForResource",
      ],
      Resource: global(`hostedzone/${names.zone.id}`),
    },
    { Sid: "RecordChanges", Effect: "Allow", Action: "route53:GetChange", Resource: global("change/*") },
    {
      Sid: "HealthChecks",
      Effect: "Allow",
      Action: [
        "route53:ChangeTagsForResource",
        "route53:DeleteHealthCheck",
        "route53:GetHealthCheck",
        "route53:ListTagsForResource",
        "route53:UpdateHealthCheck",
      ],
      Resource: global("healthcheck/*"),
    },
    { Sid: "NewHealthChecks", Effect: "Allow", Action: "route53:CreateHealthCheck", Resource: "*" },
  ];
}

/**
 * A secret of one's own that the database is given, and one that RDS makes for it. Source: Amazon RDS User Guide, "Permissions
 * required for Secrets Manager integration".
 */
function ownSecretStatements(account: Account): Statement[] {
  const { credentials } = account.environment.database ?? {};
  const own = credentials?.existing?.arn;
  return [
    ...(own === undefined
      ? []
      : [
          {
            Sid: "OwnSecret",
            Effect: "Allow" as const,
            Action: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
            Resource: own,
          },
        ]),
    ...(credentials?.managed === undefined
      ? []
      : [
          {
            Sid: "SecretOfDatabase",
            Effect: "Allow" as const,
            Action: ["secretsmanager:CreateSecret", "secretsmanager:RotateSecret", "secretsmanager:TagResource"],
            Resource: account.arn("secretsmanager", "*", "secret:rds!db-*"),
          },
        ]),
  ];
}

/** Functions that rotate secrets: whoever sets a rotation up lets Secrets Manager call them. */
function rotationStatements(account: Account): Statement[] {
  const functions = account.rotationFunctions;
  if (functions.length === 0) return [];
  return [
    {
      Sid: "Rotation",
      Effect: "Allow",
      Action: ["lambda:AddPermission", "lambda:GetPolicy", "lambda:InvokeFunction", "lambda:RemovePermission"],
      Resource: functions,
    },
  ];
}
