# A latch on the standby's target group, and one that an operator closes by writing a metric, to read, to apply and to
# destroy.

terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }
}

variable "load_balancer" {
  description = "Last part of the ARN of the standby's load balancer."
  type        = string
  default     = "app/standby/0a1b2c3d4e5f6a7b"
}

variable "target_group" {
  description = "Last part of the ARN of the target group of the service that users need most."
  type        = string
  default     = "targetgroup/web/8c9d0e1f2a3b4c5d"
}

provider "aws" {
  region = "us-west-2"
}

module "latch" {
  source = "../.."

  name         = "latch-example"
  target_group = { load_balancer = var.load_balancer, target_group = var.target_group }
  tags         = { Example = "latch" }
}

# Closed for as long as somebody repeats, at least once a minute:
# aws cloudwatch put-metric-data --region us-west-2 --namespace Example/Recovery --metric-name Latch --value 1
module "by_hand" {
  source = "../.."

  name   = "latch-example-by-hand"
  metric = { namespace = "Example/Recovery", name = "Latch" }
  tags   = { Example = "latch" }
}

output "alarm" {
  description = "For failover.latch of dns-failover."
  value       = module.latch.alarm
}

output "alarm_by_hand" {
  description = "The same, closed by hand."
  value       = module.by_hand.alarm
}
