import { stripVTControlCharacters } from "node:util";
import { readStacks } from "../promises/stack-json/read";
import { recoverySettings } from "../promises/objectives/of-environment";
import { RecoveryTime, checkObjectives } from "../promises/objectives";
import { LIFELINES, STANDBY } from "../recovery/contract";
import { recovered } from "../environments/definition/recovered";
import { RunResult } from "../tools/process";
import { RunbookCommands, runbookCommands } from "./commands";
import { Drill, OutageMode } from "./drill";
import { haveBadMinute } from "./hold";
import { MECHANISMS } from "../recovery/mechanisms";
import { readHandover } from "./handover";
import { Peace } from "./peace";
import { killTree } from "./kill";
import { BareMachine } from "./bare-machine";
import { planSummary, plannedIn } from "./operator";
import { BrokenPromise } from "./promises";
import { Guard, Window, describeRequest, needs } from "./record";
import { Settings, describeDatabase, expectedSettings } from "./restored";
import { servicesOf } from "./services";
import { objectIn, secretValue } from "./shipping";
import { judgeMoved, judgeRestored } from "./two-writers";

/** What an incident came to. */
export interface Incident {
  readonly rpoSeconds: number | null;
  /** The critical path by AWS's durations. */
  readonly recovery: RecoveryTime;
  readonly secondPlanEmpty: boolean;
  readonly planSeconds: number;
  readonly restored: Readonly<Record<string, unknown>>;
}

/** The output `restored` of the dr stack. */
interface Restored {
  readonly kind: string;
  readonly copy: string;
  readonly data_until: string;
}

const OTHER: Record<OutageMode, OutageMode> = { drop: "error", error: "drop" };

/** Deploys dr as the runbook says. */
export async function restore(drill: Drill): Promise<void> {
  const [{ stdout }] = await type(drill, runbookCommands(drill.environment).restore, true);
  drill.planned = plannedIn(stdout);
}

/**
 * Loses the primary region, deploys dr, and looks at what came of it. The region stays lost.
 *
 * @param deploy deploys dr: {@link restore}, or the same with more against it
 */
export async function haveIncident(
  drill: Drill,
  peace: Peace,
  mode: OutageMode,
  deploy: (drill: Drill) => Promise<void>,
): Promise<Incident> {
  const { emulator, environment, recovery, promises } = drill;
  const lost = [environment.region];
  const commands = runbookCommands(environment);

  const window = await drill.phase(`outage of ${environment.region} (${mode})`, async () => {
    await emulator.outage({ region: environment.region, mode });
    const opened = await Window.open(emulator);
    // Nobody answers: Route 53 leaves the name where it was when neither side is healthy.
    await drill.look(peace.names, "outage", lost);
    return opened;
  });
  const lostAt = Date.now();
  if (drill.users) drill.users.moments.lostAt = lostAt;

  await drill.phase("incident: check", () => type(drill, commands.check, true));
  await drill.phase("incident: cdktf deploy dr", () => deploy(drill));
  await drill.phase("incident: verify", () => type(drill, commands.verify, true));
  if (recovery.switch === "confirmed") {
    await drill.promiseNames(peace.names, "prepared", environment.region, lost);
    await drill.phase("incident: confirm", () => type(drill, commands.confirm, true));
  }
  await drill.promiseNames(peace.names, "recovered", recovery.region, lost);
  await haveBadMinute(drill, peace);
  const { restored, database } = await drill.phase("incident: look at what was restored", () => look(drill, peace));

  const { planSeconds, isEmpty } = await drill.phase("second plan of dr", () => planAgain(drill, true));
  await drill.phase(`cdktf deploy dr again (${OTHER[mode]})`, async () => {
    await emulator.outage({ region: environment.region, mode: OTHER[mode] });
    const [{ stdout }] = await type(drill, commands.restore, true);
    const what = `running it again, with the outage by ${OTHER[mode]}, changes nothing`;
    promises.judge(what, changedNothing(stdout), lastChange(stdout));
  });

  await judgeMoved(drill, recovery.region);
  const forbidden = (await window.requests()).filter((request) => needs(environment.region, request));
  promises.judge(
    `no request to ${environment.region}, or to a control plane that runs there`,
    forbidden.length === 0,
    forbidden.length === 0 ? "0 requests" : `${forbidden.length} requests, first ${describeRequest(forbidden[0])}`,
  );
  drill.forbiddenRequests = forbidden.length;
  const complete = "every row that is as old as the copy is in the restored database";
  const rowsLost = await judgeRestored(drill, complete, lostAt, restored?.data_until ?? "");
  if (drill.users) drill.users.figures.rowsLost = rowsLost;
  return {
    rpoSeconds: judgeLoss(drill, restored, lostAt),
    recovery: judgeTime(drill),
    secondPlanEmpty: isEmpty,
    planSeconds,
    restored: { ...restored, ...(database ? { database } : {}) },
  };
}

