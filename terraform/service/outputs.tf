output "service_name" {
  description = "Name of the service."
  value       = aws_ecs_service.this.name
}

output "service_arn" {
  description = "ARN of the service."
  value       = aws_ecs_service.this.id
}

output "security_group_id" {
  description = "Security group of the tasks."
  value       = aws_security_group.tasks.id
}

output "task_definition_arn" {
  description = "ARN of the task definition, with its revision."
  value       = aws_ecs_task_definition.this.arn
}

output "task_definition_family" {
  description = "Family of the task definition."
  value       = aws_ecs_task_definition.this.family
}

output "task_role_arn" {
  description = "Role of the application."
  value       = var.task_role != null ? var.task_role.arn : one(aws_iam_role.task[*].arn)
}

output "task_role_name" {
  description = "Name of the module's own task role; null when the caller brought one."
  value       = one(aws_iam_role.task[*].name)
}

output "execution_role_arn" {
  description = "Role that pulls images, reads secrets and writes logs."
  value       = var.execution_role != null ? var.execution_role.arn : one(aws_iam_role.execution[*].arn)
}

output "log_group_name" {
  description = "Log group of the containers."
  value       = aws_cloudwatch_log_group.logs.name
}

output "log_group_arn" {
  description = "ARN of the log group."
  value       = aws_cloudwatch_log_group.logs.arn
}

output "target_group_arn" {
  description = "Target group; null without routing."
  value       = one(aws_lb_target_group.this[*].arn)
}

output "target_group_arn_suffix" {
  description = "What metrics call the target group; null without routing."
  value       = one(aws_lb_target_group.this[*].arn_suffix)
}

output "target_group_name" {
  description = "Name of the target group; null without routing."
  value       = one(aws_lb_target_group.this[*].name)
}

output "scaling_target_id" {
  description = "What scaling policies of your own apply to."
  value       = aws_appautoscaling_target.this.resource_id
}
