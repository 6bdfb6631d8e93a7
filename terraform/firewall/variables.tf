# General

variable "name" {
  description = "Name of the web ACL. Names of resources begin with it; changing it replaces them."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,62}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 64 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen."
  }
}

variable "scope" {
  description = <<-EOT
    What it is for: regional (load balancers, user pools, API Gateway of this region), or cloudfront, which AWS
    keeps in us-east-1: the provider must be of that region. Changing it replaces the web ACL.
  EOT
  type        = string
  default     = "regional"
  nullable    = false

  validation {
    condition     = contains(["regional", "cloudfront"], var.scope)
    error_message = "scope must be one of regional, cloudfront."
  }
}

variable "default_action" {
  description = "What happens to a request that no rule stops. block lets in only the allow list: for a site that is not public yet."
  type        = string
  default     = "allow"
  nullable    = false

  validation {
    condition     = contains(["allow", "block"], var.default_action)
    error_message = "default_action must be one of allow, block."
  }
}

variable "count_only" {
  description = <<-EOT
    Whether rules only count what they would refuse: for the first days, until the logs show that no user is hit.
    `internal_paths`, the block list and the default action refuse all the same.
  EOT
  type        = bool
  default     = false
  nullable    = false
}

variable "capacity_limit" {
  description = <<-EOT
    Most web ACL capacity units (WCU) that the rules may take, reckoned from the inputs. Up to 1500 AWS bills
    requests at the base price; above, 0.20 USD more for a million requests and each 500 WCU. 5000 is AWS's own
    limit.
  EOT
  type        = number
  default     = 1500
  nullable    = false

  validation {
    condition     = var.capacity_limit >= 1 && var.capacity_limit <= 5000
    error_message = "capacity_limit must be between 1 and 5000 WCU."
  }

  validation {
    condition     = floor(var.capacity_limit) == var.capacity_limit
    error_message = "capacity_limit must be a whole number."
  }

  validation {
    condition = sum(concat(
      [
        (4 + (length(var.internal_paths) > 0 ? 2 : 0)) * (try(var.forwarded_ip.position, "") == "ANY" ? 5 : 1),
        length(var.internal_paths) > 0 ? 33 : 0,
        var.geo == null ? 0 : 1,
      ],
      [for size in [var.size_limits.body, var.size_limits.query_string, var.size_limits.uri_path] : 1 if size != null],
      [var.size_limits.body == null ? 0 : (length(var.size_limits.body_except_paths) > 0 ? 33 : 0)],
      [
        for limit in values(var.rate_limits) :
        2 + (limit.by == "ip" ? 0 : 30) + (length(limit.paths) > 0 ? 33 : 0) + (length(limit.methods) > 0 ? 3 : 0)
        if limit != null
      ],
      [
        var.ip_reputation.enabled ? 25 : 0,
        var.anonymous_ip.enabled ? 50 : 0,
        var.known_bad_inputs.enabled ? 200 : 0,
        var.common.enabled ? 700 : 0,
        var.sql_database.enabled ? 200 : 0,
        var.linux.enabled ? 200 : 0,
      ],
      [for group in values(var.managed_groups) : group.capacity if group != null],
      [for group in values(var.rule_groups) : group.capacity if group != null],
    )) <= var.capacity_limit
    error_message = join(" ", [
      "capacity_limit is less than the WCU that the rules take;",
      "turn groups or rate limits off, or raise it (5000 at most, above 1500 AWS bills more).",
    ])
  }
}

