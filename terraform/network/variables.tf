# General

variable "name" {
  description = "Name of the network. Names of resources begin with it; changing it replaces them."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,36}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 38 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen."
  }
}

variable "cidr" {
  description = "IPv4 CIDR block of the VPC, /16 to /22. Changing it replaces the VPC and everything in it."
  type        = string
  nullable    = false

  validation {
    condition = (
      can(regex("^[0-9.]+/[0-9]+$", var.cidr)) &&
      try(
        (
          cidrsubnet(var.cidr, 0, 0) == var.cidr &&
          tonumber(split("/", var.cidr)[1]) >= 16 &&
          tonumber(split("/", var.cidr)[1]) <= 22
        ),
        false,
      )
    )
    error_message = "cidr must be the network address of an IPv4 block of /16 to /22."
  }

  validation {
    condition     = !can(regex("^(0|127|22[4-9]|2[345][0-9])[.]|^169[.]254[.]", var.cidr))
    error_message = "cidr must not be of 0.0.0.0/8, 127.0.0.0/8, 169.254.0.0/16 or 224.0.0.0/3, which no network can have."
  }
}

variable "zones" {
  description = <<-EOT
    Availability zones, 2 to 6 of one region. A subnet's place follows from the letter of its zone, so a zone can
    be added anywhere in the list without moving a subnet. Terraform must know them when it plans, and says
    "Invalid for_each argument" otherwise: write them out, or take them from a variable or a data source that
    waits for nothing.
  EOT
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.zones) >= 2 && length(var.zones) <= 6
    error_message = "zones must have 2 to 6 items."
  }

  validation {
    condition     = length(distinct(var.zones)) == length(var.zones)
    error_message = "zones must not name the same item twice."
  }

  validation {
    condition     = alltrue([for item in var.zones : item != null])
    error_message = "zones[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.zones :
      can(regex(
        join("", [
          "^(([a-z]{2}(-gov|-iso[a-z]?)?|eusc-[a-z]{2})-(north|south|central|(north|south)?(east|west))-1|(af-south|",
          "ca-central|ca-west|eu-north|il-central|me-central|me-south|me-west|mx-central|sa-east|sa-west|cn-north|",
          "cn-northwest|eusc-de-east|us-gov-east|us-gov-west)-[1-2]|(ap-east|ap-south|eu-central|eu-south|us-east|",
          "us-west)-[1-3]|(ap-northeast|eu-west)-[1-4]|(ap-southeast)-[1-8])[a-h]$",
        ]),
        item,
      )) &&
      (
        !can(regex(
          join("", [
            "^(af-south-1|ap-east-1|ap-east-2|ap-northeast-1|ap-northeast-2|ap-northeast-3|ap-south-1|ap-south-2|",
            "ap-southeast-1|ap-southeast-2|ap-southeast-3|ap-southeast-4|ap-southeast-5|ap-southeast-6|",
            "ap-southeast-7|ca-central-1|ca-west-1|eu-central-1|eu-central-2|eu-north-1|eu-south-1|eu-south-2|",
            "eu-west-1|eu-west-2|eu-west-3|il-central-1|me-central-1|me-south-1|me-west-1|mx-central-1|sa-east-1|",
            "sa-west-1|us-east-1|us-east-2|us-west-1|us-west-2|cn-north-1|cn-northwest-1|eusc-de-east-1|",
            "us-gov-east-1|us-gov-west-1).$",
          ]),
          item,
        )) ||
        can(regex(
          join("", [
            "^((af-south-1|ap-east-1|ap-east-2|ap-northeast-3|ap-south-1|ap-south-2|ap-southeast-1|ap-southeast-2|",
            "ap-southeast-3|ap-southeast-4|ap-southeast-5|ap-southeast-6|ap-southeast-7|ca-west-1|eu-central-1|",
            "eu-central-2|eu-north-1|eu-south-1|eu-south-2|eu-west-1|eu-west-2|eu-west-3|il-central-1|me-central-1|",
            "me-south-1|mx-central-1|sa-east-1|us-east-2|us-west-1|cn-north-1|cn-northwest-1|eusc-de-east-1|",
            "us-gov-east-1|us-gov-west-1)[a-d]|(ap-northeast-1|ap-northeast-2|ca-central-1|us-west-2)[a-e]|",
            "(us-east-1)[a-g])$",
          ]),
          item,
        ))
      )
      if item != null
    ])
    error_message = "zones[*] must be the name of an availability zone that its region has, such as us-east-1a."
  }

  validation {
    condition     = length(distinct([for zone in var.zones : substr(zone, 0, length(zone) - 1) if zone != null])) == 1
    error_message = "zones must be of one region."
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

# Subnets

variable "public_tier" {
  description = "Whether there are public subnets and an internet gateway."
  type        = bool
  default     = true
  nullable    = false
}

variable "database_tier" {
  description = "Whether there are database subnets, which have no route to the internet."
  type        = bool
  default     = true
  nullable    = false
}

variable "subnets" {
  description = <<-EOT
    Blocks of your own, by zone, instead of the plan. Null plans them: half of the VPC for private, a quarter for
    public, an eighth for database, an eighth left free, each with a reserved slot for eight zones. Changing a
    block replaces the subnet.
  EOT
  type = object({
    public   = optional(map(string), {})
    private  = map(string)
    database = optional(map(string), {})
  })
  default = null

  validation {
    condition = (
      var.subnets == null
      ? true
      : alltrue([for key in keys(var.subnets.public) : can(regex("^[a-z0-9-]+$", key))])
    )
    error_message = "subnets.public keys must be the name of an availability zone."
  }

  validation {
    condition     = var.subnets == null ? true : alltrue([for item in values(var.subnets.public) : item != null])
    error_message = "subnets.public[*] must not be null."
  }

  validation {
    condition = (
      var.subnets == null
      ? true
      : alltrue([
        for item in values(var.subnets.public) :
        can(regex("^[0-9.]+/[0-9]+$", item)) &&
        try(
          (
            cidrsubnet(item, 0, 0) == item &&
            tonumber(split("/", item)[1]) >= 16 &&
            tonumber(split("/", item)[1]) <= 28
          ),
          false,
        )
        if item != null
      ])
    )
    error_message = "subnets.public[*] must be the network address of an IPv4 block of /16 to /28."
  }

  validation {
    condition = (
      var.subnets == null
      ? true
      : alltrue([for key in keys(var.subnets.private) : can(regex("^[a-z0-9-]+$", key))])
    )
    error_message = "subnets.private keys must be the name of an availability zone."
  }

  validation {
    condition     = var.subnets == null ? true : alltrue([for item in values(var.subnets.private) : item != null])
    error_message = "subnets.private[*] must not be null."
  }

  validation {
    condition = (
      var.subnets == null
      ? true
      : alltrue([
        for item in values(var.subnets.private) :
        can(regex("^[0-9.]+/[0-9]+$", item)) &&
        try(
          (
            cidrsubnet(item, 0, 0) == item &&
            tonumber(split("/", item)[1]) >= 16 &&
            tonumber(split("/", item)[1]) <= 28
          ),
          false,
        )
        if item != null
      ])
    )
    error_message = "subnets.private[*] must be the network address of an IPv4 block of /16 to /28."
  }

  validation {
    condition = (
      var.subnets == null
      ? true
      : alltrue([for key in keys(var.subnets.database) : can(regex("^[a-z0-9-]+$", key))])
    )
    error_message = "subnets.database keys must be the name of an availability zone."
  }

  validation {
    condition     = var.subnets == null ? true : alltrue([for item in values(var.subnets.database) : item != null])
    error_message = "subnets.database[*] must not be null."
  }

  validation {
    condition = (
      var.subnets == null
      ? true
      : alltrue([
        for item in values(var.subnets.database) :
        can(regex("^[0-9.]+/[0-9]+$", item)) &&
        try(
          (
            cidrsubnet(item, 0, 0) == item &&
            tonumber(split("/", item)[1]) >= 16 &&
            tonumber(split("/", item)[1]) <= 28
          ),
          false,
        )
        if item != null
      ])
    )
    error_message = "subnets.database[*] must be the network address of an IPv4 block of /16 to /28."
  }

  validation {
    condition = (
      var.subnets == null
      ? true
      : length(setsubtract(
        concat(keys(var.subnets.public), keys(var.subnets.private), keys(var.subnets.database)),
        var.zones,
      )) == 0
    )
    error_message = "subnets must name only zones that are in zones."
  }

  validation {
    condition     = var.subnets == null ? true : length(setsubtract(var.zones, keys(var.subnets.private))) == 0
    error_message = "subnets must have a private subnet in each of zones."
  }

  validation {
    condition = (
      var.subnets == null
      ? true
      : alltrue([
        for block in concat(values(var.subnets.public), values(var.subnets.private), values(var.subnets.database)) :
        try(
          (
            tonumber(split("/", block)[1]) >= tonumber(split("/", var.cidr)[1]) &&
            cidrsubnet("${split("/", block)[0]}/${split("/", var.cidr)[1]}", 0, 0) == var.cidr
          ),
          false,
        )
      ])
    )
    error_message = "subnets must lie inside of cidr, the block of the VPC."
  }

  validation {
    condition = (
      var.subnets == null
      ? true
      : alltrue([
        for pair in setproduct(
          range(length(concat(values(var.subnets.public), values(var.subnets.private), values(var.subnets.database)))),
          range(length(concat(values(var.subnets.public), values(var.subnets.private), values(var.subnets.database)))),
        ) :
        (
          pair[0] >= pair[1]
          ? true
          : try(
            (
              cidrsubnet(
                join("", [
                  split(
                    "/",
                    concat(
                      values(var.subnets.public),
                      values(var.subnets.private),
                      values(var.subnets.database),
                    )[pair[0]],
                  )[0],
                  "/",
                  min(
                    tonumber(
                      split(
                        "/",
                        concat(
                          values(var.subnets.public),
                          values(var.subnets.private),
                          values(var.subnets.database),
                        )[pair[0]],
                      )[1],
                    ),
                    tonumber(
                      split(
                        "/",
                        concat(
                          values(var.subnets.public),
                          values(var.subnets.private),
                          values(var.subnets.database),
                        )[pair[1]],
                      )[1],
                    ),
                  ),
                ]),
                0,
                0,
              ) !=
              cidrsubnet(
                join("", [
                  split(
                    "/",
                    concat(
                      values(var.subnets.public),
                      values(var.subnets.private),
                      values(var.subnets.database),
                    )[pair[1]],
                  )[0],
                  "/",
                  min(
                    tonumber(
                      split(
                        "/",
                        concat(
                          values(var.subnets.public),
                          values(var.subnets.private),
                          values(var.subnets.database),
                        )[pair[0]],
                      )[1],
                    ),
                    tonumber(
                      split(
                        "/",
                        concat(
                          values(var.subnets.public),
                          values(var.subnets.private),
                          values(var.subnets.database),
                        )[pair[1]],
                      )[1],
                    ),
                  ),
                ]),
                0,
                0,
              )
            ),
            false,
          )
        )
      ])
    )
    error_message = "subnets must not overlap one another."
  }
}

variable "public_subnet_tags" {
  description = "More tags for the public subnets."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([for key in keys(var.public_subnet_tags) : can(regex("^.{1,128}$", key))])
    error_message = join(" ", [
      "public_subnet_tags keys must have 1 to 128 characters (wrong:",
      "${join(", ", [for key in keys(var.public_subnet_tags) : key if !can(regex("^.{1,128}$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for key in keys(var.public_subnet_tags) : !can(regex("^[aA][wW][sS]:", key))])
    error_message = "public_subnet_tags must not have keys that begin with aws:, which AWS keeps for itself."
  }

  validation {
    condition     = alltrue([for item in values(var.public_subnet_tags) : item != null])
    error_message = "public_subnet_tags[*] must not be null (wrong: ${join(", ", [for key, item in var.public_subnet_tags : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.public_subnet_tags) : length(item) >= 0 && length(item) <= 256
      if item != null
    ])
    error_message = "public_subnet_tags[*] must have 0 to 256 characters."
  }
}

