import { CrossRule, PropsOf, inputs, section, t } from "../../kernel";
import { topicsInput } from "../parts/alarm-inputs";
import { nameInput, tagsInput } from "../parts/inputs";
import { dataKeyInput } from "../parts/key";
import { eventSourcesInput, granteesInput } from "../parts/message-inputs";
import { replacementsInput } from "../parts/replacement";
import { subscription } from "./subscription";

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
