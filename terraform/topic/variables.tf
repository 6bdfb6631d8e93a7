# General

variable "name" {
  description = <<-EOT
    Name of the topic; a FIFO topic has `.fifo` behind it. SNS cannot rename a topic: the plan refuses a change
    until `replacements` is raised with it.
  EOT
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,77}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 79 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen."
  }
}

variable "display_name" {
  description = "What text messages and e-mail call the sender. Null: SNS says no name."
  type        = string
  default     = null

  validation {
    condition     = var.display_name == null ? true : length(var.display_name) >= 1 && length(var.display_name) <= 100
    error_message = "display_name must have 1 to 100 characters."
  }
}

variable "fifo" {
  description = <<-EOT
    Keeps the order of messages of a group, and publishes each once; delivers to queues alone. Null: a standard
    topic. SNS cannot change the one into the other: see `replacements`.
  EOT
  type = object({
    content_based_deduplication = optional(bool, false)
  })
  default = null
}

variable "replacements" {
  description = <<-EOT
    How often the topic was replaced on purpose. A change of `name` or `fifo` needs a new one, which nobody who
    subscribed elsewhere listens to: the plan refuses it until this number is raised with it.
  EOT
  type        = number
  default     = 0
  nullable    = false

  validation {
    condition     = var.replacements >= 0 && var.replacements <= 1000
    error_message = "replacements must be between 0 and 1000."
  }

  validation {
    condition     = floor(var.replacements) == var.replacements
    error_message = "replacements must be a whole number."
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

# Subscriptions

variable "subscriptions" {
  description = "Who gets the messages, by a name of your own."
  type = map(object({
    protocol      = string
    endpoint      = string
    filter_policy = optional(string)
    filter_scope  = optional(string, "MessageAttributes")
    raw           = optional(bool, false)
    dead_letters = optional(object({
      queue_arn = string
    }))
    firehose_role = optional(object({
      arn = string
    }))
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.subscriptions) : can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])
    error_message = join(" ", [
      "subscriptions keys must be 1 to 40 lower-case letters, digits and hyphens (wrong:",
      "${join(", ", [for key in keys(var.subscriptions) : key if !can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.subscriptions) : item != null])
    error_message = "subscriptions[*] must not be null (wrong: ${join(", ", [for key, item in var.subscriptions : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.subscriptions) :
      (
        item.protocol == "sqs"
        ? can(regex("^arn:[a-z-]+:sqs:.+", item.endpoint))
        : (
          item.protocol == "lambda"
          ? can(regex("^arn:[a-z-]+:lambda:.+", item.endpoint))
          : (
            item.protocol == "firehose"
            ? can(regex("^arn:[a-z-]+:firehose:.+", item.endpoint))
            : (
              item.protocol == "https"
              ? can(regex("^https:[/][/][^ ]+$", item.endpoint))
              : (
                item.protocol == "email"
                ? can(regex("^[^@ ]+@[^@ ]+$", item.endpoint))
                : (
                  item.protocol == "email-json"
                  ? can(regex("^[^@ ]+@[^@ ]+$", item.endpoint))
                  : (item.protocol == "sms" ? can(regex("^[+][0-9]{6,15}$", item.endpoint)) : false)
                )
              )
            )
          )
        )
      )
      if item != null
    ])
    error_message = join(" ", [
      "subscriptions[*] must have an endpoint of its protocol: the ARN of a queue, function or delivery stream,",
      "https://..., an e-mail address, or +12065550100.",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.subscriptions) : !item.raw || contains(["sqs", "firehose", "https"], item.protocol)
      if item != null
    ])
    error_message = "subscriptions[*] can be raw for sqs, firehose and https only."
  }

  validation {
    condition = alltrue([
      for item in values(var.subscriptions) : (item.protocol == "firehose") == (item.firehose_role != null)
      if item != null
    ])
    error_message = "subscriptions[*] must have firehose_role for firehose, and for nothing else."
  }

  validation {
    condition = alltrue([
      for item in values(var.subscriptions) :
      contains(["sqs", "lambda", "firehose", "https", "email", "email-json", "sms"], item.protocol)
      if item != null
    ])
    error_message = "subscriptions[*].protocol must be one of sqs, lambda, firehose, https, email, email-json, sms."
  }

  validation {
    condition = alltrue([
      for item in values(var.subscriptions) : length(item.endpoint) >= 1 && length(item.endpoint) <= 2048
      if item != null
    ])
    error_message = "subscriptions[*].endpoint must have 1 to 2048 characters."
  }

  validation {
    condition = alltrue([
      for item in values(var.subscriptions) :
      !startswith(item.endpoint, "arn:") ||
      can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:", item.endpoint))
      if item != null
    ])
    error_message = join("", [
      "subscriptions[*].endpoint must be of partition ",
      data.aws_partition.current.partition,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(", ", flatten([
        for item in values(var.subscriptions) : [item.endpoint]
        if(
          item == null
          ? false
          : !(
            !startswith(item.endpoint, "arn:") ||
            can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:", item.endpoint))
          )
        )
      ])),
      ").",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.subscriptions) :
      item.filter_policy == null ? true : can(keys(jsondecode(item.filter_policy)))
      if item != null
    ])
    error_message = "subscriptions[*].filter_policy must be a JSON object, such as {\"kind\":[\"order\"]}."
  }

  validation {
    condition = alltrue([
      for item in values(var.subscriptions) : contains(["MessageAttributes", "MessageBody"], item.filter_scope)
      if item != null
    ])
    error_message = "subscriptions[*].filter_scope must be one of MessageAttributes, MessageBody."
  }

  validation {
    condition = alltrue([
      for item in values(var.subscriptions) :
      (
        item.dead_letters == null
        ? true
        : can(regex(
          "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:sqs:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,80}([.]fifo)?$",
          item.dead_letters.queue_arn,
        ))
      )
      if item != null
    ])
    error_message = "subscriptions[*].dead_letters.queue_arn must be an ARN of sqs."
  }

  validation {
    condition = alltrue([
      for item in values(var.subscriptions) :
      (
        item.dead_letters == null
        ? true
        : length(item.dead_letters.queue_arn) >= 1 && length(item.dead_letters.queue_arn) <= 2048
      )
      if item != null
    ])
    error_message = "subscriptions[*].dead_letters.queue_arn must have 1 to 2048 characters."
  }

  validation {
    condition = alltrue([
      for item in values(var.subscriptions) :
      (
        item.dead_letters == null
        ? true
        : can(regex(
          join("", [
            "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):(|",
            "aws|${data.aws_caller_identity.current.account_id}):",
          ]),
          item.dead_letters.queue_arn,
        ))
      )
      if item != null
    ])
    error_message = join("", [
      "subscriptions[*].dead_letters.queue_arn must be of region ",
      data.aws_region.current.id,
      " and account ",
      data.aws_caller_identity.current.account_id,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(", ", flatten([
        for item in values(var.subscriptions) : item.dead_letters == null ? [] : [item.dead_letters.queue_arn]
        if(
          item == null
          ? false
          : !(
            item.dead_letters == null
            ? true
            : can(regex(
              join("", [
                "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):(|",
                "aws|${data.aws_caller_identity.current.account_id}):",
              ]),
              item.dead_letters.queue_arn,
            ))
          )
        )
      ])),
      ").",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.subscriptions) :
      (
        item.firehose_role == null
        ? true
        : can(regex(
          "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:iam::(aws|[0-9]{12}):role/[A-Za-z0-9+=,.@_/-]+$",
          item.firehose_role.arn,
        ))
      )
      if item != null
    ])
    error_message = "subscriptions[*].firehose_role.arn must be an ARN of iam."
  }

  validation {
    condition = alltrue([
      for item in values(var.subscriptions) :
      item.firehose_role == null ? true : length(item.firehose_role.arn) >= 1 && length(item.firehose_role.arn) <= 2048
      if item != null
    ])
    error_message = "subscriptions[*].firehose_role.arn must have 1 to 2048 characters."
  }

  validation {
    condition = alltrue([
      for item in values(var.subscriptions) :
      (
        item.firehose_role == null
        ? true
        : can(regex(
          "^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:(|aws|${data.aws_caller_identity.current.account_id}):",
          item.firehose_role.arn,
        ))
      )
      if item != null
    ])
    error_message = join("", [
      "subscriptions[*].firehose_role.arn must be of account ",
      data.aws_caller_identity.current.account_id,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(", ", flatten([
        for item in values(var.subscriptions) : item.firehose_role == null ? [] : [item.firehose_role.arn]
        if(
          item == null
          ? false
          : !(
            item.firehose_role == null
            ? true
            : can(regex(
              "^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:(|aws|${data.aws_caller_identity.current.account_id}):",
              item.firehose_role.arn,
            ))
          )
        )
      ])),
      ").",
    ])
  }

  validation {
    condition     = var.fifo == null ? true : alltrue([for one in values(var.subscriptions) : one.protocol == "sqs"])
    error_message = "subscriptions must be of the protocol sqs with fifo: such a topic delivers to queues alone."
  }
}

