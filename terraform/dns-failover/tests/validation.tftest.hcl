# Every validation of the dns-failover module refuses a bad value. Generated: see the construct's inputs.

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
  name     = "nimbus-production"
  zone     = { id = "Z0123456789ABCDEFGHIJ", name = "example.com" }
  failover = { names = ["@", "www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", region = "us-east-1" }, secondary = { dns_name = "nimbus-987654321.us-west-2.elb.amazonaws.com", zone_id = "Z1H1FL5HABSF5" }, health_check = { path = "/healthz" }, latch = { alarm_name = "nimbus-production-latch", region = "us-west-2", period = 60 } }
}

# name must be 3 to 40 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen
run "refuses_name_1" {
  command = plan

  variables {
    name = "Nimbus_Production"
  }

  expect_failures = [var.name]
}

# tags keys must be letters, digits, spaces and _ . : / = + - @, at most 128
run "refuses_tags_1" {
  command = plan

  variables {
    tags = { "Cost$" = "production" }
  }

  expect_failures = [var.tags]
}

# tags must not be more than 9: AWS takes 10 for a resource, and each gets a Name
run "refuses_tags_2" {
  command = plan

  variables {
    tags = { team-0 = "a", team-1 = "a", team-2 = "a", team-3 = "a", team-4 = "a", team-5 = "a", team-6 = "a", team-7 = "a", team-8 = "a", team-9 = "a" }
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

# zone.id must be the ID of a hosted zone
run "refuses_zone_1" {
  command = plan

  variables {
    zone = { id = "example.com", name = "example.com" }
  }

  expect_failures = [var.zone]
}

# zone.name must be a whole domain name in lower case, without a dot at its end
run "refuses_zone_2" {
  command = plan

  variables {
    zone = { id = "Z0123456789ABCDEFGHIJ", name = "Example.com." }
  }

  expect_failures = [var.zone]
}

# zone.name must have 1 to 253 characters
run "refuses_zone_3" {
  command = plan

  variables {
    zone = { id = "Z0123456789ABCDEFGHIJ", name = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.zone]
}

# zone or new_zone must be given, and not both
run "refuses_zone_4" {
  command = plan

  variables {
    new_zone = { name = "example.com" }
  }

  expect_failures = [var.zone]
}

# new_zone.name must be a whole domain name in lower case, without a dot at its end
run "refuses_new_zone_1" {
  command = plan

  variables {
    new_zone = { name = "Example.com." }
  }

  expect_failures = [var.new_zone]
}

# new_zone.name must have 1 to 253 characters
run "refuses_new_zone_2" {
  command = plan

  variables {
    new_zone = { name = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.new_zone]
}

# new_zone.comment must have 0 to 256 characters
run "refuses_new_zone_3" {
  command = plan

  variables {
    new_zone = { name = "example.com", comment = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.new_zone]
}

# new_zone.delegation_set_id must be the ID of a reusable delegation set
run "refuses_new_zone_4" {
  command = plan

  variables {
    new_zone = { name = "example.com", delegation_set_id = "example.com" }
  }

  expect_failures = [var.new_zone]
}

# query_logging.retention_days must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653
run "refuses_query_logging_1" {
  command = plan

  variables {
    query_logging = { retention_days = -1 }
  }

  expect_failures = [var.query_logging]
}

# query_logging.kms_key.arn must be an ARN of kms
run "refuses_query_logging_2" {
  command = plan

  variables {
    query_logging = { kms_key = { arn = "not-an-arn" } }
  }

  expect_failures = [var.query_logging]
}

# query_logging.kms_key.arn must have 1 to 2048 characters
run "refuses_query_logging_3" {
  command = plan

  variables {
    query_logging = { kms_key = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [var.query_logging]
}

# query_logging.kms_key.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
run "refuses_query_logging_4" {
  command = plan

  variables {
    query_logging = { kms_key = { arn = "arn:aws:kms:af-south-1:123456789012:key/00000000-0000-0000-0000-000000000000" } }
  }

  expect_failures = [var.query_logging]
}

# dnssec.kms_key.arn must be an ARN of kms
run "refuses_dnssec_1" {
  command = plan

  variables {
    dnssec = { kms_key = { arn = "not-an-arn" } }
  }

  expect_failures = [var.dnssec]
}

# dnssec.kms_key.arn must have 1 to 2048 characters
run "refuses_dnssec_2" {
  command = plan

  variables {
    dnssec = { kms_key = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [var.dnssec]
}

# dnssec.kms_key.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
run "refuses_dnssec_3" {
  command = plan

  variables {
    dnssec = { kms_key = { arn = "arn:aws:kms:af-south-1:123456789012:key/00000000-0000-0000-0000-000000000000" } }
  }

  expect_failures = [var.dnssec]
}

# failover.names must have 1 to 100 items
run "refuses_failover_1" {
  command = plan

  variables {
    failover = { names = [], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" } }
  }

  expect_failures = [var.failover]
}

# failover.names[*] must not be null
run "refuses_failover_2" {
  command = plan

  variables {
    failover = { names = [null], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" } }
  }

  expect_failures = [var.failover]
}

# failover.names[*] must be a name in lower case: whole, relative to the zone with one label, or @ for the zone itself
run "refuses_failover_3" {
  command = plan

  variables {
    failover = { names = ["www."], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" } }
  }

  expect_failures = [var.failover]
}

# failover.primary.dns_name must be the DNS name of the load balancer
run "refuses_failover_4" {
  command = plan

  variables {
    failover = { names = ["www"], primary = { dns_name = "https://example.com/", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" } }
  }

  expect_failures = [var.failover]
}

# failover.primary.zone_id must be the ID of a hosted zone
run "refuses_failover_5" {
  command = plan

  variables {
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "example.com", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" } }
  }

  expect_failures = [var.failover]
}

# failover.primary.region must be the name of a region, such as us-west-2 or eusc-de-east-1
run "refuses_failover_6" {
  command = plan

  variables {
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-wset-2" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" } }
  }

  expect_failures = [var.failover]
}

# failover.secondary.dns_name must be the DNS name of the load balancer
run "refuses_failover_7" {
  command = plan

  variables {
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "https://example.com/", zone_id = "Z0123456789ABCDEFGHIJ" } }
  }

  expect_failures = [var.failover]
}

# failover.secondary.zone_id must be the ID of a hosted zone
run "refuses_failover_8" {
  command = plan

  variables {
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "example.com" } }
  }

  expect_failures = [var.failover]
}

# failover.health_check.fqdn must be a whole domain name in lower case, without a dot at its end
run "refuses_failover_9" {
  command = plan

  variables {
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, health_check = { fqdn = "Example.com." } }
  }

  expect_failures = [var.failover]
}

# failover.health_check.fqdn must have 1 to 253 characters
run "refuses_failover_10" {
  command = plan

  variables {
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, health_check = { fqdn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [var.failover]
}

# failover.health_check.path must begin with a slash, and have at most 255 characters and no spaces
run "refuses_failover_11" {
  command = plan

  variables {
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, health_check = { path = "healthz" } }
  }

  expect_failures = [var.failover]
}

# failover.health_check.port must be between 1 and 65535
run "refuses_failover_12" {
  command = plan

  variables {
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, health_check = { port = 65536 } }
  }

  expect_failures = [var.failover]
}

# failover.health_check.port must be a whole number
run "refuses_failover_13" {
  command = plan

  variables {
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, health_check = { port = 1.5 } }
  }

  expect_failures = [var.failover]
}

# failover.health_check.interval must be one of 10, 30
run "refuses_failover_14" {
  command = plan

  variables {
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, health_check = { interval = -1 } }
  }

  expect_failures = [var.failover]
}

# failover.health_check.failure_threshold must be between 1 and 10
run "refuses_failover_15" {
  command = plan

  variables {
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, health_check = { failure_threshold = 11 } }
  }

  expect_failures = [var.failover]
}

# failover.health_check.failure_threshold must be a whole number
run "refuses_failover_16" {
  command = plan

  variables {
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, health_check = { failure_threshold = 1.5 } }
  }

  expect_failures = [var.failover]
}

# failover.health_check.regions must have 3 to 8 items
run "refuses_failover_17" {
  command = plan

  variables {
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, health_check = { regions = ["us-east-1", "us-east-1"] } }
  }

  expect_failures = [var.failover]
}

# failover.health_check.regions must not name the same item twice
run "refuses_failover_18" {
  command = plan

  variables {
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, health_check = { regions = ["us-east-1", "us-east-1"] } }
  }

  expect_failures = [var.failover]
}

# failover.health_check.regions[*] must not be null
run "refuses_failover_19" {
  command = plan

  variables {
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, health_check = { regions = [null, "us-west-2", "eu-west-1"] } }
  }

  expect_failures = [var.failover]
}

