import { t } from "../../kernel";
import { ANYWHERE, HERE, arn, livesAt, roleArn } from "../parts/arns";

/** Where a subscription delivers to, by protocol. Source: Amazon SNS API Reference, Subscribe, Protocol. */
const PROTOCOLS = ["sqs", "lambda", "firehose", "https", "email", "email-json", "sms"] as const;

/** What an endpoint looks like, by protocol. */
const ENDPOINTS: Readonly<Record<(typeof PROTOCOLS)[number], RegExp>> = {
  sqs: /^arn:[a-z-]+:sqs:.+/,
  lambda: /^arn:[a-z-]+:lambda:.+/,
  firehose: /^arn:[a-z-]+:firehose:.+/,
  https: /^https:[/][/][^ ]+$/,
  email: /^[^@ ]+@[^@ ]+$/,
  "email-json": /^[^@ ]+@[^@ ]+$/,
  sms: /^[+][0-9]{6,15}$/,
};

const fitsInHcl = (ref: string): string =>
  PROTOCOLS.map(
    (protocol) => `${ref}.protocol == "${protocol}" ? can(regex("${ENDPOINTS[protocol].source}", ${ref}.endpoint)) : `,
  ).join("") + "false";

/** Protocols that can do without the envelope of SNS. Source: Amazon SNS Developer Guide, "Raw message delivery". */
const RAW = ["sqs", "firehose", "https"] as const;

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

const QUEUE = "arn:aws:sqs:us-east-1:123456789012:nimbus-mails";

/** SNS delivers across regions and accounts, and out of no partition. Source: Amazon SNS Developer Guide, "Cross-region delivery". */
const inPartition = livesAt(ANYWHERE, QUEUE);
const endpointHere = {
  ...inPartition,
  condition: (ref: string): string => `(!startswith(${ref}, "arn:") || ${inPartition.condition(ref)})`,
};

/** Which messages a subscription gets, and in what form. */
export const delivery = () => ({
  /**
   * Which messages are delivered, as JSON: see SNS's filter policies. Null delivers all.
   */
  filterPolicy: t
    .string()
    .rule({
      test: isJsonObject,
      condition: (ref) => `can(keys(jsondecode(${ref})))`,
      message: 'must be a JSON object, such as {"kind":["order"]}',
      bad: "kind = order",
    })
    .example('{"kind":["order"]}')
    .optional(),
  /**
   * What the filter looks at: the attributes of a message, or its body.
   * @default "MessageAttributes"
   */
  filterScope: t.oneOf("MessageAttributes", "MessageBody").default("MessageAttributes"),
  /**
   * Whether only the message is delivered, without the envelope of SNS: to queues, delivery streams and https.
   * @default false
   */
  raw: t.bool().default(false),
});

/** Who gets the messages of a topic. */
export const subscription = () =>
  t
    .object({
      /** How it is delivered. SNS asks an e-mail address and an https endpoint to confirm, before which they get nothing. */
      protocol: t.oneOf(...PROTOCOLS),
      /**
       * Where it is delivered to: the ARN of a queue, a function or a delivery stream; an https:// address; an e-mail
       * address; a telephone number with +. It is in the plan and the state: no address with a key in it.
       */
      endpoint: t.string().length(1, 2048).example(QUEUE).against(endpointHere),
      ...delivery(),
      /** Queue that takes what could not be delivered, in the topic's own region and account; its policy must let the topic send. Null drops it. */
      deadLetters: t
        .object({
          /** ARN of the queue. */
          queueArn: arn(
            "sqs",
            "[A-Za-z0-9_-]{1,80}([.]fifo)?",
            "arn:aws:sqs:us-east-1:123456789012:nimbus-undelivered",
            HERE,
          ),
        })
        .optional(),
      /** Role by which SNS writes into a delivery stream. Null for every other protocol. */
      firehoseRole: t
        .object({
          /** ARN of the role, which sns.amazonaws.com assumes. */
          arn: roleArn("topic-to-stream"),
        })
        .optional(),
    })
    .rule({
      test: ({ protocol, endpoint }) => ENDPOINTS[protocol].test(endpoint),
      condition: fitsInHcl,
      message:
        "must have an endpoint of its protocol: the ARN of a queue, function or delivery stream, https://..., an e-mail address, or +12065550100",
      bad: { protocol: "sqs", endpoint: "mails" },
    })
    .rule({
      test: ({ protocol, raw }) => !raw || (RAW as readonly string[]).includes(protocol),
      condition: (ref) => `!${ref}.raw || contains([${RAW.map((one) => `"${one}"`).join(", ")}], ${ref}.protocol)`,
      message: "can be raw for sqs, firehose and https only",
      bad: { protocol: "email", endpoint: "a@example.com", raw: true },
    })
    .rule({
      test: ({ protocol, firehoseRole }) => (protocol === "firehose") === ((firehoseRole ?? null) !== null),
      condition: (ref) => `(${ref}.protocol == "firehose") == (${ref}.firehose_role != null)`,
      message: (spell) => `must have ${spell("firehoseRole")} for firehose, and for nothing else`,
      bad: { protocol: "firehose", endpoint: "arn:aws:firehose:us-east-1:123456789012:deliverystream/x" },
    });
