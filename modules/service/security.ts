import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import { comment, each, forEach, given, raw, tf, when } from "../../kernel";
import { named } from "../parts/tags";
import { Context } from "./context";

/** The service's security group. Nothing is open but what is named: each rule says who, or where to. */
export function createSecurityGroup(scope: Construct, context: Context): SecurityGroup {
  const { inputs, fullName } = context;
  const group = new SecurityGroup(scope, "tasks", {
    name: fullName,
    description: `Tasks of ${fullName}`,
    vpcId: inputs.vpcId,
    tags: named(inputs.tags, fullName),
  });
  createIngress(scope, context, group);
  createEgress(scope, context, group);
  return group;
}

function createIngress(scope: Construct, { inputs, fullName }: Context, group: SecurityGroup): void {
  const { routing, clients, port, tags } = inputs;
  new VpcSecurityGroupIngressRule(scope, "load_balancer", {
    count: when(given(routing)),
    securityGroupId: group.id,
    description: "Requests from the load balancer",
    referencedSecurityGroupId: routing.loadBalancerSecurityGroupId,
    ipProtocol: "tcp",
    fromPort: port,
    toPort: port,
    tags: named(tags, `${fullName}-load-balancer`),
  });
  const clientPort = tf<number>`coalesce(each.value.port, ${port})`;
  new VpcSecurityGroupIngressRule(scope, "clients", {
    forEach: forEach(clients),
    securityGroupId: group.id,
    description: `Requests from ${each.key}`,
    cidrIpv4: raw("each.value.cidr"),
    referencedSecurityGroupId: raw("each.value.security_group_id"),
    prefixListId: raw("each.value.prefix_list_id"),
    ipProtocol: "tcp",
    fromPort: clientPort,
    toPort: clientPort,
    tags: named(tags, `${fullName}-${each.key}`),
  });
}

function createEgress(scope: Construct, { inputs, fullName }: Context, group: SecurityGroup): void {
  const { httpsEgress, egress, tags } = inputs;
  comment(
    new VpcSecurityGroupEgressRule(scope, "https", {
      count: when(httpsEgress),
      securityGroupId: group.id,
      description: "HTTPS: images, secrets, logs and other APIs",
      cidrIpv4: "0.0.0.0/0",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      tags: named(tags, `${fullName}-https`),
    }),
    "Addresses of registries and of AWS's APIs change; a network that reaches them through endpoints can turn this off.",
  );
  new VpcSecurityGroupEgressRule(scope, "egress", {
    forEach: forEach(egress),
    securityGroupId: group.id,
    description: `Requests to ${each.key}`,
    cidrIpv4: raw("each.value.cidr"),
    referencedSecurityGroupId: raw("each.value.security_group_id"),
    prefixListId: raw("each.value.prefix_list_id"),
    ipProtocol: "tcp",
    fromPort: raw("each.value.port"),
    toPort: raw("each.value.port"),
    tags: named(tags, `${fullName}-${each.key}`),
  });
}
