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

  mock_data "aws_vpc_endpoint_service" {
    defaults = { availability_zones = ["us-east-1a", "us-east-1b", "us-east-1c"] }
  }
}

variables {
  name     = "nimbus-production"
  zone     = { id = "Z0123456789ABCDEFGHIJ", name = "example.com" }
  failover = { names = ["@", "www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", region = "us-east-1" }, secondary = { dns_name = "nimbus-987654321.us-west-2.elb.amazonaws.com", zone_id = "Z1H1FL5HABSF5" }, health_check = { path = "/healthz" }, latch = { alarm_name = "nimbus-production-latch", region = "us-west-2", period = 60 } }
}

run "refuses_1" {
  command = plan

  variables {
    # name must be 3 to 40 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen
    name = "Nimbus_Production"

    # tags keys must be letters, digits, spaces and _ . : / = + - @
    tags = { "Cost$" = "production" }

    # zone.id must be the ID of a hosted zone
    zone = { id = "example.com", name = "example.com" }

    # query_logging.retention_days must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653
    query_logging = { retention_days = -1 }

    # dnssec.kms_key.arn must be an ARN of kms
    dnssec = { kms_key = { arn = "not-an-arn" } }
  }

  expect_failures = [
    var.name,
    var.tags,
    var.zone,
    var.query_logging,
    var.dnssec,
  ]
}

