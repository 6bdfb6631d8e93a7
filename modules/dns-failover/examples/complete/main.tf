# A signed zone whose queries are logged, names that move between two load balancers of yours, a name of each region and
# one by weight, to read, to apply and to destroy.

terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }
}

variable "domain" {
  description = "Name of the zone."
  type        = string
  default     = "names.example.com"
}

variable "primary" {
  description = "Load balancer of the primary region, us-east-1."
  type        = object({ dns_name = string, zone_id = string })
  default     = { dns_name = "primary-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K" }
}

variable "recovery" {
  description = "Load balancer of the recovery region, us-west-2."
  type        = object({ dns_name = string, zone_id = string })
  default     = { dns_name = "recovery-987654321.us-west-2.elb.amazonaws.com", zone_id = "Z1H1FL5HABSF5" }
}

provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "recovery"
  region = "us-west-2"
}

module "latch" {
  source = "../../../latch"

  name              = "names-example"
  primary_region    = "us-east-1"
  target_group_arns = ["arn:aws:elasticloadbalancing:us-west-2:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d"]

  providers = { aws = aws.recovery }
}

module "names" {
  source = "../.."

  name     = "names-example"
  ipv6     = true
  new_zone = { name = var.domain, comment = "An example" }

  query_logging = { retention_days = 365 }
  dnssec        = {}

  failover = {
    names        = ["@", "www"]
    primary      = merge(var.primary, { region = "us-east-1" })
    secondary    = var.recovery
    health_check = { fqdn = "us-east-1.${var.domain}", path = "/healthz", search_string = "ok" }
    latch        = module.latch.alarm
  }

  simple = { us-east-1 = var.primary, us-west-2 = var.recovery }

  weighted = {
    beta = {
      old = merge(var.primary, { weight = 90 })
      new = merge(var.recovery, { weight = 10 })
    }
  }

  alarms = {}
  tags   = { Example = "names" }
}

output "name_servers" {
  description = "For the parent zone."
  value       = module.names.name_servers
}

output "ds_record" {
  description = "For the parent zone, once the zone can be resolved."
  value       = module.names.ds_record
}

output "names" {
  description = "Whole names."
  value       = module.names.names
}

output "detection_seconds" {
  description = "Seconds until clients are sent to the recovery region."
  value       = module.names.detection_seconds
}