/**
 * Types the commands of a step, as its role: in the checkout, or on another machine. While the region is lost, the first request to it ends the command: Terraform
 * would go on asking.
 * @throws BrokenPromise when one fails, or asks the lost region
 */
export async function type(
  drill: Drill,
  { role, commands }: RunbookCommands,
  isLost: boolean,
  good: readonly number[] = [0],
  on?: BareMachine,
): Promise<RunResult[]> {
  const results: RunResult[] = [];
  for (const command of commands) {
    let pid: number | undefined;
    const guard = new Guard(drill.emulator, drill.environment.region, () => pid && killTree(pid));
    if (isLost) await guard.start();
    const result = await drill.operator.type(command, role, { onStart: (started) => (pid = started), on });
    if (isLost) await guard.stop();
    if (guard.broken) drill.forbiddenRequests += 1;
    if (guard.broken) throw new BrokenPromise(`\`${command}\` called ${describeRequest(guard.broken)}`);
    if (result.status === null || !good.includes(result.status)) {
      const output = `${result.stdout}\n${result.stderr}`.trim().split("\n").slice(-40).join("\n");
      throw new BrokenPromise(`\`${command}\` ended with ${result.status}:\n${output}`);
    }
    results.push(result);
  }
  return results;
}

/** Whether a deployment had nothing to do, by what it prints. */
const changedNothing = (output: string): boolean =>
  /No changes\.|Resources: 0 added, 0 changed, 0 destroyed/.test(stripVTControlCharacters(output));

function lastChange(output: string): string {
  return /No changes\.|Resources: [^.]*\./.exec(stripVTControlCharacters(output))?.[0] ?? "neither said";
}

/** What was restored, against what was there and what is stated. */
async function look(drill: Drill, { marker, database: original }: Peace) {
  const { aws, environment, recovery, prefix, promises, recoveryName } = drill;
  const { region } = recovery;
  const lifelines = await readHandover(aws, region, prefix, LIFELINES);
  const standby = await readHandover(aws, region, prefix, STANDBY);
  promises.judge(
    "the standby has written its parameter",
    standby.vpcId !== "",
    `schema ${STANDBY.schema}, ${standby.vpcId}`,
  );
  let database: Settings | undefined;
  if (original) {
    database = await describeDatabase(aws, region, recoveryName);
    const destination = { kmsKeyArn: lifelines.kmsKeyArn, vpcId: standby.vpcId };
    promises.compare("the restored database", expectedSettings(environment, original, destination), database);
    await judgeLogin(drill, region, recoveryName, lifelines.database?.secretArn);
  }
  const running = await servicesOf(aws, region, recoveryName);
  for (const [name, { scaling, desiredCount = 1 }] of Object.entries(recovered(environment).services)) {
    const found = running.find((service) => service.name === name);
    const stated = scaling?.minimum ?? desiredCount;
    const isGood = found?.running === stated && found.healthyTargets === found.targets;
    const seen = found ? `${found.running}, ${found.healthyTargets} of ${found.targets} targets healthy` : "not there";
    promises.judge(`the service ${name} runs ${stated} tasks, and all targets are healthy`, isGood, seen);
  }
  for (const { storage, key, content } of marker.objects) {
    const bucket = lifelines.buckets[storage].name;
    const found = await objectIn(aws, region, bucket, key);
    promises.judge(
      `what was uploaded to ${storage} is there`,
      found === content,
      `${bucket}/${key}: ${found ?? "nothing"}`,
    );
  }
  for (const [name, value] of Object.entries(marker.secrets)) {
    const found = await secretValue(aws, region, lifelines.secrets[name]);
    promises.judge(
      `the secret ${name} has its value`,
      found === value,
      found === value ? "the same" : "a different one",
    );
  }
  const outputs = await (await drill.terraform("dr")).outputs();
  return { restored: outputs.restored?.value as Restored | undefined, database };
}

