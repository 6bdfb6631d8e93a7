import { spawnSync } from "node:child_process";
import { PROJECT } from "./project";

/** What Git answers; undefined where it cannot. */
const git = (directory: string, ...args: string[]): string | undefined => {
  const { status, stdout } = spawnSync("git", args, { cwd: directory, encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
};

/** The commit that a project is checked out at, with `-dirty` behind it where files differ; undefined without Git. */
export function commitOf(directory = PROJECT): string | undefined {
  const commit = git(directory, "rev-parse", "HEAD");
  if (commit === undefined) return undefined;
  return git(directory, "status", "--porcelain", "--untracked-files=no") === "" ? commit : `${commit}-dirty`;
}
