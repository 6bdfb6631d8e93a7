import { ChildProcess, spawn } from "node:child_process";
import * as fs from "node:fs";
import { createInterface } from "node:readline";
import { Environment, PROJECT } from "./project";

/** How a program is run. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Environment;
  /** After this the program and all it started are killed; 30 minutes unless told. */
  readonly timeoutSeconds?: number;
  /** Called with each line of standard output as it comes. */
  readonly onLine?: (line: string) => void;
  /** A file to which all output is appended as it comes. */
  readonly log?: string;
  /** Called with the process's number once it runs, for those who measure it. */
  readonly onStart?: (pid: number) => void;
}

/** How a program ended. */
export interface RunResult {
  /** The exit status; null when a signal or the time limit ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
  readonly timedOut: boolean;
}

const running = new Set<ChildProcess>();
let isWatching = false;

/**
 * Runs a program to its end. It gets a process group of its own: Terraform starts providers, npm starts shells, and when
 * we stop they all have to, at once; a Ctrl-C must not reach them past us. Never throws for a failing program.
 */
export async function run(file: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  watchSignals();
  const start = performance.now();
  const child = spawn(file, args, {
    cwd: options.cwd ?? PROJECT,
    env: { ...process.env, ...options.env },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  if (child.pid !== undefined) options.onStart?.(child.pid);

  const output = { stdout: "", stderr: "" };
  const log = options.log === undefined ? undefined : fs.createWriteStream(options.log, { flags: "a" });
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      output[name] += text;
      log?.write(text);
    });
  }
  if (options.onLine) createInterface({ input: child.stdout }).on("line", options.onLine);

  let timedOut = false;
  const limit = setTimeout(
    () => {
      timedOut = true;
      killGroup(child);
    },
    (options.timeoutSeconds ?? 1800) * 1000,
  );

  const status = await new Promise<number | null>((resolve) => {
    child.on("error", (error) => {
      output.stderr += `${error.message}\n`;
      resolve(null);
    });
    child.on("close", (code) => resolve(code));
  });
  clearTimeout(limit);
  running.delete(child);
  log?.end();
  return { status, ...output, seconds: (performance.now() - start) / 1000, timedOut };
}

/** Kills what still runs, with all that it started. What we deploy to is thrown away as well, so nothing is worth waiting for. */
export function killAll(): void {
  for (const child of running) killGroup(child);
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  } catch {
    // it ended by itself
  }
}

function watchSignals(): void {
  if (isWatching) return;
  isWatching = true;
  process.on("exit", killAll);
  for (const [signal, number] of [
    ["SIGINT", 2],
    ["SIGTERM", 15],
    ["SIGHUP", 1],
  ] as const) {
    process.on(signal, () => process.exit(128 + number));
  }
}
