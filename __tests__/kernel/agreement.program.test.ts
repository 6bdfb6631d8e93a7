import fc from "fast-check";
import { Inputs, t } from "../../kernel";
import {
  Fields,
  Mapping,
  Problem,
  Sequence,
  Structure,
  Type,
  hclLiteral,
  inTypeScript,
  snakeCase,
} from "../../kernel/types";
import { publishedModules } from "../../modules";
import { evaluate } from "../terraform-console";

/** Every rule says the same at synth and in the published module, about generated good and bad values. */

const SAMPLES = 25;
const SEED = 20261121;

type Rules = readonly { readonly bad: unknown }[];
const rulesOf = (type: Type<unknown>): Rules => (type as unknown as { rules: Rules }).rules;

/** Values of the right shape: the sample, what each rule calls bad, and whatever else is near. */
function values(type: Type<unknown>): fc.Arbitrary<unknown> {
  const known = [type.sample(), ...rulesOf(type).map((rule) => rule.bad)].map((value) => fc.constant(value));
  const shape = shapes(type);
  return type.isOptional ? fc.oneof(...known.filter(() => !isObject(type)), shape, fc.constant(undefined)) : shape;
}

/** Samples of objects, and of what holds them, have Terraform's names: they are no props. */
const isObject = (type: Type<unknown>): boolean => type.holdsObjects;

function shapes(type: Type<unknown>): fc.Arbitrary<unknown> {
  if (type instanceof Sequence) return fc.array(values(type.item as Type<unknown>), { maxLength: 7 }).filter(complete);
  if (type instanceof Mapping) {
    const key = fc.oneof(
      fc.constantFrom("us-east-1a", "web", "Zone 1", "A_B"),
      fc.string({ minLength: 1, maxLength: 4 }),
    );
    return fc.dictionary(
      key,
      values(type.item as Type<unknown>).filter((value) => value !== undefined),
      { maxKeys: 3 },
    );
  }
  if (type instanceof Structure) {
    const fields = Object.entries(type.fields as Fields).map(([name, field]) => [name, values(field)] as const);
    return fc.record(Object.fromEntries(fields));
  }
  const candidates = [type.sample(), ...rulesOf(type).map((rule) => rule.bad)];
  if (type.hclType() === "bool") return fc.boolean();
  if (type.hclType() === "number")
    return fc.oneof(fc.constantFrom(...candidates), fc.integer({ min: -2, max: 70000 }), fc.constantFrom(0.5, 1.5));
  const nearby = candidates.flatMap((text) => [
    text,
    `${String(text)}x`,
    String(text).slice(0, -1),
    String(text).toUpperCase(),
  ]);
  return fc.oneof(fc.constantFrom(...nearby), fc.string({ maxLength: 12 }));
}

const complete = (items: readonly unknown[]): boolean => items.every((item) => item !== undefined);

/** Lets Terraform itself judge: `"error"` where a condition fails to evaluate. */
const judge = (expressions: readonly string[]): unknown[] =>
  evaluate(expressions.map((expression) => `try(${expression}, "error")`));

interface Case {
  readonly what: string;
  readonly typescript: boolean;
  readonly hcl: string;
}

/** One input: every check of its variable, for each sample. */
function casesOfInput(what: string, type: Type<unknown>): Case[] {
  return fc.sample(values(type), { numRuns: SAMPLES, seed: SEED }).map((value) => {
    const problems: Problem[] = [];
    type.check(value, what, problems);
    const encoded = hclLiteral(type.encode(value ?? type.defaultValue ?? null));
    const literal =
      type.conversion && value !== undefined && value !== null ? `${type.conversion}(${encoded})` : encoded;
    const ownChecks = type.checks("value").filter(({ isLookedUp }) => !isLookedUp);
    const conditions = ownChecks.map((check) => `(${check.condition})`);
    return {
      what: `${what} = ${literal}`,
      typescript: problems.length === 0,
      hcl:
        value === undefined && !type.isOptional
          ? "false"
          : `[for value in [${literal}] : alltrue([${conditions.join(", ")}])][0]`,
    };
  });
}

