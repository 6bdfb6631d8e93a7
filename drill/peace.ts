import { Deployment } from "../tools/deployment";
import { TerraformEvent } from "../tools/terraform-events";
import { bucketName } from "../environments/definition/data-rules";
import { synthesize } from "../tools/synthesis";
import { BrokenPromise } from "./promises";
import { Drill } from "./drill";
import { COPIES } from "../recovery/contract";
import { readHandover } from "./handover";
import { Names } from "./names";
import { Settings, describeDatabase } from "./restored";
import { Marker, fillSecrets, pushImages, runBackupPlan, upload } from "./shipping";
import { runWatch } from "./watch";

/** What peace leaves for the phases that follow. */
export interface Peace {
  readonly names: Names;
  readonly marker: Marker;
  /** The database that will be lost; null where there is none. */
  readonly database: Settings | null;
}

/** Everything that stands before an incident: stacks, data, copies of it. */
export async function makePeace(drill: Drill): Promise<Peace> {
  const stacks = await drill.phase("synthesis", async () => {
    const { environment, checkout } = drill;
    const all = await synthesize(environment.name, checkout.path("cdktf.out"), undefined, checkout.directory);
    return all.map(({ name }) => name);
  });
  // The buckets of the others' states come first. That S3 says their lifecycle rules takes a minute more, and nobody needs it.
  const pending = new Pending(/^aws_s3_bucket(?!_lifecycle)/);
  const bootstrap = stacks.includes("bootstrap") ? deploy(drill, "bootstrap", pending.follow) : Promise.resolve();
  await drill.phase("peace: buckets of states", () => Promise.race([bootstrap, pending.ready]));
  await drill.phase("peace: primary, and the rest of bootstrap", () =>
    Promise.all([deploy(drill, "primary"), bootstrap]),
  );
  const [, marker] = await drill.phase("peace: standby, while data is written and copied", () =>
    Promise.all([deploy(drill, "standby"), writeData(drill)]),
  );
  await drill.phase("peace: edge, while the watch looks at the copies", () =>
    Promise.all([deploy(drill, "edge"), watch(drill)]),
  );
  const names = await Names.read(drill.terraform("edge"));
  await drill.promiseNames(names, "peace", drill.environment.region);
  const { aws, environment, prefix } = drill;
  const database = environment.database ? await describeDatabase(aws, environment.region, prefix) : null;
  return { names, marker, database };
}

/** Waits for those resources of a deployment that others need. */
class Pending {
  /** Settled once all of them are made. */
  readonly ready: Promise<void>;
  private readonly waiting = new Set<string>();
  private settle: () => void = () => undefined;

  /** @param needed type of what is waited for */
  constructor(private readonly needed: RegExp) {
    this.ready = new Promise((resolve) => (this.settle = resolve));
  }

  /** Takes in one event of Terraform. */
  readonly follow = ({ type, change, hook }: TerraformEvent): void => {
    if (type === "planned_change" && change && this.needed.test(change.resource.resource_type)) {
      this.waiting.add(change.resource.addr);
    }
    if (type === "apply_complete" && hook && this.waiting.delete(hook.resource.addr) && this.waiting.size === 0) {
      this.settle();
    }
  };
}

/** Deploys a stack that stands in peace time. */
async function deploy(drill: Drill, stack: string, onEvent?: (event: TerraformEvent) => void): Promise<void> {
  const deployment = new Deployment({ name: stack });
  const terraform = drill.terraform(stack);
  await terraform.init();
  await terraform.apply((event) => {
    deployment.follow(event);
    onEvent?.(event);
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
  const { aws, recovery, prefix } = drill;
  await runWatch(aws, recovery.region, prefix);
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
