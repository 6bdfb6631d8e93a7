import * as fs from "node:fs";
import * as path from "node:path";

/** Variables for a child process; a name with the value undefined is taken away from it. */
export type Environment = Record<string, string | undefined>;

/** Put in by commands/run.mjs, whose bundles stand elsewhere than the sources; jest runs the sources themselves. */
declare const HOLDFAST_PACKAGE: string | undefined;

/** The folder of the package: constructs, stacks, commands, the emulator. Found from this file's own place. */
export const PACKAGE =
  typeof HOLDFAST_PACKAGE === "string" ? HOLDFAST_PACKAGE : (folderWith("package.json", __dirname) ?? __dirname);

/**
 * The folder of the project: environments, cdktf.json, states, and what commands make (build, dist). The two are one folder
 * in a checkout of the package, and two where a team has the package in node_modules.
 */
export const PROJECT = findProject(process.cwd());

/** The project that a folder is in: the nearest one upwards that has a cdktf.json; the package's own where there is none. */
export function findProject(directory: string): string {
  return folderWith("cdktf.json", directory) ?? PACKAGE;
}

function folderWith(file: string, directory: string): string | undefined {
  if (fs.existsSync(path.join(directory, file))) return directory;
  const parent = path.dirname(directory);
  return parent === directory ? undefined : folderWith(file, parent);
}

/** A path below dist/, where commands keep what a run makes: git ignores it, and a run deletes its own part of it. */
export function dist(...parts: string[]): string {
  return path.join(PROJECT, "dist", ...parts);
}

/** An empty folder below dist/; what an earlier run left in it is gone. */
export function emptyDist(...parts: string[]): string {
  const directory = dist(...parts);
  fs.rmSync(directory, { recursive: true, force: true });
  fs.mkdirSync(directory, { recursive: true });
  return directory;
}

/** The content of a JSON file of a known shape. */
export function readJson<T>(file: string): T {
  return JSON.parse(fs.readFileSync(file, "utf8")) as T;
}

/** Writes a value as readable JSON, and makes the folder for it. */
export function writeJson(file: string, value: unknown): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${JSON.stringify(value, undefined, 2)}\n`);
}

/** Seconds since a moment of `performance.now()`, to a tenth. */
export function secondsSince(start: number): number {
  return Math.round((performance.now() - start) / 100) / 10;
}
