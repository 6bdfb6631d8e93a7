import { App } from "cdktf";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dist, emptyDist } from "../../tools/project";
import { Terraform, pinProvider } from "../../tools/terraform";
import { Emulator, startEmulator } from "../../emulator";
import { Environment, checkEnvironment } from "../../environments/definition";
import { EnvironmentStack } from "../../wiring/environment-stack";
import production from "../fixtures/environments/production";
import { Network } from "../../modules/network";
import { COPIES, Contract, LIFELINES, Written, decode, parameterOf } from "../../recovery/contract";
import { DataTier } from "../../wiring/data-tier";
import { Lifelines } from "../../stacks/primary/lifelines";
import { recovery } from "../environments/recovery";
import { ask, askObject, credential, secretValue } from "./aws-api";
import { destructive } from "./plain-root";

/** The data tier of production and its lifelines, without what runs: applied, seen to copy, and destroyed again. */

const PREFIX = "nimbus-production";

class DataStack extends EnvironmentStack {
  constructor(app: App, environment: Environment, hasLifelines: boolean) {
    super(app, { name: "data", home: "primary" }, environment);
    const network = new Network(this, "network", { name: this.prefix, ...environment.network, nat: "none" });
    // As the primary stack has it with formerRecoveryRegion, too.
    const provider = this.createProvider(recovery.region, "recovery");
    if (!hasLifelines) {
      new DataTier(this, environment, this.prefix, network);
      return;
    }
    const lifelines = new Lifelines(this, environment, recovery, this.prefix, provider);
    const data = new DataTier(this, environment, this.prefix, network, lifelines);
    lifelines.connect(data);
  }
}

/** Production as it would be stated to be thrown away, which a file with `recovery` may not: the test destroys it. */
const environment: Environment = {
  ...checkEnvironment("production", {
    ...production,
    state: undefined,
    deployment: undefined,
    recovery,
    cache: undefined,
    services: {
      web: { ...production.services.web, uses: { database: {}, storage: { uploads: "read_write" } } },
    },
  }),
  database: { ...production.database!, deletionProtection: false, finalSnapshot: false, deleteAutomatedBackups: true },
  storage: { uploads: { forceDestroy: true } },
  secrets: { ...production.secrets!, deleteImmediately: true },
  registry: { ...production.registry!, forceDelete: true },
};

/** What was told in a parameter of the recovery region. */
async function told<C extends Contract>(emulator: Emulator, contract: C): Promise<Written<C>> {
  const answer = await ask<{ Parameter: { Value: string } }>(
    emulator,
    "ssm",
    "GetParameter",
    { Name: parameterOf(contract, PREFIX) },
    recovery.region,
  );
  return decode(contract, answer.Parameter.Value);
}

