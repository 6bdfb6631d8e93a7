import { Binary, Call, Conditional, For, List, Node, ObjectNode, POSTFIX, Template, UNARY } from "./nodes";
import { children, operandStrengths, strength } from "./nodes";
import { splitText } from "./text";

/** Where a line is broken, if it can be. */
export const WIDTH = 120;
/** A list or an object that is longer goes over several lines, wherever it stands. */
const BRACKETS = 80;
/** A string is cut into parts only where the line would be longer than this. */
export const TEXT_WIDTH = 150;
/** Columns that each level is indented by. */
export const STEP = 2;

/** Where a node is printed. */
export interface Place {
  /** Columns before the line, once it is laid out. */
  readonly indent: number;
  /** Columns between the indent and the node: the key, the `=`. */
  readonly before: number;
  /** Columns that follow on the same line. */
  readonly after: number;
  /** Directly in brackets and alone there, so that a chain of `&&` needs no parentheses to be broken. */
  readonly isAlone?: boolean;
}

/**
 * The one printer of expressions: HCL source, broken where a line would be too long. It sets the parentheses: where a node
 * holds together less than its parent asks, around a conditional inside of another, and around what goes over several
 * lines outside of brackets, where Terraform allows no new line. Lines come without indent, which `layout` sets.
 */
export function print(node: Node, place: Place): string {
  const line = flat(node);
  const width = node.kind === "template" ? TEXT_WIDTH : WIDTH;
  if (!isExpanded(node) && place.indent + place.before + line.length + place.after <= width) return line;
  return broken(node, place);
}

/** The node on one line. */
export function flat(node: Node): string {
  switch (node.kind) {
    case "literal":
    case "name":
      return node.text;
    case "template":
      return `"${node.parts.map((part) => (typeof part === "string" ? part : `\${${flat(part)}}`)).join("")}"`;
    case "attribute":
      return `${held(node.of, POSTFIX)}.${node.name}`;
    case "index":
      return `${held(node.of, POSTFIX)}[${flat(node.key)}]`;
    case "splat":
      return `${held(node.of, POSTFIX)}[*]`;
    case "call":
      return `${node.name}(${node.arguments.map(flat).join(", ")}${node.spread ? "..." : ""})`;
    case "unary":
      return node.operator + held(node.operand, UNARY);
    case "binary": {
      const [left, right] = operands(node);
      return `${left} ${node.operator} ${right}`;
    }
    case "conditional": {
      const { condition, yes, no } = positive(node);
      return `${held(condition, 1)} ? ${held(yes, 1)} : ${held(no, 1)}`;
    }
    case "list":
      return `[${node.items.map(flat).join(", ")}]`;
    case "object":
      return node.entries.length === 0 ? "{}" : `{ ${node.entries.map(flatEntry).join(", ")} }`;
    case "for": {
      const [open, close] = forBrackets(node);
      const condition = node.condition ? ` ${onlyIf(flat(node.condition))}` : "";
      return `${open}${forHead(node)} ${flat(node.over)} : ${flatResult(node)}${condition}${close}`;
    }
  }
}

/** In parentheses where the node holds together less than is asked. */
const held = (node: Node, wanted: number): string => (strength(node) < wanted ? `(${flat(node)})` : flat(node));

/** The operands of a binary operator, in parentheses where they must be, and around `&&` within `||`, for the reader. */
const operands = (node: Binary): string[] =>
  [node.left, node.right].map((operand, side) => {
    const mixed = node.operator === "||" && operand.kind === "binary" && operand.operator === "&&";
    return mixed ? `(${flat(operand)})` : held(operand, operandStrengths(node.operator)[side]);
  });

/** `!flag ? a : b` as people write it: `flag ? b : a`. */
function positive({ kind, condition, yes, no }: Conditional): Conditional {
  if (condition.kind !== "unary" || condition.operator !== "!") return { kind, condition, yes, no };
  return positive({ kind, condition: condition.operand, yes: no, no: yes });
}

const flatEntry = ({ key, computed, value }: ObjectNode["entries"][number]): string =>
  `${entryKey(key, computed)} = ${flat(value)}`;
