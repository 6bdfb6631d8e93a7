import { DataAwsIamRoles } from "@cdktf/provider-aws/lib/data-aws-iam-roles";
import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { dependable } from "cdktf";
import { Construct } from "constructs";
import { Environment } from "../../environments/definition";
import { Stack, acceptFinding, tf } from "../../kernel";
import { Statement, policy } from "../../modules/parts/policies";
import { StackDefinition, StackTable } from "../../wiring/stack-definition";
import { Account } from "./policies/account";
import { deployStatements } from "./policies/deploy";
import { planStatements } from "./policies/plan";
import { recoverStatements } from "./policies/recover";

type Deployment = NonNullable<Environment["deployment"]>;
type Github = NonNullable<Deployment["github"]>;

/** What GitHub signs its tokens as. Source: GitHub, "Configuring OpenID Connect in Amazon Web Services". */
const ISSUER = "token.actions.githubusercontent.com";

/** For whom it signs them. Source: README of aws-actions/configure-aws-credentials, input `audience`, which is another in China. */
const audienceIn = (partition: string): string =>
  partition === "aws-cn" ? "sts.amazonaws.com.cn" : "sts.amazonaws.com";

/** Seconds that somebody stays signed in as a role: a restored database alone may take an hour or more. */
const SESSION_SECONDS = 4 * 3600;

/** What checkov finds in the policies, and why it stays. */
const ACCEPTED: Readonly<Record<"deploy" | "plan" | "recover", Readonly<Record<string, string>>>> = {
  deploy: {
    CKV_AWS_290:
      "It makes whole stacks: IDs of most of their resources are not known beforehand. Regions bound it, and names where there are any",
    CKV_AWS_355: "It makes whole stacks: IDs of most of their resources are not known beforehand",
  },
  plan: { CKV_AWS_355: "It reads what there is in the account, and nothing of what that holds" },
  recover: {},
};

/** What the roles follow from. */
export interface DeployRolesConfig {
  readonly environment: Environment;
  readonly deployment: Deployment;
  /** The stacks, each with the role that deploys it. */
  readonly table: StackTable;
}

/** Names of the stacks that a role deploys. */
const deployedBy = (role: StackDefinition["role"], table: StackTable): string[] =>
  table.filter((definition) => definition.role === role).map(({ name }) => name);

/** The roles that deploy, plan and recover, and who may assume them. */
export class DeployRoles extends Construct {
  /** Role that deploys all stacks but bootstrap and dr. */
  readonly deployArn: string;
  /** Role that plans. */
  readonly planArn: string;
  /** Role that recovers, where there is a region to recover in. */
  readonly recoverArn: string | undefined;
  private readonly account: Account;
  private readonly provider: string;
  private readonly roles: IamRole[] = [];

  constructor(
    private readonly stack: Stack,
    id: string,
    private readonly config: DeployRolesConfig,
  ) {
    super(stack, id);
    const { environment, deployment } = config;
    this.account = new Account(environment);
    this.provider = this.account.iam(`oidc-provider/${ISSUER}`);
    const trusted = this.trust(subjects(deployment.github));
    const planners = this.trust([
      ...subjects(deployment.github),
      ...(deployment.github?.pullRequests ? [`repo:${deployment.github.repository}:pull_request`] : []),
    ]);
    const { prefix } = this.account;
    this.deployArn = this.createRole("deploy", `Deploys ${prefix}`, trusted, deployStatements(this.account));
    this.planArn = this.createRole("plan", `Plans changes of ${prefix}`, planners, planStatements(this.account));
    this.recoverArn = this.createRecoverRole(trusted);
    this.createProvider();
  }

  private createRecoverRole(trusted: string): string | undefined {
    const { recovery } = this.account;
    if (recovery === undefined) return undefined;
    const statements = recoverStatements(this.account, recovery, deployedBy("recover", this.config.table));
    return this.createRole("recover", `Recovers ${this.account.prefix} in ${recovery}`, trusted, statements);
  }

  private createRole(
    id: keyof typeof ACCEPTED,
    description: string,
    trust: string,
    statements: readonly Statement[],
  ): string {
    const role = new IamRole(this, `${id}#role`, {
      name: `${this.account.prefix}-${id}`,
      description,
      assumeRolePolicy: trust,
      maxSessionDuration: SESSION_SECONDS,
    });
    const rights = new IamRolePolicy(this, `${id}#policy`, { name: id, role: role.id, policy: policy(statements) });
    for (const [finding, reason] of Object.entries(ACCEPTED[id])) acceptFinding(rights, finding, reason);
    this.roles.push(role);
    return role.arn;
  }

  private trust(allowed: readonly string[]): string {
    const { operators = [] } = this.config.deployment;
    const workflows: Statement = {
      Sid: "Workflows",
      Effect: "Allow",
      Action: "sts:AssumeRoleWithWebIdentity",
      Principal: { Federated: this.provider },
      // Compared as a whole: StringLike would let a wildcard in.
      Condition: {
        StringEquals: { [`${ISSUER}:aud`]: audienceIn(this.account.partition), [`${ISSUER}:sub`]: [...allowed] },
      },
    };
    const people: Statement = {
      Sid: "Operators",
      Effect: "Allow",
      Action: "sts:AssumeRole",
      Principal: { AWS: [...operators] },
    };
    return policy([...(allowed.length > 0 ? [workflows] : []), ...(operators.length > 0 ? [people] : [])]);
  }

  /** GitHub's OIDC provider, which the roles wait for: so where a run finds the roles of an earlier one, it is there too. */
  private createProvider(): void {
    const { github } = this.config.deployment;
    const { prefix } = this.account;
    const names = this.roles.map(({ nameInput = "" }) => nameInput);
    const found = new DataAwsIamRoles(this, "earlier#roles", { nameRegex: `^${prefix}-(deploy|plan|recover)$` });
    this.roles.forEach((role, i) =>
      this.stack.adopt(role, tf`[for name in ${found}.names : name if name == ${names[i]}]`),
    );
    if (!github || github.oidcProvider === "existing") return;
    const provider = new IamOpenidConnectProvider(this, "github#provider", {
      url: `https://${ISSUER}`,
      clientIdList: [audienceIn(this.account.partition)],
    });
    for (const role of this.roles) role.dependsOn = [dependable(provider)];
    this.stack.adopt(provider, tf`[for name in ${found}.names : ${this.provider} if name == ${names[0]}]`);
  }
}

/** The claims that workflows come with. Source: GitHub, "OpenID Connect reference", "Example subject claims". */
const subjects = (github: Github | undefined): string[] =>
  github === undefined
    ? []
    : [
        ...(github.environments ?? []).map((name) => `repo:${github.repository}:environment:${name}`),
        ...(github.branches ?? []).map((name) => `repo:${github.repository}:ref:refs/heads/${name}`),
      ];
