# General

variable "name" {
  description = <<-EOT
    Identifier of the database; names of all resources begin with it. A change would replace the database, and is
    refused until `replacements` is raised with it.
  EOT
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,35}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 37 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen."
  }

  validation {
    condition     = !strcontains(var.name, "--")
    error_message = "name must not have two hyphens in a row, which RDS refuses."
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

# Engine

variable "engine_version" {
  description = <<-EOT
    Version of PostgreSQL: a major one, whose minor upgrades RDS makes, or a minor one with
    `auto_minor_version_upgrade` = false. 17 is supported until November 2029, the longest of those that have been
    out for more than a year.
  EOT
  type        = string
  default     = "17"
  nullable    = false

  validation {
    condition = can(regex(
      join("", [
        "^((13|14|15|16|17|18)|13[.]23|13[.]23-rds[.]20260224|13[.]23-rds[.]20260514|14[.]18|14[.]19|14[.]20|14[.]21|",
        "14[.]22|14[.]23|14[.]24|15[.]13|15[.]14|15[.]15|15[.]16|15[.]17|15[.]18|15[.]19|16[.]9|16[.]10|16[.]11|",
        "16[.]12|16[.]13|16[.]14|16[.]15|17[.]5|17[.]6|17[.]7|17[.]8|17[.]9|17[.]10|17[.]11|18[.]1|18[.]2|18[.]3|",
        "18[.]4|18[.]6|13[.](2[4-9]|[3-9][0-9]|[1-9][0-9]{2}|23-rds[.]20[0-9]{6})|14[.](2[5-9]|[3-9][0-9]|",
        "[1-9][0-9]{2}|24-rds[.]20[0-9]{6})|15[.]([2-9][0-9]|[1-9][0-9]{2}|19-rds[.]20[0-9]{6})|16[.](1[6-9]|",
        "[2-9][0-9]|[1-9][0-9]{2}|15-rds[.]20[0-9]{6})|17[.](1[2-9]|[2-9][0-9]|[1-9][0-9]{2}|11-rds[.]20[0-9]{6})|",
        "18[.]([7-9]|[1-9][0-9]|[1-9][0-9]{2}|6-rds[.]20[0-9]{6})|(19|20|21)([.][0-9]{1,2})?)$",
      ]),
      var.engine_version,
    ))
    error_message = join(" ", [
      "engine_version must be a major version of PostgreSQL from 13 on, such as \"17\",",
      "or a minor one that RDS offers for new instances (on 2026-10-20 up to 13.23, 14.24, 15.19, 16.15, 17.11, 18.6);",
      "an instance that runs a withdrawn one keeps it under its major version, such as \"17\".",
    ])
  }

  validation {
    condition = !var.auto_minor_version_upgrade || !strcontains(var.engine_version, ".")
    error_message = join(" ", [
      "engine_version must be a major version, such as \"17\", together with auto_minor_version_upgrade:",
      "RDS moves on by itself, and the next plan would want to go back;",
      "give the major version, or turn the upgrades off.",
    ])
  }
}

variable "auto_minor_version_upgrade" {
  description = "Whether RDS makes minor upgrades in the maintenance window. They are in place, with a restart."
  type        = bool
  default     = true
  nullable    = false
}

variable "allow_major_version_upgrade" {
  description = <<-EOT
    Whether a higher major `engine_version` may be applied: an upgrade in place, which takes the database down for
    minutes and cannot be undone. AWS refuses it otherwise.
  EOT
  type        = bool
  default     = false
  nullable    = false
}

variable "db_name" {
  description = <<-EOT
    Name of the first database. Null makes none but postgres. It is fixed when the instance is made, and comes
    from the source of a restore.
  EOT
  type        = string
  default     = null

  validation {
    condition     = var.db_name == null ? true : can(regex("^[A-Za-z][A-Za-z0-9_]{0,62}$", var.db_name))
    error_message = "db_name must be a letter, and at most 62 more letters, digits and underscores."
  }

  validation {
    condition     = var.db_name == null ? true : !contains(["rdsadmin", "template0", "template1"], lower(var.db_name))
    error_message = "db_name must not be one of rdsadmin, template0, template1: every instance of RDS has these."
  }

  validation {
    condition     = var.db_name == null ? true : !contains(local.postgres_words, lower(var.db_name))
    error_message = "db_name must not be a word of PostgreSQL's own language, such as user, order or default: RDS refuses it."
  }
}

variable "port" {
  description = "Port that the database listens on. A change restarts it."
  type        = number
  default     = 5432
  nullable    = false

  validation {
    condition     = floor(var.port) == var.port && var.port >= 1150 && var.port <= 65535
    error_message = "port must be a whole number between 1150 and 65535."
  }
}

variable "ca_cert_identifier" {
  description = "Authority that signs the server's certificate. Null takes AWS's default."
  type        = string
  default     = null

  validation {
    condition = (
      var.ca_cert_identifier == null
      ? true
      : contains(["rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1"], var.ca_cert_identifier)
    )
    error_message = "ca_cert_identifier must be one of rds-ca-rsa2048-g1, rds-ca-rsa4096-g1, rds-ca-ecc384-g1."
  }
}

# Instance

variable "instance_class" {
  description = "Instance class, such as db.t4g.medium or db.m7g.large. A change restarts the database; with Multi-AZ for about a minute."
  type        = string
  nullable    = false

  validation {
    condition = can(regex(
      "^db[.][a-z]+[0-9]+[a-z-]*[.](nano|micro|small|medium|large|xlarge|([2-9]|[1-9][0-9]{1,2})xlarge)$",
      var.instance_class,
    ))
    error_message = join(" ", [
      "instance_class must be an instance class of RDS for PostgreSQL, such as db.m7g.large: db, a family and a size,",
      "which is micro, small, medium, large, xlarge or a number of xlarge.",
    ])
  }

  validation {
    condition = (
      !can(regex(
        "^db[.][a-z]+[0-9]+[a-z-]*[.](nano|micro|small|medium|large|xlarge|([2-9]|[1-9][0-9]{1,2})xlarge)$",
        var.instance_class,
      )) ||
      (
        can(regex(
          join("", [
            "^db[.](c6gd|m5|m5d|m6g|m6gd|m6i|m6id|m6idn|m6in|m7g|m7i|m8a|m8g|m8gd|m9g|r5|r5b|r5d|r6g|r6gd|r6i|r6id|",
            "r6idn|r6in|r7g|r7i|r8a|r8g|r8gd|t3|t4g|x2g|x2iedn)[.]",
          ]),
          var.instance_class,
        ))
        ? can(regex(
          join("", [
            "^db[.]((c6gd)[.](medium|large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|(1[7-9]|[2-9][0-9]|",
            "[1-9][0-9]{2})xlarge)|(m5|m5d|r5|r5b|r5d)[.](large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|",
            "24xlarge|(2[5-9]|[3-9][0-9]|[1-9][0-9]{2})xlarge)|(m6g|m6gd|m7g|r6g|r6gd|r7g|x2g)[.](large|xlarge|",
            "2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|(1[7-9]|[2-9][0-9]|[1-9][0-9]{2})xlarge)|(m6i|m6id|m6idn|m6in|",
            "r6i|r6id|r6idn|r6in)[.](large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|24xlarge|32xlarge|(3[3-9]|",
            "[4-9][0-9]|[1-9][0-9]{2})xlarge)|(m7i|m8a|m8g|m8gd|m9g|r7i|r8a|r8g|r8gd)[.](large|xlarge|2xlarge|4xlarge|",
            "8xlarge|12xlarge|16xlarge|24xlarge|48xlarge|(4[9-9]|[5-9][0-9]|[1-9][0-9]{2})xlarge)|(t3|t4g)[.](micro|",
            "small|medium|large|xlarge|2xlarge|([3-9]|[1-9][0-9]|[1-9][0-9]{2})xlarge)|(x2iedn)[.](xlarge|2xlarge|",
            "4xlarge|8xlarge|16xlarge|24xlarge|32xlarge|(3[3-9]|[4-9][0-9]|[1-9][0-9]{2})xlarge))$",
          ]),
          var.instance_class,
        ))
        : can(regex(
          "^db[.](c(6|7)|m(5|6|7|8|9|10)|r(5|6|7|8|9)|t(3|4|5)|x(2|3)|[^cmrtx0-9.-][a-z]*[0-9]{1,2})([a-z-][a-z-]*)?[.]",
          var.instance_class,
        ))
      )
    )
    error_message = join(" ", [
      "instance_class must be an instance class of RDS for PostgreSQL that there can be:",
      "of a family that AWS offers (on 2026-10-20 c6gd, m5, m5d, m6g, m6gd, m6i, m6id, m6idn, m6in, m7g, m7i, m8a,",
      "m8g, m8gd, m9g, r5, r5b, r5d, r6g, r6gd, r6i, r6id, r6idn, r6in, r7g, r7i, r8a, r8g, r8gd, t3, t4g, x2g,",
      "x2iedn), in a size that the family has.",
    ])
  }
}

variable "multi_az" {
  description = <<-EOT
    Whether a standby in another zone takes over by itself when the first fails (it doubles the price of the
    instance). Turned on and off in place.
  EOT
  type        = bool
  default     = true
  nullable    = false
}

variable "apply_immediately" {
  description = <<-EOT
    Whether changes are made at once, with the restarts that they need, and not in the next maintenance window.
    Until then a plan shows them again. They are made at once in any case while origin is given: a restore is not
    finished before its backups are on.
  EOT
  type        = bool
  default     = false
  nullable    = false
}

# Storage

variable "allocated_storage" {
  description = "Storage in GiB (0.115 USD/month each on gp3, twice that with Multi-AZ). It can grow, never shrink."
  type        = number
  default     = 100
  nullable    = false

  validation {
    condition = (
      floor(var.allocated_storage) == var.allocated_storage &&
      var.allocated_storage >= 20 &&
      var.allocated_storage <= 65536
    )
    error_message = "allocated_storage must be a whole number between 20 and 65536 GiB."
  }

  validation {
    condition     = var.storage_type != "io2" || var.allocated_storage >= 100
    error_message = "allocated_storage must be 100 GiB at least on io2; raise it, or choose gp3."
  }
}

variable "max_allocated_storage" {
  description = <<-EOT
    GiB that RDS may grow the storage to, when less than 10 percent is free: at least 10 percent above
    `allocated_storage`. 0 turns growing off.
  EOT
  type        = number
  default     = 1000
  nullable    = false

  validation {
    condition = (
      floor(var.max_allocated_storage) == var.max_allocated_storage &&
      var.max_allocated_storage >= 0 &&
      var.max_allocated_storage <= 65536
    )
    error_message = "max_allocated_storage must be a whole number between 0 and 65536 GiB."
  }

  validation {
    condition     = var.max_allocated_storage == 0 || var.max_allocated_storage * 10 >= var.allocated_storage * 11
    error_message = "max_allocated_storage must be at least 10 percent above allocated_storage, or 0 to keep the storage as it is."
  }
}

variable "storage_type" {
  description = "gp3 (general purpose) or io2 (provisioned IOPS, 99.999 percent durable). Changed in place."
  type        = string
  default     = "gp3"
  nullable    = false

  validation {
    condition     = contains(["gp3", "io2"], var.storage_type)
    error_message = "storage_type must be one of gp3, io2."
  }
}

variable "iops" {
  description = <<-EOT
    Provisioned IOPS. On gp3 from 400 GiB on only: 12000 (without price) to 64000. On io2 required: 1000 to
    256000, at most 1000 for each GiB. Null is gp3's own: 3000, or 12000 from 400 GiB on.
  EOT
  type        = number
  default     = null

  validation {
    condition     = var.iops == null ? true : floor(var.iops) == var.iops
    error_message = "iops must be a whole number."
  }

  validation {
    condition     = var.storage_type != "gp3" || var.iops == null || var.allocated_storage >= 400
    error_message = "iops must be left out on gp3 below 400 GiB, where 3000 are fixed; raise allocated_storage, or choose io2."
  }

  validation {
    condition = (
      var.storage_type != "gp3" || var.allocated_storage < 400
      ? true
      : (var.iops == null ? true : var.iops >= 12000 && var.iops <= 64000)
    )
    error_message = "iops must be between 12000 and 64000 on gp3."
  }

  validation {
    condition = (
      var.storage_type != "io2"
      ? true
      : (var.iops == null ? false : var.iops >= 1000 && var.iops <= 256000 && var.iops <= var.allocated_storage * 1000)
    )
    error_message = "iops must be between 1000 and 256000 on io2, and at most 1000 for each GiB of allocated_storage."
  }
}

variable "storage_throughput" {
  description = "Throughput in MiB/s, on gp3 from 400 GiB on only: 500 (without price) to 4000, at most a quarter of `iops`. Null is gp3's own."
  type        = number
  default     = null

  validation {
    condition     = var.storage_throughput == null ? true : floor(var.storage_throughput) == var.storage_throughput
    error_message = "storage_throughput must be a whole number."
  }

  validation {
    condition     = var.storage_throughput == null || (var.storage_type == "gp3" && var.allocated_storage >= 400)
    error_message = "storage_throughput must be left out but on gp3 from 400 GiB on: below that 125 MiB/s are fixed, and on io2 it follows from iops."
  }

  validation {
    condition = (
      var.storage_throughput == null
      ? true
      : (
        var.storage_throughput >= 500 &&
        var.storage_throughput <= 4000 &&
        var.storage_throughput * 4 <= (var.iops == null ? 12000 : var.iops)
      )
    )
    error_message = "storage_throughput must be between 500 and 4000 MiB/s, and at most a quarter of iops (12000 unless stated)."
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
  description = <<-EOT
    IDs of the subnets, of two zones at least: Multi-AZ puts the standby into another one than the database. They
    can be changed in place, but for the one that the database is in.
  EOT
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) >= 2 && length(var.subnet_ids) <= 20
    error_message = "subnet_ids must have 2 to 20 items."
  }

  validation {
    condition     = length(distinct(var.subnet_ids)) == length(var.subnet_ids)
    error_message = "subnet_ids must not name the same item twice."
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

variable "network_type" {
  description = "Kinds of addresses: IPV4, or DUAL with IPv6 as well."
  type        = string
  default     = "IPV4"
  nullable    = false

  validation {
    condition     = contains(["IPV4", "DUAL"], var.network_type)
    error_message = "network_type must be one of IPV4, DUAL."
  }
}

variable "clients" {
  description = "Who may connect to the database and its proxy, by a name of your own: a security group or an IPv4 block. Nobody else can."
  type = map(object({
    security_group_id = optional(string)
    cidr              = optional(string)
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.clients) : can(regex("^[a-z0-9]+(-[a-z0-9]+)*$", key))])
    error_message = join(" ", [
      "clients keys must be lower-case letters, digits and single hyphens between them (wrong:",
      "${join(", ", [for key in keys(var.clients) : key if !can(regex("^[a-z0-9]+(-[a-z0-9]+)*$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.clients) : item != null])
    error_message = "clients[*] must not be null (wrong: ${join(", ", [for key, item in var.clients : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      length([for part in [item.security_group_id != null, item.cidr != null] : part if part]) == 1
      if item != null
    ])
    error_message = "clients[*] must have exactly one of security_group_id, cidr."
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
      for item in values(var.clients) : item.cidr == null ? true : !endswith(item.cidr, "/0")
      if item != null
    ])
    error_message = "clients[*].cidr must not be everyone: name the blocks that clients connect from, such as that of a VPN."
  }
}

