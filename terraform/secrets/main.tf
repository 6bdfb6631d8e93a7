locals {
  account_id = terraform_data.surroundings.input.account_id
  partition  = terraform_data.surroundings.input.partition
  dns_suffix = terraform_data.surroundings.input.dns_suffix
  region     = terraform_data.surroundings.input.region
}

data "aws_partition" "current" {}

data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

# Keeps names known where depends_on on the module defers its data sources to the apply.
resource "terraform_data" "surroundings" {
  input = {
    account_id = data.aws_caller_identity.current.account_id
    partition  = data.aws_partition.current.partition
    dns_suffix = data.aws_partition.current.dns_suffix
    region     = data.aws_region.current.id
  }

  lifecycle {
    ignore_changes = [input]

    postcondition {
      condition = (
        self.input.region == data.aws_region.current.id &&
        self.input.account_id == data.aws_caller_identity.current.account_id
      )
      error_message = join(" ", [
        "This was made in ${self.input.region} of account ${self.input.account_id},",
        "and the provider is now of ${data.aws_region.current.id} of account",
        "${data.aws_caller_identity.current.account_id}: nothing moves. Give the provider back its region and account;",
        "or destroy everything there first, and make it here with a state of its own.",
      ])
    }
  }
}

# Encryption key

resource "aws_kms_key" "this" {
  count = var.kms_key == null ? 1 : 0

  deletion_window_in_days = 30
  description             = "Secrets of ${var.name}"
  enable_key_rotation     = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Administration"
        Effect    = "Allow"
        Principal = { AWS = "arn:${local.partition}:iam::${local.account_id}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
    ]
  })

  tags = merge(var.tags, { Name = "${var.name}-secrets" })
}

resource "aws_kms_alias" "this" {
  count = var.kms_key == null ? 1 : 0

  name          = "alias/${var.name}-secrets"
  target_key_id = one(aws_kms_key.this[*].id)
}

# Secrets

locals {
  identity_changes = join(
    ", ",
    [
      for name, value in { for name, value in { name = var.name } : name => value == null ? "null" : tostring(value) } :
      "${name} from ${try(one(values(terraform_data.identity)).output[name], "")} to ${value}"
      if value != try(one(values(terraform_data.identity)).output[name], value)
    ],
  )
}

resource "terraform_data" "identity" {
  for_each = toset([tostring(var.replacements)])

  input = { for name, value in { name = var.name } : name => value == null ? "null" : tostring(value) }

  lifecycle {
    ignore_changes = [input]
  }
}

resource "aws_secretsmanager_secret" "this" {
  #checkov:skip=CKV2_AWS_57:A rotation needs a Lambda function of the caller: input rotation
  for_each = var.secrets

  description                    = coalesce(each.value.description, "Secret ${each.key} of ${var.name}")
  force_overwrite_replica_secret = var.overwrite_replicas
  kms_key_id                     = var.kms_key != null ? var.kms_key.arn : one(aws_kms_key.this[*].arn)
  name                           = "${var.name}/${each.key}"
  recovery_window_in_days        = var.delete_immediately ? 0 : var.recovery_window_days

  dynamic "replica" {
    for_each = var.replicas

    content {
      region     = replica.key
      kms_key_id = replica.value.kms_key_arn
    }
  }

  tags = merge(var.tags, { Name = "${var.name}/${each.key}" })

  lifecycle {
    precondition {
      condition = local.identity_changes == ""
      error_message = join(" ", [
        "Changing ${local.identity_changes} would replace every secret and lose its value. Take it back;",
        "or, if a new one is what you want, raise replacements in the same change.",
      ])
    }

    precondition {
      condition     = !contains(keys(var.replicas), local.region)
      error_message = "replicas must not have the region of the secrets themselves, ${local.region}."
    }
  }
}

# Values

ephemeral "aws_secretsmanager_random_password" "generated" {
  for_each = { for key, secret in var.secrets : key => secret if secret.value == "generated" }

  password_length            = each.value.length
  exclude_punctuation        = each.value.exclude_punctuation
  exclude_characters         = each.value.exclude_characters
  require_each_included_type = true
}

