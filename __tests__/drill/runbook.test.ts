import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../../tools/project";
import { runbookCommands } from "../../drill/commands";
import { checkEnvironment } from "../../environments/definition";
import stated from "../fixtures/environments/production";

const RUNBOOK = readFileSync(join(PROJECT, "dr", "RUNBOOK.md"), "utf8");

/** What stands in the boxes of the runbook, line by line. */
const boxes = (text: string): string[] =>
  [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, box]) => box.trim().split("\n"));

describe("the runbook", () => {
  const production = checkEnvironment("production", stated);

  test("has the commands that the drill types, in their order, and no others", () => {
    expect(boxes(RUNBOOK)).toEqual(Object.values(runbookCommands(production)).flatMap(({ commands }) => commands));
  });

  test("names the snapshot and the number that the drill writes into the environment's file", () => {
    expect(RUNBOOK).toContain('origin: { snapshot: { id: "nimbus-production-failback" } }');
    expect(RUNBOOK).toContain("replacements: 1");
    expect(RUNBOOK).toContain('active: "recovery"');
  });

  test("names the role before each part of the failback, and once for the steps before", () => {
    const [before, failback] = RUNBOOK.split("## 8. Fail back");
    expect(before).toContain("| 2 to 5 | `nimbus-production-recover` |");
    const named = [
      ...failback.matchAll(/`nimbus-production-(deploy|recover|failback)`[^`]*```sh\n([^]*?)```/g),
    ].flatMap(([, role, box]) =>
      box
        .trim()
        .split("\n")
        .map((command) => [role, command]),
    );
    const steps = ["fence", "stop", "snapshot", "copy", "objects", "return", "scale down", "close"] as const;
    const commands = runbookCommands(production);
    expect(named).toEqual(
      steps.flatMap((step) => commands[step].commands.map((command) => [commands[step].role, command])),
    );
    for (const step of ["check", "restore", "verify", "plan"] as const) expect(commands[step].role).toBe("recover");
  });

  test("asks nothing of the primary region before the failback", () => {
    const [before] = RUNBOOK.split("## 8. Fail back");
    expect(boxes(before).filter((command) => command.includes(production.region))).toEqual([]);
  });
});
