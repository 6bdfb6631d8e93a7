# General

variable "name" {
  description = "Name of the load balancer. Names of resources begin with it; changing it replaces them."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 32 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen."
  }

  validation {
    condition     = !startswith(var.name, "internal-")
    error_message = "name must not begin with internal-, which AWS keeps for itself."
  }
}

variable "vpc_id" {
  description = "VPC of the load balancer. Changing it replaces the load balancer."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^vpc-[0-9a-f]+$", var.vpc_id))
    error_message = "vpc_id must be the ID of a VPC."
  }
}

variable "subnet_ids" {
  description = "Subnets, one in each of at least two zones: public ones for an internet-facing load balancer, else private ones."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) >= 2 && length(var.subnet_ids) <= 6
    error_message = "subnet_ids must have 2 to 6 items."
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

variable "internal" {
  description = "Whether only the VPC and what is connected to it can reach the load balancer. Changing it replaces the load balancer."
  type        = bool
  default     = false
  nullable    = false
}

variable "ip_address_type" {
  description = "Kinds of addresses of the load balancer; dualstack-without-public-ipv4 is for IPv6 clients of an internet-facing one."
  type        = string
  default     = "ipv4"
  nullable    = false

  validation {
    condition     = contains(["ipv4", "dualstack", "dualstack-without-public-ipv4"], var.ip_address_type)
    error_message = "ip_address_type must be one of ipv4, dualstack, dualstack-without-public-ipv4."
  }

  validation {
    condition     = !(var.internal && var.ip_address_type == "dualstack-without-public-ipv4")
    error_message = "ip_address_type must be ipv4 or dualstack for an internal load balancer, which has no public addresses at all."
  }
}

variable "deletion_protection" {
  description = "Whether AWS refuses to delete the load balancer. To delete it, apply with false first."
  type        = bool
  default     = true
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

# Clients and targets

variable "allowed_cidrs" {
  description = <<-EOT
    CIDR blocks of the clients, IPv4 or IPv6, by a name of your own. Null opens an internet-facing load balancer
    to everyone (0.0.0.0/0, and ::/0 with IPv6) unless prefix lists or security groups are allowed, and an
    internal one to nobody; {} opens it to nobody.
  EOT
  type        = map(string)
  default     = null

  validation {
    condition = (
      var.allowed_cidrs == null
      ? true
      : alltrue([for key in keys(var.allowed_cidrs) : can(regex("^[a-z0-9-]+$", key))])
    )
    error_message = "allowed_cidrs keys must be lower-case letters, digits and hyphens."
  }

  validation {
    condition     = var.allowed_cidrs == null ? true : alltrue([for item in values(var.allowed_cidrs) : item != null])
    error_message = "allowed_cidrs[*] must not be null."
  }

  validation {
    condition = (
      var.allowed_cidrs == null
      ? true
      : alltrue([
        for item in values(var.allowed_cidrs) :
        can(regex("^[0-9a-fA-F.:]+/[0-9]+$", item)) &&
        try(strcontains(item, ":") ? cidrsubnet(item, 0, 0) != "" : cidrsubnet(item, 0, 0) == item, false)
        if item != null
      ])
    )
    error_message = "allowed_cidrs[*] must be an IPv4 or IPv6 CIDR block that begins with its network address."
  }
}

variable "allowed_prefix_lists" {
  description = <<-EOT
    Prefix lists of the clients, by a name of your own, such as that of CloudFront's origin-facing addresses, so
    that nobody can go around it. A list counts as many rules as it has entries (CloudFront: 55 of the 60 that a
    security group may have).
  EOT
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([for key in keys(var.allowed_prefix_lists) : can(regex("^[a-z0-9-]+$", key))])
    error_message = join(" ", [
      "allowed_prefix_lists keys must be lower-case letters, digits and hyphens (wrong:",
      "${join(", ", [for key in keys(var.allowed_prefix_lists) : key if !can(regex("^[a-z0-9-]+$", key))])}).",
    ])
  }

  validation {
    condition = alltrue([for item in values(var.allowed_prefix_lists) : item != null])
    error_message = join(" ", [
      "allowed_prefix_lists[*] must not be null (wrong:",
      "${join(", ", [for key, item in var.allowed_prefix_lists : key if item == null])}).",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.allowed_prefix_lists) : can(regex("^pl-[0-9a-f]+$", item))
      if item != null
    ])
    error_message = "allowed_prefix_lists[*] must be the ID of a prefix list."
  }
}

