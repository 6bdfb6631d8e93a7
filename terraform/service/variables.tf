# General

variable "name" {
  description = "Name of the service and of its main container. Names of resources begin with it; changing it replaces them."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,22}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 24 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen."
  }

  validation {
    condition     = var.name != "exec"
    error_message = "name must not be exec: the log group of that name, /ecs/<cluster>/exec, is that of the cluster's exec sessions."
  }
}

variable "cluster" {
  description = "Cluster that the service runs in. It must have the capacity providers FARGATE and FARGATE_SPOT."
  type = object({
    name = string
    arn  = string
  })
  nullable = false

  validation {
    condition     = can(regex("^[A-Za-z][A-Za-z0-9_-]{0,254}$", var.cluster.name))
    error_message = "cluster.name must be the name of a cluster."
  }

  validation {
    condition = can(regex(
      "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:ecs:[a-z0-9-]+:[0-9]{12}:cluster/[A-Za-z0-9+=,.@_/!#-]+$",
      var.cluster.arn,
    ))
    error_message = "cluster.arn must be an ARN of ecs."
  }

  validation {
    condition     = length(var.cluster.arn) >= 1 && length(var.cluster.arn) <= 2048
    error_message = "cluster.arn must have 1 to 2048 characters."
  }

  validation {
    condition = can(regex(
      "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):(|aws|${data.aws_caller_identity.current.account_id}):",
      var.cluster.arn,
    ))
    error_message = join(" ", [
      "cluster.arn must be of region ${data.aws_region.current.id} and account",
      "${data.aws_caller_identity.current.account_id}, as the module's provider is:",
      "give one that was made there (wrong: ${join(", ", [var.cluster.arn])}).",
    ])
  }

  validation {
    condition     = length(var.cluster.name) + length(var.name) <= 38
    error_message = "cluster must have a name that, with the name of the service, is at most 38 characters long: roles are named after both."
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

# Container

variable "image" {
  description = "Image of the main container, with a tag or a digest."
  type        = string
  nullable    = false

  validation {
    condition = can(regex(
      join("", [
        "^(([A-Za-z0-9-]+([.][A-Za-z0-9-]+)+(:[0-9]+)?|[A-Za-z0-9-]+:[0-9]+|localhost)/)?[a-z0-9]+(([._]|__|",
        "-+)[a-z0-9]+)*(/[a-z0-9]+(([._]|__|-+)[a-z0-9]+)*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?",
        "(@sha256:[0-9a-f]{64})?$",
      ]),
      var.image,
    ))
    error_message = join(" ", [
      "image must be the name of an image, such as 123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1.4.2:",
      "the repository in lower case, the tag of 128 characters at most.",
    ])
  }

  validation {
    condition = (
      var.require_image_tag
      ? (
        can(regex("^[^@]+:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$|@sha256:[0-9a-f]{64}$", var.image)) &&
        !endswith(var.image, ":latest")
      )
      : true
    )
    error_message = join(" ", [
      "image must end with a tag other than latest, or with a digest, such as web:1.4.2;",
      "set require_image_tag to false where that may be relaxed.",
    ])
  }

  validation {
    condition     = var.require_image_tag ? !endswith(var.image, ":latest") : true
    error_message = "image must not be tagged latest: which image runs would depend on when a task starts."
  }
}

variable "require_image_tag" {
  description = <<-EOT
    Whether an image without a tag or digest is refused, and one tagged latest: what runs would depend on when a
    task starts. Relax it in development only.
  EOT
  type        = bool
  default     = true
  nullable    = false
}

variable "command" {
  description = "Command of the main container. Null is the image's own."
  type        = list(string)
  default     = null

  validation {
    condition     = var.command == null ? true : alltrue([for item in var.command : item != null])
    error_message = "command[*] must not be null."
  }
}

variable "entrypoint" {
  description = "Entry point of the main container. Null is the image's own."
  type        = list(string)
  default     = null

  validation {
    condition     = var.entrypoint == null ? true : alltrue([for item in var.entrypoint : item != null])
    error_message = "entrypoint[*] must not be null."
  }
}

variable "working_directory" {
  description = "Working directory of the main container. Null is the image's own."
  type        = string
  default     = null

  validation {
    condition     = var.working_directory == null ? true : can(regex("^/[^\\s]*$", var.working_directory))
    error_message = "working_directory must begin with a slash, such as /app."
  }
}

variable "cpu" {
  description = "CPU units of the task, 1024 to one vCPU: 256, 512, 1024, 2048, 4096, 8192, 16384 or 32768."
  type        = number
  default     = 512
  nullable    = false

  validation {
    condition     = contains([256, 512, 1024, 2048, 4096, 8192, 16384, 32768], var.cpu)
    error_message = "cpu must be one of 256, 512, 1024, 2048, 4096, 8192, 16384, 32768."
  }
}

variable "memory" {
  description = <<-EOT
    Memory of the task in MiB. What Fargate offers depends on cpu: 2 to 8 times as much, in steps of 1024 (from
    8192 CPU units 4096, from 16384 CPU units 8192); with 256 CPU units 512, 1024 or 2048, with 32768 61440,
    122880 or 249856.
  EOT
  type        = number
  default     = 1024
  nullable    = false

  validation {
    condition     = floor(var.memory) == var.memory
    error_message = "memory must be a whole number."
  }

  validation {
    condition     = var.cpu != 256 || contains([512, 1024, 2048], var.memory)
    error_message = "memory must be 512, 1024 or 2048 MiB with 256 CPU units."
  }

  validation {
    condition     = var.cpu != 512 || contains([1024, 2048, 3072, 4096], var.memory)
    error_message = "memory must be 1024, 2048, 3072 or 4096 MiB with 512 CPU units."
  }

  validation {
    condition     = var.cpu != 1024 || contains(range(2048, 9216, 1024), var.memory)
    error_message = "memory must be 2048 to 8192 in steps of 1024 MiB with 1024 CPU units."
  }

  validation {
    condition     = var.cpu != 2048 || contains(range(4096, 17408, 1024), var.memory)
    error_message = "memory must be 4096 to 16384 in steps of 1024 MiB with 2048 CPU units."
  }

  validation {
    condition     = var.cpu != 4096 || contains(range(8192, 31744, 1024), var.memory)
    error_message = "memory must be 8192 to 30720 in steps of 1024 MiB with 4096 CPU units."
  }

  validation {
    condition     = var.cpu != 8192 || contains(range(16384, 65536, 4096), var.memory)
    error_message = "memory must be 16384 to 61440 in steps of 4096 MiB with 8192 CPU units."
  }

  validation {
    condition     = var.cpu != 16384 || contains(range(32768, 131072, 8192), var.memory)
    error_message = "memory must be 32768 to 122880 in steps of 8192 MiB with 16384 CPU units."
  }

  validation {
    condition     = var.cpu != 32768 || contains([61440, 122880, 249856], var.memory)
    error_message = "memory must be 61440, 122880 or 249856 MiB with 32768 CPU units."
  }
}

variable "architecture" {
  description = "Processor architecture that the image is built for. ARM64 costs about a fifth less."
  type        = string
  default     = "X86_64"
  nullable    = false

  validation {
    condition     = contains(["X86_64", "ARM64"], var.architecture)
    error_message = "architecture must be one of X86_64, ARM64."
  }
}

variable "port" {
  description = <<-EOT
    Port that the main container listens on; null for one that does not listen. Changing it under routing makes a
    new target group, which answers 503 until new tasks are up.
  EOT
  type        = number
  default     = null

  validation {
    condition     = var.port == null ? true : floor(var.port) == var.port && var.port >= 1 && var.port <= 65535
    error_message = "port must be a whole number between 1 and 65535."
  }
}

variable "environment" {
  description = "Environment variables of the main container. Never secrets: these can be read by whoever may read the task definition."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([for key in keys(var.environment) : can(regex("^[A-Za-z_][A-Za-z0-9_.-]*$", key))])
    error_message = join(" ", [
      "environment keys must be the name of an environment variable (wrong:",
      "${join(", ", [for key in keys(var.environment) : key if !can(regex("^[A-Za-z_][A-Za-z0-9_.-]*$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.environment) : item != null])
    error_message = "environment[*] must not be null (wrong: ${join(", ", [for key, item in var.environment : key if item == null])})."
  }
}

variable "secrets" {
  description = <<-EOT
    Environment variables that are read from Secrets Manager or from Systems Manager when a task starts, by the
    variable's name. `json_key` takes one value out of a JSON secret.
  EOT
  type = map(object({
    arn      = string
    json_key = optional(string)
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.secrets) : can(regex("^[A-Za-z_][A-Za-z0-9_.-]*$", key))])
    error_message = join(" ", [
      "secrets keys must be the name of an environment variable (wrong:",
      "${join(", ", [for key in keys(var.secrets) : key if !can(regex("^[A-Za-z_][A-Za-z0-9_.-]*$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.secrets) : item != null])
    error_message = "secrets[*] must not be null (wrong: ${join(", ", [for key, item in var.secrets : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.secrets) : item.json_key == null ? true : strcontains(item.arn, ":secretsmanager:")
      if item != null
    ])
    error_message = "secrets[*] must have a json_key only with a secret of Secrets Manager: a parameter is taken whole."
  }

  validation {
    condition = alltrue([
      for item in values(var.secrets) :
      can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:(secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[^:]+|ssm:[a-z0-9-]+:[0-9]{12}:parameter/[^:]+)$",
        item.arn,
      ))
      if item != null
    ])
    error_message = join(" ", [
      "secrets[*].arn must be the ARN of a secret of Secrets Manager or of a parameter of Systems Manager,",
      "without the key of a JSON secret, which has an input of its own.",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.secrets) :
      can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:", item.arn))
      if item != null
    ])
    error_message = join("", [
      "secrets[*].arn must be of partition ",
      data.aws_partition.current.partition,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(", ", flatten([
        for item in values(var.secrets) : [item.arn]
        if(
          item == null
          ? false
          : !can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:", item.arn))
        )
      ])),
      ").",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.secrets) : item.json_key == null ? true : can(regex("^[^:\\s]+$", item.json_key))
      if item != null
    ])
    error_message = "secrets[*].json_key must be a key of the secret's JSON, without colons, which part ECS's references."
  }

  validation {
    condition     = length(setintersection(keys(var.environment), keys(var.secrets))) == 0
    error_message = "secrets must not have a name that environment has too."
  }
}

variable "secret_kms_keys" {
  description = "ARNs of the customer managed keys that the secrets are encrypted with. AWS's own keys need no mention."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for item in var.secret_kms_keys : item != null])
    error_message = "secret_kms_keys[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.secret_kms_keys :
      can(regex("^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", item))
      if item != null
    ])
    error_message = "secret_kms_keys[*] must be an ARN of kms."
  }

  validation {
    condition     = alltrue([for item in var.secret_kms_keys : length(item) >= 1 && length(item) <= 2048 if item != null])
    error_message = "secret_kms_keys[*] must have 1 to 2048 characters."
  }

  validation {
    condition = alltrue([
      for item in var.secret_kms_keys :
      can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:", item))
      if item != null
    ])
    error_message = join("", [
      "secret_kms_keys[*] must be of partition ",
      data.aws_partition.current.partition,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(", ", flatten([
        for item in var.secret_kms_keys : [item]
        if item == null ? false : !can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:", item))
      ])),
      ").",
    ])
  }
}

variable "health_check" {
  description = "Health check that runs inside of the main container; a task that fails it is replaced. Null leaves it to the load balancer."
  type = object({
    command      = list(string)
    interval     = optional(number, 10)
    timeout      = optional(number, 5)
    retries      = optional(number, 3)
    start_period = optional(number, 30)
  })
  default = null

  validation {
    condition = (
      var.health_check == null
      ? true
      : length(var.health_check.command) >= 2 && length(var.health_check.command) <= 50
    )
    error_message = "health_check.command must have 2 to 50 items."
  }

  validation {
    condition = var.health_check == null ? true : try(contains(["CMD", "CMD-SHELL"], var.health_check.command[0]), true)
    error_message = join(" ", [
      "health_check.command must begin with CMD (then the program and its arguments) or CMD-SHELL (then one line),",
      "such as [\"CMD\", \"/app\", \"health\"].",
    ])
  }

  validation {
    condition     = var.health_check == null ? true : alltrue([for item in var.health_check.command : item != null])
    error_message = "health_check.command[*] must not be null."
  }

  validation {
    condition = (
      var.health_check == null
      ? true
      : (
        floor(var.health_check.interval) == var.health_check.interval &&
        var.health_check.interval >= 5 &&
        var.health_check.interval <= 300
      )
    )
    error_message = "health_check.interval must be a whole number between 5 and 300 seconds."
  }

  validation {
    condition = (
      var.health_check == null
      ? true
      : (
        floor(var.health_check.timeout) == var.health_check.timeout &&
        var.health_check.timeout >= 2 &&
        var.health_check.timeout <= 60
      )
    )
    error_message = "health_check.timeout must be a whole number between 2 and 60 seconds."
  }

  validation {
    condition = (
      var.health_check == null
      ? true
      : (
        floor(var.health_check.retries) == var.health_check.retries &&
        var.health_check.retries >= 1 &&
        var.health_check.retries <= 10
      )
    )
    error_message = "health_check.retries must be a whole number between 1 and 10."
  }

  validation {
    condition = (
      var.health_check == null
      ? true
      : (
        floor(var.health_check.start_period) == var.health_check.start_period &&
        var.health_check.start_period >= 0 &&
        var.health_check.start_period <= 300
      )
    )
    error_message = "health_check.start_period must be a whole number between 0 and 300 seconds."
  }
}

variable "stop_timeout" {
  description = "Seconds between SIGTERM and SIGKILL when a task stops; Fargate allows at most 120."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = floor(var.stop_timeout) == var.stop_timeout && var.stop_timeout >= 2 && var.stop_timeout <= 120
    error_message = "stop_timeout must be a whole number between 2 and 120 seconds."
  }
}

variable "start_after" {
  description = "Sidecars that the main container waits for, with the state that they must have reached."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for item in values(var.start_after) : item != null])
    error_message = "start_after[*] must not be null (wrong: ${join(", ", [for key, item in var.start_after : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.start_after) : contains(["START", "COMPLETE", "SUCCESS", "HEALTHY"], item)
      if item != null
    ])
    error_message = "start_after[*] must be one of START, COMPLETE, SUCCESS, HEALTHY."
  }

  validation {
    condition     = length(setsubtract(keys(var.start_after), keys(var.sidecars))) == 0
    error_message = "start_after must have only names of sidecars."
  }

  validation {
    condition = alltrue([
      for other, state in var.start_after : state != "HEALTHY" || try(var.sidecars[other].health_check != null, true)
      if state != null
    ])
    error_message = "start_after must have HEALTHY only with a sidecar that has a health_check; it would wait for ever."
  }

  validation {
    condition = alltrue([
      for other, state in var.start_after :
      !contains(["COMPLETE", "SUCCESS"], state) || try(!var.sidecars[other].essential, true)
      if state != null
    ])
    error_message = "start_after must have COMPLETE and SUCCESS only with a sidecar that is not essential: its end would end the task."
  }
}

