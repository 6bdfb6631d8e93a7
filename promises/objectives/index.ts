export type { ObjectivesCheck, ObjectivesReport } from "./check";
export { checkObjectives } from "./check";
export type { CriticalPath, Estimate, Graph, Step } from "./critical-path";
export { criticalPath } from "./critical-path";
export type { Duration, Evidence } from "../../recovery/durations";
export { DURATIONS, spoken } from "../../recovery/durations";
export type { RecoveryTime, TimedStep } from "./recovery-time";
export type { Objectives, RecoverySettings } from "./settings";
