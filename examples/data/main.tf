# The data tier from the published modules, without Node: a database, a cache, a bucket, secrets and a registry, and one
# application that may use them.

terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }
}

variable "protected" {
  description = "Whether the database refuses to be deleted, and the bucket to be emptied. Apply with false before a destroy."
  type        = bool
  default     = true
}

variable "sentry_dsn" {
  description = "Where errors are reported. It is in no plan and in no state."
  type        = string
  ephemeral   = true
  default     = "https://key@sentry.example.com/1"
}

variable "database_origin" {
  description = "Where the database's data comes from when it is made: null for nowhere."
  type        = any
  default     = null
}

provider "aws" {
  region = "us-east-1"

  default_tags {
    tags = { Application = "shop" }
  }
}

locals {
  name = "shop-production"
}

data "aws_caller_identity" "current" {}

module "network" {
  source = "../../terraform/network"

  name      = local.name
  cidr      = "10.40.0.0/16"
  zones     = ["us-east-1a", "us-east-1b"]
  nat       = "none"
  flow_logs = "none"
}

# The application: a role and a security group, as a task, a function or an instance has them.

data "aws_iam_policy_document" "tasks" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "web" {
  name               = "${local.name}-web"
  assume_role_policy = data.aws_iam_policy_document.tasks.json
}

resource "aws_security_group" "web" {
  name        = "${local.name}-web"
  description = "The application"
  vpc_id      = module.network.vpc_id
}

module "database" {
  source = "../../terraform/database"

  name           = local.name
  instance_class = "db.t4g.medium"
  db_name        = "shop"
  username       = "shop"
  vpc_id         = module.network.vpc_id
  subnet_ids     = module.network.database_subnet_ids
  clients        = { web = { security_group_id = aws_security_group.web.id } }
  origin         = var.database_origin

  deletion_protection = var.protected
}

module "cache" {
  source = "../../terraform/cache"

  name       = local.name
  vpc_id     = module.network.vpc_id
  subnet_ids = module.network.database_subnet_ids
  clients    = { web = { security_group_id = aws_security_group.web.id } }
  users      = { web = {} }
}

module "storage" {
  source = "../../terraform/storage"

  name    = "${local.name}-uploads-${data.aws_caller_identity.current.account_id}"
  writers = { web = { role_name = aws_iam_role.web.name } }

  force_destroy = !var.protected
}

module "secrets" {
  source = "../../terraform/secrets"

  name = local.name
  secrets = {
    session-key = { description = "Signs sessions" }
    sentry-dsn  = { description = "Where errors are reported", value = "given" }
  }
  values  = { sentry-dsn = var.sentry_dsn }
  readers = { web = { role_name = aws_iam_role.web.name, secrets = ["session-key", "sentry-dsn"] } }
}

module "registry" {
  source = "../../terraform/registry"

  name         = local.name
  repositories = { web = {} }
}

output "database_address" {
  description = "Host name of the database."
  value       = module.database.address
}

output "database_secret_arn" {
  description = "Secret with the database's master user and password."
  value       = module.database.secret_arn
}

output "cache_url" {
  description = "Where the cache is, without a user."
  value       = module.cache.url
}

output "bucket" {
  description = "Name of the bucket."
  value       = module.storage.name
}