variable "allowed_security_groups" {
  description = "Security groups of the clients, by a name of your own."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([for key in keys(var.allowed_security_groups) : can(regex("^[a-z0-9-]+$", key))])
    error_message = join(" ", [
      "allowed_security_groups keys must be lower-case letters, digits and hyphens (wrong:",
      "${join(", ", [for key in keys(var.allowed_security_groups) : key if !can(regex("^[a-z0-9-]+$", key))])}).",
    ])
  }

  validation {
    condition = alltrue([for item in values(var.allowed_security_groups) : item != null])
    error_message = join(" ", [
      "allowed_security_groups[*] must not be null (wrong:",
      "${join(", ", [for key, item in var.allowed_security_groups : key if item == null])}).",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.allowed_security_groups) : can(regex("^sg-[0-9a-f]+$", item))
      if item != null
    ])
    error_message = "allowed_security_groups[*] must be the ID of a security group."
  }
}

variable "targets" {
  description = <<-EOT
    What the load balancer may send requests and health checks to, by a name of your own. Beside `https_egress`
    there is no other way out of its security group.
  EOT
  type = map(object({
    security_group_id = string
    port              = number
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.targets) : can(regex("^[a-z0-9-]+$", key))])
    error_message = join(" ", [
      "targets keys must be lower-case letters, digits and hyphens (wrong:",
      "${join(", ", [for key in keys(var.targets) : key if !can(regex("^[a-z0-9-]+$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.targets) : item != null])
    error_message = "targets[*] must not be null (wrong: ${join(", ", [for key, item in var.targets : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.targets) : can(regex("^sg-[0-9a-f]+$", item.security_group_id))
      if item != null
    ])
    error_message = "targets[*].security_group_id must be the ID of a security group."
  }

  validation {
    condition     = alltrue([for item in values(var.targets) : item.port >= 1 && item.port <= 65535 if item != null])
    error_message = "targets[*].port must be between 1 and 65535."
  }

  validation {
    condition     = alltrue([for item in values(var.targets) : floor(item.port) == item.port if item != null])
    error_message = "targets[*].port must be a whole number."
  }
}

variable "https_egress" {
  description = <<-EOT
    Whether the load balancer may reach port 443 anywhere over IPv4. A rule that has users sign in needs it: it
    gets their tokens from Cognito, whose addresses change. An internal one needs a NAT gateway as well.
  EOT
  type        = bool
  default     = false
  nullable    = false
}

variable "redirect_http" {
  description = "Whether port 80 is open too, and sends clients to HTTPS (301). With false there is no listener on it."
  type        = bool
  default     = true
  nullable    = false
}

# TLS

