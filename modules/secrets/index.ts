import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission";
import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretPolicy } from "@cdktf/provider-aws/lib/secretsmanager-secret-policy";
import { SecretsmanagerSecretRotation } from "@cdktf/provider-aws/lib/secretsmanager-secret-rotation";
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { Lazy } from "cdktf";
import { Construct } from "constructs";
import {
  Check,
  Collection,
  EphemeralResource,
  Flag,
  ModuleConstruct,
  ModuleDefinition,
  acceptFinding,
  at,
  choose,
  comment,
  dynamic,
  each,
  forEach,
  given,
  heading,
  isPublished,
  item,
  local,
  not,
  one,
  raw,
  tf,
  when,
} from "../../kernel";
import { createDataKey } from "../parts/key";
import { guardReplacement } from "../parts/replacement";
import { lookUpSurroundings } from "../parts/surroundings";
import { named } from "../parts/tags";
import { Place, onlyThisAccount, readerPolicy } from "./access";
import { SecretsProps, secretsInputs } from "./inputs";
import { refuseWrittenOut } from "./literal-values";
import { notes } from "./notes";

export type { SecretsProps } from "./inputs";

type Fields = (typeof secretsInputs)["fields"];

/** How a service is told of a secret: an entry of its input `secrets`. */
export interface SecretReference {
  readonly arn: string;
  readonly jsonKey?: string;
}

/** An application's secrets in Secrets Manager, whose values are in no plan and no state. */
export class Secrets extends ModuleConstruct<Fields> {
  static readonly definition: ModuleDefinition<Fields> = {
    name: "secrets",
    description: "An application's secrets in Secrets Manager, whose values are in no plan and no state.",
    notes,
    inputs: secretsInputs,
    // No generated value: Terraform's mocked providers have no ephemeral resources.
    example: {
      name: "nimbus-production",
      secrets: { "sentry-dsn": { description: "Where errors are reported", value: "external" } },
      readers: { worker: { roleName: "nimbus-production-worker", secrets: ["sentry-dsn"] } },
    },
  };

  /** Key that the secrets are encrypted with in the module's own region. */
  readonly kmsKeyArn: string;
  /** ARNs by the secrets' keys. */
  readonly arns: Collection;
  private readonly keys: readonly string[];
  private readonly secret: SecretsmanagerSecret;
  private readonly place: Place;
  /** Keys that a verb was called with: read by somebody whom the inputs do not name. */
  private readonly readByVerb = new Set<string>();

  constructor(scope: Construct, id: string, props: SecretsProps) {
    super(scope, id, Secrets.definition, refuseWrittenOut(scope, id, props));
    this.keys = Object.keys(props.secrets);
    this.place = this.locate();
    this.kmsKeyArn = this.place.kmsKeyArn;

    this.secret = this.createSecrets();
    const version = this.writeValues();
    const policy = this.closeToOthers();
    this.rotate(version, policy);
    this.createReaders();
    if (!isPublished(this)) this.warnOfUnread();

    this.arns = this.output(
      "arns",
      "ARNs of the secrets by key.",
      tf<Collection>`{ for key, secret in ${this.secret} : key => secret.arn }`,
    );
    this.output(
      "names",
      "Names of the secrets by key.",
      tf`{ for key, secret in ${this.secret} : key => secret.name }`,
    );
    this.output(
      "replicaArns",
      "ARNs of the copies, by region and by key.",
      tf`{ for region in keys(${this.inputs.replicas}) : region => {
        for key, secret in ${this.secret} : key => replace(secret.arn, ${`:${this.place.region}:`}, ":\${region}:")
      } }`,
    );
    this.output(
      "versionIds",
      "Ids of the versions that Terraform wrote, by key: they change when a value is written anew.",
      tf`{ for key, version in ${version} : key => version.version_id }`,
    );
    this.output(
      "kmsKeyArn",
      "Key that the secrets are encrypted with; readers need kms:Decrypt on it.",
      this.kmsKeyArn,
    );
  }

