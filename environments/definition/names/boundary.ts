import { partitionOf } from "../../../modules/parts/partitions";
import type { EnvironmentDefinition } from "../schema/environment";

/** What of an environment says where the boundary of its roles is. */
export type BoundedEnvironment = Pick<EnvironmentDefinition, "application" | "accountId" | "region"> & {
  readonly name: string;
};

/** ARN of the policy that bounds the roles which primary and standby make; the bootstrap stack makes it. */
export const boundaryArn = ({ application, name, accountId, region }: BoundedEnvironment): string =>
  `arn:${partitionOf(region).id}:iam::${accountId}:policy/${application}-${name}-boundary`;
