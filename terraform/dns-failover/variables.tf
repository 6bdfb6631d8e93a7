# General

variable "name" {
  description = "Name of health checks, alarms and keys. Names of resources begin with it; changing it replaces them."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,38}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 40 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen."
  }
}

variable "ipv6" {
  description = "Whether each name has an AAAA record beside its A record. For load balancers with IPv6 (dualstack): others have nothing to answer."
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
    condition     = length(merge(var.tags, { Name = "" })) <= 10
    error_message = "tags must not be more than 9: AWS takes 10 for a resource, and each gets a Name."
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

# Zone

variable "zone" {
  description = "A public hosted zone of yours. Give this or `new_zone`."
  type = object({
    id   = string
    name = string
  })
  default = null

  validation {
    condition     = var.zone == null ? true : can(regex("^[A-Z0-9]{1,32}$", var.zone.id))
    error_message = "zone.id must be the ID of a hosted zone."
  }

  validation {
    condition = (
      var.zone == null
      ? true
      : can(regex("^([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)+[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$", var.zone.name))
    )
    error_message = "zone.name must be a whole domain name in lower case, without a dot at its end."
  }

  validation {
    condition     = var.zone == null ? true : length(var.zone.name) >= 1 && length(var.zone.name) <= 253
    error_message = "zone.name must have 1 to 253 characters."
  }

  validation {
    condition     = (var.zone == null) != (var.new_zone == null)
    error_message = "zone or new_zone must be given, and not both."
  }
}

variable "new_zone" {
  description = <<-EOT
    A public hosted zone that the module makes (0.50 USD/month). Its name servers (output name_servers) belong in
    the parent zone. Give this or `zone`.
  EOT
  type = object({
    name              = string
    comment           = optional(string, "")
    force_destroy     = optional(bool, false)
    delegation_set_id = optional(string)
  })
  default = null

  validation {
    condition = (
      var.new_zone == null
      ? true
      : can(regex(
        "^([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)+[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$",
        var.new_zone.name,
      ))
    )
    error_message = "new_zone.name must be a whole domain name in lower case, without a dot at its end."
  }

  validation {
    condition     = var.new_zone == null ? true : length(var.new_zone.name) >= 1 && length(var.new_zone.name) <= 253
    error_message = "new_zone.name must have 1 to 253 characters."
  }

  validation {
    condition     = var.new_zone == null ? true : length(var.new_zone.comment) >= 0 && length(var.new_zone.comment) <= 256
    error_message = "new_zone.comment must have 0 to 256 characters."
  }

  validation {
    condition = (
      var.new_zone == null
      ? true
      : (
        var.new_zone.delegation_set_id == null
        ? true
        : can(regex("^N[A-Z0-9]{1,31}$", var.new_zone.delegation_set_id))
      )
    )
    error_message = "new_zone.delegation_set_id must be the ID of a reusable delegation set."
  }
}

variable "query_logging" {
  description = "Logs each query that Route 53 answers, to a log group of us-east-1, since Route 53 knows no other: {} is enough. Null logs none."
  type = object({
    retention_days = optional(number, 365)
    kms_key = optional(object({
      arn = string
    }))
  })
  default = null

  validation {
    condition = (
      var.query_logging == null
      ? true
      : contains(
        [
          1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096,
          1827, 2192, 2557, 2922, 3288, 3653,
        ],
        var.query_logging.retention_days,
      )
    )
    error_message = join(" ", [
      "query_logging.retention_days must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731,",
      "1096, 1827, 2192, 2557, 2922, 3288, 3653.",
    ])
  }

  validation {
    condition = (
      var.query_logging == null
      ? true
      : (
        var.query_logging.kms_key == null
        ? true
        : can(regex(
          "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
          var.query_logging.kms_key.arn,
        ))
      )
    )
    error_message = "query_logging.kms_key.arn must be an ARN of kms."
  }

  validation {
    condition = (
      var.query_logging == null
      ? true
      : (
        var.query_logging.kms_key == null
        ? true
        : length(var.query_logging.kms_key.arn) >= 1 && length(var.query_logging.kms_key.arn) <= 2048
      )
    )
    error_message = "query_logging.kms_key.arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.query_logging == null
      ? true
      : (
        var.query_logging.kms_key == null
        ? true
        : can(regex(
          "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
          var.query_logging.kms_key.arn,
        ))
      )
    )
    error_message = join("", [
      "query_logging.kms_key.arn must be of region ",
      data.aws_region.current.id,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(
        ", ",
        var.query_logging == null ? [] : (var.query_logging.kms_key == null ? [] : [var.query_logging.kms_key.arn]),
      ),
      ").",
    ])
  }
}

