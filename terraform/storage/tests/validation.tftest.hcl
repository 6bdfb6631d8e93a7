# Every validation of the storage module refuses a bad value. Generated: see the construct's inputs.

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
  name = "nimbus-production-uploads"
}

# name must be 3 to 63 lower-case letters, digits and hyphens, with a letter or digit at both ends; a dot would break TLS
run "refuses_name_1" {
  command = plan

  variables {
    name = "Nimbus.Uploads"
  }

  expect_failures = [var.name]
}

# name must not begin with xn--, sthree- or amzn-s3-demo-, nor end with -s3alias, --ol-s3, --x-s3 or --table-s3
run "refuses_name_2" {
  command = plan

  variables {
    name = "nimbus-s3alias"
  }

  expect_failures = [var.name]
}

# name must be at most 58 characters long with own_log_bucket, whose name is <name>-logs; shorten it, or set own_log_bucket to false and give log_bucket
run "refuses_name_3" {
  command = plan

  variables {
    name = "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn"
  }

  expect_failures = [var.name]
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

# own_kms_key must be true unless kms_key is given: each object is encrypted with one of the two
run "refuses_own_kms_key_1" {
  command = plan

  variables {
    own_kms_key = false
  }

  expect_failures = [var.own_kms_key]
}

# former_kms_keys[*] must not be null
run "refuses_former_kms_keys_1" {
  command = plan

  variables {
    former_kms_keys = [null]
  }

  expect_failures = [var.former_kms_keys]
}

# former_kms_keys[*] must be an ARN of kms
run "refuses_former_kms_keys_2" {
  command = plan

  variables {
    former_kms_keys = ["not-an-arn"]
  }

  expect_failures = [var.former_kms_keys]
}

# former_kms_keys[*] must have 1 to 2048 characters
run "refuses_former_kms_keys_3" {
  command = plan

  variables {
    former_kms_keys = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]
  }

  expect_failures = [var.former_kms_keys]
}

# former_kms_keys[*] must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
run "refuses_former_kms_keys_4" {
  command = plan

  variables {
    former_kms_keys = ["arn:aws:kms:af-south-1:123456789012:key/00000000-0000-0000-0000-000000000000"]
  }

  expect_failures = [var.former_kms_keys]
}

# readers keys must be 1 to 40 lower-case letters, digits and hyphens
run "refuses_readers_1" {
  command = plan

  variables {
    readers = { "Web App" = { role_name = "nimbus-production-web-task-us-east-1" } }
  }

  expect_failures = [var.readers]
}

# readers[*] must not be null
run "refuses_readers_2" {
  command = plan

  variables {
    readers = { web = null }
  }

  expect_failures = [var.readers]
}

# readers[*].role_name must be the name of a role, not its ARN
run "refuses_readers_3" {
  command = plan

  variables {
    readers = { web = { role_name = "arn:aws:iam::123456789012:role/web" } }
  }

  expect_failures = [var.readers]
}

# readers[*].prefix must be the beginning of a key, such as uploads/: letters, digits and !_.'()=/-, with no slash in front
run "refuses_readers_4" {
  command = plan

  variables {
    readers = { web = { role_name = "nimbus-production-web-task-us-east-1", prefix = "/uploads/*" } }
  }

  expect_failures = [var.readers]
}

# writers keys must be 1 to 40 lower-case letters, digits and hyphens
run "refuses_writers_1" {
  command = plan

  variables {
    writers = { "Web App" = { role_name = "nimbus-production-web-task-us-east-1" } }
  }

  expect_failures = [var.writers]
}

# writers[*] must not be null
run "refuses_writers_2" {
  command = plan

  variables {
    writers = { web = null }
  }

  expect_failures = [var.writers]
}

# writers[*].role_name must be the name of a role, not its ARN
run "refuses_writers_3" {
  command = plan

  variables {
    writers = { web = { role_name = "arn:aws:iam::123456789012:role/web" } }
  }

  expect_failures = [var.writers]
}

# writers[*].prefix must be the beginning of a key, such as uploads/: letters, digits and !_.'()=/-, with no slash in front
run "refuses_writers_4" {
  command = plan

  variables {
    writers = { web = { role_name = "nimbus-production-web-task-us-east-1", prefix = "/uploads/*" } }
  }

  expect_failures = [var.writers]
}

