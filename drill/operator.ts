import * as path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { RunResult, run } from "../tools/process";
import { Environment } from "../tools/project";
import { terraformEnvironment, tool } from "../tools/programs";
import { writeAwsCommand } from "../tools/aws";
import { SignIn, Typist } from "../tools/sign-in";
import { BareMachine } from "./bare-machine";
import { Checkout } from "./checkout";
import { Timeline } from "./timeline";

/** Where and how commands are typed. */
export interface OperatorConfig {
  readonly checkout: Checkout;
  readonly timeline: Timeline;
  /** The environment whose stacks the commands are about. */
  readonly environment: string;
  /** Gives each role what its commands need to be asked as that role. */
  readonly signIn: SignIn;
  /** A file that all output goes to. */
  readonly log: string;
}

/** How one command is typed. */
export interface TypeOptions {
  /** Called with the process number, for those who may have to stop it. */
  readonly onStart?: (pid: number) => void;
  readonly timeoutSeconds?: number;
  /** Whether what Terraform finishes is told as it happens. True by default. */
  readonly isTold?: boolean;
  /** Where it is typed, if not in the checkout. */
  readonly on?: BareMachine;
}

/** Takes longer than this: worth a line of its own. */
const WORTH_TELLING_SECONDS = 10;

/** Types commands as a person does: in a shell, in the checkout, with nothing but the runbook. */
export class Operator {
  private readonly bin: string;
  /** All that was typed, as it stands in the runbook. */
  readonly typed: string[] = [];

  constructor(private readonly config: OperatorConfig) {
    this.bin = config.checkout.path("build", "bin");
    writeAwsCommand(this.bin);
  }

  /** Types a command as a role and waits for its end, whether it is good or not. */
  async type(command: string, role: Typist, options: TypeOptions = {}): Promise<RunResult> {
    const { timeline, checkout, log, signIn } = this.config;
    this.typed.push(command);
    timeline.say(`${signIn.typist(role)}$ ${command}`);
    const session = await signIn.as(role, sessionOf(command));
    const how = {
      log,
      timeoutSeconds: options.timeoutSeconds ?? 1200,
      onStart: options.onStart,
      onLine: options.isTold === false ? undefined : (line: string) => this.tell(line),
    };
    const result = options.on
      ? await options.on.type(command, session, how)
      : await run("sh", ["-c", command], { ...how, cwd: checkout.directory, env: { ...session, ...this.env } });
    timeline.say(`  ended with ${result.status ?? "a signal"} after ${result.seconds.toFixed(0)} s`);
    return result;
  }

  /** What each command has in its environment, whoever types it. */
  private get env(): Environment {
    const { environment, checkout } = this.config;
    const folders = [
      this.bin,
      checkout.path("node_modules", ".bin"),
      path.dirname(tool("terraform").path),
      process.env.PATH,
    ];
    return {
      ...terraformEnvironment(),
      PATH: folders.join(path.delimiter),
      CHECKPOINT_DISABLE: "1",
      CI: "true",
      ENVIRONMENT: environment,
    };
  }

  private tell(line: string): void {
    const told = milestone(line);
    if (told !== undefined) this.config.timeline.say(`  ${told}`);
  }
}

/** What a command is about, as AWS records it beside the role: `cdktf-deploy-dr`, `aws-rds-copy-db-snapshot`. */
export const sessionOf = (command: string): string =>
  command
    .replace(/^npx /, "")
    .split(" ")
    .filter((word, i, words) => i === 0 || (!word.startsWith("-") && !(words[i - 1] ?? "").startsWith("--")))
    .join("-");

/** What a plan came to, in Terraform's words, colours or not. */
export const planSummary = (output: string): string =>
  /No changes\.|Plan: [^.]*\./.exec(stripVTControlCharacters(output))?.[0] ?? "neither said";

/**
 * What a plan is about to do with each resource, in one order: by Terraform's output or by cdktf's, which puts the construct's path
 * behind an address.
 */
export function plannedIn(output: string): string[] {
  const lines = stripVTControlCharacters(output).matchAll(
    /# (\S+)(?: \([^)\n]*\))?(\[\S+\])? (will be \w+|must be replaced)/g,
  );
  const planned = [...lines].map(([, address, key = "", action]) => `${address}${key} ${action}`);
  return planned.filter((line) => !line.startsWith("data.")).sort();
}

/** What of Terraform's progress a person wants to know: what took long, how much there is to do, and what failed. */
export function milestone(line: string): string | undefined {
  const plain = stripVTControlCharacters(line).trim();
  const done =
    /^\S+\s+(\S+): ((?:Creation|Modifications|Destruction|Import) complete)(?: after (?:(\d+)m)?(\d+)s)?/.exec(plain);
  if (done) {
    const [, address, what, minutes = "0", seconds = "0"] = done;
    const taken = Number(minutes) * 60 + Number(seconds);
    return taken >= WORTH_TELLING_SECONDS ? `${address}: ${what.toLowerCase()} after ${taken} s` : undefined;
  }
  const summary = /(Plan: .*|No changes\..*|(?:Apply|Destroy) complete!.*|Error: .*)$/.exec(plain);
  return summary?.[1];
}
