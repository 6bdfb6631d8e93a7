import { delimiter, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { RunResult, run } from "../../tools/process";
import { Environment, emptyDist } from "../../tools/project";
import { Terraform } from "../../tools/terraform";
import { terraformEnvironment, tool } from "../../tools/programs";
import { DrilledLatch } from "../../drill/latch";
import { Emulator, startEmulator } from "../../emulator";
import { hostedZones } from "../../tools/environments";
import { FIXTURES } from "../fixtures";
import { PREFIX, Shipped } from "./recovery/shipped";
import { recoveryStacks } from "./recovery/stacks";
import { productionRoles } from "./roles";
import { SignIn } from "../../tools/sign-in";

/** Terraform's own words for a state that somebody else works on. */
const LOCKED = /Error acquiring the state lock.*Who: +\S+@.*Created: +20/s;

/** Zones of production's recovery region. */
const ZONES = 3;

/**
 * Recoveries that are killed, stopped, throttled and run by two people at once, side by side and both on one standby: dr,
 * with its state in S3, and the restore test with a file. us-east-1 is lost all the while.
 */
describe("a recovery finishes", () => {
  const folder = emptyDist("emulator-tests/dr-faults");
  let emulator: Emulator;
  let roles: SignIn;
  /** What leads to the emulator as the recover role. */
  let recovering: Environment;
  let shipped: Shipped;
  let dr: Terraform;
  let trial: Terraform;
  let time: string;
  let lostAt: number;
  let tested: State;
  const results: Record<string, RunResult> = {};

  /** A run of Terraform as a person would have it, which may be ended from outside. */
  const terraform = (args: readonly string[], onStart?: (pid: number) => void): Promise<RunResult> =>
    new Terraform(dr.directory, { env: recovering, log: join(folder, "dr.log"), onStart }).run(args);

  const APPLY = ["apply", "-no-color", "-input=false", "-auto-approve"];
  const PLAN = ["plan", "-no-color", "-input=false", "-detailed-exitcode"];

  /** The restore test, with its state in a file: as long as a person tries it alone. */
  const restoreTest = (command: "apply" | "destroy", vars: readonly string[] = [], onStart?: (pid: number) => void) =>
    new Terraform(trial.directory, { env: recovering, log: join(folder, "restore-test.log"), onStart }).run([
      ...[command, "-no-color", "-input=false", "-auto-approve"],
      ...vars,
    ]);

  /** Runs something until its database has been being restored for a while, and ends it then. */
  const endAmid = async (
    database: string,
    signal: NodeJS.Signals,
    begin: (onStart: (pid: number) => void) => Promise<RunResult>,
  ): Promise<RunResult> => {
    let group = 0;
    const running = begin((pid) => (group = pid));
    await shipped.databaseIsThere(database);
    await sleep(5000);
    process.kill(-group, signal);
    return running;
  };

  /** Killed; then by two people at once, the lock of the first run still there. */
  const recover = async (): Promise<void> => {
    const named = `-var=restore_time=${time}`;
    results.killed = await endAmid(`${PREFIX}-dr`, "SIGKILL", (onStart) => terraform([...APPLY, named], onStart));
    results.locked = await terraform([...APPLY, named]);
    const id = /ID: +([0-9a-f-]{36})/.exec(results.locked.stderr)?.[1] ?? "none";
    results.unlock = await terraform(["force-unlock", "-force", id]);
    // Whoever is first gets the lock.
    const both = await Promise.all([terraform([...APPLY, named]), terraform([...APPLY, named])]);
    const [recovered, second] = both.sort((left, right) => (left.status ?? 0) - (right.status ?? 0));
    Object.assign(results, { recovered, second });
  };

  /** Stopped by Ctrl-C, and run again, as the runbook says it. */
  const testRestore = async (): Promise<void> => {
    const vars = ["-var=snapshot=monday", "-var=cache_snapshot=before"];
    results.stopped = await endAmid(`${PREFIX}-rt`, "SIGINT", (onStart) => restoreTest("apply", vars, onStart));
    results.kept = await keepTainted(trial.directory);
    results.tested = await restoreTest("apply", vars);
    const { stdout } = await trial.run(["state", "pull"]);
    tested = JSON.parse(stdout) as State;
  };

  /** Terraform would replace what it was stopped in the middle of making, and cannot: it is protected. */
  const keepTainted = (directory: string): Promise<RunResult> => {
    const stack = `terraform -chdir=${directory}`;
    const tainted = `${stack} show -no-color | sed -n 's/^# \\(.*\\): (tainted)$/\\1/p'`;
    const PATH = [dirname(tool("terraform").path), process.env.PATH].join(delimiter);
    const env = { ...terraformEnvironment(), ...recovering, PATH };
    return run("sh", ["-c", `${tainted} | while read -r one; do ${stack} untaint "$one"; done`], { env });
  };

  beforeAll(async () => {
    const zones = hostedZones(["production"], FIXTURES);
    emulator = await startEmulator({ hostedZones: zones });
    roles = await productionRoles("emulator-tests/dr-faults-roles", emulator);
    recovering = await roles.as("recover", "dr");
    shipped = await Shipped.ship(emulator);
    await shipped.replicateBackups();
    await shipped.copySnapshot("monday");
    await shipped.snapshotCache("before");
    await shipped.validate("tasks.example.com", Object.keys(zones)[0]);
    await shipped.tellLifelines();
    const stacks = await recoveryStacks(folder, roles, { state: {} });
    ({ dr } = stacks);
    const alone = { state: undefined, deployment: undefined };
    trial = (await recoveryStacks(emptyDist("emulator-tests/dr-faults-trial"), roles, alone))["restore-test"];
    await Promise.all([stacks.standby.init().then(() => stacks.standby.apply()), dr.init(), trial.init()]);
    const { RestoreWindow } = await shipped.tellCopies();
    time = new Date(Date.parse(RestoreWindow.LatestTime) - 30_000).toISOString().replace(/\.\d+/, "");
    lostAt = await emulator.outage({ region: "us-east-1", mode: "drop" });
    await emulator.throttle({ percent: 5 });
    await Promise.all([recover(), testRestore()]);
    await emulator.throttle({ percent: 0 });
  });

  afterAll(async () => {
    shipped?.close();
    roles?.close();
    await emulator?.stop();
  });

  test("although 5 % of the requests are throttled, and us-east-1 is lost", async () => {
    const requests = await emulator.requests(lostAt);
    expect(requests.filter(({ error }) => /Throttl|LimitExceeded|SlowDown/.test(error ?? "")).length).toBeGreaterThan(
      10,
    );
    expect(requests.filter(({ region, home }) => region === "us-east-1" || home === "us-east-1")).toEqual([]);
  });

  describe("that was killed", () => {
    test("the lock that it leaves behind says whose it is, and since when", () => {
      expect(results.killed.status).toBeNull();
      expect(results.locked).toMatchObject({ status: 1, stderr: expect.stringMatching(LOCKED) as string });
      expect(results.unlock.status).toBe(0);
    });

    test("by a second run, which takes over what the first has made and not written down", async () => {
      expect(results.recovered).toMatchObject({ status: 0, stdout: expect.stringMatching(/ 0 destroyed/) as string });
      expect(results.recovered.stdout).toContain("aws_db_instance.database: Import complete");
      expect((await shipped.databases()).filter((name) => name.startsWith(`${PREFIX}-dr`))).toEqual([`${PREFIX}-dr`]);
      const { Addresses } = await shipped.ask<{ Addresses: unknown[] }>("ec2", "DescribeAddresses");
      const { NatGateways } = await shipped.ask<{ NatGateways: unknown[] }>("ec2", "DescribeNatGateways");
      expect([Addresses.length, NatGateways.length]).toEqual([ZONES, ZONES]);
    });

    test("while another person's run is told of the lock, and changes nothing", () => {
      expect(results.second).toMatchObject({ status: 1, stderr: expect.stringMatching(LOCKED) as string });
    });

    test("with the time that was named, and says so", async () => {
      expect((await dr.outputs()).restored.value).toMatchObject({ kind: "point_in_time", data_until: time });
    });
  });

  test("whose healthy services make the latch decide that the names come here, by its own role and its boundary", async () => {
    const latch = new DrilledLatch(shipped.aws, emulator, "us-west-2", PREFIX);
    expect(await latch.look()).toMatchObject({ state: "ALARM" });
    expect(await latch.decision()).toBe("us-west-2");
  });

  describe("that was stopped by Ctrl-C", () => {
    test("with what it was making, once that is no longer to be replaced", () => {
      expect(results.stopped.status).not.toBe(0);
      expect(results.kept.stdout).toContain("aws_db_instance.database");
      expect(results.tested).toMatchObject({ status: 0, stdout: expect.stringMatching(/ 0 destroyed/) as string });
    });

    test("with the snapshots that were named, and says so", () => {
      expect(tested.outputs.restored.value).toMatchObject({ kind: "snapshot", copy: "monday" });
      const cache = tested.resources.find(({ type }) => type === "aws_elasticache_replication_group");
      expect(cache?.instances[0]?.attributes).toMatchObject({ snapshot_name: "before" });
    });
  });

  test("and a second run of it changes nothing, after a restore test was made and destroyed beside it", async () => {
    const destroyed = await restoreTest("destroy");
    expect({ status: destroyed.status, stderr: destroyed.stderr }).toMatchObject({ status: 0 });
    expect(await shipped.databases()).not.toContain(`${PREFIX}-rt`);
    expect(await terraform(PLAN)).toMatchObject({ status: 0 });
  });

  test("by roles that may do all that they have to", async () => {
    const requests = await emulator.requests();
    expect(
      requests.filter(({ denied }) => denied).map(({ principal, operation }) => `${principal}: ${operation}`),
    ).toEqual([]);
    const askedBy = (role: string) => requests.filter(({ principal }) => principal === `${PREFIX}-${role}`).length;
    expect(askedBy("deploy")).toBeGreaterThan(100);
    expect(askedBy("recover")).toBeGreaterThan(100);
  });

  test("and nothing is changed when us-east-1 comes back", async () => {
    await emulator.restore();
    expect(await terraform(PLAN)).toMatchObject({ status: 0 });
  });
});

/** A state of Terraform, as far as it is read here. */
interface State {
  readonly outputs: Readonly<Record<string, { readonly value: unknown }>>;
  readonly resources: readonly {
    readonly type: string;
    readonly instances: readonly { readonly attributes: object }[];
  }[];
}
