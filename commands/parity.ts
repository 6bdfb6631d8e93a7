/**
 * `npm run parity`: what the recovery region lacks to take over now. It asks that region only, by the AWS CLI, and changes nothing:
 * type it as the role that recovers, whose rights it needs. It ends with 1 where anything lacks.
 */
import { Command } from "commander";
import { loadEnvironment } from "../tools/environments";
import { Failure, runCommand } from "../tools/failure";
import { plainTable } from "../tools/tables";
import { gatherFacts } from "./parity/facts";
import { judge } from "./parity/judge";

async function main(): Promise<boolean> {
  const { json } = new Command("npm run parity --")
    .description("Says what the recovery region of ENVIRONMENT (default: production) lacks to take over now.")
    .option("--json", "print JSON, for programs")
    .parse()
    .opts<{ json?: boolean }>();
  const { environment } = loadEnvironment(process.env.ENVIRONMENT || "production");
  const { recovery } = environment;
  if (!recovery) throw new Failure(`${environment.file} has no recovery, and so no region to look at.`);
  const at = new Date();
  const findings = judge(environment, await gatherFacts(environment), at);
  const lacks = findings.flatMap(({ lack }) => lack ?? []);
  const passed = lacks.length === 0;
  if (json) {
    const result = { environment: environment.name, region: recovery.region, at: at.toISOString(), passed, findings };
    console.log(JSON.stringify(result, undefined, 2));
    return passed;
  }
  const table = plainTable(["", "kind", "what", "seen"]);
  for (const { isThere, kind, what, seen } of findings) table.push([isThere ? "there" : "LACKS", kind, what, seen]);
  console.log(table.toString());
  for (const lack of lacks) console.log(`\n${lack}.`);
  console.log(
    `\n${passed ? `${recovery.region} can take over now` : `${recovery.region} lacks ${lacks.length} to take over now`}.`,
  );
  return passed;
}

runCommand(main);