# Container security

variable "user" {
  description = "User and group of the main container, as names or numbers."
  type        = string
  default     = "1000:1000"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9_][a-zA-Z0-9_.-]*(:[a-z0-9_][a-zA-Z0-9_.-]*)?$", var.user))
    error_message = "user must be user or user:group, as names or numbers."
  }

  validation {
    condition     = var.allow_root ? true : !can(regex("^(0+|root)(:|$)", var.user))
    error_message = "user must not be root; set allow_root to true where the image cannot do without."
  }
}

variable "allow_root" {
  description = "Whether containers may run as root."
  type        = bool
  default     = false
  nullable    = false
}

variable "readonly_root" {
  description = "Whether the root file system of the main container is read-only. It cannot be with exec."
  type        = bool
  default     = true
  nullable    = false
}

variable "writable_paths" {
  description = <<-EOT
    Folders that the main container may write to, by a name of your own; empty when a task starts and gone when it
    ends. Fargate gives them to root: for another user the image must declare the same path with VOLUME, owned by
    that user.
  EOT
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([for key in keys(var.writable_paths) : can(regex("^[a-z0-9][a-z0-9-]{0,31}$", key))])
    error_message = join(" ", [
      "writable_paths keys must be 1 to 32 lower-case letters, digits and hyphens (wrong:",
      "${join(", ", [for key in keys(var.writable_paths) : key if !can(regex("^[a-z0-9][a-z0-9-]{0,31}$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.writable_paths) : item != null])
    error_message = "writable_paths[*] must not be null (wrong: ${join(", ", [for key, item in var.writable_paths : key if item == null])})."
  }

  validation {
    condition     = alltrue([for item in values(var.writable_paths) : can(regex("^/[^\\s]*$", item)) if item != null])
    error_message = "writable_paths[*] must begin with a slash, such as /tmp."
  }

  validation {
    condition     = alltrue([for item in values(var.writable_paths) : !can(regex("^/+$", item)) if item != null])
    error_message = "writable_paths[*] must be a folder below the root, such as /tmp: a mount on / would hide the image."
  }

  validation {
    condition = length(distinct([
      for path in values(var.writable_paths) : trimsuffix(path, "/")
      if path != null
    ])) == length([for path in values(var.writable_paths) : path if path != null])
    error_message = join(" ", [
      "writable_paths must be folders that differ from one another, and from those of efs_volumes:",
      "a container has one thing in a place.",
    ])
  }
}

variable "drop_capabilities" {
  description = "Linux capabilities that are taken from every container."
  type        = set(string)
  default     = ["ALL"]
  nullable    = false

  validation {
    condition     = alltrue([for item in var.drop_capabilities : item != null])
    error_message = "drop_capabilities[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.drop_capabilities :
      contains(
        [
          "ALL",
          "AUDIT_WRITE",
          "CHOWN",
          "DAC_OVERRIDE",
          "FOWNER",
          "FSETID",
          "KILL",
          "MKNOD",
          "NET_BIND_SERVICE",
          "NET_RAW",
          "SETFCAP",
          "SETGID",
          "SETPCAP",
          "SETUID",
          "SYS_CHROOT",
        ],
        item,
      )
      if item != null
    ])
    error_message = join(" ", [
      "drop_capabilities[*] must be one of ALL, AUDIT_WRITE, CHOWN, DAC_OVERRIDE, FOWNER, FSETID, KILL, MKNOD,",
      "NET_BIND_SERVICE, NET_RAW, SETFCAP, SETGID, SETPCAP, SETUID, SYS_CHROOT.",
    ])
  }
}

variable "add_capabilities" {
  description = "Linux capabilities that are added to the main container; Fargate knows SYS_PTRACE only."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for item in var.add_capabilities : item != null])
    error_message = "add_capabilities[*] must not be null."
  }

  validation {
    condition     = alltrue([for item in var.add_capabilities : contains(["SYS_PTRACE"], item) if item != null])
    error_message = "add_capabilities[*] must be one of SYS_PTRACE."
  }
}

variable "init_process" {
  description = "Whether an init process runs as process 1: it forwards signals and reaps what has ended."
  type        = bool
  default     = true
  nullable    = false
}

variable "ulimits" {
  description = "Limits of the main container. Fargate lets a task change nofile only, the number of open files."
  type = map(object({
    soft = number
    hard = number
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.ulimits) : can(regex("^nofile$", key))])
    error_message = join(" ", [
      "ulimits keys must be nofile, the only limit that Fargate lets a task change (wrong:",
      "${join(", ", [for key in keys(var.ulimits) : key if !can(regex("^nofile$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.ulimits) : item != null])
    error_message = "ulimits[*] must not be null (wrong: ${join(", ", [for key, item in var.ulimits : key if item == null])})."
  }

  validation {
    condition     = alltrue([for item in values(var.ulimits) : item.soft <= item.hard if item != null])
    error_message = "ulimits[*] must have a soft limit that is not above the hard one."
  }

  validation {
    condition = alltrue([
      for item in values(var.ulimits) : floor(item.soft) == item.soft && item.soft >= 0 && item.soft <= 1048576
      if item != null
    ])
    error_message = "ulimits[*].soft must be a whole number between 0 and 1048576."
  }

  validation {
    condition = alltrue([
      for item in values(var.ulimits) : floor(item.hard) == item.hard && item.hard >= 0 && item.hard <= 1048576
      if item != null
    ])
    error_message = "ulimits[*].hard must be a whole number between 0 and 1048576."
  }
}

# Storage

variable "ephemeral_storage" {
  description = "Disk of a task in GiB, gone when it ends. 20 come with every task; up to 200 are charged by the hour."
  type        = number
  default     = 20
  nullable    = false

  validation {
    condition = (
      floor(var.ephemeral_storage) == var.ephemeral_storage &&
      var.ephemeral_storage >= 20 &&
      var.ephemeral_storage <= 200
    )
    error_message = "ephemeral_storage must be a whole number between 20 and 200 GiB."
  }
}

variable "efs_volumes" {
  description = <<-EOT
    EFS file systems that the main container mounts, by a name of your own: encrypted in transit, with the task
    role's rights. Open port 2049 with `egress`.
  EOT
  type = map(object({
    file_system_id  = string
    path            = string
    root_directory  = optional(string, "/")
    access_point_id = optional(string)
    read_only       = optional(bool, false)
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.efs_volumes) : can(regex("^[a-z0-9][a-z0-9-]{0,31}$", key))])
    error_message = join(" ", [
      "efs_volumes keys must be 1 to 32 lower-case letters, digits and hyphens (wrong:",
      "${join(", ", [for key in keys(var.efs_volumes) : key if !can(regex("^[a-z0-9][a-z0-9-]{0,31}$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.efs_volumes) : item != null])
    error_message = "efs_volumes[*] must not be null (wrong: ${join(", ", [for key, item in var.efs_volumes : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.efs_volumes) : item.access_point_id == null ? true : item.root_directory == "/"
      if item != null
    ])
    error_message = "efs_volumes[*] must leave root_directory out when it has an access_point_id: the access point says it."
  }

  validation {
    condition = alltrue([
      for item in values(var.efs_volumes) : can(regex("^fs-[0-9a-f]+$", item.file_system_id))
      if item != null
    ])
    error_message = "efs_volumes[*].file_system_id must be the ID of an EFS file system."
  }

  validation {
    condition     = alltrue([for item in values(var.efs_volumes) : can(regex("^/[^\\s]*$", item.path)) if item != null])
    error_message = "efs_volumes[*].path must begin with a slash, such as /media."
  }

  validation {
    condition     = alltrue([for item in values(var.efs_volumes) : !can(regex("^/+$", item.path)) if item != null])
    error_message = "efs_volumes[*].path must be a folder below the root, such as /media: a mount on / would hide the image."
  }

  validation {
    condition = alltrue([
      for item in values(var.efs_volumes) : can(regex("^/[^\\s]*$", item.root_directory))
      if item != null
    ])
    error_message = "efs_volumes[*].root_directory must begin with a slash, such as /media."
  }

  validation {
    condition = alltrue([
      for item in values(var.efs_volumes) :
      item.access_point_id == null ? true : can(regex("^fsap-[0-9a-f]+$", item.access_point_id))
      if item != null
    ])
    error_message = "efs_volumes[*].access_point_id must be the ID of an access point."
  }

  validation {
    condition     = length(setintersection(keys(var.efs_volumes), keys(var.writable_paths))) == 0
    error_message = "efs_volumes must not have a name that writable_paths has too."
  }

  validation {
    condition = (
      length(distinct([
        for one in values(var.efs_volumes) : trimsuffix(one.path, "/")
        if one != null
      ])) == length([for one in values(var.efs_volumes) : one if one != null]) &&
      length(setintersection([for one in values(var.efs_volumes) : trimsuffix(one.path, "/") if one != null], [
        for path in values(var.writable_paths) : trimsuffix(path, "/")
        if path != null
      ])) == 0
    )
    error_message = join(" ", [
      "efs_volumes must be mounted in folders that differ from one another, and from those of writable_paths:",
      "a container has one thing in a place.",
    ])
  }
}

# Sidecars

