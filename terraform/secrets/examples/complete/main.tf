# Secrets of every kind, with a copy in another region and a role that reads two of them, to read, to apply and to
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

provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

variable "sentry_dsn" {
  description = "Where errors are reported. Ephemeral: it is in no plan and in no state."
  type        = string
  default     = "https://public@sentry.example.com/1"
  ephemeral   = true
}

variable "versions" {
  description = "Versions of the secrets, by key: raise one to write that secret anew."
  type        = map(number)
  default     = {}
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

# A copy is encrypted with a key of its own region.
resource "aws_kms_key" "west" {
  provider = aws.west

  deletion_window_in_days = 30
  description             = "Copies of the secrets of secrets-example"
  enable_key_rotation     = true

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Administration"
      Effect    = "Allow"
      Principal = { AWS = "arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:root" }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}

resource "aws_iam_role" "worker" {
  name = "secrets-example-worker"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

module "secrets" {
  source = "../.."

  name = "secrets-example"

  secrets = {
    database = {
      description = "Role of the application in its database"
      json        = { fields = { username = "nimbus" } }
      version     = lookup(var.versions, "database", 1)
    }
    nextauth-secret = {
      description    = "Signs the sessions"
      length         = 64
      read_elsewhere = true
      version        = lookup(var.versions, "nextauth-secret", 1)
    }
    sentry-dsn = {
      description    = "Where errors are reported"
      value          = "given"
      read_elsewhere = true
    }
    stripe-key = {
      description = "Put by whoever keeps the account with Stripe"
      value       = "external"
    }
  }

  values   = { sentry-dsn = var.sentry_dsn }
  readers  = { worker = { role_name = aws_iam_role.worker.name, secrets = ["database", "stripe-key"] } }
  replicas = { us-west-2 = { kms_key_arn = aws_kms_key.west.arn } }

  # An example is there to be thrown away.
  delete_immediately = true
  tags               = { Example = "secrets" }
}

output "arns" {
  description = "ARNs of the secrets by key."
  value       = module.secrets.arns
}

output "replica_arns" {
  description = "ARNs of the copies, by region and by key."
  value       = module.secrets.replica_arns
}

output "version_ids" {
  description = "Versions that Terraform wrote, by key."
  value       = module.secrets.version_ids
}

output "kms_key_arn" {
  description = "Key of the secrets."
  value       = module.secrets.kms_key_arn
}
