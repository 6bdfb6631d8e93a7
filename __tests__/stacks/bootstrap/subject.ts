import { Environment, EnvironmentDefinition, checkEnvironment } from "../../../environments/definition";
import { Statement } from "../../../modules/parts/policies";
import { Account } from "../../../stacks/bootstrap/policies/account";
import { boundaryStatements } from "../../../stacks/bootstrap/policies/boundary";
import { deployStatements } from "../../../stacks/bootstrap/policies/deploy";
import { failbackStatements } from "../../../stacks/bootstrap/policies/failback";
import { planStatements } from "../../../stacks/bootstrap/policies/plan";
import { recoverStatements } from "../../../stacks/bootstrap/policies/recover";
import { recovery } from "../../environments/recovery";
import production from "../../fixtures/environments/production";

/** An environment with roles, as tests of their rights need it. */
export const environment = (change: Partial<EnvironmentDefinition> = {}, name = "production"): Environment =>
  checkEnvironment(name, {
    ...production,
    recovery,
    state: {},
    deployment: { github: { repository: "nimbus/tasks", environments: ["production"] } },
    ...change,
  });

/** What the roles of an environment may do. */
export interface Rights {
  readonly deploy: readonly Statement[];
  readonly plan: readonly Statement[];
  readonly recover: readonly Statement[];
  readonly failback: readonly Statement[];
  readonly boundary: readonly Statement[];
}

export function rightsOf(subject: Environment): Rights {
  const account = new Account(subject);
  const away = subject.recovery?.region ?? "us-west-2";
  return {
    deploy: deployStatements(account),
    plan: planStatements(account),
    recover: recoverStatements(account, away, ["dr", "restore-test"]),
    failback: failbackStatements(account, away),
    boundary: boundaryStatements(account),
  };
}
