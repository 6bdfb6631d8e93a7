# Every validation of the network module refuses a bad value. Generated: see the construct's inputs.

mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws", dns_suffix = "amazonaws.com" }
  }

  mock_data "aws_region" {
    defaults = { id = "us-east-1" }
  }
}

variables {
  name  = "nimbus-production"
  cidr  = "10.0.0.0/16"
  zones = ["us-east-1a", "us-east-1b"]
}

# name must be 3 to 38 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen
run "refuses_name_1" {
  command = plan

  variables {
    name = "Nimbus_Production"
  }

  expect_failures = [var.name]
}

# cidr must be the network address of an IPv4 block of /16 to /22
run "refuses_cidr_1" {
  command = plan

  variables {
    cidr = "10.0.0.0/8"
  }

  expect_failures = [var.cidr]
}

# cidr must not be of 0.0.0.0/8, 127.0.0.0/8, 169.254.0.0/16 or 224.0.0.0/3, which no network can have
run "refuses_cidr_2" {
  command = plan

  variables {
    cidr = "169.254.0.0/16"
  }

  expect_failures = [var.cidr]
}

# zones must have 2 to 6 items
run "refuses_zones_1" {
  command = plan

  variables {
    zones = ["us-east-1a"]
  }

  expect_failures = [var.zones]
}

# zones must not name the same item twice
run "refuses_zones_2" {
  command = plan

  variables {
    zones = ["us-east-1a", "us-east-1a"]
  }

  expect_failures = [var.zones]
}

# zones[*] must not be null
run "refuses_zones_3" {
  command = plan

  variables {
    zones = [null, "us-east-1b"]
  }

  expect_failures = [var.zones]
}

# zones[*] must be the name of an availability zone that its region has, such as us-east-1a
run "refuses_zones_4" {
  command = plan

  variables {
    zones = ["us-east-1", "us-east-1b"]
  }

  expect_failures = [var.zones]
}

# zones must be of one region
run "refuses_zones_5" {
  command = plan

  variables {
    zones = ["us-east-1a", "us-west-2a"]
  }

  expect_failures = [var.zones]
}

# tags keys must be letters, digits, spaces and _ . : / = + - @, at most 128
run "refuses_tags_1" {
  command = plan

  variables {
    tags = { "Cost$" = "production" }
  }

  expect_failures = [var.tags]
}

# tags must not be more than 49: AWS takes 50 for a resource, and each gets a Name
run "refuses_tags_2" {
  command = plan

  variables {
    tags = { team-0 = "a", team-1 = "a", team-2 = "a", team-3 = "a", team-4 = "a", team-5 = "a", team-6 = "a", team-7 = "a", team-8 = "a", team-9 = "a", team-10 = "a", team-11 = "a", team-12 = "a", team-13 = "a", team-14 = "a", team-15 = "a", team-16 = "a", team-17 = "a", team-18 = "a", team-19 = "a", team-20 = "a", team-21 = "a", team-22 = "a", team-23 = "a", team-24 = "a", team-25 = "a", team-26 = "a", team-27 = "a", team-28 = "a", team-29 = "a", team-30 = "a", team-31 = "a", team-32 = "a", team-33 = "a", team-34 = "a", team-35 = "a", team-36 = "a", team-37 = "a", team-38 = "a", team-39 = "a", team-40 = "a", team-41 = "a", team-42 = "a", team-43 = "a", team-44 = "a", team-45 = "a", team-46 = "a", team-47 = "a", team-48 = "a", team-49 = "a" }
  }

  expect_failures = [var.tags]
}

# tags must not have keys that begin with aws:, which AWS keeps for itself
run "refuses_tags_3" {
  command = plan

  variables {
    tags = { "aws:team" = "a" }
  }

  expect_failures = [var.tags]
}

# tags must not have keys that differ in case only, from one another or from Name: IAM takes them for one
run "refuses_tags_4" {
  command = plan

  variables {
    tags = { Team = "a", team = "b" }
  }

  expect_failures = [var.tags]
}

