import { STEP } from "./print";
import { hclExpression, hclValue } from "./value";

type Attributes = Readonly<Record<string, unknown>>;

/** What cdktf says of an attribute when it is asked for HCL. */
interface TypedAttribute {
  readonly value: unknown;
  readonly isBlock: boolean;
  /** Instead of a value, where the block is repeated. */
  readonly dynamic?: Readonly<Record<string, unknown>>;
}

interface DynamicBlock {
  readonly for_each: unknown;
  readonly content: Attributes;
}

/** Meta-arguments stand first, tags and the life cycle last, as in HashiCorp's style guide. */
const FIRST = ["count", "for_each", "provider"];
const LAST = ["tags", "lifecycle", "depends_on"];
/** Meta-argument blocks, which cdktf does not describe. */
const META_BLOCKS = ["lifecycle", "provisioner", "connection", "precondition", "postcondition", "assert"];
/** How cdktf describes an attribute, apart from its value. */
const DESCRIPTION = ["isBlock", "type", "storageClassType"];
/** Lists of references, which are written without quotes. */
const REFERENCES = ["depends_on", "ignore_changes", "replace_triggered_by"];

/**
 * The lines between the braces of a block, at `indent` columns. `untyped` is content that cdktf did not describe: objects
 * are blocks.
 */
export function blockBody(attributes: Attributes, indent: number, untyped = false): string[] {
  const groups = { first: [] as string[], plain: [] as string[], blocks: [] as string[], last: [] as string[] };
  const entries = Object.entries(attributes)
    .filter(([key, value]) => key !== "//" && value !== undefined)
    .sort(([a], [b]) => rank(a) - rank(b));
  for (const [key, attribute] of entries) {
    if (key === "dynamic") {
      for (const [name, kinds] of Object.entries(attribute as Record<string, DynamicBlock | DynamicBlock[]>)) {
        for (const block of [kinds].flat()) groups.blocks.push("", ...dynamicBlock(name, block, indent));
      }
      continue;
    }
    if (isTyped(attribute) && attribute.value === undefined && attribute.dynamic !== undefined) {
      groups.blocks.push("", ...dynamicBlock(key, attribute.dynamic.value as DynamicBlock, indent));
      continue;
    }
    const value = isTyped(attribute) ? valueOf(attribute) : attribute;
    if (value === undefined || value === null) continue;
    if (isBlock(key, attribute, value, untyped)) {
      const target = rank(key) > 0 ? groups.last : groups.blocks;
      for (const block of Array.isArray(value) ? value : [value])
        target.push("", ...nestedBlock(key, block as Attributes, indent, untyped));
    } else {
      const target = rank(key) < 0 ? groups.first : rank(key) > 0 ? groups.last : groups.plain;
      target.push(...attributeLines(key, value, indent));
    }
  }
  return [groups.first, groups.plain, groups.blocks, groups.last]
    .filter((lines) => lines.length > 0)
    .flatMap((lines, i) => (i > 0 && lines[0] !== "" ? ["", ...lines] : lines));
}

const rank = (key: string): number => {
  if (FIRST.includes(key)) return FIRST.indexOf(key) - FIRST.length;
  return LAST.indexOf(key) + 1;
};

const isTyped = (attribute: unknown): attribute is TypedAttribute =>
  typeof attribute === "object" && attribute !== null && !Array.isArray(attribute) && "isBlock" in attribute;

/** The value, with the overrides of what is inside of the block: cdktf puts those beside it. */
function valueOf({ value, ...rest }: TypedAttribute): unknown {
  const overrides = Object.entries(rest).filter(([key]) => !DESCRIPTION.includes(key));
  return overrides.length === 0 ? value : { ...(value as object), ...Object.fromEntries(overrides) };
}

function isBlock(key: string, attribute: unknown, value: unknown, untyped: boolean): boolean {
  if (META_BLOCKS.includes(key)) return true;
  if (isTyped(attribute)) return attribute.isBlock && typeof value !== "string";
  return untyped && typeof value === "object" && (!Array.isArray(value) || typeof value[0] === "object");
}

function nestedBlock(name: string, content: Attributes, indent: number, untyped: boolean): string[] {
  const body = blockBody(content, indent + STEP, untyped);
  return body.length > 0 ? [`${name} {`, ...body, "}"] : [`${name} {}`];
}

/** `key = value`, at `indent` columns. */
export function attributeLines(key: string, value: unknown, indent: number): string[] {
  const place = { indent, before: `${key} = `.length, after: 0 };
  const isReference = REFERENCES.includes(key) && Array.isArray(value);
  const source = isReference ? hclExpression(`[${value.join(", ")}]`, place) : hclValue(value, place);
  return `${key} = ${source}`.split("\n");
}

function dynamicBlock(name: string, block: DynamicBlock, indent: number): string[] {
  if (isOnce(name, block)) return nestedBlock(name, block.content, indent, true);
  return [
    `dynamic "${name}" {`,
    ...attributeLines("for_each", block.for_each, indent + STEP),
    "",
    ...nestedBlock("content", block.content, indent + STEP, true),
    "}",
  ];
}

/** Whether the block stands exactly once: a list of one literal, which nothing in the block reads. */
const isOnce = (name: string, { for_each, content }: DynamicBlock): boolean =>
  Array.isArray(for_each) && for_each.length === 1 && !JSON.stringify(content).includes(`${name}.`);
