# Bucket

locals {
  identity_changes = join(
    ", ",
    [
      for name, value in { for name, value in { name = var.name } : name => value == null ? "null" : tostring(value) } :
      "${name} from ${try(one(values(terraform_data.identity)).output[name], "")} to ${value}"
      if value != try(one(values(terraform_data.identity)).output[name], value)
    ],
  )
  account_id = terraform_data.surroundings.input.account_id
  partition  = terraform_data.surroundings.input.partition
  dns_suffix = terraform_data.surroundings.input.dns_suffix
  region     = terraform_data.surroundings.input.region
}

resource "terraform_data" "identity" {
  for_each = toset([tostring(var.replacements)])

  input = { for name, value in { name = var.name } : name => value == null ? "null" : tostring(value) }

  lifecycle {
    ignore_changes = [input]
  }
}

resource "aws_s3_bucket" "this" {
  #checkov:skip=CKV_AWS_144:A copy in another region costs as much again: it is the caller's choice (replication)
  #checkov:skip=CKV2_AWS_62:Events are billed, and only some buckets have rules for them (event_bridge)
  bucket        = var.name
  force_destroy = var.force_destroy

  tags = merge(var.tags, { Name = var.name })

  lifecycle {
    precondition {
      condition = local.identity_changes == ""
      error_message = join(" ", [
        "Changing ${local.identity_changes} would replace the bucket and lose all objects in it. Take it back;",
        "or, if a new one is what you want, raise replacements in the same change.",
      ])
    }
  }
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

locals {
  kms_key_arn = var.kms_key != null ? var.kms_key.arn : one(aws_kms_key.this[*].arn)

  # Keys that objects may be encrypted with: today's, the module's own and those of before.
  decryption_keys = distinct(compact(concat(
    [local.kms_key_arn, one(aws_kms_key.this[*].arn)],
    tolist(var.former_kms_keys),
  )))
}

resource "aws_kms_key" "this" {
  count = var.own_kms_key ? 1 : 0

  deletion_window_in_days = 30
  description             = "Objects of the bucket ${var.name}"
  enable_key_rotation     = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Sid       = "Administration"
          Effect    = "Allow"
          Principal = { AWS = "arn:${local.partition}:iam::${local.account_id}:root" }
          Action    = "kms:*"
          Resource  = "*"
        },
      ],
      [for sid, statement in var.policy_statements : {
        Sid    = sid
        Effect = "Allow"
        Principal = {
          for kind, names in { AWS = statement.principals.aws, Service = statement.principals.services } : kind => names
          if length(names) > 0
        }
        Action   = statement.key_actions
        Resource = "*"
        Condition = {
          for operator, keys in statement.conditions :
          operator => {
            for key, values in keys : key => values
            if startswith(key, "aws:")
          }
          if anytrue([for key in keys(keys) : startswith(key, "aws:")])
        }
      } if statement.effect == "Allow" && length(statement.key_actions) > 0],
    )
  })

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_kms_alias" "this" {
  count = var.own_kms_key ? 1 : 0

  name          = "alias/${var.name}-bucket"
  target_key_id = one(aws_kms_key.this[*].id)
}

# Versions

resource "aws_s3_bucket_versioning" "this" {
  bucket = aws_s3_bucket.this.id

  versioning_configuration {
    status = var.versioning ? "Enabled" : "Suspended"
  }
}

# Encryption

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      kms_master_key_id = local.kms_key_arn
      sse_algorithm     = "aws:kms"
    }
  }
}

# Public access

resource "aws_s3_bucket_ownership_controls" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_public_access_block" "this" {
  block_public_acls       = true
  block_public_policy     = true
  bucket                  = aws_s3_bucket.this.id
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# Bucket policy

