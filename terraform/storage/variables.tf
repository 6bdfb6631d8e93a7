# General

variable "name" {
  description = <<-EOT
    Name of the bucket. No other bucket of any account may have it: begin with your company and the environment.
    S3 cannot rename a bucket, so that a change is refused: see `replacements`.
  EOT
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 63 lower-case letters, digits and hyphens, with a letter or digit at both ends; a dot would break TLS."
  }

  validation {
    condition     = !can(regex("^(xn--|sthree-|amzn-s3-demo-)|(-s3alias|--ol-s3|--x-s3|--table-s3)$", var.name))
    error_message = "name must not begin with xn--, sthree- or amzn-s3-demo-, nor end with -s3alias, --ol-s3, --x-s3 or --table-s3."
  }

  validation {
    condition = !var.own_log_bucket || length(var.name) <= 58
    error_message = join(" ", [
      "name must be at most 58 characters long with own_log_bucket, whose name is <name>-logs;",
      "shorten it, or set own_log_bucket to false and give log_bucket.",
    ])
  }
}

variable "versioning" {
  description = <<-EOT
    Whether S3 keeps what is overwritten or deleted as an old version. Turned off, the versions that exist are
    kept, and no new ones are made.
  EOT
  type        = bool
  default     = true
  nullable    = false
}

variable "force_destroy" {
  description = <<-EOT
    Whether Terraform may delete the bucket while it holds objects, with all of them and all their versions. With
    false S3 refuses. Apply true before you destroy.
  EOT
  type        = bool
  default     = false
  nullable    = false
}

