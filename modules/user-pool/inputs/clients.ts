import { section, t } from "../../../kernel";
import { SAME_ACCOUNT, livesAt } from "../../parts/arns";
import { whole } from "../../parts/inputs";
import { NAME_KEY, redirectUrl } from "./types";

/** Attributes by their names. Source: botocore, cognito-idp, ClientPermissionType. */
const attributes = () => t.set(t.string().example("email").length(1, 2048)).optional();
/** Source: botocore, cognito-idp, ProviderNameType. */
const PROVIDER = /^[^\t\n\r]{1,32}$/;

/** Source: botocore, cognito-idp, ScopeType. */
const SCOPE = /^[!#-[\]-~]{1,256}$/;

const URL = "https://app.nimbus.example/callback";

/** Source: botocore, cognito-idp, CallbackURLsListType. */
const redirectUrls = () =>
  t.set(redirectUrl()).rule({
    test: (urls) => urls.length <= 100,
    condition: (ref) => `length(${ref}) <= 100`,
    message: "must not be more than 100, the most that Cognito takes",
    bad: Array.from({ length: 101 }, (_none, i) => `https://app.nimbus.example/${i}`),
  });

const client = t
  .object({
    /**
     * Whether the client has a secret, as a server or a load balancer can keep one. Changing it makes a new client with
     * another ID.
     * @default false
     */
    confidential: t.bool().default(false),
    /**
     * OAuth flows: code for people, client_credentials for a service that signs in by itself.
     * @default ["code"]
     */
    oauthFlows: t.set(t.oneOf("code", "client_credentials")).default(["code"]),
    /**
     * Scopes that the client may ask for.
     * @default ["openid", "email", "profile"]
     */
    oauthScopes: t
      .set(
        t.string().pattern(SCOPE, "must be 1 to 256 characters of ASCII without spaces, quotes and backslashes", {
          good: "openid",
          bad: "read tasks",
        }),
      )
      .default(["openid", "email", "profile"]),
    /**
     * URLs that users come back to after a sign-in: https, or http://localhost.
     * @default []
     */
    callbackUrls: redirectUrls().default([]),
    /**
     * URLs that users come back to after they signed out.
     * @default []
     */
    logoutUrls: redirectUrls().default([]),
    /** The one of `callbackUrls` that is used when the application names none. Null has no default. */
    defaultRedirectUri: redirectUrl().optional(),
    /**
     * Ways to sign in through Cognito's API.
     * @default ["ALLOW_USER_SRP_AUTH"]
     */
    authFlows: t
      .set(
        t.oneOf(
          "ALLOW_USER_SRP_AUTH",
          "ALLOW_USER_AUTH",
          "ALLOW_CUSTOM_AUTH",
          "ALLOW_USER_PASSWORD_AUTH",
          "ALLOW_ADMIN_USER_PASSWORD_AUTH",
        ),
      )
      .default(["ALLOW_USER_SRP_AUTH"]),
    /**
     * Minutes that an access token is valid, 5 to 1440.
     * @default 60
     */
    accessTokenMinutes: whole(5, 1440, "minutes").default(60),
    /**
     * Minutes that an ID token is valid, 5 to 1440.
     * @default 60
     */
    idTokenMinutes: whole(5, 1440, "minutes").default(60),
    /**
     * Hours that a refresh token is valid; 720 are 30 days.
     * @default 720
     */
    refreshTokenHours: whole(1, 87_600, "hours").default(720),
    /** Makes a refresh token good for one use. Null lets it be used again. */
    refreshTokenRotation: t
      .object({
        /**
         * Seconds that the used token still works.
         * @default 10
         */
        gracePeriod: whole(0, 60, "seconds").default(10),
      })
      .optional(),
    /**
     * Minutes that a sign-in may take, 3 to 15.
     * @default 3
     */
    authSessionMinutes: whole(3, 15, "minutes").default(3),
    /**
     * Whether refresh tokens can be revoked.
     * @default true
     */
    tokenRevocation: t.bool().default(true),
    /**
     * Whether an error hides that a user does not exist.
     * @default true
     */
    preventUserExistenceErrors: t.bool().default(true),
    /**
     * COGNITO, and the names of providers that you add.
     * @default ["COGNITO"]
     */
    identityProviders: t
      .set(
        t
          .string()
          .pattern(PROVIDER, "must be 1 to 32 characters without tabs and line ends", { good: "COGNITO", bad: "" }),
      )
      .default(["COGNITO"]),
    /** Attributes that the client may read. Null is the standard ones. */
    readAttributes: attributes(),
    /** Attributes that the client may write. Null is the standard ones. */
    writeAttributes: attributes(),
  })
  .example({ callbackUrls: [URL] })
  .rule({
    test: ({ oauthFlows = ["code"], callbackUrls = [] }) => !oauthFlows.includes("code") || callbackUrls.length > 0,
    condition: (ref) => `!contains(${ref}.oauth_flows, "code") || length(${ref}.callback_urls) > 0`,
    message: (spell) =>
      `must have ${spell("callbackUrls")}, which the flow code sends users back to; an empty ${spell("oauthFlows")} needs none`,
    bad: { callbackUrls: [] },
  })
  .rule({
    test: ({ oauthFlows = ["code"], confidential }) =>
      !oauthFlows.includes("client_credentials") || (confidential === true && oauthFlows.length === 1),
    condition: (ref) =>
      `!contains(${ref}.oauth_flows, "client_credentials") || (${ref}.confidential && length(${ref}.oauth_flows) == 1)`,
    message:
      "must be confidential and have no other flow with client_credentials: it is for a service that signs in by itself, with its secret",
    bad: { oauthFlows: ["client_credentials"], confidential: false },
  })
  .rule({
    test: ({ oauthFlows = ["code"], oauthScopes = ["openid"] }) => oauthFlows.length === 0 || oauthScopes.length > 0,
    condition: (ref) => `length(${ref}.oauth_flows) == 0 || length(${ref}.oauth_scopes) > 0`,
    message: (spell) => `must have ${spell("oauthScopes")} with a flow of OAuth`,
    bad: { callbackUrls: [URL], oauthScopes: [] },
  })
  .rule({
    test: ({ defaultRedirectUri, callbackUrls = [] }) =>
      defaultRedirectUri === undefined || defaultRedirectUri === null || callbackUrls.includes(defaultRedirectUri),
    condition: (ref) =>
      `${ref}.default_redirect_uri == null ? true : contains(${ref}.callback_urls, ${ref}.default_redirect_uri)`,
    message: (spell) => `must have a ${spell("defaultRedirectUri")} that is one of its ${spell("callbackUrls")}`,
    bad: { callbackUrls: [URL], defaultRedirectUri: "https://other.nimbus.example/callback" },
  })
  .rule({
    test: ({ accessTokenMinutes = 60, idTokenMinutes = 60, refreshTokenHours = 720 }) =>
      Math.max(accessTokenMinutes, idTokenMinutes) <= refreshTokenHours * 60,
    condition: (ref) => `max(${ref}.access_token_minutes, ${ref}.id_token_minutes) <= ${ref}.refresh_token_hours * 60`,
    message: "must have a refresh token that lives at least as long as its access and ID tokens",
    bad: { callbackUrls: [URL], accessTokenMinutes: 120, refreshTokenHours: 1 },
  });

/** The applications that users sign in to. */
export const clientInputs = section("Applications", {
  /**
   * App clients by a name of your own: a public one for a browser or a phone, which uses the flow code with PKCE, or a
   * confidential one with a secret for a server. Changing the name makes a new client with another ID: its users sign
   * in again.
   * @default {}
   */
  clients: t
    .map(client)
    .keys(...NAME_KEY)
    .default({}),
  /**
   * APIs of yours by a name of your own. Clients ask for `<identifier>/<scope>`.
   * @default {}
   */
  resourceServers: t
    .map(
      t.object({
        /** Identifier of the API, which its scopes begin with. Changing it replaces the resource server. */
        identifier: t
          .string()
          .pattern(
            /^[!#-.0-[\]-~]([!#-[\]-~]*[!#-.0-[\]-~])?$/,
            "must have no spaces, quotes and backslashes, and no slash at its ends",
            {
              good: "https://api.nimbus.example",
              bad: "nimbus api",
            },
          )
          .length(1, 256),
        /**
         * Scopes, each with its description.
         * @default {}
         */
        scopes: t
          .map(t.string().example("Read tasks").length(1, 256))
          .keys(/^[!#-.0-[\]-~]{1,256}$/, "must have no spaces, slashes, quotes and backslashes", {
            good: "tasks.read",
            bad: "tasks/read",
          })
          .rule({
            test: (scopes) => Object.keys(scopes).length <= 100,
            condition: (ref) => `length(${ref}) <= 100`,
            message: "must not be more than 100, the most that Cognito takes",
            bad: Object.fromEntries(Array.from({ length: 101 }, (_none, i) => [`tasks.${i}`, "Read tasks"])),
          })
          .default({}),
      }),
    )
    .keys(...NAME_KEY)
    .default({}),
});

/** Where users sign in. */
export const domainInputs = section("Domain", {
  /**
   * Sign-in pages at `https://<prefix>.auth.<region>.amazoncognito.com`. Another prefix takes the old address away.
   * Null has none there.
   */
  prefixDomain: t
    .object({
      /** Prefix of the domain, unique among all accounts of a region. */
      prefix: t
        .string()
        .pattern(
          /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
          "must be 1 to 63 lower-case letters, digits and hyphens, and neither begin nor end with a hyphen",
          { good: "nimbus-production", bad: "Nimbus" },
        )
        .rule({
          test: (prefix) => !/aws|amazon|cognito/.test(prefix),
          condition: (ref) => `!can(regex("aws|amazon|cognito", ${ref}))`,
          message: "must not hold aws, amazon or cognito, which Cognito reserves",
          bad: "my-cognito",
        }),
    })
    .optional(),
  /**
   * Sign-in pages at a name of yours. Its parent domain needs an A record before, and the name an alias record to the
   * output custom_domain_target after. Null has none there.
   */
  customDomain: t
    .object({
      /** Name of the sign-in pages, a subdomain of yours. Changing it replaces the domain. */
      name: t
        .string()
        .pattern(
          /^[a-z0-9]([a-z0-9-]*[a-z0-9])?([.][a-z0-9]([a-z0-9-]*[a-z0-9])?){2,}$/,
          "must be a subdomain of a domain of yours, in lower case",
          { good: "auth.nimbus.example", bad: "nimbus.example" },
        )
        .length(1, 63),
      /** ARN of the certificate, of us-east-1. */
      certificateArn: t
        .string()
        .pattern(
          /^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:acm:us-east-1:[0-9]{12}:certificate\/[A-Za-z0-9-]{1,64}$/,
          "must be the ARN of a certificate of us-east-1: the sign-in pages come by CloudFront, which looks for it there",
          {
            good: "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000",
            bad: "arn:aws:acm:eu-west-1:123456789012:certificate/00000000-0000-0000-0000-000000000000",
          },
        )
        .against(
          livesAt(SAME_ACCOUNT, "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"),
        ),
    })
    .optional(),
  /**
   * Sign-in pages: the hosted UI (1), or managed login (2), which shows an error until a branding style exists; the AWS
   * provider 5.100 cannot make one, so make it in the console.
   * @default 1
   */
  managedLoginVersion: t.number().oneOf([1, 2]).default(1),
});
