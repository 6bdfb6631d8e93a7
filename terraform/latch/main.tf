locals {
  region = terraform_data.surroundings.input.region
}

data "aws_partition" "current" {}

data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

# Keeps names known where depends_on on the module defers its data sources to the apply.
resource "terraform_data" "surroundings" {
  input = {
    account_id = data.aws_caller_identity.current.account_id
    partition  = data.aws_partition.current.partition
    dns_suffix = data.aws_partition.current.dns_suffix
    region     = data.aws_region.current.id
  }

  lifecycle {
    ignore_changes = [input]

    postcondition {
      condition = (
        self.input.region == data.aws_region.current.id &&
        self.input.account_id == data.aws_caller_identity.current.account_id
      )
      error_message = join(" ", [
        "This was made in ${self.input.region} of account ${self.input.account_id},",
        "and the provider is now of ${data.aws_region.current.id} of account",
        "${data.aws_caller_identity.current.account_id}: nothing moves. Give the provider back its region and account;",
        "or destroy everything there first, and make it here with a state of its own.",
      ])
    }
  }
}

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