variable "private_subnet_tags" {
  description = "More tags for the private subnets."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([for key in keys(var.private_subnet_tags) : can(regex("^.{1,128}$", key))])
    error_message = join(" ", [
      "private_subnet_tags keys must have 1 to 128 characters (wrong:",
      "${join(", ", [for key in keys(var.private_subnet_tags) : key if !can(regex("^.{1,128}$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for key in keys(var.private_subnet_tags) : !can(regex("^[aA][wW][sS]:", key))])
    error_message = "private_subnet_tags must not have keys that begin with aws:, which AWS keeps for itself."
  }

  validation {
    condition = alltrue([for item in values(var.private_subnet_tags) : item != null])
    error_message = join(" ", [
      "private_subnet_tags[*] must not be null (wrong:",
      "${join(", ", [for key, item in var.private_subnet_tags : key if item == null])}).",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.private_subnet_tags) : length(item) >= 0 && length(item) <= 256
      if item != null
    ])
    error_message = "private_subnet_tags[*] must have 0 to 256 characters."
  }
}

variable "database_subnet_tags" {
  description = "More tags for the database subnets."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([for key in keys(var.database_subnet_tags) : can(regex("^.{1,128}$", key))])
    error_message = join(" ", [
      "database_subnet_tags keys must have 1 to 128 characters (wrong:",
      "${join(", ", [for key in keys(var.database_subnet_tags) : key if !can(regex("^.{1,128}$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for key in keys(var.database_subnet_tags) : !can(regex("^[aA][wW][sS]:", key))])
    error_message = "database_subnet_tags must not have keys that begin with aws:, which AWS keeps for itself."
  }

  validation {
    condition = alltrue([for item in values(var.database_subnet_tags) : item != null])
    error_message = join(" ", [
      "database_subnet_tags[*] must not be null (wrong:",
      "${join(", ", [for key, item in var.database_subnet_tags : key if item == null])}).",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.database_subnet_tags) : length(item) >= 0 && length(item) <= 256
      if item != null
    ])
    error_message = "database_subnet_tags[*] must have 0 to 256 characters."
  }
}

