data "aws_region" "current" {}

# Route 53 knows no alarms on M of N periods, on metric math or on percentiles: this one has neither.
resource "aws_cloudwatch_metric_alarm" "this" {
  alarm_actions       = var.topic_arns
  alarm_description   = "${var.name}: the recovery region serves, and names stay there until its services are stopped"
  alarm_name          = var.name
  comparison_operator = "GreaterThanOrEqualToThreshold"
  dimensions = var.target_group != null ? {
    LoadBalancer = var.target_group.load_balancer
    TargetGroup  = var.target_group.target_group
  } : var.metric.dimensions
  evaluation_periods = var.evaluation_periods
  metric_name        = var.target_group != null ? "HealthyHostCount" : var.metric.name
  namespace          = var.target_group != null ? "AWS/ApplicationELB" : var.metric.namespace
  ok_actions         = var.topic_arns
  period             = var.period
  statistic          = var.target_group != null ? "Maximum" : var.metric.statistic
  threshold          = var.threshold
  treat_missing_data = "notBreaching"

  tags = merge(var.tags, { Name = var.name })

  lifecycle {
    create_before_destroy = true
  }
}
