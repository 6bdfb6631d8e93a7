import { DataAwsEips } from "@cdktf/provider-aws/lib/data-aws-eips";
import { DataAwsNatGateways } from "@cdktf/provider-aws/lib/data-aws-nat-gateways";
import { DataAwsRouteTables } from "@cdktf/provider-aws/lib/data-aws-route-tables";
import { DataAwsSecurityGroups } from "@cdktf/provider-aws/lib/data-aws-security-groups";
import { DataAwsVpcSecurityGroupRules } from "@cdktf/provider-aws/lib/data-aws-vpc-security-group-rules";
import { Eip } from "@cdktf/provider-aws/lib/eip";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { TerraformResource } from "cdktf";
import { Environment } from "../../environments/definition";
import { Stack, tf } from "../../kernel";
import { Found, instancesOf, resourcesOf } from "./resources";

/**
 * Adopts the way out of the private subnets, and the security groups with their rules. EC2 gives identifiers to them, so
 * that they are found by their tags, and by where they stand in the standby's VPC.
 *
 * @returns what could not be made anew while it is there: EC2 refuses a second group of the same name
 */
export function adoptNetwork(stack: Stack, { application, name }: Environment, vpcId: string): Found[] {
  const occupied: Found[] = [];
  const tagsOf = (tags: unknown): Record<string, string> => ({
    Name: tf<string>`lookup(${tags}, "Name", "")`,
    Application: application,
    Environment: name,
  });
  const id = ({ friendlyUniqueId, terraformResourceType }: TerraformResource): string =>
    `${friendlyUniqueId}#unfinished_${terraformResourceType}`;

  for (const group of resourcesOf(stack, SecurityGroup)) {
    const filter = [
      { name: "group-name", values: [group.nameInput as string] },
      { name: "vpc-id", values: [vpcId] },
    ];
    const { ids } = new DataAwsSecurityGroups(stack, id(group), { filter });
    const isThere = tf`try(length(${ids}), 0) > 0`;
    stack.adoptEach(group, instancesOf(group, tf`${ids}[0]`, isThere));
    occupied.push({ resource: group, isThere });
  }
  const rules = [...resourcesOf(stack, VpcSecurityGroupIngressRule), ...resourcesOf(stack, VpcSecurityGroupEgressRule)];
  // Those of a map name clients, which dr has none of.
  for (const rule of rules.filter(({ forEach }) => !forEach)) {
    const { ids } = new DataAwsVpcSecurityGroupRules(stack, id(rule), { tags: tagsOf(rule.tagsInput) });
    stack.adoptEach(rule, instancesOf(rule, tf`${ids}[0]`, tf`try(length(${ids}), 0) > 0`));
  }
  for (const address of resourcesOf(stack, Eip)) {
    const { forEach, tagsInput } = address;
    const found = new DataAwsEips(stack, id(address), { forEach, tags: tagsOf(tagsInput) });
    const ids = tf`${found}[each.key].allocation_ids`;
    stack.adoptEach(address, instancesOf(address, tf`${ids}[0]`, tf`try(length(${ids}), 0) > 0`));
  }
  for (const gateway of resourcesOf(stack, NatGateway)) {
    const { forEach, subnetIdInput } = gateway;
    const filter = [
      { name: "subnet-id", values: [subnetIdInput as string] },
      { name: "state", values: ["pending", "available"] },
    ];
    const found = new DataAwsNatGateways(stack, id(gateway), { forEach, vpcId, filter });
    const ids = tf`${found}[each.key].ids`;
    stack.adoptEach(gateway, instancesOf(gateway, tf`${ids}[0]`, tf`try(length(${ids}), 0) > 0`));
  }
  for (const route of resourcesOf(stack, Route)) {
    const destination = route.destinationCidrBlockInput;
    const filter = [{ name: "route.destination-cidr-block", values: [destination as string] }];
    const { ids } = new DataAwsRouteTables(stack, id(route), { vpcId, filter });
    const isThere = tf`try(contains(${ids}, each.value), false)`;
    stack.adoptEach(route, instancesOf(route, tf`"\${each.value}_\${${destination}}"`, isThere));
  }
  return occupied;
}
