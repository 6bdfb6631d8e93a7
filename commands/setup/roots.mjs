import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the package: constructs, stacks, commands, the emulator. */
export const PACKAGE = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");

/**
 * The folder of the project: environments, cdktf.json, states, and what commands make (build, dist, Python's environments).
 * It is the nearest one upwards from the working directory that has a cdktf.json; the package's own where there is none.
 * The two are one folder in a checkout of the package, and two where a team has the package in node_modules.
 */
export const PROJECT = above(process.cwd()) ?? PACKAGE;

function above(directory) {
  if (fs.existsSync(path.join(directory, "cdktf.json"))) return directory;
  const parent = path.dirname(directory);
  return parent === directory ? undefined : above(parent);
}
