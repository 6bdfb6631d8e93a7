# What the options of the vault make. The provider is mocked: no credentials, nothing is made.

mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }
  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
  mock_data "aws_region" {
    defaults = { id = "us-west-2" }
  }
}

variables {
  name = "shop-production"
}

run "by_itself" {
  command = plan

  assert {
    condition     = aws_backup_vault.this.name == "shop-production" && !aws_backup_vault.this.force_destroy
    error_message = "Terraform does not empty it."
  }

  assert {
    condition     = length(aws_kms_key.this) == 1
    error_message = "Copies are encrypted with a key of this region."
  }

  assert {
    condition     = !strcontains(aws_backup_vault_policy.this.policy, "CopyIntoBackupVault")
    error_message = "No other account copies into it."
  }

  assert {
    condition     = length(aws_backup_restore_testing_plan.restore_test) == 0 && length(aws_iam_role.restore_test) == 0
    error_message = "It tries nothing unless it is asked to."
  }
}

run "tried_each_month" {
  command = plan

  variables {
    restore_test = {
      resource_arns = ["arn:aws:rds:us-east-1:123456789012:db:shop-production"]
      metadata      = { dbSubnetGroupName = "shop-standby" }
    }
  }

  assert {
    condition     = aws_backup_restore_testing_plan.restore_test[0].name == "shop_production" && aws_backup_restore_testing_plan.restore_test[0].schedule_expression == "cron(0 7 1 * ? *)"
    error_message = "AWS takes no hyphen in its name."
  }

  assert {
    condition     = one(aws_backup_restore_testing_plan.restore_test[0].recovery_point_selection).algorithm == "LATEST_WITHIN_WINDOW"
    error_message = "The newest copy is tried."
  }

  assert {
    condition     = aws_backup_restore_testing_selection.restore_test[0].protected_resource_type == "RDS" && aws_backup_restore_testing_selection.restore_test[0].restore_metadata_overrides == tomap({ dbSubnetGroupName = "shop-standby" })
    error_message = "It is restored where the caller says."
  }

  assert {
    condition     = endswith(aws_iam_role_policy_attachment.restore_test[0].policy_arn, "AWSBackupServiceRolePolicyForRestores")
    error_message = "A role of its own restores."
  }
}

run "of_another_account" {
  command = plan

  variables {
    source_accounts = ["210987654321"]
  }

  assert {
    condition     = strcontains(aws_backup_vault_policy.this.policy, "arn:aws:iam::210987654321:root")
    error_message = "The other account may copy into it."
  }
}

run "locked" {
  command = plan

  variables {
    lock          = { min_retention_days = 7, max_retention_days = 35 }
    notifications = { topic_arn = "arn:aws:sns:us-west-2:123456789012:alarms" }
  }

  assert {
    condition     = aws_backup_vault_lock_configuration.this[0].max_retention_days == 35 && aws_backup_vault_lock_configuration.this[0].changeable_for_days == null
    error_message = "The lock can be lifted by who may."
  }

  assert {
    condition     = contains(aws_backup_vault_notifications.this[0].backup_vault_events, "RESTORE_JOB_COMPLETED")
    error_message = "The vault tells how a test ended."
  }
}
