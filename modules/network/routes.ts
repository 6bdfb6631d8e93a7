import { Eip } from "@cdktf/provider-aws/lib/eip";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import {
  TerraformData,
  at,
  choose,
  comment,
  each,
  forEach,
  heading,
  is,
  local,
  one,
  raw,
  tf,
  when,
} from "../../kernel";
import { named } from "../parts/tags";
import { takeTurns } from "../parts/turns";
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

/** A NAT gateway for each zone, for one, or none. */
export function createNat(
  scope: Construct,
  { inputs }: Context,
  publicSubnets: RouteTableAssociation,
  publicBlocks: TerraformLocal,
): { addresses: Eip; gateways: NatGateway; singleZone: unknown } {
  heading(scope, "NAT");
  const { name, tags, zones, nat, natElasticIps } = inputs;
  const singleZone = rememberZone(scope, inputs, publicBlocks);
  const natZones = local(
    scope,
    "nat_zones",
    tf`toset(${nat} == "none" ? [] : ${nat} == "single" ? [${singleZone}] : ${zones})`,
  );
  const addresses = new Eip(scope, "nat#address", {
    forEach: forEach(tf`setsubtract(${natZones}, keys(${natElasticIps}))`),
    domain: "vpc",
    tags: named(tags, `${name}-nat-${each.key}`),
  });
  const { dependsOn } = takeTurns(scope, "nat_turns", {
    over: tf`{ for zone in ${natZones} : zone => lookup(${natElasticIps}, zone, zone) }`,
    content: raw("one"),
    what: "NAT gateways",
  });
  const gateways = new NatGateway(scope, "this#nat_gateway", {
    forEach: forEach(natZones),
    allocationId: tf`try(${natElasticIps}[each.key], ${addresses}[each.key].id)`,
    subnetId: at(publicSubnets, each.key, "subnet_id"),
    tags: named(tags, `${name}-${each.key}`),
    dependsOn,
  });
  return { addresses, gateways, singleZone };
}

/**
 * The zone of a single NAT gateway: the one that was first when it was made, unless `nat_zone` names one. It does not follow
 * the first of `zones`, as a zone that is put in front would take the gateway with it, and the address that partners know.
 */
function rememberZone(
  scope: Construct,
  { zones, nat, natZone, natElasticIps }: Context["inputs"],
  publicBlocks: TerraformLocal,
): unknown {
  const first = tf`try([for zone in ${zones} : zone if contains(keys(${publicBlocks}), zone)][0], "")`;
  const remembered = comment(
    new TerraformData(scope, "nat_zone", {
      count: when(is(nat, "single")),
      input: first,
      lifecycle: {
        ignoreChanges: ["input"],
        postcondition: [
          {
            condition: tf<never>`contains(keys(${publicBlocks}), coalesce(${natZone}, self.input))`,
            errorMessage: `The single NAT gateway is in ${tf`self.input`}, which is not among the zones with a public subnet any more: it would go, and its address with it. Put the zone back, or say by nat_zone where the gateway is to be.`,
          },
          {
            condition: tf<never>`length(setsubtract(keys(${natElasticIps}), [coalesce(${natZone}, self.input)])) == 0`,
            errorMessage: `nat_elastic_ips names another zone than ${tf`coalesce(${natZone}, self.input)`}, where the single NAT gateway is: its address would not be used. Give the address to that zone, or say by nat_zone where the gateway is to be.`,
          },
        ],
      },
    }),
    "A single NAT gateway stays in the zone that it was made in: its address is what others know.",
  );
  const zone = tf`coalesce(${natZone}, one(${remembered}[*].input), ${first})`;
  return tf`${local(scope, "single_nat_zone", tf`contains(keys(${publicBlocks}), ${zone}) ? ${zone} : ${first}`)}`;
}

/** The way out through NAT: nothing comes in by it. */
export function createPrivateRoutes(
  scope: Construct,
  { inputs, vpc }: Context,
  { subnets, blocks }: TierParts,
  { gateways, singleZone }: { gateways: NatGateway; singleZone: unknown },
): { tables: RouteTable; associations: RouteTableAssociation } {
  heading(scope, "Private routes");
  const { name, tags, nat } = inputs;
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
      natGatewayId: at(gateways, choose(is(nat, "single"), singleZone, each.key), "id"),
    }),
    "Each zone leaves through its own NAT gateway, or all through the single one.",
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
