# Every validation of the secrets module refuses a bad value. Generated: see the construct's inputs.

provider "aws" {
  region                      = "us-east-1"
  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

override_data {
  target = data.aws_partition.current
  values = { partition = "aws", dns_suffix = "amazonaws.com" }
}

override_data {
  target = data.aws_caller_identity.current
  values = { account_id = "123456789012" }
}

override_data {
  target = data.aws_region.current
  values = { id = "us-east-1" }
}

variables {
  name    = "nimbus-production"
  secrets = { sentry-dsn = { description = "Where errors are reported", value = "external" } }
  readers = { worker = { role_name = "nimbus-production-worker", secrets = ["sentry-dsn"] } }
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

# tags must not have keys that begin with aws:, which AWS keeps for itself
run "refuses_tags_2" {
  command = plan

  variables {
    tags = { "aws:team" = "a" }
  }

  expect_failures = [var.tags]
}

# tags must not have keys that differ in case only, from one another or from Name: IAM takes them for one
run "refuses_tags_3" {
  command = plan

  variables {
    tags = { Team = "a", team = "b" }
  }

  expect_failures = [var.tags]
}

# tags[*] must not be null
run "refuses_tags_4" {
  command = plan

  variables {
    tags = { CostCenter = null }
  }

  expect_failures = [var.tags]
}

# tags[*] must be letters, digits, spaces and _ . : / = + - @, at most 256
run "refuses_tags_5" {
  command = plan

  variables {
    tags = { CostCenter = "50% off" }
  }

  expect_failures = [var.tags]
}

# secrets keys must be 1 to 40 letters, digits, dots, underscores and hyphens, beginning with a letter or digit
run "refuses_secrets_1" {
  command = plan

  variables {
    secrets = { "sentry dsn" = {} }
  }

  expect_failures = [var.secrets]
}

# secrets[*] must not be null
run "refuses_secrets_2" {
  command = plan

  variables {
    secrets = { sentry-dsn = null }
  }

  expect_failures = [var.secrets]
}

# secrets[*] must have json only where value is generated; write a given or an external value as JSON yourself
run "refuses_secrets_3" {
  command = plan

  variables {
    secrets = { sentry-dsn = { value = "external", json = {} } }
  }

  expect_failures = [var.secrets]
}

# secrets[*].description must have 0 to 2048 characters
run "refuses_secrets_4" {
  command = plan

  variables {
    secrets = { sentry-dsn = { description = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [var.secrets]
}

# secrets[*].value must be one of generated, given, external
run "refuses_secrets_5" {
  command = plan

  variables {
    secrets = { sentry-dsn = { value = "none-of-these" } }
  }

  expect_failures = [var.secrets]
}

# secrets[*].version must be between 1 and 1000000
run "refuses_secrets_6" {
  command = plan

  variables {
    secrets = { sentry-dsn = { version = 1000001 } }
  }

  expect_failures = [var.secrets]
}

# secrets[*].version must be a whole number
run "refuses_secrets_7" {
  command = plan

  variables {
    secrets = { sentry-dsn = { version = 1.5 } }
  }

  expect_failures = [var.secrets]
}

# secrets[*].length must be between 16 and 4096 characters
run "refuses_secrets_8" {
  command = plan

  variables {
    secrets = { sentry-dsn = { length = 4097 } }
  }

  expect_failures = [var.secrets]
}

# secrets[*].length must be a whole number
run "refuses_secrets_9" {
  command = plan

  variables {
    secrets = { sentry-dsn = { length = 16.5 } }
  }

  expect_failures = [var.secrets]
}

# secrets[*].exclude_characters must have 0 to 4096 characters
run "refuses_secrets_10" {
  command = plan

  variables {
    secrets = { sentry-dsn = { exclude_characters = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [var.secrets]
}

# secrets[*].json must not have generated_key among its fields: that value is generated
run "refuses_secrets_11" {
  command = plan

  variables {
    secrets = { sentry-dsn = { json = { generated_key = "password", fields = { password = "nimbus" } } } }
  }

  expect_failures = [var.secrets]
}

# secrets[*].json.fields[*] must not be null
run "refuses_secrets_12" {
  command = plan

  variables {
    secrets = { sentry-dsn = { json = { fields = { example = null } } } }
  }

  expect_failures = [var.secrets]
}

# secrets[*].rotation must have either days or schedule
run "refuses_secrets_13" {
  command = plan

  variables {
    secrets = { sentry-dsn = { rotation = { lambda_arn = "arn:aws:lambda:us-east-1:123456789012:function:rotate-token", days = 30, schedule = "rate(30 days)" } } }
  }

  expect_failures = [var.secrets]
}

# secrets[*].rotation.lambda_arn must be an ARN of lambda
run "refuses_secrets_14" {
  command = plan

  variables {
    secrets = { sentry-dsn = { rotation = { lambda_arn = "not-an-arn", days = 30 } } }
  }

  expect_failures = [var.secrets]
}

# secrets[*].rotation.days must be between 1 and 1000 days
run "refuses_secrets_15" {
  command = plan

  variables {
    secrets = { sentry-dsn = { rotation = { lambda_arn = "arn:aws:lambda:us-east-1:123456789012:function:rotate-token", days = 1001 } } }
  }

  expect_failures = [var.secrets]
}

# secrets[*].rotation.days must be a whole number
run "refuses_secrets_16" {
  command = plan

  variables {
    secrets = { sentry-dsn = { rotation = { lambda_arn = "arn:aws:lambda:us-east-1:123456789012:function:rotate-token", days = 1.5 } } }
  }

  expect_failures = [var.secrets]
}

# secrets[*].rotation.schedule must be a schedule such as cron(0 4 1 * ? *): cron() with six fields of which the day of the month or that of the week is ?, rate(1 hour) or rate(2 hours)
run "refuses_secrets_17" {
  command = plan

  variables {
    secrets = { sentry-dsn = { rotation = { lambda_arn = "arn:aws:lambda:us-east-1:123456789012:function:rotate-token", days = 30, schedule = "cron(0 0)" } } }
  }

  expect_failures = [var.secrets]
}

# secrets[*].rotation.schedule must be at least four hours apart, such as rate(4 hours), and a cron() in minute 0 and in every year
run "refuses_secrets_18" {
  command = plan

  variables {
    secrets = { sentry-dsn = { rotation = { lambda_arn = "arn:aws:lambda:us-east-1:123456789012:function:rotate-token", days = 30, schedule = "rate(30 minutes)" } } }
  }

  expect_failures = [var.secrets]
}

# secrets[*].rotation.duration must be 1h to 24h
run "refuses_secrets_19" {
  command = plan

  variables {
    secrets = { sentry-dsn = { rotation = { lambda_arn = "arn:aws:lambda:us-east-1:123456789012:function:rotate-token", days = 30, duration = "90m" } } }
  }

  expect_failures = [var.secrets]
}

# values[*] must not be null
run "refuses_values_1" {
  command = plan

  variables {
    values = { example = null }
  }

  expect_failures = [var.values]
}

# values[*] must not be empty
run "refuses_values_2" {
  command = plan

  variables {
    values = { example = "" }
  }

  expect_failures = [var.values]
}

# values must hold a value for each secret whose value is given; make it external where somebody else puts it
run "refuses_values_3" {
  command = plan

  variables {
    secrets = { sentry-dsn = { value = "given", read_elsewhere = true } }
    values  = {}
    readers = {}
  }

  expect_failures = [var.values]
}

# values must hold only values of secrets whose value is given; the others get theirs elsewhere
run "refuses_values_4" {
  command = plan

  variables {
    values = { sentry-dsn = "x" }
  }

  expect_failures = [var.values]
}

# readers keys must be 1 to 40 letters, digits, dots, underscores and hyphens, beginning with a letter or digit
run "refuses_readers_1" {
  command = plan

  variables {
    readers = { "sentry dsn" = { role_name = "nimbus-worker", secrets = ["example"] } }
  }

  expect_failures = [var.readers]
}

# readers[*] must not be null
run "refuses_readers_2" {
  command = plan

  variables {
    readers = { sentry-dsn = null }
  }

  expect_failures = [var.readers]
}

# readers[*].role_name must be the name of a role, not its ARN
run "refuses_readers_3" {
  command = plan

  variables {
    readers = { sentry-dsn = { role_name = "arn:aws:iam::123456789012:role/nimbus-worker", secrets = ["example"] } }
  }

  expect_failures = [var.readers]
}

# readers[*].secrets must have 1 to 100 items
run "refuses_readers_4" {
  command = plan

  variables {
    readers = { sentry-dsn = { role_name = "nimbus-worker", secrets = [] } }
  }

  expect_failures = [var.readers]
}

# readers[*].secrets must not name the same item twice
run "refuses_readers_5" {
  command = plan

  variables {
    readers = { sentry-dsn = { role_name = "nimbus-worker", secrets = ["example", "example"] } }
  }

  expect_failures = [var.readers]
}

# readers[*].secrets[*] must not be null
run "refuses_readers_6" {
  command = plan

  variables {
    readers = { sentry-dsn = { role_name = "nimbus-worker", secrets = [null] } }
  }

  expect_failures = [var.readers]
}

# readers must have only keys of secrets in secrets
run "refuses_readers_7" {
  command = plan

  variables {
    readers = { worker = { role_name = "nimbus-worker", secrets = ["none-of-these"] } }
  }

  expect_failures = [var.readers]
}

# kms_key.arn must be an ARN of kms
run "refuses_kms_key_1" {
  command = plan

  variables {
    kms_key = { arn = "not-an-arn" }
  }

  expect_failures = [var.kms_key]
}

# replicas keys must be names of regions, such as us-west-2 or eusc-de-east-1
run "refuses_replicas_1" {
  command = plan

  variables {
    replicas = { us-wset-2 = { kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000" } }
  }

  expect_failures = [var.replicas]
}

# replicas[*] must not be null
run "refuses_replicas_2" {
  command = plan

  variables {
    replicas = { us-west-2 = null }
  }

  expect_failures = [var.replicas]
}

# replicas[*].kms_key_arn must be an ARN of kms
run "refuses_replicas_3" {
  command = plan

  variables {
    replicas = { us-west-2 = { kms_key_arn = "not-an-arn" } }
  }

  expect_failures = [var.replicas]
}

# replicas must have a kms_key_arn of the replica's own region: a key encrypts in its region only
run "refuses_replicas_4" {
  command = plan

  variables {
    replicas = { us-west-2 = { kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000" } }
  }

  expect_failures = [var.replicas]
}

# recovery_window_days must be between 7 and 30 days
run "refuses_recovery_window_days_1" {
  command = plan

  variables {
    recovery_window_days = 31
  }

  expect_failures = [var.recovery_window_days]
}

# recovery_window_days must be a whole number
run "refuses_recovery_window_days_2" {
  command = plan

  variables {
    recovery_window_days = 7.5
  }

  expect_failures = [var.recovery_window_days]
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

# replicas has a key that is not a region that AWS had on 2026-10-20; it may have come since, or be a mistake.
run "warns_of_known_replicas" {
  command = plan

  variables {
    replicas = { us-west-3 = { kms_key_arn = "arn:aws:kms:us-west-3:123456789012:key/00000000-0000-0000-0000-000000000000" } }
  }

  expect_failures = [check.known_replicas]
}
