import { CrossRule } from "../../../kernel";
import type { userPoolFields } from "./fields";

type Rule = CrossRule<typeof userPoolFields>;

const EMAIL = {
  sourceArn: "arn:aws:ses:us-east-1:123456789012:identity/nimbus.example",
  from: "no-reply@nimbus.example",
};

/** The scopes that every pool knows (Amazon Cognito Developer Guide, "Scopes, M2M, and resource servers"). */
const OWN_SCOPES = ["openid", "email", "phone", "profile", "aws.cognito.signin.user.admin"];

const userRules: readonly Rule[] = [
  {
    on: "aliasAttributes",
    test: ({ aliasAttributes, usernameAttributes }) => aliasAttributes.length === 0 || usernameAttributes.length === 0,
    condition: "length(var.alias_attributes) == 0 || length(var.username_attributes) == 0",
    message: (spell) => `must be empty unless ${spell("usernameAttributes")} is []: an alias stands beside a user name`,
    bad: { aliasAttributes: ["preferred_username"], usernameAttributes: ["email"] },
  },
  {
    on: "mfaMethods",
    test: ({ mfa, mfaMethods }) => mfa === "OFF" || mfaMethods.length > 0,
    condition: 'var.mfa == "OFF" || length(var.mfa_methods) > 0',
    message: "must name a method unless mfa is OFF: nobody could have a second factor",
    bad: { mfa: "ON", mfaMethods: [] },
  },
  {
    on: "mfaMethods",
    test: ({ mfa, mfaMethods, email }) => mfa === "OFF" || !mfaMethods.includes("EMAIL") || Boolean(email),
    condition: 'var.mfa == "OFF" || !contains(var.mfa_methods, "EMAIL") || var.email != null',
    message: "must have EMAIL only with email: Cognito sends codes through Amazon SES only",
    bad: { mfaMethods: ["EMAIL"], email: undefined },
  },
  {
    on: "mfaMethods",
    test: ({ mfa, mfaMethods, accountRecovery }) =>
      mfa === "OFF" || !mfaMethods.includes("EMAIL") || accountRecovery === "admin_only",
    condition: 'var.mfa == "OFF" || !contains(var.mfa_methods, "EMAIL") || var.account_recovery == "admin_only"',
    message: (spell) =>
      `must have EMAIL only with ${spell("accountRecovery")} admin_only: who gets the second factor by e-mail cannot recover by e-mail as well`,
    bad: { mfaMethods: ["EMAIL"], email: EMAIL, accountRecovery: "verified_email" },
  },
  {
    on: "firstAuthFactors",
    test: ({ firstAuthFactors, mfa }) => mfa !== "ON" || firstAuthFactors.length === 1,
    condition: 'var.mfa != "ON" || length(var.first_auth_factors) == 1',
    message: "must be PASSWORD alone with mfa ON: the others are no first half of a second factor",
    bad: { firstAuthFactors: ["PASSWORD", "WEB_AUTHN"], mfa: "ON" },
  },
  {
    on: "firstAuthFactors",
    test: ({ firstAuthFactors, email }) => !firstAuthFactors.includes("EMAIL_OTP") || Boolean(email),
    condition: '!contains(var.first_auth_factors, "EMAIL_OTP") || var.email != null',
    message: "must have EMAIL_OTP only with email: Cognito sends codes through Amazon SES only",
    bad: { firstAuthFactors: ["PASSWORD", "EMAIL_OTP"], email: undefined },
  },
];

