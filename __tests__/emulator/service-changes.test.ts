import { Emulator, startEmulator } from "../../emulator";
import { ModuleRoot } from "./module-root";

/** What Terraform says of a deployment that ECS took back, and how services of one listener change places. */

const ROOT = `
provider "aws" {
  region = "us-east-1"
}

variable "image" {
  type    = string
  default = "web:1.0.0"
}

variable "services" {
  description = "Priority of each service."
  type        = map(number)
  default     = { orders = 10, search = 20 }
}

resource "aws_vpc" "this" {
  cidr_block = "10.30.0.0/16"
}

resource "aws_internet_gateway" "this" {
  vpc_id = aws_vpc.this.id
}

resource "aws_subnet" "this" {
  count = 2

  vpc_id            = aws_vpc.this.id
  availability_zone = ["us-east-1a", "us-east-1b"][count.index]
  cidr_block        = cidrsubnet(aws_vpc.this.cidr_block, 8, count.index)
  depends_on        = [aws_internet_gateway.this]
}

resource "aws_route53_zone" "this" {
  name = "example.com"
}

module "certificate" {
  source = "MODULES/certificate"

  name        = "changing"
  domain_name = "example.com"
  zones       = { "example.com" = aws_route53_zone.this.zone_id }
}

module "cluster" {
  source = "MODULES/cluster"

  name = "changing"
}

module "load_balancer" {
  source = "MODULES/load-balancer"

  name                = "changing"
  vpc_id              = aws_vpc.this.id
  subnet_ids          = aws_subnet.this[*].id
  certificate_arn     = module.certificate.arn
  access_logs         = false
  deletion_protection = false
}

module "service" {
  source   = "MODULES/service"
  for_each = var.services

  name       = each.key
  cluster    = { name = module.cluster.name, arn = module.cluster.arn }
  vpc_id     = aws_vpc.this.id
  subnet_ids = aws_subnet.this[*].id
  image      = "123456789012.dkr.ecr.us-east-1.amazonaws.com/\${var.image}"
  port       = 8080
  routing = {
    listener_arn                    = module.load_balancer.https_listener_arn
    load_balancer_security_group_id = module.load_balancer.security_group_id
    priority                        = each.value
    paths                           = ["/\${each.key}/*"]
  }
}
`;

describe("services in use", () => {
  let emulator: Emulator;
  let root: ModuleRoot;
  const failing = (services: string[]) =>
    emulator.control("PUT", "failing-deployments", { region: "us-east-1", services });

  beforeAll(async () => {
    emulator = await startEmulator();
    root = new ModuleRoot("service-changes", emulator);
    await root.write(ROOT);
    await root.terraform.apply();
  });
  afterAll(() => emulator?.stop());

  test("a deployment that is rolled back fails the apply, and the next one tries again", async () => {
    await failing(["orders"]);
    root.given({ image: "web:2.0.0" });
    await expect(root.terraform.apply()).rejects.toThrow(
      /The deployment of changing-orders:2 failed, and ECS rolled it back: orders still runs changing-orders:1\./,
    );
    await failing([]);
    await root.terraform.apply();
    expect(await root.terraform.plan()).toEqual([]);
  });

  test("two priorities are swapped by way of a third", async () => {
    for (const services of [
      { orders: 30, search: 20 },
      { orders: 30, search: 10 },
      { orders: 20, search: 10 },
    ]) {
      root.given({ image: "web:2.0.0", services });
      await root.terraform.apply();
    }
    expect(await root.terraform.plan()).toEqual([]);
  });

  test("a service gets another name beside the old one", async () => {
    root.given({ image: "web:2.0.0", services: { orders: 20, search: 10, find: 5 } });
    await root.terraform.apply();
    root.given({ image: "web:2.0.0", services: { orders: 20, find: 5 } });
    await root.terraform.apply();
    expect(await root.terraform.plan()).toEqual([]);
  });
});
