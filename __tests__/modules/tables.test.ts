import * as fs from "node:fs";
import * as path from "node:path";

const ROOT = path.join(__dirname, "../..");

/** Every table that is committed, by its path. */
const files = ["modules", "emulator/holdfast_emulator"]
  .flatMap((folder) =>
    fs
      .readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
      .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name))),
  )
  .filter((file) => /\/tables\/[^/]+\.json$/.test(file));

const sources = (folder: string, ending: string): string =>
  fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith(ending))
    .map((entry) => fs.readFileSync(path.join(entry.parentPath, entry.name), "utf8"))
    .join("\n");
const users = { ".ts": sources("modules", ".ts"), ".py": sources("emulator/holdfast_emulator", ".py") };
const scripts = sources("tables", ".py");

test("there are tables", () => expect(files.length).toBeGreaterThan(5));

test.each(files)("%s has a source, a date, a script that writes it, and a user", (file) => {
  const table = JSON.parse(fs.readFileSync(path.join(ROOT, file), "utf8")) as { source: string; date: string };
  expect(table.source).toMatch(/^(PyPI|npm) .+ \d+\.\d+/);
  expect(table.date).toMatch(/^20\d\d-\d\d-\d\d$/);
  expect(scripts).toContain(file);
  expect(file.startsWith("modules/") ? users[".ts"] : users[".py"]).toContain(path.basename(file));
});
