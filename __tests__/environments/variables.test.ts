import { EnvironmentDefinition, checkEnvironment } from "../../environments/definition";
import { exactly } from "../../environments/definition/names/exactly";
import production from "../fixtures/environments/production";
import { synthesizeEnvironment } from "../whole-environment";

/** Variables under names of one's own, with what `uses` tells a service, in every region. */

const { web } = production.services;

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Change = (environment: any) => void;

/** Production with all that a template can name, and these variables of `web`. */
function stating(variables: Readonly<Record<string, string>>, change: Change = () => undefined): EnvironmentDefinition {
  const environment = {
    ...structuredClone(production),
    queues: { mails: {} },
    topics: { orders: {} },
    services: {
      web: {
        ...structuredClone(web),
        uses: { ...web.uses, queues: { mails: "send_receive" as const }, topics: ["orders"], services: ["user-api"] },
        variables,
      },
      "user-api": { ...structuredClone(web), port: 8080, routing: undefined, uses: {} },
    },
  };
  change(environment);
  return environment;
}

/** What the database's host and port are in an address, in Terraform. */
const DATABASE = "${aws_db_instance.database.address}:${tostring(aws_db_instance.database.port)}";
const CACHE =
  "${one(aws_elasticache_replication_group.cache[*].primary_endpoint_address)}:${tostring(local.cache_port)}";

describe("each region fills templates with its own", () => {
  const TEMPLATES = {
    AWS_REGION: "{region}",
    SPRING_DATASOURCE_URL:
      "jdbc:postgresql://{database.host}:{database.port}/{database.name}?sslmode=verify-full&user={database.user}",
    "spring.data.redis.url": "rediss://{cache.user}@{cache.host}:{cache.port}",
    S3_BUCKET_NAME: "{storage.uploads.name}",
    QUEUE: "{queues.mails.url}",
    TOPIC: "{topics.orders.arn}",
    API_URL: "http://{services.user-api.host}:{services.user-api.port}/",
    JSON: '{{"region":"{region}","cost":"$5"}}',
  };
  const stacks = synthesizeEnvironment(stating({ ...TEMPLATES, SPRING_DATASOURCE_PASSWORD: "{database.password}" }));
  const local = (name: string, key: string): string => {
    const { locals } = stacks.find((stack) => stack.name === name)?.json as { locals: Record<string, unknown> };
    return String(locals[key]);
  };
  /** As Terraform spells them. */
  const same = {
    SPRING_DATASOURCE_URL: `"jdbc:postgresql://${DATABASE}/nimbus?sslmode=verify-full&user=nimbus"`,
    API_URL: '"http://user-api:8080/"',
  };
  const primary: Record<string, string> = {
    ...same,
    AWS_REGION: '"us-east-1"',
    '"spring.data.redis.url"': `"rediss://\${{ for user in keys(local.cache_users) : user => aws_elasticache_user.cache[user].user_name }["web"]}@${CACHE}"`,
    S3_BUCKET_NAME: "aws_s3_bucket_versioning.storage_uploads.bucket",
    QUEUE: "aws_sqs_queue.queue_mails.url",
    TOPIC: "aws_sns_topic.topic_orders.arn",
    JSON: String.raw`"{\"region\":\"us-east-1\",\"cost\":\"$5\"}"`,
  };
  const recovered = (owner: string): Record<string, string> => ({
    ...same,
    AWS_REGION: '"us-west-2"',
    '"spring.data.redis.url"': `"rediss://${owner}-web@${CACHE}"`,
    S3_BUCKET_NAME: 'local.lifelines.buckets["uploads"].name',
    QUEUE: '"https://sqs.us-west-2.amazonaws.com/123456789012/nimbus-production-dr-mails"',
    TOPIC: '"arn:aws:sns:us-west-2:123456789012:nimbus-production-dr-orders"',
    JSON: String.raw`"{\"region\":\"us-west-2\",\"cost\":\"$5\"}"`,
  });

  test.each(
    Object.entries({
      primary,
      dr: recovered("nimbus-production-dr"),
      "restore-test": recovered("nimbus-production-rt"),
    }).flatMap(([stack, values]) => Object.entries(values).map(([variable, value]) => [stack, variable, value])),
  )("%s: %s is %s", (stack, variable, value) => {
    expect(local(stack, "web_environment")).toContain(`${variable} = ${value}\n`);
  });

  test.each(["primary", "dr", "restore-test"])(
    "%s: a password alone is read from the secret of the region",
    (stack) => {
      const references = [...local(stack, "web_secrets").matchAll(/(\w+PASSWORD) = (\{[^}]*\})/g)];
      expect(references.map(([, variable]) => variable)).toEqual(["DATABASE_PASSWORD", "SPRING_DATASOURCE_PASSWORD"]);
      expect(references[1][2]).toBe(references[0][2]);
      expect(references[1][2]).toContain('json_key = "password"');
      expect(local(stack, "web_environment")).not.toContain("PASSWORD");
    },
  );
});

