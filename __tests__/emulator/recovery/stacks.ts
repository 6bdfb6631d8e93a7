import { App } from "cdktf";
import { join } from "node:path";
import { Terraform } from "../../../tools/terraform";
import { DrStack } from "../../../dr";
import { StandbyStack } from "../../../stacks/standby";
import { Emulator } from "../../../emulator";
import { EnvironmentDefinition, checkEnvironment } from "../../../environments/definition";
import production from "../../fixtures/environments/production";

/** The stacks of production's recovery region. */
export type StackName = "standby" | "dr" | "restore-test";

/** Writes the stacks as the app does, and gives a Terraform for each: not initialized. */
export function recoveryStacks(
  folder: string,
  emulator: Emulator,
  change: Partial<EnvironmentDefinition> = {},
): Readonly<Record<StackName, Terraform>> {
  const environment = checkEnvironment("production", { ...production, ...change });
  const stated = environment.recovery;
  if (!stated) throw new Error("production has no recovery region");
  const outdir = join(folder, "cdktf.out");
  const app = new App({ outdir });
  new StandbyStack(app, { name: "standby", home: "recovery" }, environment);
  new DrStack(app, { name: "dr", home: "recovery" }, environment);
  new DrStack(app, { name: "restore-test", home: "recovery", rehearsal: true }, environment);
  app.synth();
  const terraform = (name: StackName): Terraform =>
    new Terraform(join(outdir, "stacks", name), { env: emulator.env, log: join(folder, `terraform.${name}.log`) });
  return { standby: terraform("standby"), dr: terraform("dr"), "restore-test": terraform("restore-test") };
}
