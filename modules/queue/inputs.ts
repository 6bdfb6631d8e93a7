import { CrossRule, PropsOf, inputs, section, t } from "../../kernel";
import { topicsInput } from "../parts/alarm-inputs";
import { kmsKeyInput, nameInput, tagsInput, whole } from "../parts/inputs";
import { eventSourcesInput, granteesInput } from "../parts/message-inputs";
import { replacementsInput } from "../parts/replacement";

/** What the name of the queue of dead letters ends with, before the `.fifo` of a FIFO queue. */
export const DEAD_LETTERS_ENDING = "-dead-letters";

/** Longest name, with which the queue of dead letters, a FIFO one, has 80 characters. Source: botocore 1.40, sqs, CreateQueue. */
const LONGEST_NAME = 80 - ".fifo".length - DEAD_LETTERS_ENDING.length;

const DAY = 86_400;

/** Seconds that SQS keeps a message for, a minute to 14 days. Source: Amazon SQS API Reference, SetQueueAttributes. */
const retention = () => whole(60, 14 * DAY, "seconds");

const fields = {
  ...section("General", {
    /**
     * Name of the queue; a FIFO queue has `.fifo` behind it. SQS cannot rename a queue, so that a change is refused: see
     * `replacements`.
     */
    name: nameInput(LONGEST_NAME),
    /**
     * Keeps the order of messages of a group, and takes each once; at half as much again per message. Null: a standard
     * queue, which may deliver a message twice and in another order. SQS cannot change the one into the other: see
     * `replacements`.
     */
    fifo: t
      .object({
        /**
         * Whether SQS takes two messages with one body within five minutes for one. False: who sends gives each an ID.
         * @default false
         */
        contentBasedDeduplication: t.bool().default(false),
        /**
         * Whether order and duplicates are looked at by message group, so that groups do not wait for one another: up to
         * 70,000 messages a second instead of 300.
         * @default true
         */
        highThroughput: t.bool().default(true),
      })
      .optional(),
    /**
     * Seconds that a message is hidden for once it was received: longer than the work on it takes, or it is done twice.
     * @default 30
     */
    visibilityTimeout: whole(0, 43_200, "seconds").default(30),
    /**
     * Seconds that a message is kept for when nobody deletes it: four days by default, so that one from a Friday evening
     * is there on Tuesday.
     * @default 345600
     */
    messageRetention: retention().default(4 * DAY),
    /**
     * Seconds that each new message waits for before anybody can receive it.
     * @default 0
     */
    delay: whole(0, 900, "seconds").default(0),
    /**
     * Seconds that a receiver waits for a message before it gets an empty answer. 20, the longest, costs least: empty
     * answers are billed as others are.
     * @default 20
     */
    receiveWait: whole(0, 20, "seconds").default(20),
    /**
     * Largest message, in bytes. SQS takes 1 MiB since August 2025, the AWS provider before 6.9 no more than 256 KiB.
     * @default 262144
     */
    maxMessageSize: whole(1024, 262_144, "bytes").default(262_144),
    /**
     * How often the queue was replaced on purpose. A change of `name` or `fifo` needs a new one, and loses the messages:
     * the plan refuses it until this number is raised with it.
     * @default 0
     */
    replacements: replacementsInput(),
    /**
     * Tags for every resource of the module.
     * @default {}
     */
    tags: tagsInput(),
  }),
  ...section("Dead letters", {
    /**
     * What happens to messages that nobody manages to work on: they move to a queue of their own, so that one of them
     * does not hold up the rest, and can be moved back once the fault is mended.
     * @default {}
     */
    deadLetters: t
      .object({
        /**
         * How often a message is received before it is taken for dead.
         * @default 5
         */
        maxReceives: whole(1, 1000, "times").default(5),
        /**
         * Seconds that a dead letter is kept for. In a standard queue it counts from when the message was sent first.
         * @default 1209600
         */
        retention: retention().default(14 * DAY),
      })
      .default({}),
  }),
  ...section("Encryption", {
    /**
     * KMS key of yours, of the same region, that encrypts the messages; its policy must let the services of `eventSources`
     * use it. Null makes a key of the module's own (1 USD/month). A change leaves older messages under the key that they
     * were sent with: keep that one until they are gone.
     */
    kmsKey: kmsKeyInput(),
    /**
     * Seconds that SQS uses one data key for before it asks KMS for the next, which is billed.
     * @default 300
     */
    dataKeyReuse: whole(60, 86_400, "seconds").default(300),
  }),
  ...section("Access", {
    /**
     * Roles of this account that may send, by a name of your own.
     * @default {}
     */
    senders: granteesInput().default({}),
    /**
     * Roles of this account that may receive and delete, by a name of your own.
     * @default {}
     */
    receivers: granteesInput().default({}),
    /**
     * AWS's services that may send for one of your resources, by a name of your own: a topic, a bucket, a rule of
     * EventBridge.
     * @default {}
     */
    eventSources: eventSourcesInput().default({}),
  }),
  ...section("Alarms", {
    /**
     * Age of the oldest message that raises an alarm, in seconds: nobody receives, or not fast enough.
     * @default 900
     */
    maxAge: whole(1, 14 * DAY, "seconds").default(900),
    /**
     * SNS topics, of the same region, that are told of old messages and of dead letters.
     * @default []
     */
    alarmTopicArns: topicsInput(),
  }),
};

const rules: readonly CrossRule<typeof fields>[] = [
  {
    on: "deadLetters",
    test: ({ fifo, messageRetention, deadLetters: { retention: kept = 14 * DAY } }) =>
      Boolean(fifo) || kept > messageRetention,
    condition: "var.fifo != null || var.dead_letters.retention > var.message_retention",
    // Source: Amazon SQS Developer Guide, "Using dead-letter queues", message retention periods.
    message: (spell) =>
      `must have a retention above ${spell("messageRetention")}: in a standard queue a dead letter is as old as its message, and might go before anybody has seen it`,
    bad: { messageRetention: 14 * DAY },
  },
  {
    on: "maxAge",
    test: ({ maxAge, messageRetention }) => maxAge < messageRetention,
    condition: "var.max_age < var.message_retention",
    message: (spell) =>
      `must be below ${spell("messageRetention")}, at which SQS deletes a message: none would ever be old enough for the alarm`,
    bad: { maxAge: 3600, messageRetention: 3600 },
  },
];

/** Inputs of the queue module. */
export const queueInputs = inputs(fields, rules);

/** Props of the queue. */
export type QueueProps = PropsOf<typeof queueInputs>;
