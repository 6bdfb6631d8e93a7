# General

variable "name" {
  description = "Name of the queue; a FIFO queue has `.fifo` behind it. SQS cannot rename a queue, so that a change is refused: see `replacements`."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,60}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 62 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen."
  }
}

variable "fifo" {
  description = <<-EOT
    Keeps the order of messages of a group, and takes each once; at half as much again per message. Null: a
    standard queue, which may deliver a message twice and in another order. SQS cannot change the one into the
    other: see `replacements`.
  EOT
  type = object({
    content_based_deduplication = optional(bool, false)
    high_throughput             = optional(bool, true)
  })
  default = null
}

variable "visibility_timeout" {
  description = "Seconds that a message is hidden for once it was received: longer than the work on it takes, or it is done twice."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition = (
      floor(var.visibility_timeout) == var.visibility_timeout &&
      var.visibility_timeout >= 0 &&
      var.visibility_timeout <= 43200
    )
    error_message = "visibility_timeout must be a whole number between 0 and 43200 seconds."
  }
}

variable "message_retention" {
  description = <<-EOT
    Seconds that a message is kept for when nobody deletes it: four days by default, so that one from a Friday
    evening is there on Tuesday.
  EOT
  type        = number
  default     = 345600
  nullable    = false

  validation {
    condition = (
      floor(var.message_retention) == var.message_retention &&
      var.message_retention >= 60 &&
      var.message_retention <= 1209600
    )
    error_message = "message_retention must be a whole number between 60 and 1209600 seconds."
  }
}

variable "delay" {
  description = "Seconds that each new message waits for before anybody can receive it."
  type        = number
  default     = 0
  nullable    = false

  validation {
    condition     = floor(var.delay) == var.delay && var.delay >= 0 && var.delay <= 900
    error_message = "delay must be a whole number between 0 and 900 seconds."
  }
}

variable "receive_wait" {
  description = <<-EOT
    Seconds that a receiver waits for a message before it gets an empty answer. 20, the longest, costs least:
    empty answers are billed as others are.
  EOT
  type        = number
  default     = 20
  nullable    = false

  validation {
    condition     = floor(var.receive_wait) == var.receive_wait && var.receive_wait >= 0 && var.receive_wait <= 20
    error_message = "receive_wait must be a whole number between 0 and 20 seconds."
  }
}

variable "max_message_size" {
  description = "Largest message, in bytes. SQS takes 1 MiB since August 2025, the AWS provider before 6.9 no more than 256 KiB."
  type        = number
  default     = 262144
  nullable    = false

  validation {
    condition = (
      floor(var.max_message_size) == var.max_message_size &&
      var.max_message_size >= 1024 &&
      var.max_message_size <= 262144
    )
    error_message = "max_message_size must be a whole number between 1024 and 262144 bytes."
  }
}

variable "replacements" {
  description = <<-EOT
    How often the queue was replaced on purpose. A change of `name` or `fifo` needs a new one, and loses the
    messages: the plan refuses it until this number is raised with it.
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

# Dead letters

variable "dead_letters" {
  description = <<-EOT
    What happens to messages that nobody manages to work on: they move to a queue of their own, so that one of
    them does not hold up the rest, and can be moved back once the fault is mended.
  EOT
  type = object({
    max_receives = optional(number, 5)
    retention    = optional(number, 1209600)
  })
  default  = {}
  nullable = false

  validation {
    condition = (
      floor(var.dead_letters.max_receives) == var.dead_letters.max_receives &&
      var.dead_letters.max_receives >= 1 &&
      var.dead_letters.max_receives <= 1000
    )
    error_message = "dead_letters.max_receives must be a whole number between 1 and 1000 times."
  }

  validation {
    condition = (
      floor(var.dead_letters.retention) == var.dead_letters.retention &&
      var.dead_letters.retention >= 60 &&
      var.dead_letters.retention <= 1209600
    )
    error_message = "dead_letters.retention must be a whole number between 60 and 1209600 seconds."
  }

  validation {
    condition = var.fifo != null || var.dead_letters.retention > var.message_retention
    error_message = join(" ", [
      "dead_letters must have a retention above message_retention:",
      "in a standard queue a dead letter is as old as its message, and might go before anybody has seen it.",
    ])
  }
}

# Encryption

variable "kms_key" {
  description = <<-EOT
    KMS key of yours, of the same region, that encrypts the messages; its policy must let the services of
    `event_sources` use it. Null makes a key of the module's own (1 USD/month). A change leaves older messages
    under the key that they were sent with: keep that one until they are gone.
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

variable "data_key_reuse" {
  description = "Seconds that SQS uses one data key for before it asks KMS for the next, which is billed."
  type        = number
  default     = 300
  nullable    = false

  validation {
    condition = (
      floor(var.data_key_reuse) == var.data_key_reuse &&
      var.data_key_reuse >= 60 &&
      var.data_key_reuse <= 86400
    )
    error_message = "data_key_reuse must be a whole number between 60 and 86400 seconds."
  }
}

# Access

variable "senders" {
  description = "Roles of this account that may send, by a name of your own."
  type = map(object({
    role_name = string
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.senders) : can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])
    error_message = join(" ", [
      "senders keys must be 1 to 40 lower-case letters, digits and hyphens (wrong:",
      "${join(", ", [for key in keys(var.senders) : key if !can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.senders) : item != null])
    error_message = "senders[*] must not be null (wrong: ${join(", ", [for key, item in var.senders : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.senders) : can(regex("^[A-Za-z0-9+=,.@_-]{1,64}$", item.role_name))
      if item != null
    ])
    error_message = "senders[*].role_name must be the name of a role, not its ARN."
  }
}

variable "receivers" {
  description = "Roles of this account that may receive and delete, by a name of your own."
  type = map(object({
    role_name = string
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.receivers) : can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])
    error_message = join(" ", [
      "receivers keys must be 1 to 40 lower-case letters, digits and hyphens (wrong:",
      "${join(", ", [for key in keys(var.receivers) : key if !can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.receivers) : item != null])
    error_message = "receivers[*] must not be null (wrong: ${join(", ", [for key, item in var.receivers : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.receivers) : can(regex("^[A-Za-z0-9+=,.@_-]{1,64}$", item.role_name))
      if item != null
    ])
    error_message = "receivers[*].role_name must be the name of a role, not its ARN."
  }
}

variable "event_sources" {
  description = "AWS's services that may send for one of your resources, by a name of your own: a topic, a bucket, a rule of EventBridge."
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

variable "max_age" {
  description = "Age of the oldest message that raises an alarm, in seconds: nobody receives, or not fast enough."
  type        = number
  default     = 900
  nullable    = false

  validation {
    condition     = floor(var.max_age) == var.max_age && var.max_age >= 1 && var.max_age <= 1209600
    error_message = "max_age must be a whole number between 1 and 1209600 seconds."
  }

  validation {
    condition     = var.max_age < var.message_retention
    error_message = "max_age must be below message_retention, at which SQS deletes a message: none would ever be old enough for the alarm."
  }
}

variable "alarm_topic_arns" {
  description = "SNS topics, of the same region, that are told of old messages and of dead letters."
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
