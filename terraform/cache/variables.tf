# General

variable "name" {
  description = "Name of the cache. Names of resources begin with it; changing it replaces them."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 32 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen."
  }

  validation {
    condition     = !strcontains(var.name, "--")
    error_message = "name must not have two hyphens in a row, which ElastiCache refuses."
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

variable "engine" {
  description = <<-EOT
    Engine. Valkey continues Redis 7.2 under the BSD licence, and costs 20 % less for nodes and 33 % less for
    serverless. Nodes go from redis to valkey in place, with `apply_immediately`; the way back replaces the cache.
  EOT
  type        = string
  default     = "valkey"
  nullable    = false

  validation {
    condition     = contains(["valkey", "redis"], var.engine)
    error_message = "engine must be one of valkey, redis."
  }
}

variable "engine_version" {
  description = <<-EOT
    Version: major and minor for nodes (8.1), major only for serverless (8). Null is 8.1 for valkey, 7.1 for
    redis. A higher one is an upgrade in place, and another major one needs `apply_immediately`; a lower one
    replaces the cache.
  EOT
  type        = string
  default     = null

  validation {
    condition = (
      var.engine_version == null
      ? true
      : can(regex(
        "^(7([.](2))?|8([.](0|1|2|[3-9]|[1-9][0-9]|[1-9][0-9]{2}))?|9([.](0|1|[2-9]|[1-9][0-9]|[1-9][0-9]{2}))?|10([.][0-9]{1,2})?)$|^7([.](0|1))?$",
        var.engine_version,
      ))
    )
    error_message = join(" ", [
      "engine_version must be a version that ElastiCache has, such as 8.1 (on 2026-10-20 7, 7.0, 7.1, 7.2, 8, 8.0,",
      "8.1, 8.2, 9, 9.0, 9.1).",
    ])
  }

  validation {
    condition     = var.engine_version == null || var.serverless != null ? true : strcontains(var.engine_version, ".")
    error_message = "engine_version must have a minor version for nodes, such as 8.1."
  }

  validation {
    condition     = var.engine_version == null || var.serverless == null ? true : !strcontains(var.engine_version, ".")
    error_message = "engine_version must be the major version only with serverless, such as 8: AWS chooses the minor one."
  }

  validation {
    condition = (
      var.engine_version == null || var.engine != "valkey"
      ? true
      : can(regex(
        "^(7([.](2))?|8([.](0|1|2|[3-9]|[1-9][0-9]|[1-9][0-9]{2}))?|9([.](0|1|[2-9]|[1-9][0-9]|[1-9][0-9]{2}))?|10([.][0-9]{1,2})?)$",
        var.engine_version,
      ))
    )
    error_message = "engine_version must be one of valkey, which begins with 7.2 and had 7.2, 8.0, 8.1, 8.2, 9.0, 9.1 on 2026-10-20."
  }

  validation {
    condition = (
      var.engine_version == null || var.engine != "redis"
      ? true
      : can(regex("^7([.](0|1))?$", var.engine_version))
    )
    error_message = "engine_version must be 7.0 or 7.1 with redis, where ElastiCache ends; later versions are valkey's."
  }
}

variable "transit_encryption" {
  description = "TLS between clients, nodes and replicas. It cannot be turned off: connect with rediss://."
  type        = bool
  default     = true
  nullable    = false

  validation {
    condition = var.transit_encryption
    error_message = join(" ", [
      "transit_encryption must be true: without TLS passwords and data cross the network in the clear,",
      "and access by user group needs it; point clients at rediss:// instead.",
    ])
  }
}

# Nodes

variable "node_type" {
  description = <<-EOT
    Type of each node. Null is cache.t4g.small: 1.37 GiB, about 19 USD/month in us-east-1 with valkey. Changed in
    place. A type with data tiering (cache.r6gd) always uses its SSDs; going to or from one replaces the cache.
  EOT
  type        = string
  default     = null

  validation {
    condition = (
      var.node_type == null
      ? true
      : can(regex(
        "^cache[.][a-z]+[0-9]+[a-z-]*[.](nano|micro|small|medium|large|xlarge|([2-9]|[1-9][0-9]{1,2})xlarge)$",
        var.node_type,
      ))
    )
    error_message = join(" ", [
      "node_type must be a node type of ElastiCache, such as cache.t4g.small: cache, a family and a size,",
      "which is micro, small, medium, large, xlarge or a number of xlarge.",
    ])
  }

  validation {
    condition = (
      var.node_type == null
      ? true
      : (
        !can(regex(
          "^cache[.][a-z]+[0-9]+[a-z-]*[.](nano|micro|small|medium|large|xlarge|([2-9]|[1-9][0-9]{1,2})xlarge)$",
          var.node_type,
        )) ||
        (
          can(regex("^cache[.](c7gn|c8gn|m4|m5|m6g|m7g|m8g|r4|r5|r6g|r6gd|r7g|r8g|t2|t3|t4g)[.]", var.node_type))
          ? can(regex(
            join("", [
              "^cache[.]((c7gn|c8gn|m6g|m7g|m8g|r6g|r7g|r8g)[.](large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|",
              "16xlarge|(1[7-9]|[2-9][0-9]|[1-9][0-9]{2})xlarge)|(m4)[.](large|xlarge|2xlarge|4xlarge|10xlarge|",
              "(1[1-9]|[2-9][0-9]|[1-9][0-9]{2})xlarge)|(m5|r5)[.](large|xlarge|2xlarge|4xlarge|12xlarge|24xlarge|",
              "(2[5-9]|[3-9][0-9]|[1-9][0-9]{2})xlarge)|(r4)[.](large|xlarge|2xlarge|4xlarge|8xlarge|16xlarge|(1[7-9]|",
              "[2-9][0-9]|[1-9][0-9]{2})xlarge)|(r6gd)[.](xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|(1[7-9]|",
              "[2-9][0-9]|[1-9][0-9]{2})xlarge)|(t2|t3|t4g)[.](micro|small|medium|large|xlarge|([2-9]|[1-9][0-9]|",
              "[1-9][0-9]{2})xlarge))$",
            ]),
            var.node_type,
          ))
          : can(regex(
            "^cache[.](c(7|8|9)|m(4|5|6|7|8|9)|r(4|5|6|7|8|9)|t(2|3|4|5)|[^cmrt0-9.-][a-z]*[0-9]{1,2})([a-z-][a-z-]*)?[.]",
            var.node_type,
          ))
        )
      )
    )
    error_message = join(" ", [
      "node_type must be a node type of ElastiCache that there can be:",
      "of a family that AWS offers (on 2026-10-20 c7gn, c8gn, m4, m5, m6g, m7g, m8g, r4, r5, r6g, r6gd, r7g, r8g, t2,",
      "t3, t4g), in a size that the family has.",
    ])
  }

  validation {
    condition     = var.serverless == null ? true : var.node_type == null
    error_message = "node_type must not be given with serverless, which knows nothing of it: leave one of the two out."
  }
}

variable "replicas" {
  description = <<-EOT
    Read replicas of each shard, each a node of its own and one of them the next primary. Null is 1. With 0 there
    is no failover: a lost node loses the data since the last snapshot, and `multi_az` must be false.
  EOT
  type        = number
  default     = null

  validation {
    condition = (
      var.replicas == null
      ? true
      : floor(var.replicas) == var.replicas && var.replicas >= 0 && var.replicas <= 5
    )
    error_message = "replicas must be a whole number between 0 and 5 replicas."
  }

  validation {
    condition     = var.serverless == null ? true : var.replicas == null
    error_message = "replicas must not be given with serverless, which knows nothing of it: leave one of the two out."
  }
}

variable "multi_az" {
  description = "Whether the nodes of a shard are in different zones. Null is true. Where there are replicas, failover is automatic in any case."
  type        = bool
  default     = null

  validation {
    condition     = var.serverless == null ? true : var.multi_az == null
    error_message = "multi_az must not be given with serverless, which knows nothing of it: leave one of the two out."
  }

  validation {
    condition = (
      var.serverless != null || var.replicas == null
      ? true
      : var.replicas > 0 || !coalesce(var.multi_az, true)
    )
    error_message = "multi_az needs replicas: Multi-AZ with one node is none. Set replicas to 1 or more, or multi_az to false."
  }
}

variable "shards" {
  description = <<-EOT
    Cluster mode: keys are spread over shards, which can be added and removed while the cache runs; clients must
    speak the cluster protocol. Null keeps all keys in one shard. Turning it on or off replaces the cache.
  EOT
  type = object({
    count = number
  })
  default = null

  validation {
    condition = (
      var.shards == null
      ? true
      : floor(var.shards.count) == var.shards.count && var.shards.count >= 1 && var.shards.count <= 500
    )
    error_message = "shards.count must be a whole number between 1 and 500 shards."
  }

  validation {
    condition     = var.serverless == null ? true : var.shards == null
    error_message = "shards must not be given with serverless, which knows nothing of it: leave one of the two out."
  }

  validation {
    condition     = var.shards == null ? true : var.shards.count * (coalesce(var.replicas, 1) + 1) <= 500
    error_message = "shards must not make more than 500 nodes with their replicas, which is where ElastiCache ends."
  }
}

variable "port" {
  description = "Port. Null is 6379; a serverless cache has no other. Changing it replaces the cache."
  type        = number
  default     = null

  validation {
    condition     = var.port == null ? true : floor(var.port) == var.port && var.port >= 1024 && var.port <= 65535
    error_message = "port must be a whole number between 1024 and 65535."
  }

  validation {
    condition     = var.serverless == null ? true : var.port == null
    error_message = "port must not be given with serverless, which knows nothing of it: leave one of the two out."
  }
}

variable "network_type" {
  description = "Kinds of addresses of the nodes. Null is ipv4. Changing it replaces the cache."
  type        = string
  default     = null

  validation {
    condition     = var.network_type == null ? true : contains(["ipv4", "dual_stack", "ipv6"], var.network_type)
    error_message = "network_type must be one of ipv4, dual_stack, ipv6."
  }

  validation {
    condition     = var.serverless == null ? true : var.network_type == null
    error_message = "network_type must not be given with serverless, which knows nothing of it: leave one of the two out."
  }
}

variable "ip_discovery" {
  description = "Kind of addresses that cluster clients are told. Null is ipv4, or ipv6 where `network_type` is ipv6."
  type        = string
  default     = null

  validation {
    condition     = var.ip_discovery == null ? true : contains(["ipv4", "ipv6"], var.ip_discovery)
    error_message = "ip_discovery must be one of ipv4, ipv6."
  }

  validation {
    condition     = var.serverless == null ? true : var.ip_discovery == null
    error_message = "ip_discovery must not be given with serverless, which knows nothing of it: leave one of the two out."
  }

  validation {
    condition = (
      var.ip_discovery == null || try(coalesce(var.network_type, "ipv4"), "ipv4") == "dual_stack"
      ? true
      : var.ip_discovery == coalesce(var.network_type, "ipv4")
    )
    error_message = "ip_discovery must be an address that the nodes have: that of network_type (ipv4 unless stated), or either with dual_stack."
  }
}

# Serverless

variable "serverless" {
  description = <<-EOT
    A serverless cache instead of nodes: AWS keeps it over several zones, chooses its size between these limits
    and bills what is used. {} takes the limits as they are. Null makes nodes. Going from one to the other
    replaces the cache.
  EOT
  type = object({
    max_storage_gb      = optional(number, 10)
    min_storage_gb      = optional(number)
    max_ecpu_per_second = optional(number, 10000)
    min_ecpu_per_second = optional(number)
  })
  default = null

  validation {
    condition = (
      var.serverless == null
      ? true
      : coalesce(var.serverless.min_storage_gb, 0) <= var.serverless.max_storage_gb
    )
    error_message = "serverless must not have a min_storage_gb above max_storage_gb."
  }

  validation {
    condition = (
      var.serverless == null
      ? true
      : coalesce(var.serverless.min_ecpu_per_second, 0) <= var.serverless.max_ecpu_per_second
    )
    error_message = "serverless must not have a min_ecpu_per_second above max_ecpu_per_second."
  }

  validation {
    condition = (
      var.serverless == null
      ? true
      : (
        floor(var.serverless.max_storage_gb) == var.serverless.max_storage_gb &&
        var.serverless.max_storage_gb >= 1 &&
        var.serverless.max_storage_gb <= 5000
      )
    )
    error_message = "serverless.max_storage_gb must be a whole number between 1 and 5000 GB."
  }

  validation {
    condition = (
      var.serverless == null
      ? true
      : (
        var.serverless.min_storage_gb == null
        ? true
        : (
          floor(var.serverless.min_storage_gb) == var.serverless.min_storage_gb &&
          var.serverless.min_storage_gb >= 1 &&
          var.serverless.min_storage_gb <= 5000
        )
      )
    )
    error_message = "serverless.min_storage_gb must be a whole number between 1 and 5000 GB."
  }

  validation {
    condition = (
      var.serverless == null
      ? true
      : (
        floor(var.serverless.max_ecpu_per_second) == var.serverless.max_ecpu_per_second &&
        var.serverless.max_ecpu_per_second >= 1000 &&
        var.serverless.max_ecpu_per_second <= 15000000
      )
    )
    error_message = "serverless.max_ecpu_per_second must be a whole number between 1000 and 15000000 ECPU."
  }

  validation {
    condition = (
      var.serverless == null
      ? true
      : (
        var.serverless.min_ecpu_per_second == null
        ? true
        : (
          floor(var.serverless.min_ecpu_per_second) == var.serverless.min_ecpu_per_second &&
          var.serverless.min_ecpu_per_second >= 1000 &&
          var.serverless.min_ecpu_per_second <= 15000000
        )
      )
    )
    error_message = "serverless.min_ecpu_per_second must be a whole number between 1000 and 15000000 ECPU."
  }
}

# Network

variable "vpc_id" {
  description = "VPC of the cache. Changing it replaces the cache."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^vpc-[0-9a-f]+$", var.vpc_id))
    error_message = "vpc_id must be the ID of a VPC."
  }
}

