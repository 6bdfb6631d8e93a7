import { IResolvable, ITerraformIterator, TerraformElement, TerraformLocal, TerraformResource } from "cdktf";
import { TerraformDynamicBlock } from "cdktf/lib/terraform-dynamic-block";
import { Construct } from "constructs";
import { choose, knownFlag } from "./condition";
import { Flag, isUnresolved, raw, tf } from "./expression";
import { snakeCase } from "./types";

/** The current element of a `for_each`. */
export const each = { key: raw<string>("each.key"), value: raw<string>("each.value") } as const;

/**
 * `for_each` over a map or a set, which may be an expression. Over a literal `{}` the resource is not written out, as with
 * a literal count of 0.
 */
export const forEach = (over: unknown): ITerraformIterator => ({
  _getForEachExpression: (): IResolvable => tf`${over}`,
  ...(isEmptyObject(over) ? { isEmpty: true } : {}),
});

/** Whether a value is a literal `{}`, over which a resource is not written out. */
export const isEmptyObject = (value: unknown): boolean =>
  typeof value === "object" && value?.constructor === Object && Object.keys(value).length === 0;

/** A local value of the construct. */
export const local = (scope: Construct, id: string, value: unknown): TerraformLocal =>
  new TerraformLocal(scope, id, value);

/** Set on a stack that a module is published from. */
export const PUBLISHED = "holdfast:published";

/** Whether a construct is made for a published module, and not in an app. */
export const isPublished = (scope: Construct): boolean => scope.node.tryGetContext(PUBLISHED) === true;

/**
 * Names an expression that stands in several places, and returns what to write there. The published module gets a local.
 * An app gets the expression itself, since most of it is known there and folds away.
 */
export function shorthand<T>(scope: Construct, id: string, value: T): T {
  if (!isUnresolved(value) || !isPublished(scope)) return value;
  const named = local(scope, id, value);
  named.node.addMetadata(NAME, true);
  return tf<T>`${named}`;
}

/**
 * Begins a part of the published module: what the construct makes from here on stands below this heading, locals first.
 * An app has no headings.
 */
export function heading(scope: Construct, title: string): void {
  new Heading(scope, title);
}

/** The place of a heading among the resources of a construct. */
export class Heading extends Construct {
  constructor(
    scope: Construct,
    readonly title: string,
  ) {
    super(scope, `#${title}`);
  }
}

/** The attribute of every instance of a resource with `for_each`, in key order. */
export const all = (resource: TerraformElement, attribute: string): string[] =>
  tf<string[]>`values(${resource})[*].${raw(attribute)}`;

/** The attribute of a resource with `count`; null when there is none. */
export const one = (resource: TerraformElement, attribute: string): string =>
  tf<string>`one(${resource}[*].${raw(attribute)})`;

/** The attribute of one instance of a resource with `for_each`. */
export const at = (resource: TerraformElement, key: unknown, attribute: string): string =>
  tf<string>`${resource}[${key}].${raw(attribute)}`;

/**
 * A block that is repeated for every item of `over`; nothing where `over` is a literal empty list. Inside, the item is read with {@link item}. cdktf's own helper
 * leaves camelCase keys as they are and calls every iterator `each`.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function dynamic(over: unknown, content: object): any {
  if (Array.isArray(over) && over.length === 0) return undefined;
  const block = TerraformDynamicBlock.fromDynamicExpression({
    iterator: forEach(over),
    content: snakeKeys(content),
  } as never);
  for (const key of Object.keys(content).filter((name) => !(name in block))) {
    Object.defineProperty(block, key, { get: () => refuseSingleBlock(key) });
  }
  return Object.assign(block, { iterator: undefined });
}

/** Where a block may stand only once, cdktf copies its fields one by one, and so would lose a dynamic block. */
function refuseSingleBlock(field: string): never {
  throw new Error(
    `a dynamic block with ${field} was given to a property that takes one block: cdktf would drop it; use optionalBlock`,
  );
}

/** Inside a dynamic block: the current item, or a part of it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export const item = (block: string, path = ""): any => raw(`${block}.value${path && `.${path}`}`);

/**
 * Gives a resource a block only when the flag holds. For blocks of which there is at most one: cdktf silently drops a
 * dynamic block in their place. `path` is the block's Terraform name, after those of the blocks around it.
 */
export function optionalBlock(resource: TerraformResource, path: string, flag: Flag, content: object): void {
  const known = knownFlag(flag);
  if (known === false) return;
  const names = path.split(".");
  const name = names.pop();
  const block = snakeKeys(content);
  if (known) resource.addOverride([...names, name].join("."), block);
  else resource.addOverride([...names, "dynamic", name].join("."), { for_each: choose(flag, [1], []), content: block });
}

/**
 * Adds a block for every item of `over` to those of the same name that the resource has anyway. `path` is as in
 * {@link optionalBlock}, and an item is read as in {@link dynamic}.
 */
export function repeatedBlock(resource: TerraformResource, path: string, over: unknown, content: object): void {
  repeatedBlocks(resource, path, [{ over, content }]);
}

/** A kind of block, and what it is repeated for. */
export interface RepeatedBlock {
  readonly over: unknown;
  readonly content: object;
}

/**
 * The same for blocks of one name and several kinds, such as the rules of a firewall. A kind whose `over` is a literal
 * empty list is not written.
 */
export function repeatedBlocks(resource: TerraformResource, path: string, blocks: readonly RepeatedBlock[]): void {
  const names = path.split(".");
  const name = names.pop();
  const written = blocks
    .filter(({ over }) => !(Array.isArray(over) && over.length === 0))
    .map(({ over, content }) => ({ for_each: Array.isArray(over) ? over : tf`${over}`, content: snakeKeys(content) }));
  if (written.length === 0) return;
  resource.addOverride([...names, "dynamic", name].join("."), written.length === 1 ? written[0] : written);
}

/** Says why, above the resource in the published module. */
export function comment<T extends Construct>(construct: T, text: string): T {
  construct.node.addMetadata(COMMENT, text);
  return construct;
}

/**
 * Accepts a scanner's finding on a resource, with the reason. It is written next to the resource in both outputs: as
 * `#checkov:skip=ID:reason` in the published module and under `"//"` in the synthesized JSON.
 */
export function acceptFinding<T extends TerraformResource>(resource: T, finding: string, reason: string): T {
  resource.node.addMetadata(ACCEPTED_FINDING, { finding, reason });
  resource.addOverride(`//.accepted_findings.${finding}`, reason);
  return resource;
}

/** Metadata keys that the HCL writer reads. */
export const COMMENT = "comment";
export const ACCEPTED_FINDING = "accepted-finding";
/** On a local that is only a name: left out where nothing reads it. */
export const NAME = "name";

/** The content of a block as Terraform spells it; a dynamic block inside of it goes under `dynamic`. */
export function snakeKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeKeys);
  if (typeof value !== "object" || value === null || value.constructor !== Object) return value;
  const content: Record<string, unknown> = {};
  const nested: Record<string, unknown> = {};
  for (const [key, child] of Object.entries(value)) {
    if (TerraformDynamicBlock.isTerraformDynamicBlock(child)) nested[snakeCase(key)] = nestedBlock(child);
    else content[snakeCase(key)] = snakeKeys(child);
  }
  return Object.keys(nested).length === 0 ? content : { ...content, dynamic: nested };
}

const nestedBlock = (block: TerraformDynamicBlock): object => ({
  for_each: block.forEach._getForEachExpression(),
  content: block.content,
});
