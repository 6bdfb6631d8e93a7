import { section, t } from "../../../kernel";
import { keyArn } from "../../parts/arns";
import { standardPeriod, topicsInput } from "../../parts/alarm-inputs";
import { RECORD_NAME, domainName, zoneId } from "../../parts/dns-names";
import { kmsKeyInput, nameInput, retentionInput, tagsInput } from "../../parts/inputs";
import { regionName } from "../../parts/regions";
import { healthCheckInput } from "../health-check";

const RELATIVE = "whole, relative to the zone with one label, or @ for the zone itself";
const recordName = () =>
  t.string().pattern(RECORD_NAME, `must be a name in lower case: ${RELATIVE}`, { good: "www", bad: "www." });

const target = (region: string) => ({
  /** DNS name of the load balancer. */
  dnsName: t.string().pattern(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+$/, "must be the DNS name of the load balancer", {
    good: `nimbus-1234567890.${region}.elb.amazonaws.com`,
    bad: "https://example.com/",
  }),
  /** Zone of that DNS name: the load balancer's `zoneId`, not yours. */
  zoneId: zoneId(),
});

const region = () => regionName("us-east-1");

/** What `dns-failover` takes. */
export const dnsFailoverFields = {
  ...section("General", {
    /** Name of health checks, alarms and keys. Names of resources begin with it; changing it replaces them. */
    name: nameInput(40),
    /**
     * Whether each name has an AAAA record beside its A record. For load balancers with IPv6 (dualstack): others have
     * nothing to answer.
     * @default false
     */
    ipv6: t.bool().default(false),
    /**
     * Tags for every resource of the module.
     * @default {}
     */
    tags: tagsInput(10),
  }),
  ...section("Zone", {
    /** A public hosted zone of yours. Give this or `newZone`. */
    zone: t
      .object({
        /** ID of the zone. */
        id: zoneId(),
        /** Name of the zone. */
        name: domainName(),
      })
      .optional(),
    /**
     * A public hosted zone that the module makes (0.50 USD/month). Its name servers (output name_servers) belong in the
     * parent zone. Give this or `zone`.
     */
    newZone: t
      .object({
        /** Name of the zone. Changing it replaces the zone, and its name servers with it. */
        name: domainName(),
        /**
         * Comment that the console shows.
         * @default ""
         */
        comment: t.string().length(0, 256).default(""),
        /**
         * Whether destroying the zone takes records along that others made in it.
         * @default false
         */
        forceDestroy: t.bool().default(false),
        /** Reusable delegation set, so that the name servers are known beforehand. Null takes any. */
        delegationSetId: t
          .string()
          .pattern(/^N[A-Z0-9]{1,31}$/, "must be the ID of a reusable delegation set", {
            good: "N0123456789ABCDEFGHIJ",
            bad: "example.com",
          })
          .optional(),
      })
      .optional(),
    /**
     * Logs each query that Route 53 answers, to a log group of us-east-1, since Route 53 knows no other: {} is enough.
     * Null logs none.
     */
    queryLogging: t
      .object({
        /**
         * Days that the queries are kept. A year by default, so that an audit finds what an incident left.
         * @default 365
         */
        retentionDays: retentionInput(),
        /**
         * KMS key that encrypts the queries; its policy must let CloudWatch Logs use it. Null makes a key of the
         * module's own (1 USD/month).
         */
        kmsKey: kmsKeyInput(),
      })
      .optional(),
    /**
     * Signs the zone: {} is enough. The output ds_record then belongs into the parent zone. Before it is turned off
     * again, that DS record must be gone for two days, or the zone cannot be resolved. Null signs nothing.
     */
    dnssec: t
      .object({
        /** A key of yours. Null makes one of the module's own (1 USD/month). */
        kmsKey: t
          .object({
            /** ARN of the key: ECC_NIST_P256, of us-east-1, usable by dnssec-route53.amazonaws.com. */
            arn: keyArn(),
          })
          .optional(),
      })
      .optional(),
  }),
  ...section("Records", {
    /** A pair of load balancers, one in each region, and the names that lead to one of them. Null has none. */
    failover: t
      .object({
        /** Names that move together, each whole, relative to the zone with one label, or @ for the zone itself. */
        names: t.list(recordName()).length(1, 100).example(["www"]),
        /** Where the names lead as long as its endpoint is healthy and the latch is open. */
        primary: t.object({
          ...target("us-east-1"),
          /** Region of the load balancer. */
          region: region(),
        }),
        /** Where they lead otherwise: while the latch is closed, or without one while this load balancer has healthy targets. */
        secondary: t.object(target("us-west-2")),
        /**
         * How the primary is checked, by HTTPS. Its load balancer must let Route 53's checkers in (prefix list
         * `com.amazonaws.<region>.route53-healthchecks`).
         * @default {}
         */
        healthCheck: healthCheckInput(),
        /**
         * Alarm that moves the names to the secondary and keeps them there while it is in ALARM: the output alarm of the
         * latch module. Null moves them by the health of both load balancers, and back as soon as the primary answers.
         */
        latch: t
          .object({
            /** Name of the alarm. */
            alarmName: t.string().length(1, 255),
            /** Region of the alarm: the recovery region, never the primary's. */
            region: regionName("us-east-1", "us-iso-east-1"),
            /** Seconds of one period of the alarm, whole minutes. */
            period: standardPeriod(),
            /**
             * Anything that changes when the alarm does. Route 53 copies the alarm, and reads it again only when this
             * changes.
             * @default ""
             */
            settings: t.string().length(0, 1024).default(""),
          })
          .optional(),
      })
      .optional(),
    /**
     * Names that lead to one load balancer, each whole, relative to the zone with one label, or @ for the zone itself.
     * @default {}
     */
    simple: t
      .map(t.object(target("us-east-1")))
      .keys(RECORD_NAME, `must be names in lower case: ${RELATIVE}`, { good: "www", bad: "www." })
      .default({}),
    /**
     * Names that lead to several load balancers by weight, each whole, relative to the zone with one label, or @ for
     * the zone itself; the targets by a name of your own.
     * @default {}
     */
    weighted: t
      .map(
        t
          .map(
            t.object({
              ...target("us-east-1"),
              /** Weight, 0 to 255: its part of the sum of all weights is its part of the queries. */
              weight: t.number().range(0, 255).integer(),
              /**
               * Whether it is passed over while its load balancer has no healthy targets.
               * @default true
               */
              evaluateTargetHealth: t.bool().default(true),
            }),
          )
          .keys(/^[A-Za-z0-9._-]{1,64}$/, "must be letters, digits, dots, underscores and hyphens, at most 64", {
            good: "blue",
            bad: "the blue one",
          }),
      )
      .keys(RECORD_NAME, `must be names in lower case: ${RELATIVE}`, { good: "www", bad: "www." })
      .default({}),
  }),
  ...section("Alarms", {
    /**
     * Alarms on the health checks (0.10 USD/month each): the primary is down, the latch is closed, names have moved.
     * Route 53 writes its metrics in us-east-1 only, so the module's provider must be of us-east-1, and none of them
     * can tell while us-east-1 itself is gone. Null makes none.
     */
    alarms: t
      .object({
        /**
         * SNS topics of us-east-1, which the alarms tell.
         * @default []
         */
        topicArns: topicsInput(),
      })
      .optional(),
  }),
};
