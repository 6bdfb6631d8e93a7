import { Failure } from "../../../tools/failure";

/** A module's name in each spelling that its files have. */
export interface Identifiers {
  /** Of its folder, and of the published module: `audit-log`. */
  readonly name: string;
  /** Of its class: `AuditLog`. */
  readonly Class: string;
  /** What its inputs are called after: `auditLog`. */
  readonly camel: string;
  /** Of a `module` block: `audit_log`. */
  readonly snake: string;
}

/** Resources are called after it: longer names leave too little room for the application and its environment. */
const LONGEST = 20;

/** Folders of modules/ that hold no module, and what the files of a module import or declare under their own names. */
const TAKEN = [
  "parts",
  "index",
  "fields",
  "construct",
  "constructor",
  "prototype",
  "module-construct",
  "module-definition",
  "synthesized-stack",
];
const TAKEN_IN_TABLE = ["module-class", "requirements"];

/**
 * Spells a name.
 *
 * @throws Failure for a name that a folder, a class or a resource cannot have
 */
export function identifiersOf(name: string): Identifiers {
  if (!/^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/.test(name) || name.length < 3 || name.length > LONGEST) {
    throw new Failure(
      `The name ${JSON.stringify(name)} must be 3 to ${LONGEST} lower-case letters and digits, each word beginning with a letter, ` +
        "with single hyphens between words: audit-log.",
    );
  }
  const camel = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const Class = camel[0].toUpperCase() + camel.slice(1);
  if ([...TAKEN, ...TAKEN_IN_TABLE].includes(name) || Class in globalThis) {
    throw new Failure(`The name ${JSON.stringify(name)} means something else in the code already: choose another.`);
  }
  return { name, Class, camel, snake: name.replace(/-/g, "_") };
}

/**
 * The table of published modules with one more, at its end; its import stands in alphabetical order.
 *
 * @throws Failure when the text has no such table
 */
export function register(table: string, { name, Class }: Identifiers): string {
  const lines = table.split("\n");
  const folderOf = (line: string): string | undefined => /^import \{ \w+ \} from "\.\/([^"]+)";$/.exec(line)?.[1];
  const imports = lines.flatMap((line, i) => (folderOf(line) === undefined ? [] : [i]));
  const next = imports.find((i) => (folderOf(lines[i]) ?? "") > name) ?? (imports.at(-1) ?? -2) + 1;
  const end = lines.indexOf("];");
  if (next < 0 || end < next) throw new Failure("modules/index.ts has no list of modules with their imports.");
  return [
    ...lines.slice(0, next),
    `import { ${Class} } from "./${name}";`,
    ...lines.slice(next, end),
    `  ${Class},`,
    ...lines.slice(end),
  ].join("\n");
}

/**
 * The page of published modules with one more, at the end of its list.
 *
 * @throws Failure when the text has no such list
 */
export function list(page: string, { name }: Identifiers): string {
  const lines = page.split("\n");
  const last = lines.findLastIndex((line) => line.startsWith("| [`"));
  if (last < 0) throw new Failure("docs/modules.md has no list of modules.");
  return lines
    .toSpliced(last + 1, 0, `| [\`${name}\`](../terraform/${name}/README.md) | an encrypted log group |`)
    .join("\n");
}
