output "cache_id" {
  description = "Id of the replication group or name of the serverless cache, known once it is there: what an IAM token is signed for."
  value = (
    var.serverless != null
    ? one(aws_elasticache_serverless_cache.this[*].name)
    : one(aws_elasticache_replication_group.this[*].id)
  )
}

output "arn" {
  description = "ARN of the cache."
  value = (
    var.serverless != null
    ? one(aws_elasticache_serverless_cache.this[*].arn)
    : one(aws_elasticache_replication_group.this[*].arn)
  )
}

output "endpoint" {
  description = "Host name to connect to, over TLS: of the primary, with shards of the configuration, or of the serverless cache."
  value       = local.endpoint
}

output "port" {
  description = "Port of the endpoint."
  value       = local.port
}

output "url" {
  description = "The endpoint as rediss://host:port, without a user."
  value       = "rediss://${local.endpoint}:${local.port}"
}

output "reader_endpoint" {
  description = <<-EOT
    Host name for reads that may be a little old, on port 6380 for a serverless cache; null with shards, whose
    clients find the replicas themselves.
  EOT
  value = (
    var.serverless != null
    ? one(aws_elasticache_serverless_cache.this[*].reader_endpoint[0].address)
    : (var.shards != null ? null : one(aws_elasticache_replication_group.this[*].reader_endpoint_address))
  )
}

output "engine_version" {
  description = "Version that runs, with its patch."
  value = (
    var.serverless != null
    ? one(aws_elasticache_serverless_cache.this[*].full_engine_version)
    : one(aws_elasticache_replication_group.this[*].engine_version_actual)
  )
}

output "security_group_id" {
  description = "Security group of the cache."
  value       = aws_security_group.this.id
}

output "kms_key_arn" {
  description = "Key of the data, the snapshots and the logs."
  value       = local.kms_key_arn
}

output "parameter_group_name" {
  description = "Parameter group of the nodes; null for a serverless cache."
  value       = local.parameter_group_name
}

output "log_group_names" {
  description = "Log groups of the nodes, by the name of the log."
  value       = { for log, group in aws_cloudwatch_log_group.this : log => group.name }
}

output "user_group_id" {
  description = "User group of the cache."
  value       = aws_elasticache_user_group.this.user_group_id
}

output "user_ids" {
  description = "Ids of the users in ElastiCache, by their names in users."
  value       = { for user in keys(var.users) : user => aws_elasticache_user.this[user].user_id }
}

output "user_names" {
  description = "What the users are called in the cache, by their names in users: what a client authenticates as."
  value       = { for user in keys(var.users) : user => aws_elasticache_user.this[user].user_name }
}

output "user_arns" {
  description = "ARNs of the users, by their names in users."
  value       = { for user in keys(var.users) : user => aws_elasticache_user.this[user].arn }
}

output "connect_statements" {
  description = "What a role needs to connect as each of the users with auth iam, by their names: an entry of the service module's task_statements."
  value = { for user, settings in var.users : user => {
    effect  = "Allow"
    actions = ["elasticache:Connect"]
    resources = [
      (
        var.serverless != null
        ? one(aws_elasticache_serverless_cache.this[*].arn)
        : one(aws_elasticache_replication_group.this[*].arn)
      ),
      aws_elasticache_user.this[user].arn,
    ]
  } if settings.auth == "iam" }
}
