import { App } from "cdktf";
import { DrStack } from "../dr";
import { Environment } from "../environments/definition";
import { LIFELINE_TYPES } from "../promises/rules/lifeline-types";
import { Stack } from "../kernel";
import { StackDefinition, StackTable } from "../wiring/stack-definition";
import { BootstrapStack, needsBootstrap } from "./bootstrap";
import { EdgeStack } from "./edge";
import { PrimaryStack } from "./primary";
import { StandbyStack } from "./standby";

const hasRecovery = ({ recovery }: Environment): boolean => recovery !== undefined;

/**
 * The stacks, in the order in which they are deployed. main.ts, `npm start`, the rules, the policy of the recover role, the
 * scan and the drill all read this table, so a stack that is added here is made, judged and deployed.
 */
export const STACKS: StackTable = [
  {
    name: "bootstrap",
    home: "primary",
    otherRegions: { regions: ["primary", "recovery", "global"], types: "all", reason: "what both regions need" },
    deployed: "once",
    role: "administrator",
    after: [],
    // The buckets of states, and the roles that deploy the others. S3 takes a minute to say what the buckets' lifecycle rules
    // are, and no stack waits for that.
    lookedUp: [/^aws_s3_bucket(?!_lifecycle)/, /^aws_iam_/],
    exists: needsBootstrap,
    stack: BootstrapStack,
  },
  {
    name: "primary",
    home: "primary",
    otherRegions: {
      regions: ["recovery"],
      types: LIFELINE_TYPES,
      reason: "a lifeline (promises/rules/lifeline-types.ts)",
    },
    deployed: "peace",
    role: "deploy",
    after: ["bootstrap"],
    lookedUp: [/^aws_lb\.load_balancer$/, /^aws_ssm_parameter\.lifelines_manifest$/],
    exists: () => true,
    stack: PrimaryStack,
  },
  {
    name: "standby",
    home: "recovery",
    deployed: "peace",
    role: "deploy",
    after: ["bootstrap", "primary"],
    lookedUp: [/^aws_lb\.load_balancer$/, /^aws_ssm_parameter\.manifest$/],
    exists: hasRecovery,
    stack: StandbyStack,
  },
  {
    name: "edge",
    home: "global",
    otherRegions: {
      regions: ["primary", "recovery"],
      types: { data: new Set(["aws_lb", "aws_ssm_parameter"]) },
      reason: "looking up a load balancer, or the standby's parameter about it,",
    },
    deployed: "peace",
    role: "deploy",
    after: ["bootstrap", "primary", "standby"],
    lookedUp: [],
    exists: ({ names }) => names !== undefined,
    stack: EdgeStack,
  },
  {
    name: "dr",
    home: "recovery",
    deployed: "incident",
    role: "recover",
    after: ["standby"],
    lookedUp: [],
    exists: hasRecovery,
    stack: DrStack,
  },
  {
    name: "restore-test",
    home: "recovery",
    deployed: "incident",
    rehearsal: true,
    role: "recover",
    after: ["standby"],
    lookedUp: [],
    exists: hasRecovery,
    stack: DrStack,
  },
];

/**
 * Makes a stack of an environment.
 *
 * @throws InvalidInput when a module refuses its inputs: what the environment's own checks could not see.
 */
export function createStack(app: App, name: string, environment: Environment): Stack {
  const definition = stackNamed(name);
  return new definition.stack(app, definition, environment, STACKS);
}

/** The line of the table for a stack. */
export function stackNamed(name: string): StackDefinition {
  const definition = STACKS.find((one) => one.name === name);
  if (!definition) throw new Error(`there is no stack ${name}; there are ${STACKS.map((one) => one.name).join(", ")}`);
  return definition;
}
