# A certificate of a zone and its wildcard for load balancers, and one for CloudFront, to read, to apply and to destroy.
# With a domain of yours the zone must be delegated before ACM can see the records: until then the apply waits.

terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }
}

variable "domain" {
  description = "A domain of yours. The one that stands here is good enough for the emulator."
  type        = string
  default     = "certificate.example.com"
}

provider "aws" {
  region = "us-west-2"
}

provider "aws" {
  alias  = "cloudfront"
  region = "us-east-1"
}

resource "aws_route53_zone" "this" {
  #checkov:skip=CKV2_AWS_38:The dns-failover module is the one that signs a zone
  #checkov:skip=CKV2_AWS_39:The dns-failover module is the one that logs queries
  name = var.domain
}

module "certificate" {
  source = "../.."

  name              = "certificate-example"
  domain_name       = var.domain
  alternative_names = ["api.${var.domain}", "www.${var.domain}"]
  key_algorithm     = "EC_prime256v1"
  zones             = { (var.domain) = aws_route53_zone.this.zone_id }

  validation_timeout = 30
  tags               = { Example = "certificate" }
}

# The same name in another region asks for the same record, which is there already.
module "cloudfront_certificate" {
  source = "../.."

  name               = "certificate-example-cloudfront"
  domain_name        = "www.${var.domain}"
  for_cloudfront     = true
  validation_records = false
  validation_timeout = 30
  tags               = { Example = "certificate" }

  providers = { aws = aws.cloudfront }
}

output "arn" {
  description = "For a listener."
  value       = module.certificate.arn
}

output "cloudfront_arn" {
  description = "For a distribution."
  value       = module.cloudfront_certificate.arn
}
