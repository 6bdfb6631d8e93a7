import { Check, Expression, Flag, Stack, local, tf } from "../../../kernel";
import { SILENT_SECONDS, whole } from "../../contract";
import { Candidate, FindContext } from "../mechanism";
import { newestOf } from "../snapshot/find";

/**
 * The replicated automated backups, as the watch has seen them: Terraform cannot ask AWS for them, since no data source of its AWS
 * provider 5.100 does (`terraform providers schema -json`). Where the watch says
 * nothing of them, those that the primary stack has told of are taken: their latest state needs no watch.
 */
export function findBackups(stack: Stack, context: FindContext): Candidate {
  const { application, environment, region, lifelines, watched, key, named: time } = context;
  const seen = watched.database;
  const status = tf`try(${seen.status}, "unknown")`;
  const told = tf`try(${lifelines.database.automatedBackupArn}, null)`;
  const backups = tf`${local(
    stack,
    "automated_backups",
    tf`${key.enabled} && try(${seen.latestRestorableTime}, null) != null && ${status} != "creating" ? {
      arn = ${seen.automatedBackupArn}
      earliest = try(${seen.earliestRestorableTime}, null)
      latest = ${seen.latestRestorableTime}
      allocated_storage = try(${seen.allocatedStorage}, null)
    } : ${key.enabled} && ${status} == "unknown" && ${told} != null ? {
      arn = ${told}
      earliest = null
      latest = null
      allocated_storage = null
    } : null`,
  )}`;
  const part = (name: "earliest" | "latest"): Expression => tf`try(${backups}[${name}], null)`;
  const [earliest, latest] = [part("earliest"), part("latest")];
  const days = tf`try(${lifelines.database.backupRetentionDays}, 35)`;
  const reach = tf`coalesce(${earliest}, timeadd(plantimestamp(), "-\${${days} * 24}h"))`;
  const end = tf`coalesce(${latest}, plantimestamp())`;
  const text = tf`${time}`;
  const cannot = `The time ${text} cannot be restored in ${region}`;
  return {
    isThere: tf`${backups} != null`,
    dataUntil: latest,
    wellFormed: [
      {
        condition: tf`${time} == null ? true : can(formatdate("YYYY", ${time})) && endswith(${time}, "Z")`,
        errorMessage: `restore_time must be a time in UTC, such as 2026-11-21T08:00:00Z, and not ${text}. Nothing was made.`,
      },
    ],
    restorable: [
      {
        condition: tf`${time} == null || ${backups} != null`,
        errorMessage: `${cannot}: nobody knows of replicated automated backups of ${application} ${environment} there that could be. Leave restore_time out to take the newest snapshot. Nothing was made.`,
      },
      {
        condition: tf`${time} == null ? true : timecmp(${time}, ${end}) <= 0`,
        errorMessage: `${cannot}: the replicated automated backups reach until ${tf`${end}`}. Name a time before that, or leave restore_time out to take the latest. Nothing was made.`,
      },
      {
        condition: tf`${time} == null ? true : timecmp(${time}, ${reach}) >= 0`,
        errorMessage: `${cannot}: the replicated automated backups reach back to ${tf`${reach}`}. Name a later time, or a snapshot of before (--var snapshot=<identifier>). Nothing was made.`,
      },
    ],
    absence: "no automated backups are replicated there",
    take: (isTaken) => {
      warnOfOldLook(stack, context, isTaken);
      return {
        copy: tf`try(${backups}.arn, null)`,
        time,
        dataUntil: tf`${time} != null ? ${time} : ${latest}`,
        allocatedStorage: tf`try(${backups}.allocated_storage, null)`,
        usable: [],
      };
    },
  };
}

/**
 * Backups that go away are written by the watch within minutes, and dr takes the newest snapshot then. Where it has stopped, RDS
 * alone can say that they have gone, and does so when they are restored: what is left is named before.
 */
function warnOfOldLook(stack: Stack, { region, watched }: FindContext, isTaken: Expression): void {
  const seenAt = tf`try(${watched.checkedAt}, null)`;
  const snapshot = tf`coalesce(${newestOf(tf`try(${whole(watched.snapshots)}, null)`)}, "<identifier>")`;
  new Check(stack, "backups_seen", {
    condition: tf<Flag>`${isTaken} ? try(timecmp(timeadd(${seenAt}, ${`${SILENT_SECONDS}s`}), plantimestamp()) >= 0, false) : true`,
    message: `Nobody has looked at the replicated backups in ${region} since ${tf`coalesce(${seenAt}, "they were begun")`}: its watch has stopped. They are restored all the same. If RDS answers DBInstanceAutomatedBackupNotFound, they have gone: add --var snapshot=${tf`${snapshot}`}, the newest snapshot that is known, and deploy again. What was made is kept.`,
  });
}
