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

locals {
  kms_key_arn = var.kms_key != null ? var.kms_key.arn : one(aws_kms_key.this[*].arn)
}

resource "aws_kms_key" "this" {
  count = var.kms_key == null ? 1 : 0

  deletion_window_in_days = 30
  description             = "Messages of the topic ${var.name}"
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
      [for source in values(var.event_sources) : {
        Effect    = "Allow"
        Principal = { Service = "${source.service}.amazonaws.com" }
        Action    = ["kms:GenerateDataKey", "kms:Decrypt"]
        Resource  = "*"
        Condition = {
          ArnLike      = { "aws:SourceArn" = source.source_arn }
          StringEquals = { "aws:SourceAccount" = local.account_id }
        }
      }],
    )
  })

  tags = merge(var.tags, { Name = "${var.name}-topic" })
}

resource "aws_kms_alias" "this" {
  count = var.kms_key == null ? 1 : 0

  name          = "alias/${var.name}-topic"
  target_key_id = one(aws_kms_key.this[*].id)
}

# Topic

locals {
  identity_changes = join(
    ", ",
    [
      for name, value in {
        for name, value in { name = var.name, fifo = var.fifo != null } :
        name => value == null ? "null" : tostring(value)
      } : "${name} from ${try(one(values(terraform_data.identity)).output[name], "")} to ${value}"
      if value != try(one(values(terraform_data.identity)).output[name], value)
    ],
  )
}

resource "terraform_data" "identity" {
  for_each = toset([tostring(var.replacements)])

  input = {
    for name, value in { name = var.name, fifo = var.fifo != null } : name => value == null ? "null" : tostring(value)
  }

  lifecycle {
    ignore_changes = [input]
  }
}

resource "aws_sns_topic" "this" {
  content_based_deduplication = var.fifo != null ? var.fifo.content_based_deduplication : null
  display_name                = var.display_name
  fifo_topic                  = var.fifo != null
  kms_master_key_id           = local.kms_key_arn
  name                        = var.fifo != null ? "${var.name}.fifo" : var.name
  signature_version           = 2

  tags = merge(var.tags, { Name = var.fifo != null ? "${var.name}.fifo" : var.name })

  lifecycle {
    precondition {
      condition = local.identity_changes == ""
      error_message = join(" ", [
        "Changing ${local.identity_changes} would replace the topic and lose every subscription that others made.",
        "Take it back; or, if a new one is what you want, raise replacements in the same change.",
      ])
    }
  }
}

# Policy

resource "aws_sns_topic_policy" "this" {
  arn = aws_sns_topic.this.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Sid       = "TlsOnly"
          Effect    = "Deny"
          Principal = "*"
          Action    = "sns:Publish"
          Resource  = aws_sns_topic.this.arn
          Condition = { Bool = { "aws:SecureTransport" = "false" } }
        },
      ],
      [for source in values(var.event_sources) : {
        Effect    = "Allow"
        Principal = { Service = "${source.service}.amazonaws.com" }
        Action    = ["sns:Publish"]
        Resource  = aws_sns_topic.this.arn
        Condition = {
          ArnLike      = { "aws:SourceArn" = source.source_arn }
          StringEquals = { "aws:SourceAccount" = local.account_id }
        }
      }],
    )
  })
}

# Subscriptions

locals {
  subscription_turns_by_name = { for name, one in var.subscriptions : name => "${one.protocol}:${one.endpoint}" }
}

# Replaced when any of them changes: what goes is gone before what comes is made, since AWS takes each once.
resource "terraform_data" "subscription_turns" {
  triggers_replace = tomap(local.subscription_turns_by_name)

  lifecycle {
    precondition {
      condition = length(distinct(values(local.subscription_turns_by_name))) == length(local.subscription_turns_by_name)
      error_message = join("", [
        "Two subscriptions are one for AWS, which takes each once: ",
        join(", ", nonsensitive([
          for names in values({ for name, content in local.subscription_turns_by_name : content => name... }) :
          join(" and ", names)
          if length(names) > 1
        ])),
        ". Leave one of them out.",
      ])
    }
  }
}

resource "aws_sns_topic_subscription" "subscriptions" {
  for_each = var.subscriptions

  endpoint             = each.value.endpoint
  filter_policy        = each.value.filter_policy
  filter_policy_scope  = each.value.filter_policy == null ? null : each.value.filter_scope
  protocol             = each.value.protocol
  raw_message_delivery = each.value.raw
  redrive_policy = (
    each.value.dead_letters == null
    ? null
    : jsonencode({ deadLetterTargetArn = each.value.dead_letters.queue_arn })
  )
  subscription_role_arn = each.value.firehose_role == null ? null : each.value.firehose_role.arn
  topic_arn             = aws_sns_topic.this.arn

  lifecycle {
    replace_triggered_by = [terraform_data.subscription_turns.triggers_replace[each.key]]
  }
  depends_on = [terraform_data.subscription_turns]
}

# Alarm

resource "aws_cloudwatch_metric_alarm" "undelivered" {
  alarm_actions       = var.alarm_topic_arns
  alarm_description   = "${var.name}: messages could not be delivered to who subscribed, after all tries"
  alarm_name          = "${var.name}-undelivered"
  comparison_operator = "GreaterThanThreshold"
  dimensions = {
    TopicName = aws_sns_topic.this.name
  }
  evaluation_periods = 1
  metric_name        = "NumberOfNotificationsFailed"
  namespace          = "AWS/SNS"
  ok_actions         = var.alarm_topic_arns
  period             = 300
  statistic          = "Sum"
  threshold          = 0
  treat_missing_data = "notBreaching"

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_iam_role_policy" "publishers" {
  for_each = var.publishers

  name = "${var.name}-publish-${each.key}"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Topic"
        Effect   = "Allow"
        Action   = ["sns:Publish"]
        Resource = aws_sns_topic.this.arn
      },
      {
        Sid      = "Key"
        Effect   = "Allow"
        Action   = ["kms:GenerateDataKey", "kms:Decrypt"]
        Resource = local.kms_key_arn
        Condition = {
          StringEquals = { "kms:ViaService" = "sns.${local.region}.${local.dns_suffix}" }
        }
      },
    ]
  })
  role = each.value.role_name
}
