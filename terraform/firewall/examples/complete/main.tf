# A firewall for a load balancer, with rate limits, lists and an alarm, to read, to apply and to destroy.

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

resource "aws_sns_topic" "alarms" {
  name              = "firewall-example"
  kms_master_key_id = "alias/aws/sns"
}

module "firewall" {
  source = "../.."

  name = "firewall-example"

  # One rule of a group is turned down, since it refuses uploads over 8 KiB.
  common = { rule_actions = { SizeRestrictions_BODY = "count" } }

  rate_limits = {
    each-client = { priority = 0, limit = 2000 }
    each-user   = { priority = 1, limit = 600, window = 60, by = "cookie", key = "session", paths = ["/api/*"] }
    login = {
      priority      = 2
      limit         = 20
      window        = 60
      paths         = ["/login", "/api/auth/*"]
      methods       = ["POST"]
      response_body = "slow-down"
    }
  }
  custom_response_bodies = {
    slow-down = { content_type = "APPLICATION_JSON", content = "{\"error\":\"too many attempts\"}" }
  }

  internal_paths      = ["/metrics", "/actuator"]
  internal_path_cidrs = ["203.0.113.0/24", "2001:db8::/32"]
  allow_list          = ["203.0.113.7/32"]
  block_list          = ["198.51.100.0/24", "2001:db8:bad::/48"]
  geo                 = { mode = "block", countries = ["KP"] }
  size_limits         = { query_string = 2048, uri_path = 1024 }

  log_filter         = "matched"
  log_retention_days = 365
  alarms             = { topic_arns = [aws_sns_topic.alarms.arn], blocked_requests = 5000 }

  tags = { Example = "firewall" }
}

output "arn" {
  description = "ARN of the web ACL, for web_acl of the load-balancer module."
  value       = module.firewall.arn
}

output "capacity" {
  description = "Web ACL capacity units that the rules take."
  value       = module.firewall.capacity
}

output "log_group_name" {
  description = "Log group of the requests."
  value       = module.firewall.log_group_name
}
