import { t } from "../../kernel";
import { SAME_ACCOUNT, livesAt } from "./arns";
import { PARTITION } from "./regions";

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

const BUCKET = "arn:aws:s3:::nimbus-production-uploads";

/** What a service sends for, in its own ARNs: those of buckets name neither a region nor an account. */
const sourceArn = () =>
  t
    .string()
    .pattern(
      new RegExp(`^arn:${PARTITION}:(${PUBLISHING.join("|")}):[a-z0-9-]*:([0-9]{12})?:.+$`),
      `must be an ARN of ${PUBLISHING.join(", ")}`,
      { good: BUCKET, bad: "not-an-arn" },
    )
    .length(1, 2048)
    // Whoever else could own a bucket of that name one day: the policy names the account beside the ARN.
    .against(livesAt(SAME_ACCOUNT, BUCKET));

/** AWS's services that may send for one resource of the caller, by a name of the caller's own. */
export const eventSourcesInput = () =>
  t
    .map(
      t
        .object({
          /** The service: sns for a topic, s3 for a bucket, events for a rule of EventBridge, cloudwatch for an alarm. */
          service: t.oneOf(...PUBLISHING),
          /** ARN of the resource that it sends for, in this account; * stands for any text. */
          sourceArn: sourceArn(),
        })
        .example({ service: "s3", sourceArn: BUCKET })
        .rule({
          test: ({ service, sourceArn: of }) => of.split(":")[2] === service,
          condition: (ref) => `try(split(":", ${ref}.source_arn)[2] == ${ref}.service, false)`,
          message: (spell) =>
            `must have a ${spell("sourceArn")} of its service: for no other would anything ever be sent`,
          bad: { service: "sns", sourceArn: BUCKET },
        }),
    )
    .keys(...KEY);
