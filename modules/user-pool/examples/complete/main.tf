# A pool with two groups, an application in the browser and a service that signs in by itself, to read, to apply and to
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

data "aws_caller_identity" "current" {}

module "users" {
  source = "../.."

  name                = "user-pool-example"
  mfa                 = "ON"
  deletion_protection = false # To be destroyed after the tour; leave it out for a pool that matters.

  custom_attributes = {
    tenant = { mutable = false, max_length = 64 }
  }

  groups = {
    ADMIN = { description = "Runs the site", precedence = 0 }
    USER  = { description = "Uses the site", precedence = 10 }
  }

  prefix_domain = { prefix = "user-pool-example-${data.aws_caller_identity.current.account_id}" }

  resource_servers = {
    api = {
      identifier = "https://api.nimbus.example"
      scopes     = { "tasks.read" = "Read tasks", "tasks.write" = "Change tasks" }
    }
  }

  clients = {
    # In the browser: the flow code with PKCE, no secret.
    app = {
      callback_urls          = ["https://app.nimbus.example/callback", "http://localhost:3000/callback"]
      logout_urls            = ["https://app.nimbus.example/"]
      oauth_scopes           = ["openid", "email", "https://api.nimbus.example/tasks.read"]
      refresh_token_rotation = {}
      refresh_token_hours    = 168
    }

    # A service that calls the API by itself.
    worker = {
      confidential         = true
      oauth_flows          = ["client_credentials"]
      oauth_scopes         = ["https://api.nimbus.example/tasks.write"]
      access_token_minutes = 15
    }
  }

  tags = { Example = "user-pool" }
}

output "issuer" {
  description = "What the API checks tokens against."
  value       = module.users.issuer
}

output "sign_in_url" {
  description = "Base URL of the sign-in pages."
  value       = module.users.url
}

output "client_ids" {
  description = "IDs of the clients."
  value       = module.users.client_ids
}