variable "replacements" {
  description = <<-EOT
    How often the bucket was replaced on purpose. A change of name can only be made by a new one, and loses what
    the old one holds: the plan refuses it until this number is raised by the same change.
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

# Encryption

variable "kms_key" {
  description = <<-EOT
    KMS key of yours that encrypts new objects, in the bucket's region. Null takes the module's own. A change
    leaves older objects under the key that they were written with: see `own_kms_key` and `former_kms_keys`.
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

variable "own_kms_key" {
  description = <<-EOT
    Whether the module has a key of its own (1 USD/month, rotated every year). It stays when `kms_key` is given
    later, since objects may be encrypted with it. False deletes it after 30 days, and what it encrypts is then
    lost.
  EOT
  type        = bool
  default     = true
  nullable    = false

  validation {
    condition     = var.own_kms_key || var.kms_key != null
    error_message = "own_kms_key must be true unless kms_key is given: each object is encrypted with one of the two."
  }
}

variable "former_kms_keys" {
  description = <<-EOT
    Further keys of yours that older objects are encrypted with: readers, writers and the replication may decrypt
    with them. The module's own key counts by itself.
  EOT
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for item in var.former_kms_keys : item != null])
    error_message = "former_kms_keys[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.former_kms_keys :
      can(regex("^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", item))
      if item != null
    ])
    error_message = "former_kms_keys[*] must be an ARN of kms."
  }

  validation {
    condition     = alltrue([for item in var.former_kms_keys : length(item) >= 1 && length(item) <= 2048 if item != null])
    error_message = "former_kms_keys[*] must have 1 to 2048 characters."
  }

  validation {
    condition = alltrue([
      for item in var.former_kms_keys :
      can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:", item))
      if item != null
    ])
    error_message = join("", [
      "former_kms_keys[*] must be of region ",
      data.aws_region.current.id,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(", ", flatten([
        for item in var.former_kms_keys : [item]
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

# Access

variable "readers" {
  description = <<-EOT
    Roles of this account that may list the bucket and read objects, by a name of your own; prefix limits both to
    the keys that begin so. Old versions are not theirs to read.
  EOT
  type = map(object({
    role_name = string
    prefix    = optional(string, "")
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.readers) : can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])
    error_message = join(" ", [
      "readers keys must be 1 to 40 lower-case letters, digits and hyphens (wrong:",
      "${join(", ", [for key in keys(var.readers) : key if !can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.readers) : item != null])
    error_message = "readers[*] must not be null (wrong: ${join(", ", [for key, item in var.readers : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.readers) : can(regex("^[A-Za-z0-9+=,.@_-]{1,64}$", item.role_name))
      if item != null
    ])
    error_message = "readers[*].role_name must be the name of a role, not its ARN."
  }

  validation {
    condition = alltrue([
      for item in values(var.readers) : can(regex("^([A-Za-z0-9!_.'()=-][A-Za-z0-9!_.'()=/-]*)?$", item.prefix))
      if item != null
    ])
    error_message = "readers[*].prefix must be the beginning of a key, such as uploads/: letters, digits and !_.'()=/-, with no slash in front."
  }
}

variable "writers" {
  description = <<-EOT
    Roles of this account that may list the bucket, read, write, tag and delete objects, by a name of your own.
    They cannot delete old versions: what an intruder deletes through them comes back.
  EOT
  type = map(object({
    role_name = string
    prefix    = optional(string, "")
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.writers) : can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])
    error_message = join(" ", [
      "writers keys must be 1 to 40 lower-case letters, digits and hyphens (wrong:",
      "${join(", ", [for key in keys(var.writers) : key if !can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.writers) : item != null])
    error_message = "writers[*] must not be null (wrong: ${join(", ", [for key, item in var.writers : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.writers) : can(regex("^[A-Za-z0-9+=,.@_-]{1,64}$", item.role_name))
      if item != null
    ])
    error_message = "writers[*].role_name must be the name of a role, not its ARN."
  }

  validation {
    condition = alltrue([
      for item in values(var.writers) : can(regex("^([A-Za-z0-9!_.'()=-][A-Za-z0-9!_.'()=/-]*)?$", item.prefix))
      if item != null
    ])
    error_message = "writers[*].prefix must be the beginning of a key, such as uploads/: letters, digits and !_.'()=/-, with no slash in front."
  }
}

variable "policy_statements" {
  description = "Statements of yours in the bucket's policy, by the Sid: for roles of other accounts and for services."
  type = map(object({
    principals = object({
      aws      = optional(list(string), [])
      services = optional(list(string), [])
    })
    effect      = optional(string, "Allow")
    actions     = list(string)
    prefix      = optional(string, "")
    key_actions = optional(list(string), [])
    conditions  = optional(map(map(list(string))), {})
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.policy_statements) : can(regex("^[A-Za-z0-9]{1,60}$", key))])
    error_message = join(" ", [
      "policy_statements keys must be letters and digits: they become the Sid (wrong:",
      "${join(", ", [for key in keys(var.policy_statements) : key if !can(regex("^[A-Za-z0-9]{1,60}$", key))])}).",
    ])
  }

  validation {
    condition = length(setintersection(keys(var.policy_statements), [
      "TlsOnly",
      "Tls12",
      "OwnKeyOnly",
      "KmsOnly",
      "NoCustomerKey",
    ])) == 0
    error_message = "policy_statements must not be named TlsOnly, Tls12, OwnKeyOnly, KmsOnly, NoCustomerKey, which are the module's own statements."
  }

  validation {
    condition     = alltrue([for item in values(var.policy_statements) : item != null])
    error_message = "policy_statements[*] must not be null (wrong: ${join(", ", [for key, item in var.policy_statements : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.policy_statements) : length(item.principals.aws) + length(item.principals.services) > 0
      if item != null
    ])
    error_message = "policy_statements[*].principals must name an account, a role or a service."
  }

  validation {
    condition = alltrue([
      for item in values(var.policy_statements) : alltrue([for item in item.principals.aws : item != null])
      if item != null
    ])
    error_message = "policy_statements[*].principals.aws[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.policy_statements) :
      alltrue([
        for item in item.principals.aws :
        can(regex("^([0-9]{12}|arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:(iam|sts)::[0-9]{12}:.+)$", item))
        if item != null
      ])
      if item != null
    ])
    error_message = "policy_statements[*].principals.aws[*] must be an account or the ARN of a role, never *."
  }

  validation {
    condition = alltrue([
      for item in values(var.policy_statements) :
      alltrue([
        for item in item.principals.aws :
        can(regex("^[0-9]{12}$", item)) ||
        can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:", item))
        if item != null
      ])
      if item != null
    ])
    error_message = join("", [
      "policy_statements[*].principals.aws[*] must be of partition ",
      data.aws_partition.current.partition,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(", ", flatten([
        for item in values(var.policy_statements) :
        flatten([
          for item in item.principals.aws : [item]
          if(
            item == null
            ? false
            : !(
              can(regex("^[0-9]{12}$", item)) ||
              can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:", item))
            )
          )
        ])
        if(
          item == null
          ? false
          : !alltrue([
            for item in item.principals.aws :
            can(regex("^[0-9]{12}$", item)) ||
            can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:", item))
            if item != null
          ])
        )
      ])),
      ").",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.policy_statements) : alltrue([for item in item.principals.services : item != null])
      if item != null
    ])
    error_message = "policy_statements[*].principals.services[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.policy_statements) :
      alltrue([
        for item in item.principals.services : can(regex("^[a-z0-9.-]+\\.amazonaws\\.(com(\\.cn)?|eu)$", item))
        if item != null
      ])
      if item != null
    ])
    error_message = "policy_statements[*].principals.services[*] must be the name of a service."
  }

  validation {
    condition = alltrue([
      for item in values(var.policy_statements) : contains(["Allow", "Deny"], item.effect)
      if item != null
    ])
    error_message = "policy_statements[*].effect must be one of Allow, Deny."
  }

  validation {
    condition = alltrue([
      for item in values(var.policy_statements) : length(item.actions) >= 1 && length(item.actions) <= 100
      if item != null
    ])
    error_message = "policy_statements[*].actions must have 1 to 100 items."
  }

  validation {
    condition = alltrue([
      for item in values(var.policy_statements) : alltrue([for item in item.actions : item != null])
      if item != null
    ])
    error_message = "policy_statements[*].actions[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.policy_statements) :
      alltrue([for item in item.actions : can(regex("^s3:[A-Za-z]+\\*?$", item)) if item != null])
      if item != null
    ])
    error_message = "policy_statements[*].actions[*] must be actions of S3, such as s3:GetObject, never s3:*."
  }

  validation {
    condition = alltrue([
      for item in values(var.policy_statements) :
      can(regex("^([A-Za-z0-9!_.'()=-][A-Za-z0-9!_.'()=/-]*)?$", item.prefix))
      if item != null
    ])
    error_message = join(" ", [
      "policy_statements[*].prefix must be the beginning of a key, such as uploads/: letters, digits and !_.'()=/-,",
      "with no slash in front.",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.policy_statements) : alltrue([for item in item.key_actions : item != null])
      if item != null
    ])
    error_message = "policy_statements[*].key_actions[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.policy_statements) :
      alltrue([for item in item.key_actions : can(regex("^kms:[A-Za-z]+\\*?$", item)) if item != null])
      if item != null
    ])
    error_message = "policy_statements[*].key_actions[*] must be actions of KMS, such as kms:Decrypt."
  }

  validation {
    condition = alltrue([
      for item in values(var.policy_statements) : alltrue([for item in values(item.conditions) : item != null])
      if item != null
    ])
    error_message = "policy_statements[*].conditions[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.policy_statements) :
      alltrue([
        for item in values(item.conditions) : alltrue([for item in values(item) : item != null])
        if item != null
      ])
      if item != null
    ])
    error_message = "policy_statements[*].conditions[*][*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.policy_statements) :
      alltrue([
        for item in values(item.conditions) :
        alltrue([for item in values(item) : alltrue([for item in item : item != null]) if item != null])
        if item != null
      ])
      if item != null
    ])
    error_message = "policy_statements[*].conditions[*][*][*] must not be null."
  }
}

