import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { Construct } from "constructs";
import { Check, EphemeralResource, ModuleConstruct, ModuleDefinition, inputs, one, t, tf, when } from "../../kernel";
import { publishModule } from "../../kernel/publish";
import { synthesize } from "../synthesis";

/** What leaves no trace in plan and state, and what warns without refusing. */

const fields = {
  generated: t.bool().default(true),
  given: t.map(t.string()).ephemeral().default({}),
};

class Sample extends ModuleConstruct<typeof fields> {
  static readonly definition: ModuleDefinition<typeof fields> = {
    name: "sample",
    description: "A sample.",
    notes: "",
    inputs: inputs(fields),
    example: {},
  };

  constructor(scope: Construct, id: string, props: { generated?: boolean }) {
    super(scope, id, Sample.definition, props);
    const password = new EphemeralResource(this, "password", {
      type: "aws_secretsmanager_random_password",
      count: when(this.inputs.generated),
      config: { passwordLength: 32, excludePunctuation: true },
    });
    const version = new SecretsmanagerSecretVersion(this, "this", {
      secretId: "secret",
      secretStringWo: one(password, "random_password"),
      secretStringWoVersion: 1,
    });
    new EphemeralResource(this, "stored", {
      type: "aws_secretsmanager_secret_version",
      config: { secretId: version.secretId },
      dependsOn: [version],
    });
    new Check(this, "generated", {
      condition: tf`length(${password}) > 0`,
      message: "The password is not generated. Give one.",
    });
  }
}

const sample = (props: { generated?: boolean } = {}): Record<string, Record<string, unknown>> =>
  synthesize((stack) => new Sample(stack, "sample", props)).json as never;

describe("an ephemeral resource", () => {
  test("is written for Terraform, with its arguments as Terraform spells them", () => {
    expect(sample().ephemeral).toMatchObject({
      aws_secretsmanager_random_password: {
        sample_password: { count: 1, password_length: 32, exclude_punctuation: true },
      },
    });
  });

  test("waits for what it depends on", () => {
    expect(sample().ephemeral).toMatchObject({
      aws_secretsmanager_secret_version: {
        sample_stored: { depends_on: ["aws_secretsmanager_secret_version.sample"] },
      },
    });
  });

  test("is read under its own address", () => {
    expect(synthesizedVersion(sample())).toMatchObject({
      secret_string_wo: "${one(ephemeral.aws_secretsmanager_random_password.sample_password[*].random_password)}",
    });
  });

  test("is not written with a literal count of 0, and reads as none", () => {
    const stack = sample({ generated: false });
    expect(stack.ephemeral).not.toHaveProperty("aws_secretsmanager_random_password");
    expect(synthesizedVersion(stack)).toMatchObject({ secret_string_wo: "${one([][*].random_password)}" });
  });

  test("is a block of its own in a published module", () => {
    const main = publishModule(Sample, { terraform: ">= 1.11", providers: {} }).get("main.tf");
    expect(main).toContain(
      [
        'ephemeral "aws_secretsmanager_random_password" "password" {',
        "  count = var.generated ? 1 : 0",
        "",
        "  password_length     = 32",
        "  exclude_punctuation = true",
        "}",
      ].join("\n"),
    );
  });
});

const synthesizedVersion = (stack: Record<string, Record<string, unknown>>): unknown =>
  (stack.resource.aws_secretsmanager_secret_version as Record<string, unknown>).sample;

test("an ephemeral input is ephemeral and sensitive in the published module", () => {
  const variables = publishModule(Sample, { terraform: ">= 1.11", providers: {} }).get("variables.tf");
  expect(variables).toMatch(/variable "given" \{[^}]*\{\}[^}]*sensitive\s*= true\n\s*ephemeral\s*= true/);
});

test("the generated tests of a module with ephemeral resources mock no provider, and let it plan offline", () => {
  const providers = { aws: { source: "hashicorp/aws", version: ">= 5.100", offline: { region: "us-east-1" } } };
  const tests = publishModule(Sample, { terraform: ">= 1.11", providers }).get("tests/validation.tftest.hcl");
  expect(tests).toContain('provider "aws" {\n  region = "us-east-1"\n}');
  expect(tests).not.toContain("mock_provider");
});

describe("a check", () => {
  test("is written for Terraform", () => {
    expect(sample().check).toEqual({
      sample_generated: {
        assert: {
          condition: "${length(ephemeral.aws_secretsmanager_random_password.sample_password) > 0}",
          error_message: "The password is not generated. Give one.",
        },
      },
    });
  });

  test("is a block of its own in a published module", () => {
    const main = publishModule(Sample, { terraform: ">= 1.11", providers: {} }).get("main.tf");
    expect(main).toContain(
      [
        'check "generated" {',
        "  assert {",
        "    condition     = length(ephemeral.aws_secretsmanager_random_password.password) > 0",
        '    error_message = "The password is not generated. Give one."',
        "  }",
        "}",
      ].join("\n"),
    );
  });

  test("is left out where the app knows that it holds: Terraform would not take it", () => {
    const known = synthesize((stack) => new Check(stack, "known", { condition: true as never, message: "No." }));
    expect(known.json).not.toHaveProperty("check");
  });

  test("warns at synth where the app knows that it does not hold", () => {
    let warnings: unknown[] = [];
    const known = synthesize((stack) => {
      const check = new Check(stack, "known", { condition: false as never, message: "Give one." });
      warnings = check.node.metadata.map(({ data }) => data as unknown);
    });
    expect(known.json).not.toHaveProperty("check");
    expect(warnings).toContain("Give one.");
  });
});
