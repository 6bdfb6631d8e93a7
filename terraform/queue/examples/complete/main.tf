# A queue of mails to send and the role of who sends them, to read, to apply and to destroy.

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
  default     = "queue-example"
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

resource "aws_iam_role" "this" {
  for_each = toset(["web", "mailer"])

  name               = "${var.prefix}-${each.key}"
  assume_role_policy = data.aws_iam_policy_document.tasks.json
}

module "mails" {
  source = "../.."

  name = "${var.prefix}-mails"

  # A mail takes less than a minute.
  visibility_timeout = 60
  max_age            = 600

  senders   = { web = { role_name = aws_iam_role.this["web"].name } }
  receivers = { mailer = { role_name = aws_iam_role.this["mailer"].name } }

  event_sources = {
    uploads = { service = "s3", source_arn = "arn:aws:s3:::${var.prefix}-uploads" }
  }

  tags = { Example = "queue" }
}

# What must stay in order: one account's payments wait for one another, those of others do not.
module "payments" {
  source = "../.."

  name = "${var.prefix}-payments"
  fifo = { content_based_deduplication = true }

  senders = { web = { role_name = aws_iam_role.this["web"].name } }

  tags = { Example = "queue" }
}

output "url" {
  description = "Address of the queue of mails."
  value       = module.mails.url
}

output "dead_letters_arn" {
  description = "Queue of mails that could not be sent."
  value       = module.mails.dead_letters_arn
}
