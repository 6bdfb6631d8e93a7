import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { App } from "cdktf";
import { join } from "node:path";
import { Emulator, startEmulator } from "../../emulator";
import { Environment, checkEnvironment } from "../../environments/definition";
import { json } from "../../kernel";
import { Aws } from "../../tools/aws";
import { emptyDist } from "../../tools/project";
import { SignIn } from "../../tools/sign-in";
import { Terraform } from "../../tools/terraform";
import { EnvironmentStack } from "../../wiring/environment-stack";
import { Messaging } from "../../wiring/messaging";
import production from "../fixtures/environments/production";
import { productionRoles } from "./roles";

const REGION = "us-east-1";
const QUEUE_URL = `https://sqs.${REGION}.amazonaws.com/123456789012/nimbus-production-mails`;
const TOPIC_ARN = `arn:aws:sns:${REGION}:123456789012:nimbus-production-orders`;

const { web } = production.services;
const CHANGE = {
  deployment: { github: { repository: "nimbus/tasks", environments: ["production"] } },
  queues: { mails: { visibilityTimeout: 1 } },
  topics: { orders: { queues: { mails: { raw: true, filterPolicy: '{"kind":["order"]}' } } } },
  services: {
    web: { ...web, uses: { ...web.uses, queues: { mails: "send" as const }, topics: ["orders"] } },
    worker: { ...web, routing: undefined, uses: { queues: { mails: "receive" as const } } },
  },
};

/** What the primary stack has of queues and topics, with the roles of two services that a person may assume. */
class MessagingStack extends EnvironmentStack {
  constructor(app: App, environment: Environment) {
    super(app, { name: "primary", home: "primary" }, environment);
    const messaging = new Messaging(this, environment, { region: REGION, owner: this.prefix });
    const role = (service: string) =>
      new IamRole(this, service, {
        name: `${this.prefix}-${service}-task-${REGION}`,
        assumeRolePolicy: json({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: "sts:AssumeRole",
              Principal: { AWS: `arn:aws:iam::${environment.accountId}:root` },
            },
          ],
        }),
      }).name;
    messaging.queue("mails").grantSend("web", role("web"));
    messaging.topic("orders").grantPublish("web", "${aws_iam_role.web.name}");
    messaging.queue("mails").grantReceive("worker", role("worker"));
  }

  protected override createBackend(): void {
    this.createLocalBackend("a test's own");
  }
}

/** Queues and topics as the roles of production make and use them: IAM is enforced, for keys and for what they encrypt. */
describe("queues and topics", () => {
  const folder = emptyDist("emulator-tests/messaging");
  const clients: { close(): void }[] = [];
  let emulator: Emulator;
  let roles: SignIn;
  let terraform: Terraform;

  beforeAll(async () => {
    emulator = await startEmulator();
    roles = await productionRoles("emulator-tests/messaging-roles", emulator, CHANGE);
    clients.push(roles);
    const app = new App({ outdir: join(folder, "cdktf.out") });
    new MessagingStack(app, checkEnvironment("production", { ...production, ...CHANGE }));
    app.synth();
    terraform = new Terraform(join(folder, "cdktf.out", "stacks", "primary"), {
      env: await roles.as("deploy", "npx cdktf deploy primary"),
      log: join(folder, "terraform.log"),
    });
    await terraform.init();
  });

  afterAll(async () => {
    for (const client of clients) client.close();
    await emulator?.stop();
  });

  /** Asks as a task of a service does. */
  const as = async (service: string) => {
    const administrator = new Aws(emulator.env);
    clients.push(administrator);
    const { Credentials } = await administrator.ask<{ Credentials: Record<string, string> }>({
      service: "sts",
      operation: "AssumeRole",
      region: REGION,
      parameters: {
        RoleArn: `arn:aws:iam::123456789012:role/nimbus-production-${service}-task-${REGION}`,
        RoleSessionName: service,
      },
    });
    const client = new Aws({
      ...emulator.env,
      AWS_ACCESS_KEY_ID: Credentials.AccessKeyId,
      AWS_SECRET_ACCESS_KEY: Credentials.SecretAccessKey,
      AWS_SESSION_TOKEN: Credentials.SessionToken,
    });
    clients.push(client);
    return <T>(name: string, operation: string, parameters: object) =>
      client.ask<T>({ service: name, operation, region: REGION, parameters });
  };

  const publish = (kind: string) => ({
    TopicArn: TOPIC_ARN,
    Message: kind,
    MessageAttributes: { kind: { DataType: "String", StringValue: kind } },
  });

  test("are made by the deploy role, and its second plan is empty", async () => {
    await terraform.apply();
    expect(await terraform.plan()).toEqual([]);
  });

  test("carry messages from who may send to who may receive: what the topic lets through, and what is sent at once", async () => {
    const [sender, receiver] = [await as("web"), await as("worker")];
    await sender("sns", "Publish", publish("order"));
    await sender("sns", "Publish", publish("visit"));
    await sender("sqs", "SendMessage", { QueueUrl: QUEUE_URL, MessageBody: "mail" });
    const { Messages } = await receiver<{ Messages: { Body: string; ReceiptHandle: string }[] }>(
      "sqs",
      "ReceiveMessage",
      {
        QueueUrl: QUEUE_URL,
        MaxNumberOfMessages: 10,
      },
    );
    expect(Messages.map(({ Body }) => Body).sort()).toEqual(["mail", "order"]);
    for (const { ReceiptHandle } of Messages)
      await receiver("sqs", "DeleteMessage", { QueueUrl: QUEUE_URL, ReceiptHandle });
  });

  test("are closed to who has not said so", async () => {
    const [sender, receiver] = [await as("web"), await as("worker")];
    const denied = /AccessDenied|not authorized/;
    await expect(sender("sqs", "ReceiveMessage", { QueueUrl: QUEUE_URL })).rejects.toThrow(denied);
    await expect(receiver("sqs", "SendMessage", { QueueUrl: QUEUE_URL, MessageBody: "x" })).rejects.toThrow(denied);
    await expect(receiver("sns", "Publish", publish("order"))).rejects.toThrow(denied);
    const deadLetters = `${QUEUE_URL}-dead-letters`;
    await expect(receiver("sqs", "ReceiveMessage", { QueueUrl: deadLetters })).rejects.toThrow(denied);
  });

  test("are planned by the plan role, and destroyed by the deploy role", async () => {
    const plan = new Terraform(terraform.directory, {
      env: await roles.as("plan", "npx cdktf diff primary"),
      log: join(folder, "terraform.plan.log"),
    });
    expect(await plan.plan()).toEqual([]);
    await terraform.destroy();
  });
});
