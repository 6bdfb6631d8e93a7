import { Deployment } from "../tools/deployment";
import { Gate } from "../tools/gate";
import { STACKS, stackNamed } from "../stacks";
import { StackDefinition, chosenStacks } from "../wiring/stack-definition";
import { bucketName } from "../environments/definition/names/buckets";
import { synthesize } from "../tools/synthesis";
import { BrokenPromise } from "./promises";
import { Drill } from "./drill";
import { COPIES } from "../recovery/contract";
import { readHandover } from "./handover";
import { Names } from "./names";
import { Settings, describeDatabase } from "./restored";
import { Marker, fillSecrets, pushImages, runBackupPlan, upload } from "./shipping";
import { runMachine } from "./watch";

/** What peace leaves for the phases that follow. */
export interface Peace {
  readonly names: Names;
  readonly marker: Marker;
  /** The database that will be lost; null where there is none. */
  readonly database: Settings | null;
}

/** Everything that stands before an incident: stacks, data, copies of it. */
export async function makePeace(drill: Drill): Promise<Peace> {
  const marker = await makeCopies(drill, ({ deployed }) => deployed !== "incident");
  const names = await Names.read(await drill.terraform("edge", "plan"));
  await drill.promiseNames(names, "peace", drill.environment.region);
  const { aws, environment, prefix } = drill;
  const database = environment.database ? await describeDatabase(aws, environment.region, prefix) : null;
  return { names, marker, database };
}

/** Deploys stacks, while data is written and copied, and has the watch look at the copies. */
export async function makeCopies(drill: Drill, isDeployed: (stack: StackDefinition) => boolean): Promise<Marker> {
  const stacks = await drill.phase("synthesis", async () => {
    const { environment, checkout } = drill;
    const all = await synthesize(environment.file, checkout.path("cdktf.out"), undefined, checkout.directory);
    return chosenStacks(STACKS, all, isDeployed).map(({ name }) => name);
  });
  const [, marker] = await drill.phase("peace: the stacks, while data is written and copied", () => {
    const gates = new Map(stacks.map((name) => [name, new Gate(stackNamed(name).lookedUp)]));
    const runs = new Map(stacks.map((name) => [name, deploy(drill, name, gates)]));
    const data = async (): Promise<Marker> => {
      await runs.get("primary");
      return writeData(drill);
    };
    return Promise.all([Promise.all(runs.values()), data()]);
  });
  await drill.phase("peace: the watch looks at the copies", () => watch(drill));
  return marker;
}

/** Deploys a stack that stands in peace time, when what it looks up in others is there. */
async function deploy(drill: Drill, stack: string, gates: ReadonlyMap<string, Gate>): Promise<void> {
  await Promise.all(stackNamed(stack).after.flatMap((other) => gates.get(other)?.opened ?? []));
  const gate = gates.get(stack) as Gate;
  const deployment = new Deployment({ name: stack });
  await gate.around(async () => {
    const terraform = await drill.terraform(stack);
    await terraform.init();
    await terraform.apply((event) => {
      deployment.follow(event);
      gate.follow(event);
    });
  });
  drill.timeline.say(`  ${stack}: ${deployment.built.length} resources`);
}

/** What others do: a pipeline pushes images, people fill secrets and upload, AWS Backup runs at its hour. */
async function writeData(drill: Drill): Promise<Marker> {
  const { aws, emulator, environment, prefix, timeline } = drill;
  const parts = { aws, environment, prefix };
  timeline.say(`  images pushed in ${environment.region}: ${await pushImages(parts)}`);
  const secrets = await fillSecrets(parts);
  const storage = Object.keys(environment.storage ?? {});
  const buckets = storage.map((bucket) => [bucket, bucketName(environment, environment.name, bucket)] as const);
  const objects = await upload(parts, Object.fromEntries(buckets));
  timeline.say(`  secrets with values: ${Object.keys(secrets).length}, objects uploaded: ${objects.length}`);
  if (environment.database) timeline.say(`  the backup plan ran: ${await runBackupPlan(emulator, parts)}`);
  return { objects, secrets };
}

/** The last look of the watch before the incident: it must find everything. */
export async function watch(drill: Drill): Promise<void> {
  const { aws, emulator, recovery, prefix } = drill;
  await runMachine(aws, emulator, { region: recovery.region, name: `${prefix}-recovery-watch` });
  const copies = await readHandover(aws, recovery.region, prefix, COPIES);
  const { missingImages: images, staleSecrets: secrets, database } = copies;
  drill.timeline.say(
    `  the watch: database ${database?.status ?? "none"} until ${database?.latestRestorableTime ?? "-"}, ` +
      `${images.length} images missing, ${secrets.length} secrets stale`,
  );
  if (images.length + secrets.length > 0) {
    throw new BrokenPromise(`Copies are missing in ${recovery.region}: ${[...images, ...secrets].join(", ")}.`);
  }
}