variable "protected_resources" {
  description = <<-EOT
    ARNs of what it protects, by a name of your own, for scope regional; the load-balancer module takes the web
    ACL by its own input web_acl instead. A distribution of CloudFront names the web ACL itself (web_acl_id).
  EOT
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([for key in keys(var.protected_resources) : can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])
    error_message = join("", [
      "protected_resources keys must be 1 to 40 lower-case letters, digits and hyphens (wrong: ",
      join(", ", [for key in keys(var.protected_resources) : key if !can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))]),
      ").",
    ])
  }

  validation {
    condition = alltrue([for item in values(var.protected_resources) : item != null])
    error_message = join(" ", [
      "protected_resources[*] must not be null (wrong:",
      "${join(", ", [for key, item in var.protected_resources : key if item == null])}).",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.protected_resources) :
      can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:(elasticloadbalancing|apigateway|cognito-idp|appsync|apprunner|ec2):[a-z0-9-]+:[0-9]*:.+$",
        item,
      ))
      if item != null
    ])
    error_message = "protected_resources[*] must be the ARN of a load balancer, a user pool, or a stage, API or instance that AWS WAF protects."
  }

  validation {
    condition = alltrue([
      for item in values(var.protected_resources) :
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
      "protected_resources[*] must be of region ",
      data.aws_region.current.id,
      " and account ",
      data.aws_caller_identity.current.account_id,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(", ", flatten([
        for item in values(var.protected_resources) : [item]
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

  validation {
    condition     = var.scope == "regional" || length(var.protected_resources) == 0
    error_message = "protected_resources must be empty with scope cloudfront: a distribution names its web ACL itself (web_acl_id)."
  }
}

variable "body_inspection" {
  description = <<-EOT
    KiB of a body that AWS WAF sees at CloudFront; above 16, AWS bills more. At a load balancer it is 8: AWS has
    16 to 64 there too, which the AWS provider 5.100 cannot set.
  EOT
  type        = number
  default     = 16
  nullable    = false

  validation {
    condition     = contains([16, 32, 48, 64], var.body_inspection)
    error_message = "body_inspection must be one of 16, 32, 48, 64."
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

# Managed rules

variable "common" {
  description = <<-EOT
    AWS's core rule set (700 WCU): cross-site scripting, inclusion of files, requests for a server's own metadata,
    sizes. It refuses bodies over 8 KiB: where you take uploads, let its rule SizeRestrictions_BODY count.
  EOT
  type = object({
    enabled      = optional(bool, true)
    count_only   = optional(bool, false)
    rule_actions = optional(map(string), {})
    version      = optional(string)
  })
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for key in keys(var.common.rule_actions) : can(regex("^[A-Za-z0-9_-]{1,128}$", key))])
    error_message = "common.rule_actions keys must be the names of rules of the group, such as SizeRestrictions_BODY."
  }

  validation {
    condition     = length(var.common.rule_actions) <= 100
    error_message = "common.rule_actions must be at most 100, which is what AWS WAF takes for one group."
  }

  validation {
    condition     = alltrue([for item in values(var.common.rule_actions) : item != null])
    error_message = "common.rule_actions[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.common.rule_actions) : contains(["count", "block", "allow", "captcha", "challenge"], item)
      if item != null
    ])
    error_message = "common.rule_actions[*] must be one of count, block, allow, captcha, challenge."
  }

  validation {
    condition     = var.common.version == null ? true : can(regex("^Version_[0-9]{1,8}\\.[0-9]{1,8}$", var.common.version))
    error_message = "common.version must be a version, such as Version_1.10."
  }
}

variable "known_bad_inputs" {
  description = "Known bad inputs (200 WCU): Log4j, Java deserialization, paths that are only asked for to break in."
  type = object({
    enabled      = optional(bool, true)
    count_only   = optional(bool, false)
    rule_actions = optional(map(string), {})
    version      = optional(string)
  })
  default  = {}
  nullable = false

  validation {
    condition = alltrue([
      for key in keys(var.known_bad_inputs.rule_actions) : can(regex("^[A-Za-z0-9_-]{1,128}$", key))
    ])
    error_message = "known_bad_inputs.rule_actions keys must be the names of rules of the group, such as SizeRestrictions_BODY."
  }

  validation {
    condition     = length(var.known_bad_inputs.rule_actions) <= 100
    error_message = "known_bad_inputs.rule_actions must be at most 100, which is what AWS WAF takes for one group."
  }

  validation {
    condition     = alltrue([for item in values(var.known_bad_inputs.rule_actions) : item != null])
    error_message = "known_bad_inputs.rule_actions[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.known_bad_inputs.rule_actions) :
      contains(["count", "block", "allow", "captcha", "challenge"], item)
      if item != null
    ])
    error_message = "known_bad_inputs.rule_actions[*] must be one of count, block, allow, captcha, challenge."
  }

  validation {
    condition = (
      var.known_bad_inputs.version == null
      ? true
      : can(regex("^Version_[0-9]{1,8}\\.[0-9]{1,8}$", var.known_bad_inputs.version))
    )
    error_message = "known_bad_inputs.version must be a version, such as Version_1.10."
  }
}

variable "sql_database" {
  description = "SQL injection (200 WCU)."
  type = object({
    enabled      = optional(bool, true)
    count_only   = optional(bool, false)
    rule_actions = optional(map(string), {})
    version      = optional(string)
  })
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for key in keys(var.sql_database.rule_actions) : can(regex("^[A-Za-z0-9_-]{1,128}$", key))])
    error_message = "sql_database.rule_actions keys must be the names of rules of the group, such as SizeRestrictions_BODY."
  }

  validation {
    condition     = length(var.sql_database.rule_actions) <= 100
    error_message = "sql_database.rule_actions must be at most 100, which is what AWS WAF takes for one group."
  }

  validation {
    condition     = alltrue([for item in values(var.sql_database.rule_actions) : item != null])
    error_message = "sql_database.rule_actions[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.sql_database.rule_actions) :
      contains(["count", "block", "allow", "captcha", "challenge"], item)
      if item != null
    ])
    error_message = "sql_database.rule_actions[*] must be one of count, block, allow, captcha, challenge."
  }

  validation {
    condition = (
      var.sql_database.version == null
      ? true
      : can(regex("^Version_[0-9]{1,8}\\.[0-9]{1,8}$", var.sql_database.version))
    )
    error_message = "sql_database.version must be a version, such as Version_1.10."
  }
}

