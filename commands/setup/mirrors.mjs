import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { folders } from "./files.mjs";
import { AWS_PROVIDER } from "./versions.mjs";

const HOST = "registry.terraform.io";
const HOST_ROOTS = ["/opt", "/usr/share", "/usr/local/share"];

/** The platform as Terraform's provider folders name it, for example linux_amd64. */
export function platform() {
  const system = process.platform === "win32" ? "windows" : process.platform;
  return `${system}_${process.arch === "x64" ? "amd64" : process.arch}`;
}

/** The folders in which Terraform looks for providers by itself, in the order in which it does. */
export function impliedMirrors(env = process.env) {
  const home = env.HOME ?? os.homedir();
  const shared = (env.XDG_DATA_DIRS || "/usr/local/share:/usr/share").split(":").filter(Boolean);
  const perUser = env.XDG_DATA_HOME || path.join(home, ".local", "share");
  const places = [path.join(home, ".terraform.d", "plugins")];
  if (process.platform === "darwin") {
    places.push(path.join(home, "Library", "Application Support", "io.terraform", "plugins"));
    places.push("/Library/Application Support/io.terraform/plugins");
  }
  return [...places, ...[perUser, ...shared].map((directory) => path.join(directory, "terraform", "plugins"))];
}

/** How a mirror holds the AWS provider that we are tested with: unpacked, packed (a zip), or not at all (undefined). */
export function awsProviderIn(mirror) {
  const provider = path.join(mirror, HOST, "hashicorp", "aws");
  if (fs.existsSync(path.join(provider, AWS_PROVIDER, platform()))) return "unpacked";
  const packed = path.join(provider, `terraform-provider-aws_${AWS_PROVIDER}_${platform()}.zip`);
  return fs.existsSync(packed) ? "packed" : undefined;
}

/** The first mirror that the host keeps in a place of its own and that has our AWS provider. */
export function findHostMirror(roots = HOST_ROOTS) {
  return roots.flatMap((root) => folders(root).map((name) => path.join(root, name))).find(awsProviderIn);
}

/**
 * The folders and URLs of the mirrors that a CLI configuration names, in its order. Source: Terraform, "CLI Configuration File
 * (.terraformrc)", "Explicit Installation Method Configuration".
 */
export function mirrorsIn(config) {
  const text = config.replace(/(?:#|\/\/ ).*$/gm, "");
  const blocks = text.matchAll(/\b(?:filesystem_mirror|network_mirror)\s*\{[^}]*?\b(?:path|url)\s*=\s*"([^"]+)"/g);
  return [...blocks].map(([, place]) => place);
}

/** Terraform's settings for a mirror: the providers that it holds come from there, any other from where it usually does. */
export function mirrorSettings(mirror) {
  const held = folders(path.join(mirror, HOST)).flatMap((namespace) =>
    folders(path.join(mirror, HOST, namespace)).map((type) => `${HOST}/${namespace}/${type}`),
  );
  return [
    "provider_installation {",
    "  filesystem_mirror {",
    `    path    = ${JSON.stringify(mirror)}`,
    `    include = ${JSON.stringify(held)}`,
    "  }",
    "  direct {",
    `    exclude = ${JSON.stringify(held)}`,
    "  }",
    "}",
    "",
  ].join("\n");
}
