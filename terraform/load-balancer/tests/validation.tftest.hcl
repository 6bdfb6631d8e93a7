# Every validation of the load-balancer module refuses a bad value. Generated: see the construct's inputs.

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
  name            = "nimbus-production"
  vpc_id          = "vpc-0a1b2c3d4e5f60718"
  subnet_ids      = ["subnet-0a1b2c3d4e5f60718", "subnet-18070f6e5d4c3b2a1"]
  certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"
}

# name must be 3 to 32 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen
run "refuses_name_1" {
  command = plan

  variables {
    name = "Nimbus_Production"
  }

  expect_failures = [var.name]
}

# name must not begin with internal-, which AWS keeps for itself
run "refuses_name_2" {
  command = plan

  variables {
    name = "internal-nimbus"
  }

  expect_failures = [var.name]
}

# vpc_id must be the ID of a VPC
run "refuses_vpc_id_1" {
  command = plan

  variables {
    vpc_id = "none-of-these"
  }

  expect_failures = [var.vpc_id]
}

# subnet_ids must have 2 to 6 items
run "refuses_subnet_ids_1" {
  command = plan

  variables {
    subnet_ids = ["subnet-0a1b2c3d4e5f60718"]
  }

  expect_failures = [var.subnet_ids]
}

# subnet_ids must not name the same item twice
run "refuses_subnet_ids_2" {
  command = plan

  variables {
    subnet_ids = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60718"]
  }

  expect_failures = [var.subnet_ids]
}

# subnet_ids[*] must not be null
run "refuses_subnet_ids_3" {
  command = plan

  variables {
    subnet_ids = [null, "subnet-1b2c3d4e5f6071829"]
  }

  expect_failures = [var.subnet_ids]
}

# subnet_ids[*] must be the ID of a subnet
run "refuses_subnet_ids_4" {
  command = plan

  variables {
    subnet_ids = ["none-of-these", "subnet-1b2c3d4e5f6071829"]
  }

  expect_failures = [var.subnet_ids]
}

# ip_address_type must be one of ipv4, dualstack, dualstack-without-public-ipv4
run "refuses_ip_address_type_1" {
  command = plan

  variables {
    ip_address_type = "none-of-these"
  }

  expect_failures = [var.ip_address_type]
}

