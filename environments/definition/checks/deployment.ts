import { Problem } from "../../../kernel";
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
  const owner = others.find((other) => createsProvider(other.definition, definition.accountId));
  if (oidcProvider === "create" && owner) {
    const message = `must be existing: an account has one OIDC provider of GitHub, and environment ${owner.name} creates it`;
    report("deployment.github.oidcProvider", message, oidcProvider);
  }
  return problems;
}

const createsProvider = ({ accountId, deployment }: EnvironmentDefinition, account: string): boolean =>
  accountId === account &&
  deployment?.github !== undefined &&
  (deployment.github.oidcProvider ?? "create") === "create";
