import { spawn, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

const RUNNER = path.resolve(__dirname, "..", "..", "commands", "run.mjs");
let directory: string;
beforeEach(() => (directory = fs.mkdtempSync(path.join(os.tmpdir(), "holdfast-run-"))));
afterEach(() => fs.rmSync(directory, { recursive: true, force: true }));

function write(name: string, source: string): string {
  const file = path.join(directory, name);
  fs.writeFileSync(file, source);
  return file;
}

function run(file: string, ...args: string[]) {
  return spawnSync(process.execPath, [RUNNER, file, ...args], { encoding: "utf8" });
}

describe("commands/run.mjs", () => {
  test("runs TypeScript with its arguments and passes its output and exit status on", () => {
    const file = write(
      "a.ts",
      "const [, , ...rest]: string[] = process.argv; console.log(rest.join('+')); process.exitCode = 7;",
    );
    expect(run(file, "x", "--y")).toMatchObject({ status: 7, stdout: "x+--y\n", stderr: "" });
  });

  test("bundles what the file imports", () => {
    write("part.ts", "export const answer: number = 42;");
    expect(run(write("b.ts", 'import { answer } from "./part"; console.log(answer);')).stdout).toBe("42\n");
  });

  test("sees what changed since the last run, in the file, in what it imports, and in a folder", () => {
    const past = new Date(Date.now() - 60_000);
    const old = (name: string, source: string): string => {
      const file = write(name, source);
      fs.utimesSync(file, past, past);
      return file;
    };
    fs.mkdirSync(path.join(directory, "part"));
    old("part/index.ts", 'export const answer = "folder";');
    const file = old("f.ts", 'import { answer } from "./part"; console.log(answer);');
    expect([run(file).stdout, run(file).stdout]).toEqual(["folder\n", "folder\n"]);
    write("part/index.ts", 'export const answer = "changed";');
    expect(run(file).stdout).toBe("changed\n");
    write("part.ts", 'export const answer = "file";');
    expect(run(file).stdout).toBe("file\n");
    write("f.ts", 'console.log("alone");');
    expect(run(file).stdout).toBe("alone\n");
  });

  test("names the place in the TypeScript file where an error was thrown", () => {
    const file = write(
      "c.ts",
      "interface Empty {\n  a?: string;\n}\nfunction fail(_: Empty): never {\n  throw new Error('no');\n}\nfail({});\n",
    );
    const { status, stderr } = run(file);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Error: no\n {4}at fail \(.*c\.ts:5:\d+\)/m);
  });

  test("reports a rejected promise that nobody handles in the same way", () => {
    const { status, stderr } = run(
      write("d.ts", "const later = async (): Promise<void> => {\n  throw new Error('late');\n};\nvoid later();\n"),
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/Error: late\n.*d\.ts:2:\d+/);
  });

  test("shows what esbuild says of a file that is no TypeScript", () => {
    const { status, stderr } = run(write("e.ts", "const = 1;"));
    expect(status).toBe(1);
    expect(stderr).toContain("Expected identifier");
  });

  test.each([
    [[], "Usage: node commands/run.mjs <file.ts> [arguments]"],
    [["missing.ts"], "There is no file missing.ts."],
  ])("refuses the arguments %j", (args, message) => {
    const { status, stderr } = spawnSync(process.execPath, [RUNNER, ...args], { encoding: "utf8" });
    expect(status).toBe(1);
    expect(stderr).toContain(message);
  });

  test("lets signals reach the program", async () => {
    const file = write(
      "f.ts",
      "process.on('SIGTERM', () => process.exit(5)); setInterval(() => {}, 1000); console.log('up');",
    );
    const child = spawn(process.execPath, [RUNNER, file]);
    await new Promise((resolve) => child.stdout.once("data", resolve));
    child.kill("SIGTERM");
    expect(await new Promise((resolve) => child.once("exit", resolve))).toBe(5);
  });

  test("does not mix up two versions of a file that run at once", async () => {
    const results = await Promise.all(
      [1, 2, 3, 4].map(async (number) => {
        const folder = fs.mkdtempSync(path.join(directory, "version-"));
        const file = path.join(folder, "same.ts");
        fs.writeFileSync(file, `console.log(${number});`);
        const child = spawn(process.execPath, [RUNNER, file]);
        let output = "";
        child.stdout.on("data", (text) => (output += String(text)));
        await new Promise((resolve) => child.once("close", resolve));
        return output;
      }),
    );
    expect(results).toEqual(["1\n", "2\n", "3\n", "4\n"]);
  });
});
