/**
 * Gets what a command needs, before it runs: `node commands/setup.mjs [terraform] [python] [scanners] [tables]`. The npm packages
 * always; Terraform and its AWS provider, a Python for the emulator, and the scanners, where they are named.
 *
 * Plain JavaScript without packages, because it is what installs the packages. When all is there it takes some tens of
 * milliseconds and says one line; when it cannot go on it says one sentence: what is missing and how to get it. What it
 * found goes to build/tools.json, which the commands read. All messages go to stderr: stdout belongs to the command.
 */
import { checkNode } from "./setup/node.mjs";
import { installPackages } from "./setup/packages.mjs";
import { findPython } from "./setup/python.mjs";
import { SetupError, say } from "./setup/report.mjs";
import { PACKAGE, PROJECT } from "./setup/roots.mjs";
import { findScanners } from "./setup/scanners.mjs";
import { findTables } from "./setup/tables.mjs";
import { findTerraform } from "./setup/terraform.mjs";
import { recordTools } from "./setup/tools.mjs";

const KNOWN = ["packages", "terraform", "python", "scanners", "tables"];

async function main(wanted) {
  const unknown = wanted.find((word) => !KNOWN.includes(word));
  if (unknown) throw new SetupError(`Setup does not know '${unknown}'; it can get ${KNOWN.join(", ")}.`);

  const found = [`Node ${checkNode(PACKAGE)}`];
  const tools = {};
  // Where the package is one of others in node_modules, its project installs them.
  if (PROJECT === PACKAGE) await installPackages(PROJECT);
  if (wanted.includes("terraform")) {
    tools.terraform = await findTerraform(PROJECT);
    found.push(`Terraform ${tools.terraform.version} (AWS provider: ${tools.terraform.providers})`);
  }
  if (wanted.includes("python")) {
    tools.python = await findPython(PROJECT);
    found.push(`Python ${tools.python.version} with moto ${tools.python.moto} (${tools.python.origin})`);
  }
  if (wanted.includes("scanners")) {
    tools.scanners = await findScanners(PROJECT);
    found.push(`checkov ${tools.scanners.checkovVersion}, tflint ${tools.scanners.tflintVersion}`);
  }
  if (wanted.includes("tables")) {
    tools.tables = await findTables(PROJECT);
    found.push("the sources of the tables");
  }
  recordTools(PROJECT, tools);
  if (wanted.length > 0) say(found.join(", "));
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(`Setup cannot continue. ${error.message}`);
  process.exitCode = 1;
}
