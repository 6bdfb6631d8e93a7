import { LbListenerRule } from "@cdktf/provider-aws/lib/lb-listener-rule";
import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { Construct } from "constructs";
import { acceptFinding, comment, dynamic, given, item, one, optionalBlock, tf, when } from "../../kernel";
import { named } from "../parts/tags";
import { Context } from "./context";

/** How requests reach the service; both are there only with routing. */
export interface Routes {
  readonly targetGroup: LbTargetGroup;
  readonly rule: LbListenerRule;
}

export function createRouting(scope: Construct, context: Context): Routes {
  const { inputs, fullName } = context;
  const { routing, tags } = inputs;
  const targetGroup = createTargetGroup(scope, context);
  const conditions = tf`concat(
    [for values in [${routing.hosts}] : { kind = "host", name = "", values = values } if length(values) > 0],
    [for values in [${routing.paths}] : { kind = "path", name = "", values = values } if length(values) > 0],
    [for values in [${routing.methods}] : { kind = "method", name = "", values = values } if length(values) > 0],
    [for name, values in ${routing.headers} : { kind = "header", name = name, values = values }],
  )`;
  const only = (kind: string): unknown => tf`condition.value.kind == ${kind} ? [condition.value] : []`;
  const values = (block: string): object => ({ values: item(block, "values") });
  const rule = new LbListenerRule(scope, "this#listener_rule", {
    count: when(given(routing)),
    listenerArn: routing.listenerArn,
    priority: routing.priority,
    action: [{ type: "forward", targetGroupArn: one(targetGroup, "arn") }],
    condition: dynamic(conditions, {
      hostHeader: dynamic(only("host"), values("host_header")),
      pathPattern: dynamic(only("path"), values("path_pattern")),
      httpRequestMethod: dynamic(only("method"), values("http_request_method")),
      httpHeader: dynamic(only("header"), { httpHeaderName: item("http_header", "name"), ...values("http_header") }),
    }),
    tags: named(tags, fullName),
  });
  return { targetGroup, rule };
}

/** `app/<name>/<id>` of the load balancer, which metrics go by: it stands in the ARN of the listener. */
export const loadBalancerSuffix = ({ inputs }: Context): string =>
  tf<string>`regex("listener/(app/[^/]+/[^/]+)/", ${inputs.routing.listenerArn})[0]`;

function createTargetGroup(scope: Construct, { inputs, fullName }: Context): LbTargetGroup {
  const { name, routing, port, vpcId, tags } = inputs;
  const { health, stickiness } = routing;
  const identity = tf`join(" ", [${fullName}, ${vpcId}, ${port}, ${routing.protocolVersion}])`;
  const group = comment(
    new LbTargetGroup(scope, "this#target_group", {
      count: when(given(routing)),
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
      tags: named(tags, fullName),
      lifecycle: { createBeforeDestroy: true },
    }),
    "Named after what cannot change in place, so that its successor can be there before it goes.",
  );
  optionalBlock(group, "stickiness", given(stickiness), {
    enabled: true,
    type: tf`${stickiness.cookieName} == null ? "lb_cookie" : "app_cookie"`,
    cookieDuration: stickiness.duration,
    cookieName: stickiness.cookieName,
  });
  acceptFinding(
    group,
    "CKV_AWS_378",
    "TLS ends at the load balancer; targets are reached inside of the VPC only, by security group",
  );
  return group;
}
