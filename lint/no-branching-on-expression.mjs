import { ESLintUtils } from "@typescript-eslint/utils";

/** The property that marks a type in kernel/expression.ts. */
const MARK = "IsExpression";

const COMPARISONS = new Set(["==", "!=", "===", "!==", "<", "<=", ">", ">=", "+", "-", "*", "/", "%", "**"]);

/**
 * Refuses to branch on, compare or compute with a value that only Terraform knows. In the published module such a value
 * is a token, which is always truthy and, as a number, about -8e+298: the result would be silently wrong.
 */
export default ESLintUtils.RuleCreator.withoutDocs({
  meta: {
    type: "problem",
    schema: [],
    messages: {
      branch:
        "An input may be a Terraform expression: use when, choose, is or given of the kernel instead of a branch.",
      compute: "An input may be a Terraform expression: write the comparison or arithmetic inside tf`...`.",
      walk: "A collection input may be a Terraform expression: let Terraform walk it, with forEach or a for inside tf`...`.",
    },
  },
  defaultOptions: [],
  create(context) {
    const services = ESLintUtils.getParserServices(context);

    const isMarked = (type) => {
      if (type.isUnion()) return type.types.some(isMarked);
      if (type.aliasSymbol?.name === MARK || type.symbol?.name === MARK) return true;
      if (type.isIntersection()) return type.types.some(isMarked);
      // A group of inputs is an object whose presence only Terraform knows.
      return type.symbol?.name === "Group";
    };
    const isExpression = (node) => isMarked(services.getTypeAtLocation(node));
    const check = (node, messageId) => {
      if (node && node.type !== "PrivateIdentifier" && isExpression(node)) context.report({ node, messageId });
    };

    // Whether an argument was passed at all is known in TypeScript.
    const isUndefined = (node) => node.type === "Identifier" && node.name === "undefined";

    return {
      IfStatement: ({ test }) => check(test, "branch"),
      ConditionalExpression: ({ test }) => check(test, "branch"),
      WhileStatement: ({ test }) => check(test, "branch"),
      ForOfStatement: ({ right }) => check(right, "walk"),
      SwitchStatement: ({ discriminant }) => check(discriminant, "branch"),
      LogicalExpression: ({ left }) => check(left, "branch"),
      UnaryExpression: ({ operator, argument }) => {
        if (operator === "!") check(argument, "branch");
        if (operator === "-" || operator === "+") check(argument, "compute");
      },
      BinaryExpression: ({ operator, left, right }) => {
        if (!COMPARISONS.has(operator) || isUndefined(left) || isUndefined(right)) return;
        check(left, "compute");
        check(right, "compute");
      },
      SpreadElement: ({ argument }) => check(argument, "walk"),
    };
  },
});
