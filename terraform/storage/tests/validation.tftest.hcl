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

  mock_data "aws_vpc_endpoint_service" {
    defaults = { availability_zones = ["us-east-1a", "us-east-1b", "us-east-1c"] }
  }
}

variables {
  name = "nimbus-production-uploads"
}

run "refuses_1" {
  command = plan

  variables {
    # name must be 3 to 63 lower-case letters, digits and hyphens, with a letter or digit at both ends; a dot would break TLS
    name = "Nimbus.Uploads"

    # replacements must be between 0 and 1000
    replacements = 1001

    # tags keys must be letters, digits, spaces and _ . : / = + - @
    tags = { "Cost$" = "production" }

    # kms_key.arn must be an ARN of kms
    kms_key = { arn = "not-an-arn" }

    # former_kms_keys[*] must not be null
    former_kms_keys = [null]

    # readers keys must be 1 to 40 lower-case letters, digits and hyphens
    readers = { "Web App" = { role_name = "nimbus-production-web-task-us-east-1" } }

    # writers keys must be 1 to 40 lower-case letters, digits and hyphens
    writers = { "Web App" = { role_name = "nimbus-production-web-task-us-east-1" } }

    # policy_statements keys must be letters and digits: they become the Sid
    policy_statements = { "a b" = { principals = { services = ["cloudfront.amazonaws.com"] }, actions = ["s3:GetObject"] } }

    # cors_rules keys must be 1 to 40 lower-case letters, digits and hyphens
    cors_rules = { "Web App" = { allowed_origins = ["https://app.example.com"] } }

    # abort_uploads_days must be between 1 and 365 days
    abort_uploads_days = 366

    # noncurrent_version_days must be between 1 and 36500 days
    noncurrent_version_days = 36501

    # newest_noncurrent_versions must be between 0 and 100
    newest_noncurrent_versions = 101

    # lifecycle_rules keys must be 1 to 40 lower-case letters, digits and hyphens
    lifecycle_rules = { "Web App" = { expiration_days = 365 } }

    # object_lock must have days or years, one of them
    object_lock = { mode = "GOVERNANCE", days = 30, years = 1 }

    # log_retention_days must be between 1 and 3653 days
    log_retention_days = 3654

    # permissions_boundary.arn must be an ARN of iam
    permissions_boundary = { arn = "not-an-arn" }
  }

  expect_failures = [
    var.name,
    var.replacements,
    var.tags,
    var.kms_key,
    var.former_kms_keys,
    var.readers,
    var.writers,
    var.policy_statements,
    var.cors_rules,
    var.abort_uploads_days,
    var.noncurrent_version_days,
    var.newest_noncurrent_versions,
    var.lifecycle_rules,
    var.object_lock,
    var.log_retention_days,
    var.permissions_boundary,
  ]
}