variable "certificate_arn" {
  description = "Certificate of the HTTPS listener, of the load balancer's own region."
  type        = string
  nullable    = false

  validation {
    condition = can(regex(
      join("", [
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:(acm:[a-z0-9-]+:[0-9]{12}:certificate|",
        "iam::[0-9]{12}:server-certificate)/[A-Za-z0-9+=,.@_/-]{1,600}$",
      ]),
      var.certificate_arn,
    ))
    error_message = "certificate_arn must be the ARN of a certificate in ACM or IAM."
  }

  validation {
    condition = can(regex(
      "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):(|aws|${data.aws_caller_identity.current.account_id}):",
      var.certificate_arn,
    ))
    error_message = join(" ", [
      "certificate_arn must be of region ${data.aws_region.current.id} and account",
      "${data.aws_caller_identity.current.account_id}, as the module's provider is:",
      "give one that was made there (wrong: ${join(", ", [var.certificate_arn])}).",
    ])
  }
}

variable "certificates" {
  description = "Further certificates, by a name of your own. The listener picks the one that fits the name that a client asks for."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([for key in keys(var.certificates) : can(regex("^[a-z0-9-]+$", key))])
    error_message = join(" ", [
      "certificates keys must be lower-case letters, digits and hyphens (wrong:",
      "${join(", ", [for key in keys(var.certificates) : key if !can(regex("^[a-z0-9-]+$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.certificates) : item != null])
    error_message = "certificates[*] must not be null (wrong: ${join(", ", [for key, item in var.certificates : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.certificates) :
      can(regex(
        join("", [
          "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:(acm:[a-z0-9-]+:[0-9]{12}:certificate|",
          "iam::[0-9]{12}:server-certificate)/[A-Za-z0-9+=,.@_/-]{1,600}$",
        ]),
        item,
      ))
      if item != null
    ])
    error_message = "certificates[*] must be the ARN of a certificate in ACM or IAM."
  }

  validation {
    condition = alltrue([
      for item in values(var.certificates) :
      can(regex(
        join("", [
          "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):(|",
          "aws|${data.aws_caller_identity.current.account_id}):",
        ]),
        item,
      ))
      if item != null
    ])
    error_message = join("", [
      "certificates[*] must be of region ",
      data.aws_region.current.id,
      " and account ",
      data.aws_caller_identity.current.account_id,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(", ", flatten([
        for item in values(var.certificates) : [item]
        if(
          item == null
          ? false
          : !can(regex(
            join("", [
              "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):(|",
              "aws|${data.aws_caller_identity.current.account_id}):",
            ]),
            item,
          ))
        )
      ])),
      ").",
    ])
  }
}

variable "tls_policy" {
  description = <<-EOT
    Security policy: TLS 1.3 and 1.2 with forward secrecy and authenticated ciphers only, with post-quantum key
    exchange for clients that have it. This is what AWS recommends; no policy in the list speaks TLS older than
    1.2.
  EOT
  type        = string
  default     = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"
  nullable    = false

  validation {
    condition = contains(
      [
        "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
        "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
        "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09",
        "ELBSecurityPolicy-TLS13-1-3-2021-06",
        "ELBSecurityPolicy-TLS13-1-2-PQ-2025-09",
        "ELBSecurityPolicy-TLS13-1-2-2021-06",
        "ELBSecurityPolicy-TLS13-1-2-Ext1-PQ-2025-09",
        "ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06",
        "ELBSecurityPolicy-TLS13-1-2-Ext2-PQ-2025-09",
        "ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06",
        "ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09",
        "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04",
        "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09",
        "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04",
        "ELBSecurityPolicy-TLS13-1-2-FIPS-PQ-2025-09",
        "ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04",
      ],
      var.tls_policy,
    )
    error_message = join(" ", [
      "tls_policy must be one of ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09, ELBSecurityPolicy-TLS13-1-2-Res-2021-06,",
      "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09, ELBSecurityPolicy-TLS13-1-3-2021-06,",
      "ELBSecurityPolicy-TLS13-1-2-PQ-2025-09, ELBSecurityPolicy-TLS13-1-2-2021-06,",
      "ELBSecurityPolicy-TLS13-1-2-Ext1-PQ-2025-09, ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06,",
      "ELBSecurityPolicy-TLS13-1-2-Ext2-PQ-2025-09, ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06,",
      "ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09, ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04,",
      "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09, ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04,",
      "ELBSecurityPolicy-TLS13-1-2-FIPS-PQ-2025-09, ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04.",
    ])
  }
}

variable "mutual_tls" {
  description = "Asks each client for a certificate, and refuses those without a good one. Null asks for none."
  type = object({
    trust_store_arn                  = string
    ignore_client_certificate_expiry = optional(bool, false)
    advertise_trust_store_ca_names   = optional(bool, false)
  })
  default = null

  validation {
    condition = (
      var.mutual_tls == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:truststore/[A-Za-z0-9+=,.@_/!#-]+$",
        var.mutual_tls.trust_store_arn,
      ))
    )
    error_message = "mutual_tls.trust_store_arn must be an ARN of elasticloadbalancing."
  }

  validation {
    condition = (
      var.mutual_tls == null
      ? true
      : length(var.mutual_tls.trust_store_arn) >= 1 && length(var.mutual_tls.trust_store_arn) <= 2048
    )
    error_message = "mutual_tls.trust_store_arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.mutual_tls == null
      ? true
      : can(regex(
        join("", [
          "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):(|",
          "aws|${data.aws_caller_identity.current.account_id}):",
        ]),
        var.mutual_tls.trust_store_arn,
      ))
    )
    error_message = join(" ", [
      "mutual_tls.trust_store_arn must be of region ${data.aws_region.current.id} and account",
      "${data.aws_caller_identity.current.account_id}, as the module's provider is:",
      "give one that was made there (wrong:",
      "${join(", ", var.mutual_tls == null ? [] : [var.mutual_tls.trust_store_arn])}).",
    ])
  }
}

