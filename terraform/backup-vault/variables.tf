# General

variable "name" {
  description = <<-EOT
    Name of the vault. A vault that holds something cannot be renamed: AWS refuses to delete the old one. Names of
    resources begin with it; changing it replaces them.
  EOT
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,38}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 40 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen."
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

# Vault

variable "kms_key" {
  description = <<-EOT
    KMS key of yours, of the same region, that encrypts the vault and copies of RDS snapshots in it. Null makes a
    key of the module's own (1 USD/month). It cannot change while the vault holds anything, since AWS makes
    another vault for it.
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

variable "deletion_role_arns" {
  description = <<-EOT
    Roles that may delete what is in the vault before its time, or shorten that time. Nobody by default,
    administrators included; AWS Backup itself deletes what is old enough. Who may change the vault's policy can
    lift this, which the lock is for.
  EOT
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for item in var.deletion_role_arns : item != null])
    error_message = "deletion_role_arns[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.deletion_role_arns :
      can(regex("^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:iam::(aws|[0-9]{12}):role/[A-Za-z0-9+=,.@_/-]+$", item))
      if item != null
    ])
    error_message = "deletion_role_arns[*] must be an ARN of iam."
  }

  validation {
    condition = alltrue([
      for item in var.deletion_role_arns : length(item) >= 1 && length(item) <= 2048
      if item != null
    ])
    error_message = "deletion_role_arns[*] must have 1 to 2048 characters."
  }

  validation {
    condition = alltrue([
      for item in var.deletion_role_arns :
      can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:", item))
      if item != null
    ])
    error_message = join("", [
      "deletion_role_arns[*] must be of partition ",
      data.aws_partition.current.partition,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(", ", flatten([
        for item in var.deletion_role_arns : [item]
        if item == null ? false : !can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:", item))
      ])),
      ").",
    ])
  }
}

variable "lock" {
  description = <<-EOT
    Locks the vault: nobody deletes what it holds before its time, and AWS Backup refuses backups with another
    retention. A compliance lock cannot be lifted by anybody, AWS included. Null locks nothing.
  EOT
  type = object({
    mode                = optional(string, "governance")
    min_retention_days  = optional(number, 1)
    max_retention_days  = optional(number)
    changeable_for_days = optional(number, 3)
  })
  default = null

  validation {
    condition = (
      var.lock == null
      ? true
      : (var.lock.max_retention_days == null ? true : var.lock.min_retention_days <= var.lock.max_retention_days)
    )
    error_message = "lock must have a min_retention_days of at most max_retention_days."
  }

  validation {
    condition     = var.lock == null ? true : contains(["governance", "compliance"], var.lock.mode)
    error_message = "lock.mode must be one of governance, compliance."
  }

  validation {
    condition = (
      var.lock == null
      ? true
      : (
        floor(var.lock.min_retention_days) == var.lock.min_retention_days &&
        var.lock.min_retention_days >= 1 &&
        var.lock.min_retention_days <= 36500
      )
    )
    error_message = "lock.min_retention_days must be a whole number between 1 and 36500 days."
  }

  validation {
    condition = (
      var.lock == null
      ? true
      : (
        var.lock.max_retention_days == null
        ? true
        : (
          floor(var.lock.max_retention_days) == var.lock.max_retention_days &&
          var.lock.max_retention_days >= 1 &&
          var.lock.max_retention_days <= 36500
        )
      )
    )
    error_message = "lock.max_retention_days must be a whole number between 1 and 36500 days."
  }

  validation {
    condition = (
      var.lock == null
      ? true
      : (
        floor(var.lock.changeable_for_days) == var.lock.changeable_for_days &&
        var.lock.changeable_for_days >= 3 &&
        var.lock.changeable_for_days <= 36500
      )
    )
    error_message = "lock.changeable_for_days must be a whole number between 3 and 36500 days."
  }
}

variable "force_destroy" {
  description = "Opt-in: destroying the vault deletes all that it holds. AWS otherwise refuses to delete a vault that is not empty."
  type        = bool
  default     = false
  nullable    = false
}

# Copies

variable "source_accounts" {
  description = "Other accounts of the organization that may copy into the vault. Copies from this account need no entry."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = length(var.source_accounts) >= 0 && length(var.source_accounts) <= 50
    error_message = "source_accounts must have 0 to 50 items."
  }

  validation {
    condition     = length(distinct(var.source_accounts)) == length(var.source_accounts)
    error_message = "source_accounts must not name the same item twice."
  }

  validation {
    condition     = alltrue([for item in var.source_accounts : item != null])
    error_message = "source_accounts[*] must not be null."
  }

  validation {
    condition     = alltrue([for item in var.source_accounts : can(regex("^[0-9]{12}$", item)) if item != null])
    error_message = "source_accounts[*] must be the 12 digits of an account."
  }
}

