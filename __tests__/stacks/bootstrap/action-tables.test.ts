import { readFileSync, readdirSync } from "node:fs";
import { EnvironmentDefinition } from "../../../environments/definition";
import { PLATFORM_ACTIONS } from "../../../stacks/bootstrap/policies/platform-actions";
import { RECOVERY_ACTIONS } from "../../../stacks/bootstrap/policies/recovery-actions";
import { everyInput, statingMost } from "../../environments/every-input";
import development from "../../fixtures/environments/development";
import production from "../../fixtures/environments/production";
import staging from "../../fixtures/environments/staging";
import { synthesizeEnvironment } from "../../whole-environment";

/**
 * The tables that the roles' policies are made of have an entry for each type that the roles meet. Which actions belong into an
 * entry, applies under these roles say (__tests__/emulator/roles.ts); a type without one they could not even reach.
 */

const { recovery: _recovery, ...oneRegion } = production;

/** Environments, those with as many inputs as go together among them, each by its file's name. */
const ENVIRONMENTS: readonly (readonly [what: string, name: string, environment: () => EnvironmentDefinition])[] = [
  ["production", "production", () => production],
  ["staging", "staging", () => staging],
  ["development", "development", () => development],
  ["every input, two regions", "production", () => statingMost(production, everyInput).environment],
  ["every input, one region", "production", () => statingMost(oneRegion, everyInput).environment],
];

/** Modules that no environment has a part for; roots of one's own call them, under roles of one's own. */
const NOT_STATED = ["static-site", "user-pool"];

/** Types of a module that no environment can state, and why. */
const NOT_OF_AN_ENVIRONMENT: Readonly<Record<string, readonly string[]>> = {
  // The zone of an environment is there before it: `names.zone` takes a zone's name and ID.
  "dns-failover": [
    "aws_route53_hosted_zone_dnssec",
    "aws_route53_key_signing_key",
    "aws_route53_query_log",
    "aws_route53_zone",
  ],
};

const KINDS = { resource: "", data: "data.", ephemeral: "ephemeral." } as const;

/** Types in the JSON of a stack, as the tables spell them. */
const typesIn = (json: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(KINDS).flatMap(([kind, prefix]) => Object.keys(json[kind] ?? {}).map((type) => `${prefix}${type}`));

/** Types in a published module. */
function typesOf(module: string): string[] {
  const blocks = readFileSync(`terraform/${module}/main.tf`, "utf8").matchAll(
    /^(resource|data|ephemeral) "([a-z0-9_]+)"/gm,
  );
  const types = [...blocks].map(([, kind, type]) => `${KINDS[kind as keyof typeof KINDS]}${type}`);
  return [...new Set(types)].filter((type) => !NOT_OF_AN_ENVIRONMENT[module]?.includes(type));
}

const modules = readdirSync("terraform").filter((module) => !NOT_STATED.includes(module));
const missing = (types: readonly string[], table: Readonly<Record<string, unknown>>): string[] =>
  types.filter((type) => !Object.hasOwn(table, type));

/** Types of each stack, bootstrap's aside: somebody with all rights deploys it. */
const typesOfStacks = ([, name, environment]: (typeof ENVIRONMENTS)[number]) =>
  synthesizeEnvironment(environment(), name)
    .filter((stack) => stack.name !== "bootstrap")
    .map((stack) => ({ stack: stack.name, types: typesIn(stack.json) }));

const stacksOf = new Map(ENVIRONMENTS.map((row) => [row[0], typesOfStacks(row)]));
const seen = new Set([...[...stacksOf.values()].flat().flatMap(({ types }) => types), ...modules.flatMap(typesOf)]);

test("the environments have every stack that a role deploys", () => {
  const names = new Set([...stacksOf.values()].flat().map(({ stack }) => stack));
  expect([...names].sort()).toEqual(["dr", "edge", "primary", "restore-test", "standby"]);
});

test.each(ENVIRONMENTS.map(([what]) => what))("%s: each type of each stack has its actions", (what) => {
  const without = (stacksOf.get(what) ?? []).map(({ stack, types }) => [stack, missing(types, PLATFORM_ACTIONS)]);
  expect(without).toEqual(without.map(([stack]) => [stack, []]));
});

test.each(ENVIRONMENTS.map(([what]) => what))("%s: each type of what recovers has its actions", (what) => {
  const recovering = (stacksOf.get(what) ?? []).filter(({ stack }) => ["dr", "restore-test"].includes(stack));
  const without = recovering.map(({ stack, types }) => [stack, missing(types, RECOVERY_ACTIONS)]);
  expect(without).toEqual(without.map(([stack]) => [stack, []]));
});

test.each(modules)("%s: each type of the module has its actions", (module) => {
  expect(typesOf(module)).not.toEqual([]);
  expect(missing(typesOf(module), PLATFORM_ACTIONS)).toEqual([]);
});

test.each(Object.entries(NOT_OF_AN_ENVIRONMENT))("%s: what no environment can state has none", (_module, types) => {
  expect(missing(types, PLATFORM_ACTIONS)).toEqual(types);
});

test.each([
  ["PLATFORM_ACTIONS", PLATFORM_ACTIONS],
  ["RECOVERY_ACTIONS", RECOVERY_ACTIONS],
])("%s lets nobody do anything for a type that nothing has", (_name, table) => {
  expect(Object.keys(table).filter((type) => !seen.has(type))).toEqual([]);
});
