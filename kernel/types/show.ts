import { isExpression } from "./partly-known";
import { Described } from "./plain";

/** Characters of a text, items of a list or fields of an object that are shown; the rest is counted. */
const MOST_CHARACTERS = 120;
const MOST_ITEMS = 12;
const DEEPEST = 4;

/** A value as it is written in TypeScript, cut where it is long. */
export function showValue(value: unknown, depth = 0): string {
  if (value instanceof Described) return value.words;
  if (isExpression(value)) return "(known later)";
  if (typeof value === "string") return showText(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return "a function";
  if (Object.is(value, -0)) return "-0";
  if (typeof value !== "object" || value === null) return String(value);
  if (depth >= DEEPEST) return "…";
  if (Array.isArray(value)) {
    return `[${cut(Array.from(value, (item) => showValue(item, depth + 1))).join(", ")}]`;
  }
  const fields = Object.entries(value).map(([key, item]) => `${showKey(key)}: ${showValue(item, depth + 1)}`);
  return fields.length === 0 ? "{}" : `{ ${cut(fields).join(", ")} }`;
}

/** The path of what a map has under a key. */
export const keyPath = (path: string, key: string): string => `${path}[${showText(key)}]`;

function showText(text: string): string {
  const characters = [...text];
  if (characters.length <= MOST_CHARACTERS) return JSON.stringify(text);
  return `${JSON.stringify(characters.slice(0, MOST_CHARACTERS).join(""))}… (${characters.length} characters)`;
}

const showKey = (key: string): string => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : showText(key));

const cut = (items: readonly string[]): readonly string[] =>
  items.length <= MOST_ITEMS ? items : [...items.slice(0, MOST_ITEMS), `… ${items.length - MOST_ITEMS} more`];
