import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { acceptFinding, each, forEach, heading, raw, tf } from "../../kernel";
import { named } from "../parts/tags";
import { Context } from "./context";
import { Parts, commonSettings } from "./instance";
import { replacedWith } from "./origin";
import { storagePerformance } from "./storage";

/** Read replicas in the same region, which keep the subnets, the key and the users of the database. */
export function createReplicas(scope: Construct, context: Context, parts: Parts, database: DbInstance): DbInstance {
  heading(scope, "Read replicas");
  const { inputs } = context;
  const { name, readReplicas, tags } = inputs;
  const replicas = new DbInstance(scope, "replicas", {
    forEach: forEach(readReplicas),
    identifier: `${name}-${each.key}`,
    replicateSourceDb: database.identifier,
    instanceClass: tf`coalesce(each.value.instance_class, ${inputs.instanceClass})`,
    ...commonSettings(context, parts, inputs.performanceInsights),
    parameterGroupName: parts.parameterGroupName,
    multiAz: raw("each.value.multi_az"),
    storageEncrypted: true,
    storageType: inputs.storageType,
    ...storagePerformance(context),
    backupRetentionPeriod: 0,
    skipFinalSnapshot: true,
    deletionProtection: raw("each.value.deletion_protection"),
    applyImmediately: inputs.applyImmediately,
    tags: named(tags, `${name}-${each.key}`),
    lifecycle: { replaceTriggeredBy: replacedWith(parts.origin) },
    dependsOn: [...parts.monitoring.logGroups] as ITerraformDependable[],
  });
  acceptFinding(replicas, "CKV_AWS_133", "A replica holds nothing that the database, which has backups, does not hold");
  acceptFinding(
    replicas,
    "CKV_AWS_293",
    "A replica holds nothing of its own; the caller's choice (deletion_protection)",
  );
  acceptFinding(replicas, "CKV_AWS_157", "The caller's choice (multi_az of each replica)");
  return replicas;
}
