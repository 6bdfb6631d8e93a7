# What the bucket has for its options, planned with a mocked provider.

mock_provider "aws" {
  mock_data "aws_region" {
    defaults = { id = "us-east-1" }
  }

  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws", dns_suffix = "amazonaws.com" }
  }

  mock_resource "aws_s3_bucket" {
    defaults = { arn = "arn:aws:s3:::nimbus-uploads" }
  }

  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/replication" }
  }

  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:us-east-1:123456789012:key/11111111-1111-1111-1111-111111111111" }
  }
}

variables {
  name = "nimbus-uploads"
}

run "by_itself" {
  assert {
    condition     = aws_s3_bucket_versioning.this.versioning_configuration[0].status == "Enabled"
    error_message = "Old versions are kept."
  }

  assert {
    condition     = !aws_s3_bucket.this.force_destroy
    error_message = "A bucket that holds something is not deleted."
  }

  assert {
    condition = alltrue([
      aws_s3_bucket_public_access_block.this.block_public_acls,
      aws_s3_bucket_public_access_block.this.block_public_policy,
      aws_s3_bucket_public_access_block.this.ignore_public_acls,
      aws_s3_bucket_public_access_block.this.restrict_public_buckets,
    ]) && aws_s3_bucket_ownership_controls.this.rule[0].object_ownership == "BucketOwnerEnforced"
    error_message = "The public is shut out, and there are no ACLs."
  }

  assert {
    condition = one(aws_s3_bucket_server_side_encryption_configuration.this.rule).bucket_key_enabled && one(
      one(aws_s3_bucket_server_side_encryption_configuration.this.rule).apply_server_side_encryption_by_default
      ) == {
      kms_master_key_id = aws_kms_key.this[0].arn
      sse_algorithm     = "aws:kms"
    }
    error_message = "Objects are encrypted with the module's own key, by way of a bucket key."
  }

  assert {
    condition     = aws_kms_key.this[0].enable_key_rotation && aws_kms_key.this[0].deletion_window_in_days == 30
    error_message = "The key is rotated, and its deletion waits."
  }

  assert {
    condition     = jsondecode(aws_s3_bucket_policy.this.policy).Statement[*].Sid == ["TlsOnly", "Tls12", "KmsOnly", "OwnKeyOnly", "NoCustomerKey"] && alltrue([for statement in jsondecode(aws_s3_bucket_policy.this.policy).Statement : statement.Effect == "Deny"])
    error_message = "The policy denies, and lets nobody in."
  }

  assert {
    condition     = [for rule in aws_s3_bucket_lifecycle_configuration.this.rule : rule.id] == ["housekeeping", "old-versions"]
    error_message = "Unfinished uploads and old versions are cleaned up."
  }

  assert {
    condition     = aws_s3_bucket_lifecycle_configuration.this.rule[0].abort_incomplete_multipart_upload[0].days_after_initiation == 7 && aws_s3_bucket_lifecycle_configuration.this.rule[1].noncurrent_version_expiration[0].noncurrent_days == 90
    error_message = "Unfinished uploads go after a week, old versions after 90 days."
  }

  assert {
    condition     = aws_s3_bucket.access_logs[0].bucket == "nimbus-uploads-logs" && aws_s3_bucket_logging.this[0].target_bucket == aws_s3_bucket.access_logs[0].id && !aws_s3_bucket.access_logs[0].force_destroy
    error_message = "Requests are logged to a bucket of the module's own."
  }

  assert {
    condition = length(concat(
      values(aws_s3_bucket_cors_configuration.this),
      aws_s3_bucket_object_lock_configuration.this[*],
      aws_s3_bucket_replication_configuration.this[*],
      aws_iam_role.replication[*],
      aws_s3_bucket_notification.this[*],
      values(aws_iam_role_policy.readers),
      values(aws_iam_role_policy.writers),
    )) == 0
    error_message = "What costs, locks or lets somebody in is off."
  }
}

