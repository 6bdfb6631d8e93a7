import { Spell } from "../../../kernel";
import { SAME_REGION, arn, called } from "../../parts/arns";
import { snakeCase } from "../../../kernel/types";
import { sizedName } from "../../parts/sizes";
import classes from "../tables/classes.json";

export { cidrBlock, securityGroupId, whole } from "../../parts/inputs";

export { keyArn, roleArn, topicArn } from "../../parts/arns";

/** Names that the caller chooses, which become part of the names of resources. */
export const NAME_KEY = [
  /^[a-z0-9]+(-[a-z0-9]+)*$/,
  "must be lower-case letters, digits and single hyphens between them",
  { good: "reports", bad: "Reports!" },
] as const;

export const secretArn = () =>
  arn(
    "secretsmanager",
    called("secret:"),
    "arn:aws:secretsmanager:us-east-1:123456789012:secret:nimbus/master-user-a1b2c3",
    SAME_REGION,
  );

export const instanceClass = () => sizedName("db", "an instance class of RDS for PostgreSQL", classes, "db.m7g.large");

/** Exactly one of these fields is there. Whether a field is there is known, even where its value is not. */
export const exactlyOne = <const N extends string>(...names: readonly N[]) => ({
  test: (value: { readonly [K in N]?: unknown }) =>
    names.filter((name) => value[name] !== undefined && value[name] !== null).length === 1,
  condition: (ref: string) =>
    `length([for part in [${names.map((name) => `${ref}.${snakeCase(name)} != null`).join(", ")}] : part if part]) == 1`,
  message: (spell: Spell<N>) => `must have exactly one of ${names.map(spell).join(", ")}`,
});
