import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import { acceptFinding, choose, each, forEach, given, heading, one, raw, when } from "../../kernel";
import { named } from "../parts/tags";
import { takeTurns } from "../parts/turns";
import { Context } from "./context";

/** The security groups of the database and of its proxy. */
export interface SecurityGroups {
  readonly database: SecurityGroup;
  /** There is none without a proxy. */
  readonly proxy: SecurityGroup;
}

/** Nothing is open but what is named: clients reach the database and the proxy, the proxy reaches the database. */
export function createSecurityGroups(scope: Construct, { inputs }: Context): SecurityGroups {
  heading(scope, "Security groups");
  const { name, vpcId, proxy, port, clients, tags } = inputs;
  const database = new SecurityGroup(scope, "this#security_group", {
    name: `${name}-database`,
    description: `Database ${name}`,
    vpcId,
    tags: named(tags, `${name}-database`),
  });
  const proxyGroup = new SecurityGroup(scope, "proxy#security_group", {
    count: when(given(proxy)),
    name: `${name}-proxy`,
    description: `Proxy of database ${name}`,
    vpcId,
    tags: named(tags, `${name}-proxy`),
  });
  acceptFinding(
    proxyGroup,
    "CKV2_AWS_5",
    "It is attached to the proxy, by an expression that the scanner does not follow",
  );
  const toPort = { ipProtocol: "tcp", fromPort: port, toPort: port };
  const { dependsOn, replaceTriggeredBy } = takeTurns(scope, "client_turns", {
    over: clients,
    content: raw("coalesce(one.cidr, one.security_group_id)"),
    what: "clients",
  });
  const fromClients = (id: string, over: unknown, group: string): void => {
    new VpcSecurityGroupIngressRule(scope, id, {
      forEach: forEach(over),
      securityGroupId: group,
      description: `PostgreSQL from ${each.key}`,
      cidrIpv4: raw("each.value.cidr"),
      referencedSecurityGroupId: raw("each.value.security_group_id"),
      ...toPort,
      tags: named(tags, `${name}-from-${each.key}`),
      dependsOn,
      lifecycle: { replaceTriggeredBy },
    });
  };
  fromClients("clients", clients, database.id);
  fromClients("proxy_clients", choose(given(proxy), clients, {}), one(proxyGroup, "id"));
  new VpcSecurityGroupIngressRule(scope, "proxy#ingress", {
    count: when(given(proxy)),
    securityGroupId: database.id,
    description: "PostgreSQL from the proxy",
    referencedSecurityGroupId: one(proxyGroup, "id"),
    ...toPort,
    tags: named(tags, `${name}-from-proxy`),
  });
  new VpcSecurityGroupEgressRule(scope, "proxy#egress", {
    count: when(given(proxy)),
    securityGroupId: one(proxyGroup, "id"),
    description: "PostgreSQL of the database",
    referencedSecurityGroupId: database.id,
    ...toPort,
    tags: named(tags, `${name}-proxy-to-database`),
  });
  return { database, proxy: proxyGroup };
}

/** Lets one more security group reach the database, and its proxy where there is one. */
export function allowFrom(
  scope: Construct,
  { inputs }: Context,
  groups: SecurityGroups,
  name: string,
  securityGroupId: string,
): void {
  const rule = {
    description: `PostgreSQL from ${name}`,
    referencedSecurityGroupId: securityGroupId,
    ipProtocol: "tcp",
    fromPort: inputs.port,
    toPort: inputs.port,
    tags: named(inputs.tags, `${inputs.name}-from-${name}`),
  };
  new VpcSecurityGroupIngressRule(scope, `from_${name}`, { securityGroupId: groups.database.id, ...rule });
  new VpcSecurityGroupIngressRule(scope, `proxy_from_${name}`, {
    count: when(given(inputs.proxy)),
    securityGroupId: one(groups.proxy, "id"),
    ...rule,
  });
}
