output "bucket_name" {
  description = "Name of the bucket that files are deployed to."
  value       = aws_s3_bucket.this.id
}

output "bucket_arn" {
  description = "ARN of the bucket."
  value       = aws_s3_bucket.this.arn
}

output "distribution_id" {
  description = "ID of the distribution, to invalidate."
  value       = aws_cloudfront_distribution.this.id
}

output "distribution_arn" {
  description = "ARN of the distribution, which the policy of a replica lets in."
  value       = aws_cloudfront_distribution.this.arn
}

output "domain_name" {
  description = "Name that CloudFront gives the site, for alias records."
  value       = aws_cloudfront_distribution.this.domain_name
}

output "hosted_zone_id" {
  description = "Route 53 zone of that name."
  value       = aws_cloudfront_distribution.this.hosted_zone_id
}

output "deploy_role_arn" {
  description = "Role that deploys; null without one."
  value       = one(aws_iam_role.deploy[*].arn)
}

output "log_bucket_name" {
  description = "The module's own bucket of logs; null without one."
  value       = one(aws_s3_bucket.logs[*].id)
}
