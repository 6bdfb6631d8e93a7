import { DataAwsDbSnapshot } from "@cdktf/provider-aws/lib/data-aws-db-snapshot";
import { DataAwsPartition } from "@cdktf/provider-aws/lib/data-aws-partition";
import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { Construct } from "constructs";
import {
  Expression,
  Stack,
  TerraformData,
  allOf,
  comment,
  forEach,
  given,
  isPublished,
  knownFlag,
  local,
  not,
  raw,
  tf,
  when,
} from "../../kernel";
import { Context } from "./context";
import { Memory, Origin } from "./origin";

/** A condition, as a life cycle takes it. */
export interface Condition {
  readonly condition: never;
  readonly errorMessage: string;
}

/** The database of this name that AWS has, whatever the state knows of it. */
export interface Existing {
  /** Null where AWS has none. */
  readonly resourceId: Expression;
  /** What must hold before another one takes its place. */
  readonly conditions: readonly Condition[];
  /** What must hold in any case. */
  readonly always?: readonly Condition[];
}

/**
 * Refuses, while Terraform plans and so before anything is made or destroyed, what would lose data: another origin without
 * another database, and another database that nobody has asked for.
 *
 * Terraform replaces what is tainted, and makes anew what has gone, without a question; no condition can see that it will.
 * But a key of `for_each` that only the apply knows is an error of the plan, and the resource ID of the database is known
 * unless another one is to be made.
 */
export function guardData(
  scope: Construct,
  context: Context,
  origin: Origin,
  database: DbInstance,
  memory: Memory,
  existing?: Existing,
): void {
  const { isMade } = memory;
  const { inputs, region } = context;
  const address = `${database.terraformResourceType}.${database.friendlyUniqueId}`;
  const terraform = isPublished(scope) ? "terraform" : `terraform -chdir=cdktf.out/stacks/${Stack.of(scope).node.id}`;
  const generation = `${origin.generation.terraformResourceType}.${origin.generation.friendlyUniqueId}`;
  // A killed run may have written down that the old database has gone, and not yet that its successor was begun.
  const killed = existing
    ? ` If a run was killed while it restored, write down that it had begun (aws rds wait db-instance-available --region ${region} --db-instance-identifier ${inputs.name} && ${terraform} apply -auto-approve -target=${generation}) and apply again: the database is taken over.`
    : "";
  const refusal = `REFUSED: this plan would make a new database in the place of one that is there, or was. If that is tainted, untaint it (${terraform} untaint ${address}) and apply again: what is half made is finished.${killed} If it has gone, or a new one is what you want, raise replacements, with the origin of the data.`;
  const isKept = existing ? tf`(${isMade} || ${isSuccessor(existing, memory)})` : isMade;
  // By way of a local: what names a resource itself is read in the apply as soon as that changes, and each plan says so.
  const known = local(scope, "made", tf`${isKept} ? [${database.resourceId}] : ["new"]`);
  const kept = comment(
    new DataAwsPartition(scope, "kept", { forEach: forEach(tf`{ for id in ${known} : id => ${refusal} }`) }),
    "Refuses in the plan what nobody has asked for: a key that only the apply knows is an error of the plan.",
  );
  // Not on a data source: with conditions, Terraform reads it in the apply as soon as anything changes, and says so.
  new TerraformData(scope, "safeguard", {
    dependsOn: [kept],
    lifecycle: {
      precondition: [...conditions(context, origin, memory, existing), ...findSnapshot(scope, context, memory)],
    },
  });
}

/** Whether what AWS has was made in the place of a database that is remembered: by a run that did not finish. */
const isSuccessor = ({ resourceId }: Existing, { former }: Memory): Expression =>
  tf`${resourceId} != null && length(${former}) > 0 && !contains(${former}, coalesce(${resourceId}, "none"))`;

