import { App, LocalBackend } from "cdktf";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Stack, TerraformData } from "../../kernel";
import { guardReplacement } from "../../modules/parts/replacement";

/** The guard of a data store, judged by Terraform itself: the store is a `terraform_data`, which needs no provider. */

const folder = mkdtempSync(join(tmpdir(), "replacement-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(identity: Record<string, unknown>, replacements: number): void {
  const app = new App({ outdir: join(folder, "synthesized") });
  const stack = new Stack(app, "test");
  new LocalBackend(stack, { path: join(folder, "test.tfstate") });
  const precondition = guardReplacement(stack, { what: "the store", loss: "all it holds", identity, replacements });
  new TerraformData(stack, "store", {
    triggersReplace: identity,
    lifecycle: { precondition: [precondition] },
  });
  app.synth();
  mkdirSync(join(folder, "root"), { recursive: true });
  copyFileSync(join(folder, "synthesized/stacks/test/cdk.tf.json"), join(folder, "root/cdk.tf.json"));
}

function terraform(...words: string[]): { code: number | null; text: string } {
  const run = spawnSync("terraform", [`-chdir=${join(folder, "root")}`, ...words, "-no-color"], { encoding: "utf8" });
  return { code: run.status, text: `${run.stdout}${run.stderr}`.replace(/[\s│]+/g, " ") };
}

const plan = (identity: Record<string, unknown>, replacements: number): ReturnType<typeof terraform> => {
  write(identity, replacements);
  return terraform("plan", "-detailed-exitcode");
};

const apply = (identity: Record<string, unknown>, replacements: number): void => {
  write(identity, replacements);
  const run = terraform("apply", "-auto-approve");
  if (run.code !== 0) throw new Error(run.text);
};

const UNCHANGED = 0;
const REFUSED = 1;
const CHANGES = 2;

describe("a data store under guard", () => {
  beforeAll(() => {
    write({ name: "a", key: "own", zone: null }, 0);
    const init = terraform("init", "-backend=false");
    if (init.code !== 0) throw new Error(init.text);
    terraform("init");
    apply({ name: "a", key: "own", zone: null }, 0);
  });

  test("plans nothing when nothing changed", () => {
    expect(plan({ name: "a", key: "own", zone: null }, 0).code).toBe(UNCHANGED);
  });

  test("is not replaced by a change: the plan says what was changed, what is lost and what to do", () => {
    const refused = plan({ name: "b", key: "other", zone: null }, 0);
    expect(refused.code).toBe(REFUSED);
    expect(refused.text).toContain(
      "Changing key from own to other, name from a to b would replace the store and lose all it holds. Take it back; or, " +
        "if a new one is what you want, raise replacements in the same change.",
    );
  });

  test("is replaced when replacements is raised with the change", () => {
    const allowed = plan({ name: "b", key: "own", zone: null }, 1);
    expect(allowed).toMatchObject({ code: CHANGES, text: expect.stringContaining("store must be replaced") as string });
  });

  test("is guarded again afterwards, as what it is then", () => {
    apply({ name: "b", key: "own", zone: null }, 1);
    expect(plan({ name: "b", key: "own", zone: null }, 1).code).toBe(UNCHANGED);
    expect(plan({ name: "a", key: "own", zone: null }, 1).code).toBe(REFUSED);
  });

  test("takes part of its identity that a later version adds as it is", () => {
    expect(plan({ name: "b", key: "own", zone: null, port: 5432 }, 1).text).not.toContain("port from");
  });
});
