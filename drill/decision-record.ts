import * as fs from "node:fs";
import { Failure } from "../tools/failure";

/** How IAM decides. */
export type Verdict = "allowed" | "explicitDeny" | "implicitDeny";

/** One decision, as the emulator wrote it down: see emulator/README.md. */
export interface RecordedDecision {
  /** Number of the request. */
  readonly n: number;
  readonly kind: "user" | "role" | "service" | "federated" | "anonymous";
  /** ARN of who asked; the name of a service. */
  readonly arn: string;
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
  readonly decision: Verdict;
  /** Hashes of the policies that were asked. */
  readonly policies: Readonly<Partial<Record<"identity" | "boundary" | "session" | "resource", readonly string[]>>>;
  /** Whom grants of KMS allow it: pairs of kind and name. */
  readonly grants?: readonly (readonly (readonly [kind: string, name: string])[])[];
}

/** A policy. */
export interface PolicyDocument {
  readonly Version?: string;
  readonly Statement: object | readonly object[];
}

/** Decisions, and the policies that they name, by hash. */
export interface DecisionRecord {
  readonly decisions: readonly RecordedDecision[];
  readonly documents: ReadonlyMap<string, PolicyDocument>;
}

/**
 * Reads the file that the emulator's `--decisions` names.
 *
 * @throws Failure when it is not there, or has no decision in it: nothing would be compared
 */
export function readRecord(file: string): DecisionRecord {
  if (!fs.existsSync(file)) throw new Failure(`There is no ${file}: run \`npm run drill\` first, which writes it.`);
  const decisions: RecordedDecision[] = [];
  const documents = new Map<string, PolicyDocument>();
  for (const line of fs.readFileSync(file, "utf8").split("\n").filter(Boolean)) {
    const read = JSON.parse(line) as RecordedDecision & { readonly policy?: string; readonly document: PolicyDocument };
    if (read.policy === undefined) decisions.push(read);
    else documents.set(read.policy, read.document);
  }
  if (decisions.length === 0) throw new Failure(`${file} has no decision in it: the emulator enforced nothing.`);
  return { decisions, documents };
}

/** What changes from request to request, and what no policy of a deployment asks for. */
const OF_THE_MOMENT = new Set([
  "aws:currenttime",
  "aws:epochtime",
  "aws:tokenissuetime",
  "aws:useragent",
  "aws:userid",
]);

/**
 * Decisions that are the same but for the moment, each once: a deployment asks a few things thousands of times.
 *
 * @param documents the policies, of which those are looked at that name a key of the moment
 */
export function distinct({ decisions, documents }: DecisionRecord): RecordedDecision[] {
  const named = [...documents.values()].map((one) => JSON.stringify(one).toLowerCase());
  const left = new Set([...OF_THE_MOMENT].filter((key) => !named.some((text) => text.includes(key))));
  const found = new Map<string, RecordedDecision>();
  for (const one of decisions) {
    const context = Object.entries(one.context).filter(([key]) => !left.has(key));
    const same = JSON.stringify({ ...one, n: 0, context });
    if (!found.has(same)) found.set(same, one);
  }
  return [...found.values()];
}
