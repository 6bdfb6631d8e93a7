import { isIdentifier, quote } from "../expression";
import { splitTemplate } from "./template";

/** Longest list that stays on one line. */
const LINE = 80;

/** A resolved value of cdktf as HCL source: a lone `${...}` loses its braces, a literal is escaped. */
export function hclValue(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return hclString(value);
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return hclList(value.map(hclValue));
  const entries = Object.entries(value).filter(([key]) => key !== "//");
  if (entries.length === 0) return "{}";
  return `{\n${entries.map(([key, item]) => `${hclKey(key)} = ${hclValue(item)}\n`).join("")}}`;
}

function hclString(value: string): string {
  const parts = splitTemplate(value);
  if (parts.length === 1 && "expression" in parts[0]) return parts[0].expression;
  const source = parts.map((part) => ("expression" in part ? `\${${part.expression}}` : escape(part.text)));
  return `"${source.join("")}"`;
}

/** Template markers are escaped already, as cdktf's JSON needs them to be. */
const escape = (text: string): string => quote(text.replace(/\$\$\{/g, "${").replace(/%%\{/g, "%{")).slice(1, -1);

function hclList(items: string[]): string {
  const oneLine = `[${items.join(", ")}]`;
  if (oneLine.length <= LINE && !oneLine.includes("\n")) return oneLine;
  return `[\n${items.map((item) => `${item},\n`).join("")}]`;
}

function hclKey(key: string): string {
  if (isIdentifier(key)) return key;
  return key.startsWith("${") ? `(${hclValue(key)})` : quote(key);
}
