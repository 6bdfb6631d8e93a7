/** What came of the rights of those who asked: counts of a run, for people and for the files that programs read. */
import * as fs from "node:fs";
import { RecordedRequest } from "./control";

/** One thing that a request asked IAM for, and what IAM said: a line of the file that `decisions` names. */
export interface Decision {
  /** Number of the request, as in its record. */
  readonly n: number;
  /** ARN of who asked, which ends with the name of the session. */
  readonly arn: string;
  /** Such as `rds:CreateDBInstance`. */
  readonly action: string;
  readonly resource: string;
  readonly decision: "allowed" | "explicitDeny" | "implicitDeny";
}

/** Something that was asked and not allowed. */
export interface DeniedRequest {
  /** Role that asked, or `administrator`. */
  readonly role: string;
  /** What it was doing: the session, such as the stack that was deployed. */
  readonly session: string;
  readonly action: string;
  readonly resource: string;
}

/** Who asked how much, and what was refused. */
export interface Rights {
  /** Requests by role; those of an administrator, and of AWS's services in a role, have a line of their own. */
  readonly roles: Readonly<Record<string, number>>;
  /** Requests that policies did not allow. */
  readonly denied: number;
  /** What these asked for, each once. */
  readonly deniedRequests: readonly DeniedRequest[];
  /** Requests that AWS's own models of its API refuse. */
  readonly refusedByModels: number;
  /** How often policies were asked; `commands/decisions.ts` adds how another evaluator decides the same. */
  readonly decisions: { readonly made: number };
}

/**
 * Counts a run.
 *
 * @param requests the record of the run, or a part of it
 * @param decisions all that IAM said in it
 */
export function rightsOf(requests: readonly RecordedRequest[], decisions: readonly Decision[]): Rights {
  const roles = new Map<string, number>();
  for (const { principal = "nobody" } of requests) roles.set(principal, (roles.get(principal) ?? 0) + 1);
  const denied = requests.filter((request) => request.denied);
  const refusals = new Map(decisions.filter(({ decision }) => decision !== "allowed").map((one) => [one.n, one]));
  const told = denied.map((request) => toldOf(request, refusals.get(request.n)));
  const numbers = new Set(requests.map(({ n }) => n));
  return {
    roles: Object.fromEntries([...roles].sort(([left, a], [right, b]) => b - a || left.localeCompare(right))),
    denied: denied.length,
    deniedRequests: [...new Map(told.map((one) => [describeDenied(one), one])).values()],
    refusedByModels: requests.filter(({ refusedByModel }) => refusedByModel).length,
    decisions: { made: decisions.filter(({ n }) => numbers.has(n)).length },
  };
}

/** One of them in words: `nimbus-production-deploy (primary): logs:CreateLogGroup on arn:…`. */
export const describeDenied = ({ role, session, action, resource }: DeniedRequest): string =>
  `${role} (${session}): ${action} on ${resource}`;

/** What a request asked for; where no policy was asked, for the emulator knows no action of it, its operation. */
function toldOf({ principal = "nobody", service, operation }: RecordedRequest, refusal?: Decision): DeniedRequest {
  return {
    role: principal,
    session: refusal?.arn.split("/").at(-1) ?? "",
    action: refusal?.action ?? `${service}:${operation}`,
    resource: refusal?.resource ?? "*",
  };
}

/** The decisions in a file that `decisions` named; none where nothing was judged. */
export function readDecisions(file: string): Decision[] {
  if (!fs.existsSync(file)) return [];
  const lines = fs.readFileSync(file, "utf8").split("\n");
  return lines.flatMap((line) => (line.includes('"decision"') ? [JSON.parse(line) as Decision] : []));
}
