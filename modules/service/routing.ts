import { LbListenerRule } from "@cdktf/provider-aws/lib/lb-listener-rule";
import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { acceptFinding, choose, comment, dynamic, given, heading, item, one, shorthand, tf, when } from "../../kernel";
import { named } from "../parts/tags";
import { Context } from "./context";

/** How requests reach the service; both are there only with routing. */
export interface Routes {
  /** Null without routing. */
  readonly targetGroupArn: string;
  /** What metrics call the target group: the end of its ARN. */
  readonly targetGroupSuffix: string;
  readonly targetGroup: LbTargetGroup;
  /** What must be there before the service is. */
  readonly before: readonly LbListenerRule[];
}

/** @param rulePriority see `ServiceOptions` */
export function createRouting(scope: Construct, context: Context, rulePriority?: number): Routes {
  heading(scope, "Routing");
  const { inputs, fullName, createsRouting } = context;
  const { routing, prepared, tags } = inputs;
  const targetGroup = createTargetGroup(scope, context);
  const conditions = tf`concat(
    [for values in [${routing.hosts}] : { kind = "host", name = "", values = values } if length(values) > 0],
    [for values in [${routing.paths}] : { kind = "path", name = "", values = values } if length(values) > 0],
    [for values in [${routing.methods}] : { kind = "method", name = "", values = values } if length(values) > 0],
    [for values in [${routing.sourceIps}] : { kind = "source", name = "", values = values } if length(values) > 0],
    [for name, values in ${routing.headers} : { kind = "header", name = name, values = values }],
  )`;
  const only = (kind: string): unknown => tf`condition.value.kind == ${kind} ? [condition.value] : []`;
  const values = (block: string): object => ({ values: item(block, "values") });
  const [place, id] = rulePriority === undefined ? [scope, "this#listener_rule"] : afterPriority(scope, rulePriority);
  const rule = new LbListenerRule(place, id, {
    count: when(createsRouting),
    listenerArn: routing.listenerArn,
    priority: routing.priority,
    action: actions(context, targetGroup),
    condition: dynamic(conditions, {
      hostHeader: dynamic(only("host"), values("host_header")),
      pathPattern: dynamic(only("path"), values("path_pattern")),
      httpRequestMethod: dynamic(only("method"), values("http_request_method")),
      sourceIp: dynamic(only("source"), values("source_ip")),
      httpHeader: dynamic(only("header"), { httpHeaderName: item("http_header", "name"), ...values("http_header") }),
    }),
    tags: named(tags, fullName),
  });
  const suffix = choose<string>(
    given(prepared),
    tf`regex("targetgroup/.+$", ${prepared.targetGroupArn})`,
    one(targetGroup, "arn_suffix"),
  );
  return {
    targetGroupArn: choose(given(prepared), prepared.targetGroupArn, one(targetGroup, "arn")),
    targetGroupSuffix: shorthand(scope, "target_group_suffix", choose<string>(given(routing), suffix, null)),
    targetGroup,
    before: rulePriority === undefined ? [rule] : takenOver(rule, scope.node.id),
  };
}

/**
 * Where a rule is that is named after its priority. AWS has each once on a listener, and Terraform makes, changes and destroys rules
 * of several services at once: what swaps priorities, or takes one over, would be refused (PriorityInUse). As it is, the rule of the
 * priority gets other conditions and actions, both together.
 *
 * Source: Elastic Load Balancing API Reference, CreateRule, SetRulePriorities and ModifyRule.
 */
const afterPriority = (scope: Construct, priority: number): readonly [Construct, string] => [
  TerraformStack.of(scope),
  `priority_${priority}`,
];

/**
 * Takes over the rule of stacks that were deployed when rules were named after their services.
 *
 * The service does not wait for it: a rule waits until whoever depends on it is destroyed, and would lead to a service that drains
 * until then. ECS wants a target group that a listener uses, and the provider asks again until it is: source, provider 5.100.0,
 * `ecs/service.go`, which retries "does not have an associated load balancer" for two minutes.
 *
 * @param service as it is known to such stacks
 * @returns what must be there before the service is
 */
function takenOver(rule: LbListenerRule, service: string): readonly LbListenerRule[] {
  rule.moveFromId(`${rule.terraformResourceType}.${service.replace(/[^\w]+/g, "_")}`);
  return [];
}

/** What is done to a request, in this order: its user signs in, and it goes to a task. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function actions({ inputs }: Context, targetGroup: LbTargetGroup): any {
  const { authenticate } = inputs;
  const is = (type: string): unknown => tf`action.value == ${type}`;
  return dynamic(choose(given(authenticate), ["authenticate-cognito", "forward"], ["forward"]), {
    type: item("action"),
    order: tf`action.key + 1`,
    targetGroupArn: tf`${is("forward")} ? ${one(targetGroup, "arn")} : null`,
    authenticateCognito: dynamic(tf`${is("authenticate-cognito")} ? [1] : []`, {
      userPoolArn: authenticate.userPoolArn,
      userPoolClientId: authenticate.userPoolClientId,
      userPoolDomain: authenticate.userPoolDomain,
      scope: authenticate.scope,
      sessionTimeout: authenticate.sessionTimeout,
      sessionCookieName: authenticate.sessionCookieName,
      onUnauthenticatedRequest: authenticate.onUnauthenticatedRequest,
    }),
  });
}

/** Seconds that AWS tells of a target group that does not stick. */
const A_DAY = 86_400;

function createTargetGroup(scope: Construct, { inputs, fullName, createsRouting }: Context): LbTargetGroup {
  const { name, routing, port, vpcId, tags } = inputs;
  const { health, stickiness } = routing;
  const identity = tf`join(" ", [${fullName}, ${vpcId}, ${port}, ${routing.protocolVersion}])`;
  const isSticky = shorthand(scope, "is_sticky", given(stickiness));
  const cookieType = tf`${stickiness.cookieName} == null ? "lb_cookie" : "app_cookie"`;
  const group = comment(
    new LbTargetGroup(scope, "this#target_group", {
      count: when(createsRouting),
      name: `${name}-${tf`substr(sha1(${identity}), 0, 7)`}`,
      vpcId,
      port,
      protocol: "HTTP",
      protocolVersion: routing.protocolVersion,
      targetType: "ip",
      deregistrationDelay: tf<string>`tostring(${routing.deregistrationDelay})`,
      loadBalancingAlgorithmType: routing.algorithm,
      slowStart: routing.slowStart,
      healthCheck: {
        path: health.path,
        matcher: health.matcher,
        interval: health.interval,
        timeout: health.timeout,
        healthyThreshold: health.healthyThreshold,
        unhealthyThreshold: health.unhealthyThreshold,
      },
      // Always there: the provider does not see that a block is gone, and the target group would stick for ever.
      stickiness: {
        enabled: isSticky,
        type: choose(isSticky, cookieType, "lb_cookie"),
        cookieDuration: choose(isSticky, stickiness.duration, A_DAY),
        cookieName: choose(isSticky, stickiness.cookieName, null),
      },
      tags: named(tags, fullName),
      lifecycle: { createBeforeDestroy: true },
    }),
    "Named after what cannot change in place, so that its successor can be there before it goes.",
  );
  acceptFinding(
    group,
    "CKV_AWS_378",
    "TLS ends at the load balancer; targets are reached inside of the VPC only, by security group",
  );
  return group;
}