# policy_statements keys must be letters and digits: they become the Sid
run "refuses_policy_statements_1" {
  command = plan

  variables {
    policy_statements = { "a b" = { principals = { services = ["cloudfront.amazonaws.com"] }, actions = ["s3:GetObject"] } }
  }

  expect_failures = [var.policy_statements]
}

# policy_statements must not be named TlsOnly, Tls12, OwnKeyOnly, KmsOnly, NoCustomerKey, which are the module's own statements
run "refuses_policy_statements_2" {
  command = plan

  variables {
    policy_statements = { TlsOnly = { principals = { services = ["cloudfront.amazonaws.com"] }, actions = ["s3:GetObject"] } }
  }

  expect_failures = [var.policy_statements]
}

# policy_statements[*] must not be null
run "refuses_policy_statements_3" {
  command = plan

  variables {
    policy_statements = { Partner = null }
  }

  expect_failures = [var.policy_statements]
}

# policy_statements[*].principals must name an account, a role or a service
run "refuses_policy_statements_4" {
  command = plan

  variables {
    policy_statements = { Partner = { principals = { services = [], aws = [] }, actions = ["s3:GetObject"] } }
  }

  expect_failures = [var.policy_statements]
}

# policy_statements[*].principals.aws[*] must not be null
run "refuses_policy_statements_5" {
  command = plan

  variables {
    policy_statements = { Partner = { principals = { services = ["cloudfront.amazonaws.com"], aws = [null] }, actions = ["s3:GetObject"] } }
  }

  expect_failures = [var.policy_statements]
}

# policy_statements[*].principals.aws[*] must be an account or the ARN of a role, never *
run "refuses_policy_statements_6" {
  command = plan

  variables {
    policy_statements = { Partner = { principals = { services = ["cloudfront.amazonaws.com"], aws = ["*"] }, actions = ["s3:GetObject"] } }
  }

  expect_failures = [var.policy_statements]
}

# policy_statements[*].principals.aws[*] must be of partition <data.aws_partition.current.partition>, as the module's provider is: give one that was made there
run "refuses_policy_statements_7" {
  command = plan

  variables {
    policy_statements = { Partner = { principals = { services = ["cloudfront.amazonaws.com"], aws = ["arn:aws-cn:iam::123456789012:root"] }, actions = ["s3:GetObject"] } }
  }

  expect_failures = [var.policy_statements]
}

# policy_statements[*].principals.services[*] must not be null
run "refuses_policy_statements_8" {
  command = plan

  variables {
    policy_statements = { Partner = { principals = { services = [null] }, actions = ["s3:GetObject"] } }
  }

  expect_failures = [var.policy_statements]
}

# policy_statements[*].principals.services[*] must be the name of a service
run "refuses_policy_statements_9" {
  command = plan

  variables {
    policy_statements = { Partner = { principals = { services = ["cloudfront"] }, actions = ["s3:GetObject"] } }
  }

  expect_failures = [var.policy_statements]
}

# policy_statements[*].effect must be one of Allow, Deny
run "refuses_policy_statements_10" {
  command = plan

  variables {
    policy_statements = { Partner = { principals = { services = ["cloudfront.amazonaws.com"] }, actions = ["s3:GetObject"], effect = "none-of-these" } }
  }

  expect_failures = [var.policy_statements]
}

# policy_statements[*].actions must have 1 to 100 items
run "refuses_policy_statements_11" {
  command = plan

  variables {
    policy_statements = { Partner = { principals = { services = ["cloudfront.amazonaws.com"] }, actions = [] } }
  }

  expect_failures = [var.policy_statements]
}

# policy_statements[*].actions[*] must not be null
run "refuses_policy_statements_12" {
  command = plan

  variables {
    policy_statements = { Partner = { principals = { services = ["cloudfront.amazonaws.com"] }, actions = [null] } }
  }

  expect_failures = [var.policy_statements]
}

# policy_statements[*].actions[*] must be actions of S3, such as s3:GetObject, never s3:*
run "refuses_policy_statements_13" {
  command = plan

  variables {
    policy_statements = { Partner = { principals = { services = ["cloudfront.amazonaws.com"] }, actions = ["s3:*"] } }
  }

  expect_failures = [var.policy_statements]
}

# policy_statements[*].prefix must be the beginning of a key, such as uploads/: letters, digits and !_.'()=/-, with no slash in front
run "refuses_policy_statements_14" {
  command = plan

  variables {
    policy_statements = { Partner = { principals = { services = ["cloudfront.amazonaws.com"] }, actions = ["s3:GetObject"], prefix = "/uploads/*" } }
  }

  expect_failures = [var.policy_statements]
}

