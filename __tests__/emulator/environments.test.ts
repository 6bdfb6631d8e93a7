import { dist, emptyDist } from "../../tools/project";
import { STACKS } from "../../stacks";
import { synthesize } from "../../tools/synthesis";
import { chosenStacks } from "../../wiring/stack-definition";
import { Terraform } from "../../tools/terraform";
import { Emulator, startEmulator } from "../../emulator";
import { hostedZones } from "../../tools/environments";
import { FIXTURES } from "../fixtures";
import { secretValue } from "./aws-api";

/** Environments as small as `npm start` does not build one by itself, as cdktf synthesizes them: all stacks, in their order. */
describe.each(["development", "staging"])("the environment %s", (environment) => {
  let emulator: Emulator;
  let stacks: Terraform[];

  beforeAll(async () => {
    const folder = emptyDist(`emulator-tests/${environment}`);
    emulator = await startEmulator({ hostedZones: hostedZones([environment], FIXTURES) });
    const synthesized = await synthesize(environment, `${folder}/cdktf.out`, undefined, FIXTURES);
    stacks = chosenStacks(STACKS, synthesized, ({ deployed }) => deployed !== "incident").map(
      ({ name, directory }) =>
        new Terraform(directory, {
          env: emulator.env,
          log: dist("emulator-tests", environment, `terraform.${name}.log`),
        }),
    );
  });

  afterAll(() => emulator?.stop());

  test("is deployed, and the second plan of each stack is empty", async () => {
    for (const terraform of stacks) {
      await terraform.init();
      await terraform.apply();
    }
    for (const terraform of stacks) expect(await terraform.plan()).toEqual([]);
  });

  test("leaves no password and no secret in a plan or in a state", async () => {
    const masterUser = await secretValue(emulator, `nimbus-${environment}/master-user`);
    const { password } = JSON.parse(masterUser) as { password: string };
    const secrets = [password, await secretValue(emulator, `nimbus-${environment}/nextauth-secret`)];
    for (const terraform of stacks) {
      const planFile = dist("emulator-tests", environment, "again.tfplan");
      await terraform.plan(planFile);
      const plan = JSON.stringify(await terraform.showPlan(planFile));
      const state = (await terraform.run(["state", "pull"])).stdout;
      for (const secret of secrets) {
        expect(secret.length).toBeGreaterThan(15);
        expect(plan).not.toContain(secret);
        expect(state).not.toContain(secret);
      }
    }
  });

  if (environment === "development") {
    test("is destroyed without another step, as it promises", async () => {
      for (const terraform of [...stacks].reverse()) {
        await terraform.destroy();
        expect(await terraform.outputs()).toEqual({});
      }
    });
  }
});
