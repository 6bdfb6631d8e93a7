import { DataAwsDbInstance } from "@cdktf/provider-aws/lib/data-aws-db-instance";
import { DataAwsDbInstances } from "@cdktf/provider-aws/lib/data-aws-db-instances";
import { Expression, Stack, local, tf } from "../kernel";
import { snakeCase } from "../kernel/types";
import { Made, Mechanisms, REPLICA_OF, StandingReplica } from "../recovery/mechanisms";
import { epochSeconds } from "./time";

/** Tags by which a restored database says what it was made from. */
const TAGS = {
  kind: "RestoredBy",
  copy: "RestoredFrom",
  time: "RestoredTime",
  dataUntil: "RestoredUntil",
  plannedAt: "RestorePlannedAt",
} as const;

/** What a tag says where nobody knows, since a tag has no null. */
const UNKNOWN = "unknown";
/** The time of what was restored without a time. */
const LATEST = "latest";

/** What the database was, or will be, made from: texts, `unknown` where nobody knows. */
export type MadeFrom = Readonly<Record<keyof typeof TAGS, Expression>>;

/** The replica that stands, as the database that dr takes over. */
export interface Standing {
  /** Its identifier. */
  readonly name: string;
  /** Name of its mechanism. */
  readonly kind: string;
  readonly replica: StandingReplica;
  /** Whether dr has taken it over, promoted or not: it says so itself, by its tags. */
  readonly isTaken: Expression;
}

/**
 * The database that dr restores, which says itself what it was made from: RDS gives it its tags in the request that restores it
 * (Amazon RDS API Reference, RestoreDBInstanceToPointInTime and RestoreDBInstanceFromDBSnapshot, `Tags`). Once it is there, it
 * is of the copy that its tags name, whatever can be chosen by then: a second try neither makes an empty one, nor tells of
 * another copy.
 */
export class RestoredDatabase {
  /** RDS's own list of the one database, or of none. */
  readonly existing: DataAwsDbInstances;
  /** Whether RDS has it, whatever the state says. A replica that dr has prepared, and not promoted, is still to be chosen. */
  isThere: Expression;
  /** What RDS says of it; null where it is not there. */
  found: Expression;
  /** The replica of an environment that has one. */
  standing?: Standing;
  private readonly hasOwn: Expression;

  /** @param name its identifier, where it is restored from a copy */
  constructor(
    private readonly stack: Stack,
    readonly name: string,
  ) {
    this.existing = new DataAwsDbInstances(stack, "existing", { filter: [{ name: "db-instance-id", values: [name] }] });
    this.hasOwn = this.isThere = tf`length(${this.existing}.instance_identifiers) > 0`;
    const found = new DataAwsDbInstance(stack, "existing#database", {
      count: tf<number>`${this.isThere} ? 1 : 0`,
      dbInstanceIdentifier: name,
    });
    this.found = tf`one(${found})`;
  }

  /**
   * Has the replica be the database where dr has taken it over, and none was restored.
   *
   * @param kind name of its mechanism
   */
  stand(replica: StandingReplica, kind: string): Standing {
    const isTaken = tf`${local(this.stack, "replica_taken", tf`!(${this.hasOwn}) && ${replica.tag(TAGS.kind)} == ${kind}`)}`;
    this.standing = { name: replica.name, kind, replica, isTaken };
    this.found = tf`(${isTaken} ? ${replica.found} : ${this.found})`;
    this.isThere = tf`(${this.hasOwn} || ${isTaken} && ${replica.isPromoted})`;
    return this.standing;
  }

  /**
   * Its identifier.
   *
   * @param kind mechanism that it was, or will be, made by
   */
  identifierOf(kind: Expression): string {
    const { standing } = this;
    if (!standing) return this.name;
    return tf<string>`${local(this.stack, "database_identifier", tf`${kind} == ${standing.kind} ? ${standing.name} : ${this.name}`)}`;
  }

  /**
   * What it was made from, where it is there; else what was chosen.
   *
   * @param kind mechanism of the copy that was chosen
   * @param isSaid where its tags count as well, although it is still to be chosen
   */
  madeFrom(kind: Expression, chosen: Made, isSaid?: Expression): MadeFrom {
    const orUnknown = (value: Expression): Expression => tf`coalesce(${value}, ${UNKNOWN})`;
    const choice: MadeFrom = {
      kind,
      copy: orUnknown(chosen.copy),
      time: tf`coalesce(${chosen.time}, ${LATEST})`,
      dataUntil: orUnknown(chosen.dataUntil),
      plannedAt: tf`plantimestamp()`,
    };
    const said = mapParts((_part, tag) => tf`try(${this.found}.tags[${tag}], ${UNKNOWN})`);
    return partsOf(
      tf`${local(this.stack, "made_from", tf`${isSaid ? tf`${this.isThere} || ${isSaid}` : this.isThere} ? ${spelled(said)} : ${spelled(choice)}`)}`,
    );
  }

