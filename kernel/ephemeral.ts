import { ITerraformDependable, ITerraformIterator, TerraformElement, dependable } from "cdktf";
import { TerraformProvider } from "cdktf/lib/terraform-provider";
import { Construct } from "constructs";
import { isSwitchedOff, raw, tf } from "./expression";
import { snakeKeys } from "./resource";

/** What an ephemeral resource is made of. */
export interface EphemeralResourceConfig {
  /** Terraform's name of the type: `aws_secretsmanager_random_password`. */
  readonly type: string;
  /** The type's arguments. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly count?: number;
  readonly forEach?: ITerraformIterator;
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * An ephemeral resource: Terraform opens it on each run, and keeps it in no plan and no state. What reads it must be a
 * write-only argument, a provider or another ephemeral resource; Terraform refuses anything else. cdktf 0.21 has none.
 */
export class EphemeralResource extends TerraformElement {
  readonly count?: number;
  /** Another provider than the stack's own: see `useProvider`. */
  provider?: TerraformProvider;

  constructor(
    scope: Construct,
    id: string,
    private readonly definition: EphemeralResourceConfig,
  ) {
    super(scope, id, `ephemeral.${definition.type}`);
    if (definition.count !== undefined) this.count = definition.count;
  }

  /** One of its attributes; where it has `count` or `for_each`, see `one` and `at`. */
  get(attribute: string): string {
    return tf<string>`${this}.${raw(attribute)}`;
  }

  override toTerraform(): object {
    const { type, config, count, forEach, dependsOn } = this.definition;
    const attributes = {
      provider: this.provider?.fqn,
      count,
      for_each: forEach?._getForEachExpression(),
      ...(snakeKeys(config) as object),
      depends_on: dependsOn?.filter((element) => !isSwitchedOff(element)).map((element) => dependable(element)),
    };
    return { ephemeral: { [type]: { [this.friendlyUniqueId]: attributes } } };
  }

  override toHclTerraform(): object {
    return this.toTerraform();
  }
}
