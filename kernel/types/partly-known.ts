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

/** A copy that throws when a part of it is looked at which only Terraform knows. */
function watched(value: unknown): unknown {
  if (isExpression(value)) throw new UnknownValue();
  if (typeof value !== "object" || value === null) return value;
  // Without a prototype: `name in map` must not find what every object has, such as constructor.
  const copy = (Array.isArray(value) ? [] : Object.create(null)) as object;
  for (const [key, item] of Object.entries(value)) {
    Object.defineProperty(copy, key, { enumerable: true, get: () => watched(item) });
  }
  return copy;
}
