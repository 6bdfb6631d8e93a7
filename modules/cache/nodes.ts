import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { ElasticacheReplicationGroup } from "@cdktf/provider-aws/lib/elasticache-replication-group";
import { ElasticacheSubnetGroup } from "@cdktf/provider-aws/lib/elasticache-subnet-group";
import { Construct } from "constructs";
import {
  Flag,
  acceptFinding,
  anyOf,
  choose,
  comment,
  dynamic,
  each,
  forEach,
  given,
  heading,
  item,
  not,
  one,
  tf,
  when,
} from "../../kernel";
import { Precondition } from "../parts/replacement";
import { named } from "../parts/tags";
import { Context, nameSet } from "./context";

/** What the cache is made of, in either shape. */
export interface Parts {
  readonly kmsKeyArn: string;
  readonly securityGroupId: string;
  readonly userGroupId: string;
  /** What must hold before the cache is made or changed. */
  readonly guards: Precondition[];
}

/** What nodes have beside. */
export interface NodeParts extends Parts {
  readonly parameterGroupName: string;
  readonly logs: CloudwatchLogGroup;
}

/** One log group for each log of the nodes. */
export function createLogGroups(scope: Construct, { inputs }: Context, kmsKeyArn: string): CloudwatchLogGroup {
  heading(scope, "Logs");
  const { name, serverless, logs, logRetentionDays, tags } = inputs;
  const wanted = tf`${logs} == null ? ["slow-log", "engine-log"] : tolist(${logs})`;
  return new CloudwatchLogGroup(scope, "this#logs", {
    forEach: forEach(nameSet(scope, "log_types", choose(given(serverless), [], wanted), "The logs that nodes write.")),
    name: `/elasticache/${name}/${each.key}`,
    retentionInDays: logRetentionDays,
    kmsKeyId: kmsKeyArn,
    tags: named(tags, `${name}-${each.key}`),
  });
}

/** The nodes: one shard or several, each with its replicas. */
export function createNodes(scope: Construct, context: Context, parts: NodeParts): ElasticacheReplicationGroup {
  heading(scope, "Nodes");
  const { inputs, cacheId, engineVersion, nodeType, port, replicas } = context;
  const { serverless, shards, snapshot, skipFinalSnapshot, tags } = inputs;
  const finalSnapshotName = tf`coalesce(${inputs.finalSnapshotName}, ${`${cacheId}-final`})`;
  const subnets = createSubnetGroup(scope, context);
  const group = new ElasticacheReplicationGroup(scope, "this#nodes", {
    count: when(not(given(serverless))),
    replicationGroupId: cacheId,
    description: `Cache ${inputs.name}`,
    engine: inputs.engine,
    engineVersion,
    nodeType,
    dataTieringEnabled: context.isTiered,
    port,
    parameterGroupName: parts.parameterGroupName,
    clusterMode: choose(given(shards), "enabled", "disabled"),
    numCacheClusters: choose(given(shards), null, tf`${replicas} + 1`),
    numNodeGroups: choose(given(shards), shards.count, null),
    replicasPerNodeGroup: choose(given(shards), replicas, null),
    automaticFailoverEnabled: anyOf(given(shards), tf<Flag>`${replicas} > 0`),
    multiAzEnabled: tf<Flag>`coalesce(${inputs.multiAz}, true)`,
    subnetGroupName: one(subnets, "name"),
    securityGroupIds: [parts.securityGroupId],
    networkType: tf<string>`coalesce(${inputs.networkType}, "ipv4")`,
    ipDiscovery: tf<string>`coalesce(${inputs.ipDiscovery}, coalesce(${inputs.networkType}, "ipv4") == "ipv6" ? "ipv6" : "ipv4")`,
    atRestEncryptionEnabled: "true",
    kmsKeyId: parts.kmsKeyArn,
    transitEncryptionEnabled: inputs.transitEncryption,
    transitEncryptionMode: "required",
    userGroupIds: [parts.userGroupId],
    snapshotRetentionLimit: inputs.snapshotRetentionDays,
    snapshotWindow: inputs.snapshotWindow,
    snapshotName: choose(given(snapshot), snapshot.name, null),
    snapshotArns: choose(given(snapshot), snapshot.arns, null),
    finalSnapshotIdentifier: choose(skipFinalSnapshot, null, finalSnapshotName),
    maintenanceWindow: tf<string>`coalesce(${inputs.maintenanceWindow}, "sun:05:00-sun:06:00")`,
    applyImmediately: tf<Flag>`coalesce(${inputs.applyImmediately}, false)`,
    autoMinorVersionUpgrade: tf<string>`coalesce(${inputs.autoMinorVersionUpgrade}, true)`,
    notificationTopicArn: inputs.notificationTopicArn,
    logDeliveryConfiguration: dynamic(parts.logs, {
      destination: item("log_delivery_configuration", "name"),
      destinationType: "cloudwatch-logs",
      logFormat: "json",
      logType: tf`log_delivery_configuration.key`,
    }),
    tags: named(tags, cacheId),
    lifecycle: {
      createBeforeDestroy: true,
      // The strategy belongs to AUTH tokens, which this module has none of; an import would otherwise try to set it, and fail.
      ignoreChanges: ["snapshot_name", "snapshot_arns", "auth_token_update_strategy"],
      precondition: parts.guards,
    },
  });
  acceptFinding(
    group,
    "CKV2_AWS_50",
    "Failover is automatic wherever there is a replica, which is the default; checkov cannot compute it",
  );
  return comment(
    group,
    "create_before_destroy guards the data: unless replacements is raised, a replacement would have the id of the cache that is still there, and so fails before anything is destroyed.",
  );
}

function createSubnetGroup(scope: Construct, { inputs, cacheId }: Context): ElasticacheSubnetGroup {
  const { serverless, subnetIds, tags } = inputs;
  return new ElasticacheSubnetGroup(scope, "this#subnets", {
    count: when(not(given(serverless))),
    name: cacheId,
    description: `Subnets of ${cacheId}`,
    subnetIds: tf<string[]>`${subnetIds}`,
    tags: named(tags, cacheId),
  });
}
