import { Listr, ListrTask } from "listr2";
import * as os from "node:os";
import { run, RunOptions } from "./process";
import { isLive, keepCursor } from "./progress";
import { plainTable } from "./tables";

/** What a check came to: how many tests in it passed and failed, and what to show when some failed. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly output: string;
}

/** One check of the project, independent of the others. */
export interface Check {
  readonly title: string;
  run(): Promise<Outcome>;
}

/** One test that passed, or failed with an explanation. */
export function single(problem: string | undefined): Outcome {
  return problem === undefined ? { passed: 1, failed: 0, output: "" } : { passed: 0, failed: 1, output: problem };
}

/** A check that is a program: good when it ends with status 0. */
export function programCheck(title: string, file: string, args: readonly string[], options: RunOptions = {}): Check {
  return {
    title,
    run: async () => {
      const { status, stdout, stderr, timedOut } = await run(file, args, options);
      const why = timedOut ? "It timed out.\n" : "";
      return single(status === 0 ? undefined : `${why}${stdout}${stderr}`.trim() || `exit status ${status}`);
    },
  };
}

/**
 * Runs checks side by side, as many at once as there are processors (but two at least: some of them wait), all of them
 * whatever fails; prints what failed in whole, a table of times, and the line that CI reads: `N passed, N failed`.
 */
export async function runChecks(
  checks: readonly Check[],
  atOnce = Math.max(2, os.availableParallelism()),
): Promise<boolean> {
  const finished: { title: string; seconds: number; outcome: Outcome }[] = [];
  const start = performance.now();
  const tasks = checks.map((check): ListrTask => ({
    title: check.title,
    task: async (_, task) => {
      const begun = performance.now();
      const outcome = await check.run().catch((error: Error) => single(error.message));
      const seconds = (performance.now() - begun) / 1000;
      finished.push({ title: check.title, seconds, outcome });
      task.title = `${check.title}: ${tally(outcome)}, ${seconds.toFixed(1)} s`;
      if (outcome.failed > 0) throw new Error("see below");
    },
  }));
  keepCursor();
  const common = { concurrent: atOnce, registerSignalListeners: false, exitOnError: false } as const;
  const renderer = isLive()
    ? ({ renderer: "default", rendererOptions: { showErrorMessage: false } } as const)
    : ({ renderer: "simple" } as const);
  await new Listr(tasks, { ...common, ...renderer }).run();

  for (const { title, outcome } of finished)
    if (outcome.failed > 0) console.log(`\n===== ${title} =====\n${outcome.output}`);
  const table = plainTable(["check", "passed", "failed", "seconds"], ["left", "right", "right", "right"]);
  const slowestFirst = [...finished].sort((left, right) => right.seconds - left.seconds);
  for (const { title, seconds, outcome } of slowestFirst)
    table.push([title, outcome.passed, outcome.failed, seconds.toFixed(1)]);
  const total = (kind: "passed" | "failed") => finished.reduce((sum, { outcome }) => sum + outcome[kind], 0);
  console.log(`\n${table.toString()}\n\nAll checks took ${((performance.now() - start) / 1000).toFixed(1)} s.`);
  console.log(`${total("passed")} passed, ${total("failed")} failed`);
  return total("failed") === 0;
}

function tally({ passed, failed }: Outcome): string {
  if (failed > 0) return `${failed} of ${passed + failed} failed`;
  return passed === 1 ? "passed" : `${passed} passed`;
}
