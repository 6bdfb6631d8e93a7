# Encryption key

locals {
  account_id  = terraform_data.surroundings.input.account_id
  partition   = terraform_data.surroundings.input.partition
  dns_suffix  = terraform_data.surroundings.input.dns_suffix
  region      = terraform_data.surroundings.input.region
  kms_key_arn = var.kms_key != null ? var.kms_key.arn : one(aws_kms_key.this[*].arn)
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

resource "aws_kms_key" "this" {
  count = var.kms_key == null ? 1 : 0

  deletion_window_in_days = 30
  description             = "Exec sessions and logs of the cluster ${var.name}"
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
      {
        Sid       = "CloudWatchLogs"
        Effect    = "Allow"
        Principal = { Service = "logs.${local.region}.${local.dns_suffix}" }
        Action = [
          "kms:Encrypt*",
          "kms:Decrypt*",
          "kms:ReEncrypt*",
          "kms:GenerateDataKey*",
          "kms:Describe*",
        ]
        Resource = "*"
        Condition = {
          ArnLike = {
            "kms:EncryptionContext:aws:logs:arn" = "arn:${local.partition}:logs:${local.region}:${local.account_id}:log-group:/ecs/${var.name}/*"
          }
        }
      },
    ]
  })

  tags = merge(var.tags, { Name = "${var.name}-ecs" })
}

resource "aws_kms_alias" "this" {
  count = var.kms_key == null ? 1 : 0

  name          = "alias/${var.name}-ecs"
  target_key_id = one(aws_kms_key.this[*].id)
}

# Log of exec sessions

resource "aws_cloudwatch_log_group" "exec" {
  kms_key_id        = local.kms_key_arn
  name              = "/ecs/${var.name}/exec"
  retention_in_days = var.exec_log_retention_days

  tags = merge(var.tags, { Name = "${var.name}-exec" })
}

# Service Connect namespace

resource "aws_service_discovery_http_namespace" "this" {
  count = var.service_connect && var.namespace == null ? 1 : 0

  description = "Service Connect of the cluster ${var.name}"
  name        = coalesce(var.namespace_name, var.name)

  tags = merge(var.tags, { Name = var.name })
}

# Cluster

resource "aws_ecs_cluster" "this" {
  name = var.name

  configuration {
    execute_command_configuration {
      kms_key_id = local.kms_key_arn
      logging    = "OVERRIDE"

      log_configuration {
        cloud_watch_encryption_enabled = true
        cloud_watch_log_group_name     = aws_cloudwatch_log_group.exec.name
      }
    }

    dynamic "managed_storage_configuration" {
      for_each = var.storage_keys != null ? [1] : []

      content {
        fargate_ephemeral_storage_kms_key_id = var.storage_keys.fargate
        kms_key_id                           = var.storage_keys.volumes
      }
    }
  }

  setting {
    name  = "containerInsights"
    value = var.container_insights
  }

  dynamic "service_connect_defaults" {
    for_each = var.service_connect ? [1] : []

    content {
      namespace = var.namespace != null ? var.namespace.arn : one(aws_service_discovery_http_namespace.this[*].arn)
    }
  }

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_ecs_cluster_capacity_providers" "this" {
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]
  cluster_name       = aws_ecs_cluster.this.name

  dynamic "default_capacity_provider_strategy" {
    for_each = { for name, share in {
      FARGATE      = { weight = var.fargate_weight, base = var.fargate_base }
      FARGATE_SPOT = { weight = var.fargate_spot_weight, base = var.fargate_spot_base }
    } : name => share if share.weight + share.base > 0 }

    content {
      capacity_provider = default_capacity_provider_strategy.key
      weight            = default_capacity_provider_strategy.value.weight
      base              = default_capacity_provider_strategy.value.base
    }
  }
}
