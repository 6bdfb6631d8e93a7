# General

variable "name" {
  description = <<-EOT
    Name of the site, one in the account whatever the region, as what CloudFront has is of no region. The bucket
    is `<name>-site-<account>`, and names of resources begin with it. S3 cannot rename a bucket, so that a change
    is refused: see `replacements`.
  EOT
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,38}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 40 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen."
  }
}

variable "old_version_days" {
  description = "Days that files are kept which a deployment overwrote or deleted, to go back to."
  type        = number
  default     = 90
  nullable    = false

  validation {
    condition     = var.old_version_days >= 1 && var.old_version_days <= 3650
    error_message = "old_version_days must be between 1 and 3650 days."
  }

  validation {
    condition     = floor(var.old_version_days) == var.old_version_days
    error_message = "old_version_days must be a whole number."
  }
}

variable "force_destroy" {
  description = <<-EOT
    Whether Terraform may delete the bucket while it holds files, with all of them and all their versions. With
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

# Names

variable "aliases" {
  description = <<-EOT
    Names of the site, which the certificate must cover. Without any, it answers under the name that CloudFront
    gives it, over TLS 1.0 and later: CloudFront takes no better for its own certificate.
  EOT
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for item in var.aliases : item != null])
    error_message = "aliases[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.aliases : can(regex("^(\\*\\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", item))
      if item != null
    ])
    error_message = "aliases[*] must be a name in DNS in lower case, such as app.example.com."
  }

  validation {
    condition     = length(var.aliases) == 0 || var.certificate != null
    error_message = "aliases need a certificate that covers them; give certificate, of us-east-1."
  }
}

variable "certificate" {
  description = <<-EOT
    Certificate of the names. Clients of the names speak TLS 1.2 or later (TLSv1.2_2021, the strictest policy that
    the AWS provider 5.100 takes). Null takes CloudFront's own.
  EOT
  type = object({
    arn = string
  })
  default = null

  validation {
    condition = (
      var.certificate == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:acm:us-east-1:[0-9]{12}:certificate/[A-Za-z0-9-]{1,64}$",
        var.certificate.arn,
      ))
    )
    error_message = join(" ", [
      "certificate.arn must be the ARN of a certificate in ACM of us-east-1, the one region that CloudFront reads;",
      "request it there, whatever region the site is in.",
    ])
  }

  validation {
    condition = (
      var.certificate == null
      ? true
      : can(regex(
        "^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:(|aws|${data.aws_caller_identity.current.account_id}):",
        var.certificate.arn,
      ))
    )
    error_message = join(" ", [
      "certificate.arn must be of account ${data.aws_caller_identity.current.account_id}, as the module's provider is:",
      "give one that was made there (wrong: ${join(", ", var.certificate == null ? [] : [var.certificate.arn])}).",
    ])
  }
}

variable "redirect_to" {
  description = <<-EOT
    One of the names that clients of all others are sent to (301), such as www.example.com from example.com. Empty
    serves the site under each.
  EOT
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = var.redirect_to == "" || contains(var.aliases, var.redirect_to)
    error_message = "redirect_to must be one of aliases."
  }

  validation {
    condition     = var.redirect_to == "" || var.routing != "none"
    error_message = "redirect_to must be empty with routing none, which has no function that could redirect."
  }
}

variable "records" {
  description = "Hosted zone in which the names become alias records (A, and AAAA with ipv6). Null makes none."
  type = object({
    zone_id = string
  })
  default = null

  validation {
    condition     = var.records == null ? true : can(regex("^Z[A-Z0-9]{1,31}$", var.records.zone_id))
    error_message = "records.zone_id must be the ID of a hosted zone."
  }

  validation {
    condition     = var.records == null ? true : length(var.aliases) > 0
    error_message = "records are given, but there are no aliases to make records of."
  }
}

# Delivery

