import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import { heading, tf } from "../../kernel";
import { named } from "../parts/tags";
import { Context } from "./context";

/**
 * What says that nobody works on the messages, or nobody can. Source: Amazon SQS Developer Guide, "Available CloudWatch
 * metrics": of a queue that nobody has used for six hours there is no data, and none is a good sign then.
 */
export function createAlarms(scope: Construct, { inputs, name, deadLettersName }: Context): void {
  heading(scope, "Alarms");
  const { alarmTopicArns, maxAge, tags } = inputs;
  const common = {
    namespace: "AWS/SQS",
    statistic: "Maximum",
    comparisonOperator: "GreaterThanThreshold",
    treatMissingData: "notBreaching",
    alarmActions: tf<string[]>`${alarmTopicArns}`,
    okActions: tf<string[]>`${alarmTopicArns}`,
    tags: named(tags, inputs.name),
  };
  new CloudwatchMetricAlarm(scope, "age", {
    ...common,
    alarmName: `${inputs.name}-age`,
    alarmDescription: `${inputs.name}: the oldest message waits for more than ${tf<string>`${maxAge}`} seconds; nobody receives, or not fast enough`,
    metricName: "ApproximateAgeOfOldestMessage",
    dimensions: { QueueName: name },
    // Three minutes in five: a message that is worked on for long is not old by itself.
    period: 60,
    evaluationPeriods: 5,
    datapointsToAlarm: 3,
    threshold: maxAge,
  });
  new CloudwatchMetricAlarm(scope, "dead_letters_alarm", {
    ...common,
    alarmName: `${inputs.name}-dead-letters`,
    alarmDescription: `${inputs.name}: there are messages that nobody managed to work on; mend the fault, and move them back (StartMessageMoveTask)`,
    metricName: "ApproximateNumberOfMessagesVisible",
    dimensions: { QueueName: deadLettersName },
    period: 60,
    evaluationPeriods: 1,
    threshold: 0,
  });
}
