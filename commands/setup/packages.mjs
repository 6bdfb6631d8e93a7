import path from "node:path";
import { readJson } from "./files.mjs";
import { exclusively } from "./lock.mjs";
import { runLogged } from "./process.mjs";
import { SetupError, timed } from "./report.mjs";

/** Installs the locked npm packages when they are missing or others than package-lock.json says. */
export async function installPackages(root) {
  if (packagesProblem(root) === undefined) return;
  await exclusively(root, async () => {
    const problem = packagesProblem(root);
    if (problem !== undefined) await timed(`${problem}: installing the locked npm packages`, () => install(root));
  });
}

/**
 * What is wrong with node_modules, or undefined. npm writes node_modules/.package-lock.json at the very end of an
 * installation, so an interrupted one shows as missing.
 */
export function packagesProblem(root) {
  const wanted = readJson(path.join(root, "package-lock.json"))?.packages;
  if (!wanted)
    throw new SetupError("package-lock.json is missing or damaged: restore it with `git checkout package-lock.json`.");
  const installed = readJson(path.join(root, "node_modules", ".package-lock.json"))?.packages;
  if (!installed) return "node_modules is missing or incomplete";
  for (const [name, entry] of Object.entries(wanted)) {
    const present = installed[name];
    if (name === "" || (!present && (entry.optional || entry.devOptional || entry.peer))) continue;
    if (present?.version !== entry.version || present?.integrity !== entry.integrity) {
      return `${name} is not the locked version ${entry.version}`;
    }
  }
  return undefined;
}

async function install(root) {
  const log = path.join(root, "build", "npm.log");
  const { status, lines, lastLines } = await runLogged("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=warn"], {
    cwd: root,
    log,
  });
  if (status === 0) return;
  const hint = "see build/npm.log, check the network and the registry (`npm config get registry`), and run again";
  // npm says what is wrong first, and then much about its options.
  const errors = lines.filter((line) => /^npm error +\S/.test(line)).slice(0, 8);
  throw new SetupError(`\`npm ci\` failed (${hint}):\n${errors.join("\n") || lastLines}`);
}
