import { App } from "cdktf";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { RunResult } from "../../tools/process";
import { resume } from "../../tools/resume";
import { PlannedChange, Terraform } from "../../tools/terraform";
import { emptyDist } from "../../tools/project";
import { Aws, writeAwsCommand } from "../../tools/aws";
import { SignIn } from "../../tools/sign-in";
import { Emulator, startEmulator } from "../../emulator";
import { hostedZones } from "../../tools/environments";
import { EnvironmentDefinition, checkEnvironment } from "../../environments/definition";
import { createStack, stackNamed } from "../../stacks";
import { FIXTURES } from "../fixtures";
import production from "../fixtures/environments/production";
import { productionRoles } from "./roles";

const HOME = "us-east-1";
const AWAY = "us-west-2";
const REPLICA = "nimbus-production-replica";
const PROMOTE = `-var=promote=${REPLICA}`;

const stated = production.recovery!;

/** Production with a replica, and with no more than its ownership is about. */
const change: Partial<EnvironmentDefinition> = {
  network: { ...production.network, zones: ["us-east-1a", "us-east-1b"], nat: "single" },
  recovery: {
    ...stated,
    objectives: { rpo: 300, rto: 3600 },
    network: { ...stated.network, zones: ["us-west-2a", "us-west-2b"], nat: "single" },
    database: { mechanism: "replica" },
  },
  // What is destroyed here is not protected otherwise.
  loadBalancer: { deletionProtection: false },
  cache: undefined,
  storage: undefined,
  secrets: undefined,
  registry: undefined,
  firewall: undefined,
  services: {
    web: {
      image: "public.ecr.aws/docker/library/nginx:1.29",
      cpu: 256,
      memory: 512,
      port: 8080,
      uses: { database: {} },
      routing: { priority: 1, paths: ["/*"] },
    },
  },
};

type Name = "primary" | "standby" | "edge" | "dr";

