import { Emulator, startEmulator } from "../../emulator";
import { ModuleRoot } from "./module-root";
import { destructive } from "./plain-root";

/** What a network keeps: the addresses that others know, and its logs; and that one name may be used in two regions. */

const NETWORKS = `
provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

variable "zones" {
  type    = list(string)
  default = ["us-east-1b", "us-east-1c"]
}

variable "nat_zone" {
  type    = string
  default = null
}

variable "nat_elastic_ips" {
  type    = map(string)
  default = {}
}

variable "interface_endpoints" {
  type    = set(string)
  default = ["logs"]
}

module "network" {
  source = "MODULES/network"

  name            = "twice"
  cidr            = "10.30.0.0/16"
  zones           = var.zones
  nat             = "single"
  nat_zone        = var.nat_zone
  nat_elastic_ips = var.nat_elastic_ips
  flow_logs       = "s3"

  interface_endpoints = var.interface_endpoints
}

module "west" {
  source    = "MODULES/network"
  providers = { aws = aws.west }

  name      = "twice"
  cidr      = "10.40.0.0/16"
  zones     = ["us-west-2a", "us-west-2b"]
  nat       = "none"
  flow_logs = "s3"
}

output "nat_public_ips" {
  value = module.network.nat_public_ips
}

output "log_buckets" {
  value = [module.network.flow_log_bucket_name, module.west.flow_log_bucket_name]
}
`;

describe("a network in use", () => {
  let emulator: Emulator;
  let root: ModuleRoot;

  beforeAll(async () => {
    emulator = await startEmulator();
    root = new ModuleRoot("network-changes", emulator);
    await root.write(NETWORKS);
    await root.terraform.apply();
  });
  afterAll(() => emulator?.stop());

  const addresses = async (): Promise<unknown> => (await root.terraform.outputs()).nat_public_ips?.value;

  test("can have the name of one in another region", async () => {
    const { log_buckets: buckets } = await root.terraform.outputs();
    expect(buckets?.value).toEqual([
      expect.stringMatching(/^twice-flow-logs-[0-9a-f]{12}$/),
      expect.stringMatching(/^twice-flow-logs-[0-9a-f]{12}$/),
    ]);
    expect(new Set(buckets?.value as string[]).size).toBe(2);
  });

  test("keeps its single NAT gateway, and its address, when a zone is put in front of the list", async () => {
    const before = await addresses();
    root.given({ zones: ["us-east-1a", "us-east-1b", "us-east-1c"] });
    expect(destructive(await root.terraform.plan())).toEqual([]);
    await root.terraform.apply();
    expect(await addresses()).toEqual(before);
    expect(await root.terraform.plan()).toEqual([]);
  });

  test("has no endpoint of a service that AWS does not have: the plan says so", async () => {
    root.given({ zones: ["us-east-1a", "us-east-1b", "us-east-1c"], interface_endpoints: ["logs", "log"] });
    await expect(root.terraform.plan()).rejects.toThrow(
      /couldn't find resource.*data\.aws_vpc_endpoint_service\.interface\[\\?"log\\?"\]/s,
    );
  });

  test("does not lose the zone of its gateway unsaid", async () => {
    root.given({ zones: ["us-east-1a", "us-east-1c"] });
    await expect(root.terraform.plan()).rejects.toThrow(
      /The single NAT gateway is in us-east-1b, which is not among the zones.*say by nat_zone/s,
    );
  });

  test("does not leave an address unused unsaid", async () => {
    root.given({ nat_elastic_ips: { "us-east-1c": "eipalloc-0a1b2c3d" } });
    await expect(root.terraform.plan()).rejects.toThrow(/nat_elastic_ips names another zone than us-east-1b/);
  });

  test("moves the gateway where it is told to", async () => {
    root.given({ zones: ["us-east-1a", "us-east-1c"], nat_zone: "us-east-1c" });
    await root.terraform.apply();
    expect(Object.keys((await addresses()) as object)).toEqual(["us-east-1c"]);
    expect(await root.terraform.plan()).toEqual([]);
  });
});
