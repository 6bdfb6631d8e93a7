# General

variable "name" {
  description = "Name of the alarm. Names of resources begin with it; changing it replaces them."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,62}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 64 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen."
  }
}

variable "tags" {
  description = "Tags for every resource of the module."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([for key in keys(var.tags) : can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+@-]{1,128}$", key))])
    error_message = join(" ", [
      "tags keys must be letters, digits, spaces and _ .",
      ": / = + - @, at most 128 (wrong:",
      "${join(", ", [for key in keys(var.tags) : key if !can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+@-]{1,128}$", key))])}).",
    ])
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
      for item in values(var.tags) : can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+@-]{0,256}$", item))
      if item != null
    ])
    error_message = "tags[*] must be letters, digits, spaces and _ . : / = + - @, at most 256."
  }
}

# What closes the latch

variable "target_group" {
  description = <<-EOT
    Healthy targets of this target group close the latch. Take the service that users need most, and that is
    started last. Give this or `metric`.
  EOT
  type = object({
    load_balancer = string
    target_group  = string
  })
  default = null

  validation {
    condition     = var.target_group == null ? true : can(regex("^(app|net)/[^/]+/[^/]+$", var.target_group.load_balancer))
    error_message = "target_group.load_balancer must be the last part of the ARN of the load balancer (arn_suffix)."
  }

  validation {
    condition     = var.target_group == null ? true : can(regex("^targetgroup/[^/]+/[^/]+$", var.target_group.target_group))
    error_message = "target_group.target_group must be the last part of the ARN of the target group (arn_suffix)."
  }

  validation {
    condition     = (var.target_group == null) != (var.metric == null)
    error_message = "target_group or metric must be given, and not both."
  }
}

variable "metric" {
  description = <<-EOT
    A metric of your own that closes the latch, such as one that an operator writes. It must be of standard
    resolution: Route 53 cannot read one of high resolution. Give this or `target_group`.
  EOT
  type = object({
    namespace  = string
    name       = string
    dimensions = optional(map(string), {})
    statistic  = optional(string, "Maximum")
  })
  default = null

  validation {
    condition     = var.metric == null ? true : can(regex("^[A-Za-z0-9_./#: -]{1,255}$", var.metric.namespace))
    error_message = "metric.namespace must be the namespace of a metric."
  }

  validation {
    condition     = var.metric == null ? true : length(var.metric.name) >= 1 && length(var.metric.name) <= 255
    error_message = "metric.name must have 1 to 255 characters."
  }

  validation {
    condition = (
      var.metric == null
      ? true
      : alltrue([for key in keys(var.metric.dimensions) : can(regex("^[!-9;-~][!-~]{0,254}$", key))])
    )
    error_message = "metric.dimensions keys must be 1 to 255 characters without spaces, and no colon in front."
  }

  validation {
    condition     = var.metric == null ? true : length(var.metric.dimensions) <= 30
    error_message = "metric.dimensions must not be more than 30, the most that CloudWatch takes."
  }

  validation {
    condition     = var.metric == null ? true : alltrue([for item in values(var.metric.dimensions) : item != null])
    error_message = "metric.dimensions[*] must not be null."
  }

  validation {
    condition = (
      var.metric == null
      ? true
      : alltrue([for item in values(var.metric.dimensions) : length(item) >= 1 && length(item) <= 1024 if item != null])
    )
    error_message = "metric.dimensions[*] must have 1 to 1024 characters."
  }

  validation {
    condition = (
      var.metric == null
      ? true
      : contains(["Maximum", "Minimum", "Average", "Sum", "SampleCount"], var.metric.statistic)
    )
    error_message = "metric.statistic must be one of Maximum, Minimum, Average, Sum, SampleCount."
  }
}

variable "threshold" {
  description = <<-EOT
    Value from which on the latch is closed: healthy targets. It must be above what runs in peace time, or names
    move as soon as the latch is used.
  EOT
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = var.threshold >= 1 && var.threshold <= 1000000
    error_message = "threshold must be between 1 and 1000000."
  }
}

variable "period" {
  description = "Seconds that a value of the metric stands for, whole minutes."
  type        = number
  default     = 60
  nullable    = false

  validation {
    condition     = var.period >= 60 && var.period <= 3600
    error_message = "period must be between 60 and 3600 seconds."
  }

  validation {
    condition     = var.period % 60 == 0
    error_message = "period must be whole minutes, in seconds: Route 53 cannot read a high-resolution alarm."
  }
}

variable "evaluation_periods" {
  description = "Periods in a row after which the latch closes or opens. One moves names soonest; more ride out a restart of the service."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = var.evaluation_periods >= 1 && var.evaluation_periods <= 5
    error_message = "evaluation_periods must be between 1 and 5."
  }

  validation {
    condition     = floor(var.evaluation_periods) == var.evaluation_periods
    error_message = "evaluation_periods must be a whole number."
  }
}

# Notification

variable "topic_arns" {
  description = "SNS topics, of the recovery region, that are told when the latch closes and when it opens."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = length(var.topic_arns) >= 0 && length(var.topic_arns) <= 5
    error_message = "topic_arns must have 0 to 5 items."
  }

  validation {
    condition     = length(distinct(var.topic_arns)) == length(var.topic_arns)
    error_message = "topic_arns must not name the same item twice."
  }

  validation {
    condition     = alltrue([for item in var.topic_arns : item != null])
    error_message = "topic_arns[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.topic_arns :
      can(regex("^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:sns:[a-z0-9-]*:[0-9]*:.+", item))
      if item != null
    ])
    error_message = "topic_arns[*] must be an ARN of sns."
  }
}
