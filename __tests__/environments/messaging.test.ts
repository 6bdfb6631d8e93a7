import { EnvironmentDefinition, checkEnvironment } from "../../environments/definition";
import production from "../fixtures/environments/production";
import { synthesizeEnvironment } from "../whole-environment";

/** Queues and topics of an environment: who works with them, in both regions. */

const { web } = production.services;

type Change = (environment: {
  -readonly [Key in keyof EnvironmentDefinition]: EnvironmentDefinition[Key];
}) => void;

/** Production with a queue that two services share, and a topic that delivers to it. */
function messaging(change: Change = () => undefined): EnvironmentDefinition {
  const environment = {
    ...structuredClone(production),
    queues: { mails: { alarmTopicArns: ["arn:aws:sns:us-east-1:123456789012:on-call"] } },
    topics: {
      orders: {
        queues: { mails: { raw: true } },
        subscriptions: {
          team: { protocol: "email" as const, endpoint: "team@example.com" },
          mirror: { protocol: "sqs" as const, endpoint: "arn:aws:sqs:us-east-1:123456789012:mirror" },
        },
      },
    },
    services: {
      web: { ...web, uses: { ...web.uses, queues: { mails: "send" as const }, topics: ["orders"] } },
      worker: { ...web, routing: undefined, uses: { queues: { mails: "receive" as const } } },
    },
  };
  change(environment);
  return environment;
}

describe("each side gets what it says, and no more", () => {
  const stacks = new Map(synthesizeEnvironment(messaging()).map((stack) => [stack.name, stack]));
  const text = (stack: string, type: string, name: string): string => {
    const found = stacks.get(stack)?.json.resource as Record<string, Record<string, unknown>> | undefined;
    return JSON.stringify(found?.[type]?.[name] ?? null);
  };

  const local = (stack: string, name: string): string =>
    JSON.stringify((stacks.get(stack)?.json.locals as Record<string, unknown> | undefined)?.[name] ?? null);

  test.each(["primary", "standby"])("%s: the sender cannot receive, and the receiver cannot send", (stack) => {
    expect(text(stack, "aws_iam_role_policy", "queue_mails_sender_web")).toContain("sqs:SendMessage");
    expect(text(stack, "aws_iam_role_policy", "queue_mails_receiver_worker")).toContain("sqs:ReceiveMessage");
    expect(text(stack, "aws_iam_role_policy", "topic_orders_role_web")).toContain("sns:Publish");
    for (const none of ["queue_mails_receiver_web", "queue_mails_sender_worker", "topic_orders_role_worker"]) {
      expect(text(stack, "aws_iam_role_policy", none)).toBe("null");
    }
  });

  test.each([
    ["primary", "nimbus-production-mails", "us-east-1", "nimbus-production-orders"],
    ["standby", "nimbus-production-dr-mails", "us-west-2", "nimbus-production-dr-orders"],
  ])("%s: a topic delivers to the queue of its region, which lets it", (stack, queue, region, topic) => {
    expect(text(stack, "aws_sqs_queue", "queue_mails")).toContain(`"name":"${queue}"`);
    expect(text(stack, "aws_sqs_queue_policy", "queue_mails")).toContain("local.queue_mails_event_sources");
    expect(local(stack, "queue_mails_event_sources")).toContain(`arn:aws:sns:${region}:123456789012:${topic}`);
    expect(local(stack, "topic_orders_subscriptions")).toContain("aws_sqs_queue.queue_mails.arn");
  });

  test("tasks are told where: in the recovery region what is there", () => {
    const told = JSON.stringify(stacks.get("primary")?.json.locals);
    expect(told).toContain("MAILS_QUEUE_URL");
    expect(told).toContain("ORDERS_TOPIC_ARN");
    const there = JSON.stringify(stacks.get("dr")?.json);
    expect(there).toContain("https://sqs.us-west-2.amazonaws.com/123456789012/nimbus-production-dr-mails");
    expect(there).toContain("arn:aws:sns:us-west-2:123456789012:nimbus-production-dr-orders");
    expect(there).not.toContain("aws_sqs_queue");
  });

  test("the recovery region has nothing that names the lost one: neither its queues nor its alarms' topics", () => {
    const standby = JSON.stringify(stacks.get("standby")?.json);
    expect(standby).toContain("team@example.com");
    expect(standby).not.toContain("arn:aws:sqs:us-east-1");
    expect(standby).not.toContain("arn:aws:sns:us-east-1");
  });
});

test.each([
  ["primary", "nimbus-production-mails"],
  ["dr", "nimbus-production-dr-mails"],
])("%s: a worker scales by the messages of its queue, for each task", (name, queue) => {
  const environment = messaging((e) => {
    const worker = { ...e.services.worker, scaling: { minimum: 0, maximum: 8 }, backlog: { target: 50 } };
    e.services = { ...e.services, worker };
  });
  const stacks = synthesizeEnvironment(environment);
  const of = (stack: string): string => {
    const { json } = stacks.find((one) => one.name === stack) ?? {};
    const policies = (json?.resource as Record<string, Record<string, unknown>> | undefined)?.aws_appautoscaling_policy;
    return JSON.stringify(policies?.worker_backlog ?? null);
  };
  expect(of(name)).toContain("ApproximateNumberOfMessagesVisible");
  expect(of(name)).toContain(name === "dr" ? queue : "aws_sqs_queue.queue_mails.name");
  // A restore test runs one task, and scales by nothing.
  expect(of("restore-test")).toBe("null");
});

test("an environment without queues and topics makes none", () => {
  for (const { json } of synthesizeEnvironment(production)) expect(JSON.stringify(json)).not.toMatch(/aws_s[qn]s_/);
});

