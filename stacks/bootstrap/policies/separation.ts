import { Statement } from "../../../modules/parts/policies";
import { Account } from "./account";
import { statedResources } from "./stated";

/**
 * What another environment's tags are on is out of reach, whatever else is allowed: services that give their resources IDs
 * instead of names (KMS, EC2, target groups, certificates) tell environments apart by nothing else. What the environment states
 * by its ARN or ID, or by an image, is meant, whatever it is tagged. A resource without such a tag is not told apart, nor is one of a service
 * that knows no tags in conditions (Route 53, dashboards).
 *
 * Source: Service Authorization Reference, condition key aws:ResourceTag of each action.
 *
 * @param isReached whether the policy allows anything of a service: what it does not reach need not be let through
 */
export function nothingOfOthers(account: Account, isReached: (service: string) => boolean = () => true): Statement[] {
  const meant = statedResources(account).filter((arn) => isReached(arn.split(":")[2]));
  return Object.entries(account.ownTags).map(([tag, value]) => ({
    Sid: `Others${tag}`,
    Effect: "Deny",
    Action: "*",
    ...(meant.length === 0 ? { Resource: "*" } : { NotResource: meant }),
    Condition: {
      StringNotEquals: { [`aws:ResourceTag/${tag}`]: value },
      Null: { [`aws:ResourceTag/${tag}`]: "false" },
    },
  }));
}

/**
 * What the bootstrap stack made is an administrator's alone: it decides who deploys, and how far that reaches. Reading it is
 * no harm.
 */
export function keepBootstrap(account: Account): Statement[] {
  const { regions, environment, partition } = account;
  const buckets = regions.map((region) => account.stateBucket(region));
  const aliases = regions.map((region) => `alias/*-state-${environment.accountId}-${region}`);
  return [
    {
      Sid: "WhoDeploys",
      Effect: "Deny",
      NotAction: ["iam:Get*", "iam:List*"],
      Resource: [
        ...account.ownRoleNames.map((name) => account.iam(`role/${name}`)),
        account.iam("policy/*"),
        account.iam("oidc-provider/*"),
      ],
    },
    {
      Sid: "StateBuckets",
      Effect: "Deny",
      NotAction: ["s3:DeleteObject", "s3:Get*", "s3:List*", "s3:PutObject"],
      // The bucket, the one of its logs (`-logs`), and what is in both. The account's number keeps the pattern from others.
      Resource: buckets.map((bucket) => account.s3(`${bucket}*`)),
    },
    {
      Sid: "StateKeyAliases",
      Effect: "Deny",
      Action: "kms:*",
      Resource: aliases.map((alias) => `arn:${partition}:kms:*:${environment.accountId}:${alias}`),
    },
    {
      // Of all environments of the account. An alias cannot be taken away, nor led elsewhere: then keys bear it for ever.
      Sid: "StateKeys",
      Effect: "Deny",
      NotAction: ["kms:Decrypt", "kms:Describe*", "kms:GenerateDataKey", "kms:Get*", "kms:List*"],
      Resource: `arn:${partition}:kms:*:${environment.accountId}:key/*`,
      Condition: { "ForAnyValue:StringLike": { "kms:ResourceAliases": aliases } },
    },
  ];
}