function conditions(
  { inputs, isPointInTime }: Context,
  { wanted }: Origin,
  { isMade, madeFrom, former }: Memory,
  existing?: Existing,
): Condition[] {
  const { origin, replacements } = inputs;
  const { time, retentionDays } = origin.pointInTime;
  const number = tf`${replacements}`;
  const unlessMade = (condition: Expression, errorMessage: string): Condition => ({
    condition: tf<never>`${isMade} ? true : ${condition}`,
    errorMessage,
  });
  const ofTime = [
    unlessMade(
      tf`${isPointInTime} ? (${time} == null ? true : timecmp(${time}, plantimestamp()) <= 0) : true`,
      `The time of origin.point_in_time lies in the future (it is now ${tf`plantimestamp()`}). Give one that has passed, or leave it out for the latest.`,
    ),
    unlessMade(
      tf`${isPointInTime} ? (${time} == null ? true : timecmp(timeadd(${time}, "\${${retentionDays} * 24}h"), plantimestamp()) >= 0) : true`,
      `The time of origin.point_in_time lies before what the backups reach back to, ${tf`try(${retentionDays}, 35)`} days from ${tf`plantimestamp()`}. Give a later one, or restore a snapshot.`,
    ),
  ];
  const ofExisting = ({ resourceId, conditions: all, always = [] }: Existing): Condition[] => [
    ...always,
    ...all.map(({ condition, errorMessage }) =>
      unlessMade(tf`contains(${former}, coalesce(${resourceId}, "none")) ? ${condition} : true`, errorMessage),
    ),
  ];
  const ofReplica = unlessMade(
    tf`!try(${origin.replicaOf.promoted}, false)`,
    "There is no replica yet that origin.replica_of.promoted could promote. Make it first: set promoted to false, apply, and wait until it has caught up.",
  );
  return [
    {
      condition: tf<never>`!${isMade} || ${wanted} == "" || ${wanted} == ${madeFrom}`,
      errorMessage: `The origin was changed after the database was made, and a change alone restores nothing. To replace the database by one that is made from it, raise replacements in the same change (it is ${number}): what the database holds is in its final snapshot only then. Otherwise take the change back.`,
    },
    ...(knownFlag(isPointInTime) === false ? [] : ofTime),
    ...(knownFlag(given(origin.replicaOf)) === false ? [] : [ofReplica]),
    ...(existing ? ofExisting(existing) : []),
  ];
}

/**
 * Finds the snapshot before anything is replaced by it: the data source fails where it is not there. Once the database is
 * made, nobody needs it any more. It has no condition of its own: Terraform would read it in the apply then, as soon as
 * anything changes that the database depends on.
 */
function findSnapshot(scope: Construct, { inputs }: Context, { isMade }: Memory): Condition[] {
  const { origin, allocatedStorage } = inputs;
  const { snapshot } = origin;
  const isLookedAt = allOf(given(snapshot), not(isMade));
  if (knownFlag(isLookedAt) === false) return [];
  const id = tf<string>`reverse(split(":snapshot:", ${snapshot.id}))[0]`;
  const found = new DataAwsDbSnapshot(scope, "origin_snapshot", {
    count: when(isLookedAt),
    dbSnapshotIdentifier: snapshot.id,
    snapshotType: tf<string>`startswith(${id}, "awsbackup:") ? "awsbackup" : null`,
    includeShared: tf<never>`startswith(${snapshot.id}, "arn:")`,
  });
  const said = (attribute: string): Expression => tf`coalesce(one(${found}[*].${raw(attribute)}), "none")`;
  const name = tf`try(${snapshot.id}, "")`;
  return [
    {
      condition: tf<never>`alltrue([for one in ${found} : one.status == "available"])`,
      errorMessage: `The snapshot ${name} is ${said("status")}: wait until it is complete (aws rds wait db-snapshot-available --db-snapshot-identifier ${name}), and apply again.`,
    },
    {
      condition: tf<never>`alltrue(${found}[*].encrypted)`,
      errorMessage: `The snapshot ${name} is not encrypted, and so would the database be. Copy it with a key (aws rds copy-db-snapshot --kms-key-id ...), and name the copy in origin.`,
    },
    {
      condition: tf<never>`alltrue([for one in ${found} : one.allocated_storage <= ${allocatedStorage}])`,
      errorMessage: `The snapshot ${name} is of ${said("allocated_storage")} GiB, and storage never shrinks: set allocated_storage to that at least (it is ${tf`${allocatedStorage}`}).`,
    },
  ];
}