# Restore test

variable "restore_test" {
  description = <<-EOT
    Restores the newest copy on a schedule, keeps it for a while, and deletes it again. It costs 0.7 USD for the
    test, and what is restored: about 0.5 USD for an hour of a small database. Null tests nothing.
  EOT
  type = object({
    schedule                = optional(string, "cron(0 7 1 * ? *)")
    start_window_hours      = optional(number, 8)
    selection_window_days   = optional(number, 35)
    resource_type           = optional(string, "RDS")
    resource_arns           = optional(list(string), ["*"])
    metadata                = optional(map(string), {})
    validation_window_hours = optional(number, 1)
  })
  default = null

  validation {
    condition = (
      var.restore_test == null
      ? true
      : can(regex(
        join("", [
          "^(cron[(](([*]|[0-5]?[0-9](-[0-5]?[0-9])?)(/[1-9][0-9]*)?|/[1-9][0-9]*)(,(([*]|[0-5]?[0-9](-[0-5]?[0-9])?)",
          "(/[1-9][0-9]*)?|/[1-9][0-9]*))*\\x20(([*]|([01]?[0-9]|2[0-3])(-([01]?[0-9]|2[0-3]))?)(/[1-9][0-9]*)?|",
          "/[1-9][0-9]*)(,(([*]|([01]?[0-9]|2[0-3])(-([01]?[0-9]|2[0-3]))?)(/[1-9][0-9]*)?|/[1-9][0-9]*))*\\x20",
          "(((([*]|(0?[1-9]|[12][0-9]|3[01])(-(0?[1-9]|[12][0-9]|3[01]))?)(/[1-9][0-9]*)?|/[1-9][0-9]*)(,(([*]|",
          "(0?[1-9]|[12][0-9]|3[01])(-(0?[1-9]|[12][0-9]|3[01]))?)(/[1-9][0-9]*)?|/[1-9][0-9]*))*|L|LW|(0?[1-9]|",
          "[12][0-9]|3[01])W)\\x20(([*]|(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(-(0?[1-9]|",
          "1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC))?)(/[1-9][0-9]*)?|/[1-9][0-9]*)(,(([*]|(0?[1-9]|",
          "1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(-(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|",
          "SEP|OCT|NOV|DEC))?)(/[1-9][0-9]*)?|/[1-9][0-9]*))*\\x20[?]|[?]\\x20(([*]|(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|",
          "MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(-(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC))?)",
          "(/[1-9][0-9]*)?|/[1-9][0-9]*)(,(([*]|(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(-",
          "(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC))?)(/[1-9][0-9]*)?|/[1-9][0-9]*))*\\x20",
          "((([*]|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(-([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT))?)(/[1-9][0-9]*)?|",
          "/[1-9][0-9]*)(,(([*]|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(-([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT))?)",
          "(/[1-9][0-9]*)?|/[1-9][0-9]*))*|L|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)L|([1-7]|SUN|MON|TUE|WED|THU|FRI|",
          "SAT)#[1-5]))\\x20(([*]|(19[7-9][0-9]|2[01][0-9]{2})(-(19[7-9][0-9]|2[01][0-9]{2}))?)(/[1-9][0-9]*)?|",
          "/[1-9][0-9]*)(,(([*]|(19[7-9][0-9]|2[01][0-9]{2})(-(19[7-9][0-9]|2[01][0-9]{2}))?)(/[1-9][0-9]*)?|",
          "/[1-9][0-9]*))*[)])$",
        ]),
        var.restore_test.schedule,
      ))
    )
    error_message = join(" ", [
      "restore_test.schedule must be a schedule such as cron(0 7 1 * ?",
      "*): cron() with six fields of which the day of the month or that of the week is ?",
    ])
  }

  validation {
    condition = (
      var.restore_test == null
      ? true
      : (
        floor(var.restore_test.start_window_hours) == var.restore_test.start_window_hours &&
        var.restore_test.start_window_hours >= 1 &&
        var.restore_test.start_window_hours <= 168
      )
    )
    error_message = "restore_test.start_window_hours must be a whole number between 1 and 168 hours."
  }

  validation {
    condition = (
      var.restore_test == null
      ? true
      : (
        floor(var.restore_test.selection_window_days) == var.restore_test.selection_window_days &&
        var.restore_test.selection_window_days >= 1 &&
        var.restore_test.selection_window_days <= 365
      )
    )
    error_message = "restore_test.selection_window_days must be a whole number between 1 and 365 days."
  }

  validation {
    condition = (
      var.restore_test == null
      ? true
      : contains(
        [
          "RDS",
          "Aurora",
          "DocumentDB",
          "DynamoDB",
          "EBS",
          "EC2",
          "EFS",
          "FSx",
          "Neptune",
          "S3",
        ],
        var.restore_test.resource_type,
      )
    )
    error_message = "restore_test.resource_type must be one of RDS, Aurora, DocumentDB, DynamoDB, EBS, EC2, EFS, FSx, Neptune, S3."
  }

  validation {
    condition = (
      var.restore_test == null
      ? true
      : length(var.restore_test.resource_arns) >= 1 && length(var.restore_test.resource_arns) <= 30
    )
    error_message = "restore_test.resource_arns must have 1 to 30 items."
  }

  validation {
    condition     = var.restore_test == null ? true : alltrue([for item in var.restore_test.resource_arns : item != null])
    error_message = "restore_test.resource_arns[*] must not be null."
  }

  validation {
    condition = (
      var.restore_test == null
      ? true
      : alltrue([for item in var.restore_test.resource_arns : can(regex("^(\\*|arn:.+)$", item)) if item != null])
    )
    error_message = "restore_test.resource_arns[*] must be an ARN, or *."
  }

  validation {
    condition = (
      var.restore_test == null
      ? true
      : alltrue([for item in values(var.restore_test.metadata) : item != null])
    )
    error_message = "restore_test.metadata[*] must not be null."
  }

  validation {
    condition = (
      var.restore_test == null
      ? true
      : (
        floor(var.restore_test.validation_window_hours) == var.restore_test.validation_window_hours &&
        var.restore_test.validation_window_hours >= 0 &&
        var.restore_test.validation_window_hours <= 168
      )
    )
    error_message = "restore_test.validation_window_hours must be a whole number between 0 and 168 hours."
  }

  validation {
    condition = (
      var.restore_test == null
      ? true
      : !contains(var.restore_test.resource_arns, "*") || length(var.restore_test.resource_arns) == 1
    )
    error_message = "restore_test must have either * or ARNs in resource_arns, not both."
  }
}

