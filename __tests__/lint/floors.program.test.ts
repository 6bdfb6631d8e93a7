import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const ROOT = process.cwd();

/** What dependency-cruiser says of a project that has these files and our configuration: names of rules that are broken. */
function broken(files: Readonly<Record<string, string>>): string[] {
  const folder = mkdtempSync(join(tmpdir(), "floors-"));
  try {
    for (const name of [".dependency-cruiser.mjs", "tsconfig.json", "lint/floors.mjs", "package.json"]) {
      cpSync(join(ROOT, name), join(folder, name));
    }
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const cruiser = join(ROOT, "node_modules", "dependency-cruiser", "bin", "dependency-cruise.mjs");
    const { stdout, stderr } = spawnSync(process.execPath, [cruiser, "--no-cache", "--output-type", "json", "."], {
      cwd: folder,
      encoding: "utf8",
    });
    if (!stdout) throw new Error(stderr);
    const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
    return [...new Set(summary.violations.map(({ rule }) => rule.name))].sort();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("what may import what", () => {
  test("is kept by arrows that point down", () => {
    const files = {
      "kernel/x.ts": "export type X = 1;",
      "dr/index.ts": 'import type { X } from "../kernel/x";\nexport type Y = X;',
    };
    expect(broken(files)).toEqual([]);
  });

  test("is broken by each kind of arrow that does not, types included", () => {
    const files = {
      "kernel/x.ts": 'import type { Y } from "../dr/y";\nexport type X = Y;',
      "dr/y.ts": "export type Y = 1;",
      "wiring/a.ts": 'import type { B } from "./b";\nexport type A = B;',
      "wiring/b.ts": 'import type { A } from "./a";\nexport type B = A | 1;',
      "modules/cache/index.ts": 'import { network } from "../network";\nexport const cache = network;',
      "modules/network/index.ts": "export const network = 1;",
      "modules/parts/p.ts": 'import { network } from "../network";\nexport const part = network;',
      "environments/production.ts": "export const one = 1;",
      "environments/definition/d.ts": 'import { one } from "../production";\nexport const d = one;',
      "__tests__/t.ts": "export const t = 1;",
      "helpers/h.ts": "export const h = 1;",
      "tools/v.ts": 'import { h } from "../helpers/h";\nexport const v = h;',
      "tools/u.ts": 'import { t } from "../__tests__/t";\nexport const u = t;',
    };
    expect(broken(files)).toEqual([
      "definition-knows-no-environment",
      "floor-kernel",
      "no-circle",
      "no-code-beside-the-floors",
      "no-module-in-module",
      "no-test-in-the-product",
      "parts-know-no-module",
    ]);
  });

  test("stands in ARCHITECTURE.md as it is enforced", () => {
    const written = readFileSync(join(ROOT, "ARCHITECTURE.md"), "utf8");
    const { stdout } = spawnSync(
      process.execPath,
      ["-e", 'import("./lint/floors.mjs").then((m) => console.log(m.floorsTable()))'],
      {
        cwd: ROOT,
        encoding: "utf8",
      },
    );
    const rows = stdout.trim().split("\n");
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows.slice(2)) expect(written).toContain(row);
  });
});
