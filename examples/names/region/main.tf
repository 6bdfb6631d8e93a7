# One region: the least that a load balancer needs, and its certificate.

terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }
}

variable "cidr" {
  description = "Addresses of the VPC."
  type        = string
}

variable "domain" {
  description = "Name of the zone."
  type        = string
}

variable "region" {
  description = "Region of the provider."
  type        = string
}

variable "validation_records" {
  description = "Whether to make the records that prove the names."
  type        = bool
  default     = true
}

variable "zone_id" {
  description = "ID of the zone."
  type        = string
}

resource "aws_vpc" "this" {
  cidr_block = var.cidr

  tags = { Name = "shop" }
}

resource "aws_internet_gateway" "this" {
  vpc_id = aws_vpc.this.id
}

resource "aws_subnet" "public" {
  for_each = { a = 0, b = 1 }

  availability_zone = "${var.region}${each.key}"
  cidr_block        = cidrsubnet(var.cidr, 8, each.value)
  vpc_id            = aws_vpc.this.id

  # AWS refuses an internet-facing load balancer in a VPC without a gateway.
  depends_on = [aws_internet_gateway.this]
}

module "certificate" {
  source = "../../../terraform/certificate"

  name              = "shop"
  domain_name       = var.domain
  alternative_names = ["*.${var.domain}"]

  zones              = { (var.domain) = var.zone_id }
  validation_records = var.validation_records
}

module "load_balancer" {
  source = "../../../terraform/load-balancer"

  name            = "shop"
  vpc_id          = aws_vpc.this.id
  subnet_ids      = [for subnet in aws_subnet.public : subnet.id]
  certificate_arn = module.certificate.arn

  # An example is there to be thrown away.
  access_logs         = false
  deletion_protection = false
}

# The service that users reach has a target group of its own; here is one without a service.
resource "aws_lb_target_group" "web" {
  name        = "shop-web"
  port        = 3000
  protocol    = "HTTP"
  target_type = "ip"
  vpc_id      = aws_vpc.this.id
}

output "load_balancer" {
  description = "The load balancer, as an alias record needs it."
  value       = { dns_name = module.load_balancer.dns_name, zone_id = module.load_balancer.zone_id }
}

output "web" {
  description = "Target group that must have a healthy target before the latch closes."
  value       = aws_lb_target_group.web.arn
}
