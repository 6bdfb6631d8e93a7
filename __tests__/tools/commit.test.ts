import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { commitOf } from "../../tools/commit";

describe("the commit of a project", () => {
  let directory: string;
  const git = (...args: string[]): string =>
    execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.com", ...args], {
      cwd: directory,
      encoding: "utf8",
    }).trim();

  beforeEach(() => {
    directory = fs.mkdtempSync(path.join(tmpdir(), "commit-"));
    fs.writeFileSync(path.join(directory, "file"), "one");
  });
  afterEach(() => fs.rmSync(directory, { recursive: true, force: true }));

  test("is that of its files, and is marked where they differ", () => {
    git("init", "--quiet");
    git("add", "file");
    git("commit", "--quiet", "--message", "One");
    const commit = git("rev-parse", "HEAD");
    expect(commitOf(directory)).toBe(commit);
    fs.writeFileSync(path.join(directory, "beside"), "nobody's");
    expect(commitOf(directory)).toBe(commit);
    fs.writeFileSync(path.join(directory, "file"), "two");
    expect(commitOf(directory)).toBe(`${commit}-dirty`);
  });

  test("is unknown without a commit", () => {
    git("init", "--quiet");
    expect(commitOf(directory)).toBeUndefined();
  });
});
