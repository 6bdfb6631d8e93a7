import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Names of the environments of a project: a file each in its `environments/`. */
export const environmentNames = (project: string): string[] =>
  readdirSync(join(project, "environments"))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.replace(/\.ts$/, ""))
    .sort();
