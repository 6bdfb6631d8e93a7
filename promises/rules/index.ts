import { StackJson } from "../stack-json/elements";
import { guardedData } from "./guarded-data";
import { inTable } from "./in-table";
import { noSharedState } from "./no-shared-state";
import { oneRegion } from "./one-region";
import { regionalOnly } from "./regional-only";
import { Rule, RuleContext, RuleProblem } from "./rule";
import { stateHome } from "./state-home";

export type { RuleContext, RuleProblem } from "./rule";
export type { StackJson } from "../stack-json/elements";
export { readStacks } from "../stack-json/read";

/** The rules, by their names. */
export const RULES: Readonly<Record<string, Rule>> = {
  inTable,
  regionalOnly,
  noSharedState,
  oneRegion,
  stateHome,
  guardedData,
};

/** Everything that is wrong with the stacks of an environment, rule by rule. */
export const checkStacks: Rule = (stacks: readonly StackJson[], context: RuleContext) =>
  Object.values(RULES).flatMap((rule) => rule(stacks, context));

/** One line for a person: where, what, and what to do. */
export const describeRuleProblem = ({ stack, address, what, fix }: RuleProblem): string =>
  `${stack}: ${address}: ${what}; ${fix}`;
