# A latch that decides by itself once the services of the recovery region are healthy, and one that a person decides, to
# read, to apply and to destroy.

terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }
}

variable "target_group_arns" {
  description = "Target groups of the recovery region, one for each service that users reach."
  type        = list(string)
  default     = ["arn:aws:elasticloadbalancing:us-west-2:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d"]
}

provider "aws" {
  region = "us-west-2"
}

module "latch" {
  source = "../.."

  name              = "latch-example"
  primary_region    = "us-east-1"
  target_group_arns = var.target_group_arns
  tags              = { Example = "latch" }
}

# Closed by
#   aws ssm put-parameter --region us-west-2 --name /example/serving-region --value us-west-2 --overwrite
# and opened by the same with --value us-east-1.
module "by_hand" {
  source = "../.."

  name           = "latch-example-by-hand"
  primary_region = "us-east-1"
  switch         = "confirmed"
  parameter_name = "/example/serving-region"
  tags           = { Example = "latch" }
}

output "alarm" {
  description = "For failover.latch of dns-failover."
  value       = module.latch.alarm
}

output "alarm_by_hand" {
  description = "The same, of the one that a person decides."
  value       = module.by_hand.alarm
}
