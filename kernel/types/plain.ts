import { isExpression } from "./partly-known";

/** Stands for a value that is no data, or that is not to be shown, and says in words what it is. */
export class Described {
  constructor(readonly words: string) {}
}

/** An object of names and values. */
export type Plain = Readonly<Record<string, unknown>>;

/** Whether a value is an object that holds data: no list, no expression, no instance of a class. */
export const isPlain = (value: unknown): value is Plain =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Described) &&
  !isExpression(value);

/** Deeper than any input; what goes on for longer is taken for endless. */
const DEEPEST = 40;
const LONGEST = 100_000;

/**
 * A copy that is safe to work with, whatever a file exports: strings, numbers, booleans, lists, and objects without a
 * prototype, so that a key such as `constructor` is a key like any other. Expressions stay what they are. What is no data
 * (a function, a promise, a date, a getter that throws, an object that holds itself) becomes a {@link Described}.
 */
export function plainCopy(value: unknown, above: readonly unknown[] = []): unknown {
  try {
    return copy(value, above);
  } catch {
    return new Described("a value that cannot be read");
  }
}

function copy(value: unknown, above: readonly unknown[]): unknown {
  if (typeof value === "bigint") return new Described(`${value}n, a BigInt`);
  if (typeof value === "symbol") return new Described(`${String(value)}, a symbol`);
  if (typeof value === "function") return new Described("a function");
  // Asked first: whether it holds a token takes a look at each item.
  if (Array.isArray(value) && value.length > LONGEST) return new Described(`a list of ${value.length} items`);
  if (isExpression(value) && !isLiteralObject(value)) return value;
  if (typeof value !== "object" || value === null || value instanceof Described) return value;
  if (above.includes(value)) return new Described("an object that holds itself");
  if (above.length > DEEPEST) return new Described("an object that is nested without end");
  const path = [...above, value];
  if (Array.isArray(value)) {
    return Array.from({ length: value.length }, (_, i) => readKey(value, i, path));
  }
  if (!isLiteralObject(value)) return new Described(instanceName(value));
  const plain = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(value)) plain[key] = readKey(value, key, path);
  return plain;
}

function readKey(owner: object, key: string | number, path: readonly unknown[]): unknown {
  try {
    return copy((owner as Record<string | number, unknown>)[key], path);
  } catch {
    return new Described("a getter that throws");
  }
}

/** Written as `{ ... }`: its prototype is none, or has none itself. Also of another realm, as tests have them. */
function isLiteralObject(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function instanceName(value: object): string {
  const { constructor } = value as { readonly constructor?: unknown };
  const name = typeof constructor === "function" ? constructor.name : "";
  if (name === "Promise") return "a promise; await it";
  if (name === "" || name === "Object") return "an object with a prototype of its own";
  return `an instance of ${name}`;
}

/** What a list or a map holds may be anything, a secret too: its keys are shown, and how many items there are. */
export function withoutItems(value: unknown): unknown {
  if (Array.isArray(value) && !isExpression(value)) return new Described(`a list of ${countOf(value.length)}`);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.keys(value).map((key) => [key, HIDDEN]));
}

/** Stands for a value that is not shown. */
export const HIDDEN = new Described("…");

const countOf = (items: number): string => `${items} ${items === 1 ? "item" : "items"}`;
