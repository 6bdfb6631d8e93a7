import { Annotations, Lazy, TerraformResource } from "cdktf";
import { closest } from "fastest-levenshtein";
import type { Environment } from "../environments/definition";
import { Problem, Stack, isSwitchedOff } from "../kernel";
import { snakeCase } from "../kernel/types";
import { UNCHANGEABLE, protectionOf } from "./protected-attributes";

/** A resource of a stack, and the address that Terraform shows for it. */
interface Found {
  readonly stack: string;
  readonly address: string;
  readonly resource: TerraformResource;
}

/** One attribute that is overridden, of each resource that has the address. */
interface Override {
  /** As it is stated: with the name of a stack, or without. */
  readonly address: string;
  readonly attribute: string;
  readonly value: unknown;
}

/**
 * Lays what the environment overrides over the resources of its stacks, before they are written: rules, objectives and scanners
 * see the result. What is overridden is said at each synthesis.
 *
 * @returns what is wrong with the overrides: nothing is laid over then
 */
export function applyOverrides(stacks: readonly Stack[], environment: Environment): Problem[] {
  const resources = stacks.flatMap(resourcesOf);
  const overrides = Object.entries(environment.overrides ?? {}).flatMap(([address, attributes]) =>
    Object.entries(attributes).map(([attribute, value]): Override => ({ address, attribute, value })),
  );
  const unsafe = environment.unsafeOverrides ?? [];
  const problems = [
    ...overrides.flatMap((override) => problemsOf(override, resources, unsafe)),
    ...withoutNeed(overrides, resources, unsafe),
  ];
  const wrongAddresses = new Map(problems.map((problem) => [`${problem.path}: ${problem.message}`, problem]));
  if (wrongAddresses.size > 0) return [...wrongAddresses.values()];
  for (const override of overrides) {
    for (const { resource } of named(override.address, resources)) {
      layOver(resource, [override.attribute], override.value);
      const said = `${override.attribute} is overridden: ${JSON.stringify(override.value)}`;
      Annotations.of(resource).addInfo(`${resource.terraformResourceType}.${resource.friendlyUniqueId}: ${said}`);
    }
  }
  return [];
}

const resourcesOf = (stack: Stack): Found[] =>
  stack.node
    .findAll()
    .filter((construct): construct is TerraformResource => TerraformResource.isTerraformResource(construct))
    .filter((resource) => !isSwitchedOff(resource))
    .map((resource) => ({
      stack: stack.node.id,
      address: `${resource.terraformResourceType}.${resource.friendlyUniqueId}`,
      resource,
    }));

const named = (stated: string, resources: readonly Found[]): Found[] =>
  resources.filter(({ stack, address }) => stated === address || stated === `${stack}/${address}`);

function problemsOf(
  { address, attribute, value }: Override,
  resources: readonly Found[],
  unsafe: readonly string[],
): Problem[] {
  const path = `overrides["${address}"]`;
  const found = named(address, resources);
  if (found.length === 0) {
    const known = resources.flatMap((one) => (address.includes("/") ? `${one.stack}/${one.address}` : one.address));
    return [{ path, message: `is the address of no resource; the nearest are ${nearest(address, known)}` }];
  }
  const forbidden = UNCHANGEABLE.get(attribute);
  if (forbidden !== undefined) return [{ path: `${path}.${attribute}`, message: `cannot be overridden: ${forbidden}` }];
  const { resource } = found[0];
  const unknown = unknownAttribute(resource, attribute, value, `${path}.${attribute}`);
  if (unknown) return [unknown];
  const protection = protectionIn(resource.terraformResourceType, attribute, value);
  const isNamed = unsafe.includes(`${address}.${attribute}`);
  if (protection === undefined || isNamed) return [];
  const message = `is about ${protection}: if you mean it, name it in unsafeOverrides, "${address}.${attribute}"`;
  return [{ path: `${path}.${attribute}`, message, value }];
}

/** What an attribute protects, or an argument inside of its block. */
function protectionIn(type: string, argument: string, value: unknown): string | undefined {
  const nested = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return (
    protectionOf(type, argument) ??
    nested
      .map(([key, item]) => protectionIn(type, Array.isArray(value) ? argument : key, item))
      .find((one) => one !== undefined)
  );
}

