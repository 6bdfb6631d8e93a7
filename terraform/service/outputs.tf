output "service_name" {
  description = "Name of the service; null with prepare_only."
  value       = one(aws_ecs_service.this[*].name)
}

output "service_arn" {
  description = "ARN of the service; null with prepare_only."
  value       = one(aws_ecs_service.this[*].id)
}

output "security_group_id" {
  description = "Security group of the tasks."
  value       = var.prepared != null ? var.prepared.security_group_id : one(aws_security_group.tasks[*].id)
}

output "task_definition_arn" {
  description = "ARN of the task definition, with its revision; null with prepare_only."
  value       = one(aws_ecs_task_definition.this[*].arn)
}

output "task_definition_family" {
  description = "Family of the task definition; null with prepare_only."
  value       = one(aws_ecs_task_definition.this[*].family)
}

output "task_role_arn" {
  description = "Role of the application."
  value = (
    var.prepared != null
    ? var.prepared.task_role_arn
    : (var.task_role != null ? var.task_role.arn : one(aws_iam_role.task[*].arn))
  )
}

output "task_role_name" {
  description = "Name of the module's own task role; null when the caller brought one."
  value       = one(aws_iam_role.task[*].name)
}

output "execution_role_arn" {
  description = "Role that pulls images, reads secrets and writes logs."
  value = (
    var.prepared != null
    ? var.prepared.execution_role_arn
    : (var.execution_role != null ? var.execution_role.arn : one(aws_iam_role.execution[*].arn))
  )
}

output "log_group_name" {
  description = "Log group of the containers."
  value       = var.prepared != null ? var.prepared.log_group_name : one(aws_cloudwatch_log_group.logs[*].name)
}

output "log_group_arn" {
  description = "ARN of the log group; null where it was prepared by another instance."
  value       = one(aws_cloudwatch_log_group.logs[*].arn)
}

output "target_group_arn" {
  description = "Target group; null without routing."
  value = (
    var.routing != null
    ? (var.prepared != null ? var.prepared.target_group_arn : one(aws_lb_target_group.this[*].arn))
    : null
  )
}

output "target_group_arn_suffix" {
  description = "What metrics call the target group; null without routing."
  value       = local.target_group_suffix
}

output "target_group_name" {
  description = "Name of the module's own target group; null without one."
  value       = one(aws_lb_target_group.this[*].name)
}

output "prepared" {
  description = "For the input prepared of the instance that runs the service."
  value = {
    execution_role_arn = (
      var.prepared != null
      ? var.prepared.execution_role_arn
      : (var.execution_role != null ? var.execution_role.arn : one(aws_iam_role.execution[*].arn))
    )
    task_role_arn = (
      var.prepared != null
      ? var.prepared.task_role_arn
      : (var.task_role != null ? var.task_role.arn : one(aws_iam_role.task[*].arn))
    )
    log_group_name    = var.prepared != null ? var.prepared.log_group_name : one(aws_cloudwatch_log_group.logs[*].name)
    security_group_id = var.prepared != null ? var.prepared.security_group_id : one(aws_security_group.tasks[*].id)
    target_group_arn = (
      var.routing != null
      ? (var.prepared != null ? var.prepared.target_group_arn : one(aws_lb_target_group.this[*].arn))
      : null
    )
  }
}

output "scaling_target_id" {
  description = "What scaling policies of your own apply to; null with prepare_only."
  value       = one(aws_appautoscaling_target.this[*].resource_id)
}
