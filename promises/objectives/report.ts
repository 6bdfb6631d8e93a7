import { DataLoss, mechanismOf } from "../../recovery/mechanisms";
import { RecoveryTime } from "./recovery-time";
import { DURATIONS, Duration, spoken, total } from "../../recovery/durations";
import { Objectives, RecoverySettings } from "./settings";

export function lossSummary({ rpo }: Objectives, { database }: RecoverySettings, loss: DataLoss | null): string {
  if (!database || !loss) return "Data loss: there is no database to recover.";
  return `Data loss with ${mechanismOf(database.mechanism).describe(database)}: ${spoken(loss.best)} to ${spoken(loss.worst)}; the objective is ${spoken(rpo)}.`;
}

export const recoverySummary = ({ rto }: Objectives, { seconds }: RecoveryTime): string =>
  `Recovery time: ${spoken(seconds)} from \`npx cdktf deploy dr\` until the recovery region serves, without the time to decide; the objective is ${spoken(rto)}.`;

/** What the worst loss is made of, and what is left when the mechanism itself cannot be used. */
export function lossDetails({ database }: RecoverySettings, loss: DataLoss | null): string[] {
  if (!database || !loss) return [];
  const { fallback } = mechanismOf(database.mechanism);
  return [
    `Data loss at the worst, ${loss.worst} s:`,
    ...loss.parts.map((part) => `  ${partLine(part)}`),
    ...(fallback && database.snapshots
      ? [`  ${fallback.what}: up to ${fallback.mechanism.loss(database).worst} s`]
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
