import * as fs from "node:fs";
import * as path from "node:path";
import { Failure } from "./failure";
import { run, RunResult } from "./process";
import { Environment, PACKAGE, readJson } from "./project";
import { Diagnostic, formatDiagnostics, parseEvent, TerraformEvent } from "./terraform-events";
import { terraformEnvironment, tool } from "./programs";

/** How the runs in one working folder are made. */
export interface TerraformOptions {
  /** What reaches the AWS endpoint: an emulator's `env`. Without it a run can validate and test, not plan. */
  readonly env?: Environment;
  /** Whether plans take the lock of the state; true unless told. A role that only reads cannot. */
  readonly lock?: boolean;
  /** The limit for one run; 20 minutes unless told. */
  readonly timeoutSeconds?: number;
  /** A file to which all output is appended. */
  readonly log?: string;
  /** Called with the process number of each run, for those who measure it. */
  readonly onStart?: (pid: number) => void;
}

/** An output of a root. */
export interface Output {
  readonly value?: unknown;
  readonly sensitive: boolean;
}

/** What a plan wants to change. */
export interface PlannedChange {
  readonly address: string;
  readonly action: string;
}

/** A run of Terraform failed; the message holds its diagnostics as a whole. */
export class TerraformError extends Failure {
  constructor(
    what: string,
    readonly diagnostics: readonly Diagnostic[],
    output: string,
  ) {
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    super(`${what}\n\n${errors.length > 0 ? formatDiagnostics(errors) : output.trim()}`);
  }
}

type EventHandler = (event: TerraformEvent) => void;

const PARALLELISM = 20;

/** Terraform in one working folder: the real program, without a question and with its answers as data. */
export class Terraform {
  constructor(
    readonly directory: string,
    private readonly options: TerraformOptions = {},
  ) {}

  /** Prepares the folder: modules, backend, provider. */
  async init(...flags: string[]): Promise<void> {
    const result = await this.run(["init", "-input=false", "-no-color", ...flags]);
    if (result.status !== 0) throw this.failure("init", result, []);
  }

  /** The errors and warnings of the configuration. */
  async validate(): Promise<readonly Diagnostic[]> {
    const result = await this.run(["validate", "-json"]);
    const answer = jsonIn<{ diagnostics?: Diagnostic[] }>(result.stdout);
    if (!answer) throw this.failure("validate", result, []);
    return answer.diagnostics ?? [];
  }

  /** What a plan would change; empty when the configuration and the world agree. Writes the plan to a file where one is named. */
  async plan(planFile?: string): Promise<readonly PlannedChange[]> {
    const changes: PlannedChange[] = [];
    const lock = this.options.lock === false ? ["-lock=false"] : [];
    const flags = ["-detailed-exitcode", ...lock, ...(planFile ? [`-out=${planFile}`] : [])];
    await this.stream("plan", flags, [0, 2], (event) => {
      if (event.type === "planned_change" && event.change) {
        changes.push({ address: event.change.resource.addr, action: event.change.action });
      }
      for (const [name, { action }] of event.type === "outputs" ? Object.entries(event.outputs ?? {}) : []) {
        if (action && action !== "noop") changes.push({ address: `output.${name}`, action });
      }
    });
    return changes;
  }

  /** Makes it so, all or the targets and what they need, and tells each event on the way. */
  async apply(onEvent?: EventHandler, planFile?: string, targets: readonly string[] = []): Promise<void> {
    const only = targets.map((address) => `-target=${address}`);
    await this.stream("apply", ["-auto-approve", ...only, ...(planFile ? [planFile] : [])], [0], onEvent);
  }

  /** Removes all of it. */
  async destroy(onEvent?: EventHandler): Promise<void> {
    await this.stream("destroy", ["-auto-approve"], [0], onEvent);
  }

  /** The outputs as the state has them, those that are sensitive included. */
  async outputs(): Promise<Record<string, Output>> {
    return this.json(["output", "-json"]);
  }

