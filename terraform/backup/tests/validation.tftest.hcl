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
}

variables {
  name       = "nimbus-production"
  selections = { database = { resource_arns = ["arn:aws:rds:us-east-1:123456789012:db:nimbus-production"] } }
}

# name must be 3 to 42 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen
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

# rules keys must be 1 to 40 lower-case letters, digits and hyphens
run "refuses_rules_1" {
  command = plan

  variables {
    rules = { "Every Day" = { schedule = "cron(0 5 * * ? *)" } }
  }

  expect_failures = [var.rules]
}

# rules[*] must not be null
run "refuses_rules_2" {
  command = plan

  variables {
    rules = { daily = null }
  }

  expect_failures = [var.rules]
}

# rules[*] must have a delete_after_days of at least 90 more than cold_storage_after_days: cold storage is billed for as long
run "refuses_rules_3" {
  command = plan

  variables {
    rules = { daily = { schedule = "cron(0 5 * * ? *)", delete_after_days = 90, cold_storage_after_days = 30 } }
  }

  expect_failures = [var.rules]
}

# rules[*] must keep a continuous backup for at most 35 days, and not in cold storage
run "refuses_rules_4" {
  command = plan

  variables {
    rules = { daily = { schedule = "cron(0 5 * * ? *)", continuous = true, delete_after_days = 90 } }
  }

  expect_failures = [var.rules]
}

# rules[*] must have a completion_window_minutes of at least an hour more than start_window_minutes
run "refuses_rules_5" {
  command = plan

  variables {
    rules = { daily = { schedule = "cron(0 5 * * ? *)", start_window_minutes = 480, completion_window_minutes = 480 } }
  }

  expect_failures = [var.rules]
}

# rules[*].schedule must be a schedule such as cron(0 5 * * ? *): cron() with six fields of which the day of the month or that of the week is ?
run "refuses_rules_6" {
  command = plan

  variables {
    rules = { daily = { schedule = "cron(0 0)" } }
  }

  expect_failures = [var.rules]
}

# rules[*].schedule must have one minute, such as cron(30 * * * ? *): AWS Backup takes a backup once an hour at the most
run "refuses_rules_7" {
  command = plan

  variables {
    rules = { daily = { schedule = "cron(0/15 * * * ? *)" } }
  }

  expect_failures = [var.rules]
}

# rules[*].timezone must be a time zone by its name in the IANA database (as of 2026-10-28), such as Europe/Berlin, Etc/UTC or UTC
run "refuses_rules_8" {
  command = plan

  variables {
    rules = { daily = { schedule = "cron(0 5 * * ? *)", timezone = "Europe/Berlim" } }
  }

  expect_failures = [var.rules]
}

# rules[*].start_window_minutes must be a whole number between 60 and 10080 minutes
run "refuses_rules_9" {
  command = plan

  variables {
    rules = { daily = { schedule = "cron(0 5 * * ? *)", start_window_minutes = 10081 } }
  }

  expect_failures = [var.rules]
}

# rules[*].completion_window_minutes must be a whole number between 120 and 20160 minutes
run "refuses_rules_10" {
  command = plan

  variables {
    rules = { daily = { schedule = "cron(0 5 * * ? *)", completion_window_minutes = 20161 } }
  }

  expect_failures = [var.rules]
}

# rules[*].delete_after_days must be a whole number between 1 and 36500 days
run "refuses_rules_11" {
  command = plan

  variables {
    rules = { daily = { schedule = "cron(0 5 * * ? *)", delete_after_days = 36501 } }
  }

  expect_failures = [var.rules]
}

# rules[*].cold_storage_after_days must be a whole number between 1 and 36500 days
run "refuses_rules_12" {
  command = plan

  variables {
    rules = { daily = { schedule = "cron(0 5 * * ? *)", cold_storage_after_days = 36501 } }
  }

  expect_failures = [var.rules]
}

# rules[*].copies keys must be 1 to 40 lower-case letters, digits and hyphens
run "refuses_rules_13" {
  command = plan

  variables {
    rules = { daily = { schedule = "cron(0 5 * * ? *)", copies = { "Every Day" = { vault_arn = "arn:aws:backup:us-west-2:123456789012:backup-vault:nimbus-production" } } } }
  }

  expect_failures = [var.rules]
}

# rules[*].copies[*] must not be null
run "refuses_rules_14" {
  command = plan

  variables {
    rules = { daily = { schedule = "cron(0 5 * * ? *)", copies = { daily = null } } }
  }

  expect_failures = [var.rules]
}

