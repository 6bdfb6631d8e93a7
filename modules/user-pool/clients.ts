import { CognitoResourceServer } from "@cdktf/provider-aws/lib/cognito-resource-server";
import { CognitoUserPool } from "@cdktf/provider-aws/lib/cognito-user-pool";
import { CognitoUserPoolClient } from "@cdktf/provider-aws/lib/cognito-user-pool-client";
import { Construct } from "constructs";
import { dynamic, each, forEach, heading, item, raw, tf } from "../../kernel";
import { takeTurns } from "../parts/turns";
import { Context } from "./context";

const client = <T = string>(attribute: string): T => raw<T>(`each.value.${attribute}`);

export function createResourceServers(
  scope: Construct,
  { inputs }: Context,
  pool: CognitoUserPool,
): CognitoResourceServer {
  heading(scope, "Resource servers");
  const { dependsOn } = takeTurns(scope, "resource_server_turns", {
    over: inputs.resourceServers,
    content: raw("one.identifier"),
    what: "resource servers",
  });
  return new CognitoResourceServer(scope, "this#resource_server", {
    forEach: forEach(inputs.resourceServers),
    userPoolId: pool.id,
    name: each.key,
    identifier: raw("each.value.identifier"),
    scope: dynamic(raw("each.value.scopes"), {
      scopeName: tf`scope.key`,
      scopeDescription: item("scope"),
    }),
    dependsOn,
  });
}

export function createClients(
  scope: Construct,
  { inputs }: Context,
  pool: CognitoUserPool,
  resourceServers: CognitoResourceServer,
): CognitoUserPoolClient {
  heading(scope, "Clients");
  const usesOauth = raw("length(each.value.oauth_flows) > 0");
  return new CognitoUserPoolClient(scope, "this#client", {
    forEach: forEach(inputs.clients),
    userPoolId: pool.id,
    name: `${inputs.name}-${each.key}`,
    generateSecret: client<boolean>("confidential"),
    allowedOauthFlowsUserPoolClient: usesOauth,
    allowedOauthFlows: client<string[]>("oauth_flows"),
    allowedOauthScopes: tf`${usesOauth} ? each.value.oauth_scopes : []`,
    callbackUrls: client<string[]>("callback_urls"),
    logoutUrls: client<string[]>("logout_urls"),
    defaultRedirectUri: client("default_redirect_uri"),
    supportedIdentityProviders: client<string[]>("identity_providers"),
    explicitAuthFlows: tf`concat(
      contains(each.value.oauth_flows, "client_credentials") ? [] : tolist(each.value.auth_flows),
      each.value.refresh_token_rotation == null ? ["ALLOW_REFRESH_TOKEN_AUTH"] : [],
    )`,
    accessTokenValidity: client<number>("access_token_minutes"),
    idTokenValidity: client<number>("id_token_minutes"),
    refreshTokenValidity: client<number>("refresh_token_hours"),
    tokenValidityUnits: [{ accessToken: "minutes", idToken: "minutes", refreshToken: "hours" }],
    refreshTokenRotation: dynamic(tf`each.value.refresh_token_rotation[*]`, {
      feature: "ENABLED",
      retryGracePeriodSeconds: item("refresh_token_rotation", "grace_period"),
    }),
    authSessionValidity: client<number>("auth_session_minutes"),
    enableTokenRevocation: client<boolean>("token_revocation"),
    preventUserExistenceErrors: tf`each.value.prevent_user_existence_errors ? "ENABLED" : "LEGACY"`,
    readAttributes: client<string[]>("read_attributes"),
    writeAttributes: client<string[]>("write_attributes"),
    dependsOn: [resourceServers],
  });
}
