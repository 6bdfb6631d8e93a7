output "arn" {
  description = "ARN of the web ACL: web_acl of a load balancer, web_acl_id of a distribution."
  value       = aws_wafv2_web_acl.this.arn
}

output "id" {
  description = "ID of the web ACL."
  value       = aws_wafv2_web_acl.this.id
}

output "name" {
  description = "Name of the web ACL, by which its metrics are found."
  value       = aws_wafv2_web_acl.this.name
}

output "capacity" {
  description = "Web ACL capacity units (WCU) that the rules take, as AWS reckons."
  value       = aws_wafv2_web_acl.this.capacity
}

output "capacity_limit" {
  description = "Most WCU that the rules may take: an input, to compare capacity with."
  value       = var.capacity_limit
}

output "log_group_name" {
  description = "The module's own log group; null without one."
  value       = one(aws_cloudwatch_log_group.logs[*].name)
}

output "log_group_arn" {
  description = "ARN of that log group; null without one."
  value       = one(aws_cloudwatch_log_group.logs[*].arn)
}
