import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire, SourceMap, SourceMapPayload } from "node:module";
import * as path from "node:path";
import { compileFunction } from "node:vm";
import * as definition from "../../environments/definition";
import { environmentFile } from "../../environments/definition/names/file";
import * as kernel from "../../kernel";
import { PACKAGE, readJson } from "../project";

/** Why a file gave nothing; one line. */
export class Unreadable {
  constructor(readonly reason: string) {}
}

/** What each file exports, or why that cannot be known. */
export type Exports = ReadonlyMap<string, Exported | Unreadable>;

interface Exported {
  readonly default?: unknown;
}

/** What an environment shares with the program that loads it; all else that it imports by path becomes part of its bundle. */
const SHARED: Readonly<Record<string, unknown>> = { "environments/definition": definition, kernel };

/**
 * Loads files below environments/.
 *
 * They are no part of the program's own bundle, for then a syntax error in any of them would break every command of every
 * environment. esbuild makes one bundle of them in a run of its own (15 ms), in which each is run only when it is asked for;
 * when that fails, each file is bundled alone, so that what is wrong with one stays with it.
 */
export function loadFiles(project: string, paths: readonly string[]): Exports {
  const together = bundle(project, paths);
  if (!(together instanceof Unreadable)) return run(project, together, paths);
  const alone = paths.map((one): [string, Exports | Unreadable] => {
    const built = paths.length === 1 ? together : bundle(project, [one]);
    return [one, built instanceof Unreadable ? built : run(project, built, [one])];
  });
  return new Map(alone.map(([one, built]) => [one, built instanceof Unreadable ? built : (built.get(one) ?? {})]));
}

function bundle(project: string, paths: readonly string[]): string | Unreadable {
  const entries = paths.map(
    (one) => `${JSON.stringify(one)}: () => require(${JSON.stringify(`./${environmentFile(one)}`)})`,
  );
  const shared = Object.keys(SHARED).map((folder) => `--external:${path.join(PACKAGE, folder, "index.ts")}`);
  const format = ["--bundle", "--packages=external", "--platform=node", "--format=cjs", "--target=node20"];
  const output = ["--sourcemap=inline", "--sources-content=false", "--log-level=error", "--color=false"];
  const { status, stdout, stderr, error } = spawnSync(findEsbuild(project), [...format, ...output, ...shared], {
    cwd: project,
    input: `module.exports = { ${entries.join(", ")} };`,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (error) throw error;
  return status === 0 ? stdout : new Unreadable(firstError(stderr));
}

/** `Expected ";" but found "x" (environments/demo.ts:3:5)` of all that esbuild says. */
function firstError(output: string): string {
  const [, message = output.trim()] = /\[ERROR\] (.*)/.exec(output) ?? [];
  const [, place] = /^ {4}(\S.*:\d+:\d+):$/m.exec(output) ?? [];
  return place === undefined ? message : `${message} (${place})`;
}

function run(project: string, code: string, paths: readonly string[]): Exports {
  const filename = path.join(project, "environments.bundle.cjs");
  const module: { exports: Record<string, () => Exported> } = { exports: {} };
  const load = compileFunction(code, ["module", "require"], { filename }) as (...args: unknown[]) => void;
  load(module, requireFor(project));
  return new Map(
    paths.map((one): [string, Exported | Unreadable] => {
      try {
        return [one, module.exports[one]()];
      } catch (error) {
        return [one, new Unreadable(`it throws while it is loaded: ${describeError(error, code, filename)}`)];
      }
    }),
  );
}

/** Shared modules come from this program, by their path or by the package's name; packages come from the project. */
function requireFor(project: string): (specifier: string) => unknown {
  const { name } = readJson<{ name: string }>(path.join(PACKAGE, "package.json"));
  const shared = new Map(
    Object.entries(SHARED).flatMap(([folder, exports]) => [
      [path.join(PACKAGE, folder, "index.ts"), exports],
      [`${name}/${folder}`, exports],
    ]),
  );
  const other = createRequire(path.join(project, "cdktf.json"));
  return (specifier) =>
    shared.get(specifier) ?? shared.get(path.resolve(project, specifier)) ?? (other(specifier) as unknown);
}

/** An error with its place in the TypeScript file. */
function describeError(error: unknown, code: string, filename: string): string {
  const message = String(error).split("\n")[0];
  const stack = String((error as { stack?: unknown } | null | undefined)?.stack);
  const inBundle = stack.split(`${filename}:`)[1];
  const map = /sourceMappingURL=data:application\/json;base64,(\S+)/.exec(code)?.[1];
  if (inBundle === undefined || map === undefined) return message;
  const [line, column] = inBundle.split(/[:)\s]/).map(Number);
  const place = new SourceMap(JSON.parse(Buffer.from(map, "base64").toString()) as SourceMapPayload).findEntry(
    line - 1,
    column - 1,
  );
  return "originalSource" in place ? `${message} (${place.originalSource}:${place.originalLine + 1})` : message;
}

/**
 * The program in the package of this platform, as commands/run.mjs finds it: esbuild's JavaScript takes longer to load than
 * the program takes to run.
 */
function findEsbuild(project: string): string {
  const program = "esbuild/bin/esbuild";
  for (const name of [`@esbuild/${process.platform}-${process.arch}/bin/esbuild`, program]) {
    for (const root of [project, PACKAGE]) {
      const file = path.join(root, "node_modules", name);
      if (existsSync(file)) return file;
    }
  }
  return program;
}
