import { emptyDist } from "../../tools/project";
import { Terraform } from "../../tools/terraform";
import { parseEvent } from "../../tools/terraform-events";
import { Emulator, startEmulator } from "../../emulator";
import { COPIES, Copies, LIFELINES, RELEASE, Release, STANDBY } from "../../recovery/contract";
import { Shipped, tagsOf } from "./recovery/shipped";
import { recoveryStacks } from "./recovery/stacks";
import { productionRoles } from "./roles";
import { SignIn } from "../../tools/sign-in";
import { checkEnvironment } from "../../environments/definition";
import { definitionHashes } from "../../wiring/release";
import production from "../fixtures/environments/production";
import { standbyManifest } from "./recovery/standby-manifest";

/** Operations that change nothing, of all services that dr asks. */
const READING = /^(Describe|Get|List|Head)/;

/** One thing that is wrong, and what the operator reads then: all of it. */
interface Fault {
  readonly spoil?: (shipped: Shipped) => Promise<unknown>;
  readonly mend?: (shipped: Shipped) => Promise<unknown>;
  readonly variables?: Readonly<Record<string, string>>;
  readonly says: RegExp;
}

/** Requests of a first plan of dr, which is to take ten seconds: ten at a time, and each half a second, these take six. */
const MOST_REQUESTS = 120;

const ZONES = ["us-west-2a", "us-west-2b", "us-west-2c"];
const tellStandby = (shipped: Shipped) => shipped.tell(STANDBY, standbyManifest(ZONES));
/** What an older version wrote. */
const OLDER = JSON.stringify({ schema: 0, vpc: "vpc-0123456789abcdef0" });
const key = ({ keyArn }: Shipped) => ({ KeyId: keyArn });

