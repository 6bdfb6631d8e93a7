import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import { acceptFinding, allOf, choose, comment, each, forEach, given, heading, one, raw, tf, when } from "../../kernel";
import { named } from "../parts/tags";
import { takeTurns } from "../parts/turns";
import { Context } from "./context";

/** The service's security group. Nothing is open but what is named: each rule says who, or where to. */
export function createSecurityGroup(scope: Construct, context: Context): string {
  heading(scope, "Security group");
  const { inputs, fullName, prepares } = context;
  const { prepared } = inputs;
  const group = new SecurityGroup(scope, "tasks", {
    count: when(prepares),
    name: fullName,
    description: `Tasks of ${fullName}`,
    vpcId: inputs.vpcId,
    tags: named(inputs.tags, fullName),
  });
  acceptFinding(group, "CKV2_AWS_5", "The tasks have it; with prepare_only they run in another stack");
  const groupId = one(group, "id");
  createIngress(scope, context, groupId);
  createEgress(scope, context, groupId);
  return choose(given(prepared), prepared.securityGroupId, groupId);
}

/** Whom a rule is about. */
const PEER = raw("coalesce(one.cidr, one.security_group_id, one.prefix_list_id)");

function createIngress(
  scope: Construct,
  { inputs, fullName, prepares, createsRouting }: Context,
  securityGroupId: string,
): void {
  const { routing, clients, port, tags } = inputs;
  new VpcSecurityGroupIngressRule(scope, "load_balancer", {
    count: when(createsRouting),
    securityGroupId,
    description: "Requests from the load balancer",
    referencedSecurityGroupId: routing.loadBalancerSecurityGroupId,
    ipProtocol: "tcp",
    fromPort: port,
    toPort: port,
    tags: named(tags, `${fullName}-load-balancer`),
  });
  const from = choose<object>(prepares, clients, {});
  const { dependsOn, replaceTriggeredBy } = takeTurns(scope, "client_turns", {
    over: from,
    content: tf`format("%s:%s", ${PEER}, coalesce(one.port, ${port}))`,
    what: "clients",
  });
  const clientPort = tf<number>`coalesce(each.value.port, ${port})`;
  new VpcSecurityGroupIngressRule(scope, "clients", {
    forEach: forEach(from),
    securityGroupId,
    description: `Requests from ${each.key}`,
    cidrIpv4: raw("each.value.cidr"),
    referencedSecurityGroupId: raw("each.value.security_group_id"),
    prefixListId: raw("each.value.prefix_list_id"),
    ipProtocol: "tcp",
    fromPort: clientPort,
    toPort: clientPort,
    tags: named(tags, `${fullName}-${each.key}`),
    dependsOn,
    lifecycle: { replaceTriggeredBy },
  });
}

function createEgress(scope: Construct, { inputs, fullName, prepares }: Context, securityGroupId: string): void {
  const { httpsEgress, egress, tags } = inputs;
  comment(
    new VpcSecurityGroupEgressRule(scope, "https", {
      count: when(allOf(prepares, httpsEgress)),
      securityGroupId,
      description: "HTTPS: images, secrets, logs and other APIs",
      cidrIpv4: "0.0.0.0/0",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      tags: named(tags, `${fullName}-https`),
    }),
    "Addresses of registries and of AWS's APIs change; a network that reaches them through endpoints can turn this off.",
  );
  const to = choose<object>(prepares, egress, {});
  const { dependsOn, replaceTriggeredBy } = takeTurns(scope, "egress_turns", {
    over: to,
    content: tf`format("%s:%s", ${PEER}, one.port)`,
    what: "values of egress",
  });
  new VpcSecurityGroupEgressRule(scope, "egress", {
    forEach: forEach(to),
    securityGroupId,
    description: `Requests to ${each.key}`,
    cidrIpv4: raw("each.value.cidr"),
    referencedSecurityGroupId: raw("each.value.security_group_id"),
    prefixListId: raw("each.value.prefix_list_id"),
    ipProtocol: "tcp",
    fromPort: raw("each.value.port"),
    toPort: raw("each.value.port"),
    tags: named(tags, `${fullName}-${each.key}`),
    dependsOn,
    lifecycle: { replaceTriggeredBy },
  });
}