variable "linux" {
  description = "Inclusion of local files on Linux (200 WCU)."
  type = object({
    enabled      = optional(bool, true)
    count_only   = optional(bool, false)
    rule_actions = optional(map(string), {})
    version      = optional(string)
  })
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for key in keys(var.linux.rule_actions) : can(regex("^[A-Za-z0-9_-]{1,128}$", key))])
    error_message = "linux.rule_actions keys must be the names of rules of the group, such as SizeRestrictions_BODY."
  }

  validation {
    condition     = length(var.linux.rule_actions) <= 100
    error_message = "linux.rule_actions must be at most 100, which is what AWS WAF takes for one group."
  }

  validation {
    condition     = alltrue([for item in values(var.linux.rule_actions) : item != null])
    error_message = "linux.rule_actions[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.linux.rule_actions) : contains(["count", "block", "allow", "captcha", "challenge"], item)
      if item != null
    ])
    error_message = "linux.rule_actions[*] must be one of count, block, allow, captcha, challenge."
  }

  validation {
    condition     = var.linux.version == null ? true : can(regex("^Version_[0-9]{1,8}\\.[0-9]{1,8}$", var.linux.version))
    error_message = "linux.version must be a version, such as Version_1.10."
  }
}

variable "ip_reputation" {
  description = "Addresses that Amazon saw attack others (25 WCU). The group has no versions."
  type = object({
    enabled      = optional(bool, true)
    count_only   = optional(bool, false)
    rule_actions = optional(map(string), {})
  })
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for key in keys(var.ip_reputation.rule_actions) : can(regex("^[A-Za-z0-9_-]{1,128}$", key))])
    error_message = "ip_reputation.rule_actions keys must be the names of rules of the group, such as SizeRestrictions_BODY."
  }

  validation {
    condition     = length(var.ip_reputation.rule_actions) <= 100
    error_message = "ip_reputation.rule_actions must be at most 100, which is what AWS WAF takes for one group."
  }

  validation {
    condition     = alltrue([for item in values(var.ip_reputation.rule_actions) : item != null])
    error_message = "ip_reputation.rule_actions[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.ip_reputation.rule_actions) :
      contains(["count", "block", "allow", "captcha", "challenge"], item)
      if item != null
    ])
    error_message = "ip_reputation.rule_actions[*] must be one of count, block, allow, captcha, challenge."
  }
}

variable "anonymous_ip" {
  description = <<-EOT
    Addresses of VPNs, Tor and hosting providers (50 WCU). Off by default: people use VPNs, and so do monitors and
    partners' servers. The group has no versions.
  EOT
  type = object({
    enabled      = optional(bool, false)
    count_only   = optional(bool, false)
    rule_actions = optional(map(string), {})
  })
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for key in keys(var.anonymous_ip.rule_actions) : can(regex("^[A-Za-z0-9_-]{1,128}$", key))])
    error_message = "anonymous_ip.rule_actions keys must be the names of rules of the group, such as SizeRestrictions_BODY."
  }

  validation {
    condition     = length(var.anonymous_ip.rule_actions) <= 100
    error_message = "anonymous_ip.rule_actions must be at most 100, which is what AWS WAF takes for one group."
  }

  validation {
    condition     = alltrue([for item in values(var.anonymous_ip.rule_actions) : item != null])
    error_message = "anonymous_ip.rule_actions[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.anonymous_ip.rule_actions) :
      contains(["count", "block", "allow", "captcha", "challenge"], item)
      if item != null
    ])
    error_message = "anonymous_ip.rule_actions[*] must be one of count, block, allow, captcha, challenge."
  }
}

variable "managed_groups" {
  description = "Further managed rule groups, of AWS or from the marketplace, by a name of your own."
  type = map(object({
    priority     = number
    name         = string
    capacity     = number
    vendor       = optional(string, "AWS")
    version      = optional(string)
    count_only   = optional(bool, false)
    rule_actions = optional(map(string), {})
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.managed_groups) : can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])
    error_message = join(" ", [
      "managed_groups keys must be 1 to 40 lower-case letters, digits and hyphens (wrong:",
      "${join(", ", [for key in keys(var.managed_groups) : key if !can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])}).",
    ])
  }

  validation {
    condition = length(distinct([
      for rule in values(var.managed_groups) : rule.priority
      if rule != null
    ])) == length([for rule in values(var.managed_groups) : rule if rule != null])
    error_message = "managed_groups must have a priority each."
  }

  validation {
    condition     = alltrue([for item in values(var.managed_groups) : item != null])
    error_message = "managed_groups[*] must not be null (wrong: ${join(", ", [for key, item in var.managed_groups : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.managed_groups) : item.priority >= 0 && item.priority <= 99
      if item != null
    ])
    error_message = "managed_groups[*].priority must be between 0 and 99."
  }

  validation {
    condition = alltrue([
      for item in values(var.managed_groups) : floor(item.priority) == item.priority
      if item != null
    ])
    error_message = "managed_groups[*].priority must be a whole number."
  }

  validation {
    condition = alltrue([
      for item in values(var.managed_groups) : can(regex("^[A-Za-z0-9_-]{1,128}$", item.name))
      if item != null
    ])
    error_message = "managed_groups[*].name must be the name of a rule group."
  }

  validation {
    condition = alltrue([
      for item in values(var.managed_groups) : item.capacity >= 1 && item.capacity <= 5000
      if item != null
    ])
    error_message = "managed_groups[*].capacity must be between 1 and 5000 WCU."
  }

  validation {
    condition = alltrue([
      for item in values(var.managed_groups) : floor(item.capacity) == item.capacity
      if item != null
    ])
    error_message = "managed_groups[*].capacity must be a whole number."
  }

  validation {
    condition = alltrue([
      for item in values(var.managed_groups) : can(regex("^[ -~]*[!-~][ -~]*$", item.vendor))
      if item != null
    ])
    error_message = "managed_groups[*].vendor must be the name of a vendor."
  }

  validation {
    condition = alltrue([
      for item in values(var.managed_groups) : length(item.vendor) >= 1 && length(item.vendor) <= 128
      if item != null
    ])
    error_message = "managed_groups[*].vendor must have 1 to 128 characters."
  }

  validation {
    condition = alltrue([
      for item in values(var.managed_groups) :
      item.version == null ? true : can(regex("^[A-Za-z0-9_#:./-]{1,64}$", item.version))
      if item != null
    ])
    error_message = "managed_groups[*].version must be a version of the group."
  }

  validation {
    condition = alltrue([
      for item in values(var.managed_groups) :
      alltrue([for key in keys(item.rule_actions) : can(regex("^[A-Za-z0-9_-]{1,128}$", key))])
      if item != null
    ])
    error_message = "managed_groups[*].rule_actions keys must be the names of rules of the group, such as SizeRestrictions_BODY."
  }

  validation {
    condition     = alltrue([for item in values(var.managed_groups) : length(item.rule_actions) <= 100 if item != null])
    error_message = "managed_groups[*].rule_actions must be at most 100, which is what AWS WAF takes for one group."
  }

  validation {
    condition = alltrue([
      for item in values(var.managed_groups) : alltrue([for item in values(item.rule_actions) : item != null])
      if item != null
    ])
    error_message = "managed_groups[*].rule_actions[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.managed_groups) :
      alltrue([
        for item in values(item.rule_actions) : contains(["count", "block", "allow", "captcha", "challenge"], item)
        if item != null
      ])
      if item != null
    ])
    error_message = "managed_groups[*].rule_actions[*] must be one of count, block, allow, captcha, challenge."
  }
}

