import { hclLiteral, snakeCase } from "./literal";
import { nearest } from "./nearest";
import { isExpression } from "./partly-known";
import { HIDDEN, Plain, isPlain, withoutItems } from "./plain";
import { keyPath } from "./show";
import { Check, Misfit, Optional, Problem, Type } from "./type";

export type Fields = Readonly<Record<string, Type<unknown>>>;

type Flatten<T> = { [K in keyof T]: T[K] } & {};

/**
 * What TypeScript asks for: required inputs, and optional ones that may be left out. Both halves map `keyof F` itself, and
 * filter it with `as`, since only then a property is still the one that was declared: editors find its JSDoc and its place.
 */
export type Props<F extends Fields> = Flatten<
  { readonly [K in keyof F as F[K] extends Optional ? never : K]: F[K]["_type"] } & {
    readonly [K in keyof F as F[K] extends Optional ? K : never]?: F[K]["_type"] | undefined;
  }
>;

/** An object with these fields and no others. */
export class Structure<F extends Fields> extends Type<Props<F>> {
  override readonly holdsObjects = true;
  private good: object = {};
  private withheld: readonly string[] = [];

  constructor(readonly fields: F) {
    super();
  }

  /** Fields that are not for the reader of the messages to give, and that none proposes. */
  withhold(names: readonly string[]): this {
    return this.copy({ withheld: names });
  }

  /** Fields of a good example value beside the required ones, when the rules of the object ask for more. */
  example(good: Partial<Props<F>>): this {
    return this.copy({ good });
  }

  override get hasCautions(): boolean {
    return super.hasCautions || Object.values(this.fields).some((field) => field.hasCautions);
  }

  override ofCautions(): this {
    const fields = Object.entries(this.fields).map(([key, field]) => [key, field.ofCautions()]);
    return super.ofCautions().copy({ fields: Object.fromEntries(fields) as F });
  }

  hclType(): string {
    const fields = Object.entries(this.fields).map(([key, type]) => `${snakeCase(key)} = ${fieldType(type)}\n`);
    return `object({\n${fields.join("")}})`;
  }

  sample(): unknown {
    const required = Object.entries(this.fields).filter(([, type]) => !type.isOptional);
    const samples = Object.fromEntries(required.map(([key, type]) => [snakeCase(key), type.sample()]));
    return { ...samples, ...(this.encodeGiven(this.good) as object) };
  }

  override complete(value: unknown): unknown {
    if (typeof value !== "object" || value === null || isExpression(value)) return value;
    return completeFields(this.fields, value as Record<string, unknown>);
  }

  override encode(value: unknown): unknown {
    if (typeof value !== "object" || value === null || isExpression(value)) return value;
    return encodeFields(this.fields, value as Record<string, unknown>);
  }

  override encodeGiven(value: unknown): unknown {
    if (typeof value !== "object" || value === null || isExpression(value)) return value;
    const given = Object.entries(value).filter(([, item]) => item !== undefined);
    return Object.fromEntries(given.map(([key, item]) => [snakeCase(key), this.fields[key]?.encodeGiven(item)]));
  }

  override checks(ref: string): Check[] {
    const whole = (bad: object): object => ({ ...(this.sample() as object), ...snakeKeys(bad) });
    const rules = this.rules.map((rule) => ({ ...rule, bad: whole(rule.bad as object) }));
    return super.checks.call(this.copy({ rules }), ref);
  }

  protected checkShape(value: unknown, path: string, problems: Problem[]): void {
    if (!isPlain(value)) {
      problems.push({ path, message: "must be an object", value: this.shown(value) });
      return;
    }
    const offered = Object.keys(this.fields).filter((name) => !this.withheld.includes(name));
    checkFields(this.fields, value, path, problems, offered);
  }

  override shown(value: unknown): unknown {
    if (!isPlain(value)) return super.shown(withoutItems(value));
    const stated = Object.entries(value).filter(([, item]) => item !== undefined);
    return super.shown(
      Object.fromEntries(
        stated.map(([key, item]) => [key, Object.hasOwn(this.fields, key) ? this.fields[key].shown(item) : HIDDEN]),
      ),
    );
  }

  protected override fitShape(value: unknown, misfit: Misfit): unknown {
    if (!isPlain(value) && misfit === "leaveOut") return undefined;
    return fitFields(this.fields, isPlain(value) ? value : {}, misfit);
  }

  protected override nestedChecks(ref: string): Check[] {
    return Object.entries(this.fields).flatMap(([key, type]) =>
      type.checks(`${ref}.${snakeCase(key)}`).map((check) => ({
        condition: check.condition,
        part: `.${snakeCase(key)}${check.part}`,
        message: check.message,
        bad: { ...(this.sample() as object), [snakeCase(key)]: check.bad },
        ...(check.isLookedUp ? { keys: check.keys, isLookedUp: true } : {}),
      })),
    );
  }
}

const snakeKeys = (value: object): object =>
  Object.fromEntries(Object.entries(value).map(([key, item]) => [snakeCase(key), item]));

/** Every field, with its default where it was left out. */
export function completeFields(fields: Fields, value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, type]) => [key, type.complete(value[key] ?? type.defaultValue ?? null)]),
  );
}

/** Every field under its Terraform name, with its default where it was left out. */
export function encodeFields(fields: Fields, value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, type]) => [snakeCase(key), type.encode(value[key] ?? type.defaultValue ?? null)]),
  );
}

/** The declared fields, each of its type: see {@link Type.fit}. */
export function fitFields(fields: Fields, value: Plain, misfit: Misfit): Record<string, unknown> {
  const fitted = Object.entries(fields).map(([key, type]) => [key, type.fit(value[key], misfit)] as const);
  return Object.fromEntries(fitted.filter(([, item]) => item !== undefined));
}

function fieldType(type: Type<unknown>): string {
  if (!type.isOptional) return type.hclType();
  if (type.isNullable) return `optional(${type.hclType()})`;
  return `optional(${type.hclType()}, ${hclLiteral(type.encodeGiven(type.defaultValue))})`;
}

/** What a misspelt name was probably meant to be; all that there are, when nothing comes close. */
function suggestion(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === undefined ? `there are ${known.join(", ")}` : `did you mean ${near}?`;
}

/**
 * Checks each field, and names those that nobody declared: a misspelt one would otherwise be silently ignored.
 *
 * @param offered names that may be given here
 */
export function checkFields(
  fields: Fields,
  value: Plain,
  path: string,
  problems: Problem[],
  offered: readonly string[] = Object.keys(fields),
): void {
  const at = (key: string): string => (path ? `${path}.${key}` : key);
  for (const [key, type] of Object.entries(fields)) type.check(value[key], at(key), problems);
  for (const key of Object.keys(value)) {
    if (Object.hasOwn(fields, key)) continue;
    const where = /^[A-Za-z_$][\w$]*$/.test(key) ? at(key) : keyPath(path, key);
    problems.push({ path: where, message: `is not known here; ${suggestion(key, offered)}` });
  }
}
