import { Eip } from "@cdktf/provider-aws/lib/eip";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { Stack, at, each, forEach, local, tf } from "../kernel";
import { ToldStandby, whole } from "../recovery/contract";
import { addressedZones, gatewayZones } from "../environments/definition/gateways";
import { Recovery } from "../environments/definition/schema/recovery";

/** What the way out of the private subnets needs. */
export interface NatConfig {
  readonly name: string;
  readonly recovery: Recovery;
  /** What the standby has made. */
  readonly standby: ToldStandby;
}

/**
 * The way out of the private subnets, by which tasks get their images and secrets: a NAT gateway for each zone, or for
 * one, with the addresses, as the network states it. Where it stands by already, or the network has none, nothing is made.
 *
 * @returns the private subnets, which whoever uses them gets when the way is there
 */
export function createNat(stack: Stack, { name, recovery, standby }: NatConfig): string[] {
  const subnetIds = standby.privateSubnetIds;
  const zones = gatewayZones(recovery);
  if (zones.length === 0) return subnetIds;
  const given = recovery.network.natElasticIps ?? {};
  const addresses = new Eip(stack, "nat#address", {
    forEach: forEach(tf`toset(${addressedZones(recovery)})`),
    domain: "vpc",
    tags: { Name: `${name}-nat-${each.key}` },
  });
  const gateways = new NatGateway(stack, "nat#gateway", {
    forEach: forEach(tf`toset(${zones})`),
    allocationId: tf<string>`try(${given}[each.key], ${addresses}[each.key].id)`,
    subnetId: tf<string>`${standby.publicSubnetIds}[index(${standby.zones}, each.key)]`,
    tags: { Name: `${name}-${each.key}` },
  });
  const routes = new Route(stack, "nat#route", {
    forEach: forEach(tf`${local(stack, "private_route_tables", whole(standby.privateRouteTableIds))}`),
    routeTableId: each.value,
    destinationCidrBlock: "0.0.0.0/0",
    natGatewayId: at(gateways, recovery.network.nat === "single" ? zones[0] : each.key, "id"),
  });
  return tf<string[]>`[for id in ${subnetIds} : id if length(${routes}) >= 0]`;
}
