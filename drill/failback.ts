import { nextReplacements, runbookCommands } from "./commands";
import { Drill } from "./drill";
import { edit } from "./edit";
import { Fence } from "./fence";
import { judgeLogin, type } from "./incident";
import { planSummary } from "./operator";
import { Peace, watch } from "./peace";
import { Window } from "./record";
import { RunResult } from "../tools/process";
import { describeDatabase } from "./restored";
import { objectIn } from "./shipping";
import { tasksIn } from "./services";
import { judgeFailback, judgeMoved } from "./two-writers";
import { bucketName } from "../environments/definition/names/buckets";
import { failbackSnapshot } from "../recovery/names";
import { replicaName } from "../environments/definition/names/buckets";

const SAMPLE_MILLISECONDS = 3000;

/**
 * Brings data and names back to the primary region, as the runbook says.
 *
 * @param fence of the primary region: nothing of this is typed before it
 * @returns when the database of the primary region was back
 */
export async function failBack(drill: Drill, peace: Peace, fence: Fence): Promise<number> {
  const { environment, recovery, prefix, promises, aws } = drill;
  const commands = runbookCommands(environment);
  const { region: home } = environment;
  const steps = async (names: readonly (keyof typeof commands)[]): Promise<RunResult[]> => {
    const results: RunResult[] = [];
    for (const name of names) results.push(...(await type(drill, commands[name], false)));
    return results;
  };

  const writers = new Writers(drill);
  writers.start();
  drill.timeline.say(`  fenced ${Math.round((Date.now() - fence.at) / 1000)} s ago`);
  const late = await drill.phase("failback: stop, and take the data along", async () => {
    const uploaded = await uploadAway(drill);
    if (drill.users) drill.users.moments.stoppedAt = Date.now();
    await steps(["stop"]);
    const tasks = await tasksIn(aws, recovery.region, drill.recoveryName);
    promises.judge(`no task runs in ${recovery.region} once it is stopped`, tasks === 0, `${tasks} tasks`);
    await steps(["snapshot", "copy", "objects"]);
    return uploaded;
  });
  const window = await Window.open(drill.emulator);
  await drill.phase("failback: cdktf deploy primary", async () => {
    edit(drill, '    active: "recovery",\n', "");
    if (environment.database) {
      const number = nextReplacements(environment);
      const origin = `origin: { snapshot: { id: "${failbackSnapshot(prefix, number)}" } }`;
      edit(drill, "\n  database: {\n", `\n  database: {\n    ${origin},\n    replacements: ${number},\n`);
    }
    await steps(["return"]);
  });
  const returnedAt = Date.now();
  // Not published again before the release: the alarm takes the highest figure of its period, and would open a minute later.
  await drill.latch.stop();
  await drill.promiseNames(peace.names, "home serves, and nobody has decided so", recovery.region);
  await drill.phase("failback: release the names", async () => {
    await steps(["release"]);
    drill.latch.start();
    await drill.promiseNames(peace.names, "failed back", home);
  });
  await writers.stop();
  promises.judge(
    "after the fence, tasks never run in both regions at once",
    writers.both === 0,
    `checked ${writers.looks} times, both regions had tasks in ${writers.both}`,
  );
  if (environment.database) await judgeReturn(drill, window);
  for (const { bucket, key, content } of late) {
    const found = await objectIn(aws, home, bucket, key);
    promises.judge(`what was uploaded in ${recovery.region} came back`, found === content, `${bucket}/${key}`);
  }

  await drill.phase("failback: scale dr down", async () => {
    await steps(["scale down"]);
    await drill.promiseNames(peace.names, "dr is gone", home);
  });
  await drill.phase("failback: close", async () => {
    if (environment.database) edit(drill, /\n {4}origin: .*\n/.exec(read(drill))?.[0] ?? "origin", "\n");
    const [{ stdout }] = await steps(["close"]);
    const found = planSummary(stdout);
    const isKept = /^No changes|0 to add, \d+ to change, 0 to destroy/.test(found);
    promises.judge("removing the origin again creates and destroys nothing", isKept, found);
    await watch(drill);
  });
  await judgeMoved(drill, home);
  await judgeFailback(drill);
  return returnedAt;
}

/** The database of the primary region is the one that was taken back: made of the snapshot, with its protection. */
async function judgeReturn(drill: Drill, window: Window): Promise<void> {
  const { aws, environment, prefix, promises } = drill;
  const { region } = environment;
  const requests = await window.requests();
  const restored = requests.filter(({ operation, region: where }) => where === region && /^RestoreDB/.test(operation));
  const what = `the database in ${region} is restored from the snapshot`;
  promises.judge(what, restored.length === 1 && restored[0].status === 200, `${restored.length} restores`);
  const { status, deletionProtection } = await describeDatabase(aws, region, prefix);
  promises.judge(
    "it is available, and protected again",
    status === "available" && deletionProtection === true,
    `${status}`,
  );
  await judgeLogin(drill, region, prefix, `${prefix}/master-user`);
}

const read = (drill: Drill): string => drill.checkout.read(drill.environment.file);

/** What users upload while the recovery region serves: it is in that region's bucket only. */
async function uploadAway({ aws, environment, recovery }: Drill) {
  const objects = Object.keys(environment.storage ?? {}).map((storage) => ({
    bucket: bucketName(environment, environment.name, storage),
    key: "drill/late.txt",
    content: `of ${storage}, while ${recovery.region} served`,
    replica: replicaName(environment, environment.name, storage),
  }));
  for (const { replica, key, content } of objects) {
    const parameters = { Bucket: replica, Key: key, Body: content };
    await aws.ask({ service: "s3", operation: "PutObject", region: recovery.region, parameters });
  }
  return objects;
}

/** Looks again and again in which regions tasks run. */
class Writers {
  looks = 0;
  /** How often tasks ran in both. */
  both = 0;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(private readonly drill: Drill) {}

  start(): void {
    this.timer = setInterval(() => {
      this.looking = this.looking.then(() => this.look());
    }, SAMPLE_MILLISECONDS);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
    await this.look();
  }

  private async look(): Promise<void> {
    const { aws, environment, recovery, prefix, recoveryName } = this.drill;
    const home = await tasksIn(aws, environment.region, prefix);
    const away = await tasksIn(aws, recovery.region, recoveryName);
    this.looks += 1;
    if (home > 0 && away > 0) this.both += 1;
  }
}