# policy_statements[*].key_actions[*] must not be null
run "refuses_policy_statements_15" {
  command = plan

  variables {
    policy_statements = { Partner = { principals = { services = ["cloudfront.amazonaws.com"] }, actions = ["s3:GetObject"], key_actions = [null] } }
  }

  expect_failures = [var.policy_statements]
}

# policy_statements[*].key_actions[*] must be actions of KMS, such as kms:Decrypt
run "refuses_policy_statements_16" {
  command = plan

  variables {
    policy_statements = { Partner = { principals = { services = ["cloudfront.amazonaws.com"] }, actions = ["s3:GetObject"], key_actions = ["kms:*"] } }
  }

  expect_failures = [var.policy_statements]
}

# policy_statements[*].conditions[*] must not be null
run "refuses_policy_statements_17" {
  command = plan

  variables {
    policy_statements = { Partner = { principals = { services = ["cloudfront.amazonaws.com"] }, actions = ["s3:GetObject"], conditions = { example = null } } }
  }

  expect_failures = [var.policy_statements]
}

# policy_statements[*].conditions[*][*] must not be null
run "refuses_policy_statements_18" {
  command = plan

  variables {
    policy_statements = { Partner = { principals = { services = ["cloudfront.amazonaws.com"] }, actions = ["s3:GetObject"], conditions = { example = { example = null } } } }
  }

  expect_failures = [var.policy_statements]
}

# policy_statements[*].conditions[*][*][*] must not be null
run "refuses_policy_statements_19" {
  command = plan

  variables {
    policy_statements = { Partner = { principals = { services = ["cloudfront.amazonaws.com"] }, actions = ["s3:GetObject"], conditions = { example = { example = [null] } } } }
  }

  expect_failures = [var.policy_statements]
}

# cors_rules keys must be 1 to 40 lower-case letters, digits and hyphens
run "refuses_cors_rules_1" {
  command = plan

  variables {
    cors_rules = { "Web App" = { allowed_origins = ["https://app.example.com"] } }
  }

  expect_failures = [var.cors_rules]
}

# cors_rules[*] must not be null
run "refuses_cors_rules_2" {
  command = plan

  variables {
    cors_rules = { web = null }
  }

  expect_failures = [var.cors_rules]
}

# cors_rules[*].allowed_origins must have 1 to 100 items
run "refuses_cors_rules_3" {
  command = plan

  variables {
    cors_rules = { web = { allowed_origins = [] } }
  }

  expect_failures = [var.cors_rules]
}

# cors_rules[*].allowed_origins[*] must not be null
run "refuses_cors_rules_4" {
  command = plan

  variables {
    cors_rules = { web = { allowed_origins = [null] } }
  }

  expect_failures = [var.cors_rules]
}

# cors_rules[*].allowed_origins[*] must be an origin with https://, http://localhost with a port, or *
run "refuses_cors_rules_5" {
  command = plan

  variables {
    cors_rules = { web = { allowed_origins = ["app.example.com"] } }
  }

  expect_failures = [var.cors_rules]
}

# cors_rules[*].allowed_methods must have 1 to 5 items
run "refuses_cors_rules_6" {
  command = plan

  variables {
    cors_rules = { web = { allowed_origins = ["https://app.example.com"], allowed_methods = [] } }
  }

  expect_failures = [var.cors_rules]
}

# cors_rules[*].allowed_methods[*] must not be null
run "refuses_cors_rules_7" {
  command = plan

  variables {
    cors_rules = { web = { allowed_origins = ["https://app.example.com"], allowed_methods = [null] } }
  }

  expect_failures = [var.cors_rules]
}

# cors_rules[*].allowed_methods[*] must be one of GET, HEAD, PUT, POST, DELETE
run "refuses_cors_rules_8" {
  command = plan

  variables {
    cors_rules = { web = { allowed_origins = ["https://app.example.com"], allowed_methods = ["none-of-these"] } }
  }

  expect_failures = [var.cors_rules]
}

# cors_rules[*].allowed_headers[*] must not be null
run "refuses_cors_rules_9" {
  command = plan

  variables {
    cors_rules = { web = { allowed_origins = ["https://app.example.com"], allowed_headers = [null] } }
  }

  expect_failures = [var.cors_rules]
}