# Browsers

variable "cors_rules" {
  description = <<-EOT
    CORS rules, by a name of your own: which pages may reach the bucket from a browser, with a signed URL. For
    uploads allow the method PUT and the header content-type. {} lets no page in.
  EOT
  type = map(object({
    allowed_origins = list(string)
    allowed_methods = optional(list(string), ["GET", "HEAD"])
    allowed_headers = optional(list(string), [])
    expose_headers  = optional(list(string), ["ETag"])
    max_age_seconds = optional(number, 3600)
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.cors_rules) : can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])
    error_message = join(" ", [
      "cors_rules keys must be 1 to 40 lower-case letters, digits and hyphens (wrong:",
      "${join(", ", [for key in keys(var.cors_rules) : key if !can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.cors_rules) : item != null])
    error_message = "cors_rules[*] must not be null (wrong: ${join(", ", [for key, item in var.cors_rules : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.cors_rules) : length(item.allowed_origins) >= 1 && length(item.allowed_origins) <= 100
      if item != null
    ])
    error_message = "cors_rules[*].allowed_origins must have 1 to 100 items."
  }

  validation {
    condition = alltrue([
      for item in values(var.cors_rules) : alltrue([for item in item.allowed_origins : item != null])
      if item != null
    ])
    error_message = "cors_rules[*].allowed_origins[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.cors_rules) :
      alltrue([
        for item in item.allowed_origins :
        can(regex("^(\\*|https://[A-Za-z0-9*.-]+(:[0-9]{1,5})?|http://localhost(:[0-9]{1,5})?)$", item))
        if item != null
      ])
      if item != null
    ])
    error_message = "cors_rules[*].allowed_origins[*] must be an origin with https://, http://localhost with a port, or *."
  }

  validation {
    condition = alltrue([
      for item in values(var.cors_rules) : length(item.allowed_methods) >= 1 && length(item.allowed_methods) <= 5
      if item != null
    ])
    error_message = "cors_rules[*].allowed_methods must have 1 to 5 items."
  }

  validation {
    condition = alltrue([
      for item in values(var.cors_rules) : alltrue([for item in item.allowed_methods : item != null])
      if item != null
    ])
    error_message = "cors_rules[*].allowed_methods[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.cors_rules) :
      alltrue([
        for item in item.allowed_methods : contains(["GET", "HEAD", "PUT", "POST", "DELETE"], item)
        if item != null
      ])
      if item != null
    ])
    error_message = "cors_rules[*].allowed_methods[*] must be one of GET, HEAD, PUT, POST, DELETE."
  }

  validation {
    condition = alltrue([
      for item in values(var.cors_rules) : alltrue([for item in item.allowed_headers : item != null])
      if item != null
    ])
    error_message = "cors_rules[*].allowed_headers[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.cors_rules) : alltrue([for item in item.expose_headers : item != null])
      if item != null
    ])
    error_message = "cors_rules[*].expose_headers[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.cors_rules) : item.max_age_seconds >= 0 && item.max_age_seconds <= 86400
      if item != null
    ])
    error_message = "cors_rules[*].max_age_seconds must be between 0 and 86400 seconds."
  }

  validation {
    condition = alltrue([
      for item in values(var.cors_rules) : floor(item.max_age_seconds) == item.max_age_seconds
      if item != null
    ])
    error_message = "cors_rules[*].max_age_seconds must be a whole number."
  }
}