variable "sidecars" {
  description = "Further containers of the task, by name."
  type = map(object({
    image              = string
    command            = optional(list(string))
    entrypoint         = optional(list(string))
    cpu                = optional(number, 0)
    memory             = optional(number)
    memory_reservation = optional(number)
    essential          = optional(bool, false)
    environment        = optional(map(string), {})
    secrets = optional(map(object({
      arn      = string
      json_key = optional(string)
    })), {})
    port = optional(number)
    health_check = optional(object({
      command      = list(string)
      interval     = optional(number, 10)
      timeout      = optional(number, 5)
      retries      = optional(number, 3)
      start_period = optional(number, 30)
    }))
    start_after   = optional(map(string), {})
    user          = optional(string, "1000:1000")
    readonly_root = optional(bool, true)
    mounts        = optional(map(string), {})
    stop_timeout  = optional(number, 30)
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.sidecars) : can(regex("^[a-z0-9][a-z0-9-]{0,31}$", key))])
    error_message = join(" ", [
      "sidecars keys must be 1 to 32 lower-case letters, digits and hyphens (wrong:",
      "${join(", ", [for key in keys(var.sidecars) : key if !can(regex("^[a-z0-9][a-z0-9-]{0,31}$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.sidecars) : item != null])
    error_message = "sidecars[*] must not be null (wrong: ${join(", ", [for key, item in var.sidecars : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) :
      item.memory == null || item.memory_reservation == null ? true : item.memory_reservation <= item.memory
      if item != null
    ])
    error_message = "sidecars[*] must not have a memory_reservation above memory."
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) : length(setintersection(keys(item.environment), keys(item.secrets))) == 0
      if item != null
    ])
    error_message = "sidecars[*] must not have the same name in environment and in secrets."
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) :
      can(regex(
        join("", [
          "^(([A-Za-z0-9-]+([.][A-Za-z0-9-]+)+(:[0-9]+)?|[A-Za-z0-9-]+:[0-9]+|localhost)/)?[a-z0-9]+(([._]|__|",
          "-+)[a-z0-9]+)*(/[a-z0-9]+(([._]|__|-+)[a-z0-9]+)*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?",
          "(@sha256:[0-9a-f]{64})?$",
        ]),
        item.image,
      ))
      if item != null
    ])
    error_message = join(" ", [
      "sidecars[*].image must be the name of an image, such as 123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1.4.2:",
      "the repository in lower case, the tag of 128 characters at most.",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) :
      item.command == null ? true : alltrue([for item in item.command : item != null])
      if item != null
    ])
    error_message = "sidecars[*].command[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) :
      item.entrypoint == null ? true : alltrue([for item in item.entrypoint : item != null])
      if item != null
    ])
    error_message = "sidecars[*].entrypoint[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) : floor(item.cpu) == item.cpu && item.cpu >= 0 && item.cpu <= 32768
      if item != null
    ])
    error_message = "sidecars[*].cpu must be a whole number between 0 and 32768 CPU units."
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) :
      item.memory == null ? true : floor(item.memory) == item.memory && item.memory >= 6 && item.memory <= 249856
      if item != null
    ])
    error_message = "sidecars[*].memory must be a whole number between 6 and 249856 MiB."
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) :
      (
        item.memory_reservation == null
        ? true
        : (
          floor(item.memory_reservation) == item.memory_reservation &&
          item.memory_reservation >= 6 &&
          item.memory_reservation <= 249856
        )
      )
      if item != null
    ])
    error_message = "sidecars[*].memory_reservation must be a whole number between 6 and 249856 MiB."
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) :
      alltrue([for key in keys(item.environment) : can(regex("^[A-Za-z_][A-Za-z0-9_.-]*$", key))])
      if item != null
    ])
    error_message = "sidecars[*].environment keys must be the name of an environment variable."
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) : alltrue([for item in values(item.environment) : item != null])
      if item != null
    ])
    error_message = "sidecars[*].environment[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) :
      alltrue([for key in keys(item.secrets) : can(regex("^[A-Za-z_][A-Za-z0-9_.-]*$", key))])
      if item != null
    ])
    error_message = "sidecars[*].secrets keys must be the name of an environment variable."
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) : alltrue([for item in values(item.secrets) : item != null])
      if item != null
    ])
    error_message = "sidecars[*].secrets[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) :
      alltrue([
        for item in values(item.secrets) : item.json_key == null ? true : strcontains(item.arn, ":secretsmanager:")
        if item != null
      ])
      if item != null
    ])
    error_message = "sidecars[*].secrets[*] must have a json_key only with a secret of Secrets Manager: a parameter is taken whole."
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) :
      alltrue([
        for item in values(item.secrets) :
        can(regex(
          "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:(secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[^:]+|ssm:[a-z0-9-]+:[0-9]{12}:parameter/[^:]+)$",
          item.arn,
        ))
        if item != null
      ])
      if item != null
    ])
    error_message = join(" ", [
      "sidecars[*].secrets[*].arn must be the ARN of a secret of Secrets Manager or of a parameter of Systems Manager,",
      "without the key of a JSON secret, which has an input of its own.",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) :
      alltrue([
        for item in values(item.secrets) :
        can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:", item.arn))
        if item != null
      ])
      if item != null
    ])
    error_message = join("", [
      "sidecars[*].secrets[*].arn must be of partition ",
      data.aws_partition.current.partition,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(", ", flatten([
        for item in values(var.sidecars) :
        flatten([
          for item in values(item.secrets) : [item.arn]
          if(
            item == null
            ? false
            : !can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:", item.arn))
          )
        ])
        if(
          item == null
          ? false
          : !alltrue([
            for item in values(item.secrets) :
            can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:", item.arn))
            if item != null
          ])
        )
      ])),
      ").",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) :
      alltrue([
        for item in values(item.secrets) : item.json_key == null ? true : can(regex("^[^:\\s]+$", item.json_key))
        if item != null
      ])
      if item != null
    ])
    error_message = "sidecars[*].secrets[*].json_key must be a key of the secret's JSON, without colons, which part ECS's references."
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) :
      item.port == null ? true : floor(item.port) == item.port && item.port >= 1 && item.port <= 65535
      if item != null
    ])
    error_message = "sidecars[*].port must be a whole number between 1 and 65535."
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) :
      (
        item.health_check == null
        ? true
        : length(item.health_check.command) >= 2 && length(item.health_check.command) <= 50
      )
      if item != null
    ])
    error_message = "sidecars[*].health_check.command must have 2 to 50 items."
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) :
      item.health_check == null ? true : try(contains(["CMD", "CMD-SHELL"], item.health_check.command[0]), true)
      if item != null
    ])
    error_message = join(" ", [
      "sidecars[*].health_check.command must begin with CMD (then the program and its arguments) or CMD-SHELL (then",
      "one line), such as [\"CMD\", \"/app\", \"health\"].",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) :
      item.health_check == null ? true : alltrue([for item in item.health_check.command : item != null])
      if item != null
    ])
    error_message = "sidecars[*].health_check.command[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) :
      (
        item.health_check == null
        ? true
        : (
          floor(item.health_check.interval) == item.health_check.interval &&
          item.health_check.interval >= 5 &&
          item.health_check.interval <= 300
        )
      )
      if item != null
    ])
    error_message = "sidecars[*].health_check.interval must be a whole number between 5 and 300 seconds."
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) :
      (
        item.health_check == null
        ? true
        : (
          floor(item.health_check.timeout) == item.health_check.timeout &&
          item.health_check.timeout >= 2 &&
          item.health_check.timeout <= 60
        )
      )
      if item != null
    ])
    error_message = "sidecars[*].health_check.timeout must be a whole number between 2 and 60 seconds."
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) :
      (
        item.health_check == null
        ? true
        : (
          floor(item.health_check.retries) == item.health_check.retries &&
          item.health_check.retries >= 1 &&
          item.health_check.retries <= 10
        )
      )
      if item != null
    ])
    error_message = "sidecars[*].health_check.retries must be a whole number between 1 and 10."
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) :
      (
        item.health_check == null
        ? true
        : (
          floor(item.health_check.start_period) == item.health_check.start_period &&
          item.health_check.start_period >= 0 &&
          item.health_check.start_period <= 300
        )
      )
      if item != null
    ])
    error_message = "sidecars[*].health_check.start_period must be a whole number between 0 and 300 seconds."
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) : alltrue([for item in values(item.start_after) : item != null])
      if item != null
    ])
    error_message = "sidecars[*].start_after[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) :
      alltrue([
        for item in values(item.start_after) : contains(["START", "COMPLETE", "SUCCESS", "HEALTHY"], item)
        if item != null
      ])
      if item != null
    ])
    error_message = "sidecars[*].start_after[*] must be one of START, COMPLETE, SUCCESS, HEALTHY."
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) : can(regex("^[a-z0-9_][a-zA-Z0-9_.-]*(:[a-z0-9_][a-zA-Z0-9_.-]*)?$", item.user))
      if item != null
    ])
    error_message = "sidecars[*].user must be user or user:group, as names or numbers."
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) :
      alltrue([for key in keys(item.mounts) : can(regex("^[a-z0-9][a-z0-9-]{0,31}$", key))])
      if item != null
    ])
    error_message = "sidecars[*].mounts keys must be 1 to 32 lower-case letters, digits and hyphens."
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) : alltrue([for item in values(item.mounts) : item != null])
      if item != null
    ])
    error_message = "sidecars[*].mounts[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) :
      alltrue([for item in values(item.mounts) : can(regex("^/[^\\s]*$", item)) if item != null])
      if item != null
    ])
    error_message = "sidecars[*].mounts[*] must begin with a slash, such as /tmp."
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) :
      alltrue([for item in values(item.mounts) : !can(regex("^/+$", item)) if item != null])
      if item != null
    ])
    error_message = "sidecars[*].mounts[*] must be a folder below the root, such as /tmp: a mount on / would hide the image."
  }

  validation {
    condition = alltrue([
      for item in values(var.sidecars) :
      floor(item.stop_timeout) == item.stop_timeout && item.stop_timeout >= 2 && item.stop_timeout <= 120
      if item != null
    ])
    error_message = "sidecars[*].stop_timeout must be a whole number between 2 and 120 seconds."
  }

  validation {
    condition = (
      var.require_image_tag
      ? alltrue([
        for sidecar in values(var.sidecars) :
        can(regex("^[^@]+:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$|@sha256:[0-9a-f]{64}$", sidecar.image)) &&
        !endswith(sidecar.image, ":latest")
        if sidecar != null
      ])
      : true
    )
    error_message = join(" ", [
      "sidecars must hold only values whose image must end with a tag other than latest, or with a digest,",
      "such as web:1.4.2; set require_image_tag to false where that may be relaxed.",
    ])
  }

  validation {
    condition = (
      var.allow_root
      ? true
      : alltrue([for sidecar in values(var.sidecars) : !can(regex("^(0+|root)(:|$)", sidecar.user)) if sidecar != null])
    )
    error_message = "sidecars must hold only values whose user must not be root; set allow_root to true where the image cannot do without."
  }

  validation {
    condition     = !contains(keys(var.sidecars), var.name)
    error_message = "sidecars must not have the name of the service, which the main container goes by."
  }

  validation {
    condition = length(setsubtract(
      flatten([for sidecar in values(var.sidecars) : keys(sidecar.start_after) if sidecar != null]),
      concat(keys(var.sidecars), [var.name]),
    )) == 0
    error_message = "sidecars must have only containers of the task in start_after."
  }

  validation {
    condition = alltrue(flatten([for sidecar in values(var.sidecars) : [
      for other, state in sidecar.start_after :
      state != "HEALTHY" ||
      (other == var.name ? var.health_check != null : try(var.sidecars[other].health_check != null, true))
      if state != null
    ] if sidecar != null]))
    error_message = "sidecars must have HEALTHY in start_after only with a container that has a health_check; it would wait for ever."
  }

  validation {
    condition = length(setsubtract(
      flatten([for sidecar in values(var.sidecars) : keys(sidecar.mounts) if sidecar != null]),
      concat(keys(var.writable_paths), keys(var.efs_volumes)),
    )) == 0
    error_message = "sidecars must have only names of writable_paths and efs_volumes in mounts."
  }

  validation {
    condition     = sum(concat([0], [for sidecar in values(var.sidecars) : sidecar.cpu if sidecar != null])) < var.cpu
    error_message = "sidecars must have less cpu in all than the task, so that some is left for the main container."
  }

  validation {
    condition = sum(concat([0], [
      for sidecar in values(var.sidecars) : try(coalesce(sidecar.memory_reservation, sidecar.memory), 0)
    ])) < var.memory
    error_message = "sidecars must have less memory in all than the task, so that some is left for the main container."
  }
}

# Network

variable "vpc_id" {
  description = "ID of the VPC."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^vpc-[0-9a-f]+$", var.vpc_id))
    error_message = "vpc_id must be the ID of a VPC."
  }
}

variable "subnet_ids" {
  description = "IDs of the subnets that tasks run in, one for each zone."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) >= 1 && length(var.subnet_ids) <= 16
    error_message = "subnet_ids must have 1 to 16 items."
  }

  validation {
    condition     = alltrue([for item in var.subnet_ids : item != null])
    error_message = "subnet_ids[*] must not be null."
  }

  validation {
    condition     = alltrue([for item in var.subnet_ids : can(regex("^subnet-[0-9a-f]+$", item)) if item != null])
    error_message = "subnet_ids[*] must be the ID of a subnet."
  }
}

variable "assign_public_ip" {
  description = "Whether tasks get a public address. Only for public subnets, where a network has no NAT."
  type        = bool
  default     = false
  nullable    = false
}

variable "security_group_ids" {
  description = "Further security groups of the tasks, beside the service's own."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = length(var.security_group_ids) >= 0 && length(var.security_group_ids) <= 4
    error_message = "security_group_ids must have 0 to 4 items."
  }

  validation {
    condition     = alltrue([for item in var.security_group_ids : item != null])
    error_message = "security_group_ids[*] must not be null."
  }

  validation {
    condition     = alltrue([for item in var.security_group_ids : can(regex("^sg-[0-9a-f]+$", item)) if item != null])
    error_message = "security_group_ids[*] must be the ID of a security group."
  }
}

variable "clients" {
  description = "Who may reach the tasks beside the load balancer, by a name of your own: a security group, an IPv4 block or a prefix list."
  type = map(object({
    port              = optional(number)
    cidr              = optional(string)
    security_group_id = optional(string)
    prefix_list_id    = optional(string)
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.clients) : can(regex("^[a-z0-9][a-z0-9-]{0,31}$", key))])
    error_message = join(" ", [
      "clients keys must be 1 to 32 lower-case letters, digits and hyphens (wrong:",
      "${join(", ", [for key in keys(var.clients) : key if !can(regex("^[a-z0-9][a-z0-9-]{0,31}$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.clients) : item != null])
    error_message = "clients[*] must not be null (wrong: ${join(", ", [for key, item in var.clients : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      length([for peer in [item.cidr, item.security_group_id, item.prefix_list_id] : peer if peer != null]) == 1
      if item != null
    ])
    error_message = "clients[*] must have one of cidr, security_group_id and prefix_list_id."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      item.port == null ? true : floor(item.port) == item.port && item.port >= 1 && item.port <= 65535
      if item != null
    ])
    error_message = "clients[*].port must be a whole number between 1 and 65535."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      (
        item.cidr == null
        ? true
        : (
          !strcontains(item.cidr, ":") &&
          can(regex("^[0-9a-fA-F.:]+/[0-9]+$", item.cidr)) &&
          try(
            strcontains(item.cidr, ":") ? cidrsubnet(item.cidr, 0, 0) != "" : cidrsubnet(item.cidr, 0, 0) == item.cidr,
            false,
          )
        )
      )
      if item != null
    ])
    error_message = "clients[*].cidr must be an IPv4 CIDR block that begins with its network address, such as 10.0.0.0/16."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      item.security_group_id == null ? true : can(regex("^sg-[0-9a-f]+$", item.security_group_id))
      if item != null
    ])
    error_message = "clients[*].security_group_id must be the ID of a security group."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      item.prefix_list_id == null ? true : can(regex("^pl-[0-9a-f]+$", item.prefix_list_id))
      if item != null
    ])
    error_message = "clients[*].prefix_list_id must be the ID of a prefix list."
  }

  validation {
    condition     = alltrue([for client in values(var.clients) : client.port != null || var.port != null if client != null])
    error_message = "clients must hold only values with a port, as the main container has none."
  }
}

variable "https_egress" {
  description = "Whether tasks may reach port 443 anywhere, which pulling images and AWS's own APIs need."
  type        = bool
  default     = true
  nullable    = false
}

variable "egress" {
  description = <<-EOT
    What else tasks may reach over TCP, by a name of your own: a security group, an IPv4 block or a prefix list,
    and a port. Through the gateway endpoint of Amazon S3, which image layers come by, only its prefix list leads:
    name it where `https_egress` is false.
  EOT
  type = map(object({
    port              = number
    cidr              = optional(string)
    security_group_id = optional(string)
    prefix_list_id    = optional(string)
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.egress) : can(regex("^[a-z0-9][a-z0-9-]{0,31}$", key))])
    error_message = join(" ", [
      "egress keys must be 1 to 32 lower-case letters, digits and hyphens (wrong:",
      "${join(", ", [for key in keys(var.egress) : key if !can(regex("^[a-z0-9][a-z0-9-]{0,31}$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.egress) : item != null])
    error_message = "egress[*] must not be null (wrong: ${join(", ", [for key, item in var.egress : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.egress) :
      length([for peer in [item.cidr, item.security_group_id, item.prefix_list_id] : peer if peer != null]) == 1
      if item != null
    ])
    error_message = "egress[*] must have one of cidr, security_group_id and prefix_list_id."
  }

  validation {
    condition = alltrue([
      for item in values(var.egress) : floor(item.port) == item.port && item.port >= 1 && item.port <= 65535
      if item != null
    ])
    error_message = "egress[*].port must be a whole number between 1 and 65535."
  }

  validation {
    condition = alltrue([
      for item in values(var.egress) :
      (
        item.cidr == null
        ? true
        : (
          !strcontains(item.cidr, ":") &&
          can(regex("^[0-9a-fA-F.:]+/[0-9]+$", item.cidr)) &&
          try(
            strcontains(item.cidr, ":") ? cidrsubnet(item.cidr, 0, 0) != "" : cidrsubnet(item.cidr, 0, 0) == item.cidr,
            false,
          )
        )
      )
      if item != null
    ])
    error_message = "egress[*].cidr must be an IPv4 CIDR block that begins with its network address, such as 10.0.0.0/16."
  }

  validation {
    condition = alltrue([
      for item in values(var.egress) :
      item.security_group_id == null ? true : can(regex("^sg-[0-9a-f]+$", item.security_group_id))
      if item != null
    ])
    error_message = "egress[*].security_group_id must be the ID of a security group."
  }

  validation {
    condition = alltrue([
      for item in values(var.egress) :
      item.prefix_list_id == null ? true : can(regex("^pl-[0-9a-f]+$", item.prefix_list_id))
      if item != null
    ])
    error_message = "egress[*].prefix_list_id must be the ID of a prefix list."
  }
}

# Discovery