  /** The tags that the database gets. */
  tagsOf(made: MadeFrom): Record<string, string> {
    const said = Object.entries(TAGS).map(([part, tag]) => [tag, tf<string>`${made[part as keyof MadeFrom]}`]);
    const { standing } = this;
    // The standby makes another replica where this one is of another database than the primary's.
    const source = standing && [REPLICA_OF, tf<string>`coalesce(${standing.replica.tag(REPLICA_OF)}, ${UNKNOWN})`];
    return Object.fromEntries(source ? [...said, source] : said) as Record<string, string>;
  }

  /**
   * The input `origin` of the database module. It is never null: where nobody knows the copy it names none that there is, so
   * that RDS would refuse it.
   *
   * @param mechanisms that the environment has, one that restores a snapshot last
   * @param promotes whether a replica is promoted, or was
   * @param retentionDays days that the backups of the database reach back
   */
  originOf(
    { kind: by, copy, time, dataUntil }: MadeFrom,
    mechanisms: Mechanisms,
    promotes: Expression,
    retentionDays: Expression,
  ): Expression {
    const made: Made = { copy, time: tf`${time} == ${LATEST} ? null : ${time}`, dataUntil };
    const known = mechanisms.map(({ name }) => name);
    const [last] = known.slice(-1);
    // A promoted replica has no origin any more: the last part names a copy that there is not.
    const kind = this.standing ? tf`(${by} == ${this.standing.kind} && ${promotes} ? "promoted" : ${by})` : by;
    // Two mechanisms may restore by the same part of the input.
    const parts: Record<string, Expression> = {};
    for (const mechanism of mechanisms) {
      const [part, value] = mechanism.origin(made, retentionDays);
      const others = known.filter((name) => name !== mechanism.name);
      const isIt = mechanism.name === last ? tf`!contains(${others}, ${kind})` : tf`${kind} == ${mechanism.name}`;
      parts[snakeCase(part)] = tf`${isIt} ? ${value} : ${parts[snakeCase(part)] ?? tf`null`}`;
    }
    const none = { snapshot: null, point_in_time: null, replica_of: null, defer_protection: false };
    return tf`${{ ...none, ...parts }}`;
  }

  /** GiB that it has, where it is there; else what the copy needs. Null where nobody knows. */
  storageOf(copy: Expression): Expression {
    return tf`${local(this.stack, "restored_storage", tf`${this.isThere} ? ${this.found}.allocated_storage : ${copy}`)}`;
  }

  /** What its tags say, for people: texts, null where nobody knows, and the age of the data when the restore was planned. */
  describe(tags: Expression): Expression {
    const { kind, copy, dataUntil, plannedAt } = mapParts((_part, tag) => tf`try(${tags}[${tag}], ${UNKNOWN})`);
    const until = tf`${dataUntil} == ${UNKNOWN} ? null : ${dataUntil}`;
    return tf`{
      kind = ${kind}
      copy = ${copy}
      data_until = ${until}
      planned_at = ${plannedAt}
      age_seconds = ${ageSeconds(plannedAt, dataUntil)}
    }`;
  }
}

/** Seconds from a time to another one; null where nobody knows either. */
export const ageSeconds = (later: Expression, earlier: Expression): Expression =>
  tf`try(${epochSeconds(later)} - ${epochSeconds(earlier)}, null)`;

function mapParts(change: (part: keyof MadeFrom, tag: string) => Expression): MadeFrom {
  const parts = Object.entries(TAGS).map(([part, tag]) => [part, change(part as keyof MadeFrom, tag)] as const);
  return Object.fromEntries(parts) as MadeFrom;
}

/** The parts under names as Terraform spells them, and back. */
const spelled = (made: MadeFrom): Record<string, Expression> =>
  Object.fromEntries(Object.entries(made).map(([part, value]) => [snakeCase(part), value]));
const partsOf = (made: Expression): MadeFrom => mapParts((part) => tf`${made}[${snakeCase(part)}]`);
