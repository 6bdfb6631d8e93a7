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
    .description("The loss of the primary region of ENVIRONMENT (default: production), and the recovery from it.")
    .addOption(
      new Option("--mode <mode>", "how the region is lost for the deployment; the run after it takes the other mode")
        .choices(["drop", "error"])
        .default("drop"),
    )
    .option("--controls", "first let the drill fail on purpose, in each way that it must notice", false)
    .option(
      "--faults",
      "in the incident requests are throttled, the run is killed, and two work at once; no way back",
      false,
    )
    .parse()
    .opts<Omit<RunDrill, "environment">>();
  onlyOne("npm run drill", "drill");
  return runDrill({ ...options, environment: process.env.ENVIRONMENT || "production" });
}

runCommand(main);
