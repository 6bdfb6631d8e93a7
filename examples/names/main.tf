# Names over two regions from the published modules, without Node: a load balancer with its certificate in each region,
# names that move from one to the other, and a latch that decides when they do.
#
# With a domain of yours: make the zone first (terraform apply -target='module.names.aws_route53_zone.this'), give its name
# servers to the parent zone, and then apply the rest. Certificates wait until the zone can be resolved.

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
  default     = "shop.example.com"
}

variable "latched" {
  description = "Whether names follow a decision, and no longer the health of both regions."
  type        = bool
  default     = false
}

variable "moving" {
  description = "Names that move. The others of www and admin lead to the primary alone."
  type        = list(string)
  default     = ["@", "www"]
}

variable "interval" {
  description = "Seconds between two health checks."
  type        = number
  default     = 10
}

variable "signed" {
  description = "Whether the zone is signed, and its queries are logged."
  type        = bool
  default     = false
}

provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "recovery"
  region = "us-west-2"
}

locals {
  primary = {
    dns_name = module.primary.load_balancer.dns_name
    zone_id  = module.primary.load_balancer.zone_id
  }
  recovery = {
    dns_name = module.recovery.load_balancer.dns_name
    zone_id  = module.recovery.load_balancer.zone_id
  }
}

module "primary" {
  source = "./region"

  cidr    = "10.40.0.0/16"
  domain  = var.domain
  region  = "us-east-1"
  zone_id = module.names.zone_id
}

module "recovery" {
  source = "./region"

  cidr    = "10.41.0.0/16"
  domain  = var.domain
  region  = "us-west-2"
  zone_id = module.names.zone_id

  # The primary's certificate makes them for both: AWS asks for the same records in every region.
  validation_records = false

  providers = { aws = aws.recovery }
}

module "latch" {
  source = "../../terraform/latch"

  name              = "shop-latch"
  primary_region    = "us-east-1"
  target_group_arns = [module.recovery.web]

  providers = { aws = aws.recovery }
}

module "names" {
  source = "../../terraform/dns-failover"

  name     = "shop"
  new_zone = { name = var.domain }

  failover = length(var.moving) == 0 ? null : {
    names        = var.moving
    primary      = merge(local.primary, { region = "us-east-1" })
    secondary    = local.recovery
    health_check = { fqdn = "us-east-1.${var.domain}", path = "/healthz", interval = var.interval, search_string = "ok" }
    latch        = var.latched ? module.latch.alarm : null
  }

  # Each region by itself, for the health checks and for those who look after it.
  simple = merge(
    { us-east-1 = local.primary, us-west-2 = local.recovery },
    { for name in ["www", "admin"] : name => local.primary if !contains(var.moving, name) },
  )

  # Reads, from both.
  weighted = {
    catalog = {
      primary  = merge(local.primary, { weight = 90 })
      recovery = merge(local.recovery, { weight = 10 })
    }
  }

  alarms        = length(var.moving) == 0 ? null : {}
  dnssec        = var.signed ? {} : null
  query_logging = var.signed ? {} : null
}

output "zone_id" {
  description = "Zone of the names."
  value       = module.names.zone_id
}

output "name_servers" {
  description = "What the parent zone has to know."
  value       = module.names.name_servers
}

output "ds_record" {
  description = "What the parent zone has to know of a signed zone."
  value       = module.names.ds_record
}

output "names" {
  description = "Whole names."
  value       = module.names.names
}

output "health_check_ids" {
  description = "Health checks of the names that move."
  value       = module.names.health_check_ids
}

output "detection_seconds" {
  description = "Seconds until clients are sent to the recovery region."
  value       = module.names.detection_seconds
}

output "load_balancers" {
  description = "DNS names of the load balancers."
  value       = { primary = local.primary.dns_name, recovery = local.recovery.dns_name }
}
