import fs from "node:fs";
import path from "node:path";
import { SetupError } from "./report.mjs";
import { satisfies } from "./versions.mjs";

/** Refuses a Node outside package.json's `engines`: an older one fails later, with errors that name something else. */
export function checkNode(root, version = process.versions.node) {
  const { engines } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
  if (satisfies(version, engines.node)) return version;
  throw new SetupError(
    `Node ${version} is not supported: install Node ${engines.node.replace("||", "or")} (https://nodejs.org).`,
  );
}
