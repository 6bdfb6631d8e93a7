import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { DataAwsCloudwatchLogGroups } from "@cdktf/provider-aws/lib/data-aws-cloudwatch-log-groups";
import { DataAwsResourcegroupstaggingapiResources } from "@cdktf/provider-aws/lib/data-aws-resourcegroupstaggingapi-resources";
import { DbParameterGroup } from "@cdktf/provider-aws/lib/db-parameter-group";
import { DbSubnetGroup } from "@cdktf/provider-aws/lib/db-subnet-group";
import { EcsService } from "@cdktf/provider-aws/lib/ecs-service";
import { ElasticacheParameterGroup } from "@cdktf/provider-aws/lib/elasticache-parameter-group";
import { ElasticacheReplicationGroup } from "@cdktf/provider-aws/lib/elasticache-replication-group";
import { ElasticacheServerlessCache } from "@cdktf/provider-aws/lib/elasticache-serverless-cache";
import { ElasticacheSubnetGroup } from "@cdktf/provider-aws/lib/elasticache-subnet-group";
import { ElasticacheUser } from "@cdktf/provider-aws/lib/elasticache-user";
import { ElasticacheUserGroup } from "@cdktf/provider-aws/lib/elasticache-user-group";
import { TerraformResource } from "cdktf";
import { Expression, Stack, local, raw, tf } from "../../kernel";
import { INCARNATION } from "../incarnation";
import { Found, instancesOf, resourcesOf } from "./resources";

/** What a failback takes, and nobody adopts: it is asked for in the same request. */
const SNAPSHOTS = "rds:snapshot";

/** What Terraform knows by its name: how the tagging API calls its type, the name, and how an ARN ends. */
interface Named {
  readonly resource: TerraformResource;
  readonly type: string;
  readonly id: unknown;
  readonly ending: unknown;
}

/** What an earlier run has left behind. */
interface Left {
  /** What could not be made anew while it is there. */
  readonly occupied: readonly Found[];
  /** ARNs of all that bears the tag of this deployment. */
  readonly ours: Expression;
}

/** What is adopted of what AWS lists by tags. */
export interface NamedConfig {
  /** Identifier of the deployment that has begun; null before the first. */
  readonly begun: Expression;
  /** Whether AWS's list is believed. */
  readonly listed: Expression;
}

/**
 * Adopts what stands under a name of its own, which a second run would find taken. AWS's list of tagged resources has those of
 * earlier deployments too: what counts is what bears the tag of this one, and before it has begun nothing is asked.
 */
export function adoptNamed(stack: Stack, { begun, listed }: NamedConfig): Left {
  const occupied: Found[] = [];
  const wanted = [...groupsAndCaches(stack), ...services(stack)];
  const answer = new DataAwsResourcegroupstaggingapiResources(stack, "unfinished", {
    count: tf<number>`${begun} != null && ${listed} ? 1 : 0`,
    resourceTypeFilters: [...new Set([...wanted.map(({ type }) => type), SNAPSHOTS])],
    tagFilter: [{ key: INCARNATION, values: [tf<string>`${begun}`] }],
  });
  const ours = tf`${local(
    stack,
    "unfinished#ours",
    tf`[for one in flatten(${answer}[*].resource_tag_mapping_list) : one.resource_arn if lookup(one.tags, ${INCARNATION}, "") == ${begun}]`,
  )}`;
  for (const { resource, id, ending } of wanted) {
    const isThere = tf`anytrue([for arn in ${ours} : endswith(arn, ${ending})])`;
    stack.adoptEach(resource, instancesOf(resource, id, isThere));
    // A service is made anew where a release asks for that: nothing is lost with it, and it is destroyed first.
    if (!(resource instanceof EcsService)) occupied.push({ resource, isThere });
  }
  return { occupied: [...occupied, ...adoptLogGroups(stack)], ours };
}

function adoptLogGroups(stack: Stack): Found[] {
  const logGroups = resourcesOf(stack, CloudwatchLogGroup);
  if (logGroups.length === 0) return [];
  const found = new DataAwsCloudwatchLogGroups(stack, "unfinished#logs");
  return logGroups.map((resource) => {
    const id = resource.nameInput;
    const isThere = tf`contains(${found}.log_group_names, ${id})`;
    stack.adoptEach(resource, instancesOf(resource, id, isThere));
    return { resource, isThere };
  });
}

function groupsAndCaches(stack: Stack): Named[] {
  const named = <T extends TerraformResource>(
    type: new (...args: never[]) => T,
    service: string,
    nameOf: (resource: T) => unknown,
  ): Named[] => {
    const kind = service.slice(service.indexOf(":"));
    return resourcesOf(stack, type).map((resource) => {
      const id = nameOf(resource);
      return { resource, type: service, id, ending: tf`"${raw(kind)}:\${${id}}"` };
    });
  };
  return [
    ...named(DbSubnetGroup, "rds:subgrp", ({ nameInput }) => nameInput),
    ...named(DbParameterGroup, "rds:pg", ({ nameInput }) => nameInput),
    ...named(ElasticacheSubnetGroup, "elasticache:subnetgroup", ({ nameInput }) => nameInput),
    ...named(ElasticacheParameterGroup, "elasticache:parametergroup", ({ nameInput }) => nameInput),
    ...named(ElasticacheUser, "elasticache:user", ({ userIdInput }) => userIdInput),
    ...named(ElasticacheUserGroup, "elasticache:usergroup", ({ userGroupIdInput }) => userGroupIdInput),
    ...named(ElasticacheReplicationGroup, "elasticache:replicationgroup", (one) => one.replicationGroupIdInput),
    ...named(ElasticacheServerlessCache, "elasticache:serverlesscache", ({ nameInput }) => nameInput),
  ];
}

/** Services stand in a cluster. */
const services = (stack: Stack): Named[] =>
  resourcesOf(stack, EcsService).map((resource) => {
    const id: Expression = tf`"\${element(split("/", ${resource.clusterInput}), 1)}/\${${resource.nameInput}}"`;
    return { resource, type: "ecs:service", id, ending: tf`"/\${${id}}"` };
  });
