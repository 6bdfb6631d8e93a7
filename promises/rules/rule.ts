import { StackDefinition, StackTable, Regions, regionOf } from "../../wiring/stack-definition";
import { StackJson } from "../stack-json/elements";

/** What a rule found. */
export interface RuleProblem {
  readonly stack: string;
  /** A resource or an argument of it, a provider, or the backend. */
  readonly address: string;
  /** What is wrong, and why it is. */
  readonly what: string;
  /** What to do instead. */
  readonly fix: string;
}

/** What the rules judge by. */
export interface RuleContext {
  readonly environment: Regions;
  /** The stacks that there are: what a rule asks of a stack follows from its line. */
  readonly table: StackTable;
}

/** A rule over all stacks of an environment. */
export type Rule = (stacks: readonly StackJson[], context: RuleContext) => readonly RuleProblem[];

/** A stack with its line of the table. */
export interface KnownStack {
  readonly stack: StackJson;
  readonly definition: StackDefinition;
  /** The region that it lives in; undefined: the environment has no such region. */
  readonly home: string | undefined;
}

/** The stacks that the table has. One that it lacks is refused by the rule {@link inTable} alone. */
export const knownStacks = (stacks: readonly StackJson[], { environment, table }: RuleContext): readonly KnownStack[] =>
  stacks.flatMap((stack) => {
    const definition = table.find(({ name }) => name === stack.name);
    return definition ? [{ stack, definition, home: regionOf(definition.home, environment) }] : [];
  });

/** Whether the environment may be destroyed with its data, as one for trials is. Replacing a data store by accident is refused all the same. */
export const isDisposable = ({ environment }: RuleContext): boolean => environment.recovery === undefined;
