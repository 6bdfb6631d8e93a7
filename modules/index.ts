import { ModuleClass } from "../kernel";
import { Requirements } from "../kernel/publish";
import { Network } from "./network";

/** The modules that are published, in the order in which a platform is built. */
export const publishedModules: readonly ModuleClass[] = [Network];

/**
 * What every published module asks for. Terraform 1.11 has write-only arguments; the AWS provider 5.100 is the one that
 * the constructs are written against, and 6 reads the same configuration.
 */
export const requirements: Requirements = {
  terraform: ">= 1.11",
  providers: { aws: { source: "hashicorp/aws", version: ">= 5.100, < 7.0" } },
};
