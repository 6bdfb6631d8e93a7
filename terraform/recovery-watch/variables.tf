# General

variable "name" {
  description = <<-EOT
    Name of the application and its environment; it is the value of the dimension Environment too. Names of
    resources begin with it; changing it replaces them.
  EOT
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,38}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 40 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen."
  }
}

variable "primary_region" {
  description = "Region that the copies come from. The module itself belongs in the other one."
  type        = string
  nullable    = false

  validation {
    condition = can(regex(
      join("", [
        "^(([a-z]{2}(-gov|-iso[a-z]?)?|eusc-[a-z]{2})-(north|south|central|(north|south)?(east|west))-1|(af-south|",
        "ca-central|ca-west|eu-north|il-central|me-central|me-south|me-west|mx-central|sa-east|sa-west|cn-north|",
        "cn-northwest|eusc-de-east|us-gov-east|us-gov-west)-[1-2]|(ap-east|ap-south|eu-central|eu-south|us-east|",
        "us-west)-[1-3]|(ap-northeast|eu-west)-[1-4]|(ap-southeast)-[1-8])$",
      ]),
      var.primary_region,
    ))
    error_message = "primary_region must be the name of a region, such as us-west-2 or eusc-de-east-1."
  }
}

variable "tags" {
  description = "Tags for every resource of the module."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([for key in keys(var.tags) : can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+@-]+$", key))])
    error_message = join(" ", [
      "tags keys must be letters, digits, spaces and _ .",
      ": / = + - @ (wrong:",
      "${join(", ", [for key in keys(var.tags) : key if !can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+@-]+$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for key in keys(var.tags) : length(key) <= 128])
    error_message = "tags must not have keys of more than 128 characters."
  }

  validation {
    condition     = length(merge(var.tags, { Name = "" })) <= 50
    error_message = "tags must not be more than 49: AWS takes 50 for a resource, and each gets a Name."
  }

  validation {
    condition     = alltrue([for key in keys(var.tags) : !can(regex("^[aA][wW][sS]:", key))])
    error_message = "tags must not have keys that begin with aws:, which AWS keeps for itself."
  }

  validation {
    condition = length(distinct([
      for key in keys(merge(var.tags, { Name = "" })) : lower(key)
    ])) == length([for key in keys(merge(var.tags, { Name = "" })) : lower(key)])
    error_message = "tags must not have keys that differ in case only, from one another or from Name: IAM takes them for one."
  }

  validation {
    condition     = alltrue([for item in values(var.tags) : item != null])
    error_message = "tags[*] must not be null (wrong: ${join(", ", [for key, item in var.tags : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.tags) : can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+@-]*$", item))
      if item != null
    ])
    error_message = "tags[*] must be letters, digits, spaces and _ . : / = + - @."
  }

  validation {
    condition     = alltrue([for item in values(var.tags) : length(item) >= 0 && length(item) <= 256 if item != null])
    error_message = "tags[*] must have 0 to 256 characters."
  }
}

# What is watched

variable "database" {
  description = <<-EOT
    Automated backup of RDS that is replicated to this region. The metric DatabaseCopyAge is the seconds between
    now and the newest state that it can restore, a year where there is none. Null watches none.
  EOT
  type = object({
    automated_backup_arn = string
    max_age              = number
  })
  default = null

  validation {
    condition = (
      var.database == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:rds:[a-z0-9-]+:[0-9]{12}:auto-backup:[A-Za-z0-9+=,.@_/!#-]+$",
        var.database.automated_backup_arn,
      ))
    )
    error_message = "database.automated_backup_arn must be an ARN of rds."
  }

  validation {
    condition = (
      var.database == null
      ? true
      : length(var.database.automated_backup_arn) >= 1 && length(var.database.automated_backup_arn) <= 2048
    )
    error_message = "database.automated_backup_arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.database == null
      ? true
      : can(regex(
        join("", [
          "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):(|",
          "aws|${data.aws_caller_identity.current.account_id}):",
        ]),
        var.database.automated_backup_arn,
      ))
    )
    error_message = join(" ", [
      "database.automated_backup_arn must be of region ${data.aws_region.current.id} and account",
      "${data.aws_caller_identity.current.account_id}, as the module's provider is:",
      "give one that was made there (wrong:",
      "${join(", ", var.database == null ? [] : [var.database.automated_backup_arn])}).",
    ])
  }

  validation {
    condition = (
      var.database == null
      ? true
      : (
        floor(var.database.max_age) == var.database.max_age &&
        var.database.max_age >= 60 &&
        var.database.max_age <= 3024000
      )
    )
    error_message = "database.max_age must be a whole number between 60 and 3024000 seconds."
  }
}

