import * as fs from "node:fs";
import * as path from "node:path";
import { emptyDist, PACKAGE } from "./project";
import { pinProvider } from "./terraform";

/** A root of Terraform among what we publish: a module, or one of its examples. */
export interface PublishedRoot {
  /** Its path below terraform/, for example `network` or `network/examples/complete`. */
  readonly name: string;
  readonly directory: string;
}

/** The published modules as they stand in terraform/. */
export function publishedModules(directory = path.join(PACKAGE, "terraform")): PublishedRoot[] {
  return subfolders(directory).filter(hasConfiguration);
}

/** The published modules and each of their examples. */
export function publishedRoots(directory: string): PublishedRoot[] {
  return publishedModules(directory).flatMap((module) => {
    const examples = subfolders(path.join(module.directory, "examples")).filter(hasConfiguration);
    return [module, ...examples.map((example) => ({ ...example, name: `${module.name}/examples/${example.name}` }))];
  });
}

/** A copy of terraform/ below dist/ for a command to run Terraform in, with the tested provider pinned; the original stays clean. */
export function copyPublished(...place: string[]): string {
  const copy = emptyDist(...place);
  const isSource = (file: string) => path.basename(file) !== ".terraform" && !file.endsWith(".lock.hcl");
  fs.cpSync(path.join(PACKAGE, "terraform"), copy, { recursive: true, filter: isSource });
  for (const { directory } of publishedRoots(copy)) pinProvider(directory);
  return copy;
}

function subfolders(directory: string): PublishedRoot[] {
  if (!fs.existsSync(directory)) return [];
  return fs
    .readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, directory: path.join(directory, name) }));
}

function hasConfiguration({ directory }: PublishedRoot): boolean {
  return fs.readdirSync(directory).some((name) => name.endsWith(".tf"));
}
