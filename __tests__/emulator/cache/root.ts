import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../../../tools/project";
import { PlannedChange, Terraform, pinProvider } from "../../../tools/terraform";
import { Emulator, startEmulator } from "../../../emulator";

const STORES = /aws_elasticache_(replication_group|serverless_cache)/;

/** The planned changes that take a cache away, whether another comes or not. */
export const lossOf = (changes: readonly PlannedChange[]): PlannedChange[] =>
  changes.filter(({ address, action }) => STORES.test(address) && action !== "create" && action !== "update");

/** The root of caches in a folder and on an emulator of its own. */
export class CacheRoot {
  private constructor(
    private readonly directory: string,
    private readonly emulator: Emulator,
    readonly terraform: Terraform,
  ) {}

  static async start(name: string): Promise<CacheRoot> {
    const directory = join(PROJECT, "dist", "emulator-tests", name);
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true });
    cpSync(join(__dirname, "main.tf"), join(directory, "main.tf"));
    cpSync(join(PROJECT, "terraform", "cache"), join(directory, "terraform", "cache"), {
      recursive: true,
      filter: (path) => !/\.terraform(\/|$|\.)|tfstate/.test(path),
    });
    pinProvider(directory);
    const emulator = await startEmulator();
    const terraform = new Terraform(directory, { env: emulator.env, log: join(directory, "terraform.log") });
    await terraform.init();
    return new CacheRoot(directory, emulator, terraform);
  }

  /** The variables of the next run. */
  given(variables: object): void {
    writeFileSync(join(this.directory, "terraform.tfvars.json"), JSON.stringify(variables));
  }

  async stop(): Promise<void> {
    await this.emulator.stop();
  }
}
