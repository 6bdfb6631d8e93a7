import { Problem } from "../../kernel";
import { StackJson, compare } from "../stack-json/elements";
import { DataLoss, MECHANISMS, mechanismOf } from "../../recovery/mechanisms";
import { lossDetails, lossSummary, recoveryDetails, recoverySummary } from "./report";
import { spoken } from "../../recovery/durations";
import { remedies } from "./remedies";
import { RecoveryTime, recoveryTime } from "./recovery-time";
import { Objectives, RecoverySettings } from "./settings";

/** What an environment can keep, against what it promises. */
export interface ObjectivesReport {
  /** Data lost with the region; null where there is no database. */
  readonly loss: DataLoss | null;
  /** From `cdktf deploy dr` until the names lead to what serves, in seconds. */
  readonly recovery: RecoveryTime;
  /** Both figures, a line each: for each synthesis. */
  readonly summary: readonly string[];
  /** The figures step by step, with their sources: for the drill, and for who asks. */
  readonly details: readonly string[];
  /** Objectives that are not met, each with what would meet it. Paths are those of the environment's file. */
  readonly problems: readonly Problem[];
}

export interface ObjectivesCheck {
  readonly objectives: Objectives;
  readonly settings: RecoverySettings;
  /** The dr stack as it was synthesized. */
  readonly stack: StackJson;
}

/** Compares what an environment promises with what its dr stack can keep. */
export function checkObjectives({ objectives, settings, stack }: ObjectivesCheck): ObjectivesReport {
  const loss = settings.database ? mechanismOf(settings.database.mechanism).loss(settings.database) : null;
  const recovery = recoveryTime(settings, stack);
  return {
    loss,
    recovery,
    summary: [lossSummary(objectives, settings, loss), recoverySummary(objectives, recovery)],
    details: [...lossDetails(settings, loss), ...recoveryDetails(recovery)],
    problems: [...lossProblems(objectives, settings, loss), ...recoveryProblems(objectives, settings, stack, recovery)],
  };
}

function lossProblems({ rpo }: Objectives, { database }: RecoverySettings, loss: DataLoss | null): Problem[] {
  if (!database || !loss || loss.worst <= rpo) return [];
  const others = alternatives(database).filter(({ kept }) => kept <= rpo);
  const would =
    others.length > 0
      ? others.map(({ name, kept }) => `${name} would meet it, ${kept} s`).join("; ")
      : "nothing that AWS offers for RDS would meet it";
  const message = `must be at least ${loss.worst} s with ${mechanismOf(database.mechanism).describe(database)}, the worst case (${spoken(loss.worst)}); ${would}`;
  return [{ path: "recovery.objectives.rpo", message, value: rpo }];
}

/** What else could carry the data, and what it would lose; what is the same mechanism with other settings comes first. */
function alternatives(database: NonNullable<RecoverySettings["database"]>): { name: string; kept: number }[] {
  const own = mechanismOf(database.mechanism);
  const others = MECHANISMS.filter(({ name }) => name !== own.name);
  return [
    ...own.remedies(database).map(({ what, settings }) => ({ name: what, kept: own.loss(settings).worst })),
    ...others.map((other) => ({
      name: `recovery.database.mechanism = ${other.name}`,
      kept: other.loss(database).worst,
    })),
  ];
}

function recoveryProblems(
  { rto }: Objectives,
  settings: RecoverySettings,
  stack: StackJson,
  { seconds, steps }: RecoveryTime,
): Problem[] {
  if (seconds <= rto) return [];
  const longest = [...steps].sort((one, other) => other.seconds - one.seconds || compare(one.name, other.name))[0];
  const tried = remedies(settings, stack, recoveryTime).filter((remedy) => remedy.seconds < seconds);
  const enough = tried.filter((remedy) => remedy.seconds <= rto);
  const shown = (enough.length > 0 ? enough : tried).map((remedy) => `${remedy.what} (${remedy.seconds} s)`);
  const would =
    shown.length === 0
      ? "nothing makes it shorter"
      : enough.length > 0
        ? `what would meet it: ${shown.join("; ")}`
        : `what makes it shorter, and is not enough: ${shown.join("; ")}`;
  const message = `must be at least ${seconds} s, the expected recovery time (${spoken(seconds)}), of which ${longest.name} takes ${longest.seconds} s; ${would}`;
  return [{ path: "recovery.objectives.rto", message, value: rto }];
}
