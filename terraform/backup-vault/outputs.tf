output "arn" {
  description = "ARN of the vault, for a copy of the backup module."
  value       = aws_backup_vault.this.arn
}

output "name" {
  description = "Name of the vault."
  value       = aws_backup_vault.this.name
}

output "restore_testing_plan_arn" {
  description = "ARN of the restore testing plan, for a recovery-watch; null without one."
  value       = one(aws_backup_restore_testing_plan.restore_test[*].arn)
}

output "kms_key_arn" {
  description = "Key that copies are encrypted with."
  value       = var.kms_key != null ? var.kms_key.arn : one(aws_kms_key.this[*].arn)
}
