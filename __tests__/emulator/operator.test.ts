import { existsSync } from "node:fs";
import { join } from "node:path";
import { RunResult, run } from "../../tools/process";
import { PACKAGE, emptyDist } from "../../tools/project";
import { terraformEnvironment } from "../../tools/programs";
import { Emulator, startEmulator } from "../../emulator";
import { hostedZones } from "../../tools/environments";
import { FIXTURES } from "../fixtures";

/** `npx cdktf deploy primary` as an operator types it, in a shell with what `npm run emulator` prints. */
describe("cdktf deploy primary", () => {
  const folder = emptyDist("emulator-tests/operator");
  let emulator: Emulator;

  const deploy = (): Promise<RunResult> =>
    run(
      process.execPath,
      [
        join(PACKAGE, "node_modules", "cdktf-cli", "bundle", "bin", "cdktf"),
        ...["deploy", "primary", "--auto-approve", "--output", join(folder, "cdktf.out")],
        // The lock of the providers would ask the registry, which a host with an offline mirror cannot reach.
        "--skip-provider-lock",
      ],
      {
        cwd: FIXTURES,
        env: {
          ...terraformEnvironment(),
          ...emulator.env,
          CHECKPOINT_DISABLE: "1",
          CI: "true",
          ENVIRONMENT: "development",
        },
        timeoutSeconds: 600,
      },
    );

  beforeAll(async () => {
    emulator = await startEmulator({ hostedZones: hostedZones(["development"], FIXTURES) });
  });

  afterAll(() => emulator?.stop());

  test("deploys, and shows the outputs", async () => {
    const result = await deploy();
    expect({ status: result.status, stderr: result.stderr }).toMatchObject({ status: 0 });
    expect(result.stdout).toContain("cluster_name = nimbus-development");
  });

  test("keeps the state where it says, under the names of the environment and the stack", () => {
    expect(existsSync(join(folder, "terraform.development.primary.tfstate"))).toBe(true);
    expect(existsSync(join(FIXTURES, "terraform.development.primary.tfstate"))).toBe(false);
  });

  test("finds nothing to do the second time", async () => {
    expect((await deploy()).stdout).toMatch(/No changes|0 added, 0 changed, 0 destroyed/);
  });
});