/** What an operator reads when recovery cannot begin: one sentence, before anything is made, while us-east-1 is lost. */
describe("dr refuses", () => {
  const folder = emptyDist("emulator-tests/dr-refusals");
  let emulator: Emulator;
  let roles: SignIn;
  let shipped: Shipped;
  let dr: Terraform;

  /** Plans, and gives each error with the address where Terraform shows it; nothing may have been written meanwhile. */
  const plan = async (variables: Fault["variables"] = {}): Promise<string[]> => {
    const before = (await emulator.requests()).length;
    const given = Object.entries(variables).map(([name, value]) => `-var=${name}=${value}`);
    const { stdout } = await dr.run(["plan", "-json", "-input=false", ...given]);
    const requests = await emulator.requests(before);
    expect(requests.filter(({ operation }) => !READING.test(operation))).toEqual([]);
    expect(requests.filter(({ region, home }) => region === "us-east-1" || home === "us-east-1")).toEqual([]);
    return stdout.split("\n").flatMap((line) => {
      const { diagnostic } = parseEvent(line) ?? {};
      if (diagnostic?.severity !== "error") return [];
      return [[diagnostic.summary, diagnostic.detail, diagnostic.address].filter(Boolean).join("\n")];
    });
  };

  /** The one copy that is there, or another in its place. */
  const replaceSnapshot = async (name: string, environment?: string, kmsKeyId?: string): Promise<void> => {
    await emulator.restore();
    for (const old of await shipped.snapshots()) await shipped.deleteSnapshot(old);
    await shipped.copySnapshot(name, environment, kmsKeyId);
    await shipped.snapshotIs("available", name);
    await emulator.outage({ region: "us-east-1", mode: "drop" });
  };

  beforeAll(async () => {
    emulator = await startEmulator();
    roles = await productionRoles("emulator-tests/dr-refusals-roles", emulator);
    shipped = await Shipped.ship(emulator);
    await tellStandby(shipped);
    await replaceSnapshot("monday");
    await tellSeen(shipped, "monday");
    // Its state is a file, so that nothing is written while it plans.
    ({ dr } = await recoveryStacks(folder, roles, { state: undefined, deployment: undefined }));
    await dr.init();
  });

  afterAll(async () => {
    shipped?.close();
    roles?.close();
    await emulator?.stop();
  });

  test("nothing where all is well", async () => {
    expect(await plan()).toEqual([]);
  });

  test("nothing, and asks AWS no more, where there are 300 snapshots", async () => {
    /** What a plan asks, by operation. */
    const asked = async (): Promise<readonly string[]> => {
      const before = (await emulator.requests()).length;
      expect(await plan()).toEqual([]);
      return (await emulator.requests(before)).map(({ service, operation }) => `${service} ${operation}`).sort();
    };
    const few = await asked();
    const copy = (i: number) =>
      shipped.ask("rds", "CopyDBSnapshot", {
        SourceDBSnapshotIdentifier: "monday",
        TargetDBSnapshotIdentifier: `copy-${i}`,
        Tags: tagsOf("production"),
      });
    await Promise.all(Array.from({ length: 300 }, (_none, i) => copy(i)));
    expect(await asked()).toEqual(few);
    expect(few.length).toBeLessThan(MOST_REQUESTS);
  });

  test("nothing where the image that ran is there, by its digest", async () => {
    const repositoryName = "nimbus-production/web";
    const { imageDetails } = await shipped.ask<{ imageDetails: { imageDigest: string }[] }>("ecr", "DescribeImages", {
      repositoryName,
    });
    const [{ imageDigest: digest }] = imageDetails;
    await shipped.tell(RELEASE, { ...RAN, images: { web: { ...RAN.images.web, digest } } });
    expect(await plan()).toEqual([]);
    const { stdout } = await dr.run(["plan", "-no-color", "-input=false"]);
    await shipped.forget(RELEASE);
    expect(stdout).toContain(`${RAN.images.web.image.replace(":1.0.0", "")}@${digest}`);
  });

  test("not its own end, where nobody tells anything any more", async () => {
    await shipped.forget(LIFELINES);
    const { status, stdout } = await dr.run(["plan", "-destroy", "-no-color", "-input=false"]);
    await shipped.tellLifelines();
    expect({ status, stdout }).toMatchObject({ status: 0 });
  });

  test("to start again what a failback has stopped, unless somebody insists", async () => {
    const vpc = await shipped.ask<{ Vpc: { VpcId: string } }>("ec2", "CreateVpc", { CidrBlock: "10.64.0.0/16" });
    const { VpcId } = vpc.Vpc;
    const named = {
      GroupName: "nimbus-production-dr-incarnation",
      Description: "Marks what one deployment of nimbus-production-dr makes: nothing is in it",
      VpcId,
    };
    const { GroupId } = await shipped.ask<{ GroupId: string }>("ec2", "CreateSecurityGroup", named);
    await shipped.tell(STANDBY, { ...standbyManifest(ZONES), vpcId: VpcId });
    const take = async (name: string, incarnation: string): Promise<void> => {
      await shipped.ask("rds", "CopyDBSnapshot", {
        SourceDBSnapshotIdentifier: "monday",
        TargetDBSnapshotIdentifier: name,
        Tags: [{ Key: "Incarnation", Value: incarnation }],
      });
    };
    await take("nimbus-production-failback-1", "sg-0123456789abcdef9");
    await take("nimbus-production-dr-before-a-release", GroupId);
    const before = await plan();
    await take("nimbus-production-failback-2", GroupId);
    const [begun, undone, wrong] = [await plan(), await plan({ failback: "undo" }), await plan({ failback: "yes" })];
    await tellStandby(shipped);
    expect(before).toEqual([]);
    expect(begun).toEqual([
      expect.stringMatching(
        /A failback has begun: .* snapshot nimbus-production-failback-2 of .*Nothing was changed\. Go/,
      ),
    ]);
    expect(undone).toEqual([]);
    expect(wrong).toEqual([expect.stringMatching(/failback must be undo, .* \(got "yes"\)\. Nothing was changed\./)]);
  });

  test.each<[string, Fault]>([
    [
      "a region that nothing was shipped to",
      {
        spoil: async (world) => (await world.forget(LIFELINES), world.forget(STANDBY)),
        mend: async (world) => (await world.tellLifelines(), tellStandby(world)),
        says: /There is no parameter \/holdfast\/nimbus-production\/lifelines, and no \S+-spare in us-west-2: either the primary stack was never deployed/,
      },
    ],
    [
      "a region without a standby",
      {
        spoil: (world) => world.forget(STANDBY),
        mend: tellStandby,
        says: /There is no parameter \/holdfast\/nimbus-production\/standby, and no \S+-spare in us-west-2: either the standby stack was never deployed/,
      },
    ],
    [
      "a standby that another checkout prepared",
      {
        spoil: (world) => world.tell(STANDBY, { ...standbyManifest(ZONES), services: {} }),
        mend: tellStandby,
        says: /\/standby in us-west-2 has no service web, which this checkout has: another checkout was deployed/,
      },
    ],
    [
      "what another checkout shipped",
      {
        spoil: (world) => world.tellLifelines({ secrets: {}, buckets: {} }),
        mend: (world) => world.tellLifelines(),
        says: /\/lifelines in us-west-2 has no bucket uploads, which this checkout has: another checkout was deployed/,
      },
    ],
    [
      "a database of another name",
      {
        spoil: (world) => world.tellDatabase({ dbName: "tasks" }),
        mend: (world) => world.tellLifelines(),
        says: /has the dbName tasks, and this checkout has nimbus: a copy keeps its own/,
      },
    ],
    [
      "a definition of another commit than what ran",
      {
        spoil: (world) => world.tell(RELEASE, { ...RAN, definition: { ...RAN.definition, database: "0" } }),
        mend: (world) => world.forget(RELEASE),
        says: /ran commit 5f1d2c3, deployed by \S+ at \S+, and this checkout states otherwise: database\. .*\(git checkout 5f1d2c3\).*--var release=this/,
      },
    ],
    [
      "an image that ran, and was not replicated",
      {
        spoil: (world) => world.tell(RELEASE, RAN),
        mend: (world) => world.forget(RELEASE),
        says: /couldn't find resource.*"123456789012\.dkr\.ecr\.us-west-2\.amazonaws\.com\/nimbus-production\/web@sha256:0a0a\w+ must be in us-west-2: push it there, and deploy again"/s,
      },
    ],
    [
      "what a primary stack of an older schema tells",
      {
        spoil: (world) => world.tellText(LIFELINES, OLDER),
        mend: (world) => world.tellLifelines(),
        says: /\/lifelines in us-west-2 has the schema 0, and this version of Holdfast reads 1: use the version that wrote it/,
      },
    ],
    [
      "what a standby of an older schema tells",
      {
        spoil: (world) => world.tellText(STANDBY, OLDER),
        mend: tellStandby,
        says: /\/standby in us-west-2 has the schema 0, and this version of Holdfast reads 1: use the version that wrote it/,
      },
    ],
    [
      "a key that is disabled",
      {
        spoil: (world) => world.ask("kms", "DisableKey", key(world)),
        mend: (world) => world.ask("kms", "EnableKey", key(world)),
        says: /The key arn:aws:kms:us-west-2:\S+, which encrypts all copies in us-west-2, is Disabled: enable it \(aws kms enable-key\)/,
      },
    ],
    [
      "a key that is about to be deleted",
      {
        spoil: (world) => world.ask("kms", "ScheduleKeyDeletion", key(world)),
        mend: async (world) => (
          await world.ask("kms", "CancelKeyDeletion", key(world)),
          world.ask("kms", "EnableKey", key(world))
        ),
        says: /is PendingDeletion: stop its deletion \(aws kms cancel-key-deletion\), enable it \(aws kms enable-key\)/,
      },
    ],
    [
      "an image that was not replicated",
      {
        spoil: (world) => world.deleteImage(),
        mend: (world) => world.pushImage(),
        says: /couldn't find resource.*"123456789012\.dkr\.ecr\.us-west-2\.amazonaws\.com\/nimbus-production\/web:1\.0\.0 must be in us-west-2: push it there, and deploy again"/s,
      },
    ],
    [
      "a snapshot that is not there",
      {
        variables: { snapshot: "tuesday" },
        says: /"The snapshot tuesday is not in us-west-2\. Those that the watch has seen are: monday\. Name one of them/,
      },
    ],
    [
      "a snapshot that is gone since the watch looked",
      {
        spoil: (world) => tellSeen(world, "gone", "monday"),
        mend: (world) => tellSeen(world, "monday"),
        says: /"The snapshot gone is not in us-west-2 any more\. Those that the watch has seen are: gone, monday\. Name one/,
      },
    ],
    ["an empty name", { variables: { snapshot: "" }, says: /snapshot is empty: is the variable of your shell set\?/ }],
    [
      "a time where no backups are replicated",
      {
        variables: { restore_time: "2026-11-21T08:00:00Z" },
        says: /The time 2026-11-21T08:00:00Z cannot be restored .*: nobody knows of replicated automated backups .*Leave restore_time out/,
      },
    ],
    [
      "a time after the outage",
      {
        spoil: (world) => world.tell(COPIES, copies("replicating", "2026-11-21T08:00:00Z")),
        mend: (world) => tellSeen(world, "monday"),
        variables: { restore_time: "2026-11-21T08:00:01Z" },
        says: /: the replicated automated backups reach until 2026-11-21T08:00:00Z\. Name a time before that/,
      },
    ],
    [
      "a time before all backups",
      {
        spoil: (world) => world.tell(COPIES, copies("replicating", "2026-11-21T08:00:00Z")),
        mend: (world) => tellSeen(world, "monday"),
        variables: { restore_time: "2026-11-08T07:59:59Z" },
        says: /: the replicated automated backups reach back to 2026-11-08T08:00:00Z\. Name a later time/,
      },
    ],
    ["a time that is none", { variables: { restore_time: "yesterday" }, says: /restore_time must be a time in UTC, / }],
    [
      "a snapshot and a time at once",
      {
        variables: { restore_time: "2026-11-21T08:00:00Z", snapshot: "monday" },
        says: /Name either the snapshot \(monday\) or the restore_time \(2026-11-21T08:00:00Z\)/,
      },
    ],
    [
      "a copy with another key, and backups that are gone",
      {
        spoil: async (world) => {
          await replaceSnapshot("friday", "production", await world.createKey());
          await tellSeen(world, "friday");
        },
        says: /The snapshot friday cannot be restored in us-west-2: it is encrypted with arn:\S+ instead of arn:/,
      },
    ],
    [
      "a copy in progress",
      {
        spoil: async (world) => {
          await emulator.restore();
          await emulator.control("PUT", "snapshot-copies", { seconds: 600 });
          await world.copySnapshot("sunday");
          await emulator.outage({ region: "us-east-1", mode: "drop" });
        },
        mend: (world) => world.deleteSnapshot("sunday"),
        variables: { snapshot: "sunday" },
        says: /The snapshot sunday cannot be restored in us-west-2: it is creating\. Name another/,
      },
    ],
    [
      "a region where the watch sees no copy",
      {
        spoil: async (world) => (await world.deleteSnapshot("friday"), tellSeen(world)),
        says: /no usable copy .*: no automated backups are replicated there, and the watch has seen no complete copy/,
      },
    ],
    [
      "a region of which nobody tells, and where RDS has no copy",
      {
        spoil: (world) => world.forget(COPIES),
        says: /"No snapshot of nimbus-production was copied to us-west-2, and the watch tells of no newer copy\. Name a time/,
      },
    ],
  ])("%s", async (_what, { spoil, mend, variables, says }) => {
    await spoil?.(shipped);
    const said = await plan(variables);
    await mend?.(shipped);
    expect(said).toEqual([expect.stringMatching(says)]);
  });
});

