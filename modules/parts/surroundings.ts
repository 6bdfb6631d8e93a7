import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { DataAwsPartition } from "@cdktf/provider-aws/lib/data-aws-partition";
import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import { Construct } from "constructs";
import { shorthand } from "../../kernel";

/** Where a module is applied, as its provider knows it: what ARNs and names are made of. */
export interface Surroundings {
  readonly accountId: string;
  /** `aws`, but `aws-cn` in China and `aws-us-gov` in GovCloud. */
  readonly partition: string;
  /** What the names of the partition's services end with: `amazonaws.com`, but `amazonaws.com.cn` in China. */
  readonly dnsSuffix: string;
  readonly region: string;
}

/** Asks for all of it. */
export const lookUpSurroundings = (scope: Construct): Surroundings => ({
  ...lookUpPartition(scope),
  accountId: lookUpAccount(scope),
  region: lookUpRegion(scope),
});

/** Asks for the partition alone. */
export function lookUpPartition(scope: Construct): Pick<Surroundings, "partition" | "dnsSuffix"> {
  const { partition, dnsSuffix } = new DataAwsPartition(scope, "current#partition");
  return { partition: shorthand(scope, "partition", partition), dnsSuffix: shorthand(scope, "dns_suffix", dnsSuffix) };
}

/** Asks for the account alone. */
export const lookUpAccount = (scope: Construct): string =>
  shorthand(scope, "account_id", new DataAwsCallerIdentity(scope, "current#account").accountId);

/** Asks for the region alone. */
export const lookUpRegion = (scope: Construct): string =>
  shorthand(scope, "region", new DataAwsRegion(scope, "current#region").id);