# Requests

variable "idle_timeout" {
  description = <<-EOT
    Seconds without a byte after which a connection is closed. The keep-alive timeout of the targets must be
    longer, else clients see 502 now and then (Node.js: server.keepAliveTimeout, 5 s by itself).
  EOT
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = var.idle_timeout >= 1 && var.idle_timeout <= 4000
    error_message = "idle_timeout must be between 1 and 4000 seconds."
  }

  validation {
    condition     = floor(var.idle_timeout) == var.idle_timeout
    error_message = "idle_timeout must be a whole number."
  }
}

variable "client_keep_alive" {
  description = "Seconds after which a client's connection is closed even when it is busy, so that clients move on when zones or addresses change."
  type        = number
  default     = 180
  nullable    = false

  validation {
    condition     = var.client_keep_alive >= 60 && var.client_keep_alive <= 604800
    error_message = "client_keep_alive must be between 60 and 604800 seconds."
  }

  validation {
    condition     = floor(var.client_keep_alive) == var.client_keep_alive
    error_message = "client_keep_alive must be a whole number."
  }
}

variable "http2" {
  description = "Whether clients may speak HTTP/2."
  type        = bool
  default     = true
  nullable    = false
}

variable "drop_invalid_headers" {
  description = "Whether header fields with names that HTTP does not allow are removed before a target sees them."
  type        = bool
  default     = true
  nullable    = false
}

variable "desync_mitigation" {
  description = "How requests that targets could understand differently (request smuggling) are treated."
  type        = string
  default     = "defensive"
  nullable    = false

  validation {
    condition     = contains(["defensive", "strictest", "monitor"], var.desync_mitigation)
    error_message = "desync_mitigation must be one of defensive, strictest, monitor."
  }
}

variable "preserve_host_header" {
  description = "Whether targets see the Host header exactly as it came, without the port being put right."
  type        = bool
  default     = false
  nullable    = false
}

variable "xff_mode" {
  description = "What is done with X-Forwarded-For: the client's address is appended, nothing is done, or it is removed."
  type        = string
  default     = "append"
  nullable    = false

  validation {
    condition     = contains(["append", "preserve", "remove"], var.xff_mode)
    error_message = "xff_mode must be one of append, preserve, remove."
  }
}

variable "xff_client_port" {
  description = "Whether X-Forwarded-For holds the client's port too."
  type        = bool
  default     = false
  nullable    = false
}

variable "tls_headers" {
  description = "Whether targets see the client's TLS version and cipher (X-Amzn-Tls-Version, X-Amzn-Tls-Cipher-Suite)."
  type        = bool
  default     = false
  nullable    = false
}

# Responses

variable "strict_transport_security" {
  description = "Strict-Transport-Security of every response: a year without plain HTTP, for subdomains too. Empty leaves the header to the targets."
  type        = string
  default     = "max-age=31536000; includeSubDomains"
  nullable    = false

  validation {
    condition     = can(regex("^(max-age=[0-9]+(;[^\\r\\n]*)?)?$", var.strict_transport_security))
    error_message = "strict_transport_security must begin with max-age=, or be empty."
  }
}

variable "content_type_nosniff" {
  description = "Whether every response says X-Content-Type-Options: nosniff."
  type        = bool
  default     = true
  nullable    = false
}

