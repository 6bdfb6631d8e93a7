import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { DataAwsPartition } from "@cdktf/provider-aws/lib/data-aws-partition";
import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import { Construct } from "constructs";
import { TerraformData, comment, isPublished, raw, shorthand, tf } from "../../kernel";

/** Where a module is applied, as its provider knows it: what ARNs and names are made of. */
export interface Surroundings {
  readonly accountId: string;
  /** `aws`, but `aws-cn` in China and `aws-us-gov` in GovCloud. */
  readonly partition: string;
  /** What the names of the partition's services end with: `amazonaws.com`, but `amazonaws.com.cn` in China. */
  readonly dnsSuffix: string;
  readonly region: string;
}

/**
 * Asks for it; once for each module.
 *
 * A published module remembers the answer. With `depends_on` on its call, Terraform reads the module's data sources only
 * in the apply as soon as anything behind it changes; names that are made of them would be unknown in that plan, and
 * everything with such a name would be replaced. An app states no `depends_on` on a construct.
 */
export function lookUpSurroundings(scope: Construct): Surroundings {
  const { partition, dnsSuffix } = new DataAwsPartition(scope, "current#partition");
  const { accountId } = new DataAwsCallerIdentity(scope, "current#account");
  const { id: region } = new DataAwsRegion(scope, "current#region");
  const asked = { accountId, partition, dnsSuffix, region };
  return isPublished(scope) ? remember(scope, asked) : asked;
}

function remember(scope: Construct, asked: Surroundings): Surroundings {
  const input = {
    account_id: asked.accountId,
    partition: asked.partition,
    dns_suffix: asked.dnsSuffix,
    region: asked.region,
  };
  const remembered = comment(
    new TerraformData(scope, "surroundings", {
      input,
      lifecycle: {
        ignoreChanges: ["input"],
        postcondition: [
          {
            condition: tf<never>`self.input.region == ${asked.region} && self.input.account_id == ${asked.accountId}`,
            errorMessage: `This was made in ${tf`self.input.region`} of account ${tf`self.input.account_id`}, and the provider is now of ${asked.region} of account ${asked.accountId}: nothing moves. Give the provider back its region and account; or destroy everything there first, and make it here with a state of its own.`,
          },
        ],
      },
    }),
    "Keeps names known where depends_on on the module defers its data sources to the apply.",
  );
  const recall = (name: keyof typeof input): string =>
    shorthand(scope, name, tf<string>`${remembered}.input.${raw(name)}`);
  return {
    accountId: recall("account_id"),
    partition: recall("partition"),
    dnsSuffix: recall("dns_suffix"),
    region: recall("region"),
  };
}