variable "service_connect" {
  description = "Service Connect: others call this service by a name, through a proxy beside each task. Null does without."
  type = object({
    namespace_arn = string
    server = optional(object({
      discovery_name = optional(string)
      protocol       = optional(string, "http")
      port           = optional(number)
      dns_name       = optional(string)
      timeout = optional(object({
        idle    = optional(number, 300)
        request = optional(number, 15)
      }))
    }))
  })
  default = null

  validation {
    condition = (
      var.service_connect == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:servicediscovery:[a-z0-9-]+:[0-9]{12}:namespace/[A-Za-z0-9+=,.@_/!#-]+$",
        var.service_connect.namespace_arn,
      ))
    )
    error_message = "service_connect.namespace_arn must be an ARN of servicediscovery."
  }

  validation {
    condition = (
      var.service_connect == null
      ? true
      : length(var.service_connect.namespace_arn) >= 1 && length(var.service_connect.namespace_arn) <= 2048
    )
    error_message = "service_connect.namespace_arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.service_connect == null
      ? true
      : can(regex(
        "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
        var.service_connect.namespace_arn,
      ))
    )
    error_message = join(" ", [
      "service_connect.namespace_arn must be of region ${data.aws_region.current.id}, as the module's provider is:",
      "give one that was made there (wrong:",
      "${join(", ", var.service_connect == null ? [] : [var.service_connect.namespace_arn])}).",
    ])
  }

  validation {
    condition = (
      var.service_connect == null
      ? true
      : (
        var.service_connect.server == null
        ? true
        : (
          var.service_connect.server.discovery_name == null
          ? true
          : can(regex("^[a-z][a-z0-9-]{0,62}$", var.service_connect.server.discovery_name))
        )
      )
    )
    error_message = "service_connect.server.discovery_name must be lower-case letters, digits and hyphens."
  }

  validation {
    condition = (
      var.service_connect == null
      ? true
      : (
        var.service_connect.server == null
        ? true
        : contains(["http", "http2", "grpc", "tcp"], var.service_connect.server.protocol)
      )
    )
    error_message = "service_connect.server.protocol must be one of http, http2, grpc, tcp."
  }

  validation {
    condition = (
      var.service_connect == null
      ? true
      : (
        var.service_connect.server == null
        ? true
        : (
          var.service_connect.server.port == null
          ? true
          : (
            floor(var.service_connect.server.port) == var.service_connect.server.port &&
            var.service_connect.server.port >= 1 &&
            var.service_connect.server.port <= 65535
          )
        )
      )
    )
    error_message = "service_connect.server.port must be a whole number between 1 and 65535."
  }

  validation {
    condition = (
      var.service_connect == null
      ? true
      : (
        var.service_connect.server == null
        ? true
        : (
          var.service_connect.server.timeout == null
          ? true
          : (
            floor(var.service_connect.server.timeout.idle) == var.service_connect.server.timeout.idle &&
            var.service_connect.server.timeout.idle >= 0 &&
            var.service_connect.server.timeout.idle <= 86400
          )
        )
      )
    )
    error_message = "service_connect.server.timeout.idle must be a whole number between 0 and 86400 seconds."
  }

  validation {
    condition = (
      var.service_connect == null
      ? true
      : (
        var.service_connect.server == null
        ? true
        : (
          var.service_connect.server.timeout == null
          ? true
          : (
            floor(var.service_connect.server.timeout.request) == var.service_connect.server.timeout.request &&
            var.service_connect.server.timeout.request >= 0 &&
            var.service_connect.server.timeout.request <= 86400
          )
        )
      )
    )
    error_message = "service_connect.server.timeout.request must be a whole number between 0 and 86400 seconds."
  }

  validation {
    condition     = var.service_connect == null ? true : (var.service_connect.server == null ? true : var.port != null)
    error_message = "service_connect needs port, the port that the main container listens on, when it has a server."
  }
}

variable "service_registry" {
  description = "Cloud Map service that gets an A record for each task. Null registers none."
  type = object({
    arn = string
  })
  default = null

  validation {
    condition = (
      var.service_registry == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:servicediscovery:[a-z0-9-]+:[0-9]{12}:service/[A-Za-z0-9+=,.@_/!#-]+$",
        var.service_registry.arn,
      ))
    )
    error_message = "service_registry.arn must be an ARN of servicediscovery."
  }

  validation {
    condition = (
      var.service_registry == null
      ? true
      : length(var.service_registry.arn) >= 1 && length(var.service_registry.arn) <= 2048
    )
    error_message = "service_registry.arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.service_registry == null
      ? true
      : can(regex(
        "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
        var.service_registry.arn,
      ))
    )
    error_message = join(" ", [
      "service_registry.arn must be of region ${data.aws_region.current.id}, as the module's provider is:",
      "give one that was made there (wrong:",
      "${join(", ", var.service_registry == null ? [] : [var.service_registry.arn])}).",
    ])
  }
}

# Routing

variable "routing" {
  description = <<-EOT
    How requests reach the service: the listener of a load balancer, and what is sent here: 1 to 5 values of
    `hosts`, `paths`, `methods`, `headers` and `source_ips`. Null makes a worker without a load balancer.
  EOT
  type = object({
    listener_arn                    = string
    load_balancer_security_group_id = string
    priority                        = number
    hosts                           = optional(list(string), [])
    paths                           = optional(list(string), [])
    methods                         = optional(list(string), [])
    headers                         = optional(map(list(string)), {})
    source_ips                      = optional(list(string), [])
    health = optional(object({
      path                = optional(string, "/")
      matcher             = optional(string, "200-299")
      interval            = optional(number, 10)
      timeout             = optional(number, 5)
      healthy_threshold   = optional(number, 2)
      unhealthy_threshold = optional(number, 3)
    }), {})
    grace_period         = optional(number, 60)
    protocol_version     = optional(string, "HTTP1")
    algorithm            = optional(string, "least_outstanding_requests")
    deregistration_delay = optional(number, 30)
    slow_start           = optional(number, 0)
    stickiness = optional(object({
      duration    = optional(number, 86400)
      cookie_name = optional(string)
    }))
  })
  default = null

  validation {
    condition = (
      var.routing == null
      ? true
      : (
        length(concat(var.routing.hosts, var.routing.paths, var.routing.methods, var.routing.source_ips, [
          for values in values(var.routing.headers) : values
          if values != null
        ]...)) >= 1 &&
        length(concat(var.routing.hosts, var.routing.paths, var.routing.methods, var.routing.source_ips, [
          for values in values(var.routing.headers) : values
          if values != null
        ]...)) <= 5
      )
    )
    error_message = join(" ", [
      "routing must have 1 to 5 values among hosts, paths, methods, source_ips and headers,",
      "which say what is sent here; the path /* takes all.",
    ])
  }

  validation {
    condition = (
      var.routing == null
      ? true
      : try(
        length(regexall(
          "[*?]",
          join("", concat(var.routing.hosts, var.routing.paths, flatten(values(var.routing.headers)))),
        )) <= 5,
        true,
      )
    )
    error_message = "routing must have at most 5 wildcards (* and ?) among hosts, paths and headers, the most that a listener rule takes."
  }

  validation {
    condition     = var.routing == null ? true : var.routing.slow_start == 0 || var.routing.algorithm == "round_robin"
    error_message = "routing must have the algorithm round_robin with slow_start; others do not know it."
  }

  validation {
    condition = (
      var.routing == null
      ? true
      : can(regex(
        "^[0-9]{1,2}([,-][0-9]{1,2})*$",
        var.routing.health.matcher,
      )) == (var.routing.protocol_version == "GRPC")
    )
    error_message = "routing must have a health.matcher of gRPC codes (0 to 99, such as 0) with GRPC, and of HTTP codes (such as 200-299) otherwise."
  }

  validation {
    condition = (
      var.routing == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:listener/app/[^/]+/[0-9a-f]+/[0-9a-f]+$",
        var.routing.listener_arn,
      ))
    )
    error_message = "routing.listener_arn must be the ARN of a listener of an application load balancer."
  }

  validation {
    condition = (
      var.routing == null
      ? true
      : can(regex(
        join("", [
          "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):(|",
          "aws|${data.aws_caller_identity.current.account_id}):",
        ]),
        var.routing.listener_arn,
      ))
    )
    error_message = join(" ", [
      "routing.listener_arn must be of region ${data.aws_region.current.id} and account",
      "${data.aws_caller_identity.current.account_id}, as the module's provider is:",
      "give one that was made there (wrong: ${join(", ", var.routing == null ? [] : [var.routing.listener_arn])}).",
    ])
  }

  validation {
    condition     = var.routing == null ? true : can(regex("^sg-[0-9a-f]+$", var.routing.load_balancer_security_group_id))
    error_message = "routing.load_balancer_security_group_id must be the ID of a security group."
  }

  validation {
    condition = (
      var.routing == null
      ? true
      : (
        floor(var.routing.priority) == var.routing.priority &&
        var.routing.priority >= 1 &&
        var.routing.priority <= 50000
      )
    )
    error_message = "routing.priority must be a whole number between 1 and 50000."
  }

  validation {
    condition     = var.routing == null ? true : alltrue([for item in var.routing.hosts : item != null])
    error_message = "routing.hosts[*] must not be null."
  }

  validation {
    condition = (
      var.routing == null
      ? true
      : alltrue([
        for item in var.routing.hosts :
        can(regex("^[A-Za-z0-9*?_-]{1,63}([.][A-Za-z0-9*?_-]{1,63})*[.][A-Za-z*?][A-Za-z0-9*?-]{0,62}$", item))
        if item != null
      ])
    )
    error_message = "routing.hosts[*] must be a host name, in which * and ? may stand for what varies, without https:// and port."
  }

  validation {
    condition = (
      var.routing == null
      ? true
      : alltrue([for item in var.routing.hosts : length(item) >= 1 && length(item) <= 128 if item != null])
    )
    error_message = "routing.hosts[*] must have 1 to 128 characters."
  }

  validation {
    condition     = var.routing == null ? true : alltrue([for item in var.routing.paths : item != null])
    error_message = "routing.paths[*] must not be null."
  }

  validation {
    condition = (
      var.routing == null
      ? true
      : alltrue([
        for item in var.routing.paths : can(regex("^/[A-Za-z0-9_.$/~\"'@:+&;*?%=!,()-]*$", item))
        if item != null
      ])
    )
    error_message = "routing.paths[*] must begin with a slash and hold letters, digits, * and ? for what varies, and what a path may hold."
  }

  validation {
    condition = (
      var.routing == null
      ? true
      : alltrue([for item in var.routing.paths : length(item) >= 1 && length(item) <= 128 if item != null])
    )
    error_message = "routing.paths[*] must have 1 to 128 characters."
  }

  validation {
    condition     = var.routing == null ? true : alltrue([for item in var.routing.methods : item != null])
    error_message = "routing.methods[*] must not be null."
  }

  validation {
    condition = (
      var.routing == null
      ? true
      : alltrue([
        for item in var.routing.methods : contains(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"], item)
        if item != null
      ])
    )
    error_message = "routing.methods[*] must be one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS."
  }

  validation {
    condition = (
      var.routing == null
      ? true
      : alltrue([for key in keys(var.routing.headers) : can(regex("^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,40}$", key))])
    )
    error_message = "routing.headers keys must be names of headers, at most 40 characters."
  }

  validation {
    condition     = var.routing == null ? true : !contains([for name in keys(var.routing.headers) : lower(name)], "host")
    error_message = "routing.headers must not be Host, which hosts are for."
  }

  validation {
    condition     = var.routing == null ? true : alltrue([for item in values(var.routing.headers) : item != null])
    error_message = "routing.headers[*] must not be null."
  }

  validation {
    condition = (
      var.routing == null
      ? true
      : alltrue([for item in values(var.routing.headers) : length(item) >= 1 && length(item) <= 5 if item != null])
    )
    error_message = "routing.headers[*] must have 1 to 5 items."
  }

  validation {
    condition = (
      var.routing == null
      ? true
      : alltrue([for item in values(var.routing.headers) : alltrue([for item in item : item != null]) if item != null])
    )
    error_message = "routing.headers[*][*] must not be null."
  }

  validation {
    condition = (
      var.routing == null
      ? true
      : alltrue([
        for item in values(var.routing.headers) :
        alltrue([for item in item : length(item) >= 1 && length(item) <= 128 if item != null])
        if item != null
      ])
    )
    error_message = "routing.headers[*][*] must have 1 to 128 characters."
  }

  validation {
    condition     = var.routing == null ? true : alltrue([for item in var.routing.source_ips : item != null])
    error_message = "routing.source_ips[*] must not be null."
  }

  validation {
    condition = (
      var.routing == null
      ? true
      : alltrue([
        for item in var.routing.source_ips :
        !strcontains(item, ":") &&
        can(regex("^[0-9a-fA-F.:]+/[0-9]+$", item)) &&
        try(strcontains(item, ":") ? cidrsubnet(item, 0, 0) != "" : cidrsubnet(item, 0, 0) == item, false)
        if item != null
      ])
    )
    error_message = "routing.source_ips[*] must be an IPv4 CIDR block that begins with its network address, such as 10.0.0.0/16."
  }

  validation {
    condition     = var.routing == null ? true : var.routing.health.timeout < var.routing.health.interval
    error_message = "routing.health must have a timeout below its interval."
  }

  validation {
    condition     = var.routing == null ? true : can(regex("^/[^\\s]*$", var.routing.health.path))
    error_message = "routing.health.path must begin with a slash, such as /healthz."
  }

  validation {
    condition = (
      var.routing == null
      ? true
      : length(var.routing.health.path) >= 1 && length(var.routing.health.path) <= 1024
    )
    error_message = "routing.health.path must have 1 to 1024 characters."
  }

  validation {
    condition = (
      var.routing == null
      ? true
      : can(regex("^([2-4][0-9]{2}|[0-9]{1,2})([,-]([2-4][0-9]{2}|[0-9]{1,2}))*$", var.routing.health.matcher))
    )
    error_message = "routing.health.matcher must be HTTP codes from 200 to 499, such as 200-299 or 200,204, or gRPC codes from 0 to 99."
  }

  validation {
    condition = (
      var.routing == null
      ? true
      : (
        floor(var.routing.health.interval) == var.routing.health.interval &&
        var.routing.health.interval >= 5 &&
        var.routing.health.interval <= 300
      )
    )
    error_message = "routing.health.interval must be a whole number between 5 and 300 seconds."
  }

  validation {
    condition = (
      var.routing == null
      ? true
      : (
        floor(var.routing.health.timeout) == var.routing.health.timeout &&
        var.routing.health.timeout >= 2 &&
        var.routing.health.timeout <= 120
      )
    )
    error_message = "routing.health.timeout must be a whole number between 2 and 120 seconds."
  }

  validation {
    condition = (
      var.routing == null
      ? true
      : (
        floor(var.routing.health.healthy_threshold) == var.routing.health.healthy_threshold &&
        var.routing.health.healthy_threshold >= 2 &&
        var.routing.health.healthy_threshold <= 10
      )
    )
    error_message = "routing.health.healthy_threshold must be a whole number between 2 and 10."
  }

  validation {
    condition = (
      var.routing == null
      ? true
      : (
        floor(var.routing.health.unhealthy_threshold) == var.routing.health.unhealthy_threshold &&
        var.routing.health.unhealthy_threshold >= 2 &&
        var.routing.health.unhealthy_threshold <= 10
      )
    )
    error_message = "routing.health.unhealthy_threshold must be a whole number between 2 and 10."
  }

  validation {
    condition = (
      var.routing == null
      ? true
      : (
        floor(var.routing.grace_period) == var.routing.grace_period &&
        var.routing.grace_period >= 0 &&
        var.routing.grace_period <= 7200
      )
    )
    error_message = "routing.grace_period must be a whole number between 0 and 7200 seconds."
  }

  validation {
    condition     = var.routing == null ? true : contains(["HTTP1", "HTTP2", "GRPC"], var.routing.protocol_version)
    error_message = "routing.protocol_version must be one of HTTP1, HTTP2, GRPC."
  }

  validation {
    condition = (
      var.routing == null
      ? true
      : contains(["least_outstanding_requests", "round_robin"], var.routing.algorithm)
    )
    error_message = "routing.algorithm must be one of least_outstanding_requests, round_robin."
  }

  validation {
    condition = (
      var.routing == null
      ? true
      : (
        floor(var.routing.deregistration_delay) == var.routing.deregistration_delay &&
        var.routing.deregistration_delay >= 0 &&
        var.routing.deregistration_delay <= 3600
      )
    )
    error_message = "routing.deregistration_delay must be a whole number between 0 and 3600 seconds."
  }

  validation {
    condition     = var.routing == null ? true : floor(var.routing.slow_start) == var.routing.slow_start
    error_message = "routing.slow_start must be a whole number."
  }

  validation {
    condition = (
      var.routing == null
      ? true
      : var.routing.slow_start == 0 || (var.routing.slow_start >= 30 && var.routing.slow_start <= 900)
    )
    error_message = "routing.slow_start must be 0 (off) or between 30 and 900 seconds."
  }

  validation {
    condition = (
      var.routing == null
      ? true
      : (
        var.routing.stickiness == null
        ? true
        : (
          floor(var.routing.stickiness.duration) == var.routing.stickiness.duration &&
          var.routing.stickiness.duration >= 1 &&
          var.routing.stickiness.duration <= 604800
        )
      )
    )
    error_message = "routing.stickiness.duration must be a whole number between 1 and 604800 seconds."
  }

  validation {
    condition = (
      var.routing == null
      ? true
      : (
        var.routing.stickiness == null
        ? true
        : (
          var.routing.stickiness.cookie_name == null
          ? true
          : can(regex("^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}$", var.routing.stickiness.cookie_name))
        )
      )
    )
    error_message = "routing.stickiness.cookie_name must be the name of a cookie."
  }

  validation {
    condition = (
      var.routing == null
      ? true
      : (
        var.routing.stickiness == null
        ? true
        : (
          var.routing.stickiness.cookie_name == null
          ? true
          : !startswith(var.routing.stickiness.cookie_name, "AWSALB")
        )
      )
    )
    error_message = "routing.stickiness.cookie_name must not begin with AWSALB, which the load balancer's own cookies do; leave it out to use those."
  }

  validation {
    condition     = var.routing == null ? true : var.port != null
    error_message = "routing needs port, the port that the main container listens on."
  }
}