variable "subnet_ids" {
  description = <<-EOT
    Subnets, in at least two zones: ones without a route to the internet. Nodes take new ones at once; those of a
    serverless cache cannot change, and a warning says so until a new cache is made (replacements).
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

  validation {
    condition     = var.serverless == null ? true : length(var.subnet_ids) <= 3
    error_message = "subnet_ids must be two or three with serverless, each in a zone of its own."
  }
}

variable "clients" {
  description = <<-EOT
    Who may reach the cache, by a name of your own: a security group or an IPv4 block. Nobody else can; there is
    no way out of the cache's security group at all.
  EOT
  type = map(object({
    security_group_id = optional(string)
    cidr              = optional(string)
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.clients) : can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", key))])
    error_message = join(" ", [
      "clients keys must be lower-case letters, digits and single hyphens, beginning with a letter (wrong:",
      "${join(", ", [for key in keys(var.clients) : key if !can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.clients) : item != null])
    error_message = "clients[*] must not be null (wrong: ${join(", ", [for key, item in var.clients : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) : item.cidr == null || item.security_group_id == null
      if item != null
    ])
    error_message = "clients[*] must have a cidr or a security_group_id, not both."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) : item.cidr != null || item.security_group_id != null
      if item != null
    ])
    error_message = "clients[*] must have a cidr or a security_group_id."
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
    error_message = "clients[*].cidr must not be everyone: name the blocks that clients connect from."
  }
}