describe("the lifelines of production", () => {
  let emulator: Emulator;
  let terraform: Terraform;
  let directory: string;

  /** Makes the configuration of the runs that follow. */
  function synthesize(hasLifelines: boolean): void {
    const outdir = dist("emulator-tests", "lifelines", "cdktf.out");
    const app = new App({ outdir });
    new DataStack(app, environment, hasLifelines);
    app.synth();
    cpSync(join(outdir, "stacks", "data", "cdk.tf.json"), join(directory, "cdk.tf.json"));
  }

  beforeAll(async () => {
    const outdir = emptyDist("emulator-tests/lifelines");
    // The state of a stack without a bucket is three folders above it.
    directory = join(outdir, "run", "stacks", "data");
    mkdirSync(directory, { recursive: true });
    pinProvider(directory);
    emulator = await startEmulator();
    terraform = new Terraform(directory, {
      env: emulator.env,
      log: dist("emulator-tests", "lifelines", "terraform.log"),
    });
    synthesize(true);
    await terraform.init();
  });

  afterAll(() => emulator?.stop());

  test("are added to data that is there, and take none of it away", async () => {
    synthesize(false);
    await terraform.apply();
    synthesize(true);
    const changes = await terraform.plan();
    expect(changes).toContainEqual({ address: "aws_s3_bucket.lifelines_storage_uploads", action: "create" });
    expect(destructive(changes)).toEqual([]);
  });

  test("are applied, and the second plan is empty", async () => {
    await terraform.apply();
    expect(await terraform.plan()).toEqual([]);
  });

  test("say in the recovery region what is there", async () => {
    const manifest = await told(emulator, LIFELINES);
    expect(manifest).toMatchObject({
      primaryRegion: "us-east-1",
      kmsKeyArn: expect.stringMatching(/^arn:aws:kms:us-west-2:/) as string,
      database: {
        automatedBackupArn: expect.stringMatching(/^arn:aws:rds:us-west-2:123456789012:auto-backup:/) as string,
        secretArn: expect.stringMatching(
          /^arn:aws:secretsmanager:us-west-2:.*:nimbus-production\/master-user/,
        ) as string,
        identifier: PREFIX,
      },
      vaultName: PREFIX,
      buckets: { uploads: { name: "nimbus-production-uploads-123456789012-us-west-2" } },
      images: { web: "123456789012.dkr.ecr.us-west-2.amazonaws.com/nimbus-production/web:1.0.0" },
    });
    expect(Object.keys(manifest.secrets)).toEqual(["honeycomb-api-key", "nextauth-secret", "sentry-dsn"]);
    expect(await told(emulator, COPIES)).toMatchObject({ checkedAt: null });
  });

  test("copy a snapshot into the vault of the recovery region, with its key and the environment's tags", async () => {
    const { jobs } = (await emulator.control("POST", "backup", { region: "us-east-1", plan: PREFIX })) as {
      jobs: { copies: { vault: string; recovery_point?: string; error?: string }[] }[];
    };
    // One of each day and one of each Sunday.
    expect(jobs).toHaveLength(2);
    expect(jobs[0].copies).toEqual([
      expect.objectContaining({
        recovery_point: expect.stringMatching(/^arn:aws:rds:us-west-2:.*:snapshot:awsbackup:/),
      }),
    ]);
    const { kmsKeyArn } = await told(emulator, LIFELINES);
    const tagged = await ask<{ ResourceTagMappingList: { ResourceARN: string }[] }>(
      emulator,
      "tagging",
      "GetResources",
      {
        ResourceTypeFilters: ["rds:snapshot"],
        TagFilters: [
          { Key: "Application", Values: ["nimbus"] },
          { Key: "Environment", Values: ["production"] },
        ],
      },
      recovery.region,
    );
    expect(tagged.ResourceTagMappingList.map(({ ResourceARN }) => ResourceARN).sort()).toEqual(
      jobs.map(({ copies }) => copies[0].recovery_point).sort(),
    );
    const points = await fetch(`http://127.0.0.1:${emulator.port}/backup-vaults/${PREFIX}/recovery-points/`, {
      headers: { authorization: credential("backup", recovery.region) },
    });
    const encrypted = { EncryptionKeyArn: kmsKeyArn };
    expect(await points.json()).toMatchObject({ RecoveryPoints: [encrypted, encrypted] });
  });

  test("copy a new object to the recovery region", async () => {
    const [source, copy] = ["us-east-1", "us-west-2"].map((region) => `${PREFIX}-uploads-123456789012-${region}`);
    expect(await askObject(emulator, "PUT", source, "report.pdf")).toBe(200);
    expect(await askObject(emulator, "GET", copy, "report.pdf")).toBe(200);
  });

  test("leave the values of secrets in the recovery region, and none in the state", async () => {
    const here = await secretValue(emulator, `${PREFIX}/master-user`);
    expect(await secretValue(emulator, `${PREFIX}/master-user`, recovery.region)).toBe(here);
    const { password } = JSON.parse(here) as { password: string };
    expect((await terraform.run(["state", "pull"])).stdout).not.toContain(password);
  });

  test("have alarms in the recovery region only", async () => {
    const state = JSON.parse((await terraform.run(["state", "pull"])).stdout) as {
      resources: { type: string; instances: { attributes: { arn: string } }[] }[];
    };
    const alarms = state.resources
      .filter(({ type }) => type === "aws_cloudwatch_metric_alarm")
      .flatMap(({ instances }) => instances.map(({ attributes }) => attributes.arn));
    expect(alarms).toHaveLength(7);
    for (const arn of alarms) expect(arn).toMatch(/^arn:aws:cloudwatch:us-west-2:/);
  });

  test("need no second provider but for themselves", () => {
    const configuration = readFileSync(join(terraform.directory, "cdk.tf.json"), "utf8");
    expect(configuration.match(/"alias": "/g)).toHaveLength(1);
  });

  test("go without the data that they copy", async () => {
    synthesize(false);
    const lost = destructive(await terraform.plan());
    expect(lost.length).toBeGreaterThan(20);
    for (const { address } of lost) expect(address).toMatch(/\.(lifelines|backup)(_|\[|$)|_replication/);
    synthesize(true);
  });

  test("are destroyed", async () => {
    await terraform.destroy();
    expect((await terraform.run(["state", "list"])).stdout.trim()).toBe("");
  });
});