# rules[*].copies[*] must have a delete_after_days of at least 90 more than cold_storage_after_days: cold storage is billed for as long
run "refuses_rules_15" {
  command = plan

  variables {
    rules = { daily = { schedule = "cron(0 5 * * ? *)", copies = { daily = { vault_arn = "arn:aws:backup:us-west-2:123456789012:backup-vault:nimbus-production", delete_after_days = 90, cold_storage_after_days = 30 } } } }
  }

  expect_failures = [var.rules]
}

# rules[*].copies[*].vault_arn must be an ARN of backup
run "refuses_rules_16" {
  command = plan

  variables {
    rules = { daily = { schedule = "cron(0 5 * * ? *)", copies = { daily = { vault_arn = "not-an-arn" } } } }
  }

  expect_failures = [var.rules]
}

# rules[*].copies[*].vault_arn must have 1 to 2048 characters
run "refuses_rules_17" {
  command = plan

  variables {
    rules = { daily = { schedule = "cron(0 5 * * ? *)", copies = { daily = { vault_arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } } } }
  }

  expect_failures = [var.rules]
}

# rules[*].copies[*].vault_arn must be of partition <data.aws_partition.current.partition>, as the module's provider is: give one that was made there
run "refuses_rules_18" {
  command = plan

  variables {
    rules = { daily = { schedule = "cron(0 5 * * ? *)", copies = { daily = { vault_arn = "arn:aws-cn:backup:us-west-2:123456789012:backup-vault:nimbus-production" } } } }
  }

  expect_failures = [var.rules]
}

# rules[*].copies[*].delete_after_days must be a whole number between 1 and 36500 days
run "refuses_rules_19" {
  command = plan

  variables {
    rules = { daily = { schedule = "cron(0 5 * * ? *)", copies = { daily = { vault_arn = "arn:aws:backup:us-west-2:123456789012:backup-vault:nimbus-production", delete_after_days = 36501 } } } }
  }

  expect_failures = [var.rules]
}

# rules[*].copies[*].cold_storage_after_days must be a whole number between 1 and 36500 days
run "refuses_rules_20" {
  command = plan

  variables {
    rules = { daily = { schedule = "cron(0 5 * * ? *)", copies = { daily = { vault_arn = "arn:aws:backup:us-west-2:123456789012:backup-vault:nimbus-production", cold_storage_after_days = 36501 } } } }
  }

  expect_failures = [var.rules]
}

# rules must have a rule at least: a plan without one backs nothing up
run "refuses_rules_21" {
  command = plan

  variables {
    rules = {}
  }

  expect_failures = [var.rules]
}

# rules must keep backups for a time that the lock allows (min_retention_days to max_retention_days): AWS Backup would refuse each of them
run "refuses_rules_22" {
  command = plan

  variables {
    lock = { min_retention_days = 60 }
  }

  expect_failures = [var.rules]
}

# recovery_point_tags keys must be letters, digits, spaces and _ . : / = + - @, at most 128
run "refuses_recovery_point_tags_1" {
  command = plan

  variables {
    recovery_point_tags = { "Cost$" = "production" }
  }

  expect_failures = [var.recovery_point_tags]
}

# recovery_point_tags must not be more than 49: AWS takes 50 for a resource, and each gets a Name
run "refuses_recovery_point_tags_2" {
  command = plan

  variables {
    recovery_point_tags = { team-0 = "a", team-1 = "a", team-2 = "a", team-3 = "a", team-4 = "a", team-5 = "a", team-6 = "a", team-7 = "a", team-8 = "a", team-9 = "a", team-10 = "a", team-11 = "a", team-12 = "a", team-13 = "a", team-14 = "a", team-15 = "a", team-16 = "a", team-17 = "a", team-18 = "a", team-19 = "a", team-20 = "a", team-21 = "a", team-22 = "a", team-23 = "a", team-24 = "a", team-25 = "a", team-26 = "a", team-27 = "a", team-28 = "a", team-29 = "a", team-30 = "a", team-31 = "a", team-32 = "a", team-33 = "a", team-34 = "a", team-35 = "a", team-36 = "a", team-37 = "a", team-38 = "a", team-39 = "a", team-40 = "a", team-41 = "a", team-42 = "a", team-43 = "a", team-44 = "a", team-45 = "a", team-46 = "a", team-47 = "a", team-48 = "a", team-49 = "a" }
  }

  expect_failures = [var.recovery_point_tags]
}

# recovery_point_tags must not have keys that begin with aws:, which AWS keeps for itself
run "refuses_recovery_point_tags_3" {
  command = plan

  variables {
    recovery_point_tags = { "aws:team" = "a" }
  }

  expect_failures = [var.recovery_point_tags]
}