variable "authenticate" {
  description = <<-EOT
    Has users sign in with a Cognito user pool before their requests come here; needs `routing`, on an HTTPS
    listener of a load balancer with `https_egress`. The client's callback is `https://<host>/oauth2/idpresponse`.
    Tasks must check the signature of the header x-amzn-oidc-data. Null asks nobody.
  EOT
  type = object({
    user_pool_arn              = string
    user_pool_client_id        = string
    user_pool_domain           = string
    scope                      = optional(string, "openid")
    session_timeout            = optional(number, 43200)
    session_cookie_name        = optional(string, "AWSELBAuthSessionCookie")
    on_unauthenticated_request = optional(string, "authenticate")
  })
  default = null

  validation {
    condition = (
      var.authenticate == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:cognito-idp:[a-z0-9-]+:[0-9]{12}:userpool/[A-Za-z0-9_-]+$",
        var.authenticate.user_pool_arn,
      ))
    )
    error_message = "authenticate.user_pool_arn must be the ARN of a Cognito user pool."
  }

  validation {
    condition = (
      var.authenticate == null
      ? true
      : can(regex(
        "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
        var.authenticate.user_pool_arn,
      ))
    )
    error_message = join(" ", [
      "authenticate.user_pool_arn must be of region ${data.aws_region.current.id}, as the module's provider is:",
      "give one that was made there (wrong:",
      "${join(", ", var.authenticate == null ? [] : [var.authenticate.user_pool_arn])}).",
    ])
  }

  validation {
    condition = (
      var.authenticate == null
      ? true
      : can(regex("^[A-Za-z0-9_+]{1,128}$", var.authenticate.user_pool_client_id))
    )
    error_message = "authenticate.user_pool_client_id must be the ID of an app client."
  }

  validation {
    condition = (
      var.authenticate == null
      ? true
      : can(regex("^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$", var.authenticate.user_pool_domain))
    )
    error_message = "authenticate.user_pool_domain must be the prefix of the pool's domain, or its custom domain, without https://."
  }

  validation {
    condition     = var.authenticate == null ? true : can(regex("(^| )openid( |$)", var.authenticate.scope))
    error_message = "authenticate.scope must be scopes with spaces between them, openid among them."
  }

  validation {
    condition = (
      var.authenticate == null
      ? true
      : (
        floor(var.authenticate.session_timeout) == var.authenticate.session_timeout &&
        var.authenticate.session_timeout >= 1 &&
        var.authenticate.session_timeout <= 604800
      )
    )
    error_message = "authenticate.session_timeout must be a whole number between 1 and 604800 seconds."
  }

  validation {
    condition     = var.authenticate == null ? true : can(regex("^[A-Za-z0-9_-]+$", var.authenticate.session_cookie_name))
    error_message = "authenticate.session_cookie_name must be letters, digits, hyphens and underscores."
  }

  validation {
    condition = (
      var.authenticate == null
      ? true
      : contains(["authenticate", "deny", "allow"], var.authenticate.on_unauthenticated_request)
    )
    error_message = "authenticate.on_unauthenticated_request must be one of authenticate, deny, allow."
  }

  validation {
    condition     = var.authenticate == null || var.routing != null
    error_message = "authenticate needs routing, whose rule has users sign in."
  }

  validation {
    condition     = try(split(":", var.authenticate.user_pool_arn)[3] == split(":", var.routing.listener_arn)[3], true)
    error_message = "authenticate must have a user pool of the load balancer's region."
  }
}

# Scaling

variable "desired_count" {
  description = "Tasks that run when scaling is null. Two, so that one zone can fail."
  type        = number
  default     = 2
  nullable    = false

  validation {
    condition     = floor(var.desired_count) == var.desired_count && var.desired_count >= 0 && var.desired_count <= 5000
    error_message = "desired_count must be a whole number between 0 and 5000 tasks."
  }
}

