import { Inputs } from "../../kernel";
import { Fields, Mapping, Sequence, Structure, Type, hclLiteral, snakeCase } from "../../kernel/types";
import { publishedModules } from "../../modules";
import { evaluate } from "../terraform-console";

/** Terraform takes null for an item of a list or a map: no validation may stumble over it, and one refuses it. */

const items = (type: Type<unknown>): Type<unknown> => (type as Mapping<unknown> | Sequence<unknown>).item;

/** What a module looks up, for the console, which has no data sources. */
const LOOKED_UP: Readonly<Record<string, string>> = {
  "data.aws_partition.current.partition": "aws",
  "data.aws_region.current.id": "us-east-1",
  "data.aws_caller_identity.current.account_id": "123456789012",
};

const answered = (condition: string): string =>
  Object.entries(LOOKED_UP).reduce((text, [asked, answer]) => text.replaceAll(asked, hclLiteral(answer)), condition);

/** Good values of a type, under Terraform's names, but for an item somewhere in each that is null. */
function withNull(type: Type<unknown>): unknown[] {
  if (type instanceof Sequence) {
    const rest = (type.sample() as unknown[]).slice(1);
    return [...(items(type).isOptional ? [] : [null]), ...withNull(items(type))].map((item) => [item, ...rest]);
  }
  if (type instanceof Mapping) {
    const { goodKey } = type as unknown as { goodKey: string };
    return [...(items(type).isOptional ? [] : [null]), ...withNull(items(type))].map((item) => ({ [goodKey]: item }));
  }
  if (!(type instanceof Structure)) return [];
  return Object.entries(type.fields as Fields).flatMap(([name, field]) =>
    withNull(field).map((value) => ({ ...(type.sample() as object), [snakeCase(name)]: value })),
  );
}

/** A value under Terraform's names with the defaults that Terraform fills in. */
function complete(type: Type<unknown>, value: unknown): unknown {
  const given = value ?? (type.isOptional ? type.encodeGiven(type.defaultValue) : null) ?? null;
  if (given === null) return null;
  const item = (one: unknown): unknown => (one === null ? null : complete(items(type), one));
  if (type instanceof Sequence) return (given as unknown[]).map(item);
  if (type instanceof Mapping) return Object.fromEntries(Object.entries(given).map(([key, one]) => [key, item(one)]));
  if (!(type instanceof Structure)) return given;
  const fields = Object.entries(type.fields as Fields).map(([name, field]) => [snakeCase(name), field] as const);
  return Object.fromEntries(
    fields.map(([name, field]) => [name, complete(field, (given as Record<string, unknown>)[name])]),
  );
}

function literal(type: Type<unknown>, value: unknown): string {
  const source = hclLiteral(complete(type, value));
  return type.conversion && source !== "null" ? `${type.conversion}(${source})` : source;
}

/** What each validation that reads the input makes of a null in it: `"error"` where it stumbles. */
function verdicts(inputs: Inputs<Fields>, example: object): { readonly what: string; readonly verdict: unknown }[][] {
  const base = inputs.encodeGiven(example);
  const cases = Object.entries(inputs.fields).flatMap(([name, type]) => withNull(type).map((bad) => ({ name, bad })));
  const checks = Object.keys(inputs.fields).flatMap((on) => inputs.variableChecks(on));
  const asked = cases.map(({ name, bad }) => {
    const all = Object.entries(inputs.fields).map(
      ([key, type]) => `${snakeCase(key)} = ${literal(type, key === name ? bad : base[snakeCase(key)])}`,
    );
    const reads = new RegExp(`\\bvar\\.${snakeCase(name)}\\b`);
    return checks
      .filter(({ condition }) => reads.test(condition))
      .map(({ condition, message }) => ({
        what: `${snakeCase(name)} = ${hclLiteral(bad)}: ${message}`,
        source: `try([for v in [{ ${all.join(", ")} }] : ${answered(condition).replace(/\bvar\./g, "v.")}][0], "error")`,
      }));
  });
  const answers = evaluate(asked.flat().map(({ source }) => source));
  return asked.map((group) => group.map(({ what }) => ({ what, verdict: answers.shift() })));
}

test.each(publishedModules.map(({ definition }) => [definition.name, definition] as const))(
  "validations of %s refuse an item that is null, and stumble over none",
  (_name, definition) => {
    const cases = verdicts(definition.inputs as Inputs<Fields>, definition.example);
    expect(cases.flat().filter(({ verdict }) => verdict === "error")).toEqual([]);
    const passed = cases.filter((group) => group.every(({ verdict }) => verdict === true));
    expect(passed.map(([first]) => first.what)).toEqual([]);
  },
);
