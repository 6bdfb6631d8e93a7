import { Element, StackJson, bodyOf, compare, elementsOf, localsOf } from "../stack-json/elements";
import { hasNoInstance } from "../stack-json/literals";
import { referencesOf } from "../stack-json/references";
import { Duration, total } from "../../recovery/durations";

/** One step of the way that takes longest. */
export interface Step {
  readonly address: string;
  readonly seconds: number;
  /** Seconds after the first of the stack's steps. */
  readonly starts: number;
  /** What the seconds are made of, each part with its source. */
  readonly source: readonly Duration[];
}

export interface CriticalPath {
  readonly seconds: number;
  readonly steps: readonly Step[];
}

/** What takes how long, and what it waits for: names of other nodes. */
export type Graph = ReadonlyMap<string, { readonly seconds: number; readonly waitsFor: readonly string[] }>;

/** How long an element takes. */
export type Estimate = (element: Element) => readonly Duration[];

/**
 * The way through a stack that takes longest, when Terraform does side by side all that its graph allows. All instances
 * of count or for_each are made side by side, and are one step; what has no instance takes no time.
 *
 * @throws when elements wait for each other in a circle
 */
export function criticalPath(stack: StackJson, estimate: Estimate): CriticalPath {
  const locals = localsOf(stack);
  const sources = new Map(
    elementsOf(stack).map((element) => [element.address, hasNoInstance(element.body, locals) ? [] : estimate(element)]),
  );
  const { seconds, path } = longestPath(graphOf(stack, (address) => total(sources.get(address) ?? [])));
  const steps = path.flatMap(({ name, starts, seconds }) => {
    const source = sources.get(name) ?? [];
    return seconds > 0 ? [{ address: name, seconds, starts, source }] : [];
  });
  return { seconds, steps };
}

/** What waits for what in a stack: what is referred to comes first, through local values too. */
export function graphOf(stack: StackJson, secondsOf: (address: string) => number): Graph {
  const bodies = new Map<string, unknown>([
    ...Object.entries(localsOf(stack)).map(([name, value]): [string, unknown] => [`local.${name}`, value]),
    ...elementsOf(stack).map(({ address, body }): [string, unknown] => [address, body]),
  ]);
  const adopted = adoptions(stack);
  return new Map(
    [...bodies].map(([address, body]) => {
      const named = [...referencesOf(body), ...(adopted.get(address) ?? [])];
      const waitsFor = [...new Set(named)].filter((name) => bodies.has(name) && name !== address).sort(compare);
      return [address, { seconds: secondsOf(address), waitsFor }];
    }),
  );
}

/** An import block is settled before what it imports. */
function adoptions({ json }: StackJson): ReadonlyMap<string, readonly string[]> {
  const blocks = Array.isArray(json.import) ? json.import : [];
  return new Map(
    blocks.map((block) => {
      const { to, ...rest } = bodyOf(block);
      return [String(to), [...referencesOf(rest)]];
    }),
  );
}

/** The longest path of a graph; of two that take the same time, the first by name. */
export function longestPath(graph: Graph): {
  readonly seconds: number;
  readonly path: readonly { readonly name: string; readonly starts: number; readonly seconds: number }[];
} {
  const finished = new Map<string, { readonly ends: number; readonly after?: string }>();
  const visit = (name: string, waiting: readonly string[]): number => {
    const known = finished.get(name);
    if (known) return known.ends;
    if (waiting.includes(name))
      throw new Error(`a cycle: ${[...waiting.slice(waiting.indexOf(name)), name].join(" -> ")}`);
    const { seconds, waitsFor } = graph.get(name) ?? { seconds: 0, waitsFor: [] };
    let [start, after]: [number, string | undefined] = [0, undefined];
    for (const other of [...waitsFor].sort(compare)) {
      const ends = visit(other, [...waiting, name]);
      if (after === undefined || ends > start) [start, after] = [ends, other];
    }
    finished.set(name, { ends: start + seconds, after });
    return start + seconds;
  };
  let last: string | undefined;
  let longest = 0;
  for (const name of [...graph.keys()].sort(compare)) {
    const ends = visit(name, []);
    if (last === undefined || ends > longest) [longest, last] = [ends, name];
  }
  const path = [];
  for (let name = last; name !== undefined; name = finished.get(name)?.after) {
    const seconds = graph.get(name)?.seconds ?? 0;
    path.unshift({ name, starts: (finished.get(name)?.ends ?? 0) - seconds, seconds });
  }
  return { seconds: longest, path };
}
