import { hclPattern } from "./literal";
import { isExpression } from "./partly-known";
import { isPlain, withoutItems } from "./plain";
import { keyPath } from "./show";
import { Check, Misfit, Problem, Type } from "./type";

/**
 * Terraform takes null for an item, whatever the type says, and stumbles over it where it is used. What is checked of items
 * leaves null out, so that this alone is reported.
 */
function notNull<T>(item: Type<T>, items: string, { bad, keys }: Pick<Check, "bad" | "keys">): Check[] {
  if (item.isOptional || item.isOfCautions) return [];
  const condition = `alltrue([for item in ${items} : item != null])`;
  return [{ condition, part: "[*]", message: "must not be null", bad, keys }];
}

const unlessNull = <T>(item: Type<T>): string => (item.isOptional ? "" : " if item != null");

/** What a message names of all items that fail. */
const wrongOfItems = ({ keys, condition, isLookedUp }: Check, items: string): Partial<Check> =>
  isLookedUp
    ? { keys: `flatten([for item in ${items} : ${keys} if item == null ? false : !(${condition})])`, isLookedUp }
    : {};

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

  override get hasCautions(): boolean {
    return super.hasCautions || this.item.hasCautions;
  }

  override ofCautions(): this {
    return super.ofCautions().copy({ item: this.item.ofCautions() });
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
    if (!Array.isArray(value)) problems.push({ path, message: "must be a list", value: this.shown(value) });
    // Array.from: forEach alone steps over what a list leaves out, [1, , 3].
    else Array.from(value).forEach((item, i) => this.item.check(item, `${path}[${i}]`, problems));
  }

  override shown(value: unknown): unknown {
    return super.shown(Array.isArray(value) ? Array.from(value, (item) => this.item.shown(item)) : withoutItems(value));
  }

  protected override fitShape(value: unknown, misfit: Misfit): unknown {
    if (!Array.isArray(value)) return misfit === "replace" ? [] : undefined;
    return Array.from(value, (item) => this.item.fit(item, misfit)).filter((item) => item !== undefined);
  }

  protected override nestedChecks(ref: string): Check[] {
    const rest = (this.sample() as readonly unknown[]).slice(1);
    return [
      ...notNull(this.item, ref, { bad: [null, ...rest] }),
      ...this.item.checks("item").map((check) => ({
        condition: `alltrue([for item in ${ref} : ${check.condition}${unlessNull(this.item)}])`,
        part: `[*]${check.part}`,
        message: check.message,
        bad: [check.bad, ...rest],
        ...wrongOfItems(check, ref),
      })),
    ];
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

  override get hasCautions(): boolean {
    return super.hasCautions || this.item.hasCautions;
  }

  override ofCautions(): this {
    return super.ofCautions().copy({ item: this.item.ofCautions() });
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
    if (!isPlain(value)) problems.push({ path, message: "must be a map", value: this.shown(value) });
    else for (const [key, item] of Object.entries(value)) this.item.check(item, keyPath(path, key), problems);
  }

  override shown(value: unknown): unknown {
    return super.shown(withoutItems(value));
  }

  override wrongPart(value: unknown, isRight: (part: unknown) => boolean): unknown {
    if (!isPlain(value)) return value;
    const entries = Object.entries(value);
    const wrong = entries.filter(([key]) => isRight(Object.fromEntries(entries.filter(([other]) => other !== key))));
    return Object.fromEntries(wrong.length > 0 ? wrong : entries);
  }

  protected override fitShape(value: unknown, misfit: Misfit): unknown {
    if (!isPlain(value)) return misfit === "replace" ? Object.create(null) : undefined;
    const fitted = Object.create(null) as Record<string, unknown>;
    for (const [key, item] of Object.entries(value)) {
      const one = this.item.fit(item, misfit);
      if (one !== undefined) fitted[key] = one;
    }
    return fitted;
  }

  protected override nestedChecks(ref: string): Check[] {
    return [
      ...notNull(this.item, `values(${ref})`, {
        bad: { [this.goodKey]: null },
        keys: `[for key, item in ${ref} : key if item == null]`,
      }),
      ...this.item.checks("item").map((check) => ({
        condition: `alltrue([for item in values(${ref}) : ${check.condition}${unlessNull(this.item)}])`,
        part: `[*]${check.part}`,
        message: check.message,
        bad: { [this.goodKey]: check.bad },
        ...wrongOfItems(check, `values(${ref})`),
      })),
    ];
  }

  /**
   * Every key matches.
   *
   * @param known keys that are known to be right: a message proposes what comes close
   */
  keys(
    expression: RegExp,
    message: string,
    examples: { good: string; bad: string },
    known?: (wrong: string) => readonly string[],
  ): this {
    return this.copy({ goodKey: examples.good }).rule({
      test: (value) => Object.keys(value).every((key) => expression.test(key)),
      condition: (ref) => `alltrue([for key in keys(${ref}) : can(regex(${hclPattern(expression)}, key))])`,
      message: `keys ${message}`,
      bad: { [examples.bad]: this.item.sample() },
      wrongKeys: {
        in: (value) => Object.keys(value).filter((key) => !expression.test(key)),
        hcl: (ref) => `[for key in keys(${ref}) : key if !can(regex(${hclPattern(expression)}, key))]`,
      },
      known,
    });
  }
}
