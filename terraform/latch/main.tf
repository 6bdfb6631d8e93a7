locals {
  account_id     = terraform_data.surroundings.input.account_id
  partition      = terraform_data.surroundings.input.partition
  dns_suffix     = terraform_data.surroundings.input.dns_suffix
  region         = terraform_data.surroundings.input.region
  parameter_name = coalesce(var.parameter_name, "/holdfast/${var.name}/serving-region")
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

# Decision

resource "aws_ssm_parameter" "this" {
  #checkov:skip=CKV2_AWS_34:No secret: the name of a region
  allowed_pattern = "^(${var.primary_region}|${local.region})$"
  description     = "The region that serves, by the latch ${var.name}: ${var.primary_region} or ${local.region}"
  insecure_value  = var.primary_region
  name            = local.parameter_name
  type            = "String"

  tags = merge(var.tags, { Name = var.name })

  lifecycle {
    ignore_changes = [insecure_value]

    precondition {
      condition = var.primary_region != local.region
      error_message = join(" ", [
        "primary_region is ${local.region}, where this latch would stand: it would be lost with what it decides about.",
        "Give the module a provider of the recovery region.",
      ])
    }
  }
}

# State machine

resource "aws_kms_key" "this" {
  count = var.kms_key == null ? 1 : 0

  deletion_window_in_days = 30
  description             = "Log of the latch of ${var.name}"
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
      {
        Sid       = "CloudWatchLogs"
        Effect    = "Allow"
        Principal = { Service = "logs.${local.region}.${local.dns_suffix}" }
        Action = [
          "kms:Encrypt*",
          "kms:Decrypt*",
          "kms:ReEncrypt*",
          "kms:GenerateDataKey*",
          "kms:Describe*",
        ]
        Resource = "*"
        Condition = {
          ArnLike = {
            "kms:EncryptionContext:aws:logs:arn" = join("", [
              "arn:${local.partition}:logs:${local.region}:${local.account_id}:log-group:/aws/vendedlogs/",
              "states/${var.name}",
            ])
          }
        }
      },
    ]
  })

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_kms_alias" "this" {
  count = var.kms_key == null ? 1 : 0

  name          = "alias/${var.name}"
  target_key_id = one(aws_kms_key.this[*].id)
}

resource "aws_cloudwatch_log_group" "this" {
  kms_key_id        = var.kms_key != null ? var.kms_key.arn : one(aws_kms_key.this[*].arn)
  name              = "/aws/vendedlogs/states/${var.name}"
  retention_in_days = var.log_retention_days

  tags = merge(var.tags, { Name = "/aws/vendedlogs/states/${var.name}" })
}

resource "aws_iam_role" "this" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { Service = "states.amazonaws.com" }
        Condition = {
          StringEquals = { "aws:SourceAccount" = local.account_id }
          ArnLike = {
            "aws:SourceArn" = "arn:${local.partition}:states:${local.region}:${local.account_id}:stateMachine:*"
          }
        }
      },
    ]
  })
  description          = "Publishes which region serves, ${var.name}"
  name                 = var.name
  permissions_boundary = var.permissions_boundary != null ? var.permissions_boundary.arn : null

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_iam_role_policy" "this" {
  name = "watch"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Sid      = "ReadDecision"
          Effect   = "Allow"
          Action   = "ssm:GetParameter"
          Resource = "arn:${local.partition}:ssm:${local.region}:${local.account_id}:parameter${local.parameter_name}"
        },
        {
          Sid       = "Metric"
          Effect    = "Allow"
          Action    = "cloudwatch:PutMetricData"
          Resource  = "*"
          Condition = { StringEquals = { "cloudwatch:namespace" = var.metric_namespace } }
        },
        {
          Sid    = "LogAndTrace"
          Effect = "Allow"
          Action = [
            "logs:CreateLogDelivery",
            "logs:DeleteLogDelivery",
            "logs:DescribeLogGroups",
            "logs:DescribeResourcePolicies",
            "logs:GetLogDelivery",
            "logs:ListLogDeliveries",
            "logs:PutResourcePolicy",
            "logs:UpdateLogDelivery",
            "xray:GetSamplingRules",
            "xray:GetSamplingTargets",
            "xray:PutTelemetryRecords",
            "xray:PutTraceSegments",
          ]
          Resource = "*"
        },
      ],
      var.switch == "automatic" ? [
        {
          Sid      = "Decide"
          Effect   = "Allow"
          Action   = "ssm:PutParameter"
          Resource = "arn:${local.partition}:ssm:${local.region}:${local.account_id}:parameter${local.parameter_name}"
        },
        {
          Sid      = "Targets"
          Effect   = "Allow"
          Action   = "elasticloadbalancing:DescribeTargetHealth"
          Resource = "*"
        },
      ] : [],
    )
  })
  role = aws_iam_role.this.id
}

