import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { LbListenerRule } from "@cdktf/provider-aws/lib/lb-listener-rule";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { Construct } from "constructs";
import {
  ModuleConstruct,
  ModuleDefinition,
  acceptFinding,
  allOf,
  anyOf,
  choose,
  comment,
  dynamic,
  each,
  forEach,
  given,
  inputs,
  is,
  item,
  json,
  local,
  not,
  one,
  section,
  t,
  tf,
  when,
} from "../../kernel";
import { publishModule } from "../../kernel/publish";
import { layout } from "../../kernel/hcl/layout";
import { synthesize } from "../synthesis";

const fields = {
  ...section("General", {
    name: t.string(),
    size: t.number().range(1, 9).default(1),
    enabled: t.bool().default(false),
    mode: t.oneOf("a", "b").default("a"),
  }),
  ...section("More", {
    parameters: t.map(t.string()).default({}),
    key: t.object({ arn: t.string(), alias: t.string().default("x") }).optional(),
    token: t.string().sensitive().optional(),
  }),
};

class Sample extends ModuleConstruct<typeof fields> {
  static readonly definition: ModuleDefinition<typeof fields> = {
    name: "sample",
    description: "A sample.",
    notes: "",
    inputs: inputs(fields),
    example: { name: "x" },
  };

  constructor(scope: Construct, id: string, props: object) {
    super(scope, id, Sample.definition, props as never);
    const { name, enabled, mode, parameters, key } = this.inputs;
    const upper = comment(local(this, "upper", tf`upper(${name})`), "Why.");
    const own = new KmsKey(this, "this", {
      count: when(allOf(enabled, not(given(key)))),
      description: `Key of ${name}`,
      policy: json({ Statement: [{ Action: "kms:*", Resource: "*", Principal: { AWS: "arn:aws:iam::1:root" } }] }),
      lifecycle: {
        ignoreChanges: ["tags"],
        precondition: [{ condition: tf`${name} != ""`, errorMessage: "Name it." }],
      },
    });
    acceptFinding(own, "CKV_1", "because");
    new SsmParameter(this, "all", {
      forEach: forEach(parameters),
      name: each.key,
      type: "String",
      value: tf`${each.value} == ${upper} ? "" : ${choose(is(mode, "b"), key.arn, one(own, "arn"))}`,
      dependsOn: [own],
    });
    new LbListenerRule(this, "rule", {
      count: when(anyOf(enabled, is(mode, "b"))),
      listenerArn: "arn",
      action: [{ type: "forward" }],
      condition: dynamic(parameters, { pathPattern: { values: tf`[${item("condition")}]` } }),
    });
    this.output("keyArn", "ARN of the key.", one(own, "arn"));
    this.output("secretToken", "The token.", this.inputs.token, { sensitive: true });
  }
}

const requirements = { terraform: ">= 1.11", providers: { aws: { source: "hashicorp/aws", version: ">= 5.100" } } };
const descriptions = { name: "Name | of it.", key: "Key, for `secretToken`.", "key.alias": "Alias." };

const file = (path: string): string => publishModule(Sample, requirements, descriptions).get(path) ?? "";

describe("main.tf", () => {
  test.each<[string, string]>([
    ["a local with its comment", "locals {\n  # Why.\n  upper = upper(var.name)\n}\n"],
    ["a flag folds into the count", "count = var.enabled && var.key == null ? 1 : 0"],
    ["a reason next to the resource", 'resource "aws_kms_key" "this" {\n  #checkov:skip=CKV_1:because\n  count ='],
    ["no quotes around a lone reference", "  name  = each.key\n"],
    ["a policy over several lines", "jsonencode({\n"],
    [
      "a precondition as a block",
      '    precondition {\n      condition     = var.name != ""\n      error_message = "Name it."\n    }',
    ],
    ["ignore_changes without quotes", "ignore_changes = [tags]"],
    ["depends_on without quotes", "depends_on = [aws_kms_key.this]"],
    [
      "a dynamic block",
      'dynamic "condition" {\n    for_each = var.parameters\n\n    content {\n      path_pattern {\n        values = [condition.value]',
    ],
    ["a condition in parentheses where it must be", 'count = var.enabled || var.mode == "b" ? 1 : 0'],
  ])("%s", (_name, expected) => {
    expect(file("main.tf")).toContain(expected);
  });
});

