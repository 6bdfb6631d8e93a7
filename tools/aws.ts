/**
 * How the drill asks AWS: through boto3, which the emulator's Python has anyway. So the machine needs no AWS CLI and no
 * SDK, and the commands of the runbook are run as they stand there.
 */
import { ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { createInterface } from "node:readline";
import { Failure } from "./failure";
import { Environment, PACKAGE } from "./project";
import { tool } from "./programs";

const PROGRAM = path.join(PACKAGE, "tools", "aws.py");

/** One question. */
export interface Question {
  /** botocore's names: `rds`, `DescribeDBInstances`. */
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  readonly parameters?: object;
  /** `states`: names are spelled as a task of Step Functions spells them. */
  readonly spelling?: "states";
}

/** AWS refused a question. */
export class AwsError extends Failure {
  constructor(
    { operation, region }: Question,
    /** AWS's code, such as `DBInstanceNotFound`. */
    readonly code: string,
    message: string,
  ) {
    super(`${operation} in ${region}: ${message}`);
  }
}

interface Reply {
  readonly id: number;
  readonly output?: unknown;
  readonly error?: string;
  readonly message?: string;
}

/** A client of all of AWS's services, which lives as long as it is needed. */
export class Aws {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly waiting = new Map<number, (reply: Reply) => void>();
  private asked = 0;
  private lastError = "";

  /** @param env what leads to the emulator */
  constructor(env: Environment) {
    this.child = spawn(tool("python").path, [PROGRAM, "--serve"], { env: { ...process.env, ...env }, stdio: "pipe" });
    createInterface({ input: this.child.stdout }).on("line", (line) => this.take(JSON.parse(line) as Reply));
    this.child.stderr.setEncoding("utf8").on("data", (text: string) => (this.lastError = text));
    this.child.stdin.on("error", () => undefined); // it ended: said to those who wait
    this.child.on("exit", () => this.failAll());
  }

  /**
   * Asks, and waits for the answer.
   * @throws AwsError when AWS refuses
   */
  async ask<T>(question: Question): Promise<T> {
    const id = (this.asked += 1);
    const reply = await new Promise<Reply>((resolve) => {
      this.waiting.set(id, resolve);
      this.child.stdin.write(`${JSON.stringify({ id, parameters: {}, ...question })}\n`);
    });
    if (reply.error !== undefined) throw new AwsError(question, reply.error, reply.message ?? "");
    return reply.output as T;
  }

  /** Ends it. */
  close(): void {
    this.child.removeAllListeners("exit");
    this.child.kill();
  }

  private take(reply: Reply): void {
    this.waiting.get(reply.id)?.(reply);
    this.waiting.delete(reply.id);
  }

  private failAll(): void {
    for (const id of [...this.waiting.keys()]) this.take({ id, error: "ClientEnded", message: this.lastError });
  }
}

/** Puts an `aws` into a folder, for the PATH of those commands that an operator types. */
export function writeAwsCommand(folder: string): void {
  fs.mkdirSync(folder, { recursive: true });
  const program = `#!/bin/sh\nexec '${tool("python").path}' '${PROGRAM}' "$@"\n`;
  fs.writeFileSync(path.join(folder, "aws"), program, { mode: 0o755 });
}
