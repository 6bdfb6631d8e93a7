import { LIFELINES } from "../recovery/contract";
import { runbookCommands } from "./commands";
import { Drill, OutageMode } from "./drill";
import { readHandover } from "./handover";
import { edit } from "./failback";
import { haveBadMinute } from "./hold";
import { judgeLogin, planAgain, type } from "./incident";
import { Interruption, restoreInterrupted } from "./interrupted";
import { Peace, deployAgain } from "./peace";
import { Window, needs } from "./record";
import { tasksIn } from "./services";

/** What the second incident begins with. */
export interface SecondIncidentConfig {
  readonly mode: OutageMode;
  /** When the database of the primary region was back: older data is that of the first incident. */
  readonly returnedAt: number;
  /** Requests of a deployment of dr that nothing ends. */
  readonly deployRequests: number;
}

/** What the second incident came to. */
export interface SecondIncident {
  /** What the database was restored from, as the dr stack says. */
  readonly restored: unknown;
  readonly planEmpty: boolean;
  readonly tasks: number;
  readonly usEast1Requests: number;
  /** How the deployment of dr was ended before its time, and went on. */
  readonly interruptions: readonly Interruption[];
}

/**
 * The primary region is lost once more, after a failback and after dr was destroyed: dr is deployed by the same commands, and
 * restores what was written since, not what the first incident has left. This time the deployment is ended three times, and
 * names move when a person says so (`recovery.switch: "confirmed"`). The region stays lost.
 */
export async function haveSecondIncident(
  drill: Drill,
  peace: Peace,
  { mode, returnedAt, deployRequests }: SecondIncidentConfig,
): Promise<SecondIncident> {
  const { aws, emulator, environment, recovery, prefix, recoveryName, promises } = drill;
  const commands = runbookCommands(environment);
  const lost = [environment.region];
  const isConfirmed = await drill.phase("second incident: names are to move by a command", () => confirmed(drill));
  // AWS lists what was deleted for hours: all of the dr that is gone.
  await emulator.control("PUT", "tag-memory", { seconds: 7200 });
  const window = await drill.phase(`second incident: outage of ${environment.region}`, async () => {
    await emulator.outage({ region: environment.region, mode });
    return Window.open(emulator);
  });
  const interruptions = await drill.phase("second incident: cdktf deploy dr, ended three times", () =>
    restoreInterrupted(drill, deployRequests),
  );
  await drill.phase("second incident: verify", () => type(drill, commands.verify, true));
  if (isConfirmed) {
    await drill.promiseNames(peace.names, "healthy, and nobody has confirmed it", environment.region, lost);
    await drill.phase("second incident: confirm", () => type(drill, commands.confirm, true));
  }
  await drill.promiseNames(peace.names, "recovered from a second incident", recovery.region, lost);
  await haveBadMinute(drill, peace);
  const tasks = await tasksIn(aws, recovery.region, recoveryName);
  promises.judge("dr serves in a second incident", tasks > 0, `${tasks} tasks`);
  const restored = (await (await drill.terraform("dr")).outputs()).restored?.value;
  if (environment.database) {
    const until = (restored as { readonly data_until?: string } | undefined)?.data_until ?? "";
    const isNew = Date.parse(until) >= returnedAt;
    promises.judge("what is restored in a second incident was written after the failback", isNew, until);
    const lifelines = await readHandover(aws, recovery.region, prefix, LIFELINES);
    await judgeLogin(drill, recovery.region, recoveryName, lifelines.database?.secretArn);
  }
  const { isEmpty } = await drill.phase("second incident: second plan of dr", () => planAgain(drill, true));
  const forbidden = (await window.requests()).filter((request) => needs(environment.region, request));
  const what = `no request to ${environment.region} in a second incident`;
  promises.judge(what, forbidden.length === 0, `${forbidden.length} requests`);
  drill.forbiddenRequests += forbidden.length;
  return { restored: restored ?? null, planEmpty: isEmpty, tasks, usEast1Requests: forbidden.length, interruptions };
}

/** Lets names move by a command from now on, where the environment states nothing else. */
async function confirmed(drill: Drill): Promise<boolean> {
  if (drill.recovery.switch !== undefined) return drill.recovery.switch === "confirmed";
  edit(drill, "\n  recovery: {\n", '\n  recovery: {\n    switch: "confirmed",\n');
  await deployAgain(drill, "standby");
  return true;
}
