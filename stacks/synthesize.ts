import { Annotations, App } from "cdktf";
import { Environment } from "../environments/definition";
import { InvalidInput, Stack, describeProblems } from "../kernel";
import { checkStacks, describeRuleProblem, readStacks } from "../promises/rules";
import { applyOverrides } from "../wiring/overrides";
import { Refusals } from "../wiring/refusals";
import { stacksOf } from "../wiring/stack-definition";
import { STACKS, createStack } from ".";
import { refuseInPeace } from "./peace";

/**
 * Makes the stacks of the table that the environment has, and writes them to the app's folder.
 *
 * @param remarks to show beside them
 * @throws InvalidInput with everything that is wrong with them: what modules refuse, overrides, rules. Objectives that
 * cannot be met, and collisions with other environments, refuse no synthesis: see {@link refuseInPeace}
 */
export function synthesizeStacks(app: App, environment: Environment, remarks: readonly string[] = []): void {
  const refusals = new Refusals(app);
  const stacks = stacksOf(STACKS, environment).flatMap(
    ({ name }) => refusals.attemptStack(name, () => createStack(app, name, environment)) ?? [],
  );
  refusals.attempt(() => layOverrides(stacks, environment));
  remark(app, environment.warnings, remarks);
  refuseInPeace(stacks, environment);
  app.synth();
  refusals.attempt(() => checkRules(environment, app.outdir));
  refusals.throwAny(environment.file);
}

/** Says once what cdktf shows beside a stack, with the stack that each environment has. */
function remark(app: App, warnings: readonly string[], remarks: readonly string[]): void {
  const primary = app.node.tryFindChild("primary");
  if (!primary) return;
  for (const warning of warnings) Annotations.of(primary).addWarning(warning);
  for (const remark of remarks) Annotations.of(primary).addInfo(remark);
}

/** @throws InvalidInput when an override names what there is not, or weakens what it may not. */
function layOverrides(stacks: readonly Stack[], environment: Environment): void {
  const problems = applyOverrides(stacks, environment);
  if (problems.length > 0) throw new InvalidInput(describeProblems(`${environment.file}: invalid overrides`, problems));
}

/** @throws InvalidInput when a stack breaks a rule of the stacks, such as an IAM role in dr: see promises/rules. */
function checkRules(environment: Environment, outdir: string): void {
  const problems = checkStacks(readStacks(outdir), { environment, table: STACKS });
  if (problems.length === 0) return;
  const lines = problems.map((problem) => `  - ${describeRuleProblem(problem)}`);
  throw new InvalidInput(`${environment.file}: the stacks break the rules of recovery\n${lines.join("\n")}`);
}
