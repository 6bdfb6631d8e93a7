import { publishedModules } from "../../modules";
import { Fields, Mapping, Problem, Sequence, Structure, Type } from "../../kernel/types";

/**
 * A generated test breaks one rule by putting a bad part into a sample. Were the sample bad by itself, the test would
 * pass without the rule that it is for.
 */

const camelCase = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());

/** A sample as a person would give it to a construct. */
function asProps(sample: unknown, type: Type<unknown>): unknown {
  if (!(type instanceof Structure)) return sample;
  const fields = type.fields as Fields;
  const entries = Object.entries(sample as object).map(([name, value]) => {
    const key = camelCase(name);
    return [key, asProps(value, fields[key])];
  });
  return Object.fromEntries(entries);
}

/** A type, and every type inside of it. */
function typesIn(path: string, type: Type<unknown>): [string, Type<unknown>][] {
  const inside =
    type instanceof Structure
      ? Object.entries(type.fields as Fields).flatMap(([key, field]) => typesIn(`${path}.${key}`, field))
      : type instanceof Sequence || type instanceof Mapping
        ? typesIn(`${path}[*]`, type.item as Type<unknown>)
        : [];
  return [[path, type], ...inside];
}

test.each(publishedModules.map((module) => [module.definition.name, module] as const))(
  "the samples of %s keep to their own rules",
  (_name, { definition }) => {
    const types = Object.entries(definition.inputs.fields as Fields).flatMap(([name, type]) => typesIn(name, type));
    const problems: Problem[] = [];
    for (const [path, type] of types) type.check(asProps(type.sample(), type), path, problems);
    expect(problems).toEqual([]);
  },
);
