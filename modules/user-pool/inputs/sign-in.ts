import { section, t } from "../../../kernel";
import { roleArn } from "../../parts/arns";
import { whole } from "../../parts/inputs";
import { ATTRIBUTE_KEY, STANDARD_ATTRIBUTES } from "./types";

/** What JSON holds exactly, 2^53 - 1. The API tells no limit that was left out, so that each attribute has both. */
const GREATEST = 9_007_199_254_740_991;

/** One attribute of the caller's own. Cognito fixes its type, its limits and whether it can change for good. */
const customAttribute = t
  .object({
    /**
     * Type of the attribute.
     * @default "String"
     */
    type: t.oneOf("String", "Number", "DateTime", "Boolean").default("String"),
    /**
     * Whether the attribute can change once it is set.
     * @default true
     */
    mutable: t.bool().default(true),
    /**
     * Fewest characters of a String.
     * @default 0
     */
    minLength: whole(0, 2048, "characters").default(0),
    /**
     * Most characters of a String.
     * @default 2048
     */
    maxLength: whole(0, 2048, "characters").default(2048),
    /**
     * Smallest value of a Number.
     * @default 0
     */
    minValue: whole(0, GREATEST).default(0),
    /**
     * Greatest value of a Number.
     * @default 9007199254740991
     */
    maxValue: whole(0, GREATEST).default(GREATEST),
  })
  .rule({
    test: ({ minLength = 0, maxLength = 2048 }) => minLength <= maxLength,
    condition: (ref) => `${ref}.min_length <= ${ref}.max_length`,
    message: (spell) => `must have a ${spell("minLength")} that is not above its ${spell("maxLength")}`,
    bad: { minLength: 20, maxLength: 10 },
  })
  .rule({
    test: ({ minValue = 0, maxValue = GREATEST }) => minValue <= maxValue,
    condition: (ref) => `${ref}.min_value <= ${ref}.max_value`,
    message: (spell) => `must have a ${spell("minValue")} that is not above its ${spell("maxValue")}`,
    bad: { type: "Number", minValue: 20, maxValue: 10 },
  });

/** Who users are, and what the pool knows of them. */
export const userInputs = section("Users", {
  /**
   * What users sign in with instead of a name: their e-mail address, or with [] a user name (see `aliasAttributes`).
   * Cannot change once the pool exists: see `replacements`.
   * @default ["email"]
   */
  usernameAttributes: t.set(t.oneOf("email")).default(["email"]),
  /**
   * What users who have a user name can sign in with as well. Only with `usernameAttributes` = []. Cannot change once
   * the pool exists: see `replacements`.
   * @default []
   */
  aliasAttributes: t.set(t.oneOf("email", "preferred_username")).default([]),
  /**
   * Whether Ann@nimbus.example and ann@nimbus.example are two users. False, since people type both for one address.
   * Cannot change once the pool exists: see `replacements`.
   * @default false
   */
  caseSensitive: t.bool().default(false),
  /**
   * Standard attributes (of OpenID Connect) that each user must have. The e-mail address, so that users can be reached
   * and can recover their account. Cannot change once the pool exists: see `replacements`.
   * @default ["email"]
   */
  requiredAttributes: t.set(t.oneOf(...STANDARD_ATTRIBUTES)).default(["email"]),
  /**
   * Attributes of your own by their names, without custom: in front. More can be added at any time; Cognito can neither
   * change nor remove one, and the plan refuses it: see `replacements`. Which of them users can change,
   * `writeAttributes` of the client says.
   * @default {}
   */
  customAttributes: t
    .map(customAttribute)
    .keys(...ATTRIBUTE_KEY)
    .rule({
      test: (attributes) => Object.keys(attributes).length <= 50,
      condition: (ref) => `length(${ref}) <= 50`,
      message: "must not have more than 50 attributes, the most that Cognito allows",
      bad: Object.fromEntries(Array.from({ length: 51 }, (_none, i) => [`tenant${i}`, {}])),
    })
    .default({}),
  /**
   * Groups by their names, which tokens carry in cognito:groups. With `roleArn`, an identity pool gives members of the
   * group that role, which must trust cognito-identity.amazonaws.com; of several groups the one with the lowest
   * precedence counts.
   * @default {}
   */
  groups: t
    .map(
      t.object({
        /** What the group is for. Null says nothing. */
        description: t.string().length(1, 2048).optional(),
        /** Rank of the group; of a user's groups the one with the lowest counts. Null ranks it last. */
        precedence: whole(0, 2_147_483_647).optional(),
        /** ARN of the role that an identity pool gives the members. Null gives none. */
        roleArn: roleArn("nimbus-admin").optional(),
      }),
    )
    .keys(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/, "must be 1 to 128 letters, digits, dots, hyphens and underscores", {
      good: "ADMIN",
      bad: "site admins",
    })
    .default({}),
  /**
   * Whether anyone can make an account. With false users are invited: by an administrator, or by your code.
   * @default false
   */
  selfSignUp: t.bool().default(false),
});

