import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import {
  Collection,
  Flag,
  ModuleConstruct,
  ModuleDefinition,
  all,
  allOf,
  choose,
  comment,
  each,
  forEach,
  given,
  heading,
  local,
  one,
  raw,
  shorthand,
  tf,
  when,
} from "../../kernel";
import { lookUpSurroundings } from "../parts/surroundings";
import { named } from "../parts/tags";
import { Context, TierParts } from "./context";
import { createDatabaseAcl } from "./database-acl";
import { createGatewayEndpoints, createInterfaceEndpoints } from "./endpoints";
import { createFlowLogs } from "./flow-logs";
import { NetworkProps, networkInputs } from "./inputs";
import { createDatabaseRoutes, createNat, createPrivateRoutes, createPublicRoutes } from "./routes";
import { SLOTS, Tier, ZONE_LETTERS } from "./plan";

export type { NetworkProps } from "./inputs";

type Fields = (typeof networkInputs)["fields"];

/** There is no network without a private tier. */
const ALWAYS = allOf();

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
  /** Route tables of the private tier, by zone. */
  readonly privateRouteTableIds: Collection;
  /** Security group of the interface endpoints; null when there are none. */
  readonly endpointSecurityGroupId: string;

  constructor(scope: Construct, id: string, props: NetworkProps) {
    super(scope, id, Network.definition, props);
    const { name, cidr, tags } = this.inputs;

    heading(this, "VPC");
    const vpc = new Vpc(this, "this", {
      cidrBlock: cidr,
      enableDnsHostnames: true,
      enableDnsSupport: true,
      tags: named(tags, name),
    });
    const context: Context = {
      inputs: this.inputs,
      vpc,
      ...lookUpSurroundings(this),
    };
    comment(
      new DefaultSecurityGroup(this, "default", { vpcId: vpc.id, tags: named(tags, `${name}-default-closed`) }),
      "Without rules: whatever forgets to name a security group can talk to nobody.",
    );

    heading(this, "Subnets");
    const blocks = this.planSubnets();
    const tiers = {
      public: this.createTier("public", vpc, blocks.public, this.inputs.publicTier, this.inputs.publicSubnetTags),
      private: this.createTier("private", vpc, blocks.private, ALWAYS, this.inputs.privateSubnetTags),
      database: this.createTier(
        "database",
        vpc,
        blocks.database,
        this.inputs.databaseTier,
        this.inputs.databaseSubnetTags,
      ),
    };
    const publicRoutes = createPublicRoutes(this, context, tiers.public);
    const nat = createNat(this, context, publicRoutes.associations, blocks.public);
    const privateRoutes = createPrivateRoutes(this, context, tiers.private, nat);
    const databaseRoutes = createDatabaseRoutes(this, context, tiers.database);
    createDatabaseAcl(this, context, tiers.database, blocks);
    createGatewayEndpoints(this, context, privateRoutes.tables, databaseRoutes.table);
    const endpoints = createInterfaceEndpoints(this, context, tiers.private.subnets);
    const flowLogs = createFlowLogs(this, context);

    this.vpcId = this.output("vpcId", "ID of the VPC.", vpc.id);
    this.output("vpcArn", "ARN of the VPC.", vpc.arn);
    this.output("vpcCidr", "IPv4 CIDR block of the VPC.", vpc.cidrBlock);
    this.output("zones", "Availability zones, as given.", tf`${this.inputs.zones}`);
    this.publicSubnetIds = this.outputSubnets("public", tiers.public.subnets, publicRoutes.associations);
    this.privateSubnetIds = this.outputSubnets("private", tiers.private.subnets, privateRoutes.associations);
    this.databaseSubnetIds = this.outputSubnets("database", tiers.database.subnets, databaseRoutes.associations);
    this.output(
      "publicRouteTableId",
      "Route table of the public tier; null without one.",
      one(publicRoutes.table, "id"),
    );
    this.privateRouteTableIds = this.output(
      "privateRouteTableIds",
      "Route tables of the private tier, by zone.",
      tf<Collection>`{ for zone, table in ${privateRoutes.tables} : zone => table.id }`,
    );
    this.output(
      "databaseRouteTableId",
      "Route table of the database tier; null without one.",
      one(databaseRoutes.table, "id"),
    );
    this.output(
      "natPublicIps",
      "Public addresses that the private tier is seen from, by zone; of new Elastic IPs only.",
      tf`{ for zone, address in ${nat.addresses} : zone => address.public_ip }`,
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
      "The letter of a zone fixes its block, so that adding a zone moves no subnet.",
    );
    const blocksOf = (tier: Tier, wanted: Flag): TerraformLocal => {
      const { newBits, first } = SLOTS[tier];
      const slot = raw(first === 0 ? "slot" : `${first} + slot`);
      const planned = tf`{ for zone, slot in ${slots} : zone => cidrsubnet(${this.inputs.cidr}, ${newBits}, ${slot}) }`;
      const chosen = tf`${this.inputs.subnets[tier]}`;
      return local(
        this,
        `${tier}_blocks`,
        choose(given(this.inputs.subnets), chosen, tf`tomap(${choose(wanted, planned, tf`{}`)})`),
      );
    };
    return {
      private: blocksOf("private", ALWAYS),
      public: blocksOf("public", publicTier),
      database: blocksOf("database", databaseTier),
    };
  }

  private createTier(tier: Tier, vpc: Vpc, blocks: TerraformLocal, wanted: Flag, tierTags: Collection): TierParts {
    const { name, tags } = this.inputs;
    const subnets = new Subnet(this, tier, {
      forEach: forEach(blocks),
      vpcId: vpc.id,
      availabilityZone: each.key,
      cidrBlock: each.value,
      mapPublicIpOnLaunch: false,
      tags: tf`merge(${tags}, { Name = ${`${name}-${tier}-${each.key}`}, Tier = ${tier} }, ${tierTags})`,
    });
    const exists = choose<Flag>(given(this.inputs.subnets), tf`length(${blocks}) > 0`, wanted);
    const count = when(shorthand(this, `has_${tier}_tier`, exists));
    return { blocks, subnets, count };
  }

  /** @param associations from which the IDs are read: who uses them waits until the tier's routes are there */
  private outputSubnets(tier: Tier, subnets: Subnet, associations: RouteTableAssociation): string[] {
    this.output(
      `${tier}SubnetIdsByZone`,
      `IDs of the ${tier} subnets, by zone.`,
      tf`{ for zone, association in ${associations} : zone => association.subnet_id }`,
    );
    this.output(
      `${tier}SubnetCidrs`,
      `CIDR blocks of the ${tier} subnets, by zone.`,
      tf`{ for zone, subnet in ${subnets} : zone => subnet.cidr_block }`,
    );
    return this.output(
      `${tier}SubnetIds`,
      `IDs of the ${tier} subnets, in the order of their zones.`,
      all(associations, "subnet_id"),
    );
  }
}