# Users

variable "users" {
  description = <<-EOT
    Users by a name of your own, at least one; the cache calls them `<name of the cache>-<name>`. A user named
    default, with a password, lets in clients that know no user names.
  EOT
  type = map(object({
    auth          = optional(string, "iam")
    access_string = optional(string, "on ~* &* +@all -@admin -@dangerous +info")
  }))
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.users) : can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", key))])
    error_message = join(" ", [
      "users keys must be lower-case letters, digits and single hyphens, beginning with a letter (wrong:",
      "${join(", ", [for key in keys(var.users) : key if !can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.users) : item != null])
    error_message = "users[*] must not be null (wrong: ${join(", ", [for key, item in var.users : key if item == null])})."
  }

  validation {
    condition     = alltrue([for item in values(var.users) : contains(["iam", "password"], item.auth) if item != null])
    error_message = "users[*].auth must be one of iam, password."
  }

  validation {
    condition = alltrue([
      for item in values(var.users) : can(regex("^(on|off) .*\\S$", item.access_string))
      if item != null
    ])
    error_message = "users[*].access_string must begin with on or off, and go on with what is allowed."
  }

  validation {
    condition     = length(var.users) > 0
    error_message = "users must name at least one user: nobody could use the cache."
  }

  validation {
    condition     = alltrue([for user in keys(var.users) : length(var.name) + 1 + length(user) <= 40])
    error_message = "users must have names that are, with the name of the cache and a hyphen, 40 characters or less."
  }

  validation {
    condition     = try(var.users["default"].auth, "password") == "password"
    error_message = "users must have a default user only with auth password: clients without a user name have no IAM token."
  }
}

