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

  mock_data "aws_vpc_endpoint_service" {
    defaults = { availability_zones = ["us-east-1a", "us-east-1b", "us-east-1c"] }
  }
}

variables {
  name  = "nimbus-production"
  cidr  = "10.0.0.0/16"
  zones = ["us-east-1a", "us-east-1b"]
}

run "refuses_1" {
  command = plan

  variables {
    # name must be 3 to 38 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen
    name = "Nimbus_Production"

    # cidr must be the network address of an IPv4 block of /16 to /22
    cidr = "10.0.0.0/8"

    # zones must have 2 to 6 items
    zones = ["us-east-1a"]

    # tags keys must be letters, digits, spaces and _ . : / = + - @
    tags = { "Cost$" = "production" }

    # public_subnet_tags keys must have 1 to 128 characters
    public_subnet_tags = { "" = "example" }

    # private_subnet_tags keys must have 1 to 128 characters
    private_subnet_tags = { "" = "example" }

    # database_subnet_tags keys must have 1 to 128 characters
    database_subnet_tags = { "" = "example" }

    # database_allowed_cidrs[*] must not be null
    database_allowed_cidrs = { example = null }

    # gateway_endpoints[*] must not be null
    gateway_endpoints = [null]

    # interface_endpoints[*] must not be null
    interface_endpoints = [null]

    # flow_logs must be one of cloudwatch, s3, none
    flow_logs = "none-of-these"

    # flow_logs_traffic must be one of ALL, ACCEPT, REJECT
    flow_logs_traffic = "none-of-these"

    # flow_logs_interval must be one of 60, 600
    flow_logs_interval = -1

    # flow_logs_retention_days must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653
    flow_logs_retention_days = -1

    # flow_logs_kms_key.arn must be an ARN of kms
    flow_logs_kms_key = { arn = "not-an-arn" }

    # permissions_boundary.arn must be an ARN of iam
    permissions_boundary = { arn = "not-an-arn" }
  }

  expect_failures = [
    var.name,
    var.cidr,
    var.zones,
    var.tags,
    var.public_subnet_tags,
    var.private_subnet_tags,
    var.database_subnet_tags,
    var.database_allowed_cidrs,
    var.gateway_endpoints,
    var.interface_endpoints,
    var.flow_logs,
    var.flow_logs_traffic,
    var.flow_logs_interval,
    var.flow_logs_retention_days,
    var.flow_logs_kms_key,
    var.permissions_boundary,
  ]
}

