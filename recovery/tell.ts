import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { Construct } from "constructs";
import { acceptFinding } from "../kernel";
import { Contract, Longest, Written, checkSize, parameterOf, spareOf, written } from "./contract";

/** Of what environment a parameter is, where it stands, and what it is for. */
export interface Teller extends Longest {
  readonly description: string;
}

/**
 * Tells the stacks of the recovery region what they must know, in a parameter of Systems Manager and, where its contract has
 * one, in a spare.
 *
 * @throws InvalidInput when it can be longer than a parameter may be
 */
export function tell<C extends Contract>(
  scope: Construct,
  id: string,
  contract: C,
  value: Written<C>,
  { description, ...about }: Teller,
): void {
  checkSize(contract, value, about);
  const write = (construct: string, name: string, what: string): void => {
    const parameter = new SsmParameter(scope, construct, {
      name,
      description: what,
      type: "String",
      tier: contract.tier,
      insecureValue: written(contract, value),
    });
    acceptFinding(parameter, "CKV2_AWS_34", "No secret: names and ARNs, which dr must be able to read without a key");
  };
  write(id, parameterOf(contract, about.prefix), description);
  if (contract.hasSpare)
    write(`${id}_spare`, spareOf(contract, about.prefix), `The same as ${contract.part}, in reserve`);
}
