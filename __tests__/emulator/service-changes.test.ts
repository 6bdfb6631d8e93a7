import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, LocalBackend } from "cdktf";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { Emulator, startEmulator } from "../../emulator";
import { Stack } from "../../kernel";
import { dist, emptyDist } from "../../tools/project";
import { Terraform, pinProvider } from "../../tools/terraform";
import { Platform, wireService } from "../../wiring/service";
import { ServiceData } from "../../wiring/service-data";
import { ModuleRoot } from "./module-root";

/** What Terraform says of a deployment that ECS took back, and how services and clients change names and places. */

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

variable "clients" {
  description = "Blocks that reach the load balancer."
  type        = map(string)
  default     = { office = "192.0.2.0/25", home = "192.0.2.128/25" }
}

# What goes is gone before what comes is made.
resource "terraform_data" "services" {
  triggers_replace = keys(var.services)
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
  allowed_cidrs       = var.clients
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

  depends_on = [terraform_data.services]
}

output "platform" {
  value = {
    cluster    = { name = module.cluster.name, arn = module.cluster.arn }
    vpc_id     = aws_vpc.this.id
    subnet_ids = aws_subnet.this[*].id
    listener   = module.load_balancer.https_listener_arn
    balancer   = module.load_balancer.security_group_id
  }
}
`;

interface Told {
  readonly cluster: Platform["cluster"];
  readonly vpc_id: string;
  readonly subnet_ids: string[];
  readonly listener: string;
  readonly balancer: string;
}

/** Services as the stacks of an environment have them. */
class ServicesStack extends Stack {
  constructor(app: App, { cluster, ...told }: Told, services: Readonly<Record<string, number>>) {
    super(app, "services");
    new LocalBackend(this, { path: "terraform.tfstate" });
    new AwsProvider(this, "aws", { region: "us-east-1" });
    const platform: Platform = {
      cluster,
      vpcId: told.vpc_id,
      subnetIds: told.subnet_ids,
      loadBalancer: { listenerArn: told.listener, securityGroupId: told.balancer },
    };
    const data = new ServiceData({
      region: "us-east-1",
      bucketName: (bucket) => bucket,
      queueUrl: (queue) => queue,
      queueName: (queue) => queue,
      service: (host) => ({ host, port: 80 }),
      topicArn: (topic) => topic,
      secret: (arn) => ({ arn }),
      secretKeys: [],
    });
    for (const [name, priority] of Object.entries(services)) {
      const image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1.0.0";
      const routing = { priority, paths: [`/${name}/*`] };
      wireService(this, name, { image, cpu: 256, memory: 512, port: 8080, routing }, platform, data);
    }
  }
}

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

  test("two priorities are swapped by way of a third; clients swap and change their names at once", async () => {
    const clients = { headquarters: "192.0.2.0/25", office: "192.0.2.128/25" };
    for (const services of [
      { orders: 30, search: 20 },
      { orders: 30, search: 10 },
      { orders: 20, search: 10 },
    ]) {
      root.given({ image: "web:2.0.0", services, clients });
      await root.terraform.apply();
    }
    expect(await root.terraform.plan()).toEqual([]);
  });

  test("a service gets another name and keeps its priority", async () => {
    root.given({ image: "web:2.0.0", services: { orders: 20, find: 10 } });
    await root.terraform.apply();
    expect(await root.terraform.plan()).toEqual([]);
  });

  test("services of an environment swap priorities, take them over and get other names, each in one apply", async () => {
    const directory = emptyDist("emulator-tests", "service-changes-stack");
    const outdir = dist("emulator-tests", "service-changes-cdktf.out");
    const { platform } = await root.terraform.outputs();
    const synthesize = (services: Readonly<Record<string, number>>): void => {
      const app = new App({ outdir });
      new ServicesStack(app, platform.value as Told, services);
      app.synth();
      cpSync(join(outdir, "stacks", "services", "cdk.tf.json"), join(directory, "cdk.tf.json"));
    };
    pinProvider(directory);
    const terraform = new Terraform(directory, { env: emulator.env, log: join(directory, "terraform.log") });
    synthesize({ cart: 100, wishes: 200 });
    await terraform.init();
    await terraform.apply();
    const changes: readonly Readonly<Record<string, number>>[] = [
      { cart: 200, wishes: 100 },
      { basket: 200, wishes: 100 },
      { wishes: 200 },
    ];
    for (const services of changes) {
      synthesize(services);
      await terraform.apply();
    }
    expect(await terraform.plan()).toEqual([]);
  });
});