variable "passwords" {
  description = <<-EOT
    Passwords of the users with auth password, by their names: one, or two while clients change over. The AWS
    provider 5.100 has no write-only argument, so they are in the state and in plan files in the clear: keep both
    encrypted, or use IAM.
  EOT
  type        = map(list(string))
  default     = {}
  nullable    = false
  sensitive   = true

  validation {
    condition     = alltrue([for key in keys(var.passwords) : can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", key))])
    error_message = "passwords keys must be lower-case letters, digits and single hyphens, beginning with a letter."
  }

  validation {
    condition     = alltrue([for item in values(var.passwords) : item != null])
    error_message = "passwords[*] must not be null."
  }

  validation {
    condition     = alltrue([for item in values(var.passwords) : length(item) >= 1 && length(item) <= 2 if item != null])
    error_message = "passwords[*] must have 1 to 2 items."
  }

  validation {
    condition = alltrue([
      for item in values(var.passwords) : alltrue([for item in item : item != null])
      if item != null
    ])
    error_message = "passwords[*][*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.passwords) :
      alltrue([for item in item : length(item) >= 16 && length(item) <= 128 if item != null])
      if item != null
    ])
    error_message = "passwords[*][*] must have 16 to 128 characters."
  }

  validation {
    condition = alltrue([
      for item in values(var.passwords) :
      alltrue([for item in item : can(regex("^[!#-+.0-?A-~-]*$", item)) if item != null])
      if item != null
    ])
    error_message = "passwords[*][*] must be of printable characters of ASCII, without spaces, and without , \" / @."
  }

  validation {
    condition = alltrue([
      for name, user in var.users : contains(keys(var.passwords), name)
      if user == null ? false : user.auth == "password"
    ])
    error_message = "passwords must have an entry for each user with auth password."
  }

  validation {
    condition     = alltrue([for name in keys(var.passwords) : try(var.users[name].auth, "") == "password"])
    error_message = "passwords must be of users with auth password only: name the user in users, or take the password away."
  }
}

# Memory

variable "maxmemory_policy" {
  description = <<-EOT
    What is evicted when memory is full. Null is allkeys-lru: the keys that were not used for longest.
    volatile-... evicts only keys with a TTL; noeviction refuses writes, for queues and locks. A serverless cache
    always evicts keys with a TTL.
  EOT
  type        = string
  default     = null

  validation {
    condition = (
      var.maxmemory_policy == null
      ? true
      : contains(
        [
          "allkeys-lru",
          "allkeys-lfu",
          "allkeys-random",
          "volatile-lru",
          "volatile-lfu",
          "volatile-random",
          "volatile-ttl",
          "noeviction",
        ],
        var.maxmemory_policy,
      )
    )
    error_message = join(" ", [
      "maxmemory_policy must be one of allkeys-lru, allkeys-lfu, allkeys-random, volatile-lru, volatile-lfu,",
      "volatile-random, volatile-ttl, noeviction.",
    ])
  }

  validation {
    condition     = var.serverless == null ? true : var.maxmemory_policy == null
    error_message = "maxmemory_policy must not be given with serverless, which knows nothing of it: leave one of the two out."
  }
}

variable "notify_keyspace_events" {
  description = <<-EOT
    Events that are published as keys change: K or E (by key, by event) with classes, such as Egx for the expiry
    of sessions. Null is none; each event costs CPU.
  EOT
  type        = string
  default     = null

  validation {
    condition     = var.notify_keyspace_events == null ? true : can(regex("^[KEg$lshzxeA]*$", var.notify_keyspace_events))
    error_message = "notify_keyspace_events must be letters that the engine knows, such as Egx."
  }

  validation {
    condition     = var.serverless == null ? true : var.notify_keyspace_events == null
    error_message = "notify_keyspace_events must not be given with serverless, which knows nothing of it: leave one of the two out."
  }

  validation {
    condition = (
      coalesce(var.notify_keyspace_events, "K") == ""
      ? true
      : can(regex("[KE]", coalesce(var.notify_keyspace_events, "K")))
    )
    error_message = "notify_keyspace_events must have K or E, without which nothing is published."
  }
}