variable "price_class" {
  description = <<-EOT
    Where CloudFront serves from: North America, Europe and Israel (the cheapest), those and most of Asia, Africa
    and the Gulf, or everywhere. Others are served from there as well, only more slowly.
  EOT
  type        = string
  default     = "PriceClass_100"
  nullable    = false

  validation {
    condition     = contains(["PriceClass_100", "PriceClass_200", "PriceClass_All"], var.price_class)
    error_message = "price_class must be one of PriceClass_100, PriceClass_200, PriceClass_All."
  }
}

variable "http_version" {
  description = "Newest HTTP that clients may speak. HTTP/1.1 always works."
  type        = string
  default     = "http2and3"
  nullable    = false

  validation {
    condition     = contains(["http2and3", "http3", "http2", "http1.1"], var.http_version)
    error_message = "http_version must be one of http2and3, http3, http2, http1.1."
  }
}

variable "ipv6" {
  description = "Whether clients may come over IPv6."
  type        = bool
  default     = true
  nullable    = false
}

variable "geo" {
  description = "Countries that are let in, or kept out. Null lets in all."
  type = object({
    mode      = string
    countries = set(string)
  })
  default = null

  validation {
    condition     = var.geo == null ? true : length(var.geo.countries) > 0
    error_message = "geo must name a country."
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

variable "web_acl" {
  description = "Web ACL that inspects requests, of the firewall module with scope cloudfront. Null inspects none."
  type = object({
    arn = string
  })
  default = null

  validation {
    condition = (
      var.web_acl == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:wafv2:us-east-1:[0-9]{12}:global/webacl/.+$",
        var.web_acl.arn,
      ))
    )
    error_message = join(" ", [
      "web_acl.arn must be the ARN of a web ACL of the scope CLOUDFRONT",
      "(arn:aws:wafv2:us-east-1:<account>:global/webacl/...); a regional one guards load balancers only.",
    ])
  }

  validation {
    condition = (
      var.web_acl == null
      ? true
      : can(regex(
        "^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:(|aws|${data.aws_caller_identity.current.account_id}):",
        var.web_acl.arn,
      ))
    )
    error_message = join(" ", [
      "web_acl.arn must be of account ${data.aws_caller_identity.current.account_id}, as the module's provider is:",
      "give one that was made there (wrong: ${join(", ", var.web_acl == null ? [] : [var.web_acl.arn])}).",
    ])
  }
}

variable "wait_for_deployment" {
  description = "Whether Terraform waits until CloudFront has brought a change to all its places, some minutes."
  type        = bool
  default     = true
  nullable    = false
}

# Logs and alarm

variable "logs" {
  description = <<-EOT
    Whether each request is logged to a bucket. The provider's region must be us-east-1, where CloudFront's log
    deliveries are configured.
  EOT
  type        = bool
  default     = true
  nullable    = false
}

variable "log_format" {
  description = "Format of the logs. CloudFront bills parquet by the GiB. Changing it replaces the delivery, not the logs."
  type        = string
  default     = "w3c"
  nullable    = false

  validation {
    condition     = contains(["w3c", "json", "parquet", "plain"], var.log_format)
    error_message = "log_format must be one of w3c, json, parquet, plain."
  }
}

