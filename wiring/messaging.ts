import { Environment } from "../environments/definition";
import { Whereabouts, topicArn } from "../environments/definition/names/messaging";
import { Stack } from "../kernel";
import { Queue, QueueProps } from "../modules/queue";
import { Topic, TopicProps } from "../modules/topic";

/** The environment's queues and topics in a region, with the ways from the topics to the queues. */
export class Messaging {
  private readonly queues: ReadonlyMap<string, Queue>;
  private readonly topics: ReadonlyMap<string, Topic>;

  /** @param environment as the region has it */
  constructor(
    stack: Stack,
    private readonly environment: Environment,
    private readonly at: Whereabouts,
  ) {
    this.queues = new Map(
      Object.entries(environment.queues ?? {}).map(([key, stated]) => [
        key,
        new Queue(stack, `queue_${key}`, {
          name: `${at.owner}-${key}`,
          ...stated,
          eventSources: { ...stated.eventSources, ...this.topicsOf(key) },
        }),
      ]),
    );
    this.topics = new Map(
      Object.entries(environment.topics ?? {}).map(([key, { queues, ...stated }]) => [
        key,
        new Topic(stack, `topic_${key}`, {
          name: `${at.owner}-${key}`,
          ...stated,
          subscriptions: { ...stated.subscriptions, ...this.subscriptions(queues) },
        }),
      ]),
    );
  }

  /** A queue by its name in the environment, whose rules refuse a service that uses what is not there. */
  queue(key: string): Queue {
    return present(this.queues.get(key), `queues.${key}`);
  }

  /** A topic by its name in the environment. */
  topic(key: string): Topic {
    return present(this.topics.get(key), `topics.${key}`);
  }

  /** Topics that a queue lets send, by ARNs that are known before they are made: each of the two needs the other's. */
  private topicsOf(queue: string): NonNullable<QueueProps["eventSources"]> {
    const { environment, at } = this;
    const topics = Object.entries(environment.topics ?? {}).filter(([, { queues = {} }]) => queue in queues);
    return Object.fromEntries(
      topics.map(([key]) => [`topic-${key}`, { service: "sns" as const, sourceArn: topicArn(environment, at, key) }]),
    );
  }

  private subscriptions(
    queues: NonNullable<Environment["topics"]>[string]["queues"] = {},
  ): TopicProps["subscriptions"] {
    return Object.fromEntries(
      Object.entries(queues).map(([key, delivery]) => [
        `queue-${key}`,
        { protocol: "sqs" as const, endpoint: this.queue(key).arn, ...delivery },
      ]),
    );
  }
}

function present<T>(part: T | undefined, what: string): T {
  if (part === undefined) throw new Error(`the environment has no ${what}`);
  return part;
}
