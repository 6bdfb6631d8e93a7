import { t } from "../../kernel";
import zones from "./tables/time-zones.json";

/** Schedules as AWS writes them. Source: Amazon EventBridge Scheduler User Guide, "Schedule types". */

/** A field of a cron expression: values, ranges and steps of them, with commas between. */
const field = (value: string): string => {
  const item = `([*]|${value}(-${value})?)(/[1-9][0-9]*)?|/[1-9][0-9]*`;
  return `(${item})(,(${item}))*`;
};

const MINUTES = field("[0-5]?[0-9]");
const HOURS = field("([01]?[0-9]|2[0-3])");
const DAY_OF_MONTH = "(0?[1-9]|[12][0-9]|3[01])";
const DAYS_OF_MONTH = `(${field(DAY_OF_MONTH)}|L|LW|${DAY_OF_MONTH}W)`;
const MONTHS = field("(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)");
const DAY_OF_WEEK = "([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)";
const DAYS_OF_WEEK = `(${field(DAY_OF_WEEK)}|L|${DAY_OF_WEEK}L|${DAY_OF_WEEK}#[1-5])`;
const YEARS = field("(19[7-9][0-9]|2[01][0-9]{2})");

/** Six fields, in which either the day of the month or the day of the week is a question mark. */
const CRON = `cron[(]${MINUTES} ${HOURS} (${DAYS_OF_MONTH} ${MONTHS} [?]|[?] ${MONTHS} ${DAYS_OF_WEEK}) ${YEARS}[)]`;
const RATE = "rate[(](1 (minute|hour|day)|([2-9]|[1-9][0-9]+) (minutes|hours|days))[)]";
const AT = "at[(]20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?[)]";

const WAYS = {
  cron: [CRON, "cron() with six fields of which the day of the month or that of the week is ?"],
  rate: [RATE, "rate(1 hour) or rate(2 hours)"],
  at: [AT, "at(2026-11-21T08:00:00)"],
} as const;

/** A schedule in one of some ways, such as `cron(0 5 * * ? *)`. */
export function schedule(ways: readonly (keyof typeof WAYS)[], good: string) {
  const either = ways.map((way) => WAYS[way][0]).join("|");
  // A text with blanks would be cut at these alone where it is written as HCL, and its lines be too long.
  const expression = new RegExp(`^(${either.replaceAll(" ", "\\x20")})$`);
  const described = ways.map((way) => WAYS[way][1]).join(", ");
  return t.string().pattern(expression, `must be a schedule such as ${good}: ${described}`, { good, bad: "cron(0 0)" });
}

/** Every time zone of the IANA database. */
const TIME_ZONES: readonly string[] = Object.entries(zones.areas).flatMap(([area, places]) =>
  places.split(" ").map((place) => (area === "" ? place : `${area}/${place}`)),
);

/** A time zone by its name in the IANA database. */
export const timeZone = (standard: string) =>
  t
    .string()
    .example(standard)
    .rule({
      test: (name) => TIME_ZONES.includes(name),
      condition: (ref) => `contains(split(" ", "${TIME_ZONES.join(" ")}"), ${ref})`,
      message: `must be a time zone by its name in the IANA database (as of ${zones.date}), such as Europe/Berlin, Etc/UTC or UTC`,
      bad: "Europe/Berlim",
      known: () => TIME_ZONES,
    })
    .default(standard);
