import path from "node:path";
import { readJson, writeWhole } from "./files.mjs";

/** Records what was found, beside what earlier runs found, for the commands that come after. */
export function recordTools(root, tools) {
  const file = path.join(root, "build", "tools.json");
  const before = readJson(file) ?? {};
  const after = { ...before, ...tools };
  if (JSON.stringify(before) !== JSON.stringify(after)) writeWhole(file, `${JSON.stringify(after, undefined, 2)}\n`);
}
