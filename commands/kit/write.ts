import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { Environment } from "../../environments/definition";
import { environmentLabel } from "../../environments/definition/names/file";
import { KIT_CHECKSUMS } from "../../environments/definition/names/kit";
import { runbookCommands } from "../../drill/commands";
import { PACKAGE, dist, emptyDist, writeJson } from "../../tools/project";
import { synthesize } from "../../tools/synthesis";
import { testedProvider } from "../../tools/terraform";
import { runbookPage } from "../runbook/page";
import { library } from "./library";
import { kitPage } from "./page";
import { Missing } from "./platforms";
import { carryProvider, lockProvider } from "./provider";
import { RESTORE_TEST, RESUME, stepsOf } from "./steps";
import { GivenTerraform } from "./terraform";

/** What is wanted in a kit. */
export interface KitOrder {
  readonly environment: Environment;
  readonly platforms: readonly string[];
  /** Terraform itself, for as many platforms as somebody has downloaded. */
  readonly terraform: readonly GivenTerraform[];
  /** Commit of the checkout; undefined without Git. */
  readonly commit: string | undefined;
  /** When it is made. */
  readonly at: Date;
}

/** A kit that was written. */
export interface Kit {
  readonly folder: string;
  readonly missing: readonly Missing[];
  /** Checksums of its files, by their paths in it. */
  readonly files: ReadonlyMap<string, string>;
}

/** `kit.json`: other programs read it, so that names are added and never changed. */
export interface KitManifest {
  readonly schema: 1;
  readonly application: string;
  readonly environment: string;
  readonly region: string;
  /** Commit that it was made from, with `-dirty` behind it where files differed; null without Git. */
  readonly commit: string | null;
  readonly madeAt: string;
  readonly provider: { readonly version: string; readonly platforms: readonly string[] };
  /** Terraform itself, by platforms; empty where the machine must have it. */
  readonly terraform: Readonly<Record<string, { readonly version: string; readonly sha256: string }>>;
}

const STACKS = ["dr", "restore-test"];

/** What each run writes anew. Whatever else is in the folder stays: a state that is a file, for one. */
const WRITTEN = ["cdktf.out", "steps", "terraform", "kit.json", KIT_CHECKSUMS, "RUNBOOK.md", "RUNBOOK.html"];

/**
 * Writes the kit of an environment to `dist/kit/<environment>/`: all that a recovery needs on a machine that has nothing of this
 * project. It is written anew each time but for the provider, which is copied when it is another one.
 *
 * @throws Failure when there is a provider for none of the platforms, or the stacks cannot be synthesized
 */
export async function writeKit(order: KitOrder): Promise<Kit> {
  const { environment, platforms, terraform, commit, at } = order;
  const label = environmentLabel(environment.file);
  const folder = dist("kit", label);
  fs.mkdirSync(folder, { recursive: true });
  const providers = path.join(folder, "providers");
  const carried = await carryProvider(providers, platforms);
  for (const name of WRITTEN) fs.rmSync(path.join(folder, name), { recursive: true, force: true });
  if (carried.platforms.length > 0) {
    await writeStacks(environment, folder, await lockProvider(providers, carried.platforms));
    writeSteps(environment, folder, carried.platforms);
    await writeRunbook(environment, folder);
  }
  for (const { platform, program } of terraform) write(folder, `terraform/${platform}/terraform`, program, 0o755);
  writeJson(path.join(folder, "kit.json"), {
    schema: 1,
    application: environment.application,
    environment: label,
    region: environment.recovery?.region ?? "",
    commit: commit ?? null,
    madeAt: at.toISOString(),
    provider: { version: testedProvider(), platforms: carried.platforms },
    terraform: Object.fromEntries(
      terraform.map(({ platform, version, program }) => [
        platform,
        { version, sha256: createHash("sha256").update(program).digest("hex") },
      ]),
    ),
  } satisfies KitManifest);
  const files = await checksums(folder);
  write(folder, KIT_CHECKSUMS, [...files].map(([file, sum]) => `${sum}  ${file}\n`).join(""));
  return { folder, missing: carried.missing, files };
}

/** The stacks as a checkout has them, each with a lock. */
async function writeStacks(environment: Environment, folder: string, lock: string): Promise<void> {
  const outdir = emptyDist("kit-synthesis");
  const name = environment.file.replace(/^environments\/|\.ts$/g, "");
  for (const stack of await synthesize(name, outdir)) {
    if (!STACKS.includes(stack.name)) continue;
    const place = `cdktf.out/stacks/${stack.name}`;
    write(folder, `${place}/cdk.tf.json`, fs.readFileSync(path.join(stack.directory, "cdk.tf.json")));
    write(folder, `${place}/.terraform.lock.hcl`, lock);
  }
  fs.rmSync(outdir, { recursive: true });
}

function writeSteps(environment: Environment, folder: string, platforms: readonly string[]): void {
  const scripts = stepsOf(runbookCommands(environment)).map(({ script, text }) => [script, text] as const);
  for (const [script, text] of [...scripts, ["resume.sh", RESUME], ["restore-test.sh", RESTORE_TEST]] as const)
    write(folder, `steps/${script}`, text, 0o755);
  write(folder, "steps/lib.sh", library(environment, platforms));
  write(folder, "steps/terraform.rc", "# No settings: a kit takes the provider from its own folder.\n");
}

async function writeRunbook(environment: Environment, folder: string): Promise<void> {
  const page = kitPage(fs.readFileSync(path.join(PACKAGE, "dr", "RUNBOOK.md"), "utf8"), environment);
  write(folder, "RUNBOOK.md", page);
  write(folder, "RUNBOOK.html", await runbookPage(page));
}

function write(folder: string, file: string, content: string | Uint8Array, mode = 0o644): void {
  const target = path.join(folder, file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, content, { mode });
}

/** Of every file that a run writes; in their order, so that two runs write the same. */
async function checksums(folder: string): Promise<ReadonlyMap<string, string>> {
  const roots = [...WRITTEN, "providers"].filter(
    (name) => name !== KIT_CHECKSUMS && fs.existsSync(path.join(folder, name)),
  );
  const files = roots.flatMap((name) => filesIn(folder, name)).sort();
  const sums = new Map<string, string>();
  for (const file of files) sums.set(file, await checksum(path.join(folder, file)));
  return sums;
}

const filesIn = (folder: string, name: string): string[] =>
  fs.statSync(path.join(folder, name)).isDirectory()
    ? fs.readdirSync(path.join(folder, name)).flatMap((one) => filesIn(folder, `${name}/${one}`))
    : [name];

async function checksum(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of fs.createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(part as Buffer);
  return hash.digest("hex");
}