# Encryption

variable "kms_key" {
  description = <<-EOT
    KMS key of yours, of the same region, that encrypts the messages; its policy must let the services of
    `event_sources` use it. Null makes a key of the module's own (1 USD/month).
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

# Access

variable "publishers" {
  description = "Roles of this account that may publish, by a name of your own."
  type = map(object({
    role_name = string
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.publishers) : can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])
    error_message = join(" ", [
      "publishers keys must be 1 to 40 lower-case letters, digits and hyphens (wrong:",
      "${join(", ", [for key in keys(var.publishers) : key if !can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.publishers) : item != null])
    error_message = "publishers[*] must not be null (wrong: ${join(", ", [for key, item in var.publishers : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.publishers) : can(regex("^[A-Za-z0-9+=,.@_-]{1,64}$", item.role_name))
      if item != null
    ])
    error_message = "publishers[*].role_name must be the name of a role, not its ARN."
  }
}

variable "event_sources" {
  description = "AWS's services that may publish for one of your resources, by a name of your own: an alarm, a bucket, a rule of EventBridge."
  type = map(object({
    service    = string
    source_arn = string
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.event_sources) : can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])
    error_message = join(" ", [
      "event_sources keys must be 1 to 40 lower-case letters, digits and hyphens (wrong:",
      "${join(", ", [for key in keys(var.event_sources) : key if !can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.event_sources) : item != null])
    error_message = "event_sources[*] must not be null (wrong: ${join(", ", [for key, item in var.event_sources : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.event_sources) : try(split(":", item.source_arn)[2] == item.service, false)
      if item != null
    ])
    error_message = "event_sources[*] must have a source_arn of its service: for no other would anything ever be sent."
  }

  validation {
    condition = alltrue([
      for item in values(var.event_sources) : contains(["cloudwatch", "events", "s3", "sns"], item.service)
      if item != null
    ])
    error_message = "event_sources[*].service must be one of cloudwatch, events, s3, sns."
  }

  validation {
    condition = alltrue([
      for item in values(var.event_sources) :
      can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:(cloudwatch|events|s3|sns):[a-z0-9-]*:([0-9]{12})?:.+$",
        item.source_arn,
      ))
      if item != null
    ])
    error_message = "event_sources[*].source_arn must be an ARN of cloudwatch, events, s3, sns."
  }

  validation {
    condition = alltrue([
      for item in values(var.event_sources) : length(item.source_arn) >= 1 && length(item.source_arn) <= 2048
      if item != null
    ])
    error_message = "event_sources[*].source_arn must have 1 to 2048 characters."
  }

  validation {
    condition = alltrue([
      for item in values(var.event_sources) :
      can(regex(
        "^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:(|aws|${data.aws_caller_identity.current.account_id}):",
        item.source_arn,
      ))
      if item != null
    ])
    error_message = join("", [
      "event_sources[*].source_arn must be of account ",
      data.aws_caller_identity.current.account_id,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(", ", flatten([
        for item in values(var.event_sources) : [item.source_arn]
        if(
          item == null
          ? false
          : !can(regex(
            "^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:(|aws|${data.aws_caller_identity.current.account_id}):",
            item.source_arn,
          ))
        )
      ])),
      ").",
    ])
  }
}

# Alarms

variable "alarm_topic_arns" {
  description = "SNS topics, of the same region, that are told of messages that could not be delivered; never this one."
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
