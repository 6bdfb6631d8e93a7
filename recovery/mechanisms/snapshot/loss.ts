import { Duration, times, total } from "../../durations";
import { CopySettings, DataLoss, Period } from "../mechanism";
import { SNAPSHOT_DURATIONS } from "./durations";

/** AWS Backup's own `start_window`. Source: AWS Backup Developer Guide, "Backup plan options and configuration". */
const START_WINDOW_MINUTES = 480;

/** Seconds between two snapshots. */
export function periodSeconds(every: Period): number {
  const hours = { day: 24, week: 7 * 24 }[every] ?? Number(every);
  if (!(hours > 0)) throw new Error(`a period must be day, week or a number of hours above 0, not ${every}`);
  return hours * 3600;
}

/**
 * A copy can be restored when it is complete, so that the one before it is the newest until then: a snapshot that was
 * taken as early as can be, and its successor as late as can be.
 */
export function snapshotLoss({ storageGib, snapshots = { every: "day" } }: CopySettings): DataLoss {
  const { every, startWindowMinutes = START_WINDOW_MINUTES } = snapshots;
  const { snapshot, snapshotPerGib, snapshotCopy, snapshotCopyPerGib } = SNAPSHOT_DURATIONS;
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
