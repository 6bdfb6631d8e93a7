import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { writeAwsCommand } from "../tools/aws";
import { RunOptions, RunResult, run } from "../tools/process";
import { Environment } from "../tools/project";
import { tool } from "../tools/programs";

/** What the steps of a kit may use beside Terraform and the AWS CLI: programs that POSIX names. */
const PROGRAMS = ["sh", "chmod", "dirname", "sed", "sleep", "uname"];

/**
 * A machine that has Terraform, the AWS CLI, a shell and a kit: no Node.js, npm or Git on PATH, and nothing in the environment but
 * what leads to AWS.
 */
export class BareMachine {
  private readonly bin: string;

  /**
   * @param folder for its programs
   * @param kit folder of the kit, in which everything is typed
   */
  constructor(
    folder: string,
    readonly kit: string,
  ) {
    this.bin = path.join(folder, "bin");
    writeAwsCommand(this.bin);
    fs.symlinkSync(tool("terraform").path, path.join(this.bin, "terraform"));
    for (const name of PROGRAMS) {
      const { stdout } = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
      fs.symlinkSync(stdout.trim(), path.join(this.bin, name));
    }
  }

  /** Types a line there, with nothing in the environment but PATH and these variables. */
  type(line: string, variables: Environment, options: RunOptions = {}): Promise<RunResult> {
    const nothing = Object.fromEntries(Object.keys(process.env).map((name) => [name, undefined]));
    const env = { ...nothing, ...variables, PATH: this.bin };
    return run(path.join(this.bin, "sh"), ["-c", line], { ...options, cwd: this.kit, env });
  }
}
