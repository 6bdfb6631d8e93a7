# Every validation of the latch module refuses a bad value. Generated: see the construct's inputs.

mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws", dns_suffix = "amazonaws.com" }
  }

  mock_data "aws_region" {
    defaults = { id = "us-east-1" }
  }
}

variables {
  name         = "nimbus-production-latch"
  target_group = { load_balancer = "app/nimbus-standby/0a1b2c3d4e5f6a7b", target_group = "targetgroup/web/8c9d0e1f2a3b4c5d" }
}

# name must be 3 to 64 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen
run "refuses_name_1" {
  command = plan

  variables {
    name = "Nimbus_Production"
  }

  expect_failures = [var.name]
}

# tags keys must be letters, digits, spaces and _ . : / = + - @, at most 128
run "refuses_tags_1" {
  command = plan

  variables {
    tags = { "Cost$" = "production" }
  }

  expect_failures = [var.tags]
}

# tags must not have keys that begin with aws:, which AWS keeps for itself
run "refuses_tags_2" {
  command = plan

  variables {
    tags = { "aws:team" = "a" }
  }

  expect_failures = [var.tags]
}

# tags must not have keys that differ in case only, from one another or from Name: IAM takes them for one
run "refuses_tags_3" {
  command = plan

  variables {
    tags = { Team = "a", team = "b" }
  }

  expect_failures = [var.tags]
}

# tags[*] must not be null
run "refuses_tags_4" {
  command = plan

  variables {
    tags = { CostCenter = null }
  }

  expect_failures = [var.tags]
}

# tags[*] must be letters, digits, spaces and _ . : / = + - @, at most 256
run "refuses_tags_5" {
  command = plan

  variables {
    tags = { CostCenter = "50% off" }
  }

  expect_failures = [var.tags]
}

# target_group.load_balancer must be the last part of the ARN of the load balancer (arn_suffix)
run "refuses_target_group_1" {
  command = plan

  variables {
    target_group = { load_balancer = "arn:aws:elasticloadbalancing:us-west-2:123456789012", target_group = "targetgroup/web/8c9d0e1f2a3b4c5d" }
  }

  expect_failures = [var.target_group]
}

# target_group.target_group must be the last part of the ARN of the target group (arn_suffix)
run "refuses_target_group_2" {
  command = plan

  variables {
    target_group = { load_balancer = "app/nimbus-standby/0a1b2c3d4e5f6a7b", target_group = "arn:aws:elasticloadbalancing:us-west-2:123456789012" }
  }

  expect_failures = [var.target_group]
}

# target_group or metric must be given, and not both
run "refuses_target_group_3" {
  command = plan

  variables {
    metric = { namespace = "Nimbus/Recovery", name = "Latch" }
  }

  expect_failures = [var.target_group]
}

# metric.namespace must be the namespace of a metric
run "refuses_metric_1" {
  command = plan

  variables {
    metric = { namespace = "Nimbus*", name = "example" }
  }

  expect_failures = [var.metric]
}

# metric.name must have 1 to 255 characters
run "refuses_metric_2" {
  command = plan

  variables {
    metric = { namespace = "Nimbus/Recovery", name = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.metric]
}

# metric.dimensions keys must be 1 to 255 characters without spaces, and no colon in front
run "refuses_metric_3" {
  command = plan

  variables {
    metric = { namespace = "Nimbus/Recovery", name = "example", dimensions = { ":a" = "example" } }
  }

  expect_failures = [var.metric]
}

# metric.dimensions must not be more than 30, the most that CloudWatch takes
run "refuses_metric_4" {
  command = plan

  variables {
    metric = { namespace = "Nimbus/Recovery", name = "example", dimensions = { Dimension0 = "1", Dimension1 = "1", Dimension2 = "1", Dimension3 = "1", Dimension4 = "1", Dimension5 = "1", Dimension6 = "1", Dimension7 = "1", Dimension8 = "1", Dimension9 = "1", Dimension10 = "1", Dimension11 = "1", Dimension12 = "1", Dimension13 = "1", Dimension14 = "1", Dimension15 = "1", Dimension16 = "1", Dimension17 = "1", Dimension18 = "1", Dimension19 = "1", Dimension20 = "1", Dimension21 = "1", Dimension22 = "1", Dimension23 = "1", Dimension24 = "1", Dimension25 = "1", Dimension26 = "1", Dimension27 = "1", Dimension28 = "1", Dimension29 = "1", Dimension30 = "1" } }
  }

  expect_failures = [var.metric]
}

# metric.dimensions[*] must not be null
run "refuses_metric_5" {
  command = plan

  variables {
    metric = { namespace = "Nimbus/Recovery", name = "example", dimensions = { LoadBalancer = null } }
  }

  expect_failures = [var.metric]
}

# metric.dimensions[*] must have 1 to 1024 characters
run "refuses_metric_6" {
  command = plan

  variables {
    metric = { namespace = "Nimbus/Recovery", name = "example", dimensions = { LoadBalancer = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [var.metric]
}

# metric.statistic must be one of Maximum, Minimum, Average, Sum, SampleCount
run "refuses_metric_7" {
  command = plan

  variables {
    metric = { namespace = "Nimbus/Recovery", name = "example", statistic = "none-of-these" }
  }

  expect_failures = [var.metric]
}

# threshold must be between 1 and 1000000
run "refuses_threshold_1" {
  command = plan

  variables {
    threshold = 1000001
  }

  expect_failures = [var.threshold]
}

# period must be between 60 and 3600 seconds
run "refuses_period_1" {
  command = plan

  variables {
    period = 3601
  }

  expect_failures = [var.period]
}

# period must be whole minutes, in seconds: Route 53 cannot read a high-resolution alarm
run "refuses_period_2" {
  command = plan

  variables {
    period = 90
  }

  expect_failures = [var.period]
}

# evaluation_periods must be between 1 and 5
run "refuses_evaluation_periods_1" {
  command = plan

  variables {
    evaluation_periods = 6
  }

  expect_failures = [var.evaluation_periods]
}

# evaluation_periods must be a whole number
run "refuses_evaluation_periods_2" {
  command = plan

  variables {
    evaluation_periods = 1.5
  }

  expect_failures = [var.evaluation_periods]
}

# topic_arns must have 0 to 5 items
run "refuses_topic_arns_1" {
  command = plan

  variables {
    topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms"]
  }

  expect_failures = [var.topic_arns]
}

# topic_arns must not name the same item twice
run "refuses_topic_arns_2" {
  command = plan

  variables {
    topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms"]
  }

  expect_failures = [var.topic_arns]
}

# topic_arns[*] must not be null
run "refuses_topic_arns_3" {
  command = plan

  variables {
    topic_arns = [null]
  }

  expect_failures = [var.topic_arns]
}

# topic_arns[*] must be an ARN of sns
run "refuses_topic_arns_4" {
  command = plan

  variables {
    topic_arns = ["not-an-arn"]
  }

  expect_failures = [var.topic_arns]
}