/** Whether the secret of a region opens the database there: the services have nothing else. */
export async function judgeLogin(drill: Drill, region: string, database: string, secretId?: string): Promise<void> {
  if (secretId === undefined) return;
  const { username, password } = JSON.parse(await secretValue(drill.aws, region, secretId)) as Record<string, string>;
  const body = { region, database, user: username, password };
  const { accepted } = (await drill.emulator.control("POST", "database-login", body)) as { accepted: boolean };
  const seen = accepted ? `${username} gets in` : `${username} is refused`;
  drill.promises.judge(`the secret of ${region} opens the database ${database}`, accepted, seen);
}

/** What Terraform's `-detailed-exitcode` says: nothing to change, or changes. */
export const PLANNED = [0, 2];

/** A plan of dr, and how long it takes. */
export async function planAgain(drill: Drill, isLost: boolean): Promise<{ planSeconds: number; isEmpty: boolean }> {
  const step = runbookCommands(drill.environment).plan;
  const [{ status, seconds, stdout }] = await type(drill, step, isLost, PLANNED);
  const planSeconds = Math.round(seconds * 10) / 10;
  const isEmpty = status === 0;
  const seen = isEmpty ? `empty, after ${planSeconds} s` : planSummary(stdout);
  drill.promises.judge("a second plan of dr is empty", isEmpty, seen);
  return { planSeconds, isEmpty };
}

/** Work that was lost, in seconds. */
function judgeLoss({ promises, recovery }: Drill, restored: Restored | undefined, lostAt: number): number | null {
  if (restored === undefined) return null;
  const seconds = Math.max(0, Math.round((lostAt - Date.parse(restored.data_until)) / 1000));
  const stated = recovery.database?.mechanism ?? MECHANISMS[0].name;
  promises.judge(
    `the database is restored by ${stated}, which the environment states`,
    restored.kind === stated,
    restored.kind,
  );
  const { rpo } = recovery.objectives;
  promises.judge(
    `at most ${rpo} s of work are lost`,
    seconds <= rpo,
    `${seconds} s, from ${restored.kind} ${restored.copy}`,
  );
  return seconds;
}

/** Recovery time by AWS's published durations, along the critical path of the stack that was deployed, step by step. */
function judgeTime({ checkout, environment, recovery, promises, timeline }: Drill): RecoveryTime {
  const stack = readStacks(checkout.path("cdktf.out")).find(({ name }) => name === "dr");
  if (!stack) throw new BrokenPromise("There is no stack dr in cdktf.out.");
  const { objectives } = recovery;
  const settings = recoverySettings(environment, recovery);
  const { recovery: time, details } = checkObjectives({ objectives, settings, stack });
  for (const line of details) timeline.say(`  ${line}`);
  const { rto } = objectives;
  promises.judge(`recovery takes at most ${rto} s by AWS's durations`, time.seconds <= rto, `${time.seconds} s`);
  return time;
}
