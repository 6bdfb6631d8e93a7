output "name" {
  description = "Name of the cluster, known once its capacity providers are attached."
  value       = aws_ecs_cluster_capacity_providers.this.cluster_name
}

output "arn" {
  description = "ARN of the cluster."
  value       = aws_ecs_cluster.this.arn
}

output "namespace_arn" {
  description = "Namespace of Service Connect, the module's own or the given one; null without one."
  value       = var.namespace != null ? var.namespace.arn : one(aws_service_discovery_http_namespace.this[*].arn)
}

output "exec_log_group_name" {
  description = "Log group of the exec sessions."
  value       = aws_cloudwatch_log_group.exec.name
}

output "exec_log_group_arn" {
  description = "ARN of that log group."
  value       = aws_cloudwatch_log_group.exec.arn
}

output "kms_key_arn" {
  description = "Key of exec sessions and of the log groups /ecs/<name>/*, the module's own or the given one."
  value       = local.kms_key_arn
}