resource "aws_s3_bucket_policy" "this" {
  bucket = aws_s3_bucket.this.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Sid       = "TlsOnly"
          Effect    = "Deny"
          Principal = "*"
          Action    = "s3:*"
          Resource  = [aws_s3_bucket.this.arn, "${aws_s3_bucket.this.arn}/*"]
          Condition = { Bool = { "aws:SecureTransport" = "false" } }
        },
        {
          Sid       = "Tls12"
          Effect    = "Deny"
          Principal = "*"
          Action    = "s3:*"
          Resource  = [aws_s3_bucket.this.arn, "${aws_s3_bucket.this.arn}/*"]
          Condition = { NumericLessThan = { "s3:TlsVersion" = "1.2" } }
        },
        {
          Sid       = "KmsOnly"
          Effect    = "Deny"
          Principal = "*"
          Action    = "s3:PutObject"
          Resource  = "${aws_s3_bucket.this.arn}/*"
          Condition = {
            Null            = { "s3:x-amz-server-side-encryption" = "false" }
            StringNotEquals = { "s3:x-amz-server-side-encryption" = "aws:kms" }
          }
        },
        {
          Sid       = "OwnKeyOnly"
          Effect    = "Deny"
          Principal = "*"
          Action    = "s3:PutObject"
          Resource  = "${aws_s3_bucket.this.arn}/*"
          Condition = {
            Null            = { "s3:x-amz-server-side-encryption-aws-kms-key-id" = "false" }
            StringNotEquals = { "s3:x-amz-server-side-encryption-aws-kms-key-id" = local.kms_key_arn }
          }
        },
        {
          Sid       = "NoCustomerKey"
          Effect    = "Deny"
          Principal = "*"
          Action    = "s3:PutObject"
          Resource  = "${aws_s3_bucket.this.arn}/*"
          Condition = { Null = { "s3:x-amz-server-side-encryption-customer-algorithm" = "false" } }
        },
      ],
      [
        for sid, statement in var.policy_statements :
        merge(
          {
            Sid    = sid
            Effect = statement.effect
            Principal = {
              for kind, names in { AWS = statement.principals.aws, Service = statement.principals.services } :
              kind => names
              if length(names) > 0
            }
            Action   = statement.actions
            Resource = [aws_s3_bucket.this.arn, "${aws_s3_bucket.this.arn}/${statement.prefix}*"]
          },
          {
            for name, conditions in { Condition = statement.conditions } : name => conditions
            if length(conditions) > 0
          },
        )
      ],
    )
  })

  depends_on = [aws_s3_bucket_public_access_block.this]
}

# Life cycle

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    id     = "housekeeping"
    status = "Enabled"

    abort_incomplete_multipart_upload {
      days_after_initiation = var.abort_uploads_days
    }

    expiration {
      expired_object_delete_marker = true
    }

    filter {
      prefix = ""
    }
  }

  dynamic "rule" {
    for_each = merge(
      { for id, rule in {
        old-versions = {
          enabled                    = true
          prefix                     = ""
          tags                       = {}
          transitions                = {}
          expiration_days            = null
          noncurrent_transitions     = {}
          noncurrent_days            = var.noncurrent_version_days
          newest_noncurrent_versions = var.newest_noncurrent_versions
        }
      } : id => rule if var.expire_noncurrent_versions },
      var.lifecycle_rules,
    )

    content {
      id     = rule.key
      status = rule.value.enabled ? "Enabled" : "Disabled"

      filter {
        prefix = length(rule.value.tags) == 0 ? rule.value.prefix : null

        dynamic "tag" {
          for_each = length(rule.value.tags) + (rule.value.prefix == "" ? 0 : 1) > 1 ? {} : rule.value.tags

          content {
            key   = tag.key
            value = tag.value
          }
        }

        dynamic "and" {
          for_each = length(rule.value.tags) + (rule.value.prefix == "" ? 0 : 1) > 1 ? [1] : []

          content {
            prefix = rule.value.prefix == "" ? null : rule.value.prefix

            tags = rule.value.tags
          }
        }
      }

      dynamic "transition" {
        for_each = rule.value.transitions

        content {
          storage_class = transition.key
          days          = transition.value
        }
      }

      dynamic "expiration" {
        for_each = rule.value.expiration_days[*]

        content {
          days = expiration.value
        }
      }

      dynamic "noncurrent_version_transition" {
        for_each = rule.value.noncurrent_transitions

        content {
          storage_class   = noncurrent_version_transition.key
          noncurrent_days = noncurrent_version_transition.value
          newer_noncurrent_versions = (
            rule.value.newest_noncurrent_versions > 0
            ? rule.value.newest_noncurrent_versions
            : null
          )
        }
      }

      dynamic "noncurrent_version_expiration" {
        for_each = rule.value.noncurrent_days[*]

        content {
          noncurrent_days = noncurrent_version_expiration.value
          newer_noncurrent_versions = (
            rule.value.newest_noncurrent_versions > 0
            ? rule.value.newest_noncurrent_versions
            : null
          )
        }
      }
    }
  }

  depends_on = [aws_s3_bucket_versioning.this]
}

