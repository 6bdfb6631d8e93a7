import { Expression, Stack, tf } from "../kernel";
import { failbackSnapshots } from "../recovery/names";
import { Condition } from "./adoption/kept";

/** What an operator gives to serve from here again, whatever a failback has begun: `--var failback=undo`. */
const UNDO = "undo";

/**
 * Refuses to deploy dr once a failback has taken its snapshot: the deployment would start the services that the failback has
 * stopped. Users would write what does not go back with the snapshot, and after *release* the latch would decide for this region
 * again.
 *
 * RDS gives a snapshot the tags of its database (`copy_tags_to_snapshot`), and so that of this deployment: snapshots of an
 * earlier failback bear another one.
 *
 * @param ours ARNs of what bears the tag of this deployment
 */
export function refuseDuringFailback(stack: Stack, prefix: string, ours: Expression): Condition[] {
  const given = stack.addVariable(
    "failback",
    `\`${UNDO}\`: serve in the recovery region again, although a failback has taken the snapshot that goes back. Without it, dr is left as the failback has stopped it.`,
    "refused",
  );
  const start = `:snapshot:${failbackSnapshots(prefix)}-`;
  const taken = tf`[for arn in ${ours} : reverse(split(":", arn))[0] if strcontains(arn, ${start})]`;
  return [
    {
      condition: tf<never>`${given} == null ? true : ${given} == ${UNDO}`,
      errorMessage: `failback must be ${UNDO}, which serves here again in the middle of a failback, or be left out (got ${tf`jsonencode(${given})`}). Nothing was changed.`,
    },
    {
      condition: tf<never>`${given} == null ? length(${taken}) == 0 : true`,
      errorMessage: `A failback has begun: it has taken the snapshot ${tf`join(", ", ${taken})`} of this database. This would start the services again, which it has stopped, and what users write here from now on would not go back. Nothing was changed. Go on with the failback ("Fail back" in dr/RUNBOOK.md). To serve here again instead: fence the primary region, add --var failback=${UNDO}, and take another snapshot before you return.`,
    },
  ];
}
