import { Command } from "commander";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { Fields } from "../kernel";
import { publishModule } from "../kernel/publish";
import { publishedModules, requirements } from "../modules";
import { Failure, runCommand } from "../tools/failure";
import { InputDocs, declarationOf, inputDocProblems, readInputDocs } from "../tools/input-docs";

const OUTPUT = "terraform";
/** Parts of a published module that are written by hand, next to the construct. */
const HANDWRITTEN = ["examples", "tests"];
/** What Terraform leaves behind in a folder that it ran in. */
const LEFT_BY_TERRAFORM = /(^|\/)(\.terraform(\/|$)|\.terraform\.lock\.hcl$|terraform\.tfstate)/;

/** Every file that `terraform/` should hold, by its path. */
function expectedFiles(): Map<string, string> {
  const files = new Map<string, string>();
  const docs = readDocs();
  publishedModules.forEach((moduleClass, i) => {
    const { name } = moduleClass.definition;
    const descriptions = Object.fromEntries([...docs[i]].map(([input, { description }]) => [input, description]));
    for (const [path, text] of publishModule(moduleClass, requirements, descriptions)) {
      files.set(join(OUTPUT, name, path), text);
    }
    for (const folder of HANDWRITTEN) {
      const source = join("modules", name, folder);
      for (const file of filesIn(source)) {
        files.set(join(OUTPUT, name, folder, relative(source, file)), readFileSync(file, "utf8"));
      }
    }
  });
  return files;
}

/** The JSDoc of the inputs of each module. Ends the command, with every problem, where one is not described. */
function readDocs(): InputDocs[] {
  const docs = readInputDocs(publishedModules.map(({ definition }) => declarationOf(definition.name)));
  const problems = publishedModules.flatMap(({ definition }, i) =>
    inputDocProblems(definition.inputs.fields as Fields, docs[i]),
  );
  if (problems.length > 0) {
    throw new Failure(["Inputs whose description is missing or wrong:", ...new Set(problems)].join("\n  "));
  }
  return docs;
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !LEFT_BY_TERRAFORM.test(path))
    .sort();
}

/** What differs between the files that there are and those that there should be. */
function differences(expected: ReadonlyMap<string, string>): string[] {
  const missingOrChanged = [...expected]
    .filter(([path, text]) => !existsSync(path) || readFileSync(path, "utf8") !== text)
    .map(([path]) => `${path} is ${existsSync(path) ? "stale" : "missing"}`);
  const leftOver = filesIn(OUTPUT)
    .filter((path) => !expected.has(path))
    .map((path) => `${path} belongs to no module`);
  return [...missingOrChanged, ...leftOver];
}

function write(expected: ReadonlyMap<string, string>): void {
  for (const path of filesIn(OUTPUT)) if (!expected.has(path)) rmSync(path);
  for (const [path, text] of expected) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/** Whether what is there is, or now is, what should be. */
function publish(check: boolean): boolean {
  const expected = expectedFiles();
  if (!check) {
    write(expected);
    console.log(`${publishedModules.length} modules, ${expected.size} files in ${OUTPUT}/`);
    return true;
  }
  const found = differences(expected);
  if (found.length === 0) return true;
  console.error([`The published modules are out of date; run "npm run modules":`, ...found].join("\n  "));
  return false;
}

new Command("modules")
  .description("Writes the published Terraform modules into terraform/.")
  .option("--check", "change nothing; fail if terraform/ is out of date")
  .action(({ check = false }: { check?: boolean }) => runCommand(async () => Promise.resolve(publish(check))))
  .parse();
