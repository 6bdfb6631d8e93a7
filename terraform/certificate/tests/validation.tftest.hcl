# Every validation of the certificate module refuses a bad value. Generated: see the construct's inputs.

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
  name              = "nimbus-production"
  domain_name       = "example.com"
  alternative_names = ["www.example.com"]
  zones             = { "example.com" = "Z0123456789ABCDEFGHIJ" }
}

run "refuses_1" {
  command = plan

  variables {
    # name must be 3 to 64 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen
    name = "Nimbus_Production"

    # domain_name must be a whole domain name in lower case, or *. and one, without underscores and without a dot at its end
    domain_name = "*example.com"

    # key_algorithm must be one of RSA_2048, EC_prime256v1, EC_secp384r1
    key_algorithm = "none-of-these"

    # tags keys must be letters, digits, spaces and _ . : / = + - @
    tags = { "Cost$" = "production" }

    # validation_timeout must be between 1 and 720 minutes
    validation_timeout = 721

    # expiry_days must be between 1 and 44 days
    expiry_days = 45

    # expiry_topic_arns must have 0 to 5 items
    expiry_topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms"]
  }

  expect_failures = [
    var.name,
    var.domain_name,
    var.key_algorithm,
    var.tags,
    var.validation_timeout,
    var.expiry_days,
    var.expiry_topic_arns,
  ]
}

run "refuses_2" {
  command = plan

  variables {
    # domain_name must have 1 to 253 characters
    domain_name = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"

    # key_algorithm must be RSA_2048 or EC_prime256v1 for CloudFront, which takes no other
    key_algorithm  = "EC_secp384r1"
    for_cloudfront = true

    # tags must not have keys of more than 128 characters
    tags = { kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk = "a" }

    # validation_timeout must be a whole number
    validation_timeout = 1.5

    # expiry_days must be a whole number
    expiry_days = 1.5

    # expiry_topic_arns must not name the same item twice
    expiry_topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms"]
  }

  expect_failures = [
    var.domain_name,
    var.key_algorithm,
    var.tags,
    var.validation_timeout,
    var.expiry_days,
    var.expiry_topic_arns,
  ]
}

run "refuses_3" {
  command = plan

  variables {
    # domain_name must have at most 64 characters: it is the certificate's common name; longer ones go to the others
    domain_name = "long-long-long-long-long-long-long-long-long-long-long-name.example.com"

    # tags must not be more than 49: AWS takes 50 for a resource, and each gets a Name
    tags = { team-0 = "a", team-1 = "a", team-2 = "a", team-3 = "a", team-4 = "a", team-5 = "a", team-6 = "a", team-7 = "a", team-8 = "a", team-9 = "a", team-10 = "a", team-11 = "a", team-12 = "a", team-13 = "a", team-14 = "a", team-15 = "a", team-16 = "a", team-17 = "a", team-18 = "a", team-19 = "a", team-20 = "a", team-21 = "a", team-22 = "a", team-23 = "a", team-24 = "a", team-25 = "a", team-26 = "a", team-27 = "a", team-28 = "a", team-29 = "a", team-30 = "a", team-31 = "a", team-32 = "a", team-33 = "a", team-34 = "a", team-35 = "a", team-36 = "a", team-37 = "a", team-38 = "a", team-39 = "a", team-40 = "a", team-41 = "a", team-42 = "a", team-43 = "a", team-44 = "a", team-45 = "a", team-46 = "a", team-47 = "a", team-48 = "a", team-49 = "a" }

    # expiry_topic_arns[*] must not be null
    expiry_topic_arns = [null]
  }

  expect_failures = [
    var.domain_name,
    var.tags,
    var.expiry_topic_arns,
  ]
}

run "refuses_4" {
  command = plan

  variables {
    # alternative_names must have 0 to 99 items
    alternative_names = ["example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com"]

    # tags must not have keys that begin with aws:, which AWS keeps for itself
    tags = { "aws:team" = "a" }

    # expiry_topic_arns[*] must be an ARN of sns
    expiry_topic_arns = ["not-an-arn"]
  }

  expect_failures = [
    var.alternative_names,
    var.tags,
    var.expiry_topic_arns,
  ]
}

run "refuses_5" {
  command = plan

  variables {
    # alternative_names must not name the same item twice
    alternative_names = ["example.com", "example.com"]

    # tags must not have keys that differ in case only, from one another or from Name: IAM takes them for one
    tags = { Team = "a", team = "b" }

    # expiry_topic_arns[*] must have 1 to 2048 characters
    expiry_topic_arns = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]
  }

  expect_failures = [
    var.alternative_names,
    var.tags,
    var.expiry_topic_arns,
  ]
}

run "refuses_6" {
  command = plan

  variables {
    # alternative_names[*] must not be null
    alternative_names = [null]

    # tags[*] must not be null
    tags = { CostCenter = null }

    # expiry_topic_arns[*] must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    expiry_topic_arns = ["arn:aws:sns:af-south-1:123456789012:alarms"]
  }

  expect_failures = [
    var.alternative_names,
    var.tags,
    var.expiry_topic_arns,
  ]
}

run "refuses_7" {
  command = plan

  variables {
    # alternative_names[*] must be a whole domain name in lower case, or *. and one, without underscores and without a dot at its end
    alternative_names = ["*example.com"]

    # tags[*] must be letters, digits, spaces and _ . : / = + - @
    tags = { CostCenter = "50% off" }
  }

  expect_failures = [
    var.alternative_names,
    var.tags,
  ]
}

run "refuses_8" {
  command = plan

  variables {
    # alternative_names[*] must have 1 to 253 characters
    alternative_names = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]

    # tags[*] must have 0 to 256 characters
    tags = { CostCenter = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [
    var.alternative_names,
    var.tags,
  ]
}

run "refuses_9" {
  command = plan

  variables {
    # alternative_names must not name domain_name again
    alternative_names = ["example.com"]
  }

  expect_failures = [
    var.alternative_names,
  ]
}

run "refuses_10" {
  command = plan

  variables {
    # zones keys must be the names of the zones, such as example.com
    zones = { example = "Z0123456789ABCDEFGHIJ" }
  }

  expect_failures = [
    var.zones,
  ]
}

run "refuses_11" {
  command = plan

  variables {
    # zones[*] must not be null
    zones = { "example.com" = null }
  }

  expect_failures = [
    var.zones,
  ]
}

run "refuses_12" {
  command = plan

  variables {
    # zones[*] must be the ID of a hosted zone
    zones = { "example.com" = "example.com" }
  }

  expect_failures = [
    var.zones,
  ]
}

run "refuses_13" {
  command = plan

  variables {
    # zones must hold a zone for each name of the certificate: add the one that is missing, take the name out, or set validation_records to false
    alternative_names = ["example.org"]
  }

  expect_failures = [
    var.zones,
  ]
}
