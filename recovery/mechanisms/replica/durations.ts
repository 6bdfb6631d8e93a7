import type { Duration } from "../../durations";

/** What of the primary's writes is not in the replica yet. */
export const REPLICA_LAG: Duration = {
  what: "the read replica is behind, at the most: a longer lag has raised the first alarm before",
  seconds: 60,
  evidence: "assumption",
  source:
    'RDS User Guide, "Monitoring replication lag for read replicas", names no figure: seconds are usual, and recovery-watch raises an alarm from 60 s on',
};

/** How far it is behind at the best. */
export const REPLICA_LAG_AT_BEST = 1;

/** From the request to a database that takes writes, with its restart. */
export const PROMOTION: Duration = {
  what: "RDS promotes the read replica, and restarts it",
  seconds: 300,
  evidence: "assumption",
  source:
    'RDS User Guide, "Promoting a read replica to be a standalone DB instance": "can take several minutes or longer", and no figure; its backups have begun before, so that none is taken first',
};

/** What dr changes of it afterwards: nothing that asks for a restart. */
export const PROMOTED_SETTINGS: Duration = {
  what: "RDS takes its protection, groups and password",
  seconds: 60,
  evidence: "published",
  source: "The AWS provider's first look at a modified database, one minute after it",
};
