import {
  DAILY,
  WEEKLY,
  dailyMinutes,
  dailyMinutesHcl,
  overlapHcl,
  weeklyMinutes,
  weeklyMinutesHcl,
} from "../parts/windows";

/** The shortest window that ElastiCache takes, in minutes (API reference, CreateReplicationGroup). */
const SHORTEST = 60;

/** Whether a window lasts as long as ElastiCache asks for; one of another form is refused elsewhere. */
export function isLongEnough(window: string): boolean {
  if (DAILY.test(window)) return dailyMinutes(window) >= SHORTEST;
  return !WEEKLY.test(window) || weeklyMinutes(window) >= SHORTEST;
}

/** {@link isLongEnough} as HCL; true where the window is of another form. */
export const isLongEnoughHcl = (window: string, kind: "daily" | "weekly"): string =>
  `try(${kind === "daily" ? dailyMinutesHcl(window) : weeklyMinutesHcl(window)} >= ${SHORTEST}, true)`;

/** That the two do not overlap, as HCL; true where one is of another form. */
export const areApartHcl = (daily: string, weekly: string): string => `try(!(${overlapHcl(daily, weekly)}), true)`;