run "refuses_2" {
  command = plan

  variables {
    # tags must not have keys of more than 128 characters
    tags = { kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk = "a" }

    # zone.name must be a whole domain name in lower case, without a dot at its end
    zone = { id = "Z0123456789ABCDEFGHIJ", name = "Example.com." }

    # query_logging.kms_key.arn must be an ARN of kms
    query_logging = { kms_key = { arn = "not-an-arn" } }

    # dnssec.kms_key.arn must have 1 to 2048 characters
    dnssec = { kms_key = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [
    var.tags,
    var.zone,
    var.query_logging,
    var.dnssec,
  ]
}

run "refuses_3" {
  command = plan

  variables {
    # tags must not be more than 9: AWS takes 10 for a resource, and each gets a Name
    tags = { team-0 = "a", team-1 = "a", team-2 = "a", team-3 = "a", team-4 = "a", team-5 = "a", team-6 = "a", team-7 = "a", team-8 = "a", team-9 = "a" }

    # zone.name must have 1 to 253 characters
    zone = { id = "Z0123456789ABCDEFGHIJ", name = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # query_logging.kms_key.arn must have 1 to 2048 characters
    query_logging = { kms_key = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }

    # dnssec.kms_key.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    dnssec = { kms_key = { arn = "arn:aws:kms:af-south-1:123456789012:key/00000000-0000-0000-0000-000000000000" } }
  }

  expect_failures = [
    var.tags,
    var.zone,
    var.query_logging,
    var.dnssec,
  ]
}

run "refuses_4" {
  command = plan

  variables {
    # tags must not have keys that begin with aws:, which AWS keeps for itself
    tags = { "aws:team" = "a" }

    # zone or new_zone must be given, and not both
    new_zone = { name = "example.com" }

    # query_logging.kms_key.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    query_logging = { kms_key = { arn = "arn:aws:kms:af-south-1:123456789012:key/00000000-0000-0000-0000-000000000000" } }
  }

  expect_failures = [
    var.tags,
    var.zone,
    var.query_logging,
  ]
}

run "refuses_5" {
  command = plan

  variables {
    # tags must not have keys that differ in case only, from one another or from Name: IAM takes them for one
    tags = { Team = "a", team = "b" }

    # new_zone.name must be a whole domain name in lower case, without a dot at its end
    new_zone = { name = "Example.com." }
  }

  expect_failures = [
    var.tags,
    var.new_zone,
  ]
}

run "refuses_6" {
  command = plan

  variables {
    # tags[*] must not be null
    tags = { CostCenter = null }

    # new_zone.name must have 1 to 253 characters
    new_zone = { name = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [
    var.tags,
    var.new_zone,
  ]
}

run "refuses_7" {
  command = plan

  variables {
    # tags[*] must be letters, digits, spaces and _ . : / = + - @
    tags = { CostCenter = "50% off" }

    # new_zone.comment must have 0 to 256 characters
    new_zone = { name = "example.com", comment = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [
    var.tags,
    var.new_zone,
  ]
}

run "refuses_8" {
  command = plan

  variables {
    # tags[*] must have 0 to 256 characters
    tags = { CostCenter = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # new_zone.delegation_set_id must be the ID of a reusable delegation set
    new_zone = { name = "example.com", delegation_set_id = "example.com" }
  }

  expect_failures = [
    var.tags,
    var.new_zone,
  ]
}

run "refuses_9" {
  command = plan

  variables {
    # failover.names must have 1 to 100 items
    failover = { names = [], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_10" {
  command = plan

  variables {
    # failover.names[*] must not be null
    failover = { names = [null], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_11" {
  command = plan

  variables {
    # failover.names[*] must be a name in lower case: whole, relative to the zone with one label, or @ for the zone itself
    failover = { names = ["www."], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_12" {
  command = plan

  variables {
    # failover.primary.dns_name must be the DNS name of the load balancer
    failover = { names = ["www"], primary = { dns_name = "https://example.com/", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_13" {
  command = plan

  variables {
    # failover.primary.zone_id must be the ID of a hosted zone
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "example.com", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_14" {
  command = plan

  variables {
    # failover.primary.region must be the name of a region, such as us-west-2 or eusc-de-east-1
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-wset-2" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_15" {
  command = plan

  variables {
    # failover.secondary.dns_name must be the DNS name of the load balancer
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "https://example.com/", zone_id = "Z0123456789ABCDEFGHIJ" } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_16" {
  command = plan

  variables {
    # failover.secondary.zone_id must be the ID of a hosted zone
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "example.com" } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_17" {
  command = plan

  variables {
    # failover.health_check.fqdn must be a whole domain name in lower case, without a dot at its end
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, health_check = { fqdn = "Example.com." } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_18" {
  command = plan

  variables {
    # failover.health_check.fqdn must have 1 to 253 characters
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, health_check = { fqdn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_19" {
  command = plan

  variables {
    # failover.health_check.path must begin with a slash, and have at most 255 characters and no spaces
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, health_check = { path = "healthz" } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_20" {
  command = plan

  variables {
    # failover.health_check.port must be between 1 and 65535
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, health_check = { port = 65536 } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_21" {
  command = plan

  variables {
    # failover.health_check.port must be a whole number
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, health_check = { port = 1.5 } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_22" {
  command = plan

  variables {
    # failover.health_check.interval must be one of 10, 30
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, health_check = { interval = -1 } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_23" {
  command = plan

  variables {
    # failover.health_check.failure_threshold must be between 1 and 10
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, health_check = { failure_threshold = 11 } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_24" {
  command = plan

  variables {
    # failover.health_check.failure_threshold must be a whole number
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, health_check = { failure_threshold = 1.5 } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_25" {
  command = plan

  variables {
    # failover.health_check.regions must have 3 to 8 items
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, health_check = { regions = ["us-east-1", "us-east-1"] } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_26" {
  command = plan

  variables {
    # failover.health_check.regions must not name the same item twice
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, health_check = { regions = ["us-east-1", "us-east-1"] } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_27" {
  command = plan

  variables {
    # failover.health_check.regions[*] must not be null
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, health_check = { regions = [null, "us-west-2", "eu-west-1"] } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_28" {
  command = plan

  variables {
    # failover.health_check.regions[*] must be one of us-east-1, us-west-1, us-west-2, eu-west-1, ap-southeast-1, ap-southeast-2, ap-northeast-1, sa-east-1
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, health_check = { regions = ["none-of-these", "us-west-2", "eu-west-1"] } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_29" {
  command = plan

  variables {
    # failover.health_check.search_string must have 1 to 255 characters
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, health_check = { search_string = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_30" {
  command = plan

  variables {
    # failover.latch.alarm_name must have 1 to 255 characters
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, latch = { alarm_name = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", region = "us-east-1", period = 60 } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_31" {
  command = plan

  variables {
    # failover.latch.region must be the name of a region, such as us-west-2 or eusc-de-east-1
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, latch = { alarm_name = "example", region = "us-wset-2", period = 60 } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_32" {
  command = plan

  variables {
    # failover.latch.period must be between 60 and 3600 seconds
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, latch = { alarm_name = "example", region = "us-east-1", period = 3601 } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_33" {
  command = plan

  variables {
    # failover.latch.period must be whole minutes, in seconds: Route 53 cannot read a high-resolution alarm
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, latch = { alarm_name = "example", region = "us-east-1", period = 90 } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_34" {
  command = plan

  variables {
    # failover.latch.settings must have 0 to 1024 characters
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, latch = { alarm_name = "example", region = "us-east-1", period = 60, settings = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_35" {
  command = plan

  variables {
    # failover must have only names of the zone: write a name whole, with the zone at its end, or with one label and without a dot
    failover = { names = ["www.example.org"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", region = "us-east-1" }, secondary = { dns_name = "nimbus-987654321.us-west-2.elb.amazonaws.com", zone_id = "Z1H1FL5HABSF5" } }
    simple   = {}
    weighted = {}
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_36" {
  command = plan

  variables {
    # failover must not have the same name twice, once whole and once relative to the zone
    failover = { names = ["www", "www.example.com"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", region = "us-east-1" }, secondary = { dns_name = "nimbus-987654321.us-west-2.elb.amazonaws.com", zone_id = "Z1H1FL5HABSF5" } }
    simple   = {}
    weighted = {}
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_37" {
  command = plan

  variables {
    # failover must not have a name that simple has too: a name has one kind of routing
    failover = { names = ["www.example.com"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", region = "us-east-1" }, secondary = { dns_name = "nimbus-987654321.us-west-2.elb.amazonaws.com", zone_id = "Z1H1FL5HABSF5" } }
    simple   = { www = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K" } }
    weighted = {}
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_38" {
  command = plan

  variables {
    # failover must not have a name that weighted has too: a name has one kind of routing
    failover = { names = ["www.example.com"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", region = "us-east-1" }, secondary = { dns_name = "nimbus-987654321.us-west-2.elb.amazonaws.com", zone_id = "Z1H1FL5HABSF5" } }
    simple   = {}
    weighted = { www = { blue = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", weight = 1 } } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_39" {
  command = plan

  variables {
    # failover must not have the same load balancer as primary and as secondary: there would be nowhere to go
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K" } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_40" {
  command = plan

  variables {
    # failover must not be checked under one of its own names, which may lead to the secondary: give health_check.fqdn a name of the primary alone, or leave it out
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", region = "us-east-1" }, secondary = { dns_name = "nimbus-987654321.us-west-2.elb.amazonaws.com", zone_id = "Z1H1FL5HABSF5" }, health_check = { fqdn = "www.example.com" } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_41" {
  command = plan

  variables {
    # failover must have its latch in another region than its primary: it has to work while that one is gone
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", region = "us-east-1" }, secondary = { dns_name = "nimbus-987654321.us-west-2.elb.amazonaws.com", zone_id = "Z1H1FL5HABSF5" }, latch = { alarm_name = "latch", region = "us-east-1", period = 60 } }
  }

  expect_failures = [
    var.failover,
  ]
}

run "refuses_42" {
  command = plan

  variables {
    # simple keys must be names in lower case: whole, relative to the zone with one label, or @ for the zone itself
    simple = { "www." = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" } }
  }

  expect_failures = [
    var.simple,
  ]
}

run "refuses_43" {
  command = plan

  variables {
    # simple[*] must not be null
    simple = { www = null }
  }

  expect_failures = [
    var.simple,
  ]
}

run "refuses_44" {
  command = plan

  variables {
    # simple[*].dns_name must be the DNS name of the load balancer
    simple = { www = { dns_name = "https://example.com/", zone_id = "Z0123456789ABCDEFGHIJ" } }
  }

  expect_failures = [
    var.simple,
  ]
}

run "refuses_45" {
  command = plan

  variables {
    # simple[*].zone_id must be the ID of a hosted zone
    simple = { www = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "example.com" } }
  }

  expect_failures = [
    var.simple,
  ]
}

run "refuses_46" {
  command = plan

  variables {
    # simple must have only names of the zone: write a name whole, with the zone at its end, or with one label and without a dot
    failover = null
    simple   = { "www.example.org" = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K" } }
    weighted = {}
  }

  expect_failures = [
    var.simple,
  ]
}

run "refuses_47" {
  command = plan

  variables {
    # simple must not have the same name twice, once whole and once relative to the zone
    failover = null
    simple   = { www = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K" }, "www.example.com" = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K" } }
    weighted = {}
  }

  expect_failures = [
    var.simple,
  ]
}

run "refuses_48" {
  command = plan

  variables {
    # simple must not have a name that weighted has too: a name has one kind of routing
    failover = null
    simple   = { "www.example.com" = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K" } }
    weighted = { www = { blue = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", weight = 1 } } }
  }

  expect_failures = [
    var.simple,
  ]
}

run "refuses_49" {
  command = plan

  variables {
    # weighted keys must be names in lower case: whole, relative to the zone with one label, or @ for the zone itself
    weighted = { "www." = {} }
  }

  expect_failures = [
    var.weighted,
  ]
}

run "refuses_50" {
  command = plan

  variables {
    # weighted[*] must not be null
    weighted = { www = null }
  }

  expect_failures = [
    var.weighted,
  ]
}

run "refuses_51" {
  command = plan

  variables {
    # weighted[*] keys must be letters, digits, dots, underscores and hyphens, at most 64
    weighted = { www = { "the blue one" = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", weight = 0 } } }
  }

  expect_failures = [
    var.weighted,
  ]
}

run "refuses_52" {
  command = plan

  variables {
    # weighted[*][*] must not be null
    weighted = { www = { blue = null } }
  }

  expect_failures = [
    var.weighted,
  ]
}

run "refuses_53" {
  command = plan

  variables {
    # weighted[*][*].dns_name must be the DNS name of the load balancer
    weighted = { www = { blue = { dns_name = "https://example.com/", zone_id = "Z0123456789ABCDEFGHIJ", weight = 0 } } }
  }

  expect_failures = [
    var.weighted,
  ]
}

run "refuses_54" {
  command = plan

  variables {
    # weighted[*][*].zone_id must be the ID of a hosted zone
    weighted = { www = { blue = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "example.com", weight = 0 } } }
  }

  expect_failures = [
    var.weighted,
  ]
}

run "refuses_55" {
  command = plan

  variables {
    # weighted[*][*].weight must be between 0 and 255
    weighted = { www = { blue = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", weight = 256 } } }
  }

  expect_failures = [
    var.weighted,
  ]
}

run "refuses_56" {
  command = plan

  variables {
    # weighted[*][*].weight must be a whole number
    weighted = { www = { blue = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", weight = 0.5 } } }
  }

  expect_failures = [
    var.weighted,
  ]
}

run "refuses_57" {
  command = plan

  variables {
    # weighted must have only names of the zone: write a name whole, with the zone at its end, or with one label and without a dot
    failover = null
    simple   = {}
    weighted = { "www.example.org" = { blue = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", weight = 1 } } }
  }

  expect_failures = [
    var.weighted,
  ]
}

run "refuses_58" {
  command = plan

  variables {
    # weighted must not have the same name twice, once whole and once relative to the zone
    failover = null
    simple   = {}
    weighted = { www = { blue = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", weight = 1 } }, "www.example.com" = { blue = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", weight = 1 } } }
  }

  expect_failures = [
    var.weighted,
  ]
}

run "refuses_59" {
  command = plan

  variables {
    # weighted must have a target with a weight above 0 for each name: with 0 alone, Route 53 would use all alike
    simple   = {}
    failover = null
    weighted = { www = { blue = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", weight = 0 } } }
  }

  expect_failures = [
    var.weighted,
  ]
}

run "refuses_60" {
  command = plan

  variables {
    # alarms.topic_arns must have 0 to 5 items
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms"] }
  }

  expect_failures = [
    var.alarms,
  ]
}

run "refuses_61" {
  command = plan

  variables {
    # alarms.topic_arns must not name the same item twice
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms"] }
  }

  expect_failures = [
    var.alarms,
  ]
}

run "refuses_62" {
  command = plan

  variables {
    # alarms.topic_arns[*] must not be null
    alarms = { topic_arns = [null] }
  }

  expect_failures = [
    var.alarms,
  ]
}

run "refuses_63" {
  command = plan

  variables {
    # alarms.topic_arns[*] must be an ARN of sns
    alarms = { topic_arns = ["not-an-arn"] }
  }

  expect_failures = [
    var.alarms,
  ]
}

run "refuses_64" {
  command = plan

  variables {
    # alarms.topic_arns[*] must have 1 to 2048 characters
    alarms = { topic_arns = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"] }
  }

  expect_failures = [
    var.alarms,
  ]
}

run "refuses_65" {
  command = plan

  variables {
    # alarms.topic_arns[*] must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    alarms = { topic_arns = ["arn:aws:sns:af-south-1:123456789012:alarms"] }
  }

  expect_failures = [
    var.alarms,
  ]
}

run "refuses_66" {
  command = plan

  variables {
    # alarms are given, but failover is not, which alone has health checks; give it, or leave the alarms out
    alarms   = {}
    failover = null
  }

  expect_failures = [
    var.alarms,
  ]
}

run "warns_1" {
  command = plan

  variables {
    # failover.primary.region is not a region that AWS had on 2026-10-20; it may have come since, or be a mistake.
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-west-3" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" } }
  }

  expect_failures = [
    check.known_failover_1,
  ]
}

run "warns_2" {
  command = plan

  variables {
    # failover.latch.region is not a region that AWS had on 2026-10-20; it may have come since, or be a mistake.
    failover = { names = ["www"], primary = { dns_name = "nimbus-1234567890.us-east-1.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ", region = "us-east-1" }, secondary = { dns_name = "nimbus-1234567890.us-west-2.elb.amazonaws.com", zone_id = "Z0123456789ABCDEFGHIJ" }, latch = { alarm_name = "example", region = "us-iso-east-1", period = 60 } }
  }

  expect_failures = [
    check.known_failover_2,
  ]
}
