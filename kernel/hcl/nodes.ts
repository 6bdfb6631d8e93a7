/** A Terraform expression as a tree. Parentheses are no node: the printer sets them where the parent needs them. */
export type Node =
  Literal | Name | Template | Attribute | Index | Splat | Call | Unary | Binary | Conditional | List | ObjectNode | For;

/** A number, `true`, `false` or `null`. */
export interface Literal {
  readonly kind: "literal";
  readonly text: string;
}

/** What a path begins with: `var`, `local`, `aws_vpc`, the variable of a `for`. */
export interface Name {
  readonly kind: "name";
  readonly text: string;
}

/** A string. Its texts are escaped as they stand between the quotes. */
export interface Template {
  readonly kind: "template";
  readonly parts: readonly (string | Node)[];
}

/** `of.name`. */
export interface Attribute {
  readonly kind: "attribute";
  readonly of: Node;
  readonly name: string;
}

/** `of[key]`. */
export interface Index {
  readonly kind: "index";
  readonly of: Node;
  readonly key: Node;
}

/** `of[*]`. */
export interface Splat {
  readonly kind: "splat";
  readonly of: Node;
}

/** `name(arguments)`; `spread` where the last one is followed by `...`. */
export interface Call {
  readonly kind: "call";
  readonly name: string;
  readonly arguments: readonly Node[];
  readonly spread: boolean;
  readonly expanded: boolean;
}

/** `!operand` or `-operand`. */
export interface Unary {
  readonly kind: "unary";
  readonly operator: string;
  readonly operand: Node;
}

/** `left operator right`. */
export interface Binary {
  readonly kind: "binary";
  readonly operator: string;
  readonly left: Node;
  readonly right: Node;
}

/** `condition ? yes : no`. */
export interface Conditional {
  readonly kind: "conditional";
  readonly condition: Node;
  readonly yes: Node;
  readonly no: Node;
}

/** `[items]`. `expanded`, here and below: its author broke the line behind the bracket, which the printer keeps. */
export interface List {
  readonly kind: "list";
  readonly items: readonly Node[];
  readonly expanded: boolean;
}

/** `{ key = value }`. */
export interface ObjectNode {
  readonly kind: "object";
  readonly entries: readonly Entry[];
  readonly expanded: boolean;
}

/** One item of an object. A key that is computed stands in parentheses. */
export interface Entry {
  readonly key: Node;
  readonly computed: boolean;
  readonly value: Node;
}

/** `[for variables in over : result if condition]`, or with braces and a `key => result`. */
export interface For {
  readonly kind: "for";
  readonly variables: readonly string[];
  readonly over: Node;
  /** What stands before `=>`; none in a list. */
  readonly key?: Node;
  readonly result: Node;
  /** Whether results of one key are put together: `...`. */
  readonly grouped: boolean;
  readonly condition?: Node;
  readonly expanded: boolean;
}

/** How much each operator binds: the higher, the tighter. */
export const PRECEDENCE: Readonly<Record<string, number>> = {
  "||": 1,
  "&&": 2,
  "==": 3,
  "!=": 3,
  "<": 4,
  ">": 4,
  "<=": 4,
  ">=": 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
  "%": 6,
};

/** What `!` and `-` ask of their operand. */
export const UNARY = 7;
/** What `.name`, `[key]` and `[*]` ask of what stands before them. */
export const POSTFIX = 8;
const PRIMARY = 9;

/** How much a node holds together when it stands beside an operator; 0 for a conditional, which does not at all. */
export function strength(node: Node): number {
  if (node.kind === "conditional") return 0;
  if (node.kind === "binary") return PRECEDENCE[node.operator];
  if (node.kind === "unary") return UNARY;
  return PRIMARY;
}

/**
 * What a binary operator asks of its operands. The right one of `a - b` must hold tighter than `-`; of `a && b`, where order
 * is of no account, it need not.
 */
export function operandStrengths(operator: string): readonly [left: number, right: number] {
  const own = PRECEDENCE[operator];
  // Terraform reads a == b == c from the left too, but people do not.
  if (own === 3 || own === 4) return [own + 1, own + 1];
  return [own, own <= 2 ? own : own + 1];
}

/** The nodes that a node is made of. */
export function children(node: Node): readonly Node[] {
  switch (node.kind) {
    case "literal":
    case "name":
      return [];
    case "template":
      return node.parts.filter((part) => typeof part !== "string");
    case "attribute":
    case "splat":
      return [node.of];
    case "index":
      return [node.of, node.key];
    case "call":
      return node.arguments;
    case "unary":
      return [node.operand];
    case "binary":
      return [node.left, node.right];
    case "conditional":
      return [node.condition, node.yes, node.no];
    case "list":
      return node.items;
    case "object":
      return node.entries.flatMap(({ key, value }) => [key, value]);
    case "for":
      return [node.over, node.key, node.result, node.condition].filter((part) => part !== undefined);
  }
}
