import { Problem } from "../../../kernel";
import { partitionOf } from "../../../modules/parts/partitions";
import type { EnvironmentDefinition } from "../schema/environment";
import { OtherEnvironment } from "./other-environment";

/** The rules about who deploys. */
export function checkDeployment(
  name: string,
  definition: EnvironmentDefinition,
  others: readonly OtherEnvironment[],
): Problem[] {
  const { deployment, state } = definition;
  if (typeof deployment !== "object" || deployment === null) return [];
  const { github, operators = [] } = deployment;
  const problems: Problem[] = [];
  const report = (path: string, message: string, value?: unknown): unknown => problems.push({ path, message, value });
  if (!state) report("deployment", "needs state: a runner keeps no files. Add state: {}");
  if (!github && operators.length === 0) report("deployment", "must name github or operators: nobody may deploy");
  operators.forEach((arn, i) => {
    if (!made(name, definition).includes(arn)) return;
    const message = "must not be a role that bootstrap makes: IAM takes no trust in a role that is not there yet";
    report(`deployment.operators[${i}]`, message, arn);
  });
  const own: Readonly<Record<string, string>> = { Application: definition.application, Environment: name };
  for (const [tag, value] of Object.entries(definition.tags ?? {})) {
    if (own[tag] === undefined || value === own[tag]) continue;
    const why = "with deployment, it tells whose a resource is, and the roles reach none of another's";
    report(`tags.${tag}`, `must be left out: ${why}`, value);
  }
  if (!github) return problems;
  const { branches = [], environments = [], oidcProvider = "create" } = github;
  if (branches.length + environments.length === 0) {
    report("deployment.github", "must name branches or environments whose workflows may deploy");
  }
  branches.forEach((branch, i) => {
    if (!branch.startsWith("refs/")) return;
    const bare = branch.replace(/^refs\/heads\//, "");
    const message = `must be a branch without refs/heads/ before it, which GitHub's tokens have once: ${bare}`;
    report(`deployment.github.branches[${i}]`, message, branch);
  });
  const owner = others.find((other) => createsProvider(other.definition, definition.accountId));
  if (oidcProvider === "create" && owner) {
    const message = `must be existing: an account has one OIDC provider of GitHub, and environment ${owner.name} creates it`;
    report("deployment.github.oidcProvider", message, oidcProvider);
  }
  return problems;
}

/** ARNs of the roles that the bootstrap stack makes. */
const made = (name: string, { application, accountId, region }: EnvironmentDefinition): string[] =>
  ["deploy", "plan", "recover", "failback"].map(
    (role) => `arn:${partitionOf(region).id}:iam::${accountId}:role/${application}-${name}-${role}`,
  );

const createsProvider = ({ accountId, deployment }: EnvironmentDefinition, account: string): boolean =>
  accountId === account &&
  deployment?.github !== undefined &&
  (deployment.github.oidcProvider ?? "create") === "create";
