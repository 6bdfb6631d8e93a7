import * as fs from "node:fs";
import * as path from "node:path";
import { Failure } from "./failure";
import { run } from "./process";
import { PROJECT, readJson } from "./project";

/** A stack that was synthesized. */
export interface SynthesizedStack {
  readonly name: string;
  /** The working folder for Terraform. */
  readonly directory: string;
  /** What the constructs let pass but warn of, each with the construct's path: cdktf's own commands show them too. */
  readonly warnings: readonly string[];
}

interface Manifest {
  readonly stacks: Record<string, ManifestStack>;
}

interface ManifestStack {
  readonly synthesizedStackPath: string;
  readonly annotations?: readonly {
    readonly constructPath: string;
    readonly level: string;
    readonly message: string;
  }[];
}

/** What cdktf.json says of the app: how it is started, and what it is handed. */
interface CdktfJson {
  readonly app: string;
  readonly context?: unknown;
}

const WARNING = "@cdktf/warn";

/**
 * Synthesizes all stacks of an environment as cdktf.json starts the app, into a folder of our own: the user's cdktf.out is not ours.
 *
 * @param project folder of the project, where it is another than this one
 */
export async function synthesize(
  environment: string,
  outdir: string,
  onStart?: (pid: number) => void,
  project = PROJECT,
): Promise<readonly SynthesizedStack[]> {
  fs.rmSync(outdir, { recursive: true, force: true });
  const { app, context = {} } = readJson<CdktfJson>(path.join(project, "cdktf.json"));
  const [program, ...args] = app.split(" ");
  const result = await run(program === "node" ? process.execPath : program, args, {
    cwd: project,
    env: { ENVIRONMENT: environment, CDKTF_OUTDIR: outdir, CDKTF_CONTEXT_JSON: JSON.stringify(context) },
    timeoutSeconds: 120,
    onStart,
  });
  if (result.status !== 0) {
    throw new Failure(`Synthesis of ${environment} failed:\n\n${`${result.stderr}\n${result.stdout}`.trim()}`);
  }
  const { stacks } = readJson<Manifest>(path.join(outdir, "manifest.json"));
  return Object.entries(stacks).map(([name, { synthesizedStackPath, annotations = [] }]) => ({
    name,
    directory: path.dirname(path.resolve(outdir, synthesizedStackPath)),
    warnings: annotations
      .filter(({ level }) => level === WARNING)
      .map(({ constructPath, message }) => `${constructPath}: ${message}`),
  }));
}

/** From the address of each resource of a stack to the id of the module, or other construct of the stack, that made it. */
export function modulesOf(stack: SynthesizedStack): ReadonlyMap<string, string> {
  type Resources = Record<string, Record<string, { "//"?: { metadata?: { path?: string } } }>>;
  const { resource = {} } = readJson<{ resource?: Resources }>(path.join(stack.directory, "cdk.tf.json"));
  const modules = new Map<string, string>();
  for (const [type, named] of Object.entries(resource)) {
    for (const [name, body] of Object.entries(named)) {
      modules.set(`${type}.${name}`, body["//"]?.metadata?.path?.split("/")[1] ?? stack.name);
    }
  }
  return modules;
}

/** An address without the keys of its instances: what the configuration calls the resource. */
export function withoutKeys(address: string): string {
  return address.replace(/\["(?:[^"\\]|\\.)*"\]|\[\d+\]/g, "");
}
