import { DataAwsIamRole } from "@cdktf/provider-aws/lib/data-aws-iam-role";
import { DataAwsIamRoles } from "@cdktf/provider-aws/lib/data-aws-iam-roles";
import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { dependable } from "cdktf";
import { Construct } from "constructs";
import { Environment } from "../../environments/definition";
import { InvalidInput, Stack, acceptFinding, forEach, tf } from "../../kernel";
import { Statement, policy } from "../../modules/parts/policies";
import { StackDefinition, StackTable } from "../../wiring/stack-definition";
import { Account } from "./policies/account";
import { boundaryStatements } from "./policies/boundary";
import { deployStatements } from "./policies/deploy";
import { failbackStatements } from "./policies/failback";
import { planStatements } from "./policies/plan";
import { recoverStatements } from "./policies/recover";
import { LONGEST_MANAGED, lengthOf, policiesOf } from "./policies/size";

type Deployment = NonNullable<Environment["deployment"]>;
type Github = NonNullable<Deployment["github"]>;

/** What GitHub signs its tokens as. Source: GitHub, "Configuring OpenID Connect in Amazon Web Services". */
const ISSUER = "token.actions.githubusercontent.com";

/** For whom it signs them. Source: README of aws-actions/configure-aws-credentials, input `audience`, which is another in China. */
const audienceIn = (partition: string): string =>
  partition === "aws-cn" ? "sts.amazonaws.com.cn" : "sts.amazonaws.com";

/**
 * Seconds that somebody may stay signed in as a role: a restored database alone may take an hour or more. A role that assumes it
 * gets an hour at most. Source: AWS STS API reference, AssumeRole, "role chaining".
 */
const SESSION_SECONDS = 4 * 3600;

/** The roles that are made, by what their names end with. */
type RoleId = "deploy" | "plan" | "recover" | "failback";

/** What checkov finds in the policies, and why it stays. */
const ACCEPTED: Readonly<Record<RoleId | "boundary", Readonly<Record<string, string>>>> = {
  deploy: {
    CKV_AWS_290:
      "It makes whole stacks: IDs of most of their resources are not known beforehand. Regions bound it, names where there are any, and tags",
    CKV_AWS_355: "It makes whole stacks: IDs of most of their resources are not known beforehand",
  },
  plan: { CKV_AWS_355: "It reads what there is in the account, and nothing of what that holds" },
  recover: {},
  failback: {},
  boundary: {
    CKV_AWS_290: "It bounds what roles are given, and gives nothing itself",
    CKV_AWS_289: "It bounds what roles are given, and gives nothing itself",
  },
};

/** Tag of the deploy role and its like: which managed policies were made before the role. */
const POLICIES_TAG = "Policies";

/** What the roles follow from. */
export interface DeployRolesConfig {
  readonly environment: Environment;
  readonly deployment: Deployment;
  /** The stacks, each with the role that deploys it. */
  readonly table: StackTable;
}

/** A policy that roles are given or bounded by. */
interface ManagedPolicy {
  /** What tells it from the others, in the tag of the role. */
  readonly id: string;
  readonly made: IamPolicy;
  readonly arn: string;
}

/** Names of the stacks that a role deploys. */
const deployedBy = (role: StackDefinition["role"], table: StackTable): string[] =>
  table.filter((definition) => definition.role === role).map(({ name }) => name);

