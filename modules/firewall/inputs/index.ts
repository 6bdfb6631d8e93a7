import { CrossRule, PropsOf, inputs, section, t } from "../../../kernel";
import { HERE, livesAt } from "../../parts/arns";
import { nameInput, tagsInput } from "../../parts/inputs";
import { CAPACITY, capacityOf } from "../capacity";
import { managedInputs } from "./managed";
import { operationInputs } from "./operation";
import { ownRuleInputs } from "./own-rules";
import { byName, whole } from "./types";

const LOAD_BALANCER = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/nimbus/0a1b2c3d4e5f6a7b";

const fields = {
  ...section("General", {
    /** Name of the web ACL. Names of resources begin with it; changing it replaces them. */
    name: nameInput(64),
    /**
     * What it is for: regional (load balancers, user pools, API Gateway of this region), or cloudfront, which AWS keeps
     * in us-east-1: the provider must be of that region. Changing it replaces the web ACL.
     * @default "regional"
     */
    scope: t.oneOf("regional", "cloudfront").default("regional"),
    /**
     * What happens to a request that no rule stops. block lets in only the allow list: for a site that is not public
     * yet.
     * @default "allow"
     */
    defaultAction: t.oneOf("allow", "block").default("allow"),
    /**
     * Whether rules only count what they would refuse: for the first days, until the logs show that no user is hit.
     * `internalPaths`, the block list and the default action refuse all the same.
     * @default false
     */
    countOnly: t.bool().default(false),
    /**
     * Most web ACL capacity units (WCU) that the rules may take, reckoned from the inputs. Up to 1500 AWS bills
     * requests at the base price; above, 0.20 USD more for a million requests and each 500 WCU. 5000 is AWS's own
     * limit.
     * @default 1500
     */
    capacityLimit: whole(1, 5000, "WCU").default(1500),
    /**
     * ARNs of what it protects, by a name of your own, for scope regional; the load-balancer module takes the web ACL
     * by its own input web_acl instead. A distribution of CloudFront names the web ACL itself (web_acl_id).
     * @default {}
     */
    protectedResources: byName(
      t
        .string()
        .pattern(
          /^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:(elasticloadbalancing|apigateway|cognito-idp|appsync|apprunner|ec2):[a-z0-9-]+:[0-9]*:.+$/,
          "must be the ARN of a load balancer, a user pool, or a stage, API or instance that AWS WAF protects",
          { good: LOAD_BALANCER, bad: "nimbus-alb" },
        )
        .against(livesAt(HERE, LOAD_BALANCER)),
    ).default({}),
    /**
     * KiB of a body that AWS WAF sees at CloudFront; above 16, AWS bills more. At a load balancer it is 8: AWS has 16 to
     * 64 there too, which the AWS provider 5.100 cannot set.
     * @default 16
     */
    bodyInspection: t.number().oneOf([16, 32, 48, 64]).default(16),
    /**
     * Tags for every resource of the module.
     * @default {}
     */
    tags: tagsInput(),
  }),
  ...managedInputs,
  ...ownRuleInputs,
  ...operationInputs,
};

const responseBodies = (what: string): string => `contains(concat([""], keys(var.custom_response_bodies)), ${what})`;
const hasBody = (bodies: object | undefined, key: string | undefined): boolean =>
  (key ?? "") === "" || Object.keys(bodies ?? {}).includes(key ?? "");

const rules: CrossRule<typeof fields>[] = [
  {
    on: "capacityLimit",
    test: (props) => capacityOf(props) <= Number(props.capacityLimit),
    condition: `${CAPACITY} <= var.capacity_limit`,
    message:
      "is less than the WCU that the rules take; turn groups or rate limits off, or raise it (5000 at most, above 1500 AWS bills more)",
    bad: { capacityLimit: 1000 },
  },
  {
    on: "protectedResources",
    test: ({ scope, protectedResources }) => scope === "regional" || Object.keys(protectedResources ?? {}).length === 0,
    condition: 'var.scope == "regional" || length(var.protected_resources) == 0',
    message: "must be empty with scope cloudfront: a distribution names its web ACL itself (web_acl_id)",
    bad: { scope: "cloudfront", protectedResources: { web: LOAD_BALANCER } },
  },
  {
    on: "sizeLimits",
    test: ({ scope, sizeLimits }) => scope !== "regional" || (sizeLimits?.body ?? 0) <= 8192,
    condition: 'var.scope != "regional" || coalesce(var.size_limits.body, 0) <= 8192',
    message: "must have a body of at most 8192 with scope regional: a load balancer shows AWS WAF no more of it",
    bad: { sizeLimits: { body: 65_536 } },
  },
  {
    on: "sizeLimits",
    test: ({ scope, sizeLimits, bodyInspection }) =>
      scope !== "cloudfront" || (sizeLimits?.body ?? 0) <= Number(bodyInspection) * 1024,
    condition: 'var.scope != "cloudfront" || coalesce(var.size_limits.body, 0) <= var.body_inspection * 1024',
    message: (spell) =>
      `must have a body of at most ${spell("bodyInspection")}: AWS WAF sees no more of it; raise ${spell("bodyInspection")}`,
    bad: { scope: "cloudfront", sizeLimits: { body: 65_536 } },
  },
  {
    on: "blockResponseBody",
    test: ({ blockResponseBody, customResponseBodies }) => hasBody(customResponseBodies, blockResponseBody),
    condition: responseBodies("var.block_response_body"),
    message: (spell) => `must be a key of ${spell("customResponseBodies")}`,
    bad: { blockResponseBody: "sorry" },
  },
  {
    on: "rateLimits",
    test: ({ rateLimits, customResponseBodies }) =>
      Object.values(rateLimits ?? {}).every(({ responseBody }) => hasBody(customResponseBodies, responseBody)),
    condition: `alltrue([for limit in values(var.rate_limits) : ${responseBodies("limit.response_body")} if limit != null])`,
    message: (spell) => `must have a ${spell("responseBody")} that is a key of ${spell("customResponseBodies")}`,
    bad: { rateLimits: { login: { priority: 1, limit: 100, responseBody: "slow-down" } } },
  },
  {
    on: "logDestination",
    test: ({ logs, logDestination }) => !logDestination || Boolean(logs),
    condition: "var.log_destination == null ? true : var.logs",
    message: "is given, but logs is false; set it, or leave the destination out",
    bad: { logs: false, logDestination: { arn: "arn:aws:s3:::aws-waf-logs-nimbus" } },
  },
];

/** Inputs of the firewall module. */
export const firewallInputs = inputs(fields, rules);

/** Props of the firewall. */
export type FirewallProps = PropsOf<typeof firewallInputs>;
