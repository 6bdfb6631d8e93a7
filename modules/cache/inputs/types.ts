import { t } from "../../../kernel";

export { whole } from "../../parts/inputs";

export const id = (prefix: string, what: string) =>
  t.string().pattern(new RegExp(`^${prefix}-[0-9a-f]+$`), `must be the ID of a ${what}`, {
    good: `${prefix}-0a1b2c3d4e5f60718`,
    bad: "none-of-these",
  });

/** A map by names that become part of a resource's address, and of a name in AWS. */
export const NAME_KEY = [
  /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  "must be lower-case letters, digits and single hyphens, beginning with a letter",
  { good: "web", bad: "Web!" },
] as const;
