/** Parameters that have an input of their own, or that the module fixes. */
export const NAMED: readonly string[] = [
  "rds.force_ssl",
  "log_statement",
  "log_min_duration_statement",
  "shared_preload_libraries",
  "rds.logical_replication",
  "shared_buffers",
  "effective_cache_size",
  "max_connections",
  "work_mem",
  "maintenance_work_mem",
];

/**
 * Static parameters: RDS refuses to apply them at once.
 *
 * Source: Amazon RDS User Guide, "RDS for PostgreSQL DB instance parameter list".
 */
export const STATIC: readonly string[] = [
  "autovacuum_freeze_max_age",
  "autovacuum_max_workers",
  "autovacuum_multixact_freeze_max_age",
  "huge_pages",
  "max_files_per_process",
  "max_locks_per_transaction",
  "max_logical_replication_workers",
  "max_pred_locks_per_transaction",
  "max_prepared_transactions",
  "max_replication_slots",
  "max_wal_senders",
  "max_worker_processes",
  "pg_stat_statements.max",
  "superuser_reserved_connections",
  "track_activity_query_size",
  "track_commit_timestamp",
  "wal_buffers",
];
