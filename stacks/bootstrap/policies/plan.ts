import { Statement } from "../../../modules/parts/policies";
import { Account } from "./account";
import { described } from "./deploy";
import { PLATFORM_ACTIONS } from "./platform-actions";
import { madeRoles, newRoles } from "./roles";
import { isReading } from "./scopes";
import { nothingOfOthers } from "./separation";
import { stateStatements } from "./state";

/** Services whose reading has statements of its own, below (what bears the environment's names), or that no plan reads. */
const NAMED = /^(cognito-idp|iam|inspector2|kms:Decrypt|lambda|route53|s3|secretsmanager|ssm):?/;

/** What of these knows no ARN. */
const NAMELESS = ["secretsmanager:GetRandomPassword", "ssm:DescribeParameters"];

/**
 * What plans, with `-lock=false`: it reads the states and cannot write them, so it has no lock either. Pull requests may be
 * trusted with it: it reads how the environment is set up, and of what that holds only what Terraform compares.
 */
export function planStatements(account: Account): Statement[] {
  const { regions, deployRegions } = account;
  const where = { StringEquals: { "aws:RequestedRegion": deployRegions } };
  const reads = [...new Set(Object.values(PLATFORM_ACTIONS).flat())].filter(isReading).sort();
  const of = (service: string) =>
    reads.filter((action) => action.startsWith(`${service}:`) && !NAMELESS.includes(action));
  const allow = (Sid: string, Action: unknown, Resource: unknown, Condition?: object): Statement => ({
    Sid,
    Effect: "Allow",
    Action,
    Resource,
    ...(Condition === undefined ? {} : { Condition }),
  });
  return [
    allow("Read", described([...reads.filter((action) => !NAMED.test(action)), ...NAMELESS]), "*", where),
    allow(
      "Buckets",
      of("s3"),
      account.bucketPatterns.map(({ pattern }) => account.s3(pattern)),
    ),
    allow("Parameters", of("ssm"), account.handover("*")),
    allow(
      "Secrets",
      of("secretsmanager").filter((action) => action !== "secretsmanager:GetSecretValue"),
      [account.arn("secretsmanager", "*", `secret:${account.prefix}/*`), ...ownSecret(account)],
    ),
    allow(
      "Roles",
      of("iam"),
      madeRoles(account).map((name) => account.iam(`role/${name}`)),
    ),
    newRoles(account, "NewRoles", of("iam")),
    allow("Boundary", ["iam:GetPolicy", "iam:GetPolicyVersion"], account.iam(`policy/${account.boundaryName}`)),
    ...zone(account, of("route53")),
    ...functions(account),
    ...comparedSecrets(account),
    ...regions.flatMap((region) => stateStatements(account, { region, stacks: ["*"], write: false })),
    ...nothingOfOthers(account),
  ];
}

const ownSecret = ({ environment }: Account): string[] => {
  const arn = environment.database?.credentials?.existing?.arn;
  return arn === undefined ? [] : [arn];
};

function zone({ environment, partition }: Account, actions: readonly string[]): Statement[] {
  if (!environment.names) return [];
  const resources = [`hostedzone/${environment.names.zone.id}`, "healthcheck/*", "change/*"];
  return [
    {
      Sid: "Names",
      Effect: "Allow",
      Action: actions,
      Resource: resources.map((resource) => `arn:${partition}:route53:::${resource}`),
    },
  ];
}

/** Functions that rotate secrets: who may call them is refreshed with the rotation. */
function functions(account: Account): Statement[] {
  const arns = account.rotationFunctions;
  return arns.length === 0 ? [] : [{ Sid: "Rotation", Effect: "Allow", Action: "lambda:GetPolicy", Resource: arns }];
}

/**
 * Values that Terraform reads as it plans: it refreshes each version that it wrote, and gives the database what its secret
 * holds. Values that somebody else puts are not among them.
 */
function comparedSecrets(account: Account): Statement[] {
  const { prefix, environment } = account;
  const { database, secrets } = environment;
  const written = Object.entries(secrets?.secrets ?? {})
    .filter(([, { value }]) => value !== "external")
    .map(([key]) => key);
  const generated = database && !database.credentials?.existing && !database.credentials?.managed;
  // AWS ends the ARN of a secret with a hyphen and six characters.
  const arns = [
    ...[...(generated ? ["master-user"] : []), ...written].map((key) =>
      account.arn("secretsmanager", "*", `secret:${prefix}/${key}-??????`),
    ),
    ...ownSecret(account),
  ];
  if (arns.length === 0) return [];
  return [
    { Sid: "ComparedSecrets", Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: arns },
    {
      Sid: "ComparedSecretsKeys",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: account.arn("kms", "*", "key/*"),
      Condition: { StringLike: { "kms:EncryptionContext:SecretARN": arns } },
    },
  ];
}
