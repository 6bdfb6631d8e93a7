import path from "node:path";
import { readJson, writeWhole } from "./files.mjs";

/**
 * Records what was found, beside what earlier runs found, for the commands that come after. Where HOLDFAST_PYTHON chooses a
 * Python, the record is one of its own: commands with another Python can run side by side.
 */
export function recordTools(root, tools) {
  const choice = process.env.HOLDFAST_PYTHON || "auto";
  const file = path.join(root, "build", choice === "auto" ? "tools.json" : `tools.${choice}.json`);
  const before = readJson(file) ?? {};
  const after = { ...before, ...tools };
  if (JSON.stringify(before) !== JSON.stringify(after)) writeWhole(file, `${JSON.stringify(after, undefined, 2)}\n`);
}
