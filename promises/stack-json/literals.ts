import { Body, Element, StackJson, elementsOf, localsOf } from "./elements";

/** What only Terraform can say. */
export const UNKNOWN: unique symbol = Symbol("known to Terraform only");

const WRAPPERS = /^(?:tomap|toset|tolist|tostring|tobool|tonumber)\((.*)\)$/s;

/**
 * The value of an argument where it can be read without Terraform: a literal, an empty collection, or a local that stands
 * for one. All else is {@link UNKNOWN}.
 */
export function literalOf(value: unknown, locals: Body, depth = 0): unknown {
  // A local that stands for itself is Terraform's to refuse.
  if (depth > 20) return UNKNOWN;
  if (typeof value !== "string") return value;
  if (!/[$%]\{/.test(value)) return value;
  const whole = /^\$\{(.*)\}$/s.exec(value)?.[1].trim();
  return whole === undefined ? UNKNOWN : evaluate(whole, locals, depth);
}

function evaluate(expression: string, locals: Body, depth: number): unknown {
  const wrapped = WRAPPERS.exec(expression)?.[1];
  if (wrapped !== undefined) return evaluate(wrapped.trim(), locals, depth + 1);
  const local = /^local\.([\w-]+)$/.exec(expression)?.[1];
  if (local !== undefined) return local in locals ? literalOf(locals[local], locals, depth + 1) : UNKNOWN;
  const text = /^"([^"\\$%]*)"$/.exec(expression)?.[1];
  if (text !== undefined) return text;
  if (/^\{\s*\}$/.test(expression)) return {};
  if (/^\[\s*\]$/.test(expression)) return [];
  if (/^(true|false|null|-?[0-9]+)$/.test(expression)) return JSON.parse(expression) as unknown;
  return UNKNOWN;
}

/** Whether a block has no instance: its count is 0, or its for_each is empty. */
export function hasNoInstance({ count, for_each: forEach }: Body, locals: Body): boolean {
  if (literalOf(count, locals) === 0) return true;
  const keys = literalOf(forEach, locals);
  return typeof keys === "object" && keys !== null && Object.keys(keys).length === 0;
}

/** What of a stack Terraform makes or looks up: without what has no instance, which calls nothing. */
export function madeElementsOf(stack: StackJson): readonly Element[] {
  const locals = localsOf(stack);
  return elementsOf(stack).filter(({ body }) => !hasNoInstance(body, locals));
}
