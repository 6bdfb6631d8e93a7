import { Network, NetworkProps } from "../../modules/network";
import { SynthesizedStack, synthesize } from "../synthesis";

const example: NetworkProps = { name: "nimbus", cidr: "10.0.0.0/16", zones: ["us-east-1a", "us-east-1b"] };
const network = (props: Partial<NetworkProps> = {}): SynthesizedStack =>
  synthesize((stack) => new Network(stack, "network", { ...example, ...props }));
const refusal = (props: Partial<NetworkProps>) => () => network(props);

describe("what is made", () => {
  test.each<[string, Partial<NetworkProps>, Record<string, number>]>([
    ["by default", {}, { aws_vpc: 1, aws_subnet: 3, aws_nat_gateway: 1, aws_flow_log: 1, aws_kms_key: 1 }],
    ["without flow logs", { flowLogs: "none" }, { aws_flow_log: 0, aws_kms_key: 0, aws_cloudwatch_log_group: 0 }],
    ["with flow logs in a bucket", { flowLogs: "s3" }, { aws_flow_log: 1, aws_s3_bucket: 1, aws_kms_key: 0 }],
    [
      "with flow logs in a bucket of the caller",
      { flowLogs: "s3", flowLogsBucket: { arn: "arn:aws:s3:::logs" } },
      { aws_flow_log: 1, aws_s3_bucket: 0 },
    ],
    [
      "with a key of the caller",
      { flowLogsKmsKey: { arn: "arn:aws:kms:us-east-1:123456789012:key/x" } },
      { aws_kms_key: 0, aws_cloudwatch_log_group: 1 },
    ],
    ["without a public tier", { publicTier: false, nat: "none" }, { aws_internet_gateway: 0, aws_route: 1 }],
    ["without a database tier", { databaseTier: false }, { aws_network_acl: 0 }],
  ])("%s", (_name, props, counts) => {
    const stack = network(props);
    expect(Object.fromEntries(Object.keys(counts).map((type) => [type, stack.count(type)]))).toEqual(counts);
  });

  test("the default security group has no rules", () => {
    const group = network().resource("aws_default_security_group", "network_default");
    expect(Object.keys(group)).not.toEqual(expect.arrayContaining(["ingress"]));
    expect(Object.keys(group)).not.toEqual(expect.arrayContaining(["egress"]));
  });

  test("no subnet gives out public addresses", () => {
    const subnets = Object.values(network().resources("aws_subnet"));
    expect(subnets.map((subnet) => subnet.map_public_ip_on_launch)).toEqual([false, false, false]);
  });

  test("the database tier has no default route", () => {
    const tables = Object.values(network().resources("aws_route")).map((route) => String(route.route_table_id));
    expect(tables.join()).not.toContain("database");
  });

  test("the log group is kept for a year under the network's own key", () => {
    expect(network().resource("aws_cloudwatch_log_group", "network_flow_logs")).toMatchObject({
      retention_in_days: 365,
      kms_key_id: "${one(aws_kms_key.network_flow_logs[*].arn)}",
    });
  });
});

describe("bad input is refused with what is allowed", () => {
  test.each<[string, Partial<NetworkProps>, string]>([
    ["one zone", { zones: ["us-east-1a"] }, "zones must have 2 to 6 items"],
    ["a zone twice", { zones: ["us-east-1a", "us-east-1a"] }, "zones must not name the same item twice"],
    ["two regions", { zones: ["us-east-1a", "us-west-2a"] }, "zones must be of one region"],
    [
      "a region for a zone",
      { zones: ["us-east-1", "us-east-1b"] },
      "zones[0] must be the name of an availability zone",
    ],
    [
      "a VPC that is too large",
      { cidr: "10.0.0.0/8" },
      "cidr must be the network address of an IPv4 block of /16 to /22",
    ],
    [
      "a subnet outside of the VPC",
      { subnets: { private: { "us-east-1a": "10.0.0.0/20", "us-east-1b": "192.168.0.0/24" } } },
      "subnets must lie inside of cidr",
    ],
    [
      "subnets that overlap",
      { subnets: { private: { "us-east-1a": "10.0.0.0/20", "us-east-1b": "10.0.8.0/21" } } },
      "subnets must not overlap one another",
    ],
    [
      "a subnet in a zone that is not there",
      {
        subnets: {
          private: { "us-east-1a": "10.0.0.0/20", "us-east-1b": "10.0.16.0/20", "us-east-1c": "10.0.32.0/20" },
        },
      },
      "subnets must name only zones that are in zones",
    ],
    [
      "a NAT gateway for each zone without a public subnet in each",
      {
        subnets: {
          public: { "us-east-1a": "10.0.64.0/24" },
          private: { "us-east-1a": "10.0.0.0/20", "us-east-1b": "10.0.16.0/20" },
        },
      },
      "nat needs a public subnet in each zone that gets a NAT gateway",
    ],
    ["NAT without a public tier", { publicTier: false }, "nat needs a public subnet in each zone"],
    [
      "a bucket that nothing goes to",
      { flowLogsBucket: { arn: "arn:aws:s3:::logs" } },
      "flowLogsBucket is given, but flowLogs is not s3",
    ],
    [
      "a zone of a single NAT gateway where there are several",
      { natZone: "us-east-1a" },
      "natZone must be one of zones with a public subnet, and is for nat = single only",
    ],
    [
      "a zone of the NAT gateway that has no subnet",
      { nat: "single", natZone: "us-east-1f" },
      "natZone must be one of zones with a public subnet",
    ],
    [
      "addresses that nothing uses",
      { nat: "none", natElasticIps: { "us-east-1a": "eipalloc-0a1b2c3d" } },
      "natElasticIps has addresses, but nat is none",
    ],
    [
      "a retention that CloudWatch does not know",
      { flowLogsRetentionDays: 100 },
      "flowLogsRetentionDays must be one of 1, 3, 5",
    ],
    ["a misspelt input", { flowLog: true } as never, "flowLog is not known here"],
    [
      "a misspelt tier",
      { subnets: { privat: {} } } as never,
      "subnets.privat is not known here; did you mean private?",
    ],
  ])("%s", (_name, props, message) => {
    expect(refusal(props)).toThrow(message);
  });
});
