import { parseExpression, parseTemplate } from "../../../kernel/hcl/parse";
import { flat } from "../../../kernel/hcl/print";
import { hclExpression, hclText, hclValue } from "../../../kernel/hcl/value";
import { layout } from "../../../kernel/hcl/layout";
import { PRECEDENCE_CASES } from "./cases";

const A = "var.some_quite_long_name_of_an_input_that_fills_the_line";
const B = "var.another_quite_long_name_of_an_input_that_fills_the_line";
const C = "var.third";

describe("parentheses", () => {
  test.each(PRECEDENCE_CASES.map(({ behaviour, source, printed }) => [behaviour, source, printed]))(
    "%s",
    (_behaviour, source, printed) => expect(hclExpression(source)).toBe(printed),
  );

  test.each(PRECEDENCE_CASES.map(({ printed }) => [printed]))("%s is read and printed as it is", (printed) => {
    expect(flat(parseExpression(printed))).toBe(printed);
  });
});

describe("long lines", () => {
  test.each<[string, string, string[]]>([
    ["a conditional", `${A} ? ${B} : ${C}`, ["(", `  ${A}`, `  ? ${B}`, `  : ${C}`, ")"]],
    [
      "a conditional in a branch",
      `${A} ? 1 : ${B} ? "${"x".repeat(60)}" : ${C}`,
      ["(", `  ${A}`, "  ? 1", "  : (", `    ${B}`, `    ? "${"x".repeat(60)}"`, `    : ${C}`, "  )", ")"],
    ],
    ["a conditional with brackets", `${C} ? {\na = 1\n} : {}`, [`${C} ? {`, "  a = 1", "} : {}"]],
    ["a conjunction", `${A} && ${B} && ${C}`, ["(", `  ${A} &&`, `  ${B} &&`, `  ${C}`, ")"]],
    ["a disjunction of conjunctions", `${A} && ${C} || ${B}`, ["(", `  (${A} && ${C}) ||`, `  ${B}`, ")"]],
    ["a call", `coalesce(${A}, ${B})`, ["coalesce(", `  ${A},`, `  ${B},`, ")"]],
    ["a call with a spread", `concat(${A}, ${B}...)`, ["concat(", `  ${A},`, `  ${B}...`, ")"]],
    ["a call that ends with brackets", `merge(${C}, {\na = 1\n})`, [`merge(${C}, {`, "  a = 1", "})"]],
    ["a list", `[${A}, ${B}, 1]`, ["[", `  ${A},`, `  ${B},`, "  1,", "]"]],
    [
      "a list of numbers",
      `[${Array.from({ length: 30 }, (_, i) => i + 100).join(", ")}]`,
      ["[", `  ${row(100, 115)}`, `  ${row(115, 130)}`, "]"],
    ],
    ["a for", `[for x in ${A} : x if ${B} == x]`, ["[", `  for x in ${A} : x`, `  if ${B} == x`, "]"]],
    [
      "a for with a long result",
      `{ for x in ${A} : x => "\${x}-\${${B}}" }`,
      ["{", `  for x in ${A} :`, `  x => "\${x}-\${${B}}"`, "}"],
    ],
    ["a for with an object", `[for x in ${C} : {\na = x\n} if x]`, [`[for x in ${C} : {`, "  a = x", "} if x]"]],
    ["a comparison", `length(${A}, ${B}) == 0`, ["length(", `  ${A},`, `  ${B},`, ") == 0"]],
  ])("%s", (_name, source, lines) => {
    expect(layout([hclExpression(source)])).toBe(`${lines.join("\n")}\n`);
  });

  test("a string of sentences is joined with blanks", () => {
    const text = `${"First words ".repeat(7)}end. ${"Second words ".repeat(7)}end.`;
    const [first, second] = text.split(/(?<=\.) /);
    expect(hclText(text)).toBe(`join(" ", [\n"${first}",\n"${second}",\n])`);
  });

  test("a string is cut in no expression", () => {
    const hole = '${join(" ", var.names)}';
    const lines = hclValue(`${"word ".repeat(20)}${hole}${" word".repeat(20)}`).split("\n");
    expect(lines.filter((line) => line.includes(hole))).toHaveLength(1);
  });

  test("a pattern is cut before its groups", () => {
    const group = `(${"x".repeat(90)})`;
    expect(hclText(`^${group}${group}$`)).toBe(`join("", [\n"^${group}",\n"${group}$",\n])`);
  });

  test("a string that fits on a wide line stays whole", () => {
    const text = "word ".repeat(28).trim();
    expect(hclText(text)).toBe(`"${text}"`);
  });
});

describe("templates of Terraform's JSON", () => {
  test.each<[string, string, string]>([
    ["text", 'a"b', '"a\\"b"'],
    ["an expression", "${var.a}", "var.a"],
    ["both", "a-${var.b}-c", '"a-${var.b}-c"'],
    ["an escaped marker", "$${a}", '"$${a}"'],
    ["braces in an expression", "${{ a = {} }.a}", "{ a = {} }.a"],
    ["a brace in a string", '${f("}")}', 'f("}")'],
    ["a template in a string", '${f("${g("}")}")}x', '"${f("${g("}")}")}x"'],
  ])("%s", (_name, template, printed) => {
    expect(flat(parseTemplate(template))).toBe(printed);
  });
});

test.each<[string, string]>([
  ["a bracket that is not closed", "f(1"],
  ["a missing operand", "a +"],
  ["two expressions", "a b"],
  ["a string without its end", '"a'],
  ["half a conditional", "a ? b"],
])("refuses %s", (_name, source) => {
  expect(() => parseExpression(source)).toThrow("not a Terraform expression");
});

function row(first: number, end: number): string {
  return Array.from({ length: end - first }, (_, i) => `${i + first},`).join(" ");
}
