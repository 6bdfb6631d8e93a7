import { Inputs } from "../../kernel";
import { Fields, Mapping, Sequence, Structure, Type, inTypeScript, snakeCase } from "../../kernel/types";
import { publishedModules } from "../../modules";

type Rules = readonly { readonly message: Parameters<typeof inTypeScript>[0] }[];

/** All types in some fields, at any depth, with the names of the fields. */
function walk(fields: Fields): { readonly names: string[]; readonly types: Type<unknown>[] } {
  const names: string[] = [];
  const types: Type<unknown>[] = [];
  const visit = (type: Type<unknown>): void => {
    types.push(type);
    if (type instanceof Sequence || type instanceof Mapping) visit(type.item as Type<unknown>);
    if (type instanceof Structure) visitFields(type.fields as Fields);
  };
  const visitFields = (some: Fields): void => {
    for (const [name, type] of Object.entries(some)) {
      names.push(name);
      visit(type);
    }
  };
  visitFields(fields);
  return { names, types };
}

const rulesOf = (type: Type<unknown>): Rules => (type as unknown as { rules: Rules }).rules;

/** The names of inputs that a message holds in a spelling that is not its reader's. */
const misspelt = (message: string, names: readonly string[]): string[] =>
  names.filter((name) => new RegExp(`(?<![\\w"])${name}(?!\\w)`).test(message)).map((name) => `${name} in: ${message}`);

const isOneWord = (name: string): boolean => snakeCase(name) === name;

/** Names parameters of PostgreSQL, which are spelled as PostgreSQL does. */
const POSTGRES = /^must not have rds\.force_ssl/;

describe("messages spell inputs as their reader does", () => {
  const modules = publishedModules.map(
    ({ definition }) => [definition.name, definition.inputs as Inputs<Fields>] as const,
  );

  test.each(modules)("%s, in TypeScript", (_name, inputs) => {
    const { names, types } = walk(inputs.fields);
    const snake = names.filter((name) => !isOneWord(name)).map(snakeCase);
    const rules: Rules = [...types.flatMap(rulesOf), ...inputs.rules];
    const messages = rules.map(({ message }) => inTypeScript(message)).filter((message) => !POSTGRES.test(message));
    expect(messages.flatMap((message) => misspelt(message, snake))).toEqual([]);
  });

  test.each(modules)("%s, in HCL", (_name, inputs) => {
    const camel = walk(inputs.fields).names.filter((name) => !isOneWord(name));
    const messages = Object.keys(inputs.fields).flatMap((input) => inputs.variableChecks(input));
    expect(messages.flatMap(({ part, message }) => misspelt(`${part} ${message}`, camel))).toEqual([]);
  });
});
