import * as fs from "node:fs";
import * as path from "node:path";
import { Failure } from "../tools/failure";
import { PROJECT } from "../tools/project";

/** What is no part of the project: made by commands, by cdktf, by Terraform or by Python, or somebody's own. */
const NOT_OURS =
  /^(?:\.git|node_modules|build|dist|cdktf\.out.*|cdktf\.log|\.terraform.*|\.tools|\.venv.*|__pycache__|.*\.tfstate(?:\..*)?|.*\.tfplan|.*\.pyc)$/;

/**
 * A copy of the project, as an operator has one: commands are typed in it, and files of it are edited, without any change
 * to the one that the drill is started in.
 */
export class Checkout {
  private constructor(readonly directory: string) {}

  /** Makes it in a folder that is not there yet; it uses the project's packages and tools. */
  static make(directory: string): Checkout {
    fs.mkdirSync(directory, { recursive: true });
    const isOurs = (source: string): boolean => !NOT_OURS.test(path.basename(source));
    // One by one: Node copies no folder into one that is below it.
    for (const name of fs.readdirSync(PROJECT).filter(isOurs)) {
      fs.cpSync(path.join(PROJECT, name), path.join(directory, name), { recursive: true, filter: isOurs });
    }
    fs.symlinkSync(fs.realpathSync(path.join(PROJECT, "node_modules")), path.join(directory, "node_modules"));
    fs.mkdirSync(path.join(directory, "build"));
    const tools = fs.readdirSync(path.join(PROJECT, "build")).filter((name) => /^tools.*\.json$/.test(name));
    for (const name of tools) fs.copyFileSync(path.join(PROJECT, "build", name), path.join(directory, "build", name));
    return new Checkout(directory);
  }

  /** A path in it. */
  path(...parts: string[]): string {
    return path.join(this.directory, ...parts);
  }

  /** A file's text. */
  read(file: string): string {
    return fs.readFileSync(this.path(file), "utf8");
  }

  /**
   * Changes a file as an editor does: a text that stands there once becomes another.
   * @throws Failure when it stands there not at all, or more than once
   */
  edit(file: string, before: string, after: string): void {
    const text = this.read(file);
    const found = text.split(before).length - 1;
    if (found !== 1)
      throw new Failure(`${file} has ${found} times, instead of once, the text ${JSON.stringify(before)}.`);
    fs.writeFileSync(
      this.path(file),
      text.replace(before, () => after),
    );
  }
}
