import type { Duration } from "../../durations";

/** How long a snapshot and its copy take, until the copy can be restored. */
export const SNAPSHOT_DURATIONS = {
  snapshot: {
    what: "RDS takes a snapshot",
    seconds: 600,
    evidence: "assumption",
    source: 'RDS User Guide, "Creating a DB snapshot": depends on what changed; no figure is published',
  },
  snapshotPerGib: {
    what: "the snapshot of a GiB more",
    seconds: 1,
    evidence: "assumption",
    source: "Snapshots are incremental: about 1 GB/s of what is allocated",
  },
  snapshotCopy: {
    what: "RDS begins the copy to another region",
    seconds: 600,
    evidence: "assumption",
    source: 'RDS User Guide, "Copying a DB snapshot": copies may be queued, 20 run at once',
  },
  snapshotCopyPerGib: {
    what: "the copy of a GiB more",
    seconds: 10,
    evidence: "assumption",
    source: 'RDS User Guide, "Copying a DB snapshot": "can take hours"; 100 MB/s, a whole copy',
  },
} as const satisfies Readonly<Record<string, Duration>>;
