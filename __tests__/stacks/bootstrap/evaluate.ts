import { Statement } from "../../../modules/parts/policies";

/** What a request brings along: values of condition keys. */
export type RequestContext = Readonly<Record<string, string | readonly string[]>>;

/** What IAM is asked about. */
export interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly context?: RequestContext;
}

const list = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).map(String);

const escaped = (text: string): string => text.replace(/[\\^$.|+()[\]{}]/g, "\\$&");

/** Whether a text is what a pattern with * and ? says. */
export const matches = (pattern: string, text: string, flags = ""): boolean =>
  new RegExp(`^${escaped(pattern).replaceAll("*", ".*").replaceAll("?", ".")}$`, flags).test(text);

type Comparison = (wanted: string, given: string) => boolean;

const OPERATORS: Readonly<Record<string, Comparison>> = {
  StringEquals: (wanted, given) => wanted === given,
  StringLike: (wanted, given) => matches(wanted, given),
  ArnEquals: (wanted, given) => matches(wanted, given),
  ArnLike: (wanted, given) => matches(wanted, given),
  Bool: (wanted, given) => wanted === given,
};

/**
 * Whether one condition holds. Source: IAM User Guide, "IAM JSON policy elements: Condition operators": a key that the request
 * does not bring makes a condition false, but for those that are negated, for ...IfExists and for ForAllValues.
 */
function holds(operator: string, key: string, wanted: unknown, context: RequestContext): boolean {
  const values = Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
  if (operator === "Null") return (values === undefined) === (String(wanted) === "true");
  const [quantifier, named] = operator.includes(":") ? operator.split(":") : ["", operator];
  const optional = named.endsWith("IfExists");
  const bare = named.replace(/IfExists$/, "");
  const negated = /^(String|Arn)Not/.test(bare);
  const compare = OPERATORS[bare.replace(/^(String|Arn)Not/, "$1")];
  if (compare === undefined) throw new Error(`the evaluator does not know ${operator}`);
  if (values === undefined) return negated || optional || quantifier === "ForAllValues";
  const one = (value: string): boolean => list(wanted).some((each) => compare(each, value)) !== negated;
  return quantifier === "ForAnyValue" ? list(values).some(one) : list(values).every(one);
}

/** Whether a statement is about a request. */
function applies(statement: Statement, { action, resource, context = {} }: Asked): boolean {
  const { Action, NotAction, Resource, NotResource, Condition } = statement;
  const named = (patterns: unknown, text: string, flags?: string): boolean =>
    list(patterns).some((pattern) => matches(pattern, text, flags));
  const isAction = NotAction === undefined ? named(Action, action, "i") : !named(NotAction, action, "i");
  const isResource = NotResource === undefined ? named(Resource, resource) : !named(NotResource, resource);
  const conditions = Object.entries((Condition ?? {}) as Record<string, Record<string, unknown>>);
  return (
    isAction &&
    isResource &&
    conditions.every(([operator, keys]) =>
      Object.entries(keys).every(([key, wanted]) => holds(operator, key, wanted, context)),
    )
  );
}

/** What IAM answers to identity policies: a Deny wins, and what nothing allows is denied. */
export function decide(statements: readonly Statement[], asked: Asked): "allowed" | "explicitDeny" | "implicitDeny" {
  const about = statements.filter((statement) => applies(statement, asked));
  if (about.some(({ Effect }) => Effect === "Deny")) return "explicitDeny";
  return about.length > 0 ? "allowed" : "implicitDeny";
}

/** The same for a role that is bounded: its own policies and the boundary must both allow it. */
export const decideBounded = (
  statements: readonly Statement[],
  boundary: readonly Statement[],
  asked: Asked,
): ReturnType<typeof decide> => {
  const [own, bound] = [decide(statements, asked), decide(boundary, asked)];
  return own === "explicitDeny" || bound === "explicitDeny" ? "explicitDeny" : own === "allowed" ? bound : own;
};
