import { Topic, TopicProps } from "../../modules/topic";
import { SynthesizedStack, synthesize } from "../synthesis";

const example: TopicProps = { name: "nimbus-orders" };
const topic = (props: Partial<TopicProps> = {}): SynthesizedStack =>
  synthesize((stack) => new Topic(stack, "orders", { ...example, ...props }));

describe("the topic", () => {
  test("is encrypted with a key of its own, and signs with SHA256", () => {
    expect(topic().resource("aws_sns_topic", "orders")).toMatchObject({
      name: "nimbus-orders",
      kms_master_key_id: "${one(aws_kms_key.orders[*].arn)}",
      signature_version: 2,
    });
  });

  test("FIFO, its name says so", () => {
    expect(topic({ fifo: {} }).resource("aws_sns_topic", "orders")).toMatchObject({
      name: "nimbus-orders.fifo",
      fifo_topic: true,
    });
  });

  test("a change that would replace it is refused by the plan", () => {
    expect(topic().resource("aws_sns_topic", "orders")).toMatchObject({
      lifecycle: { precondition: [{ error_message: expect.stringContaining("every subscription") as string }] },
    });
  });

  test("tells when a message could not be delivered", () => {
    expect(topic().resource("aws_cloudwatch_metric_alarm", "orders_undelivered")).toMatchObject({
      metric_name: "NumberOfNotificationsFailed",
      threshold: 0,
    });
  });
});

test("nobody publishes over plain HTTP, and a service for one resource of one account", () => {
  const text = JSON.stringify(
    topic({
      eventSources: {
        alarms: { service: "cloudwatch", sourceArn: "arn:aws:cloudwatch:us-east-1:123456789012:alarm:*" },
      },
    }).resource("aws_sns_topic_policy", "orders"),
  );
  for (const part of ["aws:SecureTransport", "aws:SourceArn", "aws:SourceAccount"]) expect(text).toContain(part);
});

test("grantPublish gives a role what it needs, and no more", () => {
  const stack = synthesize((scope) => new Topic(scope, "orders", example).grantPublish("web", "nimbus-web-task"));
  const text = JSON.stringify(stack.resource("aws_iam_role_policy", "orders_role_web"));
  for (const action of ["sns:Publish", "kms:GenerateDataKey", "kms:ViaService"]) expect(text).toContain(action);
  expect(text).not.toContain("sns:Subscribe");
});

const queueArn = "arn:aws:sqs:us-east-1:123456789012:nimbus-mails";

test.each<[string, Partial<TopicProps>, string]>([
  [
    "an endpoint of another protocol",
    { subscriptions: { mails: { protocol: "https", endpoint: queueArn } } },
    "must have an endpoint of its protocol",
  ],
  ["http", { subscriptions: { hook: { protocol: "http" as "https", endpoint: "http://a" } } }, "must be one of"],
  [
    "an e-mail without an envelope",
    { subscriptions: { team: { protocol: "email", endpoint: "team@example.com", raw: true } } },
    "can be raw for",
  ],
  [
    "a stream without a role",
    {
      subscriptions: {
        s: { protocol: "firehose", endpoint: "arn:aws:firehose:us-east-1:123456789012:deliverystream/s" },
      },
    },
    "must have firehoseRole",
  ],
  [
    "a filter that is no JSON",
    { subscriptions: { mails: { protocol: "sqs", endpoint: queueArn, filterPolicy: "kind=order" } } },
    "must be a JSON object",
  ],
  [
    "an e-mail from a FIFO topic",
    { fifo: {}, subscriptions: { team: { protocol: "email", endpoint: "team@example.com" } } },
    "must be of the protocol sqs",
  ],
])("refuses %s", (_name, props, message) => {
  expect(() => topic(props)).toThrow(message);
});
