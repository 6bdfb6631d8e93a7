import { Eip } from "@cdktf/provider-aws/lib/eip";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Construct } from "constructs";
import { at, choose, comment, each, forEach, heading, is, local, one, tf } from "../../kernel";
import { named } from "../parts/tags";
import { Context, TierParts } from "./context";

/**
 * A NAT gateway, a load balancer or a task fails while its subnet has no way to the internet. Read through the route, the
 * subnet's ID says that it has one, to resources and to users of the outputs alike.
 */
const WAITS = "Read through the route, so that whatever needs the subnet waits until it has its way to the internet.";

/** The way to the internet, for a tier whose resources have public addresses. */
export function createPublicRoutes(
  scope: Construct,
  { inputs, vpc }: Context,
  { subnets, blocks, count }: TierParts,
): { table: RouteTable; associations: RouteTableAssociation } {
  heading(scope, "Internet gateway and public routes");
  const { name, tags } = inputs;
  const gateway = new InternetGateway(scope, "this#internet_gateway", {
    count,
    vpcId: vpc.id,
    tags: named(tags, name),
  });
  const table = new RouteTable(scope, "public#table", { count, vpcId: vpc.id, tags: named(tags, `${name}-public`) });
  const internet = new Route(scope, "internet", {
    count,
    routeTableId: one(table, "id"),
    destinationCidrBlock: "0.0.0.0/0",
    gatewayId: one(gateway, "id"),
  });
  const associations = comment(
    new RouteTableAssociation(scope, "public#association", {
      forEach: forEach(blocks),
      subnetId: at(subnets, each.key, "id"),
      routeTableId: one(internet, "route_table_id"),
    }),
    WAITS,
  );
  return { table, associations };
}

/** A NAT gateway for each zone, for the first, or none. */
export function createNat(
  scope: Construct,
  { inputs }: Context,
  publicSubnets: RouteTableAssociation,
): { addresses: Eip; gateways: NatGateway } {
  heading(scope, "NAT");
  const { name, tags, zones, nat, natElasticIps } = inputs;
  const natZones = local(
    scope,
    "nat_zones",
    tf`toset(${nat} == "none" ? [] : ${nat} == "single" ? slice(${zones}, 0, 1) : ${zones})`,
  );
  const addresses = new Eip(scope, "nat#address", {
    forEach: forEach(tf`setsubtract(${natZones}, keys(${natElasticIps}))`),
    domain: "vpc",
    tags: named(tags, `${name}-nat-${each.key}`),
  });
  const gateways = new NatGateway(scope, "this#nat_gateway", {
    forEach: forEach(natZones),
    allocationId: tf`try(${natElasticIps}[each.key], ${addresses}[each.key].id)`,
    subnetId: at(publicSubnets, each.key, "subnet_id"),
    tags: named(tags, `${name}-${each.key}`),
  });
  return { addresses, gateways };
}

/** The way out through NAT: nothing comes in by it. */
export function createPrivateRoutes(
  scope: Construct,
  { inputs, vpc }: Context,
  { subnets, blocks }: TierParts,
  gateways: NatGateway,
): { tables: RouteTable; associations: RouteTableAssociation } {
  heading(scope, "Private routes");
  const { name, tags, zones, nat } = inputs;
  const tables = new RouteTable(scope, "private#table", {
    forEach: forEach(blocks),
    vpcId: vpc.id,
    tags: named(tags, `${name}-private-${each.key}`),
  });
  const routes = comment(
    new Route(scope, "nat#route", {
      forEach: forEach(tf`{ for zone, block in ${blocks} : zone => block if ${nat} != "none" }`),
      routeTableId: at(tables, each.key, "id"),
      destinationCidrBlock: "0.0.0.0/0",
      natGatewayId: at(gateways, choose(is(nat, "single"), tf`${zones}[0]`, each.key), "id"),
    }),
    "Each zone leaves through its own NAT gateway, or all through the first zone's.",
  );
  const associations = comment(
    new RouteTableAssociation(scope, "private#association", {
      forEach: forEach(blocks),
      subnetId: at(subnets, each.key, "id"),
      routeTableId: choose(is(nat, "none"), at(tables, each.key, "id"), at(routes, each.key, "route_table_id")),
    }),
    WAITS,
  );
  return { tables, associations };
}

/** A route table that knows the VPC only. */
export function createDatabaseRoutes(
  scope: Construct,
  { inputs, vpc }: Context,
  { subnets, blocks, count }: TierParts,
): { table: RouteTable; associations: RouteTableAssociation } {
  heading(scope, "Database routes");
  const { name, tags } = inputs;
  const table = comment(
    new RouteTable(scope, "database#table", {
      count,
      vpcId: vpc.id,
      tags: named(tags, `${name}-database`),
    }),
    "Without a default route: nothing in the database tier reaches the internet, or is reached from it.",
  );
  const associations = new RouteTableAssociation(scope, "database#association", {
    forEach: forEach(blocks),
    subnetId: at(subnets, each.key, "id"),
    routeTableId: one(table, "id"),
  });
  return { table, associations };
}
