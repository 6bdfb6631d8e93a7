# General

variable "name" {
  description = "Name of the cluster. Names of resources begin with it; changing it replaces them."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,38}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 40 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen."
  }
}

variable "container_insights" {
  description = <<-EOT
    CloudWatch Container Insights: enhanced shows single tasks and containers (about 0.07 USD per metric and
    month), enabled stops at services (about 0.30 USD per metric and month). Both grow with the number of tasks;
    disabled is for clusters that nobody watches.
  EOT
  type        = string
  default     = "enhanced"
  nullable    = false

  validation {
    condition     = contains(["enhanced", "enabled", "disabled"], var.container_insights)
    error_message = "container_insights must be one of enhanced, enabled, disabled."
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

# Capacity

variable "fargate_weight" {
  description = "Share of FARGATE in the tasks of services that choose no capacity of their own, relative to `fargate_spot_weight`."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = var.fargate_weight >= 0 && var.fargate_weight <= 1000
    error_message = "fargate_weight must be between 0 and 1000."
  }

  validation {
    condition     = floor(var.fargate_weight) == var.fargate_weight
    error_message = "fargate_weight must be a whole number."
  }

  validation {
    condition     = var.fargate_weight + var.fargate_spot_weight > 0
    error_message = "fargate_weight must not be 0 when fargate_spot_weight is 0 too: no task could run anywhere."
  }
}

variable "fargate_base" {
  description = "Tasks of such a service that run on FARGATE before the shares count."
  type        = number
  default     = 0
  nullable    = false

  validation {
    condition     = var.fargate_base >= 0 && var.fargate_base <= 100000
    error_message = "fargate_base must be between 0 and 100000 tasks."
  }

  validation {
    condition     = floor(var.fargate_base) == var.fargate_base
    error_message = "fargate_base must be a whole number."
  }

  validation {
    condition     = var.fargate_base == 0 || var.fargate_spot_base == 0
    error_message = "fargate_base must be 0 when fargate_spot_base is not: ECS allows one base."
  }
}

variable "fargate_spot_weight" {
  description = "Share of FARGATE_SPOT: about 70 % cheaper, and taken away with two minutes' notice. Services can use it in any case."
  type        = number
  default     = 0
  nullable    = false

  validation {
    condition     = var.fargate_spot_weight >= 0 && var.fargate_spot_weight <= 1000
    error_message = "fargate_spot_weight must be between 0 and 1000."
  }

  validation {
    condition     = floor(var.fargate_spot_weight) == var.fargate_spot_weight
    error_message = "fargate_spot_weight must be a whole number."
  }
}

variable "fargate_spot_base" {
  description = "Tasks of such a service that run on FARGATE_SPOT before the shares count."
  type        = number
  default     = 0
  nullable    = false

  validation {
    condition     = var.fargate_spot_base >= 0 && var.fargate_spot_base <= 100000
    error_message = "fargate_spot_base must be between 0 and 100000 tasks."
  }

  validation {
    condition     = floor(var.fargate_spot_base) == var.fargate_spot_base
    error_message = "fargate_spot_base must be a whole number."
  }
}

# Exec and logs

variable "exec_log_retention_days" {
  description = "Days that the exec sessions are kept. A year by default, so that an audit finds what an incident left."
  type        = number
  default     = 365
  nullable    = false

  validation {
    condition = contains(
      [
        1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096,
        1827, 2192, 2557, 2922, 3288, 3653,
      ],
      var.exec_log_retention_days,
    )
    error_message = join(" ", [
      "exec_log_retention_days must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096,",
      "1827, 2192, 2557, 2922, 3288, 3653.",
    ])
  }
}

variable "kms_key" {
  description = <<-EOT
    KMS key that encrypts exec sessions and the log groups of the cluster, `/ecs/<name>/*`; its policy must let
    CloudWatch Logs use it. Null makes a key of the module's own (1 USD/month).
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

# Storage

variable "storage_keys" {
  description = "KMS keys of yours for the storage that ECS manages. Null encrypts it with keys of AWS."
  type = object({
    fargate = optional(string)
    volumes = optional(string)
  })
  default = null

  validation {
    condition = (
      var.storage_keys == null
      ? true
      : (
        var.storage_keys.fargate == null
        ? true
        : can(regex(
          "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
          var.storage_keys.fargate,
        ))
      )
    )
    error_message = "storage_keys.fargate must be an ARN of kms."
  }

  validation {
    condition = (
      var.storage_keys == null
      ? true
      : (
        var.storage_keys.fargate == null
        ? true
        : length(var.storage_keys.fargate) >= 1 && length(var.storage_keys.fargate) <= 2048
      )
    )
    error_message = "storage_keys.fargate must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.storage_keys == null
      ? true
      : (
        var.storage_keys.fargate == null
        ? true
        : can(regex(
          "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
          var.storage_keys.fargate,
        ))
      )
    )
    error_message = join("", [
      "storage_keys.fargate must be of region ",
      data.aws_region.current.id,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(", ", var.storage_keys == null ? [] : (var.storage_keys.fargate == null ? [] : [var.storage_keys.fargate])),
      ").",
    ])
  }

  validation {
    condition = (
      var.storage_keys == null
      ? true
      : (
        var.storage_keys.volumes == null
        ? true
        : can(regex(
          "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
          var.storage_keys.volumes,
        ))
      )
    )
    error_message = "storage_keys.volumes must be an ARN of kms."
  }

  validation {
    condition = (
      var.storage_keys == null
      ? true
      : (
        var.storage_keys.volumes == null
        ? true
        : length(var.storage_keys.volumes) >= 1 && length(var.storage_keys.volumes) <= 2048
      )
    )
    error_message = "storage_keys.volumes must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.storage_keys == null
      ? true
      : (
        var.storage_keys.volumes == null
        ? true
        : can(regex(
          "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
          var.storage_keys.volumes,
        ))
      )
    )
    error_message = join("", [
      "storage_keys.volumes must be of region ",
      data.aws_region.current.id,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(", ", var.storage_keys == null ? [] : (var.storage_keys.volumes == null ? [] : [var.storage_keys.volumes])),
      ").",
    ])
  }
}