describe("a variable is refused, with what to state instead", () => {
  const withoutUses: Change = (e) => (e.services.web.uses = { services: ["user-api"], queues: { mails: "receive" } });

  test.each<[string, string, string, Change?]>([
    ["a misspelt field", "{database.hots}", "has {database.hots}, which is not known; did you mean {database.host}?"],
    ["another word for the user", "{cache.username}", "did you mean {cache.user}?"],
    ["a misspelt key", "{storage.upload.name}", "did you mean {storage.uploads.name}?"],
    ["another part of a queue", "{queues.mails.arn}", "did you mean {queues.mails.url}?"],
    [
      "a field that nothing comes near",
      "{secrets.sentry}",
      "which is not known; there are {region}, {queues.mails.url}, {services.user-api.host}, {services.user-api.port}",
      withoutUses,
    ],
    [
      "a field of a database that is not used",
      "{database.host}",
      "has {database.host}, which the service does not use; state uses: { database: {} } of it",
      withoutUses,
    ],
    [
      "a field of a database that there is not",
      "{database.host}",
      "state uses: { database: {} } of it, and database of the environment",
      (e) => {
        withoutUses(e);
        delete e.database;
      },
    ],
    ["a field of a cache that is not used", "{cache.port}", 'uses: { cache: { user: "web" } }', withoutUses],
    ["a bucket that is not used", "{storage.uploads.name}", 'uses: { storage: { "uploads": "read" } }', withoutUses],
    ["a topic that is not used", "{topics.orders.arn}", 'uses: { topics: ["orders"] }', withoutUses],
    [
      "a password in an address",
      "postgres://{database.user}:{database.password}@{database.host}/{database.name}",
      'must have {database.password} alone, or not at all: with text around it, the plan, the state and the task definition would show the password, and keep it when it changes. Leave user and password out of the address, and state variables of their own for them, such as PGUSER: "{database.user}" and PGPASSWORD: "{database.password}"',
    ],
    [
      "the password of a user that has none",
      "{database.password}",
      "must not have {database.password}: web signs in by IAM",
      (e) => (e.services.web.uses.database = { iamUser: "web" }),
    ],
    ["a brace that does not end", "{region", "has a { that is no part of a field"],
    ["a brace that does not begin", "{region}}", "has a } that is no part of a field"],
    ["JSON", '{"region":"x"}', 'has {"region":"x"}, which is no field: a brace of the text'],
    ["a field as a shell has it", "${region}", "must have a field without a $ before it: {region}"],
    ["a field as other templates have it", "{{region}}", "has no field: {{ and }} are braces of the text's own"],
    ["plain text", "production", "must have a field in braces, such as {region} or {database.host}"],
  ])("%s", (_what, template, message, ...[change]) => {
    expect(() => checkEnvironment("production", stating({ MINE: template }, change))).toThrow(
      new RegExp(`services\\["web"\\].variables\\["MINE"\\] .*${exactly(message)}`),
    );
  });

  test.each<[string, string, Change, string]>([
    ["that uses gives", "DATABASE_HOST", () => undefined, "is set by the stack because of what the service uses"],
    ["of a secret that uses gives", "SENTRY_DSN", () => undefined, "is set by the stack because of what the service"],
    ["of environment", "NODE_ENV", () => undefined, "is stated in environment, too; leave one of the two out"],
    [
      "of secrets",
      "TOKEN",
      (e) =>
        (e.services.web.secrets = { TOKEN: { arn: "arn:aws:secretsmanager:us-west-2:123456789012:secret:t-a1b2c3" } }),
      "is stated in secrets, too; leave one of the two out",
    ],
  ])("a name %s", (_what, name, change, message) => {
    expect(() => checkEnvironment("production", stating({ [name]: "{region}" }, change))).toThrow(
      `services["web"].variables["${name}"] ${message}`,
    );
  });

  test("a name that is none", () => {
    expect(() => checkEnvironment("production", stating({ "A B": "{region}" }))).toThrow(
      'services["web"].variables["A B"] has a wrong key: keys must be the name of an environment variable',
    );
  });

  test("what the recovery region alone does not give, by its path there", () => {
    const change: Change = (e) => (e.recovery.services = { web: { uses: { queues: { mails: "receive" } } } });
    expect(() => checkEnvironment("production", stating({ MINE: "{database.host}" }, change))).toThrow(
      'recovery.services["web"].variables["MINE"] has {database.host}, which the service does not use',
    );
  });

  test("all at once, and without a word of what was written", () => {
    let message = "";
    try {
      checkEnvironment(
        "production",
        stating({ A: "postgres://a:hunter2@{database.hots}", B: "hunter2", C: "{regoin}{cache.prot}" }),
      );
    } catch (error) {
      message = String(error);
    }
    for (const part of ['["A"]', '["B"]', "{region}?", "{cache.port}?"]) expect(message).toContain(part);
    expect(message).not.toContain("hunter2");
  });
});

describe("a warning says", () => {
  const { recovery: _recovery, ...alone } = production;
  const warnings = (change: Change): readonly string[] => {
    const environment = structuredClone(alone);
    change(environment);
    return checkEnvironment("production", environment as EnvironmentDefinition).warnings.filter(
      (warning) => !warning.startsWith("names.healthCheck"),
    );
  };

  test.each<[string, Change, string[]]>([
    ["nothing of what is usual", () => undefined, []],
    [
      "that a field is plain text in environment",
      (e) => (e.services.web.environment = { HOST: "{database.host}", JSON: '{"region":1}', PLACE: "{region}" }),
      ['services["web"].environment["HOST"]: {database.host} is plain text there'],
    ],
    [
      "that a password which RDS changes is stale in tasks that run",
      (e) => (e.database.credentials = { managed: {} }),
      ['services["web"].uses.database: RDS sets a new password every seven days'],
    ],
    [
      "nothing where a user signs in by IAM",
      (e) => {
        e.database.credentials = { managed: {} };
        e.services.web.uses.database = { iamUser: "web" };
      },
      [],
    ],
  ])("%s", (_what, change, said) => {
    expect(warnings(change)).toEqual(said.map((text) => expect.stringContaining(text) as string));
  });
});