# ip_address_type must be ipv4 or dualstack for an internal load balancer, which has no public addresses at all
run "refuses_ip_address_type_2" {
  command = plan

  variables {
    internal        = true
    ip_address_type = "dualstack-without-public-ipv4"
  }

  expect_failures = [var.ip_address_type]
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

# allowed_cidrs keys must be lower-case letters, digits and hyphens
run "refuses_allowed_cidrs_1" {
  command = plan

  variables {
    allowed_cidrs = { "The Office" = "203.0.113.0/24" }
  }

  expect_failures = [var.allowed_cidrs]
}

# allowed_cidrs[*] must not be null
run "refuses_allowed_cidrs_2" {
  command = plan

  variables {
    allowed_cidrs = { office = null }
  }

  expect_failures = [var.allowed_cidrs]
}

# allowed_cidrs[*] must be an IPv4 or IPv6 CIDR block that begins with its network address
run "refuses_allowed_cidrs_3" {
  command = plan

  variables {
    allowed_cidrs = { office = "203.0.113.7/24" }
  }

  expect_failures = [var.allowed_cidrs]
}

# allowed_prefix_lists keys must be lower-case letters, digits and hyphens
run "refuses_allowed_prefix_lists_1" {
  command = plan

  variables {
    allowed_prefix_lists = { "The Office" = "pl-0a1b2c3d4e5f60718" }
  }

  expect_failures = [var.allowed_prefix_lists]
}

# allowed_prefix_lists[*] must not be null
run "refuses_allowed_prefix_lists_2" {
  command = plan

  variables {
    allowed_prefix_lists = { office = null }
  }

  expect_failures = [var.allowed_prefix_lists]
}

# allowed_prefix_lists[*] must be the ID of a prefix list
run "refuses_allowed_prefix_lists_3" {
  command = plan

  variables {
    allowed_prefix_lists = { office = "none-of-these" }
  }

  expect_failures = [var.allowed_prefix_lists]
}

# allowed_security_groups keys must be lower-case letters, digits and hyphens
run "refuses_allowed_security_groups_1" {
  command = plan

  variables {
    allowed_security_groups = { "The Office" = "sg-0a1b2c3d4e5f60718" }
  }

  expect_failures = [var.allowed_security_groups]
}

# allowed_security_groups[*] must not be null
run "refuses_allowed_security_groups_2" {
  command = plan

  variables {
    allowed_security_groups = { office = null }
  }

  expect_failures = [var.allowed_security_groups]
}

# allowed_security_groups[*] must be the ID of a security group
run "refuses_allowed_security_groups_3" {
  command = plan

  variables {
    allowed_security_groups = { office = "none-of-these" }
  }

  expect_failures = [var.allowed_security_groups]
}

# targets keys must be lower-case letters, digits and hyphens
run "refuses_targets_1" {
  command = plan

  variables {
    targets = { "The Office" = { security_group_id = "sg-0a1b2c3d4e5f60718", port = 1 } }
  }

  expect_failures = [var.targets]
}

# targets[*] must not be null
run "refuses_targets_2" {
  command = plan

  variables {
    targets = { office = null }
  }

  expect_failures = [var.targets]
}

# targets[*].security_group_id must be the ID of a security group
run "refuses_targets_3" {
  command = plan

  variables {
    targets = { office = { security_group_id = "none-of-these", port = 1 } }
  }

  expect_failures = [var.targets]
}

# targets[*].port must be between 1 and 65535
run "refuses_targets_4" {
  command = plan

  variables {
    targets = { office = { security_group_id = "sg-0a1b2c3d4e5f60718", port = 65536 } }
  }

  expect_failures = [var.targets]
}

# targets[*].port must be a whole number
run "refuses_targets_5" {
  command = plan

  variables {
    targets = { office = { security_group_id = "sg-0a1b2c3d4e5f60718", port = 1.5 } }
  }

  expect_failures = [var.targets]
}

# certificate_arn must be the ARN of a certificate in ACM or IAM
run "refuses_certificate_arn_1" {
  command = plan

  variables {
    certificate_arn = "example.com"
  }

  expect_failures = [var.certificate_arn]
}

# certificate_arn must be of region <data.aws_region.current.id> and account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
run "refuses_certificate_arn_2" {
  command = plan

  variables {
    certificate_arn = "arn:aws:acm:af-south-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"
  }

  expect_failures = [var.certificate_arn]
}

# certificates keys must be lower-case letters, digits and hyphens
run "refuses_certificates_1" {
  command = plan

  variables {
    certificates = { "The Office" = "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000" }
  }

  expect_failures = [var.certificates]
}

# certificates[*] must not be null
run "refuses_certificates_2" {
  command = plan

  variables {
    certificates = { office = null }
  }

  expect_failures = [var.certificates]
}

# certificates[*] must be the ARN of a certificate in ACM or IAM
run "refuses_certificates_3" {
  command = plan

  variables {
    certificates = { office = "example.com" }
  }

  expect_failures = [var.certificates]
}

# certificates[*] must be of region <data.aws_region.current.id> and account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
run "refuses_certificates_4" {
  command = plan

  variables {
    certificates = { office = "arn:aws:acm:af-south-1:123456789012:certificate/00000000-0000-0000-0000-000000000000" }
  }

  expect_failures = [var.certificates]
}

# tls_policy must be one of ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09, ELBSecurityPolicy-TLS13-1-2-Res-2021-06, ELBSecurityPolicy-TLS13-1-3-PQ-2025-09, ELBSecurityPolicy-TLS13-1-3-2021-06, ELBSecurityPolicy-TLS13-1-2-PQ-2025-09, ELBSecurityPolicy-TLS13-1-2-2021-06, ELBSecurityPolicy-TLS13-1-2-Ext1-PQ-2025-09, ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06, ELBSecurityPolicy-TLS13-1-2-Ext2-PQ-2025-09, ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06, ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09, ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04, ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09, ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04, ELBSecurityPolicy-TLS13-1-2-FIPS-PQ-2025-09, ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04
run "refuses_tls_policy_1" {
  command = plan

  variables {
    tls_policy = "none-of-these"
  }

  expect_failures = [var.tls_policy]
}

# mutual_tls.trust_store_arn must be an ARN of elasticloadbalancing
run "refuses_mutual_tls_1" {
  command = plan

  variables {
    mutual_tls = { trust_store_arn = "not-an-arn" }
  }

  expect_failures = [var.mutual_tls]
}

# mutual_tls.trust_store_arn must have 1 to 2048 characters
run "refuses_mutual_tls_2" {
  command = plan

  variables {
    mutual_tls = { trust_store_arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.mutual_tls]
}

# mutual_tls.trust_store_arn must be of region <data.aws_region.current.id> and account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
run "refuses_mutual_tls_3" {
  command = plan

  variables {
    mutual_tls = { trust_store_arn = "arn:aws:elasticloadbalancing:af-south-1:123456789012:truststore/clients/73e2d6bc24d8a067" }
  }

  expect_failures = [var.mutual_tls]
}

# idle_timeout must be between 1 and 4000 seconds
run "refuses_idle_timeout_1" {
  command = plan

  variables {
    idle_timeout = 4001
  }

  expect_failures = [var.idle_timeout]
}

# idle_timeout must be a whole number
run "refuses_idle_timeout_2" {
  command = plan

  variables {
    idle_timeout = 1.5
  }

  expect_failures = [var.idle_timeout]
}

# client_keep_alive must be between 60 and 604800 seconds
run "refuses_client_keep_alive_1" {
  command = plan

  variables {
    client_keep_alive = 604801
  }

  expect_failures = [var.client_keep_alive]
}

# client_keep_alive must be a whole number
run "refuses_client_keep_alive_2" {
  command = plan

  variables {
    client_keep_alive = 60.5
  }

  expect_failures = [var.client_keep_alive]
}

# desync_mitigation must be one of defensive, strictest, monitor
run "refuses_desync_mitigation_1" {
  command = plan

  variables {
    desync_mitigation = "none-of-these"
  }

  expect_failures = [var.desync_mitigation]
}

# xff_mode must be one of append, preserve, remove
run "refuses_xff_mode_1" {
  command = plan

  variables {
    xff_mode = "none-of-these"
  }

  expect_failures = [var.xff_mode]
}

# strict_transport_security must begin with max-age=, or be empty
run "refuses_strict_transport_security_1" {
  command = plan

  variables {
    strict_transport_security = "includeSubDomains"
  }

  expect_failures = [var.strict_transport_security]
}

# frame_options must be one of DENY, SAMEORIGIN, none
run "refuses_frame_options_1" {
  command = plan

  variables {
    frame_options = "none-of-these"
  }

  expect_failures = [var.frame_options]
}

# cors must name one origin when credentials are let in: browsers refuse * then
run "refuses_cors_1" {
  command = plan

  variables {
    cors = { allow_origin = "*", allow_credentials = true }
  }

  expect_failures = [var.cors]
}

# cors.allow_methods[*] must not be null
run "refuses_cors_2" {
  command = plan

  variables {
    cors = { allow_origin = "https://example.com", allow_methods = [null] }
  }

  expect_failures = [var.cors]
}

# cors.allow_methods[*] must be one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS
run "refuses_cors_3" {
  command = plan

  variables {
    cors = { allow_origin = "https://example.com", allow_methods = ["none-of-these"] }
  }

  expect_failures = [var.cors]
}

# cors.allow_headers[*] must not be null
run "refuses_cors_4" {
  command = plan

  variables {
    cors = { allow_origin = "https://example.com", allow_headers = [null] }
  }

  expect_failures = [var.cors]
}

# cors.expose_headers[*] must not be null
run "refuses_cors_5" {
  command = plan

  variables {
    cors = { allow_origin = "https://example.com", expose_headers = [null] }
  }

  expect_failures = [var.cors]
}

# cors.max_age must be between 0 and 86400 seconds
run "refuses_cors_6" {
  command = plan

  variables {
    cors = { allow_origin = "https://example.com", max_age = 86401 }
  }

  expect_failures = [var.cors]
}

# cors.max_age must be a whole number
run "refuses_cors_7" {
  command = plan

  variables {
    cors = { allow_origin = "https://example.com", max_age = 0.5 }
  }

  expect_failures = [var.cors]
}

# default_status_code must be a status code of 2xx, 4xx or 5xx
run "refuses_default_status_code_1" {
  command = plan

  variables {
    default_status_code = "301"
  }

  expect_failures = [var.default_status_code]
}

# default_content_type must be one of text/plain, text/html, text/css, application/json, application/javascript
run "refuses_default_content_type_1" {
  command = plan

  variables {
    default_content_type = "none-of-these"
  }

  expect_failures = [var.default_content_type]
}

# default_body must have 0 to 1024 characters
run "refuses_default_body_1" {
  command = plan

  variables {
    default_body = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
  }

  expect_failures = [var.default_body]
}

# web_acl.arn must be an ARN of wafv2
run "refuses_web_acl_1" {
  command = plan

  variables {
    web_acl = { arn = "not-an-arn" }
  }

  expect_failures = [var.web_acl]
}

# web_acl.arn must have 1 to 2048 characters
run "refuses_web_acl_2" {
  command = plan

  variables {
    web_acl = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.web_acl]
}

# web_acl.arn must be of region <data.aws_region.current.id> and account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
run "refuses_web_acl_3" {
  command = plan

  variables {
    web_acl = { arn = "arn:aws:wafv2:af-south-1:123456789012:regional/webacl/nimbus/00000000-0000-0000-0000-000000000000" }
  }

  expect_failures = [var.web_acl]
}

# minimum_capacity.units must be a whole number
run "refuses_minimum_capacity_1" {
  command = plan

  variables {
    minimum_capacity = { units = 100.5 }
  }

  expect_failures = [var.minimum_capacity]
}

# minimum_capacity.units must be at least 100
run "refuses_minimum_capacity_2" {
  command = plan

  variables {
    minimum_capacity = { units = 99 }
  }

  expect_failures = [var.minimum_capacity]
}

# connection_logs must be false without access_logs, whose bucket they share
run "refuses_connection_logs_1" {
  command = plan

  variables {
    connection_logs = true
    access_logs     = false
  }

  expect_failures = [var.connection_logs]
}

# log_bucket.name must have 3 to 63 characters
run "refuses_log_bucket_1" {
  command = plan

  variables {
    log_bucket = { name = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.log_bucket]
}

# log_bucket.name must be the name of a bucket
run "refuses_log_bucket_2" {
  command = plan

  variables {
    log_bucket = { name = "arn:aws:s3:::nimbus-logs" }
  }

  expect_failures = [var.log_bucket]
}

# log_bucket.access_prefix must be a folder, without a slash at either end
run "refuses_log_bucket_3" {
  command = plan

  variables {
    log_bucket = { name = "nimbus-logs", access_prefix = "/access/" }
  }

  expect_failures = [var.log_bucket]
}

# log_bucket.connection_prefix must be a folder, without a slash at either end
run "refuses_log_bucket_4" {
  command = plan

  variables {
    log_bucket = { name = "nimbus-logs", connection_prefix = "/connection/" }
  }

  expect_failures = [var.log_bucket]
}

# log_bucket is given, but access_logs is false; set it, or leave the bucket out
run "refuses_log_bucket_5" {
  command = plan

  variables {
    log_bucket  = { name = "nimbus-logs" }
    access_logs = false
  }

  expect_failures = [var.log_bucket]
}

# log_retention_days must be between 1 and 3653 days
run "refuses_log_retention_days_1" {
  command = plan

  variables {
    log_retention_days = 3654
  }

  expect_failures = [var.log_retention_days]
}

# log_retention_days must be a whole number
run "refuses_log_retention_days_2" {
  command = plan

  variables {
    log_retention_days = 1.5
  }

  expect_failures = [var.log_retention_days]
}
