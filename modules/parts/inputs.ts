import { t } from "../../kernel";
import { boundaryArn, keyArn } from "./arns";
import { isBlock, isBlockHcl } from "./cidr";
import retention from "./tables/log-retention.json";

/** Days that CloudWatch Logs can keep a log group for. */
export const RETENTION_DAYS: readonly number[] = retention.days;

/** The name that all resources of a module begin with; `longest` comes from the shortest limit among them. */
export const nameInput = (longest: number) =>
  t
    .string()
    .pattern(
      new RegExp(`^[a-z][a-z0-9-]{1,${longest - 2}}[a-z0-9]$`),
      `must be 3 to ${longest} lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen`,
      { good: "nimbus-production", bad: "Nimbus_Production" },
    );

/** For a name that a service takes without two hyphens in a row, as RDS, ElastiCache and ECR do. Source: botocore, by service. */
export const singleHyphens = (service: string) => ({
  test: (name: string): boolean => !name.includes("--"),
  condition: (ref: string): string => `!strcontains(${ref}, "--")`,
  message: `must not have two hyphens in a row, which ${service} refuses`,
  bad: "nimbus--production",
});

/** What every service takes in a tag; EC2 alone would take more, and IAM refuses it in the middle of an apply. */
const TAG_CHARACTERS = "must be letters, digits, spaces and _ . : / = + - @";

/**
 * What the value of a tag may hold. Its length is a rule of its own: Terraform compiles a pattern each time that it is asked, and
 * one that repeats these classes 256 times takes 15 ms for each tag.
 */
export const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+@-]*$/u;

/** Characters of a tag's value, and of its key. Source: AWS Tag Editor User Guide, "Tag naming limits". */
const TAG_LENGTH = 256;
const TAG_KEY_LENGTH = 128;

/** How no key of a tag may begin. Source: botocore, iam, tagKeyType; AWS Tag Editor User Guide, "Tag naming limits". */
const OF_AWS = /^[aA][wW][sS]:/;

const notOfAws = {
  test: (tags: Readonly<Record<string, string>>) => !Object.keys(tags).some((key) => OF_AWS.test(key)),
  condition: (ref: string) => `alltrue([for key in keys(${ref}) : !can(regex("${OF_AWS.source}", key))])`,
  message: "must not have keys that begin with aws:, which AWS keeps for itself",
  bad: { "aws:team": "a" },
};

/** Tags for what EC2 alone makes, which takes any characters. Source: Amazon EC2 User Guide, "Tag restrictions". */
export const ec2TagsInput = () =>
  t
    .map(t.string().length(0, 256))
    .keys(/^.{1,128}$/, "must have 1 to 128 characters", { good: "kubernetes.io/role/elb", bad: "" })
    .rule(notOfAws)
    .default({});

/** The keys of tags as IAM reads them. Modules add a Name to what they are given. */
const sameKeys = (ref: string): string => `[for key in keys(merge(${ref}, { Name = "" })) : lower(key)]`;

/**
 * Tags for every resource.
 *
 * @param most how many a resource can have, Name among them. Source: AWS Tag Editor User Guide, "Tag naming limits": 50; for
 *   zones and health checks botocore, route53, TagList: 10
 */
export const tagsInput = (most = 50) =>
  t
    .map(
      t
        .string()
        .pattern(TAG_TEXT, TAG_CHARACTERS, {
          good: "production",
          bad: "50% off",
        })
        .length(0, TAG_LENGTH),
    )
    .keys(/^[\p{L}\p{Z}\p{N}_.:/=+@-]+$/u, TAG_CHARACTERS, { good: "CostCenter", bad: "Cost$" })
    .rule({
      test: (tags) => Object.keys(tags).every((key) => [...key].length <= TAG_KEY_LENGTH),
      condition: (ref) => `alltrue([for key in keys(${ref}) : length(key) <= ${TAG_KEY_LENGTH}])`,
      message: `must not have keys of more than ${TAG_KEY_LENGTH} characters`,
      bad: { ["k".repeat(TAG_KEY_LENGTH + 1)]: "a" },
    })
    .rule({
      test: (tags) => Object.keys({ ...tags, Name: "" }).length <= most,
      condition: (ref) => `length(merge(${ref}, { Name = "" })) <= ${most}`,
      message: `must not be more than ${most - 1}: AWS takes ${most} for a resource, and each gets a Name`,
      bad: Object.fromEntries(Array.from({ length: most }, (_none, n) => [`team-${n}`, "a"])),
    })
    .rule(notOfAws)
    .rule({
      test: (tags) => {
        const keys = Object.keys({ ...tags, Name: "" });
        return new Set(keys.map((key) => key.toLowerCase())).size === keys.length;
      },
      condition: (ref) => `length(distinct(${sameKeys(ref)})) == length(${sameKeys(ref)})`,
      message: "must not have keys that differ in case only, from one another or from Name: IAM takes them for one",
      bad: { Team: "a", team: "b" },
    })
    .default({});

