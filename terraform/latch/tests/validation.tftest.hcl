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

  mock_data "aws_vpc_endpoint_service" {
    defaults = { availability_zones = ["us-east-1a", "us-east-1b", "us-east-1c"] }
  }
}

variables {
  name              = "nimbus-production-latch"
  primary_region    = "us-west-2"
  target_group_arns = ["arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d"]
}

run "refuses_1" {
  command = plan

  variables {
    # name must be 3 to 55 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen
    name = "Nimbus_Production"

    # primary_region must be the name of a region, such as us-west-2 or eusc-de-east-1
    primary_region = "us-wset-2"

    # tags keys must be letters, digits, spaces and _ . : / = + - @
    tags = { "Cost$" = "production" }

    # switch must be one of automatic, confirmed
    switch = "none-of-these"

    # parameter_name must be the whole name of a parameter, with a slash in front
    parameter_name = "copies"

    # metric_namespace must be the namespace of a metric
    metric_namespace = "Nimbus*"

    # alarm_topic_arns must have 0 to 5 items
    alarm_topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms"]

    # kms_key.arn must be an ARN of kms
    kms_key = { arn = "not-an-arn" }

    # permissions_boundary.arn must be an ARN of iam
    permissions_boundary = { arn = "not-an-arn" }

    # log_retention_days must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653
    log_retention_days = -1
  }

  expect_failures = [
    var.name,
    var.primary_region,
    var.tags,
    var.switch,
    var.parameter_name,
    var.metric_namespace,
    var.alarm_topic_arns,
    var.kms_key,
    var.permissions_boundary,
    var.log_retention_days,
  ]
}

run "refuses_2" {
  command = plan

  variables {
    # tags must not have keys of more than 128 characters
    tags = { kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk = "a" }

    # target_group_arns must have 0 to 100 items
    target_group_arns = ["arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d"]

    # parameter_name must not begin with /aws or /ssm, which Systems Manager keeps for itself
    parameter_name = "/aws/copies"

    # metric_namespace must not begin with AWS/, which is for AWS alone
    metric_namespace = "AWS/Recovery"

    # alarm_topic_arns must not name the same item twice
    alarm_topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms"]

    # kms_key.arn must have 1 to 2048 characters
    kms_key = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # permissions_boundary.arn must have 1 to 2048 characters
    permissions_boundary = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [
    var.tags,
    var.target_group_arns,
    var.parameter_name,
    var.metric_namespace,
    var.alarm_topic_arns,
    var.kms_key,
    var.permissions_boundary,
  ]
}

run "refuses_3" {
  command = plan

  variables {
    # tags must not be more than 49: AWS takes 50 for a resource, and each gets a Name
    tags = { team-0 = "a", team-1 = "a", team-2 = "a", team-3 = "a", team-4 = "a", team-5 = "a", team-6 = "a", team-7 = "a", team-8 = "a", team-9 = "a", team-10 = "a", team-11 = "a", team-12 = "a", team-13 = "a", team-14 = "a", team-15 = "a", team-16 = "a", team-17 = "a", team-18 = "a", team-19 = "a", team-20 = "a", team-21 = "a", team-22 = "a", team-23 = "a", team-24 = "a", team-25 = "a", team-26 = "a", team-27 = "a", team-28 = "a", team-29 = "a", team-30 = "a", team-31 = "a", team-32 = "a", team-33 = "a", team-34 = "a", team-35 = "a", team-36 = "a", team-37 = "a", team-38 = "a", team-39 = "a", team-40 = "a", team-41 = "a", team-42 = "a", team-43 = "a", team-44 = "a", team-45 = "a", team-46 = "a", team-47 = "a", team-48 = "a", team-49 = "a" }

    # target_group_arns must not name the same item twice
    target_group_arns = ["arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d", "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d"]

    # parameter_name must not have more than 15 levels
    parameter_name = "/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a"

    # alarm_topic_arns[*] must not be null
    alarm_topic_arns = [null]

    # kms_key.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    kms_key = { arn = "arn:aws:kms:af-south-1:123456789012:key/00000000-0000-0000-0000-000000000000" }

    # permissions_boundary.arn must be of account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
    permissions_boundary = { arn = "arn:aws:iam::999999999999:policy/boundary" }
  }

  expect_failures = [
    var.tags,
    var.target_group_arns,
    var.parameter_name,
    var.alarm_topic_arns,
    var.kms_key,
    var.permissions_boundary,
  ]
}

run "refuses_4" {
  command = plan

  variables {
    # tags must not have keys that begin with aws:, which AWS keeps for itself
    tags = { "aws:team" = "a" }

    # target_group_arns[*] must not be null
    target_group_arns = [null]

    # alarm_topic_arns[*] must be an ARN of sns
    alarm_topic_arns = ["not-an-arn"]
  }

  expect_failures = [
    var.tags,
    var.target_group_arns,
    var.alarm_topic_arns,
  ]
}

run "refuses_5" {
  command = plan

  variables {
    # tags must not have keys that differ in case only, from one another or from Name: IAM takes them for one
    tags = { Team = "a", team = "b" }

    # target_group_arns[*] must be an ARN of elasticloadbalancing
    target_group_arns = ["not-an-arn"]

    # alarm_topic_arns[*] must have 1 to 2048 characters
    alarm_topic_arns = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]
  }

  expect_failures = [
    var.tags,
    var.target_group_arns,
    var.alarm_topic_arns,
  ]
}

run "refuses_6" {
  command = plan

  variables {
    # tags[*] must not be null
    tags = { CostCenter = null }

    # target_group_arns[*] must have 1 to 2048 characters
    target_group_arns = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]

    # alarm_topic_arns[*] must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    alarm_topic_arns = ["arn:aws:sns:af-south-1:123456789012:alarms"]
  }

  expect_failures = [
    var.tags,
    var.target_group_arns,
    var.alarm_topic_arns,
  ]
}

run "refuses_7" {
  command = plan

  variables {
    # tags[*] must be letters, digits, spaces and _ . : / = + - @
    tags = { CostCenter = "50% off" }

    # target_group_arns[*] must be of region <data.aws_region.current.id> and account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
    target_group_arns = ["arn:aws:elasticloadbalancing:af-south-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d"]
  }

  expect_failures = [
    var.tags,
    var.target_group_arns,
  ]
}

run "refuses_8" {
  command = plan

  variables {
    # tags[*] must have 0 to 256 characters
    tags = { CostCenter = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # target_group_arns must have the target group of at least one service, or nothing would wait for any; or give switch = "confirmed", for a person to decide
    target_group_arns = []
  }

  expect_failures = [
    var.tags,
    var.target_group_arns,
  ]
}

run "warns_1" {
  command = plan

  variables {
    # primary_region is not a region that AWS had on 2026-10-20; it may have come since, or be a mistake.
    primary_region = "us-west-3"
  }

  expect_failures = [
    check.known_primary_region,
  ]
}
