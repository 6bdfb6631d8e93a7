import { DecisionRecord } from "./decision-record";
import { UNUSED, UnusedRights } from "./unused-rights";

/** Statements as far as they are looked at here. */
interface Statement {
  readonly Effect: "Allow" | "Deny";
  readonly Action?: string | readonly string[];
}

/** How a role's rights and what it asked for agree. */
export interface LeastPrivilege {
  /** Actions, or patterns of them, that the role's policies allow. */
  readonly granted: readonly string[];
  /** Of these, what no request of the record asked for. */
  readonly unused: readonly string[];
  /** Of these, what stands in no list with a reason: it is to be taken away, or to be given one. */
  readonly unexplained: readonly string[];
  /** What a list names although the role is not granted it: the reason is for nothing. */
  readonly stale: readonly string[];
}

/**
 * Rights of a role that a record of decisions never needed. What policies deny or allow by `*` is not looked at.
 *
 * @param name name of the role, such as `nimbus-production-deploy`
 * @param role what the lists call it, such as `deploy`
 */
export function leastPrivilege(
  { decisions, documents }: DecisionRecord,
  name: string,
  role: string,
  lists: readonly UnusedRights[] = UNUSED,
): LeastPrivilege {
  const own = decisions.filter(({ arn }) => arn.includes(`:assumed-role/${name}/`));
  const hashes = new Set(own.flatMap(({ policies }) => policies.identity ?? []));
  const granted = sorted([...hashes].flatMap((hash) => allowedIn([documents.get(hash)?.Statement ?? []].flat())));
  const used = [
    ...new Set(own.filter(({ decision }) => decision === "allowed").map(({ action }) => action.toLowerCase())),
  ];
  const unused = granted.filter((pattern) => !used.some((action) => matches(pattern, action)));
  const explained = new Set(lists.flatMap(({ rights }) => rights[role] ?? []));
  return {
    granted,
    unused,
    unexplained: unused.filter((action) => !explained.has(action)),
    stale: [...explained].filter((action) => !granted.includes(action)),
  };
}

const allowedIn = (statements: readonly object[]): string[] =>
  (statements as readonly Statement[])
    .filter(({ Effect }) => Effect === "Allow")
    .flatMap(({ Action = [] }) => Action)
    .filter((action) => action !== "*");

const sorted = (values: readonly string[]): string[] => [...new Set(values)].sort();

/** Whether an action, in lower case, is one of those that a pattern means: only `*` and `?` are special. */
const matches = (pattern: string, action: string): boolean =>
  new RegExp(
    `^${pattern
      .toLowerCase()
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".")}$`,
  ).test(action);
