locals {
  account_id = terraform_data.surroundings.input.account_id
  partition  = terraform_data.surroundings.input.partition
  region     = terraform_data.surroundings.input.region
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

# Encryption key

locals {
  kms_key_arn = var.kms_key != null ? var.kms_key.arn : one(aws_kms_key.this[*].arn)
}

resource "aws_kms_key" "this" {
  count = var.kms_key == null ? 1 : 0

  deletion_window_in_days = 30
  description             = "Backups in the vault ${var.name}"
  enable_key_rotation     = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Administration"
        Effect    = "Allow"
        Principal = { AWS = "arn:${local.partition}:iam::${local.account_id}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
    ]
  })

  tags = merge(var.tags, { Name = "${var.name}-backup" })
}

resource "aws_kms_alias" "this" {
  count = var.kms_key == null ? 1 : 0

  name          = "alias/${var.name}-backup"
  target_key_id = one(aws_kms_key.this[*].id)
}

# Vault

resource "aws_backup_vault" "this" {
  force_destroy = var.force_destroy
  kms_key_arn   = local.kms_key_arn
  name          = var.name

  tags = merge(var.tags, { Name = var.name })
}

# The service itself is let through: it deletes what is old enough.
resource "aws_backup_vault_policy" "this" {
  backup_vault_name = aws_backup_vault.this.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "KeepUntilItsTime"
        Effect    = "Deny"
        Principal = "*"
        Action = [
          "backup:DeleteRecoveryPoint",
          "backup:DisassociateRecoveryPoint",
          "backup:UpdateRecoveryPointLifecycle",
        ]
        Resource = "*"
        Condition = {
          ArnNotLike = {
            "aws:PrincipalArn" = concat(
              ["arn:${local.partition}:iam::${local.account_id}:role/aws-service-role/backup.amazonaws.com/*"],
              var.deletion_role_arns,
            )
          }
        }
      },
    ]
  })
}

resource "aws_backup_vault_lock_configuration" "this" {
  count = var.lock != null ? 1 : 0

  backup_vault_name   = aws_backup_vault.this.name
  changeable_for_days = var.lock.mode == "compliance" ? var.lock.changeable_for_days : null
  max_retention_days  = var.lock.max_retention_days
  min_retention_days  = var.lock.min_retention_days
}

resource "aws_backup_vault_notifications" "this" {
  count = var.notifications != null ? 1 : 0

  backup_vault_events = var.notifications.events
  backup_vault_name   = aws_backup_vault.this.name
  sns_topic_arn       = var.notifications.topic_arn
}

# Role

resource "aws_iam_role" "this" {
  count = var.role == null ? 1 : 0

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { Service = "backup.amazonaws.com" }
      },
    ]
  })
  description          = "Backs up what is in the plan ${var.name}, and copies it"
  name                 = "${var.name}-backup-${local.region}"
  permissions_boundary = var.permissions_boundary != null ? var.permissions_boundary.arn : null

  tags = merge(var.tags, { Name = "${var.name}-backup-${local.region}" })
}

resource "aws_iam_role_policy_attachment" "this" {
  count = var.role == null ? 1 : 0

  policy_arn = "arn:${local.partition}:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup"
  role       = one(aws_iam_role.this[*].name)
}

# Plan

resource "aws_backup_plan" "this" {
  name = var.name

  dynamic "rule" {
    for_each = var.rules

    content {
      rule_name                    = rule.key
      target_vault_name            = aws_backup_vault.this.name
      schedule                     = rule.value.schedule
      schedule_expression_timezone = rule.value.timezone
      start_window                 = rule.value.start_window_minutes
      completion_window            = rule.value.completion_window_minutes
      enable_continuous_backup     = rule.value.continuous
      recovery_point_tags          = var.recovery_point_tags

      dynamic "copy_action" {
        for_each = rule.value.copies

        content {
          destination_vault_arn = copy_action.value.vault_arn

          lifecycle {
            delete_after       = copy_action.value.delete_after_days
            cold_storage_after = copy_action.value.cold_storage_after_days
          }
        }
      }

      lifecycle {
        delete_after       = rule.value.delete_after_days
        cold_storage_after = rule.value.cold_storage_after_days
      }
    }
  }

  tags = merge(var.tags, { Name = var.name })
}

# Selection

resource "aws_backup_selection" "this" {
  for_each = var.selections

  iam_role_arn = (
    var.role != null
    ? var.role.arn
    : one([for attached in aws_iam_role_policy_attachment.this : one(aws_iam_role.this[*].arn)])
  )
  name      = each.key
  plan_id   = aws_backup_plan.this.id
  resources = length(each.value.resource_arns) > 0 ? each.value.resource_arns : ["*"]

  dynamic "condition" {
    for_each = length(each.value.tags) > 0 ? [each.value.tags] : []

    content {
      dynamic "string_equals" {
        for_each = condition.value

        content {
          key   = "aws:ResourceTag/${string_equals.key}"
          value = string_equals.value
        }
      }
    }
  }
}

# Alarms

resource "aws_cloudwatch_metric_alarm" "failed_backups" {
  count = var.alarms != null ? 1 : 0

  alarm_actions       = var.alarms.topic_arns
  alarm_description   = "${var.name}: a backup failed"
  alarm_name          = "${var.name}-failed-backups"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  dimensions = {
    BackupVaultName = aws_backup_vault.this.name
  }
  evaluation_periods = 1
  metric_name        = "NumberOfBackupJobsFailed"
  namespace          = "AWS/Backup"
  ok_actions         = var.alarms.topic_arns
  period             = 3600
  statistic          = "Sum"
  threshold          = 1
  treat_missing_data = "notBreaching"

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_cloudwatch_metric_alarm" "expired_backups" {
  count = var.alarms != null ? 1 : 0

  alarm_actions       = var.alarms.topic_arns
  alarm_description   = "${var.name}: a backup did not begin or end in time"
  alarm_name          = "${var.name}-expired-backups"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  dimensions = {
    BackupVaultName = aws_backup_vault.this.name
  }
  evaluation_periods = 1
  metric_name        = "NumberOfBackupJobsExpired"
  namespace          = "AWS/Backup"
  ok_actions         = var.alarms.topic_arns
  period             = 3600
  statistic          = "Sum"
  threshold          = 1
  treat_missing_data = "notBreaching"

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_cloudwatch_metric_alarm" "failed_copies" {
  count = var.alarms != null ? 1 : 0

  alarm_actions       = var.alarms.topic_arns
  alarm_description   = "${var.name}: a copy to another region failed"
  alarm_name          = "${var.name}-failed-copies"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  dimensions = {
    BackupVaultName = aws_backup_vault.this.name
  }
  evaluation_periods = 1
  metric_name        = "NumberOfCopyJobsFailed"
  namespace          = "AWS/Backup"
  ok_actions         = var.alarms.topic_arns
  period             = 3600
  statistic          = "Sum"
  threshold          = 1
  treat_missing_data = "notBreaching"

  tags = merge(var.tags, { Name = var.name })
}