variable "log_bucket" {
  description = "A bucket of yours, whose policy lets delivery.logs.amazonaws.com put objects. Null makes one."
  type = object({
    arn = string
  })
  default = null

  validation {
    condition = (
      var.log_bucket == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:s3:::[a-z0-9]([a-z0-9-]*[a-z0-9])?([.][a-z0-9]([a-z0-9-]*[a-z0-9])?)*$",
        var.log_bucket.arn,
      ))
    )
    error_message = "log_bucket.arn must be an ARN of s3."
  }

  validation {
    condition     = var.log_bucket == null ? true : length(var.log_bucket.arn) >= 1 && length(var.log_bucket.arn) <= 2048
    error_message = "log_bucket.arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.log_bucket == null
      ? true
      : can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:", var.log_bucket.arn))
    )
    error_message = join(" ", [
      "log_bucket.arn must be of partition ${data.aws_partition.current.partition}, as the module's provider is:",
      "give one that was made there (wrong: ${join(", ", var.log_bucket == null ? [] : [var.log_bucket.arn])}).",
    ])
  }

  validation {
    condition     = var.log_bucket == null ? true : var.logs
    error_message = "log_bucket is given, but logs is false; set it, or leave the bucket out."
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

variable "alarms" {
  description = <<-EOT
    Alarm on answers of 5xx, the API's as well. The provider's region must be us-east-1, where CloudFront's
    metrics are. Null makes none.
  EOT
  type = object({
    topic_arns    = list(string)
    server_errors = optional(number, 5)
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
    condition     = var.alarms == null ? true : var.alarms.server_errors >= 1 && var.alarms.server_errors <= 100
    error_message = "alarms.server_errors must be between 1 and 100 percent."
  }

  validation {
    condition     = var.alarms == null ? true : floor(var.alarms.server_errors) == var.alarms.server_errors
    error_message = "alarms.server_errors must be a whole number."
  }
}

# Pages

variable "routing" {
  description = <<-EOT
    What a path without a file's ending leads to: `index_document` (single_page), that of its folder (directory),
    or a key as it stands (none). A function at CloudFront does it (0.10 USD for a million requests), and leaves
    the API and /.well-known/ alone.
  EOT
  type        = string
  default     = "single_page"
  nullable    = false

  validation {
    condition     = contains(["single_page", "directory", "none"], var.routing)
    error_message = "routing must be one of single_page, directory, none."
  }
}

variable "index_document" {
  description = "File that is the site's first page."
  type        = string
  default     = "index.html"
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9_.-]{1,100}$", var.index_document))
    error_message = "index_document must be the name of a file, without a slash."
  }
}

variable "error_pages" {
  description = <<-EOT
    Pages for errors, by the status of the error. CloudFront puts them in place of the API's answers as well, so
    that they cannot be combined with `api`.
  EOT
  type = map(object({
    path   = string
    status = optional(number)
    ttl    = optional(number, 10)
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([
      for key in keys(var.error_pages) : can(regex("^(400|403|404|405|414|416|500|501|502|503|504)$", key))
    ])
    error_message = join("", [
      "error_pages keys must be of 400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504 (wrong: ",
      join(", ", [
        for key in keys(var.error_pages) : key
        if !can(regex("^(400|403|404|405|414|416|500|501|502|503|504)$", key))
      ]),
      ").",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.error_pages) : item != null])
    error_message = "error_pages[*] must not be null (wrong: ${join(", ", [for key, item in var.error_pages : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.error_pages) : can(regex("^/[A-Za-z0-9_.~/-]{1,254}$", item.path))
      if item != null
    ])
    error_message = "error_pages[*].path must be the path of a file, with a slash in front."
  }

  validation {
    condition = alltrue([
      for item in values(var.error_pages) :
      item.status == null ? true : contains([200, 400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504], item.status)
      if item != null
    ])
    error_message = "error_pages[*].status must be one of 200, 400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504."
  }

  validation {
    condition     = alltrue([for item in values(var.error_pages) : item.ttl >= 0 && item.ttl <= 31536000 if item != null])
    error_message = "error_pages[*].ttl must be between 0 and 31536000 seconds."
  }

  validation {
    condition     = alltrue([for item in values(var.error_pages) : floor(item.ttl) == item.ttl if item != null])
    error_message = "error_pages[*].ttl must be a whole number."
  }

  validation {
    condition = var.api == null ? true : length(var.error_pages) == 0
    error_message = join(" ", [
      "error_pages must be empty with api: CloudFront would put the pages in place of the API's own answers;",
      "let the application show errors.",
    ])
  }
}

# Caching

