import { Emulator, startEmulator } from "../../emulator";
import { ModuleRoot } from "./module-root";

/** What may change of a database in use, and what is refused by the plan so that it can be taken back. */

const ROOT = `
provider "aws" {
  region = "us-east-1"
}

variable "engine_version" {
  type    = string
  default = "16"
}

variable "allow_major_version_upgrade" {
  type    = bool
  default = false
}

variable "credentials" {
  type    = any
  default = { generated = {} }
}

resource "aws_vpc" "this" {
  cidr_block = "10.30.0.0/16"
}

resource "aws_subnet" "this" {
  count = 2

  vpc_id            = aws_vpc.this.id
  availability_zone = ["us-east-1a", "us-east-1b"][count.index]
  cidr_block        = cidrsubnet(aws_vpc.this.cidr_block, 8, count.index)
}

module "database" {
  source = "MODULES/database"

  name                        = "changing"
  instance_class              = "db.t4g.medium"
  vpc_id                      = aws_vpc.this.id
  subnet_ids                  = aws_subnet.this[*].id
  engine_version              = var.engine_version
  allow_major_version_upgrade = var.allow_major_version_upgrade
  apply_immediately           = true
  multi_az                    = false
  credentials                 = var.credentials
}

# Somebody who reads the password, and needs its ARN: null is refused.
resource "aws_ssm_parameter" "reader" {
  name  = "/reader"
  type  = "String"
  value = module.database.secret_arn
}

output "parameter_group_name" {
  value = module.database.parameter_group_name
}
`;

describe("a database in use", () => {
  const MAJOR = { engine_version: "17", allow_major_version_upgrade: true };
  let emulator: Emulator;
  let root: ModuleRoot;

  beforeAll(async () => {
    emulator = await startEmulator();
    root = new ModuleRoot("database-changes", emulator);
    await root.write(ROOT);
    await root.terraform.apply();
  });
  afterAll(() => emulator?.stop());

  test("a major version without opt-in is refused by the plan, and nothing is left of it", async () => {
    root.given({ engine_version: "17" });
    await expect(root.terraform.plan()).rejects.toThrow(
      /The database runs PostgreSQL 16[\d.]*, and engine_version asks for 17\..*allow_major_version_upgrade = true/s,
    );
    root.given({});
    expect(await root.terraform.plan()).toEqual([]);
  });

  test("its password can go from a secret of the module to one of RDS, which readers get in the same apply", async () => {
    const managed = { credentials: { managed: {} } };
    root.given(managed);
    await root.terraform.apply();
    expect(await root.terraform.plan()).toEqual([]);
  });

  test("and back, under another name while AWS keeps that of the deleted secret", async () => {
    root.given({ credentials: { generated: {} } });
    await expect(root.terraform.apply()).rejects.toThrow("scheduled for deletion");
    root.given({ credentials: { generated: { number: 2 } } });
    await root.terraform.apply();
    expect(await root.terraform.plan()).toEqual([]);
  });

  test("a major version that AWS refuses can be taken back", async () => {
    const credentials = { generated: { number: 2 } };
    // AWS knows no such version; the parameter group of its family is made before AWS is asked.
    root.given({ ...MAJOR, engine_version: "99", credentials });
    await expect(root.terraform.apply()).rejects.toThrow();
    root.given({ credentials });
    await root.terraform.apply();
    expect(await root.terraform.plan()).toEqual([]);
  });

  test("a major version with opt-in goes up in place, with a parameter group of its family", async () => {
    root.given({ ...MAJOR, credentials: { generated: { number: 2 } } });
    await root.terraform.apply();
    expect(await root.terraform.plan()).toEqual([]);
    const { parameter_group_name: group } = await root.terraform.outputs();
    expect(group?.value).toBe("changing-postgres17");
  });
});
