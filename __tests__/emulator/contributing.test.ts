import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../tools/process";
import { tool } from "../../tools/programs";
import { PACKAGE } from "../../tools/project";
import { edits, follow } from "../contributing/recipes";

/** The recipe of CONTRIBUTING.md for an operation, followed in a copy of the emulator. */
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "contributing-"));
  cpSync(join(PACKAGE, "emulator"), join(folder, "emulator"), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tests = (pattern: string) =>
  run(tool("python").path, ["-m", "unittest", "discover", "-s", "emulator/tests", "-p", pattern], {
    cwd: folder,
    env: { PYTHONPATH: "emulator" },
  });

test("an operation of the emulator is added, answers, and is listed", async () => {
  const [handler, itsTest, needs, row] = edits("An operation of the emulator");
  follow(folder, handler);
  follow(folder, itsTest);
  follow(folder, needs);
  // Without its line in the README the table misses it, and a test says so.
  expect(await tests("test_overlay.py")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("GetServiceSetting") as string,
  });
  follow(folder, row);
  for (const pattern of ["test_overlay.py", "test_ssm_settings.py"]) {
    expect(await tests(pattern)).toMatchObject({ status: 0, stderr: expect.stringMatching(/^OK$/m) as string });
  }
});