variable "immutable_paths" {
  description = <<-EOT
    Patterns of paths whose files never change under their names, as bundlers make them (a hash in the name).
    CloudFront keeps them for `asset_ttl`.
  EOT
  type        = list(string)
  default     = ["/assets/*", "/static/*", "/_next/static/*"]
  nullable    = false

  validation {
    condition     = length(var.immutable_paths) >= 0 && length(var.immutable_paths) <= 10
    error_message = "immutable_paths must have 0 to 10 items."
  }

  validation {
    condition     = length(distinct(var.immutable_paths)) == length(var.immutable_paths)
    error_message = "immutable_paths must not name the same item twice."
  }

  validation {
    condition     = alltrue([for item in var.immutable_paths : item != null])
    error_message = "immutable_paths[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.immutable_paths : can(regex("^/[A-Za-z0-9_.~*$/-]{1,254}$", item))
      if item != null
    ])
    error_message = "immutable_paths[*] must begin with a slash and hold letters, digits, * for any characters, and _ . ~ $ / - only."
  }
}

variable "asset_ttl" {
  description = <<-EOT
    Seconds that CloudFront keeps what lies under `immutable_paths`, when the file itself says nothing
    (Cache-Control). A year by default.
  EOT
  type        = number
  default     = 31536000
  nullable    = false

  validation {
    condition     = var.asset_ttl >= 0 && var.asset_ttl <= 31536000
    error_message = "asset_ttl must be between 0 and 31536000 seconds."
  }

  validation {
    condition     = floor(var.asset_ttl) == var.asset_ttl
    error_message = "asset_ttl must be a whole number."
  }
}

variable "page_ttl" {
  description = <<-EOT
    Seconds that CloudFront keeps everything else, when the file itself says nothing. By default it asks the
    bucket each time, which answers 304 when nothing changed: a deployment is seen at once.
  EOT
  type        = number
  default     = 0
  nullable    = false

  validation {
    condition     = var.page_ttl >= 0 && var.page_ttl <= 31536000
    error_message = "page_ttl must be between 0 and 31536000 seconds."
  }

  validation {
    condition     = floor(var.page_ttl) == var.page_ttl
    error_message = "page_ttl must be a whole number."
  }
}

variable "page_cache_control" {
  description = <<-EOT
    Cache-Control of pages for browsers, when the file itself has none: no-cache asks each time, so that nobody
    runs an old version. Empty adds none, and browsers guess.
  EOT
  type        = string
  default     = "no-cache"
  nullable    = false

  validation {
    condition     = can(regex("^[ -~]*$", var.page_cache_control))
    error_message = "page_cache_control must be printable ASCII."
  }

  validation {
    condition     = length(var.page_cache_control) >= 0 && length(var.page_cache_control) <= 2000
    error_message = "page_cache_control must have 0 to 2000 characters."
  }
}

# Security headers

variable "content_security_policy" {
  description = <<-EOT
    Content-Security-Policy: where scripts, styles and connections may come from and go to. By default this site
    only; add the API and the login by their names (connect-src). Empty sends none.
  EOT
  type        = string
  default     = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
  nullable    = false

  validation {
    condition     = can(regex("^[ -~]*$", var.content_security_policy))
    error_message = "content_security_policy must be printable ASCII."
  }

  validation {
    condition     = length(var.content_security_policy) >= 0 && length(var.content_security_policy) <= 2000
    error_message = "content_security_policy must have 0 to 2000 characters."
  }
}

