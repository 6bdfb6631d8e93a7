import { CrossRule, PropsOf, inputs, section, t } from "../../kernel";
import { topicsInput } from "../parts/alarm-inputs";
import { ANYWHERE, HERE, arn, livesAt, roleArn } from "../parts/arns";
import { nameInput, tagsInput } from "../parts/inputs";
import { dataKeyInput } from "../parts/key";
import { eventSourcesInput, granteesInput } from "../parts/message-inputs";
import { replacementsInput } from "../parts/replacement";

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

const subscription = () =>
  t
    .object({
      /** How it is delivered. SNS asks an e-mail address and an https endpoint to confirm, before which they get nothing. */
      protocol: t.oneOf(...PROTOCOLS),
      /**
       * Where it is delivered to: the ARN of a queue, a function or a delivery stream; an https:// address; an e-mail
       * address; a telephone number with +. It is in the plan and the state: no address with a key in it.
       */
      endpoint: t.string().length(1, 2048).example(QUEUE).against(endpointHere),
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

/**
 * Longest name: the policies of publishers are called `<name>-publish-<key of 40>`, and SNS would take 256 itself.
 *
 * Source: botocore, iam, policyNameType.
 */
const LONGEST_NAME = 128 - "-publish-".length - 40;

const fields = {
  ...section("General", {
    /**
     * Name of the topic; a FIFO topic has `.fifo` behind it. SNS cannot rename a topic: the plan refuses a change until
     * `replacements` is raised with it.
     */
    name: nameInput(LONGEST_NAME),
    /** What text messages and e-mail call the sender. Null: SNS says no name. */
    displayName: t.string().length(1, 100).example("Nimbus").optional(),
    /**
     * Keeps the order of messages of a group, and publishes each once; delivers to queues alone. Null: a standard topic.
     * SNS cannot change the one into the other: see `replacements`.
     */
    fifo: t
      .object({
        /**
         * Whether SNS takes two messages with one body within five minutes for one. False: who publishes gives each an ID.
         * @default false
         */
        contentBasedDeduplication: t.bool().default(false),
      })
      .optional(),
    /**
     * How often the topic was replaced on purpose. A change of `name` or `fifo` needs a new one, which nobody who subscribed
     * elsewhere listens to: the plan refuses it until this number is raised with it.
     * @default 0
     */
    replacements: replacementsInput(),
    /**
     * Tags for every resource of the module.
     * @default {}
     */
    tags: tagsInput(),
  }),
  ...section("Subscriptions", {
    /**
     * Who gets the messages, by a name of your own.
     * @default {}
     */
    subscriptions: t
      .map(subscription())
      .keys(/^[a-z0-9][a-z0-9-]{0,39}$/, "must be 1 to 40 lower-case letters, digits and hyphens", {
        good: "mails",
        bad: "All mails",
      })
      .default({}),
  }),
  ...section("Encryption", {
    /**
     * KMS key of yours, of the same region, that encrypts the messages; its policy must let the services of `eventSources`
     * use it. Null makes a key of the module's own (1 USD/month).
     */
    kmsKey: dataKeyInput(),
  }),
  ...section("Access", {
    /**
     * Roles of this account that may publish, by a name of your own.
     * @default {}
     */
    publishers: granteesInput().default({}),
    /**
     * AWS's services that may publish for one of your resources, by a name of your own: an alarm, a bucket, a rule of
     * EventBridge.
     * @default {}
     */
    eventSources: eventSourcesInput().default({}),
  }),
  ...section("Alarms", {
    /**
     * SNS topics, of the same region, that are told of messages that could not be delivered; never this one.
     * @default []
     */
    alarmTopicArns: topicsInput(),
  }),
};

const rules: readonly CrossRule<typeof fields>[] = [
  {
    on: "subscriptions",
    // Source: Amazon SNS Developer Guide, "Amazon SNS message delivery for FIFO topics".
    test: ({ fifo, subscriptions }) =>
      !fifo || Object.values(subscriptions).every(({ protocol }) => protocol === "sqs"),
    condition: 'var.fifo == null ? true : alltrue([for one in values(var.subscriptions) : one.protocol == "sqs"])',
    message: (spell) => `must be of the protocol sqs with ${spell("fifo")}: such a topic delivers to queues alone`,
    bad: { fifo: {}, subscriptions: { team: { protocol: "email", endpoint: "team@example.com" } } },
  },
];

/** Inputs of the topic module. */
export const topicInputs = inputs(fields, rules);

/** Props of the topic. */
export type TopicProps = PropsOf<typeof topicInputs>;
