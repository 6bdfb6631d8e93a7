import { Token, Tokenization } from "cdktf";
import { raw } from "./expression";
import { Check, Fields, Problem, Props, checkFields, completeFields, encodeFields, passes, snakeCase } from "./types";

/** What a person can put right: the message says what is wrong, the value, what is allowed and how to mend it. */
export class InvalidInput extends Error {
  override readonly name = "InvalidInput";
}

/** A rule across inputs. It becomes a `validation` of the variable `on`, which may read the others. */
export interface CrossRule<F extends Fields> {
  /** The input that is reported. */
  readonly on: keyof F & string;
  /** Whether the props, defaults filled in, keep to the rule. Skipped when it looks at what only Terraform knows. */
  test(props: Required<Props<F>>): boolean;
  readonly condition: string;
  readonly message: string;
  /** Inputs that break the rule, by their TypeScript names. */
  readonly bad: Partial<Props<F>>;
}

/** A check of one variable, with the inputs that break it. */
export interface VariableCheck extends Check {
  /** All inputs that differ from the module's example, by their Terraform names. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** The inputs of a module: the one declaration that props, checks, variables, README and generated tests come from. */
export class Inputs<F extends Fields> {
  constructor(
    readonly fields: F,
    readonly rules: readonly CrossRule<F>[] = [],
  ) {}

  /**
   * All that is wrong with these props; empty when nothing is. A rule across inputs that looks at one which is wrong by
   * itself says nothing more.
   */
  problems(props: Props<F>): Problem[] {
    const problems: Problem[] = [];
    checkFields(this.fields, props, "", problems);
    const complete = completeFields(this.fields, props);
    for (const { path } of problems) complete[path.split(/[.[]/)[0]] = raw("invalid");
    for (const rule of this.rules) {
      if (passes((known) => rule.test(known), complete as Required<Props<F>>)) continue;
      problems.push({ path: rule.on, message: rule.message, value: complete[rule.on] });
    }
    return problems.map((problem) => this.withoutSecret(problem));
  }

  /** A problem is printed, so the value of a sensitive input is no part of it. */
  private withoutSecret({ path, message, value }: Problem): Problem {
    const field = this.fields[path.split(/[.[]/)[0]] as F[string] | undefined;
    return { path, message, value: field?.isSensitive ? undefined : value };
  }

  /**
   * The props under their Terraform names with defaults filled in.
   *
   * @throws InvalidInput, which lists every problem with its path, its value and what is allowed.
   */
  parse(owner: string, props: Props<F>): Record<string, unknown> {
    const problems = this.problems(props);
    if (problems.length > 0) throw new InvalidInput(describeProblems(`${owner}: invalid inputs`, problems));
    return encodeFields(this.fields, props);
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
        message: rule.message,
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

/** Problems as a list that a person can act on. */
export function describeProblems(title: string, problems: readonly Problem[]): string {
  const lines = problems.map(({ path, message, value }) => {
    const got = value === undefined ? "" : ` (got ${showValue(value)})`;
    return `  - ${path} ${message}${got}`;
  });
  return [title, ...lines].join("\n");
}

const showValue = (value: unknown): string => JSON.stringify(withoutExpressions(value));

function withoutExpressions(value: unknown): unknown {
  if (Token.isUnresolved(value) || Tokenization.isResolvable(value)) return "(known later)";
  if (Array.isArray(value)) return value.map(withoutExpressions);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutExpressions(item)]));
}
