output "vault_arn" {
  description = "ARN of the vault."
  value       = aws_backup_vault.this.arn
}

output "vault_name" {
  description = "Name of the vault."
  value       = aws_backup_vault.this.name
}

output "kms_key_arn" {
  description = "Key of the vault."
  value       = local.kms_key_arn
}

output "role_arn" {
  description = "Role that backs up and copies."
  value = (
    var.role != null
    ? var.role.arn
    : one([for attached in aws_iam_role_policy_attachment.this : one(aws_iam_role.this[*].arn)])
  )
}

output "plan_id" {
  description = "ID of the plan."
  value       = aws_backup_plan.this.id
}

output "plan_arn" {
  description = "ARN of the plan."
  value       = aws_backup_plan.this.arn
}
