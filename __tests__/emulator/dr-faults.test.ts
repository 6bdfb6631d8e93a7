import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { writeAwsCommand } from "../../tools/aws";
import { RunResult, run } from "../../tools/process";
import { Environment, emptyDist, readJson } from "../../tools/project";
import { resume } from "../../tools/resume";
import { Terraform } from "../../tools/terraform";
import { runbookCommands } from "../../drill/commands";
import { DrilledLatch } from "../../drill/latch";
import { servicesOf } from "../../drill/services";
import { checkEnvironment } from "../../environments/definition";
import { isWrite } from "../../drill/record";
import { failbackSnapshot } from "../../recovery/names";
import { Emulator, startEmulator } from "../../emulator";
import { INCARNATION } from "../../dr/incarnation";
import { hostedZones } from "../../tools/environments";
import { FIXTURES } from "../fixtures";
import production from "../fixtures/environments/production";
import { PREFIX, Shipped } from "./recovery/shipped";
import { recoveryStacks } from "./recovery/stacks";
import { productionRoles } from "./roles";
import { SignIn } from "../../tools/sign-in";

/** Terraform's own words for a state that somebody else works on. */
const LOCKED = /Error acquiring the state lock.*Who: +\S+@.*Created: +20/s;

const RESUME = "npm run resume -- restore-test";

/** What is deployed: a person decides when the names move, which they have not done. The drill has that decision. */
const { recovery } = production;
if (!recovery) throw new Error("production has no recovery region");
const CONFIRMED = { ...production, recovery: { ...recovery, switch: "confirmed" } } as const;

