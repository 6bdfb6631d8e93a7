locals {
  scope               = var.scope == "cloudfront" ? "CLOUDFRONT" : "REGIONAL"
  block_response_body = var.block_response_body == "" ? null : var.block_response_body
  account_id          = terraform_data.surroundings.input.account_id
  partition           = terraform_data.surroundings.input.partition
  dns_suffix          = terraform_data.surroundings.input.dns_suffix
  region              = terraform_data.surroundings.input.region
}

data "aws_partition" "current" {}

data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

# Keeps names known where depends_on on the module defers its data sources to the apply.
resource "terraform_data" "surroundings" {
  input = {
    account_id = data.aws_caller_identity.current.account_id
    partition  = data.aws_partition.current.partition
    dns_suffix = data.aws_partition.current.dns_suffix
    region     = data.aws_region.current.id
  }

  lifecycle {
    ignore_changes = [input]

    postcondition {
      condition = (
        self.input.region == data.aws_region.current.id &&
        self.input.account_id == data.aws_caller_identity.current.account_id
      )
      error_message = join(" ", [
        "This was made in ${self.input.region} of account ${self.input.account_id},",
        "and the provider is now of ${data.aws_region.current.id} of account",
        "${data.aws_caller_identity.current.account_id}: nothing moves. Give the provider back its region and account;",
        "or destroy everything there first, and make it here with a state of its own.",
      ])
    }
  }
}

# Web ACL

locals {
  size_limits_count_only = var.count_only || var.size_limits.count_only
  groups = merge(
    { for name, group in {
      ip-reputation = {
        enabled      = var.ip_reputation.enabled
        priority     = 200
        vendor       = "AWS"
        name         = "AWSManagedRulesAmazonIpReputationList"
        version      = null
        count_only   = var.ip_reputation.count_only
        rule_actions = var.ip_reputation.rule_actions
      }
      anonymous-ip = {
        enabled      = var.anonymous_ip.enabled
        priority     = 210
        vendor       = "AWS"
        name         = "AWSManagedRulesAnonymousIpList"
        version      = null
        count_only   = var.anonymous_ip.count_only
        rule_actions = var.anonymous_ip.rule_actions
      }
      known-bad-inputs = {
        enabled      = var.known_bad_inputs.enabled
        priority     = 220
        vendor       = "AWS"
        name         = "AWSManagedRulesKnownBadInputsRuleSet"
        version      = var.known_bad_inputs.version
        count_only   = var.known_bad_inputs.count_only
        rule_actions = var.known_bad_inputs.rule_actions
      }
      common = {
        enabled      = var.common.enabled
        priority     = 230
        vendor       = "AWS"
        name         = "AWSManagedRulesCommonRuleSet"
        version      = var.common.version
        count_only   = var.common.count_only
        rule_actions = var.common.rule_actions
      }
      sql-database = {
        enabled      = var.sql_database.enabled
        priority     = 240
        vendor       = "AWS"
        name         = "AWSManagedRulesSQLiRuleSet"
        version      = var.sql_database.version
        count_only   = var.sql_database.count_only
        rule_actions = var.sql_database.rule_actions
      }
      linux = {
        enabled      = var.linux.enabled
        priority     = 250
        vendor       = "AWS"
        name         = "AWSManagedRulesLinuxRuleSet"
        version      = var.linux.version
        count_only   = var.linux.count_only
        rule_actions = var.linux.rule_actions
      }
    } : name => group if group.enabled },
    { for name, group in var.managed_groups : "managed-${name}" => merge(group, { priority = 300 + group.priority }) },
  )
}

