# Every validation of the backup module refuses a bad value. Generated: see the construct's inputs.

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
  name       = "nimbus-production"
  selections = { database = { resource_arns = ["arn:aws:rds:us-east-1:123456789012:db:nimbus-production"] } }
}

run "refuses_1" {
  command = plan

  variables {
    # name must be 3 to 42 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen
    name = "Nimbus_Production"

    # tags keys must be letters, digits, spaces and _ . : / = + - @
    tags = { "Cost$" = "production" }

    # rules keys must be 1 to 40 lower-case letters, digits and hyphens
    rules = { "Every Day" = { schedule = "cron(0 5 * * ? *)" } }

    # recovery_point_tags keys must be letters, digits, spaces and _ . : / = + - @
    recovery_point_tags = { "Cost$" = "production" }

    # selections keys must be 1 to 40 lower-case letters, digits and hyphens
    selections = { "Every Day" = { resource_arns = ["arn:aws:rds:us-east-1:123456789012:db:nimbus-production"] } }

    # role.arn must be an ARN of iam
    role = { arn = "not-an-arn" }

    # permissions_boundary.arn must be an ARN of iam
    permissions_boundary = { arn = "not-an-arn" }

    # kms_key.arn must be an ARN of kms
    kms_key = { arn = "not-an-arn" }

    # deletion_role_arns[*] must not be null
    deletion_role_arns = [null]

    # notifications.topic_arn must be an ARN of sns
    notifications = { topic_arn = "not-an-arn" }

    # alarms.topic_arns must have 0 to 5 items
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms"] }
  }

  expect_failures = [
    var.name,
    var.tags,
    var.rules,
    var.recovery_point_tags,
    var.selections,
    var.role,
    var.permissions_boundary,
    var.kms_key,
    var.deletion_role_arns,
    var.notifications,
    var.alarms,
  ]
}

run "refuses_2" {
  command = plan

  variables {
    # tags must not have keys of more than 128 characters
    tags = { kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk = "a" }

    # rules[*] must not be null
    rules = { daily = null }

    # recovery_point_tags must not have keys of more than 128 characters
    recovery_point_tags = { kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk = "a" }

    # selections[*] must not be null
    selections = { daily = null }

    # role.arn must have 1 to 2048 characters
    role = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # permissions_boundary.arn must have 1 to 2048 characters
    permissions_boundary = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # kms_key.arn must have 1 to 2048 characters
    kms_key = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # deletion_role_arns[*] must be an ARN of iam
    deletion_role_arns = ["not-an-arn"]

    # notifications.topic_arn must have 1 to 2048 characters
    notifications = { topic_arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # alarms.topic_arns must not name the same item twice
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms"] }
  }

  expect_failures = [
    var.tags,
    var.rules,
    var.recovery_point_tags,
    var.selections,
    var.role,
    var.permissions_boundary,
    var.kms_key,
    var.deletion_role_arns,
    var.notifications,
    var.alarms,
  ]
}

run "refuses_3" {
  command = plan

  variables {
    # tags must not be more than 49: AWS takes 50 for a resource, and each gets a Name
    tags = { team-0 = "a", team-1 = "a", team-2 = "a", team-3 = "a", team-4 = "a", team-5 = "a", team-6 = "a", team-7 = "a", team-8 = "a", team-9 = "a", team-10 = "a", team-11 = "a", team-12 = "a", team-13 = "a", team-14 = "a", team-15 = "a", team-16 = "a", team-17 = "a", team-18 = "a", team-19 = "a", team-20 = "a", team-21 = "a", team-22 = "a", team-23 = "a", team-24 = "a", team-25 = "a", team-26 = "a", team-27 = "a", team-28 = "a", team-29 = "a", team-30 = "a", team-31 = "a", team-32 = "a", team-33 = "a", team-34 = "a", team-35 = "a", team-36 = "a", team-37 = "a", team-38 = "a", team-39 = "a", team-40 = "a", team-41 = "a", team-42 = "a", team-43 = "a", team-44 = "a", team-45 = "a", team-46 = "a", team-47 = "a", team-48 = "a", team-49 = "a" }

    # rules[*] must have a delete_after_days of at least 90 more than cold_storage_after_days: cold storage is billed for as long
    rules = { daily = { schedule = "cron(0 5 * * ? *)", delete_after_days = 90, cold_storage_after_days = 30 } }

    # recovery_point_tags must not be more than 49: AWS takes 50 for a resource, and each gets a Name
    recovery_point_tags = { team-0 = "a", team-1 = "a", team-2 = "a", team-3 = "a", team-4 = "a", team-5 = "a", team-6 = "a", team-7 = "a", team-8 = "a", team-9 = "a", team-10 = "a", team-11 = "a", team-12 = "a", team-13 = "a", team-14 = "a", team-15 = "a", team-16 = "a", team-17 = "a", team-18 = "a", team-19 = "a", team-20 = "a", team-21 = "a", team-22 = "a", team-23 = "a", team-24 = "a", team-25 = "a", team-26 = "a", team-27 = "a", team-28 = "a", team-29 = "a", team-30 = "a", team-31 = "a", team-32 = "a", team-33 = "a", team-34 = "a", team-35 = "a", team-36 = "a", team-37 = "a", team-38 = "a", team-39 = "a", team-40 = "a", team-41 = "a", team-42 = "a", team-43 = "a", team-44 = "a", team-45 = "a", team-46 = "a", team-47 = "a", team-48 = "a", team-49 = "a" }

    # selections[*] must name resources (resource_arns), tags that they have, or both: it would otherwise be all of the account
    selections = { daily = { resource_arns = [] } }

    # role.arn must be of account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
    role = { arn = "arn:aws:iam::999999999999:role/backup" }

    # permissions_boundary.arn must be of account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
    permissions_boundary = { arn = "arn:aws:iam::999999999999:policy/boundary" }

    # kms_key.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    kms_key = { arn = "arn:aws:kms:af-south-1:123456789012:key/00000000-0000-0000-0000-000000000000" }

    # deletion_role_arns[*] must have 1 to 2048 characters
    deletion_role_arns = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]

    # notifications.topic_arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    notifications = { topic_arn = "arn:aws:sns:af-south-1:123456789012:alarms" }

    # alarms.topic_arns[*] must not be null
    alarms = { topic_arns = [null] }
  }

  expect_failures = [
    var.tags,
    var.rules,
    var.recovery_point_tags,
    var.selections,
    var.role,
    var.permissions_boundary,
    var.kms_key,
    var.deletion_role_arns,
    var.notifications,
    var.alarms,
  ]
}

