# General

variable "name" {
  description = "Name of the application: repositories are named `<name>/<key>`. The plan refuses a change until `replacements` is raised with it."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,38}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 40 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen."
  }

  validation {
    condition     = !strcontains(var.name, "--")
    error_message = "name must not have two hyphens in a row, which ECR refuses."
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

# Repositories

variable "repositories" {
  description = <<-EOT
    Repositories by key, named `<name>/<key>`. Images that match `release_tags` are kept by number, others by age.
    Taking a key away deletes the repository, which AWS refuses while images are in it.
  EOT
  type = map(object({
    repository_name      = optional(string)
    mutable_tags         = optional(bool, false)
    scan_on_push         = optional(bool, true)
    keep_releases        = optional(number, 30)
    release_tags         = optional(list(string), ["*"])
    expire_other_days    = optional(number)
    expire_untagged_days = optional(number, 14)
    pull_accounts        = optional(list(string), [])
    push_roles           = optional(list(string), [])
  }))
  nullable = false

  validation {
    condition = alltrue([
      for key in keys(var.repositories) : can(regex("^[a-z0-9]+([._-][a-z0-9]+)*(/[a-z0-9]+([._-][a-z0-9]+)*)*$", key))
    ])
    error_message = join("", [
      "repositories keys must be lower-case letters and digits, with single dots, underscores, hyphens and slashes between them (wrong: ",
      join(", ", [
        for key in keys(var.repositories) : key
        if !can(regex("^[a-z0-9]+([._-][a-z0-9]+)*(/[a-z0-9]+([._-][a-z0-9]+)*)*$", key))
      ]),
      ").",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.repositories) : item != null])
    error_message = "repositories[*] must not be null (wrong: ${join(", ", [for key, item in var.repositories : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.repositories) : item.expire_other_days == null ? true : !contains(item.release_tags, "*")
      if item != null
    ])
    error_message = "repositories[*] must have expire_other_days only with release_tags other than \"*\": with it every tagged image is a release."
  }

  validation {
    condition = alltrue([
      for item in values(var.repositories) :
      (
        item.repository_name == null
        ? true
        : can(regex("^[a-z0-9]+([._-][a-z0-9]+)*(/[a-z0-9]+([._-][a-z0-9]+)*)*$", item.repository_name))
      )
      if item != null
    ])
    error_message = join(" ", [
      "repositories[*].repository_name must be lower-case letters and digits, with single dots, underscores,",
      "hyphens and slashes between them.",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.repositories) :
      item.repository_name == null ? true : length(item.repository_name) >= 2 && length(item.repository_name) <= 256
      if item != null
    ])
    error_message = "repositories[*].repository_name must have 2 to 256 characters."
  }

  validation {
    condition = alltrue([
      for item in values(var.repositories) : item.keep_releases >= 1 && item.keep_releases <= 10000
      if item != null
    ])
    error_message = "repositories[*].keep_releases must be between 1 and 10000 images."
  }

  validation {
    condition = alltrue([
      for item in values(var.repositories) : floor(item.keep_releases) == item.keep_releases
      if item != null
    ])
    error_message = "repositories[*].keep_releases must be a whole number."
  }

  validation {
    condition = alltrue([
      for item in values(var.repositories) : length(item.release_tags) >= 1 && length(item.release_tags) <= 20
      if item != null
    ])
    error_message = "repositories[*].release_tags must have 1 to 20 items."
  }

  validation {
    condition = alltrue([
      for item in values(var.repositories) : length(distinct(item.release_tags)) == length(item.release_tags)
      if item != null
    ])
    error_message = "repositories[*].release_tags must not name the same item twice."
  }

  validation {
    condition = alltrue([
      for item in values(var.repositories) : alltrue([for item in item.release_tags : item != null])
      if item != null
    ])
    error_message = "repositories[*].release_tags[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.repositories) :
      alltrue([
        for item in item.release_tags : can(regex("^[a-zA-Z0-9_.-]*(\\*[a-zA-Z0-9_.-]*){0,4}$", item))
        if item != null
      ])
      if item != null
    ])
    error_message = "repositories[*].release_tags[*] must be a pattern of tags: letters, digits, _ . - and at most four *."
  }

  validation {
    condition = alltrue([
      for item in values(var.repositories) :
      item.expire_other_days == null ? true : item.expire_other_days >= 1 && item.expire_other_days <= 3650
      if item != null
    ])
    error_message = "repositories[*].expire_other_days must be between 1 and 3650 days."
  }

  validation {
    condition = alltrue([
      for item in values(var.repositories) :
      item.expire_other_days == null ? true : floor(item.expire_other_days) == item.expire_other_days
      if item != null
    ])
    error_message = "repositories[*].expire_other_days must be a whole number."
  }

  validation {
    condition = alltrue([
      for item in values(var.repositories) : item.expire_untagged_days >= 1 && item.expire_untagged_days <= 3650
      if item != null
    ])
    error_message = "repositories[*].expire_untagged_days must be between 1 and 3650 days."
  }

  validation {
    condition = alltrue([
      for item in values(var.repositories) : floor(item.expire_untagged_days) == item.expire_untagged_days
      if item != null
    ])
    error_message = "repositories[*].expire_untagged_days must be a whole number."
  }

  validation {
    condition = alltrue([
      for item in values(var.repositories) : alltrue([for item in item.pull_accounts : item != null])
      if item != null
    ])
    error_message = "repositories[*].pull_accounts[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.repositories) :
      alltrue([for item in item.pull_accounts : can(regex("^[0-9]{12}$", item)) if item != null])
      if item != null
    ])
    error_message = "repositories[*].pull_accounts[*] must be the 12 digits of an account."
  }

  validation {
    condition = alltrue([
      for item in values(var.repositories) : alltrue([for item in item.push_roles : item != null])
      if item != null
    ])
    error_message = "repositories[*].push_roles[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.repositories) :
      alltrue([
        for item in item.push_roles :
        can(regex("^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:iam::(aws|[0-9]{12}):role/[A-Za-z0-9+=,.@_/-]+$", item))
        if item != null
      ])
      if item != null
    ])
    error_message = "repositories[*].push_roles[*] must be an ARN of iam."
  }

  validation {
    condition = alltrue([
      for item in values(var.repositories) :
      alltrue([for item in item.push_roles : length(item) >= 1 && length(item) <= 2048 if item != null])
      if item != null
    ])
    error_message = "repositories[*].push_roles[*] must have 1 to 2048 characters."
  }

  validation {
    condition = alltrue([
      for item in values(var.repositories) :
      alltrue([
        for item in item.push_roles :
        can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:", item))
        if item != null
      ])
      if item != null
    ])
    error_message = join("", [
      "repositories[*].push_roles[*] must be of partition ",
      data.aws_partition.current.partition,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(", ", flatten([
        for item in values(var.repositories) :
        flatten([
          for item in item.push_roles : [item]
          if(
            item == null
            ? false
            : !can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:", item))
          )
        ])
        if(
          item == null
          ? false
          : !alltrue([
            for item in item.push_roles :
            can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:", item))
            if item != null
          ])
        )
      ])),
      ").",
    ])
  }

  validation {
    condition = length(setintersection(
      flatten([for one in values(var.repositories) : one.release_tags if one != null]),
      var.running_tags,
    )) == 0
    error_message = "repositories must have no release_tags that are among running_tags: those never expire."
  }

  validation {
    condition = length(distinct([
      for key, one in var.repositories :
      try(one.repository_name, null) == null ? "${var.name}/${key}" : one.repository_name
    ])) == length(var.repositories)
    error_message = "repositories must not have the same repository_name twice, nor one that is <name>/<key> of another repository."
  }
}

