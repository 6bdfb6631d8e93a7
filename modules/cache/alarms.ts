import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import {
  Collection,
  Numeric,
  allOf,
  choose,
  each,
  forEach,
  given,
  heading,
  not,
  shorthand,
  tf,
  when,
} from "../../kernel";
import { named } from "../parts/tags";
import { Context, nameSet } from "./context";

interface Alarm {
  readonly description: string;
  readonly metric: string;
  readonly statistic: "Average" | "Maximum" | "Sum";
  readonly threshold: Numeric;
}

/** Alarms on what makes a cache slow, or lets it forget too early. */
export function createAlarms(scope: Construct, context: Context): void {
  heading(scope, "Alarms");
  const { alarms } = context.inputs;
  createNodeAlarms(scope, context, {
    engine_cpu: {
      description: "the engine is short of CPU, of which it uses one core: add shards, or take a larger node type",
      metric: "EngineCPUUtilization",
      statistic: "Average",
      threshold: alarms.engineCpu,
    },
    memory: {
      description: "memory is nearly full",
      metric: "DatabaseMemoryUsageCountedForEvictPercentage",
      statistic: "Average",
      threshold: alarms.memory,
    },
    evictions: {
      description: "keys are evicted as memory is full",
      metric: "Evictions",
      statistic: "Sum",
      threshold: alarms.evictions,
    },
    connections: {
      description: "clients hold many connections, of which a node takes 65,000",
      metric: "CurrConnections",
      statistic: "Maximum",
      threshold: alarms.connections,
    },
    replication_lag: {
      description: "a replica is behind, and would lose that much in a failover",
      metric: "ReplicationLag",
      statistic: "Maximum",
      threshold: alarms.replicationLag,
    },
  });
  createServerlessAlarms(scope, context, {
    evictions: {
      description: "keys are evicted as max_storage_gb is reached",
      metric: "Evictions",
      statistic: "Sum",
      threshold: alarms.evictions,
    },
    connections: {
      description: "clients hold many connections",
      metric: "CurrConnections",
      statistic: "Maximum",
      threshold: alarms.connections,
    },
    throttled_commands: {
      description: "commands are throttled, as requests grow faster than the cache or reach max_ecpu_per_second",
      metric: "ThrottledCmds",
      statistic: "Sum",
      threshold: alarms.throttledCommands,
    },
  });
}

/** Nodes are called `<cache>-001`, or `<cache>-0001-001` with shards: known before they are there. */
function nodeSuffixes(scope: Construct, { inputs, replicas }: Context): Collection {
  const { alarms, serverless, shards } = inputs;
  const ofShards = tf`[for node in setproduct(range(${shards.count}), range(${replicas} + 1)) : format("%04d-%03d", node[0] + 1, node[1] + 1)]`;
  const ofOne = tf`[for node in range(${replicas} + 1) : format("%03d", node + 1)]`;
  const suffixes = choose(allOf(given(alarms), not(given(serverless))), choose(given(shards), ofShards, ofOne), []);
  return nameSet(scope, "alarmed_nodes", suffixes, "What ElastiCache adds to the cache's id to call its nodes.");
}

function createNodeAlarms(scope: Construct, context: Context, alarms: Readonly<Record<string, Alarm>>): void {
  const nodes = nodeSuffixes(scope, context);
  for (const [id, alarm] of Object.entries(alarms)) {
    const node = `${context.cacheId}-${each.key}`;
    new CloudwatchMetricAlarm(scope, id, {
      forEach: forEach(nodes),
      ...common(context, id, alarm, node),
      dimensions: { CacheClusterId: node },
    });
  }
}

function createServerlessAlarms(scope: Construct, context: Context, alarms: Readonly<Record<string, Alarm>>): void {
  const { inputs, cacheId } = context;
  const wanted = shorthand(scope, "has_serverless_alarms", allOf(given(inputs.alarms), given(inputs.serverless)));
  for (const [id, alarm] of Object.entries(alarms)) {
    new CloudwatchMetricAlarm(scope, `serverless_${id}`, {
      count: when(wanted),
      ...common(context, id, alarm, cacheId),
      dimensions: { clusterId: cacheId },
    });
  }
}

function common({ inputs }: Context, id: string, alarm: Alarm, subject: string) {
  const topics = tf<string[]>`${inputs.alarms.topicArns}`;
  return {
    alarmName: `${subject}-${id.replace(/_/g, "-")}`,
    alarmDescription: `${subject}: ${alarm.description}`,
    namespace: "AWS/ElastiCache",
    metricName: alarm.metric,
    statistic: alarm.statistic,
    period: 300,
    evaluationPeriods: 1,
    comparisonOperator: "GreaterThanOrEqualToThreshold",
    threshold: alarm.threshold,
    treatMissingData: "notBreaching",
    alarmActions: topics,
    okActions: topics,
    tags: named(inputs.tags, subject),
  };
}
