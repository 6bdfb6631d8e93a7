import { DURATIONS, Duration, times, total } from "./durations";

/** How the database's data gets to the recovery region. `replica` is a read replica there, which is not built yet. */
export type Mechanism =
  | { readonly kind: "point_in_time" }
  | {
      readonly kind: "snapshot";
      readonly every: Period;
      readonly storageGib: number;
      /** Minutes that AWS Backup may take to begin: the plan's `start_window`, 480 where the plan states none. */
      readonly startWindowMinutes?: number;
    }
  | { readonly kind: "replica" };

/** A day, a week, or so many hours. */
export type Period = "day" | "week" | number;

/** AWS Backup's own `start_window`. Source: AWS Backup Developer Guide, "Backup plan options and configuration". */
const START_WINDOW_MINUTES = 480;

/** Data lost, in seconds of work, and what that is made of. */
export interface DataLoss {
  /** When the region is lost at the best moment. */
  readonly best: number;
  /** When it is lost at the worst one. Objectives are compared with this. */
  readonly worst: number;
  /** Parts of the worst. */
  readonly parts: readonly Duration[];
}

/** Seconds between two snapshots. */
export function periodSeconds(every: Period): number {
  const hours = { day: 24, week: 7 * 24 }[every] ?? Number(every);
  if (!(hours > 0)) throw new Error(`a period must be day, week or a number of hours above 0, not ${every}`);
  return hours * 3600;
}

/** What is lost with a region, by a mechanism. */
export function dataLoss(mechanism: Mechanism): DataLoss {
  switch (mechanism.kind) {
    case "point_in_time":
      return {
        best: DURATIONS.logUpload.seconds,
        worst: DURATIONS.replicatedBackupLag.seconds,
        parts: [DURATIONS.replicatedBackupLag],
      };
    case "snapshot":
      return snapshotLoss(mechanism);
    case "replica":
      return { best: 0, worst: DURATIONS.replicaLag.seconds, parts: [DURATIONS.replicaLag] };
  }
}

/**
 * A copy can be restored when it is complete, so that the one before it is the newest until then: a snapshot that was
 * taken as early as can be, and its successor as late as can be.
 */
function snapshotLoss({ every, storageGib, startWindowMinutes = START_WINDOW_MINUTES }: SnapshotMechanism): DataLoss {
  const { snapshot, snapshotPerGib, snapshotCopy, snapshotCopyPerGib } = DURATIONS;
  const making = [
    snapshot,
    times(snapshotPerGib, storageGib, `the snapshot of ${storageGib} GiB`),
    snapshotCopy,
    times(snapshotCopyPerGib, storageGib, `the copy of ${storageGib} GiB`),
  ];
  const parts = [
    {
      what: "from one snapshot to the next",
      seconds: periodSeconds(every),
      evidence: "published",
      source: "The schedule of the environment's backup plan",
    },
    {
      what: "AWS Backup begins when it likes, within the plan's start window",
      seconds: startWindowMinutes * 60,
      evidence: "published",
      source: 'AWS Backup Developer Guide, "Backup plan options and configuration": start window',
    },
    ...making,
  ] satisfies Duration[];
  return { best: total(making), worst: total(parts), parts };
}

type SnapshotMechanism = Extract<Mechanism, { kind: "snapshot" }>;
