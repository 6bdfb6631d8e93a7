# General

variable "name" {
  description = <<-EOT
    Name of the application and its environment: secrets are named `<name>/<key>`. The plan refuses a change until
    `replacements` is raised with it.
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

# Secrets

variable "secrets" {
  description = <<-EOT
    Secrets by key, named `<name>/<key>`. Taking a key away deletes that secret, after the recovery window, and
    touches no other. 0.40 USD/month for each secret in each region.
  EOT
  type = map(object({
    description         = optional(string)
    value               = optional(string, "generated")
    version             = optional(number, 1)
    length              = optional(number, 32)
    exclude_punctuation = optional(bool, true)
    exclude_characters  = optional(string)
    json = optional(object({
      generated_key = optional(string, "password")
      fields        = optional(map(string), {})
    }))
    rotation = optional(object({
      lambda_arn         = string
      days               = optional(number)
      schedule           = optional(string)
      duration           = optional(string)
      rotate_immediately = optional(bool, false)
    }))
    read_elsewhere = optional(bool, false)
  }))
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.secrets) : can(regex("^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$", key))])
    error_message = join(" ", [
      "secrets keys must be 1 to 40 letters, digits, dots, underscores and hyphens,",
      "beginning with a letter or digit (wrong:",
      "${join(", ", [for key in keys(var.secrets) : key if !can(regex("^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.secrets) : item != null])
    error_message = "secrets[*] must not be null (wrong: ${join(", ", [for key, item in var.secrets : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.secrets) : item.json == null ? true : item.value == "generated"
      if item != null
    ])
    error_message = "secrets[*] must have json only where value is generated; write a given or an external value as JSON yourself."
  }

  validation {
    condition = alltrue([
      for item in values(var.secrets) :
      item.description == null ? true : length(item.description) >= 0 && length(item.description) <= 2048
      if item != null
    ])
    error_message = "secrets[*].description must have 0 to 2048 characters."
  }

  validation {
    condition = alltrue([
      for item in values(var.secrets) : contains(["generated", "given", "external"], item.value)
      if item != null
    ])
    error_message = "secrets[*].value must be one of generated, given, external."
  }

  validation {
    condition = alltrue([
      for item in values(var.secrets) : item.version >= 1 && item.version <= 1000000
      if item != null
    ])
    error_message = "secrets[*].version must be between 1 and 1000000."
  }

  validation {
    condition     = alltrue([for item in values(var.secrets) : floor(item.version) == item.version if item != null])
    error_message = "secrets[*].version must be a whole number."
  }

  validation {
    condition     = alltrue([for item in values(var.secrets) : item.length >= 16 && item.length <= 4096 if item != null])
    error_message = "secrets[*].length must be between 16 and 4096 characters."
  }

  validation {
    condition     = alltrue([for item in values(var.secrets) : floor(item.length) == item.length if item != null])
    error_message = "secrets[*].length must be a whole number."
  }

  validation {
    condition = alltrue([
      for item in values(var.secrets) :
      (
        item.exclude_characters == null
        ? true
        : length(item.exclude_characters) >= 0 && length(item.exclude_characters) <= 4096
      )
      if item != null
    ])
    error_message = "secrets[*].exclude_characters must have 0 to 4096 characters."
  }

  validation {
    condition = alltrue([
      for item in values(var.secrets) :
      item.json == null ? true : !contains(keys(item.json.fields), item.json.generated_key)
      if item != null
    ])
    error_message = "secrets[*].json must not have generated_key among its fields: that value is generated."
  }

  validation {
    condition = alltrue([
      for item in values(var.secrets) :
      item.json == null ? true : alltrue([for item in values(item.json.fields) : item != null])
      if item != null
    ])
    error_message = "secrets[*].json.fields[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.secrets) :
      item.rotation == null ? true : (item.rotation.days == null) != (item.rotation.schedule == null)
      if item != null
    ])
    error_message = "secrets[*].rotation must have either days or schedule."
  }

  validation {
    condition = alltrue([
      for item in values(var.secrets) :
      (
        item.rotation == null
        ? true
        : can(regex(
          "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:lambda:[a-z0-9-]+:[0-9]{12}:function:[A-Za-z0-9_-]+$",
          item.rotation.lambda_arn,
        ))
      )
      if item != null
    ])
    error_message = "secrets[*].rotation.lambda_arn must be an ARN of lambda."
  }

  validation {
    condition = alltrue([
      for item in values(var.secrets) :
      item.rotation == null ? true : length(item.rotation.lambda_arn) >= 1 && length(item.rotation.lambda_arn) <= 2048
      if item != null
    ])
    error_message = "secrets[*].rotation.lambda_arn must have 1 to 2048 characters."
  }

  validation {
    condition = alltrue([
      for item in values(var.secrets) :
      (
        item.rotation == null
        ? true
        : can(regex(
          "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
          item.rotation.lambda_arn,
        ))
      )
      if item != null
    ])
    error_message = join("", [
      "secrets[*].rotation.lambda_arn must be of region ",
      data.aws_region.current.id,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(", ", flatten([
        for item in values(var.secrets) : item.rotation == null ? [] : [item.rotation.lambda_arn]
        if(
          item == null
          ? false
          : !(
            item.rotation == null
            ? true
            : can(regex(
              "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
              item.rotation.lambda_arn,
            ))
          )
        )
      ])),
      ").",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.secrets) :
      (
        item.rotation == null
        ? true
        : (item.rotation.days == null ? true : item.rotation.days >= 1 && item.rotation.days <= 1000)
      )
      if item != null
    ])
    error_message = "secrets[*].rotation.days must be between 1 and 1000 days."
  }

  validation {
    condition = alltrue([
      for item in values(var.secrets) :
      (
        item.rotation == null
        ? true
        : (item.rotation.days == null ? true : floor(item.rotation.days) == item.rotation.days)
      )
      if item != null
    ])
    error_message = "secrets[*].rotation.days must be a whole number."
  }

  validation {
    condition = alltrue([
      for item in values(var.secrets) :
      (
        item.rotation == null
        ? true
        : (
          item.rotation.schedule == null
          ? true
          : can(regex(
            join("", [
              "^(cron[(](([*]|[0-5]?[0-9](-[0-5]?[0-9])?)(/[1-9][0-9]*)?|/[1-9][0-9]*)(,(([*]|[0-5]?[0-9]",
              "(-[0-5]?[0-9])?)(/[1-9][0-9]*)?|/[1-9][0-9]*))*\\x20(([*]|([01]?[0-9]|2[0-3])(-([01]?[0-9]|2[0-3]))?)",
              "(/[1-9][0-9]*)?|/[1-9][0-9]*)(,(([*]|([01]?[0-9]|2[0-3])(-([01]?[0-9]|2[0-3]))?)(/[1-9][0-9]*)?|",
              "/[1-9][0-9]*))*\\x20(((([*]|(0?[1-9]|[12][0-9]|3[01])(-(0?[1-9]|[12][0-9]|3[01]))?)(/[1-9][0-9]*)?|",
              "/[1-9][0-9]*)(,(([*]|(0?[1-9]|[12][0-9]|3[01])(-(0?[1-9]|[12][0-9]|3[01]))?)(/[1-9][0-9]*)?|",
              "/[1-9][0-9]*))*|L|LW|(0?[1-9]|[12][0-9]|3[01])W)\\x20(([*]|(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|",
              "AUG|SEP|OCT|NOV|DEC)(-(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC))?)",
              "(/[1-9][0-9]*)?|/[1-9][0-9]*)(,(([*]|(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(-",
              "(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC))?)(/[1-9][0-9]*)?|",
              "/[1-9][0-9]*))*\\x20[?]|[?]\\x20(([*]|(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)",
              "(-(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC))?)(/[1-9][0-9]*)?|/[1-9][0-9]*)(,",
              "(([*]|(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(-(0?[1-9]|1[0-2]|JAN|FEB|MAR|",
              "APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC))?)(/[1-9][0-9]*)?|/[1-9][0-9]*))*\\x20((([*]|([1-7]|SUN|MON|TUE|",
              "WED|THU|FRI|SAT)(-([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT))?)(/[1-9][0-9]*)?|/[1-9][0-9]*)(,(([*]|([1-7]|",
              "SUN|MON|TUE|WED|THU|FRI|SAT)(-([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT))?)(/[1-9][0-9]*)?|/[1-9][0-9]*))*|L|",
              "([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)L|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)#[1-5]))\\x20(([*]|",
              "(19[7-9][0-9]|2[01][0-9]{2})(-(19[7-9][0-9]|2[01][0-9]{2}))?)(/[1-9][0-9]*)?|/[1-9][0-9]*)(,(([*]|",
              "(19[7-9][0-9]|2[01][0-9]{2})(-(19[7-9][0-9]|2[01][0-9]{2}))?)(/[1-9][0-9]*)?|/[1-9][0-9]*))*[)]|rate[(]",
              "(1\\x20(minute|hour|day)|([2-9]|[1-9][0-9]+)\\x20(minutes|hours|days))[)])$",
            ]),
            item.rotation.schedule,
          ))
        )
      )
      if item != null
    ])
    error_message = join(" ", [
      "secrets[*].rotation.schedule must be a schedule such as cron(0 4 1 * ?",
      "*): cron() with six fields of which the day of the month or that of the week is ?,",
      "rate(1 hour) or rate(2 hours).",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.secrets) :
      (
        item.rotation == null
        ? true
        : (
          item.rotation.schedule == null
          ? true
          : can(regex(
            "^(rate[(](([4-9]|[1-9][0-9]{1,2})\\x20hours|1\\x20day|([2-9]|[1-9][0-9]{1,2})\\x20days)[)]|cron[(]0\\x20.+\\x20[*][)])$",
            item.rotation.schedule,
          ))
        )
      )
      if item != null
    ])
    error_message = join(" ", [
      "secrets[*].rotation.schedule must be at least four hours apart, such as rate(4 hours),",
      "and a cron() in minute 0 and in every year.",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.secrets) :
      (
        item.rotation == null
        ? true
        : (item.rotation.duration == null ? true : can(regex("^([1-9]|1[0-9]|2[0-4])h$", item.rotation.duration)))
      )
      if item != null
    ])
    error_message = "secrets[*].rotation.duration must be 1h to 24h."
  }
}

