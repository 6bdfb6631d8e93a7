import { StackJson, bodyOf, elementsOf } from "../stack-json/elements";
import { Rule, RuleProblem } from "./rule";

/** Data sources that read a state, or what another run left. */
const STATES: readonly string[] = ["terraform_remote_state", "tfe_outputs", "tfe_workspace_run"];

const FIX = "pass plain data, find it with a look-up of AWS, or read it from a parameter of the stack's own region";

/** No stack reads another one's state or waits for it: each can be deployed when nothing else can be reached. */
export const noSharedState: Rule = (stacks) =>
  stacks.flatMap((stack) =>
    [...readsState(stack), ...hands(stack), ...waits(stack)].map((finding) => ({
      stack: stack.name,
      fix: FIX,
      ...finding,
    })),
  );

type Finding = Omit<RuleProblem, "stack" | "fix">;

function readsState(stack: StackJson): Finding[] {
  return elementsOf(stack)
    .filter(({ type, body }) => STATES.includes(type) || (type.startsWith("aws_s3_object") && isState(body.key)))
    .map(({ address }) => ({ address, what: "it reads the state of another stack" }));
}

const isState = (key: unknown): boolean => typeof key === "string" && key.endsWith(".tfstate");

/** cdktf gives an output of its own to whom another stack refers to. */
const hands = ({ json }: StackJson): Finding[] =>
  Object.keys(bodyOf(json.output))
    .filter((name) => name.startsWith("cross-stack-output-"))
    .map((name) => ({ address: `output.${name}`, what: "another stack reads it out of this stack's state" }));

const waits = ({ dependencies = [] }: StackJson): Finding[] =>
  dependencies.map((name) => ({ address: "terraform", what: `cdktf deploys ${name} first` }));