variable "parameters" {
  description = "Further parameters of the engine, by their names. Some take effect when nodes restart."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([for key in keys(var.parameters) : can(regex("^[a-z][a-z0-9-]*$", key))])
    error_message = join(" ", [
      "parameters keys must be names of parameters, such as slowlog-log-slower-than (wrong:",
      "${join(", ", [for key in keys(var.parameters) : key if !can(regex("^[a-z][a-z0-9-]*$", key))])}).",
    ])
  }

  validation {
    condition = length(setsubtract(
      [
        for name in keys(var.parameters) : name
        if !can(regex("^(commandlog|search|cluster|json|hash-field|extended)-", name))
      ],
      local.cache_parameters,
    )) == 0
    error_message = join("", [
      join(" ", [
        "parameters must be parameters that ElastiCache lets be set (as of 2026-11-29);",
        "appendonly is none, since it has no append-only file: snapshots and replicas keep the data (wrong: ",
      ]),
      join(
        ", ",
        setsubtract(
          [
            for name in keys(var.parameters) : name
            if !can(regex("^(commandlog|search|cluster|json|hash-field|extended)-", name))
          ],
          local.cache_parameters,
        ),
      ),
      ").",
    ])
  }

  validation {
    condition = alltrue([
      for limits in [
        {
          acllog-max-len                                 = [1, 10000]
          active-defrag-cycle-max                        = [1, 75]
          active-defrag-cycle-min                        = [1, 75]
          active-defrag-ignore-bytes                     = [10485760, 104857600]
          active-defrag-max-scan-fields                  = [1, 1000000]
          active-defrag-threshold-lower                  = [1, 100]
          active-defrag-threshold-upper                  = [1, 100]
          active-expire-effort                           = [1, 10]
          client-output-buffer-limit-normal-hard-limit   = [0, 9007199254740991]
          client-output-buffer-limit-normal-soft-limit   = [0, 9007199254740991]
          client-output-buffer-limit-normal-soft-seconds = [0, 9007199254740991]
          client-output-buffer-limit-pubsub-hard-limit   = [0, 9007199254740991]
          client-output-buffer-limit-pubsub-soft-limit   = [0, 9007199254740991]
          client-output-buffer-limit-pubsub-soft-seconds = [0, 9007199254740991]
          client-query-buffer-limit                      = [1048576, 1073741824]
          cluster-databases                              = [1, 10000]
          commandlog-large-reply-max-len                 = [0, 1024]
          commandlog-large-request-max-len               = [0, 1024]
          commandlog-reply-larger-than                   = [-1, 9007199254740991]
          commandlog-request-larger-than                 = [-1, 9007199254740991]
          databases                                      = [1, 1200000]
          hash-max-listpack-entries                      = [0, 9007199254740991]
          hash-max-listpack-value                        = [0, 9007199254740991]
          hll-sparse-max-bytes                           = [1, 16000]
          lfu-decay-time                                 = [0, 9007199254740991]
          lfu-log-factor                                 = [1, 9007199254740991]
          list-compress-depth                            = [0, 9007199254740991]
          list-max-listpack-size                         = [-5, 9007199254740991]
          maxmemory-samples                              = [1, 64]
          min-replicas-max-lag                           = [0, 9007199254740991]
          min-replicas-to-write                          = [0, 9007199254740991]
          proto-max-bulk-len                             = [1048576, 536870912]
          repl-backlog-size                              = [16384, 9007199254740991]
          repl-backlog-ttl                               = [0, 9007199254740991]
          reserved-memory                                = [0, 9007199254740991]
          reserved-memory-percent                        = [0, 100]
          search-default-timeout-ms                      = [1, 60000]
          set-max-intset-entries                         = [0, 9007199254740991]
          set-max-listpack-entries                       = [0, 9007199254740991]
          set-max-listpack-value                         = [0, 9007199254740991]
          slowlog-log-slower-than                        = [-1, 9007199254740991]
          slowlog-max-len                                = [0, 9007199254740991]
          stream-node-max-bytes                          = [0, 9007199254740991]
          stream-node-max-entries                        = [0, 9007199254740991]
          tcp-keepalive                                  = [0, 9007199254740991]
          timeout                                        = [0, 9007199254740991]
          tracking-table-max-keys                        = [1, 100000000]
          zset-max-listpack-entries                      = [0, 9007199254740991]
          zset-max-listpack-value                        = [0, 9007199254740991]
        },
      ] :
      alltrue([
        for name, value in var.parameters :
        (
          value == null
          ? true
          : (
            contains(
              [
                "activedefrag",
                "close-on-replica-write",
                "cluster-allow-pubsubshard-when-down",
                "cluster-allow-reads-when-down",
                "cluster-enabled",
                "cluster-require-full-coverage",
                "extended-redis-compatibility",
                "latency-tracking",
                "lazyfree-lazy-eviction",
                "lazyfree-lazy-expire",
                "lazyfree-lazy-server-del",
                "lazyfree-lazy-user-del",
                "search-enable-partial-results",
              ],
              name,
            )
            ? contains(["yes", "no"], value)
            : (
              contains(
                [
                  "acl-pubsub-default",
                  "cluster-preferred-endpoint-type",
                  "search-fanout-target-mode",
                ],
                name,
              )
              ? contains(
                [
                  "acl-pubsub-default=resetchannels",
                  "acl-pubsub-default=allchannels",
                  "cluster-preferred-endpoint-type=ip",
                  "cluster-preferred-endpoint-type=tls-dynamic",
                  "search-fanout-target-mode=client",
                  "search-fanout-target-mode=throughput",
                ],
                "${name}=${value}",
              )
              : (
                contains(keys(limits), name)
                ? (
                  can(regex("^-?[0-9]+$", value)) &&
                  try(tonumber(value) >= limits[name][0] && tonumber(value) <= limits[name][1], false)
                )
                : true
              )
            )
          )
        )
      ])
    ])
    error_message = "parameters must have yes or no for a switch, and for a number or a word one that ElastiCache takes."
  }

  validation {
    condition     = !can(regex("^([1-9]|1[0-9])$", lookup(var.parameters, "timeout", "0")))
    error_message = "parameters must have a timeout of 0, which never closes an idle connection, or of 20 seconds and more."
  }

  validation {
    condition     = alltrue([for item in values(var.parameters) : item != null])
    error_message = "parameters[*] must not be null (wrong: ${join(", ", [for key, item in var.parameters : key if item == null])})."
  }

  validation {
    condition     = var.serverless == null ? true : length(var.parameters) == 0
    error_message = "parameters must be empty with serverless, which has no parameters."
  }

  validation {
    condition = alltrue([
      for name in keys(var.parameters) :
      !(
        tonumber(split(".", coalesce(var.engine_version, var.engine == "redis" ? "7.1" : "8.1"))[0]) >= 8 &&
        can(regex("^lazyfree-lazy-", name))
      ) &&
      !(
        tonumber(split(".", coalesce(var.engine_version, var.engine == "redis" ? "7.1" : "8.1"))[0]) < 8 &&
        can(regex("^(commandlog|search|extended)-", name))
      ) &&
      !(
        tonumber(split(".", coalesce(var.engine_version, var.engine == "redis" ? "7.1" : "8.1"))[0]) < 9 &&
        can(regex("^cluster-databases$", name))
      )
    ])
    error_message = join(" ", [
      "parameters must be parameters of engine_version: lazyfree-lazy- ends with 7;",
      "commandlog-, search- and extended- begin with 8, cluster-databases with 9.",
    ])
  }

  validation {
    condition = length(setintersection(keys(var.parameters), [
      "maxmemory-policy",
      "notify-keyspace-events",
      "cluster-enabled",
    ])) == 0
    error_message = join(" ", [
      "parameters must not hold maxmemory-policy, notify-keyspace-events, cluster-enabled: use maxmemory_policy,",
      "notify_keyspace_events and shards.",
    ])
  }
}

