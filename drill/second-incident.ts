import * as fs from "node:fs";
import * as path from "node:path";
import { environmentLabel } from "../environments/definition/names/file";
import { LIFELINES } from "../recovery/contract";
import { RunResult } from "../tools/process";
import { Terraform } from "../tools/terraform";
import { BareMachine } from "./bare-machine";
import { Drill, OutageMode } from "./drill";
import { readHandover } from "./handover";
import { PLANNED, judgeLogin, type } from "./incident";
import { plannedIn } from "./operator";
import { Peace } from "./peace";
import { Window, needs } from "./record";
import { tasksIn } from "./services";
import { judgeRestored } from "./two-writers";

/** What the second incident came to. */
export interface SecondIncident {
  /** Where it was typed: on a machine with Terraform alone, in a kit. */
  readonly from: "kit";
  /** Seconds until the first plan was there, on a machine that had never asked AWS. */
  readonly firstPlanSeconds: number;
  /** Whether that plan was the one of `npx cdktf deploy dr` in the first incident. */
  readonly plansAreEqual: boolean;
  /** What the database was restored from, as the dr stack says. */
  readonly restored: unknown;
  readonly planEmpty: boolean;
  readonly tasks: number;
  readonly usEast1Requests: number;
  /** Rows that are younger than the copy, and lost; null where nobody writes. */
  readonly rowsLost: number | null;
}

/**
 * The primary region is lost once more, after a failback and after dr was destroyed. dr is deployed from a kit, by the same role
 * with Terraform alone on PATH, and restores what was written since, not what the first incident has left. The region stays lost.
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
  const lost = [environment.region];
  const machine = await drill.phase("second incident: the kit, made in peace", () => makeKit(drill));
  // AWS lists what was deleted for hours: all of the dr that is gone.
  await emulator.control("PUT", "tag-memory", { seconds: 7200 });
  const window = await drill.phase(`second incident: outage of ${environment.region}`, async () => {
    await emulator.outage({ region: environment.region, mode });
    return Window.open(emulator);
  });
  const lostAt = Date.now();
  const step = (name: string, good?: readonly number[]): Promise<RunResult[]> =>
    drill.phase(`second incident: sh steps/${name}.sh`, () =>
      type(drill, { role: "recover", commands: [`sh steps/${name}.sh`] }, true, good, machine),
    );
  const [first] = await step("plan", PLANNED);
  const firstPlanSeconds = Math.round(first.seconds * 10) / 10;
  const planned = plannedIn(first.stdout);
  const plansAreEqual = planned.length > 0 && planned.join() === drill.planned.join();
  const others = [...planned, ...drill.planned].filter((one) => !planned.includes(one) || !drill.planned.includes(one));
  const what = "the plan from the kit is that of npx cdktf deploy dr in the first incident";
  promises.judge(
    what,
    plansAreEqual,
    `${planned.length} changes, after ${firstPlanSeconds} s ${others.join(", ")}`.trim(),
  );
  await step("restore");
  await step("verify");
  if (recovery.switch === "confirmed") await step("confirm");
  await drill.promiseNames(peace.names, "recovered from a second incident", recovery.region, lost);
  const tasks = await tasksIn(aws, recovery.region, recoveryName);
  promises.judge("dr serves in a second incident", tasks > 0, `${tasks} tasks`);
  const [last] = await step("plan", PLANNED);
  const planEmpty = last.status === 0;
  promises.judge(
    "a second plan from the kit is empty",
    planEmpty,
    planEmpty ? "empty" : plannedIn(last.stdout).join(", "),
  );
  const stack = path.join(machine.kit, "cdktf.out", "stacks", "dr");
  const terraform = new Terraform(stack, { env: await drill.signIn.as("recover", "dr") });
  const restored = (await terraform.outputs()).restored?.value;
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
  const forbidden = (await window.requests()).filter((request) => needs(environment.region, request));
  const none = `no request to ${environment.region} in a second incident`;
  promises.judge(none, forbidden.length === 0, `${forbidden.length} requests`);
  drill.forbiddenRequests += forbidden.length;
  return {
    from: "kit",
    firstPlanSeconds,
    plansAreEqual,
    restored: restored ?? null,
    planEmpty,
    tasks,
    usEast1Requests: forbidden.length,
    rowsLost,
  };
}

/** Makes the kit of the release that is deployed, and carries it away from the checkout. */
async function makeKit(drill: Drill): Promise<BareMachine> {
  const { checkout, directory, environment } = drill;
  const system = `${process.platform}_${process.arch === "x64" ? "amd64" : process.arch}`;
  await type(drill, { role: "deploy", commands: [`npm run kit -- --platform ${system}`] }, false);
  const folder = path.join(directory, "machine");
  fs.mkdirSync(folder);
  const kit = path.join(folder, "kit");
  fs.renameSync(checkout.path("dist", "kit", environmentLabel(environment.file)), kit);
  return new BareMachine(folder, kit);
}