  /**
   * Lets a role read exactly these secrets: an entry of `readers` of the plain module, as a verb.
   *
   * @throws Error when a key is not that of a secret.
   */
  grantRead(name: string, roleName: string, keys: readonly string[]): void {
    for (const key of keys) this.markAsRead(key);
    new IamRolePolicy(this, `reader_${name}`, {
      name: this.policyName(name),
      role: roleName,
      policy: readerPolicy(tf`[for key in ${keys} : ${this.secret}[key].arn]`, this.place),
    });
  }

  /**
   * What a service puts into its input `secrets`, which grants its execution role that secret; it needs
   * {@link kmsKeyArn} among its `secretKmsKeys` too.
   *
   * @throws Error when the key is not that of a secret.
   */
  reference(key: string, jsonKey?: string): SecretReference {
    this.markAsRead(key);
    return { arn: at(this.secret, key, "arn"), ...(jsonKey === undefined ? {} : { jsonKey }) };
  }

  private markAsRead(key: string): void {
    if (!this.keys.includes(key)) {
      throw new Error(`${this.node.path} has no secret ${key}; there are ${this.keys.join(", ")}`);
    }
    this.readByVerb.add(key);
  }

  private locate(): Place {
    const { name, kmsKey, tags } = this.inputs;
    const { accountId, partition, dnsSuffix, region } = lookUpSurroundings(this);
    heading(this, "Encryption key");
    const key = createDataKey(this, "this", {
      count: when(not(given(kmsKey))),
      name: `${name}-secrets`,
      description: `Secrets of ${name}`,
      accountId,
      partition,
      tags,
    });
    const kmsKeyArn = choose(given(kmsKey), kmsKey.arn, one(key, "arn"));
    return { accountId, region, dnsSuffix, kmsKeyArn };
  }

  private createSecrets(): SecretsmanagerSecret {
    heading(this, "Secrets");
    const { name, secrets, replicas, overwriteReplicas, recoveryWindowDays, deleteImmediately } = this.inputs;
    const secret = new SecretsmanagerSecret(this, "this#secret", {
      forEach: forEach(secrets),
      name: `${name}/${each.key}`,
      description: tf`coalesce(each.value.description, ${`Secret ${each.key} of ${name}`})`,
      kmsKeyId: this.kmsKeyArn,
      recoveryWindowInDays: choose(deleteImmediately, 0, recoveryWindowDays),
      forceOverwriteReplicaSecret: overwriteReplicas,
      replica: dynamic(replicas, { region: raw("replica.key"), kmsKeyId: item("replica", "kms_key_arn") }),
      lifecycle: {
        precondition: [
          guardReplacement(this, {
            what: "every secret",
            loss: "its value",
            identity: { name },
            replacements: this.inputs.replacements,
          }),
          {
            condition: tf<never>`!contains(keys(${replicas}), ${this.place.region})`,
            errorMessage: `replicas must not have the region of the secrets themselves, ${this.place.region}.`,
          },
        ],
      },
      tags: named(this.inputs.tags, `${name}/${each.key}`),
    });
    return acceptFinding(secret, "CKV2_AWS_57", "A rotation needs a Lambda function of the caller: input rotation");
  }

  /** Writes generated and given values. Terraform opens the ephemeral resource on each run, and uses it in few. */
  private writeValues(): SecretsmanagerSecretVersion {
    heading(this, "Values");
    const { secrets, values } = this.inputs;
    const password = new EphemeralResource(this, "generated", {
      type: "aws_secretsmanager_random_password",
      forEach: forEach(tf`{ for key, secret in ${secrets} : key => secret if secret.value == "generated" }`),
      config: {
        passwordLength: tf`each.value.length`,
        excludePunctuation: tf`each.value.exclude_punctuation`,
        excludeCharacters: tf`each.value.exclude_characters`,
        requireEachIncludedType: true,
      },
    });
    const generated = at(password, each.key, "random_password");
    const version = new SecretsmanagerSecretVersion(this, "this#version", {
      forEach: forEach(tf`{ for key, secret in ${secrets} : key => secret if secret.value != "external" }`),
      secretId: at(this.secret, each.key, "id"),
      secretStringWo: tf`each.value.value == "given" ? ${values}[each.key] : each.value.json == null ? ${generated} : jsonencode(
        merge(each.value.json.fields, { (each.value.json.generated_key) = ${generated} })
      )`,
      secretStringWoVersion: tf<number>`each.value.version`,
      versionStages: ["AWSCURRENT", "TERRAFORM"],
      // AWSCURRENT moves on when somebody else puts a value: Terraform must not take it back.
      lifecycle: { ignoreChanges: ["version_stages"] },
    });
    return comment(
      version,
      "Secrets Manager forgets a version without a label, and Terraform would write a new value in place of the one that it\nmisses. A label of our own, which no rotation moves, keeps it.",
    );
  }