# recovery_point_tags must not have keys that differ in case only, from one another or from Name: IAM takes them for one
run "refuses_recovery_point_tags_4" {
  command = plan

  variables {
    recovery_point_tags = { Team = "a", team = "b" }
  }

  expect_failures = [var.recovery_point_tags]
}

# recovery_point_tags[*] must not be null
run "refuses_recovery_point_tags_5" {
  command = plan

  variables {
    recovery_point_tags = { CostCenter = null }
  }

  expect_failures = [var.recovery_point_tags]
}

# recovery_point_tags[*] must be letters, digits, spaces and _ . : / = + - @, at most 256
run "refuses_recovery_point_tags_6" {
  command = plan

  variables {
    recovery_point_tags = { CostCenter = "50% off" }
  }

  expect_failures = [var.recovery_point_tags]
}

# selections keys must be 1 to 40 lower-case letters, digits and hyphens
run "refuses_selections_1" {
  command = plan

  variables {
    selections = { "Every Day" = { resource_arns = ["arn:aws:rds:us-east-1:123456789012:db:nimbus-production"] } }
  }

  expect_failures = [var.selections]
}

# selections[*] must not be null
run "refuses_selections_2" {
  command = plan

  variables {
    selections = { daily = null }
  }

  expect_failures = [var.selections]
}

# selections[*] must name resources (resource_arns), tags that they have, or both: it would otherwise be all of the account
run "refuses_selections_3" {
  command = plan

  variables {
    selections = { daily = { resource_arns = [] } }
  }

  expect_failures = [var.selections]
}

# selections[*].resource_arns must have 0 to 500 items
run "refuses_selections_4" {
  command = plan

  variables {
    selections = { daily = { resource_arns = ["arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus", "arn:aws:rds:us-east-1:123456789012:db:nimbus"] } }
  }

  expect_failures = [var.selections]
}

# selections[*].resource_arns[*] must not be null
run "refuses_selections_5" {
  command = plan

  variables {
    selections = { daily = { resource_arns = [null] } }
  }

  expect_failures = [var.selections]
}

# selections[*].resource_arns[*] must be an ARN, in which * stands for any text, or *
run "refuses_selections_6" {
  command = plan

  variables {
    selections = { daily = { resource_arns = ["nimbus-production"] } }
  }

  expect_failures = [var.selections]
}

# selections[*].resource_arns[*] must be of region <data.aws_region.current.id> and account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
run "refuses_selections_7" {
  command = plan

  variables {
    selections = { daily = { resource_arns = ["arn:aws:rds:af-south-1:123456789012:db:nimbus-production"] } }
  }

  expect_failures = [var.selections]
}

# selections[*].tags[*] must not be null
run "refuses_selections_8" {
  command = plan

  variables {
    selections = { daily = { resource_arns = ["arn:aws:rds:us-east-1:123456789012:db:nimbus-production"], tags = { example = null } } }
  }

  expect_failures = [var.selections]
}

# role.arn must be an ARN of iam
run "refuses_role_1" {
  command = plan

  variables {
    role = { arn = "not-an-arn" }
  }

  expect_failures = [var.role]
}

# role.arn must have 1 to 2048 characters
run "refuses_role_2" {
  command = plan

  variables {
    role = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.role]
}

# role.arn must be of account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
run "refuses_role_3" {
  command = plan

  variables {
    role = { arn = "arn:aws:iam::999999999999:role/backup" }
  }

  expect_failures = [var.role]
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

# deletion_role_arns[*] must not be null
run "refuses_deletion_role_arns_1" {
  command = plan

  variables {
    deletion_role_arns = [null]
  }

  expect_failures = [var.deletion_role_arns]
}

# deletion_role_arns[*] must be an ARN of iam
run "refuses_deletion_role_arns_2" {
  command = plan

  variables {
    deletion_role_arns = ["not-an-arn"]
  }

  expect_failures = [var.deletion_role_arns]
}

# deletion_role_arns[*] must have 1 to 2048 characters
run "refuses_deletion_role_arns_3" {
  command = plan

  variables {
    deletion_role_arns = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]
  }

  expect_failures = [var.deletion_role_arns]
}

# deletion_role_arns[*] must be of partition <data.aws_partition.current.partition>, as the module's provider is: give one that was made there
run "refuses_deletion_role_arns_4" {
  command = plan

  variables {
    deletion_role_arns = ["arn:aws-cn:iam::123456789012:role/backup-administrator"]
  }

  expect_failures = [var.deletion_role_arns]
}