variable "dnssec" {
  description = <<-EOT
    Signs the zone: {} is enough. The output ds_record then belongs into the parent zone. Before it is turned off
    again, that DS record must be gone for two days, or the zone cannot be resolved. Null signs nothing.
  EOT
  type = object({
    kms_key = optional(object({
      arn = string
    }))
  })
  default = null

  validation {
    condition = (
      var.dnssec == null
      ? true
      : (
        var.dnssec.kms_key == null
        ? true
        : can(regex(
          "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
          var.dnssec.kms_key.arn,
        ))
      )
    )
    error_message = "dnssec.kms_key.arn must be an ARN of kms."
  }

  validation {
    condition = (
      var.dnssec == null
      ? true
      : (
        var.dnssec.kms_key == null
        ? true
        : length(var.dnssec.kms_key.arn) >= 1 && length(var.dnssec.kms_key.arn) <= 2048
      )
    )
    error_message = "dnssec.kms_key.arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.dnssec == null
      ? true
      : (
        var.dnssec.kms_key == null
        ? true
        : can(regex(
          "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
          var.dnssec.kms_key.arn,
        ))
      )
    )
    error_message = join(" ", [
      "dnssec.kms_key.arn must be of region ${data.aws_region.current.id}, as the module's provider is:",
      "give one that was made there (wrong:",
      "${join(", ", var.dnssec == null ? [] : (var.dnssec.kms_key == null ? [] : [var.dnssec.kms_key.arn]))}).",
    ])
  }
}

# Records