describe("refused", () => {
  test.each<[string, Change, string]>([
    [
      "a queue that nobody receives from",
      (e) => (e.services = { web: e.services.web }),
      'queues["mails"] must have a service that receives from it',
    ],
    [
      "a queue that nobody receives from in the recovery region",
      (e) => (e.recovery = { ...e.recovery!, services: { worker: { uses: {} } } }),
      'queues["mails"] must have a service that receives from it in the recovery region, where recovery.services takes it away',
    ],
    [
      "a service that uses a queue that there is not",
      (e) => ((e.services.worker.uses as object as { queues: object }).queues = { mails: "receive", jobs: "send" }),
      'services["worker"].uses.queues must be one of queues: there are mails (got "jobs")',
    ],
    [
      "a service that publishes to a topic that there is not",
      (e) => ((e.services.worker.uses as object as { topics: string[] }).topics = ["payments"]),
      'services["worker"].uses.topics[0] must be one of topics: there are orders (got "payments")',
    ],
    [
      "an access that there is not",
      (e) => ((e.services.worker.uses as object as { queues: object }).queues = { mails: "read" }),
      'services["worker"].uses.queues["mails"] must be one of send, receive, send_receive (got "read")',
    ],
    [
      "a topic that delivers to a queue that there is not",
      (e) => (e.topics = { orders: { queues: { jobs: {} } } }),
      'topics["orders"].queues["jobs"] must be one of queues: there are mails (got "jobs")',
    ],
    [
      "a standard topic in front of a FIFO queue",
      (e) => (e.queues = { mails: { fifo: {} } }),
      'topics["orders"].queues["mails"] must be a standard queue: only a FIFO topic delivers to a FIFO queue',
    ],
    [
      "a queue that is called like dead letters",
      (e) => (e.queues = { ...e.queues, "mails-dead-letters": {} }),
      'queues["mails-dead-letters"] must not end with -dead-letters',
    ],
    [
      "a service that is called like a queue in the stack",
      (e) => (e.services = { ...e.services, "queue-mails": e.services.worker }),
      'services["queue-mails"] must not be called like, or begin with, queue-mails',
    ],
    [
      "a variable of the stack's that is stated too",
      (e) => (e.services = { ...e.services, worker: { ...e.services.worker, environment: { MAILS_QUEUE_URL: "x" } } }),
      'services["worker"].environment["MAILS_QUEUE_URL"] is set by the stack',
    ],
    [
      "a role of one's own, which cannot be granted anything",
      (e) =>
        (e.services = {
          ...e.services,
          worker: { ...e.services.worker, taskRole: { arn: "arn:aws:iam::123456789012:role/worker" } },
        }),
      'services["worker"].taskRole must be left out',
    ],
    [
      "no way to SQS",
      (e) => (e.network = { ...e.network, nat: "none", interfaceEndpoints: ["ecr.api", "ecr.dkr", "logs"] }),
      "sqs (service web uses queues there), sns (service web publishes there)",
    ],
    [
      "a backlog of no queue",
      (e) =>
        (e.services = {
          ...e.services,
          web: { ...e.services.web, scaling: { minimum: 1, maximum: 4 }, backlog: { target: 100 } },
        }),
      'services["web"].backlog needs one queue that the service receives from, whose messages are counted; uses.queues has none',
    ],
    [
      "a backlog without who counts the tasks",
      (e) => {
        e.cluster = { containerInsights: "disabled" };
        e.services = {
          ...e.services,
          worker: { ...e.services.worker, scaling: { minimum: 1, maximum: 4 }, backlog: { target: 100 } },
        };
      },
      'services["worker"].backlog needs cluster.containerInsights',
    ],
    [
      "a backlog without a range",
      (e) => {
        const worker = { ...e.services.worker, scaling: undefined, backlog: { target: 100 } };
        e.services = { ...e.services, worker };
      },
      'services["worker"].backlog needs scaling',
    ],
    [
      "what the module refuses, in the environment's spelling",
      (e) => (e.queues = { mails: { maxAge: 3600, messageRetention: 3600 } }),
      'queues["mails"].maxAge must be below messageRetention',
    ],
  ])("%s", (_what, change, message) => {
    expect(() => checkEnvironment("production", messaging(change))).toThrow(message);
  });

  test("all at once", () => {
    const change: Change = (e) => {
      e.services = { web: { ...e.services.web, uses: { queues: { jobs: "send" }, topics: ["payments"] } } };
    };
    const all = /uses\.queues[^]*uses\.topics[^]*queues\["mails"\] must have a service/;
    expect(() => checkEnvironment("production", messaging(change))).toThrow(all);
  });
});

describe("warned of", () => {
  test.each<[string, Change, string]>([
    [
      "a queue that nothing sends to",
      (e) => {
        e.topics = {};
        e.services = { ...e.services, web };
      },
      'queues["mails"]: nothing that the environment states sends to it',
    ],
    [
      "a topic that nobody publishes to",
      (e) => (e.services = { ...e.services, web }),
      'topics["orders"]: nothing that the environment states publishes to it',
    ],
    ["a topic that nobody hears", (e) => (e.topics = { orders: {} }), 'topics["orders"]: nobody gets its messages'],
  ])("%s", (_what, change, warning) => {
    const { warnings } = checkEnvironment("production", messaging(change));
    expect(warnings).toEqual(expect.arrayContaining([expect.stringContaining(warning)]) as string[]);
  });

  test("nothing, where each has both sides", () => {
    const { warnings } = checkEnvironment("production", messaging());
    expect(warnings.filter((one) => /^(queues|topics)/.test(one))).toEqual([]);
  });
});
