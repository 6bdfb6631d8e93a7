locals {
  account_id = terraform_data.surroundings.input.account_id
  partition  = terraform_data.surroundings.input.partition
  dns_suffix = terraform_data.surroundings.input.dns_suffix
  region     = terraform_data.surroundings.input.region
  image_parts = [
    for image in [
      for name, image in var.images :
      merge(
        { name = name },
        regex(
          join("", [
            "^(?P<registry_id>[0-9]{12})[.]dkr[.-]ecr(?:-fips)?[.](?P<region>[a-z0-9-]+)[.](?:amazonaws[.]com|",
            "amazonaws[.]com[.]cn|amazonaws[.]eu|on[.]aws|on[.]amazonwebservices[.](?:com[.]cn|eu))/",
            "(?P<repository>[a-z0-9._/-]+)(?::(?P<tag>[A-Za-z0-9_.-]+))?(?:@(?P<digest>sha256:[0-9a-f]{64}))?$",
          ]),
          image,
        ),
      )
    ] :
    {
      name        = image.name
      registry_id = image.registry_id
      region      = image.region
      repository  = image.repository
      image_id = (
        image.digest == null
        ? tomap({ ImageTag = coalesce(image.tag, "latest") })
        : tomap({ ImageDigest = image.digest })
      )
    }
  ]
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

# Parameter

resource "aws_ssm_parameter" "this" {
  #checkov:skip=CKV2_AWS_34:No secret: times, and the names of copies
  description = "What the watch of ${var.name} found last, for a recovery to read"
  insecure_value = jsonencode({
    schema     = 2
    checked_at = null
    database = var.database != null ? {
      automated_backup_arn     = var.database.automated_backup_arn
      status                   = "unknown"
      earliest_restorable_time = null
      latest_restorable_time   = null
      allocated_storage        = null
      encrypted                = false
    } : null
    replica        = null
    snapshots      = null
    missing_images = []
    stale_secrets  = []
  })
  name = coalesce(var.parameter_name, "/holdfast/${var.name}/copies")
  type = "String"

  tags = merge(var.tags, { Name = var.name })

  lifecycle {
    ignore_changes = [insecure_value]
  }
}

# State machine

resource "aws_kms_key" "this" {
  count = var.kms_key == null ? 1 : 0

  deletion_window_in_days = 30
  description             = "Log of the recovery watch of ${var.name}"
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
              "states/${var.name}-recovery-watch",
            ])
          }
        }
      },
    ]
  })

  tags = merge(var.tags, { Name = "${var.name}-recovery-watch" })
}

resource "aws_kms_alias" "this" {
  count = var.kms_key == null ? 1 : 0

  name          = "alias/${var.name}-recovery-watch"
  target_key_id = one(aws_kms_key.this[*].id)
}

resource "aws_cloudwatch_log_group" "this" {
  kms_key_id        = var.kms_key != null ? var.kms_key.arn : one(aws_kms_key.this[*].arn)
  name              = "/aws/vendedlogs/states/${var.name}-recovery-watch"
  retention_in_days = var.log_retention_days

  tags = merge(var.tags, { Name = "/aws/vendedlogs/states/${var.name}-recovery-watch" })
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
  description          = "Measures what the recovery region would start from, ${var.name}"
  name                 = "${var.name}-recovery-watch"
  permissions_boundary = var.permissions_boundary != null ? var.permissions_boundary.arn : null

  tags = merge(var.tags, { Name = "${var.name}-recovery-watch" })
}

