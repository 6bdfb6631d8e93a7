import { execFileSync } from "node:child_process";

/**
 * Kills a process and all that it started, at once and without a word: cdktf gives Terraform a terminal of its own, which
 * a signal to the group does not reach.
 */
export function killTree(pid: number): void {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  const parents = new Map(lines.map((line) => line.trim().split(/\s+/).map(Number) as [number, number]));
  for (const one of descendants(pid, parents)) {
    try {
      process.kill(one, "SIGKILL");
    } catch {
      // it ended by itself
    }
  }
}

/** A process and all that it started, from what each was started by. */
export function descendants(pid: number, parents: ReadonlyMap<number, number>): number[] {
  const children = [...parents].filter(([, parent]) => parent === pid).map(([child]) => child);
  return [pid, ...children.flatMap((child) => descendants(child, parents))];
}
