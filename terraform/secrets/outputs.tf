output "arns" {
  description = "ARNs of the secrets by key."
  value       = { for key, secret in aws_secretsmanager_secret.this : key => secret.arn }
}

output "names" {
  description = "Names of the secrets by key."
  value       = { for key, secret in aws_secretsmanager_secret.this : key => secret.name }
}

output "replica_arns" {
  description = "ARNs of the copies, by region and by key."
  value = {
    for region in keys(var.replicas) :
    region => {
      for key, secret in aws_secretsmanager_secret.this : key => replace(secret.arn, ":${local.region}:", ":${region}:")
    }
  }
}

output "version_ids" {
  description = "Ids of the versions that Terraform wrote, by key: they change when a value is written anew."
  value       = { for key, version in aws_secretsmanager_secret_version.this : key => version.version_id }
}

output "kms_key_arn" {
  description = "Key that the secrets are encrypted with; readers need kms:Decrypt on it."
  value       = var.kms_key != null ? var.kms_key.arn : one(aws_kms_key.this[*].arn)
}