# cors_rules[*].expose_headers[*] must not be null
run "refuses_cors_rules_10" {
  command = plan

  variables {
    cors_rules = { web = { allowed_origins = ["https://app.example.com"], expose_headers = [null] } }
  }

  expect_failures = [var.cors_rules]
}

# cors_rules[*].max_age_seconds must be between 0 and 86400 seconds
run "refuses_cors_rules_11" {
  command = plan

  variables {
    cors_rules = { web = { allowed_origins = ["https://app.example.com"], max_age_seconds = 86401 } }
  }

  expect_failures = [var.cors_rules]
}

# cors_rules[*].max_age_seconds must be a whole number
run "refuses_cors_rules_12" {
  command = plan

  variables {
    cors_rules = { web = { allowed_origins = ["https://app.example.com"], max_age_seconds = 0.5 } }
  }

  expect_failures = [var.cors_rules]
}

# abort_uploads_days must be between 1 and 365 days
run "refuses_abort_uploads_days_1" {
  command = plan

  variables {
    abort_uploads_days = 366
  }

  expect_failures = [var.abort_uploads_days]
}

# abort_uploads_days must be a whole number
run "refuses_abort_uploads_days_2" {
  command = plan

  variables {
    abort_uploads_days = 1.5
  }

  expect_failures = [var.abort_uploads_days]
}

# noncurrent_version_days must be between 1 and 36500 days
run "refuses_noncurrent_version_days_1" {
  command = plan

  variables {
    noncurrent_version_days = 36501
  }

  expect_failures = [var.noncurrent_version_days]
}

# noncurrent_version_days must be a whole number
run "refuses_noncurrent_version_days_2" {
  command = plan

  variables {
    noncurrent_version_days = 1.5
  }

  expect_failures = [var.noncurrent_version_days]
}

# newest_noncurrent_versions must be between 0 and 100
run "refuses_newest_noncurrent_versions_1" {
  command = plan

  variables {
    newest_noncurrent_versions = 101
  }

  expect_failures = [var.newest_noncurrent_versions]
}

# newest_noncurrent_versions must be a whole number
run "refuses_newest_noncurrent_versions_2" {
  command = plan

  variables {
    newest_noncurrent_versions = 0.5
  }

  expect_failures = [var.newest_noncurrent_versions]
}

# lifecycle_rules keys must be 1 to 40 lower-case letters, digits and hyphens
run "refuses_lifecycle_rules_1" {
  command = plan

  variables {
    lifecycle_rules = { "Web App" = { expiration_days = 365 } }
  }

  expect_failures = [var.lifecycle_rules]
}

# lifecycle_rules must not be named housekeeping or old-versions, as the module's own rules are
run "refuses_lifecycle_rules_2" {
  command = plan

  variables {
    lifecycle_rules = { housekeeping = { expiration_days = 1 } }
  }

  expect_failures = [var.lifecycle_rules]
}

# lifecycle_rules[*] must not be null
run "refuses_lifecycle_rules_3" {
  command = plan

  variables {
    lifecycle_rules = { web = null }
  }

  expect_failures = [var.lifecycle_rules]
}

# lifecycle_rules[*] must do something: move objects (transitions), delete them (expiration_days), or either to old versions
run "refuses_lifecycle_rules_4" {
  command = plan

  variables {
    lifecycle_rules = { web = { expiration_days = null } }
  }

  expect_failures = [var.lifecycle_rules]
}

# lifecycle_rules[*] must delete objects (expiration_days) after they were moved, not before
run "refuses_lifecycle_rules_5" {
  command = plan

  variables {
    lifecycle_rules = { web = { expiration_days = 90, transitions = { GLACIER = 90 } } }
  }

  expect_failures = [var.lifecycle_rules]
}

# lifecycle_rules[*] must delete old versions (noncurrent_days) after they were moved, not before
run "refuses_lifecycle_rules_6" {
  command = plan

  variables {
    lifecycle_rules = { web = { expiration_days = 365, noncurrent_transitions = { GLACIER = 90 }, noncurrent_days = 90 } }
  }

  expect_failures = [var.lifecycle_rules]
}

# lifecycle_rules[*].prefix must be the beginning of a key, such as uploads/: letters, digits and !_.'()=/-, with no slash in front
run "refuses_lifecycle_rules_7" {
  command = plan

  variables {
    lifecycle_rules = { web = { expiration_days = 365, prefix = "/uploads/*" } }
  }

  expect_failures = [var.lifecycle_rules]
}