variable "failover" {
  description = "A pair of load balancers, one in each region, and the names that lead to one of them. Null has none."
  type = object({
    names = list(string)
    primary = object({
      dns_name = string
      zone_id  = string
      region   = string
    })
    secondary = object({
      dns_name = string
      zone_id  = string
    })
    health_check = optional(object({
      fqdn              = optional(string)
      path              = optional(string, "/")
      port              = optional(number, 443)
      interval          = optional(number, 10)
      failure_threshold = optional(number, 3)
      regions           = optional(list(string), ["us-west-1", "us-west-2", "eu-west-1"])
      search_string     = optional(string)
      measure_latency   = optional(bool, false)
    }), {})
    latch = optional(object({
      alarm_name = string
      region     = string
      period     = number
      settings   = optional(string, "")
    }))
  })
  default = null

  validation {
    condition     = var.failover == null ? true : length(var.failover.names) >= 1 && length(var.failover.names) <= 100
    error_message = "failover.names must have 1 to 100 items."
  }

  validation {
    condition     = var.failover == null ? true : alltrue([for item in var.failover.names : item != null])
    error_message = "failover.names[*] must not be null."
  }

  validation {
    condition = (
      var.failover == null
      ? true
      : alltrue([
        for item in var.failover.names :
        can(regex(
          "^(@|\\*|(\\*\\.)?[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*)$",
          item,
        ))
        if item != null
      ])
    )
    error_message = "failover.names[*] must be a name in lower case: whole, relative to the zone with one label, or @ for the zone itself."
  }

  validation {
    condition = (
      var.failover == null
      ? true
      : can(regex("^[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+$", var.failover.primary.dns_name))
    )
    error_message = "failover.primary.dns_name must be the DNS name of the load balancer."
  }

  validation {
    condition     = var.failover == null ? true : can(regex("^[A-Z0-9]{1,32}$", var.failover.primary.zone_id))
    error_message = "failover.primary.zone_id must be the ID of a hosted zone."
  }

  validation {
    condition = (
      var.failover == null
      ? true
      : can(regex(
        join("", [
          "^(([a-z]{2}(-gov|-iso[a-z]?)?|eusc-[a-z]{2})-(north|south|central|(north|south)?(east|west))-1|(af-south|",
          "ca-central|ca-west|eu-north|il-central|me-central|me-south|me-west|mx-central|sa-east|sa-west|cn-north|",
          "cn-northwest|eusc-de-east|us-gov-east|us-gov-west)-[1-2]|(ap-east|ap-south|eu-central|eu-south|us-east|",
          "us-west)-[1-3]|(ap-northeast|eu-west)-[1-4]|(ap-southeast)-[1-8])$",
        ]),
        var.failover.primary.region,
      ))
    )
    error_message = "failover.primary.region must be the name of a region, such as us-west-2 or eusc-de-east-1."
  }

  validation {
    condition = (
      var.failover == null
      ? true
      : can(regex("^[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+$", var.failover.secondary.dns_name))
    )
    error_message = "failover.secondary.dns_name must be the DNS name of the load balancer."
  }

  validation {
    condition     = var.failover == null ? true : can(regex("^[A-Z0-9]{1,32}$", var.failover.secondary.zone_id))
    error_message = "failover.secondary.zone_id must be the ID of a hosted zone."
  }

  validation {
    condition = (
      var.failover == null
      ? true
      : (
        var.failover.health_check.fqdn == null
        ? true
        : can(regex(
          "^([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)+[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$",
          var.failover.health_check.fqdn,
        ))
      )
    )
    error_message = "failover.health_check.fqdn must be a whole domain name in lower case, without a dot at its end."
  }

  validation {
    condition = (
      var.failover == null
      ? true
      : (
        var.failover.health_check.fqdn == null
        ? true
        : length(var.failover.health_check.fqdn) >= 1 && length(var.failover.health_check.fqdn) <= 253
      )
    )
    error_message = "failover.health_check.fqdn must have 1 to 253 characters."
  }

  validation {
    condition     = var.failover == null ? true : can(regex("^/[!-~]{0,254}$", var.failover.health_check.path))
    error_message = "failover.health_check.path must begin with a slash, and have at most 255 characters and no spaces."
  }

  validation {
    condition = (
      var.failover == null
      ? true
      : var.failover.health_check.port >= 1 && var.failover.health_check.port <= 65535
    )
    error_message = "failover.health_check.port must be between 1 and 65535."
  }

  validation {
    condition     = var.failover == null ? true : floor(var.failover.health_check.port) == var.failover.health_check.port
    error_message = "failover.health_check.port must be a whole number."
  }

  validation {
    condition     = var.failover == null ? true : contains([10, 30], var.failover.health_check.interval)
    error_message = "failover.health_check.interval must be one of 10, 30."
  }

  validation {
    condition = (
      var.failover == null
      ? true
      : var.failover.health_check.failure_threshold >= 1 && var.failover.health_check.failure_threshold <= 10
    )
    error_message = "failover.health_check.failure_threshold must be between 1 and 10."
  }

  validation {
    condition = (
      var.failover == null
      ? true
      : floor(var.failover.health_check.failure_threshold) == var.failover.health_check.failure_threshold
    )
    error_message = "failover.health_check.failure_threshold must be a whole number."
  }

  validation {
    condition = (
      var.failover == null
      ? true
      : length(var.failover.health_check.regions) >= 3 && length(var.failover.health_check.regions) <= 8
    )
    error_message = "failover.health_check.regions must have 3 to 8 items."
  }

  validation {
    condition = (
      var.failover == null
      ? true
      : length(distinct(var.failover.health_check.regions)) == length(var.failover.health_check.regions)
    )
    error_message = "failover.health_check.regions must not name the same item twice."
  }

  validation {
    condition     = var.failover == null ? true : alltrue([for item in var.failover.health_check.regions : item != null])
    error_message = "failover.health_check.regions[*] must not be null."
  }

  validation {
    condition = var.failover == null ? true : alltrue([
      for item in var.failover.health_check.regions :
      contains(
        [
          "us-east-1",
          "us-west-1",
          "us-west-2",
          "eu-west-1",
          "ap-southeast-1",
          "ap-southeast-2",
          "ap-northeast-1",
          "sa-east-1",
        ],
        item,
      )
      if item != null
    ])
    error_message = join(" ", [
      "failover.health_check.regions[*] must be one of us-east-1, us-west-1, us-west-2, eu-west-1, ap-southeast-1,",
      "ap-southeast-2, ap-northeast-1, sa-east-1.",
    ])
  }

  validation {
    condition = (
      var.failover == null
      ? true
      : (
        var.failover.health_check.search_string == null
        ? true
        : length(var.failover.health_check.search_string) >= 1 && length(var.failover.health_check.search_string) <= 255
      )
    )
    error_message = "failover.health_check.search_string must have 1 to 255 characters."
  }

  validation {
    condition = (
      var.failover == null
      ? true
      : (
        var.failover.latch == null
        ? true
        : length(var.failover.latch.alarm_name) >= 1 && length(var.failover.latch.alarm_name) <= 255
      )
    )
    error_message = "failover.latch.alarm_name must have 1 to 255 characters."
  }

  validation {
    condition = (
      var.failover == null
      ? true
      : (
        var.failover.latch == null
        ? true
        : can(regex(
          join("", [
            "^(([a-z]{2}(-gov|-iso[a-z]?)?|eusc-[a-z]{2})-(north|south|central|(north|south)?(east|west))-1|(af-south|",
            "ca-central|ca-west|eu-north|il-central|me-central|me-south|me-west|mx-central|sa-east|sa-west|cn-north|",
            "cn-northwest|eusc-de-east|us-gov-east|us-gov-west)-[1-2]|(ap-east|ap-south|eu-central|eu-south|us-east|",
            "us-west)-[1-3]|(ap-northeast|eu-west)-[1-4]|(ap-southeast)-[1-8])$",
          ]),
          var.failover.latch.region,
        ))
      )
    )
    error_message = "failover.latch.region must be the name of a region, such as us-west-2 or eusc-de-east-1."
  }

  validation {
    condition = (
      var.failover == null
      ? true
      : (var.failover.latch == null ? true : var.failover.latch.period >= 60 && var.failover.latch.period <= 3600)
    )
    error_message = "failover.latch.period must be between 60 and 3600 seconds."
  }

  validation {
    condition     = var.failover == null ? true : (var.failover.latch == null ? true : var.failover.latch.period % 60 == 0)
    error_message = "failover.latch.period must be whole minutes, in seconds: Route 53 cannot read a high-resolution alarm."
  }

  validation {
    condition = (
      var.failover == null
      ? true
      : (
        var.failover.latch == null
        ? true
        : length(var.failover.latch.settings) >= 0 && length(var.failover.latch.settings) <= 1024
      )
    )
    error_message = "failover.latch.settings must have 0 to 1024 characters."
  }

  validation {
    condition = (
      try(var.zone.name, var.new_zone.name, "") == ""
      ? true
      : alltrue([
        for name in [
          for name in try(var.failover.names, []) :
          (
            name == "@"
            ? try(var.zone.name, var.new_zone.name, "")
            : (strcontains(name, ".") ? name : "${name}.${try(var.zone.name, var.new_zone.name, "")}")
          )
          if name != null
        ] :
        name == try(var.zone.name, var.new_zone.name, "") ||
        endswith(name, ".${try(var.zone.name, var.new_zone.name, "")}")
      ])
    )
    error_message = "failover must have only names of the zone: write a name whole, with the zone at its end, or with one label and without a dot."
  }

  validation {
    condition = (
      length(distinct([
        for name in try(var.failover.names, []) :
        (
          name == "@"
          ? try(var.zone.name, var.new_zone.name, "")
          : (strcontains(name, ".") ? name : "${name}.${try(var.zone.name, var.new_zone.name, "")}")
        )
        if name != null
      ])) ==
      length([
        for name in try(var.failover.names, []) :
        (
          name == "@"
          ? try(var.zone.name, var.new_zone.name, "")
          : (strcontains(name, ".") ? name : "${name}.${try(var.zone.name, var.new_zone.name, "")}")
        )
        if name != null
      ])
    )
    error_message = "failover must not have the same name twice, once whole and once relative to the zone."
  }

  validation {
    condition = length(setintersection(
      [
        for name in try(var.failover.names, []) :
        (
          name == "@"
          ? try(var.zone.name, var.new_zone.name, "")
          : (strcontains(name, ".") ? name : "${name}.${try(var.zone.name, var.new_zone.name, "")}")
        )
        if name != null
      ],
      [
        for name in keys(var.simple) :
        (
          name == "@"
          ? try(var.zone.name, var.new_zone.name, "")
          : (strcontains(name, ".") ? name : "${name}.${try(var.zone.name, var.new_zone.name, "")}")
        )
        if name != null
      ],
    )) == 0
    error_message = "failover must not have a name that simple has too: a name has one kind of routing."
  }

  validation {
    condition = length(setintersection(
      [
        for name in try(var.failover.names, []) :
        (
          name == "@"
          ? try(var.zone.name, var.new_zone.name, "")
          : (strcontains(name, ".") ? name : "${name}.${try(var.zone.name, var.new_zone.name, "")}")
        )
        if name != null
      ],
      [
        for name in keys(var.weighted) :
        (
          name == "@"
          ? try(var.zone.name, var.new_zone.name, "")
          : (strcontains(name, ".") ? name : "${name}.${try(var.zone.name, var.new_zone.name, "")}")
        )
        if name != null
      ],
    )) == 0
    error_message = "failover must not have a name that weighted has too: a name has one kind of routing."
  }

  validation {
    condition = (
      var.failover == null
      ? true
      : lower(var.failover.primary.dns_name) != lower(var.failover.secondary.dns_name)
    )
    error_message = "failover must not have the same load balancer as primary and as secondary: there would be nowhere to go."
  }

  validation {
    condition = (
      var.failover == null
      ? true
      : (
        var.failover.health_check.fqdn == null
        ? true
        : !contains(
          [
            for name in var.failover.names :
            (
              name == "@"
              ? try(var.zone.name, var.new_zone.name, "")
              : (strcontains(name, ".") ? name : "${name}.${try(var.zone.name, var.new_zone.name, "")}")
            )
            if name != null
          ],
          var.failover.health_check.fqdn,
        )
      )
    )
    error_message = join(" ", [
      "failover must not be checked under one of its own names, which may lead to the secondary:",
      "give health_check.fqdn a name of the primary alone, or leave it out.",
    ])
  }

  validation {
    condition = (
      var.failover == null
      ? true
      : (var.failover.latch == null ? true : var.failover.latch.region != var.failover.primary.region)
    )
    error_message = "failover must have its latch in another region than its primary: it has to work while that one is gone."
  }
}

