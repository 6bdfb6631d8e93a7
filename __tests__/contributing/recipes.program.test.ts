import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { Checkout } from "../../drill/checkout";
import { run } from "../../tools/process";
import { tool } from "../../tools/programs";
import { readJson } from "../../tools/project";
import { synthesize } from "../../tools/synthesis";
import { edits, follow } from "./recipes";

/**
 * The recipes of CONTRIBUTING.md, followed one after the other in a copy of the project: the module that is written first
 * gets an input, and is made in environments. Each costs seconds, so that they share the copy, and the checks at the end.
 */

jest.setTimeout(600_000);

let folder: string;
let project: Checkout;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "contributing-")));
  project = Checkout.make(join(folder, "project"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a program says when it fails; nothing when it does not. */
async function failure(program: string, ...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await run(program, args, { cwd: project.directory });
  return status === 0 ? "" : `${stdout}${stderr}`;
}

const bin = (path: string, ...args: string[]): Promise<string> =>
  failure(process.execPath, project.path("node_modules", ...path.split("/")), ...args);
const command = (name: string, ...args: string[]) =>
  run(process.execPath, [project.path("commands", "run.mjs"), project.path("commands", `${name}.ts`), ...args], {
    cwd: project.directory,
  });
const jestOf = (...files: string[]): Promise<string> => bin("jest/bin/jest.js", "--runInBand", ...files);
const prettier = (...args: string[]): Promise<string> => bin("prettier/bin/prettier.cjs", ...args);

/** The files that were written by hand, or by `npm run new`. */
const touched = new Set<string>();

async function followRecipe(title: string): Promise<void> {
  for (const edit of edits(title)) {
    follow(project.directory, edit);
    touched.add(edit.file);
  }
  expect(await prettier("--write", ...touched)).toBe("");
}

const UNIT_TEST = "__tests__/modules/audit-log.test.ts";

describe("a module that `npm run new` has written", () => {
  test("is published, and the command says what to do next", async () => {
    const { status, stdout, stderr } = await command("new", "module", "audit-log");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const [wrote, ...next] = stdout.trimEnd().split("\n");
    expect(wrote).toMatch(/^Wrote modules\/audit-log\/inputs\.ts, .* and terraform\/audit-log\/\./);
    expect(next.slice(0, -1).map((line) => line.trim().split(" ")[0])).toEqual([
      "modules/audit-log/inputs.ts",
      "modules/audit-log/index.ts",
      UNIT_TEST,
      "modules/audit-log/tests/options.tftest.hcl",
    ]);
    for (const file of wrote.match(/[\w/.-]+\.ts/g) ?? []) touched.add(file);
    expect(touched).toContain("modules/index.ts");
  });

  test("passes what `npm test` checks, as it is", async () => {
    const [format, fmt, unit, stale] = await Promise.all([
      prettier("--check", ...touched),
      failure(tool("terraform").path, "fmt", "-check", "-diff", "-recursive", project.path("terraform", "audit-log")),
      jestOf(UNIT_TEST),
      command("modules", "--check"),
    ]);
    expect({ format, fmt, unit, stale: stale.stderr }).toEqual({ format: "", fmt: "", unit: "", stale: "" });
  });

  test("is not written over", async () => {
    const { status, stderr } = await command("new", "module", "audit-log");
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: "modules/audit-log is there already: choose another name, or change what is there.\n",
    });
  });
});

