import { partitionOf } from "../../../modules/parts/partitions";
import type { EnvironmentDefinition } from "../schema/environment";

/** What of an environment says where its states are. */
export type StateOwner = Pick<EnvironmentDefinition, "application" | "accountId" | "region" | "state" | "recovery"> & {
  readonly name: string;
  readonly names?: unknown;
};

/** The regions that stacks of the environment keep their states in: its own, the one of recovery, and the edge stack's. */
export const stateRegions = ({ region, recovery, names }: StateOwner): string[] => [
  ...new Set([region, ...(recovery ? [recovery.region] : []), ...(names ? [partitionOf(region).globalRegion] : [])]),
];

/** Bucket of the states of a region's stacks; buckets share one name space with all other accounts. */
export const stateBucket = (environment: StateOwner, region: string): string =>
  environment.state?.buckets?.[region] ?? ownStateBucket(environment, region);

/** Name of the bucket that the bootstrap stack makes in a region. */
export const ownStateBucket = ({ application, name, accountId }: StateOwner, region: string): string =>
  `${application}-${name}-state-${accountId}-${region}`;

/** The regions whose bucket the bootstrap stack makes: where the environment names none. */
export const ownStateRegions = (environment: StateOwner): string[] =>
  environment.state ? stateRegions(environment).filter((region) => !environment.state?.buckets?.[region]) : [];
