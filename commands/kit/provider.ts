/** The AWS provider for the kit: taken from the mirrors that are there, or from the registry, and locked by its checksums. */
import * as fs from "node:fs";
import * as path from "node:path";
import { Failure } from "../../tools/failure";
import { RunResult, run } from "../../tools/process";
import { PROJECT, emptyDist, writeJson } from "../../tools/project";
import { terraformEnvironment, tool } from "../../tools/programs";
import { testedProvider } from "../../tools/terraform";
import { Missing } from "./platforms";

const HOST = "registry.terraform.io";
const NAMESPACE = path.join(HOST, "hashicorp", "aws");

/** A folder of the kit that holds providers as Terraform's `-plugin-dir` takes them. */
export interface Carried {
  /** Platforms that it holds. */
  readonly platforms: readonly string[];
  readonly missing: readonly Missing[];
}

/** What Terraform calls the packed provider of a platform, in a mirror. */
const archive = (platform: string): string => `terraform-provider-aws_${testedProvider()}_${platform}.zip`;

/**
 * Brings the provider of each platform into a folder, as the source has it: packed or unpacked. A mirror that is there is all that
 * is asked, as Terraform does; without one, the registry is, by `terraform providers mirror`, which checks its signature.
 */
export async function carryProvider(folder: string, platforms: readonly string[]): Promise<Carried> {
  const { mirrors } = tool("terraform");
  removeOthers(path.join(folder, NAMESPACE), platforms);
  const missing: Missing[] = [];
  for (const platform of platforms) {
    const why =
      mirrors.length > 0 ? await fromMirrors(folder, platform, mirrors) : await fromRegistry(folder, platform);
    if (why !== undefined) missing.push({ platform, why });
  }
  return { platforms: platforms.filter((one) => !missing.some(({ platform }) => platform === one)), missing };
}

/** Other versions, and platforms that are not carried any more: who carries the kit carries 150 MB for each. */
function removeOthers(directory: string, platforms: readonly string[]): void {
  const wanted = new Set([testedProvider(), ...platforms.map(archive)]);
  for (const name of list(directory)) if (!wanted.has(name)) remove(path.join(directory, name));
  const unpacked = path.join(directory, testedProvider());
  for (const name of list(unpacked)) if (!platforms.includes(name)) remove(path.join(unpacked, name));
}

/** @returns why it is not there, or undefined where it is */
async function fromMirrors(folder: string, platform: string, mirrors: readonly string[]): Promise<string | undefined> {
  for (const mirror of mirrors) {
    const isThere = /^https?:/.test(mirror)
      ? await fromNetwork(folder, platform, mirror)
      : fromFolder(folder, platform, mirror);
    if (isThere) return undefined;
  }
  const version = testedProvider();
  const put = `terraform providers mirror -platform=${platform} <folder of the mirror>`;
  return `the AWS provider ${version} is not in ${mirrors.join(" or ")}: put it there, in a folder that requires it, with \`${put}\``;
}

function fromFolder(folder: string, platform: string, mirror: string): boolean {
  for (const form of [path.join(NAMESPACE, testedProvider(), platform), path.join(NAMESPACE, archive(platform))]) {
    const source = path.join(mirror, form);
    if (!fs.existsSync(source)) continue;
    copyChanged(fs.realpathSync(source), path.join(folder, form));
    return true;
  }
  return false;
}

/** Copies files that are not there yet, or are others: a provider has 675 MB. */
function copyChanged(source: string, target: string): void {
  const stats = fs.statSync(source);
  if (stats.isDirectory()) {
    for (const name of fs.readdirSync(source)) copyChanged(path.join(source, name), path.join(target, name));
    return;
  }
  const held = fs.statSync(target, { throwIfNoEntry: false });
  if (held?.size === stats.size && Math.abs(held.mtimeMs - stats.mtimeMs) < 2) return;
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.rmSync(target, { force: true });
  fs.copyFileSync(source, target, fs.constants.COPYFILE_FICLONE);
  fs.utimesSync(target, stats.atime, stats.mtime);
}

