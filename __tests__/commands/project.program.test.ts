import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { PACKAGE, readJson, writeJson } from "../../tools/project";
import { synthesize } from "../../tools/synthesis";

const RUNNER = path.join(PACKAGE, "commands", "run.mjs");

/** A project that has the package elsewhere, as a team has it in node_modules: cdktf.json, environments and packages. */
let project: string;

beforeEach(() => {
  project = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "holdfast-consumer-")));
  writeJson(path.join(project, "cdktf.json"), { app: `node ${RUNNER} ${path.join(PACKAGE, "main.ts")}` });
  fs.mkdirSync(path.join(project, "environments"));
  fs.symlinkSync(fs.realpathSync(path.join(PACKAGE, "node_modules")), path.join(project, "node_modules"));
});
afterEach(() => fs.rmSync(project, { recursive: true, force: true }));

jest.setTimeout(120_000);

function command(name: string, ...args: string[]) {
  const file = path.join(PACKAGE, "commands", `${name}.ts`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [RUNNER, file, ...args], {
    cwd: project,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const synth = (environment: string) => synthesize(environment, path.join(project, "cdktf.out"), undefined, project);
const files = () => fs.readdirSync(project).sort();

describe("npm run new -- environment", () => {
  test("writes a small environment that synthesizes as it is, in a project with the package elsewhere", async () => {
    expect(command("new", "environment", "preview")).toEqual({
      status: 0,
      stdout: [
        "Wrote environments/preview.ts. Put your account, zone and image into it. Then:",
        "  ENVIRONMENT=preview npx cdktf synth  # checks it, and writes what Terraform gets",
        "  ENVIRONMENT=preview npx cdktf deploy primary --output cdktf.out.preview  # deploys it to your account, and then",
        "  ENVIRONMENT=preview npx cdktf deploy edge --output cdktf.out.preview  # its names",
        "",
      ].join("\n"),
      stderr: "",
    });
    const stacks = await synth("preview");
    expect(stacks.map(({ name }) => name).sort()).toEqual(["edge", "primary"]);
    expect(stacks.flatMap(({ warnings }) => warnings)).toEqual([]);
    const [, primary] = [...stacks].sort((left, right) => left.name.localeCompare(right.name));
    expect(readJson(path.join(primary.directory, "cdk.tf.json"))).toMatchObject({
      terraform: { backend: { local: { path: "../../../terraform.preview.primary.tfstate" } } },
    });
    // What commands make stands in the project, and nothing of it in the package.
    expect(files()).toEqual(["build", "cdktf.json", "cdktf.out", "environments", "node_modules"]);
  });

  test("writes one beside it that collides with it in nothing", async () => {
    for (const name of ["preview", "shop/preview"]) expect(command("new", "environment", name).status).toBe(0);
    const stacks = await synth("shop/preview");
    expect(stacks.flatMap(({ warnings }) => warnings)).toEqual([]);
  });

  test("refuses to write over a file", () => {
    fs.writeFileSync(path.join(project, "environments", "preview.ts"), "mine");
    expect(command("new", "environment", "preview")).toMatchObject({
      status: 1,
      stderr: "environments/preview.ts is there already: choose another name, or change that file.\n",
    });
    expect(fs.readFileSync(path.join(project, "environments", "preview.ts"), "utf8")).toBe("mine");
  });

  test.each([
    [
      "definition/preview",
      "environments/definition/preview.ts is no place for an environment: choose another folder.\n",
    ],
    [
      "preview-of-the-whole-platform",
      "The name preview-of-the-whole-platform is too long: names of resources begin with",
    ],
  ])("refuses %s before it writes anything", (name, message) => {
    const { status, stderr } = command("new", "environment", name);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
    expect(fs.readdirSync(path.join(project, "environments"))).toEqual([]);
  });

  test("refuses a name that resources could not have", () => {
    const { status, stderr } = command("new", "environment", "My Preview");
    expect(status).toBe(1);
    expect(stderr).toContain('The name "My Preview" must be the path of a file below environments/');
    expect(fs.readdirSync(path.join(project, "environments"))).toEqual([]);
  });
});

test("a broken file of somebody else stops nobody", async () => {
  command("new", "environment", "preview");
  fs.writeFileSync(path.join(project, "environments", "broken.ts"), "export const = 1;");
  expect((await synth("preview")).length).toBeGreaterThan(0);
});

test("an environment that is not there is refused with those that are, without a stack trace", async () => {
  command("new", "environment", "preview");
  await expect(synth("production")).rejects.toThrow('ENVIRONMENT "production" is not known; the nearest is preview');
});

describe("npm run runbook", () => {
  test("writes the runbook of an environment into the project: Markdown, and a page that asks for nothing", () => {
    const stated = fs.readFileSync(path.join(PACKAGE, "environments", "production.ts"), "utf8");
    const definition = path.join(PACKAGE, "environments", "definition");
    fs.writeFileSync(
      path.join(project, "environments", "production.ts"),
      stated
        .replace('"./definition"', JSON.stringify(definition))
        .replace('application: "nimbus"', 'application: "shop"'),
    );
    expect(command("runbook")).toEqual({
      status: 0,
      stdout: "dist/runbook/production.md\ndist/runbook/production.html\n",
      stderr: "",
    });
    const [markdown, page] = ["md", "html"].map((type) =>
      fs.readFileSync(path.join(project, "dist", "runbook", `production.${type}`), "utf8"),
    );
    expect(markdown).toContain("# restore, as shop-production-recover\nnpx cdktf deploy dr --auto-approve\n");
    expect(page).toContain("<title>Runbook: us-east-1 is gone</title>");
    expect(page).toContain("<td>decide</td>");
    expect(page).toContain("# restore, as shop-production-recover\nnpx cdktf deploy dr --auto-approve\n</code></pre>");
    expect(page).not.toMatch(/<(?:script|link|img)|\bsrc=|url\(/);
  });
});
