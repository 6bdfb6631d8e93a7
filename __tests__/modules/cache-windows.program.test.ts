import fc from "fast-check";
import { spawnSync } from "node:child_process";
import { areApartHcl, isLongEnough, isLongEnoughHcl } from "../../modules/cache/windows";
import { overlap } from "../../modules/parts/windows";

/** Terraform's own opinion of some conditions. */
function judge(conditions: readonly string[]): boolean[] {
  const run = spawnSync("terraform", ["console"], {
    input: `jsonencode([${conditions.join(", ")}])\n`,
    encoding: "utf8",
    env: { PATH: process.env.PATH },
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(JSON.parse(run.stdout) as string) as boolean[];
}

describe("windows", () => {
  test.each<[string, string, boolean]>([
    ["03:00-04:00", "sun:05:00-sun:06:00", false],
    ["03:00-04:00", "sun:04:00-sun:05:00", false],
    ["03:00-04:00", "sun:03:59-sun:05:00", true],
    ["03:00-04:00", "sun:01:00-sun:03:01", true],
    ["03:00-04:00", "sun:02:00-sun:03:00", false],
    ["23:30-00:30", "mon:00:00-mon:01:00", true],
    ["23:30-00:30", "sun:22:00-sun:23:30", false],
    ["03:00-04:00", "sun:23:00-mon:05:00", true],
    ["03:00-04:00", "sun:23:30-mon:00:30", false],
    ["01:00-05:00", "wed:02:00-wed:03:00", true],
    ["not a window", "wed:02:00-wed:03:00", false],
  ])("%s and %s overlap: %s", (daily, weekly, expected) => {
    expect(overlap(daily, weekly)).toBe(expected);
  });

  test.each<[string, boolean]>([
    ["03:00-04:00", true],
    ["03:00-03:59", false],
    ["23:30-00:30", true],
    ["sun:23:30-mon:00:30", true],
    ["sun:05:00-sun:05:59", false],
    ["not a window", true],
  ])("%s is long enough: %s", (window, expected) => {
    expect(isLongEnough(window)).toBe(expected);
  });

  test("are judged by Terraform alike", () => {
    const daily = ["03:00-04:00", "23:30-00:30", "00:00-03:00", "12:00-12:30"];
    const weekly = ["sun:23:00-mon:05:00", "sun:23:30-mon:00:30", "wed:03:30-wed:04:30", "wed:12:30-wed:12:45"];
    const pairs = daily.flatMap((day) => weekly.map((week) => [day, week] as const));
    const quoted = (window: string): string => `"${window}"`;
    expect(judge(pairs.map(([day, week]) => areApartHcl(quoted(day), quoted(week))))).toEqual(
      pairs.map(([day, week]) => !overlap(day, week)),
    );
    const conditions = [
      ...daily.map((day) => isLongEnoughHcl(quoted(day), "daily")),
      ...weekly.map((week) => isLongEnoughHcl(quoted(week), "weekly")),
    ];
    expect(judge(conditions)).toEqual([...daily, ...weekly].map(isLongEnough));
  });

  test("overlap as soon as they share a minute of some day", () => {
    const time = (minutes: number): string =>
      [Math.floor(minutes / 60) % 24, minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
    const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    const moment = (minutes: number): string => `${days[Math.floor(minutes / 1440) % 7]}:${time(minutes)}`;
    const minute = fc.nat(10_079);
    fc.assert(
      fc.property(
        minute,
        minute,
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 1, max: 3000 }),
        (a, b, m, n) => {
          const daily = new Set(Array.from({ length: m }, (_, i) => (a + i) % 1440));
          const shared = Array.from({ length: n }, (_, i) => (b + i) % 1440).some((each) => daily.has(each));
          expect(overlap(`${time(a)}-${time(a + m)}`, `${moment(b)}-${moment(b + n)}`)).toBe(shared);
        },
      ),
    );
  });
});
