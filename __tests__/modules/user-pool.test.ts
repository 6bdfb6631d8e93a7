import { UserPool, UserPoolProps } from "../../modules/user-pool";
import { SynthesizedStack, synthesize } from "../synthesis";

const minimal: UserPoolProps = { name: "nimbus" };
const CALLBACK = "https://app.nimbus.example/callback";
const EMAIL = {
  sourceArn: "arn:aws:ses:us-east-1:123456789012:identity/nimbus.example",
  from: "Nimbus <no-reply@nimbus.example>",
};
const CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000";

const users = (props: Partial<UserPoolProps> = {}): SynthesizedStack =>
  synthesize((stack) => new UserPool(stack, "users", { ...minimal, ...props }));
const pool = (props: Partial<UserPoolProps> = {}): Record<string, unknown> =>
  users(props).resource("aws_cognito_user_pool", "users");
const text = (value: unknown): string => JSON.stringify(value);

describe("what is made", () => {
  test.each<[string, Partial<UserPoolProps>, Record<string, number>]>([
    [
      "a pool, and no domain",
      {},
      { aws_cognito_user_pool: 1, aws_cognito_user_pool_domain: 0, aws_cognito_risk_configuration: 0 },
    ],
    ["a domain by prefix", { prefixDomain: { prefix: "nimbus" } }, { aws_cognito_user_pool_domain: 1 }],
    [
      "both domains, so that users can be moved from one to the other",
      {
        prefixDomain: { prefix: "nimbus" },
        customDomain: { name: "auth.nimbus.example", certificateArn: CERTIFICATE },
      },
      { aws_cognito_user_pool_domain: 2 },
    ],
    [
      "threat protection",
      { userPoolTier: "PLUS", threatProtection: {} },
      { aws_cognito_risk_configuration: 1, aws_cognito_user_pool: 1 },
    ],
  ])("%s", (_name, props, counts) => {
    const stack = users(props);
    expect(Object.fromEntries(Object.keys(counts).map((type) => [type, stack.count(type)]))).toEqual(counts);
  });
});

describe("by default", () => {
  test("the pool is protected, invites its users and knows them by their verified e-mail address", () => {
    expect(pool()).toMatchObject({
      deletion_protection: "ACTIVE",
      admin_create_user_config: { allow_admin_create_user_only: true },
      auto_verified_attributes: ["email"],
      user_attribute_update_settings: { attributes_require_verification_before_update: ["email"] },
      account_recovery_setting: { recovery_mechanism: [{ name: "verified_email", priority: 1 }] },
      username_configuration: { case_sensitive: false },
    });
  });

  test("passwords are long and of all kinds, and are not used again", () => {
    expect(pool().password_policy).toEqual({
      minimum_length: 12,
      require_lowercase: true,
      require_uppercase: true,
      require_numbers: true,
      require_symbols: true,
      temporary_password_validity_days: 7,
      password_history_size: 5,
    });
  });

  test("a second factor can be added", () => {
    expect(pool()).toMatchObject({ mfa_configuration: "OPTIONAL" });
    expect(text(pool().dynamic)).toContain("software_token_mfa_configuration");
  });

  test("what an update without it would set back is written out", () => {
    expect(pool()).toMatchObject({
      email_configuration: { email_sending_account: "COGNITO_DEFAULT" },
      user_pool_add_ons: { advanced_security_mode: "OFF" },
      verification_message_template: { default_email_option: "CONFIRM_WITH_CODE" },
    });
  });
});

describe("options", () => {
  test.each<[string, Partial<UserPoolProps>, object]>([
    ["no protection", { deletionProtection: false }, { deletion_protection: "INACTIVE" }],
    ["anyone signs up", { selfSignUp: true }, { admin_create_user_config: { allow_admin_create_user_only: false } }],
    [
      "mail by Amazon SES",
      { email: EMAIL },
      {
        email_configuration: {
          email_sending_account: "DEVELOPER",
          source_arn: EMAIL.sourceArn,
          from_email_address: EMAIL.from,
        },
      },
    ],
    [
      "threats are counted",
      { userPoolTier: "PLUS", threatProtection: { mode: "AUDIT" } },
      { user_pool_tier: "PLUS", user_pool_add_ons: { advanced_security_mode: "AUDIT" } },
    ],
    [
      "an invitation of one's own",
      { invitation: { subject: "Welcome", message: "You are {username}, your password is {####}" } },
      // botocore, cognito-idp: SmsInviteMessageType has 6 characters at least, and both places to fill in.
      {
        admin_create_user_config: {
          invite_message_template: {
            email_subject: "Welcome",
            sms_message: "Your name is {username}, your temporary password is {####}.",
          },
        },
      },
    ],
    [
      "devices are remembered",
      { deviceTracking: {} },
      { device_configuration: { challenge_required_on_new_device: true } },
    ],
    [
      "passkeys",
      { passkeys: { relyingPartyId: "nimbus.example" } },
      { web_authn_configuration: { relying_party_id: "nimbus.example", user_verification: "required" } },
    ],
  ])("%s", (_name, props, expected) => {
    expect(pool(props)).toMatchObject(expected);
  });

  test("no second factor: no method either, without which Cognito would refuse it", () => {
    expect(text(pool({ mfa: "OFF" }))).not.toContain('mfa_configuration":{');
  });
});

