# What the network makes for its options, planned with a mocked provider.

mock_provider "aws" {
  mock_data "aws_region" {
    defaults = { id = "us-east-1", name = "us-east-1" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }

  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_data "aws_vpc_endpoint_service" {
    defaults = { availability_zones = ["us-east-1a", "us-east-1b"] }
  }
}

variables {
  name  = "nimbus"
  cidr  = "10.0.0.0/16"
  zones = ["us-east-1a", "us-east-1b"]
}

run "two_zones" {
  command = plan

  assert {
    condition = { for zone, subnet in aws_subnet.private : zone => subnet.cidr_block } == {
      us-east-1a = "10.0.0.0/20"
      us-east-1b = "10.0.16.0/20"
    }
    error_message = "The private tier has the first half of the VPC."
  }

  assert {
    condition     = aws_subnet.public["us-east-1a"].cidr_block == "10.0.128.0/21" && aws_subnet.database["us-east-1a"].cidr_block == "10.0.192.0/22"
    error_message = "The public tier has the third quarter, the database tier the seventh eighth."
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 2 && length(aws_route.nat) == 2
    error_message = "Each zone leaves through its own NAT gateway."
  }

  assert {
    condition     = toset(keys(aws_vpc_endpoint.gateway)) == toset(["s3", "dynamodb"]) && length(aws_vpc_endpoint.interface) == 0
    error_message = "Gateway endpoints are free and on, interface endpoints cost and are off."
  }

  assert {
    condition = toset(keys(aws_vpc_endpoint_route_table_association.gateway)) == toset([
      "dynamodb-database", "dynamodb-private-us-east-1a", "dynamodb-private-us-east-1b",
      "s3-database", "s3-private-us-east-1a", "s3-private-us-east-1b",
    ])
    error_message = "They are reached from the private and database tiers, each table by itself."
  }
}

run "three_zones_leave_the_first_two_where_they_were" {
  command = plan

  variables {
    zones = ["us-east-1c", "us-east-1a", "us-east-1b"]
  }

  assert {
    condition     = aws_subnet.private["us-east-1b"].cidr_block == "10.0.16.0/20" && aws_subnet.private["us-east-1c"].cidr_block == "10.0.32.0/20"
    error_message = "A zone that is added, anywhere in the list, moves no subnet."
  }
}

run "six_zones" {
  command = plan

  variables {
    zones = ["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d", "us-east-1e", "us-east-1f"]
  }

  assert {
    condition     = length(aws_subnet.public) == 6 && length(aws_subnet.private) == 6 && length(aws_subnet.database) == 6
    error_message = "Every tier is in every zone."
  }

  assert {
    condition     = length(aws_network_acl_rule.database_ingress) <= 20
    error_message = "A network ACL holds 20 rules in each direction."
  }
}

run "smallest_vpc" {
  command = plan

  variables {
    cidr = "10.0.0.0/22"
  }

  assert {
    condition     = aws_subnet.database["us-east-1b"].cidr_block == "10.0.3.16/28"
    error_message = "The smallest subnet is the smallest that AWS allows."
  }
}

run "single_nat" {
  command = plan

  variables {
    nat = "single"
  }

  assert {
    condition     = keys(aws_nat_gateway.this) == ["us-east-1a"] && length(aws_route.nat) == 2
    error_message = "Both zones leave through the first zone's NAT gateway."
  }
}

run "no_nat" {
  command = plan

  variables {
    nat = "none"
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 0 && length(aws_eip.nat) == 0 && length(aws_route.nat) == 0
    error_message = "Nothing is left of NAT."
  }
}

run "elastic_ips_of_the_caller" {
  command = plan

  variables {
    nat_elastic_ips = { us-east-1a = "eipalloc-0a1b2c3d" }
  }

  assert {
    condition     = keys(aws_eip.nat) == ["us-east-1b"] && aws_nat_gateway.this["us-east-1a"].allocation_id == "eipalloc-0a1b2c3d"
    error_message = "Only the zone without an address gets a new one."
  }
}

run "subnets_of_the_caller" {
  command = plan

  variables {
    nat = "single"
    subnets = {
      public  = { us-east-1a = "10.0.100.0/24" }
      private = { us-east-1a = "10.0.0.0/24", us-east-1b = "10.0.1.0/24" }
    }
  }

  assert {
    condition     = keys(aws_subnet.public) == ["us-east-1a"] && aws_subnet.private["us-east-1b"].cidr_block == "10.0.1.0/24"
    error_message = "The blocks are the caller's."
  }

  assert {
    condition     = length(aws_subnet.database) == 0 && length(aws_network_acl.database) == 0
    error_message = "A tier that is not named is not made."
  }
}

run "database_tier_lets_in_the_private_tier_only" {
  command = plan

  assert {
    condition = toset([for rule in aws_network_acl_rule.database_ingress : rule.cidr_block]) == toset([
      "10.0.0.0/20", "10.0.16.0/20", "10.0.192.0/22", "10.0.196.0/22",
    ])
    error_message = "Only the private tier and the database tier itself are let in."
  }
}

run "database_tier_lets_in_what_is_named" {
  command = plan

  variables {
    database_allowed_cidrs = { vpn = "10.8.0.0/16" }
  }

  assert {
    condition     = aws_network_acl_rule.database_ingress["allowed-vpn"].cidr_block == "10.8.0.0/16"
    error_message = "The VPN reaches the databases."
  }

  assert {
    condition     = aws_network_acl_rule.database_ingress["allowed-vpn"].rule_number == 17353
    error_message = "The number of its rule follows from its name."
  }
}

run "a_name_that_is_added_moves_no_rule" {
  command = plan

  variables {
    database_allowed_cidrs = { office = "10.7.0.0/16", vpn = "10.8.0.0/16" }
  }

  assert {
    condition     = aws_network_acl_rule.database_ingress["allowed-vpn"].rule_number == 17353
    error_message = "AWS refuses a rule with a number that another one still has, so none may move up."
  }
}

run "interface_endpoints" {
  command = plan

  variables {
    interface_endpoints = ["ecr.api", "logs"]
  }

  assert {
    condition     = aws_vpc_endpoint.interface["ecr.api"].service_name == "com.amazonaws.us-east-1.ecr.api"
    error_message = "An endpoint is named by the last part of its service name."
  }

  assert {
    condition     = length(aws_security_group.endpoints) == 1
    error_message = "The endpoints share one security group."
  }
}

run "an_endpoint_where_its_service_is" {
  command = plan

  variables {
    interface_endpoints = ["logs"]
  }

  override_data {
    target = data.aws_vpc_endpoint_service.interface
    values = { availability_zones = ["us-east-1b", "us-east-1f"] }
  }

  override_resource {
    target          = aws_subnet.private["us-east-1a"]
    override_during = plan
    values          = { id = "subnet-a" }
  }

  override_resource {
    target          = aws_subnet.private["us-east-1b"]
    override_during = plan
    values          = { id = "subnet-b" }
  }

  assert {
    condition     = tolist(aws_vpc_endpoint.interface["logs"].subnet_ids) == tolist(["subnet-b"])
    error_message = "AWS refuses a subnet in a zone that the service is not in."
  }
}

run "an_endpoint_of_a_service_that_is_in_none_of_the_zones" {
  command = plan

  variables {
    interface_endpoints = ["logs"]
  }

  override_data {
    target = data.aws_vpc_endpoint_service.interface
    values = { availability_zones = ["us-east-1f"] }
  }

  expect_failures = [aws_vpc_endpoint.interface["logs"]]
}

run "flow_logs_to_cloudwatch" {
  command = plan

  assert {
    condition     = length(aws_flow_log.cloudwatch) == 1 && length(aws_kms_key.flow_logs) == 1 && one(aws_cloudwatch_log_group.flow_logs).retention_in_days == 365
    error_message = "Flow logs are kept for a year under their own key."
  }
}

run "flow_logs_to_a_bucket_of_the_caller" {
  command = plan

  variables {
    flow_logs        = "s3"
    flow_logs_bucket = { arn = "arn:aws:s3:::logs", prefix = "vpc" }
  }

  assert {
    condition     = one(aws_flow_log.s3).log_destination == "arn:aws:s3:::logs/vpc" && length(aws_s3_bucket.flow_logs) == 0
    error_message = "The logs go to the given folder, and no bucket is made."
  }
}

run "no_flow_logs" {
  command = plan

  variables {
    flow_logs = "none"
  }

  assert {
    condition     = length(aws_flow_log.cloudwatch) + length(aws_flow_log.s3) + length(aws_kms_key.flow_logs) + length(aws_iam_role.flow_logs) == 0
    error_message = "Nothing is left of flow logs."
  }
}

run "no_database_tier" {
  command = plan

  variables {
    database_tier = false
  }

  assert {
    condition     = length(aws_subnet.database) + length(aws_network_acl.database) + length(aws_network_acl_rule.database_ingress) + length(aws_route_table.database) == 0
    error_message = "Nothing is left of the database tier."
  }
}

run "china_has_names_of_its_own" {
  command = plan

  variables {
    zones = ["cn-north-1a", "cn-north-1b"]
  }

  override_data {
    target = data.aws_region.current
    values = { id = "cn-north-1", name = "cn-north-1" }
  }

  override_data {
    target = data.aws_partition.current
    values = { partition = "aws-cn", dns_suffix = "amazonaws.com.cn" }
  }

  assert {
    condition     = strcontains(aws_kms_key.flow_logs[0].policy, "logs.cn-north-1.amazonaws.com.cn")
    error_message = "KMS refuses a policy with a principal that the partition does not have."
  }
}