variable "scaling" {
  description = "How many tasks there may be, and what their number follows. Null runs `desired_count` tasks."
  type = object({
    minimum = number
    maximum = number
    cpu = optional(object({
      target             = number
      scale_in_cooldown  = optional(number, 300)
      scale_out_cooldown = optional(number, 60)
    }))
    memory = optional(object({
      target             = number
      scale_in_cooldown  = optional(number, 300)
      scale_out_cooldown = optional(number, 60)
    }))
    requests = optional(object({
      target             = number
      scale_in_cooldown  = optional(number, 300)
      scale_out_cooldown = optional(number, 60)
    }))
    schedule = optional(map(object({
      schedule = string
      timezone = optional(string, "UTC")
      minimum  = number
      maximum  = number
    })), {})
  })
  default = null

  validation {
    condition     = var.scaling == null ? true : var.scaling.minimum <= var.scaling.maximum
    error_message = "scaling must have a minimum that is not above its maximum."
  }

  validation {
    condition = (
      var.scaling == null
      ? true
      : var.scaling.maximum > 0 || anytrue([for one in values(var.scaling.schedule) : one.maximum > 0 if one != null])
    )
    error_message = "scaling must have a maximum of 1 task or more, at some time: no task would ever run."
  }

  validation {
    condition = (
      var.scaling == null
      ? true
      : floor(var.scaling.minimum) == var.scaling.minimum && var.scaling.minimum >= 0 && var.scaling.minimum <= 5000
    )
    error_message = "scaling.minimum must be a whole number between 0 and 5000 tasks."
  }

  validation {
    condition = (
      var.scaling == null
      ? true
      : floor(var.scaling.maximum) == var.scaling.maximum && var.scaling.maximum >= 0 && var.scaling.maximum <= 5000
    )
    error_message = "scaling.maximum must be a whole number between 0 and 5000 tasks."
  }

  validation {
    condition = (
      var.scaling == null
      ? true
      : (
        var.scaling.cpu == null
        ? true
        : (
          floor(var.scaling.cpu.target) == var.scaling.cpu.target &&
          var.scaling.cpu.target >= 1 &&
          var.scaling.cpu.target <= 100
        )
      )
    )
    error_message = "scaling.cpu.target must be a whole number between 1 and 100 percent."
  }

  validation {
    condition = (
      var.scaling == null
      ? true
      : (
        var.scaling.cpu == null
        ? true
        : (
          floor(var.scaling.cpu.scale_in_cooldown) == var.scaling.cpu.scale_in_cooldown &&
          var.scaling.cpu.scale_in_cooldown >= 0 &&
          var.scaling.cpu.scale_in_cooldown <= 3600
        )
      )
    )
    error_message = "scaling.cpu.scale_in_cooldown must be a whole number between 0 and 3600 seconds."
  }

  validation {
    condition = (
      var.scaling == null
      ? true
      : (
        var.scaling.cpu == null
        ? true
        : (
          floor(var.scaling.cpu.scale_out_cooldown) == var.scaling.cpu.scale_out_cooldown &&
          var.scaling.cpu.scale_out_cooldown >= 0 &&
          var.scaling.cpu.scale_out_cooldown <= 3600
        )
      )
    )
    error_message = "scaling.cpu.scale_out_cooldown must be a whole number between 0 and 3600 seconds."
  }

  validation {
    condition = (
      var.scaling == null
      ? true
      : (
        var.scaling.memory == null
        ? true
        : (
          floor(var.scaling.memory.target) == var.scaling.memory.target &&
          var.scaling.memory.target >= 1 &&
          var.scaling.memory.target <= 100
        )
      )
    )
    error_message = "scaling.memory.target must be a whole number between 1 and 100 percent."
  }

  validation {
    condition = (
      var.scaling == null
      ? true
      : (
        var.scaling.memory == null
        ? true
        : (
          floor(var.scaling.memory.scale_in_cooldown) == var.scaling.memory.scale_in_cooldown &&
          var.scaling.memory.scale_in_cooldown >= 0 &&
          var.scaling.memory.scale_in_cooldown <= 3600
        )
      )
    )
    error_message = "scaling.memory.scale_in_cooldown must be a whole number between 0 and 3600 seconds."
  }

  validation {
    condition = (
      var.scaling == null
      ? true
      : (
        var.scaling.memory == null
        ? true
        : (
          floor(var.scaling.memory.scale_out_cooldown) == var.scaling.memory.scale_out_cooldown &&
          var.scaling.memory.scale_out_cooldown >= 0 &&
          var.scaling.memory.scale_out_cooldown <= 3600
        )
      )
    )
    error_message = "scaling.memory.scale_out_cooldown must be a whole number between 0 and 3600 seconds."
  }

  validation {
    condition = (
      var.scaling == null
      ? true
      : (
        var.scaling.requests == null
        ? true
        : (
          floor(var.scaling.requests.target) == var.scaling.requests.target &&
          var.scaling.requests.target >= 1 &&
          var.scaling.requests.target <= 1000000
        )
      )
    )
    error_message = "scaling.requests.target must be a whole number between 1 and 1000000 requests."
  }

  validation {
    condition = (
      var.scaling == null
      ? true
      : (
        var.scaling.requests == null
        ? true
        : (
          floor(var.scaling.requests.scale_in_cooldown) == var.scaling.requests.scale_in_cooldown &&
          var.scaling.requests.scale_in_cooldown >= 0 &&
          var.scaling.requests.scale_in_cooldown <= 3600
        )
      )
    )
    error_message = "scaling.requests.scale_in_cooldown must be a whole number between 0 and 3600 seconds."
  }

  validation {
    condition = (
      var.scaling == null
      ? true
      : (
        var.scaling.requests == null
        ? true
        : (
          floor(var.scaling.requests.scale_out_cooldown) == var.scaling.requests.scale_out_cooldown &&
          var.scaling.requests.scale_out_cooldown >= 0 &&
          var.scaling.requests.scale_out_cooldown <= 3600
        )
      )
    )
    error_message = "scaling.requests.scale_out_cooldown must be a whole number between 0 and 3600 seconds."
  }

  validation {
    condition = (
      var.scaling == null
      ? true
      : alltrue([for key in keys(var.scaling.schedule) : can(regex("^[a-z0-9][a-z0-9-]{0,31}$", key))])
    )
    error_message = "scaling.schedule keys must be 1 to 32 lower-case letters, digits and hyphens."
  }

  validation {
    condition     = var.scaling == null ? true : alltrue([for item in values(var.scaling.schedule) : item != null])
    error_message = "scaling.schedule[*] must not be null."
  }

  validation {
    condition = (
      var.scaling == null
      ? true
      : alltrue([for item in values(var.scaling.schedule) : item.minimum <= item.maximum if item != null])
    )
    error_message = "scaling.schedule[*] must have a minimum that is not above its maximum."
  }

  validation {
    condition = (
      var.scaling == null
      ? true
      : alltrue([
        for item in values(var.scaling.schedule) :
        can(regex(
          join("", [
            "^(cron[(](([*]|[0-5]?[0-9](-[0-5]?[0-9])?)(/[1-9][0-9]*)?|/[1-9][0-9]*)(,(([*]|[0-5]?[0-9]",
            "(-[0-5]?[0-9])?)(/[1-9][0-9]*)?|/[1-9][0-9]*))*\\x20(([*]|([01]?[0-9]|2[0-3])(-([01]?[0-9]|2[0-3]))?)",
            "(/[1-9][0-9]*)?|/[1-9][0-9]*)(,(([*]|([01]?[0-9]|2[0-3])(-([01]?[0-9]|2[0-3]))?)(/[1-9][0-9]*)?|",
            "/[1-9][0-9]*))*\\x20(((([*]|(0?[1-9]|[12][0-9]|3[01])(-(0?[1-9]|[12][0-9]|3[01]))?)(/[1-9][0-9]*)?|",
            "/[1-9][0-9]*)(,(([*]|(0?[1-9]|[12][0-9]|3[01])(-(0?[1-9]|[12][0-9]|3[01]))?)(/[1-9][0-9]*)?|",
            "/[1-9][0-9]*))*|L|LW|(0?[1-9]|[12][0-9]|3[01])W)\\x20(([*]|(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|",
            "AUG|SEP|OCT|NOV|DEC)(-(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC))?)(/[1-9][0-9]*)?|",
            "/[1-9][0-9]*)(,(([*]|(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(-(0?[1-9]|1[0-2]|",
            "JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC))?)(/[1-9][0-9]*)?|/[1-9][0-9]*))*\\x20[?]|[?]\\x20(([*]|",
            "(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(-(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|",
            "JUN|JUL|AUG|SEP|OCT|NOV|DEC))?)(/[1-9][0-9]*)?|/[1-9][0-9]*)(,(([*]|(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|",
            "JUN|JUL|AUG|SEP|OCT|NOV|DEC)(-(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC))?)",
            "(/[1-9][0-9]*)?|/[1-9][0-9]*))*\\x20((([*]|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(-([1-7]|SUN|MON|TUE|WED|",
            "THU|FRI|SAT))?)(/[1-9][0-9]*)?|/[1-9][0-9]*)(,(([*]|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(-([1-7]|SUN|MON|",
            "TUE|WED|THU|FRI|SAT))?)(/[1-9][0-9]*)?|/[1-9][0-9]*))*|L|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)L|([1-7]|SUN|",
            "MON|TUE|WED|THU|FRI|SAT)#[1-5]))\\x20(([*]|(19[7-9][0-9]|2[01][0-9]{2})(-(19[7-9][0-9]|2[01][0-9]{2}))?)",
            "(/[1-9][0-9]*)?|/[1-9][0-9]*)(,(([*]|(19[7-9][0-9]|2[01][0-9]{2})(-(19[7-9][0-9]|2[01][0-9]{2}))?)",
            "(/[1-9][0-9]*)?|/[1-9][0-9]*))*[)]|rate[(](1\\x20(minute|hour|day)|([2-9]|[1-9][0-9]+)\\x20(minutes|",
            "hours|days))[)]|at[(]20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]",
            "(:[0-5][0-9])?[)])$",
          ]),
          item.schedule,
        ))
        if item != null
      ])
    )
    error_message = join(" ", [
      "scaling.schedule[*].schedule must be a schedule such as cron(0 7 ?",
      "* MON-FRI *): cron() with six fields of which the day of the month or that of the week is ?,",
      "rate(1 hour) or rate(2 hours), at(2026-11-21T08:00:00).",
    ])
  }

  validation {
    condition = (
      var.scaling == null
      ? true
      : alltrue([
        for item in values(var.scaling.schedule) :
        contains(
          split(
            " ",
            join(" ", [
              "CET CST6CDT Cuba EET EST EST5EDT Egypt Eire GB GB-Eire GMT GMT+0 GMT-0 GMT0 Greenwich HST Hongkong",
              "Iceland Iran Israel Jamaica Japan Kwajalein Libya MET MST MST7MDT NZ NZ-CHAT Navajo PRC PST8PDT Poland",
              "Portugal ROC ROK Singapore Turkey UCT UTC Universal W-SU WET Zulu Africa/Abidjan Africa/Accra",
              "Africa/Addis_Ababa Africa/Algiers Africa/Asmara Africa/Asmera Africa/Bamako Africa/Bangui Africa/Banjul",
              "Africa/Bissau Africa/Blantyre Africa/Brazzaville Africa/Bujumbura Africa/Cairo Africa/Casablanca",
              "Africa/Ceuta Africa/Conakry Africa/Dakar Africa/Dar_es_Salaam Africa/Djibouti Africa/Douala",
              "Africa/El_Aaiun Africa/Freetown Africa/Gaborone Africa/Harare Africa/Johannesburg Africa/Juba",
              "Africa/Kampala Africa/Khartoum Africa/Kigali Africa/Kinshasa Africa/Lagos Africa/Libreville Africa/Lome",
              "Africa/Luanda Africa/Lubumbashi Africa/Lusaka Africa/Malabo Africa/Maputo Africa/Maseru Africa/Mbabane",
              "Africa/Mogadishu Africa/Monrovia Africa/Nairobi Africa/Ndjamena Africa/Niamey Africa/Nouakchott",
              "Africa/Ouagadougou Africa/Porto-Novo Africa/Sao_Tome Africa/Timbuktu Africa/Tripoli Africa/Tunis",
              "Africa/Windhoek America/Adak America/Anchorage America/Anguilla America/Antigua America/Araguaina",
              "America/Argentina/Buenos_Aires America/Argentina/Catamarca America/Argentina/ComodRivadavia",
              "America/Argentina/Cordoba America/Argentina/Jujuy America/Argentina/La_Rioja America/Argentina/Mendoza",
              "America/Argentina/Rio_Gallegos America/Argentina/Salta America/Argentina/San_Juan",
              "America/Argentina/San_Luis America/Argentina/Tucuman America/Argentina/Ushuaia America/Aruba",
              "America/Asuncion America/Atikokan America/Atka America/Bahia America/Bahia_Banderas America/Barbados",
              "America/Belem America/Belize America/Blanc-Sablon America/Boa_Vista America/Bogota America/Boise",
              "America/Buenos_Aires America/Cambridge_Bay America/Campo_Grande America/Cancun America/Caracas",
              "America/Catamarca America/Cayenne America/Cayman America/Chicago America/Chihuahua",
              "America/Ciudad_Juarez America/Coral_Harbour America/Cordoba America/Costa_Rica America/Coyhaique",
              "America/Creston America/Cuiaba America/Curacao America/Danmarkshavn America/Dawson America/Dawson_Creek",
              "America/Denver America/Detroit America/Dominica America/Edmonton America/Eirunepe America/El_Salvador",
              "America/Ensenada America/Fort_Nelson America/Fort_Wayne America/Fortaleza America/Glace_Bay",
              "America/Godthab America/Goose_Bay America/Grand_Turk America/Grenada America/Guadeloupe",
              "America/Guatemala America/Guayaquil America/Guyana America/Halifax America/Havana America/Hermosillo",
              "America/Indiana/Indianapolis America/Indiana/Knox America/Indiana/Marengo America/Indiana/Petersburg",
              "America/Indiana/Tell_City America/Indiana/Vevay America/Indiana/Vincennes America/Indiana/Winamac",
              "America/Indianapolis America/Inuvik America/Iqaluit America/Jamaica America/Jujuy America/Juneau",
              "America/Kentucky/Louisville America/Kentucky/Monticello America/Knox_IN America/Kralendijk",
              "America/La_Paz America/Lima America/Los_Angeles America/Louisville America/Lower_Princes America/Maceio",
              "America/Managua America/Manaus America/Marigot America/Martinique America/Matamoros America/Mazatlan",
              "America/Mendoza America/Menominee America/Merida America/Metlakatla America/Mexico_City",
              "America/Miquelon America/Moncton America/Monterrey America/Montevideo America/Montreal",
              "America/Montserrat America/Nassau America/New_York America/Nipigon America/Nome America/Noronha",
              "America/North_Dakota/Beulah America/North_Dakota/Center America/North_Dakota/New_Salem America/Nuuk",
              "America/Ojinaga America/Panama America/Pangnirtung America/Paramaribo America/Phoenix",
              "America/Port-au-Prince America/Port_of_Spain America/Porto_Acre America/Porto_Velho America/Puerto_Rico",
              "America/Punta_Arenas America/Rainy_River America/Rankin_Inlet America/Recife America/Regina",
              "America/Resolute America/Rio_Branco America/Rosario America/Santa_Isabel America/Santarem",
              "America/Santiago America/Santo_Domingo America/Sao_Paulo America/Scoresbysund America/Shiprock",
              "America/Sitka America/St_Barthelemy America/St_Johns America/St_Kitts America/St_Lucia",
              "America/St_Thomas America/St_Vincent America/Swift_Current America/Tegucigalpa America/Thule",
              "America/Thunder_Bay America/Tijuana America/Toronto America/Tortola America/Vancouver America/Virgin",
              "America/Whitehorse America/Winnipeg America/Yakutat America/Yellowknife Antarctica/Casey",
              "Antarctica/Davis Antarctica/DumontDUrville Antarctica/Macquarie Antarctica/Mawson Antarctica/McMurdo",
              "Antarctica/Palmer Antarctica/Rothera Antarctica/South_Pole Antarctica/Syowa Antarctica/Troll",
              "Antarctica/Vostok Arctic/Longyearbyen Asia/Aden Asia/Almaty Asia/Amman Asia/Anadyr Asia/Aqtau",
              "Asia/Aqtobe Asia/Ashgabat Asia/Ashkhabad Asia/Atyrau Asia/Baghdad Asia/Bahrain Asia/Baku Asia/Bangkok",
              "Asia/Barnaul Asia/Beirut Asia/Bishkek Asia/Brunei Asia/Calcutta Asia/Chita Asia/Choibalsan",
              "Asia/Chongqing Asia/Chungking Asia/Colombo Asia/Dacca Asia/Damascus Asia/Dhaka Asia/Dili Asia/Dubai",
              "Asia/Dushanbe Asia/Famagusta Asia/Gaza Asia/Harbin Asia/Hebron Asia/Ho_Chi_Minh Asia/Hong_Kong",
              "Asia/Hovd Asia/Irkutsk Asia/Istanbul Asia/Jakarta Asia/Jayapura Asia/Jerusalem Asia/Kabul",
              "Asia/Kamchatka Asia/Karachi Asia/Kashgar Asia/Kathmandu Asia/Katmandu Asia/Khandyga Asia/Kolkata",
              "Asia/Krasnoyarsk Asia/Kuala_Lumpur Asia/Kuching Asia/Kuwait Asia/Macao Asia/Macau Asia/Magadan",
              "Asia/Makassar Asia/Manila Asia/Muscat Asia/Nicosia Asia/Novokuznetsk Asia/Novosibirsk Asia/Omsk",
              "Asia/Oral Asia/Phnom_Penh Asia/Pontianak Asia/Pyongyang Asia/Qatar Asia/Qostanay Asia/Qyzylorda",
              "Asia/Rangoon Asia/Riyadh Asia/Saigon Asia/Sakhalin Asia/Samarkand Asia/Seoul Asia/Shanghai",
              "Asia/Singapore Asia/Srednekolymsk Asia/Taipei Asia/Tashkent Asia/Tbilisi Asia/Tehran Asia/Tel_Aviv",
              "Asia/Thimbu Asia/Thimphu Asia/Tokyo Asia/Tomsk Asia/Ujung_Pandang Asia/Ulaanbaatar Asia/Ulan_Bator",
              "Asia/Urumqi Asia/Ust-Nera Asia/Vientiane Asia/Vladivostok Asia/Yakutsk Asia/Yangon Asia/Yekaterinburg",
              "Asia/Yerevan Atlantic/Azores Atlantic/Bermuda Atlantic/Canary Atlantic/Cape_Verde Atlantic/Faeroe",
              "Atlantic/Faroe Atlantic/Jan_Mayen Atlantic/Madeira Atlantic/Reykjavik Atlantic/South_Georgia",
              "Atlantic/St_Helena Atlantic/Stanley Australia/ACT Australia/Adelaide Australia/Brisbane",
              "Australia/Broken_Hill Australia/Canberra Australia/Currie Australia/Darwin Australia/Eucla",
              "Australia/Hobart Australia/LHI Australia/Lindeman Australia/Lord_Howe Australia/Melbourne Australia/NSW",
              "Australia/North Australia/Perth Australia/Queensland Australia/South Australia/Sydney",
              "Australia/Tasmania Australia/Victoria Australia/West Australia/Yancowinna Brazil/Acre Brazil/DeNoronha",
              "Brazil/East Brazil/West Canada/Atlantic Canada/Central Canada/Eastern Canada/Mountain",
              "Canada/Newfoundland Canada/Pacific Canada/Saskatchewan Canada/Yukon Chile/Continental",
              "Chile/EasterIsland Etc/GMT Etc/GMT+0 Etc/GMT+1 Etc/GMT+10 Etc/GMT+11 Etc/GMT+12 Etc/GMT+2 Etc/GMT+3",
              "Etc/GMT+4 Etc/GMT+5 Etc/GMT+6 Etc/GMT+7 Etc/GMT+8 Etc/GMT+9 Etc/GMT-0 Etc/GMT-1 Etc/GMT-10 Etc/GMT-11",
              "Etc/GMT-12 Etc/GMT-13 Etc/GMT-14 Etc/GMT-2 Etc/GMT-3 Etc/GMT-4 Etc/GMT-5 Etc/GMT-6 Etc/GMT-7 Etc/GMT-8",
              "Etc/GMT-9 Etc/GMT0 Etc/Greenwich Etc/UCT Etc/UTC Etc/Universal Etc/Zulu Europe/Amsterdam Europe/Andorra",
              "Europe/Astrakhan Europe/Athens Europe/Belfast Europe/Belgrade Europe/Berlin Europe/Bratislava",
              "Europe/Brussels Europe/Bucharest Europe/Budapest Europe/Busingen Europe/Chisinau Europe/Copenhagen",
              "Europe/Dublin Europe/Gibraltar Europe/Guernsey Europe/Helsinki Europe/Isle_of_Man Europe/Istanbul",
              "Europe/Jersey Europe/Kaliningrad Europe/Kiev Europe/Kirov Europe/Kyiv Europe/Lisbon Europe/Ljubljana",
              "Europe/London Europe/Luxembourg Europe/Madrid Europe/Malta Europe/Mariehamn Europe/Minsk Europe/Monaco",
              "Europe/Moscow Europe/Nicosia Europe/Oslo Europe/Paris Europe/Podgorica Europe/Prague Europe/Riga",
              "Europe/Rome Europe/Samara Europe/San_Marino Europe/Sarajevo Europe/Saratov Europe/Simferopol",
              "Europe/Skopje Europe/Sofia Europe/Stockholm Europe/Tallinn Europe/Tirane Europe/Tiraspol",
              "Europe/Ulyanovsk Europe/Uzhgorod Europe/Vaduz Europe/Vatican Europe/Vienna Europe/Vilnius",
              "Europe/Volgograd Europe/Warsaw Europe/Zagreb Europe/Zaporozhye Europe/Zurich Indian/Antananarivo",
              "Indian/Chagos Indian/Christmas Indian/Cocos Indian/Comoro Indian/Kerguelen Indian/Mahe Indian/Maldives",
              "Indian/Mauritius Indian/Mayotte Indian/Reunion Mexico/BajaNorte Mexico/BajaSur Mexico/General",
              "Pacific/Apia Pacific/Auckland Pacific/Bougainville Pacific/Chatham Pacific/Chuuk Pacific/Easter",
              "Pacific/Efate Pacific/Enderbury Pacific/Fakaofo Pacific/Fiji Pacific/Funafuti Pacific/Galapagos",
              "Pacific/Gambier Pacific/Guadalcanal Pacific/Guam Pacific/Honolulu Pacific/Johnston Pacific/Kanton",
              "Pacific/Kiritimati Pacific/Kosrae Pacific/Kwajalein Pacific/Majuro Pacific/Marquesas Pacific/Midway",
              "Pacific/Nauru Pacific/Niue Pacific/Norfolk Pacific/Noumea Pacific/Pago_Pago Pacific/Palau",
              "Pacific/Pitcairn Pacific/Pohnpei Pacific/Ponape Pacific/Port_Moresby Pacific/Rarotonga Pacific/Saipan",
              "Pacific/Samoa Pacific/Tahiti Pacific/Tarawa Pacific/Tongatapu Pacific/Truk Pacific/Wake Pacific/Wallis",
              "Pacific/Yap US/Alaska US/Aleutian US/Arizona US/Central US/East-Indiana US/Eastern US/Hawaii",
              "US/Indiana-Starke US/Michigan US/Mountain US/Pacific US/Samoa",
            ]),
          ),
          item.timezone,
        )
        if item != null
      ])
    )
    error_message = join(" ", [
      "scaling.schedule[*].timezone must be a time zone by its name in the IANA database (as of 2026-10-28),",
      "such as Europe/Berlin, Etc/UTC or UTC.",
    ])
  }

  validation {
    condition = (
      var.scaling == null
      ? true
      : alltrue([
        for item in values(var.scaling.schedule) :
        floor(item.minimum) == item.minimum && item.minimum >= 0 && item.minimum <= 5000
        if item != null
      ])
    )
    error_message = "scaling.schedule[*].minimum must be a whole number between 0 and 5000 tasks."
  }

  validation {
    condition = (
      var.scaling == null
      ? true
      : alltrue([
        for item in values(var.scaling.schedule) :
        floor(item.maximum) == item.maximum && item.maximum >= 0 && item.maximum <= 5000
        if item != null
      ])
    )
    error_message = "scaling.schedule[*].maximum must be a whole number between 0 and 5000 tasks."
  }

  validation {
    condition     = var.scaling == null ? true : (var.scaling.requests == null ? true : var.routing != null)
    error_message = "scaling must have requests only with routing: without a load balancer there are none to count."
  }
}