# lifecycle_rules[*].tags[*] must not be null
run "refuses_lifecycle_rules_8" {
  command = plan

  variables {
    lifecycle_rules = { web = { expiration_days = 365, tags = { example = null } } }
  }

  expect_failures = [var.lifecycle_rules]
}

# lifecycle_rules[*].tags[*] must have 0 to 256 characters
run "refuses_lifecycle_rules_9" {
  command = plan

  variables {
    lifecycle_rules = { web = { expiration_days = 365, tags = { example = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } } }
  }

  expect_failures = [var.lifecycle_rules]
}

# lifecycle_rules[*].transitions keys must be of STANDARD_IA, INTELLIGENT_TIERING, ONEZONE_IA, GLACIER_IR, GLACIER, DEEP_ARCHIVE
run "refuses_lifecycle_rules_10" {
  command = plan

  variables {
    lifecycle_rules = { web = { expiration_days = 365, transitions = { COLD = 0 } } }
  }

  expect_failures = [var.lifecycle_rules]
}

# lifecycle_rules[*].transitions must wait at least 30 days for STANDARD_IA and ONEZONE_IA, which S3 asks for
run "refuses_lifecycle_rules_11" {
  command = plan

  variables {
    lifecycle_rules = { web = { expiration_days = 365, transitions = { STANDARD_IA = 7 } } }
  }

  expect_failures = [var.lifecycle_rules]
}

# lifecycle_rules[*].transitions must go down the order STANDARD_IA, INTELLIGENT_TIERING, ONEZONE_IA, GLACIER_IR, GLACIER, DEEP_ARCHIVE, with at least 30 days in STANDARD_IA or ONEZONE_IA
run "refuses_lifecycle_rules_12" {
  command = plan

  variables {
    lifecycle_rules = { web = { expiration_days = 365, transitions = { GLACIER = 30, DEEP_ARCHIVE = 10 } } }
  }

  expect_failures = [var.lifecycle_rules]
}

# lifecycle_rules[*].transitions[*] must not be null
run "refuses_lifecycle_rules_13" {
  command = plan

  variables {
    lifecycle_rules = { web = { expiration_days = 365, transitions = { GLACIER = null } } }
  }

  expect_failures = [var.lifecycle_rules]
}

# lifecycle_rules[*].transitions[*] must be between 0 and 36500 days
run "refuses_lifecycle_rules_14" {
  command = plan

  variables {
    lifecycle_rules = { web = { expiration_days = 365, transitions = { GLACIER = 36501 } } }
  }

  expect_failures = [var.lifecycle_rules]
}

# lifecycle_rules[*].transitions[*] must be a whole number
run "refuses_lifecycle_rules_15" {
  command = plan

  variables {
    lifecycle_rules = { web = { expiration_days = 365, transitions = { GLACIER = 0.5 } } }
  }

  expect_failures = [var.lifecycle_rules]
}

# lifecycle_rules[*].expiration_days must be between 1 and 36500 days
run "refuses_lifecycle_rules_16" {
  command = plan

  variables {
    lifecycle_rules = { web = { expiration_days = 36501 } }
  }

  expect_failures = [var.lifecycle_rules]
}

# lifecycle_rules[*].expiration_days must be a whole number
run "refuses_lifecycle_rules_17" {
  command = plan

  variables {
    lifecycle_rules = { web = { expiration_days = 1.5 } }
  }

  expect_failures = [var.lifecycle_rules]
}

# lifecycle_rules[*].noncurrent_transitions keys must be of STANDARD_IA, INTELLIGENT_TIERING, ONEZONE_IA, GLACIER_IR, GLACIER, DEEP_ARCHIVE
run "refuses_lifecycle_rules_18" {
  command = plan

  variables {
    lifecycle_rules = { web = { expiration_days = 365, noncurrent_transitions = { COLD = 0 } } }
  }

  expect_failures = [var.lifecycle_rules]
}

# lifecycle_rules[*].noncurrent_transitions must wait at least 30 days for STANDARD_IA and ONEZONE_IA, which S3 asks for
run "refuses_lifecycle_rules_19" {
  command = plan

  variables {
    lifecycle_rules = { web = { expiration_days = 365, noncurrent_transitions = { STANDARD_IA = 7 } } }
  }

  expect_failures = [var.lifecycle_rules]
}

