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

resource "aws_kms_key" "this" {
  count = var.kms_key == null ? 1 : 0

  deletion_window_in_days = 30
  description             = "Copies in the vault ${var.name}"
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

  tags = merge(var.tags, { Name = "${var.name}-vault" })
}

resource "aws_kms_alias" "this" {
  count = var.kms_key == null ? 1 : 0

  name          = "alias/${var.name}-vault"
  target_key_id = one(aws_kms_key.this[*].id)
}

# Vault

resource "aws_backup_vault" "this" {
  force_destroy = var.force_destroy
  kms_key_arn   = var.kms_key != null ? var.kms_key.arn : one(aws_kms_key.this[*].arn)
  name          = var.name

  tags = merge(var.tags, { Name = var.name })
}

# The service itself is let through: it deletes what is old enough.
resource "aws_backup_vault_policy" "this" {
  backup_vault_name = aws_backup_vault.this.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
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
      ],
      [for statement in [
        {
          Sid    = "CopyInto"
          Effect = "Allow"
          Principal = {
            AWS = [for account in var.source_accounts : "arn:${local.partition}:iam::${account}:root"]
          }
          Action   = "backup:CopyIntoBackupVault"
          Resource = "*"
        },
      ] : statement if length(var.source_accounts) > 0],
    )
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

# Restore tests

resource "aws_backup_restore_testing_plan" "restore_test" {
  count = var.restore_test != null ? 1 : 0

  name                = replace(var.name, "-", "_")
  schedule_expression = var.restore_test.schedule
  start_window_hours  = var.restore_test.start_window_hours

  recovery_point_selection {
    algorithm             = "LATEST_WITHIN_WINDOW"
    include_vaults        = [aws_backup_vault.this.arn]
    recovery_point_types  = ["SNAPSHOT"]
    selection_window_days = var.restore_test.selection_window_days
  }

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_iam_role" "restore_test" {
  count = var.restore_test != null ? 1 : 0

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
  description          = "Restores from the vault ${var.name}, to try it"
  name                 = "${var.name}-restore-${local.region}"
  permissions_boundary = var.permissions_boundary != null ? var.permissions_boundary.arn : null

  tags = merge(var.tags, { Name = "${var.name}-restore-${local.region}" })
}

resource "aws_iam_role_policy_attachment" "restore_test" {
  count = var.restore_test != null ? 1 : 0

  policy_arn = "arn:${local.partition}:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores"
  role       = one(aws_iam_role.restore_test[*].name)
}

resource "aws_backup_restore_testing_selection" "restore_test" {
  count = var.restore_test != null ? 1 : 0

  iam_role_arn = one([
    for attached in aws_iam_role_policy_attachment.restore_test : one(aws_iam_role.restore_test[*].arn)
  ])
  name                       = replace(var.name, "-", "_")
  protected_resource_arns    = var.restore_test.resource_arns
  protected_resource_type    = var.restore_test.resource_type
  restore_metadata_overrides = var.restore_test.metadata
  restore_testing_plan_name  = one(aws_backup_restore_testing_plan.restore_test[*].name)
  validation_window_hours    = var.restore_test.validation_window_hours
}
