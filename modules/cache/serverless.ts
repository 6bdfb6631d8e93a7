import { ElasticacheServerlessCache } from "@cdktf/provider-aws/lib/elasticache-serverless-cache";
import { Construct } from "constructs";
import { Check, Flag, anyOf, choose, given, heading, not, tf, when } from "../../kernel";
import { named } from "../parts/tags";
import { Context } from "./context";
import { Parts } from "./nodes";

/** The serverless cache. */
export function createServerless(scope: Construct, context: Context, parts: Parts): ElasticacheServerlessCache {
  heading(scope, "Serverless cache");
  const { inputs, cacheId, engineVersion } = context;
  const { serverless, snapshot, snapshotWindow, subnetIds, tags } = inputs;
  const cache = new ElasticacheServerlessCache(scope, "this#serverless", {
    count: when(given(serverless)),
    name: cacheId,
    description: `Cache ${inputs.name}`,
    engine: inputs.engine,
    majorEngineVersion: engineVersion,
    cacheUsageLimits: [
      {
        dataStorage: [{ unit: "GB", minimum: serverless.minStorageGb, maximum: serverless.maxStorageGb }],
        ecpuPerSecond: [{ minimum: serverless.minEcpuPerSecond, maximum: serverless.maxEcpuPerSecond }],
      },
    ],
    subnetIds: tf<string[]>`${subnetIds}`,
    securityGroupIds: [parts.securityGroupId],
    kmsKeyId: parts.kmsKeyArn,
    userGroupId: parts.userGroupId,
    snapshotRetentionLimit: inputs.snapshotRetentionDays,
    dailySnapshotTime: tf<string>`split("-", ${snapshotWindow})[0]`,
    snapshotArnsToRestore: choose(given(snapshot), snapshot.arns, null),
    tags: named(tags, cacheId),
    lifecycle: {
      createBeforeDestroy: true,
      ignoreChanges: ["snapshot_arns_to_restore", "subnet_ids"],
      precondition: parts.guards,
    },
  });
  warnOfOtherSubnets(scope, context, cache);
  return cache;
}

/** AWS cannot move a serverless cache: what the caller would take for done is said in each plan. */
function warnOfOtherSubnets(scope: Construct, { inputs }: Context, cache: ElasticacheServerlessCache): void {
  const same = tf<Flag>`alltrue([for used in ${cache}[*].subnet_ids : used == toset(${inputs.subnetIds})])`;
  new Check(scope, "subnets", {
    condition: anyOf(not(given(inputs.serverless)), same),
    message: `The serverless cache ${inputs.name} stays in the subnets that it was made in: AWS cannot move it. Give it its old subnet_ids, or raise replacements for a new cache in the new ones.`,
  });
}
