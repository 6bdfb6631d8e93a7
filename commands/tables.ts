/**
 * `npm run tables`: what AWS has (versions, classes, nodes, regions, parameters), from packages that others keep. Each script
 * of `tables/` writes one table into the folders of those that use it, with its source and its date; they are committed.
 */
import { Command } from "commander";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { Failure, runCommand } from "../tools/failure";
import { run } from "../tools/process";
import { tool } from "../tools/programs";
import { PACKAGE } from "../tools/project";

/** Folders that a table can be for. */
const USERS = ["modules", "emulator", "__tests__/modules"];
/** What the scripts share. */
const SHARED = "common.py";

const scripts = (): string[] =>
  fs
    .readdirSync(path.join(PACKAGE, "tables"))
    .filter((name) => name.endsWith(".py") && name !== SHARED)
    .sort();

/** Runs the scripts of a copy of `tables/`: each writes beside the folder that it is in. */
async function runScripts(root: string): Promise<void> {
  for (const script of scripts()) {
    const { status, stderr } = await run(tool("tables").python, [path.join(root, "tables", script)], { cwd: root });
    if (status !== 0) throw new Failure(`tables/${script} failed:\n${stderr}`);
    console.log(`tables/${script}`);
  }
}

const filesIn = (root: string): string[] =>
  USERS.flatMap((user) =>
    fs
      .readdirSync(path.join(root, user), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))),
  );

/** A folder with nothing but the scripts and the folders that they may write into. */
function emptyCopy(): string {
  const root = fs.mkdtempSync(path.join(tmpdir(), "tables-"));
  fs.cpSync(path.join(PACKAGE, "tables"), path.join(root, "tables"), { recursive: true });
  for (const user of USERS) {
    const entries = fs.readdirSync(path.join(PACKAGE, user), { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((one) => one.isDirectory())) {
      fs.mkdirSync(path.join(root, path.relative(PACKAGE, path.join(entry.parentPath, entry.name))), {
        recursive: true,
      });
    }
  }
  return root;
}

/** Says what is committed and is not what the packages say today. */
async function check(): Promise<boolean> {
  const root = emptyCopy();
  try {
    await runScripts(root);
    const read = (place: string, file: string): string => fs.readFileSync(path.join(place, file), "utf8");
    const stale = filesIn(root).filter(
      (file) => !fs.existsSync(path.join(PACKAGE, file)) || read(root, file) !== read(PACKAGE, file),
    );
    for (const file of stale) console.error(`${file} is out of date: run "npm run tables"`);
    return stale.length === 0;
  } finally {
    fs.rmSync(root, { recursive: true, force: true });
  }
}

async function write(): Promise<boolean> {
  await runScripts(PACKAGE);
  return true;
}

new Command("tables")
  .description("Writes the tables of what AWS has, from the packages that tables/requirements.txt pins.")
  .option("--check", "change nothing; fail if a table is not what the packages say")
  .action(({ check: only = false }: { check?: boolean }) => runCommand(only ? check : write))
  .parse();