/** Names in `unsafeOverrides` that stand for no override, or for a harmless one. */
function withoutNeed(
  overrides: readonly Override[],
  resources: readonly Found[],
  unsafe: readonly string[],
): Problem[] {
  const needed = overrides
    .filter(({ address, attribute, value }) => {
      const type = named(address, resources)[0]?.resource.terraformResourceType;
      return type === undefined || protectionIn(type, attribute, value) !== undefined;
    })
    .map(({ address, attribute }) => `${address}.${attribute}`);
  return unsafe
    .filter((name) => !needed.includes(name))
    .map((value) => ({ path: "unsafeOverrides", message: "names nothing that needs it; leave it out", value }));
}

/** Arguments of a resource or block that can be set, by the provider's own names: its class has a `...Input` for each. */
function argumentsOf(owner: object): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (
    let type = Object.getPrototypeOf(owner) as object | null;
    type !== null;
    type = Object.getPrototypeOf(type) as object | null
  ) {
    for (const name of Object.getOwnPropertyNames(type)) {
      if (name.endsWith("Input")) names.set(snakeCase(name.slice(0, -"Input".length)), name.slice(0, -"Input".length));
    }
  }
  return names;
}

function unknownAttribute(owner: object, attribute: string, value: unknown, path: string): Problem | undefined {
  const known = new Map([...argumentsOf(owner), ["lifecycle", "lifecycle"]]);
  const property = known.get(attribute);
  if (property === undefined) {
    return {
      path,
      message: `is no argument that can be set; the nearest are ${nearest(attribute, [...known.keys()])}`,
    };
  }
  const block = blockOf((owner as Record<string, unknown>)[property]);
  if (block === undefined || attribute === "lifecycle") return undefined;
  for (const item of Array.isArray(value) ? (value as readonly unknown[]) : [value]) {
    if (typeof item !== "object" || item === null) continue;
    for (const [key, nested] of Object.entries(item)) {
      const problem = unknownAttribute(block, key, nested, `${path}.${key}`);
      if (problem) return problem;
    }
  }
  return undefined;
}

/** The class of a block, of which cdktf has one or a list; undefined for a plain value. */
function blockOf(value: unknown): object | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if ("get" in value && typeof value.get === "function") {
    const item = (value.get as (index: number) => unknown)(0);
    return typeof item === "object" && item !== null ? item : undefined;
  }
  return argumentsOf(value).size > 0 ? value : undefined;
}

/** The three names that come closest to one that there is not. */
function nearest(name: string, known: readonly string[]): string {
  const left = new Set(known);
  const found: string[] = [];
  while (found.length < 3 && left.size > 0) {
    const next = closest(name, [...left]);
    found.push(next);
    left.delete(next);
  }
  return found.join(", ");
}

/**
 * Lays a value over an attribute: an object key by key over a block or a map, so that what it does not name stays (tags, the
 * guards in a life cycle); all else in the place of what was there. cdktf would append a list to the one that is there.
 */
function layOver(resource: TerraformResource, path: readonly string[], value: unknown): void {
  const isBlocks = path.length === 1 && isListOfBlocks(resource, path[0]);
  if (typeof value === "object" && value !== null && !Array.isArray(value) && !isBlocks) {
    for (const [key, item] of Object.entries(value)) layOver(resource, [...path, key], item);
    return;
  }
  const data = literal(isBlocks && !Array.isArray(value) ? [value] : value);
  // A dot in a key is no step into it.
  const keys = path.map((key) => key.replaceAll(".", "\\."));
  resource.addOverride(keys.join("."), Array.isArray(data) ? Lazy.anyValue({ produce: () => data }) : data);
}

function isListOfBlocks(resource: TerraformResource, attribute: string): boolean {
  const property = argumentsOf(resource).get(attribute);
  const value = property === undefined ? undefined : (resource as unknown as Record<string, unknown>)[property];
  return typeof value === "object" && value !== null && "get" in value;
}

/** Text is text: Terraform would take `${` for an expression. */
function literal(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/\$\{/g, "$$${").replace(/%\{/g, "%%{");
  if (Array.isArray(value)) return (value as readonly unknown[]).map(literal);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, literal(item)]));
}
