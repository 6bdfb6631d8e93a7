import { Ended, allPoints, commandNamedBy, endAmid, pick } from "../../drill/endings";
import { RunResult } from "../../tools/process";

const said = (stdout: string, stderr = ""): RunResult => ({ status: 1, stdout, stderr, seconds: 1, timedOut: false });

describe("the points of a sweep", () => {
  test("are spread evenly, and each is ended in all ways", () => {
    const points = allPoints(2);
    expect(points.map(({ part }) => part)).toEqual([0.25, 0.25, 0.25, 0.75, 0.75, 0.75]);
    expect(points.slice(0, 3).map(({ ending }) => ending)).toEqual(["kill", "ctrl-c", "error"]);
  });

  test("are picked by the commit: the same ones for the same commit, others for another", () => {
    const points = allPoints(30);
    expect(pick(points, 3, "a")).toEqual(pick(points, 3, "a"));
    expect(pick(points, 3, "a")).toHaveLength(3);
    expect(pick(points, 3, "a")).not.toEqual(pick(points, 3, "b"));
    expect(pick(points, undefined, "a")).toBe(points);
  });

  test("are one of each ending where three are picked, and all of them where there are no more", () => {
    const endings = ["a", "b", "c"].map((commit) => pick(allPoints(30), 3, commit).map(({ ending }) => ending));
    expect(endings).toEqual(Array.from({ length: 3 }, () => ["kill", "ctrl-c", "error"]));
    expect(pick(allPoints(2), 100, "a")).toHaveLength(6);
  });
});

describe("a run is ended at a part of its requests", () => {
  const ended: Ended = { result: { ...said(""), status: null }, isEnded: true, requests: 90 };
  const through = (requests: number): Ended => ({ result: { ...said(""), status: 0 }, isEnded: false, requests });
  const refused: Ended = { result: said("", "Error: InvalidState"), isEnded: false, requests: 10 };

  /** Where each run was to be ended, and what became of the last. */
  async function amid(runs: readonly Ended[]): Promise<readonly [requests: number[], last: Ended]> {
    const asked: number[] = [];
    const last = await endAmid(0.9, 100, (request) => Promise.resolve(runs[asked.push(request) - 1]));
    return [asked, last];
  }

  test.each<[string, readonly Ended[], number[]]>([
    ["of those that the whole run has made", [ended], [90]],
    ["of its own, where it came through with fewer", [through(80), ended], [90, 72]],
    ["and given up when it comes through three times", [through(80), through(70), through(60)], [90, 72, 63]],
    ["and not begun again where it was refused before", [refused], [90]],
  ])("%s", async (_what, runs, requests) => {
    const [asked, last] = await amid(runs);
    expect(asked).toEqual(requests);
    expect(last).toEqual({ ...runs[runs.length - 1], request: requests[requests.length - 1] });
  });
});

describe("the command that a message names", () => {
  test.each<[string, RunResult, string | undefined]>([
    [
      "a lock that a dead run has left",
      said(
        "",
        "│ Error: Error acquiring the state lock\n│ \n│ Lock Info:\n│   ID:        0a1b2c3d-0000-4000-8000-0123456789ab\n",
      ),
      "npm run resume -- dr 0a1b2c3d-0000-4000-8000-0123456789ab",
    ],
    [
      "what was half made",
      said("dr  ╷\n    │ type 'npm run resume --\n    │ dr', and your command again\n"),
      "npm run resume -- dr",
    ],
    [
      "a database that is being made",
      said("Wait with 'aws rds wait db-instance-available --db-instance-identifier x', and type"),
      "aws rds wait db-instance-available --db-instance-identifier x",
    ],
    ["an error of AWS alone", said("", "Error: InvalidState"), undefined],
  ])("%s", (_what, result, command) => {
    expect(commandNamedBy(result)).toBe(command);
  });
});
