import { exclusively } from "./lock.mjs";
import { findBasePython } from "./python.mjs";
import { makeVenv, noteOf, venv } from "./venv.mjs";

/** Installs what `npm run tables` reads AWS's values from, each pinned, into a folder of the project. */
export async function findTables(root, env = process.env) {
  const environment = venv(root, ".venv-tables", "tables/requirements.txt");
  if (!noteOf(environment)) {
    await exclusively(root, async () => {
      if (noteOf(environment)) return;
      const base = findBasePython(env, "the tables need");
      const message = "installing the sources of the tables in .venv-tables (once, about 30 s and 330 MB)";
      await makeVenv(environment, { base, env, message, examine: () => ({}) });
    });
  }
  return { python: environment.python };
}