# An execution takes seconds: as EXPRESS it costs a fiftieth of a standard one, and its errors are in the log.
resource "aws_sfn_state_machine" "this" {
  definition = (
    var.switch == "automatic"
    ? jsonencode({
      Comment        = "Publishes which region serves"
      QueryLanguage  = "JSONata"
      StartAt        = "Settings"
      TimeoutSeconds = 50
      States = {
        Settings = {
          Type   = "Pass"
          Assign = { primary_region = var.primary_region, recovery_region = local.region }
          Next   = "Read the decision"
        }
        "Read the decision" = {
          Type      = "Task"
          Resource  = "arn:${local.partition}:states:::aws-sdk:ssm:getParameter"
          Arguments = { Name = aws_ssm_parameter.this.name }
          Retry = [
            {
              ErrorEquals     = ["States.TaskFailed"]
              IntervalSeconds = 2
              MaxAttempts     = 2
              BackoffRate     = 2
              JitterStrategy  = "FULL"
            },
          ]
          Output = "{% { 'region': $states.result.Parameter.Value, 'failed': false } %}"
          Next   = "What was decided?"
        }
        "What was decided?" = {
          Type = "Choice"
          Choices = [
            {
              Condition = "{% $states.input.region = $recovery_region %}"
              Next      = "Publish"
            },
            {
              Condition = "{% $states.input.region = $primary_region %}"
              Next      = "Look at the services"
            },
          ]
          Default = "Neither region"
        }
        "Look at the services" = {
          Type           = "Map"
          Items          = var.target_group_arns
          MaxConcurrency = 4
          ItemProcessor = {
            ProcessorConfig = { Mode = "INLINE" }
            StartAt         = "Find targets"
            States = {
              "Find targets" = {
                Type      = "Task"
                Resource  = "arn:${local.partition}:states:::aws-sdk:elasticloadbalancingv2:describeTargetHealth"
                Arguments = { TargetGroupArn = "{% $states.input %}" }
                Retry = [
                  {
                    ErrorEquals     = ["States.TaskFailed"]
                    IntervalSeconds = 2
                    MaxAttempts     = 2
                    BackoffRate     = 2
                    JitterStrategy  = "FULL"
                  },
                ]
                Catch = [
                  {
                    ErrorEquals = ["States.ALL"]
                    Output      = { serves = false, failed = true }
                    Next        = "Find targets failed"
                  },
                ]
                Output = "{% { 'serves': 'healthy' in $states.result.TargetHealthDescriptions.TargetHealth.State, 'failed': false } %}"
                End    = true
              }
              "Find targets failed" = { Type = "Pass", End = true }
            }
          }
          Output = join(" ", [
            "{% { 'region': $states.input.region, 'serve': $not(false in [$states.result.serves]), 'failed':",
            "true in [$states.result.failed] } %}",
          ])
          Next = "Do all of them serve?"
        }
        "Do all of them serve?" = {
          Type    = "Choice"
          Choices = [{ Condition = "{% $states.input.serve %}", Next = "Decide" }]
          Default = "Publish"
        }
        Decide = {
          Type     = "Task"
          Resource = "arn:${local.partition}:states:::aws-sdk:ssm:putParameter"
          Arguments = {
            Name      = aws_ssm_parameter.this.name
            Value     = local.region
            Type      = "String"
            Overwrite = true
          }
          Retry = [
            {
              ErrorEquals     = ["States.TaskFailed"]
              IntervalSeconds = 2
              MaxAttempts     = 2
              BackoffRate     = 2
              JitterStrategy  = "FULL"
            },
          ]
          Catch = [
            {
              ErrorEquals = ["States.ALL"]
              Output      = "{% $merge([$states.input, { 'failed': true }]) %}"
              Next        = "Publish"
            },
          ]
          Output = "{% { 'region': $recovery_region, 'failed': false } %}"
          Next   = "Publish"
        }
        Publish = {
          Type     = "Task"
          Resource = "arn:${local.partition}:states:::aws-sdk:cloudwatch:putMetricData"
          Arguments = {
            Namespace = var.metric_namespace
            MetricData = [
              {
                MetricName = "ServedByRecovery"
                Dimensions = [{ Name = "Latch", Value = var.name }]
                Unit       = "None"
                Value      = "{% $states.input.region = $recovery_region ? 1 : 0 %}"
              },
            ]
          }
          Retry = [
            {
              ErrorEquals     = ["States.TaskFailed"]
              IntervalSeconds = 2
              MaxAttempts     = 2
              BackoffRate     = 2
              JitterStrategy  = "FULL"
            },
          ]
          Output = "{% $states.input %}"
          Next   = "Did anything fail?"
        }
        "Did anything fail?" = {
          Type    = "Choice"
          Choices = [{ Condition = "{% $states.input.failed %}", Next = "Incomplete" }]
          Default = "Done"
        }
        Done = { Type = "Succeed" }
        Incomplete = {
          Type  = "Fail"
          Error = "Latch.Incomplete"
          Cause = "A target group could not be asked for, or the decision not be written; the log of this execution says which"
        }
        "Neither region" = {
          Type  = "Fail"
          Error = "Latch.NeitherRegion"
          Cause = join(" ", [
            "{% 'The decision is ' & $states.input.region & ',",
            "and must be ' & $primary_region & ' or ' & $recovery_region & '. Names stay where they are.",
            "Write it with aws ssm put-parameter --overwrite' %}",
          ])
        }
      }
    })
    : jsonencode({
      Comment        = "Publishes which region serves"
      QueryLanguage  = "JSONata"
      StartAt        = "Settings"
      TimeoutSeconds = 50
      States = {
        Settings = {
          Type   = "Pass"
          Assign = { primary_region = var.primary_region, recovery_region = local.region }
          Next   = "Read the decision"
        }
        "Read the decision" = {
          Type      = "Task"
          Resource  = "arn:${local.partition}:states:::aws-sdk:ssm:getParameter"
          Arguments = { Name = aws_ssm_parameter.this.name }
          Retry = [
            {
              ErrorEquals     = ["States.TaskFailed"]
              IntervalSeconds = 2
              MaxAttempts     = 2
              BackoffRate     = 2
              JitterStrategy  = "FULL"
            },
          ]
          Output = "{% { 'region': $states.result.Parameter.Value, 'failed': false } %}"
          Next   = "What was decided?"
        }
        "What was decided?" = {
          Type = "Choice"
          Choices = [
            {
              Condition = "{% $states.input.region = $recovery_region %}"
              Next      = "Publish"
            },
            { Condition = "{% $states.input.region = $primary_region %}", Next = "Publish" },
          ]
          Default = "Neither region"
        }
        Publish = {
          Type     = "Task"
          Resource = "arn:${local.partition}:states:::aws-sdk:cloudwatch:putMetricData"
          Arguments = {
            Namespace = var.metric_namespace
            MetricData = [
              {
                MetricName = "ServedByRecovery"
                Dimensions = [{ Name = "Latch", Value = var.name }]
                Unit       = "None"
                Value      = "{% $states.input.region = $recovery_region ? 1 : 0 %}"
              },
            ]
          }
          Retry = [
            {
              ErrorEquals     = ["States.TaskFailed"]
              IntervalSeconds = 2
              MaxAttempts     = 2
              BackoffRate     = 2
              JitterStrategy  = "FULL"
            },
          ]
          Output = "{% $states.input %}"
          Next   = "Did anything fail?"
        }
        "Did anything fail?" = {
          Type    = "Choice"
          Choices = [{ Condition = "{% $states.input.failed %}", Next = "Incomplete" }]
          Default = "Done"
        }
        Done = { Type = "Succeed" }
        Incomplete = {
          Type  = "Fail"
          Error = "Latch.Incomplete"
          Cause = "A target group could not be asked for, or the decision not be written; the log of this execution says which"
        }
        "Neither region" = {
          Type  = "Fail"
          Error = "Latch.NeitherRegion"
          Cause = join(" ", [
            "{% 'The decision is ' & $states.input.region & ',",
            "and must be ' & $primary_region & ' or ' & $recovery_region & '. Names stay where they are.",
            "Write it with aws ssm put-parameter --overwrite' %}",
          ])
        }
      }
    })
  )
  name     = var.name
  role_arn = aws_iam_role.this.arn
  type     = "EXPRESS"

  logging_configuration {
    include_execution_data = true
    level                  = "ERROR"
    log_destination        = "${aws_cloudwatch_log_group.this.arn}:*"
  }

  tracing_configuration {
    enabled = true
  }

  tags = merge(var.tags, { Name = var.name })
}

