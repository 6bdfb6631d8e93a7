import { App } from "cdktf";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ModuleClass } from "../module";
import { ModuleStack } from "../stack";
import { Descriptions, Requirements, outputsFile, variablesFile, versionsFile } from "./interface-files";
import { mainFile } from "./main-file";
import { readme } from "./readme";
import { validationTests } from "./validation-tests";

export type { Descriptions, Requirements } from "./interface-files";

/**
 * The files of a published module by their path inside of it: the same construct gives the same bytes.
 *
 * @param descriptions of the inputs and of what is nested in them, by their TypeScript paths
 */
export function publishModule(
  moduleClass: ModuleClass,
  requirements: Requirements,
  descriptions: Descriptions = {},
): Map<string, string> {
  // cdktf's App makes its output folder at once, although nothing is synthesized into it here.
  const outdir = mkdtempSync(join(tmpdir(), "publish-"));
  try {
    const stack = new ModuleStack(new App({ outdir }), moduleClass);
    return new Map([
      ["README.md", readme(moduleClass, stack, requirements, descriptions)],
      ["main.tf", mainFile(stack)],
      ["outputs.tf", outputsFile(stack)],
      ["tests/validation.tftest.hcl", validationTests(moduleClass, stack, requirements)],
      ["variables.tf", variablesFile(moduleClass, descriptions)],
      ["versions.tf", versionsFile(requirements)],
    ]);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
