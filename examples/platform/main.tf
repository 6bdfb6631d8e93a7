# The platform from the published modules, without Node: a network, a load balancer, a cluster, a web service and a worker.

terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }
}

variable "zones" {
  description = "Availability zones of the platform."
  type        = list(string)
  default     = ["us-east-1a", "us-east-1b"]
}

variable "image_tag" {
  description = "Tag of the image that the services run."
  type        = string
  default     = "1.0.0"
}

variable "protected" {
  description = "Whether the load balancer refuses to be deleted. Apply with false before a destroy."
  type        = bool
  default     = true
}

provider "aws" {
  region = "us-east-1"

  default_tags {
    tags = { Application = "shop" }
  }
}

data "aws_caller_identity" "current" {}

locals {
  name  = "shop-production"
  image = "${data.aws_caller_identity.current.account_id}.dkr.ecr.us-east-1.amazonaws.com/shop:${var.image_tag}"
}

module "network" {
  source = "../../terraform/network"

  name  = local.name
  cidr  = "10.30.0.0/16"
  zones = var.zones
}

module "load_balancer" {
  source = "../../terraform/load-balancer"

  name                = local.name
  vpc_id              = module.network.vpc_id
  subnet_ids          = module.network.public_subnet_ids
  certificate_arn     = "arn:aws:acm:us-east-1:${data.aws_caller_identity.current.account_id}:certificate/5f0e2c7a-3b1d-4a86-9c55-1e7d2f8b6a44"
  deletion_protection = var.protected
  log_force_destroy   = !var.protected

  targets = {
    web = { security_group_id = module.web.security_group_id, port = 8080 }
  }
}

module "cluster" {
  source = "../../terraform/cluster"

  name = local.name
}

module "web" {
  source = "../../terraform/service"

  name       = "web"
  cluster    = { name = module.cluster.name, arn = module.cluster.arn }
  vpc_id     = module.network.vpc_id
  subnet_ids = module.network.private_subnet_ids

  image  = local.image
  cpu    = 512
  memory = 1024
  port   = 8080

  routing = {
    listener_arn                    = module.load_balancer.https_listener_arn
    load_balancer_security_group_id = module.load_balancer.security_group_id
    priority                        = 100
    paths                           = ["/*"]
  }

  scaling = {
    minimum = 2
    maximum = 6
    cpu     = { target = 70 }
  }

  service_connect = {
    namespace_arn = module.cluster.namespace_arn
    server        = { discovery_name = "web" }
  }

  log_kms_key = { arn = module.cluster.kms_key_arn }
}

module "worker" {
  source = "../../terraform/service"

  name       = "worker"
  cluster    = { name = module.cluster.name, arn = module.cluster.arn }
  vpc_id     = module.network.vpc_id
  subnet_ids = module.network.private_subnet_ids

  image   = local.image
  command = ["node", "worker.js"]
  cpu     = 256
  memory  = 512

  desired_count = 1
  spot          = { percent = 100, on_demand_base = 0 }

  service_connect = { namespace_arn = module.cluster.namespace_arn }
  log_kms_key     = { arn = module.cluster.kms_key_arn }
}

output "load_balancer_dns_name" {
  description = "DNS name of the load balancer."
  value       = module.load_balancer.dns_name
}

output "private_subnet_ids_by_zone" {
  description = "IDs of the private subnets, by zone."
  value       = module.network.private_subnet_ids_by_zone
}
