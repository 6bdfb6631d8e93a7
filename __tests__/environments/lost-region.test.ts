import { checkEnvironment } from "../../environments/definition";
import { namesRegion, shortName } from "../../environments/definition/checks/lost-region";
import production from "../fixtures/environments/production";
import { synthesizeEnvironment } from "../whole-environment";

/** What a plain variable must not name where there is a recovery region, and what it may. */

const stating = (environment: Readonly<Record<string, string>>, there?: Readonly<Record<string, string>>) => {
  const { web } = production.services;
  const recovery = { ...(production.recovery as NonNullable<typeof production.recovery>) };
  return {
    ...production,
    recovery: there ? { ...recovery, services: { web: { environment: there } } } : recovery,
    services: { web: { ...web, environment } },
  };
};

const BUCKET = "nimbus-production-uploads-123456789012-us-east-1";

describe("a variable that names something of the lost region is refused by name, with the template to state", () => {
  test.each([
    ["AWS_REGION", "us-east-1", 'state variables: { AWS_REGION: "{region}" }'],
    ["aws.region", "us-east-1", 'state variables: { "aws.region": "{region}" }'],
    ["ZONE", "us-east-1a", "state ZONE in variables, with {region} in its place"],
    ["TAGS", "env:live,region:us-east-1", "state TAGS in variables, with {region} in its place"],
    ["S3_BUCKET_NAME", BUCKET, 'state variables: { S3_BUCKET_NAME: "{storage.uploads.name}" }'],
    ["BUCKET_ARN", `arn:aws:s3:::${BUCKET}`, "state BUCKET_ARN in variables, with {storage.uploads.name} in its place"],
    ["FILES", `s3://${BUCKET}/files`, "state FILES in variables, with {storage.uploads.name} in its place"],
    ["DATABASE_URL", "postgres://a:b@x.abc.us-east-1.rds.amazonaws.com:5432/x", "with {database.host} in its place"],
    ["REDIS_URL", "rediss://master.nimbus.abc123.use1.cache.amazonaws.com:6379", "with {cache.host} in its place"],
    ["REDIS_HOST", "nimbus-abc123.serverless.use1.cache.amazonaws.com", "with {cache.host} in its place"],
    ["API_URL", "http://internal-api-1.us-east-1.elb.amazonaws.com/v1", "with {services.<service>.host} in its place"],
    ["QUEUE", "https://sqs.us-east-1.amazonaws.com/123456789012/mails", "with {queues.<queue>.url} in its place"],
    ["TOPIC", "arn:aws:sns:us-east-1:123456789012:orders", "with {topics.<topic>.arn} in its place"],
    ["FUNCTION", "https://abc.lambda-url.us-east-1.on.aws/", "with {region} in its place"],
    ["POOL", "us-east-1_a1b2c3d4e", 'region; state environment of the recovery region in recovery.services["web"]'],
    ["TABLE", "orders-us-east-1", "with {region} in its place"],
  ])("%s: %s", (variable, value, remedy) => {
    const named = variable === "S3_BUCKET_NAME" || remedy.includes("storage") ? `the bucket ${BUCKET}` : "us-east-1";
    expect(() => checkEnvironment("production", stating({ [variable]: value }))).toThrow(
      `services["web"].environment["${variable}"] must not name ${named} with recovery, since dr would work with the lost region; state`,
    );
    expect(() => checkEnvironment("production", stating({ [variable]: value }))).toThrow(remedy);
  });

  test("a pool that is stated for the recovery region must be one of that", () => {
    expect(() => checkEnvironment("production", stating({}, { POOL: "us-east-1_a1b2c3d4e" }))).toThrow(
      'recovery.services["web"].environment["POOL"] must not name us-east-1 with recovery, since dr would work with the lost region; state what stands in the recovery region',
    );
  });

  test("what is stated for the recovery region is held to the same", () => {
    const wrong = stating({}, { AWS_REGION: "us-east-1" });
    expect(() => checkEnvironment("production", wrong)).toThrow(
      'recovery.services["web"].environment["AWS_REGION"] must not name us-east-1 with recovery, since dr would work with the lost region; state variables: { AWS_REGION: "{region}" }',
    );
  });
});

describe("a variable that names nothing of it is accepted, by the synthesized stacks as well", () => {
  const ALLOWED = {
    BOTH: "us-east-1,us-west-2",
    THIRD: "eu-central-1",
    SENDER: "https://email.eu-central-1.amazonaws.com",
    KAFKA: "pkc-abc.us-east-1.aws.confluent.cloud:9092",
    CDN: "https://cdn.example.com/us-east-1/app.js?x=us-east-1",
    CACHE: "master.nimbus.abc123.usw2.cache.amazonaws.com",
    OTHER: "us-east-10",
    PREFIX: "nimbus-production",
  };
  const stacks = synthesizeEnvironment(stating(ALLOWED));

  test.each(Object.entries(ALLOWED))("%s: %s", (variable, value) => {
    const { locals } = stacks.find(({ name }) => name === "dr")?.json as { locals: Record<string, unknown> };
    expect(String(locals.web_environment)).toContain(`${variable} = "${value}"`);
  });
});

// Amazon EC2 User Guide, "AZ IDs": use1-az1, ...
test.each([
  ["us-east-1", "use1"],
  ["us-west-2", "usw2"],
  ["ap-southeast-2", "apse2"],
  ["ap-northeast-1", "apne1"],
  ["eu-central-1", "euc1"],
  ["sa-east-1", "sae1"],
  ["us-gov-west-1", "usgw1"],
  ["cn-north-1", "cnn1"],
])("ElastiCache spells %s as %s", (region, short) => {
  expect(shortName(region)).toBe(short);
});

test("an endpoint without a region is in the one that answers for its partition", () => {
  expect(() => checkEnvironment("production", stating({ STS: "https://sts.amazonaws.com" }))).toThrow(
    'environment["STS"] must not name us-east-1, where endpoints without a region are, with recovery',
  );
  expect(namesRegion("https://sts.amazonaws.com", "us-east-1")).toBe(true);
  expect(namesRegion("https://sts.amazonaws.com", "eu-central-1")).toBe(false);
});
