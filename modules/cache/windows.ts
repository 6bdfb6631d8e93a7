/**
 * Windows of ElastiCache in UTC: a daily one, `03:00-04:00`, and a weekly one, `sun:05:00-sun:06:00`. Each of the functions
 * has a twin that writes the same as a Terraform expression.
 */

const TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";
const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const DAY = 1440;
const WEEK = DAYS.length * DAY;
/** The shortest window that ElastiCache takes, in minutes (API reference, CreateReplicationGroup). */
const SHORTEST = 60;

export const DAILY_WINDOW = new RegExp(`^${TIME}-${TIME}$`);
export const WEEKLY_WINDOW = new RegExp(`^(${DAYS.join("|")}):${TIME}-(${DAYS.join("|")}):${TIME}$`);

/** Minutes since Monday 00:00, or since 00:00 for a time without a day. */
function minutes(time: string): number {
  const parts = time.split(":");
  const [hours, minute] = parts.slice(-2).map(Number);
  const day = parts.length > 2 ? DAYS.indexOf(parts[0] as (typeof DAYS)[number]) : 0;
  return day * DAY + hours * 60 + minute;
}

interface Window {
  readonly start: number;
  readonly length: number;
}

function read(window: string, cycle: number): Window {
  const [start, end] = window.split("-").map(minutes);
  return { start, length: (end - start + cycle) % cycle };
}

/** Whether a window lasts as long as ElastiCache asks for; one of another form is refused elsewhere. */
export function isLongEnough(window: string): boolean {
  if (DAILY_WINDOW.test(window)) return read(window, DAY).length >= SHORTEST;
  return !WEEKLY_WINDOW.test(window) || read(window, WEEK).length >= SHORTEST;
}

/** Whether a daily and a weekly window have a minute in common on any day. */
export function overlap(daily: string, weekly: string): boolean {
  if (!DAILY_WINDOW.test(daily) || !WEEKLY_WINDOW.test(weekly)) return false;
  const [a, b] = [read(daily, DAY), read(weekly, WEEK)];
  const after = (later: number, earlier: number): number => (later - earlier + WEEK) % DAY;
  return after(a.start, b.start) < b.length || after(b.start, a.start) < a.length;
}

const minutesExpression = (time: string): string =>
  `sum([for i, part in reverse(split(":", ${time})) : i < 2 ? tonumber(part) * [1, 60][i] : index([${DAYS.map((day) => `"${day}"`).join(", ")}], part) * ${DAY}])`;
const startExpression = (window: string): string => minutesExpression(`split("-", ${window})[0]`);
const lengthExpression = (window: string, cycle: number): string =>
  `(${minutesExpression(`split("-", ${window})[1]`)} - ${startExpression(window)} + ${cycle}) % ${cycle}`;

/** {@link isLongEnough}; true where the window is of another form. */
export const isLongEnoughCondition = (window: string, kind: "daily" | "weekly"): string =>
  `try(${lengthExpression(window, kind === "daily" ? DAY : WEEK)} >= ${SHORTEST}, true)`;

/** That the two do not {@link overlap}; true where one is of another form. */
export const apartCondition = (daily: string, weekly: string): string => {
  const [a, b] = [startExpression(daily), startExpression(weekly)];
  return `try((${a} - ${b} + ${WEEK}) % ${DAY} >= ${lengthExpression(weekly, WEEK)} && (${b} - ${a} + ${WEEK}) % ${DAY} >= ${lengthExpression(daily, DAY)}, true)`;
};
