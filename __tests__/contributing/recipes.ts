import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PACKAGE } from "../../tools/project";

/** CONTRIBUTING.md: tests do what it says, with the code that it shows. */
export const CONTRIBUTING = readFileSync(join(PACKAGE, "CONTRIBUTING.md"), "utf8");

/** What a step of a recipe does to a file: the code goes into a new file, to its end, or beside or in place of one line. */
export interface Edit {
  readonly file: string;
  readonly place: "new" | "at the end of" | "above" | "below" | "in place of";
  /** Part of the line that the place is named by. */
  readonly line: string;
  readonly code: string;
}

/** The text below a heading. */
export function section(title: string): string {
  const found = CONTRIBUTING.split(/^## /m).find((text) => text.startsWith(`${title}\n`));
  if (found === undefined) throw new Error(`CONTRIBUTING.md has no "${title}"`);
  return found.slice(title.length + 1);
}

/** The numbered steps of a recipe, as they stand. */
export const steps = (title: string): string[] =>
  section(title)
    .split(/^(?=\d+\. )/m)
    .slice(1);

/** What the steps of a recipe do to files, in their order. */
export const edits = (title: string): Edit[] => steps(title).flatMap((step) => editOf(step) ?? []);

function editOf(step: string): Edit | undefined {
  const [, prose, code] = /^([^]*?)^ {3}```\w+\n([^]*?)^ {3}```$/m.exec(step) ?? [];
  if (prose === undefined) return undefined;
  const [, place, line] = /\b(above|below|in\s+place\s+of)\s+`([^`]+)`/.exec(prose) ?? [];
  const files = spans(prose).filter((span) => /^[\w./-]+\/[\w.-]+\.\w+$/.test(span));
  const [file] = files;
  if (file === undefined) throw new Error(`a step has code, and no file for it: ${prose}`);
  return {
    file,
    place: (place?.replace(/\s+/g, " ") ??
      (/at\s+the\s+end\s+of/.test(prose) ? "at the end of" : "new")) as Edit["place"],
    line: line ?? "",
    code: code.replace(/^ {3}/gm, ""),
  };
}

/** What stands in code spans, outside of blocks of code. */
export const spans = (text: string): string[] =>
  [...text.replace(/^ *```[^]*?^ *```$/gm, "").matchAll(/`([^`]+)`/g)].map(([, span]) => span);

/**
 * Does a step in a copy of the project.
 *
 * @throws Error when the file, or the line in it, is not what the step says
 */
export function follow(directory: string, { file, place, line, code }: Edit): void {
  const path = join(directory, file);
  if ((place === "new") === existsSync(path))
    throw new Error(`${file} is ${place === "new" ? "there already" : "missing"}`);
  mkdirSync(dirname(path), { recursive: true });
  if (place === "new") return writeFileSync(path, code);
  const text = readFileSync(path, "utf8");
  if (place === "at the end of") return writeFileSync(path, `${text}\n${code}`);
  const lines = text.split("\n");
  const places = lines.flatMap((one, i) => (one.includes(line) ? [i] : []));
  if (places.length !== 1) throw new Error(`${file} has ${places.length} lines, instead of one, with ${line}`);
  const [at] = places;
  lines.splice(place === "below" ? at + 1 : at, place === "in place of" ? 1 : 0, code.trimEnd());
  writeFileSync(path, lines.join("\n"));
}