# tags[*] must not be null
run "refuses_tags_5" {
  command = plan

  variables {
    tags = { CostCenter = null }
  }

  expect_failures = [var.tags]
}

# tags[*] must be letters, digits, spaces and _ . : / = + - @, at most 256
run "refuses_tags_6" {
  command = plan

  variables {
    tags = { CostCenter = "50% off" }
  }

  expect_failures = [var.tags]
}

# subnets.public keys must be the name of an availability zone
run "refuses_subnets_1" {
  command = plan

  variables {
    subnets = { private = { us-east-1a = "10.0.0.0/20", us-east-1b = "10.0.16.0/20" }, public = { "Zone 1" = "10.0.0.0/20" } }
  }

  expect_failures = [var.subnets]
}

# subnets.public[*] must not be null
run "refuses_subnets_2" {
  command = plan

  variables {
    subnets = { private = { us-east-1a = "10.0.0.0/20", us-east-1b = "10.0.16.0/20" }, public = { us-east-1a = null } }
  }

  expect_failures = [var.subnets]
}

# subnets.public[*] must be the network address of an IPv4 block of /16 to /28
run "refuses_subnets_3" {
  command = plan

  variables {
    subnets = { private = { us-east-1a = "10.0.0.0/20", us-east-1b = "10.0.16.0/20" }, public = { us-east-1a = "10.0.0.1/20" } }
  }

  expect_failures = [var.subnets]
}

# subnets.private keys must be the name of an availability zone
run "refuses_subnets_4" {
  command = plan

  variables {
    subnets = { private = { "Zone 1" = "10.0.0.0/20" } }
  }

  expect_failures = [var.subnets]
}

# subnets.private[*] must not be null
run "refuses_subnets_5" {
  command = plan

  variables {
    subnets = { private = { us-east-1a = null } }
  }

  expect_failures = [var.subnets]
}

# subnets.private[*] must be the network address of an IPv4 block of /16 to /28
run "refuses_subnets_6" {
  command = plan

  variables {
    subnets = { private = { us-east-1a = "10.0.0.1/20" } }
  }

  expect_failures = [var.subnets]
}

# subnets.database keys must be the name of an availability zone
run "refuses_subnets_7" {
  command = plan

  variables {
    subnets = { private = { us-east-1a = "10.0.0.0/20", us-east-1b = "10.0.16.0/20" }, database = { "Zone 1" = "10.0.0.0/20" } }
  }

  expect_failures = [var.subnets]
}

# subnets.database[*] must not be null
run "refuses_subnets_8" {
  command = plan

  variables {
    subnets = { private = { us-east-1a = "10.0.0.0/20", us-east-1b = "10.0.16.0/20" }, database = { us-east-1a = null } }
  }

  expect_failures = [var.subnets]
}

# subnets.database[*] must be the network address of an IPv4 block of /16 to /28
run "refuses_subnets_9" {
  command = plan

  variables {
    subnets = { private = { us-east-1a = "10.0.0.0/20", us-east-1b = "10.0.16.0/20" }, database = { us-east-1a = "10.0.0.1/20" } }
  }

  expect_failures = [var.subnets]
}

# subnets must name only zones that are in zones
run "refuses_subnets_10" {
  command = plan

  variables {
    subnets = { private = { us-east-1a = "10.0.0.0/20", us-east-1b = "10.0.16.0/20", us-east-1f = "10.0.32.0/20" } }
  }

  expect_failures = [var.subnets]
}

# subnets must have a private subnet in each of zones
run "refuses_subnets_11" {
  command = plan

  variables {
    subnets = { private = { us-east-1a = "10.0.0.0/20" } }
  }

  expect_failures = [var.subnets]
}

# subnets must lie inside of cidr, the block of the VPC
run "refuses_subnets_12" {
  command = plan

  variables {
    subnets = { private = { us-east-1a = "10.0.0.0/20", us-east-1b = "192.168.0.0/24" } }
  }

  expect_failures = [var.subnets]
}