variable "running_tags" {
  description = <<-EOT
    Patterns of the tags by which a deployment marks an image that runs. Such an image never expires, however old
    it is and however many releases came after it.
  EOT
  type        = list(string)
  default     = ["running-*"]
  nullable    = false

  validation {
    condition     = length(var.running_tags) >= 1 && length(var.running_tags) <= 20
    error_message = "running_tags must have 1 to 20 items."
  }

  validation {
    condition     = length(distinct(var.running_tags)) == length(var.running_tags)
    error_message = "running_tags must not name the same item twice."
  }

  validation {
    condition     = alltrue([for item in var.running_tags : item != null])
    error_message = "running_tags[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.running_tags : can(regex("^[a-zA-Z0-9_.-]*(\\*[a-zA-Z0-9_.-]*){0,4}$", item))
      if item != null
    ])
    error_message = "running_tags[*] must be a pattern of tags: letters, digits, _ . - and at most four *."
  }
}

variable "force_delete" {
  description = "Opt-in: Terraform may delete repositories while images are in them. Those are lost."
  type        = bool
  default     = false
  nullable    = false
}

# Encryption

variable "kms_key" {
  description = <<-EOT
    KMS key of yours, of the same region, that encrypts the images. Null makes a key of the module's own (1
    USD/month). ECR cannot change the key of a repository: the plan refuses it until `replacements` is raised with
    it.
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