describe("what cannot change", () => {
  test("is guarded, and a new pool is there before the old one goes", () => {
    const { lifecycle } = pool();
    expect(lifecycle).toMatchObject({
      create_before_destroy: true,
      replace_triggered_by: ["terraform_data.users_generation"],
      precondition: [{ condition: '${local.users_identity_changes == ""}' }],
    });
  });

  test("an attribute is looked for in the pool as it is, before the change", () => {
    const stack = users({ customAttributes: { tenant: {} } });
    expect(text(stack.json.data)).toContain("terraform_data.users_applied.output");
    expect(stack.resource("terraform_data", "users_attributes").lifecycle).toMatchObject({
      precondition: [{ condition: "${length(local.users_lost_attributes) == 0}" }],
    });
  });
});

describe("clients", () => {
  test("an app reads their IDs, and what a listener's rule needs", () => {
    let id = "";
    let rule = {};
    const stack = synthesize((scope) => {
      const made = new UserPool(scope, "users", {
        ...minimal,
        prefixDomain: { prefix: "nimbus" },
        clients: { web: { confidential: true, callbackUrls: [CALLBACK] } },
      });
      id = made.clientId("web");
      rule = made.listenerAuthentication("web");
      scope.addOverride("output", { id: { value: id }, rule: { value: rule } });
    });
    expect(stack.output("id")).toEqual({ value: '${aws_cognito_user_pool_client.users["web"].id}' });
    expect(stack.output("rule")?.value).toMatchObject({
      userPoolArn: "${aws_cognito_user_pool.users.arn}",
      userPoolClientId: '${aws_cognito_user_pool_client.users["web"].id}',
    });
  });

  test("do not tell strangers who has an account, and their tokens can be revoked", () => {
    const client = users({ clients: { web: { callbackUrls: [CALLBACK] } } });
    expect(client.resource("aws_cognito_user_pool_client", "users")).toMatchObject({
      enable_token_revocation: "${each.value.token_revocation}",
      prevent_user_existence_errors: '${each.value.prevent_user_existence_errors ? "ENABLED" : "LEGACY"}',
      token_validity_units: [{ access_token: "minutes", id_token: "minutes", refresh_token: "hours" }],
    });
    const given = text(client.local("users_clients"));
    expect(given).toContain("prevent_user_existence_errors = true");
    expect(given).toContain("token_revocation = true");
    expect(given).toContain("confidential = false");
  });

  test("the secrets are marked as such", () => {
    const made: UserPool[] = [];
    synthesize((scope) => void made.push(new UserPool(scope, "users", minimal)));
    expect(made[0].outputs.get("client_secrets")?.sensitive).toBe(true);
  });
});