variable "security_group_ids" {
  description = "Further security groups of the database, beside the module's own."
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

# Credentials

variable "username" {
  description = <<-EOT
    Master user. It is fixed when the instance is made; after a restore it must be that of the source, and the
    first plan says which that is.
  EOT
  type        = string
  default     = "postgres"
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z][A-Za-z0-9_]{0,62}$", var.username))
    error_message = "username must be a letter, and at most 62 more letters, digits and underscores."
  }

  validation {
    condition = (
      !contains(
        [
          "admin",
          "rdsadmin",
          "rdsrepladmin",
          "rdstopmgr",
          "rds_superuser",
          "rds_iam",
          "rds_password",
        ],
        lower(var.username),
      ) &&
      !startswith(lower(var.username), "pg_")
    )
    error_message = join(" ", [
      "username must not begin with pg_ or be one of admin, rdsadmin, rdsrepladmin, rdstopmgr, rds_superuser, rds_iam,",
      "rds_password: PostgreSQL on RDS keeps these for itself.",
    ])
  }

  validation {
    condition     = !contains(local.postgres_words, lower(var.username))
    error_message = "username must not be a word of PostgreSQL's own language, such as user, order or default: RDS refuses it."
  }
}

variable "credentials" {
  description = "Where the master password is: exactly one of `generated`, `managed` and `existing`. It never gets into a plan or the state."
  type = object({
    generated = optional(object({
      replicas = optional(map(object({
        kms_key_arn = string
      })), {})
      recovery_window_in_days = optional(number, 30)
      number                  = optional(number, 1)
    }))
    managed = optional(object({
    }))
    existing = optional(object({
      arn = string
      kms_key = optional(object({
        arn = string
      }))
    }))
    password_version = optional(number, 1)
  })
  default  = { generated = {} }
  nullable = false

  validation {
    condition = length([for part in [
      var.credentials.generated != null,
      var.credentials.managed != null,
      var.credentials.existing != null,
    ] : part if part]) == 1
    error_message = "credentials must have exactly one of generated, managed, existing."
  }

  validation {
    condition = (
      var.credentials.generated == null
      ? true
      : alltrue([
        for key in keys(var.credentials.generated.replicas) :
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
    )
    error_message = "credentials.generated.replicas keys must be names of regions, such as us-west-2 or eusc-de-east-1."
  }

  validation {
    condition = (
      var.credentials.generated == null
      ? true
      : alltrue([for item in values(var.credentials.generated.replicas) : item != null])
    )
    error_message = "credentials.generated.replicas[*] must not be null."
  }

  validation {
    condition = (
      var.credentials.generated == null
      ? true
      : alltrue([
        for item in values(var.credentials.generated.replicas) :
        can(regex(
          "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
          item.kms_key_arn,
        ))
        if item != null
      ])
    )
    error_message = "credentials.generated.replicas[*].kms_key_arn must be an ARN of kms."
  }

  validation {
    condition = (
      var.credentials.generated == null
      ? true
      : alltrue([
        for item in values(var.credentials.generated.replicas) :
        length(item.kms_key_arn) >= 1 && length(item.kms_key_arn) <= 2048
        if item != null
      ])
    )
    error_message = "credentials.generated.replicas[*].kms_key_arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.credentials.generated == null
      ? true
      : alltrue([
        for item in values(var.credentials.generated.replicas) :
        can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:", item.kms_key_arn))
        if item != null
      ])
    )
    error_message = join("", [
      "credentials.generated.replicas[*].kms_key_arn must be of partition ",
      data.aws_partition.current.partition,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(
        ", ",
        (
          var.credentials.generated == null
          ? []
          : flatten([
            for item in values(var.credentials.generated.replicas) : [item.kms_key_arn]
            if(
              item == null
              ? false
              : !can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:", item.kms_key_arn))
            )
          ])
        ),
      ),
      ").",
    ])
  }

  validation {
    condition = (
      var.credentials.generated == null
      ? true
      : (
        floor(var.credentials.generated.recovery_window_in_days) == var.credentials.generated.recovery_window_in_days &&
        (
          var.credentials.generated.recovery_window_in_days == 0 ||
          (
            var.credentials.generated.recovery_window_in_days >= 7 &&
            var.credentials.generated.recovery_window_in_days <= 30
          )
        )
      )
    )
    error_message = "credentials.generated.recovery_window_in_days must be 0 (at once) or 7 to 30 days."
  }

  validation {
    condition = (
      var.credentials.generated == null
      ? true
      : (
        floor(var.credentials.generated.number) == var.credentials.generated.number &&
        var.credentials.generated.number >= 1 &&
        var.credentials.generated.number <= 1000
      )
    )
    error_message = "credentials.generated.number must be a whole number between 1 and 1000."
  }

  validation {
    condition = (
      var.credentials.existing == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9+=,.@_/!#-]+$",
        var.credentials.existing.arn,
      ))
    )
    error_message = "credentials.existing.arn must be an ARN of secretsmanager."
  }

  validation {
    condition = (
      var.credentials.existing == null
      ? true
      : length(var.credentials.existing.arn) >= 1 && length(var.credentials.existing.arn) <= 2048
    )
    error_message = "credentials.existing.arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.credentials.existing == null
      ? true
      : can(regex(
        "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
        var.credentials.existing.arn,
      ))
    )
    error_message = join(" ", [
      "credentials.existing.arn must be of region ${data.aws_region.current.id}, as the module's provider is:",
      "give one that was made there (wrong:",
      "${join(", ", var.credentials.existing == null ? [] : [var.credentials.existing.arn])}).",
    ])
  }

  validation {
    condition = (
      var.credentials.existing == null
      ? true
      : (
        var.credentials.existing.kms_key == null
        ? true
        : can(regex(
          "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
          var.credentials.existing.kms_key.arn,
        ))
      )
    )
    error_message = "credentials.existing.kms_key.arn must be an ARN of kms."
  }

  validation {
    condition = (
      var.credentials.existing == null
      ? true
      : (
        var.credentials.existing.kms_key == null
        ? true
        : length(var.credentials.existing.kms_key.arn) >= 1 && length(var.credentials.existing.kms_key.arn) <= 2048
      )
    )
    error_message = "credentials.existing.kms_key.arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.credentials.existing == null
      ? true
      : (
        var.credentials.existing.kms_key == null
        ? true
        : can(regex(
          "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
          var.credentials.existing.kms_key.arn,
        ))
      )
    )
    error_message = join("", [
      "credentials.existing.kms_key.arn must be of region ",
      data.aws_region.current.id,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(
        ", ",
        (
          var.credentials.existing == null
          ? []
          : (var.credentials.existing.kms_key == null ? [] : [var.credentials.existing.kms_key.arn])
        ),
      ),
      ").",
    ])
  }

  validation {
    condition = (
      floor(var.credentials.password_version) == var.credentials.password_version &&
      var.credentials.password_version >= 1 &&
      var.credentials.password_version <= 1000000
    )
    error_message = "credentials.password_version must be a whole number between 1 and 1000000."
  }
}