variable "replacements" {
  description = <<-EOT
    How often the set of repositories was replaced on purpose. A change of `name`, `repository_name` or `kms_key`
    needs new repositories, and loses the images: the plan refuses it until this number is raised with it.
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

# Registry-wide settings: one instance of the module in each account and region

variable "scanning" {
  description = <<-EOT
    How the whole registry is scanned. ENHANCED is Amazon Inspector, at about 0.09 USD for an image and 0.01 USD
    for each scan that follows. Null leaves the registry as it is: ECR's basic scanner for repositories with
    `scan_on_push`.
  EOT
  type = object({
    scan_type      = optional(string, "ENHANCED")
    scan_frequency = optional(string, "SCAN_ON_PUSH")
    filters        = optional(list(string), ["*"])
  })
  default = null

  validation {
    condition = (
      var.scanning == null
      ? true
      : var.scanning.scan_frequency != (var.scanning.scan_type == "BASIC" ? "CONTINUOUS_SCAN" : "MANUAL")
    )
    error_message = "scanning must have CONTINUOUS_SCAN only with ENHANCED, and MANUAL only with BASIC."
  }

  validation {
    condition     = var.scanning == null ? true : contains(["BASIC", "ENHANCED"], var.scanning.scan_type)
    error_message = "scanning.scan_type must be one of BASIC, ENHANCED."
  }

  validation {
    condition = (
      var.scanning == null
      ? true
      : contains(["SCAN_ON_PUSH", "CONTINUOUS_SCAN", "MANUAL"], var.scanning.scan_frequency)
    )
    error_message = "scanning.scan_frequency must be one of SCAN_ON_PUSH, CONTINUOUS_SCAN, MANUAL."
  }

  validation {
    condition     = var.scanning == null ? true : length(var.scanning.filters) >= 1 && length(var.scanning.filters) <= 100
    error_message = "scanning.filters must have 1 to 100 items."
  }

  validation {
    condition     = var.scanning == null ? true : alltrue([for item in var.scanning.filters : item != null])
    error_message = "scanning.filters[*] must not be null."
  }

  validation {
    condition = (
      var.scanning == null
      ? true
      : alltrue([
        for item in var.scanning.filters : can(regex("^[a-z0-9*]+([._/-][a-z0-9*]+)*$", item))
        if item != null
      ])
    )
    error_message = "scanning.filters[*] must be a part of a name of a repository, with * for the rest."
  }

  validation {
    condition = (
      var.scanning == null
      ? true
      : alltrue([for item in var.scanning.filters : length(item) >= 1 && length(item) <= 255 if item != null])
    )
    error_message = "scanning.filters[*] must have 1 to 255 characters."
  }
}

variable "findings" {
  description = "SNS topic that is told when a scan of one of these repositories finds something. Null tells nobody."
  type = object({
    topic_arn  = string
    severities = optional(list(string), ["CRITICAL", "HIGH"])
  })
  default = null

  validation {
    condition = (
      var.findings == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}([.]fifo)?$",
        var.findings.topic_arn,
      ))
    )
    error_message = "findings.topic_arn must be an ARN of sns."
  }

  validation {
    condition = (
      var.findings == null
      ? true
      : length(var.findings.topic_arn) >= 1 && length(var.findings.topic_arn) <= 2048
    )
    error_message = "findings.topic_arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.findings == null
      ? true
      : can(regex(
        "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
        var.findings.topic_arn,
      ))
    )
    error_message = join(" ", [
      "findings.topic_arn must be of region ${data.aws_region.current.id}, as the module's provider is:",
      "give one that was made there (wrong: ${join(", ", var.findings == null ? [] : [var.findings.topic_arn])}).",
    ])
  }

  validation {
    condition = (
      var.findings == null
      ? true
      : length(var.findings.severities) >= 1 && length(var.findings.severities) <= 6
    )
    error_message = "findings.severities must have 1 to 6 items."
  }

  validation {
    condition = (
      var.findings == null
      ? true
      : length(distinct(var.findings.severities)) == length(var.findings.severities)
    )
    error_message = "findings.severities must not name the same item twice."
  }

  validation {
    condition     = var.findings == null ? true : alltrue([for item in var.findings.severities : item != null])
    error_message = "findings.severities[*] must not be null."
  }

  validation {
    condition = (
      var.findings == null
      ? true
      : alltrue([
        for item in var.findings.severities :
        contains(["CRITICAL", "HIGH", "MEDIUM", "LOW", "INFORMATIONAL", "UNDEFINED"], item)
        if item != null
      ])
    )
    error_message = "findings.severities[*] must be one of CRITICAL, HIGH, MEDIUM, LOW, INFORMATIONAL, UNDEFINED."
  }
}

