import { DataAwsPartition } from "@cdktf/provider-aws/lib/data-aws-partition";
import { Expression, Flag, Stack, local, tf } from "../kernel";
import { Contract, Told, read, whole } from "./contract";

/** What must hold before anything is made, and what is said otherwise. */
export interface Condition {
  readonly condition: Flag;
  readonly errorMessage: string;
}

/**
 * Stands between what was found and what is made of it. Whatever is read through it waits for all conditions, so that an
 * operator reads one sentence, and not the errors that follow from the same thing. It is a data source that asks nobody:
 * Terraform reads it while it plans, which a resource would not be.
 */
export class Readiness {
  private readonly gate: DataAwsPartition;

  /** @param conditions in the order in which they are said: of those that do not hold, or cannot be told, the first */
  constructor(
    private readonly stack: Stack,
    conditions: readonly Condition[],
  ) {
    const said = conditions.map(({ condition, errorMessage }) => tf`try(${condition}, false) ? null : ${errorMessage}`);
    const problems = local(stack, "problems", tf`[for problem in ${said} : problem if problem != null]`);
    this.gate = new DataAwsPartition(stack, "ready", {
      lifecycle: {
        precondition: [
          { condition: tf<never>`length(${problems}) == 0`, errorMessage: `${tf`try(${problems}[0], "")`}` },
        ],
      },
    });
  }

  /** What another stack has told, under the name of its part, which can be read once all conditions hold. */
  passTold<C extends Contract>(contract: C, told: Told<C>): Told<C> {
    return read(contract, this.pass(contract.part, whole(told)));
  }

  /** A value under a name of its own, which is there once all conditions hold. */
  pass(name: string, value: Expression): Expression {
    return tf`${local(this.stack, name, tf`${this.gate}.id == "" ? null : ${value}`)}`;
  }
}