variable "backlog" {
  description = <<-EOT
    Follows the messages that wait in a queue, for each task that runs. Needs `scaling`, whose range it keeps to,
    and Container Insights of the cluster, which count the tasks. Null does not.
  EOT
  type = object({
    queue_name         = string
    target             = number
    scale_in_cooldown  = optional(number, 300)
    scale_out_cooldown = optional(number, 60)
  })
  default = null

  validation {
    condition     = var.backlog == null ? true : can(regex("^[A-Za-z0-9_-]{1,80}([.]fifo)?$", var.backlog.queue_name))
    error_message = "backlog.queue_name must be the name of a queue, not its ARN."
  }

  validation {
    condition = (
      var.backlog == null
      ? true
      : floor(var.backlog.target) == var.backlog.target && var.backlog.target >= 1 && var.backlog.target <= 1000000
    )
    error_message = "backlog.target must be a whole number between 1 and 1000000 messages."
  }

  validation {
    condition = (
      var.backlog == null
      ? true
      : (
        floor(var.backlog.scale_in_cooldown) == var.backlog.scale_in_cooldown &&
        var.backlog.scale_in_cooldown >= 0 &&
        var.backlog.scale_in_cooldown <= 3600
      )
    )
    error_message = "backlog.scale_in_cooldown must be a whole number between 0 and 3600 seconds."
  }

  validation {
    condition = (
      var.backlog == null
      ? true
      : (
        floor(var.backlog.scale_out_cooldown) == var.backlog.scale_out_cooldown &&
        var.backlog.scale_out_cooldown >= 0 &&
        var.backlog.scale_out_cooldown <= 3600
      )
    )
    error_message = "backlog.scale_out_cooldown must be a whole number between 0 and 3600 seconds."
  }

  validation {
    condition     = var.backlog == null || var.scaling != null
    error_message = "backlog needs scaling, which says how few and how many tasks there may be."
  }
}

variable "spot" {
  description = <<-EOT
    Share of the tasks, beyond the first `on_demand_base`, that run on Fargate Spot: about 70 % cheaper, stopped
    with two minutes' notice. Null uses none.
  EOT
  type = object({
    percent        = number
    on_demand_base = optional(number, 1)
  })
  default = null

  validation {
    condition = (
      var.spot == null
      ? true
      : floor(var.spot.percent) == var.spot.percent && var.spot.percent >= 0 && var.spot.percent <= 100
    )
    error_message = "spot.percent must be a whole number between 0 and 100 percent."
  }

  validation {
    condition = (
      var.spot == null
      ? true
      : (
        floor(var.spot.on_demand_base) == var.spot.on_demand_base &&
        var.spot.on_demand_base >= 0 &&
        var.spot.on_demand_base <= 1000
      )
    )
    error_message = "spot.on_demand_base must be a whole number between 0 and 1000 tasks."
  }
}

# Deployment

variable "minimum_healthy_percent" {
  description = "Tasks that must stay healthy while a deployment replaces them, in percent of those that should run."
  type        = number
  default     = 100
  nullable    = false

  validation {
    condition = (
      floor(var.minimum_healthy_percent) == var.minimum_healthy_percent &&
      var.minimum_healthy_percent >= 0 &&
      var.minimum_healthy_percent <= 100
    )
    error_message = "minimum_healthy_percent must be a whole number between 0 and 100 percent."
  }
}

variable "maximum_percent" {
  description = "Tasks that there may be during a deployment, old and new, in percent of those that should run."
  type        = number
  default     = 200
  nullable    = false

  validation {
    condition = (
      floor(var.maximum_percent) == var.maximum_percent &&
      var.maximum_percent >= 100 &&
      var.maximum_percent <= 200
    )
    error_message = "maximum_percent must be a whole number between 100 and 200 percent."
  }

  validation {
    condition     = var.minimum_healthy_percent < var.maximum_percent
    error_message = "maximum_percent must be above minimum_healthy_percent: otherwise no task could ever be replaced."
  }
}

variable "rollback" {
  description = "Whether a deployment whose tasks do not come up is taken back. It is given up in any case."
  type        = bool
  default     = true
  nullable    = false
}

variable "deployment_alarms" {
  description = "CloudWatch alarms that fail a deployment while it runs. Null watches none."
  type = object({
    names    = list(string)
    rollback = optional(bool, true)
  })
  default = null

  validation {
    condition = (
      var.deployment_alarms == null
      ? true
      : length(var.deployment_alarms.names) >= 1 && length(var.deployment_alarms.names) <= 10
    )
    error_message = "deployment_alarms.names must have 1 to 10 items."
  }

  validation {
    condition     = var.deployment_alarms == null ? true : alltrue([for item in var.deployment_alarms.names : item != null])
    error_message = "deployment_alarms.names[*] must not be null."
  }
}

variable "availability_zone_rebalancing" {
  description = "Whether tasks are moved when the zones have become uneven. Needs a `maximum_percent` above 100."
  type        = bool
  default     = true
  nullable    = false

  validation {
    condition     = !var.availability_zone_rebalancing || var.maximum_percent > 100
    error_message = "availability_zone_rebalancing needs a maximum_percent above 100, as a task is started before another one is stopped."
  }
}

variable "wait_for_steady_state" {
  description = "Whether Terraform waits until the deployment is done, and fails when it fails."
  type        = bool
  default     = true
  nullable    = false
}

variable "force_new_deployment" {
  description = "Whether each update of the service starts new tasks. Without it, a change of spot replaces the service."
  type        = bool
  default     = true
  nullable    = false
}

variable "keep_task_definitions" {
  description = "Whether old revisions of the task definition stay registered, so that there is something to roll back to."
  type        = bool
  default     = true
  nullable    = false
}

variable "propagate_tags" {
  description = "Whose tags tasks get."
  type        = string
  default     = "SERVICE"
  nullable    = false

  validation {
    condition     = contains(["SERVICE", "TASK_DEFINITION", "NONE"], var.propagate_tags)
    error_message = "propagate_tags must be one of SERVICE, TASK_DEFINITION, NONE."
  }
}

variable "ecs_managed_tags" {
  description = "Whether ECS tags tasks with the names of their cluster and service."
  type        = bool
  default     = true
  nullable    = false
}

variable "exec" {
  description = <<-EOT
    Turns ECS Exec on. {} is enough for a cluster that neither logs nor encrypts sessions; of any other, name the
    log group and the key: a session does not begin otherwise. Null turns it off, and the task role has no right
    to it.
  EOT
  type = object({
    log_group = optional(object({
      arn = string
    }))
    kms_key = optional(object({
      arn = string
    }))
  })
  default = null

  validation {
    condition = (
      var.exec == null
      ? true
      : (
        var.exec.log_group == null
        ? true
        : can(regex(
          "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:logs:[a-z0-9-]+:[0-9]{12}:log-group:[A-Za-z0-9+=,.@_/!#-]+$",
          var.exec.log_group.arn,
        ))
      )
    )
    error_message = "exec.log_group.arn must be an ARN of logs."
  }

  validation {
    condition = (
      var.exec == null
      ? true
      : (
        var.exec.log_group == null
        ? true
        : length(var.exec.log_group.arn) >= 1 && length(var.exec.log_group.arn) <= 2048
      )
    )
    error_message = "exec.log_group.arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.exec == null
      ? true
      : (
        var.exec.log_group == null
        ? true
        : can(regex(
          join("", [
            "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):(|",
            "aws|${data.aws_caller_identity.current.account_id}):",
          ]),
          var.exec.log_group.arn,
        ))
      )
    )
    error_message = join(" ", [
      "exec.log_group.arn must be of region ${data.aws_region.current.id} and account",
      "${data.aws_caller_identity.current.account_id}, as the module's provider is:",
      "give one that was made there (wrong:",
      "${join(", ", var.exec == null ? [] : (var.exec.log_group == null ? [] : [var.exec.log_group.arn]))}).",
    ])
  }

  validation {
    condition = (
      var.exec == null
      ? true
      : (
        var.exec.kms_key == null
        ? true
        : can(regex(
          "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
          var.exec.kms_key.arn,
        ))
      )
    )
    error_message = "exec.kms_key.arn must be an ARN of kms."
  }

  validation {
    condition = (
      var.exec == null
      ? true
      : (var.exec.kms_key == null ? true : length(var.exec.kms_key.arn) >= 1 && length(var.exec.kms_key.arn) <= 2048)
    )
    error_message = "exec.kms_key.arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.exec == null
      ? true
      : (
        var.exec.kms_key == null
        ? true
        : can(regex(
          "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
          var.exec.kms_key.arn,
        ))
      )
    )
    error_message = join(" ", [
      "exec.kms_key.arn must be of region ${data.aws_region.current.id}, as the module's provider is:",
      "give one that was made there (wrong:",
      "${join(", ", var.exec == null ? [] : (var.exec.kms_key == null ? [] : [var.exec.kms_key.arn]))}).",
    ])
  }

  validation {
    condition     = var.exec == null ? true : !var.readonly_root
    error_message = "exec needs readonly_root to be false: the agent that it starts inside of the container writes files."
  }
}

# Permissions

variable "task_role" {
  description = "Role of the application. Null makes a role of the module's own."
  type = object({
    arn = string
  })
  default = null

  validation {
    condition = (
      var.task_role == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:iam::(aws|[0-9]{12}):role/[A-Za-z0-9+=,.@_/-]+$",
        var.task_role.arn,
      ))
    )
    error_message = "task_role.arn must be an ARN of iam."
  }

  validation {
    condition     = var.task_role == null ? true : length(var.task_role.arn) >= 1 && length(var.task_role.arn) <= 2048
    error_message = "task_role.arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.task_role == null
      ? true
      : can(regex(
        "^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:(|aws|${data.aws_caller_identity.current.account_id}):",
        var.task_role.arn,
      ))
    )
    error_message = join(" ", [
      "task_role.arn must be of account ${data.aws_caller_identity.current.account_id}, as the module's provider is:",
      "give one that was made there (wrong: ${join(", ", var.task_role == null ? [] : [var.task_role.arn])}).",
    ])
  }
}

variable "task_statements" {
  description = "What the application may do: policy statements of the module's own task role."
  type = list(object({
    sid        = optional(string)
    effect     = optional(string, "Allow")
    actions    = list(string)
    resources  = list(string)
    conditions = optional(map(map(list(string))), {})
  }))
  default  = []
  nullable = false

  validation {
    condition     = alltrue([for item in var.task_statements : item != null])
    error_message = "task_statements[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.task_statements : item.sid == null ? true : can(regex("^[A-Za-z0-9]{1,100}$", item.sid))
      if item != null
    ])
    error_message = "task_statements[*].sid must be letters and digits."
  }

  validation {
    condition     = alltrue([for item in var.task_statements : contains(["Allow", "Deny"], item.effect) if item != null])
    error_message = "task_statements[*].effect must be one of Allow, Deny."
  }

  validation {
    condition = alltrue([
      for item in var.task_statements : length(item.actions) >= 1 && length(item.actions) <= 500
      if item != null
    ])
    error_message = "task_statements[*].actions must have 1 to 500 items."
  }

  validation {
    condition = alltrue([
      for item in var.task_statements : alltrue([for item in item.actions : item != null])
      if item != null
    ])
    error_message = "task_statements[*].actions[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.task_statements :
      alltrue([for item in item.actions : can(regex("^([*]|[a-z0-9-]+:[A-Za-z0-9*?]+)$", item)) if item != null])
      if item != null
    ])
    error_message = "task_statements[*].actions[*] must be an action, such as sqs:SendMessage."
  }

  validation {
    condition = alltrue([
      for item in var.task_statements : length(item.resources) >= 1 && length(item.resources) <= 500
      if item != null
    ])
    error_message = "task_statements[*].resources must have 1 to 500 items."
  }

  validation {
    condition = alltrue([
      for item in var.task_statements : alltrue([for item in item.resources : item != null])
      if item != null
    ])
    error_message = "task_statements[*].resources[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.task_statements :
      alltrue([for item in item.resources : can(regex("^([*]|arn:.+)$", item)) if item != null])
      if item != null
    ])
    error_message = "task_statements[*].resources[*] must be an ARN, or *."
  }

  validation {
    condition = alltrue([
      for item in var.task_statements : alltrue([for item in values(item.conditions) : item != null])
      if item != null
    ])
    error_message = "task_statements[*].conditions[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.task_statements :
      alltrue([
        for item in values(item.conditions) : alltrue([for item in values(item) : item != null])
        if item != null
      ])
      if item != null
    ])
    error_message = "task_statements[*].conditions[*][*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.task_statements :
      alltrue([
        for item in values(item.conditions) :
        alltrue([for item in values(item) : alltrue([for item in item : item != null]) if item != null])
        if item != null
      ])
      if item != null
    ])
    error_message = "task_statements[*].conditions[*][*][*] must not be null."
  }
}