/** The roles that deploy, plan, recover and fail back, what bounds the roles that deploy makes, and who may assume them. */
export class DeployRoles extends Construct {
  /** Role that deploys all stacks but bootstrap and dr. */
  readonly deployArn: string;
  /** Role that plans. */
  readonly planArn: string;
  /** Role that recovers, where there is a region to recover in. */
  readonly recoverArn: string | undefined;
  /** Role that brings data back to the primary region, where there is one to bring it from. */
  readonly failbackArn: string | undefined;
  private readonly account: Account;
  private readonly provider: string;
  private readonly roles: IamRole[] = [];
  private readonly earlier: { readonly names: DataAwsIamRoles; readonly roles: DataAwsIamRole };

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
    this.earlier = this.findEarlier();
    const boundary = this.createBoundary();
    this.deployArn = this.createRole("deploy", `Deploys ${prefix}`, trusted, deployStatements(this.account), [
      boundary,
    ]);
    this.planArn = this.createRole("plan", `Plans changes of ${prefix}`, planners, planStatements(this.account));
    this.recoverArn = this.createRecoverRole(trusted);
    this.failbackArn = this.createFailbackRole(trusted);
    this.createProvider();
  }

  /** What a run finds whose own state was lost. */
  private findEarlier(): DeployRoles["earlier"] {
    const nameRegex = `^(${this.account.ownRoleNames.join("|")})$`;
    const names = new DataAwsIamRoles(this, "earlier#roles", { nameRegex });
    const roles = new DataAwsIamRole(this, "earlier#role", {
      forEach: forEach(tf`toset(${names}.names)`),
      name: tf`each.value`,
    });
    return { names, roles };
  }

  private createFailbackRole(trusted: string): string | undefined {
    const { recovery, prefix, region } = this.account;
    if (recovery === undefined) return undefined;
    const statements = failbackStatements(this.account, recovery);
    return this.createRole("failback", `Brings data of ${prefix} back to ${region}`, trusted, statements);
  }

  /**
   * The boundary of all roles that deploy makes.
   *
   * @throws InvalidInput when it is longer than IAM takes
   */
  private createBoundary(): ManagedPolicy {
    const { boundaryName, prefix } = this.account;
    const statements = boundaryStatements(this.account);
    const length = lengthOf(statements);
    if (length > LONGEST_MANAGED) {
      throw new InvalidInput(
        `the boundary of the roles of ${prefix} has ${length} characters, where IAM takes ${LONGEST_MANAGED}: give services with ` +
          "many taskStatements a permissionsBoundary or a taskRole of their own",
      );
    }
    return this.createPolicy(
      "boundary",
      boundaryName,
      `The most that roles of ${prefix} may do`,
      statements,
      "boundary",
    );
  }

  private createPolicy(
    id: string,
    name: string,
    description: string,
    statements: readonly Statement[],
    findings: keyof typeof ACCEPTED,
  ): ManagedPolicy {
    const made = new IamPolicy(this, `${id}#policy`, { name, description, policy: policy(statements) });
    for (const [finding, reason] of Object.entries(ACCEPTED[findings])) acceptFinding(made, finding, reason);
    return { id, made, arn: this.account.iam(`policy/${name}`) };
  }

  private createRecoverRole(trusted: string): string | undefined {
    const { recovery } = this.account;
    if (recovery === undefined) return undefined;
    const statements = recoverStatements(this.account, recovery, deployedBy("recover", this.config.table));
    return this.createRole("recover", `Recovers ${this.account.prefix} in ${recovery}`, trusted, statements);
  }

  /** @param before policies that must be there before the role, beside its own */
  private createRole(
    id: RoleId,
    description: string,
    trust: string,
    statements: readonly Statement[],
    before: readonly ManagedPolicy[] = [],
  ): string {
    const name = `${this.account.prefix}-${id}`;
    const [inline, ...more] = policiesOf(statements);
    const attached = more.map((part, i) =>
      this.createPolicy(`${id}_${i + 2}`, `${name}-${i + 2}`, `${description}: more rights`, part, id),
    );
    const managed = [...before, ...attached];
    const role = new IamRole(this, `${id}#role`, {
      name,
      description,
      assumeRolePolicy: trust,
      maxSessionDuration: SESSION_SECONDS,
      ...(managed.length > 0
        ? {
            tags: { [POLICIES_TAG]: managed.map((one) => one.id).join(" ") },
            dependsOn: managed.map(({ made }) => made),
          }
        : {}),
    });
    const rights = new IamRolePolicy(this, `${id}#policy`, { name: id, role: role.id, policy: policy(inline) });
    for (const [finding, reason] of Object.entries(ACCEPTED[id])) acceptFinding(rights, finding, reason);
    for (const { id: part, made } of attached) {
      new IamRolePolicyAttachment(this, `${part}#attachment`, { role: role.name, policyArn: made.arn });
    }
    for (const one of managed) this.adoptPolicy(name, one);
    this.roles.push(role);
    return role.arn;
  }

  /** A policy is there where the role says that it was made before it. */
  private adoptPolicy(role: string, { id, made, arn }: ManagedPolicy): void {
    const policies = tf<string>`split(" ", lookup(role.tags, ${POLICIES_TAG}, ""))`;
    this.stack.adopt(
      made,
      tf`[for role in ${this.earlier.roles} : ${arn} if role.name == ${role} && contains(${policies}, ${id})]`,
    );
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
    const users = operators.filter((arn) => arn.includes(":user/"));
    const roles = operators.filter((arn) => !users.includes(arn));
    const people = (Sid: string, arns: readonly string[], condition: object): Statement[] =>
      arns.length === 0
        ? []
        : [{ Sid, Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: [...arns] }, ...condition }];
    return policy([
      ...(allowed.length > 0 ? [workflows] : []),
      ...people("Operators", roles, {}),
      // A key of a user is for ever, unlike a role's: alone it opens nothing.
      ...people("OperatorsWithMfa", users, { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }),
    ]);
  }

  /** GitHub's OIDC provider, which the roles wait for: so where a run finds the roles of an earlier one, it is there too. */
  private createProvider(): void {
    const { github } = this.config.deployment;
    const found = this.earlier.names;
    const names = this.roles.map(({ nameInput = "" }) => nameInput);
    this.roles.forEach((role, i) =>
      this.stack.adopt(role, tf`[for name in ${found}.names : name if name == ${names[i]}]`),
    );
    if (!github || github.oidcProvider === "existing") return;
    const provider = new IamOpenidConnectProvider(this, "github#provider", {
      url: `https://${ISSUER}`,
      clientIdList: [audienceIn(this.account.partition)],
    });
    for (const role of this.roles) role.dependsOn = [...(role.dependsOn ?? []), dependable(provider)];
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
