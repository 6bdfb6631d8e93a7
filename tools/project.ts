import * as fs from "node:fs";
import * as path from "node:path";

/** Variables for a child process; a name with the value undefined is taken away from it. */
export type Environment = Record<string, string | undefined>;

/** The folder of the project, found from this file's own place, be it the source or a bundle of it below build/. */
export const PROJECT = findProject(__dirname);

function findProject(directory: string): string {
  if (fs.existsSync(path.join(directory, "package-lock.json"))) return directory;
  const parent = path.dirname(directory);
  if (parent === directory) throw new Error("commands run inside the project's folder, where package-lock.json is");
  return findProject(parent);
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
