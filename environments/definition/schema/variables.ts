import { t } from "../../../kernel";
import { VARIABLE_KEY } from "../../../modules/service/inputs/types";

/** The region that the service runs in, as templates name it: it takes no `uses`. */
export const REGION = "region";

/** The password, which a variable has alone or not at all. */
export const PASSWORD = "database.password";

/**
 * Environment variables under names of one's own, with what `uses` tells the service: texts with fields in braces, which each
 * region fills with its own. `fieldsOf` says which fields there are; `{{` and `}}` are braces themselves.
 */
export const variablesInput = () =>
  t
    .map(
      t
        .string()
        // Messages leave it out: somebody may have written a password.
        .sensitive()
        .pattern(
          /\{/,
          "must have a field in braces, such as {region} or {database.host}; plain text is stated in environment",
          { good: "{region}", bad: "us-east-1" },
        ),
    )
    .keys(...VARIABLE_KEY)
    .default({});

/** A piece of a template. A stray brace neither begins nor ends a field. */
export interface Piece {
  readonly kind: "text" | "field" | "stray";
  /** The text, the field without its braces, or the brace. */
  readonly text: string;
}

const PIECES = /\{\{|\}\}|\{[^{}]*\}|[{}]|[^{}]+/g;

/** A template in pieces, in their order. */
export const piecesOf = (template: string): Piece[] =>
  (template.match(PIECES) ?? []).map((piece) => {
    if (piece === "{{" || piece === "}}") return { kind: "text", text: piece[0] };
    if (piece === "{" || piece === "}") return { kind: "stray", text: piece };
    return piece.startsWith("{") ? { kind: "field", text: piece.slice(1, -1) } : { kind: "text", text: piece };
  });

/** The fields of a template, without their braces. */
export const fieldsIn = (template: string): string[] =>
  piecesOf(template).flatMap(({ kind, text }) => (kind === "field" ? [text] : []));

/** Whether a template is the password and nothing else: the variable is read from the secret itself. */
export const isPassword = (template: string): boolean => template === `{${PASSWORD}}`;
