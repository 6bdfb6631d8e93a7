import { Annotations, Lazy, TerraformResource, Token, Tokenization } from "cdktf";
import { closest } from "fastest-levenshtein";
import type { Environment } from "../environments/definition";
import { Problem, Stack, isSwitchedOff, tf } from "../kernel";
import { snakeCase } from "../kernel/types";
import { LIFECYCLE, holdsSecret, isSecret, protectionOf, unchangeable } from "./protected-attributes";

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
    ...statedTwice(overrides),
  ];
  const wrongAddresses = new Map(problems.map((problem) => [`${problem.path}: ${problem.message}`, problem]));
  if (wrongAddresses.size > 0) return [...wrongAddresses.values()];
  for (const override of overrides) {
    for (const { resource } of named(override.address, resources)) {
      layOver(resource, [override.attribute], override.value);
      const value = isSecret(override.attribute) ? "a value that is not shown" : JSON.stringify(override.value);
      const said = `${override.attribute} is overridden: ${value}`;
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
  const { resource } = found[0];
  const forbidden = forbiddenIn(resource, attribute, value);
  if (forbidden !== undefined) return [{ path: `${path}.${attribute}`, message: `cannot be overridden: ${forbidden}` }];
  const unknown = unknownAttribute(resource, attribute, value, `${path}.${attribute}`);
  if (unknown) return [unknown];
  const protection = protectionIn(resource.terraformResourceType, attribute, value);
  const isNamed = unsafe.includes(`${address}.${attribute}`);
  if (protection === undefined || isNamed) return [];
  const message = `is about ${protection}: if you mean it, name it in unsafeOverrides, "${address}.${attribute}"`;
  const isShown = typeof value !== "object" && !isSecret(attribute);
  return [{ path: `${path}.${attribute}`, message, value: isShown ? value : undefined }];
}

/** Why an attribute, or an argument inside of its block, can have no override; undefined: it can. */
function forbiddenIn(resource: TerraformResource, attribute: string, value: unknown): string | undefined {
  const isBlock = blockOf(propertyOf(resource, attribute)) !== undefined;
  const reason = unchangeable(attribute, isBlock);
  if (reason !== undefined) return reason;
  const secret = "no secret is ever in code, nor in a plan or a state: put it into Secrets Manager";
  return secretIn(attribute, value) ? secret : undefined;
}

/** Whether text is stated for what holds a secret. */
function secretIn(argument: string, value: unknown): boolean {
  if (typeof value === "string") return holdsSecret(argument);
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, item]) => secretIn(Array.isArray(value) ? argument : key, item));
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

/** Attributes that are stated both for all stacks and for one: which of the two counts would hang on their order. */
function statedTwice(overrides: readonly Override[]): Problem[] {
  const general = overrides.filter(({ address }) => !address.includes("/"));
  return overrides
    .filter(({ address, attribute }) =>
      general.some((one) => one.attribute === attribute && address.endsWith(`/${one.address}`)),
    )
    .map(({ address, attribute }) => ({
      path: `overrides["${address}"].${attribute}`,
      message: `is stated for all stacks, too: name each stack that ${attribute} is for`,
    }));
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
  // What the provider computes, though cdktf would set it.
  for (const computed of ["id", "tags_all"]) known.delete(computed);
  const property = known.get(attribute);
  if (property === undefined) {
    return {
      path,
      message: `is no argument that can be set; the nearest are ${nearest(attribute, [...known.keys()])}`,
    };
  }
  if (attribute === "lifecycle") return unknownLifecycle(value, path);
  const block = blockOf((owner as Record<string, unknown>)[property]);
  if (block === undefined) return undefined;
  for (const item of Array.isArray(value) ? (value as readonly unknown[]) : [value]) {
    if (item === null) continue;
    if (typeof item !== "object")
      return { path, message: "is a block: it must be an object, or a list of objects", value };
    for (const [key, nested] of Object.entries(item)) {
      const problem = unknownAttribute(block, key, nested, `${path}.${key}`);
      if (problem) return problem;
    }
  }
  return undefined;
}

function unknownLifecycle(value: unknown, path: string): Problem | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { path, message: `must be an object of ${LIFECYCLE.join(", ")}`, value };
  }
  const unknown = Object.keys(value).find((key) => !LIFECYCLE.includes(key));
  if (unknown === undefined) return undefined;
  return { path: `${path}.${unknown}`, message: `is nothing that a life cycle has; there are ${LIFECYCLE.join(", ")}` };
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

/** The three names that come closest to one that there is not; of addresses, those of the same type first. */
function nearest(name: string, known: readonly string[]): string {
  const sameType = known.filter((one) => one.includes(".") && one.split(".")[0] === name.split(".")[0]);
  const left = new Set(sameType.length > 0 ? sameType : known);
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
  const [attribute] = path;
  const isTop = path.length === 1;
  const current = isTop
    ? (resource as unknown as Record<string, unknown>)[`${propertyName(resource, attribute)}Input`]
    : undefined;
  if (isMap(value) && isTop && isComputed(current)) {
    // Terraform knows what is there: it lays the one over the other.
    resource.addOverride(attribute, tf`merge(${current}, ${value})`);
    return;
  }
  // A block that the stack repeats would stand beside the one that is stated.
  removeRepeated(resource, path.slice(0, -1), path[path.length - 1]);
  const isBlocks = isTop && isListOfBlocks(propertyOf(resource, attribute));
  if (isMap(value) && !isBlocks) {
    for (const [key, item] of Object.entries(value)) layOver(resource, [...path, key], item);
    return;
  }
  const data = literal(isBlocks && !Array.isArray(value) ? [value] : value);
  resource.addOverride(pathTo(path), Array.isArray(data) ? Lazy.anyValue({ produce: () => data }) : data);
}

/** Takes a repeated block out; Terraform refuses a `dynamic` that holds none. */
function removeRepeated(resource: TerraformResource, owner: readonly string[], block: string): void {
  const repeated = valueAt(resource, [...owner, "dynamic"]);
  if (!isMap(repeated) || !(block in repeated)) return;
  const isLast = Object.keys(repeated).length === 1;
  resource.addOverride(pathTo([...owner, "dynamic", ...(isLast ? [] : [block])]), undefined);
}

/** What a resource is written with, so far, at a path. */
function valueAt(resource: TerraformResource, path: readonly string[]): unknown {
  const { terraformResourceType: type, friendlyUniqueId: name } = resource;
  const written = resource.toTerraform() as Record<string, Record<string, Record<string, unknown>>>;
  return path.reduce<unknown>(
    (value, key) => (isMap(value) ? value[key] : undefined),
    written.resource?.[type]?.[name],
  );
}

/** A path as cdktf takes it: a dot in a key is no step into it. */
const pathTo = (keys: readonly string[]): string => keys.map((key) => key.replaceAll(".", "\\.")).join(".");

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a value is known to Terraform only. */
const isComputed = (value: unknown): boolean => Token.isUnresolved(value) || Tokenization.isResolvable(value);

const propertyName = (resource: TerraformResource, attribute: string): string =>
  argumentsOf(resource).get(attribute) ?? attribute;

const propertyOf = (resource: TerraformResource, attribute: string): unknown =>
  (resource as unknown as Record<string, unknown>)[propertyName(resource, attribute)];

const isListOfBlocks = (value: unknown): boolean => typeof value === "object" && value !== null && "get" in value;

/** Text is text: Terraform would take `${` for an expression. */
function literal(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/\$\{/g, "$$${").replace(/%\{/g, "%%{");
  if (Array.isArray(value)) return (value as readonly unknown[]).map(literal);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, literal(item)]));
}
