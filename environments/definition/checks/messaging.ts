import { Problem } from "../../../kernel";
import { DEAD_LETTERS_ENDING } from "../../../modules/queue/inputs";
import { recovered } from "../recovered";
import type { EnvironmentDefinition } from "../schema/environment";
import { Uses, receivedBy } from "../schema/uses";

/** The rules about queues and topics, and who works with them. They look at parts of the right shape only. */
export const checkMessaging = (definition: EnvironmentDefinition): Problem[] => [
  ...withoutConsumers(definition),
  ...reservedNames(definition),
  ...deliveries(definition),
  ...takenServiceNames(definition),
  ...backlogs(definition),
];

/** What queues and topics are there for nothing as far as the environment says, as sentences: others may send, or listen. */
export function unusedMessaging(definition: EnvironmentDefinition): string[] {
  const { queues = {}, topics = {} } = definition;
  const uses = usesOf(definition);
  const sends = (queue: string): boolean =>
    uses.some((one) => one.queues?.[queue]?.startsWith("send")) ||
    Object.values(topics).some((topic) => queue in (topic.queues ?? {}));
  return [
    ...Object.entries(queues)
      .filter(([key, { eventSources = {} }]) => !sends(key) && Object.keys(eventSources).length === 0)
      .map(
        ([key]) =>
          `queues["${key}"]: nothing that the environment states sends to it. State uses: { queues: { "${key}": "send" } } of a service, queues of a topic, or eventSources; whoever else sends needs rights of his own.`,
      ),
    ...Object.entries(topics)
      .filter(([key, { eventSources = {} }]) => !uses.some((one) => one.topics?.includes(key)) && isEmpty(eventSources))
      .map(
        ([key]) =>
          `topics["${key}"]: nothing that the environment states publishes to it. State uses: { topics: ["${key}"] } of a service, or eventSources.`,
      ),
    ...Object.entries(topics)
      .filter(([, { queues: to = {}, subscriptions = {} }]) => isEmpty(to) && isEmpty(subscriptions))
      .map(
        ([key]) =>
          `topics["${key}"]: nobody gets its messages, which SNS drops. State queues or subscriptions of it; what others subscribe is theirs.`,
      ),
  ];
}

/** Of services that run here, and of those that run in the recovery region. */
function withoutConsumers(definition: EnvironmentDefinition): Problem[] {
  const missing = (stated: EnvironmentDefinition): string[] =>
    Object.keys(stated.queues ?? {}).filter(
      (queue) => !usesOf(stated).some((uses) => receivedBy(uses).includes(queue)),
    );
  const here = missing(definition);
  const there = definition.recovery ? missing(recovered(definition)).filter((queue) => !here.includes(queue)) : [];
  const problem = (queue: string, where: string): Problem => ({
    path: `queues["${queue}"]`,
    message: `must have a service that receives from it${where}: SQS deletes what nobody has received; state uses: { queues: { "${queue}": "receive" } } of the service, or take the queue out`,
  });
  return [
    ...here.map((queue) => problem(queue, "")),
    ...there.map((queue) => problem(queue, " in the recovery region, where recovery.services takes it away")),
  ];
}

/** A queue's dead letters are a queue of their own, in the same space of names. */
const reservedNames = ({ queues = {} }: EnvironmentDefinition): Problem[] =>
  Object.keys(queues)
    .filter((key) => key.endsWith(DEAD_LETTERS_ENDING))
    .map((key) => ({
      path: `queues["${key}"]`,
      message: `must not end with ${DEAD_LETTERS_ENDING}: the queue of another one's dead letters is called so`,
      value: key,
    }));

/** What topics deliver to queues. Source: Amazon SNS Developer Guide, "Amazon SNS message delivery for FIFO topics". */
function deliveries({ queues = {}, topics = {} }: EnvironmentDefinition): Problem[] {
  const known = Object.keys(queues);
  return Object.entries(topics).flatMap(([topic, { fifo, queues: to = {}, subscriptions = {} }]) =>
    Object.keys(to).flatMap((queue): Problem[] => {
      const path = `topics["${topic}"].queues["${queue}"]`;
      if (!known.includes(queue)) {
        const message = `must be one of queues: there ${known.length === 0 ? "is none" : `are ${known.join(", ")}`}`;
        return [{ path, message, value: queue }];
      }
      return [
        ...(queues[queue].fifo && !fifo
          ? [
              {
                path,
                message: "must be a standard queue: only a FIFO topic delivers to a FIFO queue; state fifo of both",
              },
            ]
          : []),
        ...(`queue-${queue}` in subscriptions
          ? [
              {
                path: `topics["${topic}"].subscriptions["queue-${queue}"]`,
                message: `must have another name: queues["${queue}"] is subscribed under this one`,
              },
            ]
          : []),
      ];
    }),
  );
}

/** Queues and topics stand in the stack beside the services, under names that begin so. */
function takenServiceNames({ services, queues = {}, topics = {} }: EnvironmentDefinition): Problem[] {
  const taken = [
    ...Object.keys(queues).map((key) => ({ what: `queues["${key}"]`, name: `queue-${key}` })),
    ...Object.keys(topics).map((key) => ({ what: `topics["${key}"]`, name: `topic-${key}` })),
  ];
  return Object.keys(services ?? {}).flatMap((service) => {
    const found = taken.find(({ name }) => service === name || service.startsWith(`${name}-`));
    if (!found) return [];
    const message = `must not be called like, or begin with, ${found.name}: ${found.what} is called so in the stack; rename one of them`;
    return [{ path: `services["${service}"]`, message, value: service }];
  });
}

/** A service scales by the queue that it receives from, and Container Insights tell how many of its tasks run. */
const backlogs = ({ services = {}, cluster }: EnvironmentDefinition): Problem[] =>
  Object.entries(services).flatMap(([name, service]): Problem[] => {
    if (!service?.backlog) return [];
    const path = `services["${name}"].backlog`;
    const queues = receivedBy(service.uses);
    return [
      ...(queues.length === 1
        ? []
        : [
            {
              path,
              message: `needs one queue that the service receives from, whose messages are counted; uses.queues has ${queues.length === 0 ? "none" : queues.join(" and ")}`,
            },
          ]),
      ...(cluster?.containerInsights === "disabled"
        ? [{ path, message: "needs cluster.containerInsights, which counts the tasks that run, and is disabled" }]
        : []),
    ];
  });

const isEmpty = (map: object): boolean => Object.keys(map).length === 0;

const usesOf = ({ services }: EnvironmentDefinition): Uses[] =>
  Object.values(services ?? {}).flatMap((service) => (service as { uses?: Uses } | undefined)?.uses ?? []);
