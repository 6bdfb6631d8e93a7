import { Node, children } from "../../kernel/hcl/nodes";
import { parseParenthesized } from "../../kernel/hcl/parse";
import { flat } from "../../kernel/hcl/print";
import { PUBLISHED, descendants, expressionsOf, publishedLines, repeated } from "../published-files";

/** Columns of a line that needs no scrolling on a wide screen, and that a review on GitHub shows whole. */
const LONGEST_LINE = 160;
/** Characters up to which an expression is quicker to read than a name for it: `one(aws_kms_key.this[*].arn)` has 29. */
const LONGEST_UNNAMED = 40;
/** Terraform takes no expression in a description's or a default's place, and a heredoc would end with a line break. */
const UNBREAKABLE = /^\s*default +=/;

const isConditional = (node: Node): boolean => node.kind === "conditional";

/** For each variable, the others that its validations read. */
function validationReads(lines: readonly string[]): Map<string, Set<string>> {
  const reads = new Map<string, Set<string>>();
  let variable = "";
  for (const line of lines) {
    variable = /^variable "(\w+)"/.exec(line)?.[1] ?? variable;
    const others = [...line.matchAll(/\bvar\.(\w+)/g)].map(([, name]) => name).filter((name) => name !== variable);
    reads.set(variable, new Set([...(reads.get(variable) ?? []), ...others]));
  }
  return reads;
}

const FILES = ["main.tf", "outputs.tf", "variables.tf", "versions.tf"];

describe.each(PUBLISHED)("the published module %s", (module) => {
  const nodes = (): Node[] => expressionsOf(publishedLines(module, "main.tf")).map(({ node }) => node);
  const everyNode = (): Node[] => nodes().flatMap(descendants);

  test.each(FILES)("has no line over 160 columns in %s", (file) => {
    const long = publishedLines(module, file).filter((line) => line.length > LONGEST_LINE && !UNBREAKABLE.test(line));
    expect(long).toEqual([]);
  });

  test("puts no negated flag before ? 1 : 0", () => {
    const negated = everyNode().filter((node) => node.kind === "conditional" && node.condition.kind === "unary");
    expect(negated.map(flat)).toEqual([]);
  });

  test("puts conditionals inside of others into parentheses", () => {
    const written = expressionsOf(publishedLines(module, "main.tf")).map(({ source }) => parseParenthesized(source));
    const bare = written
      .flatMap(descendants)
      .filter((node) => isConditional(node) && children(node).some(isConditional));
    expect(bare.map(flat)).toEqual([]);
  });

  test("computes nothing long in three places", () => {
    expect(repeated(nodes(), LONGEST_UNNAMED)).toEqual([]);
  });

  test("has no two variables whose validations read one another, which Terraform calls a cycle", () => {
    const reads = validationReads(publishedLines(module, "variables.tf"));
    const reachable = (from: string, seen = new Set<string>()): Set<string> => {
      for (const next of reads.get(from) ?? []) if (!seen.has(next)) reachable(next, seen.add(next));
      return seen;
    };
    expect([...reads.keys()].filter((name) => reachable(name).has(name))).toEqual([]);
  });

  // Whatever else reads them is unknown in a plan that depends_on makes wait: see __tests__/emulator/depends-on.test.ts. A
  // validation is only put off to the apply by that.
  test("asks for region, account and partition only to remember them, and to validate", () => {
    const files = FILES.filter((file) => file !== "variables.tf")
      .flatMap((file) => publishedLines(module, file))
      .join("\n");
    const [before, rest] = files.split('resource "terraform_data" "surroundings" {');
    const elsewhere = before + (rest ?? "").slice((rest ?? "").indexOf("\n}\n"));
    expect(rest).toBeDefined();
    expect(elsewhere.match(/\bdata\.aws_(region|caller_identity|partition)\.current\b/g)).toBeNull();
  });

  test("opens no block for each of one", () => {
    expect(publishedLines(module, "main.tf").filter((line) => /for_each += \[1\]$/.test(line))).toEqual([]);
  });
});
