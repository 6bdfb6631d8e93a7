import { App } from "cdktf";
import { join } from "node:path";
import { Terraform } from "../../../tools/terraform";
import { DrStack } from "../../../dr";
import { StandbyStack } from "../../../stacks/standby";
import { SignIn } from "../../../tools/sign-in";
import { stackNamed } from "../../../stacks";
import { EnvironmentDefinition, checkEnvironment } from "../../../environments/definition";
import production from "../../fixtures/environments/production";

/** The stacks of production's recovery region. */
export type StackName = "standby" | "dr" | "restore-test";

/**
 * Writes the stacks as the app does, and gives a Terraform for each, as the role that deploys it: not initialized.
 *
 * @param roles who signs in as the roles of production
 */
export async function recoveryStacks(
  folder: string,
  roles: SignIn,
  change: Partial<EnvironmentDefinition> = {},
): Promise<Readonly<Record<StackName, Terraform>>> {
  const environment = checkEnvironment("production", { ...production, ...change });
  const stated = environment.recovery;
  if (!stated) throw new Error("production has no recovery region");
  const outdir = join(folder, "cdktf.out");
  const app = new App({ outdir });
  new StandbyStack(app, { name: "standby", home: "recovery" }, environment);
  new DrStack(app, { name: "dr", home: "recovery" }, environment);
  new DrStack(app, { name: "restore-test", home: "recovery", rehearsal: true }, environment);
  app.synth();
  const terraform = async (name: StackName): Promise<Terraform> =>
    new Terraform(join(outdir, "stacks", name), {
      env: await roles.as(stackNamed(name).role, name),
      log: join(folder, `terraform.${name}.log`),
    });
  return {
    standby: await terraform("standby"),
    dr: await terraform("dr"),
    "restore-test": await terraform("restore-test"),
  };
}
