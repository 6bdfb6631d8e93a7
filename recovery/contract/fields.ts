import { Tokenization } from "cdktf";
import { Expression, Flag, InvalidInput, raw, tf } from "../../kernel";
import { isUnresolved } from "../../kernel/expression";
import { snakeCase } from "../../kernel/types";
import { Longest, jsonLength } from "./longest";

/**
 * One value of a contract between stacks. `Value` is what its writer states and what programs read; `Reader` is how
 * expressions of Terraform read it.
 */
export abstract class Field<Value, Reader> {
  /** The value as it stands in the JSON, with names in snake_case. It may hold expressions. */
  abstract encode(value: Value): unknown;

  /**
   * The value out of the JSON.
   *
   * @throws InvalidInput when the JSON holds something else, with its path
   */
  abstract decode(found: unknown, path: string): Value;

  /** How Terraform reads the value out of the decoded JSON. */
  abstract read(source: Expression): Reader;

  /** Length of the JSON that the value makes at the most, whatever AWS answers for what is only known later. */
  abstract longest(value: Value, surroundings: Surroundings): number;

  /** How many entries it has, where the environment decides it: of maps and lists. */
  count(_value: Value): number {
    return 0;
  }
}

/** Where a value stands: of what environment, under what key, beside what other fields. */
export interface Surroundings extends Longest {
  readonly siblings: Readonly<Record<string, unknown>>;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyField = Field<any, any>;

/** What the writer of a field states, and programs read. */
export type ValueOf<F extends AnyField> = Parameters<F["encode"]>[0];

/** How expressions of Terraform read a field: by properties, which the compiler knows. */
export type ReaderOf<F extends AnyField> = ReturnType<F["read"]>;

type Fields = Readonly<Record<string, AnyField>>;

const WHOLE = Symbol("whole");

/** A part that has parts of its own. */
interface Whole {
  readonly [WHOLE]: Expression;
}

/** The expression of a part that has parts of its own: to compare it with null, to ask for its keys, to pass it on. */
export const whole = (part: Whole): Expression => part[WHOLE];

const refuse = (path: string, what: string): never => {
  throw new InvalidInput(`${path} must be ${what}: another version of Holdfast wrote it.`);
};

class TextField extends Field<string, string> {
  constructor(private readonly example: (about: Longest) => string) {
    super();
  }

  encode(value: string): unknown {
    return value;
  }

  decode(found: unknown, path: string): string {
    return typeof found === "string" ? found : refuse(path, "text");
  }

  read(source: Expression): string {
    return tf<string>`${source}`;
  }

  longest(value: string, about: Surroundings): number {
    return jsonLength(isUnresolved(value) ? this.example(about) : value);
  }
}

/**
 * Text.
 *
 * @param example the longest text that it can be, where AWS answers it
 */
export const text = (example: (about: Longest) => string): Field<string, string> => new TextField(example);

class NumberField extends Field<number, number> {
  constructor(private readonly greatest: number) {
    super();
  }

  encode(value: number): unknown {
    return value;
  }

  decode(found: unknown, path: string): number {
    return typeof found === "number" ? found : refuse(path, "a number");
  }

  read(source: Expression): number {
    return tf<number>`${source}`;
  }

  longest(): number {
    return String(this.greatest).length;
  }
}

/** A whole number of 0 or above. */
export const number = (greatest: number): Field<number, number> => new NumberField(greatest);

class FlagField extends Field<boolean, Flag> {
  encode(value: boolean): unknown {
    return value;
  }

  decode(found: unknown, path: string): boolean {
    return typeof found === "boolean" ? found : refuse(path, "true or false");
  }

  read(source: Expression): Flag {
    return tf<Flag>`${source}`;
  }

  longest(): number {
    return "false".length;
  }
}

/** True or false. */
export const flag = (): Field<boolean, Flag> => new FlagField();

class NullableField<V, R> extends Field<V | null, R> {
  constructor(private readonly field: Field<V, R>) {
    super();
  }

  encode(value: V | null): unknown {
    return value === null ? null : this.field.encode(value);
  }

  decode(found: unknown, path: string): V | null {
    // What an older version of the same schema did not know is not there.
    return found === null || found === undefined ? null : this.field.decode(found, path);
  }

  read(source: Expression): R {
    return this.field.read(source);
  }

  longest(value: V | null, surroundings: Surroundings): number {
    return value === null ? "null".length : Math.max("null".length, this.field.longest(value, surroundings));
  }
}

/** What may be missing: null, which a writer must say. A reader of its parts asks first. */
export const nullable = <V, R>(field: Field<V, R>): Field<V | null, R> => new NullableField(field);

class ListField<V> extends Field<readonly V[], string[]> {
  constructor(
    private readonly item: Field<V, unknown>,
    private readonly sibling: string,
    private readonly sample: V,
  ) {
    super();
  }

  encode(values: readonly V[]): unknown {
    return isExpression(values) ? values : values.map((value) => this.item.encode(value));
  }

  decode(found: unknown, path: string): V[] {
    if (!Array.isArray(found)) return refuse(path, "a list");
    return found.map((value, i) => this.item.decode(value, `${path}[${i}]`));
  }

  read(source: Expression): string[] {
    return tf<string[]>`${source}`;
  }

