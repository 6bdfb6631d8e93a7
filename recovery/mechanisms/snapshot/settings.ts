/** How snapshots are taken and copied: what an environment states in `recovery.snapshots`, with all defaults. */
export interface SnapshotSettings {
  readonly every: "day" | "week";
  readonly retentionDays: number;
  readonly lock: boolean;
  readonly restoreTest: boolean;
}

/**
 * Minutes within which AWS Backup begins to take a snapshot: its start window, which adds to the age of a copy. Source: AWS
 * Backup Developer Guide, "Backup plan options and configuration" (60 at the least).
 */
export const SNAPSHOT_START_WINDOW_MINUTES = 60;