const entryKey = (key: Node, computed: boolean): string => (computed ? `(${flat(key)})` : flat(key));
const forBrackets = (node: For): readonly [string, string] => (node.key ? ["{ ", " }"] : ["[", "]"]);
const forHead = (node: For): string => `for ${node.variables.join(", ")} in`;
const flatResult = (node: For): string => forKey(node) + flat(node.result) + (node.grouped ? "..." : "");
const forKey = (node: For): string => (node.key ? `${flat(node.key)} => ` : "");

/** Whether some part of it goes over several lines even where there is room. */
function isExpanded(node: Node): boolean {
  if ("expanded" in node && node.expanded && !isEmpty(node)) return true;
  if (sizeOf(node) > 1 && flat(node).length > BRACKETS) return true;
  // A string stays on one line, whatever is in it.
  return node.kind !== "template" && children(node).some(isExpanded);
}

const isEmpty = (node: Node): boolean => sizeOf(node) === 0;

/** How many items a list or an object has; NaN for anything else. */
const sizeOf = (node: Node): number =>
  node.kind === "list" ? node.items.length : node.kind === "object" ? node.entries.length : NaN;

function broken(node: Node, place: Place): string {
  switch (node.kind) {
    case "literal":
    case "name":
      return node.text;
    case "template":
      return brokenTemplate(node, place);
    case "attribute":
      return suffixed(node.of, `.${node.name}`, place);
    case "splat":
      return suffixed(node.of, "[*]", place);
    case "index":
      return suffixed(node.of, `[${flat(node.key)}]`, place);
    case "unary":
      return node.operator + inside(node.operand, { ...place, before: place.before + 1 }, UNARY);
    case "list":
      return brokenList(node, place);
    case "object":
      return brokenObject(node, place);
    case "call":
      return brokenCall(node, place);
    case "for":
      return brokenFor(node, place);
    case "binary":
      return openedComparison(node, place) ?? (place.isAlone ? chain(node, place) : `(\n${chain(node, place)}\n)`);
    case "conditional":
      return brokenConditional(positive(node), place);
  }
}

function suffixed(of: Node, suffix: string, place: Place): string {
  return inside(of, { ...place, after: place.after + suffix.length }, POSTFIX) + suffix;
}

/** A part of a node that is in parentheses where it holds together less than is asked; what is broken has its own. */
function inside(node: Node, place: Place, wanted: number): string {
  if (strength(node) >= wanted) return print(node, place);
  const source = print(node, { ...place, before: place.before + 1, after: place.after + 1 });
  return source.startsWith("(\n") ? source : `(${source})`;
}

const deeper = (place: Place, before = 0, after = 0): Place => ({ indent: place.indent + STEP, before, after });

function brokenList({ items }: List, place: Place): string {
  if (items.every((item) => item.kind === "literal")) return `[\n${rows(items.map(flat), place).join("\n")}\n]`;
  return `[\n${items.map((item) => `${print(item, deeper(place, 0, 1))},\n`).join("")}]`;
}

/** Numbers beside each other, as many as there is room for. */
function rows(items: readonly string[], place: Place): string[] {
  const lines: string[] = [""];
  for (const item of items) {
    const line = lines[lines.length - 1];
    if (place.indent + STEP + line.length + item.length + 2 > BRACKETS) lines.push(`${item},`);
    else lines[lines.length - 1] = line ? `${line} ${item},` : `${item},`;
  }
  return lines;
}

function brokenObject({ entries }: ObjectNode, place: Place): string {
  const keys = entries.map(({ key, computed }) => entryKey(key, computed));
  const lines = entries.map(({ value }, i) => `${keys[i]} = ${print(value, deeper(place, keys[i].length + 3))}\n`);
  return `{\n${lines.join("")}}`;
}

/** The arguments below each other; a last one that has brackets opens them on the line of the call: `jsonencode({`. */
function brokenCall(node: Call, place: Place): string {
  const last = node.arguments.at(-1);
  const others = node.arguments.slice(0, -1);
  const end = node.spread ? "..." : "";
  const isPlain = !others.some((other) => isExpanded(other) || other.kind === "object");
  if (last !== undefined && !node.expanded && isPlain && (others.length > 0 ? opens(last) : canOpen(last))) {
    const head = `${node.name}(${others.map((other) => `${flat(other)}, `).join("")}`;
    const source = print(last, { ...place, before: place.before + head.length, after: place.after + end.length + 1 });
    const first = source.split("\n", 1)[0];
    if (source.includes("\n") && place.indent + place.before + head.length + first.length <= WIDTH)
      return `${head}${source}${end})`;
  }
  const lines = node.arguments.map((argument, i) => {
    const isSpread = node.spread && i === node.arguments.length - 1;
    const inner = { ...deeper(place, 0, isSpread ? 3 : 1), isAlone: node.arguments.length === 1 };
    return `${print(argument, inner)}${isSpread ? "..." : ","}\n`;
  });
  return `${node.name}(\n${lines.join("")})`;
}

