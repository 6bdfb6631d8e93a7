/**
 * Who types a command. The bootstrap stack makes roles for those who deploy, plan and recover an environment; here they are
 * assumed through STS, as in AWS: by a workflow with a token of GitHub, or by an operator.
 */
import type { Environment } from "../environments/definition";
import { partitionOf } from "../modules/parts/partitions";
import { Aws } from "./aws";
import { Failure } from "./failure";
import { workflowToken } from "./github-token";
import type { Environment as Variables } from "./project";

/** Whoever types a command: an administrator of the account, or a role that the bootstrap stack makes. */
export type Typist = "administrator" | "deploy" | "plan" | "recover" | "failback";

/**
 * Seconds that a session lasts. A workflow asks for what README.md tells to set as `role-duration-seconds`. An operator has
 * a role already, and STS grants one that is assumed by another an hour at most (IAM User Guide, "Role chaining").
 */
const SESSION_SECONDS = { workflow: 4 * 3600, operator: 3600 } as const;

/** No command that is typed here takes longer: a session that ends sooner is not handed out again. */
const LONGEST_COMMAND_SECONDS = 1800;

/** STS takes names of sessions of up to this many characters. */
const LONGEST_SESSION_NAME = 64;

/** What STS grants. */
interface Credentials {
  readonly AccessKeyId: string;
  readonly SecretAccessKey: string;
  readonly SessionToken: string;
  readonly Expiration: string;
}

interface Session {
  /** For child processes. */
  readonly variables: Variables;
  /** In milliseconds, as `Date.now()` counts. */
  readonly expires: number;
}

/** Assumes the roles of one environment, each when it is first needed. */
export class SignIn {
  private readonly sessions = new Map<string, Promise<Session>>();
  private readonly clients: Aws[] = [];
  private account: Aws | undefined;

  /**
   * @param administrator variables that lead to the account with all rights
   * @param environment whose roles are assumed
   */
  constructor(
    private readonly administrator: Variables,
    private readonly environment: Environment,
  ) {}

  /** Who types what a role should: the role, or an administrator where the environment has no `deployment` and so no roles. */
  typist(role: Typist): Typist {
    return this.environment.deployment === undefined ? "administrator" : role;
  }

  /** Makes the operators' own roles, as the account has them before the bootstrap stack names them: IAM trusts nobody unknown. */
  async prepare(): Promise<void> {
    for (const arn of this.environment.deployment?.operators ?? []) await this.createOperator(arn);
  }

  /**
   * Variables for the commands that a role types.
   *
   * @param session what they are about, such as the name of a stack: AWS records it beside the role
   * @throws AwsError when the role is not there, or does not trust who asks
   */
  async as(role: Typist, session: string): Promise<Variables> {
    if (this.typist(role) === "administrator") return this.administrator;
    const key = `${role}/${session}`;
    const held = await this.sessions.get(key);
    if (held !== undefined && held.expires - Date.now() > LONGEST_COMMAND_SECONDS * 1000) return held.variables;
    const begun = this.begin(role, session);
    this.sessions.set(key, begun);
    return (await begun).variables;
  }

  /** Ends what it started; sessions last as long as they last. */
  close(): void {
    for (const client of this.clients) client.close();
  }

  private async begin(role: Typist, session: string): Promise<Session> {
    const { application, name, accountId, region: home, recovery, deployment } = this.environment;
    // Who recovers must not need the region that is lost.
    const region = role === "recover" && recovery ? recovery.region : home;
    const wanted = {
      RoleArn: `arn:${partitionOf(region).id}:iam::${accountId}:role/${application}-${name}-${role}`,
      RoleSessionName: session.replaceAll(/[^\w+=,.@-]/g, "-").slice(0, LONGEST_SESSION_NAME),
    };
    const token = deployment?.github && workflowToken(deployment.github);
    const granted = token
      ? await this.assume(this.client, region, "AssumeRoleWithWebIdentity", {
          ...wanted,
          WebIdentityToken: token,
          DurationSeconds: SESSION_SECONDS.workflow,
        })
      : await this.assume(await this.operator(region), region, "AssumeRole", {
          ...wanted,
          DurationSeconds: SESSION_SECONDS.operator,
        });
    return {
      variables: { ...this.variablesOf(granted), AWS_REGION: region, AWS_DEFAULT_REGION: region },
      expires: Date.parse(granted.Expiration),
    };
  }

  /** A client of the first operator, who has the role of a person and nothing else. */
  private async operator(region: string): Promise<Aws> {
    const [arn] = this.environment.deployment?.operators ?? [];
    const parameters = { RoleArn: arn, RoleSessionName: "operator", DurationSeconds: SESSION_SECONDS.operator };
    return this.open(this.variablesOf(await this.assume(this.client, region, "AssumeRole", parameters)));
  }

  private async createOperator(arn: string): Promise<void> {
    const [, partition, account, path, name] = /^arn:([^:]+):iam::(\d+):role(\/(?:.*\/)?)([^/]+)$/.exec(arn) ?? [];
    if (account !== this.environment.accountId)
      throw new Failure(`The operator ${arn} is of another account; here is ${this.environment.accountId} only.`);
    const owner = {
      Effect: "Allow",
      Action: "sts:AssumeRole",
      Principal: { AWS: `arn:${partition}:iam::${account}:root` },
    };
    const AssumeRolePolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [owner] });
    const parameters = { RoleName: name, Path: path, AssumeRolePolicyDocument };
    await this.client.ask({ service: "iam", operation: "CreateRole", region: this.environment.region, parameters });
  }

  private async assume(client: Aws, region: string, operation: string, parameters: object): Promise<Credentials> {
    const question = { service: "sts", operation, region, parameters };
    return (await client.ask<{ Credentials: Credentials }>(question)).Credentials;
  }

  private variablesOf({ AccessKeyId, SecretAccessKey, SessionToken }: Credentials): Variables {
    return {
      ...this.administrator,
      AWS_ACCESS_KEY_ID: AccessKeyId,
      AWS_SECRET_ACCESS_KEY: SecretAccessKey,
      AWS_SESSION_TOKEN: SessionToken,
    };
  }

  private get client(): Aws {
    return (this.account ??= this.open(this.administrator));
  }

  private open(variables: Variables): Aws {
    const client = new Aws(variables);
    this.clients.push(client);
    return client;
  }
}