# failover.health_check.regions[*] must be one of us-east-1, us-west-1, us-west-2, eu-west-1, ap-southeast-1, ap-southeast-2, ap-northeast-1, sa-east-1
run "refuses_failover_20" {
  command = plan

  variables {
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, health_check = { regions = ["none-of-these", "us-west-2", "eu-west-1"] } }
  }

  expect_failures = [var.failover]
}

# failover.health_check.search_string must have 1 to 255 characters
run "refuses_failover_21" {
  command = plan

  variables {
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, health_check = { search_string = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [var.failover]
}

# failover.latch.alarm_name must have 1 to 255 characters
run "refuses_failover_22" {
  command = plan

  variables {
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, latch = { alarm_name = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", region = "us-east-1", period = 60 } }
  }

  expect_failures = [var.failover]
}

# failover.latch.region must be the name of a region, such as us-west-2 or eusc-de-east-1
run "refuses_failover_23" {
  command = plan

  variables {
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, latch = { alarm_name = "example", region = "us-wset-2", period = 60 } }
  }

  expect_failures = [var.failover]
}

# failover.latch.period must be between 60 and 3600 seconds
run "refuses_failover_24" {
  command = plan

  variables {
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, latch = { alarm_name = "example", region = "us-east-1", period = 3601 } }
  }

  expect_failures = [var.failover]
}

# failover.latch.period must be whole minutes, in seconds: Route 53 cannot read a high-resolution alarm
run "refuses_failover_25" {
  command = plan

  variables {
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, latch = { alarm_name = "example", region = "us-east-1", period = 90 } }
  }

  expect_failures = [var.failover]
}