variable "values" {
  description = <<-EOT
    Values of the secrets whose value is given, by key. Ephemeral: they are in no plan and in no state, so every
    run needs them; one is written only when its secret is new or its version was raised.
  EOT
  type        = map(string)
  default     = {}
  nullable    = false
  sensitive   = true
  ephemeral   = true

  validation {
    condition     = alltrue([for item in values(var.values) : item != null])
    error_message = "values[*] must not be null."
  }

  validation {
    condition     = alltrue([for item in values(var.values) : length(item) > 0 if item != null])
    error_message = "values[*] must not be empty."
  }

  validation {
    condition     = alltrue([for item in values(var.values) : length(base64encode(item)) <= 87384 if item != null])
    error_message = "values[*] must be at most 65536 bytes, which is what Secrets Manager takes."
  }

  validation {
    condition = length(setsubtract(
      [for key, secret in var.secrets : key if secret == null ? false : secret.value == "given"],
      keys(var.values),
    )) == 0
    error_message = "values must hold a value for each secret whose value is given; make it external where somebody else puts it."
  }

  validation {
    condition = length(setsubtract(keys(var.values), [
      for key, secret in var.secrets : key
      if secret == null ? false : secret.value == "given"
    ])) == 0
    error_message = "values must hold only values of secrets whose value is given; the others get theirs elsewhere."
  }
}