# Snapshots

variable "snapshot_retention_days" {
  description = "Days that daily snapshots are kept. 0 makes none: for a cache that holds nothing of its own."
  type        = number
  default     = 7
  nullable    = false

  validation {
    condition = (
      floor(var.snapshot_retention_days) == var.snapshot_retention_days &&
      var.snapshot_retention_days >= 0 &&
      var.snapshot_retention_days <= 35
    )
    error_message = "snapshot_retention_days must be a whole number between 0 and 35 days."
  }
}

variable "snapshot_window" {
  description = "When daily snapshots are taken, in UTC. A serverless cache is told only when it begins."
  type        = string
  default     = "03:00-04:00"
  nullable    = false

  validation {
    condition     = can(regex("^([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]$", var.snapshot_window))
    error_message = "snapshot_window must be a daily window in UTC, such as 03:00-04:00."
  }

  validation {
    condition = try(
      (
        (
          (
            tonumber(substr(var.snapshot_window, 6, 2)) * 60 +
            tonumber(substr(var.snapshot_window, 9, 2)) -
            (tonumber(substr(var.snapshot_window, 0, 2)) * 60 + tonumber(substr(var.snapshot_window, 3, 2))) +
            1440
          ) %
          1440
        ) >=
        60
      ),
      true,
    )
    error_message = "snapshot_window must last 60 minutes or longer."
  }

  validation {
    condition = (
      var.serverless != null
      ? true
      : try(
        !(
          (
            (
              (
                tonumber(substr(coalesce(var.maintenance_window, "sun:05:00-sun:06:00"), 4, 2)) * 60 +
                tonumber(substr(coalesce(var.maintenance_window, "sun:05:00-sun:06:00"), 7, 2)) -
                (tonumber(substr(var.snapshot_window, 0, 2)) * 60 + tonumber(substr(var.snapshot_window, 3, 2))) +
                1440
              ) %
              1440
            ) <
            (
              (
                tonumber(substr(var.snapshot_window, 6, 2)) * 60 +
                tonumber(substr(var.snapshot_window, 9, 2)) -
                (tonumber(substr(var.snapshot_window, 0, 2)) * 60 + tonumber(substr(var.snapshot_window, 3, 2))) +
                1440
              ) %
              1440
            )
          ) ||
          (
            (
              (
                tonumber(substr(var.snapshot_window, 0, 2)) * 60 +
                tonumber(substr(var.snapshot_window, 3, 2)) -
                (
                  tonumber(substr(coalesce(var.maintenance_window, "sun:05:00-sun:06:00"), 4, 2)) * 60 +
                  tonumber(substr(coalesce(var.maintenance_window, "sun:05:00-sun:06:00"), 7, 2))
                ) +
                1440
              ) %
              1440
            ) <
            (
              (
                index(
                  ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
                  substr(coalesce(var.maintenance_window, "sun:05:00-sun:06:00"), 10, 3),
                ) * 1440 +
                tonumber(substr(coalesce(var.maintenance_window, "sun:05:00-sun:06:00"), 14, 2)) * 60 +
                tonumber(substr(coalesce(var.maintenance_window, "sun:05:00-sun:06:00"), 17, 2)) -
                (
                  index(
                    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
                    substr(coalesce(var.maintenance_window, "sun:05:00-sun:06:00"), 0, 3),
                  ) * 1440 +
                  tonumber(substr(coalesce(var.maintenance_window, "sun:05:00-sun:06:00"), 4, 2)) * 60 +
                  tonumber(substr(coalesce(var.maintenance_window, "sun:05:00-sun:06:00"), 7, 2))
                ) +
                10080
              ) %
              10080
            )
          )
        ),
        true,
      )
    )
    error_message = "snapshot_window must not overlap with maintenance_window (sun:05:00-sun:06:00 where none is given), which ElastiCache refuses."
  }
}

