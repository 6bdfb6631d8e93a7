import { CLIENTS } from "../../drill/clients";
import { Drill } from "../../drill/drill";
import { Promises } from "../../drill/promises";
import { judgeFailback, judgeFence, judgeMoved, judgeRestored } from "../../drill/two-writers";
import { Row, Table, Write } from "../../drill/writes";
import { NO_FIGURES } from "../../drill/writes";
import { Moments } from "../../drill/users";

/** What the drill promises of rows, and that it notices each way to break it. Times are in seconds after the loss of the region. */

const HOME = "us-east-1";
const AWAY = "us-west-2";
const [each, ttl, never] = CLIENTS.map(({ name }) => name);
const START = 1_700_000_000;

const at = (seconds: number): number => (START + seconds) * 1000;
const row = (client: string, number: number, seconds: number, region: string): Write => ({
  ...{ client, number, region },
  at: at(seconds),
});

/** A drill whose region is lost at 0, whose names move at 300, whose region returns at 600 and is fenced at 700. */
function drilled(writes: readonly Write[], tables: Readonly<Record<string, readonly Row[]>> = {}, moved = 300) {
  const promises = new Promises();
  const moments: Moments = { lostAt: at(0), returnedAt: at(600), fencedAt: at(700), stoppedAt: at(800) };
  const users = {
    ...{ figures: { ...NO_FIGURES }, moments, writtenOff: new Set<Write>() },
    servers: { movedTo: () => at(moved) },
    written: () => [...writes],
    table: (region: string) => Promise.resolve(new Table(tables[region] ?? [])),
  };
  const drill = {
    ...{
      users,
      promises,
      environment: { region: HOME },
      recovery: { region: AWAY },
      timeline: { say: () => undefined },
    },
    ...{ recoveryName: "nimbus-production-dr", prefix: "nimbus-production" },
  } as unknown as Drill;
  const broken = (): string[] => promises.broken.map(({ what, seen }) => `${what}: ${seen}`);
  return { drill, users, broken, promises };
}

describe("what was restored", () => {
  const written = [row(each, 1, -20, HOME), row(each, 2, -10, HOME), row(never, 1, -1, HOME), row(never, 9, 601, HOME)];
  const until = (seconds: number): string => new Date(at(seconds)).toISOString();

  test.each<[string, Row[], string, number, boolean]>([
    ["has everything", written.slice(0, 3), until(0), 0, true],
    ["lacks only what is younger than the copy", [written[0]], until(-15), 2, true],
    ["lacks a row that is as old as the copy", [written[1], written[2]], until(-15), 1, false],
    ["is empty", [], until(0), 3, false],
    ["is of a copy of which nobody knows the age", [written[0]], "", 2, false],
  ])("%s", async (_, rows, dataUntil, lost, isKept) => {
    const { drill, broken } = drilled(written, { [AWAY]: rows });
    await expect(judgeRestored(drill, "complete", at(0), dataUntil)).resolves.toBe(lost);
    expect(broken().length === 0).toBe(isKept);
  });

  test("proves nothing where nobody wrote before", async () => {
    const { drill, broken } = drilled([], { [AWAY]: [] });
    await judgeRestored(drill, "complete", at(0), until(0));
    expect(broken()).toEqual(["complete: 0 rows, 0 lost, 0 of them as old as the copy"]);
  });

  test("is asked for rows once: what is lost is lost", async () => {
    const { drill } = drilled(written, { [AWAY]: [written[0]] });
    await judgeRestored(drill, "first", at(0), until(-15));
    await expect(judgeRestored(drill, "second", at(0), until(-15))).resolves.toBe(0);
  });
});

describe("until the fence", () => {
  test("the client that never asks again is counted, and bounded by the fence alone", async () => {
    const { drill, users, broken } = drilled([
      row(each, 1, -1, HOME),
      row(never, 7, 601, HOME),
      row(never, 8, 699, HOME),
    ]);
    await judgeFence(drill);
    expect(users.figures.writesBeforeFence).toEqual({ [each]: 0, [ttl]: 0, [never]: 2 });
    expect(broken()).toEqual([]);
  });

  test.each<[string, Write, RegExp | undefined]>([
    ["a client that asks writes within detection and TTL", row(ttl, 7, 689, HOME), undefined],
    ["a client that asks writes later", row(ttl, 7, 691, HOME), /later than detection and TTL.*1 rows later/],
    ["somebody writes to a region that is lost", row(never, 7, 599, HOME), /while it is lost: 1 rows/],
  ])("%s", async (_, write, message) => {
    const { drill, broken } = drilled([write], {}, 500);
    await judgeFence(drill);
    expect(broken()).toEqual(message ? [expect.stringMatching(message)] : []);
  });
});

describe("after the fence", () => {
  const before = row(each, 1, -5, HOME);
  const wrong = row(never, 7, 650, HOME);
  const away = row(each, 2, 650, AWAY);
  const back = row(never, 8, 900, HOME);
  const all = [before, wrong, away, back];

  test("everything is in the database that was taken back, but what was written to the old one before", async () => {
    const { drill, users, broken } = drilled(all, { [HOME]: [before, away, back] });
    await judgeFence(drill);
    await judgeFailback(drill);
    expect(broken()).toEqual([]);
    expect(users.figures.writesAfterFence).toBe(0);
    expect(users.figures.clientDowntimeSeconds).toEqual({
      [each]: { incident: 655, failback: null },
      [ttl]: { incident: null, failback: null },
      [never]: { incident: null, failback: null },
    });
  });

  test.each<[string, Write[], Row[], number, RegExp]>([
    [
      "a row that the other side has got",
      [...all, row(never, 9, 701, HOME)],
      [before, away, back],
      1,
      /after the fence/,
    ],
    [
      "a row that came after the snapshot",
      [...all, row(each, 3, 801, AWAY)],
      [before, away, back],
      1,
      /after the fence/,
    ],
    ["a row that was written away", all, [before, back], 0, /written in us-west-2 is in the database/],
    ["a row of before the incident", all, [away, back], 0, /restored with/],
    ["that nobody wrote away", [before], [before], 0, /0 rows, 0 lost/],
  ])("notices %s", async (_, written, rows, count, message) => {
    const { drill, users, broken } = drilled(written, { [HOME]: rows });
    await judgeFence(drill);
    await judgeFailback(drill);
    expect(users.figures.writesAfterFence).toBe(count);
    expect(broken().join("\n")).toMatch(message);
  });
});

describe("names have moved, and clients that ask", () => {
  test.each<[string, Write[], boolean]>([
    ["have followed in time", [row(each, 9, 431, AWAY), row(ttl, 9, 490, AWAY)], true],
    ["are late", [row(each, 9, 431, AWAY), row(ttl, 9, 500, AWAY)], false],
    ["have not followed", [row(each, 9, 431, AWAY), row(ttl, 9, 400, HOME)], false],
    ["had written there before", [row(each, 9, 431, AWAY), row(ttl, 9, 200, AWAY)], false],
  ])("%s", async (_, written, isKept) => {
    const { drill, promises } = drilled(written);
    await judgeMoved(drill, AWAY);
    expect(promises.all.map((one) => one.isKept)).toEqual([isKept]);
  });
});

test("where nobody writes nothing is promised", async () => {
  const promises = new Promises();
  const drill = { promises } as unknown as Drill;
  await judgeMoved(drill, AWAY);
  await judgeFence(drill);
  await judgeFailback(drill);
  await expect(judgeRestored(drill, "complete", 0, "")).resolves.toBeNull();
  expect(promises.all).toEqual([]);
});
