/** How a run of the deployment is ended before its time, where, and what is typed then. */
import { createHash } from "node:crypto";
import { RunResult } from "../tools/process";
import { unframed } from "../tools/resume";
import { RunbookCommands } from "./commands";
import { Drill } from "./drill";
import { killTree } from "./kill";

/** How a run is ended: with all that it started and without a word; as a terminal does it; by an answer of AWS. */
export const ENDINGS = ["kill", "ctrl-c", "error"] as const;
export type Ending = (typeof ENDINGS)[number];

/** Where a run is ended. */
export interface Point {
  readonly ending: Ending;
  /** Part of the requests of a whole run, between 0 and 1. */
  readonly part: number;
}

/** Other commands that may be typed after a run was ended, by the promise. */
export const MOST_COMMANDS = 1;
/** Tries after which a recovery is given up. */
export const MOST_TRIES = 5;
/** Runs that may come through before they are ended, until a point is given up. */
const MOST_RUNS = 3;
const POLL_MILLISECONDS = 50;

/** Points of all endings, in turn, so that a sweep that is ended early has some of each. */
export const allPoints = (each: number): Point[] =>
  Array.from({ length: each }, (_none, i) => (i + 0.5) / each).flatMap((part) =>
    ENDINGS.map((ending) => ({ ending, part })),
  );

/**
 * All, or those that come first when they are ordered by the hash of commit and point: other ones with each commit. Each ending has
 * its turn, so that three are one of each.
 */
export function pick(points: readonly Point[], sample: number | undefined, commit: string): readonly Point[] {
  if (sample === undefined) return points;
  const order = ({ ending, part }: Point): string =>
    createHash("sha256").update(`${commit} ${ending} ${part}`).digest("hex");
  const turns = ENDINGS.map((ending) =>
    points.filter((point) => point.ending === ending).sort((one, other) => order(one).localeCompare(order(other))),
  );
  return points.flatMap((_point, i) => turns.flatMap((turn) => turn.slice(i, i + 1))).slice(0, sample);
}

/** How a run that is to be ended came to its end. */
export interface Ended {
  readonly result: RunResult;
  /** Whether it got as far as where it is ended: it may be refused, or through, before. */
  readonly isEnded: boolean;
  /** Requests that it made. */
  readonly requests: number;
}

/**
 * Ends a run at a part of its requests. How often a run asks whether something is ready is not the same each time: one that came
 * through before it was ended is the measure of the next.
 *
 * @param whole requests of a run that nothing ends
 * @param run begins anew, and is ended at a request
 */
export async function endAmid(
  part: number,
  whole: number,
  run: (request: number) => Promise<Ended>,
): Promise<Ended & { readonly request: number }> {
  let all = whole;
  for (let runs = 1; ; runs += 1) {
    const request = Math.max(1, Math.round(part * all));
    const ended = await run(request);
    const isThrough = !ended.isEnded && ended.result.status === 0;
    if (!isThrough || runs === MOST_RUNS) return { ...ended, request };
    all = ended.requests;
  }
}

/** Requests that were made until now. */
async function countOf({ emulator }: Drill): Promise<number> {
  return ((await emulator.control("GET", "outage")) as { readonly count: number }).count;
}

/** Types the deployment, and ends it when it has made so many requests. */
export async function endAt(
  drill: Drill,
  { role, commands }: RunbookCommands,
  ending: Ending,
  request: number,
): Promise<Ended> {
  const before = await countOf(drill);
  if (ending === "error") {
    // A status that clients do not try again, as RDS answers when a database is not in the state that it needs.
    await drill.emulator.control("POST", "failure", { number: request, code: "InvalidState", status: 400 });
    const result = await drill.operator.type(commands[0], role);
    const { pending } = (await drill.emulator.control("GET", "failure")) as { readonly pending: number };
    // A request that was never made must not fail later.
    await drill.emulator.control("DELETE", "failure");
    return { result, isEnded: pending === 0, requests: (await countOf(drill)) - before };
  }
  let pid: number | undefined;
  const running = drill.operator.type(commands[0], role, { onStart: (started) => (pid = started) });
  let isOver = false;
  void running.finally(() => (isOver = true));
  while (!isOver && (await countOf(drill)) - before < request) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
  }
  const isEnded = pid !== undefined && !isOver;
  if (pid !== undefined && !isOver) {
    drill.timeline.say(`  ${ending}`);
    if (ending === "kill") killTree(pid);
    else process.kill(-pid, "SIGINT");
  }
  const result = await running;
  return { result, isEnded, requests: (await countOf(drill)) - before };
}

/** The command that a message names, or that the runbook names for Terraform's message about a lock. */
export function commandNamedBy(result: RunResult): string | undefined {
  const said = unframed(result);
  const [, lock] = /Error acquiring the state lock.*?\bID:\s+([0-9a-f-]{36})/.exec(said) ?? [];
  if (lock !== undefined) return `npm run resume -- dr ${lock}`;
  return /'((?:npm run resume|aws rds wait)[^']*)'/.exec(said)?.[1];
}
