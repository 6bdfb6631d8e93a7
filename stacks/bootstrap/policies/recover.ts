import { Statement } from "../../../modules/parts/policies";
import { Account } from "./account";
import { keyStatements } from "./data-keys";
import { described } from "./deploy";
import { RECOVERY_ACTIONS } from "./recovery-actions";
import { kitStatements } from "./kit";
import { handStatements } from "./roles";
import { scopedStatements, unscoped } from "./scopes";
import { nothingOfOthers } from "./separation";
import { stateStatements } from "./state";

/** What a person does beside `cdktf deploy dr`. Source: dr/RUNBOOK.md, steps 5 and 8, and `npm run parity`. */
const BY_HAND = [
  "acm:DescribeCertificate",
  "ec2:DescribeAddresses",
  "ecr:DescribeImages",
  "elasticloadbalancing:DescribeListeners",
  "elasticloadbalancing:DescribeLoadBalancers",
  "logs:FilterLogEvents",
  "logs:GetLogEvents",
  "rds:CreateDBSnapshot",
  "rds:DescribeDBSnapshots",
  "secretsmanager:DescribeSecret",
  "servicequotas:GetServiceQuota",
  // The decision which region serves.
  "ssm:GetParameter",
  "ssm:PutParameter",
];

/** Services that are handed a role in an incident. */
const ROLE_TAKERS = ["ecs-tasks", "monitoring.rds"];

/**
 * What an incident needs, in the recovery region, and nothing else: no call that another region answers, and nothing of a
 * control plane that lives in us-east-1 (IAM, Route 53, CloudFront, creation of buckets). `iam:PassRole` is no call to IAM:
 * the service that is handed the role decides by the policies that it has.
 *
 * @param stacks names of those that the role deploys
 */
export function recoverStatements(account: Account, region: string, stacks: readonly string[]): Statement[] {
  const actions = [...new Set([...Object.values(RECOVERY_ACTIONS).flat(), ...BY_HAND])].sort();
  const place = { account, region, ...account.incident };
  return [
    ...stateStatements(account, { region, stacks, write: true }),
    ...kitStatements(account, false),
    ...scopedStatements(place, actions, region),
    {
      Sid: "Regional",
      Effect: "Allow",
      Action: described(unscoped(place, actions)),
      Resource: "*",
      Condition: { StringEquals: { "aws:RequestedRegion": region } },
    },
    ...ownSecret(account, region),
    ...keyStatements(account, {
      region,
      encrypting: ["rds", "elasticache", "secretsmanager"],
      granted: ["rds", "elasticache"],
    }),
    ...handStatements(account, { region, services: ROLE_TAKERS }),
    ...nothingOfOthers(account),
  ];
}

/** The copy of a secret of one's own that the database is given; RDS's own do not leave their region. */
function ownSecret({ environment }: Account, region: string): Statement[] {
  const arn = environment.database?.credentials?.existing?.arn;
  if (arn === undefined) return [];
  return [
    {
      Sid: "OwnSecret",
      Effect: "Allow",
      Action: ["secretsmanager:DescribeSecret", "secretsmanager:GetResourcePolicy", "secretsmanager:GetSecretValue"],
      Resource: arn.replace(`:${environment.region}:`, `:${region}:`),
    },
  ];
}
