output "address" {
  description = "Host name of the database."
  value       = aws_db_instance.this.address
}

output "port" {
  description = "Port of the database."
  value       = aws_db_instance.this.port
}

output "arn" {
  description = "ARN of the database."
  value       = aws_db_instance.this.arn
}

output "identifier" {
  description = "Identifier of the database."
  value       = aws_db_instance.this.identifier
}

output "security_group_id" {
  description = "Security group of the database."
  value       = aws_security_group.this.id
}

output "secret_arn" {
  description = "Secret with the master user's username and password."
  value       = local.secret_arn
}

output "kms_key_arn" {
  description = "Key of the secret and the logs."
  value       = local.kms_key_arn
}

output "resource_id" {
  description = "Identifier that never changes, by which IAM and Performance Insights know the database."
  value       = aws_db_instance.this.resource_id
}

output "proxy_endpoint" {
  description = "Host name of the proxy; null without one."
  value       = one(aws_db_proxy.proxy[*].endpoint)
}

output "client_address" {
  description = "Host name that clients connect to: of the proxy where there is one, else of the database."
  value       = var.proxy != null ? one(aws_db_proxy.proxy[*].endpoint) : aws_db_instance.this.address
}

output "client_security_group_id" {
  description = "Security group that clients must be let out to: of the proxy where there is one, else of the database."
  value       = var.proxy != null ? one(aws_security_group.proxy[*].id) : aws_security_group.this.id
}

output "iam_connect_arn" {
  description = "ARN of all users for rds-db:connect; put a user's name in the place of the asterisk."
  value       = "arn:${local.partition}:rds-db:${local.region}:${local.account_id}:dbuser:${aws_db_instance.this.resource_id}/*"
}

output "client_iam_connect_arn" {
  description = "The same for client_address: IAM knows the proxy, where there is one, by an identifier of its own."
  value = join("", [
    "arn:",
    local.partition,
    ":rds-db:",
    local.region,
    ":",
    local.account_id,
    ":dbuser:",
    var.proxy != null ? reverse(split(":", one(aws_db_proxy.proxy[*].arn)))[0] : aws_db_instance.this.resource_id,
    "/*",
  ])
}

output "endpoint" {
  description = "Host name and port of the database."
  value       = aws_db_instance.this.endpoint
}

output "hosted_zone_id" {
  description = "Route 53 zone of the host name, for an alias record."
  value       = aws_db_instance.this.hosted_zone_id
}

output "db_name" {
  description = "Name of the first database; null when there is none."
  value       = aws_db_instance.this.db_name
}

output "username" {
  description = "Master user."
  value       = aws_db_instance.this.username
}

output "engine_version_actual" {
  description = "Version that runs, with its minor part."
  value       = aws_db_instance.this.engine_version_actual
}

output "storage_kms_key_arn" {
  description = "Key of the storage; after a restore that of the source."
  value       = aws_db_instance.this.kms_key_id
}

output "replica_addresses" {
  description = "Host names of the read replicas, by their names."
  value       = { for name, replica in aws_db_instance.replicas : name => replica.address }
}

output "replica_arns" {
  description = "ARNs of the read replicas, by their names."
  value       = { for name, replica in aws_db_instance.replicas : name => replica.arn }
}

output "proxy_arn" {
  description = "ARN of the proxy; null without one."
  value       = one(aws_db_proxy.proxy[*].arn)
}

output "proxy_security_group_id" {
  description = "Security group of the proxy; null without one."
  value       = one(aws_security_group.proxy[*].id)
}

output "parameter_group_name" {
  description = "Name of the parameter group."
  value       = local.parameter_group_name
}

output "subnet_group_name" {
  description = "Name of the subnet group."
  value       = aws_db_instance.this.db_subnet_group_name
}

output "monitoring_role_arn" {
  description = "Role that writes the measurements; null without any."
  value = (
    var.monitoring_interval != 0
    ? (
      var.monitoring_role != null
      ? var.monitoring_role.arn
      : one([for attached in aws_iam_role_policy_attachment.monitoring : one(aws_iam_role.monitoring[*].arn)])
    )
    : null
  )
}

output "log_group_names" {
  description = "Log groups of the database and its replicas."
  value       = { for log, group in aws_cloudwatch_log_group.logs : log => group.name }
}
