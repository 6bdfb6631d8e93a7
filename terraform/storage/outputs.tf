output "name" {
  description = "Name of the bucket, known once it has versions."
  value       = aws_s3_bucket_versioning.this.bucket
}

output "arn" {
  description = "ARN of the bucket, known once it has versions, so that another bucket can replicate to it."
  value       = "arn:${local.partition}:s3:::${aws_s3_bucket_versioning.this.bucket}"
}

output "regional_domain_name" {
  description = "Domain name of the bucket in its region, for an origin of CloudFront."
  value       = aws_s3_bucket.this.bucket_regional_domain_name
}

output "kms_key_arn" {
  description = "Key that encrypts new objects: kms_key, or the module's own."
  value       = local.kms_key_arn
}

output "log_bucket_name" {
  description = "The module's own bucket of access logs; null without one."
  value       = one(aws_s3_bucket.access_logs[*].id)
}

output "replication_role_arn" {
  description = "Role that copies objects to the other region; null without replication."
  value       = one(aws_iam_role.replication[*].arn)
}