  /** A plan file as data. */
  async showPlan<T>(planFile: string): Promise<T> {
    return this.json(["show", "-json", planFile]);
  }

  /** Runs any subcommand and gives back how it ended, failed or not. */
  run(args: readonly string[], onLine?: (line: string) => void): Promise<RunResult> {
    const { env, timeoutSeconds = 1200, log, onStart } = this.options;
    const environment = { ...terraformEnvironment(), ...env };
    return run(tool("terraform").path, args, {
      cwd: this.directory,
      env: environment,
      timeoutSeconds,
      log,
      onStart,
      onLine,
    });
  }

  private async json<T>(args: string[]): Promise<T> {
    const result = await this.run(args);
    const answer = jsonIn<T>(result.stdout);
    if (result.status !== 0 || answer === undefined) throw this.failure(args[0] ?? "", result, []);
    return answer;
  }

  private async stream(
    command: string,
    flags: string[],
    good: readonly number[],
    onEvent?: EventHandler,
  ): Promise<void> {
    const diagnostics: Diagnostic[] = [];
    const other: string[] = [];
    const args = [command, "-json", "-input=false", `-parallelism=${PARALLELISM}`, ...flags];
    const result = await this.run(args, (line) => {
      const event = parseEvent(line);
      if (!event) return void other.push(line);
      if (event.diagnostic) diagnostics.push(event.diagnostic);
      onEvent?.(event);
    });
    if (result.status !== null && good.includes(result.status)) return;
    throw this.failure(command, { ...result, stdout: other.join("\n") }, diagnostics);
  }

  private failure(command: string, result: RunResult, diagnostics: readonly Diagnostic[]): TerraformError {
    const { timeoutSeconds = 1200 } = this.options;
    const end = result.timedOut ? `was stopped after ${timeoutSeconds} s` : `failed (exit status ${result.status})`;
    const place = path.basename(this.directory);
    return new TerraformError(
      `terraform ${command} of ${place} ${end}:`,
      diagnostics,
      `${result.stdout}\n${result.stderr}`,
    );
  }
}

/**
 * Pins the provider in a folder to the version that everything here is tested with. A published module accepts a range,
 * of which Terraform would take the newest.
 */
export function pinProvider(directory: string): void {
  fs.writeFileSync(path.join(directory, LOCK_FILE), lockOf(testedProvider()));
}

/**
 * Pins it in the folder of each stack that was synthesized, without hashes: `terraform init` adds those of what it installs, from
 * wherever Terraform's settings say. Without such a file cdktf 0.21 types `terraform providers lock`, which asks the registry
 * even where the settings name a mirror (cdktf-cli, CdktfStack.checkNeedsLockfileUpdate). A file of that version stays.
 *
 * @param outdir of the app, such as `cdktf.out`
 */
export function pinStacks(outdir: string): void {
  const version = testedProvider();
  for (const stack of fs.readdirSync(path.join(outdir, "stacks"))) {
    const file = path.join(outdir, "stacks", stack, LOCK_FILE);
    const isPinned = fs.existsSync(file) && new RegExp(`version += "${version}"`).test(fs.readFileSync(file, "utf8"));
    if (!isPinned) fs.writeFileSync(file, lockOf(version, version));
  }
}

const LOCK_FILE = ".terraform.lock.hcl";

/** Version of the AWS provider that everything here is tested with. */
export const testedProvider = (): string =>
  readJson<{ awsProvider: string }>(path.join(PACKAGE, "commands", "setup", "versions.json")).awsProvider;

const lockOf = (version: string, constraints?: string): string =>
  [
    'provider "registry.terraform.io/hashicorp/aws" {',
    `  version     = "${version}"`,
    ...(constraints === undefined ? [] : [`  constraints = "${constraints}"`]),
    "}",
    "",
  ].join("\n");

/** The JSON in an answer that may have warnings around it. */
function jsonIn<T>(output: string): T | undefined {
  try {
    return JSON.parse(output.slice(output.indexOf("{"), output.lastIndexOf("}") + 1)) as T;
  } catch {
    return undefined;
  }
}