# CORS

resource "aws_s3_bucket_cors_configuration" "this" {
  for_each = { for name, rules in { this = var.cors_rules } : name => rules if length(rules) > 0 }

  bucket = aws_s3_bucket.this.id

  dynamic "cors_rule" {
    for_each = each.value

    content {
      id              = cors_rule.key
      allowed_origins = cors_rule.value.allowed_origins
      allowed_methods = cors_rule.value.allowed_methods
      allowed_headers = cors_rule.value.allowed_headers
      expose_headers  = cors_rule.value.expose_headers
      max_age_seconds = cors_rule.value.max_age_seconds
    }
  }
}

# Object lock

resource "aws_s3_bucket_object_lock_configuration" "this" {
  count = var.object_lock != null ? 1 : 0

  bucket = aws_s3_bucket.this.id

  rule {
    default_retention {
      days  = var.object_lock.days
      mode  = var.object_lock.mode
      years = var.object_lock.years
    }
  }

  depends_on = [aws_s3_bucket_versioning.this]
}

# Replication

resource "aws_iam_role" "replication" {
  count = var.replication != null ? 1 : 0

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { Service = "s3.amazonaws.com" }
      },
    ]
  })
  description          = "Copies the objects of the bucket ${var.name} to another region"
  name                 = "${var.name}-replication"
  permissions_boundary = var.permissions_boundary != null ? var.permissions_boundary.arn : null

  tags = merge(var.tags, { Name = "${var.name}-replication" })
}

resource "aws_iam_role_policy" "replication" {
  count = var.replication != null ? 1 : 0

  name = "replicate"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Configuration"
        Effect   = "Allow"
        Action   = ["s3:GetReplicationConfiguration", "s3:ListBucket"]
        Resource = aws_s3_bucket.this.arn
      },
      {
        Sid    = "Originals"
        Effect = "Allow"
        Action = [
          "s3:GetObjectVersionForReplication",
          "s3:GetObjectVersionAcl",
          "s3:GetObjectVersionTagging",
          "s3:GetObjectRetention",
          "s3:GetObjectLegalHold",
        ]
        Resource = "${aws_s3_bucket.this.arn}/${var.replication.prefix}*"
      },
      {
        Sid    = "Copies"
        Effect = "Allow"
        Action = concat(
          ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"],
          var.replication.destination.account_id == null ? [] : ["s3:ObjectOwnerOverrideToBucketOwner"],
        )
        Resource = "${var.replication.destination.bucket_arn}/${var.replication.prefix}*"
      },
      {
        Sid      = "DecryptOriginals"
        Effect   = "Allow"
        Action   = "kms:Decrypt"
        Resource = local.decryption_keys
        Condition = {
          StringEquals = { "kms:ViaService" = "s3.${local.region}.${local.dns_suffix}" }
          StringLike = {
            "kms:EncryptionContext:aws:s3:arn" = [aws_s3_bucket.this.arn, "${aws_s3_bucket.this.arn}/*"]
          }
        }
      },
      {
        Sid      = "EncryptCopies"
        Effect   = "Allow"
        Action   = ["kms:Encrypt", "kms:GenerateDataKey"]
        Resource = var.replication.destination.kms_key_arn
        Condition = {
          StringEquals = {
            "kms:ViaService" = "s3.${var.replication.destination.region}.${local.dns_suffix}"
          }
          StringLike = {
            "kms:EncryptionContext:aws:s3:arn" = [
              var.replication.destination.bucket_arn,
              "${var.replication.destination.bucket_arn}/${var.replication.prefix}*",
            ]
          }
        }
      },
    ]
  })
  role = one(aws_iam_role.replication[*].id)
}

