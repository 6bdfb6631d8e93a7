# General

variable "name" {
  description = "Name of the certificate, in the console and in the name of its alarm. Names of resources begin with it; changing it replaces them."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,62}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 64 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen."
  }
}

variable "domain_name" {
  description = "First name of the certificate. Changing it issues a new certificate, which takes the old one's place before that is deleted."
  type        = string
  nullable    = false

  validation {
    condition = can(regex(
      "^(\\*\\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$",
      var.domain_name,
    ))
    error_message = "domain_name must be a whole domain name in lower case, or *. and one, without underscores and without a dot at its end."
  }

  validation {
    condition     = length(var.domain_name) >= 1 && length(var.domain_name) <= 253
    error_message = "domain_name must have 1 to 253 characters."
  }

  validation {
    condition     = length(var.domain_name) <= 64
    error_message = "domain_name must have at most 64 characters: it is the certificate's common name; longer ones go to the others."
  }
}

variable "alternative_names" {
  description = <<-EOT
    Further names, wildcards such as *.example.com among them. Changing them issues a new certificate, as above.
    AWS allows 10 names in all until you ask for more (quota L-FB94F0B0), at most 100.
  EOT
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = length(var.alternative_names) >= 0 && length(var.alternative_names) <= 99
    error_message = "alternative_names must have 0 to 99 items."
  }

  validation {
    condition     = length(distinct(var.alternative_names)) == length(var.alternative_names)
    error_message = "alternative_names must not name the same item twice."
  }

  validation {
    condition     = alltrue([for item in var.alternative_names : item != null])
    error_message = "alternative_names[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.alternative_names :
      can(regex("^(\\*\\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$", item))
      if item != null
    ])
    error_message = "alternative_names[*] must be a whole domain name in lower case, or *. and one, without underscores and without a dot at its end."
  }

  validation {
    condition     = alltrue([for item in var.alternative_names : length(item) >= 1 && length(item) <= 253 if item != null])
    error_message = "alternative_names[*] must have 1 to 253 characters."
  }

  validation {
    condition     = !contains(var.alternative_names, var.domain_name)
    error_message = "alternative_names must not name domain_name again."
  }
}

variable "key_algorithm" {
  description = <<-EOT
    Key of the certificate. RSA is understood by every client; the others are faster for servers and clients.
    Changing it issues a new certificate, as above.
  EOT
  type        = string
  default     = "RSA_2048"
  nullable    = false

  validation {
    condition     = contains(["RSA_2048", "EC_prime256v1", "EC_secp384r1"], var.key_algorithm)
    error_message = "key_algorithm must be one of RSA_2048, EC_prime256v1, EC_secp384r1."
  }

  validation {
    condition     = var.for_cloudfront ? var.key_algorithm != "EC_secp384r1" : true
    error_message = "key_algorithm must be RSA_2048 or EC_prime256v1 for CloudFront, which takes no other."
  }
}

variable "transparency_logging" {
  description = <<-EOT
    Whether the certificate is written into the public transparency logs. Browsers distrust one that is not;
    without, its names stay unknown.
  EOT
  type        = bool
  default     = true
  nullable    = false
}