/** What production ran, by the record of the primary stack: an image that nobody has pushed here. */
const RAN: Release = {
  images: {
    web: {
      image: "123456789012.dkr.ecr.us-west-2.amazonaws.com/nimbus-production/web:1.0.0",
      digest: `sha256:${"0a".repeat(32)}`,
    },
  },
  definition: definitionHashes(checkEnvironment("production", production)),
  commit: "5f1d2c3",
  by: "arn:aws:sts::123456789012:assumed-role/nimbus-production-deploy/pipeline",
  at: "2026-11-21T12:00:00Z",
};

/** What the watch tells of replicated backups. */
const copies = (status: string, latest: string | null, snapshots: Copies["snapshots"] = {}): Copies => ({
  checkedAt: "2026-11-21T12:00:00Z",
  database: {
    automatedBackupArn: BACKUP,
    status,
    earliestRestorableTime: latest && "2026-11-08T08:00:00Z",
    latestRestorableTime: latest,
    allocatedStorage: 20,
    encrypted: true,
  },
  snapshots,
  missingImages: [],
  staleSecrets: [],
});

/** What the watch tells where no backups are replicated, and these snapshots are there, the newest first. */
const tellSeen = (shipped: Shipped, ...names: string[]): Promise<void> =>
  shipped.tell(
    COPIES,
    copies(
      "missing",
      null,
      Object.fromEntries(
        names.map((name, i) => [name, { dataUntil: `2026-11-${20 - i}T05:00:00Z`, allocatedStorage: 20 }]),
      ),
    ),
  );

const BACKUP = "arn:aws:rds:us-west-2:123456789012:auto-backup:ab-0a1b2c3d";