variable "replication" {
  description = "Registries that images are copied to when they are pushed. Images from before are not copied. Null copies none."
  type = object({
    destinations = list(object({
      region     = string
      account_id = optional(string)
    }))
    filters = optional(list(string), [])
  })
  default = null

  validation {
    condition = (
      var.replication == null
      ? true
      : length(var.replication.destinations) >= 1 && length(var.replication.destinations) <= 25
    )
    error_message = "replication.destinations must have 1 to 25 items."
  }

  validation {
    condition     = var.replication == null ? true : alltrue([for item in var.replication.destinations : item != null])
    error_message = "replication.destinations[*] must not be null."
  }

  validation {
    condition = (
      var.replication == null
      ? true
      : alltrue([
        for item in var.replication.destinations :
        can(regex(
          join("", [
            "^(([a-z]{2}(-gov|-iso[a-z]?)?|eusc-[a-z]{2})-(north|south|central|(north|south)?(east|west))-1|(af-south|",
            "ca-central|ca-west|eu-north|il-central|me-central|me-south|me-west|mx-central|sa-east|sa-west|cn-north|",
            "cn-northwest|eusc-de-east|us-gov-east|us-gov-west)-[1-2]|(ap-east|ap-south|eu-central|eu-south|us-east|",
            "us-west)-[1-3]|(ap-northeast|eu-west)-[1-4]|(ap-southeast)-[1-8])$",
          ]),
          item.region,
        ))
        if item != null
      ])
    )
    error_message = "replication.destinations[*].region must be the name of a region, such as us-west-2 or eusc-de-east-1."
  }

  validation {
    condition = (
      var.replication == null
      ? true
      : alltrue([
        for item in var.replication.destinations :
        item.account_id == null ? true : can(regex("^[0-9]{12}$", item.account_id))
        if item != null
      ])
    )
    error_message = "replication.destinations[*].account_id must be the 12 digits of an account."
  }

  validation {
    condition = (
      var.replication == null
      ? true
      : length(var.replication.filters) >= 0 && length(var.replication.filters) <= 100
    )
    error_message = "replication.filters must have 0 to 100 items."
  }

  validation {
    condition     = var.replication == null ? true : alltrue([for item in var.replication.filters : item != null])
    error_message = "replication.filters[*] must not be null."
  }

  validation {
    condition = (
      var.replication == null
      ? true
      : alltrue([
        for item in var.replication.filters :
        can(regex("^([a-z0-9]+([._-][a-z0-9]*)*/)*[a-z0-9]*([._-][a-z0-9]*)*$", item))
        if item != null
      ])
    )
    error_message = "replication.filters[*] must be what names of repositories begin with."
  }

  validation {
    condition = (
      var.replication == null
      ? true
      : alltrue([for item in var.replication.filters : length(item) >= 2 && length(item) <= 256 if item != null])
    )
    error_message = "replication.filters[*] must have 2 to 256 characters."
  }
}
