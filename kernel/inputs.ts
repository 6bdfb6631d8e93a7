import { raw } from "./expression";
import {
  Check,
  Described,
  Fields,
  Message,
  Misfit,
  NamesIn,
  Problem,
  Props,
  Structure,
  Type,
  checkFields,
  completeFields,
  encodeFields,
  fitFields,
  inHcl,
  inTypeScript,
  isPlain,
  passes,
  plainCopy,
  sentence,
  showValue,
  snakeCase,
} from "./types";

/** What a person can put right: the message says what is wrong, the value, what is allowed and how to mend it. */
export class InvalidInput extends Error {
  override readonly name = "InvalidInput";
}

/** A rule across inputs. It becomes a `validation` of the variable `on`, which may read the others. */
export interface CrossRule<F extends Fields, Names extends string = NamesIn<Props<F>>> {
  /** The input that is reported. */
  readonly on: keyof F & string;
  /** Whether the props, defaults filled in, keep to the rule. Skipped when it looks at what only Terraform knows. */
  test(props: Required<Props<F>>): boolean;
  readonly condition: string;
  readonly message: Message<Names>;
  /** Inputs that break the rule, by their TypeScript names. */
  readonly bad: Partial<Props<F>>;
}

/** A check of one variable, with the inputs that break it. */
export interface VariableCheck extends Check {
  /** All inputs that differ from the module's example, by their Terraform names. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** What a published module warns of, with inputs that it warns of. */
export interface WarningCheck {
  readonly name: string;
  readonly condition: string;
  readonly message: string;
  /** All inputs that differ from the module's example, by their Terraform names. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** The inputs of a module: the one declaration that props, checks, variables, README and generated tests come from. */
export class Inputs<F extends Fields> {
  constructor(
    readonly fields: F,
    readonly rules: readonly CrossRule<F>[] = [],
    /** Names that messages propose: all, unless the reader may not give some of them, or may give others as well. */
    private readonly offered: readonly string[] = Object.keys(fields),
  ) {}

  /**
   * The same inputs for a reader who may not give all of them.
   *
   * @param withheld paths of what others give: `name`, `routing.listenerArn`
   * @param more names of what can be given beside them
   */
  offering(withheld: readonly string[], more: readonly string[] = []): Inputs<F> {
    const fields = Object.entries(this.fields as Fields).map(([key, type]) => {
      const inside = withheld.filter((path) => path.startsWith(`${key}.`)).map((path) => path.slice(key.length + 1));
      return [key, type instanceof Structure ? (type.withhold(inside) as Type<unknown>) : type];
    });
    const offered = [...Object.keys(this.fields).filter((key) => !withheld.includes(key)), ...more];
    return new Inputs(Object.fromEntries(fields) as F, this.rules, offered);
  }

