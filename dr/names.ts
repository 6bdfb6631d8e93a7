/** Version of what the parameters of the recovery region hold. Who reads another one refuses it. */
export const HANDOVER_SCHEMA = 1;

/**
 * What all names in the recovery region begin with. Names of buckets and roles are one name space for all regions, so that
 * it cannot be that of the primary region.
 */
export const recoveryName = (prefix: string): string => `${prefix}-dr`;

/** The same for a restore test, which stands beside the standby, and beside dr. */
export const restoreTestName = (prefix: string): string => `${prefix}-rt`;

/** Name of the latch's alarm in the recovery region. The standby stack makes it; the edge stack's checks read it. */
export const latchName = (prefix: string): string => `${prefix}-latch`;

/** Path of the parameters in which stacks tell those of the recovery region what these must know. */
export const handoverPath = (prefix: string): string => `/holdfast/${prefix}`;

/** The parameters: what primary shipped, what standby made, and what the watch has seen of the copies. */
export type HandoverPart = "lifelines" | "standby" | "copies";

/** Subnet group that the standby makes, and in which AWS Backup restores what it tries: see the vault of the lifelines. */
export const restoreTestSubnetGroup = (prefix: string): string => `${prefix}-standby`;
