import { Statement } from "../../../modules/parts/policies";
import { Account } from "./account";
import { stateStatements } from "./state";

/** What a plan reads of each service: what there is and how it is set up, and nothing of what it holds. */
const READ = [
  "acm:Describe*",
  "acm:List*",
  "application-autoscaling:Describe*",
  "application-autoscaling:ListTagsForResource",
  "backup:Describe*",
  "backup:GetBackup*",
  "backup:GetRestoreTesting*",
  "backup:List*",
  "cloudwatch:Describe*",
  "cloudwatch:List*",
  "ec2:Describe*",
  "ec2:GetManagedPrefixListEntries",
  "ecr:Describe*",
  "ecr:GetLifecyclePolicy",
  "ecr:GetRegistry*",
  "ecr:GetRepositoryPolicy",
  "ecr:List*",
  "ecs:Describe*",
  "ecs:List*",
  "elasticache:Describe*",
  "elasticache:List*",
  "elasticloadbalancing:Describe*",
  "events:Describe*",
  "events:List*",
  "iam:GetPolicy*",
  "iam:GetRole*",
  "iam:ListAttachedRolePolicies",
  "iam:ListInstanceProfilesForRole",
  "iam:ListPolicyVersions",
  "iam:ListRolePolicies",
  "kms:DescribeKey",
  "kms:GetKeyPolicy",
  "kms:GetKeyRotationStatus",
  "kms:ListAliases",
  "kms:ListResourceTags",
  "logs:Describe*",
  "logs:Get*Policy",
  "logs:GetDelivery*",
  "logs:ListTagsForResource",
  "rds:Describe*",
  "rds:ListTagsForResource",
  "route53:Get*",
  "route53:List*",
  "s3:Get*Configuration",
  "s3:GetBucket*",
  "s3:ListTagsForResource",
  "scheduler:Get*",
  "scheduler:List*",
  "secretsmanager:DescribeSecret",
  "secretsmanager:GetRandomPassword",
  "secretsmanager:GetResourcePolicy",
  "servicediscovery:Get*",
  "servicediscovery:List*",
  "ssm:DescribeParameters",
  "ssm:ListTagsForResource",
  "states:Describe*",
  "states:List*",
  "states:ValidateStateMachineDefinition",
  "tag:GetResources",
  "wafv2:Describe*",
  "wafv2:Get*",
  "wafv2:List*",
];

/** What plans, with `-lock=false`: it reads the states and cannot write them, so it has no lock either. */
export function planStatements(account: Account): Statement[] {
  const { prefix, regions, environment } = account;
  const secret = account.arn("secretsmanager", "*", `secret:${prefix}/master-user-*`);
  // Terraform reads the master password as it plans, since the database is given what the secret holds.
  const password: Statement[] = environment.database
    ? [
        { Sid: "MasterPassword", Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: secret },
        {
          Sid: "MasterPasswordKey",
          Effect: "Allow",
          Action: "kms:Decrypt",
          Resource: account.arn("kms", "*", "key/*"),
          Condition: { StringLike: { "kms:EncryptionContext:SecretARN": secret } },
        },
      ]
    : [];
  return [
    { Sid: "Read", Effect: "Allow", Action: READ, Resource: "*" },
    {
      Sid: "Buckets",
      Effect: "Allow",
      Action: "s3:ListBucket",
      Resource: account.s3(`${prefix}-*`),
    },
    {
      Sid: "Parameters",
      Effect: "Allow",
      Action: ["ssm:GetParameter", "ssm:GetParametersByPath"],
      Resource: account.handover("*"),
    },
    ...password,
    ...regions.flatMap((region) => stateStatements(account, { region, stacks: ["*"], write: false })),
  ];
}
