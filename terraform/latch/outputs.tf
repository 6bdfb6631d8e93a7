output "alarm_name" {
  description = "Name of the alarm."
  value       = aws_cloudwatch_metric_alarm.this.alarm_name
}

output "alarm_arn" {
  description = "ARN of the alarm."
  value       = aws_cloudwatch_metric_alarm.this.arn
}

output "alarm" {
  description = "The alarm as the input failover.latch of dns-failover takes it."
  value = {
    alarm_name = aws_cloudwatch_metric_alarm.this.alarm_name
    region     = local.region
    period     = var.period
    settings = jsonencode([
      var.target_group != null ? "AWS/ApplicationELB" : var.metric.namespace,
      var.target_group != null ? "HealthyHostCount" : var.metric.name,
      var.target_group != null ? {
        LoadBalancer = var.target_group.load_balancer
        TargetGroup  = var.target_group.target_group
      } : var.metric.dimensions,
      var.target_group != null ? "Maximum" : var.metric.statistic,
      var.threshold,
      var.period,
      var.evaluation_periods,
    ])
  }
}