variable "snapshot" {
  description = "What the cache starts with. Read only when the cache is made: a later change, or taking it away, does nothing. Null starts empty."
  type = object({
    name = optional(string)
    arns = optional(list(string))
  })
  default = null

  validation {
    condition     = var.snapshot == null ? true : (var.snapshot.name == null) != (var.snapshot.arns == null)
    error_message = "snapshot must have either a name or arns."
  }

  validation {
    condition = (
      var.snapshot == null
      ? true
      : (var.snapshot.name == null ? true : can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", var.snapshot.name)))
    )
    error_message = "snapshot.name must be lower-case letters, digits and single hyphens."
  }

  validation {
    condition = (
      var.snapshot == null
      ? true
      : (var.snapshot.arns == null ? true : length(var.snapshot.arns) >= 1 && length(var.snapshot.arns) <= 500)
    )
    error_message = "snapshot.arns must have 1 to 500 items."
  }

  validation {
    condition = (
      var.snapshot == null
      ? true
      : (var.snapshot.arns == null ? true : alltrue([for item in var.snapshot.arns : item != null]))
    )
    error_message = "snapshot.arns[*] must not be null."
  }

  validation {
    condition = (
      var.snapshot == null
      ? true
      : (
        var.snapshot.arns == null
        ? true
        : alltrue([
          for item in var.snapshot.arns :
          can(regex("^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:(s3:::.+[.]rdb|elasticache:.+)$", item))
          if item != null
        ])
      )
    )
    error_message = "snapshot.arns[*] must be the ARN of a snapshot."
  }

  validation {
    condition = (
      var.snapshot == null
      ? true
      : (
        var.snapshot.arns == null
        ? true
        : alltrue([
          for item in var.snapshot.arns :
          can(regex(
            "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
            item,
          ))
          if item != null
        ])
      )
    )
    error_message = join("", [
      "snapshot.arns[*] must be of region ",
      data.aws_region.current.id,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(
        ", ",
        (
          var.snapshot == null
          ? []
          : (
            var.snapshot.arns == null
            ? []
            : flatten([
              for item in var.snapshot.arns : [item]
              if(
                item == null
                ? false
                : !can(regex(
                  "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
                  item,
                ))
              )
            ])
          )
        ),
      ),
      ").",
    ])
  }

  validation {
    condition     = var.serverless == null ? true : (var.snapshot == null ? true : var.snapshot.name == null)
    error_message = "snapshot must have arns with serverless, which cannot start from the name of a snapshot."
  }
}

variable "final_snapshot_name" {
  description = <<-EOT
    Name of the snapshot that is taken before nodes are destroyed. Null is `<name>-final`. AWS refuses to destroy
    the cache while a snapshot has that name already.
  EOT
  type        = string
  default     = null

  validation {
    condition = (
      var.final_snapshot_name == null
      ? true
      : can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", var.final_snapshot_name))
    )
    error_message = "final_snapshot_name must be lower-case letters, digits and single hyphens."
  }

  validation {
    condition = (
      var.final_snapshot_name == null
      ? true
      : length(var.final_snapshot_name) >= 1 && length(var.final_snapshot_name) <= 255
    )
    error_message = "final_snapshot_name must have 1 to 255 characters."
  }

  validation {
    condition     = var.serverless == null ? true : var.final_snapshot_name == null
    error_message = "final_snapshot_name must not be given with serverless, which knows nothing of it: leave one of the two out."
  }
}

variable "skip_final_snapshot" {
  description = <<-EOT
    Whether the cache may be destroyed with all that is in it, without a last snapshot. A serverless cache needs
    it: the AWS provider cannot take one there, so take one by hand first.
  EOT
  type        = bool
  default     = false
  nullable    = false

  validation {
    condition = var.serverless == null ? true : var.skip_final_snapshot
    error_message = join(" ", [
      "skip_final_snapshot must be true with serverless:",
      "the AWS provider cannot take a snapshot before it destroys a serverless cache, so say that you know.",
    ])
  }
}

# Encryption

variable "kms_key" {
  description = <<-EOT
    KMS key that encrypts the data, its snapshots and the logs of the cache; its policy must let CloudWatch Logs
    use it. Null makes a key of the module's own (1 USD/month). Changing it replaces the cache.
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

# Maintenance

variable "maintenance_window" {
  description = "When AWS patches nodes, and makes the changes that wait for it, in UTC; not within the snapshot window. Null is sun:05:00-sun:06:00."
  type        = string
  default     = null

  validation {
    condition = (
      var.maintenance_window == null
      ? true
      : can(regex(
        "^(mon|tue|wed|thu|fri|sat|sun):([01][0-9]|2[0-3]):[0-5][0-9]-(mon|tue|wed|thu|fri|sat|sun):([01][0-9]|2[0-3]):[0-5][0-9]$",
        var.maintenance_window,
      ))
    )
    error_message = "maintenance_window must be a weekly window in UTC, such as sun:05:00-sun:06:00."
  }

  validation {
    condition = (
      var.maintenance_window == null
      ? true
      : try(
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
          60
        ),
        true,
      )
    )
    error_message = "maintenance_window must last 60 minutes or longer."
  }

  validation {
    condition     = var.serverless == null ? true : var.maintenance_window == null
    error_message = "maintenance_window must not be given with serverless, which knows nothing of it: leave one of the two out."
  }
}

variable "apply_immediately" {
  description = <<-EOT
    Whether a change of the node type or the version is made at once, each node being away for a while, and not in
    the maintenance window; until then plans show it again. Null is false. Replicas, shards and users always
    change at once.
  EOT
  type        = bool
  default     = null

  validation {
    condition     = var.serverless == null ? true : var.apply_immediately == null
    error_message = "apply_immediately must not be given with serverless, which knows nothing of it: leave one of the two out."
  }
}

variable "auto_minor_version_upgrade" {
  description = "Whether AWS raises the minor version in the maintenance window. Null is true."
  type        = bool
  default     = null

  validation {
    condition     = var.serverless == null ? true : var.auto_minor_version_upgrade == null
    error_message = "auto_minor_version_upgrade must not be given with serverless, which knows nothing of it: leave one of the two out."
  }
}

variable "notification_topic_arn" {
  description = "SNS topic that is told of failovers, patches and other events of nodes. Null tells none."
  type        = string
  default     = null

  validation {
    condition = (
      var.notification_topic_arn == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}([.]fifo)?$",
        var.notification_topic_arn,
      ))
    )
    error_message = "notification_topic_arn must be an ARN of sns."
  }

  validation {
    condition = (
      var.notification_topic_arn == null
      ? true
      : length(var.notification_topic_arn) >= 1 && length(var.notification_topic_arn) <= 2048
    )
    error_message = "notification_topic_arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.notification_topic_arn == null
      ? true
      : can(regex(
        "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
        var.notification_topic_arn,
      ))
    )
    error_message = join(" ", [
      "notification_topic_arn must be of region ${data.aws_region.current.id}, as the module's provider is:",
      "give one that was made there (wrong:",
      "${join(", ", var.notification_topic_arn == null ? [] : [var.notification_topic_arn])}).",
    ])
  }

  validation {
    condition     = var.serverless == null ? true : var.notification_topic_arn == null
    error_message = "notification_topic_arn must not be given with serverless, which knows nothing of it: leave one of the two out."
  }
}

