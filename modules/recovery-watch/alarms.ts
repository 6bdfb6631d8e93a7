import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { SfnStateMachine } from "@cdktf/provider-aws/lib/sfn-state-machine";
import { Construct } from "constructs";
import { Flag, choose, each, forEach, given, heading, tf, when } from "../../kernel";
import { named } from "../parts/tags";
import { Context } from "./context";

interface Alarm {
  /** Undefined for one that there always is. */
  readonly wanted?: Flag;
  readonly metric: string;
  readonly description: string;
  /** The alarm rises above this. */
  readonly most: number;
}

/** Two looks in a row: one that is lost wakes nobody. */
const LOOKS = 2;

/** Alarms in the region that survives. No figure is as bad as a bad one: the watch itself has then stopped. */
export function createAlarms(scope: Construct, context: Context, watch: SfnStateMachine): void {
  heading(scope, "Alarms");
  const { inputs } = context;
  const { name, database, replica, snapshots, restoreTest, kit } = inputs;
  const create = (id: string, { wanted, metric, description, most }: Alarm): void => {
    new CloudwatchMetricAlarm(scope, id, {
      ...common(context),
      count: wanted === undefined ? undefined : when(wanted),
      alarmName: `${name}-${id.replace(/_/g, "-")}`,
      alarmDescription: `${name}: ${description}`,
      namespace: inputs.metricNamespace,
      metricName: metric,
      dimensions: { Environment: name },
      statistic: "Maximum",
      period: tf<number>`${inputs.intervalMinutes} * 60`,
      evaluationPeriods: LOOKS,
      threshold: most,
      comparisonOperator: "GreaterThanThreshold",
      treatMissingData: "breaching",
    });
  };
  create("database_copy_age", {
    wanted: given(database),
    metric: "DatabaseCopyAge",
    description: "the replicated backup of the database is older than may be lost, or nobody measures it",
    most: database.maxAge,
  });
  create("replica_stopped", {
    wanted: given(replica),
    metric: "ReplicaStopped",
    description: "the read replica of the database follows its source no more, or nobody looks",
    most: 0,
  });
  create("kit_age", {
    wanted: given(kit.alarm),
    metric: "KitAge",
    description: "the kit to recover from is older than it may be, is not there, or nobody looks",
    most: kit.alarm.maxAge,
  });
  create("snapshot_copy_age", {
    wanted: given(snapshots),
    metric: "SnapshotCopyAge",
    description: "no copy of a snapshot is as young as it should be, or nobody measures it",
    most: snapshots.maxAge,
  });
  create("failed_restore_tests", {
    wanted: given(restoreTest),
    metric: "FailedRestoreTests",
    description: "the newest copy could not be restored when AWS Backup tried it, or nobody looks",
    most: 0,
  });
  create("missing_images", {
    metric: "MissingImages",
    description: "an image that runs is not in the recovery region, or nobody looks for it",
    most: 0,
  });
  create("stale_secrets", {
    metric: "StaleSecrets",
    description: "the copy of a secret does not follow it, or nobody looks for it",
    most: 0,
  });
  new CloudwatchMetricAlarm(scope, "watch_failed", {
    ...common(context),
    alarmName: `${name}-recovery-watch-failed`,
    alarmDescription: `${name}: the watch could not measure everything, or not remember it; see its log`,
    namespace: "AWS/States",
    metricName: "ExecutionsFailed",
    dimensions: { StateMachineArn: watch.arn },
    statistic: "Sum",
    period: tf<number>`${inputs.intervalMinutes} * 60`,
    evaluationPeriods: LOOKS,
    threshold: 1,
    comparisonOperator: "GreaterThanOrEqualToThreshold",
    treatMissingData: "notBreaching",
  });
  watchBuckets(scope, context);
  watchReplica(scope, context);
}

/** Minutes that a lag must last: one of nothing but an idle source ends after five. */
const LAG_MINUTES = 6;

/**
 * RDS publishes the lag each minute, and nothing once the replica is promoted, broken or gone, which is worse than any lag.
 *
 * Source: Amazon RDS User Guide, "Monitoring replication in RDS for PostgreSQL": with no transactions on the source, the
 * replica reports a lag of up to five minutes.
 */
function watchReplica(scope: Construct, context: Context): void {
  const { name, replica } = context.inputs;
  new CloudwatchMetricAlarm(scope, "replica_lag", {
    ...common(context),
    forEach: forEach(choose(given(replica), tf`{ for lag in ${replica.lags} : tostring(lag) => lag }`, {})),
    alarmName: `${name}-replica-lag-${each.key}`,
    alarmDescription: `${name}: the read replica of the database is ${each.key} s behind or more, or nobody measures it`,
    namespace: "AWS/RDS",
    metricName: "ReplicaLag",
    dimensions: { DBInstanceIdentifier: replica.identifier },
    statistic: "Maximum",
    period: 60,
    evaluationPeriods: LAG_MINUTES,
    threshold: tf<number>`each.value`,
    comparisonOperator: "GreaterThanOrEqualToThreshold",
    treatMissingData: "breaching",
  });
}

/** Source: Amazon S3 User Guide, "Using S3 Replication metrics": this one is published in the region of the destination. */
function watchBuckets(scope: Construct, context: Context): void {
  const { name, buckets } = context.inputs;
  new CloudwatchMetricAlarm(scope, "replication_latency", {
    ...common(context),
    forEach: forEach(buckets),
    alarmName: `${name}-replication-latency-${each.key}`,
    alarmDescription: `${name}: the copy of the bucket ${each.key} is behind`,
    namespace: "AWS/S3",
    metricName: "ReplicationLatency",
    dimensions: tf`{
      SourceBucket = each.value.source, DestinationBucket = each.value.destination, RuleId = each.value.rule_id
    }`,
    statistic: "Maximum",
    period: 300,
    evaluationPeriods: LOOKS,
    threshold: tf<number>`each.value.max_latency`,
    comparisonOperator: "GreaterThanThreshold",
    // A bucket that nobody writes to has no latency to tell.
    treatMissingData: "notBreaching",
  });
}

const common = ({ inputs }: Context) => ({
  alarmActions: tf<string[]>`${inputs.alarmTopicArns}`,
  okActions: tf<string[]>`${inputs.alarmTopicArns}`,
  tags: named(inputs.tags, inputs.name),
});
