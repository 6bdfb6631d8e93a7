import { Listr, ListrTask, ListrTaskWrapper } from "listr2";

/** How a task tells where it stands: shown in place on a terminal, as a line from time to time elsewhere. */
export type Tell = (line: string) => void;

/** A step that the user watches. */
export interface Step {
  readonly title: string;
  /** Does the work; the text that it returns is put behind the title. */
  run(tell: Tell): Promise<string | void>;
}

const LIVE_INTERVAL = 500;
const PLAIN_INTERVAL = 10_000;

/**
 * Whether progress may redraw lines: only on a terminal, not in CI, and not when the user has chosen otherwise. All progress goes to
 * standard output, with the results.
 */
export function isLive(): boolean {
  return process.stdout.isTTY === true && !process.env.CI && process.env.TERM !== "dumb";
}

/** Listr hides the cursor; a process that ends in its middle (Ctrl-C) has to bring it back. */
export function keepCursor(): void {
  if (isLive()) process.once("exit", () => process.stdout.write("\u001b[?25h"));
}

/** How steps are run. */
export interface StepOptions {
  /** Whether all begin at once; each waits by itself for what it needs. */
  readonly sideBySide?: boolean;
  /** Called at the first failure, to stop the steps that are under way. */
  readonly onFailure?: () => void;
}

/** Runs steps, one after another unless told otherwise, and shows each with its time. The first failure ends it, and is thrown. */
export async function runSteps(
  steps: readonly Step[],
  { sideBySide = false, onFailure = () => undefined }: StepOptions = {},
): Promise<void> {
  // The renderers cut messages or print them twice; so they only say that it failed, and the caller prints the failure.
  let failure: unknown;
  keepCursor();
  const tasks = steps.map((step): ListrTask => ({
    title: step.title,
    task: async (_, task) => {
      try {
        await runStep(step, task);
      } catch (error) {
        if (failure === undefined) onFailure();
        failure ??= error;
        throw new Error("see below");
      }
    },
  }));
  const common = { concurrent: sideBySide, registerSignalListeners: false, exitOnError: true } as const;
  const listr = isLive()
    ? new Listr(tasks, { ...common, renderer: "default", rendererOptions: { showErrorMessage: false } })
    : new Listr(tasks, { ...common, renderer: "simple" });
  await listr.run().catch((error: unknown) => {
    throw failure ?? error;
  });
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
async function runStep(step: Step, task: ListrTaskWrapper<unknown, any, any>): Promise<void> {
  const start = performance.now();
  const result = await step.run((line) => (task.output = line));
  const seconds = `${((performance.now() - start) / 1000).toFixed(1)} s`;
  task.title = `${step.title}: ${result ? `${result}, ` : ""}${seconds}`;
}

/** Tells the line that a function gives, again and again while work is under way: often where it replaces itself, seldom where it adds up. */
export async function whileWorking<T>(tell: Tell, line: () => string, work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => tell(line()), isLive() ? LIVE_INTERVAL : PLAIN_INTERVAL);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
