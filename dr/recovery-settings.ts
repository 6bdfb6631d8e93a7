import { Environment } from "../environments/definition";
import { Recovery } from "../environments/definition/recovery";
import { RecoverySettings } from "./objectives";

/** GiB that the database module takes where the environment states none. */
const STANDARD_STORAGE = 100;

/** Minutes within which AWS Backup begins a job: the start window of the plan that the lifelines make. */
export const BACKUP_START_WINDOW_MINUTES = 60;

/** How soon a load balancer takes a new task for healthy, where the service states nothing: see the service module. */
const STANDARD_HEALTH = { interval: 10, healthyThreshold: 2 };

/** Seconds of one period of the latch's alarm, and how many of them close it. */
const LATCH = { latchPeriod: 60, latchPeriods: 1 };

/** What of an environment decides how much is lost with its region, and how long recovery takes. */
export function recoverySettings({ database, cache, services }: Environment, recovery: Recovery): RecoverySettings {
  const { mechanism = "point_in_time", multiAz = false } = recovery.database ?? {};
  const { every = "day" } = recovery.snapshots ?? {};
  return {
    database: database && {
      mechanism,
      storageGib: database.allocatedStorage ?? STANDARD_STORAGE,
      multiAz,
      // The services wait for the first backup: a second `cdktf deploy dr` is to change nothing.
      deferProtection: false,
      snapshots: { every, startWindowMinutes: BACKUP_START_WINDOW_MINUTES },
    },
    cache: cache && !recovery.warm?.includes("cache") ? { contents: "empty" } : undefined,
    healthChecks: Object.values(services).flatMap(({ routing }) =>
      routing ? [{ ...STANDARD_HEALTH, ...pick(routing.health) }] : [],
    ),
    names: LATCH,
  };
}

const pick = (health: { interval?: number; healthyThreshold?: number } = {}) => ({
  interval: health.interval ?? STANDARD_HEALTH.interval,
  healthyThreshold: health.healthyThreshold ?? STANDARD_HEALTH.healthyThreshold,
});
