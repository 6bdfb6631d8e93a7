import { section, t } from "../../../kernel";
import { SAME_REGION, livesAt, topicArn } from "../../parts/arns";
import { kmsKeyInput, retentionInput } from "../../parts/inputs";
import { BLOCK_STATUSES, byName, whole } from "./types";

const headerName = () =>
  t.string().pattern(/^[a-z0-9-]{1,255}$/, "must be names of headers in lower case, as AWS WAF keeps them", {
    good: "authorization",
    bad: "X Header",
  });

/** Answers, logs and alarms. */
export const operationInputs = {
  ...section("Answers", {
    /**
     * Bodies of answers to refused requests, by a key of your own, up to 4 KiB each.
     * @default {}
     */
    customResponseBodies: byName(
      t.object({
        /** Content type of the body. */
        contentType: t.oneOf("APPLICATION_JSON", "TEXT_HTML", "TEXT_PLAIN"),
        /** The body, up to 4096 characters. */
        content: t.string().length(1, 4096),
      }),
    ).default({}),
    /**
     * Status of the answer, one that AWS WAF has (not 402, 418 or 451), when the block list, geo, a size limit or the default action refuses a request.
     * @default 403
     */
    blockStatus: t.number().oneOf(BLOCK_STATUSES).example(403).default(403),
    /**
     * Body of that answer: a key of `customResponseBodies`. Empty sends none.
     * @default ""
     */
    blockResponseBody: t.string().default(""),
  }),
  ...section("Logs", {
    /**
     * Whether requests are logged. A log holds the address, the country and the headers of a client.
     * @default true
     */
    logs: t.bool().default(true),
    /**
     * A destination of yours, whose policy lets AWS WAF deliver. Null makes a log group of the module's own,
     * `aws-waf-logs-<name>`.
     */
    logDestination: t
      .object({
        /** ARN of a bucket, a Firehose stream or a log group whose name begins with aws-waf-logs-. */
        arn: t
          .string()
          .pattern(
            /^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:(s3:::|firehose:[a-z0-9-]+:[0-9]{12}:deliverystream\/|logs:[a-z0-9-]+:[0-9]{12}:log-group:)aws-waf-logs-.+$/,
            "must be the ARN of a bucket, a Firehose stream or a log group whose name begins with aws-waf-logs-",
            { good: "arn:aws:s3:::aws-waf-logs-nimbus", bad: "arn:aws:s3:::nimbus-logs" },
          )
          .against(livesAt(SAME_REGION, "arn:aws:s3:::aws-waf-logs-nimbus")),
      })
      .optional(),
    /**
     * Which requests are logged: all, those that a rule counted, challenged or blocked (enough to judge a firewall that
     * counts), or only the blocked ones.
     * @default "all"
     */
    logFilter: t.oneOf("all", "matched", "blocked").default("all"),
    /**
     * Days that logs in the module's own log group are kept. A year by default, so that an audit finds what an incident
     * left.
     * @default 365
     */
    logRetentionDays: retentionInput(),
    /**
     * KMS key that encrypts the log group; its policy must let CloudWatch Logs use it. Null makes a key of the module's
     * own (1 USD/month).
     */
    logKmsKey: kmsKeyInput(),
    /**
     * Headers whose values are left out of the logs, since they let a reader act as the client.
     * @default ["authorization", "cookie"]
     */
    redactedHeaders: t.set(headerName()).default(["authorization", "cookie"]),
    /**
     * Whether query strings are left out of the logs: for sites that put tokens into them.
     * @default false
     */
    redactQueryString: t.bool().default(false),
    /**
     * Whether AWS WAF keeps samples of requests for three hours, to look at in its console.
     * @default true
     */
    sampledRequests: t.bool().default(true),
  }),
  ...section("Alarm", {
    /** Alarm on many blocked requests: an attack, or a rule that hits users. Null makes none. */
    alarms: t
      .object({
        /** SNS topics that the alarm tells, 1 to 5. */
        topicArns: t.list(topicArn()).length(1, 5),
        /**
         * Blocked requests within 5 minutes that raise the alarm.
         * @default 1000
         */
        blockedRequests: whole(1, 1_000_000_000, "requests").default(1000),
      })
      .optional(),
  }),
};