variable "iam_database_authentication" {
  description = <<-EOT
    Whether IAM roles can connect without a password: grant rds-db:connect on iam_connect_arn, or on
    client_iam_connect_arn where they go through the proxy.
  EOT
  type        = bool
  default     = true
  nullable    = false
}

# Proxy

variable "proxy" {
  description = <<-EOT
    RDS Proxy in front of the database: it keeps connections open, holds clients through a failover, and takes TLS
    only. It signs in as the master user, whose password is the only one that it knows. {} is enough; null makes
    none.
  EOT
  type = object({
    iam_auth                     = optional(string, "DISABLED")
    idle_client_timeout          = optional(number, 1800)
    max_connections_percent      = optional(number, 90)
    max_idle_connections_percent = optional(number, 50)
    connection_borrow_timeout    = optional(number, 120)
    session_pinning_filters      = optional(list(string), [])
    init_query                   = optional(string)
    debug_logging                = optional(bool, false)
    role = optional(object({
      arn = string
    }))
  })
  default = null

  validation {
    condition     = var.proxy == null ? true : var.proxy.max_idle_connections_percent <= var.proxy.max_connections_percent
    error_message = "proxy must have a max_idle_connections_percent that is not above max_connections_percent."
  }

  validation {
    condition     = var.proxy == null ? true : contains(["DISABLED", "REQUIRED"], var.proxy.iam_auth)
    error_message = "proxy.iam_auth must be one of DISABLED, REQUIRED."
  }

  validation {
    condition = (
      var.proxy == null
      ? true
      : (
        floor(var.proxy.idle_client_timeout) == var.proxy.idle_client_timeout &&
        var.proxy.idle_client_timeout >= 60 &&
        var.proxy.idle_client_timeout <= 28800
      )
    )
    error_message = "proxy.idle_client_timeout must be a whole number between 60 and 28800 seconds."
  }

  validation {
    condition = (
      var.proxy == null
      ? true
      : (
        floor(var.proxy.max_connections_percent) == var.proxy.max_connections_percent &&
        var.proxy.max_connections_percent >= 1 &&
        var.proxy.max_connections_percent <= 100
      )
    )
    error_message = "proxy.max_connections_percent must be a whole number between 1 and 100 percent."
  }

  validation {
    condition = (
      var.proxy == null
      ? true
      : (
        floor(var.proxy.max_idle_connections_percent) == var.proxy.max_idle_connections_percent &&
        var.proxy.max_idle_connections_percent >= 0 &&
        var.proxy.max_idle_connections_percent <= 100
      )
    )
    error_message = "proxy.max_idle_connections_percent must be a whole number between 0 and 100 percent."
  }

  validation {
    condition = (
      var.proxy == null
      ? true
      : (
        floor(var.proxy.connection_borrow_timeout) == var.proxy.connection_borrow_timeout &&
        var.proxy.connection_borrow_timeout >= 1 &&
        var.proxy.connection_borrow_timeout <= 300
      )
    )
    error_message = "proxy.connection_borrow_timeout must be a whole number between 1 and 300 seconds."
  }

  validation {
    condition     = var.proxy == null ? true : alltrue([for item in var.proxy.session_pinning_filters : item != null])
    error_message = "proxy.session_pinning_filters[*] must not be null."
  }

  validation {
    condition = (
      var.proxy == null
      ? true
      : alltrue([
        for item in var.proxy.session_pinning_filters : contains(["EXCLUDE_VARIABLE_SETS"], item)
        if item != null
      ])
    )
    error_message = "proxy.session_pinning_filters[*] must be one of EXCLUDE_VARIABLE_SETS."
  }

  validation {
    condition = (
      var.proxy == null
      ? true
      : (var.proxy.init_query == null ? true : can(regex("\\S", var.proxy.init_query)))
    )
    error_message = "proxy.init_query must be SQL."
  }

  validation {
    condition = (
      var.proxy == null
      ? true
      : (
        var.proxy.role == null
        ? true
        : can(regex(
          "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:iam::(aws|[0-9]{12}):role/[A-Za-z0-9+=,.@_/-]+$",
          var.proxy.role.arn,
        ))
      )
    )
    error_message = "proxy.role.arn must be an ARN of iam."
  }

  validation {
    condition = (
      var.proxy == null
      ? true
      : (var.proxy.role == null ? true : length(var.proxy.role.arn) >= 1 && length(var.proxy.role.arn) <= 2048)
    )
    error_message = "proxy.role.arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.proxy == null
      ? true
      : (
        var.proxy.role == null
        ? true
        : can(regex(
          "^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:(|aws|${data.aws_caller_identity.current.account_id}):",
          var.proxy.role.arn,
        ))
      )
    )
    error_message = join(" ", [
      "proxy.role.arn must be of account ${data.aws_caller_identity.current.account_id}, as the module's provider is:",
      "give one that was made there (wrong:",
      "${join(", ", var.proxy == null ? [] : (var.proxy.role == null ? [] : [var.proxy.role.arn]))}).",
    ])
  }
}

# Source of the data