variable "simple" {
  description = "Names that lead to one load balancer, each whole, relative to the zone with one label, or @ for the zone itself."
  type = map(object({
    dns_name = string
    zone_id  = string
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([
      for key in keys(var.simple) :
      can(regex(
        "^(@|\\*|(\\*\\.)?[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*)$",
        key,
      ))
    ])
    error_message = join("", [
      "simple keys must be names in lower case: whole, relative to the zone with one label, or @ for the zone itself (wrong: ",
      join(", ", [
        for key in keys(var.simple) : key
        if !can(regex(
          "^(@|\\*|(\\*\\.)?[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*)$",
          key,
        ))
      ]),
      ").",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.simple) : item != null])
    error_message = "simple[*] must not be null (wrong: ${join(", ", [for key, item in var.simple : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.simple) : can(regex("^[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+$", item.dns_name))
      if item != null
    ])
    error_message = "simple[*].dns_name must be the DNS name of the load balancer."
  }

  validation {
    condition     = alltrue([for item in values(var.simple) : can(regex("^[A-Z0-9]{1,32}$", item.zone_id)) if item != null])
    error_message = "simple[*].zone_id must be the ID of a hosted zone."
  }

  validation {
    condition = (
      try(var.zone.name, var.new_zone.name, "") == ""
      ? true
      : alltrue([
        for name in [
          for name in keys(var.simple) :
          (
            name == "@"
            ? try(var.zone.name, var.new_zone.name, "")
            : (strcontains(name, ".") ? name : "${name}.${try(var.zone.name, var.new_zone.name, "")}")
          )
          if name != null
        ] :
        name == try(var.zone.name, var.new_zone.name, "") ||
        endswith(name, ".${try(var.zone.name, var.new_zone.name, "")}")
      ])
    )
    error_message = "simple must have only names of the zone: write a name whole, with the zone at its end, or with one label and without a dot."
  }

  validation {
    condition = (
      length(distinct([
        for name in keys(var.simple) :
        (
          name == "@"
          ? try(var.zone.name, var.new_zone.name, "")
          : (strcontains(name, ".") ? name : "${name}.${try(var.zone.name, var.new_zone.name, "")}")
        )
        if name != null
      ])) ==
      length([
        for name in keys(var.simple) :
        (
          name == "@"
          ? try(var.zone.name, var.new_zone.name, "")
          : (strcontains(name, ".") ? name : "${name}.${try(var.zone.name, var.new_zone.name, "")}")
        )
        if name != null
      ])
    )
    error_message = "simple must not have the same name twice, once whole and once relative to the zone."
  }

  validation {
    condition = length(setintersection(
      [
        for name in keys(var.simple) :
        (
          name == "@"
          ? try(var.zone.name, var.new_zone.name, "")
          : (strcontains(name, ".") ? name : "${name}.${try(var.zone.name, var.new_zone.name, "")}")
        )
        if name != null
      ],
      [
        for name in keys(var.weighted) :
        (
          name == "@"
          ? try(var.zone.name, var.new_zone.name, "")
          : (strcontains(name, ".") ? name : "${name}.${try(var.zone.name, var.new_zone.name, "")}")
        )
        if name != null
      ],
    )) == 0
    error_message = "simple must not have a name that weighted has too: a name has one kind of routing."
  }
}

