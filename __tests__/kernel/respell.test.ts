import { App } from "cdktf";
import { Construct } from "constructs";
import { Check, Flag, ModuleConstruct, ModuleDefinition, TerraformData, inputs, t, tf } from "../../kernel";
import { ModuleStack } from "../../kernel/stack";
import { synthesize } from "../synthesis";

const fields = { engineVersion: t.string(), origin: t.object({ pointInTime: t.string() }).optional() };

class Store extends ModuleConstruct<typeof fields> {
  static readonly definition: ModuleDefinition<typeof fields> = {
    name: "store",
    description: "A store.",
    notes: "",
    inputs: inputs(fields),
    example: { engineVersion: "16" },
  };

  constructor(scope: Construct, id: string, props: { engineVersion: string }) {
    super(scope, id, Store.definition, props);
    const errorMessage = `engine_version and origin.point_in_time: not my_engine_version, nor ${tf<string>`self.engine_version`}`;
    new TerraformData(this, "data", {
      input: "x",
      lifecycle: { precondition: [{ condition: tf<never>`self.engine_version != ""`, errorMessage }] },
    });
    new Check(this, "check", { condition: tf<Flag>`timestamp() != ""`, message: "Take engine_version back." });
  }
}

describe("what a module says in a plan", () => {
  test("spells inputs as TypeScript does in an app", () => {
    const stack = synthesize((scope) => new Store(scope, "store", { engineVersion: "16" }));
    const text = JSON.stringify(stack.json);
    expect(text).toContain("engineVersion and origin.pointInTime: not my_engine_version, nor ${self.engine_version}");
    expect(text).toContain("Take engineVersion back.");
  });

  test("spells them as HCL does in a published module", () => {
    const text = JSON.stringify(new ModuleStack(new App(), Store).toTerraform());
    expect(text).not.toContain("engineVersion");
  });
});
