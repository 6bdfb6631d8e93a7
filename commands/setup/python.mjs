import path from "node:path";
import { findOnPath, readJson } from "./files.mjs";
import { exclusively } from "./lock.mjs";
import { ask } from "./process.mjs";
import { SetupError } from "./report.mjs";
import { PACKAGE } from "./roots.mjs";
import { makeVenv, noteOf, venv } from "./venv.mjs";
import { compareVersions, MINIMUM_PYTHON } from "./versions.mjs";

const NAMES = ["python3", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10", "python"];
const CHOICES = ["auto", "venv", "path"];

/** What a Python is and which moto it has; importing the server, because a moto without its extras has a version too. */
const QUESTION = `
import importlib.metadata, json, sys
answer = {"version": "%d.%d.%d" % sys.version_info[:3], "path": sys.executable}
try:
    answer["moto"] = importlib.metadata.version("moto")
    import moto.server, flask
    answer["complete"] = True
except BaseException as problem:
    answer["problem"] = "%s: %s" % (type(problem).__name__, problem)
print(json.dumps(answer))
`;

/**
 * Finds the Python that runs the emulator: the project's own environment, else one on PATH whose moto is in the tested
 * range, else makes the environment. HOLDFAST_PYTHON=venv or =path allows only one of the two ways, so that CI can test both.
 */
export async function findPython(root, env = process.env) {
  const choice = env.HOLDFAST_PYTHON || "auto";
  if (!CHOICES.includes(choice))
    throw new SetupError(`HOLDFAST_PYTHON is '${choice}': it can be ${CHOICES.join(", ")}.`);
  const range = readRange();
  const own = choice === "path" ? undefined : ownEnvironment(root);
  if (own) return own;
  for (const candidate of choice === "venv" ? [] : findCandidates(env)) {
    if (motoProblem(candidate, range)) continue;
    return { path: candidate.path, version: candidate.version, moto: candidate.moto, origin: "found on PATH" };
  }
  if (choice === "path") throw new SetupError(explain([...findCandidates(env)], range));
  return exclusively(root, async () => ownEnvironment(root) ?? createEnvironment(root, env));
}

function readRange() {
  const range = readJson(path.join(PACKAGE, "emulator", "moto-versions.json"));
  if (range?.minimum && range.maximum) return range;
  throw new SetupError("emulator/moto-versions.json is missing or damaged: restore it with `git checkout emulator`.");
}

/** The Pythons on PATH that answer, one by one; a name that is only a shim without a Python behind it does not answer. */
function* findCandidates(env) {
  const seen = new Set();
  for (const file of NAMES.map((name) => findOnPath(name, env)).filter(Boolean)) {
    const candidate = examine(file, env);
    if (!candidate || seen.has(candidate.path)) continue;
    seen.add(candidate.path);
    yield candidate;
  }
}

function examine(file, env = process.env) {
  const { status, stdout } = ask(file, ["-c", QUESTION], { env });
  if (status !== 0) return undefined;
  try {
    return JSON.parse(stdout.trim().split("\n").at(-1));
  } catch {
    return undefined;
  }
}

/** Why a Python cannot run the emulator, or undefined when it can. */
export function motoProblem({ version, moto, complete, problem }, range) {
  if (compareVersions(version, MINIMUM_PYTHON) < 0) return `Python ${version} is older than ${MINIMUM_PYTHON}`;
  if (!moto) return "it has no moto";
  if (compareVersions(moto, range.minimum) < 0 || compareVersions(moto, range.maximum) > 0) {
    return `its moto ${moto} is outside the tested range ${range.minimum} to ${range.maximum}`;
  }
  return complete ? undefined : `its moto ${moto} cannot start a server (${problem})`;
}

function explain(candidates, range) {
  const list = candidates.map((candidate) => `${candidate.path}: ${motoProblem(candidate, range)}`);
  return `HOLDFAST_PYTHON=path, but no Python on PATH has a usable moto (${list.join("; ") || "there is no python3 at all"}).`;
}

function emulatorVenv(root) {
  return venv(root, ".venv-emulator", "emulator/requirements.txt");
}

function ownEnvironment(root) {
  const environment = emulatorVenv(root);
  const note = noteOf(environment);
  if (!note) return undefined;
  return {
    path: environment.python,
    version: note.version,
    moto: note.moto,
    origin: `own environment ${environment.name}`,
  };
}

async function createEnvironment(root, env) {
  const base = findBasePython(env, "The emulator needs");
  const message = "creating the emulator's Python environment in .venv-emulator (once, about 90 s and 316 MB)";
  await makeVenv(emulatorVenv(root), {
    base,
    env,
    message,
    examine: (python) => {
      const { complete, problem, version, moto } = examine(python, env) ?? {};
      if (complete) return { version, moto };
      throw new SetupError(`The new environment .venv-emulator cannot start moto: ${problem}.`);
    },
  });
  return ownEnvironment(root);
}

/** A Python to make environments with; `who` begins the sentence that says why one is needed. */
export function findBasePython(env, who) {
  const candidates = [];
  for (const candidate of findCandidates(env)) {
    if (compareVersions(candidate.version, MINIMUM_PYTHON) >= 0) return candidate.path;
    candidates.push(`${candidate.path} is ${candidate.version}`);
  }
  const got = candidates.join(", ") || "there is none on PATH";
  throw new SetupError(
    `${who} Python ${MINIMUM_PYTHON} or later (${got}): install it (https://www.python.org/downloads).`,
  );
}
