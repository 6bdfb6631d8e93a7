# A plain root of the modules secrets and registry, whose options the test gives as variables.

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

provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

variable "secrets_options" {
  type = any
}

variable "registry_options" {
  type = any
}

variable "values" {
  type      = map(string)
  ephemeral = true
}

resource "aws_kms_key" "west" {
  provider                = aws.west
  deletion_window_in_days = 7
}

resource "aws_kms_key" "other" {
  deletion_window_in_days = 7
}

resource "aws_iam_role" "this" {
  for_each = toset(["worker", "build", "rotation"])

  name = "secrets-and-registry-${each.key}"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_lambda_function" "rotation" {
  function_name = "rotation"
  filename      = "${path.root}/function.zip"
  handler       = "index.handler"
  role          = aws_iam_role.this["rotation"].arn
  runtime       = "nodejs20.x"
}

locals {
  # What is only known once something else is made.
  replicas = { us-west-2 = { kms_key_arn = aws_kms_key.west.arn } }
  rotation = { lambda_arn = aws_lambda_function.rotation.arn, days = 30 }
}

module "secrets" {
  source = "./terraform/secrets"

  name = var.secrets_options.name
  secrets = {
    for key, secret in var.secrets_options.secrets : key => {
      value          = try(secret.value, "generated")
      version        = try(secret.version, 1)
      json           = try(secret.json, null)
      rotation       = try(secret.rotated, false) ? local.rotation : null
      read_elsewhere = true
    }
  }
  values             = var.values
  readers            = { for name, keys in try(var.secrets_options.readers, {}) : name => { role_name = aws_iam_role.this["worker"].name, secrets = keys } }
  replicas           = try(var.secrets_options.replicated, false) ? local.replicas : {}
  kms_key            = try(var.secrets_options.other_key, false) ? { arn = aws_kms_key.other.arn } : null
  delete_immediately = true
}

module "registry" {
  source = "./terraform/registry"

  name = "nimbus"
  repositories = {
    for key, repository in var.registry_options.repositories : key => merge(repository, {
      push_roles = try(repository.pushed, false) ? [aws_iam_role.this["build"].arn] : []
    })
  }
  scanning     = try(var.registry_options.scanning, null)
  replication  = try(var.registry_options.replication, null)
  kms_key      = try(var.registry_options.other_key, false) ? { arn = aws_kms_key.other.arn } : null
  force_delete = try(var.registry_options.force_delete, false)
}

output "secret_arns" {
  value = module.secrets.arns
}

output "repository_names" {
  value = module.registry.names
}