variable "snapshots" {
  description = <<-EOT
    Copies of snapshots in this region that AWS Backup made of a database. The metric SnapshotCopyAge is the
    seconds since the newest complete one was taken, a year where there is none. Null watches none.
  EOT
  type = object({
    identifier = string
    kms_key = optional(object({
      arn = string
    }))
    max_age = number
  })
  default = null

  validation {
    condition = (
      var.snapshots == null
      ? true
      : length(var.snapshots.identifier) >= 1 && length(var.snapshots.identifier) <= 63
    )
    error_message = "snapshots.identifier must have 1 to 63 characters."
  }

  validation {
    condition = (
      var.snapshots == null
      ? true
      : (
        var.snapshots.kms_key == null
        ? true
        : can(regex(
          "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
          var.snapshots.kms_key.arn,
        ))
      )
    )
    error_message = "snapshots.kms_key.arn must be an ARN of kms."
  }

  validation {
    condition = (
      var.snapshots == null
      ? true
      : (
        var.snapshots.kms_key == null
        ? true
        : length(var.snapshots.kms_key.arn) >= 1 && length(var.snapshots.kms_key.arn) <= 2048
      )
    )
    error_message = "snapshots.kms_key.arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.snapshots == null
      ? true
      : (
        var.snapshots.kms_key == null
        ? true
        : can(regex(
          "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
          var.snapshots.kms_key.arn,
        ))
      )
    )
    error_message = join("", [
      "snapshots.kms_key.arn must be of region ",
      data.aws_region.current.id,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(", ", var.snapshots == null ? [] : (var.snapshots.kms_key == null ? [] : [var.snapshots.kms_key.arn])),
      ").",
    ])
  }

  validation {
    condition = (
      var.snapshots == null
      ? true
      : (
        floor(var.snapshots.max_age) == var.snapshots.max_age &&
        var.snapshots.max_age >= 60 &&
        var.snapshots.max_age <= 3024000
      )
    )
    error_message = "snapshots.max_age must be a whole number between 60 and 3024000 seconds."
  }
}

variable "replica" {
  description = <<-EOT
    Read replica of RDS in this region. There is an alarm for each of `lags` on RDS's own metric ReplicaLag, and
    one on the metric ReplicaStopped, 1 while it replicates nothing (promoted, broken or gone). Null watches none.
  EOT
  type = object({
    identifier = string
    lags       = optional(list(number), [60, 180, 300])
  })
  default = null

  validation {
    condition     = var.replica == null ? true : length(var.replica.identifier) >= 1 && length(var.replica.identifier) <= 63
    error_message = "replica.identifier must have 1 to 63 characters."
  }

  validation {
    condition     = var.replica == null ? true : length(var.replica.lags) >= 1 && length(var.replica.lags) <= 10
    error_message = "replica.lags must have 1 to 10 items."
  }

  validation {
    condition     = var.replica == null ? true : length(distinct(var.replica.lags)) == length(var.replica.lags)
    error_message = "replica.lags must not name the same item twice."
  }

  validation {
    condition     = var.replica == null ? true : alltrue([for item in var.replica.lags : item != null])
    error_message = "replica.lags[*] must not be null."
  }

  validation {
    condition = (
      var.replica == null
      ? true
      : alltrue([for item in var.replica.lags : floor(item) == item && item >= 1 && item <= 86400 if item != null])
    )
    error_message = "replica.lags[*] must be a whole number between 1 and 86400 seconds."
  }
}

