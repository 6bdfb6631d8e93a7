import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT, emptyDist } from "../../tools/project";
import { PlannedChange, Terraform, pinProvider } from "../../tools/terraform";
import { Emulator, startEmulator } from "../../emulator";
import { askObject } from "./aws-api";

/** The published storage module in a plain root: a bucket, and its copy in another region. */

const ROOT = `
terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "recovery"
  region = "us-west-2"
}

variable "name" {
  default = "nimbus-uploads"
}

variable "replacements" {
  default = 0
}

variable "copy_region" {
  default = "us-west-2"
}

# Every option the one way, or the other.
variable "turned" {
  default = false
}

resource "aws_iam_role" "task" {
  name = "nimbus-web"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }]
  })
}

resource "aws_kms_key" "shared" {
  description = "Given to the bucket later"
}

module "copy" {
  source    = "SOURCE"
  providers = { aws = aws.recovery }

  name          = "nimbus-recovery"
  object_lock   = { mode = "GOVERNANCE", days = 1 }
  force_destroy = true
}

module "uploads" {
  source = "SOURCE"

  name          = var.name
  replacements  = var.replacements
  force_destroy = true

  writers = { web = { role_name = aws_iam_role.task.name } }
  readers = var.turned ? {} : { web = { role_name = aws_iam_role.task.name, prefix = "reports/" } }

  lifecycle_rules = {
    drafts  = { tags = { Kind = "draft" }, expiration_days = 1 }
    exports = { prefix = "exports/", expiration_days = 30, noncurrent_days = 7, newest_noncurrent_versions = 3 }
    reports = { prefix = "reports/", tags = { Kind = "monthly" }, transitions = { STANDARD_IA = 30, GLACIER = 180 } }
  }

  cors_rules   = var.turned ? {} : { app = { allowed_origins = ["https://app.example.com"], allowed_methods = ["PUT"] } }
  event_bridge = !var.turned
  access_logs  = !var.turned
  kms_key      = var.turned ? { arn = aws_kms_key.shared.arn } : null
  object_lock  = var.turned ? { mode = "GOVERNANCE", days = 1 } : null

  replication = var.turned ? null : {
    destination = { bucket_arn = module.copy.arn, region = var.copy_region, kms_key_arn = replace(module.copy.kms_key_arn, ":us-west-2:", format(":%s:", var.copy_region)) }
  }
}

output "name" {
  value = module.uploads.name
}
`;

const DATA = /\.aws_(s3_bucket|kms_key)\./;

describe("the storage module", () => {
  const root = emptyDist("emulator-tests", "storage");
  const source = join(PROJECT, "terraform", "storage");
  let emulator: Emulator;
  let terraform: Terraform;

  const given = (variables: object): void =>
    writeFileSync(join(root, "terraform.tfvars.json"), JSON.stringify(variables));

  /** What a plan would do to what holds data, and would not only change. */
  const lost = (changes: readonly PlannedChange[]): PlannedChange[] =>
    changes.filter(({ address, action }) => DATA.test(address) && ["delete", "replace", "remove"].includes(action));

  const object = (method: "PUT" | "GET", bucket: string): Promise<number> =>
    askObject(emulator, method, bucket, "file");

  beforeAll(async () => {
    writeFileSync(join(root, "main.tf"), ROOT.replaceAll("SOURCE", source));
    pinProvider(root);
    emulator = await startEmulator();
    terraform = new Terraform(root, { env: emulator.env, log: join(root, "terraform.log") });
    await terraform.init();
  });

  afterAll(() => emulator?.stop());

  test("is applied in two regions, and the second plan is empty", async () => {
    given({});
    await terraform.apply();
    expect(await terraform.plan()).toEqual([]);
  });

  test("copies a new file to the other region", async () => {
    expect(await object("PUT", "nimbus-uploads")).toBe(200);
    expect(await object("GET", "nimbus-recovery")).toBe(200);
  });

  test("refuses a new name, and says how to have it", async () => {
    given({ name: "nimbus-files" });
    await expect(terraform.plan()).rejects.toThrow(
      /Changing name from nimbus-uploads to nimbus-files would\s+replace the bucket and lose all objects in it/,
    );
    given({ name: "nimbus-files", replacements: 1 });
    expect(lost(await terraform.plan())).toContainEqual({
      address: "module.uploads.aws_s3_bucket.this",
      action: "replace",
    });
  });

  test("refuses a copy in its own region", async () => {
    given({ copy_region: "us-east-1" });
    await expect(terraform.plan()).rejects.toThrow(/us-east-1, which is the\s+region of the bucket itself/);
  });

  test.each([true, false])("keeps what it holds when every option is turned (%s)", async (turned) => {
    given({ turned });
    const changes = await terraform.plan();
    expect(changes).not.toEqual([]);
    expect(lost(changes)).toEqual([]);
    await terraform.apply();
    expect(await terraform.plan()).toEqual([]);
    expect(await object("GET", "nimbus-uploads")).toBe(200);
  });

  test("is destroyed", async () => {
    await terraform.destroy();
    expect(await terraform.outputs()).toEqual({});
  });
});