const tierRules: readonly Rule[] = [
  {
    on: "userPoolTier",
    test: ({ userPoolTier, threatProtection }) => !threatProtection || userPoolTier === "PLUS",
    condition: 'var.threat_protection == null || var.user_pool_tier == "PLUS"',
    message: (spell) => `must be PLUS with ${spell("threatProtection")}`,
    bad: { userPoolTier: "ESSENTIALS", threatProtection: {} },
  },
  {
    on: "userPoolTier",
    test: ({ userPoolTier, passwordPolicy }) => userPoolTier !== "LITE" || passwordPolicy.passwordHistorySize === 0,
    condition: 'var.user_pool_tier != "LITE" || var.password_policy.password_history_size == 0',
    message: (spell) => `must not be LITE unless ${spell("passwordPolicy")}.${spell("passwordHistorySize")} is 0`,
    bad: { userPoolTier: "LITE" },
  },
  {
    on: "userPoolTier",
    test: ({ userPoolTier, firstAuthFactors, mfaMethods, managedLoginVersion, preTokenGenerationVersion }) =>
      userPoolTier !== "LITE" ||
      (firstAuthFactors.length === 1 &&
        !mfaMethods.includes("EMAIL") &&
        managedLoginVersion === 1 &&
        preTokenGenerationVersion === "V1_0"),
    condition:
      'var.user_pool_tier != "LITE" || (length(var.first_auth_factors) == 1 && !contains(var.mfa_methods, "EMAIL") && var.managed_login_version == 1 && var.pre_token_generation_version == "V1_0")',
    message: (spell) =>
      `must not be LITE with ${spell("firstAuthFactors")} beyond PASSWORD, ${spell("mfaMethods")} with EMAIL, ${spell("managedLoginVersion")} 2 or a ${spell("preTokenGenerationVersion")} beyond V1_0`,
    bad: { userPoolTier: "LITE", managedLoginVersion: 2, passwordPolicy: { passwordHistorySize: 0 } },
  },
  {
    on: "threatProtection",
    test: ({ threatProtection, email }) => !threatProtection?.accountTakeover || Boolean(email),
    condition:
      "var.threat_protection == null ? true : var.threat_protection.account_takeover == null ? true : var.email != null",
    message: (spell) => `must have ${spell("accountTakeover")} only with email, which users are warned by`,
    bad: { threatProtection: { accountTakeover: {} }, userPoolTier: "PLUS", email: undefined },
  },
];

const clientRules: readonly Rule[] = [
  {
    on: "clients",
    test: ({ clients, resourceServers }) => {
      const own = Object.values(resourceServers).flatMap(({ identifier, scopes = {} }) =>
        Object.keys(scopes).map((scope) => `${identifier}/${scope}`),
      );
      const asked = Object.values(clients).filter((client) => client.oauthFlows?.length !== 0);
      const known = [...OWN_SCOPES, ...own];
      return asked.every(({ oauthScopes = [] }) => oauthScopes.every((scope) => known.includes(scope)));
    },
    condition: `length(setsubtract(flatten([for client in values(var.clients) : tolist(client.oauth_scopes) if client == null ? false : length(client.oauth_flows) > 0]), flatten([${OWN_SCOPES.map((scope) => `"${scope}"`).join(", ")}, [for server in values(var.resource_servers) : [for scope in keys(server.scopes) : "\${server.identifier}/\${scope}"] if server != null]]))) == 0`,
    message: (spell) =>
      `must have only ${spell("oauthScopes")} among ${OWN_SCOPES.join(", ")} and <identifier>/<scope> of ${spell("resourceServers")}`,
    bad: {
      clients: {
        web: { callbackUrls: ["https://app.nimbus.example/callback"], oauthScopes: ["openid", "tasks.read"] },
      },
    },
  },
  {
    on: "clients",
    test: ({ clients, customAttributes }) =>
      Object.values(clients).every((client) =>
        [...(client.readAttributes ?? []), ...(client.writeAttributes ?? [])].every(
          (name) => !name.startsWith("custom:") || name.slice("custom:".length) in customAttributes,
        ),
      ),
    condition:
      'alltrue(flatten([for client in values(var.clients) : [for name in setunion(coalesce(client.read_attributes, []), coalesce(client.write_attributes, [])) : !startswith(name, "custom:") || contains(keys(var.custom_attributes), trimprefix(name, "custom:")) if name != null] if client != null]))',
    message: (spell) =>
      `must name in ${spell("readAttributes")} and ${spell("writeAttributes")} only custom: attributes of ${spell("customAttributes")}`,
    bad: {
      clients: { web: { callbackUrls: ["https://app.nimbus.example/callback"], readAttributes: ["custom:tenant"] } },
    },
  },
  {
    on: "verification",
    test: ({ verification, prefixDomain, customDomain }) =>
      verification.option !== "CONFIRM_WITH_LINK" || Boolean(prefixDomain) || Boolean(customDomain),
    condition:
      'var.verification.option != "CONFIRM_WITH_LINK" || var.prefix_domain != null || var.custom_domain != null',
    message: (spell) =>
      `must have the option CONFIRM_WITH_LINK only with a ${spell("prefixDomain")} or a ${spell("customDomain")}, where the link leads`,
    bad: { verification: { option: "CONFIRM_WITH_LINK" }, prefixDomain: undefined, customDomain: undefined },
  },
];

/** The rules across inputs. */
export const rules: readonly Rule[] = [...userRules, ...tierRules, ...clientRules];
