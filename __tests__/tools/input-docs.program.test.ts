import { definitionInputs } from "../../environments/definition/schema/environment";
import { Fields } from "../../kernel";
import { publishedModules } from "../../modules";
import { declarationOf, inputDocProblems, readInputDocs } from "../../tools/input-docs";
import { describedInputs, mistakenInputs } from "./sample-inputs";

const SAMPLES = "__tests__/tools/sample-inputs.ts";

const declared = [
  ...publishedModules.map(({ definition }) => ({
    ...declarationOf(definition.name),
    fields: definition.inputs.fields as Fields,
  })),
  {
    file: "environments/definition/schema/environment.ts",
    name: "definitionInputs",
    fields: definitionInputs.fields as Fields,
  },
];

// One program for all of them: the compiler takes its time to start.
const [described, mistaken, ...docs] = readInputDocs([
  { file: SAMPLES, name: "describedInputs" },
  { file: SAMPLES, name: "mistakenInputs" },
  ...declared,
]);

test.each(declared.map(({ name }, i) => [name, i] as const))("%s are described, with their defaults", (_, i) => {
  expect(inputDocProblems(declared[i].fields, docs[i])).toEqual([]);
});

test("a description is one line, with its default and its place", () => {
  expect(described.get("most")).toEqual({
    description: "Most items of a list, in pieces.",
    standard: "10",
    place: `${SAMPLES}:10`,
  });
});

test.each([
  ["a map", "rules[*].priority", "Place among them."],
  ["a list", "groups[*].name", "Name of it. Null has none."],
])("what the items of %s hold is read too", (_, path, description) => {
  expect(described.get(path)?.description).toBe(description);
});

test("good JSDoc has no problems", () => {
  expect(inputDocProblems(describedInputs.fields, described)).toEqual([]);
});

test.each([
  ["no JSDoc", "undescribed has no description; say in JSDoc above it what it is, with the unit"],
  ["another default", 'another needs "@default 9" in its JSDoc, which says "@default 10"'],
  ["a default that is not told", 'silent needs "@default false" in its JSDoc, which says none'],
  ["a default that it has not", 'required has no default; take "@default "x"" out of its JSDoc'],
  ["a default inside of it", 'parent.child needs "@default []" in its JSDoc, which says none'],
])("an input with %s is a problem, named with its file and line", (_, problem) => {
  const problems = inputDocProblems(mistakenInputs.fields, mistaken);
  expect(problems).toContainEqual(expect.stringMatching(new RegExp(`^${SAMPLES}:[0-9]+: ${escaped(problem)}$`)));
});

test("a declaration that is not there is an error", () => {
  expect(() => readInputDocs([{ file: SAMPLES, name: "nothing" }])).toThrow(`${SAMPLES} exports no nothing.`);
});

const escaped = (text: string): string => text.replace(/[[\]().@]/g, "\\$&");
