/** Path of the parameters in which stacks tell those of the recovery region what these must know. */
export const handoverPath = (prefix: string): string => `/holdfast/${prefix}`;

/** The parameters: what primary shipped, and what it runs; what standby made; what the watch has seen of the copies. */
export type HandoverPart = "lifelines" | "release" | "standby" | "copies";

/** Name of one of these parameters. */
export const handoverParameter = (prefix: string, part: HandoverPart): string => `${handoverPath(prefix)}/${part}`;

/**
 * Name of the parameter that holds the decision which region serves: the latch publishes it, and names follow it. It is no
 * contract: its value is the name of a region.
 */
export const servingRegionParameter = (prefix: string): string => `${handoverPath(prefix)}/serving-region`;

/**
 * Subnet group of the recovery region in which AWS Backup restores what it tries. The standby makes it; the vault of the
 * lifelines names it.
 */
export const restoreTestSubnetGroup = (prefix: string): string => `${prefix}-standby`;
