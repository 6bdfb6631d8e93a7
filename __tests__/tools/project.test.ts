import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { PACKAGE, findProject } from "../../tools/project";

let directory: string;
beforeEach(() => (directory = fs.mkdtempSync(path.join(os.tmpdir(), "holdfast-project-"))));
afterEach(() => fs.rmSync(directory, { recursive: true, force: true }));

describe("the project", () => {
  test("is the nearest folder upwards with a cdktf.json", () => {
    const below = path.join(directory, "environments", "shop");
    fs.mkdirSync(below, { recursive: true });
    fs.writeFileSync(path.join(directory, "cdktf.json"), "{}");
    expect(findProject(below)).toBe(directory);
  });

  test("is the package's own folder where there is none", () => {
    expect(findProject(directory)).toBe(PACKAGE);
  });
});

test("the package is where main.ts is", () => {
  expect(fs.existsSync(path.join(PACKAGE, "main.ts"))).toBe(true);
});