# Access

variable "readers" {
  description = <<-EOT
    Roles that may read secrets, by a name of your own. A service of the service module needs no entry: it is
    granted what its own input `secrets` names.
  EOT
  type = map(object({
    role_name = string
    secrets   = list(string)
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.readers) : can(regex("^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$", key))])
    error_message = join(" ", [
      "readers keys must be 1 to 40 letters, digits, dots, underscores and hyphens,",
      "beginning with a letter or digit (wrong:",
      "${join(", ", [for key in keys(var.readers) : key if !can(regex("^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.readers) : item != null])
    error_message = "readers[*] must not be null (wrong: ${join(", ", [for key, item in var.readers : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.readers) : can(regex("^[\\w+=,.@-]{1,64}$", item.role_name))
      if item != null
    ])
    error_message = "readers[*].role_name must be the name of a role, not its ARN."
  }

  validation {
    condition = alltrue([
      for item in values(var.readers) : length(item.secrets) >= 1 && length(item.secrets) <= 100
      if item != null
    ])
    error_message = "readers[*].secrets must have 1 to 100 items."
  }

  validation {
    condition = alltrue([
      for item in values(var.readers) : length(distinct(item.secrets)) == length(item.secrets)
      if item != null
    ])
    error_message = "readers[*].secrets must not name the same item twice."
  }

  validation {
    condition = alltrue([
      for item in values(var.readers) : alltrue([for item in item.secrets : item != null])
      if item != null
    ])
    error_message = "readers[*].secrets[*] must not be null."
  }

  validation {
    condition = length(setsubtract(
      flatten([for reader in values(var.readers) : reader.secrets if reader != null]),
      keys(var.secrets),
    )) == 0
    error_message = "readers must have only keys of secrets in secrets."
  }
}

# Encryption and recovery