run "refuses_4" {
  command = plan

  variables {
    # tags must not have keys that begin with aws:, which AWS keeps for itself
    tags = { "aws:team" = "a" }

    # rules[*] must keep a continuous backup for at most 35 days, and not in cold storage
    rules = { daily = { schedule = "cron(0 5 * * ? *)", continuous = true, delete_after_days = 90 } }

    # recovery_point_tags must not have keys that begin with aws:, which AWS keeps for itself
    recovery_point_tags = { "aws:team" = "a" }

    # selections[*].resource_arns must have 0 to 500 items
    selections = { daily = { resource_arns = ["arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus"] } }

    # deletion_role_arns[*] must be of partition <data.aws_partition.current.partition>, as the module's provider is: give one that was made there
    deletion_role_arns = ["arn:aws-cn:iam::123456789012:role/backup-administrator"]

    # notifications.events must have 1 to 8 items
    notifications = { topic_arn = "arn:aws:sns:us-east-1:123456789012:alarms", events = [] }

    # alarms.topic_arns[*] must be an ARN of sns
    alarms = { topic_arns = ["not-an-arn"] }
  }

  expect_failures = [
    var.tags,
    var.rules,
    var.recovery_point_tags,
    var.selections,
    var.deletion_role_arns,
    var.notifications,
    var.alarms,
  ]
}