# subnets must not overlap one another
run "refuses_subnets_13" {
  command = plan

  variables {
    subnets = { private = { us-east-1a = "10.0.0.0/20", us-east-1b = "10.0.8.0/21" } }
  }

  expect_failures = [var.subnets]
}

# public_subnet_tags keys must have 1 to 128 characters
run "refuses_public_subnet_tags_1" {
  command = plan

  variables {
    public_subnet_tags = { "" = "example" }
  }

  expect_failures = [var.public_subnet_tags]
}

# public_subnet_tags must not have keys that begin with aws:, which AWS keeps for itself
run "refuses_public_subnet_tags_2" {
  command = plan

  variables {
    public_subnet_tags = { "aws:team" = "a" }
  }

  expect_failures = [var.public_subnet_tags]
}

# public_subnet_tags[*] must not be null
run "refuses_public_subnet_tags_3" {
  command = plan

  variables {
    public_subnet_tags = { "kubernetes.io/role/elb" = null }
  }

  expect_failures = [var.public_subnet_tags]
}

# public_subnet_tags[*] must have 0 to 256 characters
run "refuses_public_subnet_tags_4" {
  command = plan

  variables {
    public_subnet_tags = { "kubernetes.io/role/elb" = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.public_subnet_tags]
}

# private_subnet_tags keys must have 1 to 128 characters
run "refuses_private_subnet_tags_1" {
  command = plan

  variables {
    private_subnet_tags = { "" = "example" }
  }

  expect_failures = [var.private_subnet_tags]
}

# private_subnet_tags must not have keys that begin with aws:, which AWS keeps for itself
run "refuses_private_subnet_tags_2" {
  command = plan

  variables {
    private_subnet_tags = { "aws:team" = "a" }
  }

  expect_failures = [var.private_subnet_tags]
}

# private_subnet_tags[*] must not be null
run "refuses_private_subnet_tags_3" {
  command = plan

  variables {
    private_subnet_tags = { "kubernetes.io/role/elb" = null }
  }

  expect_failures = [var.private_subnet_tags]
}

# private_subnet_tags[*] must have 0 to 256 characters
run "refuses_private_subnet_tags_4" {
  command = plan

  variables {
    private_subnet_tags = { "kubernetes.io/role/elb" = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.private_subnet_tags]
}

# database_subnet_tags keys must have 1 to 128 characters
run "refuses_database_subnet_tags_1" {
  command = plan

  variables {
    database_subnet_tags = { "" = "example" }
  }

  expect_failures = [var.database_subnet_tags]
}

# database_subnet_tags must not have keys that begin with aws:, which AWS keeps for itself
run "refuses_database_subnet_tags_2" {
  command = plan

  variables {
    database_subnet_tags = { "aws:team" = "a" }
  }

  expect_failures = [var.database_subnet_tags]
}

# database_subnet_tags[*] must not be null
run "refuses_database_subnet_tags_3" {
  command = plan

  variables {
    database_subnet_tags = { "kubernetes.io/role/elb" = null }
  }

  expect_failures = [var.database_subnet_tags]
}

# database_subnet_tags[*] must have 0 to 256 characters
run "refuses_database_subnet_tags_4" {
  command = plan

  variables {
    database_subnet_tags = { "kubernetes.io/role/elb" = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.database_subnet_tags]
}

# database_allowed_cidrs[*] must not be null
run "refuses_database_allowed_cidrs_1" {
  command = plan

  variables {
    database_allowed_cidrs = { example = null }
  }

  expect_failures = [var.database_allowed_cidrs]
}

# database_allowed_cidrs[*] must be the network address of an IPv4 block of /8 to /32
run "refuses_database_allowed_cidrs_2" {
  command = plan

  variables {
    database_allowed_cidrs = { example = "10.8.0.1/16" }
  }

  expect_failures = [var.database_allowed_cidrs]
}

# database_allowed_cidrs must not have two names that get the same rule number, which follows from the name; change one of them
run "refuses_database_allowed_cidrs_3" {
  command = plan

  variables {
    database_allowed_cidrs = { office-4 = "10.8.0.0/16", office-344 = "10.9.0.0/16" }
  }

  expect_failures = [var.database_allowed_cidrs]
}

# nat must be one of per_zone, single, none
run "refuses_nat_1" {
  command = plan

  variables {
    nat = "none-of-these"
  }

  expect_failures = [var.nat]
}

# nat needs a public subnet in each zone that gets a NAT gateway (per_zone: all of zones, single: one); add the subnets or choose another value
run "refuses_nat_2" {
  command = plan

  variables {
    nat         = "per_zone"
    public_tier = false
  }

  expect_failures = [var.nat]
}

# nat_zone must be one of zones with a public subnet, and is for nat = single only
run "refuses_nat_zone_1" {
  command = plan

  variables {
    nat      = "single"
    nat_zone = "us-east-1f"
  }

  expect_failures = [var.nat_zone]
}

# nat_elastic_ips[*] must not be null
run "refuses_nat_elastic_ips_1" {
  command = plan

  variables {
    nat_elastic_ips = { example = null }
  }

  expect_failures = [var.nat_elastic_ips]
}

# nat_elastic_ips[*] must be an allocation ID
run "refuses_nat_elastic_ips_2" {
  command = plan

  variables {
    nat_elastic_ips = { example = "1.2.3.4" }
  }

  expect_failures = [var.nat_elastic_ips]
}

# nat_elastic_ips has addresses, but nat is none; set it, or leave them out
run "refuses_nat_elastic_ips_3" {
  command = plan

  variables {
    nat             = "none"
    nat_elastic_ips = { us-east-1a = "eipalloc-0a1b2c3d" }
  }

  expect_failures = [var.nat_elastic_ips]
}

# nat_elastic_ips must name only zones that are in zones
run "refuses_nat_elastic_ips_4" {
  command = plan

  variables {
    nat_elastic_ips = { us-east-1f = "eipalloc-0a1b2c3d" }
  }

  expect_failures = [var.nat_elastic_ips]
}

# gateway_endpoints[*] must not be null
run "refuses_gateway_endpoints_1" {
  command = plan

  variables {
    gateway_endpoints = [null]
  }

  expect_failures = [var.gateway_endpoints]
}

# gateway_endpoints[*] must be one of s3, dynamodb
run "refuses_gateway_endpoints_2" {
  command = plan

  variables {
    gateway_endpoints = ["none-of-these"]
  }

  expect_failures = [var.gateway_endpoints]
}

# interface_endpoints[*] must not be null
run "refuses_interface_endpoints_1" {
  command = plan

  variables {
    interface_endpoints = [null]
  }

  expect_failures = [var.interface_endpoints]
}

# interface_endpoints[*] must be an endpoint's short name, such as ecr.api
run "refuses_interface_endpoints_2" {
  command = plan

  variables {
    interface_endpoints = ["com.amazonaws.us-east-1/ecr"]
  }

  expect_failures = [var.interface_endpoints]
}

# flow_logs must be one of cloudwatch, s3, none
run "refuses_flow_logs_1" {
  command = plan

  variables {
    flow_logs = "none-of-these"
  }

  expect_failures = [var.flow_logs]
}

# flow_logs_traffic must be one of ALL, ACCEPT, REJECT
run "refuses_flow_logs_traffic_1" {
  command = plan

  variables {
    flow_logs_traffic = "none-of-these"
  }

  expect_failures = [var.flow_logs_traffic]
}

# flow_logs_interval must be one of 60, 600
run "refuses_flow_logs_interval_1" {
  command = plan

  variables {
    flow_logs_interval = -1
  }

  expect_failures = [var.flow_logs_interval]
}

# flow_logs_retention_days must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653
run "refuses_flow_logs_retention_days_1" {
  command = plan

  variables {
    flow_logs_retention_days = -1
  }

  expect_failures = [var.flow_logs_retention_days]
}

# flow_logs_kms_key.arn must be an ARN of kms
run "refuses_flow_logs_kms_key_1" {
  command = plan

  variables {
    flow_logs_kms_key = { arn = "not-an-arn" }
  }

  expect_failures = [var.flow_logs_kms_key]
}

# flow_logs_kms_key.arn must have 1 to 2048 characters
run "refuses_flow_logs_kms_key_2" {
  command = plan

  variables {
    flow_logs_kms_key = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.flow_logs_kms_key]
}

# flow_logs_kms_key.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
run "refuses_flow_logs_kms_key_3" {
  command = plan

  variables {
    flow_logs_kms_key = { arn = "arn:aws:kms:af-south-1:123456789012:key/00000000-0000-0000-0000-000000000000" }
  }

  expect_failures = [var.flow_logs_kms_key]
}

# flow_logs_bucket.arn must be an ARN of s3
run "refuses_flow_logs_bucket_1" {
  command = plan

  variables {
    flow_logs_bucket = { arn = "not-an-arn" }
  }

  expect_failures = [var.flow_logs_bucket]
}

# flow_logs_bucket.arn must have 1 to 2048 characters
run "refuses_flow_logs_bucket_2" {
  command = plan

  variables {
    flow_logs_bucket = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.flow_logs_bucket]
}

# flow_logs_bucket.arn must be of partition <data.aws_partition.current.partition>, as the module's provider is: give one that was made there
run "refuses_flow_logs_bucket_3" {
  command = plan

  variables {
    flow_logs_bucket = { arn = "arn:aws-cn:s3:::nimbus-flow-logs" }
  }

  expect_failures = [var.flow_logs_bucket]
}

# flow_logs_bucket.prefix must be a folder without a slash at either end, such as flow-logs/production
run "refuses_flow_logs_bucket_4" {
  command = plan

  variables {
    flow_logs_bucket = { arn = "arn:aws:s3:::nimbus-flow-logs", prefix = "/flow-logs/" }
  }

  expect_failures = [var.flow_logs_bucket]
}

# flow_logs_bucket.prefix must not hold the folder AWSLogs, which EC2 keeps for itself and makes below this one
run "refuses_flow_logs_bucket_5" {
  command = plan

  variables {
    flow_logs_bucket = { arn = "arn:aws:s3:::nimbus-flow-logs", prefix = "AWSLogs" }
  }

  expect_failures = [var.flow_logs_bucket]
}

# flow_logs_bucket is given, but flow_logs is not s3; set it, or leave the bucket out
run "refuses_flow_logs_bucket_6" {
  command = plan

  variables {
    flow_logs_bucket = { arn = "arn:aws:s3:::nimbus-flow-logs" }
  }

  expect_failures = [var.flow_logs_bucket]
}

# permissions_boundary.arn must be an ARN of iam
run "refuses_permissions_boundary_1" {
  command = plan

  variables {
    permissions_boundary = { arn = "not-an-arn" }
  }

  expect_failures = [var.permissions_boundary]
}

# permissions_boundary.arn must have 1 to 2048 characters
run "refuses_permissions_boundary_2" {
  command = plan

  variables {
    permissions_boundary = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.permissions_boundary]
}

# permissions_boundary.arn must be of account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
run "refuses_permissions_boundary_3" {
  command = plan

  variables {
    permissions_boundary = { arn = "arn:aws:iam::999999999999:policy/boundary" }
  }

  expect_failures = [var.permissions_boundary]
}

# zones[*] is not a zone that AWS had on 2026-10-20; it may have come since, or be a mistake.
run "warns_of_known_zones" {
  command = plan

  variables {
    zones = ["us-east-1g", "us-east-1b"]
  }

  expect_failures = [check.known_zones]
}
