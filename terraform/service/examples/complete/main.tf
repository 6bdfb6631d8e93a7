# A web service behind a load balancer and a worker without one, with all that they stand on, to read, to apply and to
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

variable "certificate_arn" {
  description = "A certificate of yours, issued in us-east-1. The one that stands here is good enough for the emulator."
  type        = string
  default     = "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"
}

variable "image" {
  description = "What the web service runs."
  type        = string
  default     = "public.ecr.aws/nginx/nginx-unprivileged:1.29.3"
}

variable "web_tasks" {
  description = "Fewest and most tasks of the web service."
  type        = object({ minimum = number, maximum = number })
  default     = { minimum = 2, maximum = 6 }
}

variable "worker_tasks" {
  description = "Tasks of the worker."
  type        = number
  default     = 1
}

locals {
  name = "service-example"
  tags = { Example = "service" }
}

module "network" {
  source = "../../../network"

  name      = local.name
  cidr      = "10.40.0.0/16"
  zones     = ["us-east-1a", "us-east-1b"]
  nat       = "single"
  flow_logs = "none"
  tags      = local.tags
}

module "load_balancer" {
  source = "../../../load-balancer"

  name            = local.name
  vpc_id          = module.network.vpc_id
  subnet_ids      = module.network.public_subnet_ids
  certificate_arn = var.certificate_arn
  targets         = { web = { security_group_id = module.web.security_group_id, port = 8080 } }

  # An example is there to be thrown away.
  deletion_protection = false
  log_force_destroy   = true

  tags = local.tags
}

module "cluster" {
  source = "../../../cluster"

  name           = local.name
  namespace_name = "example.local"
  tags           = local.tags
}

data "aws_caller_identity" "current" {}

# One key for the application's own secrets and its alarms; CloudWatch must be able to publish to an encrypted topic.
resource "aws_kms_key" "application" {
  description             = "Secrets and alarms of ${local.name}"
  enable_key_rotation     = true
  deletion_window_in_days = 7

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Administration"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        Sid       = "Alarms"
        Effect    = "Allow"
        Principal = { Service = "cloudwatch.amazonaws.com" }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey*"]
        Resource  = "*"
      },
    ]
  })

  tags = local.tags
}

resource "aws_secretsmanager_secret" "database" {
  #checkov:skip=CKV2_AWS_57:An example has no function that could rotate it
  name                    = "${local.name}/database"
  kms_key_id              = aws_kms_key.application.arn
  recovery_window_in_days = 0

  tags = local.tags
}

resource "aws_ssm_parameter" "token" {
  name   = "/${local.name}/token"
  type   = "SecureString"
  key_id = aws_kms_key.application.arn
  value  = "replace-me"

  tags = local.tags

  lifecycle {
    ignore_changes = [value]
  }
}

resource "aws_sns_topic" "alarms" {
  name              = "${local.name}-alarms"
  kms_master_key_id = aws_kms_key.application.arn

  tags = local.tags
}

module "web" {
  source = "../.."

  name       = "web"
  cluster    = { name = module.cluster.name, arn = module.cluster.arn }
  vpc_id     = module.network.vpc_id
  subnet_ids = module.network.private_subnet_ids

  image          = var.image
  cpu            = 512
  memory         = 1024
  port           = 8080
  user           = "101:101"
  environment    = { LOG_LEVEL = "info", GREETING = "say \"hi\" to $${USER}" }
  writable_paths = { tmp = "/tmp" }

  secrets = {
    DATABASE_PASSWORD = { arn = aws_secretsmanager_secret.database.arn, json_key = "password" }
    TOKEN             = { arn = aws_ssm_parameter.token.arn }
  }
  secret_kms_keys = [aws_kms_key.application.arn]

  sidecars = {
    agent = {
      image        = "public.ecr.aws/aws-observability/aws-otel-collector:v0.43.3"
      cpu          = 64
      memory       = 128
      port         = 4317
      environment  = { AWS_REGION = "us-east-1" }
      health_check = { command = ["CMD", "/healthcheck"] }
    }
  }
  start_after = { agent = "HEALTHY" }

  routing = {
    listener_arn                    = module.load_balancer.https_listener_arn
    load_balancer_security_group_id = module.load_balancer.security_group_id
    priority                        = 100
    hosts                           = ["web.example.com"]
    paths                           = ["/*"]
    headers                         = { X-Tenant = ["blue", "green"] }
    health                          = { path = "/healthz" }
    stickiness                      = {}
  }

  scaling = {
    minimum  = var.web_tasks.minimum
    maximum  = var.web_tasks.maximum
    cpu      = { target = 70 }
    memory   = { target = 80 }
    requests = { target = 1000 }
    schedule = {
      evening = { schedule = "cron(0 20 * * ? *)", timezone = "Europe/Berlin", minimum = 1, maximum = 2 }
      morning = { schedule = "cron(0 6 * * ? *)", timezone = "Europe/Berlin", minimum = 2, maximum = 6 }
    }
  }
  spot = { percent = 50 }

  service_connect = { namespace_arn = module.cluster.namespace_arn, server = {} }
  clients         = { worker = { security_group_id = module.worker.security_group_id } }

  task_statements = [
    {
      sid       = "Alarms"
      actions   = ["sns:Publish"]
      resources = [aws_sns_topic.alarms.arn]
    },
  ]
  log_kms_key        = { arn = module.cluster.kms_key_arn }
  log_retention_days = 30
  alarms             = { topic_arns = [aws_sns_topic.alarms.arn] }
  tags               = local.tags
}

resource "aws_sqs_queue" "visits" {
  name                    = "${local.name}-visits"
  sqs_managed_sse_enabled = true
  tags                    = local.tags
}

module "worker" {
  source = "../.."

  name       = "worker"
  cluster    = { name = module.cluster.name, arn = module.cluster.arn }
  vpc_id     = module.network.vpc_id
  subnet_ids = module.network.private_subnet_ids

  image        = "public.ecr.aws/docker/library/busybox:1.37.0"
  command      = ["sh", "-c", "while true; do wget -qO- http://web:8080; sleep 60; done"]
  cpu          = 256
  memory       = 512
  architecture = "ARM64"

  scaling = { minimum = var.worker_tasks, maximum = var.worker_tasks + 4 }
  backlog = { queue_name = aws_sqs_queue.visits.name, target = 100 }

  exec = {
    log_group = { arn = module.cluster.exec_log_group_arn }
    kms_key   = { arn = module.cluster.kms_key_arn }
  }
  readonly_root = false

  service_connect    = { namespace_arn = module.cluster.namespace_arn }
  egress             = { web = { port = 8080, security_group_id = module.web.security_group_id } }
  log_retention_days = 30
  tags               = local.tags
}

output "dns_name" {
  description = "Where the load balancer answers."
  value       = module.load_balancer.dns_name
}

output "services" {
  description = "Names of the services."
  value       = [module.web.service_name, module.worker.service_name]
}
