import * as path from "node:path";
import { FakeProject, pythonOf } from "./fake-project";

let project: FakeProject;
beforeEach(() => (project = new FakeProject()));
afterEach(() => project.remove());

const GOOD = { version: "3.11.7", moto: "5.2.1", complete: true };

/** A Python that can make an environment with another Python in it, whose pip does as told. */
function pythonWithVenv(answer: { version: string; moto?: string; complete?: boolean }, pip: string[] = []): string[] {
  const own = path.join(project.root, ".venv-emulator/bin/python");
  const inside = JSON.stringify({ path: own, version: "3.11.7", moto: "5.2.5", complete: true });
  project.write(
    "inside",
    ["#!/bin/sh", 'if [ "$2" = pip ]; then', ...pip, "exit 0; fi", `echo '${inside}'`, ""].join("\n"),
  );
  return [
    ...pythonOf(project.root, answer),
    `if [ "$2" = venv ]; then /bin/mkdir -p "$3/bin"; /bin/cp "${path.join(project.root, "inside")}" "$3/bin/python";`,
    '/bin/chmod +x "$3/bin/python"; fi',
  ];
}

describe("the emulator's Python", () => {
  test("is the one on PATH when its moto is in the tested range", () => {
    project.program("python3", ...pythonOf(project.root, GOOD));
    const { status, output } = project.setup("python");
    expect({ status, output }).toMatchObject({
      status: 0,
      output: expect.stringContaining("moto 5.2.1 (found on PATH)") as string,
    });
    expect(JSON.parse(project.read("build/tools.json"))).toMatchObject({
      python: { path: path.join(project.root, "bin/python3"), moto: "5.2.1" },
    });
  });

  test("is looked for under its other names behind a name that does not answer", () => {
    project.program("python3", "exit 127");
    project.program("python3.12", ...pythonOf(project.root, { ...GOOD, version: "3.12.1" }));
    expect(project.setup("python").output).toContain("Python 3.12.1 with moto 5.2.1");
  });

  test.each([
    [{ ...GOOD, version: "3.9.18" }, "Python 3.9.18 is older than 3.10"],
    [{ ...GOOD, moto: "5.2.0" }, "its moto 5.2.0 is outside the tested range 5.2.1 to 5.2.5"],
    [{ ...GOOD, moto: "5.3.0" }, "its moto 5.3.0 is outside the tested range 5.2.1 to 5.2.5"],
    [{ version: "3.11.7" }, "it has no moto"],
    [{ ...GOOD, complete: false }, "its moto 5.2.1 cannot start a server"],
  ])("is not %j", (answer, why) => {
    project.program("python3", ...pythonOf(project.root, answer));
    project.env.HOLDFAST_PYTHON = "path";
    const { status, output } = project.setup("python");
    expect(status).toBe(1);
    expect(output).toContain(why);
  });

  test("is made when the moto on PATH is out of range, and is used from then on", () => {
    project.program("python3", ...pythonWithVenv({ ...GOOD, moto: "4.0.0" }));
    const first = project.setup("python");
    expect(first.output).toMatch(/creating the emulator's Python environment .*\.\.\.[^]*done in \d+ s/);
    expect(first.output).toContain("moto 5.2.5 (own environment .venv-emulator)");
    expect(project.setup("python").output).not.toContain("making");
  });

  test("is the project's own where HOLDFAST_PYTHON=venv wants it, even with a good moto on PATH", () => {
    project.program("python3", ...pythonWithVenv(GOOD));
    project.env.HOLDFAST_PYTHON = "venv";
    expect(project.setup("python").output).toContain("own environment .venv-emulator");
  });

  test("is made anew when the requirements changed", () => {
    project.program("python3", ...pythonWithVenv(GOOD));
    project.env.HOLDFAST_PYTHON = "venv";
    project.setup("python");
    project.write("emulator/requirements.txt", "moto[server]==5.2.4\n");
    expect(project.setup("python").output).toContain("creating the emulator's Python environment");
  });

  test("is not taken for whole when its installation was interrupted", () => {
    project.env.HOLDFAST_PYTHON = "venv";
    project.program("python3", ...pythonWithVenv(GOOD, ["echo 'connection reset'; exit 1"]));
    const first = project.setup("python");
    expect(first.status).toBe(1);
    expect(first.output).toMatch(/`pip install` into \.venv-emulator failed[^]*connection reset/);
    expect(project.has(".venv-emulator/bin/python")).toBe(true);
    project.program("python3", ...pythonWithVenv(GOOD));
    expect(project.setup("python").output).toContain("creating the emulator's Python environment");
  });

  test("that cannot make environments is reported with the package to install", () => {
    const debian = "The virtual environment was not created successfully because ensurepip is not available.";
    project.env.HOLDFAST_PYTHON = "venv";
    project.program("python3", ...pythonOf(project.root, GOOD), `echo "${debian}"; exit 1`);
    const { status, output } = project.setup("python");
    expect(status).toBe(1);
    expect(output).toContain(
      "its venv module is missing: install it (on Debian and Ubuntu `apt-get install python3-venv`)",
    );
  });

  test.each([
    ["there is none", undefined, "there is none on PATH"],
    ["it is too old", "3.9.2", "bin/python3 is 3.9.2"],
  ])("is asked for when %s", (_, version, what) => {
    if (version) project.program("python3", ...pythonOf(project.root, { version }));
    const { status, output } = project.setup("python");
    expect(status).toBe(1);
    expect(output).toMatch(/The emulator needs Python 3\.10 or later \(.*\): install it/);
    expect(output).toContain(what);
  });

  test("is not chosen by a word that means nothing", () => {
    project.env.HOLDFAST_PYTHON = "conda";
    expect(project.setup("python").output).toContain("HOLDFAST_PYTHON is 'conda': it can be auto, venv, path.");
  });
});