variable "rule_groups" {
  description = "Rule groups of yours (aws_wafv2_rule_group), by a name of your own, for what no input here says. They are asked last."
  type = map(object({
    priority   = number
    arn        = string
    capacity   = number
    count_only = optional(bool, false)
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.rule_groups) : can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])
    error_message = join(" ", [
      "rule_groups keys must be 1 to 40 lower-case letters, digits and hyphens (wrong:",
      "${join(", ", [for key in keys(var.rule_groups) : key if !can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])}).",
    ])
  }

  validation {
    condition = length(distinct([
      for rule in values(var.rule_groups) : rule.priority
      if rule != null
    ])) == length([for rule in values(var.rule_groups) : rule if rule != null])
    error_message = "rule_groups must have a priority each."
  }

  validation {
    condition     = alltrue([for item in values(var.rule_groups) : item != null])
    error_message = "rule_groups[*] must not be null (wrong: ${join(", ", [for key, item in var.rule_groups : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.rule_groups) : item.priority >= 0 && item.priority <= 99
      if item != null
    ])
    error_message = "rule_groups[*].priority must be between 0 and 99."
  }

  validation {
    condition     = alltrue([for item in values(var.rule_groups) : floor(item.priority) == item.priority if item != null])
    error_message = "rule_groups[*].priority must be a whole number."
  }

  validation {
    condition = alltrue([
      for item in values(var.rule_groups) :
      can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:wafv2:[a-z0-9-]+:[0-9]{12}:(regional|global)/rulegroup/[A-Za-z0-9+=,.@_/!#-]+$",
        item.arn,
      ))
      if item != null
    ])
    error_message = "rule_groups[*].arn must be an ARN of wafv2."
  }

  validation {
    condition = alltrue([
      for item in values(var.rule_groups) : length(item.arn) >= 1 && length(item.arn) <= 2048
      if item != null
    ])
    error_message = "rule_groups[*].arn must have 1 to 2048 characters."
  }

  validation {
    condition = alltrue([
      for item in values(var.rule_groups) :
      can(regex(
        join("", [
          "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):(|",
          "aws|${data.aws_caller_identity.current.account_id}):",
        ]),
        item.arn,
      ))
      if item != null
    ])
    error_message = join("", [
      "rule_groups[*].arn must be of region ",
      data.aws_region.current.id,
      " and account ",
      data.aws_caller_identity.current.account_id,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(", ", flatten([
        for item in values(var.rule_groups) : [item.arn]
        if(
          item == null
          ? false
          : !can(regex(
            join("", [
              "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):(|",
              "aws|${data.aws_caller_identity.current.account_id}):",
            ]),
            item.arn,
          ))
        )
      ])),
      ").",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.rule_groups) : item.capacity >= 1 && item.capacity <= 5000
      if item != null
    ])
    error_message = "rule_groups[*].capacity must be between 1 and 5000 WCU."
  }

  validation {
    condition     = alltrue([for item in values(var.rule_groups) : floor(item.capacity) == item.capacity if item != null])
    error_message = "rule_groups[*].capacity must be a whole number."
  }
}

# Addresses