run "refuses_2" {
  command = plan

  variables {
    # name must not begin with xn--, sthree- or amzn-s3-demo-, nor end with -s3alias, --ol-s3, --x-s3 or --table-s3
    name = "nimbus-s3alias"

    # replacements must be a whole number
    replacements = 0.5

    # tags must not have keys of more than 128 characters
    tags = { kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk = "a" }

    # kms_key.arn must have 1 to 2048 characters
    kms_key = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # former_kms_keys[*] must be an ARN of kms
    former_kms_keys = ["not-an-arn"]

    # readers[*] must not be null
    readers = { web = null }

    # writers[*] must not be null
    writers = { web = null }

    # policy_statements must not be named TlsOnly, Tls12, OwnKeyOnly, KmsOnly, NoCustomerKey, which are the module's own statements
    policy_statements = { TlsOnly = { principals = { services = ["cloudfront.amazonaws.com"] }, actions = ["s3:GetObject"] } }

    # cors_rules[*] must not be null
    cors_rules = { web = null }

    # abort_uploads_days must be a whole number
    abort_uploads_days = 1.5

    # noncurrent_version_days must be a whole number
    noncurrent_version_days = 1.5

    # newest_noncurrent_versions must be a whole number
    newest_noncurrent_versions = 0.5

    # lifecycle_rules must not be named housekeeping or old-versions, as the module's own rules are
    lifecycle_rules = { housekeeping = { expiration_days = 1 } }

    # object_lock.mode must be one of GOVERNANCE, COMPLIANCE
    object_lock = { mode = "none-of-these", days = 30 }

    # log_retention_days must be a whole number
    log_retention_days = 1.5

    # permissions_boundary.arn must have 1 to 2048 characters
    permissions_boundary = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [
    var.name,
    var.replacements,
    var.tags,
    var.kms_key,
    var.former_kms_keys,
    var.readers,
    var.writers,
    var.policy_statements,
    var.cors_rules,
    var.abort_uploads_days,
    var.noncurrent_version_days,
    var.newest_noncurrent_versions,
    var.lifecycle_rules,
    var.object_lock,
    var.log_retention_days,
    var.permissions_boundary,
  ]
}

run "refuses_3" {
  command = plan

  variables {
    # name must be at most 58 characters long with own_log_bucket, whose name is <name>-logs; shorten it, or set own_log_bucket to false and give log_bucket
    name = "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn"

    # tags must not be more than 49: AWS takes 50 for a resource, and each gets a Name
    tags = { team-0 = "a", team-1 = "a", team-2 = "a", team-3 = "a", team-4 = "a", team-5 = "a", team-6 = "a", team-7 = "a", team-8 = "a", team-9 = "a", team-10 = "a", team-11 = "a", team-12 = "a", team-13 = "a", team-14 = "a", team-15 = "a", team-16 = "a", team-17 = "a", team-18 = "a", team-19 = "a", team-20 = "a", team-21 = "a", team-22 = "a", team-23 = "a", team-24 = "a", team-25 = "a", team-26 = "a", team-27 = "a", team-28 = "a", team-29 = "a", team-30 = "a", team-31 = "a", team-32 = "a", team-33 = "a", team-34 = "a", team-35 = "a", team-36 = "a", team-37 = "a", team-38 = "a", team-39 = "a", team-40 = "a", team-41 = "a", team-42 = "a", team-43 = "a", team-44 = "a", team-45 = "a", team-46 = "a", team-47 = "a", team-48 = "a", team-49 = "a" }

    # kms_key.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    kms_key = { arn = "arn:aws:kms:af-south-1:123456789012:key/00000000-0000-0000-0000-000000000000" }

    # former_kms_keys[*] must have 1 to 2048 characters
    former_kms_keys = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]

    # readers[*].role_name must be the name of a role, not its ARN
    readers = { web = { role_name = "arn:aws:iam::123456789012:role/web" } }

    # writers[*].role_name must be the name of a role, not its ARN
    writers = { web = { role_name = "arn:aws:iam::123456789012:role/web" } }

    # policy_statements[*] must not be null
    policy_statements = { Partner = null }

    # cors_rules[*].allowed_origins must have 1 to 100 items
    cors_rules = { web = { allowed_origins = [] } }

    # lifecycle_rules[*] must not be null
    lifecycle_rules = { web = null }

    # object_lock.days must be between 1 and 36500 days
    object_lock = { mode = "GOVERNANCE", days = 36501 }

    # permissions_boundary.arn must be of account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
    permissions_boundary = { arn = "arn:aws:iam::999999999999:policy/boundary" }
  }

  expect_failures = [
    var.name,
    var.tags,
    var.kms_key,
    var.former_kms_keys,
    var.readers,
    var.writers,
    var.policy_statements,
    var.cors_rules,
    var.lifecycle_rules,
    var.object_lock,
    var.permissions_boundary,
  ]
}

