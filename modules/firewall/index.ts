import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Wafv2WebAcl } from "@cdktf/provider-aws/lib/wafv2-web-acl";
import { Wafv2WebAclAssociation } from "@cdktf/provider-aws/lib/wafv2-web-acl-association";
import { Construct } from "constructs";
import {
  Check,
  Flag,
  ModuleConstruct,
  ModuleDefinition,
  acceptFinding,
  choose,
  comment,
  each,
  forEach,
  given,
  heading,
  is,
  local,
  one,
  optionalBlock,
  raw,
  repeatedBlock,
  shorthand,
  tf,
  when,
} from "../../kernel";
import { lookUpSurroundings } from "../parts/surroundings";
import { named } from "../parts/tags";
import { takeTurns } from "../parts/turns";
import { Context } from "./context";
import { FirewallProps, firewallInputs } from "./inputs";
import { createAddressList } from "./ip-sets";
import { createLogs } from "./logs";
import { GROUP_INPUTS, MANAGED_GROUPS } from "./managed-groups";
import { addRules } from "./rules";
import { bodyKey, refusal, visibility } from "./statements";

export type { FirewallProps } from "./inputs";

type Fields = (typeof firewallInputs)["fields"];

/** The one region of web ACLs for CloudFront. Source: AWS WAF API reference, CreateWebACL. */
const CLOUDFRONT_REGION = "us-east-1";

/** A web ACL (AWS WAF) for a load balancer or for CloudFront. */
export class Firewall extends ModuleConstruct<Fields> {
  static readonly definition: ModuleDefinition<Fields> = {
    name: "firewall",
    description:
      "A web ACL (AWS WAF) for a load balancer or for CloudFront: managed rules, rate limits, lists, and no way to internal paths.",
    notes: `
**The first days.** Start with \`count_only = true\` and look at the log: a rule that hits users is turned down by its name
(\`common = { rule_actions = { SizeRestrictions_BODY = "count" } }\`), then \`count_only\` goes. Internal paths and the block
list refuse from the beginning.

**The order** is fixed, and a rule that comes or goes moves no other: internal paths (0), block list (10), allow list
(20), countries (30), sizes (40 to 42), rate limits (100 and their \`priority\`), managed groups (200 to 250, further ones 300
and their \`priority\`), rule groups of yours (400 and their \`priority\`). A request that is allowed is asked nothing further.

**How it is attached.** A load balancer of the load-balancer module: its input \`web_acl = { arn = ... }\`. Anything else that
is regional: \`protected_resources\`. A distribution of CloudFront: its \`web_acl_id\` is the ARN, and the scope is
\`cloudfront\`, with a provider of us-east-1.

**What it costs.** 5 USD/month, 1 USD/month for each rule and group, 0.60 USD for a million requests, up to 1500 WCU
(\`capacity\` says how many it takes; the plan refuses more than \`capacity_limit\`). Source: the pricing page of AWS WAF.

**Renaming it** makes a new web ACL before the old one goes, so that nothing is without one in between. Another name for one of
\`protected_resources\` takes its web ACL away for a moment, and gives it back, in one apply: \`moved\` in the root avoids that.`,
    inputs: firewallInputs,
    example: {
      name: "nimbus-production",
      rateLimits: {
        "each-client": { priority: 0, limit: 2000 },
        login: { priority: 1, limit: 20, window: 60, paths: ["/login", "/api/auth/*"], methods: ["POST"] },
      },
    },
  };

  readonly arn: string;
  readonly id: string;
  /** Log group of the module's own; null without one. */
  readonly logGroupName: string;

  constructor(scope: Construct, id: string, props: FirewallProps) {
    super(scope, id, Firewall.definition, props);
    const { blockStatus, blockResponseBody } = this.inputs;
    const ofCloudfront = is(this.inputs.scope, "cloudfront");
    const context: Context = {
      inputs: this.inputs,
      scope: shorthand(this, "scope", choose<string>(ofCloudfront, "CLOUDFRONT", "REGIONAL")),
      ofCloudfront,
      refusal: refusal(blockStatus, shorthand(this, "block_response_body", bodyKey(blockResponseBody))),
      ...lookUpSurroundings(this),
    };

    const acl = this.createWebAcl(context);
    const logGroup = createLogs(this, context, acl);
    this.createAssociation("this#association", each.value, acl, this.inputs.protectedResources);
    this.createAlarm(context);
    this.warnOfUnknownRules();

    this.arn = this.output(
      "arn",
      "ARN of the web ACL: web_acl of a load balancer, web_acl_id of a distribution.",
      acl.arn,
    );
    this.id = this.output("id", "ID of the web ACL.", acl.id);
    this.output("name", "Name of the web ACL, by which its metrics are found.", acl.name);
    this.output("capacity", "Web ACL capacity units (WCU) that the rules take, as AWS reckons.", acl.capacity);
    this.output(
      "capacityLimit",
      "Most WCU that the rules may take: an input, to compare capacity with.",
      this.inputs.capacityLimit,
    );
    this.logGroupName = this.output(
      "logGroupName",
      "The module's own log group; null without one.",
      one(logGroup, "name"),
    );
    this.output("logGroupArn", "ARN of that log group; null without one.", one(logGroup, "arn"));
  }