/** How users prove who they are. */
export const signInInputs = section("Sign-in", {
  /**
   * What a password must be. It holds for passwords that are set from then on.
   * @default {}
   */
  passwordPolicy: t
    .object({
      /**
       * Fewest characters, 8 to 99. NIST SP 800-63B asks for 8, and better more.
       * @default 12
       */
      minimumLength: whole(8, 99, "characters").default(12),
      /**
       * Whether a password must have a lower-case letter.
       * @default true
       */
      requireLowercase: t.bool().default(true),
      /**
       * Whether a password must have a capital letter.
       * @default true
       */
      requireUppercase: t.bool().default(true),
      /**
       * Whether a password must have a digit.
       * @default true
       */
      requireNumbers: t.bool().default(true),
      /**
       * Whether a password must have a symbol.
       * @default true
       */
      requireSymbols: t.bool().default(true),
      /**
       * Days that the password of an invitation is good for.
       * @default 7
       */
      temporaryPasswordValidityDays: whole(1, 365, "days").default(7),
      /**
       * Earlier passwords that cannot be used again.
       * @default 5
       */
      passwordHistorySize: whole(0, 24, "passwords").default(5),
    })
    .default({}),
  /**
   * Second factor: for users who set one up (OPTIONAL), for all (ON: those without one set it up as they sign in next),
   * or for nobody (OFF). It can be changed at any time.
   * @default "OPTIONAL"
   */
  mfa: t.oneOf("OPTIONAL", "ON", "OFF").default("OPTIONAL"),
  /**
   * Second factors: an authenticator app (TOTP), and a code by e-mail (needs email). There are no text messages: a
   * number can be taken over (SIM swap), and each message costs.
   * @default ["SOFTWARE_TOKEN"]
   */
  mfaMethods: t.set(t.oneOf("SOFTWARE_TOKEN", "EMAIL")).default(["SOFTWARE_TOKEN"]),
  /**
   * What users can begin to sign in with: a password, a passkey (WEB_AUTHN), a code by e-mail (EMAIL_OTP, needs email).
   * Beyond passwords the client needs ALLOW_USER_AUTH in `authFlows`.
   * @default ["PASSWORD"]
   */
  firstAuthFactors: t
    .set(t.oneOf("PASSWORD", "WEB_AUTHN", "EMAIL_OTP"))
    .example(["PASSWORD"])
    .default(["PASSWORD"])
    .rule({
      test: (factors) => factors.includes("PASSWORD"),
      condition: (ref) => `contains(${ref}, "PASSWORD")`,
      message: "must have PASSWORD, without which Cognito takes no list",
      bad: ["WEB_AUTHN"],
    }),
  /** Domain that passkeys are made for, and whether the device checks its user. Null takes the pool's own domain. */
  passkeys: t
    .object({
      /** Domain that passkeys are made for. Another domain makes all passkeys of users useless. */
      relyingPartyId: t
        .string()
        .pattern(/^[a-z0-9-]+([.][a-z0-9-]+)+$/, "must be a domain name", {
          good: "nimbus.example",
          bad: "https://nimbus.example",
        })
        .length(1, 127),
      /**
       * Whether the device must check its user by finger, face or PIN.
       * @default "required"
       */
      userVerification: t.oneOf("preferred", "required").default("required"),
    })
    .optional(),
  /** Remembers users' devices. Null remembers none. */
  deviceTracking: t
    .object({
      /**
       * Whether a second factor is only asked for on new devices.
       * @default true
       */
      challengeOnNewDevice: t.bool().default(true),
      /**
       * Whether users decide that a device is remembered.
       * @default true
       */
      rememberOnUserPrompt: t.bool().default(true),
    })
    .optional(),
  /**
   * How a forgotten password is replaced: by a code to the verified e-mail address, or by an administrator.
   * @default "verified_email"
   */
  accountRecovery: t.oneOf("verified_email", "admin_only").default("verified_email"),
  /**
   * Feature plan. Per user active in a month, after a free tier of 10,000 (none with PLUS): LITE 0.0055 USD, ESSENTIALS
   * 0.015 USD (passkeys, e-mail codes, password history), PLUS 0.02 USD (threat protection). Source: Amazon Cognito
   * pricing.
   * @default "ESSENTIALS"
   */
  userPoolTier: t.oneOf("ESSENTIALS", "PLUS", "LITE").default("ESSENTIALS"),
  /**
   * Threat protection; needs `userPoolTier` = PLUS. Run it as AUDIT for two weeks before ENFORCED, as AWS advises. Null
   * is off.
   */
  threatProtection: t
    .object({
      /**
       * ENFORCED acts on a risk, AUDIT only counts it.
       * @default "ENFORCED"
       */
      mode: t.oneOf("ENFORCED", "AUDIT").default("ENFORCED"),
      /**
       * What follows on a password that is known to be stolen.
       * @default "BLOCK"
       */
      compromisedCredentials: t.oneOf("BLOCK", "NO_ACTION").default("BLOCK"),
      /** What follows on a suspicious sign-in. Null does nothing. */
      accountTakeover: t
        .object({
          /**
           * What follows on a sign-in of low risk.
           * @default "NO_ACTION"
           */
          low: t.oneOf("NO_ACTION", "MFA_IF_CONFIGURED", "MFA_REQUIRED", "BLOCK").default("NO_ACTION"),
          /**
           * What follows on a sign-in of medium risk.
           * @default "MFA_IF_CONFIGURED"
           */
          medium: t.oneOf("MFA_IF_CONFIGURED", "NO_ACTION", "MFA_REQUIRED", "BLOCK").default("MFA_IF_CONFIGURED"),
          /**
           * What follows on a sign-in of high risk.
           * @default "BLOCK"
           */
          high: t.oneOf("BLOCK", "NO_ACTION", "MFA_IF_CONFIGURED", "MFA_REQUIRED").default("BLOCK"),
          /**
           * Whether the user is told by e-mail.
           * @default true
           */
          notify: t.bool().default(true),
        })
        .optional(),
    })
    .optional(),
});
