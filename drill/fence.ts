/** The primary region comes back while dr serves: it is fenced at once, before anything else is changed. */
import { runbookCommands } from "./commands";
import { Drill } from "./drill";
import { edit } from "./edit";
import { planAgain, type } from "./incident";
import { Peace } from "./peace";
import { BrokenPromise } from "./promises";
import { tasksIn } from "./services";
import { judgeFence } from "./two-writers";

/** The primary region has been fenced; nothing of the failback is typed without this. */
export interface Fence {
  /** Milliseconds since 1970: no task runs there any more. */
  readonly at: number;
}

/**
 * The primary region answers again: nothing moves by itself, and the first thing that is changed is the fence, since the tasks
 * that ran there answer whoever still has their address, and write to the old database.
 * @throws BrokenPromise when tasks still run: the runbook does not go on then
 */
export async function comeBack(drill: Drill, peace: Peace): Promise<Fence> {
  const { emulator, environment, recovery } = drill;
  await drill.phase(`${environment.region} comes back`, async () => {
    if (drill.users) drill.users.moments.returnedAt = Date.now();
    await emulator.restore();
    // Nobody has published the decision for a while: names stay nevertheless, and when it is published again.
    await drill.promiseNames(peace.names, "returned", recovery.region);
    drill.latch.start();
    await drill.promiseNames(peace.names, "returned, and the decision is published again", recovery.region);
    // Before the fence, for it records the digest of the image, which was pushed after the first deployment of primary.
    await planAgain(drill, false);
  });
  const fence = await drill.phase("failback: fence the primary region", () => putFence(drill, peace));
  if (environment.database) await drill.phase("cdktf destroy dr, in the wrong window", () => keepServing(drill));
  return fence;
}

async function putFence(drill: Drill, { names }: Peace): Promise<Fence> {
  const { aws, environment, recovery, prefix, promises, users } = drill;
  const { fence, fenced } = runbookCommands(environment);
  const home = environment.region;
  edit(drill, "\n  recovery: {\n", '\n  recovery: {\n    active: "recovery",\n');
  await type(drill, fence, false);
  const [{ stdout }] = await type(drill, fenced, false);
  const at = Date.now();
  const tasks = await tasksIn(aws, home, prefix);
  const isFenced = tasks === 0 && /^0\s+0$/.test(stdout.trim());
  promises.judge(`no task runs in ${home} once it is fenced`, isFenced, `${tasks} tasks, and ${stdout.trim()}`);
  if (!isFenced) throw new BrokenPromise(`${home} is not fenced, and without that the failback does not go on.`);
  await drill.promiseNames(names, "fenced", recovery.region);
  if (users) users.moments.fencedAt = at;
  await judgeFence(drill);
  return { at };
}

/** Who types it while dr serves has lost nothing: it is refused before a service is taken away. */
async function keepServing(drill: Drill): Promise<void> {
  const { aws, recovery, recoveryName, promises } = drill;
  const before = await tasksIn(aws, recovery.region, recoveryName);
  const mistake = { role: "recover", commands: ["npx cdktf destroy dr --auto-approve"] } as const;
  await type(drill, mistake, false, [1]);
  const after = await tasksIn(aws, recovery.region, recoveryName);
  const isKept = before > 0 && after === before;
  promises.judge("dr is not destroyed while its database is protected", isKept, `${before} tasks, then ${after}`);
  // The one thing that it has taken are the outputs in the state, which the next deployment writes again.
}
