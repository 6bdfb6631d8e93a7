import { StackJson } from "../stack-json/elements";
import { criticalPath } from "./critical-path";
import { DURATIONS, Duration, NAMES_MOVE, total } from "../../recovery/durations";
import { resourceDurations } from "./resources";
import { RecoverySettings } from "./settings";

/** From `cdktf deploy dr` until the names lead to what serves. */
export interface RecoveryTime {
  readonly seconds: number;
  readonly steps: readonly TimedStep[];
}

export interface TimedStep {
  /** An address of the stack, or what happens before and after it. */
  readonly name: string;
  readonly starts: number;
  readonly seconds: number;
  readonly parts: readonly Duration[];
}

/** The whole way: the command starts, the stack is made, the names move. */
export function recoveryTime(settings: RecoverySettings, stack: StackJson): RecoveryTime {
  const path = criticalPath(stack, resourceDurations(settings));
  const start = DURATIONS.start.seconds;
  const made = start + path.seconds;
  const steps: TimedStep[] = [
    { name: "npx cdktf deploy dr", starts: 0, seconds: start, parts: [DURATIONS.start] },
    ...path.steps.map(({ address, starts, seconds, source }) => ({
      name: address,
      starts: start + starts,
      seconds,
      parts: source,
    })),
  ];
  const parts = settings.hasNames ? NAMES_MOVE : [];
  if (parts.length > 0) steps.push({ name: "the names move", starts: made, seconds: total(parts), parts });
  return { seconds: made + total(parts), steps };
}