resource "aws_iam_role_policy" "this" {
  name = "watch"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Sid      = "Copies"
          Effect   = "Allow"
          Action   = ["rds:DescribeDBInstanceAutomatedBackups", "rds:DescribeDBSnapshots"]
          Resource = "*"
        },
        {
          Sid       = "Metrics"
          Effect    = "Allow"
          Action    = "cloudwatch:PutMetricData"
          Resource  = "*"
          Condition = { StringEquals = { "cloudwatch:namespace" = var.metric_namespace } }
        },
        {
          Sid    = "Remember"
          Effect = "Allow"
          Action = "ssm:PutParameter"
          Resource = join("", [
            "arn:${local.partition}:ssm:${local.region}:${local.account_id}:",
            "parameter${coalesce(var.parameter_name, "/holdfast/${var.name}/copies")}",
          ])
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
      var.replica != null ? [
        {
          Sid      = "Replica"
          Effect   = "Allow"
          Action   = ["cloudwatch:GetMetricStatistics", "rds:DescribeDBInstances"]
          Resource = "*"
        },
      ] : [],
      var.restore_test != null ? [
        {
          Sid      = "RestoreTests"
          Effect   = "Allow"
          Action   = "backup:ListRestoreJobs"
          Resource = "*"
        },
      ] : [],
      var.kit != null ? [
        {
          Sid       = "Kit"
          Effect    = "Allow"
          Action    = "s3:ListBucket"
          Resource  = "arn:${local.partition}:s3:::${var.kit.bucket}"
          Condition = { StringEquals = { "s3:prefix" = var.kit.key } }
        },
      ] : [],
      [for statement in [
        {
          Sid    = "Images"
          Effect = "Allow"
          Action = "ecr:DescribeImages"
          Resource = distinct([
            for image in local.image_parts :
            "arn:${local.partition}:ecr:${image.region}:${image.registry_id}:repository/${image.repository}"
          ])
        },
      ] : statement if length(var.images) > 0],
      [for statement in [
        {
          Sid      = "Secrets"
          Effect   = "Allow"
          Action   = "secretsmanager:DescribeSecret"
          Resource = values(var.secrets)
        },
      ] : statement if length(var.secrets) > 0],
    )
  })
  role = aws_iam_role.this.id
}

