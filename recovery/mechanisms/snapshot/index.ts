import { DURATIONS, times } from "../../durations";
import { CopySettings, Mechanism } from "../mechanism";
import { copySnapshots } from "./carry";
import { findSnapshot } from "./find";
import { snapshotLoss } from "./loss";

/** Snapshots on a schedule, copied into a vault of the recovery region: the newest copy is restored, or one that is named. */
export const snapshot: Mechanism<"snapshot"> = {
  name: "snapshot",
  help: "snapshot is the newest copy of a snapshot",
  describe: ({ snapshots }) => {
    const every = snapshots?.every ?? "day";
    return `snapshots each ${typeof every === "number" ? `${every} h` : every}`;
  },
  carry: copySnapshots,
  variable: {
    name: "snapshot",
    description: "Snapshot to restore, by its identifier in the recovery region, instead of the newest copy.",
    otherwise: "newest",
  },
  find: findSnapshot,
  origin: ({ copy }) => ["snapshot", { id: copy }],
  namesOf: ({ copy }) => [copy],
  loss: snapshotLoss,
  restore: ({ storageGib }) => [
    DURATIONS.databaseRestore,
    times(DURATIONS.databaseRestorePerGib, storageGib, `RDS restores ${storageGib} GiB`),
  ],
  remedies: (settings) => [{ what: "recovery.snapshots.every = day", settings: eachDay(settings) }],
};

const eachDay = (settings: CopySettings): CopySettings => ({
  ...settings,
  snapshots: { ...settings.snapshots, every: "day" },
});
