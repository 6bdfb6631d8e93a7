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
}

variables {
  name         = "nimbus"
  repositories = { web = {}, worker = { keep_releases = 10 } }
}

# name must be 3 to 40 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen
run "refuses_name_1" {
  command = plan

  variables {
    name = "Nimbus_Production"
  }

  expect_failures = [var.name]
}

# name must not have two hyphens in a row, which ECR refuses
run "refuses_name_2" {
  command = plan

  variables {
    name = "nimbus--production"
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

# repositories keys must be lower-case letters and digits, with single dots, underscores, hyphens and slashes between them
run "refuses_repositories_1" {
  command = plan

  variables {
    repositories = { Web = {} }
  }

  expect_failures = [var.repositories]
}

# repositories[*] must not be null
run "refuses_repositories_2" {
  command = plan

  variables {
    repositories = { web = null }
  }

  expect_failures = [var.repositories]
}

# repositories[*] must have expire_other_days only with release_tags other than "*": with it every tagged image is a release
run "refuses_repositories_3" {
  command = plan

  variables {
    repositories = { web = { expire_other_days = 7, release_tags = ["*"] } }
  }

  expect_failures = [var.repositories]
}

# repositories[*].repository_name must be lower-case letters and digits, with single dots, underscores, hyphens and slashes between them
run "refuses_repositories_4" {
  command = plan

  variables {
    repositories = { web = { repository_name = "Nimbus Web" } }
  }

  expect_failures = [var.repositories]
}

# repositories[*].repository_name must have 2 to 256 characters
run "refuses_repositories_5" {
  command = plan

  variables {
    repositories = { web = { repository_name = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [var.repositories]
}

# repositories[*].keep_releases must be between 1 and 10000 images
run "refuses_repositories_6" {
  command = plan

  variables {
    repositories = { web = { keep_releases = 10001 } }
  }

  expect_failures = [var.repositories]
}

# repositories[*].keep_releases must be a whole number
run "refuses_repositories_7" {
  command = plan

  variables {
    repositories = { web = { keep_releases = 1.5 } }
  }

  expect_failures = [var.repositories]
}

# repositories[*].release_tags must have 1 to 20 items
run "refuses_repositories_8" {
  command = plan

  variables {
    repositories = { web = { release_tags = [] } }
  }

  expect_failures = [var.repositories]
}

# repositories[*].release_tags must not name the same item twice
run "refuses_repositories_9" {
  command = plan

  variables {
    repositories = { web = { release_tags = ["v*", "v*"] } }
  }

  expect_failures = [var.repositories]
}

# repositories[*].release_tags[*] must not be null
run "refuses_repositories_10" {
  command = plan

  variables {
    repositories = { web = { release_tags = [null] } }
  }

  expect_failures = [var.repositories]
}

# repositories[*].release_tags[*] must be a pattern of tags: letters, digits, _ . - and at most four *
run "refuses_repositories_11" {
  command = plan

  variables {
    repositories = { web = { release_tags = ["v 1"] } }
  }

  expect_failures = [var.repositories]
}

# repositories[*].expire_other_days must be between 1 and 3650 days
run "refuses_repositories_12" {
  command = plan

  variables {
    repositories = { web = { expire_other_days = 3651 } }
  }

  expect_failures = [var.repositories]
}

# repositories[*].expire_other_days must be a whole number
run "refuses_repositories_13" {
  command = plan

  variables {
    repositories = { web = { expire_other_days = 1.5 } }
  }

  expect_failures = [var.repositories]
}

# repositories[*].expire_untagged_days must be between 1 and 3650 days
run "refuses_repositories_14" {
  command = plan

  variables {
    repositories = { web = { expire_untagged_days = 3651 } }
  }

  expect_failures = [var.repositories]
}

# repositories[*].expire_untagged_days must be a whole number
run "refuses_repositories_15" {
  command = plan

  variables {
    repositories = { web = { expire_untagged_days = 1.5 } }
  }

  expect_failures = [var.repositories]
}

# repositories[*].pull_accounts[*] must not be null
run "refuses_repositories_16" {
  command = plan

  variables {
    repositories = { web = { pull_accounts = [null] } }
  }

  expect_failures = [var.repositories]
}

# repositories[*].pull_accounts[*] must be the 12 digits of an account
run "refuses_repositories_17" {
  command = plan

  variables {
    repositories = { web = { pull_accounts = ["1234"] } }
  }

  expect_failures = [var.repositories]
}

# repositories[*].push_roles[*] must not be null
run "refuses_repositories_18" {
  command = plan

  variables {
    repositories = { web = { push_roles = [null] } }
  }

  expect_failures = [var.repositories]
}

# repositories[*].push_roles[*] must be an ARN of iam
run "refuses_repositories_19" {
  command = plan

  variables {
    repositories = { web = { push_roles = ["not-an-arn"] } }
  }

  expect_failures = [var.repositories]
}

# repositories[*].push_roles[*] must have 1 to 2048 characters
run "refuses_repositories_20" {
  command = plan

  variables {
    repositories = { web = { push_roles = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"] } }
  }

  expect_failures = [var.repositories]
}

# repositories[*].push_roles[*] must be of partition <data.aws_partition.current.partition>, as the module's provider is: give one that was made there
run "refuses_repositories_21" {
  command = plan

  variables {
    repositories = { web = { push_roles = ["arn:aws-cn:iam::123456789012:role/deploy"] } }
  }

  expect_failures = [var.repositories]
}

# repositories must have no release_tags that are among running_tags: those never expire
run "refuses_repositories_22" {
  command = plan

  variables {
    repositories = { web = { release_tags = ["running-*"] } }
  }

  expect_failures = [var.repositories]
}

# repositories must not have the same repository_name twice, nor one that is <name>/<key> of another repository
run "refuses_repositories_23" {
  command = plan

  variables {
    repositories = { web = { repository_name = "nimbus-web" }, worker = { repository_name = "nimbus-web" } }
  }

  expect_failures = [var.repositories]
}

# running_tags must have 1 to 20 items
run "refuses_running_tags_1" {
  command = plan

  variables {
    running_tags = []
  }

  expect_failures = [var.running_tags]
}

# running_tags must not name the same item twice
run "refuses_running_tags_2" {
  command = plan

  variables {
    running_tags = ["v*", "v*"]
  }

  expect_failures = [var.running_tags]
}

# running_tags[*] must not be null
run "refuses_running_tags_3" {
  command = plan

  variables {
    running_tags = [null]
  }

  expect_failures = [var.running_tags]
}

# running_tags[*] must be a pattern of tags: letters, digits, _ . - and at most four *
run "refuses_running_tags_4" {
  command = plan

  variables {
    running_tags = ["v 1"]
  }

  expect_failures = [var.running_tags]
}

# kms_key.arn must be an ARN of kms
run "refuses_kms_key_1" {
  command = plan

  variables {
    kms_key = { arn = "not-an-arn" }
  }

  expect_failures = [var.kms_key]
}

# kms_key.arn must have 1 to 2048 characters
run "refuses_kms_key_2" {
  command = plan

  variables {
    kms_key = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.kms_key]
}

# kms_key.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
run "refuses_kms_key_3" {
  command = plan

  variables {
    kms_key = { arn = "arn:aws:kms:af-south-1:123456789012:key/00000000-0000-0000-0000-000000000000" }
  }

  expect_failures = [var.kms_key]
}

# replacements must be between 0 and 1000
run "refuses_replacements_1" {
  command = plan

  variables {
    replacements = 1001
  }

  expect_failures = [var.replacements]
}

# replacements must be a whole number
run "refuses_replacements_2" {
  command = plan

  variables {
    replacements = 0.5
  }

  expect_failures = [var.replacements]
}

# scanning must have CONTINUOUS_SCAN only with ENHANCED, and MANUAL only with BASIC
run "refuses_scanning_1" {
  command = plan

  variables {
    scanning = { scan_type = "BASIC", scan_frequency = "CONTINUOUS_SCAN" }
  }

  expect_failures = [var.scanning]
}

# scanning.scan_type must be one of BASIC, ENHANCED
run "refuses_scanning_2" {
  command = plan

  variables {
    scanning = { scan_type = "none-of-these" }
  }

  expect_failures = [var.scanning]
}

# scanning.scan_frequency must be one of SCAN_ON_PUSH, CONTINUOUS_SCAN, MANUAL
run "refuses_scanning_3" {
  command = plan

  variables {
    scanning = { scan_frequency = "none-of-these" }
  }

  expect_failures = [var.scanning]
}

# scanning.filters must have 1 to 100 items
run "refuses_scanning_4" {
  command = plan

  variables {
    scanning = { filters = [] }
  }

  expect_failures = [var.scanning]
}

# scanning.filters[*] must not be null
run "refuses_scanning_5" {
  command = plan

  variables {
    scanning = { filters = [null] }
  }

  expect_failures = [var.scanning]
}

# scanning.filters[*] must be a part of a name of a repository, with * for the rest
run "refuses_scanning_6" {
  command = plan

  variables {
    scanning = { filters = ["Web"] }
  }

  expect_failures = [var.scanning]
}

# scanning.filters[*] must have 1 to 255 characters
run "refuses_scanning_7" {
  command = plan

  variables {
    scanning = { filters = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"] }
  }

  expect_failures = [var.scanning]
}

# findings.topic_arn must be an ARN of sns
run "refuses_findings_1" {
  command = plan

  variables {
    findings = { topic_arn = "not-an-arn" }
  }

  expect_failures = [var.findings]
}

# findings.topic_arn must have 1 to 2048 characters
run "refuses_findings_2" {
  command = plan

  variables {
    findings = { topic_arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.findings]
}

# findings.topic_arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
run "refuses_findings_3" {
  command = plan

  variables {
    findings = { topic_arn = "arn:aws:sns:af-south-1:123456789012:alarms" }
  }

  expect_failures = [var.findings]
}

# findings.severities must have 1 to 6 items
run "refuses_findings_4" {
  command = plan

  variables {
    findings = { topic_arn = "arn:aws:sns:us-east-1:123456789012:alarms", severities = [] }
  }

  expect_failures = [var.findings]
}

# findings.severities must not name the same item twice
run "refuses_findings_5" {
  command = plan

  variables {
    findings = { topic_arn = "arn:aws:sns:us-east-1:123456789012:alarms", severities = ["CRITICAL", "CRITICAL"] }
  }

  expect_failures = [var.findings]
}

# findings.severities[*] must not be null
run "refuses_findings_6" {
  command = plan

  variables {
    findings = { topic_arn = "arn:aws:sns:us-east-1:123456789012:alarms", severities = [null] }
  }

  expect_failures = [var.findings]
}

# findings.severities[*] must be one of CRITICAL, HIGH, MEDIUM, LOW, INFORMATIONAL, UNDEFINED
run "refuses_findings_7" {
  command = plan

  variables {
    findings = { topic_arn = "arn:aws:sns:us-east-1:123456789012:alarms", severities = ["none-of-these"] }
  }

  expect_failures = [var.findings]
}

# replication.destinations must have 1 to 25 items
run "refuses_replication_1" {
  command = plan

  variables {
    replication = { destinations = [] }
  }

  expect_failures = [var.replication]
}

# replication.destinations[*] must not be null
run "refuses_replication_2" {
  command = plan

  variables {
    replication = { destinations = [null] }
  }

  expect_failures = [var.replication]
}

# replication.destinations[*].region must be the name of a region, such as us-west-2 or eusc-de-east-1
run "refuses_replication_3" {
  command = plan

  variables {
    replication = { destinations = [{ region = "us-wset-2" }] }
  }

  expect_failures = [var.replication]
}

# replication.destinations[*].account_id must be the 12 digits of an account
run "refuses_replication_4" {
  command = plan

  variables {
    replication = { destinations = [{ region = "us-west-2", account_id = "1234" }] }
  }

  expect_failures = [var.replication]
}

# replication.filters must have 0 to 100 items
run "refuses_replication_5" {
  command = plan

  variables {
    replication = { destinations = [{ region = "us-west-2" }], filters = ["nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/", "nimbus/"] }
  }

  expect_failures = [var.replication]
}

# replication.filters[*] must not be null
run "refuses_replication_6" {
  command = plan

  variables {
    replication = { destinations = [{ region = "us-west-2" }], filters = [null] }
  }

  expect_failures = [var.replication]
}

# replication.filters[*] must be what names of repositories begin with
run "refuses_replication_7" {
  command = plan

  variables {
    replication = { destinations = [{ region = "us-west-2" }], filters = ["nimbus/*"] }
  }

  expect_failures = [var.replication]
}

# replication.filters[*] must have 2 to 256 characters
run "refuses_replication_8" {
  command = plan

  variables {
    replication = { destinations = [{ region = "us-west-2" }], filters = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"] }
  }

  expect_failures = [var.replication]
}

# replication.destinations[*].region is not a region that AWS had on 2026-10-20; it may have come since, or be a mistake.
run "warns_of_known_replication" {
  command = plan

  variables {
    replication = { destinations = [{ region = "us-west-3" }] }
  }

  expect_failures = [check.known_replication]
}