# An execution takes seconds: as EXPRESS it costs a fiftieth of a standard one, and its errors are in the log.
resource "aws_sfn_state_machine" "this" {
  definition = jsonencode({
    Comment        = "Measures what the recovery region would start from"
    QueryLanguage  = "JSONata"
    StartAt        = "Settings"
    TimeoutSeconds = 240
    States = {
      Settings = {
        Type = "Pass"
        Assign = {
          environment          = var.name
          primary_region       = var.primary_region
          automated_backup_arn = var.database != null ? var.database.automated_backup_arn : ""
          snapshot_key         = try(var.snapshots.kms_key != null, false) ? var.snapshots.kms_key.arn : ""
          kit_key              = var.kit != null ? var.kit.key : ""
          published            = true
        }
        Next = "Measure"
      }
      Measure = {
        Type = "Parallel"
        Branches = concat(
          var.database != null ? [
            {
              StartAt = "Find the replicated backup"
              States = {
                "Find the replicated backup" = {
                  Type      = "Task"
                  Resource  = "arn:${local.partition}:states:::aws-sdk:rds:describeDBInstanceAutomatedBackups"
                  Arguments = { DbInstanceAutomatedBackupsArn = var.database.automated_backup_arn }
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
                      Output = join(" ", [
                        "{% $contains($states.errorOutput.Error, 'NotFound') ?",
                        "{ 'metrics': [{ 'MetricName': 'DatabaseCopyAge', 'Unit': 'Seconds', 'Value': 31536000 }],",
                        "'database': { 'automated_backup_arn': $automated_backup_arn, 'status': 'missing',",
                        "'earliest_restorable_time': null, 'latest_restorable_time': null, 'allocated_storage': null,",
                        "'encrypted': false } } : { 'metrics': [], 'failed': true } %}",
                      ])
                      Next = "Find the replicated backup failed"
                    },
                  ]
                  Output = join(" ", [
                    "{% ( $backup := $states.result.DbInstanceAutomatedBackups[0];",
                    "$earliest := $backup.RestoreWindow.EarliestTime; $latest := $backup.RestoreWindow.LatestTime;",
                    "{ 'metrics': [{ 'MetricName': 'DatabaseCopyAge', 'Unit': 'Seconds', 'Value': $exists($latest) ?",
                    "$max([0, $floor(($millis() - $toMillis($latest)) / 1000)]) : 31536000 }], 'database':",
                    "{ 'automated_backup_arn': $automated_backup_arn, 'status': $exists($backup.Status) ?",
                    "$backup.Status : 'missing', 'earliest_restorable_time': $exists($earliest) ?",
                    "$fromMillis($toMillis($earliest), '[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01]Z') : null,",
                    "'latest_restorable_time': $exists($latest) ?",
                    "$fromMillis($toMillis($latest), '[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01]Z') : null,",
                    "'allocated_storage': $exists($backup.AllocatedStorage) ?",
                    "$backup.AllocatedStorage : null, 'encrypted': $backup.Encrypted = true } } ) %}",
                  ])
                  End = true
                }
                "Find the replicated backup failed" = { Type = "Pass", End = true }
              }
            },
          ] : [],
          var.replica != null ? [
            {
              StartAt = "Find the replica"
              States = {
                "Find the replica" = {
                  Type      = "Task"
                  Resource  = "arn:${local.partition}:states:::aws-sdk:rds:describeDBInstances"
                  Arguments = { DbInstanceIdentifier = var.replica.identifier }
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
                      Output = join(" ", [
                        "{% $contains($states.errorOutput.Error, 'NotFound') ?",
                        "{ 'metrics': [{ 'MetricName': 'ReplicaStopped', 'Unit': 'Count', 'Value': 1 }], 'replica':",
                        "{ 'status': 'missing', 'data_until': null } } : { 'metrics': [], 'failed': true } %}",
                      ])
                      Next = "Find the replica failed"
                    },
                  ]
                  Assign = {
                    replica_identifier = var.replica.identifier
                    replica_status = join(" ", [
                      "{% ( $found := $states.result.DbInstances[0];",
                      "$info := $found.StatusInfos[StatusType = 'read replication'][0].Status;",
                      "$source := [$found.ReadReplicaSourceDBInstanceIdentifier,",
                      "$found.ReadReplicaSourceDbInstanceIdentifier]; $count($source) > 0 ? ($exists($info) ?",
                      "$info : 'unknown') : 'promoted' ) %}",
                    ])
                  }
                  Next = "Measure its lag"
                }
                "Find the replica failed" = { Type = "Pass", End = true }
                "Measure its lag" = {
                  Type     = "Task"
                  Resource = "arn:${local.partition}:states:::aws-sdk:cloudwatch:getMetricStatistics"
                  Arguments = {
                    Namespace  = "AWS/RDS"
                    MetricName = "ReplicaLag"
                    Dimensions = [{ Name = "DBInstanceIdentifier", Value = "{% $replica_identifier %}" }]
                    StartTime  = "{% $fromMillis($millis() - 600000) %}"
                    EndTime    = "{% $fromMillis($millis()) %}"
                    Period     = 60
                    Statistics = ["Maximum"]
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
                      Output = join(" ", [
                        "{% { 'metrics': [{ 'MetricName': 'ReplicaStopped', 'Unit': 'Count', 'Value':",
                        "$replica_status = 'replicating' ?",
                        "0 : 1 }], 'replica': { 'status': $replica_status, 'data_until': null } } %}",
                      ])
                      Next = "Measure its lag failed"
                    },
                  ]
                  Output = join(" ", [
                    "{% ( $newest := $sort($states.result.Datapoints[Maximum >= 0], function($one,",
                    "$other) { $one.Timestamp < $other.Timestamp })[0];",
                    "{ 'metrics': [{ 'MetricName': 'ReplicaStopped', 'Unit': 'Count', 'Value':",
                    "$replica_status = 'replicating' ?",
                    "0 : 1 }], 'replica': { 'status': $replica_status, 'data_until': $exists($newest) ?",
                    "$fromMillis($toMillis($newest.Timestamp) - $newest.Maximum * 1000,",
                    "'[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01]Z') : null } } ) %}",
                  ])
                  End = true
                }
                "Measure its lag failed" = { Type = "Pass", End = true }
              }
            },
          ] : [],
          var.snapshots != null ? [
            {
              StartAt = "Find copies of snapshots"
              States = {
                "Find copies of snapshots" = {
                  Type           = "Map"
                  Items          = ["awsbackup", "manual"]
                  MaxConcurrency = 4
                  ItemProcessor = {
                    ProcessorConfig = { Mode = "INLINE" }
                    StartAt         = "Begin a type of snapshots"
                    States = {
                      "Begin a type of snapshots" = {
                        Type = "Pass"
                        Assign = {
                          identifier = var.snapshots.identifier
                          type       = "{% $states.input %}"
                          marker     = ""
                          found      = []
                        }
                        Next = "Read a page of snapshots"
                      }
                      "Read a page of snapshots" = {
                        Type     = "Task"
                        Resource = "arn:${local.partition}:states:::aws-sdk:rds:describeDBSnapshots"
                        Arguments = join(" ", [
                          "{% $merge([ { 'DbInstanceIdentifier': $identifier, 'SnapshotType': $type, 'MaxRecords':",
                          "100 }, $marker = '' ? {} : { 'Marker': $marker } ]) %}",
                        ])
                        Retry = [
                          {
                            ErrorEquals     = ["States.TaskFailed"]
                            IntervalSeconds = 2
                            MaxAttempts     = 2
                            BackoffRate     = 2
                            JitterStrategy  = "FULL"
                          },
                        ]
                        Assign = {
                          found = join(" ", [
                            "{% ( $usable := $states.result.DbSnapshots[ Status = 'available' and ($snapshot_key = ''",
                            "or KmsKeyId = $snapshot_key) and $length(DbSnapshotIdentifier) <= 64 ].( $taken :=",
                            "$exists(OriginalSnapshotCreateTime) ? OriginalSnapshotCreateTime : SnapshotCreateTime;",
                            "{ 'id': DbSnapshotIdentifier, 'type': $type, 'data_until': $fromMillis($toMillis($taken),",
                            "'[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01]Z'), 'allocated_storage': AllocatedStorage } );",
                            "[$sort($append($found, $usable), function($one,",
                            "$other) { $one.data_until < $other.data_until })[[0..5]]] ) %}",
                          ])
                          marker = "{% $exists($states.result.Marker) ? $states.result.Marker : '' %}"
                        }
                        Next = "Is there another page?"
                      }
                      "Is there another page?" = {
                        Type    = "Choice"
                        Choices = [{ Condition = "{% $marker != '' %}", Next = "Read a page of snapshots" }]
                        Default = "End a type of snapshots"
                      }
                      "End a type of snapshots" = { Type = "Pass", Output = "{% { 'found': $found } %}", End = true }
                    }
                  }
                  Catch = [
                    {
                      ErrorEquals = ["States.ALL"]
                      Output      = { metrics = [], failed = true }
                      Next        = "Find copies of snapshots failed"
                    },
                  ]
                  Output = join(" ", [
                    "{% ( $sorted := $sort([$states.result.found], function($one,",
                    "$other) { $one.data_until < $other.data_until });",
                    "$newest := $max($sorted[type = 'awsbackup'].$toMillis(data_until));",
                    "{ 'metrics': [{ 'MetricName': 'SnapshotCopyAge', 'Unit': 'Seconds', 'Value': $exists($newest) ?",
                    "$max([0, $floor(($millis() - $newest) / 1000)]) : 31536000 }], 'snapshots': $merge([{},",
                    "$sorted[[0..5]].{ id: { 'data_until': data_until, 'allocated_storage':",
                    "allocated_storage } }]) } ) %}",
                  ])
                  End = true
                }
                "Find copies of snapshots failed" = { Type = "Pass", End = true }
              }
            },
          ] : [],
          var.restore_test != null ? [
            {
              StartAt = "Find restore tests"
              States = {
                "Find restore tests" = {
                  Type      = "Task"
                  Resource  = "arn:${local.partition}:states:::aws-sdk:backup:listRestoreJobs"
                  Arguments = { ByRestoreTestingPlanArn = var.restore_test.plan_arn }
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
                      Output      = { metrics = [], failed = true }
                      Next        = "Find restore tests failed"
                    },
                  ]
                  Output = join(" ", [
                    "{% ( $tests := $states.result.RestoreJobs;",
                    "$good := $max($tests[Status = 'COMPLETED'].$toMillis(CreationDate)); $since := $exists($good) ?",
                    "$good : 0; $failed := $tests[Status in ['FAILED',",
                    "'ABORTED'] and $toMillis(CreationDate) > $since];",
                    "{ 'metrics': [{ 'MetricName': 'FailedRestoreTests', 'Unit': 'Count', 'Value':",
                    "$count($failed) }] } ) %}",
                  ])
                  End = true
                }
                "Find restore tests failed" = { Type = "Pass", End = true }
              }
            },
          ] : [],
          var.kit != null ? [
            {
              StartAt = "Find the kit"
              States = {
                "Find the kit" = {
                  Type      = "Task"
                  Resource  = "arn:${local.partition}:states:::aws-sdk:s3:listObjectsV2"
                  Arguments = { Bucket = var.kit.bucket, Prefix = var.kit.key }
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
                      Output      = "{% { 'metrics': [{ 'MetricName': 'KitAge', 'Unit': 'Seconds', 'Value': 31536000 }] } %}"
                      Next        = "Find the kit failed"
                    },
                  ]
                  Output = join(" ", [
                    "{% ( $made := $states.result.Contents[Key = $kit_key][0].LastModified;",
                    "{ 'metrics': [{ 'MetricName': 'KitAge', 'Unit': 'Seconds', 'Value': $exists($made) ?",
                    "$max([0, $floor(($millis() - $toMillis($made)) / 1000)]) : 31536000 }] } ) %}",
                  ])
                  End = true
                }
                "Find the kit failed" = { Type = "Pass", End = true }
              }
            },
          ] : [],
          [
            {
              StartAt = "Find images"
              States = {
                "Find images" = {
                  Type           = "Map"
                  Items          = local.image_parts
                  MaxConcurrency = 4
                  ItemProcessor = {
                    ProcessorConfig = { Mode = "INLINE" }
                    StartAt         = "Find an image"
                    States = {
                      "Find an image" = {
                        Type     = "Task"
                        Resource = "arn:${local.partition}:states:::aws-sdk:ecr:describeImages"
                        Arguments = {
                          RegistryId     = "{% $states.input.registry_id %}"
                          RepositoryName = "{% $states.input.repository %}"
                          ImageIds       = "{% [$states.input.image_id] %}"
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
                            Output      = "{% { 'name': $states.input.name, 'missing': true } %}"
                            Next        = "Find an image failed"
                          },
                        ]
                        Output = "{% { 'name': $states.input.name, 'missing': false } %}"
                        End    = true
                      }
                      "Find an image failed" = { Type = "Pass", End = true }
                    }
                  }
                  Catch = [
                    {
                      ErrorEquals = ["States.ALL"]
                      Output      = { metrics = [], failed = true }
                      Next        = "Find images failed"
                    },
                  ]
                  Output = join(" ", [
                    "{% { 'metrics': [{ 'MetricName': 'MissingImages', 'Unit': 'Count', 'Value':",
                    "$count($states.result[missing]) }], 'missing_images': [$states.result[missing].name] } %}",
                  ])
                  End = true
                }
                "Find images failed" = { Type = "Pass", End = true }
              }
            },
            {
              StartAt = "Find secrets"
              States = {
                "Find secrets" = {
                  Type           = "Map"
                  Items          = [for name, arn in var.secrets : { name = name, arn = arn }]
                  MaxConcurrency = 4
                  ItemProcessor = {
                    ProcessorConfig = { Mode = "INLINE" }
                    StartAt         = "Find a secret"
                    States = {
                      "Find a secret" = {
                        Type      = "Task"
                        Resource  = "arn:${local.partition}:states:::aws-sdk:secretsmanager:describeSecret"
                        Arguments = { SecretId = "{% $states.input.arn %}" }
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
                            Output      = "{% { 'name': $states.input.name, 'stale': true } %}"
                            Next        = "Find a secret failed"
                          },
                        ]
                        Output = join(" ", [
                          "{% { 'name': $states.input.name, 'stale':",
                          "$exists($states.result.DeletedDate) or $not($states.result.PrimaryRegion = $primary_region)",
                          "or $not('AWSCURRENT' in $states.result.VersionIdsToStages.*) } %}",
                        ])
                        End = true
                      }
                      "Find a secret failed" = { Type = "Pass", End = true }
                    }
                  }
                  Catch = [
                    {
                      ErrorEquals = ["States.ALL"]
                      Output      = { metrics = [], failed = true }
                      Next        = "Find secrets failed"
                    },
                  ]
                  Output = join(" ", [
                    "{% { 'metrics': [{ 'MetricName': 'StaleSecrets', 'Unit': 'Count', 'Value':",
                    "$count($states.result[stale]) }], 'stale_secrets': [$states.result[stale].name] } %}",
                  ])
                  End = true
                }
                "Find secrets failed" = { Type = "Pass", End = true }
              }
            },
          ],
        )
        Output = join(" ", [
          "{% { 'metrics': [$states.result.metrics], 'complete': $not(true in [$states.result.failed]), 'copies':",
          "{ 'schema': 2, 'checked_at': $fromMillis($millis(), '[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01]Z'), 'database':",
          "$exists($states.result.database) ? $states.result.database : null, 'replica':",
          "$exists($states.result.replica) ? $states.result.replica : null, 'snapshots':",
          "$exists($states.result.snapshots) ? $states.result.snapshots : null, 'missing_images':",
          "[$states.result.missing_images], 'stale_secrets': [$states.result.stale_secrets] } } %}",
        ])
        Next = "Publish"
      }
      Publish = {
        Type     = "Task"
        Resource = "arn:${local.partition}:states:::aws-sdk:cloudwatch:putMetricData"
        Arguments = {
          Namespace  = var.metric_namespace
          MetricData = "{% [$states.input.metrics.$merge([$, { 'Dimensions': [{ 'Name': 'Environment', 'Value': $environment }] }])] %}"
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
            Assign      = { published = false }
            Output      = "{% $states.input %}"
            Next        = "Is it complete?"
          },
        ]
        Output = "{% $states.input %}"
        Next   = "Is it complete?"
      }
      "Is it complete?" = {
        Type    = "Choice"
        Choices = [{ Condition = "{% $states.input.complete %}", Next = "Remember" }]
        Default = "Incomplete"
      }
      Remember = {
        Type     = "Task"
        Resource = "arn:${local.partition}:states:::aws-sdk:ssm:putParameter"
        Arguments = {
          Name      = aws_ssm_parameter.this.name
          Value     = "{% $string($states.input.copies) %}"
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
        Next = "Was it published?"
      }
      "Was it published?" = {
        Type    = "Choice"
        Choices = [{ Condition = "{% $published %}", Next = "Done" }]
        Default = "Incomplete"
      }
      Done = { Type = "Succeed" }
      Incomplete = {
        Type  = "Fail"
        Error = "Recovery.Incomplete"
        Cause = "Not everything was measured, published and remembered; the log of this execution says what failed"
      }
    }
  })
  name     = "${var.name}-recovery-watch"
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

  tags = merge(var.tags, { Name = "${var.name}-recovery-watch" })

  lifecycle {
    precondition {
      condition = var.primary_region != local.region
      error_message = join(" ", [
        "primary_region is ${local.region}, where this watch would stand: it would be lost with what it watches.",
        "Give the module a provider of the recovery region.",
      ])
    }

    precondition {
      condition     = alltrue([for image in local.image_parts : image.region == local.region])
      error_message = "images must be those of this region, ${local.region}: the watch asks no other."
    }
  }
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
  description          = "Starts the watch of the recovery region, ${var.name}"
  name                 = "${var.name}-recovery-watch-schedule"
  permissions_boundary = var.permissions_boundary != null ? var.permissions_boundary.arn : null

  tags = merge(var.tags, { Name = "${var.name}-recovery-watch-schedule" })
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
  description         = "Starts the recovery watch of ${var.name}"
  name                = "${var.name}-recovery-watch"
  schedule_expression = "rate(${var.interval_minutes} ${var.interval_minutes == 1 ? "minute" : "minutes"})"

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

