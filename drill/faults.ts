/** An incident in which other things go wrong as well: the way to the restored database with everything against it. */
import { runbookCommands } from "./commands";
import { Drill } from "./drill";
import { type } from "./incident";
import { killTree } from "./kill";
import { BrokenPromise } from "./promises";
import { Window } from "./record";

const THROTTLED_PERCENT = 5;
/**
 * Seconds after the request for the restore: Terraform waits for the database then, and does not know it yet. Not sooner:
 * Terraform writes a state in S3 at most every 20 s, and only when something is finished. A run that is killed before it has
 * written once leaves resources that no state knows, and the next one ends with AlreadyExists: see the runbook.
 */
const INTO_THE_RESTORE_SECONDS = 60;
const POLL_MILLISECONDS = 500;
const RESTORE = /^RestoreDBInstance/;

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Deploys dr while one request of twenty is throttled; the run is killed in the middle of the restore, leaves its lock, and
 * is typed again, while somebody else tries to do the same.
 */
export async function restoreWithFaults(drill: Drill): Promise<void> {
  const { emulator, environment, promises } = drill;
  const { restore } = runbookCommands(environment);
  const { role, commands } = restore;
  const window = await Window.open(emulator);
  await emulator.throttle({ percent: THROTTLED_PERCENT });

  let pid: number | undefined;
  const killed = drill.operator.type(commands[0], role, { onStart: (started) => (pid = started) });
  await restoreBegan(window);
  await sleep(INTO_THE_RESTORE_SECONDS * 1000);
  drill.timeline.say("  kill -9");
  if (pid !== undefined) killTree(pid);
  const { status } = await killed;
  promises.judge(
    "a run can be killed in the middle of the restore",
    status !== 0,
    `ended with ${status ?? "a signal"}`,
  );

  const id = await findLock(drill, "left by the killed run");
  if (id !== undefined) {
    const unlock = `terraform -chdir=cdktf.out/stacks/dr force-unlock -force ${id}`;
    await type(drill, { role, commands: [unlock] }, true);
  }

  const second = type(drill, restore, true);
  // A failure is thrown where it is waited for.
  second.catch(() => undefined);
  await lockIsTaken(drill);
  await findLock(drill, "held by another run");
  await second;
  await emulator.throttle({ percent: 0 });

  const requests = await window.requests();
  const restores = requests.filter(({ operation, status: answered }) => RESTORE.test(operation) && answered === 200);
  promises.judge(
    "the second run takes over the database that the first began to restore",
    restores.length === 1,
    `${restores.length} restores`,
  );
  const throttled = requests.filter(({ error }) => /Throttl|SlowDown|TooManyRequests|RequestLimit/.test(error ?? ""));
  promises.judge(
    `throttling ${THROTTLED_PERCENT} % of the requests does not stop the run`,
    throttled.length > 0,
    `${throttled.length} requests throttled`,
  );
}

async function restoreBegan(window: Window): Promise<void> {
  for (let waited = 0; waited < 300_000; waited += POLL_MILLISECONDS) {
    const requests = await window.requests();
    if (requests.some(({ operation, status }) => RESTORE.test(operation) && status === 200)) return;
    await sleep(POLL_MILLISECONDS);
  }
  throw new BrokenPromise("No restore began within five minutes.");
}

/** Until the run that was just typed has the lock, and works. */
async function lockIsTaken(drill: Drill): Promise<void> {
  const window = await Window.open(drill.emulator);
  for (let waited = 0; waited < 120_000; waited += POLL_MILLISECONDS) {
    if ((await window.requests()).some(({ service }) => service === "rds")) return;
    await sleep(POLL_MILLISECONDS);
  }
  throw new BrokenPromise("The second run did not start its work within two minutes.");
}

/** Tries to work with the state, and must be told who has it. */
async function findLock(drill: Drill, whose: string): Promise<string | undefined> {
  const { role, commands } = runbookCommands(drill.environment).plan;
  const { status, stdout, stderr } = await drill.operator.type(commands[0], role, { isTold: false });
  const said = `${stdout}\n${stderr}`;
  const [, id] = /\bID:\s+(\S+)/.exec(said) ?? [];
  const [, who] = /\bWho:\s+(\S+)/.exec(said) ?? [];
  const [, since] = /\bCreated:\s+(.+?)\s*$/m.exec(said) ?? [];
  const isRefused = status === 1 && said.includes("Error acquiring the state lock") && since !== undefined;
  const seen = isRefused ? `of ${who}, since ${since}` : `ended with ${status}: ${said.trim().slice(-200)}`;
  drill.promises.judge(`the message about a lock ${whose} names its owner and time`, isRefused, seen);
  return id;
}
