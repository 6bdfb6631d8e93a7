import { Token, Tokenization } from "cdktf";

/** Whether the value as a whole is an expression (rather than a literal that holds one). */
export const isExpression = (value: unknown): boolean => Token.isUnresolved(value) || Tokenization.isResolvable(value);

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

/** One copy of each object serves all rules. */
const copies = new WeakMap<object, object>();

/** A copy that throws when a part of it is looked at which only Terraform knows. */
function watched(value: unknown): unknown {
  if (isExpression(value)) throw new UnknownValue();
  if (typeof value !== "object" || value === null) return value;
  const known = copies.get(value);
  if (known) return known;
  // Without a prototype: `name in map` must not find what every object has, such as constructor.
  const copy = (Array.isArray(value) ? [] : Object.create(null)) as object;
  copies.set(value, copy);
  for (const [key, item] of Object.entries(value)) {
    const isPart = typeof item === "object" || isExpression(item);
    const property = isPart ? { get: () => watched(item) } : { value: item as unknown };
    Object.defineProperty(copy, key, { enumerable: true, ...property });
  }
  return copy;
}
