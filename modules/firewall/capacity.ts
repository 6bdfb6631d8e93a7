import { snakeCase } from "../../kernel/types";
import { GROUP_INPUTS, GroupInput, MANAGED_GROUPS } from "./managed-groups";

/**
 * What the rules cost in web ACL capacity units (WCU), reckoned from the inputs, so that too many rules are refused while
 * Terraform plans and not by AWS in the middle of an apply.
 *
 * Source: AWS WAF Developer Guide, the "WCUs" line of each rule statement: IP set 1 (with any address of a forwarded header
 * 5), geo 1, size 1, regex 3, a text transformation 10, a rate limit 2, an aggregation key of it 30.
 */
const IP_SETS = 4;
const IP_SET = 1;
const IP_SET_OF_ANY = 5;
/** A path is compared as the application will read it: decoded, without `..`, in lower case. */
const PATH_MATCH = 3 + 3 * 10;
const INTERNAL_PATHS = PATH_MATCH;
/** Those of the addresses that may reach internal paths. */
const INTERNAL_IP_SETS = 2;
const METHOD_MATCH = 3;
const RATE_LIMIT = 2;
const AGGREGATION_KEY = 30;

/** The inputs that have a price. */
export interface CountedInputs extends Readonly<Record<GroupInput, { readonly enabled?: boolean | undefined }>> {
  readonly internalPaths: readonly string[] | undefined;
  readonly forwardedIp: { readonly position?: string | undefined } | undefined;
  readonly geo: object | undefined;
  readonly sizeLimits:
    | {
        readonly body?: number | undefined;
        readonly queryString?: number | undefined;
        readonly uriPath?: number | undefined;
        readonly bodyExceptPaths?: readonly string[] | undefined;
      }
    | undefined;
  readonly rateLimits:
    | Readonly<
        Record<
          string,
          {
            readonly by?: string | undefined;
            readonly paths?: readonly string[] | undefined;
            readonly methods?: readonly string[] | undefined;
          }
        >
      >
    | undefined;
  readonly managedGroups: Readonly<Record<string, { readonly capacity: number }>> | undefined;
  readonly ruleGroups: Readonly<Record<string, { readonly capacity: number }>> | undefined;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const some = (list: readonly unknown[] | undefined, price: number): number => ((list ?? []).length > 0 ? price : 0);

/** Capacity that the rules take. */
export function capacityOf(inputs: CountedInputs): number {
  const { internalPaths, forwardedIp, geo, sizeLimits, rateLimits, managedGroups, ruleGroups } = inputs;
  const sizes = [sizeLimits?.body, sizeLimits?.queryString, sizeLimits?.uriPath];
  return sum([
    (IP_SETS + some(internalPaths, INTERNAL_IP_SETS)) * (forwardedIp?.position === "ANY" ? IP_SET_OF_ANY : IP_SET),
    some(internalPaths, INTERNAL_PATHS),
    geo ? 1 : 0,
    sizes.filter((size) => (size ?? null) !== null).length,
    (sizeLimits?.body ?? null) === null ? 0 : some(sizeLimits?.bodyExceptPaths, PATH_MATCH),
    ...Object.values(rateLimits ?? {}).map(
      ({ by, paths, methods }) =>
        RATE_LIMIT + (by === "ip" ? 0 : AGGREGATION_KEY) + some(paths, PATH_MATCH) + some(methods, METHOD_MATCH),
    ),
    ...GROUP_INPUTS.map((group) => (inputs[group].enabled ? MANAGED_GROUPS[group].capacity : 0)),
    ...[managedGroups, ruleGroups].flatMap((groups) => Object.values(groups ?? {}).map(({ capacity }) => capacity)),
  ]);
}

/** The same as {@link capacityOf}, as HCL. */
export const CAPACITY = `sum(concat(${[
  `[(${IP_SETS} + (length(var.internal_paths) > 0 ? ${INTERNAL_IP_SETS} : 0)) * (try(var.forwarded_ip.position, "") == "ANY" ? ${IP_SET_OF_ANY} : ${IP_SET}), length(var.internal_paths) > 0 ? ${INTERNAL_PATHS} : 0, var.geo == null ? 0 : 1]`,
  `[for size in [var.size_limits.body, var.size_limits.query_string, var.size_limits.uri_path] : 1 if size != null]`,
  `[var.size_limits.body == null ? 0 : length(var.size_limits.body_except_paths) > 0 ? ${PATH_MATCH} : 0]`,
  `[for limit in values(var.rate_limits) : ${RATE_LIMIT} + (limit.by == "ip" ? 0 : ${AGGREGATION_KEY}) + (length(limit.paths) > 0 ? ${PATH_MATCH} : 0) + (length(limit.methods) > 0 ? ${METHOD_MATCH} : 0) if limit != null]`,
  `[${GROUP_INPUTS.map((group) => `var.${snakeCase(group)}.enabled ? ${MANAGED_GROUPS[group].capacity} : 0`).join(", ")}]`,
  `[for group in values(var.managed_groups) : group.capacity if group != null]`,
  `[for group in values(var.rule_groups) : group.capacity if group != null]`,
].join(", ")}))`;
