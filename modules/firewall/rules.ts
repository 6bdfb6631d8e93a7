import { Wafv2WebAcl } from "@cdktf/provider-aws/lib/wafv2-web-acl";
import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { choose, dynamic, given, local, raw, repeatedBlocks, shorthand, tf } from "../../kernel";
import { RepeatedBlock } from "../../kernel/resource";
import { Context } from "./context";
import { AddressList } from "./ip-sets";
import { FIRST_PRIORITY, GROUP_INPUTS, MANAGED_GROUPS } from "./managed-groups";
import {
  addressMatches,
  bodyKey,
  blocksUnless,
  forwardedIpConfig,
  methodMatch,
  methodPattern,
  noTransformation,
  ofRule,
  onlyIf,
  pathMatch,
  pathPatterns,
  pathsAndBelow,
  refusal,
  visibility,
} from "./statements";

/** The lists of addresses that rules read. */
export interface AddressLists {
  readonly internal: AddressList;
  readonly blocked: AddressList;
  readonly allowed: AddressList;
}

/** Gives the web ACL its rules. Each has a fixed place, which no other rule's coming or going changes. */
export function addRules(scope: Construct, context: Context, acl: Wafv2WebAcl, lists: AddressLists): void {
  repeatedBlocks(acl, "rule", [
    internalPaths(context, lists.internal),
    blockList(context, lists.blocked),
    allowList(context, lists.allowed),
    geo(context),
    ...sizes(scope, context),
    rateLimits(context),
    managedGroups(context, managedGroupList(scope, context)),
    ruleGroups(context),
  ]);
}

function internalPaths(context: Context, allowed: AddressList): RepeatedBlock {
  const { internalPaths: paths, internalPathStatus } = context.inputs;
  return {
    over: tf`length(${paths}) > 0 ? [1] : []`,
    content: {
      name: "internal-paths",
      priority: FIRST_PRIORITY.internalPaths,
      action: { block: refusal(internalPathStatus) },
      statement: {
        andStatement: {
          statement: [
            pathMatch(pathsAndBelow(paths)),
            ...addressMatches(context, allowed).map((match) => ({ notStatement: { statement: match } })),
          ],
        },
      },
      visibilityConfig: visibility(context, "internal-paths"),
    },
  };
}

function blockList(context: Context, list: AddressList): RepeatedBlock {
  return {
    over: [1],
    content: {
      name: "block-list",
      priority: FIRST_PRIORITY.blockList,
      action: { block: context.refusal },
      statement: { orStatement: { statement: addressMatches(context, list) } },
      visibilityConfig: visibility(context, "block-list"),
    },
  };
}

function allowList(context: Context, list: AddressList): RepeatedBlock {
  return {
    over: [1],
    content: {
      name: "allow-list",
      priority: FIRST_PRIORITY.allowList,
      action: { allow: {} },
      statement: { orStatement: { statement: addressMatches(context, list) } },
      visibilityConfig: visibility(context, "allow-list"),
    },
  };
}

function geo(context: Context): RepeatedBlock {
  const { geo: countries, countOnly } = context.inputs;
  const match = {
    // In the order of a set, which AWS WAF keeps.
    countryCodes: tf`sort(${countries.countries})`,
    forwardedIpConfig: forwardedIpConfig(context),
  };
  return {
    over: choose(given(countries), [1], []),
    content: {
      name: "geo",
      priority: FIRST_PRIORITY.geo,
      action: blocksUnless(tf`${countOnly} || ${countries.countOnly}`, context.refusal),
      statement: {
        geoMatchStatement: onlyIf(tf`${countries.mode} == "block"`, match),
        notStatement: onlyIf(tf`${countries.mode} == "allow"`, { statement: { geoMatchStatement: match } }),
      },
      visibilityConfig: visibility(context, "geo"),
    },
  };
}

function sizes(scope: Construct, context: Context): RepeatedBlock[] {
  const { sizeLimits, countOnly } = context.inputs;
  const counts = shorthand(scope, "size_limits_count_only", tf`${countOnly} || ${sizeLimits.countOnly}`);
  const rule = (name: string, priority: number, limit: unknown, statement: object): RepeatedBlock => ({
    over: tf`${limit} == null ? [] : [${limit}]`,
    content: {
      name,
      priority,
      action: blocksUnless(counts, context.refusal),
      statement,
      visibilityConfig: visibility(context, name),
    },
  });
  const over = (field: object): object => ({
    sizeConstraintStatement: {
      comparisonOperator: "GT",
      size: raw("rule.value"),
      fieldToMatch: field,
      textTransformation: noTransformation,
    },
  });
  const body = over({ body: { oversizeHandling: "MATCH" } }) as { sizeConstraintStatement: object };
  const free = sizeLimits.bodyExceptPaths;
  return [
    rule("body-size", FIRST_PRIORITY.bodySize, sizeLimits.body, {
      sizeConstraintStatement: onlyIf(tf`length(${free}) == 0`, body.sizeConstraintStatement),
      andStatement: onlyIf(tf`length(${free}) > 0`, {
        statement: [body, { notStatement: { statement: pathMatch(pathPatterns(free)) } }],
      }),
    }),
    rule("query-string-size", FIRST_PRIORITY.queryStringSize, sizeLimits.queryString, over({ queryString: {} })),
    rule("uri-path-size", FIRST_PRIORITY.uriPathSize, sizeLimits.uriPath, over({ uriPath: {} })),
  ];
}