variable "frame_options" {
  description = "X-Frame-Options of every response: who may show pages in a frame. none leaves it to the targets."
  type        = string
  default     = "DENY"
  nullable    = false

  validation {
    condition     = contains(["DENY", "SAMEORIGIN", "none"], var.frame_options)
    error_message = "frame_options must be one of DENY, SAMEORIGIN, none."
  }
}

variable "content_security_policy" {
  description = "Content-Security-Policy of every response. Empty leaves it to the targets, which know their scripts."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^[^\\r\\n]*$", var.content_security_policy))
    error_message = "content_security_policy must be on one line, as any header's value."
  }
}

variable "cors" {
  description = "Access-Control headers of every response. Null leaves them to the targets."
  type = object({
    allow_origin      = string
    allow_methods     = optional(list(string), ["GET", "HEAD", "OPTIONS"])
    allow_headers     = optional(list(string), [])
    expose_headers    = optional(list(string), [])
    allow_credentials = optional(bool, false)
    max_age           = optional(number, 3600)
  })
  default = null

  validation {
    condition     = var.cors == null ? true : !(var.cors.allow_credentials && var.cors.allow_origin == "*")
    error_message = "cors must name one origin when credentials are let in: browsers refuse * then."
  }

  validation {
    condition     = var.cors == null ? true : can(regex("^(\\*|[a-z][a-z0-9+.-]*://[^/?#@\\s]+)$", var.cors.allow_origin))
    error_message = "cors.allow_origin must be * or one origin, a scheme and a host without a path, such as https://example.com."
  }

  validation {
    condition     = var.cors == null ? true : length(var.cors.allow_methods) >= 1 && length(var.cors.allow_methods) <= 7
    error_message = "cors.allow_methods must have 1 to 7 items."
  }

  validation {
    condition     = var.cors == null ? true : alltrue([for item in var.cors.allow_methods : item != null])
    error_message = "cors.allow_methods[*] must not be null."
  }

  validation {
    condition = (
      var.cors == null
      ? true
      : alltrue([
        for item in var.cors.allow_methods :
        contains(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"], item)
        if item != null
      ])
    )
    error_message = "cors.allow_methods[*] must be one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS."
  }

  validation {
    condition     = var.cors == null ? true : alltrue([for item in var.cors.allow_headers : item != null])
    error_message = "cors.allow_headers[*] must not be null."
  }

  validation {
    condition = (
      var.cors == null
      ? true
      : alltrue([for item in var.cors.allow_headers : can(regex("^(\\*|[A-Za-z0-9._-]+)$", item)) if item != null])
    )
    error_message = "cors.allow_headers[*] must be the name of a header, or *."
  }

  validation {
    condition     = var.cors == null ? true : alltrue([for item in var.cors.expose_headers : item != null])
    error_message = "cors.expose_headers[*] must not be null."
  }

  validation {
    condition = (
      var.cors == null
      ? true
      : alltrue([for item in var.cors.expose_headers : can(regex("^(\\*|[A-Za-z0-9._-]+)$", item)) if item != null])
    )
    error_message = "cors.expose_headers[*] must be the name of a header, or *."
  }

  validation {
    condition     = var.cors == null ? true : var.cors.max_age >= 0 && var.cors.max_age <= 86400
    error_message = "cors.max_age must be between 0 and 86400 seconds."
  }

  validation {
    condition     = var.cors == null ? true : floor(var.cors.max_age) == var.cors.max_age
    error_message = "cors.max_age must be a whole number."
  }
}

variable "server_header" {
  description = "Whether the load balancer's own answers name it in a Server header."
  type        = bool
  default     = false
  nullable    = false
}

variable "default_status_code" {
  description = "Status of the answer to a request that no listener rule matches."
  type        = string
  default     = "404"
  nullable    = false

  validation {
    condition     = can(regex("^[245][0-9][0-9]$", var.default_status_code))
    error_message = "default_status_code must be a status code of 2xx, 4xx or 5xx."
  }
}

variable "default_content_type" {
  description = "Content type of that answer."
  type        = string
  default     = "text/plain"
  nullable    = false

  validation {
    condition = contains(
      [
        "text/plain",
        "text/html",
        "text/css",
        "application/json",
        "application/javascript",
      ],
      var.default_content_type,
    )
    error_message = "default_content_type must be one of text/plain, text/html, text/css, application/json, application/javascript."
  }
}

variable "default_body" {
  description = "Body of that answer."
  type        = string
  default     = "Not found"
  nullable    = false

  validation {
    condition     = length(var.default_body) >= 0 && length(var.default_body) <= 1024
    error_message = "default_body must have 0 to 1024 characters."
  }
}

# Protection

variable "web_acl" {
  description = "Web ACL that inspects the requests. Null inspects none."
  type = object({
    arn = string
  })
  default = null

  validation {
    condition = (
      var.web_acl == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:wafv2:[a-z0-9-]+:[0-9]{12}:regional/webacl/[A-Za-z0-9+=,.@_/!#-]+$",
        var.web_acl.arn,
      ))
    )
    error_message = "web_acl.arn must be an ARN of wafv2."
  }

  validation {
    condition     = var.web_acl == null ? true : length(var.web_acl.arn) >= 1 && length(var.web_acl.arn) <= 2048
    error_message = "web_acl.arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.web_acl == null
      ? true
      : can(regex(
        join("", [
          "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):(|",
          "aws|${data.aws_caller_identity.current.account_id}):",
        ]),
        var.web_acl.arn,
      ))
    )
    error_message = join(" ", [
      "web_acl.arn must be of region ${data.aws_region.current.id} and account",
      "${data.aws_caller_identity.current.account_id}, as the module's provider is:",
      "give one that was made there (wrong: ${join(", ", var.web_acl == null ? [] : [var.web_acl.arn])}).",
    ])
  }
}

