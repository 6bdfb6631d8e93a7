import { Construct } from "constructs";
import { CrossRule, ModuleConstruct, ModuleDefinition, inputs, t } from "../../kernel";
import { publishModule } from "../../kernel/publish";

const fields = {
  size: t.number().range(1, 9).default(1),
  mode: t.oneOf("a", "b").default("a"),
  fast: t.bool().default(false),
  steps: t.number().range(1, 9).default(1),
  last: t.number().range(1, 9).default(1),
};

/** A chain: what is said of `last` looks at `steps`, and what is said of `steps` looks at `size`. */
const rules: readonly CrossRule<typeof fields>[] = [
  {
    on: "steps",
    test: () => true,
    condition: "var.steps <= var.size || !var.fast",
    message: "must be at most the size",
    bad: { steps: 2, fast: true },
  },
  {
    on: "last",
    test: () => true,
    condition: "var.last <= var.steps + 8",
    message: "must be near",
    bad: { last: 9, steps: 0.5 },
  },
];

class Sample extends ModuleConstruct<typeof fields> {
  static readonly definition: ModuleDefinition<typeof fields> = {
    name: "sample",
    description: "A sample.",
    notes: "",
    inputs: inputs(fields, rules),
    example: {},
  };

  constructor(scope: Construct, id: string, props: object) {
    super(scope, id, Sample.definition, props);
  }
}

interface Run {
  readonly given: readonly string[];
  readonly failing: readonly string[];
}

/** The runs as they are published. */
function runs(): Run[] {
  const providers = { aws: { source: "hashicorp/aws", version: ">= 5.100" } };
  const file = publishModule(Sample, { terraform: ">= 1.11", providers }).get("tests/validation.tftest.hcl") ?? "";
  return file
    .split(/^run /m)
    .slice(1)
    .map((text) => {
      const [given, failing] = text.split("expect_failures");
      return {
        given: [...given.matchAll(/^ {4}(\w+) +=/gm)].map(([, input]) => input),
        failing: [...failing.matchAll(/var\.(\w+)/g)].map(([, input]) => input),
      };
    });
}

const together = (one: string, other: string): Run[] =>
  runs().filter(({ failing }) => failing.includes(one) && failing.includes(other));

describe("the generated tests of validations", () => {
  test("have each validation once", () => {
    expect(runs().flatMap(({ failing }) => failing)).toHaveLength(
      Object.keys(fields).flatMap((input) => Sample.definition.inputs.variableChecks(input as keyof typeof fields))
        .length,
    );
  });

  test("share a run where the variables have nothing to do with each other", () => {
    expect(together("size", "mode")).not.toHaveLength(0);
  });

  test("give no input twice in a run", () => {
    for (const { given } of runs()) expect(new Set(given).size).toBe(given.length);
  });

  // Terraform does not evaluate a validation that looks at a variable that failed: the expected failure would be missing.
  test.each([
    ["a variable that a validation looks at", "steps", "size"],
    ["a variable that is looked at by one that a validation looks at", "last", "size"],
  ])("keep apart %s", (_what, one, other) => {
    expect(together(one, other)).toHaveLength(0);
  });
});
