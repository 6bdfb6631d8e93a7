import * as fs from "node:fs";
import * as path from "node:path";
import { Failure } from "./failure";
import { run } from "./process";
import { dist, Environment } from "./project";

/** What a program took. */
export interface Measured {
  readonly seconds: number;
  /** The most memory that it had at any time. */
  readonly megabytes: number;
}

/** Loaded into the program itself, because Node tells the peak of its own memory and not that of its children. */
const REPORTER = `
const fs = require("node:fs");
process.on("exit", () => fs.writeFileSync(process.env.HOLDFAST_PEAK_FILE, String(process.resourceUsage().maxRSS / 1024)));
`;

/** Runs a Node program to its end and measures it. @throws Failure when the program fails */
export async function measureNode(args: readonly string[], env: Environment = {}): Promise<Measured> {
  const reporter = dist("measure", `reporter.${process.pid}.cjs`);
  const peak = dist("measure", `peak.${process.pid}.txt`);
  fs.mkdirSync(path.dirname(reporter), { recursive: true });
  fs.writeFileSync(reporter, REPORTER);
  const result = await run(process.execPath, ["--require", reporter, ...args], {
    env: { ...env, HOLDFAST_PEAK_FILE: peak },
  });
  if (result.status !== 0) throw new Failure(`node ${args.join(" ")} failed:\n${result.stdout}${result.stderr}`);
  return { seconds: result.seconds, megabytes: Number(fs.readFileSync(peak, "utf8")) };
}

/** The middle of some values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const low = sorted[Math.ceil(sorted.length / 2) - 1];
  const high = sorted[Math.floor(sorted.length / 2)];
  if (low === undefined || high === undefined) throw new Error("no values to take the middle of");
  return (low + high) / 2;
}
