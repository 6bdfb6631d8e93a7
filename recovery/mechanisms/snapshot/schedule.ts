import { SNAPSHOT_START_WINDOW_MINUTES, SnapshotSettings } from "./settings";

const HOUR = 3600;

/** How often a snapshot is taken, in what AWS Backup and an alarm understand. Times are UTC. */
const SCHEDULES = {
  day: { rule: "daily", schedule: "cron(0 5 * * ? *)", period: 24 * HOUR },
  week: { rule: "weekly", schedule: "cron(0 6 ? * SUN *)", period: 7 * 24 * HOUR },
} as const;

/** Days that weekly copies are kept at least: a fault that nobody saw for a month can still be undone. */
const WEEKLY_DAYS = 90;

/** A snapshot is taken and copied: what AWS Backup is given until it cancels either. */
const COMPLETION_WINDOW_MINUTES = 480;

/** The rules of the plan, which copy each snapshot into the vault of the recovery region: the weekly ones are there in any case. */
export const snapshotRules = ({ every, retentionDays }: SnapshotSettings, vaultArn: string) =>
  Object.fromEntries(
    (every === "day" ? (["day", "week"] as const) : (["week"] as const)).map((period) => {
      const deleteAfterDays = period === "day" ? retentionDays : Math.max(retentionDays, WEEKLY_DAYS);
      const rule = {
        schedule: SCHEDULES[period].schedule,
        startWindowMinutes: SNAPSHOT_START_WINDOW_MINUTES,
        completionWindowMinutes: COMPLETION_WINDOW_MINUTES,
        deleteAfterDays,
        copies: { recovery: { vaultArn, deleteAfterDays } },
      };
      return [SCHEDULES[period].rule, rule];
    }),
  );

/** When the snapshots of a plan are due, and the minutes within which AWS Backup must begin each. */
export const snapshotTimes = ({ every }: Pick<SnapshotSettings, "every">) =>
  (every === "day" ? (["day", "week"] as const) : (["week"] as const)).map((period) => ({
    schedule: SCHEDULES[period].schedule,
    startWindowMinutes: SNAPSHOT_START_WINDOW_MINUTES,
  }));

/** Age of the newest copy, in seconds, from which on one was missed: a period, and the time that a job may take. */
export const snapshotMaxAge = ({ every }: Pick<SnapshotSettings, "every">): number =>
  SCHEDULES[every].period + COMPLETION_WINDOW_MINUTES * 60;
