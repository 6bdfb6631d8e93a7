import { execFileSync } from "node:child_process";
import * as fs from "node:fs";

/** Whose memory is counted: the programs of this project, or Terraform with its provider, which are not ours to make smaller. */
export type Role = "own" | "terraform";

interface ProcessInfo {
  readonly group: number;
  readonly megabytes: () => number;
}

const INTERVAL = 500;

/** Watches how much memory groups of processes take together, and keeps the highest sum of each role. */
export class MemoryWatch {
  private readonly roles = new Map<number, Role>();
  private readonly peaks: Record<Role, number> = { own: 0, terraform: 0 };
  private readonly timer: NodeJS.Timeout;

  constructor() {
    this.timer = setInterval(() => this.look(), INTERVAL);
    this.timer.unref();
  }

  /** Counts a process and those of its group (ours start each program in a group of its own). */
  readonly add = (role: Role, pid: number): void => {
    this.roles.set(pid, role);
    this.look();
  };

  /** The highest sums in MB, ourselves included in "own". */
  stop(): Readonly<Record<Role, number>> {
    clearInterval(this.timer);
    this.look();
    return { own: Math.round(this.peaks.own), terraform: Math.round(this.peaks.terraform) };
  }

  private look(): void {
    const sums: Record<Role, number> = { own: process.memoryUsage.rss() / 2 ** 20, terraform: 0 };
    for (const { group, megabytes } of process.platform === "linux" ? readProc() : readPs()) {
      const role = this.roles.get(group);
      if (role) sums[role] += megabytes();
    }
    for (const role of ["own", "terraform"] as const) this.peaks[role] = Math.max(this.peaks[role], sums[role]);
  }
}

function readProc(): ProcessInfo[] {
  return fs
    .readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      // After the name, which may hold anything, in parentheses: state, parent, group.
      const stat = textOf(`/proc/${pid}/stat`);
      const group = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[2]);
      return { group, megabytes: () => Number(/VmRSS:\s+(\d+)/.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0) / 1024 };
    });
}

/** Empty for a process that ended between two looks. */
function textOf(file: string): string {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function readPs(): ProcessInfo[] {
  const lines = execFileSync("ps", ["-axo", "pgid=,rss="], { encoding: "utf8" }).trim().split("\n");
  return lines.map((line) => {
    const [group, kilobytes] = line.trim().split(/\s+/).map(Number);
    return { group: group ?? 0, megabytes: () => (kilobytes ?? 0) / 1024 };
  });
}
