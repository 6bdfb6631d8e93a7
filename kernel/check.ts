import { TerraformElement } from "cdktf";
import { Construct } from "constructs";
import { Flag } from "./expression";

/** What is checked, and what is said when it does not hold. */
export interface CheckConfig {
  readonly condition: Flag;
  /** What is wrong and what to do; a sentence. */
  readonly message: string;
}

/** Terraform's `check`: a warning in every plan in which the condition does not hold. It refuses nothing. */
export class Check extends TerraformElement {
  constructor(
    scope: Construct,
    id: string,
    private readonly config: CheckConfig,
  ) {
    super(scope, id, "check");
  }

  override toTerraform(): object {
    const { condition, message } = this.config;
    return { check: { [this.friendlyUniqueId]: { assert: { condition, error_message: message } } } };
  }

  override toHclTerraform(): object {
    return this.toTerraform();
  }
}
