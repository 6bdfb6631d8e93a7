/**
 * `npm run drill`: loses the primary region of an environment, recovers in the other, and goes back: with the real
 * Terraform and the real AWS provider, on an emulator that records every request. Ends with 1 when a promise is broken.
 */
import { Command, InvalidArgumentError, Option } from "commander";
import { RunDrill, runDrill } from "../drill";
import { MECHANISM_NAMES } from "../recovery/mechanisms";
import { SWEEP, runSweep } from "../drill/sweep";
import { runCommand } from "../tools/failure";
import { onlyOne } from "../tools/only-one";

function wholeNumber(text: string): number {
  if (!/^[1-9][0-9]{0,3}$/.test(text)) throw new InvalidArgumentError("It must be a whole number from 1 to 9999.");
  return Number(text);
}

async function main(): Promise<boolean> {
  const { sweep, sample, ...options } = new Command("npm run drill --")
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
    .addOption(
      new Option(
        "--mechanism <mechanism>",
        "what the database is recovered by, instead of what ENVIRONMENT states",
      ).choices(MECHANISM_NAMES),
    )
    .option(
      "--controls",
      "first break the rules of rights and of dr on purpose, in nine ways that the drill must notice",
      false,
    )
    .option("--faults", "also throttle requests, kill the run, and start two at once; without failback", false)
    .option(
      "--sweep <points>",
      "instead, end the deployment of dr at so many requests, evenly spread, by each of kill, Ctrl-C and an error of AWS, and type it again; a sweep that was stopped goes on where it was",
      wholeNumber,
    )
    .option(
      "--sample <points>",
      "of a sweep: only so many of all points, which the hash of the commit picks",
      wholeNumber,
    )
    .parse()
    .opts<Omit<RunDrill, "environment"> & { readonly sweep?: number; readonly sample?: number }>();
  const environment = process.env.ENVIRONMENT || "production";
  if (sweep !== undefined) {
    onlyOne("npm run drill -- --sweep", SWEEP);
    return runSweep({ environment, points: sweep, sample });
  }
  onlyOne("npm run drill", "drill");
  return runDrill({ ...options, environment });
}

runCommand(main);