variable "internal_paths" {
  description = <<-EOT
    Paths that the internet must not reach, each with all that lies below it, however the request spells them
    (encoded, with .., in capitals). They are refused even in `count_only`.
  EOT
  type        = list(string)
  default     = ["/metrics"]
  nullable    = false

  validation {
    condition     = length(var.internal_paths) >= 0 && length(var.internal_paths) <= 10
    error_message = "internal_paths must have 0 to 10 items."
  }

  validation {
    condition = sum(concat([0], [
      for path in var.internal_paths : 2 * length(replace(path, ".", "..")) + 9
      if path != null
    ])) <= 512
    error_message = "internal_paths must be shorter altogether: AWS WAF takes 512 characters for the pattern that is made of them."
  }

  validation {
    condition     = alltrue([for item in var.internal_paths : item != null])
    error_message = "internal_paths[*] must not be null."
  }

  validation {
    condition     = alltrue([for item in var.internal_paths : can(regex("^/[A-Za-z0-9/_.~-]*$", item)) if item != null])
    error_message = "internal_paths[*] must begin with a slash and hold letters, digits and / _ . ~ - only."
  }

  validation {
    condition     = alltrue([for item in var.internal_paths : length(item) >= 2 && length(item) <= 100 if item != null])
    error_message = "internal_paths[*] must have 2 to 100 characters."
  }
}

variable "internal_path_cidrs" {
  description = "Blocks of addresses, IPv4 or IPv6, that may reach `internal_paths`. By default nobody may."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for item in var.internal_path_cidrs : item != null])
    error_message = "internal_path_cidrs[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.internal_path_cidrs :
      can(regex("^[0-9a-fA-F.:]+/[0-9]+$", item)) &&
      try(strcontains(item, ":") ? cidrsubnet(item, 0, 0) != "" : cidrsubnet(item, 0, 0) == item, false) &&
      !endswith(item, "/0")
      if item != null
    ])
    error_message = join(" ", [
      "internal_path_cidrs[*] must be an IPv4 or IPv6 CIDR block that begins with its network address,",
      "and not all addresses (/0); one address is a block of /32 or /128.",
    ])
  }
}

variable "internal_path_status" {
  description = "Status of the answer for an internal path: 404 does not tell that there is one."
  type        = number
  default     = 404
  nullable    = false

  validation {
    condition     = contains([404, 403], var.internal_path_status)
    error_message = "internal_path_status must be one of 404, 403."
  }
}

variable "block_list" {
  description = "Blocks of addresses, IPv4 or IPv6, that are refused; an address in both lists is refused. They are refused even in `count_only`."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for item in var.block_list : item != null])
    error_message = "block_list[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.block_list :
      can(regex("^[0-9a-fA-F.:]+/[0-9]+$", item)) &&
      try(strcontains(item, ":") ? cidrsubnet(item, 0, 0) != "" : cidrsubnet(item, 0, 0) == item, false) &&
      !endswith(item, "/0")
      if item != null
    ])
    error_message = join(" ", [
      "block_list[*] must be an IPv4 or IPv6 CIDR block that begins with its network address,",
      "and not all addresses (/0); one address is a block of /32 or /128.",
    ])
  }
}

variable "allow_list" {
  description = "Blocks of addresses, IPv4 or IPv6, that pass without being asked anything further, such as an office's or a monitor's."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for item in var.allow_list : item != null])
    error_message = "allow_list[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.allow_list :
      can(regex("^[0-9a-fA-F.:]+/[0-9]+$", item)) &&
      try(strcontains(item, ":") ? cidrsubnet(item, 0, 0) != "" : cidrsubnet(item, 0, 0) == item, false) &&
      !endswith(item, "/0")
      if item != null
    ])
    error_message = join(" ", [
      "allow_list[*] must be an IPv4 or IPv6 CIDR block that begins with its network address,",
      "and not all addresses (/0); one address is a block of /32 or /128.",
    ])
  }
}

variable "forwarded_ip" {
  description = <<-EOT
    Reads the client's address from a header: for a load balancer behind a CDN, whose addresses it sees otherwise.
    The country and rate limits read the first address, which a client can forge unless the CDN removes it. Null
    takes the address of the connection.
  EOT
  type = object({
    header   = optional(string, "X-Forwarded-For")
    position = optional(string, "LAST")
    fallback = optional(string, "NO_MATCH")
  })
  default = null

  validation {
    condition     = var.forwarded_ip == null ? true : can(regex("^[A-Za-z0-9-]{1,255}$", var.forwarded_ip.header))
    error_message = "forwarded_ip.header must be the name of a header."
  }

  validation {
    condition     = var.forwarded_ip == null ? true : contains(["LAST", "FIRST", "ANY"], var.forwarded_ip.position)
    error_message = "forwarded_ip.position must be one of LAST, FIRST, ANY."
  }

  validation {
    condition     = var.forwarded_ip == null ? true : contains(["NO_MATCH", "MATCH"], var.forwarded_ip.fallback)
    error_message = "forwarded_ip.fallback must be one of NO_MATCH, MATCH."
  }
}

# Countries and sizes

