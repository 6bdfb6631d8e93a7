import { ElementKind } from "../stack-json/elements";

const BUCKET = "the bucket that the primary's bucket is replicated to";
const RESTORE_TEST = "AWS Backup restores a copy where the copies are";
const WATCH = "the watch, which looks at the copies from where they are";
const ROLE = "a role of what stands in the recovery region: IAM is global, and it is made in peace time";
const KEY = "a key of the recovery region for the data that gets there";
const TOLD = "who is told by the alarms that survive";

/**
 * What the primary stack may make with its provider of the recovery region: what carries data there, and what watches it.
 * All else in the recovery region belongs to standby, so that the loss of the primary region cannot take away the means
 * to change it.
 */
export const LIFELINE_TYPES: Readonly<Record<ElementKind, ReadonlyMap<string, string>>> = {
  resource: new Map([
    ["aws_backup_restore_testing_plan", RESTORE_TEST],
    ["aws_backup_restore_testing_selection", RESTORE_TEST],
    ["aws_backup_vault", "the vault that snapshots are copied to"],
    ["aws_backup_vault_lock_configuration", "what keeps the copies from deletion"],
    ["aws_backup_vault_notifications", TOLD],
    ["aws_backup_vault_policy", "who may do what with the copies"],
    ["aws_cloudwatch_event_rule", TOLD],
    ["aws_cloudwatch_event_target", TOLD],
    ["aws_cloudwatch_log_group", WATCH],
    ["aws_cloudwatch_log_resource_policy", WATCH],
    ["aws_cloudwatch_metric_alarm", "an alarm on a copy's age has to be in the region that survives"],
    ["aws_db_instance_automated_backups_replication", "RDS takes the order to replicate in the destination's region"],
    ["aws_ecr_lifecycle_policy", "how many replicated images are kept"],
    ["aws_ecr_registry_scanning_configuration", "how images are scanned that were replicated"],
    ["aws_ecr_repository", "the repository that images are replicated to"],
    ["aws_ecr_repository_creation_template", "how ECR makes the repositories that images are replicated to"],
    ["aws_ecr_repository_policy", "who may pull replicated images"],
    ["aws_iam_role", ROLE],
    ["aws_iam_role_policy", ROLE],
    ["aws_iam_role_policy_attachment", ROLE],
    ["aws_kms_alias", KEY],
    ["aws_kms_grant", KEY],
    ["aws_kms_key", KEY],
    ["aws_kms_key_policy", KEY],
    ["aws_kms_replica_key", KEY],
    ["aws_s3_bucket", BUCKET],
    ["aws_s3_bucket_cors_configuration", BUCKET],
    ["aws_s3_bucket_lifecycle_configuration", BUCKET],
    ["aws_s3_bucket_logging", BUCKET],
    ["aws_s3_bucket_notification", BUCKET],
    ["aws_s3_bucket_object_lock_configuration", BUCKET],
    ["aws_s3_bucket_ownership_controls", BUCKET],
    ["aws_s3_bucket_policy", BUCKET],
    ["aws_s3_bucket_public_access_block", BUCKET],
    ["aws_s3_bucket_replication_configuration", "the way back, for failback"],
    ["aws_s3_bucket_server_side_encryption_configuration", BUCKET],
    ["aws_s3_bucket_versioning", BUCKET],
    ["aws_scheduler_schedule", WATCH],
    ["aws_scheduler_schedule_group", WATCH],
    ["aws_secretsmanager_secret_policy", "who may read a secret's replica"],
    ["aws_sfn_state_machine", WATCH],
    ["aws_sns_topic", TOLD],
    ["aws_sns_topic_policy", TOLD],
    ["aws_ssm_parameter", "what the stacks of the recovery region have to know"],
    ["terraform_data", "what Terraform remembers: it needs no provider"],
  ]),
  data: new Map([
    ["aws_caller_identity", "the account"],
    ["aws_ecs_cluster", "whether tasks still run there, before a failback takes the data back"],
    ["aws_ecs_clusters", "the same"],
    ["aws_iam_policy_document", "computed by Terraform"],
    ["aws_partition", "the partition"],
    ["aws_region", "the region"],
  ]),
  ephemeral: new Map(),
};
