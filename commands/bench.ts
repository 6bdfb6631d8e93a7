/**
 * `npm run bench`: the figures that this project promises, measured. Prints ONE JSON object on standard output; what it is doing goes to
 * standard error.
 */
import { Command, InvalidArgumentError } from "commander";
import * as fs from "node:fs";
import * as path from "node:path";
import { Failure, runCommand } from "../tools/failure";
import { Measured, measureNode, median } from "../tools/measure";
import { run } from "../tools/process";
import { dist, emptyDist, PACKAGE, PROJECT, readJson, writeJson } from "../tools/project";
import type { StartResult } from "./start/summary";

/** What `npm run bench` prints. */
interface Figures {
  readonly node: string;
  readonly synthesis: {
    /** All stacks of production, as cdktf.json starts them. */
    readonly seconds: number;
    readonly peakMemoryMegabytes: number;
    /** An app with one empty stack, as plain compiled JavaScript: what cdktf itself costs. */
    readonly emptyAppSeconds: number;
    readonly emptyAppPeakMemoryMegabytes: number;
    /** How many times the empty app: median of runs in turn. */
    readonly ratio: number;
    readonly runs: number;
  };
  /** As `npm test` makes it: from nothing, and again with what the one before left in build/. */
  readonly typeCheck: { readonly firstSeconds: number; readonly nextSeconds: number };
  readonly unitTests: { readonly seconds: number; readonly passed: number };
  readonly start: StartFigures | null;
}

interface StartFigures {
  readonly seconds: number;
  readonly resources: number;
  readonly peakMemoryMegabytes: StartResult["peakMemoryMegabytes"];
}

const EMPTY_APP = `const { App, TerraformStack } = require("cdktf");
const app = new App();
new TerraformStack(app, "empty");
app.synth();
`;

function say(message: string): void {
  console.error(message);
}

/** Two programs in turn, so that what else the machine does hits both alike. */
async function measureSynthesis(runs: number): Promise<Figures["synthesis"]> {
  const directory = emptyDist("bench");
  const empty = path.join(directory, "empty.js");
  fs.writeFileSync(empty, EMPTY_APP);
  const { app } = readJson<{ app: string }>(path.join(PROJECT, "cdktf.json"));
  const [program, ...started] = app.split(" ");
  if (program !== "node")
    throw new Failure(`cdktf.json starts the app with '${program}'; this measures a Node program.`);
  const samples: { empty: Measured; ours: Measured }[] = [];
  for (let index = 0; index <= runs; index++) {
    const env = { ENVIRONMENT: "production", CDKTF_CONTEXT_JSON: "{}" };
    const sample = {
      empty: await measureNode([empty], { ...env, CDKTF_OUTDIR: path.join(directory, "empty") }),
      ours: await measureNode(started, { ...env, CDKTF_OUTDIR: path.join(directory, "ours") }),
    };
    if (index > 0) samples.push(sample); // the first fills the caches of the disk
  }
  const seconds = (kind: "empty" | "ours") => median(samples.map((sample) => sample[kind].seconds));
  const megabytes = (kind: "empty" | "ours") => Math.round(median(samples.map((sample) => sample[kind].megabytes)));
  return {
    seconds: round(seconds("ours")),
    peakMemoryMegabytes: megabytes("ours"),
    emptyAppSeconds: round(seconds("empty")),
    emptyAppPeakMemoryMegabytes: megabytes("empty"),
    ratio: round(median(samples.map(({ ours, empty: floor }) => ours.seconds / floor.seconds))),
    runs,
  };
}

async function measureTypeCheck(): Promise<Figures["typeCheck"]> {
  const tsc = path.join(PROJECT, "node_modules", "typescript", "bin", "tsc");
  const args = [tsc, "--noEmit", "--tsBuildInfoFile", dist("bench", "tsconfig.tsbuildinfo")];
  const { seconds: first } = await measureNode(args);
  const { seconds: next } = await measureNode(args);
  return { firstSeconds: round(first), nextSeconds: round(next) };
}

async function measureUnitTests(): Promise<Figures["unitTests"]> {
  const report = dist("bench", "jest.json");
  const jest = path.join(PROJECT, "node_modules", "jest", "bin", "jest.js");
  const { seconds } = await measureNode([jest, "--selectProjects", "unit", "--json", `--outputFile=${report}`]);
  return { seconds: round(seconds), passed: readJson<{ numPassedTests: number }>(report).numPassedTests };
}

/** The last `npm start`, or one made now; null when there was none. */
async function startFigures(makeOne: boolean): Promise<StartFigures | null> {
  const file = dist("start", "result.json");
  if (makeOne) {
    const script = path.join(PACKAGE, "commands", "run.mjs");
    const env = { ENVIRONMENT: "production" };
    const { status, stdout, stderr } = await run(process.execPath, [script, "commands/start.ts"], { env });
    if (status !== 0) throw new Failure(`npm start failed:\n${stdout}${stderr}`);
  }
  if (!fs.existsSync(file)) return null;
  const { seconds, stacks, peakMemoryMegabytes } = readJson<StartResult>(file);
  return { seconds, resources: stacks.reduce((sum, { built }) => sum + built.length, 0), peakMemoryMegabytes };
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}

function runsOption(text: string): number {
  const runs = Number(text);
  if (Number.isInteger(runs) && runs >= 1) return runs;
  throw new InvalidArgumentError("must be a whole number, at least 1.");
}

async function main(): Promise<boolean> {
  const { start, runs } = new Command("npm run bench --")
    .description("Measures synthesis, type check and unit tests, and prints one JSON object.")
    .option("--start", "run `npm start` now instead of reading the figures of the last one")
    .option("--runs <number>", "number of synthesis runs", runsOption, 7)
    .parse()
    .opts<{ start?: boolean; runs: number }>();
  say(`synthesis, ${runs} times, alternating with an empty app ...`);
  const synthesis = await measureSynthesis(runs);
  say("type check ...");
  const typeCheck = await measureTypeCheck();
  say("unit tests ...");
  const unitTests = await measureUnitTests();
  if (start) say("npm start ...");
  const figures: Figures = {
    node: process.versions.node,
    synthesis,
    typeCheck,
    unitTests,
    start: await startFigures(start === true),
  };
  writeJson(dist("bench", "figures.json"), figures);
  console.log(JSON.stringify(figures, undefined, 2));
  return true;
}

runCommand(main);
