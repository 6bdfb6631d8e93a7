import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { PACKAGE } from "../../tools/project";

const TESTS = join(PACKAGE, "__tests__");
const IMPORT = /(?:from|import|require\()\s*"(\.[^"]+)"/g;

/** What the tests import by path, as paths of the project: `environments/production`. */
function imports(file: string): string[] {
  const source = readFileSync(join(TESTS, file), "utf8");
  return [...source.matchAll(IMPORT)].map(([, target]) => relative(PACKAGE, join(TESTS, dirname(file), target)));
}

test("no test stands on an environment of the project, which people change and delete: fixtures/environments has some", () => {
  const files = readdirSync(TESTS, { recursive: true })
    .map(String)
    .filter((file) => /\.ts$/.test(file) && !/(^|\/)build\//.test(file));
  expect(files.length).toBeGreaterThan(50);
  const standing = files.filter((file) => imports(file).some((path) => /^environments\/(?!definition)/.test(path)));
  expect(standing).toEqual([]);
});
