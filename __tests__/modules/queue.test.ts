import { Queue, QueueProps } from "../../modules/queue";
import { SynthesizedStack, synthesize } from "../synthesis";

const example: QueueProps = { name: "nimbus-mails" };
const queue = (props: Partial<QueueProps> = {}): SynthesizedStack =>
  synthesize((stack) => new Queue(stack, "mails", { ...example, ...props }));

describe("the queue", () => {
  test("keeps messages for four days, and hands out what is dead after five tries", () => {
    expect(queue().resource("aws_sqs_queue", "mails")).toMatchObject({
      name: "nimbus-mails",
      message_retention_seconds: 345_600,
      receive_wait_time_seconds: 20,
      kms_master_key_id: "${one(aws_kms_key.mails[*].arn)}",
    });
    expect(JSON.stringify(queue().resource("aws_sqs_queue", "mails")?.redrive_policy)).toContain("maxReceiveCount");
  });

  test("its dead letters are kept for as long as SQS keeps any", () => {
    expect(queue().resource("aws_sqs_queue", "mails_dead_letters")).toMatchObject({
      name: "nimbus-mails-dead-letters",
      message_retention_seconds: 1_209_600,
      kms_master_key_id: "${one(aws_kms_key.mails[*].arn)}",
    });
  });

  test("FIFO, both queues are, and groups do not wait for one another", () => {
    const stack = queue({ fifo: {} });
    expect(stack.resource("aws_sqs_queue", "mails")).toMatchObject({
      name: "nimbus-mails.fifo",
      fifo_queue: true,
      deduplication_scope: "messageGroup",
      fifo_throughput_limit: "perMessageGroupId",
    });
    expect(stack.resource("aws_sqs_queue", "mails_dead_letters")).toMatchObject({
      name: "nimbus-mails-dead-letters.fifo",
      fifo_queue: true,
    });
  });

  test("a change that would replace it is refused by the plan", () => {
    expect(queue().resource("aws_sqs_queue", "mails")).toMatchObject({
      lifecycle: { precondition: [{ error_message: expect.stringContaining("all messages in it") as string }] },
    });
  });
});

test("nobody gets in over plain HTTP, and no other queue may send its dead letters here", () => {
  const stack = queue();
  for (const id of ["mails", "mails_dead_letters"]) {
    expect(JSON.stringify(stack.resource("aws_sqs_queue_policy", id))).toContain("aws:SecureTransport");
  }
  const redrive = JSON.stringify(stack.resource("aws_sqs_queue_redrive_allow_policy", "mails_dead_letters"));
  expect(redrive).toContain("byQueue");
});

test("a service sends for one resource of one account, with the queue's key", () => {
  const stack = queue({ eventSources: { uploads: { service: "s3", sourceArn: "arn:aws:s3:::nimbus-uploads" } } });
  const texts = [stack.resource("aws_sqs_queue_policy", "mails"), stack.resource("aws_kms_key", "mails")];
  for (const text of texts.map((one) => JSON.stringify(one))) {
    expect(text).toContain("aws:SourceArn");
    expect(text).toContain("aws:SourceAccount");
  }
});

test.each([
  ["grantSend", "mails_sender_web", ["sqs:SendMessage", "kms:GenerateDataKey"], "sqs:ReceiveMessage"],
  ["grantReceive", "mails_receiver_web", ["sqs:ReceiveMessage", "sqs:DeleteMessage", "kms:Decrypt"], "sqs:SendMessage"],
] as const)("%s gives a role what it needs, and no more", (verb, id, actions, missing) => {
  const stack = synthesize((scope) => new Queue(scope, "mails", example)[verb]("web", "nimbus-web-task"));
  const text = JSON.stringify(stack.resource("aws_iam_role_policy", id));
  for (const action of actions) expect(text).toContain(action);
  expect(text).not.toContain(missing);
});

test.each([
  ["age", "ApproximateAgeOfOldestMessage", 900],
  ["dead_letters_alarm", "ApproximateNumberOfMessagesVisible", 0],
])("alarm: %s", (id, metric, threshold) => {
  expect(queue().resource("aws_cloudwatch_metric_alarm", `mails_${id}`)).toMatchObject({
    metric_name: metric,
    threshold,
    treat_missing_data: "notBreaching",
    alarm_actions: "${local.mails_alarm_topic_arns}",
  });
});

test.each<[string, Partial<QueueProps>, string]>([
  ["a name that leaves no room", { name: "n".repeat(63) }, "name must be 3 to 62"],
  [
    "dead letters that go before their queue is read",
    { messageRetention: 1_209_600 },
    "deadLetters must have a retention",
  ],
  ["an age that no message reaches", { maxAge: 3600, messageRetention: 3600 }, "maxAge must be below messageRetention"],
  ["half a second", { delay: 0.5 }, "delay must be a whole number"],
  ["a message of 1 MiB", { maxMessageSize: 1_048_576 }, "maxMessageSize must be"],
  [
    "a service that sends in nobody's name",
    { eventSources: { a: { service: "lambda" as "s3", sourceArn: "arn:aws:s3:::b" } } },
    "service must be one of",
  ],
])("refuses %s", (_name, props, message) => {
  expect(() => queue(props)).toThrow(message);
});