variable "kms_key" {
  description = <<-EOT
    KMS key of yours that encrypts the secrets, of the same region. Null makes a key of the module's own (1
    USD/month). It can be changed later: Secrets Manager encrypts the current, pending and previous values anew.
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

variable "replicas" {
  description = <<-EOT
    Regions that every secret is copied to, each with a KMS key of yours in that region (`kms_key_arn`). The
    copies follow the value within seconds, and have the same ARN but for the region. Regions can be added and
    taken away later.
  EOT
  type = map(object({
    kms_key_arn = string
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([
      for key in keys(var.replicas) :
      can(regex(
        join("", [
          "^(([a-z]{2}(-gov|-iso[a-z]?)?|eusc-[a-z]{2})-(north|south|central|(north|south)?(east|west))-1|(af-south|",
          "ca-central|ca-west|eu-north|il-central|me-central|me-south|me-west|mx-central|sa-east|sa-west|cn-north|",
          "cn-northwest|eusc-de-east|us-gov-east|us-gov-west)-[1-2]|(ap-east|ap-south|eu-central|eu-south|us-east|",
          "us-west)-[1-3]|(ap-northeast|eu-west)-[1-4]|(ap-southeast)-[1-8])$",
        ]),
        key,
      ))
    ])
    error_message = join("", [
      "replicas keys must be names of regions, such as us-west-2 or eusc-de-east-1 (wrong: ",
      join(", ", [
        for key in keys(var.replicas) : key
        if !can(regex(
          join("", [
            "^(([a-z]{2}(-gov|-iso[a-z]?)?|eusc-[a-z]{2})-(north|south|central|(north|south)?(east|west))-1|(af-south|",
            "ca-central|ca-west|eu-north|il-central|me-central|me-south|me-west|mx-central|sa-east|sa-west|cn-north|",
            "cn-northwest|eusc-de-east|us-gov-east|us-gov-west)-[1-2]|(ap-east|ap-south|eu-central|eu-south|us-east|",
            "us-west)-[1-3]|(ap-northeast|eu-west)-[1-4]|(ap-southeast)-[1-8])$",
          ]),
          key,
        ))
      ]),
      ").",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.replicas) : item != null])
    error_message = "replicas[*] must not be null (wrong: ${join(", ", [for key, item in var.replicas : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.replicas) :
      can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
        item.kms_key_arn,
      ))
      if item != null
    ])
    error_message = "replicas[*].kms_key_arn must be an ARN of kms."
  }

  validation {
    condition = alltrue([
      for item in values(var.replicas) : length(item.kms_key_arn) >= 1 && length(item.kms_key_arn) <= 2048
      if item != null
    ])
    error_message = "replicas[*].kms_key_arn must have 1 to 2048 characters."
  }

  validation {
    condition = alltrue([
      for item in values(var.replicas) :
      can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:", item.kms_key_arn))
      if item != null
    ])
    error_message = join("", [
      "replicas[*].kms_key_arn must be of partition ",
      data.aws_partition.current.partition,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(", ", flatten([
        for item in values(var.replicas) : [item.kms_key_arn]
        if(
          item == null
          ? false
          : !can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:", item.kms_key_arn))
        )
      ])),
      ").",
    ])
  }

  validation {
    condition     = alltrue([for region, replica in var.replicas : try(split(":", replica.kms_key_arn)[3], "") == region])
    error_message = "replicas must have a kms_key_arn of the replica's own region: a key encrypts in its region only."
  }
}

variable "overwrite_replicas" {
  description = <<-EOT
    Whether a copy overwrites a secret of the same name that stands in its region already, such as one that was
    promoted in an incident. Off, AWS refuses the copy.
  EOT
  type        = bool
  default     = false
  nullable    = false
}

variable "recovery_window_days" {
  description = "Days during which a deleted secret can be restored. Its name is taken for as long."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = var.recovery_window_days >= 7 && var.recovery_window_days <= 30
    error_message = "recovery_window_days must be between 7 and 30 days."
  }

  validation {
    condition     = floor(var.recovery_window_days) == var.recovery_window_days
    error_message = "recovery_window_days must be a whole number."
  }
}

variable "delete_immediately" {
  description = "Whether a deleted secret is gone at once, without a recovery window: for environments that are there to be thrown away."
  type        = bool
  default     = false
  nullable    = false
}

variable "replacements" {
  description = <<-EOT
    How often the set of secrets was replaced on purpose. A change of `name` needs new secrets, and loses the
    values of the old ones: the plan refuses it until this number is raised with it.
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
