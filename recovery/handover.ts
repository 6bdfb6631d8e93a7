import { DataAwsSsmParametersByPath } from "@cdktf/provider-aws/lib/data-aws-ssm-parameters-by-path";
import { Expression, Stack, local, tf } from "../kernel";
import { Contract, Told, parameterOf, read } from "./contract";
import { handoverPath } from "./parameters";
import { Condition } from "./readiness";

/**
 * What other stacks have told those of the recovery region: JSON in parameters of Systems Manager, read when Terraform
 * plans. No other stack's state is read, and no other region is asked.
 */
export class Handover {
  /** From the name of a part to its JSON. */
  private readonly parts: Expression;

  constructor(
    private readonly stack: Stack,
    private readonly prefix: string,
    private readonly region: string,
  ) {
    const found = new DataAwsSsmParametersByPath(stack, "handover", { path: handoverPath(prefix) });
    this.parts = tf`${local(
      stack,
      "handover#parts",
      tf`{ for i, name in ${found}.names : basename(name) => nonsensitive(${found}.values[i]) }`,
    )}`;
  }

  /** One part, decoded; null where it is missing, or is not what this code reads. */
  read<C extends Contract>(contract: C): Told<C> {
    const { part, schema, reads = [schema] } = contract;
    const told = tf`jsondecode(${this.parts}[${part}])`;
    return read(
      contract,
      tf`${local(this.stack, `told_${part}`, tf`try(contains(${reads}, ${told}.schema) ? ${told} : null, null)`)}`,
    );
  }

  /**
   * The conditions that a part is there, and is of the version that this code reads.
   *
   * @param writer stack, or other thing, that writes the part
   */
  present(contract: Contract, writer: string): Condition[] {
    const { part, schema } = contract;
    const path = parameterOf(contract, this.prefix);
    const text = tf`lookup(${this.parts}, ${part}, null)`;
    return [
      {
        condition: tf`${text} != null`,
        errorMessage: `There is no parameter ${path} in ${this.region}: ${writer}. Nothing was made.`,
      },
      {
        condition: tf`${text} == null ? true : try(jsondecode(${text}).schema, 0) == ${schema}`,
        errorMessage: `The parameter ${path} in ${this.region} has the schema ${tf`try(tostring(jsondecode(${text}).schema), "none")`}, and this version of Holdfast reads ${schema}: use the version that wrote it (check out the release that was deployed last). Nothing was made.`,
      },
    ];
  }
}
