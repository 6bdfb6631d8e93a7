# General

variable "name" {
  description = <<-EOT
    Name of the latch: of its alarm, its state machine, and the dimension of its metric. Names of resources begin
    with it; changing it replaces them.
  EOT
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,53}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 55 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen."
  }
}

variable "primary_region" {
  description = "Region that serves in peace. The module itself belongs in the other one, which it decides for."
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

# What closes the latch

variable "switch" {
  description = <<-EOT
    Who decides that the recovery region serves. automatic: the module, once, when each of `target_group_arns` has
    a healthy target for the first time. confirmed: a person, by one command; the module may not write the
    decision then. Only a person decides for the primary region, with either.
  EOT
  type        = string
  default     = "automatic"
  nullable    = false

  validation {
    condition     = contains(["automatic", "confirmed"], var.switch)
    error_message = "switch must be one of automatic, confirmed."
  }
}

variable "target_group_arns" {
  description = <<-EOT
    Target groups of the recovery region, one for each service that users reach: each must have a healthy target
    before the module decides. They have none in peace, or names move as soon as the latch is used.
  EOT
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = length(var.target_group_arns) >= 0 && length(var.target_group_arns) <= 100
    error_message = "target_group_arns must have 0 to 100 items."
  }

  validation {
    condition     = length(distinct(var.target_group_arns)) == length(var.target_group_arns)
    error_message = "target_group_arns must not name the same item twice."
  }

  validation {
    condition     = alltrue([for item in var.target_group_arns : item != null])
    error_message = "target_group_arns[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.target_group_arns :
      can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:targetgroup/[A-Za-z0-9+=,.@_/!#-]+$",
        item,
      ))
      if item != null
    ])
    error_message = "target_group_arns[*] must be an ARN of elasticloadbalancing."
  }

  validation {
    condition     = alltrue([for item in var.target_group_arns : length(item) >= 1 && length(item) <= 2048 if item != null])
    error_message = "target_group_arns[*] must have 1 to 2048 characters."
  }

  validation {
    condition = alltrue([
      for item in var.target_group_arns :
      can(regex(
        join("", [
          "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):(|",
          "aws|${data.aws_caller_identity.current.account_id}):",
        ]),
        item,
      ))
      if item != null
    ])
    error_message = join("", [
      "target_group_arns[*] must be of region ",
      data.aws_region.current.id,
      " and account ",
      data.aws_caller_identity.current.account_id,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(", ", flatten([
        for item in var.target_group_arns : [item]
        if(
          item == null
          ? false
          : !can(regex(
            join("", [
              "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):(|",
              "aws|${data.aws_caller_identity.current.account_id}):",
            ]),
            item,
          ))
        )
      ])),
      ").",
    ])
  }

  validation {
    condition = var.switch == "confirmed" || length(var.target_group_arns) > 0
    error_message = join(" ", [
      "target_group_arns must have the target group of at least one service, or nothing would wait for any;",
      "or give switch = \"confirmed\", for a person to decide.",
    ])
  }
}

variable "parameter_name" {
  description = <<-EOT
    SSM parameter that holds the decision: the name of the region that serves. Null is
    `/holdfast/<name>/serving-region`. Another name is another decision, which begins with the primary region.
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

# Operation

variable "metric_namespace" {
  description = "Namespace of the metric."
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
  description = "SNS topics, of the recovery region, that are told when the latch closes and opens, and when nobody publishes the decision."
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