variable "database_allowed_cidrs" {
  description = <<-EOT
    Further blocks that may reach the database tier, such as a VPN's, by a name of your own. Without any, the
    network ACL lets in the private tier only.
  EOT
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([for item in values(var.database_allowed_cidrs) : item != null])
    error_message = join(" ", [
      "database_allowed_cidrs[*] must not be null (wrong:",
      "${join(", ", [for key, item in var.database_allowed_cidrs : key if item == null])}).",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.database_allowed_cidrs) :
      can(regex("^[0-9.]+/[0-9]+$", item)) &&
      try(
        cidrsubnet(item, 0, 0) == item && tonumber(split("/", item)[1]) >= 8 && tonumber(split("/", item)[1]) <= 32,
        false,
      )
      if item != null
    ])
    error_message = "database_allowed_cidrs[*] must be the network address of an IPv4 block of /8 to /32."
  }

  validation {
    condition = length(distinct([
      for name in keys(var.database_allowed_cidrs) : 1000 + parseint(substr(sha1(name), 0, 4), 16) % 30000
    ])) == length(var.database_allowed_cidrs)
    error_message = "database_allowed_cidrs must not have two names that get the same rule number, which follows from the name; change one of them."
  }
}

# NAT

variable "nat" {
  description = <<-EOT
    NAT gateways: one in each zone (about 33 USD/month each, and no zone depends on another), a single one, or
    none (then tasks reach AWS through endpoints only).
  EOT
  type        = string
  default     = "per_zone"
  nullable    = false

  validation {
    condition     = contains(["per_zone", "single", "none"], var.nat)
    error_message = "nat must be one of per_zone, single, none."
  }

  validation {
    condition = (
      var.nat == "none"
      ? true
      : (
        var.nat == "single"
        ? length(var.subnets != null ? keys(var.subnets.public) : (var.public_tier ? var.zones : [])) > 0
        : length(setsubtract(
          var.zones,
          var.subnets != null ? keys(var.subnets.public) : (var.public_tier ? var.zones : []),
        )) == 0
      )
    )
    error_message = join(" ", [
      "nat needs a public subnet in each zone that gets a NAT gateway (per_zone: all of zones, single: one);",
      "add the subnets or choose another value.",
    ])
  }
}

