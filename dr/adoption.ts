import { DataAwsDbInstances } from "@cdktf/provider-aws/lib/data-aws-db-instances";
import { DataAwsResourcegroupstaggingapiResources } from "@cdktf/provider-aws/lib/data-aws-resourcegroupstaggingapi-resources";
import { TerraformResource } from "cdktf";
import { Environment } from "../environments/definition";
import { Stack, tf } from "../kernel";

/**
 * What takes minutes to make, and is lost from Terraform's state when a run is killed meanwhile: it is there, half made, and
 * a second run would find its name taken. From its type to what it is called in an ARN, given the name of the resources.
 */
const SLOW = {
  aws_elasticache_replication_group: {
    type: "elasticache:replicationgroup",
    suffix: (name: string) => `replicationgroup:${name}`,
  },
} as const;

/**
 * Lets a run take over what an earlier one was killed in the middle of making: the database that is being restored, and the
 * cache. Where nothing was left behind, or it is in the state, nothing happens.
 */
export function adoptUnfinished(
  stack: Stack,
  { application, name: environment }: Environment,
  name: string,
  existing: DataAwsDbInstances,
): void {
  const resources = stack.node
    .findAll()
    .filter((one): one is TerraformResource => TerraformResource.isTerraformResource(one));
  const database = resources.find(
    ({ terraformResourceType: type, friendlyUniqueId: id }) => type === "aws_db_instance" && id === "database",
  );
  if (database) stack.adopt(database, tf`[for id in ${existing}.instance_identifiers : id if id == ${name}]`);
  for (const [type, { type: tagged, suffix }] of Object.entries(SLOW)) {
    const resource = resources.find(
      ({ terraformResourceType, count }) => terraformResourceType === type && count !== 0,
    );
    if (!resource) continue;
    const found = new DataAwsResourcegroupstaggingapiResources(stack, `${type}#unfinished`, {
      resourceTypeFilters: [tagged],
      tagFilter: [
        { key: "Application", values: [application] },
        { key: "Environment", values: [environment] },
      ],
    });
    stack.adopt(
      resource,
      tf`[for arn in ${found}.resource_tag_mapping_list[*].resource_arn : ${name} if endswith(arn, ${`:${suffix(name)}`})]`,
    );
  }
}
