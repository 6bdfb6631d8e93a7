import { Rule } from "./rule";

/** Every stack stands in the table of stacks, from which it follows what the other rules ask of it. */
export const inTable: Rule = (stacks, { table }) =>
  stacks
    .filter(({ name }) => !table.some((definition) => definition.name === name))
    .map(({ name }) => ({
      stack: name,
      address: "terraform",
      what: "it is not in the table of stacks, so no rule knows what it may do",
      fix: "add it to stacks/index.ts",
    }));
