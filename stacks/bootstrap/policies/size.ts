import { Statement } from "../../../modules/parts/policies";

/** Characters that a managed policy may have, white space aside. Source: IAM User Guide, "IAM and AWS STS quotas". */
export const LONGEST_MANAGED = 6144;

/** Characters that the inline policies of a role may have together. Source: the same. */
export const LONGEST_INLINE = 10_240;

/** Managed policies that a role may have: the quota that an account begins with. Source: the same. */
const MOST_MANAGED = 10;

/** Characters of a policy as IAM counts them. */
export const lengthOf = (statements: readonly Statement[]): number =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements }).length;

/** Statements of which those that differ in their actions alone, or in their resources alone, are one. They say the same. */
export function merged(statements: readonly Statement[]): Statement[] {
  return mergedBy(mergedBy(statements, "Action"), "Resource");
}

function mergedBy(statements: readonly Statement[], field: "Action" | "Resource"): Statement[] {
  const alike = new Map<string, Statement[]>();
  statements.forEach((statement, i) => {
    const { [field]: own, ...rest } = statement;
    const key = own === undefined ? `${i}` : JSON.stringify(rest);
    alike.set(key, [...(alike.get(key) ?? []), statement]);
  });
  return [...alike.values()].map(([first, ...others]) =>
    others.length === 0 ? first : { ...first, [field]: union([first, ...others].map(({ [field]: own }) => own)) },
  );
}

const union = (values: readonly unknown[]): string[] => [...new Set(values.flat() as string[])].sort();

/**
 * A role's statements in policies that IAM takes: the first is the role's own (inline) as far as that goes, the others are managed
 * ones.
 *
 * @throws Error where even these do not hold them
 */
export function policiesOf(statements: readonly Statement[]): Statement[][] {
  const policies: Statement[][] = [[]];
  for (const piece of statements.flatMap(inPieces)) {
    const fitting = policies.find(
      (each, i) => lengthOf([...each, piece]) <= (i === 0 ? LONGEST_INLINE : LONGEST_MANAGED),
    );
    if (fitting) fitting.push(piece);
    else policies.push([piece]);
  }
  if (policies.length - 1 > MOST_MANAGED) {
    throw new Error(
      `the rights need ${policies.length - 1} managed policies, where a role may have ${MOST_MANAGED}: split the environment`,
    );
  }
  return policies;
}

/** A statement that is longer than a policy, as several about a part of its resources each. */
function inPieces(statement: Statement): Statement[] {
  const { Resource } = statement;
  if (lengthOf([statement]) <= LONGEST_MANAGED || !Array.isArray(Resource) || Resource.length < 2) return [statement];
  const half = Math.ceil(Resource.length / 2);
  return [Resource.slice(0, half), Resource.slice(half)].flatMap((part, i) =>
    inPieces({ ...statement, Sid: `${statement.Sid}${i + 1}`, Resource: part }),
  );
}
