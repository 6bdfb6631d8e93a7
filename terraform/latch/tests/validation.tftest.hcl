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
  name              = "nimbus-production-latch"
  primary_region    = "us-west-2"
  target_group_arns = ["arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d"]
}

# name must be 3 to 55 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen
run "refuses_name_1" {
  command = plan

  variables {
    name = "Nimbus_Production"
  }

  expect_failures = [var.name]
}

# primary_region must be the name of a region, such as us-west-2 or eusc-de-east-1
run "refuses_primary_region_1" {
  command = plan

  variables {
    primary_region = "us-wset-2"
  }

  expect_failures = [var.primary_region]
}

# tags keys must be letters, digits, spaces and _ . : / = + - @, at most 128
run "refuses_tags_1" {
  command = plan

  variables {
    tags = { "Cost$" = "production" }
  }

  expect_failures = [var.tags]
}

# tags must not be more than 49: AWS takes 50 for a resource, and each gets a Name
run "refuses_tags_2" {
  command = plan

  variables {
    tags = { team-0 = "a", team-1 = "a", team-2 = "a", team-3 = "a", team-4 = "a", team-5 = "a", team-6 = "a", team-7 = "a", team-8 = "a", team-9 = "a", team-10 = "a", team-11 = "a", team-12 = "a", team-13 = "a", team-14 = "a", team-15 = "a", team-16 = "a", team-17 = "a", team-18 = "a", team-19 = "a", team-20 = "a", team-21 = "a", team-22 = "a", team-23 = "a", team-24 = "a", team-25 = "a", team-26 = "a", team-27 = "a", team-28 = "a", team-29 = "a", team-30 = "a", team-31 = "a", team-32 = "a", team-33 = "a", team-34 = "a", team-35 = "a", team-36 = "a", team-37 = "a", team-38 = "a", team-39 = "a", team-40 = "a", team-41 = "a", team-42 = "a", team-43 = "a", team-44 = "a", team-45 = "a", team-46 = "a", team-47 = "a", team-48 = "a", team-49 = "a" }
  }

  expect_failures = [var.tags]
}

# tags must not have keys that begin with aws:, which AWS keeps for itself
run "refuses_tags_3" {
  command = plan

  variables {
    tags = { "aws:team" = "a" }
  }

  expect_failures = [var.tags]
}

# tags must not have keys that differ in case only, from one another or from Name: IAM takes them for one
run "refuses_tags_4" {
  command = plan

  variables {
    tags = { Team = "a", team = "b" }
  }

  expect_failures = [var.tags]
}

# tags[*] must not be null
run "refuses_tags_5" {
  command = plan

  variables {
    tags = { CostCenter = null }
  }

  expect_failures = [var.tags]
}

# tags[*] must be letters, digits, spaces and _ . : / = + - @, at most 256
run "refuses_tags_6" {
  command = plan

  variables {
    tags = { CostCenter = "50% off" }
  }

  expect_failures = [var.tags]
}

# switch must be one of automatic, confirmed
run "refuses_switch_1" {
  command = plan

  variables {
    switch = "none-of-these"
  }

  expect_failures = [var.switch]
}

# target_group_arns must have 0 to 100 items
run "refuses_target_group_arns_1" {
  command = plan

  variables {
    target_group_arns = ["arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d"]
  }

  expect_failures = [var.target_group_arns]
}

# target_group_arns must not name the same item twice
run "refuses_target_group_arns_2" {
  command = plan

  variables {
    target_group_arns = ["arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d"]
  }

  expect_failures = [var.target_group_arns]
}

# target_group_arns[*] must not be null
run "refuses_target_group_arns_3" {
  command = plan

  variables {
    target_group_arns = [null]
  }

  expect_failures = [var.target_group_arns]
}

# target_group_arns[*] must be an ARN of elasticloadbalancing
run "refuses_target_group_arns_4" {
  command = plan

  variables {
    target_group_arns = ["not-an-arn"]
  }

  expect_failures = [var.target_group_arns]
}

# target_group_arns[*] must have 1 to 2048 characters
run "refuses_target_group_arns_5" {
  command = plan

  variables {
    target_group_arns = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]
  }

  expect_failures = [var.target_group_arns]
}

# target_group_arns[*] must be of region <data.aws_region.current.id> and account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
run "refuses_target_group_arns_6" {
  command = plan

  variables {
    target_group_arns = ["arn:aws:elasticloadbalancing:af-south-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d"]
  }

  expect_failures = [var.target_group_arns]
}