resource "aws_wafv2_ip_set" "internal_ipv4" {
  addresses          = [for cidr in var.internal_path_cidrs : cidr if !strcontains(cidr, ":")]
  description        = "${var.name}: addresses that may reach internal paths"
  ip_address_version = "IPV4"
  name               = "${var.name}-internal-ipv4"
  scope              = local.scope

  tags = merge(var.tags, { Name = "${var.name}-internal-ipv4" })

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_wafv2_ip_set" "internal_ipv6" {
  addresses          = [for cidr in var.internal_path_cidrs : cidr if strcontains(cidr, ":")]
  description        = "${var.name}: addresses that may reach internal paths"
  ip_address_version = "IPV6"
  name               = "${var.name}-internal-ipv6"
  scope              = local.scope

  tags = merge(var.tags, { Name = "${var.name}-internal-ipv6" })

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_wafv2_ip_set" "blocked_ipv4" {
  addresses          = [for cidr in var.block_list : cidr if !strcontains(cidr, ":")]
  description        = "${var.name}: addresses that are refused"
  ip_address_version = "IPV4"
  name               = "${var.name}-blocked-ipv4"
  scope              = local.scope

  tags = merge(var.tags, { Name = "${var.name}-blocked-ipv4" })

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_wafv2_ip_set" "blocked_ipv6" {
  addresses          = [for cidr in var.block_list : cidr if strcontains(cidr, ":")]
  description        = "${var.name}: addresses that are refused"
  ip_address_version = "IPV6"
  name               = "${var.name}-blocked-ipv6"
  scope              = local.scope

  tags = merge(var.tags, { Name = "${var.name}-blocked-ipv6" })

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_wafv2_ip_set" "allowed_ipv4" {
  addresses          = [for cidr in var.allow_list : cidr if !strcontains(cidr, ":")]
  description        = "${var.name}: addresses that pass"
  ip_address_version = "IPV4"
  name               = "${var.name}-allowed-ipv4"
  scope              = local.scope

  tags = merge(var.tags, { Name = "${var.name}-allowed-ipv4" })

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_wafv2_ip_set" "allowed_ipv6" {
  addresses          = [for cidr in var.allow_list : cidr if strcontains(cidr, ":")]
  description        = "${var.name}: addresses that pass"
  ip_address_version = "IPV6"
  name               = "${var.name}-allowed-ipv6"
  scope              = local.scope

  tags = merge(var.tags, { Name = "${var.name}-allowed-ipv6" })

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_wafv2_web_acl" "this" {
  #checkov:skip=CKV_AWS_192:The group is on by default (known_bad_inputs); a dynamic block hides it from the check
  description = "Web ACL ${var.name}"
  name        = var.name
  scope       = local.scope

  default_action {
    dynamic "allow" {
      for_each = var.default_action == "allow" ? [1] : []

      content {}
    }

    dynamic "block" {
      for_each = var.default_action == "block" ? [1] : []

      content {
        custom_response {
          response_code            = var.block_status
          custom_response_body_key = local.block_response_body
        }
      }
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "${var.name}-all"
    sampled_requests_enabled   = var.sampled_requests
  }

  dynamic "rule" {
    for_each = length(var.internal_paths) > 0 ? [1] : []

    content {
      name     = "internal-paths"
      priority = 0

      action {
        block {
          custom_response {
            response_code = var.internal_path_status
          }
        }
      }

      statement {
        and_statement {
          statement {
            regex_match_statement {
              regex_string = join("|", flatten([for path in var.internal_paths : [
                "^${replace(lower(path), ".", "\\.")}$",
                "^${replace(lower(path), ".", "\\.")}[/;]",
              ]]))

              field_to_match {
                uri_path {}
              }

              text_transformation {
                priority = 0
                type     = "URL_DECODE"
              }

              text_transformation {
                priority = 1
                type     = "NORMALIZE_PATH"
              }

              text_transformation {
                priority = 2
                type     = "LOWERCASE"
              }
            }
          }

          statement {
            not_statement {
              statement {
                ip_set_reference_statement {
                  arn = aws_wafv2_ip_set.internal_ipv4.arn

                  dynamic "ip_set_forwarded_ip_config" {
                    for_each = var.forwarded_ip != null ? [1] : []

                    content {
                      header_name       = var.forwarded_ip.header
                      fallback_behavior = var.forwarded_ip.fallback
                      position          = var.forwarded_ip.position
                    }
                  }
                }
              }
            }
          }

          statement {
            not_statement {
              statement {
                ip_set_reference_statement {
                  arn = aws_wafv2_ip_set.internal_ipv6.arn

                  dynamic "ip_set_forwarded_ip_config" {
                    for_each = var.forwarded_ip != null ? [1] : []

                    content {
                      header_name       = var.forwarded_ip.header
                      fallback_behavior = var.forwarded_ip.fallback
                      position          = var.forwarded_ip.position
                    }
                  }
                }
              }
            }
          }
        }
      }

      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = "${var.name}-internal-paths"
        sampled_requests_enabled   = var.sampled_requests
      }
    }
  }

  rule {
    name     = "block-list"
    priority = 10

    action {
      block {
        custom_response {
          response_code            = var.block_status
          custom_response_body_key = local.block_response_body
        }
      }
    }

    statement {
      or_statement {
        statement {
          ip_set_reference_statement {
            arn = aws_wafv2_ip_set.blocked_ipv4.arn

            dynamic "ip_set_forwarded_ip_config" {
              for_each = var.forwarded_ip != null ? [1] : []

              content {
                header_name       = var.forwarded_ip.header
                fallback_behavior = var.forwarded_ip.fallback
                position          = var.forwarded_ip.position
              }
            }
          }
        }

        statement {
          ip_set_reference_statement {
            arn = aws_wafv2_ip_set.blocked_ipv6.arn

            dynamic "ip_set_forwarded_ip_config" {
              for_each = var.forwarded_ip != null ? [1] : []

              content {
                header_name       = var.forwarded_ip.header
                fallback_behavior = var.forwarded_ip.fallback
                position          = var.forwarded_ip.position
              }
            }
          }
        }
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "${var.name}-block-list"
      sampled_requests_enabled   = var.sampled_requests
    }
  }

  rule {
    name     = "allow-list"
    priority = 20

    action {
      allow {}
    }

    statement {
      or_statement {
        statement {
          ip_set_reference_statement {
            arn = aws_wafv2_ip_set.allowed_ipv4.arn

            dynamic "ip_set_forwarded_ip_config" {
              for_each = var.forwarded_ip != null ? [1] : []

              content {
                header_name       = var.forwarded_ip.header
                fallback_behavior = var.forwarded_ip.fallback
                position          = var.forwarded_ip.position
              }
            }
          }
        }

        statement {
          ip_set_reference_statement {
            arn = aws_wafv2_ip_set.allowed_ipv6.arn

            dynamic "ip_set_forwarded_ip_config" {
              for_each = var.forwarded_ip != null ? [1] : []

              content {
                header_name       = var.forwarded_ip.header
                fallback_behavior = var.forwarded_ip.fallback
                position          = var.forwarded_ip.position
              }
            }
          }
        }
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "${var.name}-allow-list"
      sampled_requests_enabled   = var.sampled_requests
    }
  }

  dynamic "rule" {
    for_each = var.geo != null ? [1] : []

    content {
      name     = "geo"
      priority = 30

      action {
        dynamic "block" {
          for_each = var.count_only || var.geo.count_only ? [] : [1]

          content {
            custom_response {
              response_code            = var.block_status
              custom_response_body_key = local.block_response_body
            }
          }
        }

        dynamic "count" {
          for_each = var.count_only || var.geo.count_only ? [1] : []

          content {}
        }
      }

      statement {
        dynamic "geo_match_statement" {
          for_each = var.geo.mode == "block" ? [1] : []

          content {
            country_codes = sort(var.geo.countries)

            dynamic "forwarded_ip_config" {
              for_each = var.forwarded_ip != null ? [1] : []

              content {
                header_name       = var.forwarded_ip.header
                fallback_behavior = var.forwarded_ip.fallback
              }
            }
          }
        }

        dynamic "not_statement" {
          for_each = var.geo.mode == "allow" ? [1] : []

          content {
            statement {
              geo_match_statement {
                country_codes = sort(var.geo.countries)

                dynamic "forwarded_ip_config" {
                  for_each = var.forwarded_ip != null ? [1] : []

                  content {
                    header_name       = var.forwarded_ip.header
                    fallback_behavior = var.forwarded_ip.fallback
                  }
                }
              }
            }
          }
        }
      }

      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = "${var.name}-geo"
        sampled_requests_enabled   = var.sampled_requests
      }
    }
  }

  dynamic "rule" {
    for_each = var.size_limits.body == null ? [] : [var.size_limits.body]

    content {
      name     = "body-size"
      priority = 40

      action {
        dynamic "block" {
          for_each = local.size_limits_count_only ? [] : [1]

          content {
            custom_response {
              response_code            = var.block_status
              custom_response_body_key = local.block_response_body
            }
          }
        }

        dynamic "count" {
          for_each = local.size_limits_count_only ? [1] : []

          content {}
        }
      }

      statement {
        dynamic "size_constraint_statement" {
          for_each = length(var.size_limits.body_except_paths) == 0 ? [1] : []

          content {
            comparison_operator = "GT"
            size                = rule.value

            field_to_match {
              body {
                oversize_handling = "MATCH"
              }
            }

            text_transformation {
              priority = 0
              type     = "NONE"
            }
          }
        }

        dynamic "and_statement" {
          for_each = length(var.size_limits.body_except_paths) > 0 ? [1] : []

          content {
            statement {
              size_constraint_statement {
                comparison_operator = "GT"
                size                = rule.value

                field_to_match {
                  body {
                    oversize_handling = "MATCH"
                  }
                }

                text_transformation {
                  priority = 0
                  type     = "NONE"
                }
              }
            }

            statement {
              not_statement {
                statement {
                  regex_match_statement {
                    regex_string = join("|", [
                      for path in var.size_limits.body_except_paths :
                      (
                        endswith(path, "*")
                        ? "^${replace(lower(trimsuffix(path, "*")), ".", "\\.")}"
                        : "^${replace(lower(path), ".", "\\.")}$"
                      )
                    ])

                    field_to_match {
                      uri_path {}
                    }

                    text_transformation {
                      priority = 0
                      type     = "URL_DECODE"
                    }

                    text_transformation {
                      priority = 1
                      type     = "NORMALIZE_PATH"
                    }

                    text_transformation {
                      priority = 2
                      type     = "LOWERCASE"
                    }
                  }
                }
              }
            }
          }
        }
      }

      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = "${var.name}-body-size"
        sampled_requests_enabled   = var.sampled_requests
      }
    }
  }

  dynamic "rule" {
    for_each = var.size_limits.query_string == null ? [] : [var.size_limits.query_string]

    content {
      name     = "query-string-size"
      priority = 41

      action {
        dynamic "block" {
          for_each = local.size_limits_count_only ? [] : [1]

          content {
            custom_response {
              response_code            = var.block_status
              custom_response_body_key = local.block_response_body
            }
          }
        }

        dynamic "count" {
          for_each = local.size_limits_count_only ? [1] : []

          content {}
        }
      }

      statement {
        size_constraint_statement {
          comparison_operator = "GT"
          size                = rule.value

          field_to_match {
            query_string {}
          }

          text_transformation {
            priority = 0
            type     = "NONE"
          }
        }
      }

      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = "${var.name}-query-string-size"
        sampled_requests_enabled   = var.sampled_requests
      }
    }
  }

  dynamic "rule" {
    for_each = var.size_limits.uri_path == null ? [] : [var.size_limits.uri_path]

    content {
      name     = "uri-path-size"
      priority = 42

      action {
        dynamic "block" {
          for_each = local.size_limits_count_only ? [] : [1]

          content {
            custom_response {
              response_code            = var.block_status
              custom_response_body_key = local.block_response_body
            }
          }
        }

        dynamic "count" {
          for_each = local.size_limits_count_only ? [1] : []

          content {}
        }
      }

      statement {
        size_constraint_statement {
          comparison_operator = "GT"
          size                = rule.value

          field_to_match {
            uri_path {}
          }

          text_transformation {
            priority = 0
            type     = "NONE"
          }
        }
      }

      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = "${var.name}-uri-path-size"
        sampled_requests_enabled   = var.sampled_requests
      }
    }
  }

  dynamic "rule" {
    for_each = var.rate_limits

    content {
      name     = "rate-limit-${rule.key}"
      priority = 100 + rule.value.priority

      action {
        dynamic "block" {
          for_each = (var.count_only ? "count" : rule.value.action) == "block" ? [1] : []

          content {
            custom_response {
              response_code            = rule.value.status
              custom_response_body_key = rule.value.response_body == "" ? null : rule.value.response_body
            }
          }
        }

        dynamic "count" {
          for_each = (var.count_only ? "count" : rule.value.action) == "count" ? [1] : []

          content {}
        }

        dynamic "captcha" {
          for_each = (var.count_only ? "count" : rule.value.action) == "captcha" ? [1] : []

          content {}
        }

        dynamic "challenge" {
          for_each = (var.count_only ? "count" : rule.value.action) == "challenge" ? [1] : []

          content {}
        }
      }

      statement {
        rate_based_statement {
          limit                 = rule.value.limit
          evaluation_window_sec = rule.value.window
          aggregate_key_type = (
            rule.value.by != "ip"
            ? "CUSTOM_KEYS"
            : (var.forwarded_ip != null ? "FORWARDED_IP" : "IP")
          )

          dynamic "custom_key" {
            for_each = rule.value.by != "ip" ? [1] : []

            content {
              dynamic "header" {
                for_each = rule.value.by == "header" ? [1] : []

                content {
                  name = rule.value.key

                  text_transformation {
                    priority = 0
                    type     = "NONE"
                  }
                }
              }

              dynamic "cookie" {
                for_each = rule.value.by == "cookie" ? [1] : []

                content {
                  name = rule.value.key

                  text_transformation {
                    priority = 0
                    type     = "NONE"
                  }
                }
              }
            }
          }

          dynamic "forwarded_ip_config" {
            for_each = rule.value.by == "ip" ? (var.forwarded_ip != null ? [1] : []) : []

            content {
              header_name       = var.forwarded_ip.header
              fallback_behavior = var.forwarded_ip.fallback
            }
          }

          dynamic "scope_down_statement" {
            for_each = length(rule.value.paths) > 0 || length(rule.value.methods) > 0 ? [1] : []

            content {
              dynamic "and_statement" {
                for_each = length(rule.value.paths) > 0 && length(rule.value.methods) > 0 ? [1] : []

                content {
                  statement {
                    regex_match_statement {
                      regex_string = join("|", [
                        for path in rule.value.paths :
                        (
                          endswith(path, "*")
                          ? "^${replace(lower(trimsuffix(path, "*")), ".", "\\.")}"
                          : "^${replace(lower(path), ".", "\\.")}$"
                        )
                      ])

                      field_to_match {
                        uri_path {}
                      }

                      text_transformation {
                        priority = 0
                        type     = "URL_DECODE"
                      }

                      text_transformation {
                        priority = 1
                        type     = "NORMALIZE_PATH"
                      }

                      text_transformation {
                        priority = 2
                        type     = "LOWERCASE"
                      }
                    }
                  }

                  statement {
                    regex_match_statement {
                      regex_string = join("|", [for method in rule.value.methods : "^${method}$"])

                      field_to_match {
                        method {}
                      }

                      text_transformation {
                        priority = 0
                        type     = "NONE"
                      }
                    }
                  }
                }
              }

              dynamic "regex_match_statement" {
                for_each = length(rule.value.paths) > 0 != length(rule.value.methods) > 0 ? [1] : []

                content {
                  regex_string = (
                    length(rule.value.paths) > 0
                    ? join("|", [
                      for path in rule.value.paths :
                      (
                        endswith(path, "*")
                        ? "^${replace(lower(trimsuffix(path, "*")), ".", "\\.")}"
                        : "^${replace(lower(path), ".", "\\.")}$"
                      )
                    ])
                    : join("|", [for method in rule.value.methods : "^${method}$"])
                  )

                  field_to_match {
                    dynamic "uri_path" {
                      for_each = length(rule.value.paths) > 0 ? [1] : []

                      content {}
                    }

                    dynamic "method" {
                      for_each = length(rule.value.methods) > 0 ? [1] : []

                      content {}
                    }
                  }

                  dynamic "text_transformation" {
                    for_each = length(rule.value.paths) > 0 ? ["URL_DECODE", "NORMALIZE_PATH", "LOWERCASE"] : ["NONE"]

                    content {
                      priority = text_transformation.key
                      type     = text_transformation.value
                    }
                  }
                }
              }
            }
          }
        }
      }

      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = "${var.name}-rate-limit-${rule.key}"
        sampled_requests_enabled   = var.sampled_requests
      }
    }
  }

  dynamic "rule" {
    for_each = local.groups

    content {
      name     = rule.key
      priority = rule.value.priority

      override_action {
        dynamic "none" {
          for_each = var.count_only || rule.value.count_only ? [] : [1]

          content {}
        }

        dynamic "count" {
          for_each = var.count_only || rule.value.count_only ? [1] : []

          content {}
        }
      }

      statement {
        managed_rule_group_statement {
          name        = rule.value.name
          vendor_name = rule.value.vendor
          version     = rule.value.version

          dynamic "rule_action_override" {
            for_each = rule.value.rule_actions

            content {
              name = rule_action_override.key

              action_to_use {
                dynamic "allow" {
                  for_each = rule_action_override.value == "allow" ? [1] : []

                  content {}
                }

                dynamic "block" {
                  for_each = rule_action_override.value == "block" ? [1] : []

                  content {}
                }

                dynamic "captcha" {
                  for_each = rule_action_override.value == "captcha" ? [1] : []

                  content {}
                }

                dynamic "challenge" {
                  for_each = rule_action_override.value == "challenge" ? [1] : []

                  content {}
                }

                dynamic "count" {
                  for_each = rule_action_override.value == "count" ? [1] : []

                  content {}
                }
              }
            }
          }
        }
      }

      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = "${var.name}-${rule.key}"
        sampled_requests_enabled   = var.sampled_requests
      }
    }
  }

  dynamic "rule" {
    for_each = var.rule_groups

    content {
      name     = "rule-group-${rule.key}"
      priority = 400 + rule.value.priority

      override_action {
        dynamic "none" {
          for_each = var.count_only || rule.value.count_only ? [] : [1]

          content {}
        }

        dynamic "count" {
          for_each = var.count_only || rule.value.count_only ? [1] : []

          content {}
        }
      }

      statement {
        rule_group_reference_statement {
          arn = rule.value.arn
        }
      }

      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = "${var.name}-rule-group-${rule.key}"
        sampled_requests_enabled   = var.sampled_requests
      }
    }
  }

  dynamic "custom_response_body" {
    for_each = var.custom_response_bodies

    content {
      key          = custom_response_body.key
      content_type = custom_response_body.value.content_type
      content      = custom_response_body.value.content
    }
  }

  dynamic "association_config" {
    for_each = var.scope == "cloudfront" ? [1] : []

    content {
      request_body {
        cloudfront {
          default_size_inspection_limit = "KB_${var.body_inspection}"
        }
      }
    }
  }

  tags = merge(var.tags, { Name = var.name })

  lifecycle {
    create_before_destroy = true

    precondition {
      condition = var.scope == "regional" || local.region == "us-east-1"
      error_message = join(" ", [
        "scope is cloudfront, but the provider's region is ${local.region}:",
        "AWS keeps web ACLs for CloudFront in us-east-1. Give the module a provider of us-east-1.",
      ])
    }
  }
}

