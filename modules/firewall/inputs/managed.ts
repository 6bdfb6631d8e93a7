import { section, t } from "../../../kernel";
import { HERE, arn, called } from "../../parts/arns";
import { byName, ruleActions, uniquePriorities, haveUniquePrioritiesHcl, whole } from "./types";

/** What every group of AWS takes. */
const options = {
  /**
   * Whether the whole group counts what it matches, and refuses nothing.
   * @default false
   */
  countOnly: t.bool().default(false),
  /**
   * What single rules of the group do, by their names, such as `SizeRestrictions_BODY`. A plan warns of a name that AWS
   * does not know.
   * @default {}
   */
  ruleActions: ruleActions(),
};

/** A group of which a version can be kept. */
const versionedGroup = () =>
  t
    .object({
      /**
       * Whether the group is used.
       * @default true
       */
      enabled: t.bool().default(true),
      ...options,
      /** Version of the group that is kept. Null follows AWS's default version. */
      version: t
        .string()
        .pattern(/^Version_[0-9]{1,8}\.[0-9]{1,8}$/, "must be a version, such as Version_1.10", {
          good: "Version_1.10",
          bad: "latest",
        })
        .optional(),
    })
    .default({});

/** Rule groups: those of AWS, those of others and the caller's own. */
export const managedInputs = {
  ...section("Managed rules", {
    /**
     * AWS's core rule set (700 WCU): cross-site scripting, inclusion of files, requests for a server's own metadata,
     * sizes. It refuses bodies over 8 KiB: where you take uploads, let its rule SizeRestrictions_BODY count.
     * @default {}
     */
    common: versionedGroup(),
    /**
     * Known bad inputs (200 WCU): Log4j, Java deserialization, paths that are only asked for to break in.
     * @default {}
     */
    knownBadInputs: versionedGroup(),
    /**
     * SQL injection (200 WCU).
     * @default {}
     */
    sqlDatabase: versionedGroup(),
    /**
     * Inclusion of local files on Linux (200 WCU).
     * @default {}
     */
    linux: versionedGroup(),
    /**
     * Addresses that Amazon saw attack others (25 WCU). The group has no versions.
     * @default {}
     */
    ipReputation: t
      .object({
        /**
         * Whether the group is used.
         * @default true
         */
        enabled: t.bool().default(true),
        ...options,
      })
      .default({}),
    /**
     * Addresses of VPNs, Tor and hosting providers (50 WCU). Off by default: people use VPNs, and so do monitors and
     * partners' servers. The group has no versions.
     * @default {}
     */
    anonymousIp: t
      .object({
        /**
         * Whether the group is used.
         * @default false
         */
        enabled: t.bool().default(false),
        ...options,
      })
      .default({}),
    /**
     * Further managed rule groups, of AWS or from the marketplace, by a name of your own.
     * @default {}
     */
    managedGroups: byName(
      t.object({
        /** Place among the managed groups, 0 to 99; the lowest is asked first. */
        priority: whole(0, 99),
        /** Name of the group, as its vendor publishes it. */
        name: t.string().pattern(/^[A-Za-z0-9_-]{1,128}$/, "must be the name of a rule group", {
          good: "AWSManagedRulesPHPRuleSet",
          bad: "PHP rules",
        }),
        /** Web ACL capacity units (WCU) that the group's page states. */
        capacity: whole(1, 5000, "WCU"),
        /**
         * Vendor of the group.
         * @default "AWS"
         */
        vendor: t
          .string()
          .pattern(/^[ -~]*[!-~][ -~]*$/, "must be the name of a vendor", { good: "AWS", bad: " " })
          .length(1, 128)
          .default("AWS"),
        /** Version of the group that is kept. Null follows the vendor's default version. */
        version: t
          .string()
          .pattern(/^[A-Za-z0-9_#:./-]{1,64}$/, "must be a version of the group", {
            good: "Version_1.0",
            bad: "the last",
          })
          .optional(),
        /**
         * Whether the whole group counts what it matches, and refuses nothing.
         * @default false
         */
        countOnly: t.bool().default(false),
        /**
         * What single rules of the group do, by their names.
         * @default {}
         */
        ruleActions: ruleActions(),
      }),
    )
      .rule({
        test: uniquePriorities,
        condition: haveUniquePrioritiesHcl,
        message: "must have a priority each",
        bad: {
          php: { priority: 1, name: "AWSManagedRulesPHPRuleSet", capacity: 100 },
          admin: { priority: 1, name: "AWSManagedRulesAdminProtectionRuleSet", capacity: 100 },
        },
      })
      .default({}),
    /**
     * Rule groups of yours (aws_wafv2_rule_group), by a name of your own, for what no input here says. They are asked
     * last.
     * @default {}
     */
    ruleGroups: byName(
      t.object({
        /** Place among your rule groups, 0 to 99; the lowest is asked first. */
        priority: whole(0, 99),
        /** ARN of the rule group, of the web ACL's scope. */
        arn: arn(
          "wafv2",
          called("(regional|global)/rulegroup/"),
          "arn:aws:wafv2:us-east-1:123456789012:regional/rulegroup/nimbus/00000000-0000-0000-0000-000000000000",
          HERE,
        ),
        /** Web ACL capacity units (WCU) of the group. */
        capacity: whole(1, 5000, "WCU"),
        /**
         * Whether the whole group counts what it matches, and refuses nothing.
         * @default false
         */
        countOnly: t.bool().default(false),
      }),
    )
      .rule({
        test: uniquePriorities,
        condition: haveUniquePrioritiesHcl,
        message: "must have a priority each",
        bad: {
          a: {
            priority: 1,
            arn: "arn:aws:wafv2:us-east-1:123456789012:regional/rulegroup/a/00000000-0000-0000-0000-000000000000",
            capacity: 10,
          },
          b: {
            priority: 1,
            arn: "arn:aws:wafv2:us-east-1:123456789012:regional/rulegroup/b/00000000-0000-0000-0000-000000000000",
            capacity: 10,
          },
        },
      })
      .default({}),
  }),
};
