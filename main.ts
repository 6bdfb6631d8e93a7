import { Annotations, App } from "cdktf";
import { Environment } from "./environments/definition";
import { InvalidInput } from "./kernel";
import { checkStacks, describeRuleProblem, readStacks } from "./promises/rules";
import { STACKS, createStack } from "./stacks";
import { loadEnvironment } from "./tools/environments";
import { stacksOf } from "./wiring/stack-definition";

/** Makes the stacks of the table that the environment has. Nothing below reads `process.env`, the clock or the network. */
function main(): void {
  const { environment, remarks } = loadEnvironment(process.env.ENVIRONMENT || "production");
  const app = new App();
  for (const { name } of stacksOf(STACKS, environment)) createStack(app, name, environment);
  const primary = app.node.findChild("primary");
  for (const warning of environment.warnings) Annotations.of(primary).addWarning(warning);
  for (const remark of remarks) Annotations.of(primary).addInfo(remark);
  app.synth();
  checkRules(environment, app.outdir);
}

/** @throws InvalidInput when a stack breaks a rule of the stacks, such as an IAM role in dr: see promises/rules. */
function checkRules(environment: Environment, outdir: string): void {
  const problems = checkStacks(readStacks(outdir), { environment, table: STACKS });
  if (problems.length === 0) return;
  const lines = problems.map((problem) => `  - ${describeRuleProblem(problem)}`);
  throw new InvalidInput(
    `environment ${environment.name}: the stacks break the rules of recovery\n${lines.join("\n")}`,
  );
}

try {
  main();
} catch (error) {
  // What a person typed wrong needs no stack trace.
  if (!(error instanceof InvalidInput)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
