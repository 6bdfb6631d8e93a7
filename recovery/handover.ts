import { DataAwsSsmParametersByPath } from "@cdktf/provider-aws/lib/data-aws-ssm-parameters-by-path";
import { Check, Expression, Flag, Stack, local, tf } from "../kernel";
import { Contract, SPARE, Told, parameterOf, read, spareOf } from "./contract";
import { handoverPath } from "./parameters";
import { Condition } from "./readiness";

/** What it means that a part is not there. */
export interface Absence {
  /** What may have happened, and what to do: ends a sentence. */
  readonly why: string;
  /** What to type then. */
  readonly command?: string;
}

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

  /** One part, decoded; null where it is missing, or is not what this code reads, and so is its spare. */
  read<C extends Contract>(contract: C): Told<C> {
    if (contract.hasSpare) this.warnOfSpare(contract);
    return read(
      contract,
      tf`${local(this.stack, `told_${contract.part}`, tf`try(${this.readable(contract)}[0], null)`)}`,
    );
  }

  /**
   * The conditions that a part is there, and is of the version that this code reads.
   *
   * @param absence what it means that it is not there
   */
  present(contract: Contract, { why, command }: Absence): Condition[] {
    const path = parameterOf(contract, this.prefix);
    const spare = contract.hasSpare ? `, and no ${spareOf(contract, this.prefix)}` : "";
    const found = tf`${this.texts(contract)}[0]`;
    const version = tf`try(jsonencode(jsondecode(${found}).schema), "none")`;
    const end = `Nothing was made.${command === undefined ? "" : `\n  ${command}`}`;
    const commit = tf`try(format("git checkout %s", replace(jsondecode(lookup(${this.parts}, "release", null)).commit, "-dirty", "")), "check out the release that was deployed last")`;
    const other = `has the schema ${version}, and this version of Holdfast reads ${contract.schema}: use the version that wrote it (${commit})`;
    return [
      {
        condition: tf`length(${this.texts(contract)}) > 0`,
        errorMessage: `There is no parameter ${path}${spare} in ${this.region}: ${why}. ${end}`,
      },
      {
        condition: tf`length(${this.readable(contract)}) > 0`,
        errorMessage: `The parameter ${path} in ${this.region} ${tf`try(can(jsondecode(${found})), false) ? ${other} : ${`holds no JSON, so that somebody has changed it: ${why}`}`}. ${end}`,
      },
    ];
  }

  /** Goes on with the spare, and says how to put it in the place of what is missing, or spoilt. */
  private warnOfSpare(contract: Contract): void {
    const { prefix, region } = this;
    const [path, spare] = [parameterOf(contract, prefix), spareOf(contract, prefix)];
    const [own] = this.each(contract);
    new Check(this.stack, `${contract.part}_spare`, {
      condition: tf<Flag>`try(jsondecode(${own}).schema == ${contract.schema}, false) || length(${this.readable(contract)}) == 0`,
      message:
        `The parameter ${path} in ${region} is deleted, or spoilt: its spare is read, which was written with it. Write it again: ` +
        writeParameter(
          contract,
          prefix,
          region,
          `aws ssm get-parameter --region ${region} --name ${spare} --query Parameter.Value --output text`,
        ),
    });
  }

  /** The text of the part, and that of its spare; null where they are not there. */
  private each({ part, hasSpare }: Contract): Expression[] {
    const names = hasSpare ? [part, `${part}${SPARE}`] : [part];
    return names.map((name) => tf`lookup(${this.parts}, ${name}, null)`);
  }

  private texts(contract: Contract): Expression {
    return tf`[for text in ${this.each(contract)} : text if text != null]`;
  }

  /** Those that this code reads, decoded. */
  private readable(contract: Contract): Expression {
    const { schema, reads = [schema] } = contract;
    return tf`[for text in ${this.each(contract)} : jsondecode(text) if try(contains(${reads}, jsondecode(text).schema), false)]`;
  }
}

/** The command that writes a parameter again: what another command prints becomes its value. */
export const writeParameter = (contract: Contract, prefix: string, region: string, printed: string): string =>
  `aws ssm put-parameter --region ${region} --overwrite --type String --tier ${contract.tier} --name ${parameterOf(contract, prefix)} --value "$(${printed})"`;
