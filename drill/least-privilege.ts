import { PLATFORM_ACTIONS } from "../stacks/bootstrap/policies/platform-actions";
import { RECOVERY_ACTIONS } from "../stacks/bootstrap/policies/recovery-actions";

/** One line of the record that the emulator writes with `--decisions`. */
export interface Decision {
  /** Name of the role that asked, or `administrator`. */
  readonly principal: string;
  readonly action: string;
  readonly decision: "allowed" | "explicitDeny" | "implicitDeny";
}

/** Roles whose rights are made of a table of actions. */
export type MeasuredRole = "deploy" | "plan" | "recover";

const actionsIn = (table: Readonly<Record<string, readonly string[]>>): string[] =>
  [...new Set(Object.values(table).flat())].sort();

const GRANTED: Readonly<Record<MeasuredRole, readonly string[]>> = {
  deploy: actionsIn(PLATFORM_ACTIONS),
  plan: actionsIn(PLATFORM_ACTIONS).filter((action) => /:(Describe|Get|List)/.test(action)),
  recover: actionsIn(RECOVERY_ACTIONS),
};

/** Lines of a record of decisions. */
export const readDecisions = (text: string): Decision[] =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Decision);

/**
 * Actions that a role is granted and that nothing in the record asked for, or was allowed: candidates for being taken away.
 *
 * @param prefix `<application>-<environment>` of the recorded environment
 */
export function neverUsed(decisions: readonly Decision[], prefix: string, role: MeasuredRole): string[] {
  const used = new Set(
    decisions
      .filter(({ principal, decision }) => principal === `${prefix}-${role}` && decision === "allowed")
      .map(({ action }) => action.toLowerCase()),
  );
  return GRANTED[role].filter((action) => !used.has(action.toLowerCase()));
}