# Lifecycle

variable "abort_uploads_days" {
  description = "Days after which what was uploaded of an unfinished multipart upload is deleted. Nobody sees these parts, but they are billed."
  type        = number
  default     = 7
  nullable    = false

  validation {
    condition     = var.abort_uploads_days >= 1 && var.abort_uploads_days <= 365
    error_message = "abort_uploads_days must be between 1 and 365 days."
  }

  validation {
    condition     = floor(var.abort_uploads_days) == var.abort_uploads_days
    error_message = "abort_uploads_days must be a whole number."
  }
}

variable "expire_noncurrent_versions" {
  description = <<-EOT
    Whether the old versions of deleted and overwritten objects are deleted in the end. With false they are kept,
    and billed, for ever; `lifecycle_rules` may delete them by prefix.
  EOT
  type        = bool
  default     = true
  nullable    = false
}

variable "noncurrent_version_days" {
  description = <<-EOT
    Days that an old version is kept, and that an overwritten or deleted object can be brought back. 90 by
    default: long enough to notice a mistake after a quarter.
  EOT
  type        = number
  default     = 90
  nullable    = false

  validation {
    condition     = var.noncurrent_version_days >= 1 && var.noncurrent_version_days <= 36500
    error_message = "noncurrent_version_days must be between 1 and 36500 days."
  }

  validation {
    condition     = floor(var.noncurrent_version_days) == var.noncurrent_version_days
    error_message = "noncurrent_version_days must be a whole number."
  }
}

variable "newest_noncurrent_versions" {
  description = "Newest old versions of each object that are kept for ever, whatever their age; at most 100."
  type        = number
  default     = 0
  nullable    = false

  validation {
    condition     = var.newest_noncurrent_versions >= 0 && var.newest_noncurrent_versions <= 100
    error_message = "newest_noncurrent_versions must be between 0 and 100."
  }

  validation {
    condition     = floor(var.newest_noncurrent_versions) == var.newest_noncurrent_versions
    error_message = "newest_noncurrent_versions must be a whole number."
  }
}

