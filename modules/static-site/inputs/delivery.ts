import { section, t } from "../../../kernel";
import { SAME_ACCOUNT, bucketArn, livesAt, topicArn } from "../../parts/arns";
import { country } from "../../parts/countries";
import { domainName, whole } from "./types";

/** How the site is reached: names, TLS, who, from where. */
export const deliveryInputs = {
  ...section("Names", {
    /**
     * Names of the site, which the certificate must cover. Without any, it answers under the name that CloudFront gives
     * it, over TLS 1.0 and later: CloudFront takes no better for its own certificate.
     * @default []
     */
    aliases: t.set(domainName()).default([]),
    /**
     * Certificate of the names. Clients of the names speak TLS 1.2 or later (TLSv1.2_2021, the strictest policy that
     * the AWS provider 5.100 takes). Null takes CloudFront's own.
     */
    certificate: t
      .object({
        /** ARN of the certificate, of us-east-1. */
        arn: t
          .string()
          .pattern(
            /^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:acm:us-east-1:[0-9]{12}:certificate\/[A-Za-z0-9-]{1,64}$/,
            "must be the ARN of a certificate in ACM of us-east-1, the one region that CloudFront reads; request it there, whatever region the site is in",
            {
              good: "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000",
              bad: "arn:aws:acm:eu-central-1:123456789012:certificate/00000000-0000-0000-0000-000000000000",
            },
          )
          .against(
            livesAt(
              SAME_ACCOUNT,
              "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000",
            ),
          ),
      })
      .optional(),
    /**
     * One of the names that clients of all others are sent to (301), such as www.example.com from example.com. Empty
     * serves the site under each.
     * @default ""
     */
    redirectTo: t.string().default(""),
    /** Hosted zone in which the names become alias records (A, and AAAA with ipv6). Null makes none. */
    records: t
      .object({
        /** ID of the hosted zone. */
        zoneId: t.string().pattern(/^Z[A-Z0-9]{1,31}$/, "must be the ID of a hosted zone", {
          good: "Z0123456789ABCDEFGHIJ",
          bad: "example.com",
        }),
      })
      .optional(),
  }),
  ...section("Delivery", {
    /**
     * Where CloudFront serves from: North America, Europe and Israel (the cheapest), those and most of Asia, Africa and
     * the Gulf, or everywhere. Others are served from there as well, only more slowly.
     * @default "PriceClass_100"
     */
    priceClass: t.oneOf("PriceClass_100", "PriceClass_200", "PriceClass_All").default("PriceClass_100"),
    /**
     * Newest HTTP that clients may speak. HTTP/1.1 always works.
     * @default "http2and3"
     */
    httpVersion: t.oneOf("http2and3", "http3", "http2", "http1.1").default("http2and3"),
    /**
     * Whether clients may come over IPv6.
     * @default true
     */
    ipv6: t.bool().default(true),
    /** Countries that are let in, or kept out. Null lets in all. */
    geo: t
      .object({
        /** Whether only these countries are let in (allow) or only these are kept out (block). */
        mode: t.oneOf("allow", "block"),
        /** Countries by their two capitals (ISO 3166). */
        countries: t.set(country()),
      })
      .example({ countries: ["DE"] })
      .rule({
        test: ({ countries }) => countries.length > 0,
        condition: (ref) => `length(${ref}.countries) > 0`,
        message: "must name a country",
        bad: { countries: [] },
      })
      .optional(),
    /** Web ACL that inspects requests, of the firewall module with scope cloudfront. Null inspects none. */
    webAcl: t
      .object({
        /** ARN of the web ACL. */
        arn: t
          .string()
          .pattern(
            /^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:wafv2:us-east-1:[0-9]{12}:global\/webacl\/.+$/,
            "must be the ARN of a web ACL of the scope CLOUDFRONT (arn:aws:wafv2:us-east-1:<account>:global/webacl/...); a regional one guards load balancers only",
            {
              good: "arn:aws:wafv2:us-east-1:123456789012:global/webacl/nimbus/00000000-0000-0000-0000-000000000000",
              bad: "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/nimbus/00000000-0000-0000-0000-000000000000",
            },
          )
          .against(
            livesAt(
              SAME_ACCOUNT,
              "arn:aws:wafv2:us-east-1:123456789012:global/webacl/nimbus/00000000-0000-0000-0000-000000000000",
            ),
          ),
      })
      .optional(),
    /**
     * Whether Terraform waits until CloudFront has brought a change to all its places, some minutes.
     * @default true
     */
    waitForDeployment: t.bool().default(true),
  }),
  ...section("Logs and alarm", {
    /**
     * Whether each request is logged to a bucket. The provider's region must be us-east-1, where CloudFront's log
     * deliveries are configured.
     * @default true
     */
    logs: t.bool().default(true),
    /**
     * Format of the logs. CloudFront bills parquet by the GiB. Changing it replaces the delivery, not the logs.
     * @default "w3c"
     */
    logFormat: t.oneOf("w3c", "json", "parquet", "plain").default("w3c"),
    /** A bucket of yours, whose policy lets delivery.logs.amazonaws.com put objects. Null makes one. */
    logBucket: t
      .object({
        /** ARN of the bucket. */
        arn: bucketArn("nimbus-logs"),
      })
      .optional(),
    /**
     * Days that the module's own bucket keeps logs. A year by default, so that an audit finds what an incident left.
     * @default 365
     */
    logRetentionDays: whole(1, 3653, "days").default(365),
    /**
     * Whether Terraform may delete the module's own log bucket with the logs in it.
     * @default false
     */
    logForceDestroy: t.bool().default(false),
    /**
     * Alarm on answers of 5xx, the API's as well. The provider's region must be us-east-1, where CloudFront's metrics
     * are. Null makes none.
     */
    alarms: t
      .object({
        /** SNS topics that the alarm tells, 1 to 5. */
        topicArns: t.list(topicArn()).length(1, 5),
        /**
         * Share of answers of 5xx over 5 minutes that raises the alarm, in percent.
         * @default 5
         */
        serverErrors: whole(1, 100, "percent").default(5),
      })
      .optional(),
  }),
};
