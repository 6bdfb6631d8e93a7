import { Tokenization } from "cdktf";
import { Expression, Flag, Numeric, Text, isUnresolved, tf } from "./expression";

/**
 * An object input, or one of its nested objects. Its fields are read as properties; whether the caller gave it at all
 * is asked with {@link given}.
 */
export class Group {
  constructor(
    /** The whole object as an expression, or null when the app knows it literally. */
    readonly source: Expression | null,
    /** Whether the object was given, where that is known at synth; undefined in a module. */
    readonly present: boolean | undefined,
    /** The object that this one is a field of, when that may be null itself. */
    readonly parent?: Group,
  ) {}
}

/**
 * Whether an optional object was given. Optional features hang on the presence of an object (or on a flag), never on
 * that of a scalar: a module's caller may pass an ARN that is only known after apply, and `count` cannot wait for it.
 */
export function given(group: Group): Flag {
  const known = literal(group.present);
  if (known !== undefined) return known;
  return new Comparison(group.source, "!=", null, group.parent !== undefined);
}

/** Whether an input has this value. */
export function is(value: Text | Numeric, wanted: string | number): Flag {
  if (isUnresolved(value)) return new Comparison(value, "==", wanted);
  return literal(value === wanted) as Flag;
}

export function not(flag: Flag): Flag {
  if (flag instanceof Comparison) return flag.negated();
  const known = knownFlag(flag);
  return known === undefined ? tf<Flag>`!${flag}` : (literal(!known) as Flag);
}

/** True when every flag is. Known flags fold away, so that both uses of a construct have the same addresses. */
export function allOf(...flags: Flag[]): Flag {
  return fold(flags, false, "&&");
}

/** True when at least one flag is. */
export function anyOf(...flags: Flag[]): Flag {
  return fold(flags, true, "||");
}

/**
 * The count of a resource that exists only when the flag holds. A literal folds to 1 or 0; a 0 is not written out at
 * all, because Terraform checks the body of a resource of count 0 against literal values and would refuse it.
 */
export function when(flag: Flag): number {
  const known = knownFlag(flag);
  return known === undefined ? tf<number>`${flag} ? 1 : 0` : Number(known);
}

/** `flag ? yes : no`, folded when the flag is known at synth. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function choose<T = any>(flag: Flag, yes: unknown, no: unknown): T {
  const known = knownFlag(flag);
  if (known === undefined) return tf<T>`${flag} ? ${yes} : ${no}`;
  return (known ? yes : no) as T;
}

/** A flag as a literal of the app. */
export const literal = (value: boolean | undefined): Flag | undefined => value as unknown as Flag | undefined;

/** The value of a flag that is known at synth; undefined for one that only Terraform knows. */
export function knownFlag(flag: Flag): boolean | undefined {
  return Tokenization.isResolvable(flag) ? undefined : flag;
}

function fold(flags: Flag[], decisive: boolean, operator: "&&" | "||"): Flag {
  if (flags.some((flag) => knownFlag(flag) === decisive)) return literal(decisive) as Flag;
  const open = flags.filter((flag) => knownFlag(flag) === undefined);
  if (open.length === 0) return literal(!decisive) as Flag;
  if (open.length === 1) return open[0];
  return new Expression(["", ...open.slice(1).map(() => ` ${operator} `), ""], open);
}

/** A comparison, which is negated by its operator as a person would. */
class Comparison extends Expression {
  constructor(
    private readonly left: unknown,
    private readonly operator: "==" | "!=",
    private readonly right: unknown,
    /**
     * Whether the left side may be a field of null, which is an error, and counts as null. The comparison stands inside of
     * `try` and not beside it: of an object with an unknown part `try` makes an unknown value, for which no count can wait.
     */
    private readonly isField = false,
  ) {
    super(isField ? ["try(", ` ${operator} `, `, ${operator === "=="})`] : ["", ` ${operator} `, ""], [left, right]);
  }

  negated(): Comparison {
    return new Comparison(this.left, this.operator === "==" ? "!=" : "==", this.right, this.isField);
  }
}
