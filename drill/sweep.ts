/**
 * A recovery that is ended before its time, at one request after another, and typed again: killed, stopped by Ctrl-C, or
 * refused by AWS. Whatever the point is, it has to come to the same end, with at most one command in between.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { commitOf } from "../tools/commit";
import { RunResult } from "../tools/process";
import { dist, readJson, writeJson } from "../tools/project";
import { unframed } from "../tools/resume";
import { plainTable } from "../tools/tables";
import { RunbookCommands, runbookCommands } from "./commands";
import { Drill } from "./drill";
import { type } from "./incident";
import { killTree } from "./kill";
import { makePeace } from "./peace";
import { Window } from "./record";

/** How a run is ended: with all that it started and without a word; as a terminal does it; by an answer of AWS. */
const ENDINGS = ["kill", "ctrl-c", "error"] as const;
type Ending = (typeof ENDINGS)[number];

/** Where a run is ended. */
interface Point {
  readonly ending: Ending;
  /** Part of the requests of a whole run, between 0 and 1. */
  readonly part: number;
}

/** What came of a point. */
interface Outcome extends Point {
  /** Request of the run at which it was ended. */
  readonly request: number;
  /** What was typed besides the deployment: commands that a message had named. */
  readonly typed: readonly string[];
  readonly restores: number;
  /** What is wrong; empty where the recovery came to its end. */
  readonly problems: readonly string[];
  readonly seconds: number;
}

/** What is swept. */
export interface RunSweep {
  readonly environment: string;
  /** Points of each ending, evenly from the first request to the last. */
  readonly points: number;
  /** So many of all points instead of each: those that the hash of the commit picks. */
  readonly sample?: number;
}

const POLL_MILLISECONDS = 50;
/** Other commands that may be typed at a point, by the promise; the sweep goes on beyond it, and says so. */
const MOST_COMMANDS = 1;
/** Tries after which a point is given up. */
const MOST_TRIES = 5;

/** Sweeps, and writes `dist/sweep.json`; a second run of the same commit goes on where the first was ended. */
export async function runSweep({ environment, points, sample }: RunSweep): Promise<boolean> {
  const drill = await Drill.start(environment);
  const commit = commitOf() ?? "unknown";
  const file = dist("sweep.json");
  const before = existsSync(file) ? readJson<{ commit: string; outcomes: Outcome[] }>(file) : undefined;
  const outcomes = before?.commit === commit ? [...before.outcomes] : [];
  const isDone = ({ ending, part }: Point): boolean =>
    outcomes.some((one) => one.ending === ending && one.part === part);
  try {
    await makePeace(drill);
    await drill.emulator.outage({ region: drill.environment.region, mode: "drop" });
    const whole = await drill.phase("a run that nothing ends", () => runWhole(drill));
    for (const point of pick(allPoints(points), sample, commit).filter((one) => !isDone(one))) {
      const what = `${point.ending} at ${Math.round(point.part * 100)} % of ${whole} requests`;
      outcomes.push(await drill.phase(what, () => tryPoint(drill, point, whole)));
      writeJson(file, { commit, outcomes });
    }
  } finally {
    await drill.stop();
  }
  return conclude(outcomes);
}

/** Points of all endings, in turn, so that a sweep that is ended early has some of each. */
export const allPoints = (each: number): Point[] =>
  Array.from({ length: each }, (_none, i) => (i + 0.5) / each).flatMap((part) =>
    ENDINGS.map((ending) => ({ ending, part })),
  );

/** All, or those that come first when they are ordered by the hash of commit and point: other ones with each commit. */
export function pick(points: readonly Point[], sample: number | undefined, commit: string): readonly Point[] {
  if (sample === undefined) return points;
  const order = ({ ending, part }: Point): string =>
    createHash("sha256").update(`${commit} ${ending} ${part}`).digest("hex");
  return [...points].sort((one, other) => order(one).localeCompare(order(other))).slice(0, sample);
}

/** Deploys dr and takes it away again. Returns the number of requests that the deployment made. */
async function runWhole(drill: Drill): Promise<number> {
  const window = await Window.open(drill.emulator);
  await type(drill, runbookCommands(drill.environment).restore, true);
  const { length } = await window.requests();
  await takeAway(drill);
  return length;
}

async function takeAway(drill: Drill): Promise<void> {
  await type(drill, runbookCommands(drill.environment)["scale down"], true);
}

async function tryPoint(drill: Drill, point: Point, whole: number): Promise<Outcome> {
  const { restore, plan } = runbookCommands(drill.environment);
  const request = Math.max(1, Math.round(point.part * whole));
  const start = performance.now();
  const window = await Window.open(drill.emulator);
  const typed: string[] = [];
  let result = await endAt(drill, restore, point.ending, request, window);
  for (let tries = 0; tries < MOST_TRIES && (tries === 0 || result.status !== 0); tries += 1) {
    const command = tries === 0 ? undefined : commandNamedBy(result);
    if (command !== undefined) {
      typed.push(command);
      await drill.operator.type(command, restore.role);
    }
    result = await drill.operator.type(restore.commands[0], restore.role);
  }
  // A request that was never made must not fail in the next point.
  await drill.emulator.control("DELETE", "failure");
  const requests = await window.requests();
  const asked = (pattern: RegExp): number =>
    requests.filter(({ operation, status }) => pattern.test(operation ?? "") && status === 200).length;
  const restores = asked(/^RestoreDBInstance/);
  const second = await drill.operator.type(plan.commands[0], plan.role, { isTold: false });
  const problems = [
    ...(result.status === 0 ? [] : [`the last try ended with ${result.status}: ${lastWords(result)}`]),
    ...(typed.length <= MOST_COMMANDS ? [] : [`${typed.length} other commands were needed`]),
    ...(restores === 1 ? [] : [`${restores} restores`]),
    ...(asked(/^CreateDBInstance$/) === 0 ? [] : ["a database was made without its data"]),
    ...(asked(/^DeleteDBInstance$/) === 0 ? [] : ["a database was deleted"]),
    ...(second.status === 0 ? [] : ["the second plan is not empty"]),
  ];
  await takeAway(drill);
  const seconds = Math.round((performance.now() - start) / 1000);
  return { ...point, request, typed, restores, problems, seconds };
}

/** Types the deployment, and ends it when it has made so many requests. */
async function endAt(
  drill: Drill,
  { role, commands }: RunbookCommands,
  ending: Ending,
  request: number,
  window: Window,
): Promise<RunResult> {
  if (ending === "error") {
    // A status that clients do not try again, as RDS answers when a database is not in the state that it needs.
    await drill.emulator.control("POST", "failure", { number: request, code: "InvalidState", status: 400 });
    return drill.operator.type(commands[0], role);
  }
  let pid: number | undefined;
  const running = drill.operator.type(commands[0], role, { onStart: (started) => (pid = started) });
  let isOver = false;
  void running.finally(() => (isOver = true));
  while (!isOver && (await window.requests()).length < request) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
  }
  drill.timeline.say(`  ${ending}`);
  if (pid !== undefined && !isOver) {
    if (ending === "kill") killTree(pid);
    else process.kill(-pid, "SIGINT");
  }
  return running;
}

/** The command that a message names, or that the runbook names for Terraform's message about a lock. */
export function commandNamedBy(result: RunResult): string | undefined {
  const said = unframed(result);
  const [, lock] = /Error acquiring the state lock.*?\bID:\s+([0-9a-f-]{36})/.exec(said) ?? [];
  if (lock !== undefined) return `npm run resume -- dr ${lock}`;
  return /'((?:npm run resume|aws rds wait)[^']*)'/.exec(said)?.[1];
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
