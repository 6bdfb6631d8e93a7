/**
 * `npm run runbook`: dr/RUNBOOK.md with the names and roles of ENVIRONMENT, as Markdown and as one page of HTML to print. What
 * it says to type is what the drill types.
 */
import { Command } from "commander";
import * as fs from "node:fs";
import * as path from "node:path";
import { loadEnvironment } from "../tools/environments";
import { environmentLabel } from "../environments/definition/names/file";
import { runCommand } from "../tools/failure";
import { PACKAGE, dist } from "../tools/project";
import { runbookPage } from "./runbook/page";
import { renderRunbook } from "./runbook/render";

async function main(): Promise<boolean> {
  new Command("npm run runbook").description("Writes the runbook of ENVIRONMENT (default: production).").parse();
  const { environment } = loadEnvironment(process.env.ENVIRONMENT || "production");
  const source = fs.readFileSync(path.join(PACKAGE, "dr", "RUNBOOK.md"), "utf8");
  const markdown = renderRunbook(source, environment);
  const folder = dist("runbook");
  fs.mkdirSync(folder, { recursive: true });
  const written: Record<string, string> = { md: markdown, html: await runbookPage(markdown) };
  for (const [type, text] of Object.entries(written)) {
    const file = path.join(folder, `${environmentLabel(environment.file)}.${type}`);
    fs.writeFileSync(file, text);
    console.log(path.relative(process.cwd(), file));
  }
  return true;
}

runCommand(main);
