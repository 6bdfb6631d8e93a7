output "urls" {
  description = "URLs of the repositories by key: images are <url>:<tag>."
  value       = { for key, repository in aws_ecr_repository.this : key => repository.repository_url }
}

output "arns" {
  description = "ARNs of the repositories by key."
  value       = { for key, repository in aws_ecr_repository.this : key => repository.arn }
}

output "names" {
  description = "Names of the repositories by key."
  value       = { for key, repository in aws_ecr_repository.this : key => repository.name }
}

output "registry_id" {
  description = "Account whose registry it is."
  value       = local.account_id
}

output "kms_key_arn" {
  description = "Key that the images are encrypted with."
  value       = local.kms_key_arn
}
