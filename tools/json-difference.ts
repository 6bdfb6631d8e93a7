/** A place at which two JSON values differ. */
export interface Difference {
  /** `resource.aws_lb.main.idle_timeout`, `import[0].to`. */
  readonly path: string;
  /** What stands there in either; undefined: nothing. */
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * Where two JSON values differ, in the order of their keys.
 *
 * @param ignored keys that count for nothing, wherever they stand
 */
export function differences(before: unknown, after: unknown, ignored: readonly string[] = [], path = ""): Difference[] {
  if (isContainer(before) && isContainer(after) && Array.isArray(before) === Array.isArray(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !ignored.includes(key));
    const at = (key: string): string =>
      Array.isArray(before) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`;
    return keys.sort().flatMap((key) => differences(before[key], after[key], ignored, at(key)));
  }
  return before === after ? [] : [{ path, before, after }];
}

const isContainer = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
