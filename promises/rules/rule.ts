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

/** What of an environment the rules ask for. */
export interface RuleContext {
  /** Region of the primary stack. */
  readonly primaryRegion: string;
  /** Region that takes over; undefined: the environment has one region. */
  readonly recoveryRegion?: string;
  /** Whether the environment may be destroyed with its data, as one for trials is. Replacing a data store by accident is refused all the same. */
  readonly disposable: boolean;
}

/** A rule over all stacks of an environment. */
export type Rule = (stacks: readonly StackJson[], context: RuleContext) => readonly RuleProblem[];

/** Stacks that an incident deploys, or a test of one: nothing but the recovery region can be reached. */
export const INCIDENT_STACKS: readonly string[] = ["dr", "restore-test"];

/** Stacks that live in the recovery region, and have to be usable when it is the only one. */
export const RECOVERY_STACKS: readonly string[] = ["standby", ...INCIDENT_STACKS];

/** Region of what stands for the whole world: Route 53, CloudFront and their certificates and metrics. */
export const GLOBAL_REGION = "us-east-1";