variable "replacements" {
  description = <<-EOT
    How often the cache was replaced on purpose. The plan refuses a change that needs a new cache, such as a lower
    version, until this number is raised with it. The new one is named `<name>-<number>`, has another endpoint,
    and starts empty or from `snapshot`.
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

# Logs

variable "logs" {
  description = <<-EOT
    Which logs of the nodes go to CloudWatch, as JSON: slow commands, and what the engine does. Null is both, []
    none. Turning one off deletes its log group. A serverless cache has none.
  EOT
  type        = set(string)
  default     = null

  validation {
    condition     = var.logs == null ? true : alltrue([for item in var.logs : item != null])
    error_message = "logs[*] must not be null."
  }

  validation {
    condition = (
      var.logs == null
      ? true
      : alltrue([for item in var.logs : contains(["slow-log", "engine-log"], item) if item != null])
    )
    error_message = "logs[*] must be one of slow-log, engine-log."
  }

  validation {
    condition     = var.serverless == null ? true : var.logs == null
    error_message = "logs must not be given with serverless, which knows nothing of it: leave one of the two out."
  }
}

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

# Alarms

variable "alarms" {
  description = "Alarms that go to these SNS topics, for each node (0.10 USD/month each) or for the serverless cache. Null makes none."
  type = object({
    topic_arns         = list(string)
    engine_cpu         = optional(number, 90)
    memory             = optional(number, 90)
    evictions          = optional(number, 1000)
    connections        = optional(number, 50000)
    replication_lag    = optional(number, 10)
    throttled_commands = optional(number, 1)
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
      : (
        floor(var.alarms.engine_cpu) == var.alarms.engine_cpu &&
        var.alarms.engine_cpu >= 1 &&
        var.alarms.engine_cpu <= 100
      )
    )
    error_message = "alarms.engine_cpu must be a whole number between 1 and 100 percent."
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
        floor(var.alarms.evictions) == var.alarms.evictions &&
        var.alarms.evictions >= 1 &&
        var.alarms.evictions <= 1000000000
      )
    )
    error_message = "alarms.evictions must be a whole number between 1 and 1000000000 keys."
  }

  validation {
    condition = (
      var.alarms == null
      ? true
      : (
        floor(var.alarms.connections) == var.alarms.connections &&
        var.alarms.connections >= 1 &&
        var.alarms.connections <= 65000
      )
    )
    error_message = "alarms.connections must be a whole number between 1 and 65000 connections."
  }

  validation {
    condition = (
      var.alarms == null
      ? true
      : (
        floor(var.alarms.replication_lag) == var.alarms.replication_lag &&
        var.alarms.replication_lag >= 1 &&
        var.alarms.replication_lag <= 86400
      )
    )
    error_message = "alarms.replication_lag must be a whole number between 1 and 86400 seconds."
  }

  validation {
    condition = (
      var.alarms == null
      ? true
      : (
        floor(var.alarms.throttled_commands) == var.alarms.throttled_commands &&
        var.alarms.throttled_commands >= 1 &&
        var.alarms.throttled_commands <= 1000000000
      )
    )
    error_message = "alarms.throttled_commands must be a whole number between 1 and 1000000000 commands."
  }
}
