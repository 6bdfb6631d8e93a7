import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../../commands/project";
import { PlannedChange, Terraform, pinProvider } from "../../commands/terraform";
import { Emulator, startEmulator } from "../../emulator";

/** The published modules in a plain Terraform root, without cdktf: as a team without Node uses them. */

const workspace = join(PROJECT, "dist", "emulator-tests", "platform");
const root = join(workspace, "examples", "platform");

const destructive = (changes: readonly PlannedChange[]): PlannedChange[] =>
  changes.filter(({ action }) => action === "delete" || action === "replace" || action === "remove");

describe("a plain root of the four published modules", () => {
  let emulator: Emulator;
  let terraform: Terraform;

  const given = (variables: object): void =>
    writeFileSync(join(root, "terraform.tfvars.json"), JSON.stringify(variables));

  beforeAll(async () => {
    rmSync(workspace, { recursive: true, force: true });
    mkdirSync(workspace, { recursive: true });
    for (const folder of ["examples/platform", "terraform"]) {
      cpSync(join(PROJECT, folder), join(workspace, folder), {
        recursive: true,
        filter: (path) => !/\.terraform(\/|$|\.)|tfstate/.test(path),
      });
    }
    pinProvider(root);
    emulator = await startEmulator();
    terraform = new Terraform(root, { env: emulator.env, log: join(workspace, "terraform.log") });
    await terraform.init();
  });

  afterAll(() => emulator?.stop());

  test("is applied over two zones, and the second plan is empty", async () => {
    given({ zones: ["us-east-1a", "us-east-1b"] });
    await terraform.apply();
    expect(await terraform.plan()).toEqual([]);
  });

  test("gets a third zone without replacing or destroying anything", async () => {
    given({ zones: ["us-east-1c", "us-east-1a", "us-east-1b"] });
    expect(destructive(await terraform.plan())).toEqual([]);
    await terraform.apply();
    expect(await terraform.plan()).toEqual([]);
    const { private_subnet_ids_by_zone } = await terraform.outputs();
    expect(Object.keys(private_subnet_ids_by_zone.value as object)).toHaveLength(3);
  });

  test("deploys a new image without replacing the service", async () => {
    given({ zones: ["us-east-1c", "us-east-1a", "us-east-1b"], image_tag: "1.1.0" });
    const replaced = destructive(await terraform.plan()).map(({ address }) => address);
    expect(replaced.filter((address) => !address.includes("aws_ecs_task_definition"))).toEqual([]);
    await terraform.apply();
    expect(await terraform.plan()).toEqual([]);
  });

  test("refuses to be destroyed while the load balancer is protected", async () => {
    await expect(terraform.destroy()).rejects.toThrow(/deletion protection/i);
  });

  test("is destroyed once the protection is taken away", async () => {
    given({ zones: ["us-east-1c", "us-east-1a", "us-east-1b"], image_tag: "1.1.0", protected: false });
    await terraform.apply();
    await terraform.destroy();
    expect(await terraform.outputs()).toEqual({});
  });
});
