import { CognitoUserPool } from "@cdktf/provider-aws/lib/cognito-user-pool";
import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { allOf, choose, dynamic, given, heading, is, item, not, optionalBlock, tf } from "../../kernel";
import { guardReplacement } from "../parts/replacement";
import { named } from "../parts/tags";
import { createGeneration, replacedWith, schema } from "./attributes";
import { Context } from "./context";
import { TRIGGERS } from "./inputs/messages";

/** The pool itself. What Cognito sets back when an update does not name it is always written. */
export function createPool(scope: Construct, context: Context, attributes: TerraformLocal): CognitoUserPool {
  heading(scope, "User pool");
  const { inputs } = context;
  const { name, email, verification, passwordPolicy, threatProtection } = inputs;
  const pool = new CognitoUserPool(scope, "this", {
    name,
    userPoolTier: inputs.userPoolTier,
    deletionProtection: choose(inputs.deletionProtection, "ACTIVE", "INACTIVE"),
    usernameAttributes: tf`length(${inputs.usernameAttributes}) > 0 ? ${inputs.usernameAttributes} : null`,
    aliasAttributes: tf`length(${inputs.aliasAttributes}) > 0 ? ${inputs.aliasAttributes} : null`,
    usernameConfiguration: { caseSensitive: inputs.caseSensitive },
    schema: schema(attributes),
    autoVerifiedAttributes: ["email"],
    // The old address stays in use until the new one is verified, so that a stolen session cannot take an account over.
    userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdate: ["email"] },
    accountRecoverySetting: { recoveryMechanism: [{ name: inputs.accountRecovery, priority: 1 }] },
    adminCreateUserConfig: { allowAdminCreateUserOnly: not(inputs.selfSignUp) },
    passwordPolicy: {
      minimumLength: passwordPolicy.minimumLength,
      requireLowercase: passwordPolicy.requireLowercase,
      requireUppercase: passwordPolicy.requireUppercase,
      requireNumbers: passwordPolicy.requireNumbers,
      requireSymbols: passwordPolicy.requireSymbols,
      temporaryPasswordValidityDays: passwordPolicy.temporaryPasswordValidityDays,
      passwordHistorySize: passwordPolicy.passwordHistorySize,
    },
    signInPolicy: { allowedFirstAuthFactors: tf`${inputs.firstAuthFactors}` },
    mfaConfiguration: inputs.mfa,
    userPoolAddOns: { advancedSecurityMode: choose(given(threatProtection), threatProtection.mode, "OFF") },
    emailConfiguration: {
      emailSendingAccount: choose(given(email), "DEVELOPER", "COGNITO_DEFAULT"),
      sourceArn: choose(given(email), email.sourceArn, null),
      fromEmailAddress: choose(given(email), email.from, null),
      replyToEmailAddress: choose(given(email), email.replyTo, null),
      configurationSet: choose(given(email), email.configurationSet, null),
    },
    verificationMessageTemplate: {
      defaultEmailOption: verification.option,
      emailSubject: verification.subject,
      emailMessage: verification.message,
      emailSubjectByLink: verification.linkSubject,
      emailMessageByLink: verification.linkMessage,
    },
    tags: named(inputs.tags, name),
    lifecycle: {
      // The new pool serves before the old one goes, which AWS refuses while it is protected.
      createBeforeDestroy: true,
      replaceTriggeredBy: replacedWith(createGeneration(scope, context)),
      precondition: [
        guardReplacement(scope, {
          what: "the user pool",
          loss: "its users, whose passwords are in no backup",
          identity: {
            name,
            username_attributes: tf`join(" ", sort(${inputs.usernameAttributes}))`,
            alias_attributes: tf`join(" ", sort(${inputs.aliasAttributes}))`,
            case_sensitive: inputs.caseSensitive,
            required_attributes: tf`join(" ", sort(${inputs.requiredAttributes}))`,
          },
          replacements: inputs.replacements,
        }),
      ],
    },
  });
  addOptions(pool, context);
  return pool;
}

function addOptions(pool: CognitoUserPool, { inputs }: Context): void {
  const { mfa, mfaMethods, passkeys, deviceTracking, invitation, triggers } = inputs;
  const secondFactor = (method: string) => allOf(not(is(mfa, "OFF")), tf`contains(${mfaMethods}, ${method})`);
  optionalBlock(pool, "software_token_mfa_configuration", secondFactor("SOFTWARE_TOKEN"), { enabled: true });
  optionalBlock(pool, "email_mfa_configuration", secondFactor("EMAIL"), {
    subject: "Your sign-in code",
    message: "Your sign-in code is {####}.",
  });
  optionalBlock(pool, "web_authn_configuration", given(passkeys), {
    relyingPartyId: passkeys.relyingPartyId,
    userVerification: passkeys.userVerification,
  });
  optionalBlock(pool, "device_configuration", given(deviceTracking), {
    challengeRequiredOnNewDevice: deviceTracking.challengeOnNewDevice,
    deviceOnlyRememberedOnUserPrompt: deviceTracking.rememberOnUserPrompt,
  });
  optionalBlock(pool, "admin_create_user_config.invite_message_template", given(invitation), {
    emailSubject: invitation.subject,
    emailMessage: invitation.message,
    // Cognito asks for a text message too, of six characters at least, and the provider would send an empty one.
    smsMessage: "Your name is {username}, your temporary password is {####}.",
  });
  const ofTrigger = (name: string): unknown => tf`lookup(${triggers}, ${name}, null)`;
  const plain = TRIGGERS.filter((name) => name !== "pre_token_generation");
  optionalBlock(pool, "lambda_config", tf`length(${triggers}) > 0`, {
    ...Object.fromEntries(plain.map((name) => [name, ofTrigger(name)])),
    preTokenGenerationConfig: dynamic(tf`${ofTrigger("pre_token_generation")}[*]`, {
      lambdaArn: item("pre_token_generation_config"),
      lambdaVersion: inputs.preTokenGenerationVersion,
    }),
  });
}
