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

  mock_data "aws_vpc_endpoint_service" {
    defaults = { availability_zones = ["us-east-1a", "us-east-1b", "us-east-1c"] }
  }
}

variables {
  name            = "nimbus-production"
  vpc_id          = "vpc-0a1b2c3d4e5f60718"
  subnet_ids      = ["subnet-0a1b2c3d4e5f60718", "subnet-18070f6e5d4c3b2a1"]
  certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"
}

run "refuses_1" {
  command = plan

  variables {
    # name must be 3 to 32 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen
    name = "Nimbus_Production"

    # vpc_id must be the ID of a VPC
    vpc_id = "none-of-these"

    # subnet_ids must have 2 to 6 items
    subnet_ids = ["subnet-0a1b2c3d4e5f60718"]

    # ip_address_type must be one of ipv4, dualstack, dualstack-without-public-ipv4
    ip_address_type = "none-of-these"

    # tags keys must be letters, digits, spaces and _ . : / = + - @
    tags = { "Cost$" = "production" }

    # allowed_cidrs keys must be lower-case letters, digits and hyphens
    allowed_cidrs = { "The Office" = "203.0.113.0/24" }

    # allowed_prefix_lists keys must be lower-case letters, digits and hyphens
    allowed_prefix_lists = { "The Office" = "pl-0a1b2c3d4e5f60718" }

    # allowed_security_groups keys must be lower-case letters, digits and hyphens
    allowed_security_groups = { "The Office" = "sg-0a1b2c3d4e5f60718" }

    # targets keys must be lower-case letters, digits and hyphens
    targets = { "The Office" = { security_group_id = "sg-0a1b2c3d4e5f60718", port = 1 } }

    # certificate_arn must be the ARN of a certificate in ACM or IAM
    certificate_arn = "example.com"

    # certificates keys must be lower-case letters, digits and hyphens
    certificates = { "The Office" = "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000" }

    # tls_policy must be one of ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09, ELBSecurityPolicy-TLS13-1-2-Res-2021-06, ELBSecurityPolicy-TLS13-1-3-PQ-2025-09, ELBSecurityPolicy-TLS13-1-3-2021-06, ELBSecurityPolicy-TLS13-1-2-PQ-2025-09, ELBSecurityPolicy-TLS13-1-2-2021-06, ELBSecurityPolicy-TLS13-1-2-Ext1-PQ-2025-09, ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06, ELBSecurityPolicy-TLS13-1-2-Ext2-PQ-2025-09, ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06, ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09, ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04, ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09, ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04, ELBSecurityPolicy-TLS13-1-2-FIPS-PQ-2025-09, ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04
    tls_policy = "none-of-these"

    # mutual_tls.trust_store_arn must be an ARN of elasticloadbalancing
    mutual_tls = { trust_store_arn = "not-an-arn" }

    # idle_timeout must be between 1 and 4000 seconds
    idle_timeout = 4001

    # client_keep_alive must be between 60 and 604800 seconds
    client_keep_alive = 604801

    # desync_mitigation must be one of defensive, strictest, monitor
    desync_mitigation = "none-of-these"

    # xff_mode must be one of append, preserve, remove
    xff_mode = "none-of-these"

    # strict_transport_security must begin with max-age=, or be empty
    strict_transport_security = "includeSubDomains"

    # frame_options must be one of DENY, SAMEORIGIN, none
    frame_options = "none-of-these"

    # content_security_policy must be on one line, as any header's value
    content_security_policy = "default-src 'self';\nimg-src *"

    # cors must name one origin when credentials are let in: browsers refuse * then
    cors = { allow_origin = "*", allow_credentials = true }

    # default_status_code must be a status code of 2xx, 4xx or 5xx
    default_status_code = "301"

    # default_content_type must be one of text/plain, text/html, text/css, application/json, application/javascript
    default_content_type = "none-of-these"

    # default_body must have 0 to 1024 characters
    default_body = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"

    # web_acl.arn must be an ARN of wafv2
    web_acl = { arn = "not-an-arn" }

    # minimum_capacity.units must be a whole number
    minimum_capacity = { units = 100.5 }

    # connection_logs must be false without access_logs, whose bucket they share
    connection_logs = true
    access_logs     = false

    # log_retention_days must be between 1 and 3653 days
    log_retention_days = 3654
  }

  expect_failures = [
    var.name,
    var.vpc_id,
    var.subnet_ids,
    var.ip_address_type,
    var.tags,
    var.allowed_cidrs,
    var.allowed_prefix_lists,
    var.allowed_security_groups,
    var.targets,
    var.certificate_arn,
    var.certificates,
    var.tls_policy,
    var.mutual_tls,
    var.idle_timeout,
    var.client_keep_alive,
    var.desync_mitigation,
    var.xff_mode,
    var.strict_transport_security,
    var.frame_options,
    var.content_security_policy,
    var.cors,
    var.default_status_code,
    var.default_content_type,
    var.default_body,
    var.web_acl,
    var.minimum_capacity,
    var.connection_logs,
    var.log_retention_days,
  ]
}