describe("an input", () => {
  beforeAll(() => followRecipe("An input"));

  test("is a variable of the published module, and is used there", async () => {
    expect(await command("modules")).toMatchObject({ status: 0, stderr: "" });
    expect(project.read("terraform/audit-log/variables.tf")).toMatch(
      /variable "skip_destroy" \{\n {2}description = "Whether AWS keeps the log group .*"\n {2}type +=/,
    );
    expect(project.read("terraform/audit-log/main.tf")).toMatch(/skip_destroy += var\.skip_destroy/);
  });

  test("has its JSDoc as help where it is given", () => {
    expect(helpOf("skipDestroy", UNIT_TEST)).toMatch(/^Whether AWS keeps the log group .*@default false$/);
  });
});

describe("a module in environments, a stack, and a recovery mechanism", () => {
  beforeAll(async () => {
    for (const title of ["A module in environments", "A stack", "A recovery mechanism"]) await followRecipe(title);
    project.edit(PRODUCTION, "  loadBalancer: {},\n", "  loadBalancer: {},\n  auditLog: { retentionDays: 30 },\n");
  });

  test("are made, and the rules of the stacks have nothing against them", async () => {
    const stacks = await synthesized();
    const json = (name: string) =>
      readJson<Stack>(join(stacks.find((stack) => stack.name === name)?.directory ?? "", "cdk.tf.json"));
    expect(json("primary").resource.aws_cloudwatch_log_group).toMatchObject({ audit_log: { retention_in_days: 30 } });
    expect(Object.keys(json("baseline").resource)).toContain("aws_s3_account_public_access_block");
    expect(Object.keys(json("dr").variable)).toContain("release_snapshot");
  });

  test("pass the tests of the recipes, and those that take every stack and every mechanism", async () => {
    const files = ["stacks/baseline.test.ts", "stacks/table.test.ts", "recovery/mechanisms.test.ts"];
    expect(await jestOf(UNIT_TEST, ...files.map((file) => `__tests__/${file}`))).toBe("");
  });

  test("have no fault of types or style", async () => {
    const [types, style] = await Promise.all([
      bin("typescript/bin/tsc", "--noEmit"),
      bin("eslint/bin/eslint.js", ...touched),
    ]);
    expect({ types, style }).toEqual({ types: "", style: "" });
  });

  test("are judged: a rule refuses a stack that reaches for another region", async () => {
    const line = "super(app, identity, environment);";
    const stack = "stacks/baseline/index.ts";
    project.edit(stack, line, `${line}\n    this.createProvider("eu-west-1", "elsewhere");`);
    await expect(synthesized()).rejects.toThrow(/baseline: provider\.aws.*eu-west-1/);
    project.edit(stack, `\n    this.createProvider("eu-west-1", "elsewhere");`, "");
  });

  test("are judged: a mechanism that loses more than is promised is refused by what it says of itself", async () => {
    const before = 'region: "us-west-2",\n';
    project.edit(PRODUCTION, before, `${before}    database: { mechanism: "release_snapshot" },\n`);
    const refused = "must be at least 604800 s with a snapshot before each release";
    const stacks = await synthesized();
    const primary = stacks.find(({ name }) => name === "primary");
    expect(readFileSync(join(primary!.directory, "cdk.tf.json"), "utf8")).toContain(refused);
    expect(stacks.flatMap(({ warnings }) => warnings).join()).toContain(refused);
  });
});

const PRODUCTION = "__tests__/fixtures/environments/production.ts";
type Stack = Record<"resource" | "variable", Record<string, unknown>>;
const synthesized = () =>
  synthesize("production", join(folder, "out"), undefined, project.path("__tests__", "fixtures"));

/** What an editor of the copy shows beside the last place of a name in a file. */
function helpOf(name: string, file: string): string {
  const path = project.path(file);
  const { config } = ts.readConfigFile(project.path("tsconfig.json"), (from) => ts.sys.readFile(from)) as {
    config: unknown;
  };
  const only = { ...ts.sys, readDirectory: () => [] };
  const { options } = ts.parseJsonConfigFileContent(config, only, project.directory);
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [path],
    getScriptVersion: () => "1",
    getScriptSnapshot: (from) => ts.ScriptSnapshot.fromString(ts.sys.readFile(from) ?? ""),
    getCurrentDirectory: () => project.directory,
    getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
    fileExists: (from) => ts.sys.fileExists(from),
    readFile: (from) => ts.sys.readFile(from),
  });
  const info = service.getQuickInfoAtPosition(path, project.read(file).lastIndexOf(`${name}:`));
  const tags = (info?.tags ?? []).map((tag) => `@${tag.name} ${ts.displayPartsToString(tag.text)}`);
  return [ts.displayPartsToString(info?.documentation), ...tags].join(" ");
}