run "lifecycle" {
  variables {
    expire_noncurrent_versions = false
    lifecycle_rules = {
      a-prefix = { prefix = "exports/", expiration_days = 30, newest_noncurrent_versions = 3, noncurrent_days = 7 }
      b-tag    = { tags = { Kind = "draft" }, expiration_days = 1 }
      c-both   = { prefix = "reports/", tags = { Kind = "monthly" }, transitions = { STANDARD_IA = 30, GLACIER = 60 } }
      d-tags   = { enabled = false, tags = { Kind = "draft", Team = "web" }, transitions = { INTELLIGENT_TIERING = 0 } }
      e-all    = { noncurrent_transitions = { DEEP_ARCHIVE = 1 } }
    }
  }

  assert {
    condition     = [for rule in aws_s3_bucket_lifecycle_configuration.this.rule : rule.id] == ["housekeeping", "a-prefix", "b-tag", "c-both", "d-tags", "e-all"]
    error_message = "The caller's rules stand beside the one that cleans up."
  }

  assert {
    condition = [for rule in slice(aws_s3_bucket_lifecycle_configuration.this.rule, 1, 6) :
      "${length(rule.filter[0].tag)} tag, ${length(rule.filter[0].and)} and"
    ] == ["0 tag, 0 and", "1 tag, 0 and", "0 tag, 1 and", "0 tag, 1 and", "0 tag, 0 and"]
    error_message = "One condition stands by itself, several inside of and."
  }

  assert {
    condition     = aws_s3_bucket_lifecycle_configuration.this.rule[1].noncurrent_version_expiration[0].newer_noncurrent_versions == 3 && aws_s3_bucket_lifecycle_configuration.this.rule[4].status == "Disabled"
    error_message = "A rule can keep the newest old versions, and can be switched off."
  }

  assert {
    condition     = { for move in aws_s3_bucket_lifecycle_configuration.this.rule[3].transition : move.storage_class => move.days } == { STANDARD_IA = 30, GLACIER = 60 }
    error_message = "Objects move down the classes."
  }
}

run "replication" {
  variables {
    replication = {
      destination = {
        bucket_arn  = "arn:aws:s3:::nimbus-recovery"
        region      = "us-west-2"
        kms_key_arn = "arn:aws:kms:us-west-2:123456789012:key/22222222-2222-2222-2222-222222222222"
      }
    }
  }

  assert {
    condition     = aws_s3_bucket_replication_configuration.this[0].rule[0].destination[0].replication_time[0].status == "Enabled" && aws_s3_bucket_replication_configuration.this[0].rule[0].destination[0].metrics[0].event_threshold[0].minutes == 15
    error_message = "Copies are promised within 15 minutes, and measured."
  }

  assert {
    condition     = aws_s3_bucket_replication_configuration.this[0].rule[0].delete_marker_replication[0].status == "Enabled" && aws_s3_bucket_replication_configuration.this[0].rule[0].source_selection_criteria[0].sse_kms_encrypted_objects[0].status == "Enabled"
    error_message = "Deletions and encrypted objects are copied."
  }

  assert {
    condition     = !strcontains(aws_iam_role_policy.replication[0].policy, "ObjectOwnerOverrideToBucketOwner") && length(aws_s3_bucket_replication_configuration.this[0].rule[0].destination[0].access_control_translation) == 0
    error_message = "Copies in the same account keep their owner."
  }
}

run "replication_to_another_account_at_leisure" {
  variables {
    replication = {
      destination = {
        bucket_arn    = "arn:aws:s3:::nimbus-recovery"
        region        = "us-west-2"
        kms_key_arn   = "arn:aws:kms:us-west-2:210987654321:key/22222222-2222-2222-2222-222222222222"
        account_id    = "210987654321"
        storage_class = "STANDARD_IA"
      }
      prefix         = "uploads/"
      delete_markers = false
      metrics        = false
      time_control   = false
    }
  }

  assert {
    condition     = aws_s3_bucket_replication_configuration.this[0].rule[0].destination[0].access_control_translation[0].owner == "Destination" && strcontains(aws_iam_role_policy.replication[0].policy, "ObjectOwnerOverrideToBucketOwner")
    error_message = "Copies in another account belong to it."
  }

  assert {
    condition     = length(aws_s3_bucket_replication_configuration.this[0].rule[0].destination[0].metrics) + length(aws_s3_bucket_replication_configuration.this[0].rule[0].destination[0].replication_time) == 0
    error_message = "Time control and metrics can be off."
  }

  assert {
    condition     = contains(jsondecode(aws_iam_role_policy.replication[0].policy).Statement[*].Resource, "arn:aws:s3:::nimbus-recovery/uploads/*")
    error_message = "The role may write what is copied, and no more."
  }
}

run "refuses_a_copy_in_the_same_region" {
  command = plan

  variables {
    replication = {
      destination = {
        bucket_arn  = "arn:aws:s3:::nimbus-recovery"
        region      = "us-east-1"
        kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/22222222-2222-2222-2222-222222222222"
      }
    }
  }

  expect_failures = [aws_s3_bucket_replication_configuration.this]
}

run "grants" {
  variables {
    former_kms_keys = ["arn:aws:kms:us-east-1:123456789012:key/33333333-3333-3333-3333-333333333333"]
    readers         = { reports = { role_name = "reports", prefix = "reports/" } }
    writers         = { web = { role_name = "web" } }
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.readers["reports"].policy).Statement[0].Condition.StringLike["s3:prefix"] == "reports/*" && jsondecode(aws_iam_role_policy.readers["reports"].policy).Statement[1].Resource == "arn:aws:s3:::nimbus-uploads/reports/*"
    error_message = "A prefix limits what is listed and what is read."
  }

  assert {
    condition     = !can(jsondecode(aws_iam_role_policy.writers["web"].policy).Statement[0].Condition)
    error_message = "Without a prefix the whole bucket is listed."
  }

  assert {
    condition     = !strcontains(aws_iam_role_policy.readers["reports"].policy, "Put") && !strcontains(aws_iam_role_policy.readers["reports"].policy, "GenerateDataKey")
    error_message = "A reader does not write."
  }

  assert {
    condition     = length(jsondecode(aws_iam_role_policy.writers["web"].policy).Statement[2].Resource) == 2 && !strcontains(aws_iam_role_policy.writers["web"].policy, "DeleteObjectVersion")
    error_message = "A writer can decrypt what former keys encrypted, and cannot delete old versions."
  }
}

