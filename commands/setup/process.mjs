import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const LAST_LINES = 15;

/** Runs a program that answers at once; the status is null when it could not be started or did not end in time. */
export function ask(file, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(file, args, { encoding: "utf8", timeout: 60_000, ...options });
  return { status: error ? null : status, stdout: stdout ?? "", stderr: error ? error.message : stderr };
}

/** Runs a program that takes its time. What it prints goes to a log file, and is given back with the status. */
export async function runLogged(file, args, { log, ...options }) {
  fs.mkdirSync(path.dirname(log), { recursive: true });
  const output = fs.openSync(log, "a");
  const start = fs.fstatSync(output).size;
  try {
    const status = await new Promise((resolve) => {
      const child = spawn(file, args, { stdio: ["ignore", output, output], ...options });
      child.on("error", (error) => {
        fs.writeSync(output, `${error.message}\n`);
        resolve(null);
      });
      child.on("exit", (code) => resolve(code));
    });
    const printed = fs.readFileSync(log).subarray(start).toString().trimEnd().split("\n");
    return { status, lines: printed, lastLines: printed.slice(-LAST_LINES).join("\n") };
  } finally {
    fs.closeSync(output);
  }
}
