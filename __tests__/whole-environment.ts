import { App } from "cdktf";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EnvironmentDefinition, StatedEnvironment, checkEnvironment } from "../environments/definition";
import { StackJson, readStacks } from "../promises/rules";
import { synthesizeStacks } from "../stacks/synthesize";

/**
 * All stacks of an environment, as `npx cdktf synth` writes them.
 *
 * @throws InvalidInput as the command line does
 */
export function synthesizeEnvironment(
  definition: EnvironmentDefinition,
  name = "production",
  others: readonly StatedEnvironment[] = [],
): readonly StackJson[] {
  const outdir = mkdtempSync(join(tmpdir(), "environment-"));
  try {
    synthesizeStacks(new App({ outdir }), checkEnvironment(name, definition, others));
    return readStacks(outdir);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