resource "aws_s3_bucket_replication_configuration" "this" {
  count = var.replication != null ? 1 : 0

  bucket = aws_s3_bucket.this.id
  role   = one(aws_iam_role.replication[*].arn)

  dynamic "rule" {
    for_each = ["replicate"]

    content {
      id       = rule.value
      priority = 1
      status   = "Enabled"

      filter {
        prefix = var.replication.prefix
      }

      delete_marker_replication {
        status = var.replication.delete_markers ? "Enabled" : "Disabled"
      }

      source_selection_criteria {
        sse_kms_encrypted_objects {
          status = "Enabled"
        }

        replica_modifications {
          status = var.replication.replica_modifications ? "Enabled" : "Disabled"
        }
      }

      destination {
        bucket        = var.replication.destination.bucket_arn
        account       = var.replication.destination.account_id
        storage_class = var.replication.destination.storage_class

        encryption_configuration {
          replica_kms_key_id = var.replication.destination.kms_key_arn
        }

        dynamic "access_control_translation" {
          for_each = var.replication.destination.account_id[*]

          content {
            owner = "Destination"
          }
        }

        dynamic "metrics" {
          for_each = var.replication.metrics ? [1] : []

          content {
            status = "Enabled"

            dynamic "event_threshold" {
              for_each = var.replication.time_control ? [1] : []

              content {
                minutes = 15
              }
            }
          }
        }

        dynamic "replication_time" {
          for_each = var.replication.time_control ? [1] : []

          content {
            status = "Enabled"

            time {
              minutes = 15
            }
          }
        }
      }
    }
  }

  lifecycle {
    precondition {
      condition = var.replication.destination.region != local.region
      error_message = join(" ", [
        "replication.destination.region is ${local.region}, which is the region of the bucket itself:",
        "a copy there is lost with it. Give a bucket in another region.",
      ])
    }
  }
  depends_on = [aws_s3_bucket_versioning.this]
}

# Access logs

# Keeps the name that it was made with: a bucket of another name would lose the logs in it.
resource "aws_s3_bucket" "access_logs" {
  #checkov:skip=CKV_AWS_18:A bucket of logs: to log the access to it takes another bucket, whose own access is not logged
  #checkov:skip=CKV_AWS_145:S3 delivers access logs only to buckets with SSE-S3, not SSE-KMS
  #checkov:skip=CKV_AWS_144:Logs are not part of the recovery; their loss with the region is accepted
  #checkov:skip=CKV2_AWS_62:Nothing acts on the arrival of a log file
  count = var.own_log_bucket ? 1 : 0

  bucket        = "${var.name}-logs"
  force_destroy = var.log_force_destroy

  tags = merge(var.tags, { Name = "${var.name}-logs" })

  lifecycle {
    ignore_changes = [bucket]
  }
}

resource "aws_s3_bucket_versioning" "access_logs" {
  count = var.own_log_bucket ? 1 : 0

  bucket = one(aws_s3_bucket.access_logs[*].id)

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "access_logs" {
  count = var.own_log_bucket ? 1 : 0

  bucket = one(aws_s3_bucket.access_logs[*].id)

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_ownership_controls" "access_logs" {
  count = var.own_log_bucket ? 1 : 0

  bucket = one(aws_s3_bucket.access_logs[*].id)

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_public_access_block" "access_logs" {
  count = var.own_log_bucket ? 1 : 0

  block_public_acls       = true
  block_public_policy     = true
  bucket                  = one(aws_s3_bucket.access_logs[*].id)
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_lifecycle_configuration" "access_logs" {
  count = var.own_log_bucket ? 1 : 0

  bucket = one(aws_s3_bucket.access_logs[*].id)

  rule {
    id     = "expire"
    status = "Enabled"

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }

    expiration {
      days = var.log_retention_days
    }

    filter {
      prefix = ""
    }

    noncurrent_version_expiration {
      noncurrent_days = 1
    }
  }
}

