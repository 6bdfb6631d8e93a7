import { PROJECT } from "../tools/project";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Node, children } from "../kernel/hcl/nodes";
import { parseExpression } from "../kernel/hcl/parse";
import { flat } from "../kernel/hcl/print";

const DIRECTORY = join(PROJECT, "terraform");

/** The published modules by name. */
export const PUBLISHED = readdirSync(DIRECTORY, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** The lines of a file of a published module. */
export const publishedLines = (module: string, file: string): string[] =>
  readFileSync(join(DIRECTORY, module, file), "utf8").split("\n");

/** Every expression on the right of a `=` of a block, as it stands in the file. */
export function expressionsOf(lines: readonly string[]): { source: string; node: Node }[] {
  const found: { source: string; node: Node }[] = [];
  for (let i = 0; i < lines.length; i++) {
    const value = /^\s*[\w-]+\s+=\s(.*)$/.exec(lines[i])?.[1];
    if (value === undefined) continue;
    let source = value;
    while (!isWhole(source) && i + 1 < lines.length) source += `\n${lines[++i]}`;
    found.push({ source, node: parseExpression(source) });
  }
  return found;
}

function isWhole(source: string): boolean {
  try {
    parseExpression(source);
    return true;
  } catch {
    return false;
  }
}

/** Every node of a tree, the root first. */
export const descendants = (node: Node): Node[] => [node, ...children(node).flatMap(descendants)];

/** What no local could hold: it belongs to one instance, one item or one block. */
const isOfOnePlace = (node: Node): boolean =>
  descendants(node).some(
    (part) => part.kind === "name" && !/^(var|local|data|ephemeral|aws_\w+|terraform_data)$/.test(part.text),
  );

/** Expressions longer than `shortest` that stand at least three times, with how often; of one in another the larger. */
export function repeated(nodes: readonly Node[], shortest: number): string[] {
  const times = new Map<string, number>();
  const candidates = nodes.flatMap(descendants).filter((node) => isNameable(node, shortest));
  for (const node of candidates) times.set(flat(node), (times.get(flat(node)) ?? 0) + 1);
  const often = [...times].filter(([, count]) => count >= 3);
  const isPart = (source: string, count: number): boolean =>
    often.some(([other, others]) => other !== source && other.includes(source) && others >= count);
  return often.filter(([source, count]) => !isPart(source, count)).map(([source, count]) => `${count} x ${source}`);
}

/** A statement of a policy and a plain path are understood where they stand; what is computed may get a name. */
const isNameable = (node: Node, shortest: number): boolean =>
  flat(node).length > shortest && !["object", "list"].includes(node.kind) && !isPath(node) && isComputed(node);

const isComputed = (node: Node): boolean =>
  descendants(node).some((part) => part.kind === "name") && !isOfOnePlace(node);

const isPath = (node: Node): boolean => node.kind === "name" || (node.kind === "attribute" && isPath(node.of));
