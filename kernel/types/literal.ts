import { flat } from "../hcl/print";
import { quote } from "../hcl/quote";
import { literalNode } from "../hcl/value";

/** `maxCount` as Terraform spells it: `max_count`. */
export const snakeCase = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();

/** An HCL literal, on one line. */
export const hclLiteral = (value: unknown): string => flat(literalNode(value));

/** A regular expression as an HCL string; only JavaScript has to escape a slash. */
export const hclPattern = (expression: RegExp): string => quote(expression.source.replace(/\\\//g, "/"));
