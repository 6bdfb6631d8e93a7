import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../../tools/project";
import { PlannedChange, Terraform, pinProvider } from "../../tools/terraform";
import { Emulator } from "../../emulator";

/** A plain Terraform root of `examples/`, copied beside the published modules so that nothing is left in the project. */
export class PlainRoot {
  readonly directory: string;
  private readonly workspace: string;

  constructor(example: string) {
    this.workspace = join(PROJECT, "dist", "emulator-tests", example);
    this.directory = join(this.workspace, "examples", example);
    rmSync(this.workspace, { recursive: true, force: true });
    mkdirSync(this.workspace, { recursive: true });
    for (const folder of [`examples/${example}`, "terraform"]) {
      cpSync(join(PROJECT, folder), join(this.workspace, folder), {
        recursive: true,
        filter: (path) => !/\.terraform(\/|$|\.)|tfstate/.test(path),
      });
    }
    pinProvider(this.directory);
  }

  /** Terraform in the root, on the emulator, initialized. */
  async terraform(emulator: Emulator): Promise<Terraform> {
    const terraform = new Terraform(this.directory, { env: emulator.env, log: join(this.workspace, "terraform.log") });
    await terraform.init();
    return terraform;
  }

  /** Sets the root's variables for the runs that follow. */
  given(variables: object): void {
    writeFileSync(join(this.directory, "terraform.tfvars.json"), JSON.stringify(variables));
  }
}

/** What Terraform alone has, to let other resources take turns: see modules/parts/turns.ts. */
const TURNS = /(^|\.)terraform_data\.\w*turns$/;

/** The changes that lose something that AWS has. */
export const destructive = (changes: readonly PlannedChange[]): PlannedChange[] =>
  changes.filter(({ action, address }) => ["delete", "replace", "remove"].includes(action) && !TURNS.test(address));
