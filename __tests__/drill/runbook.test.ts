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
    const [before, after] = RUNBOOK.split("## 8. Fail back");
    const [failback] = after.split("## 9.");
    expect(before).toContain("| 2 to 5 | `nimbus-production-recover` |");
    const named = [
      ...failback.matchAll(/`nimbus-production-(deploy|recover|failback)`[^`]*```sh\n([^]*?)```/g),
    ].flatMap(([, role, box]) =>
      box
        .trim()
        .split("\n")
        .map((command) => [role, command]),
    );
    const steps = ["fence", "stop", "snapshot", "copy", "objects", "return", "release", "scale down", "close"] as const;
    const commands = runbookCommands(production);
    expect(named).toEqual(
      steps.flatMap((step) => commands[step].commands.map((command) => [commands[step].role, command])),
    );
    for (const step of ["check", "restore", "verify", "confirm", "plan", "abandon"] as const)
      expect(commands[step].role).toBe("recover");
  });

  test("gives a recovery up by commands that the drill types in other steps", () => {
    const { abandon, verify, stop, "scale down": scaleDown } = runbookCommands(production);
    const [decision] = verify.commands.filter((command) => command.includes("serving-region"));
    expect(abandon.commands).toEqual([decision, ...stop.commands, decision, ...scaleDown.commands]);
  });

  test("decides by one command each for either region", () => {
    const { confirm, release } = runbookCommands(production);
    const name = "--region us-west-2 --name /holdfast/nimbus-production/serving-region";
    expect(confirm.commands).toEqual([`aws ssm put-parameter ${name} --value us-west-2 --overwrite`]);
    expect(release.commands).toEqual([`aws ssm put-parameter ${name} --value us-east-1 --overwrite`]);
  });

  test("asks nothing of the primary region before the failback", () => {
    const [before] = RUNBOOK.split("## 8. Fail back");
    expect(boxes(before).filter((command) => command.includes(production.region))).toEqual([]);
  });
});
