import { App, LocalBackend } from "cdktf";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { Construct } from "constructs";
import { ModuleConstruct, ModuleDefinition, Stack, inputs, json, raw, t, tf } from "../../kernel";
import { publishModule } from "../../kernel/publish";
import { synthesize, synthesizeApp } from "../synthesis";

/** Each trap of cdktf 0.21 once: what went silently wrong there, and what the kernel does instead. */

const value = (build: (stack: Stack) => unknown): unknown =>
  synthesize((stack) => stack.addOutput("value", "A value.", build(stack))).output("value")?.value;

const memory = (app: App, id: string): Stack => {
  const stack = new Stack(app, id);
  new LocalBackend(stack, { path: "test.tfstate" });
  new AwsProvider(stack, "aws", { region: "us-east-1" });
  return stack;
};

describe("expressions", () => {
  test.each([
    ["an empty string", "", '${var.a == ""}'],
    ["zero", 0, "${var.a == 0}"],
    ["false", false, "${var.a == false}"],
    ["null", null, "${var.a == null}"],
  ])("%s as the right operand is kept", (_name, operand, expected) => {
    expect(value(() => tf`${raw("var.a")} == ${operand}`)).toBe(expected);
  });

  test("jsonencode escapes quotes and template markers of a literal", () => {
    expect(value(() => json({ a: 'say "hi" ${HOME} %{x}' }))).toBe(
      '${jsonencode({ a = "say \\"hi\\" $${HOME} %%{x}" })}',
    );
  });

  test("jsonencode keeps keys as they are, drops undefined and keeps null", () => {
    expect(value(() => json({ camelKey: 1, A_B: null, gone: undefined }))).toBe(
      "${jsonencode({ camelKey = 1, A_B = null })}",
    );
  });

  test.each([
    ["addition", () => raw<number>("var.n") + 1],
    ["multiplication", () => raw<number>("var.n") * 2],
    ["comparison", () => raw<number>("var.n") > 1],
  ])("%s in TypeScript is refused instead of giving a wrong number", (_name, compute) => {
    expect(compute).toThrow(/write the operation inside tf/);
  });

  test("JSON.stringify is refused instead of writing a placeholder", () => {
    expect(() => JSON.stringify({ cpu: raw("var.cpu") })).toThrow(/use json\(...\) of the kernel/);
  });

  test("a template literal takes an expression", () => {
    expect(value(() => `${raw("var.name")}-vpc`)).toBe("${var.name}-vpc");
  });
});

describe("names", () => {
  test("two elements of one name are refused instead of silently merged", () => {
    const build = (stack: Stack): void => {
      new KmsKey(stack, "a.b", {});
      new KmsKey(stack, "a_b", {});
    };
    expect(() => synthesize(build)).toThrow("test/a_b and test/a.b would both be named aws_kms_key.a_b; rename one");
  });

  test("names have no hash, and what follows # is no part of them", () => {
    const stack = synthesize((scope) => {
      const outer = new Construct(scope, "network");
      new Vpc(outer, "this", { cidrBlock: "10.0.0.0/16" });
      new KmsKey(outer, "logs#key", {});
    });
    expect(stack.resource("aws_vpc", "network")).toBeDefined();
    expect(stack.resource("aws_kms_key", "network_logs")).toBeDefined();
  });
});

describe("stacks", () => {
  test("a reference to another stack is refused instead of reading its state", () => {
    const build = (app: App): Stack => {
      const key = new KmsKey(memory(app, "primary"), "key", {});
      const dr = memory(app, "dr");
      new SsmParameter(dr, "key", { name: "/key", type: "String", value: key.arn });
      return dr;
    };
    expect(() => synthesizeApp(build)).toThrow(/stack dr refers to a resource of stack primary/);
  });

  test("a stack without a backend is refused instead of getting an absolute path", () => {
    expect(() => synthesizeApp((app) => new Stack(app, "test"))).toThrow("stack test has no backend");
  });

  test("two default providers are refused instead of losing one region", () => {
    const build = (app: App): Stack => {
      const stack = memory(app, "test");
      new AwsProvider(stack, "west", { region: "us-west-2" });
      return stack;
    };
    expect(() => synthesizeApp(build)).toThrow("test/west and test/aws are one provider; give one an alias");
  });

  test("the state's path does not depend on the folder", () => {
    expect(JSON.stringify(synthesize(() => undefined).json)).not.toContain(process.cwd());
  });
});

describe("user data", () => {
  const fields = { name: t.string(), tags: t.map(t.string()).default({ MY_KEY: "a", camelKey: "b" }) };

  class Keys extends ModuleConstruct<typeof fields> {
    static readonly definition: ModuleDefinition<typeof fields> = {
      name: "keys",
      description: "Keys.",
      notes: "",
      inputs: inputs(fields),
      example: { name: "x" },
    };

    constructor(scope: Construct, id: string, props: { name: string; tags?: Record<string, string> }) {
      super(scope, id, Keys.definition, props);
      new KmsKey(this, "this", { description: this.inputs.name, tags: tf`${this.inputs.tags}` });
    }
  }

  test("the keys of a map's default keep their spelling", () => {
    const files = publishModule(Keys, { terraform: ">= 1.11", providers: {} });
    expect(files.get("variables.tf")).toContain('default     = { MY_KEY = "a", camelKey = "b" }');
  });

  test.each(["${HOME}", "%{ if true }", "$${x}", 'a "quoted" \\ string', "two\nlines"])(
    "a literal %j reaches Terraform as it is",
    (text) => {
      const stack = synthesize((scope) => new Keys(scope, "keys", { name: text, tags: { T: text } }));
      const description = stack.resource("aws_kms_key", "keys").description as string;
      const quoted = /[$%]\{/.test(text) ? description.slice(2, -1) : JSON.stringify(description);
      const unescaped = (JSON.parse(quoted) as string).replace(/([$%])\1\{/g, "$1{");
      expect(unescaped).toBe(text);
      expect(stack.local("keys_tags")).toContain(JSON.stringify(text).replace(/\$\{/g, "$$${").replace(/%\{/g, "%%{"));
    },
  );
});
