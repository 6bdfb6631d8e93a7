import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { DataAwsPartition } from "@cdktf/provider-aws/lib/data-aws-partition";
import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { Eip } from "@cdktf/provider-aws/lib/eip";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { NetworkAcl } from "@cdktf/provider-aws/lib/network-acl";
import { NetworkAclRule } from "@cdktf/provider-aws/lib/network-acl-rule";
import { Route } from "@cdktf/provider-aws/lib/route";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import {
  Collection,
  Flag,
  ModuleConstruct,
  ModuleDefinition,
  all,
  at,
  choose,
  comment,
  each,
  forEach,
  given,
  is,
  local,
  one,
  raw,
  tf,
  when,
} from "../../kernel";
import { named } from "../parts/tags";
import { createFlowLogs } from "./flow-logs";
import { NetworkProps, networkInputs } from "./inputs";
import { SLOTS, Tier, ZONE_LETTERS } from "./plan";

export type { NetworkProps } from "./inputs";

type Fields = (typeof networkInputs)["fields"];

/** Ports that clients answer from and databases listen on; the well-known ports below stay closed. */
const UNPRIVILEGED_PORTS = { fromPort: 1024, toPort: 65535 } as const;

/** A VPC with public, private and database tiers over 2 to 6 zones, whose subnets never move. */
export class Network extends ModuleConstruct<Fields> {
  static readonly definition: ModuleDefinition<Fields> = {
    name: "network",
    description: "A VPC with public, private and database tiers over 2 to 6 zones, whose subnets never move.",
    notes: `
The block of the VPC is cut by reserved slots: half for the private tier, a quarter for the public one, an eighth for
the database tier, an eighth left free; within a tier the slot follows from the letter of the zone. Adding a zone or a
tier therefore never replaces a subnet.

Closed by default: the default security group has no rules, the database tier has no route to the internet and lets in
the private tier only, and nothing gets a public address by itself.`,
    inputs: networkInputs,
    example: { name: "nimbus-production", cidr: "10.0.0.0/16", zones: ["us-east-1a", "us-east-1b"] },
  };

  readonly vpcId: string;
  readonly publicSubnetIds: string[];
  readonly privateSubnetIds: string[];
  readonly databaseSubnetIds: string[];
  /** Security group of the interface endpoints; null when there are none. */
  readonly endpointSecurityGroupId: string;