/** A read replica from the first deployment to the last destruction: whose it is, and that it is never lost. */
describe("a read replica", () => {
  const folder = emptyDist("emulator-tests/replica");
  let emulator: Emulator;
  let roles: SignIn;
  let aws: Aws;
  let recovering: Aws | undefined;
  let stacks: Readonly<Record<Name, Terraform>>;

  interface Described {
    readonly DBInstanceIdentifier: string;
    readonly DBInstanceStatus: string;
    readonly DeletionProtection: boolean;
    readonly ReadReplicaSourceDBInstanceIdentifier?: string;
    readonly BackupRetentionPeriod: number;
  }
  const database = async (region = AWAY, name = REPLICA): Promise<Described | undefined> => {
    const { DBInstances } = await aws.ask<{ DBInstances: Described[] }>({
      service: "rds",
      operation: "DescribeDBInstances",
      region,
    });
    return DBInstances.find(({ DBInstanceIdentifier }) => DBInstanceIdentifier === name);
  };
  const tasks = async (): Promise<number> => {
    const { services } = await aws.ask<{ services: { desiredCount: number }[] }>({
      service: "ecs",
      operation: "DescribeServices",
      region: AWAY,
      parameters: { cluster: "nimbus-production-dr", services: ["web"] },
    });
    return services[0].desiredCount;
  };
  const deployDr = (...more: string[]) =>
    stacks.dr.run(["apply", "-no-color", "-input=false", "-auto-approve", ...more]);
  const asked = async (since: number, operation: string) =>
    (await emulator.requests(since)).filter((one) => one.operation === operation && one.status === 200).length;

  /** Promotes, and kills the run once AWS has been asked for something. */
  const endAmid = async (operation: string, since: number): Promise<RunResult> => {
    let group = 0;
    const { directory } = stacks.dr;
    const env = { ...(await roles.as("recover", "dr")) };
    const running = new Terraform(directory, { env, onStart: (pid) => (group = pid) }).run([
      ...["apply", "-no-color", "-input=false", "-auto-approve"],
      PROMOTE,
    ]);
    while ((await asked(since, operation)) === 0) await sleep(300);
    process.kill(-group, "SIGKILL");
    return running;
  };

  beforeAll(async () => {
    emulator = await startEmulator({ hostedZones: hostedZones(["production"], FIXTURES) });
    aws = new Aws(emulator.env);
    roles = await productionRoles("emulator-tests/replica-roles", emulator, change);
    const environment = checkEnvironment("production", { ...production, ...change });
    const outdir = join(folder, "cdktf.out");
    const app = new App({ outdir });
    const names: Name[] = ["primary", "standby", "edge", "dr"];
    for (const name of names) createStack(app, name, environment);
    app.synth();
    const bin = join(folder, "bin");
    writeAwsCommand(bin);
    const made = await Promise.all(
      names.map(async (name) => {
        const env = { ...(await roles.as(stackNamed(name).role, name)), PATH: `${bin}:${process.env.PATH}` };
        const log = join(folder, `terraform.${name}.log`);
        return [name, new Terraform(join(outdir, "stacks", name), { env, log })] as const;
      }),
    );
    stacks = Object.fromEntries(made) as Record<Name, Terraform>;
    await aws.ask({
      service: "iam",
      operation: "CreateServiceLinkedRole",
      region: HOME,
      parameters: { AWSServiceName: "ecs.application-autoscaling.amazonaws.com" },
    });
    for (const name of ["primary", "standby", "edge"] as const) {
      await stacks[name].init();
      await stacks[name].apply();
    }
    await stacks.dr.init();
  });

  afterAll(async () => {
    aws?.close();
    recovering?.close();
    roles?.close();
    await emulator?.stop();
  });

  test("stands in the recovery region in peace, with backups, and is the standby's", async () => {
    expect(await database()).toMatchObject({
      ReadReplicaSourceDBInstanceIdentifier: `arn:aws:rds:${HOME}:123456789012:db:nimbus-production`,
      DeletionProtection: false,
      BackupRetentionPeriod: 14,
    });
    expect(await stacks.standby.plan()).toEqual([]);
  });

  describe("while the primary region is lost", () => {
    let since: number;
    beforeAll(async () => {
      since = await emulator.outage({ region: HOME, mode: "drop" });
    });

    test("is prepared, and not promoted, by the first command: no task works on it", async () => {
      expect(await deployDr()).toMatchObject({ status: 0 });
      expect(await asked(since, "PromoteReadReplica")).toBe(0);
      expect((await database())?.ReadReplicaSourceDBInstanceIdentifier).toBeDefined();
      expect(await tasks()).toBe(0);
    });

    test("stays as it is where another command is typed: prepared twice, another name, another copy", async () => {
      expect(await stacks.dr.plan()).toEqual([]);
      const other = await deployDr("-var=promote=nimbus-production-dr");
      expect(other.stderr.replace(/\s+/g, " ")).toContain(`promote must be ${REPLICA}`);
      const backups = await deployDr("-var=restore_time=2026-11-21T08:00:00Z");
      expect(backups.stderr.replace(/\s+/g, " ")).toContain(`${REPLICA} is prepared as the database already`);
      expect(await asked(since, "PromoteReadReplica")).toBe(0);
    });

    test("is promoted by the second, also where that is killed in the middle and typed again: once, and protected", async () => {
      const killed = await endAmid("PromoteReadReplica", since);
      expect(killed.status).toBeNull();
      const locked = await deployDr(PROMOTE);
      const id = /ID: +([0-9a-f-]{36})/.exec(locked.stderr)?.[1] ?? "none";
      await resume(stacks.dr, id);
      let again = await deployDr(PROMOTE);
      // RDS lets nothing be changed of what it is promoting: the error names the command that waits.
      while (/aws rds wait db-instance-available/.test(again.stderr)) {
        await sleep(5000);
        again = await deployDr(PROMOTE);
      }
      expect(again).toMatchObject({ status: 0, stdout: expect.stringMatching(/ 0 destroyed/) as string });
      expect(await asked(since, "PromoteReadReplica")).toBe(1);
      const promoted = await database();
      expect(promoted?.ReadReplicaSourceDBInstanceIdentifier).toBeUndefined();
      expect(promoted).toMatchObject({ DeletionProtection: true, BackupRetentionPeriod: 14 });
      expect((await stacks.dr.outputs()).restored.value).toMatchObject({ kind: "replica" });
    });

    test("and typing either again changes nothing", async () => {
      expect(await stacks.dr.run(["plan", "-no-color", "-input=false", "-detailed-exitcode"])).toMatchObject({
        status: 0,
      });
      expect(await stacks.dr.run(["plan", "-no-color", "-input=false", "-detailed-exitcode", PROMOTE])).toMatchObject({
        status: 0,
      });
    });

    test("without a request to the primary region", async () => {
      const requests = await emulator.requests(since);
      expect(requests.filter(({ region, home }) => region === HOME || home === HOME)).toEqual([]);
      expect(requests.filter(({ denied }) => denied)).toEqual([]);
    });
  });

  describe("once it is promoted", () => {
    beforeAll(() => emulator.restore());

    test.each(["primary", "standby", "edge"] as const)("leaves the plan of %s empty", async (name) => {
      expect(await stacks[name].plan()).toEqual<PlannedChange[]>([]);
    });

    test("lets the role that recovers stop the services of the primary region, and nothing else there", async () => {
      recovering = new Aws(await roles.as("recover", "fence"));
      const ask = (service: string, operation: string, parameters: object) =>
        (recovering as Aws).ask({ service, operation, region: HOME, parameters });
      const web = { ServiceNamespace: "ecs", ResourceId: "service/nimbus-production/web" };
      const dimension = { ScalableDimension: "ecs:service:DesiredCount", MinCapacity: 0, MaxCapacity: 0 };
      await ask("application-autoscaling", "RegisterScalableTarget", { ...web, ...dimension });
      await ask("ecs", "UpdateService", { cluster: "nimbus-production", service: "web", desiredCount: 0 });
      await expect(ask("rds", "DeleteDBInstance", { DBInstanceIdentifier: "nimbus-production" })).rejects.toThrow(
        /AccessDenied|not authorized/,
      );
    });

    test("outlives the destruction of edge", async () => {
      await stacks.edge.destroy();
      expect(await database()).toMatchObject({ DBInstanceStatus: "available" });
    });

    test("refuses the destruction of standby before anything is destroyed: it stands in what that has made", async () => {
      const since = (await emulator.requests()).length;
      await expect(stacks.standby.destroy()).rejects.toThrow(/REFUSED, and nothing was destroyed: .*was promoted/s);
      const writes = (await emulator.requests(since)).filter(({ operation }) => /^(Delete|Modify)/.test(operation));
      expect(writes.filter(({ service }) => service !== "s3")).toEqual([]);
      expect(await database()).toMatchObject({ DBInstanceStatus: "available" });
    });

    test("outlives the destruction of primary, of which it was made", async () => {
      const name = { DBInstanceIdentifier: "nimbus-production", DeletionProtection: false, ApplyImmediately: true };
      await aws.ask({ service: "rds", operation: "ModifyDBInstance", region: HOME, parameters: name });
      await stacks.primary.destroy();
      expect(await database(HOME, "nimbus-production")).toBeUndefined();
      expect(await database()).toMatchObject({ DBInstanceStatus: "available", DeletionProtection: true });
    });
  });
});