/** Days that a log group is kept. */
export const retentionInput = (standard = 365) => t.number().oneOf(RETENTION_DAYS).example(standard).default(standard);

/**
 * The name of a bucket that is there already: dots divide it into parts as a host name has them. Source: S3 User Guide,
 * "General purpose bucket naming rules".
 */
export const existingBucket = () =>
  t
    .string()
    .length(3, 63)
    .pattern(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?([.][a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/, "must be the name of a bucket", {
      good: "nimbus-logs",
      bad: "arn:aws:s3:::nimbus-logs",
    });

/** A key of the caller instead of one that the module makes. */
export const kmsKeyInput = () =>
  t
    .object({
      /** ARN of the key. */
      arn: keyArn(),
    })
    .optional();

/** The permissions boundary of roles that a module makes, for accounts that ask for one. */
export const permissionsBoundaryInput = () =>
  t
    .object({
      /** ARN of the policy. */
      arn: boundaryArn(),
    })
    .optional();

/** A whole number between two, both included. */
export const whole = (lowest: number, highest: number, unit = "") =>
  t
    .number()
    .example(lowest)
    .rule({
      test: (value) => Number.isInteger(value) && value >= lowest && value <= highest,
      condition: (ref) => `floor(${ref}) == ${ref} && ${ref} >= ${lowest} && ${ref} <= ${highest}`,
      message: `must be a whole number between ${lowest} and ${highest}${unit && ` ${unit}`}`,
      bad: highest + 1,
    });

export const securityGroupId = () =>
  t.string().pattern(/^sg-[0-9a-f]+$/, "must be the ID of a security group", { good: "sg-0a1b2c3d", bad: "web" });

/** A block of IPv4 addresses that begins with its network address. */
export const cidrBlock = () =>
  t
    .string()
    .example("10.0.0.0/16")
    .rule({
      test: (text) => isBlock(text) && !text.includes(":"),
      condition: (ref) => `!strcontains(${ref}, ":") && ${isBlockHcl(ref)}`,
      message: "must be an IPv4 CIDR block that begins with its network address, such as 10.0.0.0/16",
      bad: "10.0.0.1/16",
    });

/** Name of an SSM parameter that a module makes; undefined for one that the module chooses. */
export const parameterNameInput = (good: string) =>
  t
    .string()
    .pattern(/^\/[A-Za-z0-9_./-]{1,500}$/, "must be the whole name of a parameter, with a slash in front", {
      good,
      bad: "copies",
    })
    .rule({
      test: (name) => !/^[/](aws|ssm)/i.test(name),
      condition: (ref) => `!can(regex("^/(aws|ssm)", lower(${ref})))`,
      message: "must not begin with /aws or /ssm, which Systems Manager keeps for itself",
      bad: "/aws/copies",
    })
    .rule({
      test: (name) => name.split("/").length <= 16,
      condition: (ref) => `length(split("/", ${ref})) <= 16`,
      message: "must not have more than 15 levels",
      bad: "/a".repeat(16),
    })
    .optional();

/** Namespace of metrics that a module writes. */
export const metricNamespaceInput = () =>
  t
    .string()
    .pattern(/^[A-Za-z0-9_./# -][A-Za-z0-9_./#: -]{0,254}$/, "must be the namespace of a metric", {
      good: "Holdfast/Recovery",
      bad: "Nimbus*",
    })
    .rule({
      test: (namespace) => !namespace.startsWith("AWS/"),
      condition: (ref) => `!startswith(${ref}, "AWS/")`,
      message: "must not begin with AWS/, which is for AWS alone",
      bad: "AWS/Recovery",
    })
    .default("Holdfast/Recovery");
