import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { PACKAGE } from "../../tools/project";
import { CONTRIBUTING, edits, spans, steps } from "./recipes";

/** The recipes, with how many files the table at the top says that each touches. */
const recipes = [...CONTRIBUTING.matchAll(/^\| \[[^\]]+\]\(#([^)]+)\) \| (\d+) \|/gm)].map(
  ([, anchor, count]) => [headingOf(anchor), Number(count)] as const,
);

function headingOf(anchor: string): string {
  const headings = [...CONTRIBUTING.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
  return headings.find((heading) => heading.toLowerCase().replace(/ /g, "-") === anchor) ?? `#${anchor}`;
}

/** Whether there is such a path; `<name>` is any one folder or file. */
function exists(path: string): boolean {
  const [before, after] = path.split(/<\w+>/);
  if (after === undefined) return existsSync(join(PACKAGE, path));
  const folder = dirname(`${before}x`);
  const names = existsSync(join(PACKAGE, folder)) ? readdirSync(join(PACKAGE, folder)) : [];
  return names.some((name) => exists(join(folder, after.startsWith("/") ? `${name}${after}` : name)));
}

describe("CONTRIBUTING.md", () => {
  test("has a recipe for each of what is added", () => {
    expect(recipes.map(([title]) => title)).toEqual([
      "An input",
      "A module",
      "A module in environments",
      "A stack",
      "A recovery mechanism",
      "An operation of the emulator",
    ]);
  });

  test.each(recipes)("%s: touches as many files as it says", (title, count) => {
    const written =
      title === "A module"
        ? steps(title)
            .slice(1, -1)
            .map((step) => spans(step)[0])
        : [];
    const files = [...written, ...edits(title).map(({ file }) => file)];
    expect(new Set(files).size).toBe(count);
  });

  test("names paths that there are, or that a recipe makes", () => {
    const made = recipes.flatMap(([title]) => edits(title)).filter(({ place }) => place === "new");
    const folders = made.map(({ file }) => file);
    // What `npm run new -- module audit-log` writes.
    const general = (path: string): string => path.replace("audit-log", "<name>");
    const paths = spans(CONTRIBUTING).filter((span) => /^[\w.-]+(?:\/[\w.<>-]+)+\/?$/.test(span));
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter((path) => !folders.includes(path) && !exists(general(path)))).toEqual([]);
  });
});
