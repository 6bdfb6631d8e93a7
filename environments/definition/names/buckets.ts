import type { EnvironmentDefinition } from "../schema/environment";

/** Name of a bucket where the environment gives none: buckets share one name space with all other accounts. */
export const bucketName = (definition: EnvironmentDefinition, environment: string, bucket: string): string =>
  definition.storage?.[bucket]?.bucketName ??
  `${definition.application}-${environment}-${bucket}-${definition.accountId}-${definition.region}`;

/** Name of a bucket's copy in the recovery region: that of the bucket with the other region's name. */
export function replicaName(definition: EnvironmentDefinition, environment: string, bucket: string): string {
  const region = definition.recovery?.region ?? "";
  const stated = definition.storage?.[bucket]?.bucketName;
  if (stated !== undefined) return `${stated}-${region}`;
  return bucketName({ ...definition, region }, environment, bucket);
}
