import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { DataAwsPartition } from "@cdktf/provider-aws/lib/data-aws-partition";
import { Stack } from "../kernel";

/** Where a region is, as ARNs say it. */
export interface Place {
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
  /** What the names of the partition's services end with. */
  readonly dnsSuffix: string;
}

/** Looks up the partition and the account that a stack works in, for ARNs of what other stacks make. */
export function lookUpSurroundings(stack: Stack, region: string): Place {
  const { partition, dnsSuffix } = new DataAwsPartition(stack, "current#partition");
  const { accountId } = new DataAwsCallerIdentity(stack, "current#account");
  return { partition, dnsSuffix, region, accountId };
}
