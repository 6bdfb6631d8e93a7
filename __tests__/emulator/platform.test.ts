import { Terraform } from "../../tools/terraform";
import { Emulator, startEmulator } from "../../emulator";
import { PlainRoot, destructive } from "./plain-root";

/** The published modules in a plain Terraform root, without cdktf: as a team without Node uses them. */

describe("a plain root of the four published modules", () => {
  const root = new PlainRoot("platform");
  let emulator: Emulator;
  let terraform: Terraform;

  beforeAll(async () => {
    emulator = await startEmulator();
    terraform = await root.terraform(emulator);
  });

  afterAll(() => emulator?.stop());

  test("is applied over two zones, and the second plan is empty", async () => {
    root.given({ zones: ["us-east-1a", "us-east-1b"] });
    await terraform.apply();
    expect(await terraform.plan()).toEqual([]);
  });

  test("gets a third zone without replacing or destroying anything", async () => {
    root.given({ zones: ["us-east-1c", "us-east-1a", "us-east-1b"] });
    expect(destructive(await terraform.plan())).toEqual([]);
    await terraform.apply();
    expect(await terraform.plan()).toEqual([]);
    const { private_subnet_ids_by_zone } = await terraform.outputs();
    expect(Object.keys(private_subnet_ids_by_zone.value as object)).toHaveLength(3);
  });

  test("deploys a new image without replacing the service", async () => {
    root.given({ zones: ["us-east-1c", "us-east-1a", "us-east-1b"], image_tag: "1.1.0" });
    const replaced = destructive(await terraform.plan()).map(({ address }) => address);
    expect(replaced.filter((address) => !address.includes("aws_ecs_task_definition"))).toEqual([]);
    await terraform.apply();
    expect(await terraform.plan()).toEqual([]);
  });

  test("refuses to be destroyed while the load balancer is protected", async () => {
    await expect(terraform.destroy()).rejects.toThrow(/deletion protection/i);
  });

  test("is destroyed once the protection is taken away", async () => {
    root.given({ zones: ["us-east-1c", "us-east-1a", "us-east-1b"], image_tag: "1.1.0", protected: false });
    await terraform.apply();
    await terraform.destroy();
    expect(await terraform.outputs()).toEqual({});
  });
});