variable "lifecycle_rules" {
  description = "Further lifecycle rules, by a name of your own. Objects in GLACIER and DEEP_ARCHIVE must be restored before they can be read."
  type = map(object({
    enabled                    = optional(bool, true)
    prefix                     = optional(string, "")
    tags                       = optional(map(string), {})
    transitions                = optional(map(number), {})
    expiration_days            = optional(number)
    noncurrent_transitions     = optional(map(number), {})
    noncurrent_days            = optional(number)
    newest_noncurrent_versions = optional(number, 0)
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.lifecycle_rules) : can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])
    error_message = join(" ", [
      "lifecycle_rules keys must be 1 to 40 lower-case letters, digits and hyphens (wrong:",
      "${join(", ", [for key in keys(var.lifecycle_rules) : key if !can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])}).",
    ])
  }

  validation {
    condition     = length(setintersection(keys(var.lifecycle_rules), ["housekeeping", "old-versions"])) == 0
    error_message = "lifecycle_rules must not be named housekeeping or old-versions, as the module's own rules are."
  }

  validation {
    condition     = alltrue([for item in values(var.lifecycle_rules) : item != null])
    error_message = "lifecycle_rules[*] must not be null (wrong: ${join(", ", [for key, item in var.lifecycle_rules : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.lifecycle_rules) :
      length(item.transitions) + length(item.noncurrent_transitions) > 0 ||
      item.expiration_days != null ||
      item.noncurrent_days != null
      if item != null
    ])
    error_message = "lifecycle_rules[*] must do something: move objects (transitions), delete them (expiration_days), or either to old versions."
  }

  validation {
    condition = alltrue([
      for item in values(var.lifecycle_rules) :
      (
        item.expiration_days == null
        ? true
        : alltrue([for days in values(item.transitions) : days < item.expiration_days if days != null])
      )
      if item != null
    ])
    error_message = "lifecycle_rules[*] must delete objects (expiration_days) after they were moved, not before."
  }

  validation {
    condition = alltrue([
      for item in values(var.lifecycle_rules) :
      (
        item.noncurrent_days == null
        ? true
        : alltrue([for days in values(item.noncurrent_transitions) : days < item.noncurrent_days if days != null])
      )
      if item != null
    ])
    error_message = "lifecycle_rules[*] must delete old versions (noncurrent_days) after they were moved, not before."
  }

  validation {
    condition = alltrue([
      for item in values(var.lifecycle_rules) : can(regex("^([A-Za-z0-9!_.'()=-][A-Za-z0-9!_.'()=/-]*)?$", item.prefix))
      if item != null
    ])
    error_message = join(" ", [
      "lifecycle_rules[*].prefix must be the beginning of a key, such as uploads/: letters, digits and !_.'()=/-,",
      "with no slash in front.",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.lifecycle_rules) : alltrue([for item in values(item.tags) : item != null])
      if item != null
    ])
    error_message = "lifecycle_rules[*].tags[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.lifecycle_rules) :
      alltrue([for item in values(item.tags) : length(item) >= 0 && length(item) <= 256 if item != null])
      if item != null
    ])
    error_message = "lifecycle_rules[*].tags[*] must have 0 to 256 characters."
  }

  validation {
    condition = alltrue([
      for item in values(var.lifecycle_rules) :
      alltrue([
        for key in keys(item.transitions) :
        can(regex("^(STANDARD_IA|INTELLIGENT_TIERING|ONEZONE_IA|GLACIER_IR|GLACIER|DEEP_ARCHIVE)$", key))
      ])
      if item != null
    ])
    error_message = "lifecycle_rules[*].transitions keys must be of STANDARD_IA, INTELLIGENT_TIERING, ONEZONE_IA, GLACIER_IR, GLACIER, DEEP_ARCHIVE."
  }

  validation {
    condition = alltrue([
      for item in values(var.lifecycle_rules) :
      lookup(item.transitions, "STANDARD_IA", 30) >= 30 && lookup(item.transitions, "ONEZONE_IA", 30) >= 30
      if item != null
    ])
    error_message = "lifecycle_rules[*].transitions must wait at least 30 days for STANDARD_IA and ONEZONE_IA, which S3 asks for."
  }

  validation {
    condition = alltrue([
      for item in values(var.lifecycle_rules) :
      try(
        alltrue([
          for first, days in item.transitions :
          alltrue([
            for next, later in item.transitions :
            (
              index(
                [
                  "STANDARD_IA",
                  "INTELLIGENT_TIERING",
                  "ONEZONE_IA",
                  "GLACIER_IR",
                  "GLACIER",
                  "DEEP_ARCHIVE",
                ],
                next,
              ) <=
              index(
                [
                  "STANDARD_IA",
                  "INTELLIGENT_TIERING",
                  "ONEZONE_IA",
                  "GLACIER_IR",
                  "GLACIER",
                  "DEEP_ARCHIVE",
                ],
                first,
              )
            ) ||
            later - days >= (contains(["STANDARD_IA", "ONEZONE_IA"], first) ? 30 : 1)
          ])
        ]),
        true,
      )
      if item != null
    ])
    error_message = join(" ", [
      "lifecycle_rules[*].transitions must go down the order STANDARD_IA, INTELLIGENT_TIERING, ONEZONE_IA, GLACIER_IR,",
      "GLACIER, DEEP_ARCHIVE, with at least 30 days in STANDARD_IA or ONEZONE_IA.",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.lifecycle_rules) : alltrue([for item in values(item.transitions) : item != null])
      if item != null
    ])
    error_message = "lifecycle_rules[*].transitions[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.lifecycle_rules) :
      alltrue([for item in values(item.transitions) : item >= 0 && item <= 36500 if item != null])
      if item != null
    ])
    error_message = "lifecycle_rules[*].transitions[*] must be between 0 and 36500 days."
  }

  validation {
    condition = alltrue([
      for item in values(var.lifecycle_rules) :
      alltrue([for item in values(item.transitions) : floor(item) == item if item != null])
      if item != null
    ])
    error_message = "lifecycle_rules[*].transitions[*] must be a whole number."
  }

  validation {
    condition = alltrue([
      for item in values(var.lifecycle_rules) :
      item.expiration_days == null ? true : item.expiration_days >= 1 && item.expiration_days <= 36500
      if item != null
    ])
    error_message = "lifecycle_rules[*].expiration_days must be between 1 and 36500 days."
  }

  validation {
    condition = alltrue([
      for item in values(var.lifecycle_rules) :
      item.expiration_days == null ? true : floor(item.expiration_days) == item.expiration_days
      if item != null
    ])
    error_message = "lifecycle_rules[*].expiration_days must be a whole number."
  }

  validation {
    condition = alltrue([
      for item in values(var.lifecycle_rules) :
      alltrue([
        for key in keys(item.noncurrent_transitions) :
        can(regex("^(STANDARD_IA|INTELLIGENT_TIERING|ONEZONE_IA|GLACIER_IR|GLACIER|DEEP_ARCHIVE)$", key))
      ])
      if item != null
    ])
    error_message = join(" ", [
      "lifecycle_rules[*].noncurrent_transitions keys must be of STANDARD_IA, INTELLIGENT_TIERING, ONEZONE_IA,",
      "GLACIER_IR, GLACIER, DEEP_ARCHIVE.",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.lifecycle_rules) :
      lookup(item.noncurrent_transitions, "STANDARD_IA", 30) >= 30 &&
      lookup(item.noncurrent_transitions, "ONEZONE_IA", 30) >= 30
      if item != null
    ])
    error_message = "lifecycle_rules[*].noncurrent_transitions must wait at least 30 days for STANDARD_IA and ONEZONE_IA, which S3 asks for."
  }

  validation {
    condition = alltrue([
      for item in values(var.lifecycle_rules) :
      try(
        alltrue([
          for first, days in item.noncurrent_transitions :
          alltrue([
            for next, later in item.noncurrent_transitions :
            (
              index(
                [
                  "STANDARD_IA",
                  "INTELLIGENT_TIERING",
                  "ONEZONE_IA",
                  "GLACIER_IR",
                  "GLACIER",
                  "DEEP_ARCHIVE",
                ],
                next,
              ) <=
              index(
                [
                  "STANDARD_IA",
                  "INTELLIGENT_TIERING",
                  "ONEZONE_IA",
                  "GLACIER_IR",
                  "GLACIER",
                  "DEEP_ARCHIVE",
                ],
                first,
              )
            ) ||
            later - days >= (contains(["STANDARD_IA", "ONEZONE_IA"], first) ? 30 : 1)
          ])
        ]),
        true,
      )
      if item != null
    ])
    error_message = join(" ", [
      "lifecycle_rules[*].noncurrent_transitions must go down the order STANDARD_IA, INTELLIGENT_TIERING, ONEZONE_IA,",
      "GLACIER_IR, GLACIER, DEEP_ARCHIVE, with at least 30 days in STANDARD_IA or ONEZONE_IA.",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.lifecycle_rules) :
      alltrue([for item in values(item.noncurrent_transitions) : item != null])
      if item != null
    ])
    error_message = "lifecycle_rules[*].noncurrent_transitions[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.lifecycle_rules) :
      alltrue([for item in values(item.noncurrent_transitions) : item >= 0 && item <= 36500 if item != null])
      if item != null
    ])
    error_message = "lifecycle_rules[*].noncurrent_transitions[*] must be between 0 and 36500 days."
  }

  validation {
    condition = alltrue([
      for item in values(var.lifecycle_rules) :
      alltrue([for item in values(item.noncurrent_transitions) : floor(item) == item if item != null])
      if item != null
    ])
    error_message = "lifecycle_rules[*].noncurrent_transitions[*] must be a whole number."
  }

  validation {
    condition = alltrue([
      for item in values(var.lifecycle_rules) :
      item.noncurrent_days == null ? true : item.noncurrent_days >= 1 && item.noncurrent_days <= 36500
      if item != null
    ])
    error_message = "lifecycle_rules[*].noncurrent_days must be between 1 and 36500 days."
  }

  validation {
    condition = alltrue([
      for item in values(var.lifecycle_rules) :
      item.noncurrent_days == null ? true : floor(item.noncurrent_days) == item.noncurrent_days
      if item != null
    ])
    error_message = "lifecycle_rules[*].noncurrent_days must be a whole number."
  }

  validation {
    condition = alltrue([
      for item in values(var.lifecycle_rules) :
      item.newest_noncurrent_versions >= 0 && item.newest_noncurrent_versions <= 100
      if item != null
    ])
    error_message = "lifecycle_rules[*].newest_noncurrent_versions must be between 0 and 100."
  }

  validation {
    condition = alltrue([
      for item in values(var.lifecycle_rules) :
      floor(item.newest_noncurrent_versions) == item.newest_noncurrent_versions
      if item != null
    ])
    error_message = "lifecycle_rules[*].newest_noncurrent_versions must be a whole number."
  }
}

