import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { Construct } from "constructs";
import {
  Check,
  Expression,
  Flag,
  TerraformData,
  choose,
  comment,
  forEach,
  given,
  heading,
  json,
  local,
  tf,
} from "../../kernel";
import { Context } from "./context";

/** Where the data is to come from, before the database is made. */
export interface Origin {
  /** The origin that is stated, as text; empty where none is. */
  readonly wanted: Expression;
  /** Changes when another database is made. */
  readonly generation: TerraformData;
  /** True while the restore is the only concern: one zone, no backups. */
  readonly deferred: Flag;
}

/** What the inputs say of the data, and what replaces the database with it. */
export function stateOrigin(scope: Construct, { inputs, isPointInTime }: Context): Origin {
  heading(scope, "Origin of the data");
  const { origin, replacements } = inputs;
  const { snapshot, pointInTime, replicaOf } = origin;
  const wanted = local(
    scope,
    "origin",
    choose(
      given(snapshot),
      json({ snapshot: snapshot.id }),
      choose(
        isPointInTime,
        json({
          source_instance: pointInTime.sourceInstance,
          automated_backups_arn: pointInTime.automatedBackupsArn,
          time: pointInTime.time,
        }),
        choose(given(replicaOf), json({ replica_of: replicaOf.arn }), ""),
      ),
    ),
  );
  const generation = comment(
    new TerraformData(scope, "generation", { input: tf`${replacements}` }),
    "Changes when replacements is raised, and replaces the database with it (replace_triggered_by).",
  );
  return {
    wanted: tf`${wanted}`,
    generation,
    deferred: tf`${local(scope, "deferred", choose(given(origin), origin.deferProtection, false))}`,
  };
}

/** For `replace_triggered_by` of what cannot outlive the database. */
export const replacedWith = ({ generation }: Origin): string[] => [
  `${generation.terraformResourceType}.${generation.friendlyUniqueId}`,
];

/** What is known of the databases that were made so far. */
export interface Memory {
  /** Whether that of the present number of replacements is made: an earlier apply has written down that it is. */
  readonly isMade: Flag;
  /** What it was made from, as {@link Origin.wanted} was then; only where it is made. */
  readonly madeFrom: Expression;
  /** Resource IDs of the databases that it has replaced. */
  readonly former: Expression;
}

/**
 * Remembers what the database was made from, once it is made: what a run that failed before has planned does not count.
 * Terraform tells no plan what a former one has said, but `ignore_changes` keeps it: what was planned at another time than
 * now is in the state. The databases before stay remembered, so that one that was not replaced is told from one that was.
 */
export function rememberOrigin(
  scope: Construct,
  { inputs }: Context,
  { wanted }: Origin,
  database: DbInstance,
): Memory {
  heading(scope, "Safety of the data");
  const number = tf`tostring(${inputs.replacements})`;
  const remembering = comment(
    new TerraformData(scope, "origin#remembered", {
      // One instance for each number: Terraform ignores a change of input even where it replaces the resource.
      forEach: forEach(tf`toset([for number in range(${inputs.replacements} + 1) : tostring(number)])`),
      input: { origin: wanted, resource_id: database.resourceId, planned_at: tf`plantimestamp()` },
      lifecycle: { ignoreChanges: ["input"] },
    }),
    "Where the data of each database came from that was made so far, written down when it was there.",
  );
  const isOld = (one: Expression): Expression => tf`${one}.input.planned_at != plantimestamp()`;
  return {
    isMade: tf<Flag>`${local(scope, "is_made", isOld(tf`${remembering}[${number}]`))}`,
    madeFrom: tf`${remembering}[${number}].input.origin`,
    former: tf`[for number, one in ${remembering} : try(one.input.resource_id, "") if number != ${number} && ${isOld(tf`one`)}]`,
  };
}

/** Warns, on each plan, of a database that is not as safe as it looks. */
export function createChecks(scope: Construct, { inputs }: Context, database: unknown, { deferred }: Origin): void {
  heading(scope, "Checks");
  new Check(scope, "protection#check", {
    condition: tf`!${deferred} && (${inputs.allowNoBackups} || ${database}.backup_retention_period > 0)`,
    message:
      "The database is not protected: it has no backups, or origin.defer_protection keeps it in one zone. Set defer_protection to false and apply as soon as the database serves.",
  });
}