# failover.latch.settings must have 0 to 1024 characters
run "refuses_failover_26" {
  command = plan

  variables {
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, latch = { alarm_name = "example", region = "us-east-1", period = 60, settings = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [var.failover]
}

# failover must have only names of the zone: write a name whole, with the zone at its end, or with one label and without a dot
run "refuses_failover_27" {
  command = plan

  variables {
    failover = { names = ["www.example.org"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", region = "us-east-1" }, secondary = { dns_name = "nimbus-987654321.us-west-2.elb.amazonaws.com", zone_id = "Z1H1FL5HABSF5" } }
    simple   = {}
    weighted = {}
  }

  expect_failures = [var.failover]
}

# failover must not have the same name twice, once whole and once relative to the zone
run "refuses_failover_28" {
  command = plan

  variables {
    failover = { names = ["www", "www.example.com"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", region = "us-east-1" }, secondary = { dns_name = "nimbus-987654321.us-west-2.elb.amazonaws.com", zone_id = "Z1H1FL5HABSF5" } }
    simple   = {}
    weighted = {}
  }

  expect_failures = [var.failover]
}

# failover must not have a name that simple has too: a name has one kind of routing
run "refuses_failover_29" {
  command = plan

  variables {
    failover = { names = ["www.example.com"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", region = "us-east-1" }, secondary = { dns_name = "nimbus-987654321.us-west-2.elb.amazonaws.com", zone_id = "Z1H1FL5HABSF5" } }
    simple   = { www = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K" } }
    weighted = {}
  }

  expect_failures = [var.failover]
}

# failover must not have a name that weighted has too: a name has one kind of routing
run "refuses_failover_30" {
  command = plan

  variables {
    failover = { names = ["www.example.com"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", region = "us-east-1" }, secondary = { dns_name = "nimbus-987654321.us-west-2.elb.amazonaws.com", zone_id = "Z1H1FL5HABSF5" } }
    simple   = {}
    weighted = { www = { blue = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", weight = 1 } } }
  }

  expect_failures = [var.failover]
}

# failover must not have the same load balancer as primary and as secondary: there would be nowhere to go
run "refuses_failover_31" {
  command = plan

  variables {
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K" } }
  }

  expect_failures = [var.failover]
}

# failover must not be checked under one of its own names, which may lead to the secondary: give health_check.fqdn a name of the primary alone, or leave it out
run "refuses_failover_32" {
  command = plan

  variables {
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", region = "us-east-1" }, secondary = { dns_name = "nimbus-987654321.us-west-2.elb.amazonaws.com", zone_id = "Z1H1FL5HABSF5" }, health_check = { fqdn = "www.example.com" } }
  }

  expect_failures = [var.failover]
}

# failover must have its latch in another region than its primary: it has to work while that one is gone
run "refuses_failover_33" {
  command = plan

  variables {
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", region = "us-east-1" }, secondary = { dns_name = "nimbus-987654321.us-west-2.elb.amazonaws.com", zone_id = "Z1H1FL5HABSF5" }, latch = { alarm_name = "latch", region = "us-east-1", period = 60 } }
  }

  expect_failures = [var.failover]
}

# simple keys must be names in lower case: whole, relative to the zone with one label, or @ for the zone itself
run "refuses_simple_1" {
  command = plan

  variables {
    simple = { "www." = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" } }
  }

  expect_failures = [var.simple]
}

# simple[*] must not be null
run "refuses_simple_2" {
  command = plan

  variables {
    simple = { www = null }
  }

  expect_failures = [var.simple]
}

# simple[*].dns_name must be the DNS name of the load balancer
run "refuses_simple_3" {
  command = plan

  variables {
    simple = { www = { dns_name = "https://example.com/", zone_id = "Z0123456789ABCDEFGHIJ" } }
  }

  expect_failures = [var.simple]
}

# simple[*].zone_id must be the ID of a hosted zone
run "refuses_simple_4" {
  command = plan

  variables {
    simple = { www = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "example.com" } }
  }

  expect_failures = [var.simple]
}

# simple must have only names of the zone: write a name whole, with the zone at its end, or with one label and without a dot
run "refuses_simple_5" {
  command = plan

  variables {
    failover = null
    simple   = { "www.example.org" = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K" } }
    weighted = {}
  }

  expect_failures = [var.simple]
}

# simple must not have the same name twice, once whole and once relative to the zone
run "refuses_simple_6" {
  command = plan

  variables {
    failover = null
    simple   = { www = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K" }, "www.example.com" = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K" } }
    weighted = {}
  }

  expect_failures = [var.simple]
}

# simple must not have a name that weighted has too: a name has one kind of routing
run "refuses_simple_7" {
  command = plan

  variables {
    failover = null
    simple   = { "www.example.com" = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K" } }
    weighted = { www = { blue = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", weight = 1 } } }
  }

  expect_failures = [var.simple]
}

# weighted keys must be names in lower case: whole, relative to the zone with one label, or @ for the zone itself
run "refuses_weighted_1" {
  command = plan

  variables {
    weighted = { "www." = {} }
  }

  expect_failures = [var.weighted]
}

# weighted[*] must not be null
run "refuses_weighted_2" {
  command = plan

  variables {
    weighted = { www = null }
  }

  expect_failures = [var.weighted]
}

# weighted[*] keys must be letters, digits, dots, underscores and hyphens, at most 64
run "refuses_weighted_3" {
  command = plan

  variables {
    weighted = { www = { "the blue one" = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", weight = 0 } } }
  }

  expect_failures = [var.weighted]
}

# weighted[*][*] must not be null
run "refuses_weighted_4" {
  command = plan

  variables {
    weighted = { www = { blue = null } }
  }

  expect_failures = [var.weighted]
}

# weighted[*][*].dns_name must be the DNS name of the load balancer
run "refuses_weighted_5" {
  command = plan

  variables {
    weighted = { www = { blue = { dns_name = "https://example.com/", zone_id = "Z0123456789ABCDEFGHIJ", weight = 0 } } }
  }

  expect_failures = [var.weighted]
}

# weighted[*][*].zone_id must be the ID of a hosted zone
run "refuses_weighted_6" {
  command = plan

  variables {
    weighted = { www = { blue = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "example.com", weight = 0 } } }
  }

  expect_failures = [var.weighted]
}

# weighted[*][*].weight must be between 0 and 255
run "refuses_weighted_7" {
  command = plan

  variables {
    weighted = { www = { blue = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", weight = 256 } } }
  }

  expect_failures = [var.weighted]
}

# weighted[*][*].weight must be a whole number
run "refuses_weighted_8" {
  command = plan

  variables {
    weighted = { www = { blue = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", weight = 0.5 } } }
  }

  expect_failures = [var.weighted]
}

# weighted must have only names of the zone: write a name whole, with the zone at its end, or with one label and without a dot
run "refuses_weighted_9" {
  command = plan

  variables {
    failover = null
    simple   = {}
    weighted = { "www.example.org" = { blue = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", weight = 1 } } }
  }

  expect_failures = [var.weighted]
}

# weighted must not have the same name twice, once whole and once relative to the zone
run "refuses_weighted_10" {
  command = plan

  variables {
    failover = null
    simple   = {}
    weighted = { www = { blue = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", weight = 1 } }, "www.example.com" = { blue = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", weight = 1 } } }
  }

  expect_failures = [var.weighted]
}

# weighted must have a target with a weight above 0 for each name: with 0 alone, Route 53 would use all alike
run "refuses_weighted_11" {
  command = plan

  variables {
    simple   = {}
    failover = null
    weighted = { www = { blue = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", weight = 0 } } }
  }

  expect_failures = [var.weighted]
}

# alarms.topic_arns must have 0 to 5 items
run "refuses_alarms_1" {
  command = plan

  variables {
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms"] }
  }

  expect_failures = [var.alarms]
}

# alarms.topic_arns must not name the same item twice
run "refuses_alarms_2" {
  command = plan

  variables {
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms"] }
  }

  expect_failures = [var.alarms]
}

# alarms.topic_arns[*] must not be null
run "refuses_alarms_3" {
  command = plan

  variables {
    alarms = { topic_arns = [null] }
  }

  expect_failures = [var.alarms]
}

# alarms.topic_arns[*] must be an ARN of sns
run "refuses_alarms_4" {
  command = plan

  variables {
    alarms = { topic_arns = ["not-an-arn"] }
  }

  expect_failures = [var.alarms]
}

# alarms.topic_arns[*] must have 1 to 2048 characters
run "refuses_alarms_5" {
  command = plan

  variables {
    alarms = { topic_arns = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"] }
  }

  expect_failures = [var.alarms]
}

# alarms.topic_arns[*] must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
run "refuses_alarms_6" {
  command = plan

  variables {
    alarms = { topic_arns = ["arn:aws:sns:af-south-1:123456789012:alarms"] }
  }

  expect_failures = [var.alarms]
}

# alarms are given, but failover is not, which alone has health checks; give it, or leave the alarms out
run "refuses_alarms_7" {
  command = plan

  variables {
    alarms   = {}
    failover = null
  }

  expect_failures = [var.alarms]
}

# failover.primary.region is not a region that AWS had on 2026-10-20; it may have come since, or be a mistake.
run "warns_of_known_failover_1" {
  command = plan

  variables {
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-west-3" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" } }
  }

  expect_failures = [check.known_failover_1]
}

# failover.latch.region is not a region that AWS had on 2026-10-20; it may have come since, or be a mistake.
run "warns_of_known_failover_2" {
  command = plan

  variables {
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, latch = { alarm_name = "example", region = "us-iso-east-1", period = 60 } }
  }

  expect_failures = [check.known_failover_2]
}