variable "geo" {
  description = "Countries that are let in, or that are refused. The allow list passes in any case. Null looks at no country."
  type = object({
    mode       = string
    countries  = set(string)
    count_only = optional(bool, false)
  })
  default = null

  validation {
    condition     = var.geo == null ? true : length(var.geo.countries) >= 1 && length(var.geo.countries) <= 50
    error_message = "geo must name 1 to 50 countries, the most that one rule of AWS WAF takes."
  }

  validation {
    condition     = var.geo == null ? true : contains(["allow", "block"], var.geo.mode)
    error_message = "geo.mode must be one of allow, block."
  }

  validation {
    condition     = var.geo == null ? true : alltrue([for item in var.geo.countries : item != null])
    error_message = "geo.countries[*] must not be null."
  }

  validation {
    condition = (
      var.geo == null
      ? true
      : alltrue([
        for item in var.geo.countries :
        contains(
          split(
            " ",
            join(" ", [
              "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV",
              "BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES",
              "ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE",
              "IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY",
              "MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU",
              "NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM",
              "SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE",
              "VG VI VN VU WF WS XK YE YT ZA ZM ZW",
            ]),
          ),
          item,
        )
        if item != null
      ])
    )
    error_message = "geo.countries[*] must be the code of a country, two capitals that ISO 3166 has (as of 2026-10-20), such as DE."
  }
}

variable "size_limits" {
  description = <<-EOT
    Largest body, query string and path of a request. AWS WAF sees the first 8 KiB of a body at a load balancer,
    and `body_inspection` at CloudFront; what is longer counts as too long.
  EOT
  type = object({
    body              = optional(number)
    query_string      = optional(number)
    uri_path          = optional(number)
    body_except_paths = optional(list(string), [])
    count_only        = optional(bool, false)
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.size_limits.body == null ? true : var.size_limits.body >= 0 && var.size_limits.body <= 65536
    error_message = "size_limits.body must be between 0 and 65536 bytes."
  }

  validation {
    condition     = var.size_limits.body == null ? true : floor(var.size_limits.body) == var.size_limits.body
    error_message = "size_limits.body must be a whole number."
  }

  validation {
    condition = (
      var.size_limits.query_string == null
      ? true
      : var.size_limits.query_string >= 0 && var.size_limits.query_string <= 8192
    )
    error_message = "size_limits.query_string must be between 0 and 8192 bytes."
  }

  validation {
    condition = (
      var.size_limits.query_string == null
      ? true
      : floor(var.size_limits.query_string) == var.size_limits.query_string
    )
    error_message = "size_limits.query_string must be a whole number."
  }

  validation {
    condition = (
      var.size_limits.uri_path == null
      ? true
      : var.size_limits.uri_path >= 1 && var.size_limits.uri_path <= 8192
    )
    error_message = "size_limits.uri_path must be between 1 and 8192 bytes."
  }

  validation {
    condition     = var.size_limits.uri_path == null ? true : floor(var.size_limits.uri_path) == var.size_limits.uri_path
    error_message = "size_limits.uri_path must be a whole number."
  }

  validation {
    condition     = length(var.size_limits.body_except_paths) >= 0 && length(var.size_limits.body_except_paths) <= 5
    error_message = "size_limits.body_except_paths must have 0 to 5 items."
  }

  validation {
    condition     = alltrue([for item in var.size_limits.body_except_paths : item != null])
    error_message = "size_limits.body_except_paths[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.size_limits.body_except_paths : can(regex("^/[A-Za-z0-9/_.~-]*\\*?$", item))
      if item != null
    ])
    error_message = "size_limits.body_except_paths[*] must begin with a slash, and may end with * for all that begin so."
  }

  validation {
    condition = alltrue([
      for item in var.size_limits.body_except_paths : length(item) >= 1 && length(item) <= 100
      if item != null
    ])
    error_message = "size_limits.body_except_paths[*] must have 1 to 100 characters."
  }

  validation {
    condition     = var.scope != "regional" || coalesce(var.size_limits.body, 0) <= 8192
    error_message = "size_limits must have a body of at most 8192 with scope regional: a load balancer shows AWS WAF no more of it."
  }

  validation {
    condition     = var.scope != "cloudfront" || coalesce(var.size_limits.body, 0) <= var.body_inspection * 1024
    error_message = "size_limits must have a body of at most body_inspection: AWS WAF sees no more of it; raise body_inspection."
  }
}

# Rate limits