# Replication

variable "replication" {
  description = "Copies every new object to a bucket in another region. Objects that exist already need S3 Batch Replication. Null copies nothing."
  type = object({
    destination = object({
      bucket_arn    = string
      region        = string
      kms_key_arn   = string
      storage_class = optional(string, "STANDARD")
      account_id    = optional(string)
    })
    prefix                = optional(string, "")
    delete_markers        = optional(bool, true)
    replica_modifications = optional(bool, false)
    metrics               = optional(bool, true)
    time_control          = optional(bool, true)
  })
  default = null

  validation {
    condition     = var.replication == null ? true : var.replication.metrics || !var.replication.time_control
    error_message = "replication must have metrics with time_control: S3 reports a copy that is late by them."
  }

  validation {
    condition = (
      var.replication == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:s3:::[a-z0-9]([a-z0-9-]*[a-z0-9])?([.][a-z0-9]([a-z0-9-]*[a-z0-9])?)*$",
        var.replication.destination.bucket_arn,
      ))
    )
    error_message = "replication.destination.bucket_arn must be an ARN of s3."
  }

  validation {
    condition = (
      var.replication == null
      ? true
      : length(var.replication.destination.bucket_arn) >= 1 && length(var.replication.destination.bucket_arn) <= 2048
    )
    error_message = "replication.destination.bucket_arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.replication == null
      ? true
      : can(regex(
        "^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:",
        var.replication.destination.bucket_arn,
      ))
    )
    error_message = join(" ", [
      "replication.destination.bucket_arn must be of partition ${data.aws_partition.current.partition},",
      "as the module's provider is: give one that was made there (wrong:",
      "${join(", ", var.replication == null ? [] : [var.replication.destination.bucket_arn])}).",
    ])
  }

  validation {
    condition = (
      var.replication == null
      ? true
      : can(regex(
        join("", [
          "^(([a-z]{2}(-gov|-iso[a-z]?)?|eusc-[a-z]{2})-(north|south|central|(north|south)?(east|west))-1|(af-south|",
          "ca-central|ca-west|eu-north|il-central|me-central|me-south|me-west|mx-central|sa-east|sa-west|cn-north|",
          "cn-northwest|eusc-de-east|us-gov-east|us-gov-west)-[1-2]|(ap-east|ap-south|eu-central|eu-south|us-east|",
          "us-west)-[1-3]|(ap-northeast|eu-west)-[1-4]|(ap-southeast)-[1-8])$",
        ]),
        var.replication.destination.region,
      ))
    )
    error_message = "replication.destination.region must be the name of a region, such as us-west-2 or eusc-de-east-1."
  }

  validation {
    condition = (
      var.replication == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
        var.replication.destination.kms_key_arn,
      ))
    )
    error_message = "replication.destination.kms_key_arn must be an ARN of kms."
  }

  validation {
    condition = (
      var.replication == null
      ? true
      : length(var.replication.destination.kms_key_arn) >= 1 && length(var.replication.destination.kms_key_arn) <= 2048
    )
    error_message = "replication.destination.kms_key_arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.replication == null
      ? true
      : can(regex(
        "^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:",
        var.replication.destination.kms_key_arn,
      ))
    )
    error_message = join(" ", [
      "replication.destination.kms_key_arn must be of partition ${data.aws_partition.current.partition},",
      "as the module's provider is: give one that was made there (wrong:",
      "${join(", ", var.replication == null ? [] : [var.replication.destination.kms_key_arn])}).",
    ])
  }

  validation {
    condition = (
      var.replication == null
      ? true
      : contains(
        ["STANDARD", "STANDARD_IA", "INTELLIGENT_TIERING", "ONEZONE_IA", "GLACIER_IR"],
        var.replication.destination.storage_class,
      )
    )
    error_message = "replication.destination.storage_class must be one of STANDARD, STANDARD_IA, INTELLIGENT_TIERING, ONEZONE_IA, GLACIER_IR."
  }

  validation {
    condition = (
      var.replication == null
      ? true
      : (
        var.replication.destination.account_id == null
        ? true
        : can(regex("^[0-9]{12}$", var.replication.destination.account_id))
      )
    )
    error_message = "replication.destination.account_id must be an account: 12 digits."
  }

  validation {
    condition = (
      var.replication == null
      ? true
      : can(regex("^([A-Za-z0-9!_.'()=-][A-Za-z0-9!_.'()=/-]*)?$", var.replication.prefix))
    )
    error_message = "replication.prefix must be the beginning of a key, such as uploads/: letters, digits and !_.'()=/-, with no slash in front."
  }

  validation {
    condition     = var.replication == null ? true : length(var.name) <= 52
    error_message = "replication needs a name of at most 52 characters, since its role is named <name>-replication."
  }

  validation {
    condition     = var.replication == null ? true : var.versioning
    error_message = "replication needs versioning, which S3 copies by; set it to true, or leave the replication out."
  }

  validation {
    condition = (
      var.replication == null
      ? true
      : try(split(":", var.replication.destination.kms_key_arn)[3], "") == var.replication.destination.region
    )
    error_message = join(" ", [
      "replication must have a destination.kms_key_arn of destination.region: a key encrypts in its region only,",
      "and S3 would say so of no copy before the first one fails.",
    ])
  }
}