variable "nat_zone" {
  description = <<-EOT
    Zone of the NAT gateway for `nat` = single. Null takes the zone that was first in `zones` when the gateway was
    made; it stays there wherever zones are added. Another zone makes another gateway, and without an address of
    your own there (`nat_elastic_ips`) the one that others know changes.
  EOT
  type        = string
  default     = null

  validation {
    condition = (
      var.nat_zone == null
      ? true
      : (
        var.nat == "single" &&
        contains(var.subnets != null ? keys(var.subnets.public) : (var.public_tier ? var.zones : []), var.nat_zone)
      )
    )
    error_message = "nat_zone must be one of zones with a public subnet, and is for nat = single only."
  }
}

variable "nat_elastic_ips" {
  description = <<-EOT
    Allocation IDs of Elastic IPs of your own, by zone, so that partners' allow-lists survive a rebuild. Zones
    without one get a new address.
  EOT
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for item in values(var.nat_elastic_ips) : item != null])
    error_message = "nat_elastic_ips[*] must not be null (wrong: ${join(", ", [for key, item in var.nat_elastic_ips : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.nat_elastic_ips) : can(regex("^eipalloc-[0-9a-f]+$", item))
      if item != null
    ])
    error_message = "nat_elastic_ips[*] must be an allocation ID."
  }

  validation {
    condition     = var.nat != "none" || length(var.nat_elastic_ips) == 0
    error_message = "nat_elastic_ips has addresses, but nat is none; set it, or leave them out."
  }

  validation {
    condition     = length(setsubtract(keys(var.nat_elastic_ips), var.zones)) == 0
    error_message = "nat_elastic_ips must name only zones that are in zones."
  }
}

