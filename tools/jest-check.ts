import * as fs from "node:fs";
import * as path from "node:path";
import { Check } from "./checks";
import { run } from "./process";
import { dist, PROJECT, readJson } from "./project";

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

/** One of jest's projects as a check that counts each of its tests. A test that is skipped counts as failed: nothing is left out in silence. */
export function jestCheck(title: string, project: string, ...flags: string[]): Check {
  return {
    title,
    run: async () => {
      const report = dist("test", `jest-${project}.json`);
      fs.mkdirSync(path.dirname(report), { recursive: true });
      fs.rmSync(report, { force: true });
      const jest = path.join(PROJECT, "node_modules", "jest", "bin", "jest.js");
      const args = [jest, "--selectProjects", project, "--json", `--outputFile=${report}`, ...flags];
      const { status, stderr } = await run(process.execPath, args, { env: { FORCE_COLOR: "0" } });
      if (!fs.existsSync(report)) return { passed: 0, failed: 1, output: stderr };
      const counts = readJson<JestReport>(report);
      const skipped = counts.numPendingTests + counts.numTodoTests;
      const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites + skipped;
      const output = skipped > 0 ? `${stderr}\n${skipped} tests are skipped: fix or remove them.` : stderr;
      // A failure outside of any test, such as no test at all, has no number of its own.
      return { passed: counts.numPassedTests, failed: Math.max(failed, status === 0 ? 0 : 1), output };
    },
  };
}