  /**
   * All that is wrong with these props, whatever they are; empty when nothing is. A rule across inputs that looks at one
   * which is wrong by itself says nothing more. Never throws.
   */
  problems(props: Props<F>): Problem[] {
    const stated = plainCopy(props);
    if (!isPlain(stated)) return [{ path: "inputs", message: "must be an object", value: stated }];
    const problems: Problem[] = [];
    checkFields(this.fields, stated, "", problems, this.offered);
    const complete = completeFields(this.fields, stated);
    for (const { path } of problems) {
      const [input] = path.split(/[.[]/);
      if (Object.hasOwn(this.fields, input)) complete[input] = raw("invalid");
    }
    for (const rule of this.rules) {
      const type: Type<unknown> = this.fields[rule.on];
      const holds = (all: object): boolean => passes((known) => rule.test(known), all as Required<Props<F>>);
      if (holds(complete)) continue;
      const part = type.wrongPart(stated[rule.on], (some) => holds({ ...complete, [rule.on]: type.complete(some) }));
      const message = inTypeScript(rule.message);
      problems.push({ path: rule.on, message, value: this.shown(rule.on, part) });
    }
    return problems;
  }

  /** What is wrong with each of some props by itself, as far as they are stated; what is laid over others is a part. */
  problemsOfPart(props: Partial<Props<F>>): Problem[] {
    const stated = plainCopy(props);
    if (!isPlain(stated)) return [{ path: "inputs", message: "must be an object", value: stated }];
    const fields = Object.entries(this.fields as Fields).filter(([key]) => Object.hasOwn(stated, key));
    const problems: Problem[] = [];
    checkFields(Object.fromEntries(fields), stated, "", problems, this.offered);
    return problems.filter(({ path, message }) => !(message === "is required" && Object.hasOwn(this.fields, path)));
  }

  /** What AWS may or may not know by now, of props that have no problems. */
  warnings(props: Props<F>): Problem[] {
    const stated = plainCopy(props) as Readonly<Record<string, unknown>>;
    const warnings: Problem[] = [];
    for (const [name, type] of this.withCautions()) type.ofCautions().check(stated[name], name, warnings);
    return warnings;
  }

  /** The same as conditions over the variables of the published module. */
  warningChecks(): WarningCheck[] {
    return this.withCautions().flatMap(([input, type]) => {
      const variable = snakeCase(input);
      const checks = type.ofCautions().checks(`var.${variable}`);
      return checks.map(({ part, condition, message, bad }, i) => ({
        name: `known_${variable}${checks.length === 1 ? "" : `_${i + 1}`}`,
        condition,
        message: sentence(`${variable}${part} ${message}`),
        inputs: { [variable]: bad },
      }));
    });
  }

  private withCautions(): [string, Type<unknown>][] {
    return Object.entries(this.fields as Fields).filter(([, type]) => type.hasCautions);
  }

  /** What was stated, or the default that stands for it. */
  private shown(name: keyof F & string, stated: unknown): unknown {
    const type: Type<unknown> = this.fields[name];
    if ((stated ?? null) !== null) return type.shown(stated);
    const { defaultValue } = type;
    const isScalar = ["string", "number", "boolean"].includes(typeof defaultValue);
    return isScalar ? new Described(`${showValue(defaultValue)}, the default`) : undefined;
  }

  /** A copy that has the declared types, whatever the props are: see {@link Type.fit}. */
  fit(props: Props<F>, misfit: Misfit): Props<F> {
    const stated = plainCopy(props);
    return fitFields(this.fields, isPlain(stated) ? stated : {}, misfit) as Props<F>;
  }

  /**
   * The props under their Terraform names with defaults filled in.
   *
   * @throws InvalidInput, which lists every problem with its path, its value and what is allowed.
   */
  parse(owner: string, props: Props<F>): Record<string, unknown> {
    const problems = this.problems(props);
    if (problems.length > 0) throw new InvalidInput(describeProblems(`${owner}: invalid inputs`, problems));
    return encodeFields(this.fields, plainCopy(props) as Props<F>);
  }

  /** The `validation` blocks of one variable. */
  variableChecks(name: keyof F & string): VariableCheck[] {
    const variable = snakeCase(name);
    const own = this.fields[name].checks(`var.${variable}`);
    const across = this.rules.filter((rule) => rule.on === name);
    return [
      ...own.map((check) => ({ ...check, inputs: { [variable]: check.bad } })),
      ...across.map((rule) => ({
        part: "",
        condition: rule.condition,
        message: inHcl(rule.message as Message),
        bad: undefined,
        inputs: this.encodeGiven(rule.bad),
      })),
    ];
  }

  /** The given inputs only, by their Terraform names. */
  encodeGiven(props: Partial<Props<F>>): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(props).map(([key, value]) => [snakeCase(key), this.fields[key].encodeGiven(value)]),
    );
  }
}

/** Declares the inputs of a module, and the rules across them. */
export const inputs = <const F extends Fields>(fields: F, rules: readonly CrossRule<F>[] = []): Inputs<F> =>
  new Inputs(fields, rules);

/** Inputs that are documented together, under a heading. */
export function section<const F extends Fields>(title: string, fields: F): F {
  return Object.fromEntries(Object.entries(fields).map(([key, type]) => [key, type.inSection(title)])) as unknown as F;
}

/** The TypeScript props of declared inputs. */
export type PropsOf<I> = I extends Inputs<infer F> ? Props<F> : never;

/** Problems as a list that a person can act on; what is said twice is said once. */
export function describeProblems(title: string, problems: readonly Problem[]): string {
  const lines = problems.map((problem) => `  - ${describeProblem(problem)}`);
  return [title, ...new Set(lines)].join("\n");
}

/** One problem as a sentence without its full stop. */
export function describeProblem({ path, message, value }: Problem): string {
  return `${path} ${message}${value === undefined ? "" : ` (got ${showValue(value)})`}`;
}
