import { CLIENTS, Client, DETECTION_SECONDS, NAMES_MOVE_SECONDS, NameServers, isAsking } from "../../drill/clients";
import { Table, Write, between, byClient, downtime, missing } from "../../drill/writes";

/** Which region each client has as time goes on, and what is counted of what they wrote. Times here are in seconds. */

const HOME = "us-east-1";
const AWAY = "us-west-2";
const [each, ttl, never] = CLIENTS;

/** The region that a client writes to at each time, where names move away at 1000. */
function regions(kind: (typeof CLIENTS)[number], askedFirstAt: number, times: readonly number[]): string[] {
  const servers = new NameServers(HOME);
  servers.seen(HOME, 500_000);
  servers.seen(AWAY, 1_000_000);
  servers.seen(AWAY, 1_100_000);
  const client = new Client(kind, servers);
  client.regionAt(askedFirstAt * 1000);
  return times.map((at) => client.regionAt(at * 1000));
}

const heard = 1000 + DETECTION_SECONDS;

test("detection and TTL are those of the model of the recovery time", () => {
  expect([DETECTION_SECONDS, ttl.keepsSeconds, NAMES_MOVE_SECONDS]).toEqual([130, 60, 190]);
});

describe("names move, and a client that", () => {
  test.each<[string, (typeof CLIENTS)[number], number, [number, string][]]>([
    [
      "asks each second follows as soon as that is detected",
      each,
      0,
      [
        [999, HOME],
        [heard - 1, HOME],
        [heard, AWAY],
      ],
    ],
    [
      "keeps the answer for its TTL follows when that is over",
      ttl,
      heard - 1,
      [
        [heard, HOME],
        [heard + 58, HOME],
        [heard + 59, AWAY],
      ],
    ],
    [
      "keeps it and has asked just after hears of it at once",
      ttl,
      heard,
      [
        [heard, AWAY],
        [heard + 60, AWAY],
      ],
    ],
    ["never asks again never follows", never, 0, [[100_000, HOME]]],
    ["never asks again stays away, where it has begun there", never, heard, [[100_000, AWAY]]],
  ])("%s", (_, kind, askedFirstAt, expected) => {
    const times = expected.map(([at]) => at);
    expect(regions(kind, askedFirstAt, times)).toEqual(expected.map(([, region]) => region));
  });

  test("asks at all has followed after detection and TTL, whenever it had asked", () => {
    for (let asked = 900; asked <= heard + 60; asked += 1) {
      for (const kind of CLIENTS.filter(isAsking)) {
        const times = Array.from({ length: 400 }, (_, i) => asked + i);
        const seen = regions(kind, asked, times);
        const last = times[seen.lastIndexOf(HOME)] ?? -Infinity;
        expect(last).toBeLessThan(1000 + NAMES_MOVE_SECONDS);
      }
    }
  });
});

test("names that move back have moved again, and the last time counts", () => {
  const servers = new NameServers(HOME);
  expect(servers.movedTo(HOME)).toBeUndefined();
  for (const [region, at] of [
    [AWAY, 1],
    [HOME, 2],
    [AWAY, 3],
  ] as const) {
    servers.seen(region, at);
  }
  expect([servers.movedTo(AWAY), servers.movedTo(HOME)]).toEqual([3, 2]);
});

const write = (client: string, number: number, at: number, region = HOME): Write => ({ client, number, at, region });

describe("rows", () => {
  const written = [write("a", 1, 10), write("b", 1, 11), write("a", 2, 20), write("a", 3, 30, AWAY)];

  test("are counted after one time and up to another", () => {
    expect(between(written, 10, 20).map(({ number }) => number)).toEqual([1, 2]);
  });

  test("are counted for each client, also those who wrote none", () => {
    expect(byClient(written, ["a", "b", "c"])).toEqual({ a: 3, b: 1, c: 0 });
  });

  test("are missing where the table has another of the client, or the same number of another client", () => {
    const table = new Table([
      { client: "a", number: 1 },
      { client: "b", number: 2 },
    ]);
    expect(missing(written, table).map(({ client, number }) => `${client}${number}`)).toEqual(["b1", "a2", "a3"]);
    expect(table.size).toBe(2);
  });
});

describe("downtime is from the last good row up to a moment to the first after it", () => {
  test.each<[string, number[], number, number | null]>([
    ["with a gap", [1000, 2000, 9500, 10_000], 3000, 7.5],
    ["without one", [1000, 2000, 3000], 2000, 1],
    ["nothing after it", [1000, 2000], 3000, null],
    ["nothing before it", [4000], 3000, null],
    ["nothing at all", [], 3000, null],
  ])("%s", (_, times, moment, seconds) => {
    expect(
      downtime(
        times.map((at, i) => write("a", i, at)),
        moment,
      ),
    ).toBe(seconds);
  });
});
