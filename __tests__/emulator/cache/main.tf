# Caches of every shape side by side, whose options a test changes one after the other.

terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }
}

variable "caches" {
  description = "Which of the caches there are."
  type        = set(string)
}

variable "valkey" {
  description = "Options of the cache of nodes."
  type        = any
  default     = {}
}

variable "redis" {
  description = "Options of the cache of shards."
  type        = any
  default     = {}
}

variable "serverless" {
  description = "Options of the serverless cache."
  type        = any
  default     = {}
}

variable "subnets" {
  description = "Letters of the zones that the caches are in."
  type        = list(string)
  default     = ["a", "b"]
}

variable "replacements" {
  description = "How often the cache that leaves a snapshot was replaced on purpose."
  type        = number
  default     = 0
}

variable "restored" {
  description = "The snapshot that another cache starts from; null for no such cache."
  type        = string
  default     = null
}

provider "aws" {
  region = "us-east-1"
}

resource "aws_vpc" "this" {
  cidr_block = "10.70.0.0/16"
}

resource "aws_subnet" "this" {
  for_each = { a = 0, b = 1, c = 2 }

  availability_zone = "us-east-1${each.key}"
  cidr_block        = cidrsubnet(aws_vpc.this.cidr_block, 8, each.value)
  vpc_id            = aws_vpc.this.id
}

resource "aws_sns_topic" "this" {
  name = "caches"
}

locals {
  subnet_ids = [for letter in var.subnets : aws_subnet.this[letter].id]
  alarms     = { topic_arns = [aws_sns_topic.this.arn] }
}

module "valkey" {
  source = "./terraform/cache"
  count  = contains(var.caches, "valkey") ? 1 : 0

  name       = "valkey"
  vpc_id     = aws_vpc.this.id
  subnet_ids = local.subnet_ids
  clients    = { vpn = { cidr = "10.0.0.0/8" } }
  users      = try(var.valkey.users, { web = {}, jobs = {} })
  alarms     = local.alarms

  apply_immediately      = true
  engine_version         = try(var.valkey.engine_version, "8.0")
  logs                   = try(var.valkey.logs, null)
  maxmemory_policy       = try(var.valkey.maxmemory_policy, null)
  multi_az               = try(var.valkey.multi_az, null)
  node_type              = try(var.valkey.node_type, null)
  notification_topic_arn = aws_sns_topic.this.arn
  port                   = try(var.valkey.port, null)
  replicas               = try(var.valkey.replicas, null)
  skip_final_snapshot    = true
}

module "redis" {
  source = "./terraform/cache"
  count  = contains(var.caches, "redis") ? 1 : 0

  name       = "redis"
  engine     = try(var.redis.engine, "redis")
  vpc_id     = aws_vpc.this.id
  subnet_ids = local.subnet_ids
  users      = { web = { auth = "password" } }
  passwords  = { web = ["correct-horse-battery-staple"] }

  apply_immediately      = true
  notify_keyspace_events = "Egx"
  shards                 = { count = try(var.redis.shards, 2) }
  skip_final_snapshot    = true
}

module "serverless" {
  source = "./terraform/cache"
  count  = contains(var.caches, "serverless") ? 1 : 0

  name       = "serverless"
  vpc_id     = aws_vpc.this.id
  subnet_ids = local.subnet_ids
  users      = { web = {} }
  alarms     = local.alarms

  engine_version          = try(var.serverless.engine_version, null)
  serverless              = { max_storage_gb = try(var.serverless.max_storage_gb, 5) }
  skip_final_snapshot     = true
  snapshot_retention_days = try(var.serverless.snapshot_retention_days, 7)
}

module "former" {
  source = "./terraform/cache"
  count  = contains(var.caches, "former") ? 1 : 0

  name         = "former"
  vpc_id       = aws_vpc.this.id
  subnet_ids   = local.subnet_ids
  users        = { web = {} }
  logs         = []
  multi_az     = false
  replicas     = 0
  replacements = var.replacements
}

module "restored" {
  source = "./terraform/cache"
  count  = var.restored == null ? 0 : 1

  name                = "restored"
  vpc_id              = aws_vpc.this.id
  subnet_ids          = local.subnet_ids
  users               = { web = {} }
  logs                = []
  skip_final_snapshot = true
  snapshot            = { name = var.restored }
}

output "endpoints" {
  description = "Where the caches are."
  value       = concat(module.valkey[*].url, module.redis[*].url, module.serverless[*].url)
}

output "connect" {
  description = "What the user web of the cache of nodes needs."
  value       = one(module.valkey[*].connect_statements.web)
}
