/**
 * What all names in the recovery region begin with. Names of buckets and roles are one name space for all regions, so that
 * it cannot be that of the primary region.
 */
export const recoveryName = (prefix: string): string => `${prefix}-dr`;

/** The same for a restore test, which stands beside the standby, and beside dr. */
export const restoreTestName = (prefix: string): string => `${prefix}-rt`;

/** Name of the database's read replica in the recovery region: in peace, and once it is promoted. */
export const databaseReplica = (prefix: string): string => `${prefix}-replica`;

/** Name of the latch in the recovery region: of its alarm, which the edge stack's checks read, and of its state machine. */
export const latchName = (prefix: string): string => `${prefix}-latch`;

/** What the names of all snapshots begin with that take data back to the primary region. */
export const failbackSnapshots = (prefix: string): string => `${prefix}-failback`;

/** That of one failback: numbered as the database that is made from it, so that a second incident finds its name free. */
export const failbackSnapshot = (prefix: string, replacements: number): string =>
  `${failbackSnapshots(prefix)}-${replacements}`;
