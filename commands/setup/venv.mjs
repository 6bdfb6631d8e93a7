import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { readJson, writeWhole } from "./files.mjs";
import { ask, runLogged } from "./process.mjs";
import { SetupError, timed } from "./report.mjs";
import { PACKAGE } from "./roots.mjs";

/** A virtual environment of the project: where it is, and the package's file of pinned requirements that it is made from. */
export function venv(root, name, requirements) {
  const directory = path.join(root, name);
  const bin = path.join(directory, process.platform === "win32" ? "Scripts" : "bin");
  const python = path.join(bin, "python");
  return { root, name, directory, requirements: path.join(PACKAGE, requirements), bin, python };
}

/**
 * What was noted about an environment when it was made, or undefined when it is not there, not whole, or made from other
 * requirements. The note is written last, so an interrupted installation has none; and the Python below it may have been removed.
 */
export function noteOf({ directory, requirements, python }) {
  const note = readJson(path.join(directory, "holdfast.json"));
  return note?.requirements === digest(requirements) && ask(python, ["-c", ""]).status === 0 ? note : undefined;
}

/** Makes an environment anew; `examine` looks at it when it is installed and gives what to note, or throws. */
export async function makeVenv(environment, { base, env, message, examine }) {
  const { root, name, directory, requirements, python } = environment;
  fs.rmSync(directory, { recursive: true, force: true });
  const log = path.join(root, "build", "pip.log");
  await timed(message, async () => {
    const made = await runLogged(base, ["-m", "venv", directory], { env, log });
    if (made.status !== 0) throw new SetupError(venvMessage(base, made.lastLines));
    const install = ["-m", "pip", "install", "--disable-pip-version-check", "--no-input", "-r", requirements];
    const installed = await runLogged(python, install, { env, log });
    if (installed.status === 0) return;
    const hint = "see build/pip.log, check the network, and run again";
    throw new SetupError(`\`pip install\` into ${name} failed (${hint}):\n${installed.lastLines}`);
  });
  const note = { requirements: digest(requirements), ...examine(python) };
  writeWhole(path.join(directory, "holdfast.json"), `${JSON.stringify(note, undefined, 2)}\n`);
  return note;
}

function digest(file) {
  return createHash("sha256").update(fs.readFileSync(file)).digest("hex");
}

function venvMessage(python, lastLines) {
  if (!/ensurepip|No module named '?venv/.test(lastLines)) return `${python} -m venv failed:\n${lastLines}`;
  return (
    `${python} cannot create virtual environments because its venv module is missing: install it ` +
    "(on Debian and Ubuntu `apt-get install python3-venv`) and run again."
  );
}
