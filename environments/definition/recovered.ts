import { connected } from "./calls";
import type { EnvironmentDefinition } from "./schema/environment";

type Topics = NonNullable<EnvironmentDefinition["topics"]>;
type Subscriptions = NonNullable<Topics[string]["subscriptions"]>;

/** What names the primary region stays there: keys, what sends, what is delivered to by its ARN. Its alarms tell others. */
const elsewhere = <T extends object>(stated: T, recovery: NonNullable<EnvironmentDefinition["recovery"]>): T => ({
  ...stated,
  kmsKey: undefined,
  eventSources: undefined,
  alarmTopicArns: recovery.alarmTopicArns,
});

/** Subscriptions of people and of addresses, who are told by either region. */
const ofPeople = (subscriptions: Subscriptions = {}): Subscriptions =>
  Object.fromEntries(
    Object.entries(subscriptions)
      .filter(([, one]) => !String(one?.endpoint).startsWith("arn:"))
      .map(([key, one]) => [key, { ...one, deadLetters: undefined }]),
  );

/**
 * An environment as the recovery region runs it: what `recovery.services` and `recovery.loadBalancer` state is laid over
 * what the environment states, input by input; its queues and topics have nothing of the primary region's. Without a recovery region it is the environment itself.
 */
export function recovered<T extends EnvironmentDefinition>(environment: T): T {
  const { recovery, services, loadBalancer } = environment;
  if (!recovery) return environment;
  const laidOver = Object.entries(services ?? {}).map(([name, service]) => [
    name,
    { ...service, ...recovery.services?.[name] },
  ]);
  return connected({
    ...environment,
    services: Object.fromEntries(laidOver) as T["services"],
    loadBalancer: { ...loadBalancer, ...recovery.loadBalancer },
    queues: mapped(environment.queues, (queue) => elsewhere(queue, recovery)),
    topics: mapped(environment.topics, (topic) => ({
      ...elsewhere(topic, recovery),
      subscriptions: ofPeople(topic.subscriptions),
    })),
  });
}

const mapped = <T>(map: Readonly<Record<string, T>> | undefined, change: (item: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(map ?? {}).map(([key, item]) => [key, change(item)]));
