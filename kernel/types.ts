import { Token, Tokenization } from "cdktf";
import { closest, distance } from "fastest-levenshtein";
import { isIdentifier, quote } from "./expression";

/** One thing wrong with one input. */
export interface Problem {
  /** Where: `subnets.public[0].cidr`. */
  readonly path: string;
  /** What is allowed: completes the sentence that begins with the path. */
  readonly message: string;
  /** What was given; undefined when nothing was. */
  readonly value?: unknown;
}

/**
 * One constraint in its two forms. `test` refuses a literal at synth, `condition` is the `validation` block of the
 * published module; `bad` is a value that both refuse, from which the module's own tests are generated.
 */
export interface Rule<T> {
  test(value: T): boolean;
  /** HCL that is true for a good value; `ref` is how the value is read there. */
  condition(ref: string): string;
  readonly message: string;
  readonly bad: unknown;
}

/** A `validation` block, before it is written. */
export interface Check {
  /** Which part of the input: `[*].port` is the port of each item; empty for all of it. */
  readonly part: string;
  readonly condition: string;
  readonly message: string;
  /** A value of the whole input that this check refuses. */
  readonly bad: unknown;
}

/** Marks a type that may be left out. */
export interface Optional {
  readonly _optional: true;
}

/** `maxCount` as Terraform spells it: `max_count`. */
export const snakeCase = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();

