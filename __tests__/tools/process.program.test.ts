import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { run } from "../../tools/process";

const node = (source: string, options = {}) => run(process.execPath, ["-e", source], options);

describe("run", () => {
  test("gives back output and status, and never throws for a program that fails", async () => {
    const result = await node("console.log('out'); console.error('err'); process.exit(3)");
    expect(result).toMatchObject({ status: 3, stdout: "out\n", stderr: "err\n", timedOut: false });
  });

  test("tells a program that cannot be started", async () => {
    const result = await run("/nowhere/program", []);
    expect(result.status).toBeNull();
    expect(result.stderr).toContain("ENOENT");
  });

  test("takes a variable away where it is undefined", async () => {
    process.env.HOLDFAST_TEST = "inherited";
    const print = "console.log(process.env.HOLDFAST_TEST)";
    expect((await node(print)).stdout).toBe("inherited\n");
    expect((await node(print, { env: { HOLDFAST_TEST: undefined } })).stdout).toBe("undefined\n");
    delete process.env.HOLDFAST_TEST;
  });

  test("hands out lines as they come, also those that arrive in pieces", async () => {
    const lines: string[] = [];
    await node("process.stdout.write('a\\nb'); setTimeout(() => console.log('c'), 20)", {
      onLine: (line: string) => lines.push(line),
    });
    expect(lines).toEqual(["a", "bc"]);
  });

  test("kills a program that takes too long, with what it started", async () => {
    const pidFile = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "holdfast-process-")), "pid");
    const child = `require('fs').writeFileSync(${JSON.stringify(pidFile)}, String(process.pid)); setInterval(() => {}, 1000)`;
    const parent = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}]); setInterval(() => {}, 1000)`;
    const result = await node(parent, { timeoutSeconds: 1 });
    expect(result).toMatchObject({ status: null, timedOut: true });
    const pid = Number(fs.readFileSync(pidFile, "utf8"));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(isRunning(pid)).toBe(false);
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A process that ended, and that nobody has asked about yet, still has its number.
    return process.platform !== "linux" || !/^\d+ \(.*\) Z/.test(fs.readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}
