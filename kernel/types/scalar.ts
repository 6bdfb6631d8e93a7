import { hclLiteral, hclPattern } from "./literal";
import { withoutItems } from "./plain";
import { Misfit, Problem, Type } from "./type";

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
    if (!this.fits(value)) problems.push({ path, message: `must be a ${this.kind}`, value: this.shown(value) });
  }

  override shown(value: unknown): unknown {
    return super.shown(typeof value === "object" && value !== null ? withoutItems(value) : value);
  }

  protected override fitShape(value: unknown, misfit: Misfit): unknown {
    if (this.fits(value)) return value;
    return misfit === "replace" ? this.sample() : undefined;
  }

  /** Terraform has neither NaN nor an infinite number. */
  private fits(value: unknown): boolean {
    return typeof value === this.kind && (this.kind !== "number" || Number.isFinite(value));
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