run "refuses_5" {
  command = plan

  variables {
    # tags must not have keys that differ in case only, from one another or from Name: IAM takes them for one
    tags = { Team = "a", team = "b" }

    # rules[*] must have a completion_window_minutes of at least an hour more than start_window_minutes
    rules = { daily = { schedule = "cron(0 5 * * ? *)", start_window_minutes = 480, completion_window_minutes = 480 } }

    # recovery_point_tags must not have keys that differ in case only, from one another or from Name: IAM takes them for one
    recovery_point_tags = { Team = "a", team = "b" }

    # selections[*].resource_arns[*] must not be null
    selections = { daily = { resource_arns = [null] } }

    # notifications.events must not name the same item twice
    notifications = { topic_arn = "arn:aws:sns:us-east-1:123456789012:alarms", events = ["BACKUP_JOB_STARTED", "BACKUP_JOB_STARTED"] }

    # alarms.topic_arns[*] must have 1 to 2048 characters
    alarms = { topic_arns = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"] }
  }

  expect_failures = [
    var.tags,
    var.rules,
    var.recovery_point_tags,
    var.selections,
    var.notifications,
    var.alarms,
  ]
}

run "refuses_6" {
  command = plan

  variables {
    # tags[*] must not be null
    tags = { CostCenter = null }

    # rules[*].schedule must be a schedule such as cron(0 5 * * ? *): cron() with six fields of which the day of the month or that of the week is ?
    rules = { daily = { schedule = "cron(0 0)" } }

    # recovery_point_tags[*] must not be null
    recovery_point_tags = { CostCenter = null }

    # selections[*].resource_arns[*] must be an ARN, in which * stands for any text, or *
    selections = { daily = { resource_arns = ["nimbus-production"] } }

    # notifications.events[*] must not be null
    notifications = { topic_arn = "arn:aws:sns:us-east-1:123456789012:alarms", events = [null] }

    # alarms.topic_arns[*] must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    alarms = { topic_arns = ["arn:aws:sns:af-south-1:123456789012:alarms"] }
  }

  expect_failures = [
    var.tags,
    var.rules,
    var.recovery_point_tags,
    var.selections,
    var.notifications,
    var.alarms,
  ]
}

run "refuses_7" {
  command = plan

  variables {
    # tags[*] must be letters, digits, spaces and _ . : / = + - @
    tags = { CostCenter = "50% off" }

    # rules[*].schedule must have one minute, such as cron(30 * * * ? *): AWS Backup takes a backup once an hour at the most
    rules = { daily = { schedule = "cron(0/15 * * * ? *)" } }

    # recovery_point_tags[*] must be letters, digits, spaces and _ . : / = + - @
    recovery_point_tags = { CostCenter = "50% off" }

    # selections[*].resource_arns[*] must be of region <data.aws_region.current.id> and account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
    selections = { daily = { resource_arns = ["arn:aws:rds:af-south-1:123456789012:db:nimbus-production"] } }

    # notifications.events[*] must be one of BACKUP_JOB_STARTED, BACKUP_JOB_COMPLETED, COPY_JOB_STARTED, COPY_JOB_SUCCESSFUL, COPY_JOB_FAILED, RESTORE_JOB_STARTED, RESTORE_JOB_COMPLETED, RECOVERY_POINT_MODIFIED
    notifications = { topic_arn = "arn:aws:sns:us-east-1:123456789012:alarms", events = ["none-of-these"] }
  }

  expect_failures = [
    var.tags,
    var.rules,
    var.recovery_point_tags,
    var.selections,
    var.notifications,
  ]
}

run "refuses_8" {
  command = plan

  variables {
    # tags[*] must have 0 to 256 characters
    tags = { CostCenter = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # rules[*].timezone must be a time zone by its name in the IANA database (as of 2026-10-28), such as Europe/Berlin, Etc/UTC or UTC
    rules = { daily = { schedule = "cron(0 5 * * ? *)", timezone = "Europe/Berlim" } }

    # recovery_point_tags[*] must have 0 to 256 characters
    recovery_point_tags = { CostCenter = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # selections[*].tags[*] must not be null
    selections = { daily = { resource_arns = ["arn:aws:rds:us-east-1:123456789012:db:nimbus-production"], tags = { example = null } } }
  }

  expect_failures = [
    var.tags,
    var.rules,
    var.recovery_point_tags,
    var.selections,
  ]
}

run "refuses_9" {
  command = plan

  variables {
    # rules[*].start_window_minutes must be a whole number between 60 and 10080 minutes
    rules = { daily = { schedule = "cron(0 5 * * ? *)", start_window_minutes = 10081 } }
  }

  expect_failures = [
    var.rules,
  ]
}

run "refuses_10" {
  command = plan

  variables {
    # rules[*].completion_window_minutes must be a whole number between 120 and 20160 minutes
    rules = { daily = { schedule = "cron(0 5 * * ? *)", completion_window_minutes = 20161 } }
  }

  expect_failures = [
    var.rules,
  ]
}

run "refuses_11" {
  command = plan

  variables {
    # rules[*].delete_after_days must be a whole number between 1 and 36500 days
    rules = { daily = { schedule = "cron(0 5 * * ? *)", delete_after_days = 36501 } }
  }

  expect_failures = [
    var.rules,
  ]
}

run "refuses_12" {
  command = plan

  variables {
    # rules[*].cold_storage_after_days must be a whole number between 1 and 36500 days
    rules = { daily = { schedule = "cron(0 5 * * ? *)", cold_storage_after_days = 36501 } }
  }

  expect_failures = [
    var.rules,
  ]
}

run "refuses_13" {
  command = plan

  variables {
    # rules[*].copies keys must be 1 to 40 lower-case letters, digits and hyphens
    rules = { daily = { schedule = "cron(0 5 * * ? *)", copies = { "Every Day" = { vault_arn = "arn:aws:backup:us-west-2:123456789012:backup-vault:nimbus-production" } } } }
  }

  expect_failures = [
    var.rules,
  ]
}

run "refuses_14" {
  command = plan

  variables {
    # rules[*].copies[*] must not be null
    rules = { daily = { schedule = "cron(0 5 * * ? *)", copies = { daily = null } } }
  }

  expect_failures = [
    var.rules,
  ]
}

run "refuses_15" {
  command = plan

  variables {
    # rules[*].copies[*] must have a delete_after_days of at least 90 more than cold_storage_after_days: cold storage is billed for as long
    rules = { daily = { schedule = "cron(0 5 * * ? *)", copies = { daily = { vault_arn = "arn:aws:backup:us-west-2:123456789012:backup-vault:nimbus-production", delete_after_days = 90, cold_storage_after_days = 30 } } } }
  }

  expect_failures = [
    var.rules,
  ]
}

run "refuses_16" {
  command = plan

  variables {
    # rules[*].copies[*].vault_arn must be an ARN of backup
    rules = { daily = { schedule = "cron(0 5 * * ? *)", copies = { daily = { vault_arn = "not-an-arn" } } } }
  }

  expect_failures = [
    var.rules,
  ]
}

run "refuses_17" {
  command = plan

  variables {
    # rules[*].copies[*].vault_arn must have 1 to 2048 characters
    rules = { daily = { schedule = "cron(0 5 * * ? *)", copies = { daily = { vault_arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } } } }
  }

  expect_failures = [
    var.rules,
  ]
}

run "refuses_18" {
  command = plan

  variables {
    # rules[*].copies[*].vault_arn must be of partition <data.aws_partition.current.partition>, as the module's provider is: give one that was made there
    rules = { daily = { schedule = "cron(0 5 * * ? *)", copies = { daily = { vault_arn = "arn:aws-cn:backup:us-west-2:123456789012:backup-vault:nimbus-production" } } } }
  }

  expect_failures = [
    var.rules,
  ]
}

run "refuses_19" {
  command = plan

  variables {
    # rules[*].copies[*].delete_after_days must be a whole number between 1 and 36500 days
    rules = { daily = { schedule = "cron(0 5 * * ? *)", copies = { daily = { vault_arn = "arn:aws:backup:us-west-2:123456789012:backup-vault:nimbus-production", delete_after_days = 36501 } } } }
  }

  expect_failures = [
    var.rules,
  ]
}

run "refuses_20" {
  command = plan

  variables {
    # rules[*].copies[*].cold_storage_after_days must be a whole number between 1 and 36500 days
    rules = { daily = { schedule = "cron(0 5 * * ? *)", copies = { daily = { vault_arn = "arn:aws:backup:us-west-2:123456789012:backup-vault:nimbus-production", cold_storage_after_days = 36501 } } } }
  }

  expect_failures = [
    var.rules,
  ]
}

run "refuses_21" {
  command = plan

  variables {
    # rules must have a rule at least: a plan without one backs nothing up
    rules = {}
  }

  expect_failures = [
    var.rules,
  ]
}

run "refuses_22" {
  command = plan

  variables {
    # rules must keep backups for a time that the lock allows (min_retention_days to max_retention_days): AWS Backup would refuse each of them
    lock = { min_retention_days = 60 }
  }

  expect_failures = [
    var.rules,
  ]
}

run "refuses_23" {
  command = plan

  variables {
    # lock must have a min_retention_days of at most max_retention_days
    lock = { min_retention_days = 35, max_retention_days = 7 }
  }

  expect_failures = [
    var.lock,
  ]
}

run "refuses_24" {
  command = plan

  variables {
    # lock.mode must be one of governance, compliance
    lock = { mode = "none-of-these" }
  }

  expect_failures = [
    var.lock,
  ]
}

run "refuses_25" {
  command = plan

  variables {
    # lock.min_retention_days must be a whole number between 1 and 36500 days
    lock = { min_retention_days = 36501 }
  }

  expect_failures = [
    var.lock,
  ]
}

run "refuses_26" {
  command = plan

  variables {
    # lock.max_retention_days must be a whole number between 1 and 36500 days
    lock = { max_retention_days = 36501 }
  }

  expect_failures = [
    var.lock,
  ]
}

run "refuses_27" {
  command = plan

  variables {
    # lock.changeable_for_days must be a whole number between 3 and 36500 days
    lock = { changeable_for_days = 36501 }
  }

  expect_failures = [
    var.lock,
  ]
}
