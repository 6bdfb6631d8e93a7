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
}

variables {
  name              = "nimbus-production"
  domain_name       = "example.com"
  alternative_names = ["www.example.com"]
  zones             = { "example.com" = "Z0123456789ABCDEFGHIJ" }
}

# name must be 3 to 64 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen
run "refuses_name_1" {
  command = plan

  variables {
    name = "Nimbus_Production"
  }

  expect_failures = [var.name]
}

# domain_name must be a whole domain name in lower case, or *. and one, without underscores and without a dot at its end
run "refuses_domain_name_1" {
  command = plan

  variables {
    domain_name = "*example.com"
  }

  expect_failures = [var.domain_name]
}

# domain_name must have 1 to 253 characters
run "refuses_domain_name_2" {
  command = plan

  variables {
    domain_name = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
  }

  expect_failures = [var.domain_name]
}

# domain_name must have at most 64 characters: it is the certificate's common name; longer ones go to the others
run "refuses_domain_name_3" {
  command = plan

  variables {
    domain_name = "long-long-long-long-long-long-long-long-long-long-long-name.example.com"
  }

  expect_failures = [var.domain_name]
}

# alternative_names must have 0 to 99 items
run "refuses_alternative_names_1" {
  command = plan

  variables {
    alternative_names = ["example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com", "example.com"]
  }

  expect_failures = [var.alternative_names]
}

# alternative_names must not name the same item twice
run "refuses_alternative_names_2" {
  command = plan

  variables {
    alternative_names = ["example.com", "example.com"]
  }

  expect_failures = [var.alternative_names]
}

# alternative_names[*] must not be null
run "refuses_alternative_names_3" {
  command = plan

  variables {
    alternative_names = [null]
  }

  expect_failures = [var.alternative_names]
}

# alternative_names[*] must be a whole domain name in lower case, or *. and one, without underscores and without a dot at its end
run "refuses_alternative_names_4" {
  command = plan

  variables {
    alternative_names = ["*example.com"]
  }

  expect_failures = [var.alternative_names]
}

# alternative_names[*] must have 1 to 253 characters
run "refuses_alternative_names_5" {
  command = plan

  variables {
    alternative_names = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]
  }

  expect_failures = [var.alternative_names]
}

# alternative_names must not name domain_name again
run "refuses_alternative_names_6" {
  command = plan

  variables {
    alternative_names = ["example.com"]
  }

  expect_failures = [var.alternative_names]
}

# key_algorithm must be one of RSA_2048, EC_prime256v1, EC_secp384r1
run "refuses_key_algorithm_1" {
  command = plan

  variables {
    key_algorithm = "none-of-these"
  }

  expect_failures = [var.key_algorithm]
}

# key_algorithm must be RSA_2048 or EC_prime256v1 for CloudFront, which takes no other
run "refuses_key_algorithm_2" {
  command = plan

  variables {
    key_algorithm  = "EC_secp384r1"
    for_cloudfront = true
  }

  expect_failures = [var.key_algorithm]
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

# zones keys must be the names of the zones, such as example.com
run "refuses_zones_1" {
  command = plan

  variables {
    zones = { example = "Z0123456789ABCDEFGHIJ" }
  }

  expect_failures = [var.zones]
}

# zones[*] must not be null
run "refuses_zones_2" {
  command = plan

  variables {
    zones = { "example.com" = null }
  }

  expect_failures = [var.zones]
}

# zones[*] must be the ID of a hosted zone
run "refuses_zones_3" {
  command = plan

  variables {
    zones = { "example.com" = "example.com" }
  }

  expect_failures = [var.zones]
}

# zones must hold a zone for each name of the certificate: add the one that is missing, take the name out, or set validation_records to false
run "refuses_zones_4" {
  command = plan

  variables {
    alternative_names = ["example.org"]
  }

  expect_failures = [var.zones]
}

# validation_timeout must be between 1 and 720 minutes
run "refuses_validation_timeout_1" {
  command = plan

  variables {
    validation_timeout = 721
  }

  expect_failures = [var.validation_timeout]
}

# validation_timeout must be a whole number
run "refuses_validation_timeout_2" {
  command = plan

  variables {
    validation_timeout = 1.5
  }

  expect_failures = [var.validation_timeout]
}

# expiry_days must be between 1 and 44 days
run "refuses_expiry_days_1" {
  command = plan

  variables {
    expiry_days = 45
  }

  expect_failures = [var.expiry_days]
}

# expiry_days must be a whole number
run "refuses_expiry_days_2" {
  command = plan

  variables {
    expiry_days = 1.5
  }

  expect_failures = [var.expiry_days]
}

# expiry_topic_arns must have 0 to 5 items
run "refuses_expiry_topic_arns_1" {
  command = plan

  variables {
    expiry_topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms"]
  }

  expect_failures = [var.expiry_topic_arns]
}

# expiry_topic_arns must not name the same item twice
run "refuses_expiry_topic_arns_2" {
  command = plan

  variables {
    expiry_topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms"]
  }

  expect_failures = [var.expiry_topic_arns]
}

# expiry_topic_arns[*] must not be null
run "refuses_expiry_topic_arns_3" {
  command = plan

  variables {
    expiry_topic_arns = [null]
  }

  expect_failures = [var.expiry_topic_arns]
}

# expiry_topic_arns[*] must be an ARN of sns
run "refuses_expiry_topic_arns_4" {
  command = plan

  variables {
    expiry_topic_arns = ["not-an-arn"]
  }

  expect_failures = [var.expiry_topic_arns]
}

# expiry_topic_arns[*] must have 1 to 2048 characters
run "refuses_expiry_topic_arns_5" {
  command = plan

  variables {
    expiry_topic_arns = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]
  }

  expect_failures = [var.expiry_topic_arns]
}

# expiry_topic_arns[*] must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
run "refuses_expiry_topic_arns_6" {
  command = plan

  variables {
    expiry_topic_arns = ["arn:aws:sns:af-south-1:123456789012:alarms"]
  }

  expect_failures = [var.expiry_topic_arns]
}
