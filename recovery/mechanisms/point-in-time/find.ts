import { Stack, local, tf } from "../../../kernel";
import { whole } from "../../contract";
import { Candidate, FindContext } from "../mechanism";

/** The replicated automated backups, as the watch has seen them: AWS cannot be asked for them by Terraform. */
export function findBackups(stack: Stack, context: FindContext): Candidate {
  const { application, environment, region, watched, key, named: time } = context;
  const { latestRestorableTime, status } = watched.database;
  const backups = tf`${local(
    stack,
    "automated_backups",
    tf`${key.enabled} && try(${latestRestorableTime}, null) != null && try(${status} != "creating", false) ? ${whole(watched.database)} : null`,
  )}`;
  const latest = tf`try(${backups}.latest_restorable_time, null)`;
  const text = { time: tf`${time}`, latest: tf`try(${backups}.latest_restorable_time, "unknown")` };
  return {
    isThere: tf`${backups} != null`,
    origin: [
      "pointInTime",
      {
        source_instance: null,
        automated_backups_arn: tf`try(${backups}.automated_backup_arn, null)`,
        time,
        retention_days: 35,
      },
    ],
    allocatedStorage: tf`try(${backups}.allocated_storage, null)`,
    copy: tf`try(${backups}.automated_backup_arn, null)`,
    dataUntil: tf`${time} != null ? ${time} : ${latest}`,
    wellFormed: [
      {
        condition: tf`${time} == null ? true : can(formatdate("YYYY", ${time})) && endswith(${time}, "Z")`,
        errorMessage: `restore_time must be a time in UTC, such as 2026-11-21T08:00:00Z, and not ${text.time}. Nothing was made.`,
      },
    ],
    restorable: [
      {
        condition: tf`${time} == null || ${backups} != null`,
        errorMessage: `The time ${text.time} cannot be restored in ${region}: the watch has seen no replicated automated backups of ${application} ${environment} there that could be. Leave restore_time out to take the newest snapshot. Nothing was made.`,
      },
      {
        condition: tf`${time} == null ? true : timecmp(${time}, ${text.latest}) <= 0`,
        errorMessage: `The time ${text.time} cannot be restored in ${region}: the replicated automated backups reach until ${text.latest}. Name a time before that, or leave restore_time out to take the latest. Nothing was made.`,
      },
    ],
    absence: "no automated backups are replicated there",
  };
}
