import { isIdentifier, quote } from "../hcl/quote";

/** `maxCount` as Terraform spells it: `max_count`. */
export const snakeCase = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();

/** An HCL literal. */
export function hclLiteral(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return quote(value);
  if (Array.isArray(value)) return `[${value.map(hclLiteral).join(", ")}]`;
  if (typeof value !== "object") return String(value);
  const entries = Object.entries(value).map(
    ([key, item]) => `${isIdentifier(key) ? key : quote(key)} = ${hclLiteral(item)}`,
  );
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** A regular expression as an HCL string; only JavaScript has to escape a slash. */
export const hclPattern = (expression: RegExp): string => quote(expression.source.replace(/\\\//g, "/"));
