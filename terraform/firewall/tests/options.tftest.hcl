# What the firewall makes for its options, planned with a mocked provider.

mock_provider "aws" {
  mock_data "aws_partition" {
    defaults = { partition = "aws", dns_suffix = "amazonaws.com" }
  }

  mock_data "aws_region" {
    defaults = { id = "us-east-1" }
  }

  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }
}

variables {
  name = "nimbus"
}

run "by_itself" {
  command = plan

  assert {
    condition = { for rule in aws_wafv2_web_acl.this.rule : rule.name => rule.priority } == {
      internal-paths   = 0
      block-list       = 10
      allow-list       = 20
      ip-reputation    = 200
      known-bad-inputs = 220
      common           = 230
      sql-database     = 240
      linux            = 250
    }
    error_message = "The rules stand in their fixed places."
  }

  assert {
    condition     = one([for rule in aws_wafv2_web_acl.this.rule : rule.statement[0].and_statement[0].statement[0].regex_match_statement[0].regex_string if rule.name == "internal-paths"]) == "^/metrics$|^/metrics[/;]"
    error_message = "Metrics are internal, with all that lies below them."
  }

  assert {
    condition     = alltrue([for rule in aws_wafv2_web_acl.this.rule : length(rule.override_action[0].none) == 1 if rule.priority >= 200])
    error_message = "Managed groups refuse."
  }

  assert {
    condition     = toset(flatten([for field in aws_wafv2_web_acl_logging_configuration.this[0].redacted_fields : field.single_header[*].name])) == toset(["authorization", "cookie"])
    error_message = "Logs hold no credentials."
  }
}

run "the_first_days" {
  command = plan

  variables {
    count_only  = true
    rate_limits = { login = { priority = 5, limit = 10, paths = ["/login", "/api/auth.v1/*"], methods = ["POST"] } }
    geo         = { mode = "allow", countries = ["DE"] }
  }

  assert {
    condition     = alltrue([for rule in aws_wafv2_web_acl.this.rule : length(rule.override_action[0].count) == 1 if rule.priority >= 200])
    error_message = "Managed groups only count."
  }

  assert {
    condition     = [for rule in aws_wafv2_web_acl.this.rule : rule.name if length(rule.action) > 0 ? length(rule.action[0].block) > 0 : false] == ["block-list", "internal-paths"]
    error_message = "Internal paths and the block list refuse all the same."
  }

  assert {
    condition = one([
      for rule in aws_wafv2_web_acl.this.rule : rule.statement[0].rate_based_statement[0].scope_down_statement[0].and_statement[0].statement[*].regex_match_statement[0].regex_string
      if rule.name == "rate-limit-login" && rule.priority == 105
    ]) == tolist(["^/login$|^/api/auth\\.v1/", "^POST$"])
    error_message = "A rate limit counts the requests of its paths and methods."
  }
}

run "lists" {
  command = plan

  variables {
    allow_list          = ["203.0.113.0/24", "2001:db8::/32"]
    block_list          = ["198.51.100.7/32"]
    internal_path_cidrs = ["192.0.2.0/24"]
  }

  assert {
    condition     = aws_wafv2_ip_set.allowed_ipv4.addresses == toset(["203.0.113.0/24"]) && aws_wafv2_ip_set.allowed_ipv6.addresses == toset(["2001:db8::/32"])
    error_message = "Each family has its IP set."
  }

  assert {
    condition     = aws_wafv2_ip_set.blocked_ipv4.addresses == toset(["198.51.100.7/32"]) && length(aws_wafv2_ip_set.blocked_ipv6.addresses) == 0 && aws_wafv2_ip_set.internal_ipv4.addresses == toset(["192.0.2.0/24"])
    error_message = "Each list has its own."
  }
}

run "single_rules" {
  command = plan

  variables {
    common       = { rule_actions = { SizeRestrictions_BODY = "count" }, version = "Version_1.10" }
    anonymous_ip = { enabled = true, count_only = true }
    linux        = { enabled = false }
  }

  assert {
    condition     = one([for rule in aws_wafv2_web_acl.this.rule : rule.statement[0].managed_rule_group_statement[0].rule_action_override[0].name if rule.name == "common"]) == "SizeRestrictions_BODY"
    error_message = "A single rule can be turned down."
  }

  assert {
    condition     = length([for rule in aws_wafv2_web_acl.this.rule : rule if rule.name == "linux"]) == 0 && length(one([for rule in aws_wafv2_web_acl.this.rule : rule.override_action[0].count if rule.name == "anonymous-ip"])) == 1
    error_message = "A group can be turned on, off, or down."
  }
}

run "warns_of_a_misspelt_rule" {
  command = plan

  variables {
    common = { rule_actions = { SizeRestriction_BODY = "count" } }
  }

  expect_failures = [check.rule_actions]
}

run "cloudfront_of_another_region" {
  command = plan

  variables {
    scope = "cloudfront"
  }

  override_data {
    target = data.aws_region.current
    values = { id = "eu-central-1" }
  }

  expect_failures = [aws_wafv2_web_acl.this]
}
