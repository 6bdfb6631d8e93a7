# An internet-facing load balancer with a target, CORS and connection logs, to read, to apply and to destroy.

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

variable "certificate_arn" {
  description = "A certificate of yours, issued in us-east-1. The one that stands here is good enough for the emulator."
  type        = string
  default     = "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"
}

resource "aws_vpc" "this" {
  #checkov:skip=CKV2_AWS_11:The network module is the one with flow logs; here stands the least that a load balancer needs
  #checkov:skip=CKV2_AWS_12:The network module is the one that closes the default security group
  cidr_block = "10.30.0.0/16"

  tags = { Name = "load-balancer-example" }
}

resource "aws_internet_gateway" "this" {
  vpc_id = aws_vpc.this.id
}

resource "aws_subnet" "public" {
  for_each = { us-east-1a = "10.30.0.0/24", us-east-1b = "10.30.1.0/24" }

  availability_zone = each.key
  cidr_block        = each.value
  vpc_id            = aws_vpc.this.id

  # AWS refuses an internet-facing load balancer in a VPC without a gateway.
  depends_on = [aws_internet_gateway.this]
}

resource "aws_security_group" "web" {
  #checkov:skip=CKV2_AWS_5:The tasks that it is for are not part of the example
  name        = "load-balancer-example-web"
  description = "The tasks behind the load balancer"
  vpc_id      = aws_vpc.this.id
}

module "load_balancer" {
  #checkov:skip=CKV_AWS_150:An example is there to be thrown away
  source = "../.."

  name            = "load-balancer-example"
  vpc_id          = aws_vpc.this.id
  subnet_ids      = [for subnet in aws_subnet.public : subnet.id]
  certificate_arn = var.certificate_arn

  allowed_cidrs = { office = "203.0.113.0/24", everyone-else = "0.0.0.0/0" }
  targets       = { web = { security_group_id = aws_security_group.web.id, port = 3000 } }

  content_security_policy = "default-src 'self'"
  cors                    = { allow_origin = "https://example.com" }
  connection_logs         = true
  log_retention_days      = 30

  # An example is there to be thrown away.
  deletion_protection = false
  log_force_destroy   = true

  tags = { Example = "load-balancer" }
}

# The other half of the way to the targets.
resource "aws_vpc_security_group_ingress_rule" "web" {
  description                  = "Requests from the load balancer"
  from_port                    = 3000
  ip_protocol                  = "tcp"
  referenced_security_group_id = module.load_balancer.security_group_id
  security_group_id            = aws_security_group.web.id
  to_port                      = 3000
}

output "dns_name" {
  description = "Where the load balancer answers."
  value       = module.load_balancer.dns_name
}

output "https_listener_arn" {
  description = "Listener to add rules to."
  value       = module.load_balancer.https_listener_arn
}

output "log_bucket_name" {
  description = "Bucket of the logs."
  value       = module.load_balancer.log_bucket_name
}
