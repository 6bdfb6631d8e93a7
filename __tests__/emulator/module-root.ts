import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT, emptyDist } from "../../tools/project";
import { Terraform, pinProvider } from "../../tools/terraform";
import { Emulator } from "../../emulator";

const HEAD = `
terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}
`;

/** A plain root of a test: what it holds is written by the test, with `MODULES` for the folder of the published modules. */
export class ModuleRoot {
  readonly terraform: Terraform;
  private readonly directory: string;

  constructor(name: string, emulator: Emulator) {
    this.directory = emptyDist("emulator-tests", name);
    pinProvider(this.directory);
    this.terraform = new Terraform(this.directory, { env: emulator.env, log: join(this.directory, "terraform.log") });
  }

  /** Writes the root, in place of what was there, and initializes it. */
  async write(hcl: string): Promise<void> {
    writeFileSync(join(this.directory, "main.tf"), HEAD + hcl.replaceAll("MODULES", join(PROJECT, "terraform")));
    await this.terraform.init();
  }

  /** Sets the root's variables for the runs that follow. */
  given(variables: object): void {
    writeFileSync(join(this.directory, "terraform.tfvars.json"), JSON.stringify(variables));
  }
}
