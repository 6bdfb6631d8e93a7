import { CognitoUserGroup } from "@cdktf/provider-aws/lib/cognito-user-group";
import { CognitoUserPool } from "@cdktf/provider-aws/lib/cognito-user-pool";
import { CognitoUserPoolClient } from "@cdktf/provider-aws/lib/cognito-user-pool-client";
import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission";
import { Construct } from "constructs";
import { ModuleConstruct, ModuleDefinition, at, each, forEach, heading, raw, tf } from "../../kernel";
import { lookUpSurroundings } from "../parts/surroundings";
import { guardAttributes, listAttributes } from "./attributes";
import { createClients, createResourceServers } from "./clients";
import { Context } from "./context";
import { Domains, createDomains } from "./domains";
import { UserPoolProps, userPoolInputs } from "./inputs";
import { createPool } from "./pool";
import { createThreatProtection } from "./threats";

export type { UserPoolProps } from "./inputs";

type Fields = (typeof userPoolInputs)["fields"];

/** What a rule of a load balancer needs to have users sign in: an input `authenticate` of a service. */
export interface ListenerAuthentication {
  readonly userPoolArn: string;
  readonly userPoolClientId: string;
  readonly userPoolDomain: string;
}

/** A Cognito user pool: users, groups, and the applications that they sign in to. */
export class UserPool extends ModuleConstruct<Fields> {
  static readonly definition: ModuleDefinition<Fields> = {
    name: "user-pool",
    description: "A Cognito user pool: users, groups, and the applications that they sign in to.",
    notes: `
Users sign in with their e-mail address, are invited, have passwords of 12 characters and more, and can add a second factor;
Cognito does not tell a stranger whether an address has an account, and AWS refuses to delete the pool until
\`deletion_protection\` is off.

**What can never change.** \`name\`, \`username_attributes\`, \`alias_attributes\`, \`case_sensitive\`, \`required_attributes\` and
each attribute that the pool has once got. The plan refuses such a change, and says what to do. A new pool, made by raising
\`replacements\`, is empty: users can be exported but for their passwords, and have to set new ones (or be moved one by one, as
they sign in, by a function at \`user_migration\`).

**Secrets.** A public client has none. Cognito makes the secret of a confidential one, and the AWS provider 5.100 keeps it in
Terraform's state: encrypt the state, let few people read it, and hand \`client_secrets\` to nothing but a secret store. A load
balancer that signs users in fetches the secret by itself. A client under another name is another client, with an id and a secret
of its own; to keep them, say in the root what it was called:
\`moved { from = module.user_pool.aws_cognito_user_pool_client.this["web"], to = module.user_pool.aws_cognito_user_pool_client.this["shop"] }\`.
Names of resource servers change in one apply; until it is over, nobody gets a token with their scopes.

**A load balancer that signs users in** needs a confidential client with the callback
\`https://<name of the load balancer>/oauth2/idpresponse\` and a domain, of the load balancer's own region and an HTTPS listener:
give \`listener_authentication["<client>"]\` to \`authenticate\` of the service module, and let the load balancer
reach Cognito (\`https_egress\` of its module).

**Other identity providers.** Make \`aws_cognito_identity_provider\` with this module's \`id\`, and give its \`provider_name\` to
\`identity_providers\` of the client: Terraform then makes it first.

**PKCE.** Cognito checks the code verifier of a client that sends a challenge, and does not force one to: libraries such as
Amplify do it by themselves. The implicit flow, which puts tokens into the address bar, is not offered.

**A firewall.** Associate a web ACL with \`arn\` (scope REGIONAL, of the pool's region).

**Recovery.** A pool lives in one region, and nothing copies it. Keep what you must not lose beside Cognito's \`sub\` in your own
database.`,
    inputs: userPoolInputs,
    example: {
      name: "nimbus-production",
      groups: { ADMIN: { precedence: 0 }, USER: { precedence: 10 } },
      prefixDomain: { prefix: "nimbus-production" },
      clients: {
        web: {
          callbackUrls: ["https://app.nimbus.example/callback"],
          logoutUrls: ["https://app.nimbus.example/"],
        },
      },
    },
  };

