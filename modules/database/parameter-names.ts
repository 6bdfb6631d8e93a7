import { hclLiteral } from "../../kernel/types";
import type { Rule } from "../../kernel/types";
import table from "./tables/parameters.json";

type Parameters = Readonly<Record<string, { readonly value: string }>>;
type OfParameters = Rule<Parameters, never>;

/** Parameters that have an input of their own, or that the module fixes. */
export const NAMED: readonly string[] = [
  "rds.force_ssl",
  "log_statement",
  "log_min_duration_statement",
  "shared_preload_libraries",
  "rds.logical_replication",
  "shared_buffers",
  "effective_cache_size",
  "max_connections",
  "work_mem",
  "maintenance_work_mem",
];

/** Parameters that every version has, and those that only some have, by the major version. */
const EVERYWHERE: readonly string[] = table.everywhere;
const SOME: Readonly<Record<string, readonly string[]>> = table.more;
const VARYING = [...new Set(Object.values(SOME).flat())].sort();
/** All of them. */
export const ALL = [...EVERYWHERE, ...VARYING];
const RANGES: Readonly<Record<string, readonly number[]>> = table.ranges;

/** Parameters that are set when PostgreSQL starts, and one of its extension: RDS refuses to apply them at once. */
export const STATIC: readonly string[] = [...table.static, "pg_stat_statements.max"];

/** Parameters of RDS and of extensions have a dot in their names; RDS alone knows which there are. */
const isOfServer = (name: string): boolean => !name.includes(".");
const hcl = (value: unknown): string => hclLiteral(value);

/** Parameters of the server that no version has: a mistake, which RDS finds in the middle of an apply. */
export const known: OfParameters = {
  test: (parameters) => Object.keys(parameters).every((name) => !isOfServer(name) || ALL.includes(name)),
  condition: (ref) =>
    `length(setsubtract([for name in keys(${ref}) : name if !strcontains(name, ".")], ${hcl(ALL)})) == 0`,
  message: `must be parameters that PostgreSQL ${Object.keys(SOME)[0]} to ${Object.keys(SOME).at(-1)} have and RDS lets be set (as of ${table.date}); those of RDS and of extensions have a dot in their names`,
  bad: { max_conections: { value: "100" } },
  wrongKeys: {
    in: (parameters) => Object.keys(parameters).filter((name) => isOfServer(name) && !ALL.includes(name)),
    hcl: (ref) => `setsubtract([for name in keys(${ref}) : name if !strcontains(name, ".")], ${hcl(ALL)})`,
  },
  known: () => ALL,
};

/** RDS takes a formula of the instance's size, such as `{DBInstanceClassMemory/10922}`, for any number. */
const isFormula = /[{(]/;
const BOOLEAN = /^(0|1|on|off|true|false|yes|no)$/;

const hasRange = (name: string): boolean => Object.hasOwn(RANGES, name);

const isInRange = (name: string, value: string): boolean =>
  isFormula.test(value) ||
  (/^-?[0-9]+([.][0-9]+)?$/.test(value) && Number(value) >= RANGES[name][0] && Number(value) <= RANGES[name][1]);

/** Numbers outside of what the parameter takes, and text for a number. */
export const inRange: OfParameters = {
  test: (parameters) =>
    Object.entries(parameters).every(([name, { value }]) => !hasRange(name) || isInRange(name, value)),
  condition: (ref) =>
    `alltrue([for limits in [${hcl(RANGES)}] : alltrue([for name, parameter in ${ref} : !contains(keys(limits), name) || parameter == null ? true : ` +
    `can(regex("${isFormula.source}", parameter.value)) || (can(regex("^-?[0-9]+([.][0-9]+)?$", parameter.value)) && ` +
    `try(tonumber(parameter.value) >= limits[name][0] && tonumber(parameter.value) <= limits[name][1], false))])])`,
  message: "must have numbers that PostgreSQL takes for the parameter, in its unit and without naming it",
  bad: { checkpoint_timeout: { value: "5" } },
};

/** Text for a switch. */
export const switches: OfParameters = {
  test: (parameters) =>
    Object.entries(parameters).every(([name, { value }]) => !table.booleans.includes(name) || BOOLEAN.test(value)),
  condition: (ref) =>
    `alltrue([for name, parameter in ${ref} : parameter == null ? true : !contains(${hcl(table.booleans)}, name) || can(regex("${BOOLEAN.source}", parameter.value))])`,
  message: "must have 1 or 0 (on or off) for a parameter that is a switch",
  bad: { jit: { value: "maybe" } },
};

/** Whether a version has all of the parameters; one that the table does not know may have any. */
export const areOf = (version: string, names: readonly string[]): boolean => {
  const some = SOME[version.split(".")[0]];
  return some === undefined || names.every((name) => !VARYING.includes(name) || some.includes(name));
};

/** The same as {@link areOf}, as HCL. */
export const areOfHcl = (version: string, names: string): string =>
  `[for some in [${hcl(SOME)}] : !contains(keys(some), split(".", ${version})[0]) ? true : ` +
  `length(setsubtract(setintersection(${names}, flatten(values(some))), some[split(".", ${version})[0]])) == 0][0]`;