# Object Lock

variable "object_lock" {
  description = <<-EOT
    Keeps each new version from being deleted or overwritten for a time; a bucket under COMPLIANCE cannot be
    deleted before. Null locks nothing. Taken away, new versions are free, but S3 keeps Object Lock and versioning
    on for good.
  EOT
  type = object({
    mode  = string
    days  = optional(number)
    years = optional(number)
  })
  default = null

  validation {
    condition     = var.object_lock == null ? true : (var.object_lock.days == null) != (var.object_lock.years == null)
    error_message = "object_lock must have days or years, one of them."
  }

  validation {
    condition     = var.object_lock == null ? true : contains(["GOVERNANCE", "COMPLIANCE"], var.object_lock.mode)
    error_message = "object_lock.mode must be one of GOVERNANCE, COMPLIANCE."
  }

  validation {
    condition = (
      var.object_lock == null
      ? true
      : (var.object_lock.days == null ? true : var.object_lock.days >= 1 && var.object_lock.days <= 36500)
    )
    error_message = "object_lock.days must be between 1 and 36500 days."
  }

  validation {
    condition = (
      var.object_lock == null
      ? true
      : (var.object_lock.days == null ? true : floor(var.object_lock.days) == var.object_lock.days)
    )
    error_message = "object_lock.days must be a whole number."
  }

  validation {
    condition = (
      var.object_lock == null
      ? true
      : (var.object_lock.years == null ? true : var.object_lock.years >= 1 && var.object_lock.years <= 100)
    )
    error_message = "object_lock.years must be between 1 and 100 years."
  }

  validation {
    condition = (
      var.object_lock == null
      ? true
      : (var.object_lock.years == null ? true : floor(var.object_lock.years) == var.object_lock.years)
    )
    error_message = "object_lock.years must be a whole number."
  }

  validation {
    condition     = var.object_lock == null ? true : var.versioning
    error_message = "object_lock needs versioning, since S3 locks versions; set it to true, or leave the lock out."
  }

  validation {
    condition     = var.object_lock == null ? true : var.object_lock.mode != "COMPLIANCE" || !var.force_destroy
    error_message = "object_lock cannot be COMPLIANCE with force_destroy: nobody can delete what such a lock holds."
  }
}