# Endpoints

variable "gateway_endpoints" {
  description = "Gateway endpoints for the private and database tiers. They cost nothing and spare NAT charges."
  type        = set(string)
  default     = ["s3", "dynamodb"]
  nullable    = false

  validation {
    condition     = alltrue([for item in var.gateway_endpoints : item != null])
    error_message = "gateway_endpoints[*] must not be null."
  }

  validation {
    condition     = alltrue([for item in var.gateway_endpoints : contains(["s3", "dynamodb"], item) if item != null])
    error_message = "gateway_endpoints[*] must be one of s3, dynamodb."
  }
}

variable "interface_endpoints" {
  description = <<-EOT
    Interface endpoints by the last part of their service name, such as ecr.api, ecr.dkr, logs, secretsmanager
    (about 7 USD/month per zone each). Reached from the whole VPC over 443; an endpoint is in those of the zones
    that AWS has the service in, and the plan refuses a name that AWS has no service of ("couldn't find
    resource").
  EOT
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for item in var.interface_endpoints : item != null])
    error_message = "interface_endpoints[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.interface_endpoints : can(regex("^[a-z0-9][a-z0-9.-]*$", item))
      if item != null
    ])
    error_message = "interface_endpoints[*] must be an endpoint's short name, such as ecr.api."
  }
}

# Flow logs

variable "flow_logs" {
  description = "Where flow logs go: a CloudWatch log group with a key of its own, an S3 bucket, or nowhere."
  type        = string
  default     = "cloudwatch"
  nullable    = false

  validation {
    condition     = contains(["cloudwatch", "s3", "none"], var.flow_logs)
    error_message = "flow_logs must be one of cloudwatch, s3, none."
  }
}

variable "flow_logs_traffic" {
  description = "Which traffic is logged."
  type        = string
  default     = "ALL"
  nullable    = false

  validation {
    condition     = contains(["ALL", "ACCEPT", "REJECT"], var.flow_logs_traffic)
    error_message = "flow_logs_traffic must be one of ALL, ACCEPT, REJECT."
  }
}

variable "flow_logs_interval" {
  description = "Seconds that flow records are aggregated over: 60 or 600."
  type        = number
  default     = 600
  nullable    = false

  validation {
    condition     = contains([60, 600], var.flow_logs_interval)
    error_message = "flow_logs_interval must be one of 60, 600."
  }
}

