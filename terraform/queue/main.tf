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
  description             = "Messages of the queue ${var.name}"
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

  tags = merge(var.tags, { Name = "${var.name}-queue" })
}

resource "aws_kms_alias" "this" {
  count = var.kms_key == null ? 1 : 0

  name          = "alias/${var.name}-queue"
  target_key_id = one(aws_kms_key.this[*].id)
}

# Dead letters

resource "aws_sqs_queue" "dead_letters" {
  fifo_queue                        = var.fifo != null
  kms_data_key_reuse_period_seconds = var.data_key_reuse
  kms_master_key_id                 = local.kms_key_arn
  max_message_size                  = var.max_message_size
  message_retention_seconds         = var.dead_letters.retention
  name                              = var.fifo != null ? "${var.name}-dead-letters.fifo" : "${var.name}-dead-letters"

  tags = merge(var.tags, { Name = var.fifo != null ? "${var.name}-dead-letters.fifo" : "${var.name}-dead-letters" })
}

# Queue

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

resource "aws_sqs_queue" "this" {
  content_based_deduplication       = var.fifo != null ? var.fifo.content_based_deduplication : null
  deduplication_scope               = var.fifo != null ? (var.fifo.high_throughput ? "messageGroup" : "queue") : null
  delay_seconds                     = var.delay
  fifo_queue                        = var.fifo != null
  fifo_throughput_limit             = var.fifo != null ? (var.fifo.high_throughput ? "perMessageGroupId" : "perQueue") : null
  kms_data_key_reuse_period_seconds = var.data_key_reuse
  kms_master_key_id                 = local.kms_key_arn
  max_message_size                  = var.max_message_size
  message_retention_seconds         = var.message_retention
  name                              = var.fifo != null ? "${var.name}.fifo" : var.name
  receive_wait_time_seconds         = var.receive_wait
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead_letters.arn
    maxReceiveCount     = var.dead_letters.max_receives
  })
  visibility_timeout_seconds = var.visibility_timeout

  tags = merge(var.tags, { Name = var.fifo != null ? "${var.name}.fifo" : var.name })

  lifecycle {
    precondition {
      condition = local.identity_changes == ""
      error_message = join(" ", [
        "Changing ${local.identity_changes} would replace the queue and lose all messages in it. Take it back;",
        "or, if a new one is what you want, raise replacements in the same change.",
      ])
    }
  }
}

# Policies

resource "aws_sqs_queue_policy" "this" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Sid       = "TlsOnly"
          Effect    = "Deny"
          Principal = "*"
          Action    = "sqs:*"
          Resource  = aws_sqs_queue.this.arn
          Condition = { Bool = { "aws:SecureTransport" = "false" } }
        },
      ],
      [for source in values(var.event_sources) : {
        Effect    = "Allow"
        Principal = { Service = "${source.service}.amazonaws.com" }
        Action    = ["sqs:SendMessage"]
        Resource  = aws_sqs_queue.this.arn
        Condition = {
          ArnLike      = { "aws:SourceArn" = source.source_arn }
          StringEquals = { "aws:SourceAccount" = local.account_id }
        }
      }],
    )
  })
  queue_url = aws_sqs_queue.this.url
}

resource "aws_sqs_queue_policy" "dead_letters" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Principal = "*"
        Action    = "sqs:*"
        Resource  = aws_sqs_queue.dead_letters.arn
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })
  queue_url = aws_sqs_queue.dead_letters.url
}

resource "aws_sqs_queue_redrive_allow_policy" "dead_letters" {
  queue_url            = aws_sqs_queue.dead_letters.url
  redrive_allow_policy = jsonencode({ redrivePermission = "byQueue", sourceQueueArns = [aws_sqs_queue.this.arn] })
}

resource "aws_iam_role_policy" "senders" {
  for_each = var.senders

  name = "${var.name}-send-${each.key}"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Queue"
        Effect   = "Allow"
        Action   = ["sqs:SendMessage", "sqs:GetQueueUrl", "sqs:GetQueueAttributes"]
        Resource = aws_sqs_queue.this.arn
      },
      {
        Sid      = "Key"
        Effect   = "Allow"
        Action   = ["kms:GenerateDataKey", "kms:Decrypt"]
        Resource = local.kms_key_arn
        Condition = {
          StringEquals = { "kms:ViaService" = "sqs.${local.region}.${local.dns_suffix}" }
        }
      },
    ]
  })
  role = each.value.role_name
}

resource "aws_iam_role_policy" "receivers" {
  for_each = var.receivers

  name = "${var.name}-receive-${each.key}"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "Queue"
        Effect = "Allow"
        Action = [
          "sqs:ReceiveMessage",
          "sqs:DeleteMessage",
          "sqs:ChangeMessageVisibility",
          "sqs:GetQueueUrl",
          "sqs:GetQueueAttributes",
        ]
        Resource = aws_sqs_queue.this.arn
      },
      {
        Sid      = "Key"
        Effect   = "Allow"
        Action   = ["kms:Decrypt"]
        Resource = local.kms_key_arn
        Condition = {
          StringEquals = { "kms:ViaService" = "sqs.${local.region}.${local.dns_suffix}" }
        }
      },
    ]
  })
  role = each.value.role_name
}

# Alarms

resource "aws_cloudwatch_metric_alarm" "age" {
  alarm_actions       = var.alarm_topic_arns
  alarm_description   = "${var.name}: the oldest message waits for more than ${var.max_age} seconds; nobody receives, or not fast enough"
  alarm_name          = "${var.name}-age"
  comparison_operator = "GreaterThanThreshold"
  datapoints_to_alarm = 3
  dimensions = {
    QueueName = aws_sqs_queue.this.name
  }
  evaluation_periods = 5
  metric_name        = "ApproximateAgeOfOldestMessage"
  namespace          = "AWS/SQS"
  ok_actions         = var.alarm_topic_arns
  period             = 60
  statistic          = "Maximum"
  threshold          = var.max_age
  treat_missing_data = "notBreaching"

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_cloudwatch_metric_alarm" "dead_letters_alarm" {
  alarm_actions       = var.alarm_topic_arns
  alarm_description   = "${var.name}: there are messages that nobody managed to work on; mend the fault, and move them back (StartMessageMoveTask)"
  alarm_name          = "${var.name}-dead-letters"
  comparison_operator = "GreaterThanThreshold"
  dimensions = {
    QueueName = aws_sqs_queue.dead_letters.name
  }
  evaluation_periods = 1
  metric_name        = "ApproximateNumberOfMessagesVisible"
  namespace          = "AWS/SQS"
  ok_actions         = var.alarm_topic_arns
  period             = 60
  statistic          = "Maximum"
  threshold          = 0
  treat_missing_data = "notBreaching"

  tags = merge(var.tags, { Name = var.name })
}