variable "restore_test" {
  description = <<-EOT
    Restore testing plan of AWS Backup in this region: the output restore_testing_plan_arn of backup-vault. The
    metric FailedRestoreTests counts the restores that failed since the newest that succeeded; any is an alarm.
    Null watches none.
  EOT
  type = object({
    plan_arn = string
  })
  default = null

  validation {
    condition = (
      var.restore_test == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:backup:[a-z0-9-]+:[0-9]{12}:restore-testing-plan:[A-Za-z0-9+=,.@_/!#-]+$",
        var.restore_test.plan_arn,
      ))
    )
    error_message = "restore_test.plan_arn must be an ARN of backup."
  }

  validation {
    condition = (
      var.restore_test == null
      ? true
      : length(var.restore_test.plan_arn) >= 1 && length(var.restore_test.plan_arn) <= 2048
    )
    error_message = "restore_test.plan_arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.restore_test == null
      ? true
      : can(regex(
        join("", [
          "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):(|",
          "aws|${data.aws_caller_identity.current.account_id}):",
        ]),
        var.restore_test.plan_arn,
      ))
    )
    error_message = join(" ", [
      "restore_test.plan_arn must be of region ${data.aws_region.current.id} and account",
      "${data.aws_caller_identity.current.account_id}, as the module's provider is:",
      "give one that was made there (wrong:",
      "${join(", ", var.restore_test == null ? [] : [var.restore_test.plan_arn])}).",
    ])
  }
}

variable "kit" {
  description = <<-EOT
    Kit that a recovery can start from without a checkout, in a bucket of this region. Metric KitAge: seconds
    since it was put there, and a year where there is none. Null looks for none.
  EOT
  type = object({
    bucket = string
    key    = string
    alarm = optional(object({
      max_age = number
    }))
  })
  default = null

  validation {
    condition     = var.kit == null ? true : can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.kit.bucket))
    error_message = "kit.bucket must be the name of a bucket."
  }

  validation {
    condition     = var.kit == null ? true : length(var.kit.key) >= 1 && length(var.kit.key) <= 1024
    error_message = "kit.key must have 1 to 1024 characters."
  }

  validation {
    condition = (
      var.kit == null
      ? true
      : (
        var.kit.alarm == null
        ? true
        : (
          floor(var.kit.alarm.max_age) == var.kit.alarm.max_age &&
          var.kit.alarm.max_age >= 60 &&
          var.kit.alarm.max_age <= 31449600
        )
      )
    )
    error_message = "kit.alarm.max_age must be a whole number between 60 and 31449600 seconds."
  }
}

variable "images" {
  description = <<-EOT
    Images of this region's ECR that must be there, by a name of your own. Metric MissingImages: how many are not,
    or could not be asked for.
  EOT
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([for key in keys(var.images) : can(regex("^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$", key))])
    error_message = join(" ", [
      "images keys must be 1 to 64 letters, digits, dots, hyphens and underscores (wrong:",
      "${join(", ", [for key in keys(var.images) : key if !can(regex("^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.images) : item != null])
    error_message = "images[*] must not be null (wrong: ${join(", ", [for key, item in var.images : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.images) :
      can(regex(
        join("", [
          "^([0-9]{12})[.]dkr[.-]ecr(?:-fips)?[.]([a-z0-9-]+)[.](?:amazonaws[.]com|amazonaws[.]com[.]cn|",
          "amazonaws[.]eu|on[.]aws|on[.]amazonwebservices[.](?:com[.]cn|eu))/([a-z0-9._/-]+)(?::([A-Za-z0-9_.-]+))?",
          "(?:@(sha256:[0-9a-f]{64}))?$",
        ]),
        item,
      ))
      if item != null
    ])
    error_message = "images[*] must be an image in ECR, with a tag or a digest."
  }
}

variable "secrets" {
  description = <<-EOT
    Copies of secrets in this region, by a name of your own. Metric StaleSecrets: how many are not there, are
    about to be deleted, have no current value, or follow `primary_region` no more. Their values are never read.
  EOT
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([for key in keys(var.secrets) : can(regex("^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$", key))])
    error_message = join(" ", [
      "secrets keys must be 1 to 64 letters, digits, dots, hyphens and underscores (wrong:",
      "${join(", ", [for key in keys(var.secrets) : key if !can(regex("^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.secrets) : item != null])
    error_message = "secrets[*] must not be null (wrong: ${join(", ", [for key, item in var.secrets : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.secrets) :
      can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9+=,.@_/!#-]+$",
        item,
      ))
      if item != null
    ])
    error_message = "secrets[*] must be an ARN of secretsmanager."
  }

  validation {
    condition     = alltrue([for item in values(var.secrets) : length(item) >= 1 && length(item) <= 2048 if item != null])
    error_message = "secrets[*] must have 1 to 2048 characters."
  }

  validation {
    condition = alltrue([
      for item in values(var.secrets) :
      can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:", item))
      if item != null
    ])
    error_message = join("", [
      "secrets[*] must be of region ",
      data.aws_region.current.id,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(", ", flatten([
        for item in values(var.secrets) : [item]
        if(
          item == null
          ? false
          : !can(regex(
            "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
            item,
          ))
        )
      ])),
      ").",
    ])
  }
}

