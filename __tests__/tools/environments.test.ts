import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { environmentNames, hostedZones, loadEnvironment } from "../../tools/environments";
import { FIXTURES } from "../fixtures";

let project: string;
beforeEach(() => (project = fs.mkdtempSync(path.join(os.tmpdir(), "holdfast-environments-"))));
afterEach(() => fs.rmSync(project, { recursive: true, force: true }));

function write(file: string, source: string): void {
  const target = path.join(project, "environments", file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, source);
}

/** An environment that is right, with a name, a network and a hostname of its own. */
const good = (number: number): string => `
  import { defineEnvironment } from "holdfast/environments/definition";
  import { stated } from "./${number === 0 ? "" : "../"}constants/stated";
  export default defineEnvironment({ ...stated, application: "shop-${number}",
    network: { ...stated.network, cidr: "10.${number}.0.0/16" },
    names: { ...stated.names, hostnames: ["shop-${number}"] } });`;

beforeEach(() => {
  const development = path.join(FIXTURES, "environments", "development");
  write("constants/stated.ts", `export { default as stated } from ${JSON.stringify(development)};`);
  write("production.ts", good(0));
});

const read = (typed: string) => loadEnvironment(typed, project);

describe("ENVIRONMENT", () => {
  test.each(["production", "environments/production.ts", "./environments/production.ts"])("may be %s", (typed) => {
    expect(read(typed)).toMatchObject({
      environment: { name: "production", file: "environments/production.ts", application: "shop-0" },
      remarks: [],
    });
  });

  test("may name a file in folders, whose name is the environment's", () => {
    write("examples/production.ts", good(1));
    expect(read("examples/production").environment).toMatchObject({
      name: "production",
      file: "environments/examples/production.ts",
    });
  });

  test.each([
    ["prod", 'ENVIRONMENT "prod" is not known; the nearest is production, and there are eu/staging'],
    ["staging", 'ENVIRONMENT "staging" is not known; the nearest is eu/staging, and there are production'],
    ["constructor", 'ENVIRONMENT "constructor" is not known'],
    ["a.b/production", 'ENVIRONMENT "a.b/production" must be the path of a file below environments/'],
    ["../production", 'ENVIRONMENT "../production" must be the path of a file below environments/'],
    ["eu/Prod_1", 'ENVIRONMENT "eu/Prod_1" must end with lower-case letters, digits and hyphens'],
  ])("is refused when it is %s", (typed, message) => {
    write("eu/staging.ts", good(2));
    expect(() => read(typed)).toThrow(message);
  });

  test("is refused with the way to a first one where there is none", () => {
    fs.rmSync(path.join(project, "environments"), { recursive: true });
    expect(() => read("production")).toThrow("Write one with `npm run new -- environment production`");
  });
});

describe("the file that is asked for", () => {
  test.each([
    [
      "is no TypeScript",
      "export const = 1;",
      /^environments\/x\.ts cannot be read: Expected .*\(environments\/x\.ts:1:13\)$/,
    ],
    [
      "throws",
      'const a: any = undefined;\n\nexport default a.b("c");',
      /^environments\/x\.ts cannot be read: it throws while it is loaded: TypeError: .* \(environments\/x\.ts:3\)$/,
    ],
    ["throws what is no error", "throw null;", /cannot be read: it throws while it is loaded: null$/],
    [
      "exports no environment",
      "export const a = 1;",
      /^environments\/x\.ts is no environment: it has no default export/,
    ],
    ["exports a list", "export default [];", /is no environment/],
    ["is wrong", "export default {};", /^environments\/x\.ts: invalid environment\n {2}- application is required/],
  ])("is refused when it %s", (_name, source, message) => {
    write("x.ts", source);
    expect(() => read("x")).toThrow(message);
  });

  test("has the very functions of the program that loads it, and packages of the project", () => {
    write(
      "shared.ts",
      `import { raw } from "holdfast/kernel"; import path from "node:path"; export default { raw, path };`,
    );
    expect(() => read("shared")).toThrow(/raw is not known here/);
  });
});

describe("other files", () => {
  test.each([
    ["no environments", { "empty.ts": "", "constants.ts": "export const a = 1;", "types.d.ts": "no TypeScript" }],
    ["environments with errors", { "demo.ts": "export default { network: null, names: 1 };" }],
    ["of the package", { "definition/schema.ts": "export const = 1;" }],
  ])("that are %s stop nobody", (_name, files) => {
    for (const [file, source] of Object.entries(files)) write(file, source);
    expect(read("production").remarks).toEqual([]);
  });

  test.each([
    ["is no TypeScript", "export const = 1;", /Expected .*\(environments\/a\/broken\.ts:1:13\)\.$/],
    ["throws", "throw new Error('not on my machine');", /throws while it is loaded: Error: not on my machine/],
    ["imports what is not there", 'import "./nowhere";', /Could not resolve "\.\/nowhere"/],
  ])("are skipped with one line when one %s", (_name, source, why) => {
    write("a/broken.ts", source);
    const { environment, remarks } = read("production");
    expect(environment.name).toBe("production");
    expect(remarks).toEqual([expect.stringMatching(why)]);
    expect(remarks[0]).toMatch(/^environments\/a\/broken\.ts was not compared with this environment: /);
    expect(remarks[0]).not.toContain("\n");
  });

  test("are compared", () => {
    write("copy/production.ts", good(1).replace("shop-1", "shop-0"));
    expect(() => read("production")).toThrow("application must differ from that of environments/copy/production.ts");
  });
});

test("the environments of a project are those that state one, or may", () => {
  write("broken.ts", "export const = 1;");
  write("constants.ts", "export const a = 1;");
  write("eu/staging.ts", good(2));
  expect(environmentNames(project)).toEqual(["broken", "eu/staging", "production"]);
});

test("hosted zones are those of the environments that can be read", () => {
  write("broken.ts", "export const = 1;");
  write("strange.ts", "export default { names: { zone: 'a' } };");
  expect(hostedZones(undefined, project)).toEqual({ Z0123456789ABCDEFGHIJ: "example.com" });
  expect(hostedZones(["strange"], project)).toEqual({});
});
