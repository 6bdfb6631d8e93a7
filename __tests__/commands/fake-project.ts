import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

const REAL = path.resolve(__dirname, "..", "..");
const LOCKED = { "": { name: "fake" }, "node_modules/left": { version: "1.0.0", integrity: "sha512-left" } };

/** How a program ended. */
export interface Ended {
  readonly status: number | null;
  /** All that it printed. */
  readonly output: string;
}

/**
 * A project with our real set-up in a folder of its own, on a machine that has only the programs that the test puts on PATH:
 * each is a shell script, and the calls that it got can be read.
 */
export class FakeProject {
  readonly root = fs.mkdtempSync(path.join(os.tmpdir(), "holdfast-setup-"));
  private readonly bin = path.join(this.root, "bin");
  readonly env: Record<string, string> = {
    PATH: this.bin,
    HOME: path.join(this.root, "home"),
    XDG_DATA_DIRS: path.join(this.root, "share"),
  };

  constructor() {
    for (const folder of ["bin", "home", "emulator"]) fs.mkdirSync(path.join(this.root, folder));
    fs.cpSync(path.join(REAL, "commands", "setup"), path.join(this.root, "commands", "setup"), { recursive: true });
    fs.copyFileSync(path.join(REAL, "commands", "setup.mjs"), path.join(this.root, "commands", "setup.mjs"));
    this.write("cdktf.json", {});
    this.write("package.json", { engines: { node: "^20.19.0 || >=22.12.0" } });
    this.write("package-lock.json", { packages: LOCKED });
    this.write("node_modules/.package-lock.json", { packages: { "node_modules/left": LOCKED["node_modules/left"] } });
    this.write("emulator/moto-versions.json", { minimum: "5.2.1", maximum: "5.2.5", pinned: "5.2.5" });
    this.write("emulator/requirements.txt", "moto[server]==5.2.5\n");
  }

  /** Writes a file of the project, a value as JSON. */
  write(file: string, content: unknown): string {
    const target = path.join(this.root, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, typeof content === "string" ? content : JSON.stringify(content));
    return target;
  }

  /** Whether a file of the project is there. */
  has(file: string): boolean {
    return fs.existsSync(path.join(this.root, file));
  }

  /** The text of a file of the project. */
  read(file: string): string {
    return fs.readFileSync(path.join(this.root, file), "utf8");
  }

  /** Puts a program on PATH: lines of a POSIX shell, after one that notes the call. */
  program(name: string, ...lines: string[]): void {
    const note = `echo "$*" >> "${path.join(this.root, `${name}.calls`)}"`;
    this.write(`bin/${name}`, ["#!/bin/sh", note, ...lines, ""].join("\n"));
    fs.chmodSync(path.join(this.bin, name), 0o755);
  }

  /** The arguments of each call of a program, oldest first. */
  calls(name: string): string[] {
    const file = path.join(this.root, `${name}.calls`);
    return fs.existsSync(file) ? fs.readFileSync(file, "utf8").trim().split("\n") : [];
  }

  /** Runs the project's set-up. */
  setup(...wanted: string[]): Ended {
    const { status, stdout, stderr } = this.node([path.join(this.root, "commands", "setup.mjs"), ...wanted]);
    return { status, output: `${stdout}${stderr}` };
  }

  /** Calls a function of a module of set-up and gives back what it returns. */
  call(module: string, name: string, ...args: unknown[]): unknown {
    const file = path.join(this.root, "commands", "setup", module);
    const source = `import { ${name} } from ${JSON.stringify(file)};
      console.log(JSON.stringify({ result: await ${name}(...${JSON.stringify(args)}) }));`;
    const { status, stdout, stderr } = this.node(["--input-type=module", "-e", source]);
    if (status !== 0) throw new Error(stderr);
    return (JSON.parse(stdout) as { result?: unknown }).result;
  }

  /** Removes the folder. */
  remove(): void {
    fs.rmSync(this.root, { recursive: true, force: true });
  }

  private node(args: string[]) {
    return spawnSync(process.execPath, args, { cwd: this.root, env: this.env, encoding: "utf8" });
  }
}

/** A fake Terraform of some version. */
export function terraformOf(version: string): string[] {
  return [`if [ "$1" = version ]; then echo '{"terraform_version": "${version}"}'; fi`];
}

/** A fake Python that answers set-up's question about itself. */
export function pythonOf(root: string, answer: { version: string; moto?: string; complete?: boolean }): string[] {
  const json = JSON.stringify({ path: path.join(root, "bin", "python3"), ...answer });
  return [`if [ "$1" = -c ]; then echo '${json}'; exit 0; fi`];
}
