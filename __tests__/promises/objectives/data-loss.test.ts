import fc from "fast-check";
import { dataLoss, periodSeconds } from "../../../promises/objectives/data-loss";

describe("data loss", () => {
  test("is 5 to 30 minutes with replicated automated backups", () => {
    expect(dataLoss({ kind: "point_in_time" })).toMatchObject({ best: 300, worst: 1800 });
  });

  test("is the period, the start window and the copy's time with snapshots", () => {
    const loss = dataLoss({ kind: "snapshot", every: "day", storageGib: 20, startWindowMinutes: 60 });
    expect(loss).toMatchObject({ best: 1420, worst: 24 * 3600 + 3600 + 1420 });
    expect(loss.parts.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(loss.worst);
  });

  test("counts the 8 hours that AWS Backup takes to begin where the plan states no window", () => {
    const stated = dataLoss({ kind: "snapshot", every: "week", storageGib: 20, startWindowMinutes: 480 });
    expect(dataLoss({ kind: "snapshot", every: "week", storageGib: 20 })).toEqual(stated);
    expect(stated.worst).toBeGreaterThan(7 * 24 * 3600);
  });

  test("is best at its best", () => {
    expect(dataLoss({ kind: "replica" })).toMatchObject({ best: 0, worst: 60 });
  });

  test("never shrinks with more storage, a longer period or a longer window", () => {
    const settings = fc.record({
      every: fc.integer({ min: 1, max: 500 }),
      storageGib: fc.integer({ min: 20, max: 65_536 }),
      startWindowMinutes: fc.integer({ min: 60, max: 10_000 }),
    });
    const more = fc.constantFrom("every", "storageGib", "startWindowMinutes");
    fc.assert(
      fc.property(settings, more, fc.nat(1000), (one, which, by) => {
        const [less, greater] = [one, { ...one, [which]: one[which] + by }].map((given) =>
          dataLoss({ kind: "snapshot", ...given }),
        );
        return less.worst <= greater.worst && less.best <= greater.best && less.best <= less.worst;
      }),
    );
  });
});

describe("a period", () => {
  test.each([
    ["day", 86_400],
    ["week", 604_800],
    [6, 21_600],
  ] as const)("%s is %i seconds", (every, seconds) => {
    expect(periodSeconds(every)).toBe(seconds);
  });

  test.each([0, -1, NaN])("of %s hours is refused", (every) => {
    expect(() => periodSeconds(every)).toThrow("a period must be day, week or a number of hours above 0");
  });
});
