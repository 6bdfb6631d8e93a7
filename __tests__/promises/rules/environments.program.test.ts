import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { synthesize } from "../../../tools/synthesis";
import { RULES, StackJson, checkStacks, describeRuleProblem, readStacks } from "../../../promises/rules";
import { STACKS } from "../../../stacks";
import { bodyOf } from "../../../promises/stack-json/elements";
import { environmentNames, loadEnvironment } from "../../../tools/environments";
import { FIXTURES } from "../../fixtures";
import { CONTEXT, dr } from "./fixtures";

/** The stacks of an environment as `npx cdktf synth` writes them: main.ts itself says which there are. */
async function stacksOf(environment: string): Promise<readonly StackJson[]> {
  const outdir = mkdtempSync(join(tmpdir(), "rules-"));
  try {
    await synthesize(environment, outdir, undefined, FIXTURES);
    return readStacks(outdir);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** The whole app is started for each environment. */
jest.setTimeout(60_000);

describe("the stacks of each environment", () => {
  test.each(environmentNames(FIXTURES))("of %s keep all the rules", async (name) => {
    const stacks = await stacksOf(name);
    const context = { environment: loadEnvironment(name, FIXTURES).environment, table: STACKS };
    expect(stacks.map((stack) => stack.name)).toContain("primary");
    expect(stacks.every(({ json }) => Object.keys(bodyOf(json.resource)).length > 0)).toBe(true);
    expect(checkStacks(stacks, context).map(describeRuleProblem)).toEqual([]);
  });
});

describe("all rules together", () => {
  test("are those of the design", () => {
    expect(Object.keys(RULES)).toEqual([
      "inTable",
      "regionalOnly",
      "noSharedState",
      "oneRegion",
      "stateHome",
      "guardedData",
    ]);
  });

  test("say where, what, and what to do", () => {
    const [problem] = checkStacks([dr({ aws_route53_record: { www: {} } })], CONTEXT);
    expect(describeRuleProblem(problem)).toMatch(
      /^dr: aws_route53_record\.www: aws_route53_record is not on the list .*; make it in standby before the incident/,
    );
  });
});
