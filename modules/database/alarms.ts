import { CloudwatchMetricAlarm, CloudwatchMetricAlarmConfig } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { Construct } from "constructs";
import { Flag, allOf, comment, each, forEach, given, heading, local, raw, tf, when } from "../../kernel";
import { named } from "../parts/tags";
import { memoryHcl } from "./classes";
import { Context } from "./context";

interface Alarm {
  readonly wanted: Flag;
  readonly description: string;
  readonly metric: string;
  readonly statistic: "Average" | "Minimum" | "Maximum";
  readonly threshold: number;
  readonly above: boolean;
}

const BYTES_PER_MIB = 1024 * 1024;
const BYTES_PER_GIB = 1024 * BYTES_PER_MIB;
/** Bytes of memory for each connection, and the most connections, that RDS allows by default (parameter max_connections). */
const BYTES_PER_CONNECTION = 9_531_392;
const MOST_CONNECTIONS = 5000;

/** Alarms on what ends in an outage when nobody looks: no CPU, storage, memory or connections left, a replica that is behind. */
export function createAlarms(scope: Construct, context: Context, database: DbInstance, replicas: DbInstance): void {
  heading(scope, "Alarms");
  const { inputs, isReplica } = context;
  const { name, alarms, tuning, instanceClass } = inputs;
  const wanted = given(alarms);
  const memory = comment(
    local(scope, "memory", tf`[for class in [${instanceClass}] : ${raw(memoryHcl("class"))}][0]`),
    "MiB of the instance class, as its name says; null for a class whose name does not.",
  );
  const connections = comment(
    local(
      scope,
      "max_connections",
      tf`coalesce(${tuning.maxConnections}, try(min(floor(${memory} * ${BYTES_PER_MIB} / ${BYTES_PER_CONNECTION}), ${MOST_CONNECTIONS}), ${MOST_CONNECTIONS}))`,
    ),
    "Connections that there can be: as stated, or what RDS derives from the memory of the class.",
  );
  const common = settings(context);
  const create = (id: string, alarm: Alarm): void => {
    new CloudwatchMetricAlarm(scope, id, {
      ...common,
      count: when(alarm.wanted),
      alarmName: `${name}-database-${id.replace(/#.*$/, "").replace(/_/g, "-")}`,
      alarmDescription: `${name}: ${alarm.description}`,
      metricName: alarm.metric,
      dimensions: { DBInstanceIdentifier: database.identifier },
      statistic: alarm.statistic,
      comparisonOperator: alarm.above ? "GreaterThanOrEqualToThreshold" : "LessThanOrEqualToThreshold",
      threshold: alarm.threshold,
    });
  };
  create("cpu#alarm", {
    wanted,
    description: "the database is short of CPU",
    metric: "CPUUtilization",
    statistic: "Average",
    threshold: alarms.cpu,
    above: true,
  });
  create("free_storage", {
    wanted,
    description: "the storage is nearly full, and the database stops when it is",
    metric: "FreeStorageSpace",
    statistic: "Minimum",
    threshold: tf`${alarms.freeStorage} * ${BYTES_PER_GIB}`,
    above: false,
  });
  create("free_memory", {
    wanted,
    description: "the database is short of memory",
    metric: "FreeableMemory",
    statistic: "Average",
    threshold: tf`${alarms.freeMemory} * ${BYTES_PER_MIB}`,
    above: false,
  });
  create("connections", {
    wanted,
    description: "most of the connections are taken",
    metric: "DatabaseConnections",
    statistic: "Maximum",
    threshold: tf`floor(${connections} * ${alarms.connections} / 100)`,
    above: true,
  });
  create("replica_lag", {
    wanted: allOf(wanted, isReplica),
    description: "the database is behind the one that it copies",
    metric: "ReplicaLag",
    statistic: "Maximum",
    threshold: alarms.replicaLag,
    above: true,
  });
  new CloudwatchMetricAlarm(scope, "replicas_lag", {
    ...common,
    forEach: forEach(tf`{ for name, replica in ${replicas} : name => replica.identifier if ${wanted} }`),
    alarmName: `${name}-database-${each.key}-replica-lag`,
    alarmDescription: `${name}: read replica ${each.key} is behind`,
    metricName: "ReplicaLag",
    dimensions: { DBInstanceIdentifier: each.value },
    statistic: "Maximum",
    comparisonOperator: "GreaterThanOrEqualToThreshold",
    threshold: alarms.replicaLag,
  });
}

const settings = ({
  inputs,
}: Context): Omit<CloudwatchMetricAlarmConfig, "alarmName" | "comparisonOperator" | "count"> & {
  readonly evaluationPeriods: number;
} => ({
  namespace: "AWS/RDS",
  period: 60,
  evaluationPeriods: 5,
  treatMissingData: "notBreaching",
  alarmActions: tf<string[]>`${inputs.alarms.topicArns}`,
  okActions: tf<string[]>`${inputs.alarms.topicArns}`,
  tags: named(inputs.tags, inputs.name),
});