variable "strict_transport_security" {
  description = "Strict-Transport-Security: how long browsers use HTTPS only."
  type = object({
    max_age            = optional(number, 31536000)
    include_subdomains = optional(bool, true)
    preload            = optional(bool, false)
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.strict_transport_security.max_age >= 0 && var.strict_transport_security.max_age <= 63072000
    error_message = "strict_transport_security.max_age must be between 0 and 63072000 seconds."
  }

  validation {
    condition     = floor(var.strict_transport_security.max_age) == var.strict_transport_security.max_age
    error_message = "strict_transport_security.max_age must be a whole number."
  }
}

variable "frame_options" {
  description = "X-Frame-Options: who may show pages in a frame. none sends none."
  type        = string
  default     = "DENY"
  nullable    = false

  validation {
    condition     = contains(["DENY", "SAMEORIGIN", "none"], var.frame_options)
    error_message = "frame_options must be one of DENY, SAMEORIGIN, none."
  }
}

variable "referrer_policy" {
  description = "Referrer-Policy: what other sites learn of the page that a link stood on."
  type        = string
  default     = "strict-origin-when-cross-origin"
  nullable    = false

  validation {
    condition = contains(
      [
        "strict-origin-when-cross-origin",
        "no-referrer",
        "no-referrer-when-downgrade",
        "origin",
        "origin-when-cross-origin",
        "same-origin",
        "strict-origin",
        "unsafe-url",
      ],
      var.referrer_policy,
    )
    error_message = join(" ", [
      "referrer_policy must be one of strict-origin-when-cross-origin, no-referrer, no-referrer-when-downgrade,",
      "origin, origin-when-cross-origin, same-origin, strict-origin, unsafe-url.",
    ])
  }
}

variable "permissions_policy" {
  description = "Permissions-Policy: what pages may ask of a device. Empty sends none."
  type        = string
  default     = "camera=(), geolocation=(), microphone=(), payment=()"
  nullable    = false

  validation {
    condition     = can(regex("^[ -~]*$", var.permissions_policy))
    error_message = "permissions_policy must be printable ASCII."
  }

  validation {
    condition     = length(var.permissions_policy) >= 0 && length(var.permissions_policy) <= 2000
    error_message = "permissions_policy must have 0 to 2000 characters."
  }
}

variable "response_headers" {
  description = "Further headers of every response, by their names, such as { X-Robots-Tag = \"noindex\" }."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([for key in keys(var.response_headers) : can(regex("^[A-Za-z0-9-]{1,100}$", key))])
    error_message = join(" ", [
      "response_headers keys must be names of headers (wrong:",
      "${join(", ", [for key in keys(var.response_headers) : key if !can(regex("^[A-Za-z0-9-]{1,100}$", key))])}).",
    ])
  }

  validation {
    condition = length([
      for name in keys(var.response_headers) : name
      if can(regex(
        join("", [
          "^(connection|content-encoding|content-length|expect|host|keep-alive|proxy-(authenticate|authorization|",
          "connection)|trailer|transfer-encoding|upgrade|via|warning|x-accel-.*|x-amz-cf-.*|x-amzn-.*|x-cache.*|",
          "x-edge-.*|x-forwarded-proto|x-real-ip|content-security-policy|strict-transport-security|x-frame-options|",
          "x-content-type-options|referrer-policy)$",
        ]),
        lower(name),
      ))
    ]) == 0
    error_message = join("", [
      "response_headers must not be headers that CloudFront keeps for itself, such as Via, or that have an input of their own (wrong: ",
      join(", ", [
        for name in keys(var.response_headers) : name
        if can(regex(
          join("", [
            "^(connection|content-encoding|content-length|expect|host|keep-alive|proxy-(authenticate|authorization|",
            "connection)|trailer|transfer-encoding|upgrade|via|warning|x-accel-.*|x-amz-cf-.*|x-amzn-.*|x-cache.*|",
            "x-edge-.*|x-forwarded-proto|x-real-ip|content-security-policy|strict-transport-security|x-frame-options|",
            "x-content-type-options|referrer-policy)$",
          ]),
          lower(name),
        ))
      ]),
      ").",
    ])
  }

  validation {
    condition     = length(distinct([for name in keys(var.response_headers) : lower(name)])) == length(var.response_headers)
    error_message = "response_headers must not have names that differ in case only: they are one header."
  }

  validation {
    condition     = alltrue([for item in values(var.response_headers) : item != null])
    error_message = "response_headers[*] must not be null (wrong: ${join(", ", [for key, item in var.response_headers : key if item == null])})."
  }

  validation {
    condition     = alltrue([for item in values(var.response_headers) : can(regex("^[ -~]*$", item)) if item != null])
    error_message = "response_headers[*] must be printable ASCII."
  }

  validation {
    condition = alltrue([
      for item in values(var.response_headers) : length(item) >= 0 && length(item) <= 2000
      if item != null
    ])
    error_message = "response_headers[*] must have 0 to 2000 characters."
  }

  validation {
    condition = length(merge(
      { for name, value in {
        "Cache-Control"      = var.page_cache_control
        "Permissions-Policy" = var.permissions_policy
      } : name => value if value != "" },
      var.response_headers,
    )) <= 10
    error_message = join(" ", [
      "response_headers must be at most 10 together with those of page_cache_control and permissions_policy,",
      "the most that CloudFront adds.",
    ])
  }
}

