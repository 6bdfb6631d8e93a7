import { Mechanism, DataLoss, dataLoss } from "./data-loss";
import { RecoveryTime } from "./recovery-time";
import { DURATIONS, Duration, spoken, total } from "./durations";
import { Objectives, RecoverySettings } from "./settings";

type Database = NonNullable<RecoverySettings["database"]>;

/** How the settings' database is carried. */
export function mechanismOf({ mechanism, ...database }: Database): Mechanism {
  if (mechanism !== "snapshot") return { kind: mechanism };
  const { storageGib, snapshots = { every: "day" } } = database;
  return { kind: "snapshot", storageGib, ...snapshots };
}

/** The mechanism in words: `point_in_time`, `snapshots each day`. */
export function describe({ mechanism, snapshots }: Database): string {
  if (mechanism !== "snapshot") return mechanism;
  const every = snapshots?.every ?? "day";
  return `snapshots each ${typeof every === "number" ? `${every} h` : every}`;
}

export function lossSummary({ rpo }: Objectives, { database }: RecoverySettings, loss: DataLoss | null): string {
  if (!database || !loss) return "Data loss: there is no database to recover.";
  return `Data loss with ${describe(database)}: ${spoken(loss.best)} to ${spoken(loss.worst)}; the objective is ${spoken(rpo)}.`;
}

export const recoverySummary = ({ rto }: Objectives, { seconds }: RecoveryTime): string =>
  `Recovery time: ${spoken(seconds)} from \`npx cdktf deploy dr\` until the recovery region serves, without the time to decide; the objective is ${spoken(rto)}.`;

/** What the worst loss is made of, and what is left when the mechanism itself cannot be used. */
export function lossDetails({ database }: RecoverySettings, loss: DataLoss | null): string[] {
  if (!database || !loss) return [];
  const { mechanism, snapshots } = database;
  const fallback =
    mechanism === "point_in_time" && snapshots ? dataLoss(mechanismOf({ ...database, mechanism: "snapshot" })) : null;
  return [
    `Data loss at the worst, ${loss.worst} s:`,
    ...loss.parts.map((part) => `  ${partLine(part)}`),
    ...(fallback
      ? [`  where the replicated backups cannot be used, the newest copy of a snapshot: up to ${fallback.worst} s`]
      : []),
  ];
}

/** The critical path, step by step. */
export function recoveryDetails({ seconds, steps }: RecoveryTime): string[] {
  const assumed = total(steps.flatMap(({ parts }) => parts).filter(({ evidence }) => evidence === "assumption"));
  const quick = (parts: readonly Duration[]): boolean => parts.every((part) => QUICK.includes(part));
  return [
    `Recovery, ${seconds} s, of which ${assumed} s are assumptions until a drill in AWS measures them:`,
    ...steps.flatMap(({ name, starts, seconds: taken, parts }) => [
      `  at ${String(starts).padStart(5)} s  ${String(taken).padStart(5)} s  ${name}`,
      ...(quick(parts) ? [] : parts.map((part) => `${" ".repeat(23)}${partLine(part)}`)),
    ]),
    ...QUICK.map((part) => `  ${partLine(part)}`),
  ];
}

/** Explained once, below the steps. */
const QUICK: readonly Duration[] = [DURATIONS.apiCall, DURATIONS.lookUp];

const partLine = ({ what, seconds, evidence, source }: Duration): string =>
  `${what}: ${seconds} s (${evidence}: ${source})`;
