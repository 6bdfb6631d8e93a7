import { Construct } from "constructs";
import { Check, Flag, TerraformData, choose, comment, forEach, given, heading, json, local, tf } from "../../kernel";
import { Precondition } from "../parts/replacement";
import { Context } from "./context";

/** Where the data came from, as it was when the database was made. */
export interface Origin {
  readonly preconditions: readonly Precondition[];
  /** Changes when another database is made. */
  readonly generation: TerraformData;
  /** True while the restore is the only concern: one zone, no backups. */
  readonly deferred: Flag;
  /** Whether origin is still the one that the database was made from, or was taken out. */
  readonly isCurrent: unknown;
}

/**
 * Remembers where the data came from. A point in time is compared with the moment at which the restore was planned: on
 * each later plan the time is older, and would be refused one day although nothing is restored any more.
 */
export function rememberOrigin(scope: Construct, { inputs, isPointInTime, isReplica }: Context): Origin {
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
        choose(isReplica, json({ replica_of: replicaOf.arn }), ""),
      ),
    ),
  );
  const remembering = comment(
    new TerraformData(scope, "origin#remembered", {
      // One instance for each number: Terraform ignores a change of input even where it replaces the resource.
      forEach: forEach(tf`toset([tostring(${replacements})])`),
      input: {
        origin: tf`${wanted}`,
        time: choose(isPointInTime, pointInTime.time, null),
        retention_days: choose(isPointInTime, pointInTime.retentionDays, null),
        planned_at: tf`plantimestamp()`,
      },
      lifecycle: { ignoreChanges: ["input"] },
    }),
    "Where the data of the database came from, as it was when it was made.",
  );
  const generation = comment(
    new TerraformData(scope, "generation", { input: tf`${replacements}` }),
    "Changes when replacements is raised, and replaces the database with it (replace_triggered_by).",
  );
  const remembered = local(scope, "remembered", tf`one(values(${remembering})).input`);
  const time = tf`${remembered}.time`;
  return {
    generation,
    deferred: tf`${local(scope, "deferred", choose(given(origin), origin.deferProtection, false))}`,
    isCurrent: tf`${wanted} == "" || ${wanted} == ${remembered}.origin`,
    preconditions: [
      {
        condition: tf<never>`${time} == null ? true : timecmp(${time}, ${remembered}.planned_at) <= 0`,
        errorMessage: `The time of origin.point_in_time lies in the future (it is now ${tf`${remembered}.planned_at`}). Give one that has passed, or leave it out for the latest.`,
      },
      {
        condition: tf<never>`${time} == null ? true : timecmp(timeadd(${time}, "\${${remembered}.retention_days * 24}h"), ${remembered}.planned_at) >= 0`,
        errorMessage: `The time of origin.point_in_time lies before what the backups reach back to, ${tf`coalesce(${remembered}.retention_days, 35)`} days from ${tf`${remembered}.planned_at`}. Give a later one, or restore a snapshot.`,
      },
    ],
  };
}

/** For `replace_triggered_by` of what cannot outlive the database. */
export const replacedWith = ({ generation }: Origin): string[] => [
  `${generation.terraformResourceType}.${generation.friendlyUniqueId}`,
];

/** Warns, on each plan, of what is not as safe as it looks. */
export function createChecks(scope: Construct, { inputs }: Context, database: unknown, origin: Origin): void {
  heading(scope, "Checks");
  new Check(scope, "protection#check", {
    condition: tf`!${origin.deferred} && (${inputs.allowNoBackups} || ${database}.backup_retention_period > 0)`,
    message:
      "The database is not protected: it has no backups, or origin.defer_protection keeps it in one zone. Set defer_protection to false and apply as soon as the database serves.",
  });
  comment(
    new Check(scope, "origin#check", {
      condition: tf`(${origin.isCurrent}) || ${database}.identifier == ""`,
      message:
        "The origin was changed after the database was made, and nothing is restored. Take the change back; or raise replacements to make a new database from it, and lose what this one holds.",
    }),
    "An identifier is never empty: it is read so that the check waits for the database.",
  );
}
