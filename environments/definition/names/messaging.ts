import { partitionOf } from "../../../modules/parts/partitions";
import { DEAD_LETTERS_ENDING } from "../../../modules/queue/inputs";
import type { EnvironmentDefinition } from "../schema/environment";

/** Where something of an environment stands: in a region, under names that begin so. */
export interface Whereabouts {
  readonly region: string;
  /** What its names begin with: `nimbus-production`, and in the recovery region `nimbus-production-dr`. */
  readonly owner: string;
}

/** Names of a queue and of its dead letters, as SQS has them. */
export const queueNames = ({ queues }: EnvironmentDefinition, owner: string, queue: string): [string, string] => {
  const fifo = queues?.[queue]?.fifo ? ".fifo" : "";
  return [`${owner}-${queue}${fifo}`, `${owner}-${queue}${DEAD_LETTERS_ENDING}${fifo}`];
};

/** Name of a topic, as SNS has it. */
export const topicName = ({ topics }: EnvironmentDefinition, owner: string, topic: string): string =>
  `${owner}-${topic}${topics?.[topic]?.fifo ? ".fifo" : ""}`;

/** Address of a queue, which it has whoever made it. Source: Amazon SQS Developer Guide, "Queue and message identifiers". */
export const queueUrl = (environment: EnvironmentDefinition, { region, owner }: Whereabouts, queue: string): string =>
  `https://sqs.${region}.${partitionOf(region).dnsSuffix}/${environment.accountId}/${queueNames(environment, owner, queue)[0]}`;

/** ARN of a topic, which it has whoever made it. */
export const topicArn = (environment: EnvironmentDefinition, { region, owner }: Whereabouts, topic: string): string =>
  `arn:${partitionOf(region).id}:sns:${region}:${environment.accountId}:${topicName(environment, owner, topic)}`;