variable "buckets" {
  description = <<-EOT
    Buckets of `primary_region` that are replicated to this one, by a name of your own. There is an alarm when
    S3's metric ReplicationLatency, how far the copy is behind, is too high.
  EOT
  type = map(object({
    source      = string
    destination = string
    rule_id     = optional(string, "replicate")
    max_latency = optional(number, 900)
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.buckets) : can(regex("^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$", key))])
    error_message = join(" ", [
      "buckets keys must be 1 to 64 letters, digits, dots, hyphens and underscores (wrong:",
      "${join(", ", [for key in keys(var.buckets) : key if !can(regex("^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.buckets) : item != null])
    error_message = "buckets[*] must not be null (wrong: ${join(", ", [for key, item in var.buckets : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.buckets) : can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", item.source))
      if item != null
    ])
    error_message = "buckets[*].source must be the name of a bucket."
  }

  validation {
    condition = alltrue([
      for item in values(var.buckets) : can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", item.destination))
      if item != null
    ])
    error_message = "buckets[*].destination must be the name of a bucket."
  }

  validation {
    condition = alltrue([
      for item in values(var.buckets) : length(item.rule_id) >= 1 && length(item.rule_id) <= 255
      if item != null
    ])
    error_message = "buckets[*].rule_id must have 1 to 255 characters."
  }

  validation {
    condition = alltrue([
      for item in values(var.buckets) :
      floor(item.max_latency) == item.max_latency && item.max_latency >= 60 && item.max_latency <= 86400
      if item != null
    ])
    error_message = "buckets[*].max_latency must be a whole number between 60 and 86400 seconds."
  }
}

# Operation

variable "interval_minutes" {
  description = <<-EOT
    Minutes between two looks. RDS uploads logs every 5 minutes, so more often shows little more. At 5 minutes:
    about 0.05 USD/month for the executions, and 0.30 USD/month for each metric.
  EOT
  type        = number
  default     = 5
  nullable    = false

  validation {
    condition = (
      floor(var.interval_minutes) == var.interval_minutes &&
      var.interval_minutes >= 1 &&
      var.interval_minutes <= 60
    )
    error_message = "interval_minutes must be a whole number between 1 and 60 minutes."
  }

  validation {
    condition     = var.database == null ? true : var.interval_minutes * 60 <= var.database.max_age
    error_message = "interval_minutes must not be longer than database.max_age: the alarm would miss what it is for."
  }
}

variable "parameter_name" {
  description = <<-EOT
    SSM parameter that remembers what was found last, as JSON, for the recovery to read when nothing else can be
    asked. Null is `/holdfast/<name>/copies`.
  EOT
  type        = string
  default     = null

  validation {
    condition     = var.parameter_name == null ? true : can(regex("^/[A-Za-z0-9_./-]{1,500}$", var.parameter_name))
    error_message = "parameter_name must be the whole name of a parameter, with a slash in front."
  }

  validation {
    condition     = var.parameter_name == null ? true : !can(regex("^/(aws|ssm)", lower(var.parameter_name)))
    error_message = "parameter_name must not begin with /aws or /ssm, which Systems Manager keeps for itself."
  }

  validation {
    condition     = var.parameter_name == null ? true : length(split("/", var.parameter_name)) <= 16
    error_message = "parameter_name must not have more than 15 levels."
  }
}

variable "metric_namespace" {
  description = "Namespace of the metrics."
  type        = string
  default     = "Holdfast/Recovery"
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9_./# -][A-Za-z0-9_./#: -]{0,254}$", var.metric_namespace))
    error_message = "metric_namespace must be the namespace of a metric."
  }

  validation {
    condition     = !startswith(var.metric_namespace, "AWS/")
    error_message = "metric_namespace must not begin with AWS/, which is for AWS alone."
  }
}

