/**
 * Runs a TypeScript file: `node commands/run.mjs <file.ts> [arguments]`.
 *
 * cdktf starts main.ts this way, so each millisecond here is paid at every synthesis. Hence: esbuild's own binary instead
 * of its JavaScript API, the program in this very process (signals and exit codes need no forwarding), and line numbers
 * of errors translated when an error is printed, not for each module that is loaded (`--enable-source-maps` reads the
 * maps inside cdktf's files too: 45 ms).
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import module, { createRequire } from "node:module";
import path from "node:path";
import { PACKAGE, PROJECT } from "./setup/roots.mjs";

const cache = path.join(PROJECT, "build", "run");
const DAY = 24 * 60 * 60 * 1000;

/** Ends with one sentence, as every command of this project does. */
function fail(message) {
  console.error(message);
  process.exit(1);
}

/**
 * The program in the package of this platform; the one in the package `esbuild` itself is a slow detour over JavaScript where npm
 * was told not to run install scripts.
 */
function findEsbuild() {
  const programs = [PROJECT, PACKAGE].flatMap((root) => [
    path.join(root, "node_modules", "@esbuild", `${process.platform}-${process.arch}`, "bin", "esbuild"),
    path.join(root, "node_modules", "esbuild", "bin", "esbuild"),
  ]);
  return programs.find((file) => fs.existsSync(file)) ?? programs[0];
}

/**
 * One CommonJS file from the entry and what it imports by path; packages stay where they are. The bundle stands in the
 * project, where it finds them, and is told where the package is: see tools/project.ts.
 */
function bundle(entry, outfile, metafile) {
  const flags = ["--bundle", "--packages=external", "--platform=node", "--format=cjs", "--target=node20"];
  const maps = ["--sourcemap=inline", "--sources-content=false", "--log-level=warning"];
  const roots = `--define:HOLDFAST_PACKAGE=${JSON.stringify(PACKAGE)}`;
  const files = [`--outfile=${outfile}`, `--metafile=${metafile}`];
  const built = spawnSync(findEsbuild(), [entry, ...flags, ...maps, roots, ...files], {
    cwd: PACKAGE,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (built.error?.code === "ENOENT") fail("The npm packages are not installed: run `node commands/setup.mjs`.");
  if (built.error) throw built.error;
  if (built.status !== 0) process.exit(1);
}

/** Takes away what no run has used for a day. */
function removeOld() {
  for (const old of fs.readdirSync(cache)) {
    const stats = fs.statSync(path.join(cache, old), { throwIfNoEntry: false });
    if (stats && Date.now() - stats.mtimeMs > DAY) fs.rmSync(path.join(cache, old), { force: true });
  }
}

/** What tells that a file is as it was, or that a folder has the same modules: one more may take the place of another. */
function stampOf(name) {
  const stats = fs.statSync(name, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats ? `${stats.mtimeMs} ${stats.size}` : "gone";
  return fs
    .readdirSync(name)
    .filter((file) => /[.][a-z]*(?:ts|js|json)$/.test(file))
    .join(" ");
}

/**
 * The bundle of the last run where nothing that it was made from has changed since: making it again takes a fifth of a
 * synthesis.
 */
function lastBundle(record) {
  if (!fs.existsSync(findEsbuild())) return undefined; // the packages are gone, which newBundle says in a sentence
  try {
    const { file, stamps } = JSON.parse(fs.readFileSync(record, "utf8"));
    if (!Object.entries(stamps).every(([name, stamp]) => stampOf(name) === stamp)) return undefined;
    for (const used of [file, record]) fs.utimesSync(used, new Date(), new Date());
    return file;
  } catch {
    return undefined; // none yet, or one that somebody took away
  }
}

/** Makes the bundle, and notes what it was made from. Its name comes from its content: no run sees another one's, or half a file. */
function newBundle(name, entry, record) {
  fs.mkdirSync(cache, { recursive: true });
  removeOld();
  const begun = Date.now();
  const [code, inputs] = [`${record}.${process.pid}.cjs`, `${record}.${process.pid}`];
  bundle(entry, code, inputs);
  const file = path.join(cache, `${name}.${hash(fs.readFileSync(code))}.cjs`);
  fs.renameSync(code, file);
  const sources = Object.keys(JSON.parse(fs.readFileSync(inputs, "utf8")).inputs).map((one) =>
    path.resolve(PACKAGE, one),
  );
  fs.rmSync(inputs);
  const watched = [...new Set([...sources, ...sources.map((one) => path.dirname(one))])];
  // What changed while the bundle was made may be in it, or not.
  if (sources.some((one) => (fs.statSync(one, { throwIfNoEntry: false })?.mtimeMs ?? begun) >= begun)) return file;
  fs.writeFileSync(
    inputs,
    JSON.stringify({ file, stamps: Object.fromEntries(watched.map((one) => [one, stampOf(one)])) }),
  );
  fs.renameSync(inputs, record);
  return file;
}

/** What else a bundle hangs on: this file, and what npm was told to install. */
const versions = () =>
  ["commands/run.mjs", "package-lock.json", "tsconfig.json"].map((one) => stampOf(path.join(PACKAGE, one))).join(" ");

const hash = (content) => createHash("sha1").update(content).digest("hex").slice(0, 12);

/** The stack of an error with the places in the TypeScript files instead of those in the bundle. */
function readableStack(error, file) {
  const stack = error instanceof Error ? (error.stack ?? String(error)) : `Thrown: ${String(error)}`;
  const map = /sourceMappingURL=data:application\/json;base64,(\S+)/.exec(fs.readFileSync(file, "utf8"))?.[1];
  if (!map) return stack;
  const sourceMap = new module.SourceMap(JSON.parse(Buffer.from(map, "base64").toString()));
  const places = new RegExp(`${file.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}:(\\d+):(\\d+)`, "g");
  return stack.replace(places, (place, line, column) => {
    const { originalSource, originalLine, originalColumn } = sourceMap.findEntry(Number(line) - 1, Number(column) - 1);
    if (originalSource === undefined) return place;
    return `${path.resolve(path.dirname(file), originalSource)}:${originalLine + 1}:${originalColumn + 1}`;
  });
}

const [entry, ...rest] = process.argv.slice(2);
if (entry === undefined) fail("Usage: node commands/run.mjs <file.ts> [arguments]");
const source = path.resolve(entry);
if (!fs.existsSync(source)) fail(`There is no file ${entry}.`);

const name = path
  .relative(PACKAGE, source)
  .replace(/\.ts$/, "")
  .replace(/[^\w]+/g, "-");
const record = path.join(cache, `${name}.${hash(`${PACKAGE} ${source} ${versions()}`)}.json`);
const file = lastBundle(record) ?? newBundle(name, source, record);
process.argv = [process.argv[0], source, ...rest];
process.on("uncaughtException", (error) => {
  console.error(readableStack(error, file));
  process.exit(1);
});
module.enableCompileCache?.(path.join(PROJECT, "build", "compile-cache"));
createRequire(file)(file);
