import { DataAwsDbSnapshot } from "@cdktf/provider-aws/lib/data-aws-db-snapshot";
import { DataAwsResourcegroupstaggingapiResources } from "@cdktf/provider-aws/lib/data-aws-resourcegroupstaggingapi-resources";
import { Expression, Stack, each, forEach, local, tf } from "../../../kernel";
import { Candidate, FindContext } from "../mechanism";

/** The newest snapshot that is complete, of this environment, and encrypted with a key that is enabled; or the named one. */
export function findSnapshot(stack: Stack, context: FindContext): Candidate {
  const { application, environment, region, lifelines, key, named } = context;
  const snapshots = taggedSnapshots(stack, context);
  const value = (id: string, expression: Expression): Expression => tf`${local(stack, id, expression)}`;
  const usable = value(
    "usable_snapshots",
    tf`{ for arn, snapshot in ${snapshots} : snapshot.db_snapshot_identifier => {
      data_until = coalesce(snapshot.original_snapshot_create_time, snapshot.snapshot_create_time)
      allocated_storage = snapshot.allocated_storage
      database = snapshot.db_instance_identifier
    } if snapshot.status == "available" && (!snapshot.encrypted || snapshot.kms_key_id == ${key.arn} && ${key.enabled}) }`,
  );
  // A restored database takes snapshots of its own: newer ones, of older data, which somebody may have tried things on.
  const original = tf`try(${lifelines.database.identifier}, null)`;
  const newest = value(
    "newest_snapshot",
    tf`try(element(split(" ", reverse(sort([for id, snapshot in ${usable} : "\${snapshot.data_until} \${id}" if snapshot.database == ${original}]))[0]), 1), null)`,
  );
  const chosen = value("chosen_snapshot", tf`${named} != null ? ${named} : ${newest}`);
  const found = tf`lookup(${usable}, coalesce(${chosen}, "none"), null)`;
  return {
    isThere: tf`${newest} != null`,
    origin: ["snapshot", { id: chosen }],
    allocatedStorage: tf`try(${found}.allocated_storage, null)`,
    copy: chosen,
    dataUntil: tf`try(${found}.data_until, null)`,
    wellFormed: [],
    restorable: [
      {
        condition: tf`${named} == null ? true : contains(keys(${usable}), ${named})`,
        errorMessage: `The snapshot ${tf`${named}`} cannot be restored in ${region}: it is not there, is not complete, is not of ${application} ${environment}, or is not encrypted with ${tf`${key.arn}`}. Those that can be are: ${tf`coalesce(join(", ", keys(${usable})), "none")`}. Name one of them, or none to take the newest copy. Nothing was made.`,
      },
    ],
    absence: `${tf`${reasons(snapshots, key.arn)}`}`,
  };
}

/** All snapshots that are tagged as this environment's, by their ARNs. */
function taggedSnapshots(stack: Stack, { application, environment }: FindContext): Expression {
  const tagged = new DataAwsResourcegroupstaggingapiResources(stack, "snapshots", {
    resourceTypeFilters: ["rds:snapshot"],
    tagFilter: [
      { key: "Application", values: [application] },
      { key: "Environment", values: [environment] },
    ],
  });
  const found = new DataAwsDbSnapshot(stack, "snapshots#found", {
    forEach: forEach(tf`toset(${tagged}.resource_tag_mapping_list[*].resource_arn)`),
    dbSnapshotIdentifier: tf<string>`regex("snapshot:(.+)$", ${each.key})[0]`,
    snapshotType: tf<string>`strcontains(${each.key}, ":awsbackup:") ? "awsbackup" : null`,
  });
  return tf`${found}`;
}

/** Why none of the snapshots can be restored, in words. */
function reasons(snapshots: Expression, keyArn: Expression): Expression {
  const found = tf`[for one in values(${snapshots}) : one.status == "available" ? "\${one.db_snapshot_identifier} is encrypted with \${one.kms_key_id} instead of \${${keyArn}}" : "\${one.db_snapshot_identifier} is \${one.status}"]`;
  return tf`length(${snapshots}) == 0 ? "there is no snapshot of it" : "of its snapshots \${join(", ", ${found})}"`;
}
