import { CrossRule, Props, PropsOf, inputs, section, t } from "../../kernel";
import { ANYWHERE, keyArn } from "../parts/arns";
import { nameInput, tagsInput } from "../parts/inputs";
import { dataKeyInput } from "../parts/key";
import { byRegion } from "../parts/regions";
import { replacementsInput } from "../parts/replacement";
import { KEY, secret } from "./types";

/** Bytes of a value. Source: botocore, secretsmanager, SecretStringType. */
const LONGEST_VALUE = 65_536;

/** Inputs of the secrets module, apart from the rules across them. */
export const secretsFields = {
  ...section("General", {
    /**
     * Name of the application and its environment: secrets are named `<name>/<key>`. The plan refuses a change until
     * `replacements` is raised with it.
     */
    name: nameInput(40),
    /**
     * Tags for every resource of the module.
     * @default {}
     */
    tags: tagsInput(),
  }),
  ...section("Secrets", {
    /**
     * Secrets by key, named `<name>/<key>`. Taking a key away deletes that secret, after the recovery window, and
     * touches no other. 0.40 USD/month for each secret in each region.
     */
    secrets: t.map(secret()).keys(...KEY),
    /**
     * Values of the secrets whose value is given, by key. Ephemeral: they are in no plan and in no state, so every run
     * needs them; one is written only when its secret is new or its version was raised.
     * @default {}
     */
    values: t
      .map(
        t
          .string()
          .rule({
            test: (value) => value.length > 0,
            condition: (ref) => `length(${ref}) > 0`,
            message: "must not be empty",
            bad: "",
          })
          .rule({
            test: (value) => Buffer.byteLength(value) <= LONGEST_VALUE,
            condition: (ref) => `length(base64encode(${ref})) <= ${Math.ceil(LONGEST_VALUE / 3) * 4}`,
            message: `must be at most ${LONGEST_VALUE} bytes, which is what Secrets Manager takes`,
            bad: "x".repeat(LONGEST_VALUE + 3),
          }),
      )
      .ephemeral()
      .default({}),
  }),
  ...section("Access", {
    /**
     * Roles that may read secrets, by a name of your own. A service of the service module needs no entry: it is granted
     * what its own input `secrets` names.
     * @default {}
     */
    readers: t
      .map(
        t.object({
          /** Name of the role, not its ARN. */
          roleName: t.string().pattern(/^[\w+=,.@-]{1,64}$/, "must be the name of a role, not its ARN", {
            good: "nimbus-worker",
            bad: "arn:aws:iam::123456789012:role/nimbus-worker",
          }),
          /** Keys of the secrets that the role may read. */
          secrets: t.list(t.string()).length(1, 100).unique(),
        }),
      )
      .keys(...KEY)
      .default({}),
  }),
  ...section("Encryption and recovery", {
    /**
     * KMS key of yours that encrypts the secrets, of the same region. Null makes a key of the module's own (1
     * USD/month). It can be changed later: Secrets Manager encrypts the current, pending and previous values anew.
     */
    kmsKey: dataKeyInput(),
    /**
     * Regions that every secret is copied to, each with a KMS key of yours in that region (`kmsKeyArn`). The copies
     * follow the value within seconds, and have the same ARN but for the region. Regions can be added and taken away
     * later.
     * @default {}
     */
    replicas: byRegion(
      t.object({
        /** ARN of the KMS key of that region that encrypts the copies. */
        kmsKeyArn: keyArn(ANYWHERE, "us-west-3"),
      }),
      { kms_key_arn: "arn:aws:kms:us-west-3:123456789012:key/00000000-0000-0000-0000-000000000000" },
    ).default({}),
    /**
     * Whether a copy overwrites a secret of the same name that stands in its region already, such as one that was
     * promoted in an incident. Off, AWS refuses the copy.
     * @default false
     */
    overwriteReplicas: t.bool().default(false),
    /**
     * Days during which a deleted secret can be restored. Its name is taken for as long.
     * @default 30
     */
    recoveryWindowDays: t.number().range(7, 30, "days").integer().default(30),
    /**
     * Whether a deleted secret is gone at once, without a recovery window: for environments that are there to be thrown
     * away.
     * @default false
     */
    deleteImmediately: t.bool().default(false),
    /**
     * How often the set of secrets was replaced on purpose. A change of `name` needs new secrets, and loses the values
     * of the old ones: the plan refuses it until this number is raised with it.
     * @default 0
     */
    replacements: replacementsInput(),
  }),
};

type SecretsFields = typeof secretsFields;
type Rule = CrossRule<SecretsFields>;
type Complete = Required<Props<SecretsFields>>;

const KEY_ARN = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000";

const isGivenValue = ({ secrets }: Complete, key: string): boolean => key in secrets && secrets[key].value === "given";

const rules: readonly Rule[] = [
  {
    on: "values",
    test: (all) => Object.keys(all.secrets).every((key) => !isGivenValue(all, key) || key in all.values),
    condition:
      'length(setsubtract([for key, secret in var.secrets : key if secret == null ? false : secret.value == "given"], keys(var.values))) == 0',
    message: "must hold a value for each secret whose value is given; make it external where somebody else puts it",
    bad: { secrets: { "sentry-dsn": { value: "given", readElsewhere: true } }, values: {}, readers: {} },
  },
  {
    on: "values",
    test: (all) => Object.keys(all.values).every((key) => isGivenValue(all, key)),
    condition:
      'length(setsubtract(keys(var.values), [for key, secret in var.secrets : key if secret == null ? false : secret.value == "given"])) == 0',
    message: "must hold only values of secrets whose value is given; the others get theirs elsewhere",
    bad: { values: { "sentry-dsn": "x" } },
  },
  {
    on: "readers",
    test: ({ readers, secrets }) => Object.values(readers).every((one) => one.secrets.every((key) => key in secrets)),
    condition:
      "length(setsubtract(flatten([for reader in values(var.readers) : reader.secrets if reader != null]), keys(var.secrets))) == 0",
    message: "must have only keys of secrets in secrets",
    bad: { readers: { worker: { roleName: "nimbus-worker", secrets: ["none-of-these"] } } },
  },
  {
    on: "replicas",
    test: ({ replicas }) =>
      Object.entries(replicas).every(([region, replica]) => replica.kmsKeyArn.split(":")[3] === region),
    condition: 'alltrue([for region, replica in var.replicas : try(split(":", replica.kms_key_arn)[3], "") == region])',
    message: (spell) =>
      `must have a ${spell("kmsKeyArn")} of the replica's own region: a key encrypts in its region only`,
    bad: { replicas: { "us-west-2": { kmsKeyArn: KEY_ARN } } },
  },
];

/** Inputs of the secrets module. */
export const secretsInputs = inputs(secretsFields, rules);

/** Props of the secrets. */
export type SecretsProps = PropsOf<typeof secretsInputs>;
