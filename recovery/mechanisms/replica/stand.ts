import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { TerraformData, tf } from "../../../kernel";
import { Database } from "../../../modules/database";
import { databaseReplica } from "../../names";
import { refuseDestruction } from "../../refuse-destruction";
import { StandContext, Stood } from "../mechanism";
import { REPLICA_OF, StandingReplica } from "./standing";

/** What dr decides once it has promoted the replica, and Terraform leaves alone here from the beginning. */
const WHAT_DR_DECIDES = [
  "replicate_source_db",
  "engine_version",
  "deletion_protection",
  "vpc_security_group_ids",
  "tags",
  "tags_all",
] as const;

/**
 * Makes the read replica: of the primary's database, with the recovery region's key, in the standby's subnets, with backups
 * from the beginning, since RDS promotes nothing in the middle of the first one.
 *
 * Once dr has promoted it, it is the database that users write to, and this stack changes nothing of it any more: what dr
 * decides is ignored, all else follows from the same environment. Nor does it delete it: dr has switched its protection on,
 * which AWS's provider would lift by itself if `apply_immediately` were set here; and a destruction is refused beforehand.
 *
 * A source that was replaced is another one under the same name, and RDS ends the replication for good. So another replica is
 * made where the source's resource ID is no more the one that the replica bears: never of one that was promoted.
 */
export function standReplica({ stack, props, source, application, environment, region }: StandContext): Stood {
  const name = databaseReplica(`${application}-${environment}`);
  const standing = new StandingReplica(stack, name);
  const replica = new Database(
    stack,
    "replica",
    {
      ...props,
      name,
      origin: { replicaOf: { arn: source.arn } },
      deletionProtection: false,
      finalSnapshot: false,
      deleteAutomatedBackups: true,
    },
    { unmanaged: WHAT_DR_DECIDES, isGuarded: false },
  );
  const instance = replica.node.findChild("this") as DbInstance;
  instance.tags = { Name: name, [REPLICA_OF]: tf<string>`${source.resourceId}` };
  instance.applyImmediately = false;
  const generation = replica.node.findChild("generation") as TerraformData;
  generation.addOverride(
    "input",
    tf`${standing.isPromoted} ? coalesce(${standing.tag(REPLICA_OF)}, ${source.resourceId}) : ${source.resourceId}`,
  );
  return {
    keep: () =>
      refuseDestruction(stack, {
        database: { name, region },
        asked: "ReadReplicaSourceDBInstanceIdentifier",
        refused: "None",
        free: "arn:*",
        what: "was promoted",
        reason:
          "was promoted: users may write to it, and it stands in what this stack has made. Destroy dr first, as dr/RUNBOOK.md says in step 8",
      }),
  };
}
