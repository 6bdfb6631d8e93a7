import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** A module with every mistake that eslint is to find, each on a line of its own with the words of the complaint. */
const MISTAKES: readonly [what: string, code: string, complaint: string][] = [
  ["cdktf's Fn and Op", 'import { Fn, Op } from "cdktf";', "Use tf`...` of the kernel"],
  ["cdktf's iterators", 'import { TerraformIterator } from "cdktf";', "Use forEach and when of the kernel"],
  ["cdktf's variables", 'import { TerraformVariable } from "cdktf";', "cdktf renames the keys"],
  ["cdktf's outputs", 'import { TerraformOutput } from "cdktf";', "cdktf drops an output's precondition"],
  ["cdktf's data resource", 'import { DataResource } from "cdktf";', "Use TerraformData of the kernel"],
  ["cdktf's Testing", 'import { Testing } from "cdktf";', "hides references between stacks"],
  ["randomness by import", 'import { randomUUID } from "node:crypto";', "is restricted"],
  ["the environment", "export const a = process.env.HOME;", "Only main.ts reads the environment"],
  ["a clock", "export const b = new Date();", "no clock"],
  ["another clock", "export const c = Date.now();", "The same input must give the same bytes"],
  ["randomness", "export const d = Math.random();", "The same input must give the same bytes"],
  ["JSON.stringify", "export const e = JSON.stringify({});", "use json(...) of the kernel"],
  [
    "a branch on a flag",
    "export const f = (flag: Flag) => { if (flag) return 1; return 2; };",
    "use when, choose, is or given",
  ],
  ["a branch on a text", "export const g = (text: Text) => (text ? 1 : 2);", "use when, choose, is or given"],
  ["a default for a text", 'export const h = (text: Text) => text || "x";', "use when, choose, is or given"],
  ["a negation", "export const i = (flag: Flag) => !flag;", "use when, choose, is or given"],
  ["a comparison", 'export const j = (text: Text) => text === "x";', "inside tf`...`"],
  ["arithmetic", "export const k = (n: Numeric) => n + 1;", "inside tf`...`"],
  ["a spread", "export const l = (items: Collection & string[]) => [...items];", "let Terraform walk it"],
  [
    "a loop",
    "export const m = (items: Collection & string[]) => { for (const x of items) console.log(x); };",
    "let Terraform walk it",
  ],
  ["a group", "export const n = (group: Group) => (group ? 1 : 2);", "use when, choose, is or given"],
  [
    "a resource in replaceTriggeredBy",
    "export const p = (r: object) => ({ lifecycle: { replaceTriggeredBy: [r] } });",
    "cdktf writes an invalid reference",
  ],
  [
    "a late id",
    "export const o = (r: { overrideLogicalId(id: string): void }) => r.overrideLogicalId('x');",
    "ids are names",
  ],
];

interface Complaint {
  readonly line: number;
  readonly message: string;
}

/** What eslint says of the text, were it in that file. */
function lint(file: string, text: string): Complaint[] {
  const eslint = join("node_modules", "eslint", "bin", "eslint.js");
  const options = ["--stdin", "--stdin-filename", file, "--format", "json"];
  const run = spawnSync(process.execPath, [eslint, ...options], { input: text, encoding: "utf8" });
  if (!run.stdout) throw new Error(`eslint failed: ${run.stderr}`);
  return (JSON.parse(run.stdout) as { messages: Complaint[] }[])[0].messages;
}

describe("eslint refuses", () => {
  const header = 'import { Collection, Flag, Group, Numeric, Text } from "../../kernel";';
  let complaints: Complaint[];

  beforeAll(() => {
    complaints = lint("modules/network/index.ts", [header, ...MISTAKES.map(([, code]) => code)].join("\n"));
  }, 60_000);

  // Not in TypeScript: the check of its types would take 1.8 GB, which is the reason for the rule.
  test("the provider's barrel", () => {
    const [complaint] = lint("commands/run.mjs", 'export * from "@cdktf/provider-aws";');
    expect(complaint.message).toContain("The barrel loads 2135 files");
  }, 60_000);

  test.each(MISTAKES.map(([what, , complaint], i) => ({ what, complaint, line: i + 2 })))(
    "$what",
    ({ complaint, line }) => {
      const messages = complaints.filter((found) => found.line === line).map(({ message }) => message);
      expect(messages.join("\n")).toContain(complaint);
    },
  );
});
