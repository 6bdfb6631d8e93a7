# A topic of orders, a queue that subscribed, and the role of who publishes, to read, to apply and to destroy.

terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }
}

provider "aws" {
  region = "us-east-1"
}

variable "prefix" {
  description = "What the names begin with."
  type        = string
  default     = "topic-example"
}

data "aws_iam_policy_document" "tasks" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "web" {
  name               = "${var.prefix}-web"
  assume_role_policy = data.aws_iam_policy_document.tasks.json
}

module "undelivered" {
  source = "../../../queue"

  name = "${var.prefix}-undelivered"

  event_sources = { orders = { service = "sns", source_arn = module.orders.arn } }

  tags = { Example = "topic" }
}

module "mails" {
  source = "../../../queue"

  name = "${var.prefix}-mails"

  event_sources = { orders = { service = "sns", source_arn = module.orders.arn } }

  tags = { Example = "topic" }
}

module "orders" {
  source = "../.."

  name = "${var.prefix}-orders"

  publishers = { web = { role_name = aws_iam_role.web.name } }

  subscriptions = {
    mails = {
      protocol      = "sqs"
      endpoint      = module.mails.arn
      filter_policy = jsonencode({ kind = ["confirmed", "sent"] })
      dead_letters  = { queue_arn = module.undelivered.arn }
    }
  }

  tags = { Example = "topic" }
}

output "arn" {
  description = "ARN of the topic."
  value       = module.orders.arn
}
