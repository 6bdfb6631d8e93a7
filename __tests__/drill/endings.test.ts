import { allPoints, commandNamedBy, pick } from "../../drill/endings";
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
