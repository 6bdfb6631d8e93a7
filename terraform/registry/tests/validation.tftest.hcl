# Every validation of the registry module refuses a bad value. Generated: see the construct's inputs.

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
  name         = "nimbus"
  repositories = { web = {}, worker = { keep_releases = 10 } }
}

run "refuses_1" {
  command = plan

  variables {
    # name must be 3 to 40 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen
    name = "Nimbus_Production"

    # tags keys must be letters, digits, spaces and _ . : / = + - @
    tags = { "Cost$" = "production" }

    # running_tags must have 1 to 20 items
    running_tags = []

    # kms_key.arn must be an ARN of kms
    kms_key = { arn = "not-an-arn" }

    # replacements must be between 0 and 1000
    replacements = 1001

    # scanning must have CONTINUOUS_SCAN only with ENHANCED, and MANUAL only with BASIC
    scanning = { scan_type = "BASIC", scan_frequency = "CONTINUOUS_SCAN" }

    # findings.topic_arn must be an ARN of sns
    findings = { topic_arn = "not-an-arn" }

    # replication.destinations must have 1 to 25 items
    replication = { destinations = [] }
  }

  expect_failures = [
    var.name,
    var.tags,
    var.running_tags,
    var.kms_key,
    var.replacements,
    var.scanning,
    var.findings,
    var.replication,
  ]
}