# Schedule

resource "aws_iam_role" "schedule" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { Service = "scheduler.amazonaws.com" }
        Condition = { StringEquals = { "aws:SourceAccount" = local.account_id } }
      },
    ]
  })
  description          = "Starts the latch of the recovery region, ${var.name}"
  name                 = "${var.name}-schedule"
  permissions_boundary = var.permissions_boundary != null ? var.permissions_boundary.arn : null

  tags = merge(var.tags, { Name = "${var.name}-schedule" })
}

resource "aws_iam_role_policy" "schedule" {
  name = "start"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "states:StartExecution"
        Resource = aws_sfn_state_machine.this.arn
      },
    ]
  })
  role = aws_iam_role.schedule.id
}

resource "aws_scheduler_schedule" "this" {
  #checkov:skip=CKV_AWS_297:A schedule holds no data: a name, a time and two ARNs
  description         = "Starts the latch of ${var.name}"
  name                = var.name
  schedule_expression = "rate(1 minute)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = aws_sfn_state_machine.this.arn
    role_arn = aws_iam_role.schedule.arn

    retry_policy {
      maximum_event_age_in_seconds = 60
      maximum_retry_attempts       = 0
    }
  }
}

# Alarms

resource "aws_cloudwatch_metric_alarm" "silent" {
  alarm_actions = var.alarm_topic_arns
  alarm_description = join(" ", [
    "${var.name}: nobody publishes the decision. Names stay where they are, and follow no new decision;",
    "see the log of the state machine",
  ])
  alarm_name          = "${var.name}-silent"
  comparison_operator = "LessThanThreshold"
  dimensions = {
    Latch = var.name
  }
  evaluation_periods = 5
  metric_name        = "ServedByRecovery"
  namespace          = var.metric_namespace
  ok_actions         = var.alarm_topic_arns
  period             = 60
  statistic          = "SampleCount"
  threshold          = 1
  treat_missing_data = "breaching"

  tags = merge(var.tags, { Name = "${var.name}-silent" })
}

# Route 53 knows no alarms on M of N periods, on metric math or on percentiles: this one has neither.
resource "aws_cloudwatch_metric_alarm" "this" {
  alarm_actions       = var.alarm_topic_arns
  alarm_description   = "${var.name}: it is decided that the recovery region serves, and names stay there until it is decided otherwise"
  alarm_name          = var.name
  comparison_operator = "GreaterThanOrEqualToThreshold"
  dimensions = {
    Latch = var.name
  }
  evaluation_periods = 1
  metric_name        = "ServedByRecovery"
  namespace          = var.metric_namespace
  ok_actions         = var.alarm_topic_arns
  period             = 60
  statistic          = "Maximum"
  threshold          = 1
  treat_missing_data = "ignore"

  tags = merge(var.tags, { Name = var.name })

  lifecycle {
    create_before_destroy = true
  }
}

# Values that AWS may have added since

check "known_primary_region" {
  assert {
    condition = contains(
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
      var.primary_region,
    )
    error_message = "primary_region is not a region that AWS had on 2026-10-20; it may have come since, or be a mistake."
  }
}