# lock must have a min_retention_days of at most max_retention_days
run "refuses_lock_1" {
  command = plan

  variables {
    lock = { min_retention_days = 35, max_retention_days = 7 }
  }

  expect_failures = [var.lock]
}

# lock.mode must be one of governance, compliance
run "refuses_lock_2" {
  command = plan

  variables {
    lock = { mode = "none-of-these" }
  }

  expect_failures = [var.lock]
}

# lock.min_retention_days must be a whole number between 1 and 36500 days
run "refuses_lock_3" {
  command = plan

  variables {
    lock = { min_retention_days = 36501 }
  }

  expect_failures = [var.lock]
}

# lock.max_retention_days must be a whole number between 1 and 36500 days
run "refuses_lock_4" {
  command = plan

  variables {
    lock = { max_retention_days = 36501 }
  }

  expect_failures = [var.lock]
}

# lock.changeable_for_days must be a whole number between 3 and 36500 days
run "refuses_lock_5" {
  command = plan

  variables {
    lock = { changeable_for_days = 36501 }
  }

  expect_failures = [var.lock]
}

# notifications.topic_arn must be an ARN of sns
run "refuses_notifications_1" {
  command = plan

  variables {
    notifications = { topic_arn = "not-an-arn" }
  }

  expect_failures = [var.notifications]
}

# notifications.topic_arn must have 1 to 2048 characters
run "refuses_notifications_2" {
  command = plan

  variables {
    notifications = { topic_arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.notifications]
}

# notifications.topic_arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
run "refuses_notifications_3" {
  command = plan

  variables {
    notifications = { topic_arn = "arn:aws:sns:af-south-1:123456789012:alarms" }
  }

  expect_failures = [var.notifications]
}

# notifications.events must have 1 to 8 items
run "refuses_notifications_4" {
  command = plan

  variables {
    notifications = { topic_arn = "arn:aws:sns:us-east-1:123456789012:alarms", events = [] }
  }

  expect_failures = [var.notifications]
}

# notifications.events must not name the same item twice
run "refuses_notifications_5" {
  command = plan

  variables {
    notifications = { topic_arn = "arn:aws:sns:us-east-1:123456789012:alarms", events = ["BACKUP_JOB_STARTED", "BACKUP_JOB_STARTED"] }
  }

  expect_failures = [var.notifications]
}

# notifications.events[*] must not be null
run "refuses_notifications_6" {
  command = plan

  variables {
    notifications = { topic_arn = "arn:aws:sns:us-east-1:123456789012:alarms", events = [null] }
  }

  expect_failures = [var.notifications]
}

# notifications.events[*] must be one of BACKUP_JOB_STARTED, BACKUP_JOB_COMPLETED, COPY_JOB_STARTED, COPY_JOB_SUCCESSFUL, COPY_JOB_FAILED, RESTORE_JOB_STARTED, RESTORE_JOB_COMPLETED, RECOVERY_POINT_MODIFIED
run "refuses_notifications_7" {
  command = plan

  variables {
    notifications = { topic_arn = "arn:aws:sns:us-east-1:123456789012:alarms", events = ["none-of-these"] }
  }

  expect_failures = [var.notifications]
}

# alarms.topic_arns must have 0 to 5 items
run "refuses_alarms_1" {
  command = plan

  variables {
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms"] }
  }

  expect_failures = [var.alarms]
}

# alarms.topic_arns must not name the same item twice
run "refuses_alarms_2" {
  command = plan

  variables {
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms"] }
  }

  expect_failures = [var.alarms]
}

# alarms.topic_arns[*] must not be null
run "refuses_alarms_3" {
  command = plan

  variables {
    alarms = { topic_arns = [null] }
  }

  expect_failures = [var.alarms]
}

# alarms.topic_arns[*] must be an ARN of sns
run "refuses_alarms_4" {
  command = plan

  variables {
    alarms = { topic_arns = ["not-an-arn"] }
  }

  expect_failures = [var.alarms]
}

# alarms.topic_arns[*] must have 1 to 2048 characters
run "refuses_alarms_5" {
  command = plan

  variables {
    alarms = { topic_arns = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"] }
  }

  expect_failures = [var.alarms]
}

# alarms.topic_arns[*] must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
run "refuses_alarms_6" {
  command = plan

  variables {
    alarms = { topic_arns = ["arn:aws:sns:af-south-1:123456789012:alarms"] }
  }

  expect_failures = [var.alarms]
}