variable "origin" {
  description = <<-EOT
    Where the data comes from when the database is made: exactly one of `snapshot`, `point_in_time` and
    `replica_of`. The plan refuses another one later, until `replacements` is raised with it. Null makes an empty
    database.
  EOT
  type = object({
    snapshot = optional(object({
      id = string
    }))
    point_in_time = optional(object({
      source_instance       = optional(string)
      automated_backups_arn = optional(string)
      time                  = optional(string)
      retention_days        = optional(number, 35)
    }))
    replica_of = optional(object({
      arn      = string
      promoted = optional(bool, false)
    }))
    defer_protection = optional(bool, false)
  })
  default = null

  validation {
    condition = (
      var.origin == null
      ? true
      : length([for part in [
        var.origin.snapshot != null,
        var.origin.point_in_time != null,
        var.origin.replica_of != null,
      ] : part if part]) == 1
    )
    error_message = "origin must have exactly one of snapshot, point_in_time, replica_of."
  }

  validation {
    condition = (
      var.origin == null
      ? true
      : (
        var.origin.snapshot == null
        ? true
        : length(var.origin.snapshot.id) >= 1 && length(var.origin.snapshot.id) <= 512
      )
    )
    error_message = "origin.snapshot.id must have 1 to 512 characters."
  }

  validation {
    condition = (
      var.origin == null
      ? true
      : (
        var.origin.point_in_time == null
        ? true
        : length([for part in [
          var.origin.point_in_time.source_instance != null,
          var.origin.point_in_time.automated_backups_arn != null,
        ] : part if part]) == 1
      )
    )
    error_message = "origin.point_in_time must have exactly one of source_instance, automated_backups_arn."
  }

  validation {
    condition = (
      var.origin == null
      ? true
      : (
        var.origin.point_in_time == null
        ? true
        : (
          var.origin.point_in_time.source_instance == null
          ? true
          : (
            length(var.origin.point_in_time.source_instance) >= 1 &&
            length(var.origin.point_in_time.source_instance) <= 63
          )
        )
      )
    )
    error_message = "origin.point_in_time.source_instance must have 1 to 63 characters."
  }

  validation {
    condition = (
      var.origin == null
      ? true
      : (
        var.origin.point_in_time == null
        ? true
        : (
          var.origin.point_in_time.automated_backups_arn == null
          ? true
          : can(regex(
            "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:rds:[a-z0-9-]+:[0-9]{12}:auto-backup:[A-Za-z0-9+=,.@_/!#-]+$",
            var.origin.point_in_time.automated_backups_arn,
          ))
        )
      )
    )
    error_message = "origin.point_in_time.automated_backups_arn must be an ARN of rds."
  }

  validation {
    condition = (
      var.origin == null
      ? true
      : (
        var.origin.point_in_time == null
        ? true
        : (
          var.origin.point_in_time.automated_backups_arn == null
          ? true
          : (
            length(var.origin.point_in_time.automated_backups_arn) >= 1 &&
            length(var.origin.point_in_time.automated_backups_arn) <= 2048
          )
        )
      )
    )
    error_message = "origin.point_in_time.automated_backups_arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.origin == null
      ? true
      : (
        var.origin.point_in_time == null
        ? true
        : (
          var.origin.point_in_time.automated_backups_arn == null
          ? true
          : can(regex(
            join("", [
              "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):(|",
              "aws|${data.aws_caller_identity.current.account_id}):",
            ]),
            var.origin.point_in_time.automated_backups_arn,
          ))
        )
      )
    )
    error_message = join("", [
      "origin.point_in_time.automated_backups_arn must be of region ",
      data.aws_region.current.id,
      " and account ",
      data.aws_caller_identity.current.account_id,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(
        ", ",
        (
          var.origin == null
          ? []
          : (
            var.origin.point_in_time == null
            ? []
            : (
              var.origin.point_in_time.automated_backups_arn == null
              ? []
              : [var.origin.point_in_time.automated_backups_arn]
            )
          )
        ),
      ),
      ").",
    ])
  }

  validation {
    condition = (
      var.origin == null
      ? true
      : (
        var.origin.point_in_time == null
        ? true
        : (
          var.origin.point_in_time.time == null
          ? true
          : can(regex(
            "^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$",
            var.origin.point_in_time.time,
          ))
        )
      )
    )
    error_message = "origin.point_in_time.time must be a time in UTC, such as 2026-11-21T08:00:00Z."
  }

  validation {
    condition = (
      var.origin == null
      ? true
      : (
        var.origin.point_in_time == null
        ? true
        : (var.origin.point_in_time.time == null ? true : can(timeadd(var.origin.point_in_time.time, "0s")))
      )
    )
    error_message = "origin.point_in_time.time must be on a day that the calendar has."
  }

  validation {
    condition = (
      var.origin == null
      ? true
      : (
        var.origin.point_in_time == null
        ? true
        : (
          floor(var.origin.point_in_time.retention_days) == var.origin.point_in_time.retention_days &&
          var.origin.point_in_time.retention_days >= 1 &&
          var.origin.point_in_time.retention_days <= 35
        )
      )
    )
    error_message = "origin.point_in_time.retention_days must be a whole number between 1 and 35 days."
  }

  validation {
    condition = (
      var.origin == null
      ? true
      : (
        var.origin.replica_of == null
        ? true
        : can(regex(
          "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:rds:[a-z0-9-]+:[0-9]{12}:db:[A-Za-z0-9+=,.@_/!#-]+$",
          var.origin.replica_of.arn,
        ))
      )
    )
    error_message = "origin.replica_of.arn must be an ARN of rds."
  }

  validation {
    condition = (
      var.origin == null
      ? true
      : (
        var.origin.replica_of == null
        ? true
        : length(var.origin.replica_of.arn) >= 1 && length(var.origin.replica_of.arn) <= 2048
      )
    )
    error_message = "origin.replica_of.arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.origin == null
      ? true
      : (
        var.origin.replica_of == null
        ? true
        : can(regex(
          "^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:(|aws|${data.aws_caller_identity.current.account_id}):",
          var.origin.replica_of.arn,
        ))
      )
    )
    error_message = join(" ", [
      "origin.replica_of.arn must be of account ${data.aws_caller_identity.current.account_id},",
      "as the module's provider is: give one that was made there (wrong:",
      "${join(", ", var.origin == null ? [] : (var.origin.replica_of == null ? [] : [var.origin.replica_of.arn]))}).",
    ])
  }

  validation {
    condition = (
      try(var.origin.point_in_time.source_instance, null) == null
      ? true
      : var.origin.point_in_time.source_instance != var.name
    )
    error_message = join(" ", [
      "origin must not have the database itself as its source_instance:",
      "a replacement would delete it before it is restored; name the new one otherwise, or give automated_backups_arn.",
    ])
  }

  validation {
    condition = (
      try(var.origin.replica_of, null) == null
      ? true
      : var.credentials.existing != null || var.replacements > 0
    )
    error_message = join(" ", [
      "origin must have replica_of only with existing credentials,",
      "or in the place of a database that had those of the source (replacements):",
      "a replica has the password of the database that it copies; give the secret that holds it.",
    ])
  }

  validation {
    condition = (
      try(var.origin.replica_of, null) == null
      ? true
      : coalesce(var.origin.replica_of.promoted, false) || var.proxy == null
    )
    error_message = join(" ", [
      "origin must not have replica_of together with proxy: RDS Proxy needs a database that can be written to;",
      "add the proxy when the replica is promoted.",
    ])
  }
}

variable "replacements" {
  description = <<-EOT
    How often the database was replaced on purpose. The plan refuses a change of `name`, `kms_key`, `db_name` or
    `username`, and another restore, until this number is raised with it. Apply `deletion_protection` = false
    before. What the old database held is in its final snapshot.
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

# Backups

variable "backup_retention_period" {
  description = "Days that automated backups are kept, 1 to 35: how far a point in time can lie back. 0 turns them off, with `allow_no_backups`."
  type        = number
  default     = 14
  nullable    = false

  validation {
    condition = (
      floor(var.backup_retention_period) == var.backup_retention_period &&
      var.backup_retention_period >= 0 &&
      var.backup_retention_period <= 35
    )
    error_message = "backup_retention_period must be a whole number between 0 and 35 days."
  }

  validation {
    condition = var.backup_retention_period > 0 || var.allow_no_backups
    error_message = join(" ", [
      "backup_retention_period must be 1 to 35 days: without backups nothing can be restored;",
      "set allow_no_backups where that is wanted.",
    ])
  }
}

variable "allow_no_backups" {
  description = "Whether `backup_retention_period` may be 0: nothing can be restored then but snapshots that you take."
  type        = bool
  default     = false
  nullable    = false
}

variable "backup_window" {
  description = "When automated backups are taken each day, in UTC."
  type        = string
  default     = "03:00-04:00"
  nullable    = false

  validation {
    condition     = can(regex("^([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]$", var.backup_window))
    error_message = "backup_window must be a time of the day in UTC, such as 03:00-04:00."
  }

  validation {
    condition = try(
      (
        (
          (
            tonumber(substr(var.backup_window, 6, 2)) * 60 +
            tonumber(substr(var.backup_window, 9, 2)) -
            (tonumber(substr(var.backup_window, 0, 2)) * 60 + tonumber(substr(var.backup_window, 3, 2))) +
            1440
          ) %
          1440
        ) >=
        30
      ),
      true,
    )
    error_message = "backup_window must last 30 minutes at least."
  }
}

variable "final_snapshot" {
  description = "Whether a last snapshot is taken when the database is destroyed. Without it, destroying it loses the data."
  type        = bool
  default     = true
  nullable    = false
}

variable "final_snapshot_name" {
  description = "Name of the last snapshot, which no other may have. Null is `<name>-final-<replacements>`."
  type        = string
  default     = null

  validation {
    condition = (
      var.final_snapshot_name == null
      ? true
      : can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", var.final_snapshot_name))
    )
    error_message = "final_snapshot_name must be lower-case letters, digits and single hyphens between them, beginning with a letter."
  }
}

variable "delete_automated_backups" {
  description = "Whether automated backups go with the database, and are not kept until their retention is over."
  type        = bool
  default     = false
  nullable    = false
}

variable "deletion_protection" {
  description = "Whether AWS refuses to delete the database. Turn it off, and apply that, before you destroy it."
  type        = bool
  default     = true
  nullable    = false
}

# Maintenance

variable "maintenance_window" {
  description = <<-EOT
    When RDS makes changes and upgrades each week, in UTC. It must not overlap `backup_window`, and AWS Backup
    begins no job in the hour before it and during it: leave the start window of a plan time before or after.
  EOT
  type        = string
  default     = "sun:09:00-sun:10:00"
  nullable    = false

  validation {
    condition = can(regex(
      "^(mon|tue|wed|thu|fri|sat|sun):([01][0-9]|2[0-3]):[0-5][0-9]-(mon|tue|wed|thu|fri|sat|sun):([01][0-9]|2[0-3]):[0-5][0-9]$",
      var.maintenance_window,
    ))
    error_message = "maintenance_window must be a time of the week in UTC, such as sun:05:00-sun:06:00."
  }

  validation {
    condition = try(
      (
        (
          (
            (
              index(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], substr(var.maintenance_window, 10, 3)) * 1440 +
              tonumber(substr(var.maintenance_window, 14, 2)) * 60 +
              tonumber(substr(var.maintenance_window, 17, 2)) -
              (
                index(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], substr(var.maintenance_window, 0, 3)) * 1440 +
                tonumber(substr(var.maintenance_window, 4, 2)) * 60 +
                tonumber(substr(var.maintenance_window, 7, 2))
              ) +
              10080
            ) %
            10080
          ) >=
          30
        ) &&
        (
          (
            (
              index(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], substr(var.maintenance_window, 10, 3)) * 1440 +
              tonumber(substr(var.maintenance_window, 14, 2)) * 60 +
              tonumber(substr(var.maintenance_window, 17, 2)) -
              (
                index(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], substr(var.maintenance_window, 0, 3)) * 1440 +
                tonumber(substr(var.maintenance_window, 4, 2)) * 60 +
                tonumber(substr(var.maintenance_window, 7, 2))
              ) +
              10080
            ) %
            10080
          ) <
          1440
        )
      ),
      true,
    )
    error_message = "maintenance_window must last 30 minutes at least, and less than a day."
  }

  validation {
    condition = try(
      !(
        (
          (
            (
              tonumber(substr(var.maintenance_window, 4, 2)) * 60 +
              tonumber(substr(var.maintenance_window, 7, 2)) -
              (tonumber(substr(var.backup_window, 0, 2)) * 60 + tonumber(substr(var.backup_window, 3, 2))) +
              1440
            ) %
            1440
          ) <
          (
            (
              tonumber(substr(var.backup_window, 6, 2)) * 60 +
              tonumber(substr(var.backup_window, 9, 2)) -
              (tonumber(substr(var.backup_window, 0, 2)) * 60 + tonumber(substr(var.backup_window, 3, 2))) +
              1440
            ) %
            1440
          )
        ) ||
        (
          (
            (
              tonumber(substr(var.backup_window, 0, 2)) * 60 +
              tonumber(substr(var.backup_window, 3, 2)) -
              (tonumber(substr(var.maintenance_window, 4, 2)) * 60 + tonumber(substr(var.maintenance_window, 7, 2))) +
              1440
            ) %
            1440
          ) <
          (
            (
              index(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], substr(var.maintenance_window, 10, 3)) * 1440 +
              tonumber(substr(var.maintenance_window, 14, 2)) * 60 +
              tonumber(substr(var.maintenance_window, 17, 2)) -
              (
                index(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], substr(var.maintenance_window, 0, 3)) * 1440 +
                tonumber(substr(var.maintenance_window, 4, 2)) * 60 +
                tonumber(substr(var.maintenance_window, 7, 2))
              ) +
              10080
            ) %
            10080
          )
        )
      ),
      true,
    )
    error_message = "maintenance_window must not overlap backup_window."
  }
}

