import { Message, NamesIn, inHcl, inTypeScript } from "./message";
import { nearest } from "./nearest";
import { isExpression, passes } from "./partly-known";
import { HIDDEN, isPlain } from "./plain";
import { keyPath } from "./show";

/** One thing wrong with one input. */
export interface Problem {
  /** Where: `subnets.public[0].cidr`. */
  readonly path: string;
  /** What is allowed: completes the sentence that begins with the path. */
  readonly message: string;
  /** What was stated, without the values of maps and of sensitive inputs; undefined when nothing was. */
  readonly value?: unknown;
}

/**
 * One constraint in its two forms. `test` refuses a literal at synth, `condition` is the `validation` block of the
 * published module; `bad` is a value that both refuse, from which the module's own tests are generated.
 */
export interface Rule<T, Names extends string = string> {
  test(value: T): boolean;
  /** HCL that is true for a good value; `ref` is how the value is read there. */
  condition(ref: string): string;
  readonly message: Message<Names>;
  readonly bad: unknown;
  /** The keys of a map that break the rule, in both forms, when it is about keys: the messages name them. */
  readonly wrongKeys?: { in(value: T): readonly string[]; hcl(ref: string): string };
  /** What is known to be right: a message at synth proposes what comes close to a wrong value, or to a wrong key. */
  readonly known?: (wrong: string) => readonly string[];
}

/**
 * A constraint against what a module looks up where it is applied, such as the region of its provider. Only Terraform knows
 * that, so it is a `validation` of the published module alone, which is deferred to the apply where the value, or what is
 * looked up, is known there only.
 */
export interface LookedUp {
  /** HCL that is true for a good value, and may name the module's data sources. */
  condition(ref: string): string;
  /** What is allowed, as in {@link Rule}, but as a template of HCL: `must be of ${data.aws_region.current.id}`. */
  readonly message: string;
  /** A value that is refused where the generated tests say that the module is. */
  readonly bad: unknown;
}

/** What becomes of a value of the wrong shape: it is left out, or a good one takes its place. */
export type Misfit = "leaveOut" | "replace";

/** A `validation` block, before it is written. */
export interface Check {
  /** Which part of the input: `[*].port` is the port of each item; empty for all of it. */
  readonly part: string;
  readonly condition: string;
  readonly message: string;
  /** A value of the whole input that this check refuses. */
  readonly bad: unknown;
  /** HCL of what is wrong, which the message names: keys of a map, when the check is about the input as a whole. */
  readonly keys?: string;
  /** Whether the condition names what the module looks up, and the message is a template: see {@link LookedUp}. */
  readonly isLookedUp?: boolean;
}

/** Marks a type that may be left out. */
export interface Optional {
  readonly _optional: true;
}

/**
 * The type of an input: what TypeScript sees, what Terraform sees, and the constraints of both. What the input is for stands
 * in the JSDoc of its property, where editors look for it. Immutable; every method returns a changed copy.
 */
export abstract class Type<T> {
  declare readonly _type: T;

  /** Whether the input may be left out. */
  readonly isOptional: boolean = false;
  /** What an absent input becomes; null for "not given". */
  readonly defaultValue: unknown = undefined;
  readonly isSensitive: boolean = false;
  readonly isEphemeral: boolean = false;
  /** Heading of the group that the input is documented under. */
  readonly section: string = "";
  protected readonly rules: readonly Rule<T>[] = [];
  /** Rules whose breach is a warning. */
  protected readonly cautions: readonly Rule<T>[] = [];
  /** What only Terraform can check. */
  protected readonly lookedUp: readonly LookedUp[] = [];
  /** Whether the rules are the cautions of another type: see {@link Type.ofCautions}. */
  readonly isOfCautions: boolean = false;

  /** The Terraform type constraint. */
  abstract hclType(): string;
  /** Function that turns an HCL literal into this type, so that expressions treat both uses alike; none for objects. */
  readonly conversion: string = "";
  /** Whether objects are in it: literals of these have no common type, as each leaves out other fields. */
  readonly holdsObjects: boolean = false;
  /** A good value, used by the generated tests and the README. */
  abstract sample(): unknown;
  protected abstract checkShape(value: unknown, path: string, problems: Problem[]): void;

  /** Terraform hides the value in its output. */
  sensitive(): this {
    return this.copy({ isSensitive: true });
  }

  /** Terraform keeps the value in no plan and no state. Only a write-only argument can take it. */
  ephemeral(): this {
    return this.copy({ isEphemeral: true, isSensitive: true });
  }

  inSection(section: string): this {
    return this.copy({ section });
  }