  longest(values: readonly V[], surroundings: Surroundings): number {
    const known = isExpression(values) ? namesIn(surroundings, this.sibling).map(() => this.sample) : values;
    return bracketed(known.map((value) => this.item.longest(value, surroundings)));
  }

  override count(values: readonly V[]): number {
    return isExpression(values) ? 0 : values.length;
  }
}

/**
 * A list of texts.
 *
 * @param sibling the field beside it that has as many, where only AWS knows what they are
 */
export const list = (item: Field<string, string>, sibling = ""): Field<readonly string[], string[]> =>
  new ListField(item, sibling, raw<string>("later"));

/** Reads one value of a map by its key, which may be an expression. */
export type KeyReader<R> = ((key: string) => R) & Whole;

class MapField<V, R> extends Field<Readonly<Record<string, V>>, KeyReader<R>> {
  constructor(
    private readonly item: Field<V, R>,
    private readonly sibling: string,
  ) {
    super();
  }

  encode(values: Readonly<Record<string, V>>): unknown {
    return isExpression(values) ? values : mapValues(values, (value) => this.item.encode(value));
  }

  decode(found: unknown, path: string): Record<string, V> {
    return mapValues(object(found, path), (value, key) => this.item.decode(value, `${path}.${key}`));
  }

  read(source: Expression): KeyReader<R> {
    const one = (key: string): R => this.item.read(tf`${source}[${key}]`);
    return Object.assign(one, { [WHOLE]: source });
  }

  longest(values: Readonly<Record<string, V>>, surroundings: Surroundings): number {
    const known = isExpression(values)
      ? namesIn(surroundings, this.sibling).map((name): [string, V] => [name, raw<V>("later")])
      : Object.entries(values);
    return bracketed(known.map(([key, value]) => pairLength(key, this.item.longest(value, { ...surroundings, key }))));
  }

  override count(values: Readonly<Record<string, V>>): number {
    return isExpression(values) ? 0 : Object.keys(values).length;
  }
}

/**
 * Values by keys.
 *
 * @param sibling the field beside it that lists the keys, where only AWS knows the values
 */
export const map = <V, R>(item: Field<V, R>, sibling = ""): Field<Readonly<Record<string, V>>, KeyReader<R>> =>
  new MapField(item, sibling);

type Values<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> };
type Readers<F extends Fields> = { readonly [K in keyof F]: ReaderOf<F[K]> } & Whole;

/** An object: all of its fields are written, and no others are read. */
export class ObjectField<F extends Fields> extends Field<Values<F>, Readers<F>> {
  constructor(readonly fields: F) {
    super();
  }

  encode(values: Values<F>): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(this.fields).map(([name, field]) => [snakeCase(name), field.encode(values[name])]),
    );
  }

  decode(found: unknown, path: string): Values<F> {
    const parts = object(found, path);
    const decoded = mapValues(this.fields, (field, name) => {
      const key = snakeCase(name);
      return field.decode(parts[key], `${path}.${key}`) as unknown;
    });
    return decoded as Values<F>;
  }

  read(source: Expression): Readers<F> {
    const readers = mapValues(
      this.fields,
      (field, name) => field.read(tf`${source}.${raw(snakeCase(name))}`) as unknown,
    );
    return Object.assign(readers, { [WHOLE]: source }) as unknown as Readers<F>;
  }

  longest(values: Values<F>, about: Longest): number {
    return bracketed(Object.entries(this.longestFields(values, about)).map(([key, length]) => pairLength(key, length)));
  }

  /** The same for each field, by its name in the JSON. */
  longestFields(values: Values<F>, about: Longest): Record<string, number> {
    const surroundings = { ...about, siblings: values };
    return Object.fromEntries(
      Object.entries(this.fields).map(([name, field]) => [snakeCase(name), field.longest(values[name], surroundings)]),
    );
  }

  /** The maps and lists that have entries, by their names in the JSON, with how many. */
  entries(values: Values<F>): Record<string, number> {
    const counts = Object.entries(this.fields).map(
      ([name, field]) => [snakeCase(name), field.count(values[name])] as const,
    );
    return Object.fromEntries(counts.filter(([, count]) => count > 0));
  }
}

/** Whether only Terraform knows a list or a map: not what is in it, and not how much. */
const isExpression = (value: unknown): boolean => Tokenization.isResolvable(value);

/** The names that a field beside this one lists. */
function namesIn({ siblings }: Surroundings, sibling: string): readonly string[] {
  const names = siblings[sibling];
  if (Array.isArray(names) && !isUnresolved(names)) return names as string[];
  throw new Error(`a field whose values are known later needs the field beside it that says how many: ${sibling}`);
}

function object(found: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof found === "object" && found !== null && !Array.isArray(found)) return found as Record<string, unknown>;
  return refuse(path, "an object");
}

const mapValues = <V, W>(
  values: Readonly<Record<string, V>>,
  change: (value: V, key: string) => W,
): Record<string, W> => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value, key)]));

/** `"key":value` */
const pairLength = (key: string, value: number): number => jsonLength(key) + ":".length + value;

/** `[a,b]`, `{a,b}` */
const bracketed = (lengths: readonly number[]): number =>
  "[]".length + lengths.reduce((sum, length) => sum + length, 0) + ",".length * Math.max(0, lengths.length - 1);