# Service Connect

variable "service_connect" {
  description = <<-EOT
    Whether services find each other by name, in a namespace that is the cluster's default. To turn it off later,
    ECS must be told by hand as well, as the AWS provider does not: aws ecs update-cluster
    --service-connect-defaults namespace="".
  EOT
  type        = bool
  default     = true
  nullable    = false
}

variable "namespace_name" {
  description = "Name of the module's own namespace. Null takes the cluster's. Changing it replaces the namespace."
  type        = string
  default     = null

  validation {
    condition     = var.namespace_name == null ? true : can(regex("^[a-zA-Z0-9][a-zA-Z0-9._-]*$", var.namespace_name))
    error_message = "namespace_name must be letters, digits, dots, hyphens and underscores."
  }

  validation {
    condition = (
      var.namespace_name == null
      ? true
      : length(var.namespace_name) >= 1 && length(var.namespace_name) <= 1024
    )
    error_message = "namespace_name must have 1 to 1024 characters."
  }
}

variable "namespace" {
  description = "A namespace of yours, shared with other clusters. Null makes one of the module's own."
  type = object({
    arn = string
  })
  default = null

  validation {
    condition = (
      var.namespace == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:servicediscovery:[a-z0-9-]+:[0-9]{12}:namespace/[A-Za-z0-9+=,.@_/!#-]+$",
        var.namespace.arn,
      ))
    )
    error_message = "namespace.arn must be an ARN of servicediscovery."
  }

  validation {
    condition     = var.namespace == null ? true : length(var.namespace.arn) >= 1 && length(var.namespace.arn) <= 2048
    error_message = "namespace.arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.namespace == null
      ? true
      : can(regex(
        "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
        var.namespace.arn,
      ))
    )
    error_message = join(" ", [
      "namespace.arn must be of region ${data.aws_region.current.id}, as the module's provider is:",
      "give one that was made there (wrong: ${join(", ", var.namespace == null ? [] : [var.namespace.arn])}).",
    ])
  }

  validation {
    condition     = var.namespace == null ? true : var.service_connect
    error_message = "namespace is given, but service_connect is false; set it, or leave the namespace out."
  }
}