  private closeToOthers(): SecretsmanagerSecretPolicy {
    heading(this, "Access from other accounts");
    return new SecretsmanagerSecretPolicy(this, "this#policy", {
      forEach: forEach(this.inputs.secrets),
      secretArn: at(this.secret, each.key, "arn"),
      blockPublicPolicy: true,
      policy: onlyThisAccount(this.place),
    });
  }

  private rotate(version: SecretsmanagerSecretVersion, policy: SecretsmanagerSecretPolicy): void {
    heading(this, "Rotation");
    const rotated = tf`{ for key, secret in ${this.inputs.secrets} : key => secret.rotation if secret.rotation != null }`;
    const permission = new LambdaPermission(this, "rotation#permission", {
      forEach: forEach(rotated),
      statementId: tf`replace(${`secretsmanager-${this.inputs.name}-${each.key}`}, ".", "-")`,
      action: "lambda:InvokeFunction",
      functionName: tf`each.value.lambda_arn`,
      principal: "secretsmanager.amazonaws.com",
      sourceAccount: this.place.accountId,
    });
    const rotation = new SecretsmanagerSecretRotation(this, "this#rotation", {
      forEach: forEach(rotated),
      secretId: at(this.secret, each.key, "id"),
      rotationLambdaArn: tf`each.value.lambda_arn`,
      rotateImmediately: tf<Flag>`each.value.rotate_immediately`,
      rotationRules: {
        automaticallyAfterDays: tf<number>`each.value.days`,
        scheduleExpression: tf`each.value.schedule`,
        duration: tf`each.value.duration`,
      },
      // A rotation begins with the value that there is, and AWS asks whether it may call the function.
      dependsOn: [permission, version, policy],
    });
    acceptFinding(rotation, "CKV_AWS_304", "How often a secret is rotated is the caller's choice: days or schedule");
  }

  private createReaders(): void {
    heading(this, "Readers");
    new IamRolePolicy(this, "reader", {
      forEach: forEach(this.inputs.readers),
      name: this.policyName(each.key),
      role: tf`each.value.role_name`,
      policy: readerPolicy(tf`[for key in each.value.secrets : ${this.secret}[key].arn]`, this.place),
    });
  }

  /** One role may read the secrets of several instances of this module. */
  private policyName(reader: string): string {
    return `${this.inputs.name}-secrets-${reader}`;
  }

  /** Only an app sees every reader: who reads by the outputs of the plain module, such as a service, it cannot know. */
  private warnOfUnread(): void {
    heading(this, "Checks");
    const { secrets, readers } = this.inputs;
    const read = tf`concat(
      flatten(values(${readers})[*].secrets),
      [for key, secret in ${secrets} : key if secret.read_elsewhere],
    )`;
    // Verbs are called once this constructor is through.
    const allRead = Lazy.anyValue({
      produce: () => (this.readByVerb.size === 0 ? read : tf`concat(${read}, ${[...this.readByVerb]})`),
    });
    const unread = local(this, "unread", tf`setsubtract(keys(${secrets}), ${allRead})`);
    new Check(this, "read", {
      condition: tf<Flag>`length(${unread}) == 0`,
      message: `Nobody reads ${tf`join(", ", ${unread})`}: name the role in readers, set readElsewhere where another one is granted it, or take the secret away.`,
    });
  }
}
