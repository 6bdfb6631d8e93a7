# What the options of the plan make. The provider is mocked: no credentials, nothing is made.

mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }
  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
  mock_data "aws_region" {
    defaults = { id = "us-east-1" }
  }

  # The provider checks ARNs.
  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/shop-backup" }
  }
}

variables {
  name       = "shop"
  selections = { database = { resource_arns = ["arn:aws:rds:us-east-1:123456789012:db:shop"] } }
}

run "by_itself" {
  command = apply

  assert {
    condition     = length(aws_backup_plan.this.rule) == 2 && toset(aws_backup_plan.this.rule[*].rule_name) == toset(["daily", "weekly"])
    error_message = "It backs up each day, and each week for longer."
  }

  assert {
    condition     = alltrue([for rule in aws_backup_plan.this.rule : length(rule.copy_action) == 0 && one(rule.lifecycle).delete_after >= 35])
    error_message = "It keeps backups for 35 days at least, in one region."
  }

  assert {
    condition     = aws_backup_selection.this["database"].resources == toset(["arn:aws:rds:us-east-1:123456789012:db:shop"])
    error_message = "It backs up what it is told to."
  }

  assert {
    condition     = length(aws_kms_key.this) == 1 && aws_kms_key.this[0].enable_key_rotation
    error_message = "The vault has a key of its own."
  }

  assert {
    condition     = !aws_backup_vault.this.force_destroy && length(aws_backup_vault_lock_configuration.this) == 0
    error_message = "The vault is not emptied by Terraform, and not locked."
  }

  assert {
    condition     = strcontains(aws_backup_vault_policy.this.policy, "backup:DeleteRecoveryPoint") && strcontains(aws_backup_vault_policy.this.policy, "aws-service-role/backup.amazonaws.com/*")
    error_message = "Nobody but AWS Backup deletes before its time."
  }

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.failed_backups) == 0 && length(aws_backup_vault_notifications.this) == 0
    error_message = "It tells nobody."
  }
}

run "copies_to_another_region" {
  command = apply

  variables {
    rules = {
      daily = {
        schedule = "cron(0 5 * * ? *)"
        copies = {
          recovery = { vault_arn = "arn:aws:backup:us-west-2:123456789012:backup-vault:shop", delete_after_days = 14 }
        }
      }
    }
    recovery_point_tags = { Environment = "production" }
  }

  assert {
    condition     = one(aws_backup_plan.this.rule[*].copy_action)[*].destination_vault_arn == tolist(["arn:aws:backup:us-west-2:123456789012:backup-vault:shop"])
    error_message = "Each backup is copied."
  }

  assert {
    condition     = one(aws_backup_plan.this.rule).recovery_point_tags == tomap({ Environment = "production" })
    error_message = "Backups, and so their copies, have the tags."
  }
}

run "by_tags" {
  command = apply

  variables {
    selections = { all = { tags = { Backup = "yes" } } }
  }

  assert {
    condition     = aws_backup_selection.this["all"].resources == toset(["*"])
    error_message = "It takes all resources that have the tags."
  }

  assert {
    condition     = one(one(aws_backup_selection.this["all"].condition).string_equals).key == "aws:ResourceTag/Backup"
    error_message = "It takes no others."
  }
}

run "locked_for_good" {
  command = plan

  variables {
    lock = { mode = "compliance", min_retention_days = 7, changeable_for_days = 30 }
  }

  assert {
    condition     = aws_backup_vault_lock_configuration.this[0].changeable_for_days == 30 && aws_backup_vault_lock_configuration.this[0].min_retention_days == 7
    error_message = "A compliance lock closes after the days in which it can be taken away."
  }
}

run "locked_until_lifted" {
  command = plan

  variables {
    lock = {}
  }

  assert {
    condition     = aws_backup_vault_lock_configuration.this[0].changeable_for_days == null
    error_message = "A governance lock has no day on which it closes for good."
  }
}

run "with_what_the_caller_has" {
  command = plan

  variables {
    kms_key            = { arn = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000" }
    role               = { arn = "arn:aws:iam::123456789012:role/backup" }
    deletion_role_arns = ["arn:aws:iam::123456789012:role/backup-administrator"]
  }

  assert {
    condition     = length(aws_kms_key.this) == 0 && length(aws_iam_role.this) == 0
    error_message = "It makes no key and no role."
  }

  assert {
    condition     = aws_backup_selection.this["database"].iam_role_arn == "arn:aws:iam::123456789012:role/backup"
    error_message = "The caller's role backs up."
  }

  assert {
    condition     = strcontains(aws_backup_vault_policy.this.policy, "role/backup-administrator")
    error_message = "The named role may delete."
  }
}

run "monitored" {
  command = plan

  variables {
    alarms        = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"] }
    notifications = { topic_arn = "arn:aws:sns:us-east-1:123456789012:alarms" }
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.failed_copies[0].alarm_actions == toset(["arn:aws:sns:us-east-1:123456789012:alarms"])
    error_message = "A copy that fails is an alarm."
  }

  assert {
    condition     = contains(aws_backup_vault_notifications.this[0].backup_vault_events, "COPY_JOB_FAILED")
    error_message = "The vault tells of it, too."
  }
}