# Secrets Manager forgets a version without a label, and Terraform would write a new value in place of the one
# that it misses. A label of our own, which no rotation moves, keeps it.
resource "aws_secretsmanager_secret_version" "this" {
  for_each = { for key, secret in var.secrets : key => secret if secret.value != "external" }

  secret_id = aws_secretsmanager_secret.this[each.key].id
  secret_string_wo = (
    each.value.value == "given"
    ? var.values[each.key]
    : (
      each.value.json == null
      ? ephemeral.aws_secretsmanager_random_password.generated[each.key].random_password
      : jsonencode(
        merge(each.value.json.fields, {
          (each.value.json.generated_key) = ephemeral.aws_secretsmanager_random_password.generated[each.key].random_password
        }),
      )
    )
  )
  secret_string_wo_version = each.value.version
  version_stages           = ["AWSCURRENT", "TERRAFORM"]

  lifecycle {
    ignore_changes = [version_stages]
  }
}

# Access from other accounts

resource "aws_secretsmanager_secret_policy" "this" {
  for_each = var.secrets

  block_public_policy = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "OnlyThisAccount"
        Effect    = "Deny"
        Principal = "*"
        Action    = "secretsmanager:*"
        Resource  = "*"
        Condition = {
          StringNotEquals = { "aws:PrincipalAccount" = local.account_id }
          BoolIfExists    = { "aws:PrincipalIsAWSService" = "false" }
        }
      },
    ]
  })
  secret_arn = aws_secretsmanager_secret.this[each.key].arn
}

# Rotation

resource "aws_lambda_permission" "rotation" {
  for_each = { for key, secret in var.secrets : key => secret.rotation if secret.rotation != null }

  action         = "lambda:InvokeFunction"
  function_name  = each.value.lambda_arn
  principal      = "secretsmanager.amazonaws.com"
  source_account = local.account_id
  statement_id   = replace("secretsmanager-${var.name}-${each.key}", ".", "-")
}

resource "aws_secretsmanager_secret_rotation" "this" {
  #checkov:skip=CKV_AWS_304:How often a secret is rotated is the caller's choice: days or schedule
  for_each = { for key, secret in var.secrets : key => secret.rotation if secret.rotation != null }

  rotate_immediately  = each.value.rotate_immediately
  rotation_lambda_arn = each.value.lambda_arn
  secret_id           = aws_secretsmanager_secret.this[each.key].id

  rotation_rules {
    automatically_after_days = each.value.days
    duration                 = each.value.duration
    schedule_expression      = each.value.schedule
  }

  depends_on = [
    aws_lambda_permission.rotation,
    aws_secretsmanager_secret_version.this,
    aws_secretsmanager_secret_policy.this,
  ]
}

# Readers

resource "aws_iam_role_policy" "reader" {
  for_each = var.readers

  name = "${var.name}-secrets-${each.key}"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Read"
        Effect   = "Allow"
        Action   = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"]
        Resource = [for key in each.value.secrets : aws_secretsmanager_secret.this[key].arn]
      },
      {
        Sid      = "Decrypt"
        Effect   = "Allow"
        Action   = "kms:Decrypt"
        Resource = var.kms_key != null ? var.kms_key.arn : one(aws_kms_key.this[*].arn)
        Condition = {
          StringEquals = {
            "kms:ViaService" = "secretsmanager.${local.region}.${local.dns_suffix}"
            "kms:EncryptionContext:SecretARN" = [
              for key in each.value.secrets : aws_secretsmanager_secret.this[key].arn
            ]
          }
        }
      },
    ]
  })
  role = each.value.role_name
}

# Values that AWS may have added since

check "known_replicas" {
  assert {
    condition = length(setsubtract(keys(var.replicas), [
      "af-south-1",
      "ap-east-1",
      "ap-east-2",
      "ap-northeast-1",
      "ap-northeast-2",
      "ap-northeast-3",
      "ap-south-1",
      "ap-south-2",
      "ap-southeast-1",
      "ap-southeast-2",
      "ap-southeast-3",
      "ap-southeast-4",
      "ap-southeast-5",
      "ap-southeast-6",
      "ap-southeast-7",
      "ca-central-1",
      "ca-west-1",
      "eu-central-1",
      "eu-central-2",
      "eu-north-1",
      "eu-south-1",
      "eu-south-2",
      "eu-west-1",
      "eu-west-2",
      "eu-west-3",
      "il-central-1",
      "me-central-1",
      "me-south-1",
      "me-west-1",
      "mx-central-1",
      "sa-east-1",
      "sa-west-1",
      "us-east-1",
      "us-east-2",
      "us-west-1",
      "us-west-2",
      "cn-north-1",
      "cn-northwest-1",
      "eusc-de-east-1",
      "us-gov-east-1",
      "us-gov-west-1",
    ])) == 0
    error_message = "replicas has a key that is not a region that AWS had on 2026-10-20; it may have come since, or be a mistake."
  }
}