/** Source: Terraform, "Provider Network Mirror Protocol". */
async function fromNetwork(folder: string, platform: string, mirror: string): Promise<boolean> {
  const base = new URL(`${HOST}/hashicorp/aws/`, mirror.endsWith("/") ? mirror : `${mirror}/`);
  const index = new URL(`${testedProvider()}.json`, base);
  const answer = await ask(index);
  if (answer.status === 404) return false;
  if (!answer.ok)
    throw new Failure(`${index.href} answers ${answer.status}: the mirror is named in Terraform's CLI configuration.`);
  const { archives = {} } = (await answer.json()) as { archives?: Record<string, { url: string } | undefined> };
  const found = archives[platform];
  if (!found) return false;
  const packed = await ask(new URL(found.url, index));
  if (!packed.ok) throw new Failure(`${packed.url} answers ${packed.status}, although ${index.href} names it.`);
  const file = path.join(folder, NAMESPACE, archive(platform));
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, Buffer.from(await packed.arrayBuffer()));
  return true;
}

async function ask(url: URL): Promise<Response> {
  try {
    return await fetch(url);
  } catch (error) {
    const { cause } = error as { cause?: { message?: string } };
    throw new Failure(
      `${url.href} cannot be asked (${cause?.message ?? String(error)}): Terraform's CLI configuration names it.`,
    );
  }
}

async function fromRegistry(folder: string, platform: string): Promise<string | undefined> {
  fs.mkdirSync(folder, { recursive: true });
  const { status, stdout, stderr } = await terraform(["providers", "mirror", `-platform=${platform}`, folder]);
  if (status === 0) return undefined;
  return `Terraform's registry does not give the AWS provider ${testedProvider()}: ${lastWords(`${stdout}\n${stderr}`)}`;
}

/**
 * The lock of the kit's stacks: the version, with the checksums of every platform that is carried, so that `terraform init` there
 * takes nothing else.
 */
export async function lockProvider(folder: string, platforms: readonly string[]): Promise<string> {
  const flags = [`-fs-mirror=${folder}`, ...platforms.map((platform) => `-platform=${platform}`)];
  let lock = "";
  const { status, stdout, stderr } = await terraform(["providers", "lock", ...flags], (directory) => {
    lock = fs.readFileSync(path.join(directory, ".terraform.lock.hcl"), "utf8");
  });
  if (status === 0) return lock;
  throw new Failure(
    `Terraform cannot read the AWS provider in ${folder}: ${lastWords(`${stdout}\n${stderr}`)} Delete the folder, and type the command again.`,
  );
}

/** Terraform in a folder that requires the provider, and nothing else. */
async function terraform(args: readonly string[], onGood?: (directory: string) => void): Promise<RunResult> {
  const directory = emptyDist("kit-provider");
  const aws = { source: "hashicorp/aws", version: testedProvider() };
  writeJson(path.join(directory, "main.tf.json"), { terraform: { required_providers: { aws } } });
  const env = { ...terraformEnvironment(), TF_CLI_ARGS: "-no-color" };
  const result = await run(tool("terraform").path, args, { cwd: directory, env, timeoutSeconds: 900 });
  if (result.status === 0) onGood?.(directory);
  remove(directory);
  return result;
}

/** What Terraform said, in one line. */
const lastWords = (output: string): string =>
  output
    .split("\n")
    .map((line) => line.replace(/^[│╷╵\s]+/, "").trim())
    .filter((line) => line !== "" && !line.startsWith("- ") && !line.startsWith("Error: "))
    .join(" ");

const list = (directory: string): string[] => (fs.existsSync(directory) ? fs.readdirSync(directory) : []);

const remove = (file: string): void => fs.rmSync(file, { recursive: true, force: true });

/** As messages name a file of the project. */
export const fromProject = (file: string): string => path.relative(PROJECT, file);
