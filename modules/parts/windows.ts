/** Windows of time as RDS and ElastiCache write them, in UTC: `03:00-04:00` each day, `sun:05:00-sun:06:00` each week. */

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const DAY = 24 * 60;
const WEEK = 7 * DAY;

const HOUR = "([01][0-9]|2[0-3]):[0-5][0-9]";
export const DAILY = new RegExp(`^${HOUR}-${HOUR}$`);
export const WEEKLY = new RegExp(`^(${DAYS.join("|")}):${HOUR}-(${DAYS.join("|")}):${HOUR}$`);

/** A window by the minute of the day at which it begins, and its length in minutes. */
interface Window {
  readonly start: number;
  readonly minutes: number;
}

const minute = (text: string, at: number): number =>
  Number(text.slice(at, at + 2)) * 60 + Number(text.slice(at + 3, at + 5));
const dayOf = (text: string, at: number): number => DAYS.indexOf(text.slice(at, at + 3) as never) * DAY;
const lasting = (from: number, to: number, turn: number): number => (((to - from) % turn) + turn) % turn;

const daily = (text: string): Window => ({
  start: minute(text, 0),
  minutes: lasting(minute(text, 0), minute(text, 6), DAY),
});
const weekly = (text: string): Window => {
  const from = dayOf(text, 0) + minute(text, 4);
  return { start: from % DAY, minutes: lasting(from, dayOf(text, 10) + minute(text, 14), WEEK) };
};

/** Minutes that a window lasts. */
export const dailyMinutes = (text: string): number => daily(text).minutes;
/** Minutes that a window lasts. */
export const weeklyMinutes = (text: string): number => weekly(text).minutes;

/** Whether the weekly window touches the daily one on any day; false where one is of another form. */
export function overlap(everyDay: string, everyWeek: string): boolean {
  if (!DAILY.test(everyDay) || !WEEKLY.test(everyWeek)) return false;
  const [a, b] = [daily(everyDay), weekly(everyWeek)];
  return lasting(a.start, b.start, DAY) < a.minutes || lasting(b.start, a.start, DAY) < b.minutes;
}

const minuteHcl = (ref: string, at: number): string =>
  `tonumber(substr(${ref}, ${at}, 2)) * 60 + tonumber(substr(${ref}, ${at + 3}, 2))`;
const dayHcl = (ref: string, at: number): string => `index(${JSON_DAYS}, substr(${ref}, ${at}, 3)) * ${DAY}`;
const JSON_DAYS = `[${DAYS.map((day) => `"${day}"`).join(", ")}]`;

/** The same as HCL, of a window that has its form. */
export const dailyMinutesHcl = (ref: string): string =>
  `(${minuteHcl(ref, 6)} - (${minuteHcl(ref, 0)}) + ${DAY}) % ${DAY}`;
/** The same as HCL, of a window that has its form. */
export const weeklyMinutesHcl = (ref: string): string =>
  `(${dayHcl(ref, 10)} + ${minuteHcl(ref, 14)} - (${dayHcl(ref, 0)} + ${minuteHcl(ref, 4)}) + ${WEEK}) % ${WEEK}`;

/** The same as HCL, of windows that have their form. */
export function overlapHcl(everyDay: string, everyWeek: string): string {
  const [a, b] = [`(${minuteHcl(everyDay, 0)})`, `(${minuteHcl(everyWeek, 4)})`];
  return (
    `(${b} - ${a} + ${DAY}) % ${DAY} < ${dailyMinutesHcl(everyDay)} || ` +
    `(${a} - ${b} + ${DAY}) % ${DAY} < ${weeklyMinutesHcl(everyWeek)}`
  );
}

/** Minutes before a window of RDS in which AWS Backup begins no job either. */
const BEFORE = 60;

/**
 * Whether AWS Backup could begin a job on a database at no moment of its start window: it begins none in the hour before the
 * maintenance window or the backup window, and none during them. The job would expire, each time.
 *
 * Source: AWS Backup Developer Guide, "Troubleshooting AWS Backup", "Troubleshoot creating resources".
 *
 * @param start minute of the week, Monday 00:00 being 0, at which the job is due
 * @param minutes the start window
 */
export function cannotBegin(start: number, minutes: number, everyDay: string, everyWeek: string): boolean {
  if (!DAILY.test(everyDay) || !WEEKLY.test(everyWeek)) return false;
  const [day, week] = [daily(everyDay), weekly(everyWeek)];
  const weekStart = dayOf(everyWeek, 0) + week.start;
  const isIn = (moment: number, from: number, length: number, turn: number): boolean =>
    lasting(from - BEFORE, moment, turn) < BEFORE + length;
  return Array.from({ length: minutes }, (_, i) => start + i).every(
    (moment) => isIn(moment, day.start, day.minutes, DAY) || isIn(moment, weekStart, week.minutes, WEEK),
  );
}

/** The minutes of the week at which a cron expression with fixed minutes and hours, and days of the week or none, is due. */
export function dueMinutes(cron: string): number[] {
  const [, minutes, hours, , , days] = /^cron\((\S+) (\S+) (\S+) (\S+) (\S+) \S+\)$/.exec(cron) ?? [];
  const numbers = (text = ""): number[] => (/^[0-9,]+$/.test(text) ? text.split(",").map(Number) : []);
  const ofWeek = /^([A-Z]{3},?)+$/.test(days ?? "") ? days.toLowerCase().split(",") : DAYS;
  return ofWeek.flatMap((name) =>
    numbers(hours).flatMap((hour) =>
      numbers(minutes).map((one) => DAYS.indexOf(name as never) * DAY + hour * 60 + one),
    ),
  );
}