  constructor(scope: Construct, id: string, props: NetworkProps) {
    super(scope, id, Network.definition, props);
    const { name, cidr, tags } = this.inputs;

    const vpc = new Vpc(this, "this", {
      cidrBlock: cidr,
      enableDnsHostnames: true,
      enableDnsSupport: true,
      tags: named(tags, name),
    });
    const partition = new DataAwsPartition(this, "current#partition");
    const region = new DataAwsRegion(this, "current#region");
    const account = new DataAwsCallerIdentity(this, "current#account");
    comment(
      new DefaultSecurityGroup(this, "default", { vpcId: vpc.id, tags: named(tags, `${name}-default-closed`) }),
      "Without rules: whatever forgets to name a security group can talk to nobody.",
    );

    const blocks = this.planSubnets();
    const subnets = {
      public: this.createTier("public", vpc, blocks.public, this.inputs.publicSubnetTags),
      private: this.createTier("private", vpc, blocks.private, this.inputs.privateSubnetTags),
      database: this.createTier("database", vpc, blocks.database, this.inputs.databaseSubnetTags),
    };
    const publicTable = this.createPublicRoutes(vpc, subnets.public, blocks.public);
    const { addresses, gateways } = this.createNat(subnets.public, publicTable);
    const privateTables = this.createPrivateRoutes(vpc, subnets.private, blocks.private, gateways);
    const databaseTable = this.createDatabaseRoutes(vpc, subnets.database, blocks.database);
    this.createDatabaseAcl(vpc, subnets.database, blocks);
    this.createGatewayEndpoints(vpc, region, privateTables, databaseTable);
    const endpoints = this.createInterfaceEndpoints(vpc, region, subnets.private);
    const flowLogs = createFlowLogs(this, {
      inputs: this.inputs,
      vpcId: vpc.id,
      accountId: account.accountId,
      partition: partition.partition,
      region: region.id,
    });

    this.vpcId = this.output("vpcId", "ID of the VPC.", vpc.id);
    this.output("vpcArn", "ARN of the VPC.", vpc.arn);
    this.output("vpcCidr", "IPv4 CIDR block of the VPC.", vpc.cidrBlock);
    this.output("zones", "Availability zones, as given.", tf`${this.inputs.zones}`);
    this.publicSubnetIds = this.outputSubnets("public", subnets.public);
    this.privateSubnetIds = this.outputSubnets("private", subnets.private);
    this.databaseSubnetIds = this.outputSubnets("database", subnets.database);
    this.output("publicRouteTableId", "Route table of the public tier; null without one.", one(publicTable, "id"));
    this.output(
      "privateRouteTableIds",
      "Route tables of the private tier, by zone.",
      tf`{ for zone, table in ${privateTables} : zone => table.id }`,
    );
    this.output(
      "databaseRouteTableId",
      "Route table of the database tier; null without one.",
      one(databaseTable, "id"),
    );
    this.output(
      "natPublicIps",
      "Public addresses that the private tier is seen from, by zone; of new Elastic IPs only.",
      tf`{ for zone, address in ${addresses} : zone => address.public_ip }`,
    );
    this.output(
      "interfaceEndpointIds",
      "IDs of the interface endpoints, by short name.",
      tf`{ for service, endpoint in ${endpoints.endpoints} : service => endpoint.id }`,
    );
    this.endpointSecurityGroupId = this.output(
      "endpointSecurityGroupId",
      "Security group of the interface endpoints; null without any.",
      one(endpoints.securityGroup, "id"),
    );
    this.output(
      "flowLogGroupName",
      "CloudWatch log group of the flow logs; null when they go elsewhere.",
      flowLogs.groupName,
    );
    this.output("flowLogBucketName", "The module's own bucket of flow logs; null without one.", flowLogs.bucketName);
  }

  /** For each tier a local that maps its zones to their blocks: planned, or as the caller chose. */
  private planSubnets(): Record<Tier, TerraformLocal> {
    const { zones, publicTier, databaseTier } = this.inputs;
    const slots = comment(
      local(
        this,
        "slots",
        tf`{ for zone in ${zones} : zone => index(split("", ${ZONE_LETTERS}), substr(zone, -1, 1)) }`,
      ),
      "The letter of a zone is its place: a zone that is added moves no other.",
    );
    const blocksOf = (tier: Tier, wanted: Flag | undefined): TerraformLocal => {
      const { newBits, first } = SLOTS[tier];
      const planned = tf`{ for zone, slot in ${slots} : zone => cidrsubnet(${this.inputs.cidr}, ${newBits}, ${raw(first === 0 ? "slot" : `${first} + slot`)}) }`;
      const wantedBlocks = wanted === undefined ? planned : choose(wanted, planned, tf`{}`);
      const chosen = this.inputs.subnets[tier];
      return local(
        this,
        `${tier}_blocks`,
        choose(given(this.inputs.subnets), tf`${chosen}`, tf`tomap(${wantedBlocks})`),
      );
    };
    return {
      private: blocksOf("private", undefined),
      public: blocksOf("public", publicTier),
      database: blocksOf("database", databaseTier),
    };
  }

  private createTier(tier: Tier, vpc: Vpc, blocks: TerraformLocal, tierTags: Collection): Subnet {
    const { name, tags } = this.inputs;
    return new Subnet(this, tier, {
      forEach: forEach(blocks),
      vpcId: vpc.id,
      availabilityZone: each.key,
      cidrBlock: each.value,
      mapPublicIpOnLaunch: false,
      tags: tf`merge(${tags}, { Name = ${`${name}-${tier}-${each.key}`}, Tier = ${tier} }, ${tierTags})`,
    });
  }

