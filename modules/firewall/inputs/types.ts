import { t } from "../../../kernel";
import { isBlock, isBlockHcl } from "../../parts/cidr";

/**
 * Statuses of an error that AWS WAF answers with. Source: AWS WAF Developer Guide, "Supported status codes for custom
 * responses".
 */
export const BLOCK_STATUSES = [
  400, 401, 403, 404, 405, 408, 409, 411, 412, 413, 414, 415, 416, 421, 429, 500, 501, 502, 503, 504, 505,
] as const;

/** A whole number between two. */
export const whole = (lowest: number, highest: number, unit = "") => t.number().range(lowest, highest, unit).integer();

/** A map by names that become names of rules and of metrics. */
export const byName = <T>(item: Parameters<typeof t.map<T>>[0]) =>
  t.map<T>(item).keys(/^[a-z0-9][a-z0-9-]{0,39}$/, "must be 1 to 40 lower-case letters, digits and hyphens", {
    good: "login",
    bad: "Log In",
  });

/** Addresses of an IP set, which takes no block of all addresses. */
export const addresses = () =>
  t.set(
    t
      .string()
      .example("203.0.113.0/24")
      .rule({
        test: (text) => isBlock(text) && !text.endsWith("/0"),
        condition: (ref) => `${isBlockHcl(ref)} && !endswith(${ref}, "/0")`,
        message:
          "must be an IPv4 or IPv6 CIDR block that begins with its network address, and not all addresses (/0); one address is a block of /32 or /128",
        bad: "0.0.0.0/0",
      }),
  );

const PATH = /^\/[A-Za-z0-9/_.~-]*$/;

/** A path, with everything below it. */
export const path = () =>
  t
    .string()
    .pattern(PATH, "must begin with a slash and hold letters, digits and / _ . ~ - only", {
      good: "/metrics",
      bad: "/metrics?*",
    })
    .length(2, 100);

/** A path that may stand for all that begin with it. */
export const pathPattern = () =>
  t
    .string()
    .pattern(/^\/[A-Za-z0-9/_.~-]*\*?$/, "must begin with a slash, and may end with * for all that begin so", {
      good: "/api/*",
      bad: "api/*/x",
    })
    .length(1, 100);

/** Characters that AWS WAF takes in a regular expression: API reference, RegexMatchStatement. */
export const LONGEST_PATTERN = 512;

/** Places among the rules of one kind are taken once. */
export const uniquePriorities = <T extends { readonly priority: number }>(rules: Readonly<Record<string, T>>) => {
  const taken = Object.values(rules).map(({ priority }) => priority);
  return new Set(taken).size === taken.length;
};

export const haveUniquePrioritiesHcl = (ref: string): string =>
  `length(distinct([for rule in values(${ref}) : rule.priority if rule != null])) == length([for rule in values(${ref}) : rule if rule != null])`;

/** Rules of one managed group whose action can be another. Source: WAF API Reference, ManagedRuleGroupStatement. */
const RULE_ACTIONS = 100;

/** What a rule of a managed group does instead of what AWS meant it to. */
export const ruleActions = () =>
  t
    .map(t.oneOf("count", "block", "allow", "captcha", "challenge"))
    .keys(/^[A-Za-z0-9_-]{1,128}$/, "must be the names of rules of the group, such as SizeRestrictions_BODY", {
      good: "SizeRestrictions_BODY",
      bad: "Size Restrictions",
    })
    .rule({
      test: (actions) => Object.keys(actions).length <= RULE_ACTIONS,
      condition: (ref) => `length(${ref}) <= ${RULE_ACTIONS}`,
      message: `must be at most ${RULE_ACTIONS}, which is what AWS WAF takes for one group`,
      bad: Object.fromEntries(Array.from({ length: RULE_ACTIONS + 1 }, (_none, i) => [`Rule${i}`, "count" as const])),
    })
    .default({});