# Logs

locals {
  protection_turns_by_name = { for name, one in var.protected_resources : name => one }
}

resource "aws_kms_key" "logs" {
  count = var.logs && var.log_destination == null && var.log_kms_key == null ? 1 : 0

  deletion_window_in_days = 30
  description             = "Logs of the web ACL ${var.name}"
  enable_key_rotation     = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Administration"
        Effect    = "Allow"
        Principal = { AWS = "arn:${local.partition}:iam::${local.account_id}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        Sid       = "CloudWatchLogs"
        Effect    = "Allow"
        Principal = { Service = "logs.${local.region}.${local.dns_suffix}" }
        Action = [
          "kms:Encrypt*",
          "kms:Decrypt*",
          "kms:ReEncrypt*",
          "kms:GenerateDataKey*",
          "kms:Describe*",
        ]
        Resource = "*"
        Condition = {
          ArnLike = {
            "kms:EncryptionContext:aws:logs:arn" = "arn:${local.partition}:logs:${local.region}:${local.account_id}:log-group:aws-waf-logs-${var.name}"
          }
        }
      },
    ]
  })

  tags = merge(var.tags, { Name = "${var.name}-waf-logs" })
}

resource "aws_kms_alias" "logs" {
  count = var.logs && var.log_destination == null && var.log_kms_key == null ? 1 : 0

  name          = "alias/${var.name}-waf-logs"
  target_key_id = one(aws_kms_key.logs[*].id)
}

