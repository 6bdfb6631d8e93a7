import { DataAwsPartition } from "@cdktf/provider-aws/lib/data-aws-partition";
import { Annotations } from "cdktf";
import { Environment } from "../environments/definition";
import { Problem, Stack, describeProblems, local, tf } from "../kernel";
import { ObjectivesReport, checkObjectives } from "../promises/objectives";
import { recoverySettings } from "../promises/objectives/of-environment";
import { StackJson } from "../promises/stack-json/elements";
import { stackNamed } from ".";

/**
 * Refuses in peace what must stop nobody in an incident: objectives that cannot be met, and what an environment has in common
 * with another. cdktf synthesizes all stacks whichever is deployed, so that synthesis cannot refuse it: the plan of each stack
 * that is deployed in peace does, before it makes anything, and all others warn of it.
 *
 * @param stacks of the environment, before they are written
 */
export function refuseInPeace(stacks: readonly Stack[], environment: Environment): void {
  const { file, collisions } = environment;
  const dr = stacks.find(({ node }) => node.id === "dr");
  const report = dr && objectivesOf(dr, environment);
  if (dr) for (const line of report?.summary ?? []) Annotations.of(dr).addInfo(line);
  const problems = [
    ...described(`${file}: invalid environment`, collisions),
    ...described(`${file}: the recovery objectives cannot be met`, report?.problems ?? []),
  ];
  if (!dr || problems.length === 0) return;
  for (const problem of problems) Annotations.of(dr).addWarning(`${problem}\n${GOES_ON}`);
  for (const stack of stacks) if (stackNamed(stack.node.id).deployed !== "incident") refusePlans(stack, problems);
}

const GOES_ON =
  "dr is not refused for it: an incident is no time to settle this. The stacks that are deployed in peace refuse their plans until it is settled.";

const described = (title: string, problems: readonly Problem[]): string[] =>
  problems.length === 0 ? [] : [describeProblems(title, problems)];

/** What is lost with the primary region and how long recovery takes, as the dr stack would go about it. */
function objectivesOf(dr: Stack, environment: Environment): ObjectivesReport | undefined {
  const { recovery } = environment;
  return (
    recovery &&
    checkObjectives({
      objectives: recovery.objectives,
      settings: recoverySettings(environment, recovery),
      stack: { name: dr.node.id, json: dr.toTerraform() as StackJson["json"] },
    })
  );
}

/** A data source that asks nobody: Terraform looks at its condition while it plans, whatever the plan is about. */
function refusePlans(stack: Stack, problems: readonly string[]): void {
  const open = local(stack, "to_be_settled", tf`${problems.join("\n")}`);
  new DataAwsPartition(stack, "settled", {
    lifecycle: {
      precondition: [{ condition: tf<never>`${open} == ""`, errorMessage: `${tf`${open}`}\nNothing was made.` }],
    },
  });
}
