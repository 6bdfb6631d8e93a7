# A plain root of the module user-pool, whose options the test gives as variables, and of a service that a load balancer has
# users sign in to.

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

variable "options" {
  type    = any
  default = {}
}

# Whether there are a load balancer and a service.
variable "front" {
  type    = bool
  default = true
}

# Whether users of the service sign in, and stick to a task.
variable "sign_in" {
  type    = bool
  default = true
}

data "aws_prefix_list" "s3" {
  count = var.front ? 1 : 0

  name = "com.amazonaws.us-east-1.s3"
}

resource "aws_iam_role" "admin" {
  name = "nimbus-admin"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "cognito-identity.amazonaws.com" }
    }]
  })
}

module "users" {
  source = "../../terraform/user-pool"

  name                = "nimbus"
  deletion_protection = try(var.options.deletion_protection, true)
  replacements        = try(var.options.replacements, 0)
  case_sensitive      = try(var.options.case_sensitive, false)
  custom_attributes = try(var.options.custom_attributes, {
    tenant = { mutable = false, max_length = 64 }
    seats  = { type = "Number", max_value = 100 }
  })
  groups = { ADMIN = { precedence = 0, role_arn = aws_iam_role.admin.arn }, USER = { precedence = 10 } }

  mfa               = try(var.options.mfa, "OPTIONAL")
  user_pool_tier    = try(var.options.user_pool_tier, "ESSENTIALS")
  threat_protection = try(var.options.threat_protection, null)
  email             = try(var.options.email, null)
  invitation        = try(var.options.invitation, null)
  device_tracking   = try(var.options.device_tracking, null)
  passkeys          = try(var.options.passkeys, null)

  prefix_domain = { prefix = "nimbus" }
  custom_domain = try(var.options.custom_domain, {
    name            = "auth.nimbus.example"
    certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"
  })

  resource_servers = { api = { identifier = "https://api.nimbus.example", scopes = { "tasks.read" = "Read tasks" } } }
  clients = {
    app = {
      callback_urls          = ["https://app.nimbus.example/callback", "http://localhost:3000/callback"]
      logout_urls            = ["https://app.nimbus.example/"]
      refresh_token_rotation = {}
      refresh_token_hours    = try(var.options.refresh_token_hours, 720)
    }
    web = { confidential = true, callback_urls = ["https://web.nimbus.example/oauth2/idpresponse"] }
    job = {
      confidential = true
      oauth_flows  = ["client_credentials"]
      oauth_scopes = ["https://api.nimbus.example/tasks.read"]
    }
  }
}

resource "aws_vpc" "this" {
  count = var.front ? 1 : 0

  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "this" {
  count = var.front ? 1 : 0

  vpc_id = aws_vpc.this[0].id
}

resource "aws_subnet" "this" {
  for_each = var.front ? { us-east-1a = "10.0.0.0/24", us-east-1b = "10.0.1.0/24" } : {}

  vpc_id            = aws_vpc.this[0].id
  availability_zone = each.key
  cidr_block        = each.value
}

module "load_balancer" {
  source     = "../../terraform/load-balancer"
  count      = var.front ? 1 : 0
  depends_on = [aws_internet_gateway.this]

  name                = "nimbus"
  vpc_id              = aws_vpc.this[0].id
  subnet_ids          = values(aws_subnet.this)[*].id
  certificate_arn     = "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"
  targets             = { web = { security_group_id = module.web[0].security_group_id, port = 3000 } }
  https_egress        = var.sign_in
  access_logs         = false
  deletion_protection = false
}

resource "aws_ecs_cluster" "this" {
  count = var.front ? 1 : 0

  name = "nimbus"
}

resource "aws_ecs_cluster_capacity_providers" "this" {
  count = var.front ? 1 : 0

  cluster_name       = aws_ecs_cluster.this[0].name
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]
}

module "web" {
  source = "../../terraform/service"
  count  = var.front ? 1 : 0

  name         = "web"
  cluster      = { name = aws_ecs_cluster_capacity_providers.this[0].cluster_name, arn = aws_ecs_cluster.this[0].arn }
  vpc_id       = aws_vpc.this[0].id
  subnet_ids   = values(aws_subnet.this)[*].id
  image        = "public.ecr.aws/nginx/nginx:1.29.3"
  port         = 3000
  https_egress = false
  egress       = { s3 = { port = 443, prefix_list_id = data.aws_prefix_list.s3[0].id } }

  authenticate = var.sign_in ? module.users.listener_authentication["web"] : null

  routing = {
    listener_arn                    = module.load_balancer[0].https_listener_arn
    load_balancer_security_group_id = module.load_balancer[0].security_group_id
    priority                        = 100
    hosts                           = ["web.nimbus.example"]
    source_ips                      = ["10.0.0.0/8"]
    stickiness                      = var.sign_in ? { duration = 3600 } : null
  }
}

output "issuer" {
  value = module.users.issuer
}

output "url" {
  value = module.users.url
}

output "client_ids" {
  value = module.users.client_ids
}

output "client_secrets" {
  value     = module.users.client_secrets
  sensitive = true
}