# API

variable "api" {
  description = <<-EOT
    API that answers under paths of the site's own name, so that browsers need no CORS and cookies are
    first-party. Its answers are never cached. Null has none.
  EOT
  type = object({
    domain_name   = string
    paths         = optional(list(string), ["/api/*"])
    methods       = optional(string, "all")
    headers       = optional(set(string), [])
    cookies       = optional(bool, true)
    query_strings = optional(bool, true)
    port          = optional(number, 443)
    read_timeout  = optional(number, 30)
  })
  default = null

  validation {
    condition = (
      var.api == null
      ? true
      : length([
        for name in var.api.headers : name
        if name == null ? false : contains(["authorization", "host"], lower(name))
      ]) == 0
    )
    error_message = join(" ", [
      "api must not name Authorization or Host in headers:",
      "CloudFront forwards Authorization only with all headers (leave headers empty), and sets Host itself.",
    ])
  }

  validation {
    condition = (
      var.api == null
      ? true
      : can(regex("^(\\*\\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", var.api.domain_name))
    )
    error_message = "api.domain_name must be a name in DNS in lower case, such as app.example.com."
  }

  validation {
    condition     = var.api == null ? true : length(var.api.paths) >= 1 && length(var.api.paths) <= 10
    error_message = "api.paths must have 1 to 10 items."
  }

  validation {
    condition     = var.api == null ? true : length(distinct(var.api.paths)) == length(var.api.paths)
    error_message = "api.paths must not name the same item twice."
  }

  validation {
    condition     = var.api == null ? true : alltrue([for item in var.api.paths : item != null])
    error_message = "api.paths[*] must not be null."
  }

  validation {
    condition = (
      var.api == null
      ? true
      : alltrue([for item in var.api.paths : can(regex("^/[A-Za-z0-9_.~*$/-]{1,254}$", item)) if item != null])
    )
    error_message = "api.paths[*] must begin with a slash and hold letters, digits, * for any characters, and _ . ~ $ / - only."
  }

  validation {
    condition     = var.api == null ? true : contains(["all", "read"], var.api.methods)
    error_message = "api.methods must be one of all, read."
  }

  validation {
    condition     = var.api == null ? true : alltrue([for item in var.api.headers : item != null])
    error_message = "api.headers[*] must not be null."
  }

  validation {
    condition = (
      var.api == null
      ? true
      : alltrue([for item in var.api.headers : can(regex("^[A-Za-z0-9-]{1,100}$", item)) if item != null])
    )
    error_message = "api.headers[*] must be the name of a header."
  }

  validation {
    condition     = var.api == null ? true : var.api.port >= 1 && var.api.port <= 65535
    error_message = "api.port must be between 1 and 65535."
  }

  validation {
    condition     = var.api == null ? true : floor(var.api.port) == var.api.port
    error_message = "api.port must be a whole number."
  }

  validation {
    condition     = var.api == null ? true : contains([80, 443], var.api.port) || var.api.port >= 1024
    error_message = "api.port must be 80, 443, or 1024 and above, the only ports that CloudFront speaks to."
  }

  validation {
    condition     = var.api == null ? true : var.api.read_timeout >= 1 && var.api.read_timeout <= 120
    error_message = "api.read_timeout must be between 1 and 120 seconds."
  }

  validation {
    condition     = var.api == null ? true : floor(var.api.read_timeout) == var.api.read_timeout
    error_message = "api.read_timeout must be a whole number."
  }

  validation {
    condition     = var.api == null ? true : length(setintersection(var.api.paths, var.immutable_paths)) == 0
    error_message = "api must not have a path that is in immutable_paths too."
  }
}