  /** A constraint. Its message may name the fields that are in the value. */
  rule(rule: Rule<T, NamesIn<T>>): this {
    return this.copy({ rules: [...this.rules, rule] });
  }

  /**
   * A constraint that AWS may have lifted since: what breaks it is warned of, at synth and by a `check` of the published
   * module, and never refused. Its message names the date of what it knows.
   */
  caution(rule: Rule<T, NamesIn<T>>): this {
    return this.copy({ cautions: [...this.cautions, rule] });
  }

  /** A constraint against what the module looks up: see {@link LookedUp}. An app checks by itself what it knows of it. */
  against(rule: LookedUp): this {
    return this.copy({ lookedUp: [...this.lookedUp, rule] });
  }

  /** Whether there is a caution, here or in what this type is made of. */
  get hasCautions(): boolean {
    return this.cautions.length > 0;
  }

  /** The same type whose rules are its cautions: its problems, and its checks, are what is warned of. */
  ofCautions(): this {
    return this.copy({ rules: this.cautions, lookedUp: [], isOfCautions: true });
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
    const found: Problem[] = [];
    this.checkShape(value, path, found);
    // What a wrong item hides is what rules say of the whole, and not which keys there may be.
    this.checkRules(
      value,
      path,
      found,
      found.length === 0 ? this.rules : this.rules.filter((rule) => rule.wrongKeys && isPlain(value)),
    );
    problems.push(...(this.isSensitive ? found.map((problem) => ({ ...problem, value: undefined })) : found));
  }

  private checkRules(value: unknown, path: string, problems: Problem[], rules: readonly Rule<T>[]): void {
    if (rules.length === 0) return;
    const complete = this.complete(value) as T;
    for (const rule of rules) {
      if (passes((known: T) => rule.test(known), complete)) continue;
      const message = inTypeScript(rule.message);
      const keys = rule.wrongKeys?.in(complete) ?? [];
      for (const key of keys) {
        problems.push({ path: keyPath(path, key), message: `has a wrong key: ${message}${proposal(rule, key)}` });
      }
      if (keys.length === 0) {
        const isRight = (part: unknown): boolean => passes((known: T) => rule.test(known), this.complete(part) as T);
        const proposed = this.isSensitive ? "" : proposal(rule, value);
        problems.push({ path, message: `${message}${proposed}`, value: this.shown(this.wrongPart(value, isRight)) });
      }
    }
  }

  /** What of a value is to blame for a broken rule: of a map the item without which the rule holds, if there is one. */
  wrongPart(value: unknown, _isRight: (part: unknown) => boolean): unknown {
    return value;
  }

  /** A value as a message may show it: as it was stated, without what a map holds, which may be anything. */
  shown(value: unknown): unknown {
    return this.isSensitive ? HIDDEN : value;
  }

  /**
   * A copy that has the declared type, whatever the value is: null is left out, and so, or replaced, is each part of the
   * wrong shape. Rules across inputs can then look at it without asking what they find.
   */
  fit(value: unknown, misfit: Misfit): unknown {
    if (isExpression(value)) return value;
    if ((value ?? null) === null && (this.isOptional || misfit === "leaveOut")) return undefined;
    return this.fitShape(value, misfit);
  }

  /** The value with all parts fitted; for one of the wrong shape, what {@link Misfit} says. */
  protected abstract fitShape(value: unknown, misfit: Misfit): unknown;

  /** The `validation` blocks of an input of this type that is read as `ref`. */
  checks(ref: string): Check[] {
    const own = this.rules.map((rule) => ({
      part: "",
      condition: rule.condition(ref),
      message: inHcl(rule.message),
      bad: rule.bad,
      keys: rule.wrongKeys?.hcl(ref),
    }));
    const lookedUp = this.lookedUp.map((rule) => ({
      part: "",
      condition: rule.condition(ref),
      message: rule.message,
      bad: rule.bad,
      keys: `[${ref}]`,
      isLookedUp: true,
    }));
    const all: Check[] = [...own, ...lookedUp, ...this.nestedChecks(ref)];
    if (!this.isNullable) return all;
    // Terraform 1.11 evaluates both sides of && and ||, so null is kept away by a conditional.
    return all.map((check) => ({
      ...check,
      condition: `${ref} == null ? true : ${check.condition}`,
      keys: check.isLookedUp ? `${ref} == null ? [] : ${check.keys}` : undefined,
    }));
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

/** What a wrong text was probably meant to be, as the end of a message; nothing where none of what is known comes close. */
function proposal<T>({ known }: Rule<T>, wrong: unknown): string {
  const near = known === undefined || typeof wrong !== "string" ? undefined : nearest(wrong, known(wrong));
  return near === undefined ? "" : `; did you mean ${near}?`;
}