function rateLimits(context: Context): RepeatedBlock {
  const { rateLimits: limits, countOnly } = context.inputs;
  const does = (action: string): unknown => tf`(${countOnly} ? "count" : ${ofRule("action")}) == ${action}`;
  const hasPaths = tf`length(${ofRule("paths")}) > 0`;
  const hasMethods = tf`length(${ofRule("methods")}) > 0`;
  const paths = pathMatch(pathPatterns(ofRule("paths"))) as { regexMatchStatement: object };
  const methods = methodMatch(methodPattern(ofRule("methods"))) as { regexMatchStatement: object };
  const aggregationKey = { name: ofRule("key"), textTransformation: noTransformation };
  return {
    over: limits,
    content: {
      name: `rate-limit-${raw("rule.key")}`,
      priority: tf`${FIRST_PRIORITY.rateLimits} + ${ofRule("priority")}`,
      action: {
        block: onlyIf(does("block"), refusal(ofRule("status"), bodyKey(ofRule("response_body")))),
        count: onlyIf(does("count"), {}),
        captcha: onlyIf(does("captcha"), {}),
        challenge: onlyIf(does("challenge"), {}),
      },
      statement: {
        rateBasedStatement: {
          limit: ofRule("limit"),
          evaluationWindowSec: ofRule("window"),
          aggregateKeyType: tf`${ofRule("by")} != "ip" ? "CUSTOM_KEYS" : ${choose(given(context.inputs.forwardedIp), "FORWARDED_IP", "IP")}`,
          customKey: onlyIf(tf`${ofRule("by")} != "ip"`, {
            header: onlyIf(tf`${ofRule("by")} == "header"`, aggregationKey),
            cookie: onlyIf(tf`${ofRule("by")} == "cookie"`, aggregationKey),
          }),
          forwardedIpConfig: forwardedIpConfig(context, tf`${ofRule("by")} == "ip"`),
          scopeDownStatement: onlyIf(tf`${hasPaths} || ${hasMethods}`, {
            // One statement, or both in an and: AWS WAF takes no and of one.
            andStatement: onlyIf(tf`${hasPaths} && ${hasMethods}`, { statement: [paths, methods] }),
            regexMatchStatement: onlyIf(tf`(${hasPaths}) != (${hasMethods})`, {
              regexString: tf`${hasPaths} ? ${pathPatterns(ofRule("paths"))} : ${methodPattern(ofRule("methods"))}`,
              fieldToMatch: { uriPath: onlyIf(hasPaths, {}), method: onlyIf(hasMethods, {}) },
              textTransformation: dynamic(tf`${hasPaths} ? ["URL_DECODE", "NORMALIZE_PATH", "LOWERCASE"] : ["NONE"]`, {
                priority: raw("text_transformation.key"),
                type: raw("text_transformation.value"),
              }),
            }),
          }),
        },
      },
      visibilityConfig: visibility(context, `rate-limit-${raw("rule.key")}`),
    },
  };
}

/** All managed groups in one shape: those that have an input each, and the caller's. */
function managedGroupList(scope: Construct, { inputs }: Context): TerraformLocal {
  const known = Object.fromEntries(
    GROUP_INPUTS.map((group) => [
      MANAGED_GROUPS[group].rule,
      {
        enabled: inputs[group].enabled,
        priority: MANAGED_GROUPS[group].priority,
        vendor: "AWS",
        name: MANAGED_GROUPS[group].awsName,
        version: "version" in inputs[group] ? inputs[group].version : null,
        count_only: inputs[group].countOnly,
        rule_actions: inputs[group].ruleActions,
      },
    ]),
  );
  return local(
    scope,
    "groups",
    tf`merge(
      { for name, group in ${known} : name => group if group.enabled },
      { for name, group in ${inputs.managedGroups} : "managed-\${name}" => merge(group, { priority = ${FIRST_PRIORITY.managedGroups} + group.priority }) },
    )`,
  );
}

function managedGroups(context: Context, groups: TerraformLocal): RepeatedBlock {
  const actions = ["allow", "block", "captcha", "challenge", "count"];
  return {
    over: groups,
    content: {
      name: raw("rule.key"),
      priority: ofRule("priority"),
      overrideAction: overrides(context),
      statement: {
        managedRuleGroupStatement: {
          name: ofRule("name"),
          vendorName: ofRule("vendor"),
          version: ofRule("version"),
          ruleActionOverride: dynamic(ofRule("rule_actions"), {
            name: raw("rule_action_override.key"),
            actionToUse: Object.fromEntries(
              actions.map((action) => [action, onlyIf(tf`rule_action_override.value == ${action}`, {})]),
            ),
          }),
        },
      },
      visibilityConfig: visibility(context, raw("rule.key")),
    },
  };
}

function ruleGroups(context: Context): RepeatedBlock {
  return {
    over: context.inputs.ruleGroups,
    content: {
      name: `rule-group-${raw("rule.key")}`,
      priority: tf`${FIRST_PRIORITY.ruleGroups} + ${ofRule("priority")}`,
      overrideAction: overrides(context),
      statement: { ruleGroupReferenceStatement: { arn: ofRule("arn") } },
      visibilityConfig: visibility(context, `rule-group-${raw("rule.key")}`),
    },
  };
}

/** A group does what its rules say, or only counts. */
const overrides = ({ inputs: { countOnly } }: Context): object => ({
  none: onlyIf(tf`!(${countOnly} || ${ofRule("count_only")})`, {}),
  count: onlyIf(tf`${countOnly} || ${ofRule("count_only")}`, {}),
});
