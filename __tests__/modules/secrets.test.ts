import { raw } from "../../kernel";
import { Secrets, SecretsProps } from "../../modules/secrets";
import { SynthesizedStack, synthesize } from "../synthesis";

const KEY = "arn:aws:kms:us-east-1:123456789012:key/11111111-1111-1111-1111-111111111111";
const WEST_KEY = KEY.replace("us-east-1", "us-west-2");
const FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:rotate";
const SECRET = "aws_secretsmanager_secret.secrets";

const secrets = (props: Partial<SecretsProps> = {}, use: (made: Secrets) => void = () => {}): SynthesizedStack =>
  synthesize((stack) =>
    use(
      new Secrets(stack, "secrets", { name: "nimbus", secrets: { session: {}, dsn: { value: "external" } }, ...props }),
    ),
  );
const secret = (props?: Partial<SecretsProps>) => secrets(props).resource("aws_secretsmanager_secret", "secrets");
const version = (props?: Partial<SecretsProps>) =>
  secrets(props).resource("aws_secretsmanager_secret_version", "secrets");

describe("a secret", () => {
  test("is named after the application and its key, and encrypted with the module's own key", () => {
    expect(secret()).toMatchObject({
      for_each: "${local.secrets_secrets}",
      name: "nimbus/${each.key}",
      kms_key_id: "${one(aws_kms_key.secrets[*].arn)}",
    });
  });

  test("can be restored for 30 days, for as long as is said, or not at all by an opt-in", () => {
    expect(secret()).toMatchObject({ recovery_window_in_days: 30 });
    expect(secret({ recoveryWindowDays: 7 })).toMatchObject({ recovery_window_in_days: 7 });
    expect(secret({ deleteImmediately: true })).toMatchObject({ recovery_window_in_days: 0 });
  });

  test("has a copy in each region, with a key of that region", () => {
    const stack = secrets({ replicas: { "us-west-2": { kmsKeyArn: WEST_KEY } } });
    expect(stack.resource("aws_secretsmanager_secret", "secrets")).toMatchObject({
      dynamic: {
        replica: {
          for_each: "${local.secrets_replicas}",
          content: { region: "${replica.key}", kms_key_id: "${replica.value.kms_key_arn}" },
        },
      },
    });
  });

  test("takes a key of the caller", () => {
    const stack = secrets({ kmsKey: { arn: KEY } });
    expect(stack.resource("aws_secretsmanager_secret", "secrets")).toMatchObject({ kms_key_id: KEY });
    expect(stack.count("aws_kms_key")).toBe(0);
  });

  test("is closed to other accounts", () => {
    const { policy, block_public_policy } = secrets().resource("aws_secretsmanager_secret_policy", "secrets");
    expect(block_public_policy).toBe(true);
    expect(policy).toMatch(/Effect = "Deny".*StringNotEquals = \{ "aws:PrincipalAccount" = data/s);
  });
});

describe("a value", () => {
  test("is written to a write-only argument, from an ephemeral resource", () => {
    const stack = secrets();
    expect(stack.json.ephemeral).toMatchObject({
      aws_secretsmanager_random_password: {
        secrets_generated: {
          for_each: expect.stringContaining('secret.value == "generated"') as string,
          password_length: "${each.value.length}",
        },
      },
    });
    expect(version()).toMatchObject({
      for_each: expect.stringContaining('secret.value != "external"') as string,
      secret_string_wo_version: "${each.value.version}",
    });
    expect(version()).not.toHaveProperty("secret_string");
    expect(version().secret_string_wo).toContain(
      "ephemeral.aws_secretsmanager_random_password.secrets_generated[each.key].random_password",
    );
  });

  test("keeps a label of its own, so that rotations do not make Terraform write it anew", () => {
    expect(version()).toMatchObject({
      version_stages: ["AWSCURRENT", "TERRAFORM"],
      lifecycle: { ignore_changes: ["version_stages"] },
    });
  });

  test("is given as a reference, of all or of each", () => {
    const all = { secrets: { dsn: { value: "given" as const } }, values: raw<never>("var.secret_values") };
    expect(version(all).secret_string_wo).toContain('each.value.value == "given" ? var.secret_values[each.key]');
    const each = { ...all, values: { dsn: raw<string>("var.dsn") } };
    expect(secrets(each).local("secrets_values")).toBe("${tomap({ dsn = var.dsn })}");
  });

  test("that is written out is refused, and not shown", () => {
    const written = () => secrets({ secrets: { dsn: { value: "given" } }, values: { dsn: "s3cret" } });
    expect(written).toThrow('values["dsn"] must not be written out in code');
    expect(written).not.toThrow("s3cret");
  });
});

describe("rotation", () => {
  const rotated = (rotation: object) =>
    secrets({ secrets: { token: { value: "external", rotation: { lambdaArn: FUNCTION, ...rotation } } } });

  test("waits for the value and for the right to call the function", () => {
    const stack = rotated({ days: 30 });
    expect(stack.resource("aws_secretsmanager_secret_rotation", "secrets")).toMatchObject({
      rotation_lambda_arn: "${each.value.lambda_arn}",
      rotation_rules: { automatically_after_days: "${each.value.days}" },
      depends_on: [
        "aws_lambda_permission.secrets_rotation",
        "aws_secretsmanager_secret_version.secrets",
        "aws_secretsmanager_secret_policy.secrets",
      ],
    });
    expect(stack.resource("aws_lambda_permission", "secrets_rotation")).toMatchObject({
      principal: "secretsmanager.amazonaws.com",
      source_account: "${data.aws_caller_identity.secrets_current.account_id}",
    });
  });

  test.each<[string, object, string]>([
    ["no function", { lambdaArn: undefined, days: 30 }, 'secrets["token"].rotation.lambdaArn is required'],
    ["a version of a function", { lambdaArn: `${FUNCTION}:3`, days: 30 }, "lambdaArn must be an ARN of lambda"],
    ["neither days nor schedule", {}, "rotation must have either days or schedule"],
    ["days and schedule", { days: 30, schedule: "rate(30 days)" }, "rotation must have either days or schedule"],
    ["a schedule in words", { schedule: "monthly" }, "schedule must be a schedule such as"],
    ["a duration in minutes", { days: 30, duration: "90m" }, "duration must be 1h to 24h"],
  ])("with %s is refused", (_name, rotation, message) => {
    expect(() => rotated(rotation)).toThrow(message);
  });
});

describe("readers", () => {
  const check = (stack: SynthesizedStack) => stack.local("secrets_unread");

  test("read exactly their secrets, with the key for these only", () => {
    const stack = secrets({}, (made) => made.grantRead("worker", "nimbus-worker", ["dsn"]));
    const policy = stack.resource("aws_iam_role_policy", "secrets_reader_worker");
    expect(policy).toMatchObject({ role: "nimbus-worker", name: "nimbus-secrets-worker" });
    expect(policy.policy).toContain(`Resource = [for key in ["dsn"] : ${SECRET}[key].arn]`);
    expect(policy.policy).toContain(`"kms:EncryptionContext:SecretARN" = [for key in ["dsn"] : ${SECRET}[key].arn]`);
  });

  test("of the plain module are an input", () => {
    const stack = secrets({ readers: { worker: { roleName: "nimbus-worker", secrets: ["dsn"] } } });
    expect(stack.resource("aws_iam_role_policy", "secrets_reader")).toMatchObject({
      for_each: "${local.secrets_readers}",
      role: "${each.value.role_name}",
    });
  });

  test("that are services get a reference", () => {
    const stack = secrets({}, (made) => {
      expect(made.reference("dsn")).not.toHaveProperty("jsonKey");
      expect(made.reference("session", "key").jsonKey).toBe("key");
    });
    expect(check(stack)).toContain('["dsn", "session"]');
  });

  test("a secret that nobody reads is a warning, for which verbs count", () => {
    expect(check(secrets())).not.toContain('"dsn"');
    expect(check(secrets({}, (made) => made.grantRead("worker", "nimbus-worker", ["dsn"])))).toContain('["dsn"]');
    expect(secrets().json.check).toMatchObject({
      secrets_read: { assert: { condition: "${length(local.secrets_unread) == 0}" } },
    });
  });

  test.each<[string, (made: Secrets) => unknown]>([
    ["grantRead", (made) => made.grantRead("worker", "nimbus-worker", ["dns"])],
    ["reference", (made) => made.reference("dns")],
  ])("%s refuses a key that is not there", (_name, use) => {
    expect(() => secrets({}, (made) => void use(made))).toThrow("has no secret dns; there are session, dsn");
  });
});

describe("bad input is refused with what is allowed", () => {
  test.each<[string, Partial<SecretsProps>, string]>([
    [
      "a key with a slash",
      { secrets: { "a/b": {} } },
      'secrets["a/b"] has a wrong key: keys must be 1 to 40 letters, digits',
    ],
    ["an unknown source", { secrets: { a: { value: "random" as never } } }, "value must be one of generated, given"],
    ["a short value", { secrets: { a: { length: 8 } } }, "length must be between 16 and 4096 characters"],
    ["JSON of an external value", { secrets: { a: { value: "external", json: {} } } }, "must have json only where"],
    [
      "a generated field that is given too",
      { secrets: { a: { json: { fields: { password: "x" } } } } },
      "json must not have generatedKey among its fields",
    ],
    ["a given secret without a value", { secrets: { a: { value: "given" } } }, "values must hold a value for each"],
    [
      "a reader of an unknown secret",
      { readers: { worker: { roleName: "nimbus-worker", secrets: ["dns"] } } },
      "readers must have only keys of secrets in secrets",
    ],
    [
      "an ARN for a role's name",
      { readers: { worker: { roleName: "arn:aws:iam::123456789012:role/x", secrets: ["dsn"] } } },
      "roleName must be the name of a role, not its ARN",
    ],
    [
      "a copy under the key of another region",
      { replicas: { "us-west-2": { kmsKeyArn: KEY } } },
      "replicas must have a kmsKeyArn of the replica's own region",
    ],
    ["a copy without a key", { replicas: { "us-west-2": {} as never } }, 'replicas["us-west-2"].kmsKeyArn is required'],
    ["no recovery window without the opt-in", { recoveryWindowDays: 0 }, "recoveryWindowDays must be between 7 and 30"],
  ])("%s", (_name, props, message) => {
    expect(() => secrets(props)).toThrow(message);
  });
});

test("a new name is refused by the plan until replacements is raised", () => {
  expect(secret()).toMatchObject({
    lifecycle: {
      precondition: [
        { condition: '${local.secrets_identity_changes == ""}' },
        { condition: expect.stringContaining("!contains(keys(local.secrets_replicas)") as string },
      ],
    },
  });
});