run "refuses_2" {
  command = plan

  variables {
    # name must not have two hyphens in a row, which ECR refuses
    name = "nimbus--production"

    # tags must not have keys of more than 128 characters
    tags = { kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk = "a" }

    # running_tags must not name the same item twice
    running_tags = ["v*", "v*"]

    # kms_key.arn must have 1 to 2048 characters
    kms_key = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # replacements must be a whole number
    replacements = 0.5

    # scanning.scan_type must be one of BASIC, ENHANCED
    scanning = { scan_type = "none-of-these" }

    # findings.topic_arn must have 1 to 2048 characters
    findings = { topic_arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # replication.destinations[*] must not be null
    replication = { destinations = [null] }
  }

  expect_failures = [
    var.name,
    var.tags,
    var.running_tags,
    var.kms_key,
    var.replacements,
    var.scanning,
    var.findings,
    var.replication,
  ]
}

run "refuses_3" {
  command = plan

  variables {
    # tags must not be more than 49: AWS takes 50 for a resource, and each gets a Name
    tags = { team-0 = "a", team-1 = "a", team-2 = "a", team-3 = "a", team-4 = "a", team-5 = "a", team-6 = "a", team-7 = "a", team-8 = "a", team-9 = "a", team-10 = "a", team-11 = "a", team-12 = "a", team-13 = "a", team-14 = "a", team-15 = "a", team-16 = "a", team-17 = "a", team-18 = "a", team-19 = "a", team-20 = "a", team-21 = "a", team-22 = "a", team-23 = "a", team-24 = "a", team-25 = "a", team-26 = "a", team-27 = "a", team-28 = "a", team-29 = "a", team-30 = "a", team-31 = "a", team-32 = "a", team-33 = "a", team-34 = "a", team-35 = "a", team-36 = "a", team-37 = "a", team-38 = "a", team-39 = "a", team-40 = "a", team-41 = "a", team-42 = "a", team-43 = "a", team-44 = "a", team-45 = "a", team-46 = "a", team-47 = "a", team-48 = "a", team-49 = "a" }

    # repositories keys must be lower-case letters and digits, with single dots, underscores, hyphens and slashes between them
    repositories = { Web = {} }

    # kms_key.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    kms_key = { arn = "arn:aws:kms:af-south-1:123456789012:key/00000000-0000-0000-0000-000000000000" }

    # scanning.scan_frequency must be one of SCAN_ON_PUSH, CONTINUOUS_SCAN, MANUAL
    scanning = { scan_frequency = "none-of-these" }

    # findings.topic_arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    findings = { topic_arn = "arn:aws:sns:af-south-1:123456789012:alarms" }

    # replication.destinations[*].region must be the name of a region, such as us-west-2 or eusc-de-east-1
    replication = { destinations = [{ region = "us-wset-2" }] }
  }

  expect_failures = [
    var.tags,
    var.repositories,
    var.kms_key,
    var.scanning,
    var.findings,
    var.replication,
  ]
}

run "refuses_4" {
  command = plan

  variables {
    # tags must not have keys that begin with aws:, which AWS keeps for itself
    tags = { "aws:team" = "a" }

    # repositories[*] must not be null
    repositories = { web = null }

    # scanning.filters must have 1 to 100 items
    scanning = { filters = [] }

    # findings.severities must have 1 to 6 items
    findings = { topic_arn = "arn:aws:sns:us-east-1:123456789012:alarms", severities = [] }

    # replication.destinations[*].account_id must be the 12 digits of an account
    replication = { destinations = [{ region = "us-west-2", account_id = "1234" }] }
  }

  expect_failures = [
    var.tags,
    var.repositories,
    var.scanning,
    var.findings,
    var.replication,
  ]
}

run "refuses_5" {
  command = plan

  variables {
    # tags must not have keys that differ in case only, from one another or from Name: IAM takes them for one
    tags = { Team = "a", team = "b" }

    # repositories[*] must have expire_other_days only with release_tags other than "*": with it every tagged image is a release
    repositories = { web = { expire_other_days = 7, release_tags = ["*"] } }

    # scanning.filters[*] must not be null
    scanning = { filters = [null] }

    # findings.severities must not name the same item twice
    findings = { topic_arn = "arn:aws:sns:us-east-1:123456789012:alarms", severities = ["CRITICAL", "CRITICAL"] }

    # replication.filters must have 0 to 100 items
    replication = { destinations = [{ region = "us-west-2" }], filters = ["nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/"] }
  }

  expect_failures = [
    var.tags,
    var.repositories,
    var.scanning,
    var.findings,
    var.replication,
  ]
}

run "refuses_6" {
  command = plan

  variables {
    # tags[*] must not be null
    tags = { CostCenter = null }

    # repositories[*].repository_name must be lower-case letters and digits, with single dots, underscores, hyphens and slashes between them
    repositories = { web = { repository_name = "Nimbus Web" } }

    # scanning.filters[*] must be a part of a name of a repository, with * for the rest
    scanning = { filters = ["Web"] }

    # findings.severities[*] must not be null
    findings = { topic_arn = "arn:aws:sns:us-east-1:123456789012:alarms", severities = [null] }

    # replication.filters[*] must not be null
    replication = { destinations = [{ region = "us-west-2" }], filters = [null] }
  }

  expect_failures = [
    var.tags,
    var.repositories,
    var.scanning,
    var.findings,
    var.replication,
  ]
}

run "refuses_7" {
  command = plan

  variables {
    # tags[*] must be letters, digits, spaces and _ . : / = + - @
    tags = { CostCenter = "50% off" }

    # repositories[*].repository_name must have 2 to 256 characters
    repositories = { web = { repository_name = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }

    # scanning.filters[*] must have 1 to 255 characters
    scanning = { filters = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"] }

    # findings.severities[*] must be one of CRITICAL, HIGH, MEDIUM, LOW, INFORMATIONAL, UNDEFINED
    findings = { topic_arn = "arn:aws:sns:us-east-1:123456789012:alarms", severities = ["none-of-these"] }

    # replication.filters[*] must be what names of repositories begin with
    replication = { destinations = [{ region = "us-west-2" }], filters = ["nimbus/*"] }
  }

  expect_failures = [
    var.tags,
    var.repositories,
    var.scanning,
    var.findings,
    var.replication,
  ]
}

run "refuses_8" {
  command = plan

  variables {
    # tags[*] must have 0 to 256 characters
    tags = { CostCenter = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # repositories[*].keep_releases must be between 1 and 10000 images
    repositories = { web = { keep_releases = 10001 } }

    # replication.filters[*] must have 2 to 256 characters
    replication = { destinations = [{ region = "us-west-2" }], filters = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"] }
  }

  expect_failures = [
    var.tags,
    var.repositories,
    var.replication,
  ]
}

run "refuses_9" {
  command = plan

  variables {
    # repositories[*].keep_releases must be a whole number
    repositories = { web = { keep_releases = 1.5 } }
  }

  expect_failures = [
    var.repositories,
  ]
}

run "refuses_10" {
  command = plan

  variables {
    # repositories[*].release_tags must have 1 to 20 items
    repositories = { web = { release_tags = [] } }
  }

  expect_failures = [
    var.repositories,
  ]
}

run "refuses_11" {
  command = plan

  variables {
    # repositories[*].release_tags must not name the same item twice
    repositories = { web = { release_tags = ["v*", "v*"] } }
  }

  expect_failures = [
    var.repositories,
  ]
}

run "refuses_12" {
  command = plan

  variables {
    # repositories[*].release_tags[*] must not be null
    repositories = { web = { release_tags = [null] } }
  }

  expect_failures = [
    var.repositories,
  ]
}

run "refuses_13" {
  command = plan

  variables {
    # repositories[*].release_tags[*] must be a pattern of tags: letters, digits, _ . - and at most four *
    repositories = { web = { release_tags = ["v 1"] } }
  }

  expect_failures = [
    var.repositories,
  ]
}

run "refuses_14" {
  command = plan

  variables {
    # repositories[*].expire_other_days must be between 1 and 3650 days
    repositories = { web = { expire_other_days = 3651 } }
  }

  expect_failures = [
    var.repositories,
  ]
}

run "refuses_15" {
  command = plan

  variables {
    # repositories[*].expire_other_days must be a whole number
    repositories = { web = { expire_other_days = 1.5 } }
  }

  expect_failures = [
    var.repositories,
  ]
}

run "refuses_16" {
  command = plan

  variables {
    # repositories[*].expire_untagged_days must be between 1 and 3650 days
    repositories = { web = { expire_untagged_days = 3651 } }
  }

  expect_failures = [
    var.repositories,
  ]
}

run "refuses_17" {
  command = plan

  variables {
    # repositories[*].expire_untagged_days must be a whole number
    repositories = { web = { expire_untagged_days = 1.5 } }
  }

  expect_failures = [
    var.repositories,
  ]
}

run "refuses_18" {
  command = plan

  variables {
    # repositories[*].pull_accounts[*] must not be null
    repositories = { web = { pull_accounts = [null] } }
  }

  expect_failures = [
    var.repositories,
  ]
}

run "refuses_19" {
  command = plan

  variables {
    # repositories[*].pull_accounts[*] must be the 12 digits of an account
    repositories = { web = { pull_accounts = ["1234"] } }
  }

  expect_failures = [
    var.repositories,
  ]
}

run "refuses_20" {
  command = plan

  variables {
    # repositories[*].push_roles[*] must not be null
    repositories = { web = { push_roles = [null] } }
  }

  expect_failures = [
    var.repositories,
  ]
}

run "refuses_21" {
  command = plan

  variables {
    # repositories[*].push_roles[*] must be an ARN of iam
    repositories = { web = { push_roles = ["not-an-arn"] } }
  }

  expect_failures = [
    var.repositories,
  ]
}

run "refuses_22" {
  command = plan

  variables {
    # repositories[*].push_roles[*] must have 1 to 2048 characters
    repositories = { web = { push_roles = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"] } }
  }

  expect_failures = [
    var.repositories,
  ]
}

run "refuses_23" {
  command = plan

  variables {
    # repositories[*].push_roles[*] must be of partition <data.aws_partition.current.partition>, as the module's provider is: give one that was made there
    repositories = { web = { push_roles = ["arn:aws-cn:iam::123456789012:role/deploy"] } }
  }

  expect_failures = [
    var.repositories,
  ]
}

run "refuses_24" {
  command = plan

  variables {
    # repositories must have no release_tags that are among running_tags: those never expire
    repositories = { web = { release_tags = ["running-*"] } }
  }

  expect_failures = [
    var.repositories,
  ]
}

run "refuses_25" {
  command = plan

  variables {
    # repositories must not have the same repository_name twice, nor one that is <name>/<key> of another repository
    repositories = { web = { repository_name = "nimbus-web" }, worker = { repository_name = "nimbus-web" } }
  }

  expect_failures = [
    var.repositories,
  ]
}

run "refuses_26" {
  command = plan

  variables {
    # running_tags[*] must not be null
    running_tags = [null]
  }

  expect_failures = [
    var.running_tags,
  ]
}

run "refuses_27" {
  command = plan

  variables {
    # running_tags[*] must be a pattern of tags: letters, digits, _ . - and at most four *
    running_tags = ["v 1"]
  }

  expect_failures = [
    var.running_tags,
  ]
}

run "warns_1" {
  command = plan

  variables {
    # replication.destinations[*].region is not a region that AWS had on 2026-10-20; it may have come since, or be a mistake.
    replication = { destinations = [{ region = "us-west-3" }] }
  }

  expect_failures = [
    check.known_replication,
  ]
}