variable "rate_limits" {
  description = <<-EOT
    Most requests of one client within a time, by a name of your own: of each address, or of each value of a
    header or cookie, such as a session's. Paths and methods narrow a limit down, such as POST on /login.
  EOT
  type = map(object({
    priority      = number
    limit         = number
    window        = optional(number, 300)
    by            = optional(string, "ip")
    key           = optional(string, "")
    paths         = optional(list(string), [])
    methods       = optional(list(string), [])
    action        = optional(string, "block")
    status        = optional(number, 429)
    response_body = optional(string, "")
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.rate_limits) : can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])
    error_message = join(" ", [
      "rate_limits keys must be 1 to 40 lower-case letters, digits and hyphens (wrong:",
      "${join(", ", [for key in keys(var.rate_limits) : key if !can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])}).",
    ])
  }

  validation {
    condition = length(distinct([
      for rule in values(var.rate_limits) : rule.priority
      if rule != null
    ])) == length([for rule in values(var.rate_limits) : rule if rule != null])
    error_message = "rate_limits must have a priority each."
  }

  validation {
    condition     = alltrue([for item in values(var.rate_limits) : item != null])
    error_message = "rate_limits[*] must not be null (wrong: ${join(", ", [for key, item in var.rate_limits : key if item == null])})."
  }

  validation {
    condition     = alltrue([for item in values(var.rate_limits) : (item.by == "ip") == (item.key == "") if item != null])
    error_message = "rate_limits[*] must have key, the name of the header or cookie, with by = header or cookie, and only then."
  }

  validation {
    condition = alltrue([
      for item in values(var.rate_limits) : item.priority >= 0 && item.priority <= 99
      if item != null
    ])
    error_message = "rate_limits[*].priority must be between 0 and 99."
  }

  validation {
    condition     = alltrue([for item in values(var.rate_limits) : floor(item.priority) == item.priority if item != null])
    error_message = "rate_limits[*].priority must be a whole number."
  }

  validation {
    condition = alltrue([
      for item in values(var.rate_limits) : item.limit >= 10 && item.limit <= 2000000000
      if item != null
    ])
    error_message = "rate_limits[*].limit must be between 10 and 2000000000 requests."
  }

  validation {
    condition     = alltrue([for item in values(var.rate_limits) : floor(item.limit) == item.limit if item != null])
    error_message = "rate_limits[*].limit must be a whole number."
  }

  validation {
    condition = alltrue([
      for item in values(var.rate_limits) : contains([300, 60, 120, 600], item.window)
      if item != null
    ])
    error_message = "rate_limits[*].window must be one of 300, 60, 120, 600."
  }

  validation {
    condition = alltrue([
      for item in values(var.rate_limits) : contains(["ip", "header", "cookie"], item.by)
      if item != null
    ])
    error_message = "rate_limits[*].by must be one of ip, header, cookie."
  }

  validation {
    condition = alltrue([
      for item in values(var.rate_limits) : can(regex("^[A-Za-z0-9_.-]{0,64}$", item.key))
      if item != null
    ])
    error_message = "rate_limits[*].key must be a name."
  }

  validation {
    condition = alltrue([
      for item in values(var.rate_limits) : length(item.paths) >= 0 && length(item.paths) <= 4
      if item != null
    ])
    error_message = "rate_limits[*].paths must have 0 to 4 items."
  }

  validation {
    condition = alltrue([
      for item in values(var.rate_limits) : alltrue([for item in item.paths : item != null])
      if item != null
    ])
    error_message = "rate_limits[*].paths[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.rate_limits) :
      alltrue([for item in item.paths : can(regex("^/[A-Za-z0-9/_.~-]*\\*?$", item)) if item != null])
      if item != null
    ])
    error_message = "rate_limits[*].paths[*] must begin with a slash, and may end with * for all that begin so."
  }

  validation {
    condition = alltrue([
      for item in values(var.rate_limits) :
      alltrue([for item in item.paths : length(item) >= 1 && length(item) <= 100 if item != null])
      if item != null
    ])
    error_message = "rate_limits[*].paths[*] must have 1 to 100 characters."
  }

  validation {
    condition = alltrue([
      for item in values(var.rate_limits) : alltrue([for item in item.methods : item != null])
      if item != null
    ])
    error_message = "rate_limits[*].methods[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.rate_limits) :
      alltrue([
        for item in item.methods : contains(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"], item)
        if item != null
      ])
      if item != null
    ])
    error_message = "rate_limits[*].methods[*] must be one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS."
  }

  validation {
    condition = alltrue([
      for item in values(var.rate_limits) : contains(["block", "count", "captcha", "challenge"], item.action)
      if item != null
    ])
    error_message = "rate_limits[*].action must be one of block, count, captcha, challenge."
  }

  validation {
    condition = alltrue([
      for item in values(var.rate_limits) :
      contains(
        [
          400, 401, 403, 404, 405, 408, 409, 411, 412, 413, 414, 415, 416, 421,
          429, 500, 501, 502, 503, 504, 505,
        ],
        item.status,
      )
      if item != null
    ])
    error_message = join(" ", [
      "rate_limits[*].status must be one of 400, 401, 403, 404, 405, 408, 409, 411, 412, 413, 414, 415, 416, 421, 429,",
      "500, 501, 502, 503, 504, 505.",
    ])
  }

  validation {
    condition = alltrue([
      for limit in values(var.rate_limits) :
      contains(concat([""], keys(var.custom_response_bodies)), limit.response_body)
      if limit != null
    ])
    error_message = "rate_limits must have a response_body that is a key of custom_response_bodies."
  }
}

# Answers

variable "custom_response_bodies" {
  description = "Bodies of answers to refused requests, by a key of your own, up to 4 KiB each."
  type = map(object({
    content_type = string
    content      = string
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.custom_response_bodies) : can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))])
    error_message = join("", [
      "custom_response_bodies keys must be 1 to 40 lower-case letters, digits and hyphens (wrong: ",
      join(", ", [for key in keys(var.custom_response_bodies) : key if !can(regex("^[a-z0-9][a-z0-9-]{0,39}$", key))]),
      ").",
    ])
  }

  validation {
    condition = alltrue([for item in values(var.custom_response_bodies) : item != null])
    error_message = join(" ", [
      "custom_response_bodies[*] must not be null (wrong:",
      "${join(", ", [for key, item in var.custom_response_bodies : key if item == null])}).",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.custom_response_bodies) :
      contains(["APPLICATION_JSON", "TEXT_HTML", "TEXT_PLAIN"], item.content_type)
      if item != null
    ])
    error_message = "custom_response_bodies[*].content_type must be one of APPLICATION_JSON, TEXT_HTML, TEXT_PLAIN."
  }

  validation {
    condition = alltrue([
      for item in values(var.custom_response_bodies) : length(item.content) >= 1 && length(item.content) <= 4096
      if item != null
    ])
    error_message = "custom_response_bodies[*].content must have 1 to 4096 characters."
  }
}