  private createPublicRoutes(vpc: Vpc, subnets: Subnet, blocks: TerraformLocal): RouteTable {
    const { name, tags, publicTier } = this.inputs;
    const count = when(choose<Flag>(given(this.inputs.subnets), tf`length(${blocks}) > 0`, publicTier));
    const gateway = new InternetGateway(this, "this#internet_gateway", {
      count,
      vpcId: vpc.id,
      tags: named(tags, name),
    });
    const table = new RouteTable(this, "public#table", { count, vpcId: vpc.id, tags: named(tags, `${name}-public`) });
    new Route(this, "internet", {
      count,
      routeTableId: one(table, "id"),
      destinationCidrBlock: "0.0.0.0/0",
      gatewayId: one(gateway, "id"),
    });
    new RouteTableAssociation(this, "public#association", {
      forEach: forEach(blocks),
      subnetId: at(subnets, each.key, "id"),
      routeTableId: one(table, "id"),
    });
    return table;
  }

  private createNat(publicSubnets: Subnet, publicTable: RouteTable): { addresses: Eip; gateways: NatGateway } {
    const { name, tags, zones, nat, natElasticIps } = this.inputs;
    const natZones = local(
      this,
      "nat_zones",
      tf`toset(${nat} == "none" ? [] : ${nat} == "single" ? slice(${zones}, 0, 1) : ${zones})`,
    );
    const addresses = new Eip(this, "nat#address", {
      forEach: forEach(tf`setsubtract(${natZones}, keys(${natElasticIps}))`),
      domain: "vpc",
      tags: named(tags, `${name}-nat-${each.key}`),
    });
    const gateways = new NatGateway(this, "this#nat_gateway", {
      forEach: forEach(natZones),
      allocationId: tf`try(${natElasticIps}[each.key], ${addresses}[each.key].id)`,
      subnetId: at(publicSubnets, each.key, "id"),
      tags: named(tags, `${name}-${each.key}`),
      // A NAT gateway without a way to the internet fails when it is made.
      dependsOn: [publicTable],
    });
    return { addresses, gateways };
  }

  private createPrivateRoutes(vpc: Vpc, subnets: Subnet, blocks: TerraformLocal, gateways: NatGateway): RouteTable {
    const { name, tags, zones, nat } = this.inputs;
    const tables = new RouteTable(this, "private#table", {
      forEach: forEach(blocks),
      vpcId: vpc.id,
      tags: named(tags, `${name}-private-${each.key}`),
    });
    comment(
      new Route(this, "nat#route", {
        forEach: forEach(tf`{ for zone, block in ${blocks} : zone => block if ${nat} != "none" }`),
        routeTableId: at(tables, each.key, "id"),
        destinationCidrBlock: "0.0.0.0/0",
        natGatewayId: at(gateways, choose(is(nat, "single"), tf`${zones}[0]`, each.key), "id"),
      }),
      "Each zone leaves through its own NAT gateway, or all through the first zone's.",
    );
    new RouteTableAssociation(this, "private#association", {
      forEach: forEach(blocks),
      subnetId: at(subnets, each.key, "id"),
      routeTableId: at(tables, each.key, "id"),
    });
    return tables;
  }

  private createDatabaseRoutes(vpc: Vpc, subnets: Subnet, blocks: TerraformLocal): RouteTable {
    const { name, tags } = this.inputs;
    const table = comment(
      new RouteTable(this, "database#table", {
        count: this.countOfDatabaseTier(blocks),
        vpcId: vpc.id,
        tags: named(tags, `${name}-database`),
      }),
      "Without a default route: nothing in the database tier reaches the internet, or is reached from it.",
    );
    new RouteTableAssociation(this, "database#association", {
      forEach: forEach(blocks),
      subnetId: at(subnets, each.key, "id"),
      routeTableId: one(table, "id"),
    });
    return table;
  }

  private countOfDatabaseTier(blocks: TerraformLocal): number {
    return when(choose<Flag>(given(this.inputs.subnets), tf`length(${blocks}) > 0`, this.inputs.databaseTier));
  }

