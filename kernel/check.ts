import { Annotations, TerraformElement } from "cdktf";
import { Construct } from "constructs";
import { knownFlag } from "./condition";
import { Flag } from "./expression";

/** What is checked, and what is said when it does not hold. */
export interface CheckConfig {
  readonly condition: Flag;
  /** What is wrong and what to do; a sentence. */
  readonly message: string;
}

/**
 * Terraform's `check`: a warning in every plan in which the condition does not hold. It refuses nothing. Terraform takes no
 * condition that it knows from the start: where the app knows, it is left out, or warned of at synth.
 */
export class Check extends TerraformElement {
  readonly count?: number;

  constructor(
    scope: Construct,
    id: string,
    private config: CheckConfig,
  ) {
    super(scope, id, "check");
    const known = knownFlag(config.condition);
    if (known === undefined) return;
    this.count = 0;
    if (!known) Annotations.of(this).addWarning(config.message);
  }

  /** Says it in other words. */
  respell(change: (message: string) => string): void {
    this.config = { ...this.config, message: change(this.config.message) };
  }

  override toTerraform(): object {
    const { condition, message } = this.config;
    return { check: { [this.friendlyUniqueId]: { assert: { condition, error_message: message } } } };
  }

  override toHclTerraform(): object {
    return this.toTerraform();
  }
}
