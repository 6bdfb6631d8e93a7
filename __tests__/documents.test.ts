import { existsSync, readFileSync, readdirSync } from "node:fs";
import * as path from "node:path";
import { compileFunction } from "node:vm";
import { transpile } from "typescript";
import { checkEnvironment, defineEnvironment } from "../environments/definition";
import { EnvironmentDefinition } from "../environments/definition/schema/environment";
import { PACKAGE, readJson } from "../tools/project";

const pages = readdirSync(path.join(PACKAGE, "docs"), { recursive: true })
  .map((file) => `docs/${String(file)}`)
  .filter((file) => file.endsWith(".md"));
const DOCUMENTS = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "dr/RUNBOOK.md", "emulator/README.md", ...pages];

const read = (file: string): string => readFileSync(path.join(PACKAGE, file), "utf8");

/** A document without its boxes, whose brackets are no links. */
const prose = (text: string): string => text.replace(/^```[\s\S]*?^```$/gm, "");

/** What stands in the boxes of a language. */
const boxes = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(([, box]) => box);

/** The anchor that GitHub makes of a heading. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replace(/ /g, "-");

const anchors = (text: string): string[] => [...prose(text).matchAll(/^#+ (.+)$/gm)].map(([, title]) => anchor(title));

/** Links to files of the project that lead nowhere, or to a heading that is not there. */
function brokenLinks(file: string): string[] {
  const links = [...prose(read(file)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link);
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [target, heading] = link.split("#");
    const found = target === "" ? file : path.join(path.dirname(file), target);
    if (!existsSync(path.join(PACKAGE, found))) return true;
    return heading !== undefined && !anchors(read(found)).includes(heading);
  });
}

describe("the documents", () => {
  const { scripts } = readJson<{ scripts: Record<string, string> }>(path.join(PACKAGE, "package.json"));
  const written = DOCUMENTS.filter((file) => existsSync(path.join(PACKAGE, file)));

  test("say what this is on one page: the README has at most 180 lines", () => {
    expect(read("README.md").trimEnd().split("\n").length).toBeLessThanOrEqual(180);
  });

  test.each(written)("%s has no link that leads nowhere", (file) => {
    expect(brokenLinks(file)).toEqual([]);
  });

  test.each(written)("%s names scripts of package.json only", (file) => {
    const named = [...read(file).matchAll(/npm run ([a-z][a-z:-]*)/g)].map(([, script]) => script);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });

  // The recipes of CONTRIBUTING.md make the files that they name: __tests__/contributing follows them.
  test.each(written.filter((file) => file !== "CONTRIBUTING.md"))("%s names files that there are", (file) => {
    const named = [...read(file).matchAll(/`((?:[a-z_]+\/)+[\w.-]+\.(?:ts|mjs|py|md|json))`/g)].map(([, path]) => path);
    const ours = named.filter((one) => !/^(?:dist|environments|cdktf\.out)\//.test(one));
    const places = (one: string): string[] => [one, path.join(path.dirname(file), one)];
    expect(ours.filter((one) => !places(one).some((place) => existsSync(path.join(PACKAGE, place))))).toEqual([]);
  });

  test("list every page in the index", () => {
    const index = read("docs/README.md");
    const missing = pages.filter((page) => page !== "docs/README.md" && !index.includes(`(${page.slice(5)})`));
    expect(missing).toEqual([]);
  });

  test("show an environment that is valid as it stands", () => {
    const [example] = boxes(read("docs/environments.md"), "ts");
    const body = transpile(example.replace(/^import .*$/m, "").replace("export default", "return"));
    const stated = compileFunction(body, ["defineEnvironment"]) as (define: unknown) => EnvironmentDefinition;
    expect(checkEnvironment("live", stated(defineEnvironment)).name).toBe("live");
  });
});
