import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { Construct } from "constructs";
import {
  Collection,
  ModuleConstruct,
  ModuleDefinition,
  choose,
  each,
  forEach,
  given,
  heading,
  json,
  not,
  one,
  raw,
  shorthand,
  tf,
  when,
} from "../../kernel";
import { createDataKey } from "../parts/key";
import { eventSourceStatements } from "../parts/message-policy";
import { policy } from "../parts/policies";
import { guardReplacement } from "../parts/replacement";
import { Surroundings, lookUpSurroundings } from "../parts/surroundings";
import { named } from "../parts/tags";
import { takeTurns } from "../parts/turns";
import { TopicProps, topicInputs } from "./inputs";

export type { TopicProps } from "./inputs";

type Fields = (typeof topicInputs)["fields"];

/** Who publishes needs a data key, and decrypts it to verify. Source: Amazon SNS Developer Guide, "Key management". */
const PUBLISH_KEY_ACTIONS = ["kms:GenerateDataKey", "kms:Decrypt"] as const;

/** An encrypted SNS topic, with its subscriptions, its publishers, and an alarm on what could not be delivered. */
export class Topic extends ModuleConstruct<Fields> {
  static readonly definition: ModuleDefinition<Fields> = {
    name: "topic",
    description:
      "An encrypted SNS topic, with its subscriptions, its publishers, and an alarm on what could not be delivered.",
    notes: `
**A queue that subscribes** must let the topic send: with the module \`queue\`,
\`event_sources = { orders = { service = "sns", source_arn = module.orders.arn } }\`, which opens its key too. With another
module, its policy must allow \`sqs:SendMessage\`, and its key \`kms:GenerateDataKey\` and \`kms:Decrypt\`, to sns.amazonaws.com.

**An e-mail that nobody confirmed gets nothing**, nor does an https endpoint: SNS sends each a link once, and waits for three
days. Terraform cannot see whether it was followed for e-mail: \`aws sns list-subscriptions-by-topic\` says PendingConfirmation.

**Closed by default.** The topic's policy lets in the services of \`event_sources\` for the resources that they name, and nobody
over plain HTTP. Roles of this account get in by \`publishers\`.

**What destroys.** Taking the module away deletes the topic and every subscription, also those that others made. \`name\` and
\`fifo\` cannot change in place: a plan that would replace the topic is refused until \`replacements\` is raised with it.`,
    inputs: topicInputs,
    example: { name: "nimbus-production-orders" },
  };

  readonly arn: string;
  /** Name of the topic, which its metrics go by. */
  readonly name: string;
  /** Key of the messages. */
  readonly kmsKeyArn: string;
  private readonly surroundings: Surroundings;

  constructor(scope: Construct, id: string, props: TopicProps) {
    super(scope, id, Topic.definition, props);
    this.surroundings = lookUpSurroundings(this);
    const kmsKeyArn = this.createKey();
    const topic = this.createTopic(kmsKeyArn);
    this.createPolicy(topic);
    this.createSubscriptions(topic);
    this.createAlarm(topic);

    this.arn = this.output("arn", "ARN of the topic.", topic.arn);
    this.name = this.output("name", "Name of the topic, which its metrics go by.", topic.name);
    this.kmsKeyArn = this.output("kmsKeyArn", "Key of the messages: kms_key, or the module's own.", kmsKeyArn);
    this.createGrant("publishers", each.key, raw("each.value.role_name"), this.inputs.publishers);
  }

  /** Lets a role of this account publish: an entry of the input `publishers` of the plain module, as a verb. */
  grantPublish(name: string, roleName: string): void {
    this.createGrant(`role_${name}`, name, roleName);
  }

  private createKey(): string {
    heading(this, "Encryption key");
    const { accountId, partition } = this.surroundings;
    const { name, kmsKey, eventSources, tags } = this.inputs;
    const key = createDataKey(this, "this", {
      count: when(not(given(kmsKey))),
      // With an ending, as buckets and queues may be called like a topic.
      name: `${name}-topic`,
      description: `Messages of the topic ${name}`,
      accountId,
      partition,
      more: eventSourceStatements({ eventSources, actions: PUBLISH_KEY_ACTIONS, resource: "*", accountId }),
      tags,
    });
    return shorthand(this, "kms_key_arn", choose<string>(given(kmsKey), kmsKey.arn, one(key, "arn")));
  }

