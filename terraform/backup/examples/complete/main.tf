# Backups of a database each day, kept for five weeks in the region and in a vault of another one, and each week for a
# quarter. The vault of the other region is the one of the module backup-vault, given by its ARN.

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
  description = "Database that is backed up."
  type        = string
  default     = "arn:aws:rds:us-east-1:123456789012:db:shop"
}

provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "recovery"
  region = "us-west-2"
}

resource "aws_kms_key" "recovery" {
  #checkov:skip=CKV2_AWS_64:An example: the default policy lets IAM of the account decide
  provider = aws.recovery

  description         = "Copies of the example"
  enable_key_rotation = true
}

resource "aws_backup_vault" "recovery" {
  provider = aws.recovery

  name        = "backup-example-copies"
  kms_key_arn = aws_kms_key.recovery.arn
}

resource "aws_sns_topic" "alarms" {
  name              = "backup-example"
  kms_master_key_id = "alias/aws/sns"
}

module "backup" {
  source = "../.."

  name = "backup-example"

  rules = {
    daily = {
      schedule = "cron(0 5 * * ? *)"
      copies   = { recovery = { vault_arn = aws_backup_vault.recovery.arn, delete_after_days = 35 } }
    }
    weekly = { schedule = "cron(0 7 ? * SUN *)", delete_after_days = 90 }
  }

  recovery_point_tags = { Environment = "example" }

  selections = {
    database = { resource_arns = [var.database_arn] }
    tagged   = { tags = { Backup = "daily" } }
  }

  alarms = { topic_arns = [aws_sns_topic.alarms.arn] }
  tags   = { Example = "backup" }
}

output "vault_name" {
  description = "Vault of this region."
  value       = module.backup.vault_name
}
