import { t } from "../../kernel";
import { arn } from "./inputs";

/** Names that become part of a resource's address, of a policy's name, and of a Sid. */
const KEY = [
  /^[a-z0-9][a-z0-9-]{0,39}$/,
  "must be 1 to 40 lower-case letters, digits and hyphens",
  { good: "web", bad: "Web App" },
] as const;

/** Roles of this account that may send, receive or publish, by a name of the caller's own. */
export const granteesInput = () =>
  t
    .map(
      t.object({
        /** Name of the role, not its ARN. */
        roleName: t.string().pattern(/^[A-Za-z0-9+=,.@_-]{1,64}$/, "must be the name of a role, not its ARN", {
          good: "nimbus-production-web-task-us-east-1",
          bad: "arn:aws:iam::123456789012:role/web",
        }),
      }),
    )
    .keys(...KEY);

/**
 * Services that bring no role of the account, and say for which resource they send. Source: Amazon SQS Developer Guide, "Key
 * management", "Configure KMS permissions for AWS services".
 */
const PUBLISHING = ["cloudwatch", "events", "s3", "sns"] as const;

/** AWS's services that may send for one resource of the caller, by a name of the caller's own. */
export const eventSourcesInput = () =>
  t
    .map(
      t.object({
        /** The service: sns for a topic, s3 for a bucket, events for a rule of EventBridge, cloudwatch for an alarm. */
        service: t.oneOf(...PUBLISHING),
        /** ARN of the resource that it sends for; * stands for any text. */
        sourceArn: arn("[a-z0-9-]+", ".+", "arn:aws:s3:::nimbus-production-uploads"),
      }),
    )
    .keys(...KEY);