# Logs and events

variable "access_logs" {
  description = <<-EOT
    Whether each request is logged. On by default, since delivery is free and nothing else tells who read a file;
    only the storage of the logs is billed.
  EOT
  type        = bool
  default     = true
  nullable    = false
}

variable "own_log_bucket" {
  description = <<-EOT
    Whether the module has a bucket of its own for the logs, `<name>-logs`. It stays when `access_logs` is turned
    off or `log_bucket` is given, since it holds logs. False deletes it, which S3 refuses while it holds any
    unless `log_force_destroy` was applied before.
  EOT
  type        = bool
  default     = true
  nullable    = false
}

variable "log_bucket" {
  description = <<-EOT
    A bucket of yours for the logs: in this region and account, encrypted with SSE-S3, without Object Lock, with a
    policy that lets logging.s3.amazonaws.com put objects. Null takes the module's own.
  EOT
  type = object({
    name   = string
    prefix = optional(string, "")
  })
  default = null

  validation {
    condition     = var.log_bucket == null ? true : length(var.log_bucket.name) >= 3 && length(var.log_bucket.name) <= 63
    error_message = "log_bucket.name must have 3 to 63 characters."
  }

  validation {
    condition = (
      var.log_bucket == null
      ? true
      : can(regex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?([.][a-z0-9]([a-z0-9-]*[a-z0-9])?)*$", var.log_bucket.name))
    )
    error_message = "log_bucket.name must be the name of a bucket."
  }

  validation {
    condition = (
      var.log_bucket == null
      ? true
      : can(regex("^([A-Za-z0-9!_.'()=-][A-Za-z0-9!_.'()=/-]*)?$", var.log_bucket.prefix))
    )
    error_message = "log_bucket.prefix must be the beginning of a key, such as uploads/: letters, digits and !_.'()=/-, with no slash in front."
  }

  validation {
    condition     = var.log_bucket != null || var.own_log_bucket || !var.access_logs
    error_message = "log_bucket must be given for the access logs when own_log_bucket is false; give it, or set access_logs to false."
  }

  validation {
    condition     = var.log_bucket == null ? true : var.access_logs
    error_message = "log_bucket is given, but access_logs is false; set it, or leave the bucket out."
  }

  validation {
    condition     = var.log_bucket == null ? true : var.log_bucket.name != var.name
    error_message = "log_bucket must be another bucket than this one: each log would be logged again, without end."
  }
}

variable "log_retention_days" {
  description = "Days that the module's own bucket keeps logs. A year by default, so that an audit finds what an incident left."
  type        = number
  default     = 365
  nullable    = false

  validation {
    condition     = var.log_retention_days >= 1 && var.log_retention_days <= 3653
    error_message = "log_retention_days must be between 1 and 3653 days."
  }

  validation {
    condition     = floor(var.log_retention_days) == var.log_retention_days
    error_message = "log_retention_days must be a whole number."
  }
}

variable "log_force_destroy" {
  description = "Whether Terraform may delete the module's own log bucket with the logs in it."
  type        = bool
  default     = false
  nullable    = false
}

variable "event_bridge" {
  description = "Whether EventBridge is told of each object that comes, goes or moves, for rules of yours. AWS bills 1 USD for a million events."
  type        = bool
  default     = false
  nullable    = false
}

# Roles

variable "permissions_boundary" {
  description = "Permissions boundary of the role that replicates, where the account asks for one. Null sets none."
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
