import * as path from "node:path";
import { Failure } from "./failure";
import { Environment, PROJECT, readJson } from "./project";

/** Terraform as `commands/setup.mjs` found it, and what our runs of it are told about providers. */
export interface TerraformTool {
  readonly path: string;
  readonly version: string;
  /** The value of TF_CLI_CONFIG_FILE for our runs; null leaves the user's. */
  readonly cliConfigFile: string | null;
  /** The value of TF_PLUGIN_CACHE_DIR for our runs; null leaves the user's. */
  readonly pluginCache: string | null;
  /** Folders and URLs that hold providers in place of the registry, as set-up found them or the user's configuration names them. */
  readonly mirrors: readonly string[];
}

/** The Python that runs the emulator. */
export interface PythonTool {
  readonly path: string;
  readonly version: string;
  readonly moto: string;
}

/** The programs of `npm run scan`. */
export interface ScannersTool {
  readonly checkov: string;
  readonly tflint: string;
}

/** The Python of `npm run tables`. */
export interface TablesTool {
  readonly python: string;
}

interface Tools {
  readonly terraform?: TerraformTool;
  readonly python?: PythonTool;
  readonly scanners?: ScannersTool;
  readonly tables?: TablesTool;
}

/** A tool that set-up found; the npm scripts run set-up first, so it is missing only when a command is started without them. */
export function tool<Name extends keyof Tools>(name: Name): NonNullable<Tools[Name]> {
  let tools: Tools = {};
  try {
    const choice = process.env.HOLDFAST_PYTHON || "auto";
    tools = readJson<Tools>(path.join(PROJECT, "build", choice === "auto" ? "tools.json" : `tools.${choice}.json`));
  } catch {
    // no set-up yet: said below
  }
  const found = tools[name];
  if (!found) throw new Failure(`No ${name} is set up yet: run \`node commands/setup.mjs ${name}\`.`);
  return found;
}

/** What each of our Terraform runs has in its environment: no questions, no calls home, the provider from where set-up says. */
export function terraformEnvironment(): Environment {
  const { cliConfigFile, pluginCache } = tool("terraform");
  const usersArguments = Object.keys(process.env).filter((name) => name.startsWith("TF_CLI_ARGS"));
  return {
    TF_IN_AUTOMATION: "1",
    TF_INPUT: "0",
    CHECKPOINT_DISABLE: "1",
    ...(cliConfigFile && { TF_CLI_CONFIG_FILE: cliConfigFile }),
    ...(pluginCache && { TF_PLUGIN_CACHE_DIR: pluginCache, TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: "1" }),
    // The user's own options of Terraform could change what a run does, or where it keeps its data.
    ...Object.fromEntries(usersArguments.map((name) => [name, undefined])),
    TF_DATA_DIR: undefined,
    TF_WORKSPACE: undefined,
    TF_LOG: undefined,
  };
}