# Encryption

variable "kms_key" {
  description = <<-EOT
    KMS key that encrypts the storage, backups, secret, Performance Insights and logs; its policy must let
    CloudWatch Logs use it. Null makes a key of the module's own (1 USD/month). A restored database keeps the key
    of its snapshot or source.
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

# Read replicas

variable "read_replicas" {
  description = <<-EOT
    Read replicas in this region, up to 15, by a name of your own: the class is the database's unless stated.
    Adding and removing one changes nothing else.
  EOT
  type = map(object({
    instance_class      = optional(string)
    multi_az            = optional(bool, false)
    deletion_protection = optional(bool, false)
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.read_replicas) : can(regex("^[a-z0-9]+(-[a-z0-9]+)*$", key))])
    error_message = join(" ", [
      "read_replicas keys must be lower-case letters, digits and single hyphens between them (wrong:",
      "${join(", ", [for key in keys(var.read_replicas) : key if !can(regex("^[a-z0-9]+(-[a-z0-9]+)*$", key))])}).",
    ])
  }

  validation {
    condition     = length(var.read_replicas) <= 15
    error_message = "read_replicas must have at most 15 items."
  }

  validation {
    condition     = alltrue([for name in keys(var.read_replicas) : length(name) <= 24])
    error_message = "read_replicas must have names of at most 24 characters, as the instance is named <name>-<replica>."
  }

  validation {
    condition     = alltrue([for item in values(var.read_replicas) : item != null])
    error_message = "read_replicas[*] must not be null (wrong: ${join(", ", [for key, item in var.read_replicas : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.read_replicas) :
      (
        item.instance_class == null
        ? true
        : can(regex(
          "^db[.][a-z]+[0-9]+[a-z-]*[.](nano|micro|small|medium|large|xlarge|([2-9]|[1-9][0-9]{1,2})xlarge)$",
          item.instance_class,
        ))
      )
      if item != null
    ])
    error_message = join(" ", [
      "read_replicas[*].instance_class must be an instance class of RDS for PostgreSQL, such as db.m7g.large: db,",
      "a family and a size, which is micro, small, medium, large, xlarge or a number of xlarge.",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.read_replicas) :
      (
        item.instance_class == null
        ? true
        : (
          !can(regex(
            "^db[.][a-z]+[0-9]+[a-z-]*[.](nano|micro|small|medium|large|xlarge|([2-9]|[1-9][0-9]{1,2})xlarge)$",
            item.instance_class,
          )) ||
          (
            can(regex(
              join("", [
                "^db[.](c6gd|m5|m5d|m6g|m6gd|m6i|m6id|m6idn|m6in|m7g|m7i|m8a|m8g|m8gd|m9g|r5|r5b|r5d|r6g|r6gd|r6i|",
                "r6id|r6idn|r6in|r7g|r7i|r8a|r8g|r8gd|t3|t4g|x2g|x2iedn)[.]",
              ]),
              item.instance_class,
            ))
            ? can(regex(
              join("", [
                "^db[.]((c6gd)[.](medium|large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|(1[7-9]|[2-9][0-9]|",
                "[1-9][0-9]{2})xlarge)|(m5|m5d|r5|r5b|r5d)[.](large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|",
                "24xlarge|(2[5-9]|[3-9][0-9]|[1-9][0-9]{2})xlarge)|(m6g|m6gd|m7g|r6g|r6gd|r7g|x2g)[.](large|xlarge|",
                "2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|(1[7-9]|[2-9][0-9]|[1-9][0-9]{2})xlarge)|(m6i|m6id|m6idn|",
                "m6in|r6i|r6id|r6idn|r6in)[.](large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|24xlarge|",
                "32xlarge|(3[3-9]|[4-9][0-9]|[1-9][0-9]{2})xlarge)|(m7i|m8a|m8g|m8gd|m9g|r7i|r8a|r8g|r8gd)[.](large|",
                "xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|24xlarge|48xlarge|(4[9-9]|[5-9][0-9]|",
                "[1-9][0-9]{2})xlarge)|(t3|t4g)[.](micro|small|medium|large|xlarge|2xlarge|([3-9]|[1-9][0-9]|",
                "[1-9][0-9]{2})xlarge)|(x2iedn)[.](xlarge|2xlarge|4xlarge|8xlarge|16xlarge|24xlarge|32xlarge|(3[3-9]|",
                "[4-9][0-9]|[1-9][0-9]{2})xlarge))$",
              ]),
              item.instance_class,
            ))
            : can(regex(
              "^db[.](c(6|7)|m(5|6|7|8|9|10)|r(5|6|7|8|9)|t(3|4|5)|x(2|3)|[^cmrtx0-9.-][a-z]*[0-9]{1,2})([a-z-][a-z-]*)?[.]",
              item.instance_class,
            ))
          )
        )
      )
      if item != null
    ])
    error_message = join(" ", [
      "read_replicas[*].instance_class must be an instance class of RDS for PostgreSQL that there can be:",
      "of a family that AWS offers (on 2026-10-20 c6gd, m5, m5d, m6g, m6gd, m6i, m6id, m6idn, m6in, m7g, m7i, m8a,",
      "m8g, m8gd, m9g, r5, r5b, r5d, r6g, r6gd, r6i, r6id, r6idn, r6in, r7g, r7i, r8a, r8g, r8gd, t3, t4g, x2g,",
      "x2iedn), in a size that the family has.",
    ])
  }

  validation {
    condition = length(var.read_replicas) == 0 || var.credentials.managed == null
    error_message = join(" ", [
      "read_replicas must be empty with managed credentials:",
      "RDS refuses a read replica of a database whose password it manages; choose generated or existing credentials.",
    ])
  }

  validation {
    condition = (
      length(var.read_replicas) == 0 ||
      (var.backup_retention_period > 0 && !try(coalesce(var.origin.defer_protection, false), false))
    )
    error_message = join(" ", [
      "read_replicas must be empty while there are no backups (backup_retention_period is 0,",
      "or origin.defer_protection is true): RDS replicates only a database that has them.",
    ])
  }
}

# Parameters

variable "tuning" {
  description = <<-EOT
    PostgreSQL's memory and connections; all of it must fit into the memory of the instance class. What is left
    out follows from the class.
  EOT
  type = object({
    shared_buffers       = optional(number)
    effective_cache_size = optional(number)
    max_connections      = optional(number)
    work_mem             = optional(number)
    maintenance_work_mem = optional(number)
  })
  default  = {}
  nullable = false

  validation {
    condition = (
      var.tuning.shared_buffers == null
      ? true
      : (
        floor(var.tuning.shared_buffers) == var.tuning.shared_buffers &&
        var.tuning.shared_buffers >= 16 &&
        var.tuning.shared_buffers <= 4194304
      )
    )
    error_message = "tuning.shared_buffers must be a whole number between 16 and 4194304 MiB."
  }

  validation {
    condition = (
      var.tuning.effective_cache_size == null
      ? true
      : (
        floor(var.tuning.effective_cache_size) == var.tuning.effective_cache_size &&
        var.tuning.effective_cache_size >= 16 &&
        var.tuning.effective_cache_size <= 4194304
      )
    )
    error_message = "tuning.effective_cache_size must be a whole number between 16 and 4194304 MiB."
  }

  validation {
    condition = (
      var.tuning.max_connections == null
      ? true
      : (
        floor(var.tuning.max_connections) == var.tuning.max_connections &&
        var.tuning.max_connections >= 6 &&
        var.tuning.max_connections <= 8388
      )
    )
    error_message = "tuning.max_connections must be a whole number between 6 and 8388 connections."
  }

  validation {
    condition = (
      var.tuning.work_mem == null
      ? true
      : floor(var.tuning.work_mem) == var.tuning.work_mem && var.tuning.work_mem >= 1 && var.tuning.work_mem <= 2097151
    )
    error_message = "tuning.work_mem must be a whole number between 1 and 2097151 MiB."
  }

  validation {
    condition = (
      var.tuning.maintenance_work_mem == null
      ? true
      : (
        floor(var.tuning.maintenance_work_mem) == var.tuning.maintenance_work_mem &&
        var.tuning.maintenance_work_mem >= 1 &&
        var.tuning.maintenance_work_mem <= 2097151
      )
    )
    error_message = "tuning.maintenance_work_mem must be a whole number between 1 and 2097151 MiB."
  }

  validation {
    condition = [
      for memory in [
        try(
          (
            {
              t      = 8
              m      = 8
              r      = 16
              x2g    = 32
              x2idn  = 32
              x2iedn = 64
            }[regex("^(?:[tmr]|x2[a-z]+)", split(".", var.instance_class)[1])] *
            coalesce(
              try(
                { micro = 0.125, small = 0.25, medium = 0.5, large = 1, xlarge = 2 }[split(".", var.instance_class)[2]],
                null,
              ),
              try(2 * tonumber(regex("^([0-9]+)xlarge$", split(".", var.instance_class)[2])[0]), null),
            ) *
            1024
          ),
          null,
        ),
      ] :
      (
        memory == null
        ? true
        : (
          (
            (var.tuning.shared_buffers == null ? memory / 4 : var.tuning.shared_buffers) +
            (
              (var.tuning.max_connections == null ? 0 : var.tuning.max_connections) *
              (var.tuning.work_mem == null ? 4 : var.tuning.work_mem)
            ) +
            (var.tuning.maintenance_work_mem == null ? 0 : var.tuning.maintenance_work_mem)
          ) <=
          memory
        )
      )
    ][0]
    error_message = join(" ", [
      "tuning must fit into the memory of instance_class: shared_buffers (a quarter of it unless stated),",
      "max_connections times work_mem (4 MiB unless stated) and maintenance_work_mem together;",
      "lower them or choose a larger class.",
    ])
  }

  validation {
    condition = [
      for memory in [
        try(
          (
            {
              t      = 8
              m      = 8
              r      = 16
              x2g    = 32
              x2idn  = 32
              x2iedn = 64
            }[regex("^(?:[tmr]|x2[a-z]+)", split(".", var.instance_class)[1])] *
            coalesce(
              try(
                { micro = 0.125, small = 0.25, medium = 0.5, large = 1, xlarge = 2 }[split(".", var.instance_class)[2]],
                null,
              ),
              try(2 * tonumber(regex("^([0-9]+)xlarge$", split(".", var.instance_class)[2])[0]), null),
            ) *
            1024
          ),
          null,
        ),
      ] :
      memory == null ? true : (var.tuning.effective_cache_size == null ? 0 : var.tuning.effective_cache_size) <= memory
    ][0]
    error_message = "tuning must have an effective_cache_size that is not above the memory of instance_class."
  }
}

