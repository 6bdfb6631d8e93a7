import "./stack-traces";
import { IResolvable, IResolveContext, TerraformElement, Token, Tokenization } from "cdktf";
import { demandsOf, strengthOf } from "./hcl/holes";
import { isIdentifier, quote } from "./hcl/quote";

declare const expression: unique symbol;

/**
 * Marks, for the compiler and for eslint, a value that Terraform may only know while it plans. Such a value can be
 * passed on, interpolated and put into {@link tf}; it can never be branched on, compared or computed with in TypeScript.
 */
export interface IsExpression {
  readonly [expression]?: true;
}

/** A string that may be an expression. */
export type Text = string & IsExpression;
/** A number that may be an expression. */
export type Numeric = number & IsExpression;
/** A boolean that may be an expression: see `when` and `choose`, which take the place of `if`. */
export type Flag = IResolvable & IsExpression;
/** A list, set or map that may be an expression: Terraform walks it (`for_each`, `for`), never TypeScript. */
export type Collection = IResolvable & IsExpression;

/** A resource whose count is the literal 0, or whose `for_each` the literal {}: it is not written out, and reads as none. */
export const isSwitchedOff = (element: object): boolean =>
  ("count" in element && element.count === 0) || isOverNothing(element);

const isOverNothing = (element: object): boolean =>
  "forEach" in element &&
  typeof element.forEach === "object" &&
  element.forEach !== null &&
  "isEmpty" in element.forEach;

/**
 * A Terraform expression: HCL source with holes. A hole takes a literal (which is quoted and escaped), a resource, a
 * cdktf token or another expression, which gets parentheses where it needs them.
 *
 * It replaces cdktf's own `Fn` and `Op`, which lose a falsy right operand (`x == ""` renders `x == undefined`) and do
 * not escape quotes inside `jsonencode`.
 */
export class Expression implements IResolvable {
  readonly creationStack: string[] = [];

  constructor(
    private readonly source: readonly string[],
    private readonly holes: readonly unknown[],
  ) {}

  resolve(context: IResolveContext): string {
    const nested = context.suppressBraces;
    context.suppressBraces = true;
    const source = this.source.map((text, i) => text + (i < this.holes.length ? this.fill(i, context) : "")).join("");
    context.suppressBraces = nested;
    return nested ? source : `\${${source}}`;
  }

  /** What stands in a hole: in parentheses where its operators would bind less than those around the hole. */
  private fill(hole: number, context: IResolveContext): string {
    const source = render(this.holes[hole], context);
    const demand = demandsOf(this.source)[hole];
    return demand > 0 && strengthOf(source) < demand ? `(${source})` : source;
  }

  toString(): string {
    return Token.asString(this);
  }

  toJSON(): string {
    throw new Error(
      "a Terraform expression was given to JSON.stringify, which would write it as a placeholder; use json(...) of the kernel",
    );
  }

  /** Arithmetic on a token gives a silently wrong number in cdktf, so it is refused here. */
  [Symbol.toPrimitive](hint: string): string {
    if (hint === "string") return this.toString();
    throw new Error(
      "a Terraform expression was used in TypeScript arithmetic, comparison or concatenation; write the operation inside tf`...`",
    );
  }
}

/**
 * Writes a Terraform expression: `` tf`cidrsubnet(${cidr}, 4, each.value)` ``. The result has whatever type the place
 * needs where it is used, as Terraform converts types itself.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function tf<T = any>(source: TemplateStringsArray, ...holes: unknown[]): T {
  const lines = source.map((text) => text.replace(/\n[ \t]*/g, "\n"));
  return new Expression(lines, holes) as unknown as T;
}

/** Terraform source taken as it is, with no hole and nothing quoted: a name such as `var.cidr` or `each.key`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export const raw = <T = any>(source: string): T => new Expression([source], []) as unknown as T;

/** `jsonencode(...)`: the one way to write a policy or a container definition, since it escapes what it is given. */
export const json = (value: unknown): string => tf<string>`jsonencode(${value})`;

/** Whether a value, or any value inside of it, is only known to Terraform. */
export function isUnresolved(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (Token.isUnresolved(value)) return true;
  if (typeof value !== "object") return false;
  if (Tokenization.isResolvable(value)) return true;
  return Object.values(value).some(isUnresolved);
}

/** Longest list or object that stays on one line; a careful person breaks longer ones. */
const LINE = 80;

/** Renders a hole as HCL source, without the `${}` around it. */
function render(value: unknown, context: IResolveContext): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "boolean") return String(value);
  if (TerraformElement.isTerraformElement(value)) {
    const element = value;
    if (isSwitchedOff(element)) return isOverNothing(element) ? "{}" : "[]";
    return context.resolve(element.fqn);
  }
  if (typeof value === "string" && !Token.isUnresolved(value)) return quote(value);
  if (typeof value === "string") return renderTemplate(value, context);
  if (typeof value === "number" && !Token.isUnresolved(value)) return String(value);
  if (Tokenization.isResolvable(value) || Token.isUnresolved(value)) return renderResolved(value, context);
  if (Array.isArray(value)) {
    return bracket(
      "[",
      value.map((item) => render(item, context)),
      "]",
    );
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return bracket(
    "{",
    entries.map(([key, item]) => `${renderKey(key, context)} = ${render(item, context)}`),
    "}",
  );
}

function renderResolved(value: unknown, context: IResolveContext): string {
  const resolved: unknown = context.resolve(value);
  return typeof resolved === "string" ? resolved : render(resolved, context);
}

/** A string made of literals and tokens: one token alone is an expression, anything else a template. */
function renderTemplate(value: string, context: IResolveContext): string {
  const { fragments } = Tokenization.reverseString(value) as unknown as {
    fragments: { type: string; lit?: string; token?: IResolvable }[];
  };
  if (fragments.length === 1) return renderResolved(fragments[0].token ?? value, context);
  const parts = fragments.map((fragment) =>
    fragment.type === "literal" ? quote(fragment.lit ?? "").slice(1, -1) : `\${${context.resolve(fragment.token)}}`,
  );
  return `"${parts.join("")}"`;
}

function renderKey(key: string, context: IResolveContext): string {
  if (Token.isUnresolved(key)) return `(${render(key, context)})`;
  return isIdentifier(key) ? key : quote(key);
}

function bracket(open: "[" | "{", items: string[], close: "]" | "}"): string {
  if (items.length === 0) return open + close;
  const inside = items.join(", ");
  const oneLine = open === "{" ? `{ ${inside} }` : `[${inside}]`;
  if (oneLine.length <= LINE && !oneLine.includes("\n")) return oneLine;
  const ending = open === "{" ? "\n" : ",\n";
  return `${open}\n${items.map((item) => item + ending).join("")}${close}`;
}
