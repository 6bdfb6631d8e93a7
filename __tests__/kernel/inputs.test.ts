import { describeProblems, inputs, raw, t } from "../../kernel";

const declared = inputs(
  {
    name: t.string().pattern(/^[a-z-]+$/, "must be lower case", { good: "web", bad: "Web" }),
    size: t.number().range(1, 5, "GiB").default(1),
    mode: t.oneOf("fast", "slow").default("fast"),
    zones: t.list(t.string()).length(2, 3).unique().default(["a", "b"]),
    tags: t.map(t.string()).default({}),
    scaling: t
      .object({ minimum: t.number().default(1), maximum: t.number(), target: t.string().optional() })
      .rule({
        test: ({ minimum, maximum }) => (minimum ?? 1) <= maximum,
        condition: (ref) => `${ref}.minimum <= ${ref}.maximum`,
        message: "must not have a minimum above the maximum",
        bad: { minimum: 2, maximum: 1 },
      })
      .optional(),
    secret: t.string().sensitive().optional(),
  },
  [
    {
      on: "mode",
      test: ({ mode, size }) => mode === "slow" || size < 5,
      condition: 'var.mode == "slow" ? true : var.size < 5',
      message: "must be slow for a size of 5",
      bad: { mode: "fast", size: 5 },
    },
  ],
);

const messages = (props: object): string[] =>
  declared.problems(props as never).map(({ path, message }) => `${path} ${message}`);

describe("a problem names the path and what is allowed", () => {
  test.each<[string, object, string]>([
    ["a missing input", {}, "name is required"],
    ["a wrong type", { name: "web", size: "1" }, "size must be a number"],
    ["not a number", { name: "web", size: NaN }, "size must be a number"],
    ["a pattern", { name: "Web" }, "name must be lower case"],
    ["a range", { name: "web", size: 6 }, "size must be between 1 and 5 GiB"],
    ["one of several", { name: "web", mode: "medium" }, "mode must be one of fast, slow"],
    ["too few items", { name: "web", zones: ["a"] }, "zones must have 2 to 3 items"],
    ["an item twice", { name: "web", zones: ["a", "a"] }, "zones must not name the same item twice"],
    ["a list that is none", { name: "web", zones: "a" }, "zones must be a list"],
    [
      "a list with a hole",
      { name: "web", zones: Object.assign(new Array<string>(2), { 1: "b" }) },
      "zones[0] is required",
    ],
    ["a map that is none", { name: "web", tags: ["a"] }, "tags must be a map"],
    ["a value in a map", { name: "web", tags: { A: 1 } }, 'tags["A"] must be a string'],
    ["an object that is none", { name: "web", scaling: 3 }, "scaling must be an object"],
    ["a field of an object", { name: "web", scaling: { maximum: "3" } }, "scaling.maximum must be a number"],
    [
      "a rule of an object",
      { name: "web", scaling: { minimum: 3, maximum: 1 } },
      "scaling must not have a minimum above the maximum",
    ],
    [
      "an input that there is not",
      { name: "web", capacity: 3 },
      "capacity is not known here; there are name, size, mode, zones, tags, scaling, secret",
    ],
    [
      "a misspelt key",
      { name: "web", scaling: { maximum: 3, minimun: 1 } },
      "scaling.minimun is not known here; did you mean minimum?",
    ],
    ["a rule across inputs", { name: "web", size: 5 }, "mode must be slow for a size of 5"],
  ])("%s", (_name, props, message) => {
    expect(messages(props)).toEqual([message]);
  });

  test("all problems at once, each with the value that was given", () => {
    expect(() => declared.parse("primary/web", { name: "Web", size: 9 })).toThrow(
      'primary/web: invalid inputs\n  - name must be lower case (got "Web")\n  - size must be between 1 and 5 GiB (got 9)',
    );
  });

  test("a rule across inputs is checked beside what is wrong elsewhere", () => {
    expect(messages({ name: "Web", size: 5 })).toEqual([
      "name must be lower case",
      "mode must be slow for a size of 5",
    ]);
  });

  test("a rule across inputs says nothing of an input that is wrong by itself", () => {
    expect(messages({ name: "web", size: 6 })).toEqual(["size must be between 1 and 5 GiB"]);
  });

  test("the value of a sensitive input is not shown", () => {
    const problems = declared.problems({ name: "web", secret: 1234 } as never);
    expect(problems).toEqual([{ path: "secret", message: "must be a string", value: undefined }]);
    expect(describeProblems("web", problems)).not.toContain("1234");
  });

  test("a value that only Terraform knows is shown as such", () => {
    const problems = [{ path: "scaling", message: "is wrong", value: { arn: raw("aws_lb.this.arn"), maximum: 1 } }];
    expect(describeProblems("x", problems)).toContain("{ arn: (known later), maximum: 1 }");
  });
});

describe("what Terraform only knows later", () => {
  test("is not checked as a whole", () => {
    expect(messages({ name: raw("var.name"), zones: raw("var.zones") })).toEqual([]);
  });

  test("does not hide a problem next to it", () => {
    expect(
      messages({ name: "web", tags: { A: raw("var.a") }, scaling: { minimum: 3, maximum: 1, target: raw("var.x") } }),
    ).toEqual(["scaling must not have a minimum above the maximum"]);
  });

  test("skips a rule that reads it", () => {
    expect(messages({ name: "web", scaling: { minimum: raw("var.n"), maximum: 1 } })).toEqual([]);
  });
});

describe("defaults", () => {
  test("are filled in under Terraform's names, inside of objects too", () => {
    expect(declared.parse("x", { name: "web", scaling: { maximum: 3 } })).toMatchObject({
      size: 1,
      scaling: { minimum: 1, maximum: 3, target: null },
      secret: null,
    });
  });
});
