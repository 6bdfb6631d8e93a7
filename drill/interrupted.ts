import { commitOf } from "../tools/commit";
import { runbookCommands } from "./commands";
import { Drill } from "./drill";
import { Ending, MOST_COMMANDS, MOST_TRIES, allPoints, commandNamedBy, endAt, pickOfEach } from "./endings";
import { BrokenPromise } from "./promises";
import { Window } from "./record";

/** One of a recovery's ends before its time. */
export interface Interruption {
  readonly ending: Ending;
  /** Request of the run at which it was to end. */
  readonly request: number;
  /** Whether the run got there: with what the runs before it have done, it may be through before. */
  readonly isEnded: boolean;
  /** What was typed then besides the deployment: commands that a message had named. */
  readonly typed: readonly string[];
}

/** A run that was ended on purpose, or is through, and what was typed until it was. */
type Run = Pick<Interruption, "isEnded" | "typed">;

/** So many points of each ending: those of `npm run drill -- --sweep 30`. */
const POINTS = 30;

/**
 * Deploys dr as people do who are killed, stopped by Ctrl-C and refused by AWS, one after another in the same recovery, at
 * points of the sweep that the hash of the commit picks. It comes to its end all the same.
 *
 * @param whole requests of a deployment that nothing ends
 */
export async function restoreInterrupted(drill: Drill, whole: number): Promise<Interruption[]> {
  const { promises, operator } = drill;
  const { restore } = runbookCommands(drill.environment);
  const window = await Window.open(drill.emulator);
  const runs: (Pick<Interruption, "ending" | "request"> & Run)[] = [];
  for (const { ending, part } of pickOfEach(allPoints(POINTS), commitOf() ?? "unknown")) {
    const request = Math.max(1, Math.round(part * whole));
    drill.timeline.say(`  to be ended by ${ending} at request ${request} of ${whole}`);
    runs.push({ ending, request, ...(await persist(drill, () => endAt(drill, restore, ending, request))) });
  }
  const last = await persist(drill, async () => ({
    result: await operator.type(restore.commands[0], restore.role),
    isEnded: false,
  }));
  // What has to be put right before a run goes on is what the one before it has left.
  const interruptions = runs.map((run, i): Interruption => ({ ...run, typed: (runs[i + 1] ?? last).typed }));
  for (const { ending, request, isEnded, typed } of interruptions) {
    const what = `dr goes on after ${ending} at request ${request}, with at most one other command`;
    const said = typed.length === 0 ? "the same command again" : typed.join("; ");
    promises.judge(what, typed.length <= MOST_COMMANDS, isEnded ? said : `it was through before; ${said}`);
  }
  const asked = await window.answered();
  const counts = [/^RestoreDBInstance/, /^CreateDBInstance$/, /^DeleteDBInstance$/].map(asked);
  promises.judge(
    "whatever has ended it, dr restores one database, and neither makes an empty one nor deletes one",
    counts.join() === (drill.environment.database ? "1,0,0" : "0,0,0"),
    `${counts[0]} restores, ${counts[1]} made empty, ${counts[2]} deleted`,
  );
  return interruptions;
}

/**
 * Types the deployment until it is through, or ended on purpose, and what its message names in between.
 * @throws BrokenPromise when it is neither after some tries
 */
async function persist({ operator, environment }: Drill, deploy: () => ReturnType<typeof endAt>): Promise<Run> {
  const typed: string[] = [];
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { result, isEnded } = await deploy();
    if (isEnded || result.status === 0) return { isEnded, typed };
    const command = commandNamedBy(result);
    if (command === undefined) continue;
    typed.push(command);
    await operator.type(command, runbookCommands(environment).restore.role);
  }
  throw new BrokenPromise(`dr was typed ${MOST_TRIES} times and is not through; besides: ${typed.join("; ")}`);
}
