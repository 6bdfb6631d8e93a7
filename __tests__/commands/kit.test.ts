import { readFileSync } from "node:fs";
import { join } from "node:path";
import { kitPage } from "../../commands/kit/page";
import { stepsOf } from "../../commands/kit/steps";
import { runbookCommands } from "../../drill/commands";
import { checkEnvironment } from "../../environments/definition";
import { PACKAGE } from "../../tools/project";
import stated from "../fixtures/environments/production";

const production = checkEnvironment("production", stated);
const commands = runbookCommands(production);
const RUNBOOK = readFileSync(join(PACKAGE, "dr", "RUNBOOK.md"), "utf8");

describe("the steps of a kit", () => {
  const steps = stepsOf(commands);

  test("are those of the role that recovers", () => {
    const recovering = Object.entries(commands).filter(([, { role }]) => role === "recover");
    expect(steps.map(({ step }) => step)).toEqual(recovering.map(([step]) => step));
    expect(steps.map(({ script }) => script)).toContain("scale-down.sh");
  });

  test("type the runbook's own commands, and Terraform in place of cdktf", () => {
    for (const { step, text } of steps) {
      const asked = commands[step].commands.filter((command) => command.startsWith("aws "));
      const lines = text.split("\n").map((line) => line.replace(/ \|\| failed=1$/, ""));
      expect(lines.filter((line) => line.startsWith("aws "))).toEqual(asked);
      expect(text).not.toMatch(/^\s*(?:npx|npm|node|git) /m);
    }
    const restore = steps.find(({ step }) => step === "restore")?.text;
    expect(restore).toContain('\nprepare dr\nin_stack dr apply -input=false -auto-approve "$@" ||');
  });

  test("that look, or stop, go on where a command fails, and fail in the end", () => {
    const going = steps.filter(({ text }) => text.includes("failed=1")).map(({ step }) => step);
    expect(going).toEqual(["check", "verify", "stop", "abandon"]);
    expect(steps.find(({ step }) => step === "check")?.text).toMatch(
      /failed=0\n(?:aws .* \|\| failed=1\n){3}exit \$failed\n$/,
    );
  });

  test("need the AWS CLI only where they ask AWS by hand", () => {
    const needing = steps.filter(({ text }) => text.includes("need_aws")).map(({ step }) => step);
    expect(needing).not.toContain("restore");
    expect(needing).not.toContain("plan");
    expect(needing).toContain("check");
  });

  test("refuse a command of the runbook that Terraform alone cannot do", () => {
    const strange = { ...commands, restore: { role: "recover" as const, commands: ["npx cdktf watch dr"] } };
    expect(() => stepsOf(strange)).toThrow("The kit has no way to do 'npx cdktf watch dr' with Terraform alone");
  });
});

describe("the runbook in a kit", () => {
  const page = kitPage(RUNBOOK, production);

  test("has the scripts in the place of the commands, and those of other roles as they are", () => {
    expect(page).toContain("# restore, as nimbus-production-recover\nsh steps/restore.sh\n");
    expect(page).toContain("# fence, as nimbus-production-deploy\nnpx cdktf deploy primary --auto-approve\n");
  });

  test("says nothing of cdktf, npm and Git but where it tells of a checkout", () => {
    const [steps] = page.split("## Another laptop");
    const named = [...steps.matchAll(/(?:npx cdktf|npm run|npm ci|git) [a-z]+(?: [a-z]+)?/g)].map(([text]) => text);
    expect([...new Set(named)].sort()).toEqual([
      "npm run drill",
      "npm run runbook",
      "npx cdktf deploy primary",
      "npx cdktf diff primary",
    ]);
  });

  test("is refused where the runbook says no more what a kit says otherwise", () => {
    expect(() => kitPage("# Runbook", production)).toThrow("dr/RUNBOOK.md says nothing like");
  });
});