variable "block_status" {
  description = <<-EOT
    Status of the answer, one that AWS WAF has (not 402, 418 or 451), when the block list, geo, a size limit or
    the default action refuses a request.
  EOT
  type        = number
  default     = 403
  nullable    = false

  validation {
    condition = contains(
      [
        400, 401, 403, 404, 405, 408, 409, 411, 412, 413, 414, 415, 416, 421,
        429, 500, 501, 502, 503, 504, 505,
      ],
      var.block_status,
    )
    error_message = join(" ", [
      "block_status must be one of 400, 401, 403, 404, 405, 408, 409, 411, 412, 413, 414, 415, 416, 421, 429, 500,",
      "501, 502, 503, 504, 505.",
    ])
  }
}

variable "block_response_body" {
  description = "Body of that answer: a key of `custom_response_bodies`. Empty sends none."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = contains(concat([""], keys(var.custom_response_bodies)), var.block_response_body)
    error_message = "block_response_body must be a key of custom_response_bodies."
  }
}

# Logs

variable "logs" {
  description = "Whether requests are logged. A log holds the address, the country and the headers of a client."
  type        = bool
  default     = true
  nullable    = false
}

variable "log_destination" {
  description = "A destination of yours, whose policy lets AWS WAF deliver. Null makes a log group of the module's own, `aws-waf-logs-<name>`."
  type = object({
    arn = string
  })
  default = null

  validation {
    condition = (
      var.log_destination == null
      ? true
      : can(regex(
        join("", [
          "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:(s3:::|firehose:[a-z0-9-]+:[0-9]{12}:deliverystream/|",
          "logs:[a-z0-9-]+:[0-9]{12}:log-group:)aws-waf-logs-.+$",
        ]),
        var.log_destination.arn,
      ))
    )
    error_message = "log_destination.arn must be the ARN of a bucket, a Firehose stream or a log group whose name begins with aws-waf-logs-."
  }

  validation {
    condition = (
      var.log_destination == null
      ? true
      : can(regex(
        "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
        var.log_destination.arn,
      ))
    )
    error_message = join(" ", [
      "log_destination.arn must be of region ${data.aws_region.current.id}, as the module's provider is:",
      "give one that was made there (wrong:",
      "${join(", ", var.log_destination == null ? [] : [var.log_destination.arn])}).",
    ])
  }

  validation {
    condition     = var.log_destination == null ? true : var.logs
    error_message = "log_destination is given, but logs is false; set it, or leave the destination out."
  }
}

variable "log_filter" {
  description = <<-EOT
    Which requests are logged: all, those that a rule counted, challenged or blocked (enough to judge a firewall
    that counts), or only the blocked ones.
  EOT
  type        = string
  default     = "all"
  nullable    = false

  validation {
    condition     = contains(["all", "matched", "blocked"], var.log_filter)
    error_message = "log_filter must be one of all, matched, blocked."
  }
}

variable "log_retention_days" {
  description = "Days that logs in the module's own log group are kept. A year by default, so that an audit finds what an incident left."
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

variable "redacted_headers" {
  description = "Headers whose values are left out of the logs, since they let a reader act as the client."
  type        = set(string)
  default     = ["authorization", "cookie"]
  nullable    = false

  validation {
    condition     = alltrue([for item in var.redacted_headers : item != null])
    error_message = "redacted_headers[*] must not be null."
  }

  validation {
    condition     = alltrue([for item in var.redacted_headers : can(regex("^[a-z0-9-]{1,255}$", item)) if item != null])
    error_message = "redacted_headers[*] must be names of headers in lower case, as AWS WAF keeps them."
  }
}

variable "redact_query_string" {
  description = "Whether query strings are left out of the logs: for sites that put tokens into them."
  type        = bool
  default     = false
  nullable    = false
}

variable "sampled_requests" {
  description = "Whether AWS WAF keeps samples of requests for three hours, to look at in its console."
  type        = bool
  default     = true
  nullable    = false
}

# Alarm

variable "alarms" {
  description = "Alarm on many blocked requests: an attack, or a rule that hits users. Null makes none."
  type = object({
    topic_arns       = list(string)
    blocked_requests = optional(number, 1000)
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
      : var.alarms.blocked_requests >= 1 && var.alarms.blocked_requests <= 1000000000
    )
    error_message = "alarms.blocked_requests must be between 1 and 1000000000 requests."
  }

  validation {
    condition     = var.alarms == null ? true : floor(var.alarms.blocked_requests) == var.alarms.blocked_requests
    error_message = "alarms.blocked_requests must be a whole number."
  }
}