# lifecycle_rules[*].noncurrent_transitions must go down the order STANDARD_IA, INTELLIGENT_TIERING, ONEZONE_IA, GLACIER_IR, GLACIER, DEEP_ARCHIVE, with at least 30 days in STANDARD_IA or ONEZONE_IA
run "refuses_lifecycle_rules_20" {
  command = plan

  variables {
    lifecycle_rules = { web = { expiration_days = 365, noncurrent_transitions = { GLACIER = 30, DEEP_ARCHIVE = 10 } } }
  }

  expect_failures = [var.lifecycle_rules]
}

# lifecycle_rules[*].noncurrent_transitions[*] must not be null
run "refuses_lifecycle_rules_21" {
  command = plan

  variables {
    lifecycle_rules = { web = { expiration_days = 365, noncurrent_transitions = { GLACIER = null } } }
  }

  expect_failures = [var.lifecycle_rules]
}

# lifecycle_rules[*].noncurrent_transitions[*] must be between 0 and 36500 days
run "refuses_lifecycle_rules_22" {
  command = plan

  variables {
    lifecycle_rules = { web = { expiration_days = 365, noncurrent_transitions = { GLACIER = 36501 } } }
  }

  expect_failures = [var.lifecycle_rules]
}

# lifecycle_rules[*].noncurrent_transitions[*] must be a whole number
run "refuses_lifecycle_rules_23" {
  command = plan

  variables {
    lifecycle_rules = { web = { expiration_days = 365, noncurrent_transitions = { GLACIER = 0.5 } } }
  }

  expect_failures = [var.lifecycle_rules]
}

# lifecycle_rules[*].noncurrent_days must be between 1 and 36500 days
run "refuses_lifecycle_rules_24" {
  command = plan

  variables {
    lifecycle_rules = { web = { expiration_days = 365, noncurrent_days = 36501 } }
  }

  expect_failures = [var.lifecycle_rules]
}

# lifecycle_rules[*].noncurrent_days must be a whole number
run "refuses_lifecycle_rules_25" {
  command = plan

  variables {
    lifecycle_rules = { web = { expiration_days = 365, noncurrent_days = 1.5 } }
  }

  expect_failures = [var.lifecycle_rules]
}

# lifecycle_rules[*].newest_noncurrent_versions must be between 0 and 100
run "refuses_lifecycle_rules_26" {
  command = plan

  variables {
    lifecycle_rules = { web = { expiration_days = 365, newest_noncurrent_versions = 101 } }
  }

  expect_failures = [var.lifecycle_rules]
}

# lifecycle_rules[*].newest_noncurrent_versions must be a whole number
run "refuses_lifecycle_rules_27" {
  command = plan

  variables {
    lifecycle_rules = { web = { expiration_days = 365, newest_noncurrent_versions = 0.5 } }
  }

  expect_failures = [var.lifecycle_rules]
}

# replication must have metrics with time_control: S3 reports a copy that is late by them
run "refuses_replication_1" {
  command = plan

  variables {
    replication = { destination = { bucket_arn = "arn:aws:s3:::nimbus-recovery-uploads", region = "us-west-2", kms_key_arn = "arn:aws:kms:us-west-3:123456789012:key/00000000-0000-0000-0000-000000000000" }, metrics = false, time_control = true }
  }

  expect_failures = [var.replication]
}

# replication.destination.bucket_arn must be an ARN of s3
run "refuses_replication_2" {
  command = plan

  variables {
    replication = { destination = { bucket_arn = "not-an-arn", region = "us-west-2", kms_key_arn = "arn:aws:kms:us-west-3:123456789012:key/00000000-0000-0000-0000-000000000000" } }
  }

  expect_failures = [var.replication]
}

