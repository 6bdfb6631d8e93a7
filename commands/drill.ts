/**
 * `npm run drill`: loses the primary region of an environment, recovers in the other, and goes back: with the real
 * Terraform and the real AWS provider, on an emulator that records every request. Ends with 1 when a promise is broken.
 */
import { Command, Option } from "commander";
import { RunDrill, runDrill } from "../drill";
import { runCommand } from "../tools/failure";
import { onlyOne } from "../tools/only-one";

async function main(): Promise<boolean> {
  const options = new Command("npm run drill --")
    .description(
      "Loses the primary region of ENVIRONMENT (default: production) on an emulator, recovers, and fails back.",
    )
    .addOption(
      new Option(
        "--mode <mode>",
        "whether requests to the lost region get no answer or an error; the run after the deployment takes the other mode",
      )
        .choices(["drop", "error"])
        .default("drop"),
    )
    .option(
      "--controls",
      "first break the rules of rights and of dr on purpose, in nine ways that the drill must notice",
      false,
    )
    .option("--faults", "also throttle requests, kill the run, and start two at once; without failback", false)
    .parse()
    .opts<Omit<RunDrill, "environment">>();
  onlyOne("npm run drill", "drill");
  return runDrill({ ...options, environment: process.env.ENVIRONMENT || "production" });
}

runCommand(main);
