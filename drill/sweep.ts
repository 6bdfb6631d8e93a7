/**
 * A recovery that is ended before its time, at one request after another, and typed again: killed, stopped by Ctrl-C, or
 * refused by AWS. Whatever the point is, it has to come to the same end, with at most one command in between.
 */
import { existsSync } from "node:fs";
import { commitOf } from "../tools/commit";
import { RunResult } from "../tools/process";
import { dist, readJson, writeJson } from "../tools/project";
import { unframed } from "../tools/resume";
import { plainTable } from "../tools/tables";
import { stackNamed } from "../stacks";
import { runbookCommands } from "./commands";
import { Drill } from "./drill";
import { MOST_COMMANDS, MOST_TRIES, Point, allPoints, commandNamedBy, endAmid, endAt, pick } from "./endings";
import { type } from "./incident";
import { makeCopies } from "./peace";
import { Window } from "./record";

/** What came of a point. */
interface Outcome extends Point {
  /** Request of the run at which it was ended. */
  readonly request: number;
  /** What was typed besides the deployment: commands that a message had named. */
  readonly typed: readonly string[];
  readonly restores: number;
  /** Whether the last try went through: else the next point could not begin with taking away what this one has made. */
  readonly isThrough: boolean;
  /** What is wrong; empty where the recovery came to its end. */
  readonly problems: readonly string[];
  readonly seconds: number;
}

/** Its folder below dist/: a drill may run beside it. */
export const SWEEP = "sweep";

/** What is swept. */
export interface RunSweep {
  readonly environment: string;
  /** Points of each ending, evenly from the first request to the last. */
  readonly points: number;
  /** So many of all points instead of each: those that the hash of the commit picks. */
  readonly sample?: number;
}

/** Sweeps, and writes `dist/sweep.json`; a second run of the same commit goes on where the first was ended. */
export async function runSweep({ environment, points, sample }: RunSweep): Promise<boolean> {
  const drill = await Drill.start(environment, undefined, SWEEP);
  const commit = commitOf() ?? "unknown";
  const file = dist("sweep.json");
  const before = existsSync(file) ? readJson<{ commit: string; outcomes: Outcome[] }>(file) : undefined;
  const outcomes = before?.commit === commit ? [...before.outcomes] : [];
  const isDone = ({ ending, part }: Point): boolean =>
    outcomes.some((one) => one.ending === ending && one.part === part);
  try {
    // No name is looked at here, and so there is nothing that leads to them either.
    const standing = neededBy("dr");
    await makeCopies(drill, ({ name }) => standing.includes(name));
    await drill.emulator.outage({ region: drill.environment.region, mode: "drop" });
    const whole = await drill.phase("a run that nothing ends", () => runWhole(drill));
    for (const point of pick(allPoints(points), sample, commit).filter((one) => !isDone(one))) {
      const what = `${point.ending} at ${Math.round(point.part * 100)} % of ${whole} requests`;
      const outcome = await drill.phase(what, () => tryPoint(drill, point, whole));
      outcomes.push(outcome);
      writeJson(file, { commit, outcomes });
      if (outcome.isThrough) continue;
      drill.timeline.say(
        "  It did not recover: the points that are left begin in another world. Type the same command for them.",
      );
      break;
    }
  } finally {
    await drill.stop();
  }
  return conclude(outcomes);
}

/** The stacks that must stand before one is deployed. */
const neededBy = (stack: string): string[] => stackNamed(stack).after.flatMap((other) => [...neededBy(other), other]);

/** Deploys dr. Returns the number of requests that it made. */
async function runWhole(drill: Drill): Promise<number> {
  const window = await Window.open(drill.emulator);
  await type(drill, runbookCommands(drill.environment).restore, true);
  return (await window.requests()).length;
}

async function takeAway(drill: Drill): Promise<void> {
  await type(drill, runbookCommands(drill.environment)["scale down"], true);
}

async function tryPoint(drill: Drill, point: Point, whole: number): Promise<Outcome> {
  const { restore, plan } = runbookCommands(drill.environment);
  const start = performance.now();
  const typed: string[] = [];
  let window = await Window.open(drill.emulator);
  const { request, ...ended } = await endAmid(point.part, whole, async (at) => {
    // What the run before has left.
    await takeAway(drill);
    window = await Window.open(drill.emulator);
    return endAt(drill, restore, point.ending, at);
  });
  let { result } = ended;
  for (let tries = 0; tries < MOST_TRIES && (tries === 0 || result.status !== 0); tries += 1) {
    const command = tries === 0 ? undefined : commandNamedBy(result);
    if (command !== undefined) {
      typed.push(command);
      await drill.operator.type(command, restore.role);
    }
    result = await drill.operator.type(restore.commands[0], restore.role);
  }
  const asked = await window.answered();
  const restores = asked(/^RestoreDBInstance/);
  const second = await drill.operator.type(plan.commands[0], plan.role, { isTold: false });
  const problems = [
    // It has shown nothing then.
    ...(ended.isEnded ? [] : ["the run was through, or refused, before it was ended"]),
    ...(result.status === 0 ? [] : [`the last try ended with ${result.status}: ${lastWords(result)}`]),
    ...(typed.length <= MOST_COMMANDS ? [] : [`${typed.length} other commands were needed`]),
    ...(restores === 1 ? [] : [`${restores} restores`]),
    ...(asked(/^CreateDBInstance$/) === 0 ? [] : ["a database was made without its data"]),
    ...(asked(/^DeleteDBInstance$/) === 0 ? [] : ["a database was deleted"]),
    ...(second.status === 0 ? [] : ["the second plan is not empty"]),
  ];
  const seconds = Math.round((performance.now() - start) / 1000);
  return { ...point, request, typed, restores, isThrough: result.status === 0, problems, seconds };
}

const lastWords = (result: RunResult): string => unframed(result).trim().slice(-300);

function conclude(outcomes: readonly Outcome[]): boolean {
  const table = plainTable(["ended by", "at request", "also typed", "restores", "seconds", ""]);
  for (const { ending, request, typed, restores, seconds, problems } of outcomes) {
    const verdict = problems.length === 0 ? "good" : problems.join("; ");
    table.push([ending, String(request), typed.join("; ") || "nothing", String(restores), String(seconds), verdict]);
  }
  const bad = outcomes.filter(({ problems }) => problems.length > 0).length;
  console.log(`\n${table.toString()}\n\n${outcomes.length - bad} passed, ${bad} failed`);
  return bad === 0;
}