/** Whether it can begin on the line of what it belongs to and go on below. */
const canOpen = (node: Node): boolean =>
  ((node.kind === "list" || node.kind === "object") && !isEmpty(node)) ||
  node.kind === "for" ||
  (node.kind === "call" && node.arguments.length > 0);

/** The brackets open around the result (or around what is walked), or the parts of the `for` stand below each other. */
function brokenFor(node: For, place: Place): string {
  const [open, close] = forBrackets(node);
  const end = (node.grouped ? "..." : "") + (node.condition ? ` ${onlyIf(flat(node.condition))}` : "");
  const isOverLong = isExpanded(node.over);
  const isResultLong = isExpanded(node.result);
  if (!node.expanded && !isOverLong && hasBrackets(node.result) && !(node.condition && isExpanded(node.condition))) {
    const head = `${open}${forHead(node)} ${flat(node.over)} : ${forKey(node)}`;
    if (place.indent + place.before + head.length + 1 <= WIDTH && isOpened(node.result, end.length + close.length)) {
      const result = print(node.result, { ...place, before: WIDTH, after: 0 });
      return `${head}${result}${end}${close}`;
    }
  }
  if (!node.expanded && hasBrackets(node.over) && !isResultLong && isOverLong) {
    const tail = ` : ${flatResult(node)}${node.condition ? ` ${onlyIf(flat(node.condition))}` : ""}${close}`;
    const head = `${open}${forHead(node)} `;
    if (place.indent + 1 + tail.length + place.after <= WIDTH)
      return head + print(node.over, { ...place, before: place.before + head.length, after: 0 }) + tail;
  }
  const inner = deeper(place);
  const over = print(node.over, { ...inner, before: forHead(node).length + 1, after: 2 });
  const head = `${forHead(node)} ${over} :`;
  const lastLine = head.split("\n").at(-1) ?? "";
  const key = forKey(node);
  const grouped = node.grouped ? "..." : "";
  const onLine = print(node.result, { ...inner, before: lastLine.length + 1 + key.length, after: grouped.length });
  const column = inner.indent + lastLine.length + 1 + key.length + grouped.length;
  const isOnLine = onLine.includes("\n")
    ? hasBrackets(node.result) && !head.includes("\n")
    : column + onLine.length <= WIDTH;
  const below = { ...inner, before: key.length, isAlone: key === "" };
  const result = isOnLine ? ` ${key}${onLine}` : `\n${key}${print(node.result, below)}`;
  const condition = node.condition ? `\n${onlyIf(print(node.condition, { ...inner, before: 3 }))}` : "";
  return `${open.trim()}\n${head}${result}${grouped}${condition}\n${close.trim()}`;

  function isOpened(result: Node, tail: number): boolean {
    return !isEmpty(result) && place.indent + 1 + tail + place.after <= WIDTH;
  }
}

/** The condition of a `for`. `terraform fmt` takes it for a call where it begins with a bracket, and wants no space. */
const onlyIf = (condition: string): string => (condition.startsWith("(") ? `if${condition}` : `if ${condition}`);

const hasBrackets = (node: Node): boolean =>
  ((node.kind === "list" || node.kind === "object") && !isEmpty(node)) || (node.kind === "for" && !node.expanded);

/** `length(` ... `) > 0`: what is compared with something short opens its own brackets. */
function openedComparison(node: Binary, place: Place): string | undefined {
  if (["&&", "||"].includes(node.operator) || node.left.kind !== "call" || isExpanded(node.right)) return undefined;
  const tail = ` ${node.operator} ${operands(node)[1]}`;
  const source = print(node.left, { ...place, isAlone: false, after: place.after + tail.length });
  const lastLine = source.split("\n").at(-1) ?? "";
  const isFitting = place.indent + lastLine.length + tail.length + place.after <= WIDTH;
  return source.includes("\n") && isFitting ? source + tail : undefined;
}

