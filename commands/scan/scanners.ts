import * as path from "node:path";
import { Failure } from "../../tools/failure";
import { run } from "../../tools/process";
import { PACKAGE } from "../../tools/project";
import type { PublishedRoot } from "../../tools/published";
import { tool } from "../../tools/programs";
import { CheckovResult, Finding, readCheckov } from "./findings";

/** Runs checkov over a folder of Terraform files, or over plan files; its own look-ups on the network are switched off. */
export async function checkov(framework: "terraform" | "terraform_plan", ...where: string[]): Promise<CheckovResult> {
  const args = ["--framework", framework, "--skip-download", "-o", "json", ...where];
  const { status, stdout, stderr } = await run(tool("scanners").checkov, args, { timeoutSeconds: 600 });
  // 0: nothing found, 1: something found.
  if (status !== 0 && status !== 1) throw new Failure(`checkov ended with status ${status}:\n${stderr}`);
  const start = stdout.search(/^[[{]/m);
  if (start < 0) throw new Failure(`checkov gave no JSON:\n${stdout}${stderr}`);
  return readCheckov(stdout.slice(start));
}

interface TflintReport {
  readonly issues: readonly {
    readonly rule: { readonly name: string };
    readonly message: string;
    readonly range: { readonly filename: string; readonly start: { readonly line: number } };
  }[];
  readonly errors: readonly { readonly message: string }[];
}

/** Runs tflint's own rules over a published root. An example is one file on purpose: it is read, not extended. */
export async function tflint({ name, directory }: PublishedRoot): Promise<Finding[]> {
  const config = path.join(PACKAGE, "commands", "scan", "tflint.hcl");
  const args = [`--chdir=${directory}`, `--config=${config}`, "--format=json"];
  if (name.includes("/examples/")) args.push("--disable-rule=terraform_standard_module_structure");
  const { stdout, stderr } = await run(tool("scanners").tflint, args, { timeoutSeconds: 120 });
  let report: TflintReport;
  try {
    report = JSON.parse(stdout) as TflintReport;
  } catch {
    throw new Failure(`tflint gave no JSON for ${name}:\n${stdout}${stderr}`);
  }
  if (report.errors.length > 0) throw new Failure(`tflint failed on ${name}:\n${report.errors[0]?.message}`);
  return report.issues.map(({ rule, message, range }) => ({
    id: rule.name,
    name: message,
    address: name,
    where: `${name}/${range.filename}:${range.start.line}`,
  }));
}