# Copy in another region

variable "replica" {
  description = <<-EOT
    Bucket in another region that S3 copies the files to, and that CloudFront reads from while this one fails. It
    must keep versions, be encrypted with SSE-S3, and let the output distribution_arn read (s3:GetObject,
    s3:ListBucket). Earlier files are not copied: deploy once more. Null has none.
  EOT
  type = object({
    bucket_name = string
    region      = string
  })
  default = null

  validation {
    condition     = var.replica == null ? true : can(regex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", var.replica.bucket_name))
    error_message = "replica.bucket_name must be the name of a bucket, without a dot."
  }

  validation {
    condition = (
      var.replica == null
      ? true
      : can(regex(
        join("", [
          "^(([a-z]{2}(-gov|-iso[a-z]?)?|eusc-[a-z]{2})-(north|south|central|(north|south)?(east|west))-1|(af-south|",
          "ca-central|ca-west|eu-north|il-central|me-central|me-south|me-west|mx-central|sa-east|sa-west|cn-north|",
          "cn-northwest|eusc-de-east|us-gov-east|us-gov-west)-[1-2]|(ap-east|ap-south|eu-central|eu-south|us-east|",
          "us-west)-[1-3]|(ap-northeast|eu-west)-[1-4]|(ap-southeast)-[1-8])$",
        ]),
        var.replica.region,
      ))
    )
    error_message = "replica.region must be the name of a region, such as us-west-2 or eusc-de-east-1."
  }
}

# Deployment

variable "deploy_role" {
  description = <<-EOT
    Role that a pipeline deploys with: it may list the bucket, put and delete files, and invalidate the
    distribution, but not delete old versions. Null makes none.
  EOT
  type = object({
    oidc = optional(object({
      provider_arn = string
      subjects     = set(string)
      audience     = optional(string, "sts.amazonaws.com")
    }))
    role_arns                = optional(set(string), [])
    permissions_boundary_arn = optional(string)
  })
  default = null

  validation {
    condition     = var.deploy_role == null ? true : var.deploy_role.oidc != null || length(var.deploy_role.role_arns) > 0
    error_message = "deploy_role must say who may take the role: oidc, role_arns, or both."
  }

  validation {
    condition = (
      var.deploy_role == null
      ? true
      : (var.deploy_role.oidc == null ? true : length(var.deploy_role.oidc.subjects) > 0)
    )
    error_message = "deploy_role.oidc must name a subject: without one, every repository of the provider could deploy."
  }

  validation {
    condition = (
      var.deploy_role == null
      ? true
      : (
        var.deploy_role.oidc == null
        ? true
        : can(regex(
          "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:iam::(aws|[0-9]{12}):oidc-provider/[A-Za-z0-9+=,.@_/!#-]+$",
          var.deploy_role.oidc.provider_arn,
        ))
      )
    )
    error_message = "deploy_role.oidc.provider_arn must be an ARN of iam."
  }

  validation {
    condition = (
      var.deploy_role == null
      ? true
      : (
        var.deploy_role.oidc == null
        ? true
        : length(var.deploy_role.oidc.provider_arn) >= 1 && length(var.deploy_role.oidc.provider_arn) <= 2048
      )
    )
    error_message = "deploy_role.oidc.provider_arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.deploy_role == null
      ? true
      : (
        var.deploy_role.oidc == null
        ? true
        : can(regex(
          "^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:(|aws|${data.aws_caller_identity.current.account_id}):",
          var.deploy_role.oidc.provider_arn,
        ))
      )
    )
    error_message = join("", [
      "deploy_role.oidc.provider_arn must be of account ",
      data.aws_caller_identity.current.account_id,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(
        ", ",
        var.deploy_role == null ? [] : (var.deploy_role.oidc == null ? [] : [var.deploy_role.oidc.provider_arn]),
      ),
      ").",
    ])
  }

  validation {
    condition = (
      var.deploy_role == null
      ? true
      : (var.deploy_role.oidc == null ? true : alltrue([for item in var.deploy_role.oidc.subjects : item != null]))
    )
    error_message = "deploy_role.oidc.subjects[*] must not be null."
  }

  validation {
    condition = (
      var.deploy_role == null
      ? true
      : (
        var.deploy_role.oidc == null
        ? true
        : alltrue([for item in var.deploy_role.oidc.subjects : can(regex("^[^*?\\s][^\\s]*$", item)) if item != null])
      )
    )
    error_message = "deploy_role.oidc.subjects[*] must begin with what is fixed, never with * or ?"
  }

  validation {
    condition = (
      var.deploy_role == null
      ? true
      : (
        var.deploy_role.oidc == null
        ? true
        : length(var.deploy_role.oidc.audience) >= 1 && length(var.deploy_role.oidc.audience) <= 255
      )
    )
    error_message = "deploy_role.oidc.audience must have 1 to 255 characters."
  }

  validation {
    condition     = var.deploy_role == null ? true : alltrue([for item in var.deploy_role.role_arns : item != null])
    error_message = "deploy_role.role_arns[*] must not be null."
  }

  validation {
    condition = (
      var.deploy_role == null
      ? true
      : alltrue([
        for item in var.deploy_role.role_arns :
        can(regex("^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:iam::(aws|[0-9]{12}):role/[A-Za-z0-9+=,.@_/-]+$", item))
        if item != null
      ])
    )
    error_message = "deploy_role.role_arns[*] must be an ARN of iam."
  }

  validation {
    condition = (
      var.deploy_role == null
      ? true
      : alltrue([for item in var.deploy_role.role_arns : length(item) >= 1 && length(item) <= 2048 if item != null])
    )
    error_message = "deploy_role.role_arns[*] must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.deploy_role == null
      ? true
      : alltrue([
        for item in var.deploy_role.role_arns :
        can(regex(
          "^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:(|aws|${data.aws_caller_identity.current.account_id}):",
          item,
        ))
        if item != null
      ])
    )
    error_message = join("", [
      "deploy_role.role_arns[*] must be of account ",
      data.aws_caller_identity.current.account_id,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(
        ", ",
        (
          var.deploy_role == null
          ? []
          : flatten([
            for item in var.deploy_role.role_arns : [item]
            if(
              item == null
              ? false
              : !can(regex(
                "^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:(|aws|${data.aws_caller_identity.current.account_id}):",
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
      var.deploy_role == null
      ? true
      : (
        var.deploy_role.permissions_boundary_arn == null
        ? true
        : can(regex(
          "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:iam::(aws|[0-9]{12}):policy/[A-Za-z0-9+=,.@_/-]+$",
          var.deploy_role.permissions_boundary_arn,
        ))
      )
    )
    error_message = "deploy_role.permissions_boundary_arn must be an ARN of iam."
  }

  validation {
    condition = (
      var.deploy_role == null
      ? true
      : (
        var.deploy_role.permissions_boundary_arn == null
        ? true
        : (
          length(var.deploy_role.permissions_boundary_arn) >= 1 &&
          length(var.deploy_role.permissions_boundary_arn) <= 2048
        )
      )
    )
    error_message = "deploy_role.permissions_boundary_arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.deploy_role == null
      ? true
      : (
        var.deploy_role.permissions_boundary_arn == null
        ? true
        : can(regex(
          "^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:(|aws|${data.aws_caller_identity.current.account_id}):",
          var.deploy_role.permissions_boundary_arn,
        ))
      )
    )
    error_message = join("", [
      "deploy_role.permissions_boundary_arn must be of account ",
      data.aws_caller_identity.current.account_id,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(
        ", ",
        (
          var.deploy_role == null
          ? []
          : (var.deploy_role.permissions_boundary_arn == null ? [] : [var.deploy_role.permissions_boundary_arn])
        ),
      ),
      ").",
    ])
  }
}

variable "permissions_boundary" {
  description = "Permissions boundary of the module's own roles. Null sets none."
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