variable "for_cloudfront" {
  description = <<-EOT
    Whether CloudFront, or a custom domain of Cognito, will use the certificate: they take only one of us-east-1,
    and the plan says so in another region.
  EOT
  type        = bool
  default     = false
  nullable    = false
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

# Validation

variable "zones" {
  description = <<-EOT
    IDs of the hosted zones in which ACM looks for the proof that the names are yours, by the zone's name. A name
    goes to the zone that fits it best. The zones must be public.
  EOT
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([for key in keys(var.zones) : can(regex("^[a-z0-9_-]+(\\.[a-z0-9_-]+)+$", key))])
    error_message = join(" ", [
      "zones keys must be the names of the zones, such as example.com (wrong:",
      "${join(", ", [for key in keys(var.zones) : key if !can(regex("^[a-z0-9_-]+(\\.[a-z0-9_-]+)+$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.zones) : item != null])
    error_message = "zones[*] must not be null (wrong: ${join(", ", [for key, item in var.zones : key if item == null])})."
  }

  validation {
    condition     = alltrue([for item in values(var.zones) : can(regex("^[A-Z0-9]{1,32}$", item)) if item != null])
    error_message = "zones[*] must be the ID of a hosted zone."
  }

  validation {
    condition = (
      var.validation_records
      ? alltrue([
        for name in concat([var.domain_name], var.alternative_names) :
        anytrue([
          for zone in keys(var.zones) : trimprefix(name, "*.") == zone || endswith(trimprefix(name, "*."), ".${zone}")
        ])
        if name != null
      ])
      : true
    )
    error_message = join(" ", [
      "zones must hold a zone for each name of the certificate: add the one that is missing, take the name out,",
      "or set validation_records to false.",
    ])
  }
}

variable "validation_records" {
  description = <<-EOT
    Whether to make the records that prove the names are yours; the output validation_records lists them. Set
    false where their DNS is elsewhere, and for certificates of further regions, which ask for the same records.
    Never delete them: ACM needs them for each renewal.
  EOT
  type        = bool
  default     = true
  nullable    = false
}

variable "wait_for_validation" {
  description = "Whether Terraform waits until the certificate is issued, so that whoever uses the output arn gets one that works."
  type        = bool
  default     = true
  nullable    = false
}

variable "validation_timeout" {
  description = "Minutes that Terraform waits at the most. ACM itself gives up after 72 hours."
  type        = number
  default     = 75
  nullable    = false

  validation {
    condition     = var.validation_timeout >= 1 && var.validation_timeout <= 720
    error_message = "validation_timeout must be between 1 and 720 minutes."
  }

  validation {
    condition     = floor(var.validation_timeout) == var.validation_timeout
    error_message = "validation_timeout must be a whole number."
  }
}

# Expiry alarm

variable "expiry_days" {
  description = <<-EOT
    Days before its end at which an alarm tells that the certificate was not renewed. ACM renews 45 days before,
    so at 30 it has failed for two weeks. Route 53's health checks do not look at certificates: nobody else would
    tell.
  EOT
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = var.expiry_days >= 1 && var.expiry_days <= 44
    error_message = "expiry_days must be between 1 and 44 days."
  }

  validation {
    condition     = floor(var.expiry_days) == var.expiry_days
    error_message = "expiry_days must be a whole number."
  }
}

variable "expiry_topic_arns" {
  description = "SNS topics that the alarm tells, of the certificate's region. Without one it only shows in the console (0.10 USD/month)."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = length(var.expiry_topic_arns) >= 0 && length(var.expiry_topic_arns) <= 5
    error_message = "expiry_topic_arns must have 0 to 5 items."
  }

  validation {
    condition     = length(distinct(var.expiry_topic_arns)) == length(var.expiry_topic_arns)
    error_message = "expiry_topic_arns must not name the same item twice."
  }

  validation {
    condition     = alltrue([for item in var.expiry_topic_arns : item != null])
    error_message = "expiry_topic_arns[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.expiry_topic_arns :
      can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}([.]fifo)?$",
        item,
      ))
      if item != null
    ])
    error_message = "expiry_topic_arns[*] must be an ARN of sns."
  }

  validation {
    condition     = alltrue([for item in var.expiry_topic_arns : length(item) >= 1 && length(item) <= 2048 if item != null])
    error_message = "expiry_topic_arns[*] must have 1 to 2048 characters."
  }

  validation {
    condition = alltrue([
      for item in var.expiry_topic_arns :
      can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:", item))
      if item != null
    ])
    error_message = join("", [
      "expiry_topic_arns[*] must be of region ",
      data.aws_region.current.id,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(", ", flatten([
        for item in var.expiry_topic_arns : [item]
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