variable "flow_logs_retention_days" {
  description = "Days that flow logs are kept. A year by default, so that an audit finds what an incident left."
  type        = number
  default     = 365
  nullable    = false

  validation {
    condition = contains(
      [
        1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096,
        1827, 2192, 2557, 2922, 3288, 3653,
      ],
      var.flow_logs_retention_days,
    )
    error_message = join(" ", [
      "flow_logs_retention_days must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096,",
      "1827, 2192, 2557, 2922, 3288, 3653.",
    ])
  }
}

variable "flow_logs_kms_key" {
  description = <<-EOT
    KMS key that encrypts the flow log group; its policy must let CloudWatch Logs use it. Null makes a key of the
    module's own (1 USD/month).
  EOT
  type = object({
    arn = string
  })
  default = null

  validation {
    condition = (
      var.flow_logs_kms_key == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
        var.flow_logs_kms_key.arn,
      ))
    )
    error_message = "flow_logs_kms_key.arn must be an ARN of kms."
  }

  validation {
    condition = (
      var.flow_logs_kms_key == null
      ? true
      : length(var.flow_logs_kms_key.arn) >= 1 && length(var.flow_logs_kms_key.arn) <= 2048
    )
    error_message = "flow_logs_kms_key.arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.flow_logs_kms_key == null
      ? true
      : can(regex(
        "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
        var.flow_logs_kms_key.arn,
      ))
    )
    error_message = join(" ", [
      "flow_logs_kms_key.arn must be of region ${data.aws_region.current.id}, as the module's provider is:",
      "give one that was made there (wrong:",
      "${join(", ", var.flow_logs_kms_key == null ? [] : [var.flow_logs_kms_key.arn])}).",
    ])
  }
}

variable "flow_logs_bucket" {
  description = "A bucket of yours, for `flow_logs` = s3. Null makes one of the module's own."
  type = object({
    arn    = string
    prefix = optional(string, "")
  })
  default = null

  validation {
    condition = (
      var.flow_logs_bucket == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:s3:::[a-z0-9]([a-z0-9-]*[a-z0-9])?([.][a-z0-9]([a-z0-9-]*[a-z0-9])?)*$",
        var.flow_logs_bucket.arn,
      ))
    )
    error_message = "flow_logs_bucket.arn must be an ARN of s3."
  }

  validation {
    condition = (
      var.flow_logs_bucket == null
      ? true
      : length(var.flow_logs_bucket.arn) >= 1 && length(var.flow_logs_bucket.arn) <= 2048
    )
    error_message = "flow_logs_bucket.arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.flow_logs_bucket == null
      ? true
      : can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:", var.flow_logs_bucket.arn))
    )
    error_message = join(" ", [
      "flow_logs_bucket.arn must be of partition ${data.aws_partition.current.partition}, as the module's provider is:",
      "give one that was made there (wrong:",
      "${join(", ", var.flow_logs_bucket == null ? [] : [var.flow_logs_bucket.arn])}).",
    ])
  }

  validation {
    condition = (
      var.flow_logs_bucket == null
      ? true
      : can(regex("^([A-Za-z0-9!_.*'()=-]+(/[A-Za-z0-9!_.*'()=-]+)*)?$", var.flow_logs_bucket.prefix))
    )
    error_message = "flow_logs_bucket.prefix must be a folder without a slash at either end, such as flow-logs/production."
  }

  validation {
    condition     = var.flow_logs_bucket == null ? true : !contains(split("/", var.flow_logs_bucket.prefix), "AWSLogs")
    error_message = "flow_logs_bucket.prefix must not hold the folder AWSLogs, which EC2 keeps for itself and makes below this one."
  }

  validation {
    condition     = var.flow_logs_bucket == null ? true : var.flow_logs == "s3"
    error_message = "flow_logs_bucket is given, but flow_logs is not s3; set it, or leave the bucket out."
  }
}

variable "flow_logs_force_destroy" {
  description = "Whether destroying the network may delete the module's own bucket with the logs in it."
  type        = bool
  default     = false
  nullable    = false
}

variable "permissions_boundary" {
  description = "Permissions boundary of the role that writes flow logs, where the account asks for one. Null sets none."
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
