import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { RunResult, run } from "../../tools/process";
import { Environment, PACKAGE, emptyDist } from "../../tools/project";
import { Emulator, startEmulator } from "../../emulator";
import { hostedZones } from "../../tools/environments";
import { FIXTURES } from "../fixtures";
import { Mirrors, startMirrors } from "./mirrors";

/**
 * `npx cdktf deploy primary` as an operator types it, in a shell with what `npm run emulator` prints, who cannot reach
 * Terraform's registry and has a CLI configuration that names a mirror.
 */
describe("cdktf deploy primary", () => {
  const folder = emptyDist("emulator-tests/operator");
  let emulator: Emulator;
  let mirrors: Mirrors;

  const deploy = (mirror: Environment): Promise<RunResult> =>
    run(
      process.execPath,
      [
        join(PACKAGE, "node_modules", "cdktf-cli", "bundle", "bin", "cdktf"),
        ...["deploy", "primary", "--auto-approve", "--output", join(folder, "cdktf.out")],
      ],
      {
        cwd: FIXTURES,
        env: {
          ...mirror,
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
    mirrors = await startMirrors(emptyDist("emulator-tests/operator-mirrors"));
  });

  afterAll(async () => {
    mirrors?.stop();
    await emulator?.stop();
  });

  test("deploys, with the provider of a filesystem_mirror, and shows the outputs", async () => {
    const result = await deploy(mirrors.filesystem);
    expect({ status: result.status, stderr: result.stderr }).toMatchObject({ status: 0 });
    expect(result.stdout).toContain("cluster_name = nimbus-development");
  });

  test("keeps the state where it says, under the names of the environment and the stack", () => {
    expect(existsSync(join(folder, "terraform.development.primary.tfstate"))).toBe(true);
    expect(existsSync(join(FIXTURES, "terraform.development.primary.tfstate"))).toBe(false);
  });

  test("finds nothing to do the second time, on a machine that has a network_mirror", async () => {
    rmSync(join(folder, "cdktf.out"), { recursive: true });
    expect((await deploy(mirrors.network)).stdout).toMatch(/No changes|0 added, 0 changed, 0 destroyed/);
    expect(mirrors.asked).toContain("/registry.terraform.io/hashicorp/aws/5.100.0.json");
  });
});