const commands = runbookCommands(checkEnvironment("production", CONFIRMED));

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
  let latch: DrilledLatch;
  let standby: Terraform;
  let dr: Terraform;
  let trial: Terraform;
  let time: string;
  let lostAt: number;
  /** Number of requests before us-east-1 came back. */
  let returned: number;
  let tested: State;
  let testedAgain: State;
  /** Number of requests before the restore test was made again. */
  let again: number;
  const results: Record<string, RunResult> = {};
  /** What was typed beside the same command again, by what ended the first run. */
  const besides: Record<string, readonly string[]> = {};

  /** A run of Terraform as a person would have it, which may be ended from outside. */
  const terraform = (args: readonly string[], onStart?: (pid: number) => void): Promise<RunResult> =>
    new Terraform(dr.directory, { env: recovering, log: join(folder, "dr.log"), onStart }).run(args);

  const APPLY = ["apply", "-no-color", "-input=false", "-auto-approve"];
  const PLAN = ["plan", "-no-color", "-input=false", "-detailed-exitcode"];

  /** Types the commands of a step of the runbook, as the recover role. */
  const type = async (typed: readonly string[]): Promise<RunResult[]> => {
    const results: RunResult[] = [];
    for (const command of typed) results.push(await run("sh", ["-c", command], { env: recovering }));
    return results;
  };

  /** The service that names lead to, in the recovery region. */
  const web = async () =>
    (await servicesOf(shipped.aws, "us-west-2", `${PREFIX}-dr`)).find(({ name }) => name === "web");

  /** What its load balancer finds of every target from now on. */
  const setHealth = async (state: "healthy" | "unhealthy"): Promise<void> => {
    const { TargetGroups: groups } = await shipped.ask<{ TargetGroups: { TargetGroupArn: string }[] }>(
      "elbv2",
      "DescribeTargetGroups",
    );
    for (const { TargetGroupArn } of groups) {
      const body = { region: "us-west-2", target_group: TargetGroupArn, state };
      await emulator.control("PUT", "target-health", body);
    }
  };

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

  /**
   * Types a command until it succeeds, as a person does: whatever command its error names in between is typed too.
   *
   * @returns the last run, with what was typed in between
   */
  const persist = async (
    directory: string,
    database: string,
    type: () => Promise<RunResult>,
  ): Promise<RunResult & { readonly named: readonly string[] }> => {
    const named: string[] = [];
    for (;;) {
      const result = await type();
      const command = /type '(npm run resume [^']+)'|Wait with '([^']+)'/.exec(result.stderr.replace(/\s+/g, " "));
      if (result.status === 0 || !command || named.length === 3) return { ...result, named };
      const [, taken, wait] = command;
      named.push((taken ?? wait).replace(/--region.*/, "").trim());
      if (taken) await resume(new Terraform(directory, { env: recovering }), undefined, { pauseSeconds: 5 });
      else await shipped.databaseIs("available", database);
    }
  };

  /** Killed; then by two people at once, the lock of the first run still there. */
  const recover = async (): Promise<void> => {
    const named = `-var=restore_time=${time}`;
    results.killed = await endAmid(`${PREFIX}-dr`, "SIGKILL", (onStart) => terraform([...APPLY, named], onStart));
    results.locked = await terraform([...APPLY, named]);
    const id = /ID: +([0-9a-f-]{36})/.exec(results.locked.stderr)?.[1] ?? "none";
    await resume(new Terraform(dr.directory, { env: recovering }), id, { pauseSeconds: 5 });
    // Whoever is first gets the lock.
    const person = () => persist(dr.directory, `${PREFIX}-dr`, () => terraform([...APPLY, named]));
    const both = await Promise.all([person(), person()]);
    const [recovered, second] = both.sort((left, right) => (left.status ?? 0) - (right.status ?? 0));
    Object.assign(results, { recovered, second });
    besides.killed = recovered.named;
  };

  /** Stopped by Ctrl-C, and typed again. */
  const testRestore = async (): Promise<void> => {
    const vars = ["-var=snapshot=monday", "-var=cache_snapshot=before"];
    results.stopped = await endAmid(`${PREFIX}-rt`, "SIGINT", (onStart) => restoreTest("apply", vars, onStart));
    const typed = await persist(trial.directory, `${PREFIX}-rt`, () => restoreTest("apply", vars));
    results.tested = typed;
    besides.stopped = typed.named;
    const { stdout } = await trial.run(["state", "pull"]);
    tested = JSON.parse(stdout) as State;
  };

  /** Destroyed, and made anew while AWS still lists all that was deleted, with an error of AWS right after the restore. */
  const testAgain = async (): Promise<void> => {
    results.destroyed = await restoreTest("destroy");
    again = (await emulator.requests()).length;
    const failure = { code: "InvalidDBInstanceState", message: "Database instance is not in available state." };
    await emulator.control("POST", "failure", { service: "rds", operation: "ModifyDBInstance", ...failure });
    results.failed = await restoreTest("apply");
    const typed = await persist(trial.directory, `${PREFIX}-rt`, () => restoreTest("apply"));
    results.again = typed;
    besides.failed = typed.named;
    results.planned = await trial.run(PLAN);
    const { stdout } = await trial.run(["state", "pull"]);
    testedAgain = JSON.parse(stdout) as State;
  };

  beforeAll(async () => {
    const zones = hostedZones(["production"], FIXTURES);
    emulator = await startEmulator({ hostedZones: zones });
    roles = await productionRoles("emulator-tests/dr-faults-roles", emulator);
    writeAwsCommand(join(folder, "bin"));
    recovering = {
      ...(await roles.as("recover", "dr")),
      PATH: [join(folder, "bin"), process.env.PATH].join(delimiter),
    };
    shipped = await Shipped.ship(emulator);
    await shipped.replicateBackups();
    await shipped.copySnapshot("monday");
    // Listed by AWS as long as the test runs, as all that is deleted in it.
    await emulator.control("PUT", "tag-memory", { seconds: 7200 });
    await shipped.copySnapshot("gone");
    await shipped.snapshotIs("available", "gone");
    await shipped.deleteSnapshot("gone");
    await emulator.control("PUT", "database-changes", { seconds: 30 });
    await shipped.snapshotCache("before");
    await shipped.validate("tasks.example.com", Object.keys(zones)[0]);
    await shipped.tellLifelines();
    const stacks = await recoveryStacks(folder, roles, { state: {}, recovery: CONFIRMED.recovery });
    ({ dr, standby } = stacks);
    latch = new DrilledLatch(shipped.aws, emulator, "us-west-2", PREFIX);
    const alone = { state: undefined, deployment: undefined };
    trial = (await recoveryStacks(emptyDist("emulator-tests/dr-faults-trial"), roles, alone))["restore-test"];
    await Promise.all([standby.init().then(() => standby.apply()), dr.init(), trial.init()]);
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

    test("by the one command that releases the lock: it waits until RDS lets the database be changed", () => {
      expect(besides.killed).toEqual([]);
    });

    test("with the time that was named, and says so", async () => {
      expect((await dr.outputs()).restored.value).toMatchObject({ kind: "point_in_time", data_until: time });
    });
  });

  test("and moves no name although its services are healthy: nobody has confirmed it", async () => {
    expect(await web()).toMatchObject({ targets: 2, healthyTargets: 2 });
    expect(await latch.look()).toMatchObject({ state: "OK" });
    expect(await latch.decision()).toBe("us-east-1");
  });

  describe("and, once somebody has confirmed it, moves the names", () => {
    beforeAll(() => type(commands.confirm.commands));

    test("with the next look of the latch", async () => {
      expect(await latch.decision()).toBe("us-west-2");
      expect(await latch.look()).toEqual({ state: "ALARM", lastState: "ALARM" });
    });

    test("and takes them back for no minute in which none of its targets is healthy", async () => {
      await setHealth("unhealthy");
      expect(await web()).toMatchObject({ targets: 2, healthyTargets: 0 });
      expect(await latch.look()).toMatchObject({ state: "ALARM" });
      expect(await latch.decision()).toBe("us-west-2");
      await setHealth("healthy");
    });
  });

  describe("that was stopped by Ctrl-C", () => {
    test("with the database that it was making, which is not replaced: by the commands that the errors name", () => {
      expect(results.stopped.status).not.toBe(0);
      expect(besides.stopped).toEqual([RESUME]);
      expect(results.tested).toMatchObject({ status: 0, stdout: expect.stringMatching(/ 0 destroyed/) as string });
    });

    test("with the snapshots that were named, and says so", () => {
      expect(tested.outputs.restored.value).toMatchObject({ kind: "snapshot", copy: "monday" });
      const cache = tested.resources.find(({ type }) => type === "aws_elasticache_replication_group");
      expect(cache?.instances[0]?.attributes).toMatchObject({ snapshot_name: "before" });
    });
  });

  describe("that was destroyed, is made again while AWS lists what is gone, and meets an error of AWS after the restore", () => {
    // It takes longer than what the latch has published last is of any use.
    beforeAll(() => Promise.all([testAgain(), latch.stop()]));

    const asked = async (operation: string) =>
      (await emulator.requests(again)).filter((one) => one.operation === operation && one.status === 200).length;

    test("says no more than AWS's own error", () => {
      expect(results.destroyed).toMatchObject({ status: 0 });
      expect(results.failed.status).toBe(1);
      expect(results.failed.stderr.match(/^Error: .*$/gm)).toEqual([
        expect.stringContaining("InvalidDBInstanceState: Database instance is not in available state."),
      ]);
    });

    test("by one command that is named", () => {
      expect(besides.failed).toEqual([RESUME]);
      expect(results.again).toMatchObject({ status: 0, stdout: expect.stringMatching(/ 0 destroyed/) as string });
      expect(results.planned.status).toBe(0);
    });

    test("with the one database that was restored: none is made empty, and none is deleted", async () => {
      const restores = await asked("RestoreDBInstanceToPointInTime");
      expect([restores, await asked("CreateDBInstance"), await asked("DeleteDBInstance")]).toEqual([1, 0, 0]);
      const database = testedAgain.resources.find(({ type }) => type === "aws_db_instance")?.instances[0];
      const { tags } = database?.attributes as { readonly tags: Record<string, string> };
      expect(testedAgain.outputs.restored.value).toMatchObject({
        kind: "point_in_time",
        copy: tags.RestoredFrom,
        data_until: tags.RestoredUntil,
      });
    });
  });

  test("and a second run of it changes nothing, after restore tests were made and destroyed beside it", async () => {
    const destroyed = await restoreTest("destroy");
    expect({ status: destroyed.status, stderr: destroyed.stderr }).toMatchObject({ status: 0 });
    expect(await shipped.databases()).not.toContain(`${PREFIX}-rt`);
    expect(await terraform(PLAN)).toMatchObject({ status: 0 });
  });

  test("and keeps the names while nobody publishes the decision: Route 53 goes on with what it has seen last", async () => {
    expect(await latch.look()).toEqual({ state: "INSUFFICIENT_DATA", lastState: "ALARM" });
    expect(await latch.alarmState()).toBe("ALARM");
    latch.start();
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

  test("and nothing is changed when us-east-1 comes back: names stay", async () => {
    returned = await emulator.restore();
    expect(await terraform(PLAN)).toMatchObject({ status: 0 });
    expect(await latch.look()).toMatchObject({ state: "ALARM" });
  });

  describe("and, once a failback has taken its snapshot, is not started again", () => {
    beforeAll(async () => {
      const name = { DBInstanceIdentifier: `${PREFIX}-dr`, DBSnapshotIdentifier: failbackSnapshot(PREFIX, 1) };
      await shipped.ask("rds", "CreateDBSnapshot", name);
    });

    test("which is said before anything is changed", async () => {
      const { status, stderr } = await terraform(PLAN);
      expect({ status, said: stderr.replace(/[\s│]+/g, " ") }).toMatchObject({
        status: 1,
        said: expect.stringContaining(
          "A failback has begun: it has taken the snapshot nimbus-production-failback-1 of this database.",
        ) as string,
      });
    });

    test("unless somebody insists", async () => {
      expect(await terraform([...PLAN, "-var=failback=undo"])).toMatchObject({ status: 0 });
    });
  });

  describe("is abandoned, since it is decided that us-east-1 serves again", () => {
    let seen: string;
    let destroyed: RunResult;

    beforeAll(async () => {
      await type(commands.release.commands);
      const results = await type(commands.abandon.commands);
      seen = results.at(-1)?.stdout.trim() ?? "";
      const [unprotect] = commands["take away"].commands;
      await type([unprotect]);
      await shipped.deleteSnapshot(failbackSnapshot(PREFIX, 1));
      destroyed = await terraform(["destroy", "-no-color", "-input=false", "-auto-approve"]);
    });

    // The alarm is of the last minute, which is over when all is destroyed.
    test("which moves the names back, since nobody decides otherwise", async () => {
      expect(seen).toBe("us-east-1");
      expect(await latch.look()).toMatchObject({ state: "OK" });
    });

    test("and nothing is lost: what was restored is in its last snapshot", async () => {
      expect({ status: destroyed.status, stderr: destroyed.stderr }).toMatchObject({ status: 0 });
      expect(await shipped.databases()).not.toContain(`${PREFIX}-dr`);
      expect(await shipped.snapshots()).toContainEqual(expect.stringMatching(/^nimbus-production-dr-final-\d+$/));
    });

    test("nor is anything changed in us-east-1 meanwhile", async () => {
      const requests = await emulator.requests(returned);
      const there = requests.filter(({ region, home }) => region === "us-east-1" || home === "us-east-1");
      expect(there.filter((request) => isWrite(request))).toEqual([]);
    });

    test("and the standby is as it was", async () => {
      expect(await standby.plan()).toEqual([]);
    });

    test("ready for the next incident, although AWS lists what was deleted, of every type that dr asks it for", async () => {
      const listed = await listedOf(dr, shipped);
      expect(listed.is).toEqual(listed.asked);
      const { status, stdout } = await terraform(PLAN);
      expect(status).toBe(2);
      expect(stdout).toMatch(/Plan: \d+ to add, 0 to change, 0 to destroy/);
    });
  });
});