  private createTopic(kmsKeyArn: string): SnsTopic {
    heading(this, "Topic");
    const { name, displayName, fifo, replacements, tags } = this.inputs;
    // SNS asks for the ending of a FIFO topic.
    const fullName = choose<string>(given(fifo), `${name}.fifo`, name);
    return new SnsTopic(this, "this#topic", {
      name: fullName,
      displayName,
      fifoTopic: given(fifo),
      contentBasedDeduplication: choose(given(fifo), fifo.contentBasedDeduplication, null),
      kmsMasterKeyId: kmsKeyArn,
      // SHA256: who gets messages over https can check that they are from SNS, by a hash that still holds.
      signatureVersion: 2,
      tags: named(tags, fullName),
      lifecycle: {
        precondition: [
          guardReplacement(this, {
            what: "the topic",
            loss: "every subscription that others made",
            identity: { name, fifo: given(fifo) },
            replacements,
          }),
        ],
      },
    });
  }

  private createPolicy(topic: SnsTopic): void {
    heading(this, "Policy");
    const { accountId } = this.surroundings;
    const tlsOnly = {
      Sid: "TlsOnly",
      Effect: "Deny",
      Principal: "*",
      // SNS takes no sns:* in a topic's policy. Source: Amazon SNS Developer Guide, "Identity-based policies", API permissions.
      Action: "sns:Publish",
      Resource: topic.arn,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    };
    new SnsTopicPolicy(this, "this#policy", {
      arn: topic.arn,
      policy: policy(
        tf`concat(${[tlsOnly]}, ${eventSourceStatements({
          eventSources: this.inputs.eventSources,
          actions: ["sns:Publish"],
          resource: topic.arn,
          accountId,
        })})`,
      ),
    });
  }

  private createSubscriptions(topic: SnsTopic): void {
    heading(this, "Subscriptions");
    const subscription = (name: string): string => raw(`each.value.${name}`);
    const { subscriptions } = this.inputs;
    // SNS answers the second Subscribe of an endpoint with the first one's ARN, which whoever goes would take along.
    const { dependsOn, replaceTriggeredBy } = takeTurns(this, "subscription_turns", {
      over: subscriptions,
      content: tf`"\${one.protocol}:\${one.endpoint}"`,
      what: "subscriptions",
    });
    new SnsTopicSubscription(this, "subscriptions", {
      forEach: forEach(subscriptions),
      topicArn: topic.arn,
      protocol: subscription("protocol"),
      endpoint: subscription("endpoint"),
      filterPolicy: subscription("filter_policy"),
      filterPolicyScope: tf<string>`each.value.filter_policy == null ? null : each.value.filter_scope`,
      rawMessageDelivery: raw("each.value.raw"),
      redrivePolicy: tf<string>`each.value.dead_letters == null ? null : ${json({ deadLetterTargetArn: raw("each.value.dead_letters.queue_arn") })}`,
      subscriptionRoleArn: tf<string>`each.value.firehose_role == null ? null : each.value.firehose_role.arn`,
      dependsOn,
      lifecycle: { replaceTriggeredBy },
    });
  }

  private createAlarm(topic: SnsTopic): void {
    heading(this, "Alarm");
    const { name, alarmTopicArns, tags } = this.inputs;
    new CloudwatchMetricAlarm(this, "undelivered", {
      alarmName: `${name}-undelivered`,
      alarmDescription: `${name}: messages could not be delivered to who subscribed, after all tries`,
      namespace: "AWS/SNS",
      metricName: "NumberOfNotificationsFailed",
      dimensions: { TopicName: topic.name },
      statistic: "Sum",
      period: 300,
      evaluationPeriods: 1,
      threshold: 0,
      comparisonOperator: "GreaterThanThreshold",
      treatMissingData: "notBreaching",
      alarmActions: tf<string[]>`${alarmTopicArns}`,
      okActions: tf<string[]>`${alarmTopicArns}`,
      tags: named(tags, name),
    });
  }

  /** A policy of the role, so that the topic's own need not name it, nor wait for it. */
  private createGrant(id: string, grantee: string, role: string, over?: Collection): void {
    const { region, dnsSuffix } = this.surroundings;
    new IamRolePolicy(this, id, {
      ...(over === undefined ? {} : { forEach: forEach(over) }),
      name: `${this.inputs.name}-publish-${grantee}`,
      role,
      policy: policy([
        { Sid: "Topic", Effect: "Allow", Action: ["sns:Publish"], Resource: this.arn },
        {
          Sid: "Key",
          Effect: "Allow",
          Action: PUBLISH_KEY_ACTIONS,
          Resource: this.kmsKeyArn,
          Condition: { StringEquals: { "kms:ViaService": `sns.${region}.${dnsSuffix}` } },
        },
      ]),
    });
  }
}
