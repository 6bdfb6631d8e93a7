import { Command } from "commander";
import * as fs from "node:fs";
import * as path from "node:path";
import { Failure } from "../../tools/failure";
import { run } from "../../tools/process";
import { PACKAGE, PROJECT } from "../../tools/project";
import { Identifiers, identifiersOf, list, register } from "./module/names";

/** Where each template goes. */
const FILES: Readonly<Record<string, (name: string) => string>> = {
  "inputs.ts": (name) => `modules/${name}/inputs.ts`,
  "index.ts": (name) => `modules/${name}/index.ts`,
  "options.tftest.hcl": (name) => `modules/${name}/tests/options.tftest.hcl`,
  "main.tf": (name) => `modules/${name}/examples/complete/main.tf`,
  "test.ts": (name) => `__tests__/modules/${name}.test.ts`,
};

const TABLE = "modules/index.ts";
const PAGE = "docs/modules.md";

/** `npm run new -- module <name>`. */
export const newModule = (): Command =>
  new Command("module")
    .description("Writes modules/<name>/, a small module with tests that passes `npm test` as it is, and publishes it.")
    .argument("<name>", "name of the module in lower case, with hyphens between words: audit-log")
    .action(async (name: string) => console.log(await writeModule(name)));

/**
 * Writes the files, adds the module to the lists of published ones, and publishes it.
 *
 * @returns what to do next
 * @throws Failure when there is such a module, or when its name cannot be one
 */
async function writeModule(name: string): Promise<string> {
  if (PROJECT !== PACKAGE) {
    throw new Failure("Modules are written in a checkout of the package, and here the package is in node_modules.");
  }
  const identifiers = identifiersOf(name);
  const files = Object.entries(FILES).map(([template, place]) => ({ template, file: place(name) }));
  const existing = [path.posix.join("modules", name), ...files.map(({ file }) => file)].find((file) =>
    fs.existsSync(inPackage(file)),
  );
  if (existing) throw new Failure(`${existing} is there already: choose another name, or change what is there.`);

  const before = { table: fs.readFileSync(inPackage(TABLE), "utf8"), page: fs.readFileSync(inPackage(PAGE), "utf8") };
  const table = register(before.table, identifiers);
  const page = list(before.page, identifiers);
  for (const { template, file } of files) {
    fs.mkdirSync(path.dirname(inPackage(file)), { recursive: true });
    fs.writeFileSync(inPackage(file), fill(template, identifiers));
  }
  fs.writeFileSync(inPackage(TABLE), table);
  fs.writeFileSync(inPackage(PAGE), page);
  const written = [...files.map(({ file }) => file), TABLE, PAGE];
  // How a line is broken depends on how long the name is.
  const code = written.filter((file) => file.endsWith(".ts"));
  try {
    await runNode("node_modules/prettier/bin/prettier.cjs", "--write", "--log-level=warn", ...code);
    await runNode("commands/run.mjs", "commands/modules.ts");
  } catch (error) {
    // Nothing half made is left: no other module could be written, or published, beside it.
    for (const { file } of files) fs.rmSync(inPackage(file), { force: true });
    for (const folder of [`modules/${name}`, `terraform/${name}`])
      fs.rmSync(inPackage(folder), { recursive: true, force: true });
    fs.writeFileSync(inPackage(TABLE), before.table);
    fs.writeFileSync(inPackage(PAGE), before.page);
    throw error;
  }
  return nextSteps(name, written);
}

const inPackage = (file: string): string => path.join(PACKAGE, file);

/** The text of a file: its template, with the module's names in the places for them. */
function fill(template: string, identifiers: Identifiers): string {
  const text = fs.readFileSync(inPackage(`commands/new/module/${template}.template`), "utf8");
  return text.replace(/\{\{(\w+)\}\}/g, (_, key: keyof Identifiers) => identifiers[key]);
}

async function runNode(script: string, ...args: string[]): Promise<void> {
  const { status, stdout, stderr } = await run(process.execPath, [inPackage(script), ...args], { cwd: PACKAGE });
  if (status !== 0) throw new Failure(`${script} failed:\n${stdout}${stderr}`.trim());
}

function nextSteps(name: string, written: readonly string[]): string {
  const [inputs, index, options, , unitTest] = written;
  const steps = [
    [inputs, "what it takes; the JSDoc of an input is its help and its description"],
    [index, "what it makes; begin with description, notes and example"],
    [unitTest, `npx jest ${unitTest}`],
    [options, `npm run test:modules -- ${name}`],
  ];
  const width = Math.max(...steps.map(([file]) => file.length));
  return [
    `Wrote ${written.join(", ")} and terraform/${name}/. All of it passes as it is. Change, in this order:`,
    ...steps.map(([file, what]) => `  ${file.padEnd(width)}  ${what}`),
    "After each change `npm run modules` publishes it, and `npm test` checks it. CONTRIBUTING.md says more.",
  ].join("\n");
}
