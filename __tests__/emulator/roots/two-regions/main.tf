# What the edge stack of production finds when it is applied: a load balancer in each region, the latch's alarm, and what
# the standby tells of it.

terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }
}

variable "name" {
  description = "Name of both load balancers."
  type        = string
}

variable "namespace" {
  description = "Namespace of the metric that the latch publishes."
  type        = string
  default     = "Holdfast/Recovery"
}

provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "recovery"
  region = "us-west-2"
}

resource "aws_vpc" "primary" {
  cidr_block = "10.50.0.0/16"
}

resource "aws_subnet" "primary" {
  for_each = { us-east-1a = 0, us-east-1b = 1 }

  vpc_id            = aws_vpc.primary.id
  availability_zone = each.key
  cidr_block        = cidrsubnet(aws_vpc.primary.cidr_block, 8, each.value)
}

resource "aws_lb" "primary" {
  name     = var.name
  internal = true
  subnets  = values(aws_subnet.primary)[*].id
}

resource "aws_vpc" "recovery" {
  provider = aws.recovery

  cidr_block = "10.51.0.0/16"
}

resource "aws_subnet" "recovery" {
  for_each = { us-west-2a = 0, us-west-2b = 1 }
  provider = aws.recovery

  vpc_id            = aws_vpc.recovery.id
  availability_zone = each.key
  cidr_block        = cidrsubnet(aws_vpc.recovery.cidr_block, 8, each.value)
}

resource "aws_lb" "recovery" {
  provider = aws.recovery

  name     = "${var.name}-dr"
  internal = true
  subnets  = values(aws_subnet.recovery)[*].id
}

resource "aws_lb_target_group" "web" {
  provider = aws.recovery

  name        = "web"
  port        = 3000
  protocol    = "HTTP"
  target_type = "ip"
  vpc_id      = aws_vpc.recovery.id
}

resource "aws_lb_listener" "web" {
  provider = aws.recovery

  load_balancer_arn = aws_lb.recovery.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}

module "latch" {
  source = "./terraform/latch"

  name              = "${var.name}-latch"
  primary_region    = "us-east-1"
  target_group_arns = [aws_lb_target_group.web.arn]
  parameter_name    = "/holdfast/${var.name}/serving-region"
  metric_namespace  = var.namespace

  providers = { aws = aws.recovery }
}

resource "aws_ssm_parameter" "standby" {
  provider = aws.recovery

  name  = "/holdfast/${var.name}/standby"
  type  = "String"
  value = jsonencode({ schema = 1, latch_settings = module.latch.alarm.settings })
}

output "target_group_arn" {
  description = "Target group of the service that users reach in the recovery region."
  value       = aws_lb_target_group.web.arn
}
