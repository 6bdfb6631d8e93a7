import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Checkout } from "../../drill/checkout";

describe("a checkout", () => {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-checkout-"));
  const checkout = Checkout.make(join(folder, "checkout"));

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(["main.ts", "cdktf.json", "environments/definition/index.ts", "node_modules/cdktf"])("has %s", (file) => {
    expect(existsSync(checkout.path(file))).toBe(true);
  });

  test.each([".git", "dist", "cdktf.out", "build/run"])("has no %s", (file) => {
    expect(existsSync(checkout.path(file))).toBe(false);
  });

  test("is edited as an editor does, and only where a text stands once", () => {
    const file = "__tests__/fixtures/environments/production.ts";
    checkout.edit(file, "\n  recovery: {\n", '\n  recovery: {\n    active: "recovery",\n');
    expect(checkout.read(file)).toContain('recovery: {\n    active: "recovery",\n');
    expect(() => checkout.edit(file, "nowhere in the file", "")).toThrow("has 0 times, instead of once");
    expect(() => checkout.edit(file, "region", "")).toThrow(/has \d+ times, instead of once/);
  });
});
