import * as fs from "node:fs";
import * as path from "node:path";
import { emptyDist } from "../../tools/project";
import { pinProvider, Terraform } from "../../tools/terraform";
import { Emulator, startEmulator } from "../../emulator";

let emulator: Emulator;
beforeAll(async () => (emulator = await startEmulator()));
afterAll(() => emulator.stop());

const BASE = `
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
`;

async function root(name: string, configuration: string, options = {}): Promise<Terraform> {
  const directory = emptyDist("test-emulator", name);
  fs.writeFileSync(path.join(directory, "main.tf"), BASE + configuration);
  pinProvider(directory);
  const terraform = new Terraform(directory, { env: emulator.env, ...options });
  await terraform.init();
  return terraform;
}

describe("Terraform on the emulator", () => {
  test("makes a root, sees no difference, changes it, and removes it", async () => {
    const queue = (retention: number) =>
      `resource "aws_cloudwatch_log_group" "this" {\n  name = "this"\n  retention_in_days = ${retention}\n}\n` +
      'output "name" {\n  value = aws_cloudwatch_log_group.this.name\n}\n' +
      'output "secret" {\n  value = "s3cret"\n  sensitive = true\n}\n';
    const terraform = await root("life", queue(30));
    const types: string[] = [];
    await terraform.apply((event) => types.push(event.type));
    expect(types).toEqual(expect.arrayContaining(["planned_change", "apply_start", "apply_complete"]));
    expect(await terraform.plan()).toEqual([]);
    expect(await terraform.outputs()).toMatchObject({
      name: { value: "this" },
      secret: { value: "s3cret", sensitive: true },
    });

    fs.writeFileSync(path.join(terraform.directory, "main.tf"), BASE + queue(60));
    expect(await terraform.plan()).toEqual([{ address: "aws_cloudwatch_log_group.this", action: "update" }]);
    await terraform.destroy();
    expect(await terraform.outputs()).toEqual({});
  });

  test("counts a change of an output alone as a difference", async () => {
    const terraform = await root("output", 'output "a" {\n  value = "1"\n}\n');
    expect(await terraform.plan()).toEqual([{ address: "output.a", action: "create" }]);
  });

  test("shows the diagnostics of a failure as a whole", async () => {
    const terraform = await root("failure", 'resource "aws_vpc" "this" {\n  cidr_block = "10.0.0.0/99"\n}\n');
    await expect(terraform.apply()).rejects.toThrow(
      /terraform apply of failure failed \(exit status 1\):\n\nError: expected cidr_block[^]*with aws_vpc\.this\n {2}on main\.tf line \d+/,
    );
  });

  test("is stopped when it takes too long", async () => {
    const terraform = await root("slow", 'resource "aws_vpc" "this" {\n  cidr_block = "10.0.0.0/16"\n}\n');
    const hurried = new Terraform(terraform.directory, { env: emulator.env, timeoutSeconds: 0.5 });
    await expect(hurried.apply()).rejects.toThrow("terraform apply of slow was stopped after 0.5 s");
  });
});