variable "log_statement" {
  description = "Statements that are logged: none, ddl (definitions), mod (and changes of data) or all."
  type        = string
  default     = "ddl"
  nullable    = false

  validation {
    condition     = contains(["none", "ddl", "mod", "all"], var.log_statement)
    error_message = "log_statement must be one of none, ddl, mod, all."
  }
}

variable "log_min_duration_statement" {
  description = "Statements that take longer than this, in milliseconds, are logged. -1 logs none of them."
  type        = number
  default     = 1000
  nullable    = false

  validation {
    condition = (
      floor(var.log_min_duration_statement) == var.log_min_duration_statement &&
      var.log_min_duration_statement >= -1 &&
      var.log_min_duration_statement <= 2147483647
    )
    error_message = "log_min_duration_statement must be a whole number between -1 and 2147483647 milliseconds."
  }
}

variable "shared_preload_libraries" {
  description = "Libraries that PostgreSQL loads when it starts. A change takes effect after a restart."
  type        = list(string)
  default     = ["pg_stat_statements"]
  nullable    = false

  validation {
    condition     = length(var.shared_preload_libraries) >= 0 && length(var.shared_preload_libraries) <= 20
    error_message = "shared_preload_libraries must have 0 to 20 items."
  }

  validation {
    condition     = alltrue([for item in var.shared_preload_libraries : item != null])
    error_message = "shared_preload_libraries[*] must not be null."
  }

  validation {
    condition     = alltrue([for item in var.shared_preload_libraries : can(regex("^[a-z_0-9-]+$", item)) if item != null])
    error_message = "shared_preload_libraries[*] must be the name of a library."
  }
}

variable "logical_replication" {
  description = "Whether PostgreSQL writes what logical replication (such as AWS DMS) needs. Takes effect after a restart."
  type        = bool
  default     = false
  nullable    = false
}