# replication.destination.bucket_arn must have 1 to 2048 characters
run "refuses_replication_3" {
  command = plan

  variables {
    replication = { destination = { bucket_arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", region = "us-west-2", kms_key_arn = "arn:aws:kms:us-west-3:123456789012:key/00000000-0000-0000-0000-000000000000" } }
  }

  expect_failures = [var.replication]
}

# replication.destination.bucket_arn must be of partition <data.aws_partition.current.partition>, as the module's provider is: give one that was made there
run "refuses_replication_4" {
  command = plan

  variables {
    replication = { destination = { bucket_arn = "arn:aws-cn:s3:::nimbus-recovery-uploads", region = "us-west-2", kms_key_arn = "arn:aws:kms:us-west-3:123456789012:key/00000000-0000-0000-0000-000000000000" } }
  }

  expect_failures = [var.replication]
}

# replication.destination.region must be the name of a region, such as us-west-2 or eusc-de-east-1
run "refuses_replication_5" {
  command = plan

  variables {
    replication = { destination = { bucket_arn = "arn:aws:s3:::nimbus-recovery-uploads", region = "us-wset-2", kms_key_arn = "arn:aws:kms:us-west-3:123456789012:key/00000000-0000-0000-0000-000000000000" } }
  }

  expect_failures = [var.replication]
}

# replication.destination.kms_key_arn must be an ARN of kms
run "refuses_replication_6" {
  command = plan

  variables {
    replication = { destination = { bucket_arn = "arn:aws:s3:::nimbus-recovery-uploads", region = "us-west-2", kms_key_arn = "not-an-arn" } }
  }

  expect_failures = [var.replication]
}

# replication.destination.kms_key_arn must have 1 to 2048 characters
run "refuses_replication_7" {
  command = plan

  variables {
    replication = { destination = { bucket_arn = "arn:aws:s3:::nimbus-recovery-uploads", region = "us-west-2", kms_key_arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [var.replication]
}

# replication.destination.kms_key_arn must be of partition <data.aws_partition.current.partition>, as the module's provider is: give one that was made there
run "refuses_replication_8" {
  command = plan

  variables {
    replication = { destination = { bucket_arn = "arn:aws:s3:::nimbus-recovery-uploads", region = "us-west-2", kms_key_arn = "arn:aws-cn:kms:us-west-3:123456789012:key/00000000-0000-0000-0000-000000000000" } }
  }

  expect_failures = [var.replication]
}

# replication.destination.storage_class must be one of STANDARD, STANDARD_IA, INTELLIGENT_TIERING, ONEZONE_IA, GLACIER_IR
run "refuses_replication_9" {
  command = plan

  variables {
    replication = { destination = { bucket_arn = "arn:aws:s3:::nimbus-recovery-uploads", region = "us-west-2", kms_key_arn = "arn:aws:kms:us-west-3:123456789012:key/00000000-0000-0000-0000-000000000000", storage_class = "none-of-these" } }
  }

  expect_failures = [var.replication]
}

# replication.destination.account_id must be an account: 12 digits
run "refuses_replication_10" {
  command = plan

  variables {
    replication = { destination = { bucket_arn = "arn:aws:s3:::nimbus-recovery-uploads", region = "us-west-2", kms_key_arn = "arn:aws:kms:us-west-3:123456789012:key/00000000-0000-0000-0000-000000000000", account_id = "nimbus" } }
  }

  expect_failures = [var.replication]
}

# replication.prefix must be the beginning of a key, such as uploads/: letters, digits and !_.'()=/-, with no slash in front
run "refuses_replication_11" {
  command = plan

  variables {
    replication = { destination = { bucket_arn = "arn:aws:s3:::nimbus-recovery-uploads", region = "us-west-2", kms_key_arn = "arn:aws:kms:us-west-3:123456789012:key/00000000-0000-0000-0000-000000000000" }, prefix = "/uploads/*" }
  }

  expect_failures = [var.replication]
}

# replication needs a name of at most 52 characters, since its role is named <name>-replication
run "refuses_replication_12" {
  command = plan

  variables {
    name        = "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn"
    replication = { destination = { bucket_arn = "arn:aws:s3:::nimbus-recovery-uploads", region = "us-west-2", kms_key_arn = "arn:aws:kms:us-west-2:123456789012:key/00000000-0000-0000-0000-000000000000" } }
  }

  expect_failures = [var.replication]
}

# replication needs versioning, which S3 copies by; set it to true, or leave the replication out
run "refuses_replication_13" {
  command = plan

  variables {
    versioning  = false
    replication = { destination = { bucket_arn = "arn:aws:s3:::nimbus-recovery-uploads", region = "us-west-2", kms_key_arn = "arn:aws:kms:us-west-2:123456789012:key/00000000-0000-0000-0000-000000000000" } }
  }

  expect_failures = [var.replication]
}

# replication must have a destination.kms_key_arn of destination.region: a key encrypts in its region only, and S3 would say so of no copy before the first one fails
run "refuses_replication_14" {
  command = plan

  variables {
    replication = { destination = { bucket_arn = "arn:aws:s3:::nimbus-recovery-uploads", region = "eu-west-1", kms_key_arn = "arn:aws:kms:us-west-2:123456789012:key/00000000-0000-0000-0000-000000000000" } }
  }

  expect_failures = [var.replication]
}

# object_lock must have days or years, one of them
run "refuses_object_lock_1" {
  command = plan

  variables {
    object_lock = { mode = "GOVERNANCE", days = 30, years = 1 }
  }

  expect_failures = [var.object_lock]
}

# object_lock.mode must be one of GOVERNANCE, COMPLIANCE
run "refuses_object_lock_2" {
  command = plan

  variables {
    object_lock = { mode = "none-of-these", days = 30 }
  }

  expect_failures = [var.object_lock]
}

# object_lock.days must be between 1 and 36500 days
run "refuses_object_lock_3" {
  command = plan

  variables {
    object_lock = { mode = "GOVERNANCE", days = 36501 }
  }

  expect_failures = [var.object_lock]
}

# object_lock.days must be a whole number
run "refuses_object_lock_4" {
  command = plan

  variables {
    object_lock = { mode = "GOVERNANCE", days = 1.5 }
  }

  expect_failures = [var.object_lock]
}

# object_lock.years must be between 1 and 100 years
run "refuses_object_lock_5" {
  command = plan

  variables {
    object_lock = { mode = "GOVERNANCE", days = 30, years = 101 }
  }

  expect_failures = [var.object_lock]
}

# object_lock.years must be a whole number
run "refuses_object_lock_6" {
  command = plan

  variables {
    object_lock = { mode = "GOVERNANCE", days = 30, years = 1.5 }
  }

  expect_failures = [var.object_lock]
}

# object_lock needs versioning, since S3 locks versions; set it to true, or leave the lock out
run "refuses_object_lock_7" {
  command = plan

  variables {
    versioning  = false
    object_lock = { mode = "GOVERNANCE", days = 30 }
  }

  expect_failures = [var.object_lock]
}

# object_lock cannot be COMPLIANCE with force_destroy: nobody can delete what such a lock holds
run "refuses_object_lock_8" {
  command = plan

  variables {
    object_lock   = { mode = "COMPLIANCE", days = 30 }
    force_destroy = true
  }

  expect_failures = [var.object_lock]
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

# log_bucket.prefix must be the beginning of a key, such as uploads/: letters, digits and !_.'()=/-, with no slash in front
run "refuses_log_bucket_3" {
  command = plan

  variables {
    log_bucket = { name = "nimbus-logs", prefix = "/uploads/*" }
  }

  expect_failures = [var.log_bucket]
}

# log_bucket must be given for the access logs when own_log_bucket is false; give it, or set access_logs to false
run "refuses_log_bucket_4" {
  command = plan

  variables {
    own_log_bucket = false
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

# log_bucket must be another bucket than this one: each log would be logged again, without end
run "refuses_log_bucket_6" {
  command = plan

  variables {
    name       = "nimbus-uploads"
    log_bucket = { name = "nimbus-uploads" }
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

# permissions_boundary.arn must be an ARN of iam
run "refuses_permissions_boundary_1" {
  command = plan

  variables {
    permissions_boundary = { arn = "not-an-arn" }
  }

  expect_failures = [var.permissions_boundary]
}

# permissions_boundary.arn must have 1 to 2048 characters
run "refuses_permissions_boundary_2" {
  command = plan

  variables {
    permissions_boundary = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.permissions_boundary]
}

# permissions_boundary.arn must be of account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
run "refuses_permissions_boundary_3" {
  command = plan

  variables {
    permissions_boundary = { arn = "arn:aws:iam::999999999999:policy/boundary" }
  }

  expect_failures = [var.permissions_boundary]
}

# replication.destination.region is not a region that AWS had on 2026-10-20; it may have come since, or be a mistake.
run "warns_of_known_replication" {
  command = plan

  variables {
    replication = { destination = { bucket_arn = "arn:aws:s3:::nimbus-recovery-uploads", region = "us-west-3", kms_key_arn = "arn:aws:kms:us-west-3:123456789012:key/00000000-0000-0000-0000-000000000000" } }
  }

  expect_failures = [check.known_replication]
}
