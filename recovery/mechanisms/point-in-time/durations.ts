import type { Duration } from "../../durations";

/** What comes after the newest automated backup. */
export const LOG_REPLAY: Duration = {
  what: "RDS replays the log since the last automated backup",
  seconds: 300,
  evidence: "assumption",
  source:
    'RDS User Guide, "Restoring a DB instance to a specified time": depends on what was written in up to a day; AWS names no figure but "up to a few hours" (AWS Prescriptive Guidance, the page of replicatedBackupLag)',
};

/** How old the newest log is at the best. */
export const LOG_UPLOAD: Duration = {
  what: "RDS uploads the log of transactions",
  seconds: 300,
  evidence: "published",
  source: 'RDS User Guide, "Restoring a DB instance to a specified time": each five minutes',
};

/** How old the newest state is at the worst. */
export const REPLICATED_BACKUP_LAG: Duration = {
  what: "the replicated automated backup is behind, at the most",
  seconds: 1800,
  evidence: "published",
  source:
    "AWS Prescriptive Guidance, point-in-time recovery across regions, 5 to 30 minutes: https://docs.aws.amazon.com/prescriptive-guidance/latest/dr-standard-edition-amazon-rds/rds-pitr-snapshot.html",
};
