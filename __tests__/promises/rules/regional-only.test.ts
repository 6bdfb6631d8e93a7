import { regionalOnly } from "../../../promises/rules/regional-only";
import { REGIONAL_TYPES } from "../../../promises/rules/regional-types";
import { ONE_REGION, aws, dr, findings, stack } from "./fixtures";

const found = (...stacks: Parameters<typeof findings>[1]) => findings(regionalOnly, stacks);

describe("an incident uses regional APIs of the recovery region only", () => {
  test("as a good dr stack does, with the primary region in text for people", () => {
    expect(found(dr())).toEqual([]);
  });

  test("and no other stack is judged by that", () => {
    expect(found(stack("standby", "us-west-2", { resource: { aws_iam_role: { web: {} } } }))).toEqual([]);
  });

  test.each([
    ["an IAM role", "aws_iam_role"],
    ["a role that AWS would make on its own", "aws_iam_service_linked_role"],
    ["a record", "aws_route53_record"],
    ["a health check", "aws_route53_health_check"],
    ["a bucket", "aws_s3_bucket"],
    ["a bucket's configuration", "aws_s3_bucket_policy"],
    ["a distribution", "aws_cloudfront_distribution"],
    ["a firewall", "aws_wafv2_web_acl"],
    ["a certificate, whose validation needs a record", "aws_acm_certificate_validation"],
    ["a load balancer, whose name needs Route 53", "aws_lb"],
    ["an endpoint, whose name needs Route 53", "aws_vpc_endpoint"],
    ["a budget", "aws_budgets_budget"],
    ["an organization", "aws_organizations_account"],
    ["what nobody has thought of", "aws_something_new"],
    ["a resource of another provider", "null_resource"],
  ])("so that it refuses %s", (_what, type) => {
    expect(found(dr({ [type]: { x: {} } }))).toEqual([
      expect.stringContaining(`dr: ${type}.x: ${type} is not on the list of what an incident may use (resource)`),
    ]);
  });

  test.each([
    ["data", "aws_route53_zone", "data source"],
    ["data", "aws_iam_role", "data source"],
    ["data", "aws_s3_bucket", "data source"],
    ["data", "http", "data source"],
    // A secret's value would be in the state.
    ["data", "aws_secretsmanager_secret_version", "data source"],
    ["ephemeral", "aws_eks_cluster_auth", "ephemeral resource"],
  ])("so that it refuses the %s %s", (kind, type, called) => {
    expect(found(dr({}, { [kind]: { [type]: { x: {} } } }))).toEqual([
      expect.stringMatching(new RegExp(`^dr: ${kind}\\.${type}\\.x: .*\\(${called}\\)`)),
    ]);
  });

  test("but for what has no instance, which calls nothing", () => {
    expect(
      found(dr({ aws_iam_role_policy: { readers: { for_each: "${{}}" }, writers: { for_each: "${{ a = 1 }}" } } })),
    ).toEqual([expect.stringContaining("dr: aws_iam_role_policy.writers: ")]);
  });

  test.each<[string, Record<string, unknown>, string]>([
    [
      "another provider in us-east-1",
      { provider: { aws: [aws("us-west-2"), aws("us-east-1", "primary")] } },
      "provider.aws.primary",
    ],
    [
      "another provider in the same region",
      { provider: { aws: [aws("us-west-2"), aws("us-west-2", "again")] } },
      "provider.aws.again",
    ],
    ["its only provider in us-east-1", { provider: { aws: [aws("us-east-1")] } }, "provider.aws"],
    ["a region that Terraform computes", { provider: { aws: [aws("${var.region}")] } }, "provider.aws"],
    ["no provider", { provider: undefined }, "provider.aws"],
    ["a provider of another kind", { provider: { aws: [aws("us-west-2")], http: [{}] } }, "provider.http"],
    [
      "another kind that is required only",
      { terraform: { required_providers: { aws: {}, random: {} } } },
      "terraform.required_providers.random",
    ],
    ["a module", { module: { x: { source: "./x" } } }, "module.x"],
    ["a look-up in a check", { check: { x: { data: { aws_iam_role: { y: {} } } } } }, "check.x"],
  ])("so that it refuses %s", (_what, json, address) => {
    expect(found(dr({}, json))).toEqual([expect.stringContaining(`dr: ${address}: `)]);
  });

  test("so that it refuses a command", () => {
    expect(found(dr({ terraform_data: { x: { provisioner: { "local-exec": { command: "aws" } } } } }))).toEqual([
      expect.stringContaining("dr: terraform_data.x: a provisioner runs a command"),
    ]);
  });

  test("but not one that runs when something is destroyed, as a recovery does with nothing", () => {
    const block = { "local-exec": { when: "destroy", command: "aws" } };
    expect(found(dr({ terraform_data: { x: { provisioner: block } } }))).toEqual([]);
    expect(found(dr({ terraform_data: { x: { provisioner: [block] } } }))).toEqual([]);
    const both = [block, { "local-exec": { command: "aws" } }];
    expect(found(dr({ terraform_data: { x: { provisioner: both } } }))).toHaveLength(1);
  });

  const image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/nimbus-production/web:1.0.0";
  test.each<[string, ReturnType<typeof dr>, string, string]>([
    [
      "an image of the lost registry",
      dr({ aws_ecs_task_definition: { web: { container_definitions: `\${jsonencode([{ image = "${image}" }])}` } } }),
      "aws_ecs_task_definition.web.container_definitions",
      "us-east-1",
    ],
    [
      "a secret of the lost region, in a local",
      dr({}, { locals: { secret: "arn:aws:secretsmanager:us-east-1:123456789012:secret:x" } }),
      "local.secret",
      "us-east-1",
    ],
    [
      "a bucket of the lost region, in a variable of an application",
      dr({}, { locals: { web_environment: '${tomap({ FILES = "nimbus-uploads-us-east-1" })}' } }),
      "local.web_environment",
      "us-east-1",
    ],
    [
      "a key of the lost region",
      dr({ aws_secretsmanager_secret: { x: { kms_key_id: "arn:aws:kms:us-east-1:123456789012:key/x" } } }),
      "aws_secretsmanager_secret.x.kms_key_id",
      "us-east-1",
    ],
    [
      "a zone of the lost region, deep inside",
      dr({ aws_nat_gateway: { x: { nested: [{ zone: "us-east-1a" }] } } }),
      "aws_nat_gateway.x.nested[0].zone",
      "us-east-1",
    ],
    [
      "a third region",
      dr({ aws_route: { x: { endpoint: "vpce.eu-central-1.amazonaws.com" } } }),
      "aws_route.x.endpoint",
      "eu-central-1",
    ],
    [
      "a region as a key",
      dr({ aws_ssm_parameter: { x: { map: { "us-east-1": "a" } } } }),
      "aws_ssm_parameter.x.map",
      "us-east-1",
    ],
    [
      "a bucket that is named after the lost region",
      dr({}, { locals: { uploads: '${{ name = "nimbus-uploads-us-east-1" }}' } }),
      "local.uploads",
      "us-east-1",
    ],
    [
      "an endpoint without a region",
      dr({}, { provider: { aws: [{ region: "us-west-2", endpoints: [{ sts: "https://sts.amazonaws.com" }] }] } }),
      "provider.aws.endpoints[0].sts",
      "https://sts.amazonaws.com",
    ],
  ])("so that it refuses %s", (_what, given, address, name) => {
    expect(found(given)).toEqual([`dr: ${address}: it names ${name}, which cannot be reached in an incident`]);
  });

  test("but for outputs, which people read", () => {
    expect(found(dr({}, { output: { lost: { value: "what was written in us-east-1 since" } } }))).toEqual([]);
  });

  test("and the restore test, which is the same stack under another name, keeps to it too", () => {
    expect(found({ ...dr({ aws_iam_role: { x: {} } }), name: "restore-test" })).toHaveLength(1);
  });

  test("and there is none where nothing is to recover", () => {
    expect(findings(regionalOnly, [dr()], ONE_REGION)).toEqual([
      expect.stringContaining("dr: terraform: the stack recovers an environment that has no recovery region"),
    ]);
  });

  test("with a reason for each type of the list", () => {
    for (const types of Object.values(REGIONAL_TYPES))
      for (const [type, why] of types) expect(`${type}: ${why}`).toMatch(/^(aws|terraform)_[a-z0-9_]+: .{15,}/);
    for (const type of REGIONAL_TYPES.resource.keys())
      expect(type).not.toMatch(/^aws_(iam|route53|s3|cloudfront|wafv2|acm|organizations|budgets|globalaccelerator)_/);
  });
});
