import { TerraformMetaArguments, TerraformResource } from "cdktf";
import { Construct } from "constructs";

/** What a `terraform_data` holds. */
export interface TerraformDataConfig extends TerraformMetaArguments {
  /** What it remembers, and gives back as `output`. */
  readonly input?: unknown;
  /** A change of it makes a new one. */
  readonly triggersReplace?: unknown;
}

/**
 * Terraform's own resource, which remembers a value and needs no provider. cdktf's class for it runs `terraform version`
 * at every synthesis, which takes longer than all the rest.
 */
export class TerraformData extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    private readonly data: TerraformDataConfig,
  ) {
    super(scope, id, {
      ...data,
      terraformResourceType: "terraform_data",
      terraformGeneratorMetadata: { providerName: "terraform" },
    });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { input: this.data.input, triggers_replace: this.data.triggersReplace };
  }

  protected override synthesizeHclAttributes(): Record<string, unknown> {
    return this.synthesizeAttributes();
  }
}
