import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { StackJson, bodyOf } from "./elements";

/** The stacks that cdktf wrote into a folder, such as `cdktf.out`. */
export function readStacks(outdir: string): readonly StackJson[] {
  const { stacks } = readJson(join(outdir, "manifest.json"));
  return Object.entries(bodyOf(stacks)).map(([name, stack]): StackJson => {
    const { synthesizedStackPath, dependencies } = bodyOf(stack);
    return {
      name,
      json: readJson(join(outdir, dirname(String(synthesizedStackPath)), "cdk.tf.json")),
      dependencies: Array.isArray(dependencies) ? dependencies.map(String) : [],
    };
  });
}

const readJson = (file: string) => bodyOf(JSON.parse(readFileSync(file, "utf8")));
