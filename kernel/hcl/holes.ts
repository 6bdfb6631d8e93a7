import { Node, POSTFIX, UNARY, children, operandStrengths, strength } from "./nodes";
import { parseParenthesized } from "./parse";

const DEMANDS = new Map<string, readonly number[]>();
const STRENGTHS = new Map<string, number>();

/**
 * What each hole of a source asks of the expression that fills it: how much that must hold together to need no
 * parentheses there.
 *
 * @param source the texts around the holes
 */
export function demandsOf(source: readonly string[]): readonly number[] {
  return remember(DEMANDS, source.join("\0"), () => {
    const demands = source.slice(1).map(() => 0);
    visit(parseParenthesized(source.map((text, i) => (i === 0 ? text : holeName(i - 1) + text)).join("")), 0, demands);
    return demands;
  });
}

/** How much the expression holds together that the source stands for. */
export const strengthOf = (source: string): number =>
  remember(STRENGTHS, source, () => strength(parseParenthesized(source)));

const HOLE = "hole_";
const holeName = (i: number): string => HOLE + String(i);

function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

function visit(node: Node, demand: number, demands: number[]): void {
  if (node.kind === "name" && node.text.startsWith(HOLE)) demands[Number(node.text.slice(HOLE.length))] = demand;
  children(node).forEach((child, i) => visit(child, demandOn(node, i), demands));
}

/** What a node asks of one of its children. */
function demandOn(node: Node, child: number): number {
  if (node.kind === "unary") return UNARY;
  if (node.kind === "binary") return operandStrengths(node.operator)[child];
  if (child > 0) return 0;
  if (node.kind === "conditional") return 1;
  return node.kind === "attribute" || node.kind === "splat" || node.kind === "index" ? POSTFIX : 0;
}
