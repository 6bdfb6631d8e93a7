/**
 * `npm test`: everything that can be checked without an emulator, side by side: types, style, unit tests, that the
 * published modules are what the constructs say, well formatted and valid, and that the stacks of every environment are.
 */
import { Command } from "commander";
import * as path from "node:path";
import { Check, programCheck, runChecks, single } from "../tools/checks";
import { environmentNames } from "../tools/environments";
import { runCommand } from "../tools/failure";
import { jestCheck } from "../tools/jest-check";
import { onlyOne } from "../tools/only-one";
import { dist, PACKAGE } from "../tools/project";
import { copyPublished, PublishedRoot, publishedRoots } from "../tools/published";
import { synthesize } from "../tools/synthesis";
import { Terraform } from "../tools/terraform";
import { formatDiagnostics } from "../tools/terraform-events";
import { tool } from "../tools/programs";

function node(title: string, ...args: [string, ...string[]]): Check {
  const [script, ...rest] = args;
  return programCheck(title, process.execPath, [path.join(PACKAGE, script), ...rest], { timeoutSeconds: 300 });
}

function validation({ name, directory }: PublishedRoot): Check {
  return {
    title: `terraform validate ${name}`,
    run: async () => {
      const terraform = new Terraform(directory, { timeoutSeconds: 300 });
      await terraform.init("-backend=false");
      const diagnostics = await terraform.validate();
      return single(diagnostics.length > 0 ? formatDiagnostics(diagnostics) : undefined);
    },
  };
}

/** Every stack of an environment, as cdktf gives it to Terraform. */
function stackValidation(environment: string): Check {
  return {
    title: `terraform validate ${environment}'s stacks`,
    run: async () => {
      const problems: string[] = [];
      for (const { directory } of await synthesize(environment, dist("test", `cdktf.out.${environment}`))) {
        const terraform = new Terraform(directory, { timeoutSeconds: 300 });
        await terraform.init("-backend=false");
        const diagnostics = await terraform.validate();
        if (diagnostics.length > 0) problems.push(formatDiagnostics(diagnostics));
      }
      return single(problems.length > 0 ? problems.join("\n") : undefined);
    },
  };
}

async function main(): Promise<boolean> {
  new Command("npm test").description("Runs all checks that need no emulator.").parse();
  onlyOne("npm test", "test");
  const published = path.join(PACKAGE, "terraform");
  const copy = copyPublished("test", "terraform");
  // The longest first, so that no processor is left with a long one at the end.
  return runChecks([
    jestCheck("unit tests", "unit"),
    jestCheck("tests that start other programs", "program", "--maxWorkers=1"),
    node("style (eslint)", "node_modules/eslint/bin/eslint.js", "."),
    node("types (tsc)", "node_modules/typescript/bin/tsc", "--noEmit"),
    node("published modules are up to date", "commands/run.mjs", "commands/modules.ts", "--check"),
    node(
      "imports (dependency-cruiser)",
      "node_modules/dependency-cruiser/bin/dependency-cruise.mjs",
      "--no-cache",
      ".",
    ),
    node("format (prettier)", "node_modules/prettier/bin/prettier.cjs", "--check", "."),
    programCheck("terraform fmt", tool("terraform").path, ["fmt", "-check", "-diff", "-recursive", published]),
    ...publishedRoots(copy).map(validation),
    ...environmentNames().map(stackValidation),
  ]);
}

runCommand(main);
