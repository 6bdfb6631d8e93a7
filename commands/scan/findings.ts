import { withoutKeys } from "../../tools/synthesis";

/** What a scanner holds against a resource. */
export interface Finding {
  readonly id: string;
  readonly name: string;
  /** The address without the keys of instances. */
  readonly address: string;
  /** The stack, or the file and line, where it is. */
  readonly where: string;
}

/** A finding that somebody accepted in a construct, with the reason. */
export interface Acceptance {
  readonly id: string;
  readonly address: string;
  readonly stack: string;
  readonly reason: string;
}

interface CheckovRecord {
  readonly check_id: string;
  readonly check_name: string;
  readonly resource: string;
  readonly file_path: string;
  readonly file_line_range: readonly number[];
  readonly check_result?: { readonly suppress_comment?: string };
}

interface CheckovReport {
  readonly results?: {
    readonly passed_checks: readonly CheckovRecord[];
    readonly failed_checks: readonly CheckovRecord[];
    readonly skipped_checks: readonly CheckovRecord[];
    readonly parsing_errors: readonly string[];
  };
}

/** What one run of checkov found. */
export interface CheckovResult {
  readonly passed: number;
  readonly failed: readonly Finding[];
  /** Accepted by a comment in the file, with its reason. */
  readonly skipped: readonly (Finding & { readonly reason: string })[];
  readonly unreadable: readonly string[];
}

/** Reads checkov's JSON answer: one report, or a list of them, or a bare count when there was nothing to check. */
export function readCheckov(json: string): CheckovResult {
  const parsed = JSON.parse(json) as CheckovReport | readonly CheckovReport[];
  const reports = (Array.isArray(parsed) ? parsed : [parsed]) as readonly CheckovReport[];
  const records = (kind: "passed_checks" | "failed_checks" | "skipped_checks") =>
    reports.flatMap(({ results }) => results?.[kind] ?? []);
  return {
    passed: records("passed_checks").length,
    failed: records("failed_checks").map(finding),
    skipped: records("skipped_checks").map((record) => ({
      ...finding(record),
      reason: record.check_result?.suppress_comment ?? "",
    })),
    unreadable: reports.flatMap(({ results }) => results?.parsing_errors ?? []),
  };
}

function finding({
  check_id: id,
  check_name: name,
  resource,
  file_path: file,
  file_line_range: lines,
}: CheckovRecord): Finding {
  return { id, name, address: withoutKeys(resource), where: `${file.replace(/^\//, "")}:${lines[0] ?? 0}` };
}

/** One finding for each check of a resource: an instance more, or a file reached in two ways, is no further finding. */
export function distinct<T extends Finding>(findings: readonly T[]): T[] {
  const keyOf = ({ id, address, where }: T) => [id, address.replace(/^.*module\.[^.]+\./, ""), where].join(" ");
  return [...new Map(findings.map((one) => [keyOf(one), one])).values()];
}

/** The reasons in a stack's synthesized configuration: each resource carries its own, under `"//"`. */
export function acceptances(stack: string, configuration: unknown): Acceptance[] {
  type Body = { readonly "//"?: { readonly accepted_findings?: Readonly<Record<string, string>> } };
  const { resource = {} } = configuration as { resource?: Record<string, Record<string, Body>> };
  return Object.entries(resource).flatMap(([type, named]) =>
    Object.entries(named).flatMap(([name, body]) =>
      Object.entries(body["//"]?.accepted_findings ?? {}).map(([id, reason]) => ({
        id,
        reason,
        stack,
        address: `${type}.${name}`,
      })),
    ),
  );
}

/** The findings of a stack's plan for which no resource gives a reason. An empty reason is none. */
export function unaccepted(stack: string, findings: readonly Finding[], accepted: readonly Acceptance[]): Finding[] {
  const reasons = new Set(
    accepted
      .filter((one) => one.stack === stack && one.reason.trim() !== "")
      .map(({ id, address }) => `${id} ${address}`),
  );
  return findings.filter(({ id, address }) => !reasons.has(`${id} ${address}`));
}

/**
 * The reasons that nothing needs any more: neither does the plan of their stack have the finding, nor a published module on
 * a resource of that type (there, options may be open that a stack has settled).
 */
export function staleReasons(
  accepted: readonly Acceptance[],
  planFindings: ReadonlyMap<string, readonly Finding[]>,
  moduleFindings: readonly Finding[],
): Acceptance[] {
  const typeOf = (address: string) => address.split(".").at(-2);
  return accepted.filter(({ id, address, stack }) => {
    const inPlan = planFindings.get(stack)?.some((one) => one.id === id && one.address === address);
    const inModule = moduleFindings.some((one) => one.id === id && typeOf(one.address) === typeOf(address));
    return !inPlan && !inModule;
  });
}
