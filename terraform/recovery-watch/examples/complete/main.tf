# The watch of a recovery region: a database's backups and snapshots, an image, a secret and a bucket that come from us-east-1.

terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }
}

variable "automated_backup_arn" {
  description = "Automated backup that is replicated to this region (id of aws_db_instance_automated_backups_replication)."
  type        = string
  default     = "arn:aws:rds:us-west-2:123456789012:auto-backup:ab-0a1b2c3d"
}

variable "restore_testing_plan_arn" {
  description = "Restore testing plan of this region (output restore_testing_plan_arn of backup-vault)."
  type        = string
  default     = "arn:aws:backup:us-west-2:123456789012:restore-testing-plan:shop"
}

provider "aws" {
  region = "us-west-2"
}

data "aws_caller_identity" "current" {}

resource "aws_sns_topic" "alarms" {
  name              = "watch-example"
  kms_master_key_id = "alias/aws/sns"
}

module "watch" {
  source = "../.."

  name           = "watch-example"
  primary_region = "us-east-1"

  # Alarms when half an hour of work would be lost, or a daily snapshot did not arrive.
  database  = { automated_backup_arn = var.automated_backup_arn, max_age = 1800 }
  snapshots = { identifier = "shop", max_age = 115200 }

  # And when AWS Backup could not restore the newest of them.
  restore_test = { plan_arn = var.restore_testing_plan_arn }

  images  = { web = "${data.aws_caller_identity.current.account_id}.dkr.ecr.us-west-2.amazonaws.com/shop/web:1.4.2" }
  secrets = { session-key = "arn:aws:secretsmanager:us-west-2:${data.aws_caller_identity.current.account_id}:secret:shop/session-key-a1b2c3" }
  buckets = { uploads = { source = "shop-uploads", destination = "shop-uploads-us-west-2" } }

  alarm_topic_arns = [aws_sns_topic.alarms.arn]
  tags             = { Example = "recovery-watch" }
}

output "parameter_name" {
  description = "SSM parameter that remembers what was found."
  value       = module.watch.parameter_name
}
