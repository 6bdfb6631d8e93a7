/** A rule group that AWS keeps up to date, free of charge. */
export interface ManagedGroup {
  /** Name of the rule in the web ACL. */
  readonly rule: string;
  readonly awsName: string;
  /** Web ACL capacity units that AWS reckons for it. */
  readonly capacity: number;
  /** Place of its rule in the web ACL. */
  readonly priority: number;
  /** Its rules: AWS ignores an override for any other name without a word. */
  readonly rules: readonly string[];
}

const everywhere = (rule: string, ...parts: string[]): string[] => parts.map((part) => `${rule}_${part}`);

/**
 * The groups that the module knows, by their inputs, cheap ones first.
 *
 * Source of names, capacities and rules: AWS WAF Developer Guide, "AWS Managed Rules rule groups list" (baseline,
 * use-case specific and IP reputation rule groups).
 */
export const MANAGED_GROUPS = {
  ipReputation: {
    rule: "ip-reputation",
    awsName: "AWSManagedRulesAmazonIpReputationList",
    capacity: 25,
    priority: 200,
    rules: ["AWSManagedIPReputationList", "AWSManagedReconnaissanceList", "AWSManagedIPDDoSList"],
  },
  anonymousIp: {
    rule: "anonymous-ip",
    awsName: "AWSManagedRulesAnonymousIpList",
    capacity: 50,
    priority: 210,
    rules: ["AnonymousIPList", "HostingProviderIPList"],
  },
  knownBadInputs: {
    rule: "known-bad-inputs",
    awsName: "AWSManagedRulesKnownBadInputsRuleSet",
    capacity: 200,
    priority: 220,
    rules: [
      ...everywhere("JavaDeserializationRCE", "HEADER", "BODY", "URIPATH", "QUERYSTRING"),
      "Host_localhost_HEADER",
      "PROPFIND_METHOD",
      "ExploitablePaths_URIPATH",
      ...everywhere("Log4JRCE", "HEADER", "QUERYSTRING", "BODY", "URIPATH"),
      "ReactJSRCE_BODY",
    ],
  },
  common: {
    rule: "common",
    awsName: "AWSManagedRulesCommonRuleSet",
    capacity: 700,
    priority: 230,
    rules: [
      "NoUserAgent_HEADER",
      "UserAgent_BadBots_HEADER",
      ...everywhere("SizeRestrictions", "QUERYSTRING", "Cookie_HEADER", "BODY", "URIPATH"),
      ...everywhere("EC2MetaDataSSRF", "BODY", "COOKIE", "URIPATH", "QUERYARGUMENTS"),
      ...everywhere("GenericLFI", "QUERYARGUMENTS", "URIPATH", "BODY"),
      ...everywhere("RestrictedExtensions", "URIPATH", "QUERYARGUMENTS"),
      ...everywhere("GenericRFI", "QUERYARGUMENTS", "BODY", "URIPATH"),
      ...everywhere("CrossSiteScripting", "COOKIE", "QUERYARGUMENTS", "BODY", "URIPATH"),
    ],
  },
  sqlDatabase: {
    rule: "sql-database",
    awsName: "AWSManagedRulesSQLiRuleSet",
    capacity: 200,
    priority: 240,
    rules: [
      ...everywhere("SQLi", "QUERYARGUMENTS", "BODY", "COOKIE", "URIPATH"),
      ...everywhere("SQLiExtendedPatterns", "QUERYARGUMENTS", "BODY", "HEADER", "URIPATH"),
    ],
  },
  linux: {
    rule: "linux",
    awsName: "AWSManagedRulesLinuxRuleSet",
    capacity: 200,
    priority: 250,
    rules: everywhere("LFI", "URIPATH", "QUERYSTRING", "HEADER"),
  },
} as const satisfies Record<string, ManagedGroup>;

/** Input of a group. */
export type GroupInput = keyof typeof MANAGED_GROUPS;

export const GROUP_INPUTS = Object.keys(MANAGED_GROUPS) as GroupInput[];

/** Where the rules of the caller's own maps begin: each adds the `priority` that the caller gives it, 0 to 99. */
export const FIRST_PRIORITY = {
  internalPaths: 0,
  blockList: 10,
  allowList: 20,
  geo: 30,
  bodySize: 40,
  queryStringSize: 41,
  uriPathSize: 42,
  rateLimits: 100,
  managedGroups: 300,
  ruleGroups: 400,
} as const;
