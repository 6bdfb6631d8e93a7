import { DbInstanceAutomatedBackupsReplication } from "@cdktf/provider-aws/lib/db-instance-automated-backups-replication";
import { DURATIONS, times } from "../../durations";
import { CarryContext, Carried, Mechanism } from "../mechanism";
import { snapshot } from "../snapshot";
import { LOG_REPLAY, LOG_UPLOAD, REPLICATED_BACKUP_LAG } from "./durations";
import { findBackups } from "./find";

/** Backups and logs, as RDS takes and replicates them: the latest point in time is restored, or one that is named. */
export const pointInTime: Mechanism<"point_in_time"> = {
  name: "point_in_time",
  help: "point_in_time is the latest state that the replicated automated backups hold, 5 to 30 minutes old",
  describe: () => "point_in_time",
  carry: replicateBackups,
  variable: {
    name: "restore_time",
    description: "Point in time to restore, in UTC, such as 2026-11-21T08:00:00Z, instead of the latest.",
    otherwise: "latest",
  },
  find: findBackups,
  origin: ({ copy, time }, retentionDays) => [
    "pointInTime",
    { source_instance: null, automated_backups_arn: copy, time, retention_days: retentionDays },
  ],
  namesOf: ({ time, dataUntil }) => [time, dataUntil],
  loss: () => ({ best: LOG_UPLOAD.seconds, worst: REPLICATED_BACKUP_LAG.seconds, parts: [REPLICATED_BACKUP_LAG] }),
  restore: ({ storageGib }) => [
    DURATIONS.databaseRestore,
    times(DURATIONS.databaseRestorePerGib, storageGib, `RDS restores ${storageGib} GiB`),
    LOG_REPLAY,
  ],
  remedies: () => [],
  fallback: { what: "where the replicated backups cannot be used, the newest copy of a snapshot", mechanism: snapshot },
};

function replicateBackups({ scope, database, kmsKeyArn, retentionDays, rpo }: CarryContext): Carried {
  const replication = new DbInstanceAutomatedBackupsReplication(scope, "database_backups", {
    sourceDbInstanceArn: database.arn,
    kmsKeyId: kmsKeyArn,
    retentionPeriod: retentionDays,
  });
  const automatedBackupArn = replication.id;
  return { tells: { automatedBackupArn }, watches: { database: { automatedBackupArn, maxAge: rpo } } };
}
