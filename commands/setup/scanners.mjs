import fs from "node:fs";
import path from "node:path";
import { findOnPath } from "./files.mjs";
import { exclusively } from "./lock.mjs";
import { ask, runLogged } from "./process.mjs";
import { findBasePython } from "./python.mjs";
import { SetupError, timed } from "./report.mjs";
import { makeVenv, noteOf, venv } from "./venv.mjs";
import { TFLINT } from "./versions.mjs";

/** Installs the scanners of `npm run scan`, each pinned and in a folder of the project: checkov from PyPI, tflint built with Go. */
export async function findScanners(root, env = process.env) {
  const environment = venv(root, ".venv-scan", "commands/scan/requirements.txt");
  const tflint = path.join(root, ".tools", process.platform === "win32" ? "tflint.exe" : "tflint");
  if (!noteOf(environment))
    await exclusively(root, async () => noteOf(environment) ?? installCheckov(environment, env));
  if (!isTflint(tflint)) await exclusively(root, async () => isTflint(tflint) || buildTflint(root, tflint, env));
  const { checkovVersion } = noteOf(environment);
  return { checkov: path.join(environment.bin, "checkov"), checkovVersion, tflint, tflintVersion: TFLINT };
}

async function installCheckov(environment, env) {
  const base = findBasePython(env, "checkov needs");
  const message = "installing checkov in .venv-scan (once, about 60 s and 290 MB)";
  await makeVenv(environment, {
    base,
    env,
    message,
    examine: () => {
      const { status, stdout, stderr } = ask(path.join(environment.bin, "checkov"), ["--version"], { env });
      if (status === 0) return { checkovVersion: stdout.trim().split("\n").at(-1) };
      throw new SetupError(`checkov was installed in .venv-scan and does not start:\n${stderr}`);
    },
  });
}

function isTflint(file) {
  return fs.existsSync(file) && ask(file, ["--version"]).stdout.includes(`version ${TFLINT}`);
}

async function buildTflint(root, file, env) {
  const go = findOnPath("go", env);
  if (!go)
    throw new SetupError("Go is not on PATH: tflint is built with it; install Go (https://go.dev/dl) and run again.");
  const module = `github.com/terraform-linters/tflint@v${TFLINT}`;
  await timed(`building tflint ${TFLINT} with Go into .tools (once, about two minutes)`, async () => {
    const log = path.join(root, "build", "tflint.log");
    const settings = { ...env, GOBIN: path.dirname(file), GOFLAGS: "" };
    const { status, lastLines } = await runLogged(go, ["install", module], { cwd: root, env: settings, log });
    if (status !== 0) throw new SetupError(`\`go install ${module}\` failed (see build/tflint.log):\n${lastLines}`);
  });
  if (!isTflint(file)) throw new SetupError(`\`go install ${module}\` did not leave a working ${file}.`);
}