/** `a &&`, `b &&`, `c`, each on its line; sums and products likewise. */
function chain(node: Binary, place: Place): string {
  const [left, right] = operandStrengths(node.operator);
  const lines: string[] = [];
  let operand: Node = node;
  let tail = "";
  const write = (part: Node, demand: number): void => {
    const isMixed = node.operator === "||" && part.kind === "binary" && part.operator === "&&";
    lines.unshift(inside(part, deeper(place, 0, tail.length), isMixed ? UNARY : demand) + tail);
  };
  // A comparison is no chain: its left side needs parentheses where it is one too.
  while (
    operand.kind === "binary" &&
    strength(operand) === strength(node) &&
    (operand === node || left <= strength(node))
  ) {
    write(operand.right, right);
    tail = ` ${operand.operator}`;
    operand = operand.left;
  }
  write(operand, left);
  return lines.join("\n");
}

/** `condition ? {` where the branches have brackets; else in parentheses, before `?` and `:`. */
function brokenConditional(node: Conditional, place: Place): string {
  return openedConditional(node, place) ?? belowEachOther(node, place);
}

function belowEachOther(node: Conditional, place: Place): string {
  const inner = deeper(place);
  const condition = inside(node.condition, inner, 1);
  const branches = [node.yes, node.no].map((branch) =>
    branch.kind === "conditional" ? nested(positive(branch), inner) : print(branch, { ...inner, before: 2 }),
  );
  return `(\n${condition}\n? ${branches[0]}\n: ${branches[1]}\n)`;
}

/** A conditional inside of a broken one: on one line, or broken in the same way. */
function nested(node: Conditional, place: Place): string {
  const line = `(${flat(node)})`;
  if (!isExpanded(node) && place.indent + 2 + line.length <= WIDTH) return line;
  return belowEachOther(node, place);
}

function openedConditional({ condition, yes, no }: Conditional, place: Place): string | undefined {
  if (isExpanded(condition)) return undefined;
  const isYesLong = isExpanded(yes);
  const isNoLong = isExpanded(no);
  if (!isYesLong && !isNoLong) return undefined;
  if ((isYesLong && !opens(yes)) || (isNoLong && !opens(no))) return undefined;
  const head = `${held(condition, 1)} ? `;
  const first = print(yes, { ...place, before: place.before + head.length, after: 3 });
  if (first.includes("\n") !== isYesLong) return undefined;
  const lastLine = `${first.split("\n").at(-1)} : `;
  const column = isYesLong ? lastLine.length : place.before + head.length + lastLine.length;
  const second = inside(no, { indent: place.indent, before: column, after: place.after }, 1);
  if (second.includes("\n") !== isNoLong) return undefined;
  const source = `${held(yes, 1) === flat(yes) ? head + first : `${head}(${first})`} : ${second}`;
  const lines = source.split("\n");
  const isFitting = lines.every((line, i) => place.indent + line.length + (i === 0 ? place.before : 0) <= WIDTH);
  return isFitting ? source : undefined;
}

/** Whether it ends with brackets, directly or in a call. */
const opens = (node: Node): boolean => {
  if (node.kind !== "call") return hasBrackets(node);
  const last = node.arguments.at(-1);
  return !node.expanded && last !== undefined && opens(last) && !node.arguments.slice(0, -1).some(isExpanded);
};

const EMPTY: Template = { kind: "template", parts: [""] };
const list = (items: readonly Node[]): List => ({ kind: "list", items, expanded: true });

/** A string that is too long is a `join` of its sentences, or of its words; one without words of its sections. */
function brokenTemplate(node: Template, place: Place): string {
  const pieces = node.parts.map((part) => (typeof part === "string" ? part : { source: `\${${flat(part)}}` }));
  const width = Math.max(WIDTH - place.indent - STEP - 3, 60);
  const { separator, lines } = splitText(pieces, width);
  const isCut = !lines.some((line) => line.length > width && line.includes("${"));
  if (!isCut && node.parts.length > 1) {
    const items: Node[] = node.parts.map((part) =>
      typeof part === "string" ? { kind: "template", parts: [part] } : part,
    );
    return print(
      { kind: "call", name: "join", arguments: [EMPTY, list(items)], spread: false, expanded: false },
      place,
    );
  }
  if (lines.length === 1) return flat(node);
  return `join(${JSON.stringify(separator)}, [\n${lines.map((line) => `"${line}",\n`).join("")}])`;
}