resource "aws_cloudwatch_log_group" "logs" {
  count = var.logs && var.log_destination == null ? 1 : 0

  kms_key_id        = var.log_kms_key != null ? var.log_kms_key.arn : one(aws_kms_key.logs[*].arn)
  name              = "aws-waf-logs-${var.name}"
  retention_in_days = var.log_retention_days

  tags = merge(var.tags, { Name = "aws-waf-logs-${var.name}" })
}

resource "aws_cloudwatch_log_resource_policy" "logs" {
  count = var.logs && var.log_destination == null ? 1 : 0

  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { Service = "delivery.logs.amazonaws.com" }
        Action    = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource  = "${one(aws_cloudwatch_log_group.logs[*].arn)}:*"
        Condition = {
          StringEquals = { "aws:SourceAccount" = local.account_id }
          ArnLike = {
            "aws:SourceArn" = "arn:${local.partition}:logs:${local.region}:${local.account_id}:*"
          }
        }
      },
    ]
  })
  policy_name = "aws-waf-logs-${var.name}"
}

resource "aws_wafv2_web_acl_logging_configuration" "this" {
  count = var.logs ? 1 : 0

  log_destination_configs = [
    var.log_destination != null ? var.log_destination.arn : one(aws_cloudwatch_log_group.logs[*].arn),
  ]
  resource_arn = aws_wafv2_web_acl.this.arn

  dynamic "redacted_fields" {
    for_each = var.redacted_headers

    content {
      single_header {
        name = redacted_fields.value
      }
    }
  }

  dynamic "redacted_fields" {
    for_each = var.redact_query_string ? [1] : []

    content {
      query_string {}
    }
  }

  dynamic "logging_filter" {
    for_each = var.log_filter != "all" ? [1] : []

    content {
      default_behavior = "DROP"

      filter {
        behavior    = "KEEP"
        requirement = "MEETS_ANY"

        dynamic "condition" {
          for_each = (
            var.log_filter == "blocked"
            ? ["BLOCK"]
            : ["BLOCK", "CAPTCHA", "CHALLENGE", "COUNT", "EXCLUDED_AS_COUNT"]
          )

          content {
            action_condition {
              action = condition.value
            }
          }
        }
      }
    }
  }

  depends_on = [aws_cloudwatch_log_resource_policy.logs]
}

