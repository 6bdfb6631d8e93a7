import { inputs, PropsOf, section, t } from "../../kernel";
import { bucketArn } from "../parts/arns";
import {
  ec2TagsInput,
  kmsKeyInput,
  nameInput,
  permissionsBoundaryInput,
  retentionInput,
  tagsInput,
} from "../parts/inputs";
import { zoneName } from "../parts/regions";
import { parseBlock } from "./cidr";
import { ExplicitSubnets, ZONE_LETTERS, allInside, noneOverlap, ruleNumber, ruleNumberHcl, zonesKnown } from "./plan";

/** An IPv4 block between two sizes. The HCL form compares the block with the network address that Terraform computes. */
const cidr = (longestMask: number, shortestMask: number, good: string, bad: string) =>
  t
    .string()
    .example(good)
    .rule({
      test: (text) => {
        const block = parseBlock(text);
        return block !== null && block.prefix >= longestMask && block.prefix <= shortestMask;
      },
      condition: (ref) =>
        `can(regex("^[0-9.]+/[0-9]+$", ${ref})) && ` +
        `try(cidrsubnet(${ref}, 0, 0) == ${ref} && ` +
        `tonumber(split("/", ${ref})[1]) >= ${longestMask} && tonumber(split("/", ${ref})[1]) <= ${shortestMask}, false)`,
      message: `must be the network address of an IPv4 block of /${longestMask} to /${shortestMask}`,
      bad,
    });

/**
 * This host, loopback, link-local (where AWS's own endpoints in a VPC are), multicast and what is reserved. Source: RFC 6890,
 * tables 1 to 16; RFC 5771.
 */
const NO_NETWORK = /^(0|127|22[4-9]|2[345][0-9])[.]|^169[.]254[.]/;

const zone = () => zoneName(ZONE_LETTERS.slice(-1));

const tierSubnets = () =>
  t
    .map(cidr(16, 28, "10.0.0.0/20", "10.0.0.1/20"))
    .keys(/^[a-z0-9-]+$/, "must be the name of an availability zone", { good: "us-east-1a", bad: "Zone 1" });

/** Every block of `var.subnets`, as HCL. */
const BLOCKS = "concat(values(var.subnets.public), values(var.subnets.private), values(var.subnets.database))";
const prefix = (block: string): string => `split("/", ${block})[1]`;
const networkOf = (block: string, length: string): string =>
  `cidrsubnet("\${split("/", ${block})[0]}/\${${length}}", 0, 0)`;

/** The zones that have a public subnet, as HCL. */
const PUBLIC_ZONES = "(var.subnets != null ? keys(var.subnets.public) : var.public_tier ? var.zones : [])";

