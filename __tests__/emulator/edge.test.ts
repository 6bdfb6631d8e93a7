import { App } from "cdktf";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT, emptyDist } from "../../tools/project";
import { Terraform, pinProvider } from "../../tools/terraform";
import { EdgeStack } from "../../stacks/edge";
import { Emulator, startEmulator } from "../../emulator";
import { EnvironmentDefinition, checkEnvironment } from "../../environments/definition";
import { hostedZones } from "../../tools/environments";
import { FIXTURES } from "../fixtures";
import production from "../fixtures/environments/production";
import { recovery } from "../environments/recovery";
import { SignIn } from "../../tools/sign-in";
import { destructive } from "./plain-root";
import { productionRoles } from "./roles";

/** The edge stack of production with a recovery region: both load balancers are there, made by somebody else. */
describe("the edge stack over two regions", () => {
  const folder = emptyDist("emulator-tests/edge");
  const root = join(folder, "two-regions");
  let emulator: Emulator;
  let roles: SignIn;
  let regions: Terraform;
  let edge: Terraform;

  /** Writes the stack as the app does, where Terraform was initialized before. */
  const synthesize = (change: Partial<EnvironmentDefinition>): string => {
    const environment = checkEnvironment("production", {
      ...production,
      state: undefined,
      deployment: undefined,
      recovery: undefined,
      ...change,
    });
    if (!environment.names) throw new Error("production has no names");
    const app = new App({ outdir: join(folder, "cdktf.out") });
    new EdgeStack(app, { name: "edge", home: "global" }, environment);
    app.synth();
    return join(folder, "cdktf.out", "stacks", "edge");
  };

  /** States the variables of the root that makes what is found. */
  const tell = (change: Record<string, string> = {}): void =>
    writeFileSync(join(root, "terraform.tfvars.json"), JSON.stringify({ name: "nimbus-production", ...change }));

  beforeAll(async () => {
    emulator = await startEmulator({ hostedZones: hostedZones(["production"], FIXTURES) });
    cpSync(join(PROJECT, "__tests__", "emulator", "roots", "two-regions"), root, { recursive: true });
    cpSync(join(PROJECT, "terraform", "latch"), join(root, "terraform", "latch"), { recursive: true });
    tell();
    pinProvider(root);
    regions = new Terraform(root, { env: emulator.env, log: join(folder, "two-regions.log") });
    await regions.init();
    await regions.apply();
    roles = await productionRoles("emulator-tests/edge-roles", emulator);
    edge = new Terraform(synthesize({}), { env: await roles.as("deploy", "edge"), log: join(folder, "edge.log") });
    await edge.init();
  });

  afterAll(async () => {
    roles?.close();
    await emulator?.stop();
  });

  test("makes simple names for one region, and the second plan is empty", async () => {
    await edge.apply();
    expect(await edge.plan()).toEqual([]);
  });

  test("makes them pairs when a recovery region is stated, and loses no record on the way", async () => {
    synthesize({ recovery });
    expect(destructive(await edge.plan())).toEqual([]);
    await edge.apply();
    expect(await edge.plan()).toEqual([]);
  });

  test("reads the latch's alarm again when it watches another metric, and changes nothing else", async () => {
    tell({ namespace: "Nimbus/Recovery" });
    await regions.apply();
    expect(await edge.plan()).toEqual([{ address: "aws_route53_health_check.names_latch[0]", action: "update" }]);
    await edge.apply();
    expect(await edge.plan()).toEqual([]);
  });

  test("is destroyed", async () => {
    await edge.destroy();
    expect(await edge.outputs()).toEqual({});
  });
});
