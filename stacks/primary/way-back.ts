import { DataAwsDbInstance } from "@cdktf/provider-aws/lib/data-aws-db-instance";
import { DataAwsDbInstances } from "@cdktf/provider-aws/lib/data-aws-db-instances";
import { DataAwsEcsCluster } from "@cdktf/provider-aws/lib/data-aws-ecs-cluster";
import { DataAwsEcsClusters } from "@cdktf/provider-aws/lib/data-aws-ecs-clusters";
import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Construct } from "constructs";
import { Expression, Stack, forEach, tf, useProvider } from "../../kernel";
import type { Database, Existing } from "../../modules/database";

/** A cluster in which nothing may run while the database is replaced, and what stops what runs there. */
export interface Quiet {
  readonly cluster: string;
  readonly region: string;
  /** How it is stopped; a sentence. */
  readonly otherwise: string;
  /** Of the region, where it is not the stack's own. */
  readonly provider?: AwsProvider;
}

/** How the data comes back: by a restore, or by a replica of the database that serves, which is promoted in the end. */
export type WayBack = "restored" | "replicated" | "promoted";

/** Reads whether tasks run in a cluster, where there is such a cluster. */
class Tasks extends Construct {
  readonly count: Expression;

  constructor(scope: Construct, id: string, { cluster, provider }: Quiet) {
    super(scope, id);
    if (provider) useProvider(this, provider);
    const all = new DataAwsEcsClusters(this, "all");
    const found = new DataAwsEcsCluster(this, "this", {
      forEach: forEach(
        tf`toset([for arn in ${all}.cluster_arns : ${cluster} if endswith(arn, ${`:cluster/${cluster}`})])`,
      ),
      clusterName: cluster,
    });
    this.count = tf`sum(concat([0], [for one in values(${found}) : one.running_tasks_count + one.pending_tasks_count]))`;
  }
}

/**
 * Looks at what is there before an `origin` replaces the database of the primary region, as a failback does, so that the
 * plan refuses what would lose writes; and takes over the database that a killed run has begun. Only while `origin` is
 * stated: a release in peace asks for none of this.
 */
export function lookBack(stack: Stack, name: string, quiet: readonly Quiet[], way: WayBack = "restored"): Existing {
  const found = new DataAwsDbInstances(stack, "existing", {
    filter: [{ name: "db-instance-id", values: [name] }],
  });
  const existing = new DataAwsDbInstance(stack, "existing#one", {
    forEach: forEach(tf`toset(${found}.instance_identifiers)`),
    dbInstanceIdentifier: name,
  });
  const isReplica = tf`anytrue([for one in values(${existing}) : try(one.replicate_source_db != "", false)])`;
  const noneRuns = (one: Quiet, changed: string, condition: (count: Expression) => Expression) => {
    const { count } = new Tasks(stack, `tasks_${one.region}`, one);
    return {
      condition: tf<never>`${condition(count)}`,
      errorMessage: `The database ${name} is to be ${changed}, and ${tf`${count}`} tasks run in the cluster ${one.cluster} of ${one.region}: what they write would be lost. ${one.otherwise}`,
    };
  };
  const isPromoted = way === "promoted";
  return {
    resourceId: tf`one(values(${existing})[*].resource_id)`,
    conditions: isPromoted ? [] : quiet.map((one) => noneRuns(one, "replaced", (count) => tf`${count} == 0`)),
    always: isPromoted
      ? quiet.map((one) => noneRuns(one, "promoted", (count) => tf`!${isReplica} || ${count} == 0`))
      : [],
  };
}

/** Takes over the database of this name that AWS has and the state has not: what a killed run has left. */
export function takeOver(stack: Stack, database: Database, { resourceId }: Existing): void {
  const instance = database.node.findChild("this") as DbInstance;
  stack.adopt(instance, tf`${resourceId} == null ? [] : [${resourceId}]`);
}
