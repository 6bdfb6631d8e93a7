import * as fs from "node:fs";
import * as path from "node:path";
import { Failure } from "./failure";
import { dist, readJson, writeJson } from "./project";

/** Makes sure that a command which owns a folder below dist/ runs once at a time in this checkout: two would mix their states. */
export function onlyOne(command: string, folder: string): void {
  const file = dist(`${folder}.lock.json`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const other = readOwner(file);
  if (other !== undefined && isAlive(other)) {
    throw new Failure(
      `Another \`${command}\` (process ${other}) is running in this checkout: wait for it, or stop it.`,
    );
  }
  writeJson(file, { pid: process.pid });
  process.on("exit", () => fs.rmSync(file, { force: true }));
}

function readOwner(file: string): number | undefined {
  try {
    return readJson<{ pid: number }>(file).pid;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
