# Two repositories of an application, copied to another region, to read, to apply and to destroy.

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

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

locals {
  name = "registry-example"

  repositories = {
    web = {
      keep_releases = 50
      pull_accounts = [data.aws_caller_identity.current.account_id]
      push_roles    = [aws_iam_role.build.arn]
    }
    worker = {
      release_tags      = ["v*"]
      expire_other_days = 7
    }
  }
}

resource "aws_iam_role" "build" {
  name = "registry-example-build"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "codebuild.amazonaws.com" }
    }]
  })
}

# Whoever logs in to a registry needs this right, whatever the policies of its repositories say.
resource "aws_iam_role_policy" "build" {
  #checkov:skip=CKV_AWS_355:ecr:GetAuthorizationToken knows no resources
  name = "login"
  role = aws_iam_role.build.name

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "ecr:GetAuthorizationToken", Resource = "*" }]
  })
}

resource "aws_kms_key" "topic" {
  deletion_window_in_days = 30
  description             = "Findings in the images of registry-example"
  enable_key_rotation     = true

  # EventBridge must be able to publish to an encrypted topic.
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Administration"
        Effect    = "Allow"
        Principal = { AWS = "arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        Sid       = "EventBridge"
        Effect    = "Allow"
        Principal = { Service = "events.amazonaws.com" }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource  = "*"
        Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id } }
      },
    ]
  })
}

resource "aws_sns_topic" "findings" {
  kms_master_key_id = aws_kms_key.topic.arn
  name              = "registry-example-findings"
}

resource "aws_sns_topic_policy" "findings" {
  arn = aws_sns_topic.findings.arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.findings.arn
      Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id } }
    }]
  })
}

module "registry" {
  source = "../.."

  name         = local.name
  repositories = local.repositories
  scanning     = { scan_type = "ENHANCED", scan_frequency = "CONTINUOUS_SCAN" }
  findings     = { topic_arn = aws_sns_topic.findings.arn }
  replication  = { destinations = [{ region = "us-west-2" }] }
  tags         = { Example = "registry" }
}

# The other region's repositories, so that ECR does not make its own with mutable tags and without a policy.
module "registry_west" {
  source    = "../.."
  providers = { aws = aws.west }

  name         = local.name
  repositories = local.repositories
  tags         = { Example = "registry" }
}

output "urls" {
  description = "URLs of the repositories by key."
  value       = module.registry.urls
}

output "west_urls" {
  description = "URLs of the copies by key."
  value       = module.registry_west.urls
}
