# A cluster whose services run half on Spot, and a log group of a service under its key, to read, to apply and to
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

module "cluster" {
  source = "../.."

  name                = "cluster-example"
  fargate_base        = 1
  fargate_weight      = 1
  fargate_spot_weight = 1
  namespace_name      = "example.local"
  tags                = { Example = "cluster" }
}

# The key of the cluster covers every log group below /ecs/<cluster>/.
resource "aws_cloudwatch_log_group" "web" {
  kms_key_id        = module.cluster.kms_key_arn
  name              = "/ecs/${module.cluster.name}/web"
  retention_in_days = 365
}

output "name" {
  description = "Name of the cluster."
  value       = module.cluster.name
}

output "arn" {
  description = "ARN of the cluster."
  value       = module.cluster.arn
}

output "namespace_arn" {
  description = "Namespace in which services find each other."
  value       = module.cluster.namespace_arn
}
