import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { Construct } from "constructs";
import {
  Check,
  EphemeralResource,
  Flag,
  TerraformData,
  acceptFinding,
  allOf,
  anyOf,
  choose,
  comment,
  dynamic,
  given,
  heading,
  is,
  item,
  json,
  not,
  one,
  raw,
  shorthand,
  tf,
  when,
} from "../../kernel";
import { named } from "../parts/tags";
import { Context } from "./context";

/** Long enough to be beyond guessing; letters and digits only, so that it can stand in a URL as it is. */
const PASSWORD_LENGTH = 40;

/** Where the password is, and how the database gets it. */
export interface Credentials {
  /** The module's own secret; none with managed or existing credentials. */
  readonly secret: SecretsmanagerSecret;
  /** Write-only: null where RDS manages it, or where a replica has that of its source. */
  readonly password: string;
  /** Another number makes Terraform set the password again. */
  readonly passwordVersion: number;
}

/**
 * The ARN of the secret that RDS makes. In the plan that turns to it the database is known as it is, without one, and what
 * reads the secret would be made with null: there the ARN is unknown, as the marker's id is.
 */
export function managedSecretArn(scope: Construct, { inputs }: Context, database: DbInstance): string {
  const marker = new TerraformData(scope, "managed_secret", { count: when(given(inputs.credentials.managed)) });
  const known = tf`${database}.master_user_secret`;
  // An id is never empty, which Terraform cannot tell of one that it does not know; of two nulls it would make a known null.
  return tf<string>`length(${known}) > 0 ? ${known}[0].secret_arn : one(${marker}[*].id) == "" ? "" : one(${known}[*].secret_arn)`;
}

/** Warns in the plan that goes back to a secret of the module's own, since the name of an earlier one may still be taken. */
export function createCredentialsCheck(scope: Construct, { inputs }: Context, database: DbInstance): void {
  const { name, credentials } = inputs;
  new Check(scope, "secret_name#check", {
    condition: anyOf(not(given(credentials.generated)), tf<Flag>`length(${database}.master_user_secret) == 0`),
    message: `The password moves from the secret of RDS to one of the module's own. If ${name} had one before, AWS may still keep its name: should the apply say "already scheduled for deletion", raise credentials.generated.number, or take the deletion back (aws secretsmanager restore-secret) and import the secret.`,
  });
}

/**
 * The master password, which is in no plan and no state. Each run of Terraform makes another random value, so the
 * database is given what the secret holds, and not what was just made: an apply that stopped between the two would
 * leave them at odds.
 */
export function createCredentials(scope: Construct, context: Context): Credentials {
  heading(scope, "Credentials");
  const { inputs, kmsKeyArn, isReplica } = context;
  const { name, username, credentials, replacements, tags } = inputs;
  const { generated, existing } = credentials;
  const generates = shorthand(scope, "generates_password", given(generated));
  const count = when(generates);
  const raised = tf<number>`${credentials.passwordVersion} + ${replacements}`;
  const isFirstSecret = choose<Flag>(generates, is(generated.number, 1), true);
  const version = shorthand(
    scope,
    "password_version",
    choose<number>(isFirstSecret, raised, tf`${raised} + ${generated.number} - 1`),
  );
  const secret = new SecretsmanagerSecret(scope, "password#secret", {
    count,
    name: choose(is(generated.number, 1), `${name}/master-user`, `${name}/master-user-${generated.number}`),
    description: `Master user of database ${name}`,
    kmsKeyId: kmsKeyArn,
    recoveryWindowInDays: generated.recoveryWindowInDays,
    replica: dynamic(choose(generates, tf`${generated.replicas}`, tf`{}`), {
      region: raw("replica.key"),
      kmsKeyId: item("replica", "kms_key_arn"),
    }),
    tags: named(tags, `${name}-master-user`),
  });
  acceptFinding(
    secret,
    "CKV2_AWS_57",
    "A rotation would need a function that reaches the database; password_version makes a new password, and IAM authentication needs none",
  );
  const random = comment(
    new EphemeralResource(scope, "password#random", {
      type: "aws_secretsmanager_random_password",
      count,
      config: {
        passwordLength: tf`${one(secret, "arn")} == null ? null : ${PASSWORD_LENGTH}`,
        excludePunctuation: true,
      },
    }),
    "Waits for the secret: nothing is generated before there is a place to keep it.",
  );
  const secretVersion = new SecretsmanagerSecretVersion(scope, "password#version", {
    count,
    secretId: one(secret, "id"),
    secretStringWo: json({ username, password: one(random, "random_password") }),
    secretStringWoVersion: version,
  });
  const setsPassword = shorthand(
    scope,
    "sets_password",
    allOf(anyOf(given(generated), given(existing)), not(isReplica)),
  );
  const read = comment(
    new EphemeralResource(scope, "password#stored", {
      type: "aws_secretsmanager_secret_version",
      count: when(setsPassword),
      config: { secretId: choose(generates, one(secretVersion, "secret_id"), existing.arn) },
    }),
    "Reads the password back: the random value above is another one in each run, and only the first was stored.",
  );
  return {
    secret,
    password: choose(setsPassword, tf`jsondecode(${one(read, "secret_string")}).password`, null),
    passwordVersion: choose(setsPassword, version, null),
  };
}
