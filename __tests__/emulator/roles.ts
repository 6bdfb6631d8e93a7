import { App } from "cdktf";
import { join } from "node:path";
import { Emulator } from "../../emulator";
import { EnvironmentDefinition, checkEnvironment } from "../../environments/definition";
import { STACKS, stackNamed } from "../../stacks";
import { BootstrapStack } from "../../stacks/bootstrap";
import { emptyDist, readJson } from "../../tools/project";
import { SignIn } from "../../tools/sign-in";
import { Terraform } from "../../tools/terraform";
import production from "../fixtures/environments/production";

/**
 * The roles of production, and the buckets of its states: made by an administrator with the bootstrap stack, of which only
 * that is made what other stacks need, since S3 takes a minute for the rest.
 *
 * @param folder below dist/ for the stack and its state
 * @returns who signs in as one of them; to be closed
 */
export async function productionRoles(
  folder: string,
  emulator: Emulator,
  change: Partial<EnvironmentDefinition> = {},
): Promise<SignIn> {
  const environment = checkEnvironment("production", { ...production, ...change });
  const directory = emptyDist(folder);
  const app = new App({ outdir: join(directory, "cdktf.out") });
  new BootstrapStack(app, { name: "bootstrap", home: "primary" }, environment, STACKS);
  app.synth();
  const stack = join(directory, "cdktf.out", "stacks", "bootstrap");
  const { resource } = readJson<{ resource: Record<string, Record<string, unknown>> }>(join(stack, "cdk.tf.json"));
  const addresses = Object.entries(resource).flatMap(([type, named]) =>
    Object.keys(named).map((one) => `${type}.${one}`),
  );
  const needed = addresses.filter((one) => stackNamed("bootstrap").lookedUp.some((pattern) => pattern.test(one)));
  const signIn = new SignIn(emulator.env, environment);
  await signIn.prepare();
  const terraform = new Terraform(stack, { env: emulator.env, log: join(directory, "terraform.bootstrap.log") });
  await terraform.init();
  await terraform.apply(undefined, undefined, needed);
  return signIn;
}