variable "execution_role" {
  description = "Role that pulls images, reads secrets and writes logs. Null makes a role of the module's own."
  type = object({
    arn = string
  })
  default = null

  validation {
    condition = (
      var.execution_role == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:iam::(aws|[0-9]{12}):role/[A-Za-z0-9+=,.@_/-]+$",
        var.execution_role.arn,
      ))
    )
    error_message = "execution_role.arn must be an ARN of iam."
  }

  validation {
    condition = (
      var.execution_role == null
      ? true
      : length(var.execution_role.arn) >= 1 && length(var.execution_role.arn) <= 2048
    )
    error_message = "execution_role.arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.execution_role == null
      ? true
      : can(regex(
        "^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:(|aws|${data.aws_caller_identity.current.account_id}):",
        var.execution_role.arn,
      ))
    )
    error_message = join(" ", [
      "execution_role.arn must be of account ${data.aws_caller_identity.current.account_id},",
      "as the module's provider is: give one that was made there (wrong:",
      "${join(", ", var.execution_role == null ? [] : [var.execution_role.arn])}).",
    ])
  }
}

variable "execution_statements" {
  description = "More statements of the module's own execution role, such as for a pull-through cache."
  type = list(object({
    sid        = optional(string)
    effect     = optional(string, "Allow")
    actions    = list(string)
    resources  = list(string)
    conditions = optional(map(map(list(string))), {})
  }))
  default  = []
  nullable = false

  validation {
    condition     = alltrue([for item in var.execution_statements : item != null])
    error_message = "execution_statements[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.execution_statements : item.sid == null ? true : can(regex("^[A-Za-z0-9]{1,100}$", item.sid))
      if item != null
    ])
    error_message = "execution_statements[*].sid must be letters and digits."
  }

  validation {
    condition = alltrue([
      for item in var.execution_statements : contains(["Allow", "Deny"], item.effect)
      if item != null
    ])
    error_message = "execution_statements[*].effect must be one of Allow, Deny."
  }

  validation {
    condition = alltrue([
      for item in var.execution_statements : length(item.actions) >= 1 && length(item.actions) <= 500
      if item != null
    ])
    error_message = "execution_statements[*].actions must have 1 to 500 items."
  }

  validation {
    condition = alltrue([
      for item in var.execution_statements : alltrue([for item in item.actions : item != null])
      if item != null
    ])
    error_message = "execution_statements[*].actions[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.execution_statements :
      alltrue([for item in item.actions : can(regex("^([*]|[a-z0-9-]+:[A-Za-z0-9*?]+)$", item)) if item != null])
      if item != null
    ])
    error_message = "execution_statements[*].actions[*] must be an action, such as sqs:SendMessage."
  }

  validation {
    condition = alltrue([
      for item in var.execution_statements : length(item.resources) >= 1 && length(item.resources) <= 500
      if item != null
    ])
    error_message = "execution_statements[*].resources must have 1 to 500 items."
  }

  validation {
    condition = alltrue([
      for item in var.execution_statements : alltrue([for item in item.resources : item != null])
      if item != null
    ])
    error_message = "execution_statements[*].resources[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.execution_statements :
      alltrue([for item in item.resources : can(regex("^([*]|arn:.+)$", item)) if item != null])
      if item != null
    ])
    error_message = "execution_statements[*].resources[*] must be an ARN, or *."
  }

  validation {
    condition = alltrue([
      for item in var.execution_statements : alltrue([for item in values(item.conditions) : item != null])
      if item != null
    ])
    error_message = "execution_statements[*].conditions[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.execution_statements :
      alltrue([
        for item in values(item.conditions) : alltrue([for item in values(item) : item != null])
        if item != null
      ])
      if item != null
    ])
    error_message = "execution_statements[*].conditions[*][*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.execution_statements :
      alltrue([
        for item in values(item.conditions) :
        alltrue([for item in values(item) : alltrue([for item in item : item != null]) if item != null])
        if item != null
      ])
      if item != null
    ])
    error_message = "execution_statements[*].conditions[*][*][*] must not be null."
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

# Logs

variable "log_retention_days" {
  description = "Days that logs are kept. A year by default, so that an audit finds what an incident left."
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

variable "log_kms_key" {
  description = "KMS key that encrypts the log group; its policy must let CloudWatch Logs use it. Null makes a key of the module's own (1 USD/month)."
  type = object({
    arn = string
  })
  default = null

  validation {
    condition = (
      var.log_kms_key == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
        var.log_kms_key.arn,
      ))
    )
    error_message = "log_kms_key.arn must be an ARN of kms."
  }

  validation {
    condition     = var.log_kms_key == null ? true : length(var.log_kms_key.arn) >= 1 && length(var.log_kms_key.arn) <= 2048
    error_message = "log_kms_key.arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.log_kms_key == null
      ? true
      : can(regex(
        "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
        var.log_kms_key.arn,
      ))
    )
    error_message = join(" ", [
      "log_kms_key.arn must be of region ${data.aws_region.current.id}, as the module's provider is:",
      "give one that was made there (wrong: ${join(", ", var.log_kms_key == null ? [] : [var.log_kms_key.arn])}).",
    ])
  }
}

variable "log_mode" {
  description = "Whether a container goes on (and loses lines when the buffer is full) or waits when logs cannot be sent."
  type        = string
  default     = "non-blocking"
  nullable    = false

  validation {
    condition     = contains(["non-blocking", "blocking"], var.log_mode)
    error_message = "log_mode must be one of non-blocking, blocking."
  }
}

variable "log_buffer" {
  description = "Buffer for lines that cannot be sent yet; only non-blocking logs have one."
  type        = string
  default     = "10m"
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]+[kmg]$", var.log_buffer))
    error_message = "log_buffer must be a size, such as 10m."
  }
}

# Alarms

variable "alarms" {
  description = "Alarms on CPU, memory and, with `routing`, on errors and unhealthy tasks. Null makes none."
  type = object({
    topic_arns      = list(string)
    cpu             = optional(number, 90)
    memory          = optional(number, 90)
    server_errors   = optional(number, 10)
    unhealthy_tasks = optional(number, 1)
  })
  default = null

  validation {
    condition     = var.alarms == null ? true : length(var.alarms.topic_arns) >= 1 && length(var.alarms.topic_arns) <= 5
    error_message = "alarms.topic_arns must have 1 to 5 items."
  }

  validation {
    condition     = var.alarms == null ? true : alltrue([for item in var.alarms.topic_arns : item != null])
    error_message = "alarms.topic_arns[*] must not be null."
  }

  validation {
    condition = (
      var.alarms == null
      ? true
      : alltrue([
        for item in var.alarms.topic_arns :
        can(regex(
          "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}([.]fifo)?$",
          item,
        ))
        if item != null
      ])
    )
    error_message = "alarms.topic_arns[*] must be an ARN of sns."
  }

  validation {
    condition = (
      var.alarms == null
      ? true
      : alltrue([for item in var.alarms.topic_arns : length(item) >= 1 && length(item) <= 2048 if item != null])
    )
    error_message = "alarms.topic_arns[*] must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.alarms == null
      ? true
      : alltrue([
        for item in var.alarms.topic_arns :
        can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:", item))
        if item != null
      ])
    )
    error_message = join("", [
      "alarms.topic_arns[*] must be of region ",
      data.aws_region.current.id,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(
        ", ",
        (
          var.alarms == null
          ? []
          : flatten([
            for item in var.alarms.topic_arns : [item]
            if(
              item == null
              ? false
              : !can(regex(
                "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
                item,
              ))
            )
          ])
        ),
      ),
      ").",
    ])
  }

  validation {
    condition = (
      var.alarms == null
      ? true
      : floor(var.alarms.cpu) == var.alarms.cpu && var.alarms.cpu >= 1 && var.alarms.cpu <= 100
    )
    error_message = "alarms.cpu must be a whole number between 1 and 100 percent."
  }

  validation {
    condition = (
      var.alarms == null
      ? true
      : floor(var.alarms.memory) == var.alarms.memory && var.alarms.memory >= 1 && var.alarms.memory <= 100
    )
    error_message = "alarms.memory must be a whole number between 1 and 100 percent."
  }

  validation {
    condition = (
      var.alarms == null
      ? true
      : (
        floor(var.alarms.server_errors) == var.alarms.server_errors &&
        var.alarms.server_errors >= 1 &&
        var.alarms.server_errors <= 1000000
      )
    )
    error_message = "alarms.server_errors must be a whole number between 1 and 1000000 answers."
  }

  validation {
    condition = (
      var.alarms == null
      ? true
      : (
        floor(var.alarms.unhealthy_tasks) == var.alarms.unhealthy_tasks &&
        var.alarms.unhealthy_tasks >= 1 &&
        var.alarms.unhealthy_tasks <= 1000
      )
    )
    error_message = "alarms.unhealthy_tasks must be a whole number between 1 and 1000 tasks."
  }
}

# Beforehand

variable "prepare_only" {
  description = <<-EOT
    Whether only what can be there beforehand is made: roles, log group, security group, target group and listener
    rule. It costs nothing. For a recovery region: IAM's control plane is in us-east-1, so that a role cannot be
    made while that region is lost.
  EOT
  type        = bool
  default     = false
  nullable    = false
}

variable "prepared" {
  description = <<-EOT
    What another instance of this module made with `prepare_only`: its output prepared. The service runs with
    that, and the other inputs must be those of the other instance. Null makes all of it here.
  EOT
  type = object({
    execution_role_arn = string
    task_role_arn      = string
    log_group_name     = string
    security_group_id  = string
    target_group_arn   = optional(string)
  })
  default = null

  validation {
    condition = (
      var.prepared == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:iam::(aws|[0-9]{12}):role/[A-Za-z0-9+=,.@_/-]+$",
        var.prepared.execution_role_arn,
      ))
    )
    error_message = "prepared.execution_role_arn must be an ARN of iam."
  }

  validation {
    condition = (
      var.prepared == null
      ? true
      : length(var.prepared.execution_role_arn) >= 1 && length(var.prepared.execution_role_arn) <= 2048
    )
    error_message = "prepared.execution_role_arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.prepared == null
      ? true
      : can(regex(
        "^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:(|aws|${data.aws_caller_identity.current.account_id}):",
        var.prepared.execution_role_arn,
      ))
    )
    error_message = join(" ", [
      "prepared.execution_role_arn must be of account ${data.aws_caller_identity.current.account_id},",
      "as the module's provider is: give one that was made there (wrong:",
      "${join(", ", var.prepared == null ? [] : [var.prepared.execution_role_arn])}).",
    ])
  }

  validation {
    condition = (
      var.prepared == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:iam::(aws|[0-9]{12}):role/[A-Za-z0-9+=,.@_/-]+$",
        var.prepared.task_role_arn,
      ))
    )
    error_message = "prepared.task_role_arn must be an ARN of iam."
  }

  validation {
    condition = (
      var.prepared == null
      ? true
      : length(var.prepared.task_role_arn) >= 1 && length(var.prepared.task_role_arn) <= 2048
    )
    error_message = "prepared.task_role_arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.prepared == null
      ? true
      : can(regex(
        "^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:(|aws|${data.aws_caller_identity.current.account_id}):",
        var.prepared.task_role_arn,
      ))
    )
    error_message = join(" ", [
      "prepared.task_role_arn must be of account ${data.aws_caller_identity.current.account_id},",
      "as the module's provider is: give one that was made there (wrong:",
      "${join(", ", var.prepared == null ? [] : [var.prepared.task_role_arn])}).",
    ])
  }

  validation {
    condition     = var.prepared == null ? true : can(regex("^[A-Za-z0-9._/#-]{1,512}$", var.prepared.log_group_name))
    error_message = "prepared.log_group_name must be the name of a log group: 1 to 512 letters, digits and . - _ / #."
  }

  validation {
    condition     = var.prepared == null ? true : can(regex("^sg-[0-9a-f]+$", var.prepared.security_group_id))
    error_message = "prepared.security_group_id must be the ID of a security group."
  }

  validation {
    condition = (
      var.prepared == null
      ? true
      : (
        var.prepared.target_group_arn == null
        ? true
        : can(regex(
          "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:targetgroup/[A-Za-z0-9+=,.@_/!#-]+$",
          var.prepared.target_group_arn,
        ))
      )
    )
    error_message = "prepared.target_group_arn must be an ARN of elasticloadbalancing."
  }

  validation {
    condition = (
      var.prepared == null
      ? true
      : (
        var.prepared.target_group_arn == null
        ? true
        : length(var.prepared.target_group_arn) >= 1 && length(var.prepared.target_group_arn) <= 2048
      )
    )
    error_message = "prepared.target_group_arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.prepared == null
      ? true
      : (
        var.prepared.target_group_arn == null
        ? true
        : can(regex(
          join("", [
            "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):(|",
            "aws|${data.aws_caller_identity.current.account_id}):",
          ]),
          var.prepared.target_group_arn,
        ))
      )
    )
    error_message = join("", [
      "prepared.target_group_arn must be of region ",
      data.aws_region.current.id,
      " and account ",
      data.aws_caller_identity.current.account_id,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(
        ", ",
        var.prepared == null ? [] : (var.prepared.target_group_arn == null ? [] : [var.prepared.target_group_arn]),
      ),
      ").",
    ])
  }

  validation {
    condition     = var.prepared == null || !var.prepare_only
    error_message = "prepared must be left out with prepare_only: one instance prepares, the other runs."
  }

  validation {
    condition     = var.prepared == null || (var.task_role == null && var.execution_role == null)
    error_message = "prepared must be left out with task_role and execution_role: the roles are those that were prepared."
  }

  validation {
    condition     = var.prepared == null || var.routing == null ? true : var.prepared.target_group_arn != null
    error_message = "prepared must have a target_group_arn with routing: prepare the service with routing as well."
  }
}
