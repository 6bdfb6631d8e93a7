import { App } from "cdktf";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT, emptyDist } from "../../tools/project";
import { Terraform, pinProvider } from "../../tools/terraform";
import { DrilledLatch } from "../../drill/latch";
import { Names } from "../../drill/names";
import { servingRegionParameter } from "../../recovery/parameters";
import { Aws } from "../../tools/aws";
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
  let aws: Aws;

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
    aws = new Aws(emulator.env);
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
    aws?.close();
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

  describe("leads names by what is decided", () => {
    let names: Names;
    let latch: DrilledLatch;
    let target: { readonly TargetGroupArn: string; readonly Targets: object[] };

    /** Where the name leads while us-east-1 answers or not, and the other region has healthy targets or not. */
    const answers = async (lost: readonly string[], away: boolean): Promise<string> => {
      const surroundings = { lost, serving: { "us-east-1": true, "us-west-2": away }, latch: await latch.look() };
      const regions = { primaryRegion: "us-east-1", recoveryRegion: "us-west-2" };
      const [{ answer }] = names.answers("now", { ...surroundings, ...regions });
      return answer;
    };
    const ask = (service: string, operation: string, parameters: object) =>
      aws.ask({ service, operation, region: "us-west-2", parameters });
    const decide = (Value: string) =>
      ask("ssm", "PutParameter", { Name: servingRegionParameter("nimbus-production"), Value, Overwrite: true });

    beforeAll(async () => {
      names = await Names.read(edge);
      latch = new DrilledLatch(aws, emulator, "us-west-2", "nimbus-production");
      const { target_group_arn } = await regions.outputs();
      target = { TargetGroupArn: String(target_group_arn.value), Targets: [{ Id: "10.51.0.10", Port: 3000 }] };
    });

    test("which is nothing before a target of the recovery region is healthy, even with us-east-1 lost", async () => {
      expect(await answers([], false)).toBe("us-east-1");
      expect(await answers(["us-east-1"], false)).toBe("us-east-1");
      expect(await latch.decision()).toBe("us-east-1");
    });

    test("which the latch does then, by itself and once", async () => {
      await ask("elbv2", "RegisterTargets", target);
      expect(await answers(["us-east-1"], true)).toBe("us-west-2");
      expect(await latch.decision()).toBe("us-west-2");
    });

    test("which neither the return of us-east-1 nor a minute without healthy targets changes", async () => {
      await ask("elbv2", "DeregisterTargets", target);
      expect(await answers([], true)).toBe("us-west-2");
      expect(await answers([], false)).toBe("us-west-2");
    });

    test("which AWS refuses for a region that is neither", async () => {
      await expect(decide("us-west2")).rejects.toThrow("allowedPattern");
      expect(await answers([], true)).toBe("us-west-2");
    });

    test("which a person decides back, and the latch leaves so without healthy targets", async () => {
      await decide("us-east-1");
      await latch.look();
      expect(await latch.decision()).toBe("us-east-1");
    });
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
