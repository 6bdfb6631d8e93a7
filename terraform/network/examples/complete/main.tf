# A network over three zones with every option that costs little, to read, to apply and to destroy.

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

module "network" {
  source = "../.."

  name  = "network-example"
  cidr  = "10.20.0.0/16"
  zones = ["us-east-1a", "us-east-1b", "us-east-1c"]

  nat                    = "single"
  interface_endpoints    = ["ecr.api", "ecr.dkr"]
  database_allowed_cidrs = { vpn = "10.8.0.0/16" }
  private_subnet_tags    = { Purpose = "tasks" }
  tags                   = { Example = "network" }
}

output "vpc_id" {
  description = "ID of the VPC."
  value       = module.network.vpc_id
}

output "private_subnet_ids" {
  description = "IDs of the private subnets."
  value       = module.network.private_subnet_ids
}
