import { FakeProject, terraformOf } from "./fake-project";

let project: FakeProject;
beforeEach(() => (project = new FakeProject()));
afterEach(() => project.remove());

describe("set-up", () => {
  test("says nothing when all is there", () => {
    expect(project.setup()).toEqual({ status: 0, output: "" });
  });

  test("refuses a word that it does not know", () => {
    const { status, output } = project.setup("docker");
    expect(status).toBe(1);
    expect(output).toContain("does not know 'docker'; it can get packages, terraform, python, scanners");
  });

  test("refuses a Node outside of engines", () => {
    project.write("package.json", { engines: { node: "^98.1.0 || >=99.12.0" } });
    const { status, output } = project.setup();
    expect(status).toBe(1);
    expect(output).toContain("is not supported: install Node ^98.1.0 or >=99.12.0");
  });

  test.each([
    ["20.19.0", true],
    ["20.18.9", false],
    ["21.7.0", false],
    ["22.12.0", true],
    ["22.11.0", false],
    ["24.0.0", true],
  ])("Node %s is within engines: %s", (version, expected) => {
    expect(project.call("versions.mjs", "satisfies", version, "^20.19.0 || >=22.12.0")).toBe(expected);
  });
});

describe("the npm packages", () => {
  test("are installed when there are none", () => {
    project.program("npm");
    project.write("node_modules/.package-lock.json", "");
    const { status, output } = project.setup();
    expect(status).toBe(0);
    expect(output).toMatch(/node_modules is missing or incomplete: installing the locked npm packages \.\.\./);
    expect(output).toMatch(/done in \d+ s/);
    expect(project.calls("npm")).toEqual(["ci --no-audit --no-fund --loglevel=warn"]);
  });

  test("are installed when one has another version than the lock file", () => {
    project.program("npm");
    project.write("package-lock.json", { packages: { "node_modules/left": { version: "1.0.1" } } });
    expect(project.setup().output).toContain("node_modules/left is not the locked version 1.0.1");
    expect(project.calls("npm")).toHaveLength(1);
  });

  test("are left alone when only an optional one is missing", () => {
    project.program("npm");
    const optional = { version: "1.0.0", optional: true };
    const left = { version: "1.0.0", integrity: "sha512-left" };
    project.write("package-lock.json", { packages: { "node_modules/left": left, "node_modules/other-os": optional } });
    expect(project.setup().status).toBe(0);
    expect(project.calls("npm")).toEqual([]);
  });

  test("that cannot be installed are reported with npm's last lines", () => {
    project.program("npm", "echo 'npm error network timeout' >&2", "exit 1");
    project.write("node_modules/.package-lock.json", "");
    const { status, output } = project.setup();
    expect(status).toBe(1);
    expect(output).toMatch(/`npm ci` failed .*check the network[^]*npm error network timeout/);
  });

  test("are installed by one of two set-ups at a time", () => {
    project.write("build/setup.lock", "999999999"); // of a process that died
    project.program("npm");
    project.write("node_modules/.package-lock.json", "");
    expect(project.setup().status).toBe(0);
    expect(project.has("build/setup.lock")).toBe(false);
  });
});

describe("Terraform", () => {
  test("that is missing is asked for", () => {
    const { status, output } = project.setup("terraform");
    expect(status).toBe(1);
    expect(output).toMatch(
      /^Setup cannot continue\. Terraform is not on PATH: install Terraform 1\.11\.0 or later \(https:.*\)\.$/m,
    );
  });

  test("that is too old is named with its version", () => {
    project.program("terraform", ...terraformOf("1.10.5"));
    const { status, output } = project.setup("terraform");
    expect(status).toBe(1);
    expect(output).toMatch(/bin\/terraform is Terraform 1\.10\.5, too old: install Terraform 1\.11\.0 or later/);
  });

  test("that does not answer is reported with what it said", () => {
    project.program("terraform", "echo 'cannot execute' >&2", "exit 126");
    expect(project.setup("terraform").output).toMatch(
      /does not report its version \(exit status 126\)[^]*cannot execute/,
    );
  });

  test("is read in spite of warnings around its answer", () => {
    const answer = 'There are some problems\n│ Warning: x\n{\n  "terraform_version": "1.11.4"\n}\nmore';
    expect(project.call("terraform.mjs", "readVersion", answer)).toBe("1.11.4");
  });
});