  /** Security groups are the first wall; this second one holds when somebody opens the first by mistake. */
  private createDatabaseAcl(vpc: Vpc, subnets: Subnet, blocks: Record<Tier, TerraformLocal>): void {
    const { name, tags, databaseAllowedCidrs } = this.inputs;
    const count = this.countOfDatabaseTier(blocks.database);
    const acl = new NetworkAcl(this, "database#acl", {
      count,
      vpcId: vpc.id,
      subnetIds: all(subnets, "id"),
      tags: named(tags, `${name}-database`),
    });
    const slot = (zone: string) => `index(split("", "${ZONE_LETTERS}"), substr(${zone}, -1, 1))`;
    const allowed = comment(
      local(
        this,
        "database_allowed",
        tf`{ for key, rule in merge(
          { for zone, block in ${blocks.private} : "private-\${zone}" => { number = 100 + ${raw(slot("zone"))}, block = block } },
          { for zone, block in ${blocks.database} : "database-\${zone}" => { number = 200 + ${raw(slot("zone"))}, block = block } },
          { for key, block in ${databaseAllowedCidrs} : "allowed-\${key}" => { number = 300 + index(keys(${databaseAllowedCidrs}), key), block = block } },
        ) : key => rule if length(${blocks.database}) > 0 }`,
      ),
      "Who may talk to the database tier: the private tier, the tier itself (replication), and what the caller names.",
    );
    for (const direction of ["ingress", "egress"] as const) {
      new NetworkAclRule(this, `database_${direction}`, {
        forEach: forEach(allowed),
        networkAclId: one(acl, "id"),
        egress: direction === "egress",
        protocol: "tcp",
        ruleAction: "allow",
        ruleNumber: tf`each.value.number`,
        cidrBlock: tf`each.value.block`,
        ...UNPRIVILEGED_PORTS,
      });
    }
  }

  private createGatewayEndpoints(
    vpc: Vpc,
    region: DataAwsRegion,
    privateTables: RouteTable,
    databaseTable: RouteTable,
  ): void {
    const { name, tags, gatewayEndpoints } = this.inputs;
    new VpcEndpoint(this, "gateway", {
      forEach: forEach(gatewayEndpoints),
      vpcId: vpc.id,
      serviceName: `com.amazonaws.${region.id}.${each.key}`,
      vpcEndpointType: "Gateway",
      routeTableIds: tf`concat(${all(privateTables, "id")}, ${databaseTable}[*].id)`,
      tags: named(tags, `${name}-${each.key}`),
    });
  }

  private createInterfaceEndpoints(
    vpc: Vpc,
    region: DataAwsRegion,
    subnets: Subnet,
  ): { endpoints: VpcEndpoint; securityGroup: SecurityGroup } {
    const { name, tags, interfaceEndpoints } = this.inputs;
    const count = tf<number>`length(${interfaceEndpoints}) > 0 ? 1 : 0`;
    const securityGroup = new SecurityGroup(this, "endpoints", {
      count,
      name: `${name}-endpoints`,
      description: "Interface endpoints: HTTPS from the VPC",
      vpcId: vpc.id,
      tags: named(tags, `${name}-endpoints`),
    });
    new VpcSecurityGroupIngressRule(this, "endpoints#https", {
      count,
      securityGroupId: one(securityGroup, "id"),
      description: "HTTPS from the VPC",
      cidrIpv4: vpc.cidrBlock,
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      tags: named(tags, `${name}-endpoints`),
    });
    const endpoints = new VpcEndpoint(this, "interface", {
      forEach: forEach(interfaceEndpoints),
      vpcId: vpc.id,
      serviceName: `com.amazonaws.${region.id}.${each.key}`,
      vpcEndpointType: "Interface",
      privateDnsEnabled: true,
      subnetIds: all(subnets, "id"),
      securityGroupIds: tf`${securityGroup}[*].id`,
      tags: named(tags, `${name}-${each.key}`),
    });
    return { endpoints, securityGroup };
  }

  private outputSubnets(tier: Tier, subnets: Subnet): string[] {
    this.output(
      `${tier}SubnetIdsByZone`,
      `IDs of the ${tier} subnets, by zone.`,
      tf`{ for zone, subnet in ${subnets} : zone => subnet.id }`,
    );
    this.output(
      `${tier}SubnetCidrs`,
      `CIDR blocks of the ${tier} subnets, by zone.`,
      tf`{ for zone, subnet in ${subnets} : zone => subnet.cidr_block }`,
    );
    return this.output(
      `${tier}SubnetIds`,
      `IDs of the ${tier} subnets, in the order of their zones.`,
      all(subnets, "id"),
    );
  }
}
