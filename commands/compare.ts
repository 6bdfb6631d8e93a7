/**
 * `npm run compare -- <folder>`: what this checkout would deploy otherwise than another one: every value of every stack of each
 * environment, as both synthesize it. For a change that is to change nothing that is deployed.
 */
import { Command } from "commander";
import * as fs from "node:fs";
import * as path from "node:path";
import { environmentNames } from "../tools/environments";
import { Failure, runCommand } from "../tools/failure";
import { Difference, differences } from "../tools/json-difference";
import { emptyDist, PROJECT, readJson } from "../tools/project";
import { synthesize } from "../tools/synthesis";

/** Where a block came from, and why findings of scanners are accepted on it: comments, which Terraform does not read. */
const COMMENTS = ["//"];
const LONGEST = 160;

/** Each stack of an environment as a checkout synthesizes it: JSON by the stack's name. */
async function stacksOf(project: string, environment: string, folder: string): Promise<Map<string, unknown>> {
  const outdir = path.join(emptyDist("compare", folder), "cdktf.out");
  const stacks = await synthesize(environment, outdir, undefined, project);
  return new Map(stacks.map(({ name, directory }) => [name, readJson(path.join(directory, "cdk.tf.json"))]));
}

function show(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function print(place: string, found: readonly Difference[]): void {
  console.log(`\n${place}: ${found.length === 0 ? "the same" : `${found.length} values differ`}`);
  for (const { path: where, before, after } of found)
    console.log(`  ${where}\n    - ${show(before)}\n    + ${show(after)}`);
}

async function main(): Promise<boolean> {
  const command = new Command("npm run compare --")
    .description(
      "Compares what this checkout and another one synthesize, for every environment. Ends with 1 where they differ.",
    )
    .argument("<folder>", "folder of the other checkout, with its npm packages installed")
    .parse();
  const other = path.resolve(command.args[0]);
  if (!fs.existsSync(path.join(other, "cdktf.json")))
    throw new Failure(`${other} is no checkout: it has no cdktf.json.`);
  let total = 0;
  for (const environment of environmentNames()) {
    const before = await stacksOf(other, environment, "before");
    const after = await stacksOf(PROJECT, environment, "after");
    for (const stack of new Set([...before.keys(), ...after.keys()])) {
      const found = differences(before.get(stack), after.get(stack), COMMENTS);
      print(`${environment}/${stack}`, found);
      total += found.length;
    }
  }
  console.log(`\n${total} values differ`);
  return total === 0;
}

runCommand(main);