  /** Protects one more regional resource: an input `protected_resources` of the plain module, as a verb. */
  protect(name: string, resourceArn: string): void {
    this.createAssociation(`this_${name}`, resourceArn, { arn: this.arn });
  }

  private createWebAcl(context: Context): Wafv2WebAcl {
    heading(this, "Web ACL");
    const { inputs } = this;
    const { name, defaultAction, tags } = inputs;
    const list = (id: string, what: string, addresses: Parameters<typeof createAddressList>[2]["addresses"]) =>
      createAddressList(this, context, { id, what, addresses });
    const lists = {
      internal: list("internal", "addresses that may reach internal paths", inputs.internalPathCidrs),
      blocked: list("blocked", "addresses that are refused", inputs.blockList),
      allowed: list("allowed", "addresses that pass", inputs.allowList),
    };
    const acl = new Wafv2WebAcl(this, "this", {
      name,
      description: `Web ACL ${name}`,
      scope: context.scope,
      defaultAction: {},
      visibilityConfig: visibility(context, "all") as never,
      lifecycle: {
        createBeforeDestroy: true,
        precondition: [
          {
            // Written out whole: Terraform refuses a condition that it knows from the start, as an app would fold it.
            condition: tf<never>`${this.inputs.scope} == "regional" || ${context.region} == ${CLOUDFRONT_REGION}`,
            errorMessage: `scope is cloudfront, but the provider's region is ${context.region}: AWS keeps web ACLs for CloudFront in ${CLOUDFRONT_REGION}. Give the module a provider of ${CLOUDFRONT_REGION}.`,
          },
        ],
      },
      tags: named(tags, name),
    });
    acceptFinding(
      acl,
      "CKV_AWS_192",
      "The group is on by default (known_bad_inputs); a dynamic block hides it from the check",
    );
    const allowed: Flag = is(defaultAction, "allow");
    optionalBlock(acl, "default_action.allow", allowed, {});
    optionalBlock(acl, "default_action.block", is(defaultAction, "block"), context.refusal);
    addRules(this, context, acl, lists);
    repeatedBlock(acl, "custom_response_body", inputs.customResponseBodies, {
      key: raw("custom_response_body.key"),
      contentType: raw("custom_response_body.value.content_type"),
      content: raw("custom_response_body.value.content"),
    });
    optionalBlock(acl, "association_config", context.ofCloudfront, {
      requestBody: { cloudfront: { defaultSizeInspectionLimit: tf`"KB_\${${inputs.bodyInspection}}"` } },
    });
    return acl;
  }

  private createAssociation(id: string, resourceArn: string, acl: { arn: string }, over?: unknown): void {
    const { dependsOn } = takeTurns(this, "protection_turns", {
      over: over ?? {},
      content: raw("one"),
      what: "protected resources",
    });
    new Wafv2WebAclAssociation(this, id, {
      ...(over === undefined ? {} : { forEach: forEach(over), dependsOn }),
      resourceArn,
      webAclArn: acl.arn,
    });
  }

  private createAlarm(context: Context): void {
    heading(this, "Alarm");
    const { name, alarms, tags } = this.inputs;
    new CloudwatchMetricAlarm(this, "blocked_requests", {
      count: when(given(alarms)),
      alarmName: `${name}-blocked-requests`,
      alarmDescription: `${name}: the firewall blocks many requests. An attack, or a rule that hits users: see the log.`,
      namespace: "AWS/WAFV2",
      metricName: "BlockedRequests",
      // Metrics of CloudFront have no region. Source: AWS WAF Developer Guide, "AWS WAF metrics and dimensions".
      dimensions: tf<
        Record<string, string>
      >`merge(${{ WebACL: `${name}-all`, Rule: "ALL" }}, ${choose(context.ofCloudfront, {}, { Region: context.region })})`,
      statistic: "Sum",
      period: 300,
      evaluationPeriods: 1,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: alarms.blockedRequests,
      treatMissingData: "notBreaching",
      alarmActions: tf<string[]>`${alarms.topicArns}`,
      okActions: tf<string[]>`${alarms.topicArns}`,
      tags: named(tags, `${name}-blocked-requests`),
    });
  }

  /** AWS WAF takes an override for a rule that does not exist, and changes nothing. */
  private warnOfUnknownRules(): void {
    heading(this, "Checks");
    const known = Object.fromEntries(
      GROUP_INPUTS.map((group) => [MANAGED_GROUPS[group].rule, MANAGED_GROUPS[group].rules]),
    );
    const changed = Object.fromEntries(
      GROUP_INPUTS.map((group) => [MANAGED_GROUPS[group].rule, tf`keys(${this.inputs[group].ruleActions})`]),
    );
    const rules = comment(
      local(this, "managed_rules", tf`${known}`),
      "The rules of AWS's groups when the module was written, to warn of a name that none of them has.",
    );
    const unknown = local(
      this,
      "unknown_rules",
      tf`flatten([for group, names in ${changed} : [for name in names : "\${group}: \${name}" if !contains(${rules}[group], name)]])`,
    );
    new Check(this, "rule_actions", {
      condition: tf<Flag>`length(${unknown}) == 0`,
      message: `rule_actions name rules that AWS's groups did not have when this module was written: ${tf`join(", ", ${unknown})`}. AWS ignores a name that does not exist, without a word: check the spelling.`,
    });
  }
}
