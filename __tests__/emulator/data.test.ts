import { join } from "node:path";
import { Terraform } from "../../tools/terraform";
import { Emulator, startEmulator } from "../../emulator";
import { secretValue } from "./aws-api";
import { PlainRoot } from "./plain-root";

/** The five modules of the data tier in a plain Terraform root, without cdktf: as a team without Node uses them. */

const DSN = "https://3f1a-given@sentry.example.com/7";

describe("a plain root of database, cache, storage, secrets and registry", () => {
  const root = new PlainRoot("data");
  let emulator: Emulator;
  let terraform: Terraform;

  beforeAll(async () => {
    emulator = await startEmulator();
    terraform = await root.terraform(emulator);
  });

  afterAll(() => emulator?.stop());

  test("is applied, and the second plan is empty", async () => {
    root.given({ sentry_dsn: DSN });
    await terraform.apply();
    expect(await terraform.plan()).toEqual([]);
  });

  test("leaves no password and no secret in the plan, in the state or among the outputs", async () => {
    const planFile = join(root.directory, "again.tfplan");
    await terraform.plan(planFile);
    const plan = JSON.stringify(await terraform.showPlan(planFile));
    const state = (await terraform.run(["state", "pull"])).stdout;
    const { password } = JSON.parse(await secretValue(emulator, "shop-production/master-user")) as { password: string };
    const generated = await secretValue(emulator, "shop-production/session-key");
    expect(await secretValue(emulator, "shop-production/sentry-dsn")).toBe(DSN);
    for (const secret of [password, generated, DSN]) {
      expect(secret.length).toBeGreaterThan(15);
      expect(plan).not.toContain(secret);
      expect(state).not.toContain(secret);
    }
  });

  test("is destroyed once the protection is taken away", async () => {
    root.given({ sentry_dsn: DSN, protected: false });
    await terraform.apply();
    await terraform.destroy();
    expect(await terraform.outputs()).toEqual({});
  });
});
