import { snakeCase } from "./literal";

/** Spells the name of an input as the reader of the message writes it. */
export type Spell<N extends string = string> = (name: N) => string;

/**
 * What is allowed: completes the sentence that begins with the path of an input. One text serves both readers, so it takes
 * the names of inputs from `spell`: `(spell) => "must be left out with " + spell("prepareOnly")` says `prepareOnly` in the
 * app and `prepare_only` in the published module. The compiler knows which names there are.
 */
export type Message<N extends string = string> = string | ((spell: Spell<N>) => string);

/** The names of all fields in a type, at any depth. */
export type NamesIn<T> = unknown extends T
  ? string
  : T extends readonly (infer Item)[]
    ? NamesIn<Item>
    : T extends object
      ? string extends keyof T
        ? NamesIn<T[string & keyof T]>
        : { [K in keyof T & string]: K | NamesIn<T[K]> }[keyof T & string]
      : never;

/** A message for who writes TypeScript. */
export const inTypeScript = (message: Message): string =>
  typeof message === "string" ? message : message((name) => name);

/** A message for who writes HCL. */
export const inHcl = (message: Message): string => (typeof message === "string" ? message : message(snakeCase));

/** Terraform wants an error message to end as a sentence does. */
export const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
