import { LIFELINES } from "../recovery/contract";
import { runbookCommands } from "./commands";
import { Drill, OutageMode } from "./drill";
import { readHandover } from "./handover";
import { judgeLogin, planAgain, restore, type } from "./incident";
import { Peace } from "./peace";
import { Window, needs } from "./record";
import { tasksIn } from "./services";
import { judgeRestored } from "./two-writers";

/** What the second incident came to. */
export interface SecondIncident {
  /** What the database was restored from, as the dr stack says. */
  readonly restored: unknown;
  readonly planEmpty: boolean;
  readonly tasks: number;
  readonly usEast1Requests: number;
  /** Rows that are younger than the copy, and lost; null where nobody writes. */
  readonly rowsLost: number | null;
}

/**
 * The primary region is lost once more, after a failback and after dr was destroyed: dr is deployed by the same commands, and
 * restores what was written since, not what the first incident has left. The region stays lost.
 *
 * @param returnedAt when the database of the primary region was back: older data is that of the first incident
 */
export async function haveSecondIncident(
  drill: Drill,
  peace: Peace,
  mode: OutageMode,
  returnedAt: number,
): Promise<SecondIncident> {
  const { aws, emulator, environment, recovery, prefix, recoveryName, promises } = drill;
  const commands = runbookCommands(environment);
  const lost = [environment.region];
  const window = await drill.phase(`second incident: outage of ${environment.region}`, async () => {
    await emulator.outage({ region: environment.region, mode });
    return Window.open(emulator);
  });
  const lostAt = Date.now();
  await drill.phase("second incident: cdktf deploy dr", () => restore(drill));
  await drill.phase("second incident: verify", () => type(drill, commands.verify, true));
  if (recovery.switch === "confirmed") await type(drill, commands.confirm, true);
  await drill.promiseNames(peace.names, "recovered from a second incident", recovery.region, lost);
  const tasks = await tasksIn(aws, recovery.region, recoveryName);
  promises.judge("dr serves in a second incident", tasks > 0, `${tasks} tasks`);
  const restored = (await (await drill.terraform("dr")).outputs()).restored?.value;
  let rowsLost: number | null = null;
  if (environment.database) {
    const until = (restored as { readonly data_until?: string } | undefined)?.data_until ?? "";
    const isNew = Date.parse(until) >= returnedAt;
    promises.judge("what is restored in a second incident was written after the failback", isNew, until);
    const lifelines = await readHandover(aws, recovery.region, prefix, LIFELINES);
    await judgeLogin(drill, recovery.region, recoveryName, lifelines.database?.secretArn);
    const what = "every row that is as old as the copy is in the database of a second incident";
    rowsLost = await judgeRestored(drill, what, lostAt, until);
  }
  const { isEmpty } = await drill.phase("second incident: second plan of dr", () => planAgain(drill, true));
  const forbidden = (await window.requests()).filter((request) => needs(environment.region, request));
  const what = `no request to ${environment.region} in a second incident`;
  promises.judge(what, forbidden.length === 0, `${forbidden.length} requests`);
  drill.forbiddenRequests += forbidden.length;
  return { restored: restored ?? null, planEmpty: isEmpty, tasks, usEast1Requests: forbidden.length, rowsLost };
}
