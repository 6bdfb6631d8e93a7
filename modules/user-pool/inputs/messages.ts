import { section, t } from "../../../kernel";
import { ANYWHERE, arn, called, functionArn } from "../../parts/arns";
import { messageWith, sender, subject } from "./types";

const CODE = "{####}";

const FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:nimbus-pre-sign-up";

/** The moments at which Cognito can call a function, by the names of Terraform. */
export const TRIGGERS = [
  "pre_sign_up",
  "post_confirmation",
  "pre_authentication",
  "post_authentication",
  "pre_token_generation",
  "custom_message",
  "user_migration",
  "define_auth_challenge",
  "create_auth_challenge",
  "verify_auth_challenge_response",
] as const;

/** What users are written, and by whom. */
export const messageInputs = section("Messages", {
  /**
   * Amazon SES identity that sends, verified and out of the sandbox, and the sender. Null sends from
   * no-reply@verificationemail.com, at most 50 messages a day: for development.
   */
  email: t
    .object({
      /** ARN of the verified SES identity. */
      sourceArn: arn(
        "ses",
        called("identity/"),
        "arn:aws:ses:us-east-1:123456789012:identity/nimbus.example",
        ANYWHERE,
      ),
      /** Sender of the messages. */
      from: sender(),
      /** Address that answers go to. Null is the sender. */
      replyTo: sender().optional(),
      /** Name of the SES configuration set. Null uses none. */
      configurationSet: t
        .string()
        .pattern(/^[A-Za-z0-9_-]{1,64}$/, "must be 1 to 64 letters, digits, underscores and hyphens", {
          good: "nimbus",
          bad: "my set",
        })
        .optional(),
    })
    .optional(),
  /**
   * How an e-mail address is verified, by a code or by a link, and the text of both messages.
   * @default {}
   */
  verification: t
    .object({
      /**
       * Whether an address is verified by a code or by a link.
       * @default "CONFIRM_WITH_CODE"
       */
      option: t.oneOf("CONFIRM_WITH_CODE", "CONFIRM_WITH_LINK").default("CONFIRM_WITH_CODE"),
      /**
       * Subject of the message with a code.
       * @default "Your verification code"
       */
      subject: subject().default("Your verification code"),
      /**
       * Text of the message with a code, which {####} stands for.
       * @default "Your verification code is {####}."
       */
      message: messageWith(`Your code is ${CODE}.`, CODE).default(`Your verification code is ${CODE}.`),
      /**
       * Subject of the message with a link.
       * @default "Verify your e-mail address"
       */
      linkSubject: subject().default("Verify your e-mail address"),
      /**
       * Text of the message with a link, whose text stands between {## and ##}.
       * @default "Please follow the link to {##verify your e-mail address##}."
       */
      linkMessage: t
        .string()
        .pattern(/\{##.+##\}/, "must hold {##text of the link##}", {
          good: "Please {##verify your address##}.",
          bad: "Please verify your address.",
        })
        .length(6, 20_000)
        .default("Please follow the link to {##verify your e-mail address##}."),
    })
    .default({}),
  /** The message to invited users. Null sends Cognito's own text. */
  invitation: t
    .object({
      /**
       * Subject of the message.
       * @default "Your account"
       */
      subject: subject().default("Your account"),
      /** Text of the message, with {username} and {####} for the temporary password. */
      message: messageWith(`Your name is {username}, your password ${CODE}.`, "{username}", CODE),
    })
    .optional(),
});

/** Functions that change what Cognito does. */
export const triggerInputs = section("Triggers", {
  /**
   * ARNs of Lambda functions that Cognito calls, by the moment, such as pre_sign_up. The module lets this pool, and no
   * other, call them. While a function is added or taken away, sign-ins fail for some seconds: do it at a quiet hour.
   * @default {}
   */
  triggers: t
    .map(functionArn(FUNCTION))
    .keys(new RegExp(`^(${TRIGGERS.join("|")})$`), `must be among ${TRIGGERS.join(", ")}`, {
      good: "pre_sign_up",
      bad: "before_sign_up",
    })
    .default({}),
  /**
   * Event that the function at pre_token_generation gets: V1_0 changes the ID token only, V2_0 the access token as
   * well, V3_0 those of client_credentials too. Beyond V1_0 not with the tier LITE.
   * @default "V1_0"
   */
  preTokenGenerationVersion: t.oneOf("V1_0", "V2_0", "V3_0").default("V1_0"),
});
