/**
 * `npm run test:modules`: `terraform test` of each published module, side by side. Their tests mock the provider, so they
 * need no AWS and no emulator; what they check is what a Terraform team gets, without any of our TypeScript.
 */
import { Command } from "commander";
import { Check, Outcome, runChecks, single } from "../tools/checks";
import { Failure, runCommand } from "../tools/failure";
import { onlyOne } from "../tools/only-one";
import { copyPublished, PublishedRoot, publishedModules } from "../tools/published";
import { Terraform } from "../tools/terraform";
import { Diagnostic, formatDiagnostics, parseEvent } from "../tools/terraform-events";

interface TestSummary {
  readonly passed: number;
  readonly failed: number;
  readonly errored: number;
  readonly skipped: number;
}

async function runTests({ name, directory }: PublishedRoot): Promise<Outcome> {
  const terraform = new Terraform(directory, { timeoutSeconds: 1800 });
  await terraform.init("-backend=false");
  const diagnostics: Diagnostic[] = [];
  let summary: TestSummary | undefined;
  const { status, stdout, stderr } = await terraform.run(["test", "-json"], (line) => {
    const event = parseEvent(line);
    if (event?.diagnostic?.severity === "error") diagnostics.push(event.diagnostic);
    if (event?.type === "test_summary") summary = (event as unknown as { test_summary: TestSummary }).test_summary;
  });
  if (!summary) return single(`${stdout}${stderr}`.trim());
  const { passed, failed, errored, skipped } = summary;
  if (passed + failed + errored + skipped === 0) return single(`${name} has no tests: write tests/*.tftest.hcl.`);
  const bad = failed + errored + skipped;
  return { passed, failed: Math.max(bad, status === 0 ? 0 : 1), output: formatDiagnostics(diagnostics) || stderr };
}

async function main(): Promise<boolean> {
  const command = new Command("npm run test:modules --")
    .description("Runs `terraform test` for the published modules.")
    .argument("[modules...]", "only these, by name")
    .parse();
  const wanted = command.args;
  onlyOne("npm run test:modules", "test-modules");
  const modules = publishedModules(copyPublished("test-modules", "terraform"));
  const unknown = wanted.find((name) => !modules.some((module) => module.name === name));
  if (unknown) {
    throw new Failure(`There is no module ${unknown}. The modules are: ${modules.map(({ name }) => name).join(", ")}.`);
  }
  const chosen = wanted.length > 0 ? modules.filter(({ name }) => wanted.includes(name)) : modules;
  return runChecks(chosen.map((module): Check => ({ title: module.name, run: () => runTests(module) })));
}

runCommand(main);
