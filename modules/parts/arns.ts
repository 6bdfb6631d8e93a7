import { t } from "../../kernel";
import { LookedUp, Scalar } from "../../kernel/types";
import { PARTITION } from "./regions";

/** What of an ARN must be as the module's provider has it. Its partition always must: nothing crosses partitions. */
export interface Home {
  /** Whether AWS takes only what is in the same region. The ARN of a global thing names no region, and passes. */
  readonly region: boolean;
  /** Whether AWS takes only what is in the same account, or AWS's own (`arn:aws:iam::aws:policy/...`). */
  readonly account: boolean;
}

/** What may be of another region and account: a copy, a source, whoever is given a right. */
export const ANYWHERE: Home = { region: false, account: false };
/** What may be of another account, which has to share it. */
export const SAME_REGION: Home = { region: true, account: false };
export const SAME_ACCOUNT: Home = { region: false, account: true };
export const HERE: Home = { region: true, account: true };

/** ARNs that name neither a region nor, for S3, an account. Source: AWS's Service Authorization Reference, by service. */
const SCOPE: Readonly<Record<string, string>> = { iam: ":(aws|[0-9]{12})", s3: ":" };
const REGIONAL = "[a-z0-9-]+:[0-9]{12}";

const PARTITION_HERE = "${data.aws_partition.current.partition}";
const REGION_HERE = "${data.aws_region.current.id}";
const ACCOUNT_HERE = "${data.aws_caller_identity.current.account_id}";

/** An ARN that lies elsewhere in each way that the home forbids; the generated tests are of us-east-1 and 123456789012. */
const elsewhere = (good: string, { region, account }: Home): string => {
  const [, , service, itsRegion, itsAccount, ...resource] = good.split(":");
  if (region && itsRegion) return ["arn", "aws", service, "af-south-1", itsAccount, ...resource].join(":");
  if (account && itsAccount) return ["arn", "aws", service, itsRegion, "999999999999", ...resource].join(":");
  return ["arn", "aws-cn", service, itsRegion, itsAccount, ...resource].join(":");
};

/**
 * Refuses an ARN of elsewhere in the plan: AWS would in the middle of an apply, or never, and then an alarm tells nobody.
 * Source: Amazon CloudWatch User Guide, "Using Amazon CloudWatch alarms" (topics of the same region); AWS KMS Developer
 * Guide, "Multi-Region keys" (a key encrypts in its own region); IAM User Guide, "Pass a role to an AWS service" (of the
 * same account).
 *
 * @param any what may stand in the place of a partition, region or account: a wildcard, where the API takes patterns
 */
export function livesAt(home: Home, good: string, any = ""): LookedUp {
  const or = any && `|${any}`;
  const region = home.region ? `(|${REGION_HERE}${or})` : "[^:]*";
  const account = home.account ? `(|aws|${ACCOUNT_HERE}${or})` : "[^:]*";
  const places = [
    ...(home.region ? [`region ${REGION_HERE}`] : []),
    ...(home.account ? [`account ${ACCOUNT_HERE}`] : []),
  ];
  const place = places.length > 0 ? places.join(" and ") : `partition ${PARTITION_HERE}`;
  return {
    condition: (ref) => `can(regex("^arn:(${PARTITION_HERE}${or}):[^:]*:${region}:${account}:", ${ref}))`,
    message: `must be of ${place}, as the module's provider is: give one that was made there`,
    bad: elsewhere(good, home),
  };
}

/** The same for what may be no ARN at all, where the whole of it matches. */
export const unless = (pattern: string, rule: LookedUp): LookedUp => ({
  ...rule,
  condition: (ref) => `(can(regex("^${pattern}$", ${ref})) || ${rule.condition(ref)})`,
});

/** An ARN of one service. Where it has to be is checked by the published module, as its provider knows it; see {@link Home}. */
export const arn = (service: string, resource: string, good: string, home: Home): Scalar<string> =>
  t
    .string()
    .pattern(new RegExp(`^arn:${PARTITION}:${service}:${SCOPE[service] ?? REGIONAL}:${resource}$`), wanted(service), {
      good,
      bad: "not-an-arn",
    })
    .length(1, 2048)
    .against(livesAt(home, good));

const wanted = (service: string): string => `must be an ARN of ${service}`;

/** What names of resources are made of. Source: botocore, the patterns of the services whose ARNs modules take. */
const NAME = "[A-Za-z0-9+=,.@_/!#-]+";

/** The ARN of a topic. Source: botocore, sns: CreateTopic.Name ("up to 256 characters", letters, digits, _ and -). */
export const topicArn = (good = "arn:aws:sns:us-east-1:123456789012:alarms") =>
  arn("sns", "[A-Za-z0-9_-]{1,256}([.]fifo)?", good, SAME_REGION);

const KEY = "00000000-0000-0000-0000-000000000000";

/** The ARN of a KMS key, which encrypts in its own region only. An alias is none: it can be pointed at another key. */
export const keyArn = (home: Home = SAME_REGION, region = "us-east-1") =>
  arn("kms", "key/[A-Za-z0-9-]+", `arn:aws:kms:${region}:123456789012:key/${KEY}`, home);

/** The ARN of a role. One that is passed to a service is of the same account. */
export const roleArn = (name: string, home: Home = SAME_ACCOUNT) =>
  arn("iam", "role/[A-Za-z0-9+=,.@_/-]+", `arn:aws:iam::123456789012:role/${name}`, home);

/** The ARN of a policy that bounds roles of this account; AWS's own policies do, too. */
export const boundaryArn = () =>
  arn("iam", "policy/[A-Za-z0-9+=,.@_/-]+", "arn:aws:iam::123456789012:policy/boundary", SAME_ACCOUNT);

/** The ARN of a bucket. Source: S3 User Guide, "General purpose bucket naming rules". */
export const bucketArn = (name: string) =>
  arn("s3", "[a-z0-9]([a-z0-9-]*[a-z0-9])?([.][a-z0-9]([a-z0-9-]*[a-z0-9])?)*", `arn:aws:s3:::${name}`, ANYWHERE);

/** The ARN of a function, or of one of its aliases. Source: botocore, lambda: FunctionName, Alias. */
export const functionArn = (good: string) =>
  arn("lambda", "function:[A-Za-z0-9_-]{1,64}(:[A-Za-z0-9_-]{1,128})?", good, SAME_REGION);

/** The resource of an ARN: a kind, such as `backup-vault:`, and a name. */
export const called = (kind: string): string => `${kind}${NAME}`;