run "statements" {
  variables {
    policy_statements = {
      Distribution = {
        principals  = { services = ["cloudfront.amazonaws.com"] }
        actions     = ["s3:GetObject"]
        prefix      = "public/"
        key_actions = ["kms:Decrypt"]
        conditions = {
          StringEquals = { "aws:SourceArn" = ["arn:aws:cloudfront::123456789012:distribution/E1"], "s3:ExistingObjectTag/Public" = ["yes"] }
          StringLike   = { "s3:prefix" = ["public/*"] }
        }
      }
      Auditor = { principals = { aws = ["210987654321"] }, actions = ["s3:ListBucket"] }
    }
  }

  assert {
    condition     = [for statement in jsondecode(aws_s3_bucket_policy.this.policy).Statement : statement.Sid if statement.Effect == "Allow"] == ["Auditor", "Distribution"]
    error_message = "The caller's statements stand beside the module's."
  }

  assert {
    condition = [for statement in jsondecode(aws_kms_key.this[0].policy).Statement : statement if statement.Sid == "Distribution"] == [{
      Sid       = "Distribution"
      Effect    = "Allow"
      Principal = { Service = ["cloudfront.amazonaws.com"] }
      Action    = ["kms:Decrypt"]
      Resource  = "*"
      Condition = { StringEquals = { "aws:SourceArn" = ["arn:aws:cloudfront::123456789012:distribution/E1"] } }
    }]
    error_message = "Who reads objects can decrypt them, under the conditions that KMS knows."
  }

  assert {
    condition     = length(jsondecode(aws_kms_key.this[0].policy).Statement) == 2
    error_message = "A statement without key_actions says nothing to the key."
  }
}

run "key_of_the_caller" {
  variables {
    kms_key     = { arn = "arn:aws:kms:us-east-1:123456789012:key/44444444-4444-4444-4444-444444444444" }
    own_kms_key = false
    readers     = { web = { role_name = "web" } }
  }

  assert {
    condition     = length(aws_kms_key.this) == 0 && output.kms_key_arn == var.kms_key.arn && jsondecode(aws_iam_role_policy.readers["web"].policy).Statement[2].Resource == [var.kms_key.arn]
    error_message = "The caller's key takes the place of the module's own."
  }
}

run "key_given_later" {
  variables {
    kms_key = { arn = "arn:aws:kms:us-east-1:123456789012:key/44444444-4444-4444-4444-444444444444" }
    readers = { web = { role_name = "web" } }
  }

  assert {
    condition     = length(aws_kms_key.this) == 1 && jsondecode(aws_iam_role_policy.readers["web"].policy).Statement[2].Resource == [var.kms_key.arn, aws_kms_key.this[0].arn]
    error_message = "The module's own key stays for what it encrypted."
  }
}

run "logs_of_the_caller" {
  variables {
    own_log_bucket = false
    log_bucket     = { name = "nimbus-logs", prefix = "uploads/" }
  }

  assert {
    condition     = length(aws_s3_bucket.access_logs) == 0 && output.log_bucket_name == null && aws_s3_bucket_logging.this[0].target_bucket == "nimbus-logs" && aws_s3_bucket_logging.this[0].target_prefix == "uploads/"
    error_message = "Requests are logged to the caller's bucket."
  }
}

run "no_logs" {
  variables {
    access_logs = false
  }

  assert {
    condition     = length(aws_s3_bucket_logging.this) == 0 && length(aws_s3_bucket.access_logs) == 1
    error_message = "The bucket of the logs outlives the logging."
  }
}

run "extras" {
  variables {
    versioning   = true
    event_bridge = true
    object_lock  = { mode = "GOVERNANCE", years = 1 }
    cors_rules   = { app = { allowed_origins = ["https://app.example.com"], allowed_methods = ["PUT"] } }
  }

  assert {
    condition     = aws_s3_bucket_object_lock_configuration.this[0].rule[0].default_retention[0].years == 1 && aws_s3_bucket_notification.this[0].eventbridge
    error_message = "Object Lock and events can be on."
  }

  assert {
    condition     = one(aws_s3_bucket_cors_configuration.this["this"].cors_rule).max_age_seconds == 3600 && tolist(one(aws_s3_bucket_cors_configuration.this["this"].cors_rule).expose_headers) == tolist(["ETag"])
    error_message = "A page that uploads can read the ETag."
  }
}
