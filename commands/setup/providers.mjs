import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { readJson, writeWhole } from "./files.mjs";
import { exclusively } from "./lock.mjs";
import { awsProviderIn, findHostMirror, impliedMirrors, mirrorSettings, mirrorsIn, platform } from "./mirrors.mjs";
import { runLogged } from "./process.mjs";
import { SetupError, timed } from "./report.mjs";
import { AWS_PROVIDER } from "./versions.mjs";

const NOTE = "# Written by commands/setup.mjs for the runs of this project; do not edit.\n";

/**
 * Decides where our own Terraform runs get the AWS provider from, and has it there before several runs want it at once.
 * `cliConfigFile` is what TF_CLI_CONFIG_FILE is set to for them, `pluginCache` TF_PLUGIN_CACHE_DIR; null leaves the user's.
 * `mirrors` are folders and URLs that hold providers in place of the registry; `npm run kit` takes them from there.
 */
export async function prepareProviders(root, terraform, env = process.env, hostRoots = undefined) {
  const { config, cliConfigFile, cache, providers, mirrors } = chooseSource(root, env, hostRoots);
  if (config !== undefined && fileText(cliConfigFile) !== config) writeWhole(cliConfigFile, config);
  const pluginCache = cache ? env.TF_PLUGIN_CACHE_DIR || path.join(root, "build", "terraform-plugins") : null;
  if (pluginCache) await fillCache(root, terraform, { env, cliConfigFile, pluginCache });
  return { cliConfigFile, pluginCache, providers, mirrors };
}

/**
 * A mirror beats a download. A configuration of the user is never replaced; a TF_CLI_CONFIG_FILE that names a missing
 * file is not a configuration, only a warning in each answer of Terraform.
 */
export function chooseSource(root, env, hostRoots = undefined) {
  const users = usersConfig(env);
  if (users && /provider_installation|plugin_cache_dir/.test(fileText(users))) {
    return { cliConfigFile: null, cache: false, providers: `as ${users} says`, mirrors: mirrorsIn(fileText(users)) };
  }
  const ours = path.join(root, "build", "terraform.rc");
  const empty = env.TF_CLI_CONFIG_FILE && !users ? { config: NOTE, cliConfigFile: ours } : { cliConfigFile: null };
  const implied = impliedMirrors(env).find(awsProviderIn);
  if (implied) {
    return { ...empty, cache: awsProviderIn(implied) === "packed", providers: implied, mirrors: [implied] };
  }
  const mirror = users ? undefined : findHostMirror(hostRoots);
  if (mirror) {
    const config = NOTE + mirrorSettings(mirror);
    const cache = awsProviderIn(mirror) === "packed";
    return { config, cliConfigFile: ours, cache, providers: mirror, mirrors: [mirror] };
  }
  return { ...empty, cache: true, providers: "downloaded", mirrors: [] };
}

function usersConfig(env) {
  const file = env.TF_CLI_CONFIG_FILE || path.join(env.HOME ?? os.homedir(), ".terraformrc");
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

function fileText(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/**
 * Puts the provider into the cache by one run of its own. A cache is not safe for several runs that fill it, and is for
 * any number that find the provider in it; and without one, each of some twenty runs would fetch 150 MB.
 */
async function fillCache(root, terraform, { env, cliConfigFile, pluginCache }) {
  const stamp = path.join(root, "build", "terraform-plugins.json");
  const wanted = { directory: pluginCache, version: AWS_PROVIDER, platform: platform() };
  const held = path.join(pluginCache, "registry.terraform.io", "hashicorp", "aws", AWS_PROVIDER, platform());
  const isFilled = () => JSON.stringify(readJson(stamp)) === JSON.stringify(wanted) && fs.existsSync(held);
  if (isFilled()) return;
  await exclusively(root, async () => {
    if (isFilled()) return;
    // What an interrupted download left behind would pass for whole; in a cache that others share it is not ours to remove.
    if (!env.TF_PLUGIN_CACHE_DIR) fs.rmSync(held, { recursive: true, force: true });
    const message = `fetching the AWS provider ${AWS_PROVIDER} for Terraform (once, about 150 MB)`;
    await timed(message, () => download(root, terraform, providerEnvironment(env, cliConfigFile, pluginCache)));
    writeWhole(stamp, JSON.stringify(wanted));
  });
}

function providerEnvironment(env, cliConfigFile, pluginCache) {
  return {
    ...env,
    ...(cliConfigFile && { TF_CLI_CONFIG_FILE: cliConfigFile }),
    TF_PLUGIN_CACHE_DIR: pluginCache,
    CHECKPOINT_DISABLE: "1",
  };
}

async function download(root, terraform, env) {
  const directory = path.join(root, "build", "terraform-fetch");
  fs.rmSync(directory, { recursive: true, force: true });
  fs.mkdirSync(env.TF_PLUGIN_CACHE_DIR, { recursive: true });
  const required = { aws: { source: "hashicorp/aws", version: AWS_PROVIDER } };
  writeWhole(path.join(directory, "main.tf.json"), JSON.stringify({ terraform: { required_providers: required } }));
  const log = path.join(directory, "terraform.log");
  const { status, lastLines } = await runLogged(terraform, ["init", "-input=false", "-no-color"], {
    cwd: directory,
    env,
    log,
  });
  if (status === 0) return;
  const hint =
    "check the network, or give Terraform a provider mirror (https://developer.hashicorp.com/terraform/cli/config/config-file)";
  throw new SetupError(`Terraform could not get the AWS provider ${AWS_PROVIDER}: ${hint}.\n${lastLines}`);
}