describe("refuses", () => {
  const client = (props: object): Partial<UserPoolProps> => ({
    clients: { web: { callbackUrls: [CALLBACK], ...props } },
  });

  test.each<[string, Partial<UserPoolProps>, string]>([
    ["a second factor for all without a method", { mfa: "ON", mfaMethods: [] }, "must name a method unless mfa is OFF"],
    ["codes by mail without Amazon SES", { mfaMethods: ["EMAIL"] }, "must have EMAIL only with email"],
    [
      "recovery by the same mail",
      { mfaMethods: ["EMAIL"], email: EMAIL },
      "must have EMAIL only with accountRecovery admin_only",
    ],
    ["passkeys without a password", { firstAuthFactors: ["WEB_AUTHN"] }, "must have PASSWORD"],
    [
      "passkeys beside a second factor for all",
      { firstAuthFactors: ["PASSWORD", "WEB_AUTHN"], mfa: "ON" },
      "must be PASSWORD alone with mfa ON",
    ],
    ["aliases of an e-mail address", { aliasAttributes: ["preferred_username"] }, "must be empty unless"],
    ["threat protection below its tier", { threatProtection: {} }, "userPoolTier must be PLUS with threatProtection"],
    ["a history below its tier", { userPoolTier: "LITE" }, "must not be LITE unless"],
    [
      "managed login below its tier",
      { userPoolTier: "LITE", passwordPolicy: { passwordHistorySize: 0 }, managedLoginVersion: 2 },
      "must not be LITE with",
    ],
    [
      "warnings without a sender",
      { userPoolTier: "PLUS", threatProtection: { accountTakeover: {} } },
      "must have accountTakeover only with email",
    ],
    ["a callback without TLS", client({ callbackUrls: ["http://app.nimbus.example/"] }), "must begin with https://"],
    [
      "a callback that only looks local",
      client({ callbackUrls: ["http://localhost.evil.example/"] }),
      "must begin with",
    ],
    [
      "a callback with a control character",
      client({ callbackUrls: ["https://app.nimbus.example/\u0000"] }),
      "must begin with https://",
    ],
    ["a callback with a fragment", client({ callbackUrls: ["https://app.nimbus.example/#/x"] }), "have no fragment"],
    ["the flow code without a callback", client({ callbackUrls: [] }), "must have callbackUrls"],
    [
      "a service without a secret",
      client({ oauthFlows: ["client_credentials"] }),
      "must be confidential and have no other flow",
    ],
    ["the implicit flow", client({ oauthFlows: ["implicit"] }), "must be one of code, client_credentials"],
    ["an unknown scope", client({ oauthScopes: ["openid", "tasks.read"] }), "must have only oauthScopes among openid"],
    [
      "a default that is no callback",
      client({ defaultRedirectUri: "https://other.nimbus.example/" }),
      "must have a defaultRedirectUri that is one of its callbackUrls",
    ],
    [
      "a refresh token that ends first",
      client({ accessTokenMinutes: 120, refreshTokenHours: 1 }),
      "must have a refresh token that lives at least as long",
    ],
    [
      "an attribute of nobody",
      client({ readAttributes: ["custom:tenant"] }),
      "only custom: attributes of customAttributes",
    ],
    [
      "a certificate of another region",
      { customDomain: { name: "auth.nimbus.example", certificateArn: CERTIFICATE.replace("us-east-1", "eu-west-1") } },
      "must be the ARN of a certificate of us-east-1",
    ],
    [
      "the domain itself as the sign-in name",
      { customDomain: { name: "nimbus.example", certificateArn: CERTIFICATE } },
      "must be a subdomain",
    ],
    ["a reserved prefix", { prefixDomain: { prefix: "aws-nimbus" } }, "must not hold aws, amazon or cognito"],
    [
      "links without a domain",
      { verification: { option: "CONFIRM_WITH_LINK" } },
      "must have the option CONFIRM_WITH_LINK",
    ],
    ["a code that is not sent", { verification: { message: "Welcome to us" } }, "must hold {####}"],
    [
      "an invitation without a name",
      { invitation: { subject: "Hi", message: "It is {####}" } },
      "must hold {username}",
    ],
    ["an attribute with its prefix", { customAttributes: { "custom:tenant": {} } }, "without custom: in front"],
    [
      "limits upside down",
      { customAttributes: { a: { minLength: 9, maxLength: 1 } } },
      "that is not above its maxLength",
    ],
    ["a moment that there is not", { triggers: { before: "arn:aws:lambda:us-east-1:1:function:f" } }, "must be among"],
  ])("%s", (_name, props, message) => {
    expect(() => users(props)).toThrow(message);
  });

  test("all that is wrong, at once", () => {
    const wrong: Partial<UserPoolProps> = { mfa: "ON", mfaMethods: [], prefixDomain: { prefix: "cognito" } };
    expect(() => users(wrong)).toThrow(/mfaMethods must[\s\S]*prefixDomain|prefixDomain[\s\S]*mfaMethods must/);
  });

  test.each([
    ["on the user's own machine", "http://localhost:3000/callback"],
    ["with TLS", "https://app.nimbus.example/callback?from=cognito"],
  ])("but takes a callback %s", (_name, url) => {
    expect(() => users(client({ callbackUrls: [url] }))).not.toThrow();
  });
});