resource "aws_s3_bucket_policy" "access_logs" {
  count = var.own_log_bucket ? 1 : 0

  bucket = one(aws_s3_bucket.access_logs[*].id)
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource = [
          one(aws_s3_bucket.access_logs[*].arn),
          "${one(aws_s3_bucket.access_logs[*].arn)}/*",
        ]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
      {
        Sid       = "Delivery"
        Effect    = "Allow"
        Principal = { Service = "logging.s3.amazonaws.com" }
        Action    = "s3:PutObject"
        Resource  = "${one(aws_s3_bucket.access_logs[*].arn)}/*"
        Condition = {
          ArnLike      = { "aws:SourceArn" = aws_s3_bucket.this.arn }
          StringEquals = { "aws:SourceAccount" = local.account_id }
        }
      },
    ]
  })

  depends_on = [aws_s3_bucket_public_access_block.access_logs]
}

resource "aws_s3_bucket_logging" "this" {
  count = var.access_logs ? 1 : 0

  bucket        = aws_s3_bucket.this.id
  target_bucket = var.log_bucket != null ? var.log_bucket.name : one(aws_s3_bucket_policy.access_logs[*].bucket)
  target_prefix = var.log_bucket != null ? var.log_bucket.prefix : ""

  target_object_key_format {
    partitioned_prefix {
      partition_date_source = "EventTime"
    }
  }
}

# Events

resource "aws_s3_bucket_notification" "this" {
  count = var.event_bridge ? 1 : 0

  bucket      = aws_s3_bucket.this.id
  eventbridge = true
}

resource "aws_iam_role_policy" "readers" {
  for_each = var.readers

  name = "${var.name}-read-${each.key}"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      merge(
        {
          Sid      = "List"
          Effect   = "Allow"
          Action   = "s3:ListBucket"
          Resource = aws_s3_bucket.this.arn
        },
        {
          for name, condition in { Condition = { StringLike = { "s3:prefix" = "${each.value.prefix}*" } } } :
          name => condition
          if each.value.prefix != ""
        },
      ),
      {
        Sid      = "Objects"
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:GetObjectTagging"]
        Resource = "${aws_s3_bucket.this.arn}/${each.value.prefix}*"
      },
      {
        Sid      = "Key"
        Effect   = "Allow"
        Action   = ["kms:Decrypt"]
        Resource = local.decryption_keys
        Condition = {
          StringEquals = { "kms:ViaService" = "s3.${local.region}.${local.dns_suffix}" }
        }
      },
    ]
  })
  role = each.value.role_name
}

resource "aws_iam_role_policy" "writers" {
  for_each = var.writers

  name = "${var.name}-read-write-${each.key}"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      merge(
        {
          Sid      = "List"
          Effect   = "Allow"
          Action   = "s3:ListBucket"
          Resource = aws_s3_bucket.this.arn
        },
        {
          for name, condition in { Condition = { StringLike = { "s3:prefix" = "${each.value.prefix}*" } } } :
          name => condition
          if each.value.prefix != ""
        },
      ),
      {
        Sid    = "Objects"
        Effect = "Allow"
        Action = [
          "s3:GetObject",
          "s3:GetObjectTagging",
          "s3:PutObject",
          "s3:PutObjectTagging",
          "s3:DeleteObject",
          "s3:AbortMultipartUpload",
          "s3:ListMultipartUploadParts",
        ]
        Resource = "${aws_s3_bucket.this.arn}/${each.value.prefix}*"
      },
      {
        Sid      = "Key"
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource = local.decryption_keys
        Condition = {
          StringEquals = { "kms:ViaService" = "s3.${local.region}.${local.dns_suffix}" }
        }
      },
    ]
  })
  role = each.value.role_name
}

# Values that AWS may have added since

check "known_replication" {
  assert {
    condition = (
      var.replication == null
      ? true
      : contains(
        [
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
        ],
        var.replication.destination.region,
      )
    )
    error_message = "replication.destination.region is not a region that AWS had on 2026-10-20; it may have come since, or be a mistake."
  }
}
