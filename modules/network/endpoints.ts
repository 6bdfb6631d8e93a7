import { DataAwsVpcEndpointService } from "@cdktf/provider-aws/lib/data-aws-vpc-endpoint-service";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { VpcEndpointRouteTableAssociation } from "@cdktf/provider-aws/lib/vpc-endpoint-route-table-association";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import { comment, each, forEach, heading, local, one, tf } from "../../kernel";
import { named } from "../parts/tags";
import { Context } from "./context";

/** Ways to S3 and DynamoDB that cost nothing, for the tiers that have no other or pay for it. */
export function createGatewayEndpoints(
  scope: Construct,
  { inputs, vpc, region }: Context,
  privateTables: RouteTable,
  databaseTable: RouteTable,
): void {
  heading(scope, "Gateway endpoints");
  const { name, tags, gatewayEndpoints } = inputs;
  const endpoints = new VpcEndpoint(scope, "gateway", {
    forEach: forEach(gatewayEndpoints),
    vpcId: vpc.id,
    serviceName: `com.amazonaws.${region}.${each.key}`,
    vpcEndpointType: "Gateway",
    tags: named(tags, `${name}-${each.key}`),
  });
  const tables = local(
    scope,
    "gateway_tables",
    tf`merge(
      { for zone, table in ${privateTables} : "private-\${zone}" => table.id },
      { for table in ${databaseTable} : "database" => table.id },
    )`,
  );
  comment(
    new VpcEndpointRouteTableAssociation(scope, "gateway#table", {
      forEach: forEach(tf`{
        for pair in setproduct(${gatewayEndpoints}, keys(${tables})) : join("-", pair) => { service = pair[0], table = pair[1] }
      }`),
      vpcEndpointId: tf`${endpoints}[each.value.service].id`,
      routeTableId: tf`${tables}[each.value.table]`,
    }),
    "An association of its own and no list in the endpoint: Terraform then removes it before its route table. From a " +
      "list it would be removed after, and AWS refuses to dissociate a table that is gone.",
  );
}

/** Ways to other services that stay inside of the VPC. */
export function createInterfaceEndpoints(
  scope: Construct,
  { inputs, vpc, region }: Context,
  subnets: Subnet,
): { endpoints: VpcEndpoint; securityGroup: SecurityGroup } {
  heading(scope, "Interface endpoints");
  const { name, tags, interfaceEndpoints } = inputs;
  const count = tf<number>`length(${interfaceEndpoints}) > 0 ? 1 : 0`;
  const securityGroup = new SecurityGroup(scope, "endpoints", {
    count,
    name: `${name}-endpoints`,
    description: "Interface endpoints: HTTPS from the VPC",
    vpcId: vpc.id,
    tags: named(tags, `${name}-endpoints`),
  });
  new VpcSecurityGroupIngressRule(scope, "endpoints#https", {
    count,
    securityGroupId: one(securityGroup, "id"),
    description: "HTTPS from the VPC",
    cidrIpv4: vpc.cidrBlock,
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    tags: named(tags, `${name}-endpoints`),
  });
  const serviceName = `com.amazonaws.${region}.${each.key}`;
  const services = comment(
    new DataAwsVpcEndpointService(scope, "interface#service", {
      forEach: forEach(interfaceEndpoints),
      serviceName,
      serviceType: "Interface",
    }),
    "So that the plan refuses a service that AWS does not have here. A service is not in every zone of its region, and " +
      "AWS refuses an endpoint with a subnet where it is not.",
  );
  const endpoints = new VpcEndpoint(scope, "interface", {
    forEach: forEach(interfaceEndpoints),
    vpcId: vpc.id,
    serviceName,
    vpcEndpointType: "Interface",
    privateDnsEnabled: true,
    subnetIds: tf`[
      for zone, subnet in ${subnets} : subnet.id if contains(${services}[each.key].availability_zones, zone)
    ]`,
    securityGroupIds: tf`${securityGroup}[*].id`,
    tags: named(tags, `${name}-${each.key}`),
    lifecycle: {
      precondition: [
        {
          condition: tf<never>`length(setintersection(${services}[each.key].availability_zones, ${inputs.zones})) > 0`,
          errorMessage: `interface_endpoints has ${each.key}, which AWS has in no zone of this network: it is in ${tf`join(", ", ${services}[each.key].availability_zones)`}. Give zones one of these, or leave the endpoint out.`,
        },
      ],
    },
  });
  return { endpoints, securityGroup };
}
