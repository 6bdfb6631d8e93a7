import { DataAwsKmsKey } from "@cdktf/provider-aws/lib/data-aws-kms-key";
import { Environment } from "../environments/definition";
import { Expression, Flag, Stack, local, tf } from "../kernel";
import { ToldCopies, ToldLifelines, whole } from "../recovery/contract";
import { Candidate, Made, Mechanism, MechanismName, Mechanisms, Taken, snapshotMaxAge } from "../recovery/mechanisms";
import { Condition } from "../recovery/readiness";
import { MadeFrom, RestoredDatabase } from "./restored";

/** What an operator names instead of the newest copy, by the mechanism of it: variables of the stack, null without `--var`. */
export type Choice = Readonly<Partial<Record<MechanismName, Expression>>>;

/** What the choice is made from. */
export interface CopiesConfig {
  readonly environment: Environment;
  readonly mechanisms: Mechanisms;
  /** What the primary stack says of its copies, and what the watch has seen of them: null where they have said nothing. */
  readonly lifelines: ToldLifelines;
  readonly watched: ToldCopies;
  readonly choice: Choice;
  /** The database: where it is there, nothing is restored, whatever copies there are by now. */
  readonly database: RestoredDatabase;
}

/** The copy that the database is restored from. */
export interface Copy {
  /** What the database was made from, or will be. */
  readonly made: MadeFrom;
  /** GiB that the copy needs; null where nobody knows, and where nothing is restored. */
  readonly allocatedStorage: Expression;
  readonly conditions: readonly Condition[];
}

/** What a mechanism has found. */
interface Found extends Candidate {
  readonly mechanism: Mechanism<MechanismName>;
  readonly named: Expression;
}

/** What nothing was found for. */
const NOTHING = "nothing";

/**
 * Finds a usable copy while Terraform plans, by data sources of the recovery region alone: one that the operator names; else
 * that with the newest data. The mechanism that the environment states decides where nobody knows which that is.
 */
export function findCopy(stack: Stack, config: CopiesConfig): Copy {
  const { environment, mechanisms, lifelines, watched, choice, database } = config;
  const { application, name, recovery } = environment;
  const { every = "day" } = recovery?.snapshots ?? {};
  const key = findKey(stack, config);
  const found = mechanisms.map((mechanism): Found => {
    const place = { application, environment: name, region: recovery?.region ?? "" };
    const named: Expression = choice[mechanism.name] ?? tf`null`;
    const age = snapshotMaxAge({ every });
    const rpo = recovery?.objectives.rpo ?? 0;
    const context = { ...place, rpo, snapshotMaxAge: age, lifelines, watched, key, named };
    return { ...mechanism.find(stack, context), mechanism, named };
  });
  const stands = found.find((one) => one.standing);
  const standing = stands?.standing && database.stand(stands.standing, stands.mechanism.name);
  const chosen = sourceOf(found, recovery?.database?.mechanism);
  const source = tf`${local(stack, "restore_from", standing ? tf`${standing.isTaken} ? ${standing.kind} : ${chosen}` : chosen)}`;
  const taken = found.map((one) => one.take(tf`!${database.isThere} && ${source} == ${one.mechanism.name}`));
  const ofSource = (part: (one: Taken) => Expression): Expression =>
    firstOf(
      found.map(({ mechanism }, i) => [tf`${source} == ${mechanism.name}`, part(taken[i])] as const),
      null,
    );
  // A replica that is prepared says so once; as it is promoted, it is told anew how old its data is.
  const isSaid = standing ? tf`${standing.isTaken} && ${choice.replica} == null` : undefined;
  const chosenCopy: Made = {
    copy: ofSource(({ copy }) => copy),
    time: ofSource(({ time }) => time),
    dataUntil: ofSource(({ dataUntil }) => dataUntil),
  };
  const made = database.madeFrom(source, chosenCopy, isSaid);
  return {
    made,
    allocatedStorage: ofSource(({ allocatedStorage }) => allocatedStorage),
    conditions: conditions(config, key, found, source, made, taken),
  };
}

