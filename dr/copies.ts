import { DataAwsKmsKey } from "@cdktf/provider-aws/lib/data-aws-kms-key";
import { Environment } from "../environments/definition";
import { Expression, Flag, Stack, local, tf } from "../kernel";
import { snakeCase } from "../kernel/types";
import { ToldCopies, ToldLifelines, whole } from "../recovery/contract";
import { Candidate, MECHANISMS, MechanismName } from "../recovery/mechanisms";
import { Condition } from "../recovery/readiness";

/** What an operator names instead of the newest copy, by the mechanism of it: variables of the stack, null without `--var`. */
export type Choice = Readonly<Record<MechanismName, Expression>>;

/** What the choice is made from. */
export interface CopiesConfig {
  readonly environment: Environment;
  /** What the primary stack says of its copies, and what the watch has seen of them: null where they have said nothing. */
  readonly lifelines: ToldLifelines;
  readonly watched: ToldCopies;
  readonly choice: Choice;
  /** Whether the database is there already: then nothing is restored, whatever copies there are by now. */
  readonly isRestored: Expression;
}

/** The copy that the database is restored from. */
export interface Copy {
  /** The input `origin` of the database module; null once it is there. */
  readonly origin: Expression;
  /** GiB that the copy needs; null where nobody knows. */
  readonly allocatedStorage: Expression;
  /** What the copy is, for people: kind, identifier, and until when its data reaches. */
  readonly description: Expression;
  readonly conditions: readonly Condition[];
}

/** What a mechanism has found. */
interface Found extends Candidate {
  readonly kind: MechanismName;
  readonly variable: string;
  readonly named: Expression;
}

/**
 * Finds a usable copy while Terraform plans, by data sources of the recovery region alone: one that the operator names; else
 * one of the mechanism that the environment states; else of any other that there is.
 */
export function findCopy(stack: Stack, config: CopiesConfig): Copy {
  const { environment, lifelines, watched, choice, isRestored } = config;
  const { application, name, recovery } = environment;
  const key = findKey(stack, config);
  const found = MECHANISMS.map((mechanism): Found => {
    const named = choice[mechanism.name];
    const place = { application, environment: name, region: recovery?.region ?? "" };
    const candidate = mechanism.find(stack, { ...place, lifelines, watched, key, named });
    return { ...candidate, kind: mechanism.name, variable: mechanism.variable.name, named };
  });
  // A copy that is named as a whole wins over a time.
  const byName = [...found].reverse();
  const stated = recovery?.database?.mechanism ?? MECHANISMS[0].name;
  const byPreference = [...found].sort((one, other) => Number(other.kind === stated) - Number(one.kind === stated));

  const choices = [
    ...byName.map(({ kind, named }) => [tf`${named} != null`, kind] as const),
    ...byPreference.map(({ kind, isThere }) => [isThere, kind] as const),
  ];
  const source = tf`${local(stack, "restore_from", firstOf(choices, "nothing"))}`;
  // Where nothing is restored, a sentence says so: no value of it is read.
  const [first, ...others] = found;
  const ofSource = (part: (one: Found) => unknown): Expression =>
    firstOf(
      [...others].reverse().map((one) => [tf`${source} == ${one.kind}`, part(one)] as const),
      part(first),
    );
  const origins = byName.map(({ kind, origin: [part, value] }): [string, unknown] => [
    snakeCase(part),
    tf`${source} == ${kind} ? ${value} : null`,
  ]);
  const none = { snapshot: null, point_in_time: null, replica_of: null, defer_protection: false };
  const origin = { ...none, ...Object.fromEntries(origins) };
  return {
    origin: tf`${local(stack, "restore_origin", tf`${isRestored} ? null : ${origin}`)}`,
    allocatedStorage: ofSource(({ allocatedStorage }) => allocatedStorage),
    description: tf`{
      kind = ${source}
      copy = ${ofSource(({ copy }) => copy)}
      data_until = ${ofSource(({ dataUntil }) => dataUntil)}
    }`,
    conditions: conditions(config, key, found, source),
  };
}

/** The value of the first condition that holds. */
const firstOf = (
  choices: readonly (readonly [condition: Expression, value: unknown])[],
  otherwise: unknown,
): Expression =>
  choices.reduceRight<Expression>(
    (rest, [condition, value]) => tf`${condition} ? ${value} : ${rest}`,
    tf`${otherwise}`,
  );

interface Key {
  readonly arn: Expression;
  readonly enabled: Expression;
  /** For people: Enabled, Disabled, PendingDeletion. */
  readonly state: Expression;
}

/** The key that the copies are encrypted with. It is not asked for while nobody has said which it is. */
function findKey(stack: Stack, { lifelines }: CopiesConfig): Key {
  const arn = tf`try(${lifelines.kmsKeyArn}, "unknown")`;
  const key = new DataAwsKmsKey(stack, "recovery_key", {
    count: tf<number>`${whole(lifelines)} == null ? 0 : 1`,
    keyId: tf<string>`${arn}`,
  });
  return {
    arn,
    enabled: tf`${local(stack, "recovery_key_enabled", tf`coalesce(one(${key}[*].enabled), false)`)}`,
    state: tf`coalesce(one(${key}[*].key_state), "unknown")`,
  };
}

/** What must hold before anything is made: a sentence for each way in which there may be nothing to restore. */
function conditions(
  { environment, isRestored }: CopiesConfig,
  key: Key,
  found: readonly Found[],
  source: Expression,
): Condition[] {
  const { application, name, recovery } = environment;
  const region = recovery?.region ?? "";
  const keyArn = tf`${key.arn}`;
  const unlessRestored = ({ condition, errorMessage }: Condition): Condition => ({
    condition: tf<Flag>`${isRestored} ? true : ${condition}`,
    errorMessage,
  });
  const named = [...found].reverse().map((one) => ({ text: `the ${one.variable} (${tf`${one.named}`})`, ...one }));
  return [
    ...found.flatMap(({ wellFormed }) => wellFormed),
    {
      condition: tf`length([for one in ${named.map((one) => one.named)} : one if one != null]) <= 1`,
      errorMessage: `Name either ${named.map(({ text }) => text).join(" or ")}, and not both. Nothing was made.`,
    },
    unlessRestored({
      condition: tf`${key.enabled}`,
      errorMessage: `The key ${keyArn}, which encrypts all copies in ${region}, is ${tf`${key.state}`}: ${tf`${key.state} == "PendingDeletion" ? "stop its deletion (aws kms cancel-key-deletion), " : ""`}enable it (aws kms enable-key), and deploy again. Nothing was made.`,
    }),
    ...found.flatMap(({ restorable }) => restorable.map(unlessRestored)),
    unlessRestored({
      condition: tf`${source} != "nothing"`,
      errorMessage: `There is no usable copy of the database of ${application} ${name} in ${region}: ${found.map(({ absence }) => absence).join(", and ")}. Wait for a copy that is being made, or copy a snapshot there, encrypted with ${keyArn} and tagged Application = ${application} and Environment = ${name}; then deploy again. Nothing was made.`,
    }),
  ];
}
