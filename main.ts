import { App } from "cdktf";
import { DrStack } from "./dr";
import { BootstrapStack, needsBootstrap } from "./stacks/bootstrap";
import { EdgeStack } from "./stacks/edge";
import { checkStacks, describeRuleProblem, readStacks } from "./promises/rules";
import { StandbyStack } from "./stacks/standby";
import { Environment, loadEnvironment } from "./environments/definition";
import { environmentNames } from "./environments/definition/files";
import { InvalidInput } from "./kernel";
import { PrimaryStack } from "./stacks/primary";

/** Which stacks exist. Nothing below reads `process.env`, the clock or the network. */
function main(): void {
  const environment = loadEnvironment(process.env.ENVIRONMENT ?? "production", environmentNames(process.cwd()));
  const app = new App();
  if (needsBootstrap(environment)) new BootstrapStack(app, "bootstrap", environment);
  new PrimaryStack(app, "primary", environment);
  const { recovery } = environment;
  if (recovery) {
    new StandbyStack(app, "standby", environment, recovery);
    new DrStack(app, "dr", environment, recovery);
    new DrStack(app, "restore-test", environment, recovery, { isTest: true });
  }
  if (environment.names) new EdgeStack(app, "edge", environment, environment.names);
  app.synth();
  checkRules(environment, app.outdir);
}

/** @throws InvalidInput when a stack breaks a rule of the stacks, such as an IAM role in dr: see dr/rules. */
function checkRules({ name, region, recovery }: Environment, outdir: string): void {
  const problems = checkStacks(readStacks(outdir), {
    primaryRegion: region,
    recoveryRegion: recovery?.region,
    disposable: recovery === undefined,
  });
  if (problems.length === 0) return;
  const lines = problems.map((problem) => `  - ${describeRuleProblem(problem)}`);
  throw new InvalidInput(`environment ${name}: the stacks break the rules of recovery\n${lines.join("\n")}`);
}

try {
  main();
} catch (error) {
  // What a person typed wrong needs no stack trace.
  if (!(error instanceof InvalidInput)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
