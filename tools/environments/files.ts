import { readdirSync } from "node:fs";
import * as path from "node:path";
import { closest } from "fastest-levenshtein";
import { environmentFile, environmentName } from "../../environments/definition/names/file";
import { InvalidInput } from "../../kernel";

/** The folder of a project in which each file may be an environment. */
export const ENVIRONMENTS = "environments";

/** Whether a path below environments/ can be an environment's at all. */
export const mayBeEnvironment = (environment: string): boolean => !NO_ENVIRONMENTS.test(environment);

/** In a checkout of the package its own folder stands beside the environments. */
const NO_ENVIRONMENTS = /^definition\/|(^|\/)(node_modules\/|\.)|\.d\.ts$/;

/** Paths of all TypeScript files below environments/, as ENVIRONMENT gives them. Not every one need be an environment. */
export function environmentFiles(project: string): string[] {
  let files: string[];
  try {
    files = readdirSync(path.join(project, ENVIRONMENTS), { recursive: true }).map(String);
  } catch {
    return [];
  }
  return files
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => file.endsWith(".ts") && !NO_ENVIRONMENTS.test(file))
    .map((file) => file.slice(0, -".ts".length))
    .sort();
}

/** ENVIRONMENT as people type it, also as the file that a shell completes: `environments/shop/production.ts`. */
export const pathOf = (typed: string): string =>
  typed
    .replace(/\\/g, "/")
    .replace(/^\.\//, "")
    .replace(/^environments\//, "")
    .replace(/\.ts$/, "");

/**
 * @param stated what the message begins with
 * @throws InvalidInput for a path whose last part cannot be a part of names of resources, or that leaves environments/
 */
export function checkPath(stated: string, environment: string): void {
  if (!environment.split("/").every((folder) => /^[A-Za-z0-9_-]+$/.test(folder))) {
    throw new InvalidInput(
      `${stated} must be the path of a file below environments/, such as production or shop/production: letters, digits, hyphens and underscores between slashes`,
    );
  }
  if (!/^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(environmentName(environment))) {
    throw new InvalidInput(
      `${stated} must end with lower-case letters, digits and hyphens, and begin with a letter, such as production-eu: the name of the file is part of the names of resources. Rename ${environmentFile(environment)}`,
    );
  }
}

/** Says which environments there are, the nearest first. */
export function unknownEnvironment(typed: string, known: readonly string[]): InvalidInput {
  const stated = `ENVIRONMENT ${JSON.stringify(typed)} is not known`;
  if (known.length === 0) {
    return new InvalidInput(
      `${stated}: there is no environment below environments/. Write one with \`npm run new -- environment ${pathOf(typed)}\``,
    );
  }
  const near = closest(pathOf(typed), [...known]);
  const others = known.filter((name) => name !== near);
  return new InvalidInput(
    `${stated}; the nearest is ${near}${others.length > 0 ? `, and there are ${others.join(", ")}` : ""}`,
  );
}