/** Inputs of the network module. */
export const networkInputs = inputs(
  {
    ...section("General", {
      /** Name of the network. Names of resources begin with it; changing it replaces them. */
      name: nameInput(38),
      /** IPv4 CIDR block of the VPC, /16 to /22. Changing it replaces the VPC and everything in it. */
      cidr: cidr(16, 22, "10.0.0.0/16", "10.0.0.0/8").rule({
        test: (block) => !NO_NETWORK.test(block),
        condition: (ref) => `!can(regex("${NO_NETWORK.source}", ${ref}))`,
        message: "must not be of 0.0.0.0/8, 127.0.0.0/8, 169.254.0.0/16 or 224.0.0.0/3, which no network can have",
        bad: "169.254.0.0/16",
      }),
      /**
       * Availability zones, 2 to 6 of one region. A subnet's place follows from the letter of its zone, so a zone can
       * be added anywhere in the list without moving a subnet. Terraform must know them when it plans, and says "Invalid
       * for_each argument" otherwise: write them out, or take them from a variable or a data source that waits for nothing.
       */
      zones: t.list(zone()).length(2, 6).unique().example(["us-east-1a", "us-east-1b"]),
      /**
       * Tags for every resource of the module.
       * @default {}
       */
      tags: tagsInput(),
    }),
    ...section("Subnets", {
      /**
       * Whether there are public subnets and an internet gateway.
       * @default true
       */
      publicTier: t.bool().default(true),
      /**
       * Whether there are database subnets, which have no route to the internet.
       * @default true
       */
      databaseTier: t.bool().default(true),
      /**
       * Blocks of your own, by zone, instead of the plan. Null plans them: half of the VPC for private, a quarter for
       * public, an eighth for database, an eighth left free, each with a reserved slot for eight zones. Changing a
       * block replaces the subnet.
       */
      subnets: t
        .object({
          /**
           * CIDR block of the public subnet of each zone.
           * @default {}
           */
          public: tierSubnets().default({}),
          /** CIDR block of the private subnet of each zone. */
          private: tierSubnets(),
          /**
           * CIDR block of the database subnet of each zone.
           * @default {}
           */
          database: tierSubnets().default({}),
        })
        .example({ private: { "us-east-1a": "10.0.0.0/20", "us-east-1b": "10.0.16.0/20" } })
        .optional(),
      /**
       * More tags for the public subnets.
       * @default {}
       */
      publicSubnetTags: ec2TagsInput(),
      /**
       * More tags for the private subnets.
       * @default {}
       */
      privateSubnetTags: ec2TagsInput(),
      /**
       * More tags for the database subnets.
       * @default {}
       */
      databaseSubnetTags: ec2TagsInput(),
      /**
       * Further blocks that may reach the database tier, such as a VPN's, by a name of your own. Without any, the
       * network ACL lets in the private tier only.
       * @default {}
       */
      databaseAllowedCidrs: t.map(cidr(8, 32, "10.8.0.0/16", "10.8.0.1/16")).default({}),
    }),
    ...section("NAT", {
      /**
       * NAT gateways: one in each zone (about 33 USD/month each, and no zone depends on another), a single one, or none
       * (then tasks reach AWS through endpoints only).
       * @default "per_zone"
       */
      nat: t.oneOf("per_zone", "single", "none").default("per_zone"),
      /**
       * Zone of the NAT gateway for `nat` = single. Null takes the zone that was first in `zones` when the gateway was made;
       * it stays there wherever zones are added. Another zone makes another gateway, and without an address of your own
       * there (`natElasticIps`) the one that others know changes.
       */
      natZone: t.string().example("us-east-1a").optional(),
      /**
       * Allocation IDs of Elastic IPs of your own, by zone, so that partners' allow-lists survive a rebuild. Zones
       * without one get a new address.
       * @default {}
       */
      natElasticIps: t
        .map(
          t
            .string()
            .pattern(/^eipalloc-[0-9a-f]+$/, "must be an allocation ID", { good: "eipalloc-0a1b2c3d", bad: "1.2.3.4" }),
        )
        .default({}),
    }),
    ...section("Endpoints", {
      /**
       * Gateway endpoints for the private and database tiers. They cost nothing and spare NAT charges.
       * @default ["s3", "dynamodb"]
       */
      gatewayEndpoints: t.set(t.oneOf("s3", "dynamodb")).default(["s3", "dynamodb"]),
      /**
       * Interface endpoints by the last part of their service name, such as ecr.api, ecr.dkr, logs, secretsmanager
       * (about 7 USD/month per zone each). Reached from the whole VPC over 443; an endpoint is in those of the zones that AWS
       * has the service in, and the plan refuses a name that AWS has no service of ("couldn't find resource").
       * @default []
       */
      interfaceEndpoints: t
        .set(
          t.string().pattern(/^[a-z0-9][a-z0-9.-]*$/, "must be an endpoint's short name, such as ecr.api", {
            good: "ecr.api",
            bad: "com.amazonaws.us-east-1/ecr",
          }),
        )
        .default([]),
    }),
    ...section("Flow logs", {
      /**
       * Where flow logs go: a CloudWatch log group with a key of its own, an S3 bucket, or nowhere.
       * @default "cloudwatch"
       */
      flowLogs: t.oneOf("cloudwatch", "s3", "none").default("cloudwatch"),
      /**
       * Which traffic is logged.
       * @default "ALL"
       */
      flowLogsTraffic: t.oneOf("ALL", "ACCEPT", "REJECT").default("ALL"),
      /**
       * Seconds that flow records are aggregated over: 60 or 600.
       * @default 600
       */
      flowLogsInterval: t.number().oneOf([60, 600]).default(600),
      /**
       * Days that flow logs are kept. A year by default, so that an audit finds what an incident left.
       * @default 365
       */
      flowLogsRetentionDays: retentionInput(),
      /**
       * KMS key that encrypts the flow log group; its policy must let CloudWatch Logs use it. Null makes a key of the
       * module's own (1 USD/month).
       */
      flowLogsKmsKey: kmsKeyInput(),
      /** A bucket of yours, for `flowLogs` = s3. Null makes one of the module's own. */
      flowLogsBucket: t
        .object({
          /** ARN of the bucket; its policy must let delivery.logs.amazonaws.com write. */
          arn: bucketArn("nimbus-flow-logs"),
          /**
           * Folder inside of the bucket, without a slash at either end.
           * @default ""
           */
          prefix: t
            .string()
            .pattern(
              /^([A-Za-z0-9!_.*'()=-]+(\/[A-Za-z0-9!_.*'()=-]+)*)?$/,
              "must be a folder without a slash at either end, such as flow-logs/production",
              { good: "flow-logs", bad: "/flow-logs/" },
            )
            .rule({
              test: (prefix) => !prefix.split("/").includes("AWSLogs"),
              condition: (ref) => `!contains(split("/", ${ref}), "AWSLogs")`,
              message: "must not hold the folder AWSLogs, which EC2 keeps for itself and makes below this one",
              bad: "AWSLogs",
            })
            .default(""),
        })
        .optional(),
      /**
       * Whether destroying the network may delete the module's own bucket with the logs in it.
       * @default false
       */
      flowLogsForceDestroy: t.bool().default(false),
      /** Permissions boundary of the role that writes flow logs, where the account asks for one. Null sets none. */
      permissionsBoundary: permissionsBoundaryInput(),
    }),
  },
  [
    {
      on: "zones",
      test: ({ zones }) => new Set(zones.map((name) => name.slice(0, -1))).size === 1,
      condition: "length(distinct([for zone in var.zones : substr(zone, 0, length(zone) - 1) if zone != null])) == 1",
      message: "must be of one region",
      bad: { zones: ["us-east-1a", "us-west-2a"] },
    },
    {
      on: "subnets",
      test: ({ subnets, zones }) => !subnets || zonesKnown(zones, complete(subnets)),
      condition:
        "var.subnets == null ? true : length(setsubtract(concat(keys(var.subnets.public), keys(var.subnets.private), keys(var.subnets.database)), var.zones)) == 0",
      message: "must name only zones that are in zones",
      bad: {
        subnets: {
          private: { "us-east-1a": "10.0.0.0/20", "us-east-1b": "10.0.16.0/20", "us-east-1f": "10.0.32.0/20" },
        },
      },
    },
    {
      on: "subnets",
      test: ({ subnets, zones }) => !subnets || zones.every((name) => name in subnets.private),
      condition: "var.subnets == null ? true : length(setsubtract(var.zones, keys(var.subnets.private))) == 0",
      message: "must have a private subnet in each of zones",
      bad: { subnets: { private: { "us-east-1a": "10.0.0.0/20" } } },
    },
    {
      on: "subnets",
      test: ({ subnets, cidr }) => !subnets || allInside(cidr, complete(subnets)),
      condition:
        `var.subnets == null ? true : alltrue([for block in ${BLOCKS} : ` +
        `try(tonumber(${prefix("block")}) >= tonumber(${prefix("var.cidr")}) && ` +
        `${networkOf("block", prefix("var.cidr"))} == var.cidr, false)])`,
      message: "must lie inside of cidr, the block of the VPC",
      bad: { subnets: { private: { "us-east-1a": "10.0.0.0/20", "us-east-1b": "192.168.0.0/24" } } },
    },
    {
      on: "subnets",
      test: ({ subnets }) => !subnets || noneOverlap(complete(subnets)),
      condition:
        `var.subnets == null ? true : alltrue([for pair in setproduct(range(length(${BLOCKS})), range(length(${BLOCKS}))) : ` +
        `pair[0] >= pair[1] ? true : try(` +
        `${networkOf(`${BLOCKS}[pair[0]]`, shorterPrefix())} != ${networkOf(`${BLOCKS}[pair[1]]`, shorterPrefix())}, false)])`,
      message: "must not overlap one another",
      bad: { subnets: { private: { "us-east-1a": "10.0.0.0/20", "us-east-1b": "10.0.8.0/21" } } },
    },
    {
      on: "databaseAllowedCidrs",
      test: ({ databaseAllowedCidrs }) => {
        const names = Object.keys(databaseAllowedCidrs ?? {});
        return new Set(names.map(ruleNumber)).size === names.length;
      },
      condition: `length(distinct([for name in keys(var.database_allowed_cidrs) : ${ruleNumberHcl("name")}])) == length(var.database_allowed_cidrs)`,
      message: "must not have two names that get the same rule number, which follows from the name; change one of them",
      bad: { databaseAllowedCidrs: { "office-4": "10.8.0.0/16", "office-344": "10.9.0.0/16" } },
    },
    {
      on: "nat",
      test: ({ nat, publicTier, subnets, zones }) => {
        const publicZones = subnets ? Object.keys(complete(subnets).public) : publicTier ? zones : [];
        if (nat === "none") return true;
        return nat === "single" ? publicZones.length > 0 : zones.every((name) => publicZones.includes(name));
      },
      condition:
        `var.nat == "none" ? true : var.nat == "single" ? length(${PUBLIC_ZONES}) > 0 : ` +
        `length(setsubtract(var.zones, ${PUBLIC_ZONES})) == 0`,
      message:
        "needs a public subnet in each zone that gets a NAT gateway (per_zone: all of zones, single: one); add the subnets or choose another value",
      bad: { nat: "per_zone", publicTier: false },
    },
    {
      on: "natZone",
      test: ({ nat, natZone, publicTier, subnets, zones }) => {
        const publicZones = subnets ? Object.keys(complete(subnets).public) : publicTier ? zones : [];
        return !natZone || (nat === "single" && publicZones.includes(natZone));
      },
      condition: `var.nat_zone == null ? true : var.nat == "single" && contains(${PUBLIC_ZONES}, var.nat_zone)`,
      message: (spell) => `must be one of zones with a public subnet, and is for ${spell("nat")} = single only`,
      bad: { nat: "single", natZone: "us-east-1f" },
    },
    {
      on: "natElasticIps",
      test: ({ nat, natElasticIps }) => nat !== "none" || Object.keys(natElasticIps ?? {}).length === 0,
      condition: 'var.nat != "none" || length(var.nat_elastic_ips) == 0',
      message: (spell) => `has addresses, but ${spell("nat")} is none; set it, or leave them out`,
      bad: { nat: "none", natElasticIps: { "us-east-1a": "eipalloc-0a1b2c3d" } },
    },
    {
      on: "natElasticIps",
      test: ({ natElasticIps, zones }) => Object.keys(natElasticIps ?? {}).every((name) => zones.includes(name)),
      condition: "length(setsubtract(keys(var.nat_elastic_ips), var.zones)) == 0",
      message: "must name only zones that are in zones",
      bad: { natElasticIps: { "us-east-1f": "eipalloc-0a1b2c3d" } },
    },
    {
      on: "flowLogsBucket",
      test: ({ flowLogs, flowLogsBucket }) => !flowLogsBucket || flowLogs === "s3",
      condition: 'var.flow_logs_bucket == null ? true : var.flow_logs == "s3"',
      message: (spell) => `is given, but ${spell("flowLogs")} is not s3; set it, or leave the bucket out`,
      bad: { flowLogsBucket: { arn: "arn:aws:s3:::nimbus-flow-logs" } },
    },
  ],
);

/** Props of the network. */
export type NetworkProps = PropsOf<typeof networkInputs>;

const complete = (subnets: Partial<ExplicitSubnets> & Pick<ExplicitSubnets, "private">): ExplicitSubnets => ({
  public: subnets.public ?? {},
  private: subnets.private,
  database: subnets.database ?? {},
});

/** The shorter prefix of two blocks, as HCL: they overlap when they are in one block of that size. */
function shorterPrefix(): string {
  return `min(tonumber(${prefix(`${BLOCKS}[pair[0]]`)}), tonumber(${prefix(`${BLOCKS}[pair[1]]`)}))`;
}