run "refuses_2" {
  command = plan

  variables {
    # name must not begin with internal-, which AWS keeps for itself
    name = "internal-nimbus"

    # subnet_ids must not name the same item twice
    subnet_ids = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60718"]

    # ip_address_type must be ipv4 or dualstack for an internal load balancer, which has no public addresses at all
    internal        = true
    ip_address_type = "dualstack-without-public-ipv4"

    # tags must not have keys of more than 128 characters
    tags = { kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk = "a" }

    # allowed_cidrs[*] must not be null
    allowed_cidrs = { office = null }

    # allowed_prefix_lists[*] must not be null
    allowed_prefix_lists = { office = null }

    # allowed_security_groups[*] must not be null
    allowed_security_groups = { office = null }

    # targets[*] must not be null
    targets = { office = null }

    # certificate_arn must be of region <data.aws_region.current.id> and account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
    certificate_arn = "arn:aws:acm:af-south-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"

    # certificates[*] must not be null
    certificates = { office = null }

    # mutual_tls.trust_store_arn must have 1 to 2048 characters
    mutual_tls = { trust_store_arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # idle_timeout must be a whole number
    idle_timeout = 1.5

    # client_keep_alive must be a whole number
    client_keep_alive = 60.5

    # cors.allow_origin must be * or one origin, a scheme and a host without a path, such as https://example.com
    cors = { allow_origin = "https://example.com/" }

    # web_acl.arn must have 1 to 2048 characters
    web_acl = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # minimum_capacity.units must be at least 100
    minimum_capacity = { units = 99 }

    # log_bucket.name must have 3 to 63 characters
    log_bucket = { name = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # log_retention_days must be a whole number
    log_retention_days = 1.5
  }

  expect_failures = [
    var.name,
    var.subnet_ids,
    var.ip_address_type,
    var.tags,
    var.allowed_cidrs,
    var.allowed_prefix_lists,
    var.allowed_security_groups,
    var.targets,
    var.certificate_arn,
    var.certificates,
    var.mutual_tls,
    var.idle_timeout,
    var.client_keep_alive,
    var.cors,
    var.web_acl,
    var.minimum_capacity,
    var.log_bucket,
    var.log_retention_days,
  ]
}

run "refuses_3" {
  command = plan

  variables {
    # subnet_ids[*] must not be null
    subnet_ids = [null, "subnet-1b2c3d4e5f6071829"]

    # tags must not be more than 49: AWS takes 50 for a resource, and each gets a Name
    tags = { team-0 = "a", team-1 = "a", team-2 = "a", team-3 = "a", team-4 = "a", team-5 = "a", team-6 = "a", team-7 = "a", team-8 = "a", team-9 = "a", team-10 = "a", team-11 = "a", team-12 = "a", team-13 = "a", team-14 = "a", team-15 = "a", team-16 = "a", team-17 = "a", team-18 = "a", team-19 = "a", team-20 = "a", team-21 = "a", team-22 = "a", team-23 = "a", team-24 = "a", team-25 = "a", team-26 = "a", team-27 = "a", team-28 = "a", team-29 = "a", team-30 = "a", team-31 = "a", team-32 = "a", team-33 = "a", team-34 = "a", team-35 = "a", team-36 = "a", team-37 = "a", team-38 = "a", team-39 = "a", team-40 = "a", team-41 = "a", team-42 = "a", team-43 = "a", team-44 = "a", team-45 = "a", team-46 = "a", team-47 = "a", team-48 = "a", team-49 = "a" }

    # allowed_cidrs[*] must be an IPv4 or IPv6 CIDR block that begins with its network address
    allowed_cidrs = { office = "203.0.113.7/24" }

    # allowed_prefix_lists[*] must be the ID of a prefix list
    allowed_prefix_lists = { office = "none-of-these" }

    # allowed_security_groups[*] must be the ID of a security group
    allowed_security_groups = { office = "none-of-these" }

    # targets[*].security_group_id must be the ID of a security group
    targets = { office = { security_group_id = "none-of-these", port = 1 } }

    # certificates[*] must be the ARN of a certificate in ACM or IAM
    certificates = { office = "example.com" }

    # mutual_tls.trust_store_arn must be of region <data.aws_region.current.id> and account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
    mutual_tls = { trust_store_arn = "arn:aws:elasticloadbalancing:af-south-1:123456789012:truststore/clients/73e2d6bc24d8a067" }

    # cors.allow_methods must have 1 to 7 items
    cors = { allow_origin = "https://example.com", allow_methods = [] }

    # web_acl.arn must be of region <data.aws_region.current.id> and account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
    web_acl = { arn = "arn:aws:wafv2:af-south-1:123456789012:regional/webacl/nimbus/00000000-0000-0000-0000-000000000000" }

    # log_bucket.name must be the name of a bucket
    log_bucket = { name = "arn:aws:s3:::nimbus-logs" }
  }

  expect_failures = [
    var.subnet_ids,
    var.tags,
    var.allowed_cidrs,
    var.allowed_prefix_lists,
    var.allowed_security_groups,
    var.targets,
    var.certificates,
    var.mutual_tls,
    var.cors,
    var.web_acl,
    var.log_bucket,
  ]
}

run "refuses_4" {
  command = plan

  variables {
    # subnet_ids[*] must be the ID of a subnet
    subnet_ids = ["none-of-these", "subnet-1b2c3d4e5f6071829"]

    # tags must not have keys that begin with aws:, which AWS keeps for itself
    tags = { "aws:team" = "a" }

    # targets[*].port must be between 1 and 65535
    targets = { office = { security_group_id = "sg-0a1b2c3d4e5f60718", port = 65536 } }

    # certificates[*] must be of region <data.aws_region.current.id> and account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
    certificates = { office = "arn:aws:acm:af-south-1:123456789012:certificate/00000000-0000-0000-0000-000000000000" }

    # cors.allow_methods[*] must not be null
    cors = { allow_origin = "https://example.com", allow_methods = [null] }

    # log_bucket.access_prefix must be a folder, without a slash at either end
    log_bucket = { name = "nimbus-logs", access_prefix = "/access/" }
  }

  expect_failures = [
    var.subnet_ids,
    var.tags,
    var.targets,
    var.certificates,
    var.cors,
    var.log_bucket,
  ]
}

run "refuses_5" {
  command = plan

  variables {
    # tags must not have keys that differ in case only, from one another or from Name: IAM takes them for one
    tags = { Team = "a", team = "b" }

    # targets[*].port must be a whole number
    targets = { office = { security_group_id = "sg-0a1b2c3d4e5f60718", port = 1.5 } }

    # cors.allow_methods[*] must be one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS
    cors = { allow_origin = "https://example.com", allow_methods = ["none-of-these"] }

    # log_bucket.connection_prefix must be a folder, without a slash at either end
    log_bucket = { name = "nimbus-logs", connection_prefix = "/connection/" }
  }

  expect_failures = [
    var.tags,
    var.targets,
    var.cors,
    var.log_bucket,
  ]
}

run "refuses_6" {
  command = plan

  variables {
    # tags[*] must not be null
    tags = { CostCenter = null }

    # cors.allow_headers[*] must not be null
    cors = { allow_origin = "https://example.com", allow_headers = [null] }

    # log_bucket is given, but access_logs is false; set it, or leave the bucket out
    log_bucket  = { name = "nimbus-logs" }
    access_logs = false
  }

  expect_failures = [
    var.tags,
    var.cors,
    var.log_bucket,
  ]
}

run "refuses_7" {
  command = plan

  variables {
    # tags[*] must be letters, digits, spaces and _ . : / = + - @
    tags = { CostCenter = "50% off" }

    # cors.allow_headers[*] must be the name of a header, or *
    cors = { allow_origin = "https://example.com", allow_headers = ["X-Request-Id, X-Trace"] }
  }

  expect_failures = [
    var.tags,
    var.cors,
  ]
}

run "refuses_8" {
  command = plan

  variables {
    # tags[*] must have 0 to 256 characters
    tags = { CostCenter = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # cors.expose_headers[*] must not be null
    cors = { allow_origin = "https://example.com", expose_headers = [null] }
  }

  expect_failures = [
    var.tags,
    var.cors,
  ]
}

run "refuses_9" {
  command = plan

  variables {
    # cors.expose_headers[*] must be the name of a header, or *
    cors = { allow_origin = "https://example.com", expose_headers = ["X-Request-Id, X-Trace"] }
  }

  expect_failures = [
    var.cors,
  ]
}

run "refuses_10" {
  command = plan

  variables {
    # cors.max_age must be between 0 and 86400 seconds
    cors = { allow_origin = "https://example.com", max_age = 86401 }
  }

  expect_failures = [
    var.cors,
  ]
}

run "refuses_11" {
  command = plan

  variables {
    # cors.max_age must be a whole number
    cors = { allow_origin = "https://example.com", max_age = 0.5 }
  }

  expect_failures = [
    var.cors,
  ]
}
