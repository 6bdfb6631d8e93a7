import * as path from "node:path";
import { dist, writeJson } from "../tools/project";
import { RecordedRequest } from "../emulator";
import { Rights, rightsOf } from "../emulator/rights";
import { Typist } from "../tools/sign-in";
import { ControlResult, runControls } from "./controls";
import { Drill, OutageMode } from "./drill";
import { restoreWithFaults } from "./faults";
import { failBack } from "./failback";
import { comeBack } from "./fence";
import { silenceLatch } from "./hold";
import { Incident, haveIncident, restore } from "./incident";
import { decidedBy } from "../environments/definition/schema/recovery";
import { MECHANISMS, MechanismName } from "../recovery/mechanisms";
import { makePeace, watch } from "./peace";
import { controlLag, controlPrepared, controlUndone } from "./replica";
import { BrokenPromise } from "./promises";
import { byService } from "./record";
import { TYPISTS, judgeRights } from "./rights";
import { RightsControlResult, runRightsControls } from "./rights-controls";
import { SecondIncident, haveSecondIncident } from "./second-incident";
import { NAMES_MOVE_SECONDS } from "./clients";
import { Users } from "./users";
import { NO_FIGURES } from "./writes";
import { DrillResult, printResult, verdict } from "./result";

/** What is drilled. */
export interface RunDrill {
  readonly environment: string;
  readonly mode: OutageMode;
  /** Whether the negative controls are tried first. */
  readonly controls: boolean;
  /** What the database is recovered by, instead of what the environment states. */
  readonly mechanism?: MechanismName;
  /** Whether more goes wrong in the incident; the way back is left out then. */
  readonly faults: boolean;
}

/** Drills, and writes `dist/drill.json`. Returns whether every promise was kept. */
export async function runDrill(run: RunDrill): Promise<boolean> {
  const drill = await Drill.start(run.environment, run.mechanism);
  const found: Found = { controls: [], rightsControls: [] };
  // `failback` types nothing where the way back is left out.
  const typists = TYPISTS.filter((role) => role !== "failback" || !run.faults);
  try {
    await play(drill, run, found);
    return conclude(drill, found, typists, await drill.requests());
  } catch (error) {
    // What is broken is said with everything that was found until then; a fault of ours keeps its stack.
    if (!(error instanceof BrokenPromise)) throw error;
    drill.promises.judge("the drill runs to the end", false, error.message);
    return conclude(drill, found, typists, await drill.requests());
  } finally {
    await drill.stop();
  }
}

interface Found {
  incident?: Incident;
  secondIncident?: SecondIncident;
  controls: readonly ControlResult[];
  rightsControls: readonly RightsControlResult[];
}

async function play(drill: Drill, { mode, controls, faults }: RunDrill, found: Found): Promise<void> {
  const peace = await makePeace(drill);
  if (controls) found.rightsControls = await runRightsControls(drill);
  if (controls) found.controls = await runControls(drill);
  const also = async (control: (drill: Drill) => Promise<ControlResult>): Promise<void> => {
    if (!controls || !drill.standsBy) return;
    const result = await drill.phase("control of the replica", () => control(drill));
    drill.timeline.say(
      `  ${result.failedAsItMust ? "failed as expected" : "NOT NOTICED"}: ${result.name}: ${result.seen}`,
    );
    found.controls = [...found.controls, result];
  };
  await also((one) => controlLag(one, () => watch(one)));
  const prepared = (): Promise<void> => also(controlPrepared);
  drill.users = await drill.phase("users write", () => Users.start(drill.emulator, drill.environment, peace.names));
  found.incident = await haveIncident(drill, peace, mode, faults ? restoreWithFaults : restore, prepared);
  await silenceLatch(drill, peace);
  const fence = await comeBack(drill, peace);
  await also(controlUndone);
  if (faults) return;
  const returnedAt = await failBack(drill, peace, fence);
  found.secondIncident = await haveSecondIncident(drill, peace, mode, returnedAt);
}

const fromHere = (file: string): string => path.relative(process.cwd(), dist(file));

/** What was asked in the drill, without what the controls of the rights asked on purpose. */
function rightsIn(
  drill: Drill,
  controls: readonly RightsControlResult[],
  requests: readonly RecordedRequest[],
): Rights {
  const isOnPurpose = (n: number): boolean => controls.some(({ requests: [from, to] }) => n >= from && n <= to);
  return rightsOf(
    requests.filter(({ n }) => !isOnPurpose(n)),
    drill.decisions(),
  );
}

function conclude(
  drill: Drill,
  found: Found,
  typists: readonly Typist[],
  requests: readonly RecordedRequest[],
): boolean {
  const { environment, recovery, promises, phases, dns, timeline } = drill;
  const { incident } = found;
  const controls = [...found.rightsControls, ...found.controls].map(({ name, failedAsItMust, seen }) => ({
    name,
    failedAsItMust,
    seen,
  }));
  const rights = rightsIn(drill, found.rightsControls, requests);
  const roles = environment.deployment ? typists : [];
  for (const { what, isKept, seen } of judgeRights(rights, drill.prefix, roles)) promises.judge(what, isKept, seen);
  const passed = promises.broken.length === 0 && controls.every((one) => one.failedAsItMust);
  const result: DrillResult = {
    environment: environment.name,
    passed,
    startedAt: timeline.startedAt.toISOString(),
    switch: decidedBy(recovery),
    mechanism: recovery.database?.mechanism ?? MECHANISMS[0].name,
    phases,
    usEast1RequestsDuringOutage: drill.forbiddenRequests,
    rpoSeconds: incident?.rpoSeconds ?? null,
    rpoObjectiveSeconds: recovery.objectives.rpo,
    ...(drill.users?.figures ?? NO_FIGURES),
    namesMoveSeconds: NAMES_MOVE_SECONDS,
    rtoModelSeconds: incident?.recovery.seconds ?? null,
    rtoObjectiveSeconds: recovery.objectives.rto,
    dns,
    secondPlanEmpty: incident?.secondPlanEmpty ?? false,
    secondIncident: found.secondIncident ?? null,
    restored: incident?.restored ?? {},
    requests: { total: requests.length, byService: byService(requests) },
    rtoModelSteps: incident?.recovery.steps.map(({ name, starts, seconds }) => ({ name, starts, seconds })) ?? [],
    drPlanSeconds: incident?.planSeconds ?? null,
    ...rights,
    promises: promises.all,
    controls,
  };
  writeJson(dist("drill.json"), result);
  printResult(result);
  for (const { what, seen } of promises.broken) console.log(`Broken: ${what}: ${seen}`);
  for (const { name, seen } of controls.filter((one) => !one.failedAsItMust))
    console.log(`Not noticed: ${name}: ${seen}`);
  console.log(
    `\nWritten: ${["drill.json", "drill/timeline.txt", "drill/requests.jsonl", "drill/decisions.jsonl"].map(fromHere).join(", ")}`,
  );
  console.log(`\n${verdict(result)}`);
  return passed;
}
