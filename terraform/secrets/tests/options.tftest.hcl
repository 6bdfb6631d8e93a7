# What the secrets make for their options. Terraform mocks no provider with ephemeral resources, so the provider plans
# offline, what it would make is overridden, and no value is generated.

provider "aws" {
  region                      = "us-east-1"
  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

override_data {
  target = data.aws_caller_identity.current
  values = { account_id = "123456789012" }
}

override_data {
  target = data.aws_partition.current
  values = { partition = "aws", dns_suffix = "amazonaws.com" }
}

override_data {
  target = data.aws_region.current
  values = { id = "us-east-1" }
}

override_resource {
  target = aws_kms_key.this
}

override_resource {
  target = aws_kms_alias.this
}

override_resource {
  target = aws_secretsmanager_secret_version.this
}

override_resource {
  target = aws_secretsmanager_secret_policy.this
}

override_resource {
  target = aws_secretsmanager_secret_rotation.this
}

override_resource {
  target = aws_lambda_permission.rotation
}

override_resource {
  target = aws_iam_role_policy.reader
}

override_resource {
  target = aws_secretsmanager_secret.this
  values = { arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:nimbus/example-a1b2c3" }
}

variables {
  name = "nimbus"
  secrets = {
    sentry-dsn = { value = "given", read_elsewhere = true }
    stripe-key = { value = "external" }
  }
  values  = { sentry-dsn = "https://sentry.example.com/1" }
  readers = { worker = { role_name = "nimbus-worker", secrets = ["stripe-key"] } }
}

run "by_itself" {
  assert {
    condition     = aws_secretsmanager_secret.this["stripe-key"].name == "nimbus/stripe-key" && aws_secretsmanager_secret.this["stripe-key"].kms_key_id == aws_kms_key.this[0].arn
    error_message = "A secret is named after its key, under the module's own KMS key."
  }

  assert {
    condition     = aws_secretsmanager_secret.this["stripe-key"].recovery_window_in_days == 30
    error_message = "A deleted secret can be restored for 30 days."
  }

  assert {
    condition     = keys(aws_secretsmanager_secret_version.this) == ["sentry-dsn"]
    error_message = "Terraform writes no external value."
  }

  assert {
    condition     = aws_secretsmanager_secret_version.this["sentry-dsn"].version_stages == toset(["AWSCURRENT", "TERRAFORM"])
    error_message = "A label of Terraform's own keeps the version that it wrote."
  }

  assert {
    condition     = alltrue([for policy in aws_secretsmanager_secret_policy.this : policy.block_public_policy && jsondecode(policy.policy).Statement[0].Condition.StringNotEquals["aws:PrincipalAccount"] == "123456789012"])
    error_message = "Nobody outside of the account gets in."
  }

  assert {
    condition = jsondecode(aws_iam_role_policy.reader["worker"].policy).Statement == [
      {
        Sid      = "Read"
        Effect   = "Allow"
        Action   = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"]
        Resource = [output.arns["stripe-key"]]
      },
      {
        Sid      = "Decrypt"
        Effect   = "Allow"
        Action   = "kms:Decrypt"
        Resource = output.kms_key_arn
        Condition = {
          StringEquals = {
            "kms:ViaService"                  = "secretsmanager.us-east-1.amazonaws.com"
            "kms:EncryptionContext:SecretARN" = [output.arns["stripe-key"]]
          }
        }
      },
    ]
    error_message = "A reader reads exactly the secrets that it names."
  }

  assert {
    condition     = length(aws_secretsmanager_secret_rotation.this) == 0 && length(aws_lambda_permission.rotation) == 0
    error_message = "Nothing is rotated that did not ask for it."
  }
}

run "rotated" {
  variables {
    secrets = {
      sentry-dsn = { value = "given", read_elsewhere = true }
      stripe-key = {
        value    = "external"
        rotation = { lambda_arn = "arn:aws:lambda:us-east-1:123456789012:function:rotate", schedule = "cron(0 4 1 * ? *)", duration = "3h" }
      }
    }
  }

  assert {
    condition     = keys(aws_secretsmanager_secret_rotation.this) == ["stripe-key"] && !aws_secretsmanager_secret_rotation.this["stripe-key"].rotate_immediately
    error_message = "Only that secret is rotated, and not at once."
  }

  assert {
    condition     = aws_secretsmanager_secret_rotation.this["stripe-key"].rotation_rules[0].schedule_expression == "cron(0 4 1 * ? *)"
    error_message = "The schedule is the given one."
  }

  assert {
    condition     = aws_lambda_permission.rotation["stripe-key"].source_account == "123456789012"
    error_message = "Secrets Manager may call the function, for this account."
  }
}

run "replicated" {
  variables {
    replicas = { us-west-2 = { kms_key_arn = "arn:aws:kms:us-west-2:123456789012:key/11111111-1111-1111-1111-111111111111" } }
  }

  assert {
    condition     = [for replica in aws_secretsmanager_secret.this["stripe-key"].replica : replica.region] == ["us-west-2"]
    error_message = "Every secret is copied."
  }

  assert {
    condition     = output.replica_arns["us-west-2"]["stripe-key"] == "arn:aws:secretsmanager:us-west-2:123456789012:secret:nimbus/example-a1b2c3"
    error_message = "A copy has the ARN of its secret but for the region."
  }
}

run "replicated_to_its_own_region" {
  command = plan

  variables {
    replicas = { us-east-1 = { kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/11111111-1111-1111-1111-111111111111" } }
  }

  expect_failures = [aws_secretsmanager_secret.this]
}

run "key_of_the_caller" {
  variables {
    kms_key = { arn = "arn:aws:kms:us-east-1:123456789012:key/11111111-1111-1111-1111-111111111111" }
  }

  assert {
    condition     = length(aws_kms_key.this) == 0 && aws_secretsmanager_secret.this["stripe-key"].kms_key_id == var.kms_key.arn && output.kms_key_arn == var.kms_key.arn
    error_message = "The given key encrypts, and no second one is made."
  }
}

run "deleted_immediately" {
  variables {
    delete_immediately = true
  }

  assert {
    condition     = aws_secretsmanager_secret.this["stripe-key"].recovery_window_in_days == 0
    error_message = "The opt-in leaves no recovery window."
  }
}

run "renamed" {
  command = plan

  variables {
    name = "renamed"
  }

  expect_failures = [aws_secretsmanager_secret.this]
}

run "renamed_on_purpose" {
  command = plan

  variables {
    name         = "renamed"
    replacements = 1
  }

  assert {
    condition     = aws_secretsmanager_secret.this["stripe-key"].name == "renamed/stripe-key"
    error_message = "The opt-in lets the plan through."
  }
}
