import { dist, emptyDist } from "../../commands/project";
import { SynthesizedStack, synthesize } from "../../commands/synthesis";
import { Terraform } from "../../commands/terraform";
import { Emulator, startEmulator } from "../../emulator";
import { secretValue } from "./aws-api";

/** The environments that `npm start` does not build by itself, as cdktf synthesizes them. */

async function primaryOf(environment: string): Promise<SynthesizedStack> {
  const folder = emptyDist(`emulator-tests/${environment}`);
  const stacks = await synthesize(environment, `${folder}/cdktf.out`);
  return stacks.find(({ name }) => name === "primary") as SynthesizedStack;
}

describe.each(["development", "staging"])("the environment %s", (environment) => {
  let emulator: Emulator;
  let terraform: Terraform;

  beforeAll(async () => {
    const { directory } = await primaryOf(environment);
    emulator = await startEmulator();
    const log = dist("emulator-tests", environment, "terraform.log");
    terraform = new Terraform(directory, { env: emulator.env, log });
    await terraform.init();
  });

  afterAll(() => emulator?.stop());

  test("is deployed, and the second plan is empty", async () => {
    await terraform.apply();
    expect(await terraform.plan()).toEqual([]);
  });

  test("leaves no password and no secret in the plan or in the state", async () => {
    const planFile = dist("emulator-tests", environment, "again.tfplan");
    await terraform.plan(planFile);
    const plan = JSON.stringify(await terraform.showPlan(planFile));
    const state = (await terraform.run(["state", "pull"])).stdout;
    const masterUser = await secretValue(emulator, `nimbus-${environment}/master-user`);
    const { password } = JSON.parse(masterUser) as { password: string };
    for (const secret of [password, await secretValue(emulator, `nimbus-${environment}/nextauth-secret`)]) {
      expect(secret.length).toBeGreaterThan(15);
      expect(plan).not.toContain(secret);
      expect(state).not.toContain(secret);
    }
  });

  if (environment === "development") {
    test("is destroyed without another step, as it promises", async () => {
      await terraform.destroy();
      expect(await terraform.outputs()).toEqual({});
    });
  }
});
