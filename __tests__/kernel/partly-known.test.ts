import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { Construct } from "constructs";
import {
  Inputs,
  ModuleConstruct,
  ModuleDefinition,
  PropsOf,
  dynamic,
  given,
  inputs,
  raw,
  t,
  tf,
  when,
} from "../../kernel";
import { publishModule } from "../../kernel/publish";
import { synthesize } from "../synthesis";

/** What the kernel does with values of which it knows a part only, and with objects that may be missing. */

const fields = {
  size: t.number().default(1),
  limits: t
    .object({
      lowest: t.number(),
      highest: t.number().default(10),
      name: t.string().pattern(/^\/[a-z]+$/, "must be a path", { good: "/a", bad: "a" }),
      alarm: t.object({ above: t.number() }).optional(),
    })
    .rule({
      test: ({ lowest, highest = 10 }) => lowest <= highest,
      condition: (ref) => `${ref}.lowest <= ${ref}.highest`,
      message: "must not have lowest above highest",
      bad: { lowest: 11 },
    })
    .optional(),
  members: t.map(t.object({ role: t.string().optional(), tags: t.list(t.string()).default([]) })).default({}),
};
const declared: Inputs<typeof fields> = inputs(fields, [
  {
    on: "size",
    test: ({ size, limits }) => !limits || size >= limits.lowest,
    condition: "var.limits == null ? true : var.size >= var.limits.lowest",
    message: "must not be below limits.lowest",
    bad: { size: 0 },
  },
]);
type Fields = typeof fields;

class Sample extends ModuleConstruct<Fields> {
  static readonly definition: ModuleDefinition<Fields> = {
    name: "sample",
    description: "A sample.",
    notes: "",
    inputs: declared,
    example: { limits: { lowest: 1, name: "/a" } },
  };

  constructor(scope: Construct, id: string, props: PropsOf<typeof declared>) {
    super(scope, id, Sample.definition, props);
    const { limits, members } = this.inputs;
    const optional = new CloudwatchLogGroup(this, "optional", { count: when(given(limits.alarm)), name: "optional" });
    new CloudwatchLogGroup(this, "this", {
      name: tf<string>`join(",", keys(${members}))`,
      dependsOn: [optional],
    });
  }
}

const problems = (props: PropsOf<typeof declared>): string[] => declared.problems(props).map(({ message }) => message);
const unknown = <T>(): T => raw<T>("var.unknown");

describe("a rule about values of which one is only known to Terraform", () => {
  test("is skipped when it looks at that one", () => {
    expect(problems({ limits: { lowest: unknown(), name: "/a" } })).toEqual([]);
  });

  test("is checked when it looks at others only", () => {
    expect(problems({ size: 1, limits: { lowest: 5, highest: unknown(), name: unknown() } })).toEqual([
      "must not be below limits.lowest",
    ]);
  });

  test("is skipped when the whole object is unknown", () => {
    expect(problems({ size: 0, limits: unknown() })).toEqual([]);
  });
});

describe("a nested object that may be missing", () => {
  const main = (): string => publishModule(Sample, { terraform: ">= 1.11", providers: {} }).get("main.tf") ?? "";

  test("is asked for without an error when the object around it is null", () => {
    expect(main()).toContain("count = try(var.limits.alarm != null, false) ? 1 : 0");
  });

  test("nothing waits for what is switched off", () => {
    const stack = synthesize((scope) => new Sample(scope, "sample", {}));
    expect(stack.resource("aws_cloudwatch_log_group", "sample").depends_on ?? []).toEqual([]);
  });

  test("what is switched on is waited for", () => {
    const limits = { lowest: 1, name: "/a", alarm: { above: 1 } };
    const stack = synthesize((scope) => new Sample(scope, "sample", { limits }));
    expect(stack.resource("aws_cloudwatch_log_group", "sample").depends_on).toEqual([
      "aws_cloudwatch_log_group.sample_optional",
    ]);
  });
});

test("literal objects of one map may leave out different fields: they get no common type", () => {
  const members = { a: { role: "admin" }, b: { tags: ["x"] } };
  const stack = synthesize((scope) => new Sample(scope, "sample", { members }));
  expect(stack.local("sample_members")).not.toContain("tomap");
});

test("a dynamic block over a literal empty list is no block", () => {
  expect(dynamic([], { name: "x" })).toBeUndefined();
});

describe("what is published", () => {
  const files = publishModule(Sample, { terraform: ">= 1.11", providers: {} });

  test("the usage shows what the example gives, and no defaults", () => {
    expect(files.get("README.md")).toContain('limits = {\n    lowest = 1\n    name   = "/a"\n  }');
  });

  test("a slash in a pattern needs no escape outside of JavaScript", () => {
    expect(files.get("variables.tf")).toContain('can(regex("^/[a-z]+$", var.limits.name))');
  });
});
