# A bucket for uploads from a browser and its copy in another region, to read, to apply and to destroy.

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

provider "aws" {
  alias  = "recovery"
  region = "us-west-2"
}

variable "prefix" {
  description = "What the names of the buckets begin with. No other bucket of any account may have them: choose your own."
  type        = string
  default     = "storage-example"
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
  for_each = toset(["web", "reports"])

  name               = "${var.prefix}-${each.key}"
  assume_role_policy = data.aws_iam_policy_document.tasks.json
}

module "copy" {
  source = "../.."

  providers = { aws = aws.recovery }

  name = "${var.prefix}-recovery"

  # An example is there to be thrown away.
  force_destroy     = true
  log_force_destroy = true

  tags = { Example = "storage" }
}

module "uploads" {
  source = "../.."

  name = "${var.prefix}-uploads"

  writers = { web = { role_name = aws_iam_role.this["web"].name } }
  readers = { reports = { role_name = aws_iam_role.this["reports"].name, prefix = "reports/" } }

  cors_rules = {
    app = {
      allowed_origins = ["https://app.example.com"]
      allowed_methods = ["PUT", "GET"]
      allowed_headers = ["content-type"]
    }
  }

  lifecycle_rules = {
    exports   = { prefix = "exports/", expiration_days = 30 }
    originals = { prefix = "originals/", transitions = { INTELLIGENT_TIERING = 0 } }
    reports   = { prefix = "reports/", tags = { Kind = "monthly" }, transitions = { STANDARD_IA = 30, GLACIER = 180 } }
  }

  replication = {
    destination = {
      bucket_arn  = module.copy.arn
      region      = "us-west-2"
      kms_key_arn = module.copy.kms_key_arn
    }
  }

  event_bridge = true

  # An example is there to be thrown away.
  force_destroy     = true
  log_force_destroy = true

  tags = { Example = "storage" }
}

output "name" {
  description = "Name of the bucket."
  value       = module.uploads.name
}

output "copy_name" {
  description = "Name of the bucket with the copies."
  value       = module.copy.name
}

output "log_bucket_name" {
  description = "Bucket of the access logs."
  value       = module.uploads.log_bucket_name
}