  readonly id: string;
  readonly arn: string;
  /** What tokens name as their issuer. */
  readonly issuer: string;
  readonly domain: string;
  readonly url: string;
  private readonly clients: CognitoUserPoolClient;

  constructor(scope: Construct, id: string, props: UserPoolProps) {
    super(scope, id, UserPool.definition, props);
    const context: Context = { inputs: this.inputs, region: lookUpSurroundings(this).region };
    const attributes = listAttributes(this, context);
    const pool = createPool(this, context, attributes);
    guardAttributes(this, attributes, pool);
    this.allowTriggers(pool);
    this.createGroups(pool);
    createThreatProtection(this, context, pool);
    this.clients = createClients(this, context, pool, createResourceServers(this, context, pool));
    const domains = createDomains(this, context, pool);

    this.id = this.output("id", "ID of the pool.", pool.id);
    this.arn = this.output("arn", "ARN of the pool, for a web ACL and for a listener's rule.", pool.arn);
    this.output("name", "Name of the pool.", pool.name);
    this.output("endpoint", "Host and path of the pool, without https://.", pool.endpoint);
    this.issuer = this.output(
      "issuer",
      "What tokens name as their issuer; its keys are at <issuer>/.well-known/jwks.json.",
      tf<string>`"https://\${${pool}.endpoint}"`,
    );
    this.domain = this.output(
      "domain",
      "Domain of the sign-in pages as a listener's rule names it: the custom name, else the prefix, else null.",
      domains.domain,
    );
    this.url = this.output("url", "Base URL of the sign-in pages; null without a domain.", domains.url);
    this.output(
      "customDomainTarget",
      "Name that the alias record of the custom domain leads to; null without one.",
      domains.target,
    );
    this.output("customDomainTargetZoneId", "Route 53 zone of that name; null without one.", domains.targetZoneId);
    this.output("clientIds", "IDs of the clients, by their names.", this.ofClients(raw("client.id")));
    this.output(
      "clientSecrets",
      "Secrets of the confidential clients, by their names. They are in Terraform's state as well.",
      tf`{ for name, client in ${this.clients} : name => client.client_secret if client.generate_secret }`,
      { sensitive: true },
    );
    this.outputAuthentication(pool, domains);
    this.output(
      "scopes",
      "Scopes of the resource servers, as clients ask for them.",
      tf`sort(flatten([for server in values(${this.inputs.resourceServers}) : [for scope in keys(server.scopes) : "\${server.identifier}/\${scope}"]]))`,
    );
    this.output("groupNames", "Names of the groups.", tf`keys(${this.inputs.groups})`);
  }

  /** ID of one of the clients. */
  clientId(client: string): string {
    return at(this.clients, client, "id");
  }

  /** What a listener's rule needs to have users sign in with this client, which must be confidential. */
  listenerAuthentication(client: string): ListenerAuthentication {
    return { userPoolArn: this.arn, userPoolClientId: this.clientId(client), userPoolDomain: this.domain };
  }

  private ofClients(value: unknown): unknown {
    return tf`{ for name, client in ${this.clients} : name => ${value} }`;
  }

  private outputAuthentication(pool: CognitoUserPool, { domain }: Domains): void {
    this.output(
      "listenerAuthentication",
      "What authenticate of the service module takes, by the names of the clients, which must be confidential.",
      this.ofClients({ user_pool_arn: pool.arn, user_pool_client_id: raw("client.id"), user_pool_domain: domain }),
    );
  }

  private createGroups(pool: CognitoUserPool): void {
    heading(this, "Groups");
    new CognitoUserGroup(this, "this#group", {
      forEach: forEach(this.inputs.groups),
      userPoolId: pool.id,
      name: each.key,
      description: raw("each.value.description"),
      precedence: raw("each.value.precedence"),
      roleArn: raw("each.value.role_arn"),
    });
  }

  /** Lets the pool, and nobody else, call the functions. */
  private allowTriggers(pool: CognitoUserPool): void {
    heading(this, "Triggers");
    new LambdaPermission(this, "this#permission", {
      forEach: forEach(this.inputs.triggers),
      action: "lambda:InvokeFunction",
      functionName: each.value,
      principal: "cognito-idp.amazonaws.com",
      sourceArn: pool.arn,
    });
  }
}
