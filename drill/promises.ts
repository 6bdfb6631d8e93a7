/** One thing that Holdfast promises, and whether it was kept. */
export interface Promised {
  /** The promise in one sentence. */
  readonly what: string;
  readonly isKept: boolean;
  /** What was seen; where it was not kept, this is the reason. */
  readonly seen: string;
}

/** A promise is broken, and nothing that follows could be trusted. */
export class BrokenPromise extends Error {}

/** What was promised in a run, in the order in which it was looked at. */
export class Promises {
  readonly all: Promised[] = [];

  /** @param tell called with each promise as it is judged */
  constructor(private readonly tell: (promise: Promised) => void = () => undefined) {}

  /** Judges a promise. */
  judge(what: string, isKept: boolean, seen: string): void {
    const promise = { what, isKept, seen };
    this.all.push(promise);
    this.tell(promise);
  }

  /** Compares what was found with what is stated, name by name: one promise for each. */
  compare(of: string, stated: Readonly<Record<string, unknown>>, found: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(stated)) {
      const isKept = JSON.stringify(found[name]) === JSON.stringify(value);
      const seen = isKept ? show(value) : `${show(found[name])} instead of ${show(value)}`;
      this.judge(`${of} has the stated ${name}`, isKept, seen);
    }
  }

  get broken(): readonly Promised[] {
    return this.all.filter(({ isKept }) => !isKept);
  }
}

const show = (value: unknown): string => (typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing"));