variable "parameters" {
  description = "Further parameters of PostgreSQL, by name."
  type = map(object({
    value        = string
    apply_method = optional(string)
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.parameters) : can(regex("^[a-z][a-z0-9_.]*$", key))])
    error_message = join(" ", [
      "parameters keys must be names of parameters of PostgreSQL (wrong:",
      "${join(", ", [for key in keys(var.parameters) : key if !can(regex("^[a-z][a-z0-9_.]*$", key))])}).",
    ])
  }

  validation {
    condition = length(setintersection(keys(var.parameters), [
      "rds.force_ssl",
      "log_statement",
      "log_min_duration_statement",
      "shared_preload_libraries",
      "rds.logical_replication",
      "shared_buffers",
      "effective_cache_size",
      "max_connections",
      "work_mem",
      "maintenance_work_mem",
    ])) == 0
    error_message = join(" ", [
      "parameters must not have rds.force_ssl, log_statement, log_min_duration_statement, shared_preload_libraries,",
      "rds.logical_replication, shared_buffers, effective_cache_size, max_connections, work_mem, maintenance_work_mem:",
      "these have an input of their own, or (rds.force_ssl) are fixed.",
    ])
  }

  validation {
    condition = length(setsubtract(
      [for name in keys(var.parameters) : name if !strcontains(name, ".")],
      local.postgres_parameters,
    )) == 0
    error_message = join("", [
      join(" ", [
        "parameters must be parameters that PostgreSQL 13 to 18 have and RDS lets be set (as of 2026-11-29);",
        "those of RDS and of extensions have a dot in their names (wrong: ",
      ]),
      join(
        ", ",
        setsubtract([for name in keys(var.parameters) : name if !strcontains(name, ".")], local.postgres_parameters),
      ),
      ").",
    ])
  }

  validation {
    condition = alltrue([
      for limits in [
        {
          authentication_timeout                      = [1, 600]
          autovacuum_analyze_scale_factor             = [0, 100]
          autovacuum_analyze_threshold                = [0, 2147483647]
          autovacuum_freeze_max_age                   = [100000, 2000000000]
          autovacuum_max_workers                      = [1, 262143]
          autovacuum_multixact_freeze_max_age         = [10000, 2000000000]
          autovacuum_naptime                          = [1, 2147483]
          autovacuum_vacuum_cost_delay                = [-1, 100]
          autovacuum_vacuum_cost_limit                = [-1, 10000]
          autovacuum_vacuum_insert_scale_factor       = [0, 100]
          autovacuum_vacuum_insert_threshold          = [-1, 2147483647]
          autovacuum_vacuum_max_threshold             = [-1, 2147483647]
          autovacuum_vacuum_scale_factor              = [0, 100]
          autovacuum_vacuum_threshold                 = [0, 2147483647]
          autovacuum_work_mem                         = [-1, 2147483647]
          autovacuum_worker_slots                     = [1, 262143]
          backend_flush_after                         = [0, 256]
          bgwriter_delay                              = [10, 10000]
          bgwriter_flush_after                        = [0, 256]
          bgwriter_lru_maxpages                       = [0, 1073741823]
          bgwriter_lru_multiplier                     = [0, 10]
          checkpoint_completion_target                = [0, 1]
          checkpoint_flush_after                      = [0, 256]
          checkpoint_timeout                          = [30, 86400]
          checkpoint_warning                          = [0, 2147483647]
          client_connection_check_interval            = [0, 2147483647]
          commit_delay                                = [0, 100000]
          commit_siblings                             = [0, 1000]
          commit_timestamp_buffers                    = [0, 131072]
          cursor_tuple_fraction                       = [0, 1]
          deadlock_timeout                            = [1, 2147483647]
          default_statistics_target                   = [1, 10000]
          effective_cache_size                        = [1, 2147483647]
          effective_io_concurrency                    = [0, 1000]
          extra_float_digits                          = [-15, 3]
          from_collapse_limit                         = [1, 2147483647]
          geqo_effort                                 = [1, 10]
          geqo_generations                            = [0, 2147483647]
          geqo_pool_size                              = [0, 2147483647]
          geqo_seed                                   = [0, 1]
          geqo_selection_bias                         = [1.5, 2]
          geqo_threshold                              = [2, 2147483647]
          gin_fuzzy_search_limit                      = [0, 2147483647]
          gin_pending_list_limit                      = [64, 2147483647]
          hash_mem_multiplier                         = [1, 1000]
          huge_page_size                              = [0, 2147483647]
          idle_in_transaction_session_timeout         = [0, 2147483647]
          idle_replication_slot_timeout               = [0, 2147483647]
          idle_session_timeout                        = [0, 2147483647]
          io_combine_limit                            = [1, 128]
          io_max_combine_limit                        = [1, 128]
          io_max_concurrency                          = [-1, 1024]
          io_workers                                  = [1, 32]
          join_collapse_limit                         = [1, 2147483647]
          lock_timeout                                = [0, 2147483647]
          log_autovacuum_min_duration                 = [-1, 2147483647]
          log_file_mode                               = [0, 511]
          log_min_duration_sample                     = [-1, 2147483647]
          log_min_duration_statement                  = [-1, 2147483647]
          log_parameter_max_length                    = [-1, 1073741823]
          log_parameter_max_length_on_error           = [-1, 1073741823]
          log_rotation_age                            = [0, 35791394]
          log_rotation_size                           = [0, 2147483647]
          log_startup_progress_interval               = [0, 2147483647]
          log_statement_sample_rate                   = [0, 1]
          log_temp_files                              = [-1, 2147483647]
          log_transaction_sample_rate                 = [0, 1]
          logical_decoding_work_mem                   = [64, 2147483647]
          maintenance_io_concurrency                  = [0, 1000]
          maintenance_work_mem                        = [64, 2147483647]
          max_active_replication_origins              = [0, 262143]
          max_connections                             = [1, 262143]
          max_files_per_process                       = [64, 2147483647]
          max_locks_per_transaction                   = [10, 2147483647]
          max_logical_replication_workers             = [0, 262143]
          max_notify_queue_pages                      = [64, 2147483647]
          max_parallel_apply_workers_per_subscription = [0, 1024]
          max_parallel_maintenance_workers            = [0, 1024]
          max_parallel_workers                        = [0, 1024]
          max_parallel_workers_per_gather             = [0, 1024]
          max_pred_locks_per_page                     = [0, 2147483647]
          max_pred_locks_per_relation                 = [-2147483648, 2147483647]
          max_pred_locks_per_transaction              = [10, 2147483647]
          max_prepared_transactions                   = [0, 262143]
          max_replication_slots                       = [0, 262143]
          max_slot_wal_keep_size                      = [-1, 2147483647]
          max_stack_depth                             = [100, 2147483647]
          max_standby_archive_delay                   = [-1, 2147483647]
          max_standby_streaming_delay                 = [-1, 2147483647]
          max_sync_workers_per_subscription           = [0, 262143]
          max_wal_senders                             = [0, 262143]
          max_wal_size                                = [2, 2147483647]
          max_worker_processes                        = [0, 262143]
          min_dynamic_shared_memory                   = [0, 2147483647]
          min_parallel_index_scan_size                = [0, 715827882]
          min_parallel_table_scan_size                = [0, 715827882]
          min_wal_size                                = [2, 2147483647]
          multixact_member_buffers                    = [16, 131072]
          multixact_offset_buffers                    = [16, 131072]
          notify_buffers                              = [16, 131072]
          old_snapshot_threshold                      = [-1, 86400]
          port                                        = [1, 65535]
          recovery_min_apply_delay                    = [0, 2147483647]
          recursive_worktable_factor                  = [0.001, 1000000]
          reserved_connections                        = [0, 262143]
          scram_iterations                            = [1, 2147483647]
          serializable_buffers                        = [16, 131072]
          shared_buffers                              = [16, 1073741823]
          statement_timeout                           = [0, 2147483647]
          subtransaction_buffers                      = [0, 131072]
          superuser_reserved_connections              = [0, 262143]
          tcp_keepalives_count                        = [0, 2147483647]
          tcp_keepalives_idle                         = [0, 2147483647]
          tcp_keepalives_interval                     = [0, 2147483647]
          tcp_user_timeout                            = [0, 2147483647]
          temp_buffers                                = [100, 1073741823]
          temp_file_limit                             = [-1, 2147483647]
          track_activity_query_size                   = [100, 1048576]
          transaction_buffers                         = [0, 131072]
          transaction_timeout                         = [0, 2147483647]
          unix_socket_permissions                     = [0, 511]
          vacuum_buffer_usage_limit                   = [0, 16777216]
          vacuum_cleanup_index_scale_factor           = [0, 10000000000]
          vacuum_cost_delay                           = [0, 100]
          vacuum_cost_limit                           = [1, 10000]
          vacuum_cost_page_dirty                      = [0, 10000]
          vacuum_cost_page_hit                        = [0, 10000]
          vacuum_cost_page_miss                       = [0, 10000]
          vacuum_defer_cleanup_age                    = [0, 1000000]
          vacuum_failsafe_age                         = [0, 2100000000]
          vacuum_freeze_min_age                       = [0, 1000000000]
          vacuum_freeze_table_age                     = [0, 2000000000]
          vacuum_max_eager_freeze_failure_rate        = [0, 1]
          vacuum_multixact_failsafe_age               = [0, 2100000000]
          vacuum_multixact_freeze_min_age             = [0, 1000000000]
          vacuum_multixact_freeze_table_age           = [0, 2000000000]
          wal_buffers                                 = [-1, 262143]
          wal_decode_buffer_size                      = [65536, 1073741823]
          wal_keep_size                               = [0, 2147483647]
          wal_receiver_status_interval                = [0, 2147483]
          wal_receiver_timeout                        = [0, 2147483647]
          wal_retrieve_retry_interval                 = [1, 2147483647]
          wal_sender_timeout                          = [0, 2147483647]
          wal_skip_threshold                          = [0, 2147483647]
          wal_summary_keep_time                       = [0, 35791394]
          wal_writer_delay                            = [1, 10000]
          wal_writer_flush_after                      = [0, 2147483647]
          work_mem                                    = [64, 2147483647]
        },
      ] :
      alltrue([
        for name, parameter in var.parameters :
        (
          !contains(keys(limits), name) || parameter == null
          ? true
          : (
            can(regex("[{(]", parameter.value)) ||
            (
              can(regex("^-?[0-9]+([.][0-9]+)?$", parameter.value)) &&
              try(tonumber(parameter.value) >= limits[name][0] && tonumber(parameter.value) <= limits[name][1], false)
            )
          )
        )
      ])
    ])
    error_message = "parameters must have numbers that PostgreSQL takes for the parameter, in its unit and without naming it."
  }

  validation {
    condition = alltrue([
      for name, parameter in var.parameters :
      (
        parameter == null
        ? true
        : (
          !contains(
            [
              "allow_alter_system",
              "array_nulls",
              "autovacuum",
              "bonjour",
              "check_function_bodies",
              "data_sync_retry",
              "db_user_namespace",
              "debug_pretty_print",
              "debug_print_parse",
              "debug_print_plan",
              "debug_print_rewritten",
              "default_transaction_deferrable",
              "default_transaction_read_only",
              "enable_async_append",
              "enable_bitmapscan",
              "enable_distinct_reordering",
              "enable_gathermerge",
              "enable_group_by_reordering",
              "enable_hashagg",
              "enable_hashjoin",
              "enable_incremental_sort",
              "enable_indexonlyscan",
              "enable_indexscan",
              "enable_material",
              "enable_memoize",
              "enable_mergejoin",
              "enable_nestloop",
              "enable_parallel_append",
              "enable_parallel_hash",
              "enable_partition_pruning",
              "enable_partitionwise_aggregate",
              "enable_partitionwise_join",
              "enable_presorted_aggregate",
              "enable_self_join_elimination",
              "enable_seqscan",
              "enable_sort",
              "enable_tidscan",
              "escape_string_warning",
              "event_triggers",
              "exit_on_error",
              "fsync",
              "full_page_writes",
              "geqo",
              "gss_accept_delegation",
              "hot_standby",
              "hot_standby_feedback",
              "jit",
              "krb_caseins_users",
              "lo_compat_privileges",
              "log_checkpoints",
              "log_disconnections",
              "log_duration",
              "log_executor_stats",
              "log_hostname",
              "log_lock_failures",
              "log_lock_waits",
              "log_parser_stats",
              "log_planner_stats",
              "log_recovery_conflict_waits",
              "log_replication_commands",
              "log_statement_stats",
              "log_truncate_on_rotation",
              "logging_collector",
              "md5_password_warnings",
              "operator_precedence_warning",
              "parallel_leader_participation",
              "quote_all_identifiers",
              "restart_after_crash",
              "row_security",
              "ssl",
              "ssl_passphrase_command_supports_reload",
              "ssl_prefer_server_ciphers",
              "standard_conforming_strings",
              "summarize_wal",
              "sync_replication_slots",
              "synchronize_seqscans",
              "syslog_sequence_numbers",
              "syslog_split_messages",
              "track_activities",
              "track_commit_timestamp",
              "track_cost_delay_timing",
              "track_counts",
              "track_io_timing",
              "track_wal_io_timing",
              "transform_null_equals",
              "update_process_title",
              "vacuum_truncate",
              "wal_init_zero",
              "wal_log_hints",
              "wal_receiver_create_temp_slot",
              "wal_recycle",
            ],
            name,
          ) ||
          can(regex("^(0|1|on|off|true|false|yes|no)$", parameter.value))
        )
      )
    ])
    error_message = "parameters must have 1 or 0 (on or off) for a parameter that is a switch."
  }

  validation {
    condition     = alltrue([for item in values(var.parameters) : item != null])
    error_message = "parameters[*] must not be null (wrong: ${join(", ", [for key, item in var.parameters : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.parameters) :
      item.apply_method == null ? true : contains(["immediate", "pending-reboot"], item.apply_method)
      if item != null
    ])
    error_message = "parameters[*].apply_method must be one of immediate, pending-reboot."
  }

  validation {
    condition = [
      for some in [
        {
          "13" = [
            "db_user_namespace",
            "force_parallel_mode",
            "old_snapshot_threshold",
            "operator_precedence_warning",
            "promote_trigger_file",
            "ssl_ecdh_curve",
            "stats_temp_directory",
            "trace_recovery_messages",
            "vacuum_cleanup_index_scale_factor",
            "vacuum_defer_cleanup_age",
          ]
          "14" = [
            "client_connection_check_interval",
            "compute_query_id",
            "db_user_namespace",
            "default_toast_compression",
            "enable_async_append",
            "enable_memoize",
            "huge_page_size",
            "idle_session_timeout",
            "log_recovery_conflict_waits",
            "min_dynamic_shared_memory",
            "old_snapshot_threshold",
            "promote_trigger_file",
            "recovery_init_sync_method",
            "ssl_crl_dir",
            "ssl_ecdh_curve",
            "stats_temp_directory",
            "trace_recovery_messages",
            "track_wal_io_timing",
            "vacuum_defer_cleanup_age",
            "vacuum_failsafe_age",
            "vacuum_multixact_failsafe_age",
          ]
          "15" = [
            "client_connection_check_interval",
            "compute_query_id",
            "db_user_namespace",
            "default_toast_compression",
            "enable_async_append",
            "enable_memoize",
            "huge_page_size",
            "idle_session_timeout",
            "log_recovery_conflict_waits",
            "log_startup_progress_interval",
            "min_dynamic_shared_memory",
            "old_snapshot_threshold",
            "promote_trigger_file",
            "recovery_init_sync_method",
            "recovery_prefetch",
            "recursive_worktable_factor",
            "ssl_crl_dir",
            "ssl_ecdh_curve",
            "stats_fetch_consistency",
            "track_wal_io_timing",
            "vacuum_defer_cleanup_age",
            "vacuum_failsafe_age",
            "vacuum_multixact_failsafe_age",
            "wal_decode_buffer_size",
          ]
          "16" = [
            "client_connection_check_interval",
            "compute_query_id",
            "createrole_self_grant",
            "db_user_namespace",
            "default_toast_compression",
            "enable_async_append",
            "enable_memoize",
            "enable_presorted_aggregate",
            "file_extend_method",
            "gss_accept_delegation",
            "huge_page_size",
            "icu_validation_level",
            "idle_session_timeout",
            "log_recovery_conflict_waits",
            "log_startup_progress_interval",
            "max_parallel_apply_workers_per_subscription",
            "min_dynamic_shared_memory",
            "old_snapshot_threshold",
            "recovery_init_sync_method",
            "recovery_prefetch",
            "recursive_worktable_factor",
            "reserved_connections",
            "scram_iterations",
            "ssl_crl_dir",
            "ssl_ecdh_curve",
            "stats_fetch_consistency",
            "track_wal_io_timing",
            "vacuum_buffer_usage_limit",
            "vacuum_failsafe_age",
            "vacuum_multixact_failsafe_age",
            "wal_decode_buffer_size",
          ]
          "17" = [
            "allow_alter_system",
            "client_connection_check_interval",
            "commit_timestamp_buffers",
            "compute_query_id",
            "createrole_self_grant",
            "default_toast_compression",
            "enable_async_append",
            "enable_group_by_reordering",
            "enable_memoize",
            "enable_presorted_aggregate",
            "event_triggers",
            "file_extend_method",
            "gss_accept_delegation",
            "huge_page_size",
            "icu_validation_level",
            "idle_session_timeout",
            "io_combine_limit",
            "log_recovery_conflict_waits",
            "log_startup_progress_interval",
            "max_notify_queue_pages",
            "max_parallel_apply_workers_per_subscription",
            "min_dynamic_shared_memory",
            "multixact_member_buffers",
            "multixact_offset_buffers",
            "notify_buffers",
            "recovery_init_sync_method",
            "recovery_prefetch",
            "recursive_worktable_factor",
            "reserved_connections",
            "scram_iterations",
            "serializable_buffers",
            "ssl_crl_dir",
            "ssl_ecdh_curve",
            "stats_fetch_consistency",
            "subtransaction_buffers",
            "summarize_wal",
            "sync_replication_slots",
            "synchronized_standby_slots",
            "track_wal_io_timing",
            "transaction_buffers",
            "transaction_timeout",
            "vacuum_buffer_usage_limit",
            "vacuum_failsafe_age",
            "vacuum_multixact_failsafe_age",
            "wal_decode_buffer_size",
            "wal_summary_keep_time",
          ]
          "18" = [
            "allow_alter_system",
            "autovacuum_vacuum_max_threshold",
            "autovacuum_worker_slots",
            "client_connection_check_interval",
            "commit_timestamp_buffers",
            "compute_query_id",
            "createrole_self_grant",
            "default_toast_compression",
            "enable_async_append",
            "enable_distinct_reordering",
            "enable_group_by_reordering",
            "enable_memoize",
            "enable_presorted_aggregate",
            "enable_self_join_elimination",
            "event_triggers",
            "extension_control_path",
            "file_copy_method",
            "file_extend_method",
            "gss_accept_delegation",
            "huge_page_size",
            "icu_validation_level",
            "idle_replication_slot_timeout",
            "idle_session_timeout",
            "io_combine_limit",
            "io_max_combine_limit",
            "io_max_concurrency",
            "io_method",
            "io_workers",
            "log_lock_failures",
            "log_recovery_conflict_waits",
            "log_startup_progress_interval",
            "max_active_replication_origins",
            "max_notify_queue_pages",
            "max_parallel_apply_workers_per_subscription",
            "md5_password_warnings",
            "min_dynamic_shared_memory",
            "multixact_member_buffers",
            "multixact_offset_buffers",
            "notify_buffers",
            "oauth_validator_libraries",
            "recovery_init_sync_method",
            "recovery_prefetch",
            "recursive_worktable_factor",
            "reserved_connections",
            "scram_iterations",
            "serializable_buffers",
            "ssl_crl_dir",
            "ssl_groups",
            "ssl_tls13_ciphers",
            "stats_fetch_consistency",
            "subtransaction_buffers",
            "summarize_wal",
            "sync_replication_slots",
            "synchronized_standby_slots",
            "track_cost_delay_timing",
            "track_wal_io_timing",
            "transaction_buffers",
            "transaction_timeout",
            "vacuum_buffer_usage_limit",
            "vacuum_failsafe_age",
            "vacuum_max_eager_freeze_failure_rate",
            "vacuum_multixact_failsafe_age",
            "vacuum_truncate",
            "wal_decode_buffer_size",
            "wal_summary_keep_time",
          ]
        },
      ] :
      (
        contains(keys(some), split(".", var.engine_version)[0])
        ? length(setsubtract(
          setintersection(keys(var.parameters), flatten(values(some))),
          some[split(".", var.engine_version)[0]],
        )) == 0
        : true
      )
    ][0]
    error_message = "parameters must be parameters that the PostgreSQL of engine_version has: some came later, or are gone."
  }
}