# Replaced when any of them changes: what goes is gone before what comes is made, since AWS takes each once.
resource "terraform_data" "protection_turns" {
  triggers_replace = tomap(local.protection_turns_by_name)

  lifecycle {
    precondition {
      condition = length(distinct(values(local.protection_turns_by_name))) == length(local.protection_turns_by_name)
      error_message = join("", [
        "Two protected resources are one for AWS, which takes each once: ",
        join(", ", nonsensitive([
          for names in values({ for name, content in local.protection_turns_by_name : content => name... }) :
          join(" and ", names)
          if length(names) > 1
        ])),
        ". Leave one of them out.",
      ])
    }
  }
}

resource "aws_wafv2_web_acl_association" "this" {
  for_each = var.protected_resources

  resource_arn = each.value
  web_acl_arn  = aws_wafv2_web_acl.this.arn

  depends_on = [terraform_data.protection_turns]
}

# Alarm

resource "aws_cloudwatch_metric_alarm" "blocked_requests" {
  count = var.alarms != null ? 1 : 0

  alarm_actions       = var.alarms.topic_arns
  alarm_description   = "${var.name}: the firewall blocks many requests. An attack, or a rule that hits users: see the log."
  alarm_name          = "${var.name}-blocked-requests"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  dimensions = merge(
    { WebACL = "${var.name}-all", Rule = "ALL" },
    var.scope == "cloudfront" ? {} : { Region = local.region },
  )
  evaluation_periods = 1
  metric_name        = "BlockedRequests"
  namespace          = "AWS/WAFV2"
  ok_actions         = var.alarms.topic_arns
  period             = 300
  statistic          = "Sum"
  threshold          = var.alarms.blocked_requests
  treat_missing_data = "notBreaching"

  tags = merge(var.tags, { Name = "${var.name}-blocked-requests" })
}

