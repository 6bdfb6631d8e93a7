import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { total } from "../../recovery/durations";
import { CopySettings, MECHANISMS, MechanismName, mechanismOf, mechanismsWith } from "../../recovery/mechanisms";
import { periodSeconds } from "../../recovery/mechanisms/snapshot/loss";

const DAILY: CopySettings = { storageGib: 20, snapshots: { every: "day", startWindowMinutes: 60 } };

describe.each(MECHANISMS.map((mechanism) => [mechanism.name, mechanism] as const))("%s", (name, mechanism) => {
  test("is found by its name", () => {
    expect(mechanismOf(name)).toBe(mechanism);
  });

  test("loses what its parts add up to, and less at the best moment", () => {
    const { best, worst, parts } = mechanism.loss(DAILY);
    expect(total(parts)).toBe(worst);
    expect(best).toBeLessThanOrEqual(worst);
  });

  test("takes time to restore, and more for more data, unless it stands already", () => {
    const seconds = (storageGib: number): number => total(mechanism.restore({ ...DAILY, storageGib }));
    expect(seconds(20)).toBeGreaterThan(0);
    if (mechanism.stand) expect(seconds(1000)).toBe(seconds(20));
    else expect(seconds(1000)).toBeGreaterThan(seconds(20));
  });

  test("never loses more by what it names as a remedy", () => {
    const weekly: CopySettings = { storageGib: 20, snapshots: { every: "week" } };
    for (const { settings } of mechanism.remedies(weekly)) {
      expect(mechanism.loss(settings).worst).toBeLessThanOrEqual(mechanism.loss(weekly).worst);
    }
  });

  test("is explained where an environment chooses it", () => {
    const file = join(__dirname, "..", "..", "environments", "definition", "schema", "recovery.ts");
    const help = /\/\*\*([^/]*)\*\/\s+mechanism:/.exec(readFileSync(file, "utf8"))?.[1] ?? "";
    expect(help.replace(/\s*\n\s*\*\s*/g, " ")).toContain(mechanism.help);
  });
});

test("no two are named by the same variable of dr", () => {
  const names = MECHANISMS.map(({ variable }) => variable.name);
  expect(new Set(names).size).toBe(names.length);
});

test("what stands is only of environments that have chosen it", () => {
  const names = (chosen?: MechanismName) => mechanismsWith(chosen).map(({ name }) => name);
  const all = MECHANISMS.map(({ name }) => name);
  const others = all.filter((name) => name !== "replica");
  expect([names(), names("snapshot"), names("replica")]).toEqual([others, others, all]);
});

describe("data loss", () => {
  test("is a minute at the most with a replica, which another mechanism would not meet", () => {
    expect(mechanismOf("replica").loss(DAILY)).toMatchObject({ best: 1, worst: 60 });
  });

  test("is 5 to 30 minutes with replicated automated backups", () => {
    expect(mechanismOf("point_in_time").loss(DAILY)).toMatchObject({ best: 300, worst: 1800 });
  });

  test("is the period, the start window and the copy's time with snapshots", () => {
    expect(mechanismOf("snapshot").loss(DAILY)).toMatchObject({ best: 1420, worst: 24 * 3600 + 3600 + 1420 });
  });

  test("counts the 8 hours that AWS Backup takes to begin where the plan states no window", () => {
    const loss = (settings: CopySettings) => mechanismOf("snapshot").loss(settings);
    const stated = loss({ storageGib: 20, snapshots: { every: "week", startWindowMinutes: 480 } });
    expect(loss({ storageGib: 20, snapshots: { every: "week" } })).toEqual(stated);
    expect(stated.worst).toBeGreaterThan(7 * 24 * 3600);
  });

  test("never shrinks with more storage, a longer period or a longer window", () => {
    const loss = (settings: CopySettings) => mechanismOf("snapshot").loss(settings);
    const settings = fc.record({
      every: fc.integer({ min: 1, max: 500 }),
      storageGib: fc.integer({ min: 20, max: 65_536 }),
      startWindowMinutes: fc.integer({ min: 60, max: 10_000 }),
    });
    const more = fc.constantFrom("every", "storageGib", "startWindowMinutes");
    fc.assert(
      fc.property(settings, more, fc.nat(1000), (one, which, by) => {
        const [less, greater] = [one, { ...one, [which]: one[which] + by }].map(({ storageGib, ...snapshots }) =>
          loss({ storageGib, snapshots }),
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