run "refuses_2" {
  command = plan

  variables {
    # cidr must not be of 0.0.0.0/8, 127.0.0.0/8, 169.254.0.0/16 or 224.0.0.0/3, which no network can have
    cidr = "169.254.0.0/16"

    # zones must not name the same item twice
    zones = ["us-east-1a", "us-east-1a"]

    # tags must not have keys of more than 128 characters
    tags = { kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk = "a" }

    # public_subnet_tags must not have keys that begin with aws:, which AWS keeps for itself
    public_subnet_tags = { "aws:team" = "a" }

    # private_subnet_tags must not have keys that begin with aws:, which AWS keeps for itself
    private_subnet_tags = { "aws:team" = "a" }

    # database_subnet_tags must not have keys that begin with aws:, which AWS keeps for itself
    database_subnet_tags = { "aws:team" = "a" }

    # database_allowed_cidrs[*] must be the network address of an IPv4 block of /8 to /32
    database_allowed_cidrs = { example = "10.8.0.1/16" }

    # gateway_endpoints[*] must be one of s3, dynamodb
    gateway_endpoints = ["none-of-these"]

    # interface_endpoints[*] must be an endpoint's short name, such as ecr.api
    interface_endpoints = ["com.amazonaws.us-east-1/ecr"]

    # flow_logs_kms_key.arn must have 1 to 2048 characters
    flow_logs_kms_key = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # flow_logs_bucket.arn must be an ARN of s3
    flow_logs_bucket = { arn = "not-an-arn" }

    # permissions_boundary.arn must have 1 to 2048 characters
    permissions_boundary = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [
    var.cidr,
    var.zones,
    var.tags,
    var.public_subnet_tags,
    var.private_subnet_tags,
    var.database_subnet_tags,
    var.database_allowed_cidrs,
    var.gateway_endpoints,
    var.interface_endpoints,
    var.flow_logs_kms_key,
    var.flow_logs_bucket,
    var.permissions_boundary,
  ]
}

run "refuses_3" {
  command = plan

  variables {
    # zones[*] must not be null
    zones = [null, "us-east-1b"]

    # tags must not be more than 49: AWS takes 50 for a resource, and each gets a Name
    tags = { team-0 = "a", team-1 = "a", team-2 = "a", team-3 = "a", team-4 = "a", team-5 = "a", team-6 = "a", team-7 = "a", team-8 = "a", team-9 = "a", team-10 = "a", team-11 = "a", team-12 = "a", team-13 = "a", team-14 = "a", team-15 = "a", team-16 = "a", team-17 = "a", team-18 = "a", team-19 = "a", team-20 = "a", team-21 = "a", team-22 = "a", team-23 = "a", team-24 = "a", team-25 = "a", team-26 = "a", team-27 = "a", team-28 = "a", team-29 = "a", team-30 = "a", team-31 = "a", team-32 = "a", team-33 = "a", team-34 = "a", team-35 = "a", team-36 = "a", team-37 = "a", team-38 = "a", team-39 = "a", team-40 = "a", team-41 = "a", team-42 = "a", team-43 = "a", team-44 = "a", team-45 = "a", team-46 = "a", team-47 = "a", team-48 = "a", team-49 = "a" }

    # public_subnet_tags[*] must not be null
    public_subnet_tags = { "kubernetes.io/role/elb" = null }

    # private_subnet_tags[*] must not be null
    private_subnet_tags = { "kubernetes.io/role/elb" = null }

    # database_subnet_tags[*] must not be null
    database_subnet_tags = { "kubernetes.io/role/elb" = null }

    # database_allowed_cidrs must not have two names that get the same rule number, which follows from the name; change one of them
    database_allowed_cidrs = { office-4 = "10.8.0.0/16", office-344 = "10.9.0.0/16" }

    # flow_logs_kms_key.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    flow_logs_kms_key = { arn = "arn:aws:kms:af-south-1:123456789012:key/00000000-0000-0000-0000-000000000000" }

    # flow_logs_bucket.arn must have 1 to 2048 characters
    flow_logs_bucket = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # permissions_boundary.arn must be of account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
    permissions_boundary = { arn = "arn:aws:iam::999999999999:policy/boundary" }
  }

  expect_failures = [
    var.zones,
    var.tags,
    var.public_subnet_tags,
    var.private_subnet_tags,
    var.database_subnet_tags,
    var.database_allowed_cidrs,
    var.flow_logs_kms_key,
    var.flow_logs_bucket,
    var.permissions_boundary,
  ]
}

run "refuses_4" {
  command = plan

  variables {
    # zones[*] must be the name of an availability zone that its region has, such as us-east-1a
    zones = ["us-east-1", "us-east-1b"]

    # tags must not have keys that begin with aws:, which AWS keeps for itself
    tags = { "aws:team" = "a" }

    # public_subnet_tags[*] must have 0 to 256 characters
    public_subnet_tags = { "kubernetes.io/role/elb" = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # private_subnet_tags[*] must have 0 to 256 characters
    private_subnet_tags = { "kubernetes.io/role/elb" = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # database_subnet_tags[*] must have 0 to 256 characters
    database_subnet_tags = { "kubernetes.io/role/elb" = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # flow_logs_bucket.arn must be of partition <data.aws_partition.current.partition>, as the module's provider is: give one that was made there
    flow_logs_bucket = { arn = "arn:aws-cn:s3:::nimbus-flow-logs" }
  }

  expect_failures = [
    var.zones,
    var.tags,
    var.public_subnet_tags,
    var.private_subnet_tags,
    var.database_subnet_tags,
    var.flow_logs_bucket,
  ]
}

run "refuses_5" {
  command = plan

  variables {
    # zones must be of one region
    zones = ["us-east-1a", "us-west-2a"]

    # tags must not have keys that differ in case only, from one another or from Name: IAM takes them for one
    tags = { Team = "a", team = "b" }

    # flow_logs_bucket.prefix must be a folder without a slash at either end, such as flow-logs/production
    flow_logs_bucket = { arn = "arn:aws:s3:::nimbus-flow-logs", prefix = "/flow-logs/" }
  }

  expect_failures = [
    var.zones,
    var.tags,
    var.flow_logs_bucket,
  ]
}

run "refuses_6" {
  command = plan

  variables {
    # tags[*] must not be null
    tags = { CostCenter = null }

    # subnets.public keys must be the name of an availability zone
    subnets = { private = { us-east-1a = "10.0.0.0/20", us-east-1b = "10.0.16.0/20" }, public = { "Zone 1" = "10.0.0.0/20" } }

    # flow_logs_bucket.prefix must not hold the folder AWSLogs, which EC2 keeps for itself and makes below this one
    flow_logs_bucket = { arn = "arn:aws:s3:::nimbus-flow-logs", prefix = "AWSLogs" }
  }

  expect_failures = [
    var.tags,
    var.subnets,
    var.flow_logs_bucket,
  ]
}

run "refuses_7" {
  command = plan

  variables {
    # tags[*] must be letters, digits, spaces and _ . : / = + - @
    tags = { CostCenter = "50% off" }

    # subnets.public[*] must not be null
    subnets = { private = { us-east-1a = "10.0.0.0/20", us-east-1b = "10.0.16.0/20" }, public = { us-east-1a = null } }

    # flow_logs_bucket is given, but flow_logs is not s3; set it, or leave the bucket out
    flow_logs_bucket = { arn = "arn:aws:s3:::nimbus-flow-logs" }
  }

  expect_failures = [
    var.tags,
    var.subnets,
    var.flow_logs_bucket,
  ]
}

run "refuses_8" {
  command = plan

  variables {
    # tags[*] must have 0 to 256 characters
    tags = { CostCenter = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # subnets.public[*] must be the network address of an IPv4 block of /16 to /28
    subnets = { private = { us-east-1a = "10.0.0.0/20", us-east-1b = "10.0.16.0/20" }, public = { us-east-1a = "10.0.0.1/20" } }
  }

  expect_failures = [
    var.tags,
    var.subnets,
  ]
}

run "refuses_9" {
  command = plan

  variables {
    # subnets.private keys must be the name of an availability zone
    subnets = { private = { "Zone 1" = "10.0.0.0/20" } }
  }

  expect_failures = [
    var.subnets,
  ]
}

run "refuses_10" {
  command = plan

  variables {
    # subnets.private[*] must not be null
    subnets = { private = { us-east-1a = null } }
  }

  expect_failures = [
    var.subnets,
  ]
}

run "refuses_11" {
  command = plan

  variables {
    # subnets.private[*] must be the network address of an IPv4 block of /16 to /28
    subnets = { private = { us-east-1a = "10.0.0.1/20" } }
  }

  expect_failures = [
    var.subnets,
  ]
}

run "refuses_12" {
  command = plan

  variables {
    # subnets.database keys must be the name of an availability zone
    subnets = { private = { us-east-1a = "10.0.0.0/20", us-east-1b = "10.0.16.0/20" }, database = { "Zone 1" = "10.0.0.0/20" } }
  }

  expect_failures = [
    var.subnets,
  ]
}

run "refuses_13" {
  command = plan

  variables {
    # subnets.database[*] must not be null
    subnets = { private = { us-east-1a = "10.0.0.0/20", us-east-1b = "10.0.16.0/20" }, database = { us-east-1a = null } }
  }

  expect_failures = [
    var.subnets,
  ]
}

run "refuses_14" {
  command = plan

  variables {
    # subnets.database[*] must be the network address of an IPv4 block of /16 to /28
    subnets = { private = { us-east-1a = "10.0.0.0/20", us-east-1b = "10.0.16.0/20" }, database = { us-east-1a = "10.0.0.1/20" } }
  }

  expect_failures = [
    var.subnets,
  ]
}

run "refuses_15" {
  command = plan

  variables {
    # subnets must name only zones that are in zones
    subnets = { private = { us-east-1a = "10.0.0.0/20", us-east-1b = "10.0.16.0/20", us-east-1f = "10.0.32.0/20" } }
  }

  expect_failures = [
    var.subnets,
  ]
}

run "refuses_16" {
  command = plan

  variables {
    # subnets must have a private subnet in each of zones
    subnets = { private = { us-east-1a = "10.0.0.0/20" } }
  }

  expect_failures = [
    var.subnets,
  ]
}

run "refuses_17" {
  command = plan

  variables {
    # subnets must lie inside of cidr, the block of the VPC
    subnets = { private = { us-east-1a = "10.0.0.0/20", us-east-1b = "192.168.0.0/24" } }
  }

  expect_failures = [
    var.subnets,
  ]
}

run "refuses_18" {
  command = plan

  variables {
    # subnets must not overlap one another
    subnets = { private = { us-east-1a = "10.0.0.0/20", us-east-1b = "10.0.8.0/21" } }
  }

  expect_failures = [
    var.subnets,
  ]
}

run "refuses_19" {
  command = plan

  variables {
    # nat must be one of per_zone, single, none
    nat = "none-of-these"
  }

  expect_failures = [
    var.nat,
  ]
}

run "refuses_20" {
  command = plan

  variables {
    # nat needs a public subnet in each zone that gets a NAT gateway (per_zone: all of zones, single: one); add the subnets or choose another value
    nat         = "per_zone"
    public_tier = false
  }

  expect_failures = [
    var.nat,
  ]
}

run "refuses_21" {
  command = plan

  variables {
    # nat_zone must be one of zones with a public subnet, and is for nat = single only
    nat      = "single"
    nat_zone = "us-east-1f"
  }

  expect_failures = [
    var.nat_zone,
  ]
}

run "refuses_22" {
  command = plan

  variables {
    # nat_elastic_ips[*] must not be null
    nat_elastic_ips = { example = null }
  }

  expect_failures = [
    var.nat_elastic_ips,
  ]
}

run "refuses_23" {
  command = plan

  variables {
    # nat_elastic_ips[*] must be an allocation ID
    nat_elastic_ips = { example = "1.2.3.4" }
  }

  expect_failures = [
    var.nat_elastic_ips,
  ]
}

run "refuses_24" {
  command = plan

  variables {
    # nat_elastic_ips has addresses, but nat is none; set it, or leave them out
    nat             = "none"
    nat_elastic_ips = { us-east-1a = "eipalloc-0a1b2c3d" }
  }

  expect_failures = [
    var.nat_elastic_ips,
  ]
}

run "refuses_25" {
  command = plan

  variables {
    # nat_elastic_ips must name only zones that are in zones
    nat_elastic_ips = { us-east-1f = "eipalloc-0a1b2c3d" }
  }

  expect_failures = [
    var.nat_elastic_ips,
  ]
}

run "warns_1" {
  command = plan

  variables {
    # zones[*] is not a zone that AWS had on 2026-10-20; it may have come since, or be a mistake.
    zones = ["us-east-1g", "us-east-1b"]
  }

  expect_failures = [
    check.known_zones,
  ]
}
