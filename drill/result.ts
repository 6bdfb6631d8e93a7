import { plainTable } from "../tools/tables";
import { Rights } from "../emulator/rights";
import { Answered } from "./names";
import { Promised } from "./promises";
import { SecondIncident } from "./second-incident";
import { UserFigures } from "./writes";

/** `dist/drill.json`: other programs read it, so that names are added and never changed. */
export interface DrillResult extends Rights, UserFigures {
  readonly environment: string;
  /** Whether every promise was kept. */
  readonly passed: boolean;
  readonly startedAt: string;
  /** Who decided that names move, as the environment states it: the latch by itself (`automatic`), or a command (`confirmed`). */
  readonly switch: string;
  readonly phases: readonly { readonly name: string; readonly seconds: number }[];
  readonly usEast1RequestsDuringOutage: number;
  /** Work that was lost, in seconds: from the last state that the copy held to the loss of the region. */
  readonly rpoSeconds: number | null;
  readonly rpoObjectiveSeconds: number;
  /** Seconds within which clients that ask follow the names: detection, and the TTL of an answer. */
  readonly namesMoveSeconds: number;
  /** Critical path of the dr stack with AWS's published durations: not the emulator's time. */
  readonly rtoModelSeconds: number | null;
  readonly rtoObjectiveSeconds: number;
  readonly dns: readonly Answered[];
  readonly secondPlanEmpty: boolean;
  /** What a second incident came to, after the failback; null where the way back is left out, or was not reached. */
  readonly secondIncident: SecondIncident | null;
  /** What was restored, from which copy, and what it is now. */
  readonly restored: Readonly<Record<string, unknown>>;
  readonly requests: { readonly total: number; readonly byService: Readonly<Record<string, number>> };
  /** The steps of that critical path, in seconds from `npx cdktf deploy dr` on. */
  readonly rtoModelSteps: readonly { readonly name: string; readonly starts: number; readonly seconds: number }[];
  /** Seconds of a plan of dr, with the region lost. */
  readonly drPlanSeconds: number | null;
  readonly promises: readonly Promised[];
  /** Negative controls: each must have failed for its own reason. */
  readonly controls: readonly { readonly name: string; readonly failedAsItMust: boolean; readonly seen: string }[];
}

/** What the drill came to, for people. */
export function printResult(result: DrillResult): void {
  const names = plainTable(["moment", "name", "answers"]);
  for (const { at, name, answer } of result.dns) names.push([at, name, answer]);
  console.log(`\nWhat the names answered\n${names.toString()}`);

  const roles = plainTable(["who asked", "requests"], ["left", "right"]);
  for (const [role, count] of Object.entries(result.roles)) roles.push([role, String(count)]);
  console.log(`\nWho asked\n${roles.toString()}`);

  printUsers(result);
  const phases = plainTable(["phase", "seconds"], ["left", "right"]);
  for (const { name, seconds } of result.phases) phases.push([name, seconds.toFixed(1)]);
  console.log(`\nWhere the time went\n${phases.toString()}`);

  const figures = plainTable(["figure", "value", "objective"], ["left", "right", "right"]);
  figures.push(["requests to the lost region during the outage", String(result.usEast1RequestsDuringOutage), "0"]);
  figures.push(["work lost in this drill, s", String(result.rpoSeconds ?? "-"), String(result.rpoObjectiveSeconds)]);
  figures.push(["rows lost with it", String(result.rowsLost ?? "-"), "-"]);
  figures.push(["rows to the other side after the fence", String(result.writesAfterFence ?? "-"), "0"]);
  figures.push([
    "recovery by AWS's durations, s",
    String(result.rtoModelSeconds ?? "-"),
    String(result.rtoObjectiveSeconds),
  ]);
  figures.push(["requests that a role may not make", String(result.denied), "0"]);
  figures.push(["requests that AWS's models refuse", String(result.refusedByModels), "0"]);
  figures.push(["plan of dr here, s", String(result.drPlanSeconds ?? "-"), "10"]);
  console.log(`\n${figures.toString()}`);

  const promises = plainTable(["", "promise", "seen"]);
  for (const { what, isKept, seen } of result.promises) promises.push([isKept ? "kept" : "BROKEN", what, seen]);
  for (const { name, failedAsItMust, seen } of result.controls) {
    promises.push([failedAsItMust ? "failed as expected" : "NOT NOTICED", `control: ${name}`, seen]);
  }
  console.log(`\n${promises.toString()}`);
}

/** What it was for users, client by client; nothing where nobody wrote. */
function printUsers({ writesBeforeFence, clientDowntimeSeconds }: DrillResult): void {
  if (writesBeforeFence === null || clientDowntimeSeconds === null) return;
  const users = plainTable(
    ["a client that", "rows to the other side before the fence", "s without a row: incident", "failback"],
    ["left", "right", "right", "right"],
  );
  for (const [name, { incident, failback }] of Object.entries(clientDowntimeSeconds)) {
    users.push([name, String(writesBeforeFence[name]), String(incident ?? "-"), String(failback ?? "-")]);
  }
  console.log(`\nWhat users met\n${users.toString()}`);
}

/** The last line, as other commands end. */
export function verdict({ promises, controls }: DrillResult): string {
  const good = promises.filter(({ isKept }) => isKept).length + controls.filter((one) => one.failedAsItMust).length;
  const bad = promises.length + controls.length - good;
  return `${good} passed, ${bad} failed`;
}