variable "alarm_topic_arns" {
  description = "SNS topics of this region that the alarms tell."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = length(var.alarm_topic_arns) >= 0 && length(var.alarm_topic_arns) <= 5
    error_message = "alarm_topic_arns must have 0 to 5 items."
  }

  validation {
    condition     = length(distinct(var.alarm_topic_arns)) == length(var.alarm_topic_arns)
    error_message = "alarm_topic_arns must not name the same item twice."
  }

  validation {
    condition     = alltrue([for item in var.alarm_topic_arns : item != null])
    error_message = "alarm_topic_arns[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.alarm_topic_arns :
      can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}([.]fifo)?$",
        item,
      ))
      if item != null
    ])
    error_message = "alarm_topic_arns[*] must be an ARN of sns."
  }

  validation {
    condition     = alltrue([for item in var.alarm_topic_arns : length(item) >= 1 && length(item) <= 2048 if item != null])
    error_message = "alarm_topic_arns[*] must have 1 to 2048 characters."
  }

  validation {
    condition = alltrue([
      for item in var.alarm_topic_arns :
      can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:", item))
      if item != null
    ])
    error_message = join("", [
      "alarm_topic_arns[*] must be of region ",
      data.aws_region.current.id,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(", ", flatten([
        for item in var.alarm_topic_arns : [item]
        if(
          item == null
          ? false
          : !can(regex(
            "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
            item,
          ))
        )
      ])),
      ").",
    ])
  }
}

variable "kms_key" {
  description = <<-EOT
    KMS key that encrypts the log of the state machine; its policy must let CloudWatch Logs use it. Null makes a
    key of the module's own (1 USD/month).
  EOT
  type = object({
    arn = string
  })
  default = null

  validation {
    condition = (
      var.kms_key == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
        var.kms_key.arn,
      ))
    )
    error_message = "kms_key.arn must be an ARN of kms."
  }

  validation {
    condition     = var.kms_key == null ? true : length(var.kms_key.arn) >= 1 && length(var.kms_key.arn) <= 2048
    error_message = "kms_key.arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.kms_key == null
      ? true
      : can(regex(
        "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
        var.kms_key.arn,
      ))
    )
    error_message = join(" ", [
      "kms_key.arn must be of region ${data.aws_region.current.id}, as the module's provider is:",
      "give one that was made there (wrong: ${join(", ", var.kms_key == null ? [] : [var.kms_key.arn])}).",
    ])
  }
}

variable "permissions_boundary" {
  description = "Permissions boundary of the module's own roles. Null sets none."
  type = object({
    arn = string
  })
  default = null

  validation {
    condition = (
      var.permissions_boundary == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:iam::(aws|[0-9]{12}):policy/[A-Za-z0-9+=,.@_/-]+$",
        var.permissions_boundary.arn,
      ))
    )
    error_message = "permissions_boundary.arn must be an ARN of iam."
  }

  validation {
    condition = (
      var.permissions_boundary == null
      ? true
      : length(var.permissions_boundary.arn) >= 1 && length(var.permissions_boundary.arn) <= 2048
    )
    error_message = "permissions_boundary.arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.permissions_boundary == null
      ? true
      : can(regex(
        "^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:(|aws|${data.aws_caller_identity.current.account_id}):",
        var.permissions_boundary.arn,
      ))
    )
    error_message = join(" ", [
      "permissions_boundary.arn must be of account ${data.aws_caller_identity.current.account_id},",
      "as the module's provider is: give one that was made there (wrong:",
      "${join(", ", var.permissions_boundary == null ? [] : [var.permissions_boundary.arn])}).",
    ])
  }
}

variable "log_retention_days" {
  description = "Days that logs of the state machine are kept. A year by default, so that an audit finds what an incident left."
  type        = number
  default     = 365
  nullable    = false

  validation {
    condition = contains(
      [
        1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096,
        1827, 2192, 2557, 2922, 3288, 3653,
      ],
      var.log_retention_days,
    )
    error_message = join(" ", [
      "log_retention_days must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827,",
      "2192, 2557, 2922, 3288, 3653.",
    ])
  }
}