resource "aws_cloudwatch_metric_alarm" "database_copy_age" {
  count = var.database != null ? 1 : 0

  alarm_actions       = var.alarm_topic_arns
  alarm_description   = "${var.name}: the replicated backup of the database is older than may be lost, or nobody measures it"
  alarm_name          = "${var.name}-database-copy-age"
  comparison_operator = "GreaterThanThreshold"
  dimensions = {
    Environment = var.name
  }
  evaluation_periods = 2
  metric_name        = "DatabaseCopyAge"
  namespace          = var.metric_namespace
  ok_actions         = var.alarm_topic_arns
  period             = var.interval_minutes * 60
  statistic          = "Maximum"
  threshold          = var.database.max_age
  treat_missing_data = "breaching"

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_cloudwatch_metric_alarm" "replica_stopped" {
  count = var.replica != null ? 1 : 0

  alarm_actions       = var.alarm_topic_arns
  alarm_description   = "${var.name}: the read replica of the database follows its source no more, or nobody looks"
  alarm_name          = "${var.name}-replica-stopped"
  comparison_operator = "GreaterThanThreshold"
  dimensions = {
    Environment = var.name
  }
  evaluation_periods = 2
  metric_name        = "ReplicaStopped"
  namespace          = var.metric_namespace
  ok_actions         = var.alarm_topic_arns
  period             = var.interval_minutes * 60
  statistic          = "Maximum"
  threshold          = 0
  treat_missing_data = "breaching"

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_cloudwatch_metric_alarm" "kit_age" {
  count = try(var.kit.alarm != null, false) ? 1 : 0

  alarm_actions       = var.alarm_topic_arns
  alarm_description   = "${var.name}: the kit to recover from is older than it may be, is not there, or nobody looks"
  alarm_name          = "${var.name}-kit-age"
  comparison_operator = "GreaterThanThreshold"
  dimensions = {
    Environment = var.name
  }
  evaluation_periods = 2
  metric_name        = "KitAge"
  namespace          = var.metric_namespace
  ok_actions         = var.alarm_topic_arns
  period             = var.interval_minutes * 60
  statistic          = "Maximum"
  threshold          = var.kit.alarm.max_age
  treat_missing_data = "breaching"

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_cloudwatch_metric_alarm" "snapshot_copy_age" {
  count = var.snapshots != null ? 1 : 0

  alarm_actions       = var.alarm_topic_arns
  alarm_description   = "${var.name}: no copy of a snapshot is as young as it should be, or nobody measures it"
  alarm_name          = "${var.name}-snapshot-copy-age"
  comparison_operator = "GreaterThanThreshold"
  dimensions = {
    Environment = var.name
  }
  evaluation_periods = 2
  metric_name        = "SnapshotCopyAge"
  namespace          = var.metric_namespace
  ok_actions         = var.alarm_topic_arns
  period             = var.interval_minutes * 60
  statistic          = "Maximum"
  threshold          = var.snapshots.max_age
  treat_missing_data = "breaching"

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_cloudwatch_metric_alarm" "failed_restore_tests" {
  count = var.restore_test != null ? 1 : 0

  alarm_actions       = var.alarm_topic_arns
  alarm_description   = "${var.name}: the newest copy could not be restored when AWS Backup tried it, or nobody looks"
  alarm_name          = "${var.name}-failed-restore-tests"
  comparison_operator = "GreaterThanThreshold"
  dimensions = {
    Environment = var.name
  }
  evaluation_periods = 2
  metric_name        = "FailedRestoreTests"
  namespace          = var.metric_namespace
  ok_actions         = var.alarm_topic_arns
  period             = var.interval_minutes * 60
  statistic          = "Maximum"
  threshold          = 0
  treat_missing_data = "breaching"

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_cloudwatch_metric_alarm" "missing_images" {
  alarm_actions       = var.alarm_topic_arns
  alarm_description   = "${var.name}: an image that runs is not in the recovery region, or nobody looks for it"
  alarm_name          = "${var.name}-missing-images"
  comparison_operator = "GreaterThanThreshold"
  dimensions = {
    Environment = var.name
  }
  evaluation_periods = 2
  metric_name        = "MissingImages"
  namespace          = var.metric_namespace
  ok_actions         = var.alarm_topic_arns
  period             = var.interval_minutes * 60
  statistic          = "Maximum"
  threshold          = 0
  treat_missing_data = "breaching"

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_cloudwatch_metric_alarm" "stale_secrets" {
  alarm_actions       = var.alarm_topic_arns
  alarm_description   = "${var.name}: the copy of a secret does not follow it, or nobody looks for it"
  alarm_name          = "${var.name}-stale-secrets"
  comparison_operator = "GreaterThanThreshold"
  dimensions = {
    Environment = var.name
  }
  evaluation_periods = 2
  metric_name        = "StaleSecrets"
  namespace          = var.metric_namespace
  ok_actions         = var.alarm_topic_arns
  period             = var.interval_minutes * 60
  statistic          = "Maximum"
  threshold          = 0
  treat_missing_data = "breaching"

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_cloudwatch_metric_alarm" "watch_failed" {
  alarm_actions       = var.alarm_topic_arns
  alarm_description   = "${var.name}: the watch could not measure everything, or not remember it; see its log"
  alarm_name          = "${var.name}-recovery-watch-failed"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  dimensions = {
    StateMachineArn = aws_sfn_state_machine.this.arn
  }
  evaluation_periods = 2
  metric_name        = "ExecutionsFailed"
  namespace          = "AWS/States"
  ok_actions         = var.alarm_topic_arns
  period             = var.interval_minutes * 60
  statistic          = "Sum"
  threshold          = 1
  treat_missing_data = "notBreaching"

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_cloudwatch_metric_alarm" "replication_latency" {
  for_each = var.buckets

  alarm_actions       = var.alarm_topic_arns
  alarm_description   = "${var.name}: the copy of the bucket ${each.key} is behind"
  alarm_name          = "${var.name}-replication-latency-${each.key}"
  comparison_operator = "GreaterThanThreshold"
  dimensions = {
    SourceBucket      = each.value.source
    DestinationBucket = each.value.destination
    RuleId            = each.value.rule_id
  }
  evaluation_periods = 2
  metric_name        = "ReplicationLatency"
  namespace          = "AWS/S3"
  ok_actions         = var.alarm_topic_arns
  period             = 300
  statistic          = "Maximum"
  threshold          = each.value.max_latency
  treat_missing_data = "notBreaching"

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_cloudwatch_metric_alarm" "replica_lag" {
  for_each = var.replica != null ? { for lag in var.replica.lags : tostring(lag) => lag } : {}

  alarm_actions       = var.alarm_topic_arns
  alarm_description   = "${var.name}: the read replica of the database is ${each.key} s behind or more, or nobody measures it"
  alarm_name          = "${var.name}-replica-lag-${each.key}"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  dimensions = {
    DBInstanceIdentifier = var.replica.identifier
  }
  evaluation_periods = 6
  metric_name        = "ReplicaLag"
  namespace          = "AWS/RDS"
  ok_actions         = var.alarm_topic_arns
  period             = 60
  statistic          = "Maximum"
  threshold          = each.value
  treat_missing_data = "breaching"

  tags = merge(var.tags, { Name = var.name })
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
