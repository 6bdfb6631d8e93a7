# What the latch is made of. The provider is mocked: no credentials, nothing is made.

mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }
  mock_data "aws_partition" {
    defaults = { partition = "aws", dns_suffix = "amazonaws.com" }
  }
  mock_data "aws_region" {
    defaults = { id = "us-west-2" }
  }
}

variables {
  name              = "shop-latch"
  primary_region    = "us-east-1"
  target_group_arns = ["arn:aws:elasticloadbalancing:us-west-2:123456789012:targetgroup/web/4e5f6071"]
}

run "by_itself" {
  command = plan

  assert {
    condition     = aws_ssm_parameter.this.name == "/holdfast/shop-latch/serving-region" && aws_ssm_parameter.this.insecure_value == "us-east-1"
    error_message = "The primary region serves until something else is decided."
  }

  assert {
    condition     = can(regex(aws_ssm_parameter.this.allowed_pattern, "us-west-2")) && can(regex(aws_ssm_parameter.this.allowed_pattern, "us-east-1")) && !can(regex(aws_ssm_parameter.this.allowed_pattern, "us-west-22"))
    error_message = "AWS takes one of the two regions alone."
  }

  assert {
    condition     = aws_scheduler_schedule.this.schedule_expression == "rate(1 minute)"
    error_message = "It publishes the decision each minute."
  }

  assert {
    condition     = jsondecode(aws_sfn_state_machine.this.definition).States["Look at the services"].Items == ["arn:aws:elasticloadbalancing:us-west-2:123456789012:targetgroup/web/4e5f6071"]
    error_message = "It looks at the services before it decides."
  }

  assert {
    condition     = [for statement in jsondecode(aws_iam_role_policy.this.policy).Statement : statement.Resource if contains(["ReadDecision", "Decide"], statement.Sid)] == ["arn:aws:ssm:us-west-2:123456789012:parameter/holdfast/shop-latch/serving-region", "arn:aws:ssm:us-west-2:123456789012:parameter/holdfast/shop-latch/serving-region"]
    error_message = "It reads and writes its own decision alone."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this.dimensions == tomap({ Latch = "shop-latch" }) && aws_cloudwatch_metric_alarm.this.metric_name == "ServedByRecovery" && aws_cloudwatch_metric_alarm.this.period == 60
    error_message = "The alarm watches what is published, in standard resolution."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this.treat_missing_data == "ignore" && aws_cloudwatch_metric_alarm.silent.treat_missing_data == "breaching"
    error_message = "Without data the latch keeps its state, and somebody is told."
  }

  assert {
    condition     = output.alarm == { alarm_name = "shop-latch", region = "us-west-2", period = 60, settings = "[\"Holdfast/Recovery\",\"ServedByRecovery\",{\"Latch\":\"shop-latch\"},60]" }
    error_message = "The output is what dns-failover takes, and its settings change with the alarm."
  }
}

run "confirmed" {
  command = plan

  variables {
    switch            = "confirmed"
    target_group_arns = []
    parameter_name    = "/shop/serving-region"
    metric_namespace  = "Shop/Recovery"
  }

  assert {
    condition     = !contains(keys(jsondecode(aws_sfn_state_machine.this.definition).States), "Decide")
    error_message = "It never decides."
  }

  assert {
    condition     = [for statement in jsondecode(aws_iam_role_policy.this.policy).Statement : statement.Sid] == ["ReadDecision", "Metric", "LogAndTrace"]
    error_message = "It may not write the decision either."
  }

  assert {
    condition     = aws_ssm_parameter.this.name == "/shop/serving-region" && aws_cloudwatch_metric_alarm.this.namespace == "Shop/Recovery"
    error_message = "Parameter and namespace are the caller's."
  }
}

run "in_the_primary_region" {
  command = plan

  variables {
    primary_region = "us-west-2"
  }

  expect_failures = [aws_ssm_parameter.this]
}