/** The name of the mechanism whose copy is restored. */
function sourceOf(found: readonly Found[], stated: string = found[0].mechanism.name): Expression {
  const nameOf = ({ mechanism }: Found): string => mechanism.name;
  // A copy that is named as a whole wins over a time.
  const named = [...found].reverse().map((one) => [tf`${one.named} != null`, nameOf(one)] as const);
  const preferred = [...found].sort((one, other) => Number(nameOf(other) === stated) - Number(nameOf(one) === stated));
  const isNewest = (one: Found): Expression => {
    const isBehind = found
      .filter((other) => other !== one)
      .map((other) => tf`${other.isThere} && try(timecmp(${other.dataUntil}, ${one.dataUntil}) > 0, false)`);
    return tf`${one.isThere} && !anytrue(${isBehind})`;
  };
  return firstOf([...named, ...preferred.map((one) => [isNewest(one), nameOf(one)] as const)], NOTHING);
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
  { environment, database }: CopiesConfig,
  key: Key,
  found: readonly Found[],
  source: Expression,
  made: MadeFrom,
  taken: readonly Taken[],
): Condition[] {
  const { application, name, recovery } = environment;
  const region = recovery?.region ?? "";
  const keyArn = tf`${key.arn}`;
  const unlessThere = ({ condition, errorMessage }: Condition): Condition => ({
    condition: tf<Flag>`${database.isThere} ? true : ${condition}`,
    errorMessage,
  });
  const named = [...found]
    .reverse()
    .map((one) => ({ text: `the ${one.mechanism.variable.name} (${tf`${one.named}`})`, ...one }));
  return [
    ...found.map(({ mechanism, named: given }) => notEmpty(mechanism.variable.name, given)),
    ...found.flatMap(({ wellFormed }) => wellFormed),
    {
      condition: tf`length([for one in ${named.map((one) => one.named)} : one if one != null]) <= 1`,
      errorMessage: `Name either ${named.map(({ text }) => text).join(" or ")}, and not ${named.length > 2 ? "several" : "both"}. Nothing was made.`,
    },
    ...found.map((one) => namesThisOne(one, database, made)),
    ...(database.standing ? [notBesideReplica(found, database)] : []),
    unlessThere({
      condition: tf`${key.enabled}`,
      errorMessage: `The key ${keyArn}, which encrypts all copies in ${region}, is ${tf`${key.state}`}: ${tf`${key.state} == "PendingDeletion" ? "stop its deletion (aws kms cancel-key-deletion), " : ""`}enable it (aws kms enable-key), and deploy again. Nothing was made.`,
    }),
    ...found.flatMap(({ restorable }) => restorable.map(unlessThere)),
    unlessThere({
      condition: tf`${source} != ${NOTHING}`,
      errorMessage: `There is no usable copy of the database of ${application} ${name} in ${region}: ${found.map(({ absence }) => absence).join(", and ")}. Wait for a copy that is being made; or copy a snapshot there, encrypted with ${keyArn} and tagged Application = ${application} and Environment = ${name}, and name it: --var snapshot=<identifier>. Nothing was made.`,
    }),
    ...taken.flatMap(({ usable }) => usable),
  ];
}

/** That a variable was given something, where it was given: a shell makes an empty text of a variable that it does not know. */
export const notEmpty = (variable: string, given: Expression): Condition => ({
  condition: tf<Flag>`${given} == null ? true : trimspace(${given}) != ""`,
  errorMessage: `${variable} is empty: is the variable of your shell set? Name one, or leave --var ${variable} out. Nothing was made.`,
});

/** That what is named is what the database was made from, once it is there: it cannot become another. */
function namesThisOne(
  { mechanism, named }: Found,
  { name: own, isThere, standing }: RestoredDatabase,
  made: MadeFrom,
): Condition {
  const name = standing ? `${tf`${standing.isTaken} ? ${standing.name} : ${own}`}` : own;
  const { kind, copy, dataUntil } = made;
  const variable = mechanism.variable.name;
  const said = tf`${mechanism.namesOf(made)}`;
  return {
    condition: tf<Flag>`${isThere} && ${named} != null ? ${kind} == ${mechanism.name} && contains(${said}, ${named}) : true`,
    errorMessage: `The database ${name} is there already: it was restored from ${tf`${kind}`} ${tf`${copy}`}, with data until ${tf`${dataUntil}`}. --var ${variable}=${tf`${named}`} would not change it. Leave it out to go on with this database; to restore another copy, take this one away first ("Another copy" in dr/RUNBOOK.md). Nothing was changed.`,
  };
}

/** A replica that dr has taken over is the database, before it is promoted too: it would be renamed, and never restored. */
function notBesideReplica(found: readonly Found[], { standing }: RestoredDatabase): Condition {
  const others = found.filter(({ mechanism }) => mechanism.onlyChosen !== true).map(({ named }) => named);
  return {
    condition: tf<Flag>`${standing?.isTaken} ? alltrue([for one in ${others} : one == null]) : true`,
    errorMessage: `The read replica ${standing?.name} is prepared as the database already. To restore backups instead, take dr away first ("Another copy" in dr/RUNBOOK.md): the replica goes with it. Nothing was changed.`,
  };
}
