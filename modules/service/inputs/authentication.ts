import { t } from "../../../kernel";
import { SAME_REGION, livesAt } from "../../parts/arns";
import { whole } from "./types";

const USER_POOL = "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a1B2c3D4e";

/**
 * The load balancer has users sign in before a request reaches a task, and tells the task who they are in signed headers. An
 * input of its own: what a target group refers to, Terraform replaces the new one first, and two pools cannot have one domain.
 *
 * Source: Elastic Load Balancing, "Authenticate users using an Application Load Balancer".
 */
export const authenticate = t
  .object({
    /** ARN of the Cognito user pool. */
    userPoolArn: t
      .string()
      .pattern(
        /^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:cognito-idp:[a-z0-9-]+:[0-9]{12}:userpool\/[A-Za-z0-9_-]+$/,
        "must be the ARN of a Cognito user pool",
        { good: USER_POOL, bad: "us-east-1_a1B2c3D4e" },
      )
      .against(livesAt(SAME_REGION, USER_POOL)),
    /** ID of the pool's app client, which must have a secret. */
    userPoolClientId: t.string().pattern(/^[A-Za-z0-9_+]{1,128}$/, "must be the ID of an app client", {
      good: "1example23456789",
      bad: "my client",
    }),
    /** Prefix of the pool's domain, or its custom domain. */
    userPoolDomain: t
      .string()
      .pattern(
        /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/,
        "must be the prefix of the pool's domain, or its custom domain, without https://",
        { good: "nimbus-production", bad: "https://auth.nimbus.example" },
      ),
    /**
     * Scopes that are asked for, with spaces between them; openid must be among them.
     * @default "openid"
     */
    scope: t
      .string()
      .pattern(/(^| )openid( |$)/, "must be scopes with spaces between them, openid among them", {
        good: "openid email",
        bad: "email",
      })
      .default("openid"),
    /**
     * Seconds after which users sign in again.
     * @default 43200
     */
    sessionTimeout: whole(1, 604_800, "seconds").default(43_200),
    /**
     * Name of the cookie that keeps the session.
     * @default "AWSELBAuthSessionCookie"
     */
    sessionCookieName: t
      .string()
      .pattern(/^[A-Za-z0-9_-]+$/, "must be letters, digits, hyphens and underscores", {
        good: "AWSELBAuthSessionCookie",
        bad: "my cookie",
      })
      .default("AWSELBAuthSessionCookie"),
    /**
     * What happens to a request without a session: authenticate sends the client to sign in, deny answers 401, allow
     * lets it through.
     * @default "authenticate"
     */
    onUnauthenticatedRequest: t.oneOf("authenticate", "deny", "allow").default("authenticate"),
  })
  .optional();
