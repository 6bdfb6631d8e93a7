import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import { Numeric, choose, each, forEach, given, heading, raw } from "../../kernel";
import { named } from "../parts/tags";
import { takeTurns } from "../parts/turns";
import { Context } from "./context";

/** A serverless cache answers on 6379, and for reads that may be a little old on the port after it. */
const SERVERLESS_READER_PORT = 6380;

/** The last of the ports that clients need; the first is the port of the cache. */
export const lastPort = ({ inputs, port }: Context): Numeric =>
  choose<number>(given(inputs.serverless), SERVERLESS_READER_PORT, port);

/** The cache's security group: in from the named clients only, and no way out. */
export function createSecurityGroup(scope: Construct, context: Context): SecurityGroup {
  heading(scope, "Security group");
  const { name, vpcId, clients, tags } = context.inputs;
  const group = new SecurityGroup(scope, "this#security_group", {
    name: `${name}-cache`,
    description: `Cache ${name}`,
    vpcId,
    tags: named(tags, `${name}-cache`),
  });
  const { dependsOn, replaceTriggeredBy } = takeTurns(scope, "client_turns", {
    over: clients,
    content: raw("coalesce(one.cidr, one.security_group_id)"),
    what: "clients",
  });
  new VpcSecurityGroupIngressRule(scope, "clients", {
    forEach: forEach(clients),
    securityGroupId: group.id,
    description: `Commands from ${each.key}`,
    cidrIpv4: raw("each.value.cidr"),
    referencedSecurityGroupId: raw("each.value.security_group_id"),
    ipProtocol: "tcp",
    fromPort: context.port,
    toPort: lastPort(context),
    tags: named(tags, `${name}-cache-${each.key}`),
    dependsOn,
    lifecycle: { replaceTriggeredBy },
  });
  return group;
}
