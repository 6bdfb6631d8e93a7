import { Node } from "./nodes";
import { parseExpression, parseTemplate } from "./parse";
import { Place, print } from "./print";
import { isIdentifier, quote } from "./quote";

const ALONE: Place = { indent: 0, before: 0, after: 0 };

/** A resolved value of cdktf as HCL source. */
export const hclValue = (value: unknown, place: Place = ALONE): string => print(valueNode(value), place);

/** An expression of an author, laid out. */
export const hclExpression = (source: string, place: Place = ALONE): string => print(parseExpression(source), place);

/** Plain text as a string. */
export const hclText = (text: string, place: Place = ALONE): string => print(literalNode(text), place);

/** A resolved value of cdktf: a lone `${...}` is the expression in it, a literal is escaped. */
export const valueNode = (value: unknown): Node => nodeOf(value, parseTemplate);

/** A literal, in whose texts nothing is an expression. */
export const literalNode = (value: unknown): Node =>
  nodeOf(value, (text) => ({ kind: "template", parts: [quote(text).slice(1, -1)] }));

function nodeOf(value: unknown, read: (text: string) => Node): Node {
  if (value === null || value === undefined) return { kind: "literal", text: "null" };
  if (typeof value === "string") return read(value);
  if (typeof value !== "object") return { kind: "literal", text: String(value) };
  if (Array.isArray(value)) return { kind: "list", items: value.map((item) => nodeOf(item, read)), expanded: false };
  const entries = Object.entries(value)
    .filter(([key]) => key !== "//")
    .map(([key, item]) => ({ ...keyNode(key), value: nodeOf(item, read) }));
  return { kind: "object", entries, expanded: entries.length > 0 };
}

function keyNode(key: string): { key: Node; computed: boolean } {
  if (isIdentifier(key)) return { key: { kind: "name", text: key }, computed: false };
  if (key.startsWith("${")) return { key: parseTemplate(key), computed: true };
  return { key: { kind: "template", parts: [quote(key).slice(1, -1)] }, computed: false };
}
