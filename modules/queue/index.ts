import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { SqsQueuePolicy } from "@cdktf/provider-aws/lib/sqs-queue-policy";
import { SqsQueueRedriveAllowPolicy } from "@cdktf/provider-aws/lib/sqs-queue-redrive-allow-policy";
import { Construct } from "constructs";
import {
  ModuleConstruct,
  ModuleDefinition,
  choose,
  given,
  heading,
  json,
  not,
  one,
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
import { createAlarms } from "./alarms";
import { Context } from "./context";
import { RECEIVE, SEND, createGrant, createGrants } from "./grants";
import { DEAD_LETTERS_ENDING, QueueProps, queueInputs } from "./inputs";

export type { QueueProps } from "./inputs";

type Fields = (typeof queueInputs)["fields"];

/** An encrypted SQS queue, with a queue of dead letters, its users, and alarms on what nobody works on. */
export class Queue extends ModuleConstruct<Fields> {
  static readonly definition: ModuleDefinition<Fields> = {
    name: "queue",
    description: "An encrypted SQS queue, with a queue of dead letters, its users, and alarms on what nobody works on.",
    notes: `
**Dead letters.** A message that was received \`dead_letters.max_receives\` times without being deleted moves to a queue of its
own, \`<name>${DEAD_LETTERS_ENDING}\`, and an alarm says so. Mend the fault, then move them back:
\`aws sqs start-message-move-task --source-arn <dead_letters_arn>\`. No other queue of the account may send its dead letters there.

**Each message twice, at times.** A standard queue may deliver a message twice, and any queue does when work on it takes longer
than \`visibility_timeout\`: an application must bear it.

**Closed by default.** The policy of the queue lets in the services of \`event_sources\` for the resources that they name, and nobody
over plain HTTP. Roles of this account get in by \`senders\` and \`receivers\`.

**What destroys messages.** Taking the module away deletes both queues with all that is in them. \`name\` and \`fifo\` cannot change
in place: a plan that would replace the queue is refused until \`replacements\` is raised with it. SQS makes no queue of a name
that it deleted less than 60 seconds ago; the provider waits.`,
    inputs: queueInputs,
    example: { name: "nimbus-production-mails" },
  };

  /** Address of the queue, which clients send to and receive from. */
  readonly url: string;
  readonly arn: string;
  /** Name of the queue, which its metrics go by. */
  readonly name: string;
  readonly deadLettersUrl: string;
  readonly deadLettersArn: string;
  /** Key of the messages. */
  readonly kmsKeyArn: string;
  private readonly context: Context;

  constructor(scope: Construct, id: string, props: QueueProps) {
    super(scope, id, Queue.definition, props);
    const surroundings = lookUpSurroundings(this);
    const kmsKeyArn = this.createKey(surroundings);
    const deadLetters = this.createDeadLetters(kmsKeyArn);
    const queue = this.createQueue(kmsKeyArn, deadLetters);
    this.context = {
      inputs: this.inputs,
      ...surroundings,
      name: queue.name,
      arn: queue.arn,
      deadLettersName: deadLetters.name,
      deadLettersArn: deadLetters.arn,
      kmsKeyArn,
    };
    this.createPolicies(queue, deadLetters);
    createGrants(this, "senders", this.context, SEND, this.inputs.senders);
    createGrants(this, "receivers", this.context, RECEIVE, this.inputs.receivers);
    createAlarms(this, this.context);

    this.url = this.output("url", "Address of the queue, which clients send to and receive from.", queue.url);
    this.arn = this.output("arn", "ARN of the queue.", queue.arn);
    this.name = this.output("name", "Name of the queue, which its metrics go by.", queue.name);
    this.deadLettersUrl = this.output("deadLettersUrl", "Address of the queue of dead letters.", deadLetters.url);
    this.deadLettersArn = this.output("deadLettersArn", "ARN of the queue of dead letters.", deadLetters.arn);
    this.kmsKeyArn = this.output("kmsKeyArn", "Key of the messages: kms_key, or the module's own.", kmsKeyArn);
  }

  /** Lets a role of this account send: an entry of the input `senders` of the plain module, as a verb. */
  grantSend(name: string, roleName: string): void {
    createGrant(this, `sender_${name}`, this.context, SEND, { grantee: name, roleName });
  }

  /** Lets a role receive and delete: an entry of the input `receivers`. */
  grantReceive(name: string, roleName: string): void {
    createGrant(this, `receiver_${name}`, this.context, RECEIVE, { grantee: name, roleName });
  }

  private createKey({ accountId, partition }: Surroundings): string {
    heading(this, "Encryption key");
    const { name, kmsKey, eventSources, tags } = this.inputs;
    const key = createDataKey(this, "this", {
      count: when(not(given(kmsKey))),
      // With an ending, as buckets and databases may be called like a queue.
      name: `${name}-queue`,
      description: `Messages of the queue ${name}`,
      accountId,
      partition,
      more: eventSourceStatements({
        eventSources,
        actions: SEND.keyActions,
        resource: "*",
        accountId,
      }),
      tags,
    });
    return shorthand(this, "kms_key_arn", choose<string>(given(kmsKey), kmsKey.arn, one(key, "arn")));
  }

  /** What both queues have alike. */
  private common(kmsKeyArn: string) {
    const { fifo, maxMessageSize, dataKeyReuse } = this.inputs;
    return {
      fifoQueue: given(fifo),
      maxMessageSize,
      kmsMasterKeyId: kmsKeyArn,
      kmsDataKeyReusePeriodSeconds: dataKeyReuse,
    };
  }

  private createDeadLetters(kmsKeyArn: string): SqsQueue {
    heading(this, "Dead letters");
    const { deadLetters, tags } = this.inputs;
    const name = this.fullName(DEAD_LETTERS_ENDING);
    return new SqsQueue(this, "dead_letters", {
      ...this.common(kmsKeyArn),
      name,
      messageRetentionSeconds: deadLetters.retention,
      tags: named(tags, name),
    });
  }

  private createQueue(kmsKeyArn: string, deadLetters: SqsQueue): SqsQueue {
    heading(this, "Queue");
    const { fifo, visibilityTimeout, messageRetention, delay, receiveWait, replacements, tags } = this.inputs;
    const name = this.fullName("");
    const queue = new SqsQueue(this, "this#queue", {
      ...this.common(kmsKeyArn),
      name,
      contentBasedDeduplication: choose(given(fifo), fifo.contentBasedDeduplication, null),
      deduplicationScope: choose(given(fifo), choose(fifo.highThroughput, "messageGroup", "queue"), null),
      fifoThroughputLimit: choose(given(fifo), choose(fifo.highThroughput, "perMessageGroupId", "perQueue"), null),
      visibilityTimeoutSeconds: visibilityTimeout,
      messageRetentionSeconds: messageRetention,
      delaySeconds: delay,
      receiveWaitTimeSeconds: receiveWait,
      redrivePolicy: json({
        deadLetterTargetArn: deadLetters.arn,
        maxReceiveCount: this.inputs.deadLetters.maxReceives,
      }),
      tags: named(tags, name),
      lifecycle: {
        precondition: [
          guardReplacement(this, {
            what: "the queue",
            loss: "all messages in it",
            identity: { name: this.inputs.name, fifo: given(fifo) },
            replacements,
          }),
        ],
      },
    });
    return queue;
  }

  /** SQS asks for the ending of a FIFO queue. */
  private fullName(ending: string): string {
    const { name, fifo } = this.inputs;
    return choose<string>(given(fifo), `${name}${ending}.fifo`, `${name}${ending}`);
  }

  private createPolicies(queue: SqsQueue, deadLetters: SqsQueue): void {
    heading(this, "Policies");
    const { arn, accountId } = this.context;
    const tlsOnly = (resource: string) => ({
      Sid: "TlsOnly",
      Effect: "Deny" as const,
      Principal: "*",
      Action: "sqs:*",
      Resource: resource,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    });
    new SqsQueuePolicy(this, "this#policy", {
      queueUrl: queue.url,
      policy: policy(
        tf`concat(${[tlsOnly(arn)]}, ${eventSourceStatements({
          eventSources: this.inputs.eventSources,
          actions: ["sqs:SendMessage"],
          resource: arn,
          accountId,
        })})`,
      ),
    });
    new SqsQueuePolicy(this, "dead_letters#policy", {
      queueUrl: deadLetters.url,
      policy: policy([tlsOnly(deadLetters.arn)]),
    });
    new SqsQueueRedriveAllowPolicy(this, "dead_letters#redrive", {
      queueUrl: deadLetters.url,
      redriveAllowPolicy: json({ redrivePermission: "byQueue", sourceQueueArns: [arn] }),
    });
  }
}