/** An HCL literal. */
export function hclLiteral(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return quote(value);
  if (Array.isArray(value)) return `[${value.map(hclLiteral).join(", ")}]`;
  if (typeof value !== "object") return String(value);
  const entries = Object.entries(value).map(
    ([key, item]) => `${isIdentifier(key) ? key : quote(key)} = ${hclLiteral(item)}`,
  );
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/**
 * The type of an input: what TypeScript sees, what Terraform sees, and the constraints of both. Immutable; every
 * method returns a changed copy.
 */
export abstract class Type<T> {
  declare readonly _type: T;

  /** Whether the input may be left out. */
  readonly isOptional: boolean = false;
  /** What an absent input becomes; null for "not given". */
  readonly defaultValue: unknown = undefined;
  readonly description: string = "";
  readonly isSensitive: boolean = false;
  /** Heading of the group that the input is documented under. */
  readonly section: string = "";
  protected readonly rules: readonly Rule<T>[] = [];

  /** The Terraform type constraint. */
  abstract hclType(): string;
  /** Function that turns an HCL literal into this type, so that expressions treat both uses alike; none for objects. */
  readonly conversion: string = "";
  /** Whether objects are in it: literals of these have no common type, as each leaves out other fields. */
  readonly holdsObjects: boolean = false;
  /** A good value, used by the generated tests and the README. */
  abstract sample(): unknown;
  protected abstract checkShape(value: unknown, path: string, problems: Problem[]): void;

  /** What the input is: one or two sentences, with the unit. */
  describe(description: string): this {
    return this.copy({ description });
  }

  /** Terraform hides the value in its output. */
  sensitive(): this {
    return this.copy({ isSensitive: true });
  }

  inSection(section: string): this {
    return this.copy({ section });
  }

  rule(rule: Rule<T>): this {
    return this.copy({ rules: [...this.rules, rule] });
  }

  /** The input may be left out, and then has this value; it is never null. */
  default(value: T): this & Optional {
    return this.copy({ isOptional: true, defaultValue: value }) as this & Optional;
  }

  /** The input may be left out, and then is null. */
  optional(): this & Optional {
    return this.copy({ isOptional: true, defaultValue: null }) as this & Optional;
  }

  get isNullable(): boolean {
    return this.isOptional && this.defaultValue === null;
  }

  /** Collects what is wrong with a value. One that only Terraform knows is left to the provider and to AWS. */
  check(value: unknown, path: string, problems: Problem[]): void {
    if (value === undefined || value === null) {
      if (!this.isOptional) problems.push({ path, message: "is required" });
      return;
    }
    if (isExpression(value)) return;
    const before = problems.length;
    this.checkShape(value, path, problems);
    if (problems.length > before) return;
    const complete = this.complete(value) as T;
    for (const rule of this.rules) {
      if (!passes((known: T) => rule.test(known), complete)) problems.push({ path, message: rule.message, value });
    }
  }

  /** The `validation` blocks of an input of this type that is read as `ref`. */
  checks(ref: string): Check[] {
    const own = this.rules.map((rule) => ({
      part: "",
      condition: rule.condition(ref),
      message: rule.message,
      bad: rule.bad,
    }));
    const all = [...own, ...this.nestedChecks(ref)];
    if (!this.isNullable) return all;
    // Terraform 1.11 evaluates both sides of && and ||, so null is kept away by a conditional.
    return all.map((check) => ({ ...check, condition: `${ref} == null ? true : ${check.condition}` }));
  }

  /** A literal with the defaults of its nested objects filled in. */
  complete(value: unknown): unknown {
    return value;
  }

  /** A complete literal with snake_case keys: what Terraform makes of the same value. */
  encode(value: unknown): unknown {
    return value;
  }

  /** A literal with snake_case keys as it was given: what a person would write. */
  encodeGiven(value: unknown): unknown {
    return value;
  }

  protected nestedChecks(_ref: string): Check[] {
    return [];
  }

  protected copy(change: object): this {
    return Object.assign(Object.create(Object.getPrototypeOf(this) as object), this, change) as this;
  }
}

/** Whether the value as a whole is an expression (rather than a literal that holds one). */
const isExpression = (value: unknown): boolean => Token.isUnresolved(value) || Tokenization.isResolvable(value);

/** A test looked at a value that only Terraform knows. */
class UnknownValue extends Error {}

/** Whether a value passes a test. One that looks at a part which only Terraform knows is left to Terraform. */
export function passes<T>(test: (value: T) => boolean, value: T): boolean {
  try {
    return test(watched(value) as T);
  } catch (thrown) {
    if (thrown instanceof UnknownValue) return true;
    throw thrown;
  }
}

/** A copy that throws when a part of it is looked at which only Terraform knows. */
function watched(value: unknown): unknown {
  if (isExpression(value)) throw new UnknownValue();
  if (typeof value !== "object" || value === null) return value;
  const copy: object = Array.isArray(value) ? [] : {};
  for (const [key, item] of Object.entries(value)) {
    Object.defineProperty(copy, key, { enumerable: true, get: () => watched(item) });
  }
  return copy;
}

/** A regular expression as an HCL string; only JavaScript has to escape a slash. */
const hclPattern = (expression: RegExp): string => quote(expression.source.replace(/\\\//g, "/"));

/** A string, number or boolean. */
export class Scalar<T> extends Type<T> {
  private good: unknown;

  constructor(
    private readonly kind: "string" | "number" | "boolean",
    private readonly hcl: string,
  ) {
    super();
    this.good = { string: "example", number: 1, boolean: true }[kind];
  }

  hclType(): string {
    return this.hcl;
  }

  sample(): unknown {
    return this.good;
  }

  protected checkShape(value: unknown, path: string, problems: Problem[]): void {
    if (typeof value !== this.kind || Number.isNaN(value)) {
      problems.push({ path, message: `must be a ${this.kind}`, value });
    }
  }

  /** A good example value, when the constraints do not give one themselves. */
  example(good: T): this {
    return this.copy({ good });
  }

  /**
   * The string matches. The expression must mean the same to JavaScript and to RE2: no look-around, no back-reference,
   * no `\d` with the `u` flag.
   */
  pattern(expression: RegExp, message: string, examples: { good: string; bad: string }): this {
    return this.example(examples.good as T).rule({
      test: (value) => expression.test(value as string),
      condition: (ref) => `can(regex(${hclPattern(expression)}, ${ref}))`,
      message,
      bad: examples.bad,
    });
  }

  /** The number lies between the two, both included. */
  range(lowest: number, highest: number, unit = ""): this {
    return this.example(lowest as T).rule({
      test: (value) => (value as number) >= lowest && (value as number) <= highest,
      condition: (ref) => `${ref} >= ${lowest} && ${ref} <= ${highest}`,
      message: `must be between ${lowest} and ${highest}${unit && ` ${unit}`}`,
      bad: highest + 1,
    });
  }

  /** The number is whole: Terraform's own type allows fractions. */
  integer(): this {
    return this.rule({
      test: (value) => Number.isInteger(value),
      condition: (ref) => `floor(${ref}) == ${ref}`,
      message: "must be a whole number",
      bad: (this.good as number) + 0.5,
    });
  }

  /** The string has this many characters. */
  length(shortest: number, longest: number): this {
    return this.rule({
      test: (value) => [...(value as string)].length >= shortest && [...(value as string)].length <= longest,
      condition: (ref) => `length(${ref}) >= ${shortest} && length(${ref}) <= ${longest}`,
      message: `must have ${shortest} to ${longest} characters`,
      bad: "x".repeat(longest + 1),
    });
  }

  oneOf<const V extends readonly T[]>(allowed: V): Scalar<V[number]> {
    const typed = this.example(allowed[0]) as unknown as Scalar<V[number]>;
    return typed.rule({
      test: (value) => allowed.includes(value),
      condition: (ref) => `contains(${hclLiteral(allowed)}, ${ref})`,
      message: `must be one of ${allowed.join(", ")}`,
      bad: this.kind === "number" ? -1 : "none-of-these",
    });
  }
}

/** A list (in order, may repeat) or a set. */
export class Sequence<T> extends Type<readonly T[]> {
  override readonly conversion: string;
  override readonly holdsObjects: boolean;
  private good: readonly T[] | undefined;
  private shortest = 0;

  constructor(
    private readonly kind: "list" | "set",
    readonly item: Type<T>,
  ) {
    super();
    this.conversion = item.holdsObjects ? "" : `to${kind}`;
    this.holdsObjects = item.holdsObjects;
  }

  hclType(): string {
    return `${this.kind}(${this.item.hclType()})`;
  }

  sample(): unknown {
    return this.good ?? Array.from({ length: this.shortest }, () => this.item.sample());
  }

  /** A good example value, when one of equal items is none. */
  example(good: readonly T[]): this {
    return this.copy({ good });
  }

  override complete(value: unknown): unknown {
    return this.each(value, (item) => this.item.complete(item));
  }

  override encode(value: unknown): unknown {
    return this.each(value, (item) => this.item.encode(item));
  }

  override encodeGiven(value: unknown): unknown {
    return this.each(value, (item) => this.item.encodeGiven(item));
  }

  private each(value: unknown, change: (item: unknown) => unknown): unknown {
    return Array.isArray(value) && !isExpression(value) ? value.map(change) : value;
  }

  protected checkShape(value: unknown, path: string, problems: Problem[]): void {
    if (!Array.isArray(value)) problems.push({ path, message: "must be a list", value });
    // Array.from: forEach alone steps over what a list leaves out, [1, , 3].
    else Array.from(value).forEach((item, i) => this.item.check(item, `${path}[${i}]`, problems));
  }

  protected override nestedChecks(ref: string): Check[] {
    return this.item.checks("item").map((check) => ({
      condition: `alltrue([for item in ${ref} : ${check.condition}])`,
      part: `[*]${check.part}`,
      message: check.message,
      bad: [check.bad, ...(this.sample() as readonly unknown[]).slice(1)],
    }));
  }

  /** The number of items lies between the two, both included. */
  length(fewest: number, most: number): this {
    const message = `must have ${fewest} to ${most} items`;
    const bad = Array.from({ length: fewest > 0 ? fewest - 1 : most + 1 }, () => this.item.sample());
    return this.copy({ shortest: fewest }).rule({
      test: (value) => value.length >= fewest && value.length <= most,
      condition: (ref) => `length(${ref}) >= ${fewest} && length(${ref}) <= ${most}`,
      message,
      bad,
    });
  }

  unique(): this {
    return this.rule({
      test: (value) => new Set(value.map((item) => JSON.stringify(item))).size === value.length,
      condition: (ref) => `length(distinct(${ref})) == length(${ref})`,
      message: "must not name the same item twice",
      bad: [this.item.sample(), this.item.sample()],
    });
  }
}

/** A map from names that the caller chooses. */
export class Mapping<T> extends Type<Readonly<Record<string, T>>> {
  override readonly conversion: string;
  override readonly holdsObjects: boolean;
  private goodKey = "example";

  constructor(readonly item: Type<T>) {
    super();
    this.conversion = item.holdsObjects ? "" : "tomap";
    this.holdsObjects = item.holdsObjects;
  }

  hclType(): string {
    return `map(${this.item.hclType()})`;
  }

  sample(): unknown {
    return {};
  }

  override complete(value: unknown): unknown {
    return this.each(value, (item) => this.item.complete(item));
  }

  override encode(value: unknown): unknown {
    return this.each(value, (item) => this.item.encode(item));
  }

  override encodeGiven(value: unknown): unknown {
    return this.each(value, (item) => this.item.encodeGiven(item));
  }

  private each(value: unknown, change: (item: unknown) => unknown): unknown {
    if (typeof value !== "object" || value === null || isExpression(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, change(item)]));
  }

  protected checkShape(value: unknown, path: string, problems: Problem[]): void {
    if (typeof value !== "object" || Array.isArray(value)) problems.push({ path, message: "must be a map", value });
    else
      for (const [key, item] of Object.entries(value as object)) this.item.check(item, `${path}["${key}"]`, problems);
  }

  protected override nestedChecks(ref: string): Check[] {
    return this.item.checks("item").map((check) => ({
      condition: `alltrue([for item in values(${ref}) : ${check.condition}])`,
      part: `[*]${check.part}`,
      message: check.message,
      bad: { [this.goodKey]: check.bad },
    }));
  }

  /** Every key matches. */
  keys(expression: RegExp, message: string, examples: { good: string; bad: string }): this {
    return this.copy({ goodKey: examples.good }).rule({
      test: (value) => Object.keys(value).every((key) => expression.test(key)),
      condition: (ref) => `alltrue([for key in keys(${ref}) : can(regex(${hclPattern(expression)}, key))])`,
      message: `keys ${message}`,
      bad: { [examples.bad]: this.item.sample() },
    });
  }
}

export type Fields = Readonly<Record<string, Type<unknown>>>;

type OptionalKeys<F extends Fields> = { [K in keyof F]: F[K] extends Optional ? K : never }[keyof F];
type Flatten<T> = { [K in keyof T]: T[K] } & {};

/** What TypeScript asks for: required inputs, and optional ones that may be left out. */
export type Props<F extends Fields> = Flatten<
  { readonly [K in Exclude<keyof F, OptionalKeys<F>>]: F[K]["_type"] } & {
    readonly [K in OptionalKeys<F>]?: F[K]["_type"] | undefined;
  }
>;

/** An object with these fields and no others. */
export class Structure<F extends Fields> extends Type<Props<F>> {
  override readonly holdsObjects = true;
  private good: object = {};

  constructor(readonly fields: F) {
    super();
  }

  /** Fields of a good example value beside the required ones, when the rules of the object ask for more. */
  example(good: Partial<Props<F>>): this {
    return this.copy({ good });
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
    if (typeof value !== "object" || Array.isArray(value)) {
      problems.push({ path, message: "must be an object", value });
      return;
    }
    checkFields(this.fields, value as Record<string, unknown>, path, problems);
  }

  protected override nestedChecks(ref: string): Check[] {
    return Object.entries(this.fields).flatMap(([key, type]) =>
      type.checks(`${ref}.${snakeCase(key)}`).map((check) => ({
        condition: check.condition,
        part: `.${snakeCase(key)}${check.part}`,
        message: check.message,
        bad: { ...(this.sample() as object), [snakeCase(key)]: check.bad },
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

function fieldType(type: Type<unknown>): string {
  if (!type.isOptional) return type.hclType();
  if (type.isNullable) return `optional(${type.hclType()})`;
  return `optional(${type.hclType()}, ${hclLiteral(type.encodeGiven(type.defaultValue))})`;
}

/** What a misspelt name was probably meant to be; all that there are, when nothing comes close. */
function suggestion(name: string, known: readonly string[]): string {
  const near = known.length > 0 ? closest(name, known) : "";
  const mistakes = Math.max(1, Math.floor(name.length / 3));
  return distance(name, near) <= mistakes ? `did you mean ${near}?` : `there are ${known.join(", ")}`;
}

/** Checks each field, and names those that nobody declared: a misspelt one would otherwise be silently ignored. */
export function checkFields(
  fields: Fields,
  value: Readonly<Record<string, unknown>>,
  path: string,
  problems: Problem[],
): void {
  const at = (key: string): string => (path ? `${path}.${key}` : key);
  for (const [key, type] of Object.entries(fields)) type.check(value[key], at(key), problems);
  for (const key of Object.keys(value)) {
    if (key in fields) continue;
    problems.push({ path: at(key), message: `is not known here; ${suggestion(key, Object.keys(fields))}` });
  }
}

/** The types of inputs. */
export const t = {
  string: () => new Scalar<string>("string", "string"),
  number: () => new Scalar<number>("number", "number"),
  bool: () => new Scalar<boolean>("boolean", "bool"),
  oneOf: <const V extends readonly string[]>(...allowed: V) => new Scalar<string>("string", "string").oneOf(allowed),
  list: <T>(item: Type<T>) => new Sequence<T>("list", item),
  set: <T>(item: Type<T>) => new Sequence<T>("set", item),
  map: <T>(item: Type<T>) => new Mapping<T>(item),
  object: <const F extends Fields>(fields: F) => new Structure(fields),
};
