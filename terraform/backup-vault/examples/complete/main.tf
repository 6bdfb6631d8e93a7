# A vault of the recovery region that is locked, tells what happens to it, and is tried each month.

terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }
}

variable "database_arn" {
  description = "Database of the primary region whose copies are tried."
  type        = string
  default     = "arn:aws:rds:us-east-1:123456789012:db:shop"
}

variable "subnet_group_name" {
  description = "Subnet group of RDS in this region that a copy is restored into."
  type        = string
  default     = "shop-standby"
}

provider "aws" {
  region = "us-west-2"
}

data "aws_caller_identity" "current" {}

resource "aws_sns_topic" "alarms" {
  name              = "vault-example"
  kms_master_key_id = "alias/aws/sns"
}

resource "aws_sns_topic_policy" "alarms" {
  arn = aws_sns_topic.alarms.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "backup.amazonaws.com" }
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.alarms.arn
      Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id } }
    }]
  })
}

module "vault" {
  source = "../.."

  name = "vault-example"
  lock = { min_retention_days = 7, max_retention_days = 35 }

  restore_test = {
    resource_arns = [var.database_arn]
    metadata      = { dbSubnetGroupName = var.subnet_group_name }
  }

  notifications = { topic_arn = aws_sns_topic_policy.alarms.arn }
  tags          = { Example = "backup-vault" }
}

output "vault_arn" {
  description = "For a copy of the backup module."
  value       = module.vault.arn
}
