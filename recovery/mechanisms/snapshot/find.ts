import { DataAwsDbSnapshot } from "@cdktf/provider-aws/lib/data-aws-db-snapshot";
import { Expression, Stack, each, forEach, local, tf } from "../../../kernel";
import { whole } from "../../contract";
import { Condition } from "../../readiness";
import { Candidate, FindContext, Taken } from "../mechanism";

/** What is known of snapshots before one of them is looked at. */
interface Known {
  /** Those that the watch has seen, by identifier; null where it said nothing. */
  readonly seen: Expression;
  /** Identifiers of those, for people. */
  readonly names: Expression;
  /** Identifier of the newest of them; null where there is none. */
  readonly newest: Expression;
  /** Identifier of the database that snapshots are taken of; null where nobody has told it. */
  readonly database: Expression;
}

/**
 * The newest snapshot that the watch has seen, or the named one, however many there are: RDS is asked for that one alone. Where
 * the watch said nothing, RDS is asked which is the newest; until it has answered, that counts as old as one that is due.
 */
export function findSnapshot(stack: Stack, context: FindContext): Candidate {
  const { lifelines, watched, key, snapshotMaxAge } = context;
  const value = (id: string, expression: Expression): Expression => tf`${local(stack, id, expression)}`;
  const seen = value("seen_snapshots", tf`try(${whole(watched.snapshots)}, null)`);
  const newest = value("newest_snapshot", newestOf(seen));
  const database = tf`try(${lifelines.database.identifier}, null)`;
  const names = tf`try(coalesce(join(", ", keys(${seen}))), "none")`;
  const known = { seen, names, newest, database };
  return {
    isThere: tf`${key.enabled} && (${seen} == null ? ${database} : ${newest}) != null`,
    dataUntil: tf`${seen} == null ? timeadd(plantimestamp(), ${`-${snapshotMaxAge}s`}) : try(${seen}[${newest}].data_until, null)`,
    wellFormed: [],
    restorable: [],
    absence: "the watch has seen no complete copy of a snapshot there with that key",
    take: (isTaken) => lookAt(stack, context, known, isTaken),
  };
}

/** Identifier of the newest of the snapshots that the watch has seen; null where it has seen none. */
export const newestOf = (seen: Expression): Expression =>
  tf`try(element(split(" ", reverse(sort([for id, one in ${seen} : "\${one.data_until} \${id}"]))[0]), 1), null)`;

/** Looks at one snapshot. The provider refuses one that is not there without a reason: its address in the state is the reason. */
function lookAt(stack: Stack, context: FindContext, known: Known, isTaken: Expression): Taken {
  const { region, named } = context;
  const { seen, names, newest, database } = known;
  const id = tf`${named} != null ? ${named} : ${seen} == null ? null : ${newest}`;
  const instead = `Those that the watch has seen are: ${tf`${names}`}. Name one of them (--var snapshot=<identifier>)`;
  const missing = tf`${named} != null
    ? ${`The snapshot ${tf`${named}`} is not in ${region}. ${instead}, or none to take the newest copy. Nothing was made.`}
    : ${seen} == null
    ? ${`No snapshot of ${tf`${database}`} was copied to ${region}, and the watch tells of no newer copy. Name a time (--var restore_time=<time in UTC>) or a snapshot (--var snapshot=<identifier>). Nothing was made.`}
    : ${`The snapshot ${tf`${newest}`} is not in ${region} any more. ${instead}. Nothing was made.`}`;
  const wanted = tf`{ for taken in ${isTaken} ? [true] : [] : ${missing} => {
    id = ${id}
    database = ${id} == null ? ${database} : null
    type = ${id} == null || strcontains(coalesce(${id}, "none"), "awsbackup:") ? "awsbackup" : null
  } }`;
  const looked = new DataAwsDbSnapshot(stack, "snapshot#taken", {
    forEach: forEach(wanted),
    dbSnapshotIdentifier: tf<string>`${each.value}.id`,
    dbInstanceIdentifier: tf<string>`${each.value}.database`,
    snapshotType: tf<string>`${each.value}.type`,
    mostRecent: true,
  });
  const found = tf`one(values(${looked}))`;
  return {
    copy: tf`try(${found}.db_snapshot_identifier, null)`,
    time: tf`null`,
    dataUntil: tf`try(coalesce(${found}.original_snapshot_create_time, ${found}.snapshot_create_time), null)`,
    allocatedStorage: tf`try(${found}.allocated_storage, null)`,
    usable: [isUsable(context, found, database)],
  };
}

/** That a snapshot is complete, is of this environment, and can be decrypted. */
function isUsable(
  { application, environment, region, key }: FindContext,
  found: Expression,
  database: Expression,
): Condition {
  const tag = (name: string): Expression => tf`lookup(${found}.tags, ${name}, "none")`;
  const isOurs = tf`${found}.db_instance_identifier == ${database} || ${tag("Application")} == ${application} && ${tag("Environment")} == ${environment}`;
  const reasons = tf`${found} == null ? [] : concat(
    ${found}.status == "available" ? [] : ["it is \${${found}.status}"],
    ${isOurs} ? [] : [${`it is not of ${application} ${environment}, but of the database ${tf`${found}.db_instance_identifier`}`}],
    !${found}.encrypted || ${found}.kms_key_id == ${key.arn} ? [] : ["it is encrypted with \${${found}.kms_key_id} instead of \${${key.arn}}"]
  )`;
  return {
    condition: tf`length(${reasons}) == 0`,
    errorMessage: `The snapshot ${tf`try(${found}.db_snapshot_identifier, "")`} cannot be restored in ${region}: ${tf`try(join(", and ", ${reasons}), "")`}. Name another (--var snapshot=<identifier>), or wait for a copy that is being made. Nothing was made.`,
  };
}