variable "permissions_boundary" {
  description = "Permissions boundary of the role that restores. Null sets none."
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

# Monitoring

variable "notifications" {
  description = <<-EOT
    SNS topic of the vault's region that is told of jobs; its policy must let backup.amazonaws.com publish. A
    completed job may have failed: the attribute State of the message says so. Null tells nobody.
  EOT
  type = object({
    topic_arn = string
    events    = optional(list(string), ["COPY_JOB_FAILED", "RESTORE_JOB_COMPLETED"])
  })
  default = null

  validation {
    condition = (
      var.notifications == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}([.]fifo)?$",
        var.notifications.topic_arn,
      ))
    )
    error_message = "notifications.topic_arn must be an ARN of sns."
  }

  validation {
    condition = (
      var.notifications == null
      ? true
      : length(var.notifications.topic_arn) >= 1 && length(var.notifications.topic_arn) <= 2048
    )
    error_message = "notifications.topic_arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.notifications == null
      ? true
      : can(regex(
        "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
        var.notifications.topic_arn,
      ))
    )
    error_message = join(" ", [
      "notifications.topic_arn must be of region ${data.aws_region.current.id}, as the module's provider is:",
      "give one that was made there (wrong:",
      "${join(", ", var.notifications == null ? [] : [var.notifications.topic_arn])}).",
    ])
  }

  validation {
    condition = (
      var.notifications == null
      ? true
      : length(var.notifications.events) >= 1 && length(var.notifications.events) <= 8
    )
    error_message = "notifications.events must have 1 to 8 items."
  }

  validation {
    condition = (
      var.notifications == null
      ? true
      : length(distinct(var.notifications.events)) == length(var.notifications.events)
    )
    error_message = "notifications.events must not name the same item twice."
  }

  validation {
    condition     = var.notifications == null ? true : alltrue([for item in var.notifications.events : item != null])
    error_message = "notifications.events[*] must not be null."
  }

  validation {
    condition = var.notifications == null ? true : alltrue([
      for item in var.notifications.events :
      contains(
        [
          "BACKUP_JOB_STARTED",
          "BACKUP_JOB_COMPLETED",
          "COPY_JOB_STARTED",
          "COPY_JOB_SUCCESSFUL",
          "COPY_JOB_FAILED",
          "RESTORE_JOB_STARTED",
          "RESTORE_JOB_COMPLETED",
          "RECOVERY_POINT_MODIFIED",
        ],
        item,
      )
      if item != null
    ])
    error_message = join(" ", [
      "notifications.events[*] must be one of BACKUP_JOB_STARTED, BACKUP_JOB_COMPLETED, COPY_JOB_STARTED,",
      "COPY_JOB_SUCCESSFUL, COPY_JOB_FAILED, RESTORE_JOB_STARTED, RESTORE_JOB_COMPLETED, RECOVERY_POINT_MODIFIED.",
    ])
  }
}