/** The types of resources that dr asks the tagging API for, and those that it lists as made by some deployment of dr. */
async function listedOf(
  { directory }: Terraform,
  shipped: Shipped,
): Promise<Readonly<Record<"asked" | "is", string[]>>> {
  const { data } = readJson<{
    readonly data: {
      readonly aws_resourcegroupstaggingapi_resources: {
        readonly unfinished: { readonly resource_type_filters: readonly string[] };
      };
    };
  }>(join(directory, "cdk.tf.json"));
  const asked = data.aws_resourcegroupstaggingapi_resources.unfinished.resource_type_filters;
  const { ResourceTagMappingList: listed } = await shipped.ask<{ ResourceTagMappingList: { ResourceARN: string }[] }>(
    "resourcegroupstaggingapi",
    "GetResources",
    { ResourceTypeFilters: asked, TagFilters: [{ Key: INCARNATION }] },
  );
  const is = listed.map(({ ResourceARN: arn }) => {
    const [, , service, , , resource] = arn.split(":");
    return `${service}:${resource.split("/")[0]}`;
  });
  return { asked: [...asked].sort(), is: [...new Set(is)].sort() };
}

/** A state of Terraform, as far as it is read here. */
interface State {
  readonly outputs: Readonly<Record<string, { readonly value: unknown }>>;
  readonly resources: readonly {
    readonly type: string;
    readonly instances: readonly { readonly attributes: object }[];
  }[];
}
