import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * What Terraform itself makes of expressions over local values, in one run of `terraform console`. Neither may name a
 * resource or a data source.
 *
 * @param locals as JSON, with expressions in `${...}`
 */
export function evaluate(expressions: readonly string[], locals: Readonly<Record<string, unknown>> = {}): unknown[] {
  const folder = mkdtempSync(join(tmpdir(), "console-"));
  try {
    writeFileSync(join(folder, "locals.tf.json"), JSON.stringify({ locals }));
    writeFileSync(
      join(folder, "main.tf"),
      `locals {\n  results = [\n${expressions.map((one) => `    ${one},`).join("\n")}\n  ]\n}\n`,
    );
    const { TF_CLI_CONFIG_FILE: _unused, ...env } = process.env;
    const run = spawnSync("terraform", ["console"], {
      cwd: folder,
      input: "jsonencode(local.results)\n",
      encoding: "utf8",
      env,
    });
    if (run.status !== 0) throw new Error(`terraform console failed: ${run.stderr}`);
    return JSON.parse(JSON.parse(run.stdout.slice(run.stdout.indexOf('"'))) as string) as unknown[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
