import { DataAwsDbInstance } from "@cdktf/provider-aws/lib/data-aws-db-instance";
import { DataAwsDbInstances } from "@cdktf/provider-aws/lib/data-aws-db-instances";
import { Expression, Stack, local, tf } from "../../../kernel";

/** Tag of the replica: the resource ID of the database that it was made of, which is another one under the same name once that is replaced. */
export const REPLICA_OF = "ReplicaOf";

/**
 * The read replica as RDS has it, whoever asks: the standby, which owns it in peace, and dr, which promotes it. It says itself
 * what it is: as long as it names a source it is a replica, and the standby's; afterwards it is the database, and dr's.
 */
export class StandingReplica {
  /** Whether RDS has it. */
  readonly isThere: Expression;
  /** What RDS says of it; null where it is not there. */
  readonly found: Expression;
  /** ARN of what it replicates; null once it is promoted, and where it is not there. */
  readonly source: Expression;
  /** Whether it was promoted: by dr, or by somebody by hand. */
  readonly isPromoted: Expression;

  constructor(
    stack: Stack,
    /** Its identifier. */
    readonly name: string,
  ) {
    const all = new DataAwsDbInstances(stack, "standing", { filter: [{ name: "db-instance-id", values: [name] }] });
    this.isThere = tf`length(${all}.instance_identifiers) > 0`;
    const one = new DataAwsDbInstance(stack, "standing#one", {
      count: tf<number>`${this.isThere} ? 1 : 0`,
      dbInstanceIdentifier: name,
    });
    this.found = tf`one(${one})`;
    this.source = tf`${local(stack, "replica_source", tf`try(coalesce(${this.found}.replicate_source_db), null)`)}`;
    this.isPromoted = tf`(${this.isThere} && ${this.source} == null)`;
  }

  /** What one of its tags says; null where it has none. */
  tag(name: string): Expression {
    return tf`try(${this.found}.tags[${name}], null)`;
  }
}
