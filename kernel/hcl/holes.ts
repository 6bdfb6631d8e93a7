import { Node, POSTFIX, UNARY, operandStrengths, strength } from "./nodes";
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
  const all = (nodes: readonly (Node | undefined)[]): void => {
    for (const each of nodes) if (each) visit(each, 0, demands);
  };
  switch (node.kind) {
    case "literal":
      return;
    case "name":
      if (node.text.startsWith(HOLE)) demands[Number(node.text.slice(HOLE.length))] = demand;
      return;
    case "template":
      return all(node.parts.filter((part) => typeof part !== "string"));
    case "attribute":
    case "splat":
      return visit(node.of, POSTFIX, demands);
    case "index":
      visit(node.of, POSTFIX, demands);
      return visit(node.key, 0, demands);
    case "call":
      return all(node.arguments);
    case "unary":
      return visit(node.operand, UNARY, demands);
    case "binary": {
      const [left, right] = operandStrengths(node.operator);
      visit(node.left, left, demands);
      return visit(node.right, right, demands);
    }
    case "conditional":
      visit(node.condition, 1, demands);
      return all([node.yes, node.no]);
    case "list":
      return all(node.items);
    case "object":
      return all(node.entries.flatMap(({ key, value }) => [key, value]));
    case "for":
      return all([node.over, node.key, node.result, node.condition]);
  }
}