# Checks

locals {
  # The rules of AWS's groups when the module was written, to warn of a name that none of them has.
  managed_rules = {
    ip-reputation = [
      "AWSManagedIPReputationList",
      "AWSManagedReconnaissanceList",
      "AWSManagedIPDDoSList",
    ]
    anonymous-ip = ["AnonymousIPList", "HostingProviderIPList"]
    known-bad-inputs = [
      "JavaDeserializationRCE_HEADER",
      "JavaDeserializationRCE_BODY",
      "JavaDeserializationRCE_URIPATH",
      "JavaDeserializationRCE_QUERYSTRING",
      "Host_localhost_HEADER",
      "PROPFIND_METHOD",
      "ExploitablePaths_URIPATH",
      "Log4JRCE_HEADER",
      "Log4JRCE_QUERYSTRING",
      "Log4JRCE_BODY",
      "Log4JRCE_URIPATH",
      "ReactJSRCE_BODY",
    ]
    common = [
      "NoUserAgent_HEADER",
      "UserAgent_BadBots_HEADER",
      "SizeRestrictions_QUERYSTRING",
      "SizeRestrictions_Cookie_HEADER",
      "SizeRestrictions_BODY",
      "SizeRestrictions_URIPATH",
      "EC2MetaDataSSRF_BODY",
      "EC2MetaDataSSRF_COOKIE",
      "EC2MetaDataSSRF_URIPATH",
      "EC2MetaDataSSRF_QUERYARGUMENTS",
      "GenericLFI_QUERYARGUMENTS",
      "GenericLFI_URIPATH",
      "GenericLFI_BODY",
      "RestrictedExtensions_URIPATH",
      "RestrictedExtensions_QUERYARGUMENTS",
      "GenericRFI_QUERYARGUMENTS",
      "GenericRFI_BODY",
      "GenericRFI_URIPATH",
      "CrossSiteScripting_COOKIE",
      "CrossSiteScripting_QUERYARGUMENTS",
      "CrossSiteScripting_BODY",
      "CrossSiteScripting_URIPATH",
    ]
    sql-database = [
      "SQLi_QUERYARGUMENTS",
      "SQLi_BODY",
      "SQLi_COOKIE",
      "SQLi_URIPATH",
      "SQLiExtendedPatterns_QUERYARGUMENTS",
      "SQLiExtendedPatterns_BODY",
      "SQLiExtendedPatterns_HEADER",
      "SQLiExtendedPatterns_URIPATH",
    ]
    linux = ["LFI_URIPATH", "LFI_QUERYSTRING", "LFI_HEADER"]
  }
  unknown_rules = flatten([for group, names in {
    ip-reputation    = keys(var.ip_reputation.rule_actions)
    anonymous-ip     = keys(var.anonymous_ip.rule_actions)
    known-bad-inputs = keys(var.known_bad_inputs.rule_actions)
    common           = keys(var.common.rule_actions)
    sql-database     = keys(var.sql_database.rule_actions)
    linux            = keys(var.linux.rule_actions)
  } : [for name in names : "${group}: ${name}" if !contains(local.managed_rules[group], name)]])
}

check "rule_actions" {
  assert {
    condition = length(local.unknown_rules) == 0
    error_message = join(" ", [
      "rule_actions name rules that AWS's groups did not have when this module was written:",
      "${join(", ", local.unknown_rules)}. AWS ignores a name that does not exist, without a word: check the spelling.",
    ])
  }
}
