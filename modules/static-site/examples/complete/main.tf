# A site with a name, the API under it, a copy in another region and a role that deploys it, to read, to apply and to
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
  alias  = "copy"
  region = "us-west-2"
}

variable "certificate_arn" {
  description = "A certificate of yours, issued in us-east-1. The one that stands here is good enough for the emulator."
  type        = string
  default     = "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"
}

data "aws_caller_identity" "current" {}

resource "aws_iam_openid_connect_provider" "github" {
  client_id_list = ["sts.amazonaws.com"]
  url            = "https://token.actions.githubusercontent.com"
}

module "site" {
  source = "../.."

  name        = "site-example"
  aliases     = ["app.example.com", "www.example.com"]
  certificate = { arn = var.certificate_arn }
  redirect_to = "app.example.com"

  api                     = { domain_name = "api.example.com", paths = ["/api/*"] }
  content_security_policy = "default-src 'self'; connect-src 'self' https://login.example.com; frame-ancestors 'none'"
  geo                     = { mode = "block", countries = ["KP"] }

  # Read from the versioning: S3 replicates only to a bucket that keeps versions.
  replica = { bucket_name = aws_s3_bucket_versioning.copy.bucket, region = "us-west-2" }

  deploy_role = {
    oidc = {
      provider_arn = aws_iam_openid_connect_provider.github.arn
      subjects     = ["repo:example/site:ref:refs/heads/main"]
    }
  }

  # An example is there to be thrown away.
  force_destroy     = true
  log_force_destroy = true

  tags = { Example = "static-site" }
}

# The copy. The storage module is the one with options; here stands the least that a replica needs.
resource "aws_s3_bucket" "copy" {
  #checkov:skip=CKV_AWS_18:CloudFront is the only reader, and logs each request itself
  #checkov:skip=CKV_AWS_144:This is the copy
  #checkov:skip=CKV_AWS_145:What is in here is served to everybody
  #checkov:skip=CKV2_AWS_61:The copy follows the original
  #checkov:skip=CKV2_AWS_62:Nothing acts on the arrival of a file
  provider = aws.copy

  bucket        = "site-example-copy-${data.aws_caller_identity.current.account_id}"
  force_destroy = true
}

resource "aws_s3_bucket_versioning" "copy" {
  provider = aws.copy

  bucket = aws_s3_bucket.copy.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_public_access_block" "copy" {
  provider = aws.copy

  block_public_acls       = true
  block_public_policy     = true
  bucket                  = aws_s3_bucket.copy.id
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_policy" "copy" {
  provider = aws.copy

  bucket = aws_s3_bucket.copy.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "cloudfront.amazonaws.com" }
      Action    = ["s3:GetObject", "s3:ListBucket"]
      Resource  = [aws_s3_bucket.copy.arn, "${aws_s3_bucket.copy.arn}/*"]
      Condition = { StringEquals = { "AWS:SourceArn" = module.site.distribution_arn } }
    }]
  })

  depends_on = [aws_s3_bucket_public_access_block.copy]
}

output "bucket_name" {
  description = "Bucket to deploy to."
  value       = module.site.bucket_name
}

output "deploy_role_arn" {
  description = "Role that a pipeline takes."
  value       = module.site.deploy_role_arn
}

output "distribution_id" {
  description = "Distribution to invalidate."
  value       = module.site.distribution_id
}

output "domain_name" {
  description = "Name that CloudFront gives the site."
  value       = module.site.domain_name
}