run "refuses_4" {
  command = plan

  variables {
    # tags must not have keys that begin with aws:, which AWS keeps for itself
    tags = { "aws:team" = "a" }

    # own_kms_key must be true unless kms_key is given: each object is encrypted with one of the two
    own_kms_key = false

    # former_kms_keys[*] must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    former_kms_keys = ["arn:aws:kms:af-south-1:123456789012:key/00000000-0000-0000-0000-000000000000"]

    # readers[*].prefix must be the beginning of a key, such as uploads/: letters, digits and !_.'()=/-, with no slash in front
    readers = { web = { role_name = "nimbus-production-web-task-us-east-1", prefix = "/uploads/*" } }

    # writers[*].prefix must be the beginning of a key, such as uploads/: letters, digits and !_.'()=/-, with no slash in front
    writers = { web = { role_name = "nimbus-production-web-task-us-east-1", prefix = "/uploads/*" } }

    # policy_statements[*].principals must name an account, a role or a service
    policy_statements = { Partner = { principals = { services = [], aws = [] }, actions = ["s3:GetObject"] } }

    # cors_rules[*].allowed_origins[*] must not be null
    cors_rules = { web = { allowed_origins = [null] } }

    # lifecycle_rules[*] must do something: move objects (transitions), delete them (expiration_days), or either to old versions
    lifecycle_rules = { web = { expiration_days = null } }

    # replication must have metrics with time_control: S3 reports a copy that is late by them
    replication = { destination = { bucket_arn = "arn:aws:s3:::nimbus-recovery-uploads", region = "us-west-2", kms_key_arn = "arn:aws:kms:us-west-3:123456789012:key/00000000-0000-0000-0000-000000000000" }, metrics = false, time_control = true }

    # object_lock.days must be a whole number
    object_lock = { mode = "GOVERNANCE", days = 1.5 }

    # log_bucket.name must have 3 to 63 characters
    log_bucket = { name = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [
    var.tags,
    var.own_kms_key,
    var.former_kms_keys,
    var.readers,
    var.writers,
    var.policy_statements,
    var.cors_rules,
    var.lifecycle_rules,
    var.replication,
    var.object_lock,
    var.log_bucket,
  ]
}

run "refuses_5" {
  command = plan

  variables {
    # tags must not have keys that differ in case only, from one another or from Name: IAM takes them for one
    tags = { Team = "a", team = "b" }

    # policy_statements[*].principals.aws[*] must not be null
    policy_statements = { Partner = { principals = { services = ["cloudfront.amazonaws.com"], aws = [null] }, actions = ["s3:GetObject"] } }

    # cors_rules[*].allowed_origins[*] must be an origin with https://, http://localhost with a port, or *
    cors_rules = { web = { allowed_origins = ["app.example.com"] } }

    # lifecycle_rules[*] must delete objects (expiration_days) after they were moved, not before
    lifecycle_rules = { web = { expiration_days = 90, transitions = { GLACIER = 90 } } }

    # replication.destination.bucket_arn must be an ARN of s3
    replication = { destination = { bucket_arn = "not-an-arn", region = "us-west-2", kms_key_arn = "arn:aws:kms:us-west-3:123456789012:key/00000000-0000-0000-0000-000000000000" } }

    # object_lock.years must be between 1 and 100 years
    object_lock = { mode = "GOVERNANCE", days = 30, years = 101 }

    # log_bucket.name must be the name of a bucket
    log_bucket = { name = "arn:aws:s3:::nimbus-logs" }
  }

  expect_failures = [
    var.tags,
    var.policy_statements,
    var.cors_rules,
    var.lifecycle_rules,
    var.replication,
    var.object_lock,
    var.log_bucket,
  ]
}

run "refuses_6" {
  command = plan

  variables {
    # tags[*] must not be null
    tags = { CostCenter = null }

    # policy_statements[*].principals.aws[*] must be an account or the ARN of a role, never *
    policy_statements = { Partner = { principals = { services = ["cloudfront.amazonaws.com"], aws = ["*"] }, actions = ["s3:GetObject"] } }

    # cors_rules[*].allowed_methods must have 1 to 5 items
    cors_rules = { web = { allowed_origins = ["https://app.example.com"], allowed_methods = [] } }

    # lifecycle_rules[*] must delete old versions (noncurrent_days) after they were moved, not before
    lifecycle_rules = { web = { expiration_days = 365, noncurrent_transitions = { GLACIER = 90 }, noncurrent_days = 90 } }

    # replication.destination.bucket_arn must have 1 to 2048 characters
    replication = { destination = { bucket_arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", region = "us-west-2", kms_key_arn = "arn:aws:kms:us-west-3:123456789012:key/00000000-0000-0000-0000-000000000000" } }

    # object_lock.years must be a whole number
    object_lock = { mode = "GOVERNANCE", days = 30, years = 1.5 }

    # log_bucket.prefix must be the beginning of a key, such as uploads/: letters, digits and !_.'()=/-, with no slash in front
    log_bucket = { name = "nimbus-logs", prefix = "/uploads/*" }
  }

  expect_failures = [
    var.tags,
    var.policy_statements,
    var.cors_rules,
    var.lifecycle_rules,
    var.replication,
    var.object_lock,
    var.log_bucket,
  ]
}

run "refuses_7" {
  command = plan

  variables {
    # tags[*] must be letters, digits, spaces and _ . : / = + - @
    tags = { CostCenter = "50% off" }

    # policy_statements[*].principals.aws[*] must be of partition <data.aws_partition.current.partition>, as the module's provider is: give one that was made there
    policy_statements = { Partner = { principals = { services = ["cloudfront.amazonaws.com"], aws = ["arn:aws-cn:iam::123456789012:root"] }, actions = ["s3:GetObject"] } }

    # cors_rules[*].allowed_methods[*] must not be null
    cors_rules = { web = { allowed_origins = ["https://app.example.com"], allowed_methods = [null] } }

    # lifecycle_rules[*].prefix must be the beginning of a key, such as uploads/: letters, digits and !_.'()=/-, with no slash in front
    lifecycle_rules = { web = { expiration_days = 365, prefix = "/uploads/*" } }

    # replication.destination.bucket_arn must be of partition <data.aws_partition.current.partition>, as the module's provider is: give one that was made there
    replication = { destination = { bucket_arn = "arn:aws-cn:s3:::nimbus-recovery-uploads", region = "us-west-2", kms_key_arn = "arn:aws:kms:us-west-3:123456789012:key/00000000-0000-0000-0000-000000000000" } }

    # object_lock cannot be COMPLIANCE with force_destroy: nobody can delete what such a lock holds
    object_lock   = { mode = "COMPLIANCE", days = 30 }
    force_destroy = true

    # log_bucket is given, but access_logs is false; set it, or leave the bucket out
    log_bucket  = { name = "nimbus-logs" }
    access_logs = false
  }

  expect_failures = [
    var.tags,
    var.policy_statements,
    var.cors_rules,
    var.lifecycle_rules,
    var.replication,
    var.object_lock,
    var.log_bucket,
  ]
}

run "refuses_8" {
  command = plan

  variables {
    # tags[*] must have 0 to 256 characters
    tags = { CostCenter = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # policy_statements[*].principals.services[*] must not be null
    policy_statements = { Partner = { principals = { services = [null] }, actions = ["s3:GetObject"] } }

    # cors_rules[*].allowed_methods[*] must be one of GET, HEAD, PUT, POST, DELETE
    cors_rules = { web = { allowed_origins = ["https://app.example.com"], allowed_methods = ["none-of-these"] } }

    # lifecycle_rules[*].tags[*] must not be null
    lifecycle_rules = { web = { expiration_days = 365, tags = { example = null } } }

    # replication.destination.region must be the name of a region, such as us-west-2 or eusc-de-east-1
    replication = { destination = { bucket_arn = "arn:aws:s3:::nimbus-recovery-uploads", region = "us-wset-2", kms_key_arn = "arn:aws:kms:us-west-3:123456789012:key/00000000-0000-0000-0000-000000000000" } }
  }

  expect_failures = [
    var.tags,
    var.policy_statements,
    var.cors_rules,
    var.lifecycle_rules,
    var.replication,
  ]
}

run "refuses_9" {
  command = plan

  variables {
    # policy_statements[*].principals.services[*] must be the name of a service
    policy_statements = { Partner = { principals = { services = ["cloudfront"] }, actions = ["s3:GetObject"] } }

    # cors_rules[*].allowed_headers[*] must not be null
    cors_rules = { web = { allowed_origins = ["https://app.example.com"], allowed_headers = [null] } }

    # lifecycle_rules[*].tags[*] must have 0 to 256 characters
    lifecycle_rules = { web = { expiration_days = 365, tags = { example = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } } }

    # replication.destination.kms_key_arn must be an ARN of kms
    replication = { destination = { bucket_arn = "arn:aws:s3:::nimbus-recovery-uploads", region = "us-west-2", kms_key_arn = "not-an-arn" } }
  }

  expect_failures = [
    var.policy_statements,
    var.cors_rules,
    var.lifecycle_rules,
    var.replication,
  ]
}

run "refuses_10" {
  command = plan

  variables {
    # policy_statements[*].effect must be one of Allow, Deny
    policy_statements = { Partner = { principals = { services = ["cloudfront.amazonaws.com"] }, actions = ["s3:GetObject"], effect = "none-of-these" } }

    # cors_rules[*].expose_headers[*] must not be null
    cors_rules = { web = { allowed_origins = ["https://app.example.com"], expose_headers = [null] } }

    # lifecycle_rules[*].transitions keys must be of STANDARD_IA, INTELLIGENT_TIERING, ONEZONE_IA, GLACIER_IR, GLACIER, DEEP_ARCHIVE
    lifecycle_rules = { web = { expiration_days = 365, transitions = { COLD = 0 } } }

    # replication.destination.kms_key_arn must have 1 to 2048 characters
    replication = { destination = { bucket_arn = "arn:aws:s3:::nimbus-recovery-uploads", region = "us-west-2", kms_key_arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [
    var.policy_statements,
    var.cors_rules,
    var.lifecycle_rules,
    var.replication,
  ]
}

run "refuses_11" {
  command = plan

  variables {
    # policy_statements[*].actions must have 1 to 100 items
    policy_statements = { Partner = { principals = { services = ["cloudfront.amazonaws.com"] }, actions = [] } }

    # cors_rules[*].max_age_seconds must be between 0 and 86400 seconds
    cors_rules = { web = { allowed_origins = ["https://app.example.com"], max_age_seconds = 86401 } }

    # lifecycle_rules[*].transitions must wait at least 30 days for STANDARD_IA and ONEZONE_IA, which S3 asks for
    lifecycle_rules = { web = { expiration_days = 365, transitions = { STANDARD_IA = 7 } } }

    # replication.destination.kms_key_arn must be of partition <data.aws_partition.current.partition>, as the module's provider is: give one that was made there
    replication = { destination = { bucket_arn = "arn:aws:s3:::nimbus-recovery-uploads", region = "us-west-2", kms_key_arn = "arn:aws-cn:kms:us-west-3:123456789012:key/00000000-0000-0000-0000-000000000000" } }
  }

  expect_failures = [
    var.policy_statements,
    var.cors_rules,
    var.lifecycle_rules,
    var.replication,
  ]
}

run "refuses_12" {
  command = plan

  variables {
    # policy_statements[*].actions[*] must not be null
    policy_statements = { Partner = { principals = { services = ["cloudfront.amazonaws.com"] }, actions = [null] } }

    # cors_rules[*].max_age_seconds must be a whole number
    cors_rules = { web = { allowed_origins = ["https://app.example.com"], max_age_seconds = 0.5 } }

    # lifecycle_rules[*].transitions must go down the order STANDARD_IA, INTELLIGENT_TIERING, ONEZONE_IA, GLACIER_IR, GLACIER, DEEP_ARCHIVE, with at least 30 days in STANDARD_IA or ONEZONE_IA
    lifecycle_rules = { web = { expiration_days = 365, transitions = { GLACIER = 30, DEEP_ARCHIVE = 10 } } }

    # replication.destination.storage_class must be one of STANDARD, STANDARD_IA, INTELLIGENT_TIERING, ONEZONE_IA, GLACIER_IR
    replication = { destination = { bucket_arn = "arn:aws:s3:::nimbus-recovery-uploads", region = "us-west-2", kms_key_arn = "arn:aws:kms:us-west-3:123456789012:key/00000000-0000-0000-0000-000000000000", storage_class = "none-of-these" } }
  }

  expect_failures = [
    var.policy_statements,
    var.cors_rules,
    var.lifecycle_rules,
    var.replication,
  ]
}

run "refuses_13" {
  command = plan

  variables {
    # policy_statements[*].actions[*] must be actions of S3, such as s3:GetObject, never s3:*
    policy_statements = { Partner = { principals = { services = ["cloudfront.amazonaws.com"] }, actions = ["s3:*"] } }

    # lifecycle_rules[*].transitions[*] must not be null
    lifecycle_rules = { web = { expiration_days = 365, transitions = { GLACIER = null } } }

    # replication.destination.account_id must be an account: 12 digits
    replication = { destination = { bucket_arn = "arn:aws:s3:::nimbus-recovery-uploads", region = "us-west-2", kms_key_arn = "arn:aws:kms:us-west-3:123456789012:key/00000000-0000-0000-0000-000000000000", account_id = "nimbus" } }
  }

  expect_failures = [
    var.policy_statements,
    var.lifecycle_rules,
    var.replication,
  ]
}

run "refuses_14" {
  command = plan

  variables {
    # policy_statements[*].prefix must be the beginning of a key, such as uploads/: letters, digits and !_.'()=/-, with no slash in front
    policy_statements = { Partner = { principals = { services = ["cloudfront.amazonaws.com"] }, actions = ["s3:GetObject"], prefix = "/uploads/*" } }

    # lifecycle_rules[*].transitions[*] must be between 0 and 36500 days
    lifecycle_rules = { web = { expiration_days = 365, transitions = { GLACIER = 36501 } } }

    # replication.prefix must be the beginning of a key, such as uploads/: letters, digits and !_.'()=/-, with no slash in front
    replication = { destination = { bucket_arn = "arn:aws:s3:::nimbus-recovery-uploads", region = "us-west-2", kms_key_arn = "arn:aws:kms:us-west-3:123456789012:key/00000000-0000-0000-0000-000000000000" }, prefix = "/uploads/*" }
  }

  expect_failures = [
    var.policy_statements,
    var.lifecycle_rules,
    var.replication,
  ]
}

run "refuses_15" {
  command = plan

  variables {
    # policy_statements[*].key_actions[*] must not be null
    policy_statements = { Partner = { principals = { services = ["cloudfront.amazonaws.com"] }, actions = ["s3:GetObject"], key_actions = [null] } }

    # lifecycle_rules[*].transitions[*] must be a whole number
    lifecycle_rules = { web = { expiration_days = 365, transitions = { GLACIER = 0.5 } } }

    # replication needs a name of at most 52 characters, since its role is named <name>-replication
    name        = "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn"
    replication = { destination = { bucket_arn = "arn:aws:s3:::nimbus-recovery-uploads", region = "us-west-2", kms_key_arn = "arn:aws:kms:us-west-2:123456789012:key/00000000-0000-0000-0000-000000000000" } }
  }

  expect_failures = [
    var.policy_statements,
    var.lifecycle_rules,
    var.replication,
  ]
}

run "refuses_16" {
  command = plan

  variables {
    # policy_statements[*].key_actions[*] must be actions of KMS, such as kms:Decrypt
    policy_statements = { Partner = { principals = { services = ["cloudfront.amazonaws.com"] }, actions = ["s3:GetObject"], key_actions = ["kms:*"] } }

    # lifecycle_rules[*].expiration_days must be between 1 and 36500 days
    lifecycle_rules = { web = { expiration_days = 36501 } }

    # replication needs versioning, which S3 copies by; set it to true, or leave the replication out
    versioning  = false
    replication = { destination = { bucket_arn = "arn:aws:s3:::nimbus-recovery-uploads", region = "us-west-2", kms_key_arn = "arn:aws:kms:us-west-2:123456789012:key/00000000-0000-0000-0000-000000000000" } }
  }

  expect_failures = [
    var.policy_statements,
    var.lifecycle_rules,
    var.replication,
  ]
}

run "refuses_17" {
  command = plan

  variables {
    # policy_statements[*].conditions[*] must not be null
    policy_statements = { Partner = { principals = { services = ["cloudfront.amazonaws.com"] }, actions = ["s3:GetObject"], conditions = { example = null } } }

    # lifecycle_rules[*].expiration_days must be a whole number
    lifecycle_rules = { web = { expiration_days = 1.5 } }

    # replication must have a destination.kms_key_arn of destination.region: a key encrypts in its region only, and S3 would say so of no copy before the first one fails
    replication = { destination = { bucket_arn = "arn:aws:s3:::nimbus-recovery-uploads", region = "eu-west-1", kms_key_arn = "arn:aws:kms:us-west-2:123456789012:key/00000000-0000-0000-0000-000000000000" } }
  }

  expect_failures = [
    var.policy_statements,
    var.lifecycle_rules,
    var.replication,
  ]
}

run "refuses_18" {
  command = plan

  variables {
    # policy_statements[*].conditions[*][*] must not be null
    policy_statements = { Partner = { principals = { services = ["cloudfront.amazonaws.com"] }, actions = ["s3:GetObject"], conditions = { example = { example = null } } } }

    # lifecycle_rules[*].noncurrent_transitions keys must be of STANDARD_IA, INTELLIGENT_TIERING, ONEZONE_IA, GLACIER_IR, GLACIER, DEEP_ARCHIVE
    lifecycle_rules = { web = { expiration_days = 365, noncurrent_transitions = { COLD = 0 } } }

    # object_lock needs versioning, since S3 locks versions; set it to true, or leave the lock out
    versioning  = false
    object_lock = { mode = "GOVERNANCE", days = 30 }

    # log_bucket must be given for the access logs when own_log_bucket is false; give it, or set access_logs to false
    own_log_bucket = false
  }

  expect_failures = [
    var.policy_statements,
    var.lifecycle_rules,
    var.object_lock,
    var.log_bucket,
  ]
}

run "refuses_19" {
  command = plan

  variables {
    # policy_statements[*].conditions[*][*][*] must not be null
    policy_statements = { Partner = { principals = { services = ["cloudfront.amazonaws.com"] }, actions = ["s3:GetObject"], conditions = { example = { example = [null] } } } }

    # lifecycle_rules[*].noncurrent_transitions must wait at least 30 days for STANDARD_IA and ONEZONE_IA, which S3 asks for
    lifecycle_rules = { web = { expiration_days = 365, noncurrent_transitions = { STANDARD_IA = 7 } } }

    # log_bucket must be another bucket than this one: each log would be logged again, without end
    name       = "nimbus-uploads"
    log_bucket = { name = "nimbus-uploads" }
  }

  expect_failures = [
    var.policy_statements,
    var.lifecycle_rules,
    var.log_bucket,
  ]
}

run "refuses_20" {
  command = plan

  variables {
    # lifecycle_rules[*].noncurrent_transitions must go down the order STANDARD_IA, INTELLIGENT_TIERING, ONEZONE_IA, GLACIER_IR, GLACIER, DEEP_ARCHIVE, with at least 30 days in STANDARD_IA or ONEZONE_IA
    lifecycle_rules = { web = { expiration_days = 365, noncurrent_transitions = { GLACIER = 30, DEEP_ARCHIVE = 10 } } }
  }

  expect_failures = [
    var.lifecycle_rules,
  ]
}

run "refuses_21" {
  command = plan

  variables {
    # lifecycle_rules[*].noncurrent_transitions[*] must not be null
    lifecycle_rules = { web = { expiration_days = 365, noncurrent_transitions = { GLACIER = null } } }
  }

  expect_failures = [
    var.lifecycle_rules,
  ]
}

run "refuses_22" {
  command = plan

  variables {
    # lifecycle_rules[*].noncurrent_transitions[*] must be between 0 and 36500 days
    lifecycle_rules = { web = { expiration_days = 365, noncurrent_transitions = { GLACIER = 36501 } } }
  }

  expect_failures = [
    var.lifecycle_rules,
  ]
}

run "refuses_23" {
  command = plan

  variables {
    # lifecycle_rules[*].noncurrent_transitions[*] must be a whole number
    lifecycle_rules = { web = { expiration_days = 365, noncurrent_transitions = { GLACIER = 0.5 } } }
  }

  expect_failures = [
    var.lifecycle_rules,
  ]
}

run "refuses_24" {
  command = plan

  variables {
    # lifecycle_rules[*].noncurrent_days must be between 1 and 36500 days
    lifecycle_rules = { web = { expiration_days = 365, noncurrent_days = 36501 } }
  }

  expect_failures = [
    var.lifecycle_rules,
  ]
}

run "refuses_25" {
  command = plan

  variables {
    # lifecycle_rules[*].noncurrent_days must be a whole number
    lifecycle_rules = { web = { expiration_days = 365, noncurrent_days = 1.5 } }
  }

  expect_failures = [
    var.lifecycle_rules,
  ]
}

run "refuses_26" {
  command = plan

  variables {
    # lifecycle_rules[*].newest_noncurrent_versions must be between 0 and 100
    lifecycle_rules = { web = { expiration_days = 365, newest_noncurrent_versions = 101 } }
  }

  expect_failures = [
    var.lifecycle_rules,
  ]
}

run "refuses_27" {
  command = plan

  variables {
    # lifecycle_rules[*].newest_noncurrent_versions must be a whole number
    lifecycle_rules = { web = { expiration_days = 365, newest_noncurrent_versions = 0.5 } }
  }

  expect_failures = [
    var.lifecycle_rules,
  ]
}

run "warns_1" {
  command = plan

  variables {
    # replication.destination.region is not a region that AWS had on 2026-10-20; it may have come since, or be a mistake.
    replication = { destination = { bucket_arn = "arn:aws:s3:::nimbus-recovery-uploads", region = "us-west-3", kms_key_arn = "arn:aws:kms:us-west-3:123456789012:key/00000000-0000-0000-0000-000000000000" } }
  }

  expect_failures = [
    check.known_replication,
  ]
}
