# What the topic has for its options, planned with a mocked provider.

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

  mock_resource "aws_sns_topic" {
    defaults = { arn = "arn:aws:sns:us-east-1:123456789012:nimbus-orders" }
  }

  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:us-east-1:123456789012:key/11111111-1111-1111-1111-111111111111" }
  }
}

variables {
  name = "nimbus-orders"
}

run "by_itself" {
  assert {
    condition     = aws_sns_topic.this.name == "nimbus-orders" && aws_sns_topic.this.kms_master_key_id == aws_kms_key.this[0].arn
    error_message = "It is encrypted with the module's own key."
  }

  assert {
    condition     = [for statement in jsondecode(aws_sns_topic_policy.this.policy).Statement : statement.Effect] == ["Deny"]
    error_message = "The policy lets nobody in."
  }

  assert {
    condition     = length(aws_sns_topic_subscription.subscriptions) == 0
    error_message = "Nobody subscribed."
  }
}

run "subscriptions" {
  variables {
    subscriptions = {
      mails = {
        protocol      = "sqs"
        endpoint      = "arn:aws:sqs:us-east-1:123456789012:nimbus-mails"
        filter_policy = jsonencode({ kind = ["order"] })
        filter_scope  = "MessageBody"
        raw           = true
        dead_letters  = { queue_arn = "arn:aws:sqs:us-east-1:123456789012:nimbus-undelivered" }
      }
      team = { protocol = "email", endpoint = "team@example.com" }
    }
  }

  assert {
    condition     = aws_sns_topic_subscription.subscriptions["mails"].filter_policy_scope == "MessageBody" && aws_sns_topic_subscription.subscriptions["mails"].raw_message_delivery
    error_message = "The queue gets what it asked for, as it asked for it."
  }

  assert {
    condition     = jsondecode(aws_sns_topic_subscription.subscriptions["mails"].redrive_policy).deadLetterTargetArn == "arn:aws:sqs:us-east-1:123456789012:nimbus-undelivered"
    error_message = "What it could not get is kept."
  }

  assert {
    condition     = aws_sns_topic_subscription.subscriptions["team"].redrive_policy == null && !aws_sns_topic_subscription.subscriptions["team"].raw_message_delivery
    error_message = "The team gets everything, with its envelope."
  }
}

run "refuses_to_become_another" {
  command = plan

  variables {
    fifo = {}
  }

  expect_failures = [aws_sns_topic.this]
}
