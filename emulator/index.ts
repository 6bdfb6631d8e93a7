/**
 * The Node side of the emulator: starts the Python program, says how clients reach it, and never leaves it behind.
 */
import { ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import * as path from "node:path";
import { createInterface } from "node:readline";
import { Failure } from "../tools/failure";
import { Environment, PACKAGE, PROJECT } from "../tools/project";
import { tool } from "../tools/programs";
import { clientEnvironment } from "./client-environment";
import { control, EmulatorControl } from "./control";

export { clientEnvironment, EMULATOR_ENDPOINT } from "./client-environment";
export type { EmulatorControl, OutageOptions, RecordedRequest, ThrottleOptions } from "./control";

const START_SECONDS = 60;
const STOP_SECONDS = 3;

/** How an emulator is started. */
export interface EmulatorOptions {
  /** The port to listen on; a free one unless given. */
  readonly port?: number;
  /** A file that gets one JSON line for each request. */
  readonly log?: string;
  /** A file that gets one JSON line for each decision of IAM, so that another evaluator can judge the same. */
  readonly decisions?: string;
  /**
   * Whether IAM is enforced. True by default: a role may do what its policies allow; whoever has no key of a role or a
   * user, as `env` has none, is an administrator.
   */
  readonly authorization?: boolean;
  /** Whether requests that AWS's own service models do not allow are refused. True by default. */
  readonly modelChecks?: boolean;
  /** Public hosted zones that are there from the start: names by their IDs. */
  readonly hostedZones?: Readonly<Record<string, string>>;
  /** Called when the emulator ends although nobody stopped it, with the last lines that it printed. */
  readonly onUnexpectedEnd?: (lastLines: string) => void;
}

/** A running emulator. */
export interface Emulator extends EmulatorControl {
  readonly port: number;
  readonly pid: number;
  /** The version of moto below it. */
  readonly moto: string;
  /** What a client's environment needs to talk to it and to nothing else; undefined takes a variable away. */
  readonly env: Environment;
  /** Ends it; harmless when it has ended. */
  stop(): Promise<void>;
}

interface ReadyLine {
  readonly event: string;
  readonly port: number;
  readonly moto: string;
}

/**
 * Starts an emulator of its own, empty, and waits until it serves. It ends with our process in any case, even when that is
 * killed: its standard input is a pipe from us, and it stops at the end of that. A group of its own keeps Ctrl-C from
 * reaching it first, while its clients still run.
 * @throws Failure with what it printed, when it does not come up
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const args = ["-m", "holdfast_emulator", "--port", String(options.port ?? 0), "--stop-with-stdin"];
  if (options.log !== undefined) args.push("--log", options.log);
  if (options.decisions !== undefined) args.push("--decisions", options.decisions);
  if (options.authorization === false) args.push("--no-authorization");
  if (options.modelChecks === false) args.push("--no-model-checks");
  for (const [id, name] of Object.entries(options.hostedZones ?? {})) args.push("--hosted-zone", `${id}=${name}`);
  const child = spawn(tool("python").path, args, {
    cwd: PROJECT,
    env: { ...process.env, PYTHONPATH: path.join(PACKAGE, "emulator") },
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.on("error", () => undefined); // it ended before we closed the pipe
  const lastLines = keepLastLines(child);
  const ready = await waitUntilReady(child, lastLines);

  let isStopped = false;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  void ended.then(() => {
    if (!isStopped) options.onUnexpectedEnd?.(lastLines());
  });
  return {
    ...control(ready.port),
    port: ready.port,
    pid: child.pid as number,
    moto: ready.moto,
    env: clientEnvironment(ready.port),
    stop: async () => {
      isStopped = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.stdin.end();
      const limit = setTimeout(() => child.kill("SIGKILL"), STOP_SECONDS * 1000);
      await ended;
      clearTimeout(limit);
    },
  };
}

function keepLastLines(child: ChildProcessWithoutNullStreams): () => string {
  const lines: string[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => {
    lines.push(line);
    if (lines.length > 20) lines.shift();
  });
  return () => lines.join("\n");
}

function waitUntilReady(child: ChildProcessWithoutNullStreams, lastLines: () => string): Promise<ReadyLine> {
  return new Promise((resolve, reject) => {
    const fail = (what: string) => {
      clearTimeout(limit);
      child.kill("SIGKILL");
      // What it printed may still be on its way.
      setTimeout(() => reject(new Failure(`The emulator did not start: ${what}.\n${lastLines()}`.trimEnd())), 50);
    };
    const limit = setTimeout(() => fail(`no answer within ${START_SECONDS} s`), START_SECONDS * 1000);
    child.once("error", (error) => fail(error.message));
    child.once("exit", (status, signal) => fail(`it ended with ${signal ?? `exit status ${status}`}`));
    createInterface({ input: child.stdout }).once("line", (line) => {
      const ready = readyLine(line);
      if (!ready) return fail(`it said '${line}' instead of being ready`);
      clearTimeout(limit);
      child.removeAllListeners("exit");
      resolve(ready);
    });
  });
}

function readyLine(line: string): ReadyLine | undefined {
  try {
    const parsed = JSON.parse(line) as ReadyLine;
    return parsed.event === "ready" ? parsed : undefined;
  } catch {
    return undefined;
  }
}
