output "alarm_name" {
  description = "Name of the alarm."
  value       = aws_cloudwatch_metric_alarm.this.alarm_name
}

output "alarm_arn" {
  description = "ARN of the alarm."
  value       = aws_cloudwatch_metric_alarm.this.arn
}

output "parameter_name" {
  description = "SSM parameter that holds the decision."
  value       = aws_ssm_parameter.this.name
}

output "parameter_arn" {
  description = "ARN of that parameter."
  value       = aws_ssm_parameter.this.arn
}

output "state_machine_arn" {
  description = "The state machine that publishes the decision."
  value       = aws_sfn_state_machine.this.arn
}

output "alarm" {
  description = "The alarm as the input failover.latch of dns-failover takes it."
  value = {
    alarm_name = aws_cloudwatch_metric_alarm.this.alarm_name
    region     = local.region
    period     = 60
    settings   = jsonencode([var.metric_namespace, "ServedByRecovery", { Latch = var.name }, 60])
  }
}