/** The rules across inputs, with the example and with what each of them calls bad. */
function casesAcross(name: string, inputs: Inputs<Fields>, example: object): Case[] {
  const variations = [{}, ...inputs.rules.map((rule) => rule.bad)];
  return inputs.rules.flatMap((rule) =>
    variations.map((variation) => {
      const props = { ...example, ...variation };
      const complete = Object.fromEntries(
        Object.entries(inputs.fields).map(([key, type]) => [
          key,
          type.complete((props as never)[key] ?? type.defaultValue ?? null),
        ]),
      );
      const encoded = Object.entries(inputs.fields).map(([key, type]) => {
        const value = hclLiteral(type.encode((props as never)[key] ?? type.defaultValue ?? null));
        return `${snakeCase(key)} = ${type.conversion && value !== "null" ? `${type.conversion}(${value})` : value}`;
      });
      return {
        what: `${name}: ${inTypeScript(rule.message)}, of ${JSON.stringify(variation)}`,
        typescript: rule.test(complete),
        hcl: `[for v in [{ ${encoded.join(", ")} }] : ${rule.condition.replace(/\bvar\./g, "v.")}][0]`,
      };
    }),
  );
}

const disagreements = (cases: readonly Case[]): string[] => {
  const verdicts = judge(cases.map(({ hcl }) => hcl));
  return cases
    .map(({ what, typescript }, i) => ({ what, typescript, hcl: verdicts[i] }))
    .filter(({ typescript, hcl }) => typescript !== hcl)
    .map(({ what, typescript, hcl }) => `${what}: TypeScript ${typescript}, Terraform ${JSON.stringify(hcl)}`);
};

describe("a rule in TypeScript and its validation in HCL agree", () => {
  const kinds: Record<string, Type<unknown>> = {
    pattern: t.string().pattern(/^[a-z][a-z0-9-]*$/, "must be kebab-case", { good: "web", bad: "Web" }),
    length: t.string().length(2, 5),
    range: t.number().range(1, 5).integer(),
    oneOf: t.oneOf("a", "b"),
    numbers: t.number().oneOf([1, 3, 5]),
    list: t
      .list(t.oneOf("a", "b", "c"))
      .length(1, 3)
      .unique(),
    set: t.set(t.string().length(1, 3)),
    map: t.map(t.number().range(1, 9)).keys(/^[a-z]+$/, "must be lower case", { good: "a", bad: "A" }),
    optional: t.string().length(2, 5).optional(),
    object: t
      .object({ minimum: t.number().range(0, 9).default(1), maximum: t.number().range(1, 9) })
      .rule({
        test: ({ minimum, maximum }) => (minimum ?? 1) <= maximum,
        condition: (ref) => `${ref}.minimum <= ${ref}.maximum`,
        message: "must have a minimum that is not above the maximum",
        bad: { minimum: 5, maximum: 2 },
      })
      .optional(),
    nested: t.map(t.object({ ports: t.list(t.number().range(1, 65535)).default([80]) })),
  };

  test("for every kind of input", () => {
    expect(disagreements(Object.entries(kinds).flatMap(([name, type]) => casesOfInput(name, type)))).toEqual([]);
  });

  test.each(publishedModules.map(({ definition }) => [definition.name, definition] as const))(
    "for each input of %s",
    (_name, definition) => {
      const inputs = definition.inputs as Inputs<Fields>;
      const cases = Object.entries(inputs.fields).flatMap(([name, type]) => casesOfInput(name, type));
      expect(cases.some(({ typescript }) => typescript)).toBe(true);
      expect(cases.some(({ typescript }) => !typescript)).toBe(true);
      expect(disagreements([...cases, ...casesAcross(definition.name, inputs, definition.example as object)])).toEqual(
        [],
      );
    },
  );

  test.each(publishedModules.map(({ definition }) => [definition.name, definition] as const))(
    "%s refuses what its rules call bad",
    (_name, definition) => {
      for (const rule of (definition.inputs as Inputs<Fields>).rules) {
        const props = { ...(definition.example as object), ...rule.bad };
        const problems = (definition.inputs as Inputs<Fields>).problems(props);
        expect(problems.map(({ message }) => message)).toContain(inTypeScript(rule.message));
      }
    },
  );

  test("a disagreement is found", () => {
    const type = t
      .number()
      .rule({ test: (n) => n > 5, condition: (ref) => `${ref} >= 5`, message: "must be above 5", bad: 5 });
    expect(disagreements(casesOfInput("wrong", type))).not.toEqual([]);
  });

  test("user text survives quoting", () => {
    const texts = ["${x}", "%{ if true }", "$${x}", "%%{x}", "$$${x}", '"quoted" \\ and\nlines\t', "é ü 漢"];
    expect(judge(texts.map((text) => hclLiteral(text)))).toEqual(texts);
  });
});
