import { CrossRule, describeProblems, inputs, raw, t } from "../../kernel";

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

/** What a message shows of a value. */
const shown = (value: unknown): string =>
  describeProblems(
    "x",
    inputs({ it: t.object({ a: t.string() }), map: t.map(t.number()) }).problems({ it: value, map: {} } as never),
  ).replace(/^[^]*\(got (.*)\)$/, "$1");

describe("a value is shown as it was written", () => {
  class Instance {}
  const cyclic: unknown[] = [];
  cyclic.push(cyclic);
  test.each<[string, unknown, string]>([
    ["NaN", NaN, "NaN"],
    ["infinity", -Infinity, "-Infinity"],
    ["a BigInt", 512n, "512n, a BigInt"],
    ["a symbol", Symbol("a"), "Symbol(a), a symbol"],
    ["a function", () => 1, "a function"],
    ["a promise", Promise.resolve(1), "a promise; await it"],
    ["a date", new Date(0), "an instance of Date"],
    ["an instance of a class", new Instance(), "an instance of Instance"],
    ["a list, which may hold secrets", ["s3cret", undefined], "a list of 2 items"],
    ["a list that holds itself", cyclic, "a list of 1 item"],
    ["quotes", 'a"b', '"a\\"b"'],
    ["a long text", "x".repeat(500), `"${"x".repeat(120)}"… (500 characters)`],
  ])("%s", (_name, value, text) => {
    expect(shown(value)).toBe(text);
  });

  test("without the defaults that complete it, nor what a map in it holds", () => {
    const type = t
      .object({ tags: t.map(t.string()).default({}), key: t.string().optional(), size: t.number().default(1) })
      .rule({ test: () => false, condition: () => "false", message: "is wrong", bad: {} });
    const problems = inputs({ it: type }).problems({ it: { tags: { TOKEN: "s3cret" } } });
    expect(describeProblems("x", problems)).toBe("x\n  - it is wrong (got { tags: { TOKEN: … } })");
  });

  test("of a map the item that breaks the rule, without its value", () => {
    const type = t.map(t.string()).rule({
      test: (map) => Object.values(map).every((item) => item.length > 1),
      condition: () => "true",
      message: "must hold long values",
      bad: { a: "" },
    });
    const problems = inputs({ environment: type }).problems({ environment: { A: "long", B: "b" } });
    expect(describeProblems("x", problems)).toBe("x\n  - environment must hold long values (got { B: … })");
  });

  test("a default that breaks a rule is shown as one", () => {
    const rule = { on: "a", test: () => false, condition: "false", message: "is wrong", bad: {} } as const;
    const problems = inputs({ a: t.number().default(3) }, [rule]).problems({});
    expect(describeProblems("x", problems)).toBe("x\n  - a is wrong (got 3, the default)");
  });

  test("a sensitive part of an object is hidden", () => {
    const type = t
      .object({ user: t.string(), password: t.string().sensitive() })
      .rule({ test: () => false, condition: () => "false", message: "is wrong", bad: {} });
    const problems = inputs({ it: type }).problems({ it: { user: "a", password: "s3cret" } });
    expect(describeProblems("x", problems)).toContain('(got { user: "a", password: … })');
  });

  test("what is said twice is said once", () => {
    const problem = { path: "a", message: "is wrong" };
    expect(describeProblems("x", [problem, problem])).toBe("x\n  - a is wrong");
  });
});

describe("a wrong key is reported at its path, without the values of the map", () => {
  const map = t.map(t.string()).keys(/^[A-Z]+$/, "must be capitals", { good: "A", bad: "a" });
  test.each(["lower case", "constructor", "__proto__", "a.b"])("%s", (key) => {
    const stated = JSON.parse(JSON.stringify({ GOOD: "s3cret", KEY: "s3cret" }).replace("KEY", key)) as never;
    expect(describeProblems("x", inputs({ map }).problems({ map: stated }))).toBe(
      `x\n  - map["${key}"] has a wrong key: keys must be capitals`,
    );
  });
});

test("a wrong value hides no wrong key beside it", () => {
  const map = t.map(t.number()).keys(/^[A-Z]+$/, "must be capitals", { good: "A", bad: "a" });
  expect(describeProblems("x", inputs({ map }).problems({ map: { GOOD: "no number", bad: 1 } as never }))).toBe(
    'x\n  - map["GOOD"] must be a number (got "no number")\n  - map["bad"] has a wrong key: keys must be capitals',
  );
});

describe("a message spells names as its reader does", () => {
  const fields = { imageTag: t.string(), scaling: t.object({ minimumCount: t.number() }).optional() };
  const rule: CrossRule<typeof fields> = {
    on: "imageTag",
    test: () => false,
    condition: "false",
    message: (spell) => `needs ${spell("scaling")}.${spell("minimumCount")}`,
    bad: { imageTag: "" },
  };

  test("camelCase in TypeScript", () => {
    expect(inputs(fields, [rule]).problems({ imageTag: "a" })).toMatchObject([
      { path: "imageTag", message: "needs scaling.minimumCount" },
    ]);
  });

  test("snake_case in HCL", () => {
    expect(inputs(fields, [rule]).variableChecks("imageTag")).toMatchObject([
      { message: "needs scaling.minimum_count" },
    ]);
  });

  test("the compiler knows the names", () => {
    // @ts-expect-error there is no such input
    const crossRule: CrossRule<typeof fields> = { ...rule, message: (spell) => spell("minimumCuont") };
    const own = { test: () => true, condition: () => "", bad: {} };
    // @ts-expect-error there is no such field
    t.object({ a: t.string() }).rule({ ...own, message: (spell) => spell("b") });
    expect(crossRule).toBeDefined();
  });
});