variable "waf_fail_open" {
  description = "Whether requests pass while the web ACL cannot be reached, instead of being refused."
  type        = bool
  default     = false
  nullable    = false
}

variable "zonal_shift" {
  description = "Whether a zone in trouble can be taken out by a zonal shift. It costs nothing until it is used."
  type        = bool
  default     = true
  nullable    = false
}

variable "minimum_capacity" {
  description = "Capacity that is kept ready ahead of a known rush, and paid for. Null lets AWS scale by itself."
  type = object({
    units = number
  })
  default = null

  validation {
    condition     = var.minimum_capacity == null ? true : floor(var.minimum_capacity.units) == var.minimum_capacity.units
    error_message = "minimum_capacity.units must be a whole number."
  }

  validation {
    condition     = var.minimum_capacity == null ? true : var.minimum_capacity.units >= 100
    error_message = "minimum_capacity.units must be at least 100."
  }
}

# Logs

variable "access_logs" {
  description = "Whether each request is logged to a bucket."
  type        = bool
  default     = true
  nullable    = false
}

variable "connection_logs" {
  description = "Whether each TLS connection is logged too, to the same bucket: for mutual TLS and failed handshakes."
  type        = bool
  default     = false
  nullable    = false

  validation {
    condition     = !var.connection_logs || var.access_logs
    error_message = "connection_logs must be false without access_logs, whose bucket they share."
  }
}

variable "log_bucket" {
  description = "A bucket of yours. Null makes one of the module's own."
  type = object({
    name              = string
    access_prefix     = optional(string, "access")
    connection_prefix = optional(string, "connection")
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
      : can(regex("^[A-Za-z0-9!_.*'()-]+(/[A-Za-z0-9!_.*'()-]+)*$", var.log_bucket.access_prefix))
    )
    error_message = "log_bucket.access_prefix must be a folder, without a slash at either end."
  }

  validation {
    condition = (
      var.log_bucket == null
      ? true
      : can(regex("^[A-Za-z0-9!_.*'()-]+(/[A-Za-z0-9!_.*'()-]+)*$", var.log_bucket.connection_prefix))
    )
    error_message = "log_bucket.connection_prefix must be a folder, without a slash at either end."
  }

  validation {
    condition     = var.log_bucket == null ? true : var.access_logs
    error_message = "log_bucket is given, but access_logs is false; set it, or leave the bucket out."
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
  description = "Whether destroying the load balancer may delete the module's own bucket with the logs in it."
  type        = bool
  default     = false
  nullable    = false
}
