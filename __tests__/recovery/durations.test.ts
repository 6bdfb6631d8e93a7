import fc from "fast-check";
import { DURATIONS, Duration, spoken, times, total } from "../../recovery/durations";
import * as POINT_IN_TIME from "../../recovery/mechanisms/point-in-time/durations";
import { SNAPSHOT_DURATIONS } from "../../recovery/mechanisms/snapshot/durations";

const entries: [string, Duration][] = Object.entries({ ...DURATIONS, ...SNAPSHOT_DURATIONS, ...POINT_IN_TIME });

/** What the source of a figure has to look like, by the kind of its evidence. */
const SOURCES: Record<Duration["evidence"], RegExp> = {
  // The title of a page, or its address.
  published: /"[A-Z][^"]+"|https:\/\/docs\.aws\.amazon\.com\/|^Terraform documentation, "/,
  // What was run, with its number.
  measured: /(pull requests?|issue) \d{5}/,
  // What it is made from.
  assumption: /\w{3,}/,
};

describe("each duration", () => {
  test.each(entries)(
    "%s has a name, a figure and a source of its kind",
    (_key, { what, seconds, evidence, source }) => {
      expect(what).toMatch(/^\S.{3,}\S$/);
      expect(Number.isInteger(seconds) && seconds >= 0).toBe(true);
      expect(source.length).toBeGreaterThan(20);
      expect(source).toMatch(SOURCES[evidence]);
    },
  );

  test("takes time, but Terraform's own bookkeeping", () => {
    expect(entries.filter(([, { seconds }]) => seconds === 0).map(([key]) => key)).toEqual(["nothing"]);
  });
});

test("so many of a thing take so many times as long, rounded up", () => {
  expect(times({ ...DURATIONS.databaseRestorePerGib, seconds: 0.3 }, 5, "five").seconds).toBe(2);
  expect(total([DURATIONS.apiCall, DURATIONS.lookUp])).toBe(6);
});

describe("spoken", () => {
  test.each([
    [0, "0 s"],
    [119, "119 s"],
    [120, "2 min"],
    [1955, "33 min"],
    [3600, "1 h"],
    [3601, "1 h 1 min"],
    [86_399, "1 d"],
    [90_000, "1 d 1 h"],
    [171_000, "2 d"],
    [635_020, "7 d 9 h"],
  ])("%i seconds are %s", (seconds, text) => {
    expect(spoken(seconds)).toBe(text);
  });

  test("is never less than the figure", () => {
    const units: Record<string, number> = { s: 1, min: 60, h: 3600, d: 86_400 };
    const parse = (text: string) =>
      [...text.matchAll(/(\d+) (\w+)/g)].reduce((sum, [, count, unit]) => sum + Number(count) * units[unit], 0);
    fc.assert(fc.property(fc.nat(5_000_000), (seconds) => parse(spoken(seconds)) >= seconds));
  });
});
