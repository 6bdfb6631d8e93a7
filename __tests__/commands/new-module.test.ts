import { readFileSync } from "node:fs";
import { join } from "node:path";
import { identifiersOf, list, register } from "../../commands/new/module/names";
import { publishedModules } from "../../modules";
import { PACKAGE } from "../../tools/project";

describe("the name of a new module", () => {
  test("is spelled as each of its files needs it", () => {
    expect(identifiersOf("audit-log")).toEqual({
      name: "audit-log",
      Class: "AuditLog",
      camel: "auditLog",
      snake: "audit_log",
    });
  });

  test.each([
    ["capitals", "AuditLog"],
    ["underscores", "audit_log"],
    ["a hyphen at the end", "audit-"],
    ["two hyphens", "audit--log"],
    ["a digit at the beginning of a word", "audit-2"],
    ["a path", "../audit"],
    ["too few letters", "ab"],
    ["too many letters", "audit-log-of-all-requests"],
  ])("is refused with %s, and told what it must be", (_, name) => {
    expect(() => identifiersOf(name)).toThrow(`The name "${name}" must be 3 to 20 lower-case letters and digits`);
  });

  test.each(["parts", "error", "construct", "module-class"])(
    "is refused where the code calls something else so: %s",
    (name) => {
      expect(() => identifiersOf(name)).toThrow(`The name "${name}" means something else in the code already`);
    },
  );

  test("may be that of every module that there is", () => {
    for (const { definition } of publishedModules) {
      const { name } = definition;
      expect(identifiersOf(name).name).toBe(name);
    }
  });
});

describe("the table of published modules", () => {
  const table = readFileSync(join(PACKAGE, "modules", "index.ts"), "utf8");
  const added = (name: string): string[] => {
    const before = table.split("\n");
    return register(table, identifiersOf(name))
      .split("\n")
      .flatMap((line, i, lines) => (before.includes(line) ? [] : [`${line}, below ${lines[i - 1]}`]));
  };

  test.each([
    ["audit-log", "AuditLog", 'import { Requirements } from "../kernel/publish";'],
    ["mail", "Mail", 'import { LoadBalancer } from "./load-balancer";'],
    ["web-hook", "WebHook", 'import { UserPool } from "./user-pool";'],
  ])("gets the import of %s in alphabetical order, and its class at the end", (name, Class, above) => {
    const last = publishedModules.at(-1)?.name;
    expect(added(name)).toEqual([
      `import { ${Class} } from "./${name}";, below ${above}`,
      `  ${Class},, below   ${last},`,
    ]);
  });

  test("must be one", () => {
    expect(() => register("export const x = 1;", identifiersOf("mail"))).toThrow("has no list of modules");
  });
});

describe("the page of published modules", () => {
  const page = readFileSync(join(PACKAGE, "docs", "modules.md"), "utf8");
  const listed = (text: string): string[] => [...text.matchAll(/^\| \[`([\w-]+)`\]/gm)].map(([, name]) => name);

  test("lists each of them", () => {
    expect(listed(page).sort()).toEqual(publishedModules.map(({ definition }) => definition.name).sort());
  });

  test("gets a new one at the end of the list", () => {
    expect(listed(list(page, identifiersOf("audit-log")))).toEqual([...listed(page), "audit-log"]);
  });

  test("must have a list", () => {
    expect(() => list("# Modules", identifiersOf("audit-log"))).toThrow("docs/modules.md has no list of modules");
  });
});
