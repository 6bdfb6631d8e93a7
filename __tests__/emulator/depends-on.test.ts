import { cpSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT, emptyDist } from "../../tools/project";
import { PlannedChange, Terraform, pinProvider } from "../../tools/terraform";
import { Emulator, startEmulator } from "../../emulator";

/**
 * `depends_on` on the call of a module makes Terraform read the module's data sources only in the apply, whenever
 * something behind it changes (https://developer.hashicorp.com/terraform/language/data-sources#data-resource-dependencies,
 * hashicorp/terraform#27893). What is named after the region or the account must not be replaced because of that.
 */

const BASELINE = `
variable "display_name" {
  type = string
}

resource "aws_sns_topic" "baseline" {
  name         = "baseline"
  display_name = var.display_name
}
`;

/** How many examples are applied at once: some wait minutes for AWS, and most of the time nothing is computed. */
const AT_ONCE = 3;

/** The example of a published module, with `depends_on` on each of its calls of a module. */
function exampleOf(module: string): string {
  const root = emptyDist("emulator-tests", "depends-on", module);
  const modules = join(PROJECT, "terraform");
  cpSync(join(modules, module, "examples", "complete"), root, {
    recursive: true,
    filter: (path) => !/\.terraform(\/|$|\.)|tfstate/.test(path),
  });
  const main = readFileSync(join(root, "main.tf"), "utf8");
  const calls = main
    .replace(/source\s*=\s*"\.\.\/\.\."/g, `source = "${join(modules, module)}"`)
    .replace(/source\s*=\s*"\.\.\/\.\.\/\.\.\/([\w-]+)"/g, `source = "${modules}/$1"`)
    .replace(/^module "[\w-]+" \{$/gm, "$&\n  depends_on = [aws_sns_topic.baseline]\n");
  writeFileSync(join(root, "main.tf"), calls + BASELINE);
  pinProvider(root);
  return root;
}

/** Applies the example, changes what it depends on, and tells what the plan wants to change besides. */
async function changesOf(module: string, emulator: Emulator): Promise<readonly PlannedChange[]> {
  const root = exampleOf(module);
  const terraform = new Terraform(root, { env: emulator.env, log: join(root, "terraform.log") });
  const given = (display_name: string): void =>
    writeFileSync(join(root, "terraform.tfvars.json"), JSON.stringify({ display_name }));
  given("one");
  await terraform.init();
  await terraform.apply();
  given("two");
  return (await terraform.plan()).filter(({ action }) => action !== "read");
}

describe("depends_on on a module, and a change of what it names", () => {
  const modules = readdirSync(join(PROJECT, "terraform"));
  const changes = new Map<string, Promise<readonly PlannedChange[]>>();
  let emulator: Emulator;

  beforeAll(async () => {
    emulator = await startEmulator();
    const lanes: Promise<unknown>[] = Array.from({ length: AT_ONCE }, () => Promise.resolve());
    modules.forEach((module, i) => {
      const lane = i % AT_ONCE;
      const result = (lanes[lane] ?? Promise.resolve()).then(() => changesOf(module, emulator));
      changes.set(module, result);
      lanes[lane] = result.catch(() => undefined);
    });
  });
  afterAll(() => emulator?.stop());

  test("is tried with all modules", () => expect(modules).toHaveLength(20));

  test.each(modules)("changes nothing of %s", async (module) => {
    expect(await changes.get(module)).toEqual([{ address: "aws_sns_topic.baseline", action: "update" }]);
  });
});