variable "weighted" {
  description = <<-EOT
    Names that lead to several load balancers by weight, each whole, relative to the zone with one label, or @ for
    the zone itself; the targets by a name of your own.
  EOT
  type = map(map(object({
    dns_name               = string
    zone_id                = string
    weight                 = number
    evaluate_target_health = optional(bool, true)
  })))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([
      for key in keys(var.weighted) :
      can(regex(
        "^(@|\\*|(\\*\\.)?[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*)$",
        key,
      ))
    ])
    error_message = join("", [
      "weighted keys must be names in lower case: whole, relative to the zone with one label, or @ for the zone itself (wrong: ",
      join(", ", [
        for key in keys(var.weighted) : key
        if !can(regex(
          "^(@|\\*|(\\*\\.)?[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*)$",
          key,
        ))
      ]),
      ").",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.weighted) : item != null])
    error_message = "weighted[*] must not be null (wrong: ${join(", ", [for key, item in var.weighted : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.weighted) : alltrue([for key in keys(item) : can(regex("^[A-Za-z0-9._-]{1,64}$", key))])
      if item != null
    ])
    error_message = "weighted[*] keys must be letters, digits, dots, underscores and hyphens, at most 64."
  }

  validation {
    condition = alltrue([
      for item in values(var.weighted) : alltrue([for item in values(item) : item != null])
      if item != null
    ])
    error_message = "weighted[*][*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.weighted) :
      alltrue([
        for item in values(item) : can(regex("^[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+$", item.dns_name))
        if item != null
      ])
      if item != null
    ])
    error_message = "weighted[*][*].dns_name must be the DNS name of the load balancer."
  }

  validation {
    condition = alltrue([
      for item in values(var.weighted) :
      alltrue([for item in values(item) : can(regex("^[A-Z0-9]{1,32}$", item.zone_id)) if item != null])
      if item != null
    ])
    error_message = "weighted[*][*].zone_id must be the ID of a hosted zone."
  }

  validation {
    condition = alltrue([
      for item in values(var.weighted) :
      alltrue([for item in values(item) : item.weight >= 0 && item.weight <= 255 if item != null])
      if item != null
    ])
    error_message = "weighted[*][*].weight must be between 0 and 255."
  }

  validation {
    condition = alltrue([
      for item in values(var.weighted) :
      alltrue([for item in values(item) : floor(item.weight) == item.weight if item != null])
      if item != null
    ])
    error_message = "weighted[*][*].weight must be a whole number."
  }

  validation {
    condition = (
      try(var.zone.name, var.new_zone.name, "") == ""
      ? true
      : alltrue([
        for name in [
          for name in keys(var.weighted) :
          (
            name == "@"
            ? try(var.zone.name, var.new_zone.name, "")
            : (strcontains(name, ".") ? name : "${name}.${try(var.zone.name, var.new_zone.name, "")}")
          )
          if name != null
        ] :
        name == try(var.zone.name, var.new_zone.name, "") ||
        endswith(name, ".${try(var.zone.name, var.new_zone.name, "")}")
      ])
    )
    error_message = "weighted must have only names of the zone: write a name whole, with the zone at its end, or with one label and without a dot."
  }

  validation {
    condition = (
      length(distinct([
        for name in keys(var.weighted) :
        (
          name == "@"
          ? try(var.zone.name, var.new_zone.name, "")
          : (strcontains(name, ".") ? name : "${name}.${try(var.zone.name, var.new_zone.name, "")}")
        )
        if name != null
      ])) ==
      length([
        for name in keys(var.weighted) :
        (
          name == "@"
          ? try(var.zone.name, var.new_zone.name, "")
          : (strcontains(name, ".") ? name : "${name}.${try(var.zone.name, var.new_zone.name, "")}")
        )
        if name != null
      ])
    )
    error_message = "weighted must not have the same name twice, once whole and once relative to the zone."
  }

  validation {
    condition = alltrue([
      for targets in values(var.weighted) :
      anytrue([for target in values(targets) : target == null ? true : target.weight > 0])
      if targets != null
    ])
    error_message = "weighted must have a target with a weight above 0 for each name: with 0 alone, Route 53 would use all alike."
  }
}

# Alarms

variable "alarms" {
  description = <<-EOT
    Alarms on the health checks (0.10 USD/month each): the primary is down, the latch is closed, names have moved.
    Route 53 writes its metrics in us-east-1 only, so the module's provider must be of us-east-1, and none of them
    can tell while us-east-1 itself is gone. Null makes none.
  EOT
  type = object({
    topic_arns = optional(list(string), [])
  })
  default = null

  validation {
    condition     = var.alarms == null ? true : length(var.alarms.topic_arns) >= 0 && length(var.alarms.topic_arns) <= 5
    error_message = "alarms.topic_arns must have 0 to 5 items."
  }

  validation {
    condition     = var.alarms == null ? true : length(distinct(var.alarms.topic_arns)) == length(var.alarms.topic_arns)
    error_message = "alarms.topic_arns must not name the same item twice."
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
    condition     = var.alarms == null ? true : var.failover != null
    error_message = "alarms are given, but failover is not, which alone has health checks; give it, or leave the alarms out."
  }
}