describe("variables.tf", () => {
  test.each<[string, string]>([
    ["a heading for each section", "# More\n"],
    ["a default of false is kept", "  default     = false\n  nullable    = false\n"],
    ["an optional input is null", "  default     = null\n"],
    ["a sensitive input", "  sensitive   = true\n"],
    ["defaults inside of objects", 'alias = optional(string, "x")'],
    ["a description, with inputs as Terraform spells them", 'description = "Key, for `secret_token`."'],
    ["a validation ends as a sentence", 'error_message = "size must be between 1 and 9."'],
  ])("%s", (_name, expected) => {
    expect(file("variables.tf")).toContain(expected);
  });

  test("a nullable input has no nullable = false", () => {
    expect(/variable "token" \{[^}]*\}/.exec(file("variables.tf"))?.[0]).not.toContain("nullable");
  });
});

describe("the other files", () => {
  test("an output is described and may be sensitive", () => {
    expect(file("outputs.tf")).toContain(
      'output "secret_token" {\n  description = "The token."\n  value       = var.token\n  sensitive   = true\n}',
    );
  });

  test("versions.tf says what is required", () => {
    expect(file("versions.tf")).toContain('required_version = ">= 1.11"');
  });

  test("the README escapes what would break its tables", () => {
    expect(file("README.md")).toContain("| `name` | Name \\| of it. | `string` | required |");
  });

  test("the README lists what an input is made of below it", () => {
    expect(file("README.md")).toContain('| `key.alias` | Alias. | `string` | `"x"` |');
  });

  test("every validation has a generated test", () => {
    expect(file("tests/validation.tftest.hcl")).toMatch(/ size = 10\n[^]*expect_failures = \[\n {4}var\.size,/);
  });

  test("the same construct gives the same bytes", () => {
    expect([...publishModule(Sample, requirements)]).toEqual([...publishModule(Sample, requirements)]);
  });
});

describe("the same construct in an app", () => {
  test("has the same keys, under its own name", () => {
    const stack = synthesize((scope) => new Sample(scope, "x", { name: "n", enabled: true, parameters: { a: "1" } }));
    expect(stack.resource("aws_kms_key", "x").count).toBe(1);
    expect(stack.resource("aws_ssm_parameter", "x_all").for_each).toBe("${local.x_parameters}");
    expect(stack.local("x_parameters")).toBe('${tomap({ a = "1" })}');
  });

  test("does not write what a literal switches off, and reads it as null", () => {
    const stack = synthesize((scope) => new Sample(scope, "x", { name: "n" }));
    expect(stack.count("aws_kms_key")).toBe(0);
    expect(stack.resource("aws_ssm_parameter", "x_all").value).toContain("one([][*].arn)");
  });

  test("reads a given object by its fields", () => {
    const stack = synthesize((scope) => new Sample(scope, "x", { name: "n", mode: "b", key: { arn: "arn:key" } }));
    expect(stack.resource("aws_ssm_parameter", "x_all").value).toContain('"arn:key"');
  });

  test("keeps the reason of an accepted finding next to the resource", () => {
    const stack = synthesize((scope) => new Sample(scope, "x", { name: "n", enabled: true }));
    expect(stack.resource("aws_kms_key", "x")["//"]).toMatchObject({ accepted_findings: { CKV_1: "because" } });
  });
});

describe("layout", () => {
  test.each<[string, string[], string]>([
    ["aligns neighbours", ["a = 1", "bbb = 2"], "a   = 1\nbbb = 2\n"],
    ["not across a blank line", ["a = 1", "", "bbb = 2"], "a = 1\n\nbbb = 2\n"],
    ["indents by brackets", ["a {", "b = [", "1,", "]", "}"], "a {\n  b = [\n    1,\n  ]\n}\n"],
    ["not by brackets in strings", ['a = "{["', "b = 1"], 'a = "{["\nb = 1\n'],
    ["not by brackets in templates in strings", ['a = "${f({})}"', "bb = 1"], 'a  = "${f({})}"\nbb = 1\n'],
    ["leaves comparisons alone", ["a = b == c", "dd = e >= f"], "a  = b == c\ndd = e >= f\n"],
    ["leaves = inside of brackets alone", ["f({ x = 1 },", "{ xyz = 2 })"], "f({ x = 1 },\n{ xyz = 2 })\n"],
  ])("%s", (_name, lines, expected) => {
    expect(layout(lines)).toBe(expected);
  });
});
