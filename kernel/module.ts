import { Annotations } from "cdktf";
import { Construct } from "constructs";
import { Group } from "./condition";
import { Collection, Expression, Flag, Numeric, Text, isUnresolved, raw, tf } from "./expression";
import { Inputs, describeProblem } from "./inputs";
import { local } from "./resource";
import { Tables } from "./tables";
import { Fields, Props, Structure, Type, snakeCase } from "./types";

/**
 * What a construct sees of its inputs: strings and numbers keep their type, flags and collections are opaque, objects
 * are groups of inputs. None of them can be branched on, in the app no more than in the module.
 */
export type Bound<F extends Fields> = { readonly [K in keyof F]: BoundValue<F[K]["_type"]> };

type BoundValue<T> = [T] extends [string]
  ? Text
  : [T] extends [number]
    ? Numeric
    : [T] extends [boolean]
      ? Flag
      : [T] extends [readonly unknown[]]
        ? Collection
        : string extends keyof T
          ? Collection
          : Group & { readonly [K in keyof T]-?: BoundValue<Exclude<T[K], undefined>> };

/** An output of a module. */
export interface OutputDefinition {
  readonly description: string;
  readonly value: unknown;
  readonly sensitive: boolean;
}

/** What a construct declares about itself, for the app and for the published module. */
export interface ModuleDefinition<F extends Fields> {
  /** Name of the published module: kebab-case. */
  readonly name: string;
  /** What it is, in one sentence. */
  readonly description: string;
  /** What else a reader of its README should know: paragraphs of Markdown. */
  readonly notes: string;
  readonly inputs: Inputs<F>;
  /** Props of a typical use: the usage in the README and the base of the generated tests. */
  readonly example: Props<F>;
  /**
   * Long lists that stand in several conditions of the inputs, by a name in snake_case: the published module has a local for
   * each, and writes it once.
   */
  readonly tables?: Tables;
}

/** A construct class that can be published. */
export interface ModuleClass {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  new (scope: Construct, id: string, props: any): ModuleConstruct<any>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly definition: ModuleDefinition<any>;
}

/**
 * A construct with two uses. In an app it takes literals (and attributes of other constructs); published, it takes
 * variables. There is one code path for both.
 *
 * @throws InvalidInput when the props break a rule: all problems at once, with path, value and what is allowed.
 */
export abstract class ModuleConstruct<F extends Fields> extends Construct {
  /** The inputs, as literals or as expressions. */
  protected readonly inputs: Bound<F>;
  private readonly declaredOutputs = new Map<string, OutputDefinition>();

  protected constructor(scope: Construct, id: string, definition: ModuleDefinition<F>, props: Props<F>) {
    super(scope, id);
    const values = definition.inputs.parse(this.node.path, props);
    for (const warning of definition.inputs.warnings(props)) {
      Annotations.of(this).addWarning(`${describeProblem(warning)}.`);
    }
    const bound = Object.entries(definition.inputs.fields).map(([name, type]) => [
      name,
      this.bind(snakeCase(name), values[snakeCase(name)], type),
    ]);
    this.inputs = Object.fromEntries(bound) as Bound<F>;
  }

  /** The outputs by their Terraform names, in the order of their declaration. */
  get outputs(): ReadonlyMap<string, OutputDefinition> {
    return this.declaredOutputs;
  }

  /** Declares an output of the published module, and returns its value for use in an app. */
  protected output<T>(name: string, description: string, value: T, options: { sensitive?: boolean } = {}): T {
    this.declaredOutputs.set(snakeCase(name), { description, value, sensitive: options.sensitive ?? false });
    return value;
  }

  /**
   * A module reads `var.zones`. An app reads a literal where the input is a scalar, and otherwise a local of the same
   * Terraform type, so that an expression over it reads, and behaves, the same in both.
   */
  private bind(name: string, value: unknown, type: Type<unknown>): unknown {
    if (type instanceof Structure) return this.bindFields(name, value, type);
    if (value instanceof Expression || value === null) return value;
    if (typeof value === "string") return hasTemplateMarker(value) ? tf`${value}` : value;
    if (typeof value !== "object") return value;
    const typed = type.conversion ? tf`${raw(type.conversion)}(${value})` : tf`${value}`;
    return tf`${local(this, `${name}#input`, typed)}`;
  }

  private bindFields(name: string, value: unknown, type: Structure<Fields>, parent?: Group): Group {
    const isExpression = value instanceof Expression;
    const group = isExpression ? new Group(value, undefined, parent) : new Group(null, value !== null);
    const nullable = type.isNullable ? group : parent;
    const fields = Object.entries(type.fields).map(([key, fieldType]) => {
      const field = snakeCase(key);
      if (isExpression) return [key, this.bindExpression(tf`${value}.${raw(field)}`, fieldType, nullable)];
      const fieldValue = value === null ? null : (value as Record<string, unknown>)[field];
      return [key, this.bind(`${name}_${field}`, fieldValue, fieldType)];
    });
    return Object.assign(group, Object.fromEntries(fields));
  }

  private bindExpression(value: Expression, type: Type<unknown>, parent: Group | undefined): unknown {
    return type instanceof Structure ? this.bindFields("", value, type, parent) : value;
  }
}

/** A literal that Terraform would take for a template, which must reach it quoted. */
const hasTemplateMarker = (text: string): boolean => !isUnresolved(text) && /[$%]\{/.test(text);
