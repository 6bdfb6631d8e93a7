import { Contract, Written, decode, parameterOf } from "../recovery/contract";
import { Aws } from "../tools/aws";

/**
 * What a contract's writer has told, out of the parameter in the recovery region.
 *
 * @throws InvalidInput when it is of another version
 */
export async function readHandover<C extends Contract>(
  aws: Aws,
  region: string,
  prefix: string,
  contract: C,
): Promise<Written<C>> {
  const { Parameter } = await aws.ask<{ Parameter: { Value: string } }>({
    service: "ssm",
    operation: "GetParameter",
    region,
    parameters: { Name: parameterOf(contract, prefix) },
  });
  return decode(contract, Parameter.Value);
}
