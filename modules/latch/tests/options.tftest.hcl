# What the latch is made of. The provider is mocked: no credentials, nothing is made.

mock_provider "aws" {
  mock_data "aws_region" {
    defaults = { id = "us-west-2" }
  }
}

variables {
  name         = "shop-latch"
  target_group = { load_balancer = "app/standby/0a1b2c3d", target_group = "targetgroup/web/4e5f6071" }
}

run "by_itself" {
  command = plan

  assert {
    condition     = aws_cloudwatch_metric_alarm.this.dimensions == tomap({ LoadBalancer = "app/standby/0a1b2c3d", TargetGroup = "targetgroup/web/4e5f6071" })
    error_message = "It looks at the healthy targets of the standby."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this.statistic == "Maximum" && aws_cloudwatch_metric_alarm.this.threshold == 1
    error_message = "One healthy target in one zone is enough."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this.treat_missing_data == "notBreaching"
    error_message = "Without data it is open."
  }

  assert {
    condition     = output.alarm == { alarm_name = "shop-latch", region = "us-west-2", period = 60, settings = "[\"AWS/ApplicationELB\",\"HealthyHostCount\",{\"LoadBalancer\":\"app/standby/0a1b2c3d\",\"TargetGroup\":\"targetgroup/web/4e5f6071\"},\"Maximum\",1,60,1]" }
    error_message = "The output is what dns-failover takes, and its settings change with the alarm."
  }
}

run "metric_of_the_caller" {
  command = plan

  variables {
    target_group = null
    metric       = { namespace = "Shop/Recovery", name = "Latch", dimensions = { Stage = "production" }, statistic = "Minimum" }
    threshold    = 2
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this.namespace == "Shop/Recovery" && aws_cloudwatch_metric_alarm.this.metric_name == "Latch" && aws_cloudwatch_metric_alarm.this.dimensions == tomap({ Stage = "production" })
    error_message = "It looks at that metric."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this.statistic == "Minimum" && aws_cloudwatch_metric_alarm.this.threshold == 2
    error_message = "In the way that the caller wants."
  }
}
