/**
 * `npm run resume -- <stack> [<lock ID>]`: lets a stack be deployed again after a run that failed or was stopped. Nothing is
 * changed in AWS.
 */
import { Command } from "commander";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Failure, runCommand } from "../tools/failure";
import { PROJECT } from "../tools/project";
import { resume } from "../tools/resume";
import { Terraform } from "../tools/terraform";

async function main(): Promise<boolean> {
  const [stack, lock] = new Command("npm run resume --")
    .description(
      "Takes what a run that failed or was stopped has made as it is, so that the next deployment finishes it, and waits for a database that RDS is still making.",
    )
    .argument("<stack>", "such as dr")
    .argument("[lock]", "ID of the lock that a dead run has left, as Terraform's error names it: it is released")
    .parse().args as [string, string?];
  const directory = join(PROJECT, "cdktf.out", "stacks", stack);
  if (!existsSync(join(directory, ".terraform"))) {
    throw new Failure(`Nothing was deployed from ${directory}: type the deployment first.`);
  }
  const tainted = await resume(new Terraform(directory, { env: process.env }), lock, {
    onWait: (sentence) =>
      console.log(
        `${sentence}. Waiting until that is done: it may take a quarter of an hour. Ctrl-C ends only the wait.`,
      ),
  });
  console.log(tainted.length === 0 ? "Nothing was half made." : `Taken as it is: ${tainted.join(", ")}.`);
  console.log(`Deploy again: npx cdktf deploy ${stack}`);
  return true;
}

runCommand(main);