# target_group_arns must have the target group of at least one service, or nothing would wait for any; or give switch = "confirmed", for a person to decide
run "refuses_target_group_arns_7" {
  command = plan

  variables {
    target_group_arns = []
  }

  expect_failures = [var.target_group_arns]
}

# parameter_name must be the whole name of a parameter, with a slash in front
run "refuses_parameter_name_1" {
  command = plan

  variables {
    parameter_name = "copies"
  }

  expect_failures = [var.parameter_name]
}

# parameter_name must not begin with /aws or /ssm, which Systems Manager keeps for itself
run "refuses_parameter_name_2" {
  command = plan

  variables {
    parameter_name = "/aws/copies"
  }

  expect_failures = [var.parameter_name]
}

# parameter_name must not have more than 15 levels
run "refuses_parameter_name_3" {
  command = plan

  variables {
    parameter_name = "/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a"
  }

  expect_failures = [var.parameter_name]
}

# metric_namespace must be the namespace of a metric
run "refuses_metric_namespace_1" {
  command = plan

  variables {
    metric_namespace = "Nimbus*"
  }

  expect_failures = [var.metric_namespace]
}

# metric_namespace must not begin with AWS/, which is for AWS alone
run "refuses_metric_namespace_2" {
  command = plan

  variables {
    metric_namespace = "AWS/Recovery"
  }

  expect_failures = [var.metric_namespace]
}

# alarm_topic_arns must have 0 to 5 items
run "refuses_alarm_topic_arns_1" {
  command = plan

  variables {
    alarm_topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms"]
  }

  expect_failures = [var.alarm_topic_arns]
}

# alarm_topic_arns must not name the same item twice
run "refuses_alarm_topic_arns_2" {
  command = plan

  variables {
    alarm_topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms"]
  }

  expect_failures = [var.alarm_topic_arns]
}

# alarm_topic_arns[*] must not be null
run "refuses_alarm_topic_arns_3" {
  command = plan

  variables {
    alarm_topic_arns = [null]
  }

  expect_failures = [var.alarm_topic_arns]
}

# alarm_topic_arns[*] must be an ARN of sns
run "refuses_alarm_topic_arns_4" {
  command = plan

  variables {
    alarm_topic_arns = ["not-an-arn"]
  }

  expect_failures = [var.alarm_topic_arns]
}

# alarm_topic_arns[*] must have 1 to 2048 characters
run "refuses_alarm_topic_arns_5" {
  command = plan

  variables {
    alarm_topic_arns = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]
  }

  expect_failures = [var.alarm_topic_arns]
}

# alarm_topic_arns[*] must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
run "refuses_alarm_topic_arns_6" {
  command = plan

  variables {
    alarm_topic_arns = ["arn:aws:sns:af-south-1:123456789012:alarms"]
  }

  expect_failures = [var.alarm_topic_arns]
}

# kms_key.arn must be an ARN of kms
run "refuses_kms_key_1" {
  command = plan

  variables {
    kms_key = { arn = "not-an-arn" }
  }

  expect_failures = [var.kms_key]
}

# kms_key.arn must have 1 to 2048 characters
run "refuses_kms_key_2" {
  command = plan

  variables {
    kms_key = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.kms_key]
}

# kms_key.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
run "refuses_kms_key_3" {
  command = plan

  variables {
    kms_key = { arn = "arn:aws:kms:af-south-1:123456789012:key/00000000-0000-0000-0000-000000000000" }
  }

  expect_failures = [var.kms_key]
}

# permissions_boundary.arn must be an ARN of iam
run "refuses_permissions_boundary_1" {
  command = plan

  variables {
    permissions_boundary = { arn = "not-an-arn" }
  }

  expect_failures = [var.permissions_boundary]
}

# permissions_boundary.arn must have 1 to 2048 characters
run "refuses_permissions_boundary_2" {
  command = plan

  variables {
    permissions_boundary = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.permissions_boundary]
}

# permissions_boundary.arn must be of account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
run "refuses_permissions_boundary_3" {
  command = plan

  variables {
    permissions_boundary = { arn = "arn:aws:iam::999999999999:policy/boundary" }
  }

  expect_failures = [var.permissions_boundary]
}

# log_retention_days must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653
run "refuses_log_retention_days_1" {
  command = plan

  variables {
    log_retention_days = -1
  }

  expect_failures = [var.log_retention_days]
}

# primary_region is not a region that AWS had on 2026-10-20; it may have come since, or be a mistake.
run "warns_of_known_primary_region" {
  command = plan

  variables {
    primary_region = "us-west-3"
  }

  expect_failures = [check.known_primary_region]
}
