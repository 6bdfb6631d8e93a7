# What the queue has for its options, planned with a mocked provider.

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

  mock_resource "aws_sqs_queue" {
    defaults = { arn = "arn:aws:sqs:us-east-1:123456789012:nimbus-mails" }
  }

  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:us-east-1:123456789012:key/11111111-1111-1111-1111-111111111111" }
  }
}

variables {
  name = "nimbus-mails"
}

run "by_itself" {
  assert {
    condition     = aws_sqs_queue.this.name == "nimbus-mails" && !aws_sqs_queue.this.fifo_queue && aws_sqs_queue.this.deduplication_scope != "messageGroup"
    error_message = "It is a standard queue."
  }

  assert {
    condition     = aws_sqs_queue.this.kms_master_key_id == aws_kms_key.this[0].arn && aws_sqs_queue.dead_letters.kms_master_key_id == aws_kms_key.this[0].arn
    error_message = "Messages are encrypted with the module's own key, dead letters too."
  }

  assert {
    condition     = jsondecode(aws_sqs_queue.this.redrive_policy) == { deadLetterTargetArn = aws_sqs_queue.dead_letters.arn, maxReceiveCount = 5 }
    error_message = "What five receivers could not work on is a dead letter."
  }

  assert {
    condition     = [for statement in jsondecode(aws_sqs_queue_policy.this.policy).Statement : statement.Sid] == ["TlsOnly"]
    error_message = "The policy lets nobody in."
  }

  assert {
    condition     = length(aws_iam_role_policy.senders) == 0 && length(aws_iam_role_policy.receivers) == 0
    error_message = "No role gets in."
  }
}

run "refuses_to_become_another" {
  command = plan

  variables {
    fifo = {}
  }

  expect_failures = [aws_sqs_queue.this]
}

run "fifo" {
  variables {
    fifo         = { content_based_deduplication = true, high_throughput = false }
    replacements = 1
  }

  assert {
    condition     = aws_sqs_queue.this.name == "nimbus-mails.fifo" && aws_sqs_queue.dead_letters.name == "nimbus-mails-dead-letters.fifo"
    error_message = "Both are FIFO queues, which their names say."
  }

  assert {
    condition     = aws_sqs_queue.this.content_based_deduplication && aws_sqs_queue.this.fifo_throughput_limit == "perQueue"
    error_message = "Order and duplicates are looked at as stated."
  }
}

run "event_sources" {
  variables {
    event_sources = {
      uploads      = { service = "s3", source_arn = "arn:aws:s3:::nimbus-uploads" }
      order-events = { service = "sns", source_arn = "arn:aws:sns:us-east-1:123456789012:orders" }
    }
  }

  assert {
    condition     = [for statement in jsondecode(aws_sqs_queue_policy.this.policy).Statement : statement.Principal.Service if statement.Effect == "Allow"] == ["sns.amazonaws.com", "s3.amazonaws.com"]
    error_message = "Each has a statement in the queue's policy."
  }

  assert {
    condition = [for statement in jsondecode(aws_kms_key.this[0].policy).Statement : statement.Condition if try(statement.Principal.Service, "") == "s3.amazonaws.com"] == [
      { ArnLike = { "aws:SourceArn" = "arn:aws:s3:::nimbus-uploads" }, StringEquals = { "aws:SourceAccount" = "123456789012" } }
    ]
    error_message = "And one in the key's, for its own resource and account."
  }
}

run "own_key" {
  variables {
    kms_key = { arn = "arn:aws:kms:us-east-1:123456789012:key/22222222-2222-2222-2222-222222222222" }
  }

  assert {
    condition     = length(aws_kms_key.this) == 0 && endswith(aws_sqs_queue.this.kms_master_key_id, "22222222-2222-2222-2222-222222222222")
    error_message = "The caller's key takes the place of the module's own."
  }
}
