import { EnvironmentDefinition, checkEnvironment } from "../../environments/definition";
import { definitionInputs } from "../../environments/definition/schema/environment";
import { StatedInputs } from "../../environments/definition/schema/stated-inputs";
import { InvalidInput } from "../../kernel";
import { Fields, Mapping, Structure, Type } from "../../kernel/types";

/** An optional input, and a good value of it. */
export interface Stated {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** A value as TypeScript spells it; keys of maps stay what they are. */
function spelled(type: Type<unknown>, value: unknown): unknown {
  if (Array.isArray(value))
    return value.map((item) => spelled((type as unknown as { item: Type<unknown> }).item, item));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  if (type instanceof Mapping) return Object.fromEntries(entries.map(([key, item]) => [key, spelled(type.item, item)]));
  if (!(type instanceof Structure)) return value;
  const fields = type.fields as Fields;
  return Object.fromEntries(
    entries.map(([key, item]) => {
      const name = key.replace(/_([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase());
      return [name, spelled(fields[name], item)];
    }),
  );
}

/** The optional inputs in some fields, at any depth, each with a good value. */
function inputsIn(fields: Fields, path: readonly string[] = []): Stated[] {
  return Object.entries(fields).flatMap(([name, type]) => {
    const here = [...path, name];
    const nested =
      type instanceof StatedInputs || type instanceof Structure ? inputsIn(type.fields as Fields, here) : [];
    if (!type.isOptional || type instanceof StatedInputs) return nested;
    const sample =
      type instanceof Mapping && Object.keys(type.sample() as object).length === 0 ? oneOf(type) : type.sample();
    return [{ path: here, value: spelled(type, sample) }, ...nested];
  });
}

/** A map with one item. */
const oneOf = (type: Mapping<unknown>): object => ({
  [(type as unknown as { goodKey: string }).goodKey]: type.item.sample(),
});

const fields = definitionInputs.fields;
const inside = (type: unknown): Fields => (type as { readonly item: { readonly fields: Fields } }).item.fields;
/** Each optional input that an environment can state. */
export const everyInput: readonly Stated[] = [
  ...["network", "loadBalancer", "firewall", "cluster", "database", "cache", "secrets", "registry"].flatMap((part) =>
    inputsIn((fields[part as keyof typeof fields] as unknown as StatedInputs<Fields, unknown>).fields, [part]),
  ),
  ...inputsIn(inside(fields.storage), ["storage", "uploads"]),
  // A queue comes with whoever receives from it.
  { path: ["queues"], value: { mails: {} } },
  { path: ["topics"], value: { orders: {} } },
  { path: ["services", "web", "uses", "queues"], value: { mails: "send_receive" } },
  { path: ["services", "web", "uses", "topics"], value: ["orders"] },
  ...inputsIn(inside(fields.queues), ["queues", "mails"]),
  ...inputsIn(inside(fields.topics), ["topics", "orders"]),
  ...inputsIn(inside(fields.services), ["services", "web"]),
  ...inputsIn((fields.recovery as unknown as Structure<Fields>).fields, ["recovery"]),
  ...inputsIn({ displayName: fields.displayName, tags: fields.tags }),
];

/** The environment with one input more; where a part on the way is not stated, it stays what it is. */
function stating(environment: EnvironmentDefinition, { path, value }: Stated): EnvironmentDefinition | undefined {
  const copy = structuredClone(environment);
  let part = copy as unknown as Record<string, unknown>;
  for (const key of path.slice(0, -1)) {
    const next = part[key];
    if (typeof next !== "object" || next === null) return undefined;
    part = next as Record<string, unknown>;
  }
  part[path.at(-1) as string] = value;
  return copy;
}

function problemsOf(environment: EnvironmentDefinition): string | undefined {
  try {
    checkEnvironment("production", environment);
    return undefined;
  } catch (error) {
    if (error instanceof InvalidInput) return error.message;
    throw error;
  }
}

/** The environment with as many of the inputs as go together: all of some at once, or what goes of each half. */
export function statingMost(
  environment: EnvironmentDefinition,
  some: readonly Stated[],
): { environment: EnvironmentDefinition; count: number } {
  const whole = some.reduce<EnvironmentDefinition | undefined>((so, one) => so && stating(so, one), environment);
  if (whole && problemsOf(whole) === undefined) return { environment: whole, count: some.length };
  if (some.length === 1) return { environment, count: 0 };
  const half = Math.ceil(some.length / 2);
  const first = statingMost(environment, some.slice(0, half));
  const second = statingMost(first.environment, some.slice(half));
  return { environment: second.environment, count: first.count + second.count };
}