# Monitoring

variable "performance_insights" {
  description = "Whether Performance Insights records what the database waits for."
  type        = bool
  default     = true
  nullable    = false
}

variable "performance_insights_retention_period" {
  description = "Days that Performance Insights are kept: 7 (without price), 465 or 731, or a multiple of 31 up to 713."
  type        = number
  default     = 7
  nullable    = false

  validation {
    condition = (
      contains([7, 465, 731], var.performance_insights_retention_period) ||
      (
        var.performance_insights_retention_period % 31 == 0 &&
        var.performance_insights_retention_period >= 31 &&
        var.performance_insights_retention_period <= 713
      )
    )
    error_message = "performance_insights_retention_period must be 7, 465 or 731 days, or a multiple of 31 up to 713."
  }
}

variable "database_insights_mode" {
  description = "Database Insights; advanced is priced by the vCPU and keeps 465 days. Null leaves AWS's default, standard."
  type        = string
  default     = null

  validation {
    condition = (
      var.database_insights_mode == null
      ? true
      : contains(["standard", "advanced"], var.database_insights_mode)
    )
    error_message = "database_insights_mode must be one of standard, advanced."
  }

  validation {
    condition = (
      var.database_insights_mode == null
      ? true
      : (
        var.database_insights_mode != "advanced" ||
        (var.performance_insights && var.performance_insights_retention_period >= 465)
      )
    )
    error_message = "database_insights_mode must be advanced only with performance_insights that are kept for 465 days at least."
  }
}

variable "monitoring_interval" {
  description = "Seconds between two measurements of the operating system (enhanced monitoring). 0 turns it off."
  type        = number
  default     = 60
  nullable    = false

  validation {
    condition     = contains([0, 1, 5, 10, 15, 30, 60], var.monitoring_interval)
    error_message = "monitoring_interval must be one of 0, 1, 5, 10, 15, 30, 60."
  }
}

variable "monitoring_role" {
  description = "Role that writes the measurements. Null makes a role of the module's own."
  type = object({
    arn = string
  })
  default = null

  validation {
    condition = (
      var.monitoring_role == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:iam::(aws|[0-9]{12}):role/[A-Za-z0-9+=,.@_/-]+$",
        var.monitoring_role.arn,
      ))
    )
    error_message = "monitoring_role.arn must be an ARN of iam."
  }

  validation {
    condition = (
      var.monitoring_role == null
      ? true
      : length(var.monitoring_role.arn) >= 1 && length(var.monitoring_role.arn) <= 2048
    )
    error_message = "monitoring_role.arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.monitoring_role == null
      ? true
      : can(regex(
        "^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:(|aws|${data.aws_caller_identity.current.account_id}):",
        var.monitoring_role.arn,
      ))
    )
    error_message = join(" ", [
      "monitoring_role.arn must be of account ${data.aws_caller_identity.current.account_id},",
      "as the module's provider is: give one that was made there (wrong:",
      "${join(", ", var.monitoring_role == null ? [] : [var.monitoring_role.arn])}).",
    ])
  }
}

variable "permissions_boundary" {
  description = "Permissions boundary of the module's own roles, which write measurements and serve the proxy. Null sets none."
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

variable "log_exports" {
  description = "Logs that go to CloudWatch; iam-db-auth-error says why RDS refused a role."
  type        = set(string)
  default     = ["postgresql", "upgrade"]
  nullable    = false

  validation {
    condition     = alltrue([for item in var.log_exports : item != null])
    error_message = "log_exports[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.log_exports : contains(["postgresql", "upgrade", "iam-db-auth-error"], item)
      if item != null
    ])
    error_message = "log_exports[*] must be one of postgresql, upgrade, iam-db-auth-error."
  }
}

variable "log_retention_days" {
  description = "Days that logs are kept in CloudWatch. A week by default: PostgreSQL's log serves to find faults, not to audit."
  type        = number
  default     = 7
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

variable "alarms" {
  description = "Alarms on CPU, storage, memory, connections and replicas, and the SNS topics that they tell. Null makes none."
  type = object({
    topic_arns   = list(string)
    cpu          = optional(number, 80)
    free_storage = optional(number, 5)
    free_memory  = optional(number, 128)
    connections  = optional(number, 80)
    replica_lag  = optional(number, 600)
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
      : (
        floor(var.alarms.free_storage) == var.alarms.free_storage &&
        var.alarms.free_storage >= 1 &&
        var.alarms.free_storage <= 65536
      )
    )
    error_message = "alarms.free_storage must be a whole number between 1 and 65536 GiB."
  }

  validation {
    condition = (
      var.alarms == null
      ? true
      : (
        floor(var.alarms.free_memory) == var.alarms.free_memory &&
        var.alarms.free_memory >= 1 &&
        var.alarms.free_memory <= 4194304
      )
    )
    error_message = "alarms.free_memory must be a whole number between 1 and 4194304 MiB."
  }

  validation {
    condition = (
      var.alarms == null
      ? true
      : (
        floor(var.alarms.connections) == var.alarms.connections &&
        var.alarms.connections >= 1 &&
        var.alarms.connections <= 100
      )
    )
    error_message = "alarms.connections must be a whole number between 1 and 100 percent."
  }

  validation {
    condition = (
      var.alarms == null
      ? true
      : (
        floor(var.alarms.replica_lag) == var.alarms.replica_lag &&
        var.alarms.replica_lag >= 1 &&
        var.alarms.replica_lag <= 86400
      )
    )
    error_message = "alarms.replica_lag must be a whole number between 1 and 86400 seconds."
  }
}

variable "event_topic" {
  description = "SNS topic that RDS tells its events: failovers, failures, maintenance, low storage. Null makes none."
  type = object({
    arn = string
  })
  default = null

  validation {
    condition = (
      var.event_topic == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}([.]fifo)?$",
        var.event_topic.arn,
      ))
    )
    error_message = "event_topic.arn must be an ARN of sns."
  }

  validation {
    condition     = var.event_topic == null ? true : length(var.event_topic.arn) >= 1 && length(var.event_topic.arn) <= 2048
    error_message = "event_topic.arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.event_topic == null
      ? true
      : can(regex(
        "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
        var.event_topic.arn,
      ))
    )
    error_message = join(" ", [
      "event_topic.arn must be of region ${data.aws_region.current.id}, as the module's provider is:",
      "give one that was made there (wrong: ${join(", ", var.event_topic == null ? [] : [var.event_topic.arn])}).",
    ])
  }
}

variable "event_categories" {
  description = "Kinds of events that go to `event_topic`."
  type        = set(string)
  default     = ["availability", "deletion", "failover", "failure", "low storage", "maintenance", "notification", "recovery"]
  nullable    = false

  validation {
    condition     = alltrue([for item in var.event_categories : item != null])
    error_message = "event_categories[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.event_categories :
      contains(
        [
          "availability",
          "backup",
          "configuration change",
          "creation",
          "deletion",
          "failover",
          "failure",
          "low storage",
          "maintenance",
          "notification",
          "read replica",
          "recovery",
          "restoration",
          "security",
        ],
        item,
      )
      if item != null
    ])
    error_message = join(" ", [
      "event_categories[*] must be one of availability, backup, configuration change, creation, deletion, failover,",
      "failure, low storage, maintenance, notification, read replica, recovery, restoration, security.",
    ])
  }
}
